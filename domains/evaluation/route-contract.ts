/** Shapes of evaluation's own routes. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const tag = 'evaluation'
const day = z.iso.date()
const itemScore = z.object({
  code: z.string(),
  full: z.number(),
  score: z.number().nullable(),
  value: z.number().nullable(),
  isAppealed: z.boolean(),
})
const standing = z.object({
  area: z.string(),
  name: z.string(),
  class: z.string(),
  items: z.array(itemScore),
  base: z.number(),
  bonus: z.number(),
  deduction: z.number(),
  isVetoed: z.boolean(),
  total: z.number(),
  rank: z.number(),
  ties: z.array(z.string()),
  grade: z.string(),
  light: z.string(),
  adjustedTotal: z.number(),
  adjustedRank: z.number(),
})
export const rankingRoute = route({
  method: 'GET',
  path: '/evaluation/rounds/:id/ranking',
  zh: '考核名次、分项与折算对照',
  permission: 'evaluation.round.read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    name: z.string(),
    status: z.string(),
    scheme: z.string(),
    digest: z.string().nullable(),
    standings: z.array(standing),
    items: z.array(z.object({ code: z.string(), name: z.string(), clause: z.string(), kind: z.string(), full: z.number() })),
  }),
  tag,
})
const { words, number, maybe } = titled
const marks = (title: string) => z.number().nullable().meta({ title, unit: '分', decimals: 2 })
/** The same beside the round itself: who stands where, and of which parts each total is made. */
export const boardRoute = route({
  method: 'GET',
  path: '/evaluation/rounds/:id/board',
  zh: '名次与分项得分',
  permission: 'evaluation.round.read',
  sheet: { of: 'evaluation.round' },
  input: z.object({ id: titled.about('考核轮次', 'evaluation.round') }),
  output: z.object({
    standings: titled.table('名次', {
      class: titled.like('evaluation.street-class.class'),
      rank: number('名次'),
      name: words('街道(镇)'),
      base: marks('考核项合计'),
      bonus: marks('加分'),
      deduction: marks('扣分'),
      total: marks('总分'),
      grade: words('等级'),
      vetoed: maybe('一票否决'),
    }),
    parts: titled.table('分项', {
      name: words('街道(镇)'),
      item: words('考核项'),
      kind: titled.like('evaluation.item.kind'),
      full: marks('满分(权重)'),
      value: z.number().nullable().meta({ title: '数值', decimals: 2 }),
      score: marks('得分'),
    }),
  }),
  tag,
})
export const reproduceRoute = route({
  method: 'GET',
  path: '/evaluation/rounds/:id/reproduce',
  zh: '由快照重算,核对是否逐字一致',
  permission: 'evaluation.round.read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    digest: z.string(),
    recomputed: z.string(),
    identical: z.boolean(),
    text: z.string(),
    now: z.array(
      z.object({
        area: z.string(),
        code: z.string(),
        then: z.number().nullable(),
        now: z.number().nullable(),
        rowsChanged: z.boolean(),
      }),
    ),
  }),
  tag,
})
export const dryRunRoute = route({
  method: 'POST',
  path: '/evaluation/dry-run',
  zh: '方案试算:换一套权重谁排第几,不写入任何数据',
  permission: 'evaluation.manage',
  input: z.object({ scheme: z.uuid(), fromOn: day, toOn: day, weights: z.record(z.string(), z.number().min(0).max(100)) }),
  output: z.object({
    sum: z.number(),
    rows: z.array(
      z.object({
        area: z.string(),
        name: z.string(),
        class: z.string(),
        total: z.number(),
        rank: z.number(),
        newTotal: z.number(),
        newRank: z.number(),
      }),
    ),
  }),
  tag,
})
const aboutCheck = titled.about('检查轮次', 'evaluation.check')
const scored = { points: titled.count('点位', '个'), score: titled.number('得分', '分'), rank: titled.number('名次') }
export const drawRoute = route({
  method: 'GET',
  path: '/evaluation/checks/:id/draw',
  zh: '按种子重抽,核对抽样',
  permission: 'evaluation.check.read',
  sheet: { of: 'evaluation.check' },
  input: z.object({ id: aboutCheck }),
  output: z.object({
    seed: titled.words('种子'),
    population: titled.count('点位总数', '个'),
    samePopulation: titled.flag('点位名录未变'),
    identical: titled.flag('与原抽样一致'),
    rule: titled.long('抽样办法'),
    drawn: z.array(z.string().meta({ ref: 'evaluation.point' })).meta({ title: '抽中点位' }),
  }),
  tag,
})
export const checkRankingRoute = route({
  method: 'GET',
  path: '/evaluation/checks/:id/ranking',
  zh: '检查得分:按作业企业、按街道排名',
  permission: 'evaluation.check.read',
  sheet: { of: 'evaluation.check' },
  input: z.object({ id: aboutCheck }),
  output: z.object({
    operators: z.array(z.object({ key: titled.words('作业企业'), ...scored })).meta({ title: '作业企业' }),
    streets: z.array(z.object({ key: titled.area('镇街'), ...scored })).meta({ title: '镇街' }),
  }),
  tag,
})
export const filesRoute = route({
  method: 'GET',
  path: '/evaluation/checks/:id/files',
  zh: '考核案卷公开:点位、得分、问题、整改(不含检查人)',
  permission: 'evaluation.check.read',
  sheet: { of: 'evaluation.check' },
  input: z.object({ id: aboutCheck }),
  output: z.object({
    rows: z
      .array(
        z.object({
          number: titled.words('编号'),
          pointName: titled.words('点位'),
          street: titled.area('镇街'),
          status: titled.like('evaluation.inspection.status'),
          score: z.number().nullable().meta({ title: '得分', unit: '分' }),
          findings: z
            .array(
              z.object({
                number: titled.words('编号'),
                item: titled.words('问题'),
                clause: titled.words('条款'),
                count: titled.count('处数', '处'),
                deduction: titled.number('扣分', '分'),
                status: titled.like('evaluation.finding.status'),
                photos: z.array(z.string()).meta({ title: '照片', isPhotos: true }),
              }),
            )
            .meta({ title: '发现问题' }),
        }),
      )
      .meta({ title: '案卷' }),
  }),
  tag,
})
const onePhoto = (title: string) => z.string().meta({ title, isPhotos: true })
/** All looks of a page together are wrong at most once in twenty. */
const chance = z.number().meta({ title: '偶然的机会', decimals: 6, help: '假定没有串通、没有压线习惯,碰巧这样多的机会' })
export const gamingRoute = route({
  method: 'GET',
  path: '/evaluation/gaming',
  zh: '弄虚作假线索(附证据)',
  permission: 'evaluation.manage',
  sheet: { menu: '考核评价' },
  input: z.object(titled.period),
  output: z.object({
    minutes: titled.count('压线:期限前', '分钟'),
    note: z.string().meta({ title: '把握', isLong: true }),
    photos: z
      .array(
        z.object({
          fileId: onePhoto('照片'),
          earlierId: onePhoto('此前用过的照片'),
          distance: z.number().meta({ title: '差异', help: '0为同一张' }),
          uploadedAt: z.date().meta({ title: '上传' }),
          subject: titled.maybe('用于'),
          earlierSubject: titled.maybe('此前用于'),
        }),
      )
      .meta({ title: '同一张照片再用' }),
    lastMinutes: z
      .array(
        z.object({
          type: z.string(),
          typeZh: titled.words('业务'),
          unitId: z.string().nullable().meta({ title: '单位', isUnit: true }),
          late: titled.count('压线办结'),
          stopped: titled.count('办结'),
          share: titled.percent('占比'),
          expected: z.number().nullable().meta({ title: '照同业务其他单位应有', unit: '件', decimals: 1 }),
          p: chance.nullable(),
          isBeyond: z.boolean().meta({ title: '超出偶然' }),
          subjects: z.array(z.string().meta({ refBy: 'type' })).meta({ title: '逐件' }),
        }),
      )
      .meta({ title: '压线办结' }),
    pairs: z
      .array(
        z.object({
          handler: titled.words('处置人'),
          verifier: titled.words('核查人'),
          count: titled.count('次数', '次'),
          share: titled.percent('占处置人'),
          expected: z.number().meta({ title: '照抽签应有', unit: '次', decimals: 1 }),
          p: chance,
          isBeyond: z.boolean().meta({ title: '超出偶然' }),
          subjects: z.array(z.string()),
          rows: z
            .array(z.object({ type: z.string(), id: z.string().meta({ title: '编号', refBy: 'type' }) }))
            .meta({ title: '逐件' }),
        }),
      )
      .meta({ title: '总是同一人核查' }),
  }),
  tag,
})
/** What a household is asked: by the code on its slip, without a name. */
export const askedRoute = route({
  method: 'GET',
  path: '/public/evaluation/surveys/:code',
  zh: '凭答卷码看满意度调查的题目',
  permission: 'public',
  input: z.object({ code: z.string().min(4).max(20) }),
  output: z.object({ name: z.string(), question: z.string(), toOn: z.string(), isOpen: z.boolean(), isUsed: z.boolean() }),
  tag,
})
export const answerRoute = route({
  method: 'POST',
  path: '/public/evaluation/answers',
  zh: '市民匿名作答满意度调查',
  permission: 'public',
  input: z.object({
    code: z.string().min(4).max(20),
    score: z.number().int().min(1).max(5),
    comment: z.string().max(500).optional(),
  }),
  output: z.object({ ok: z.boolean() }),
  tag,
})
export const surveyResultRoute = route({
  method: 'GET',
  path: '/evaluation/surveys/:id/result',
  zh: '满意度调查结果:指数、满意率、样本量与误差',
  permission: 'evaluation.survey.read',
  sheet: { of: 'evaluation.survey' },
  input: z.object({ id: titled.about('调查', 'evaluation.survey') }),
  output: z.object({
    rows: z
      .array(
        z.object({
          street: titled.area('镇街'),
          frame: titled.count('抽样框', '户'),
          answers: titled.count('样本', '份'),
          index: z.number().meta({ title: '满意度指数', unit: '分', decimals: 2 }),
          rate: titled.percent('满意率'),
          margin: z.number().nullable().meta({ title: '误差±', unit: '分', decimals: 2 }),
        }),
      )
      .meta({ title: '各镇街' }),
  }),
  tag,
})
