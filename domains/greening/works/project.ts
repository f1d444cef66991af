/** 园林工程: pocket parks, micro greens, greenways, walls opened, roads raised: proposed → designed with residents' opinion → built → accepted into the register. */
import {
  areaShape,
  choice,
  date,
  dayText,
  files,
  first,
  flag,
  integer,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  rows,
  say,
  text,
} from '#kernel'
import { projectAccepted } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { buildKinds, cityProgrammes, type Programme, programmes } from '../words.ts'

const itemLine = {
  item: text('内容', { maxLength: 60 }),
  quantity: number('数量', { min: 0 }),
  unit: text('单位', { maxLength: 10 }),
  done: number('完成', { min: 0 }).optional(),
} as const
const form = {
  programme: choice('类别', programmes),
  cityProgramme: choice('生态园林城市六大工程', cityProgrammes).optional(),
  year: integer('年度', { min: 2000, max: 2100 }),
  batch: text('批次', { maxLength: 20 }).optional(),
  name: text('名称', { maxLength: 80 }),
  buildKind: choice('新建(改建)', buildKinds),
  problem: text('现状问题', { maxLength: 300 }),
  areaM2: number('面积', { unit: '㎡', min: 0 }),
  lengthM: number('长度', { unit: 'm', min: 0 }),
  widthM: number('宽度', { unit: 'm', min: 0 }).optional(),
  budgetFen: money('预算', { min: 1 }),
  dueOn: date('完成期限'),
  keeper: text('后续管护', { maxLength: 60 }),
  park: ref('公园', 'greening.park').optional(),
  space: ref('现有绿地', 'greening.space').optional(),
  road: ref('道路', 'grid.road').optional(),
  items: rows('建设内容', itemLine),
  beforePhotos: photos(1, '改造前照片'),
} as const
/** Those with residents at their door: opinions first. */
const askedFirst: readonly Programme[] = ['micro', 'pocket', 'garden', 'rose', 'wall']
const lined: readonly Programme[] = ['greenway', 'wall', 'road']
const opinionLine = {
  who: text('居民', { maxLength: 40 }),
  isFor: flag('赞成'),
  words: text('意见', { maxLength: 100 }).optional(),
} as const
export const project = procedure('greening.project', {
  zh: '园林工程项目',
  menu: '园林工程',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'GC', per: 'year', digits: 4 },
  help: '立项 → 方案(居民意见) → 施工 → 完工 → 验收;验收后绿地、绿道自动入册。开敞、围墙通透按米计,道路提升按内容逐项计。',
  uniqueTogether: [['year', 'name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    design: files(0, '方案').optional(),
    safety: text('安全与绿化措施', { maxLength: 200 }).optional(),
    opinions: rows('居民意见', opinionLine).optional(),
    support: number('赞成', { unit: '%' }).optional(),
    spentFen: money('实际费用').optional(),
    afterPhotos: photos(0, '改造后照片').optional(),
    finishedOn: date('完工日期').optional(),
    isAccessible: flag('无障碍合格').optional(),
    acceptedBy: text('验收人', { maxLength: 60 }).optional(),
    acceptedOn: date('验收日期').optional(),
    isLate: flag('逾期').optional(),
    quality: number('质量检查均分', { unit: '分' }).optional(),
    deductFen: money('质量扣款').optional().help('检查每不合格一次按合同扣款比例扣'),
  },
  statuses: {
    proposed: { zh: '已立项', duty: 'greening.manage', taskZh: '园林工程待定方案' },
    designed: { zh: '方案已定', duty: 'greening.manage', taskZh: '园林工程待开工' },
    building: { zh: '施工中', duty: 'greening.work', taskZh: '园林工程施工中' },
    finished: { zh: '待验收', duty: 'greening.check', taskZh: '园林工程待验收' },
    accepted: { zh: '已验收', kind: 'final' },
    dropped: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '立项',
    from: 'new',
    to: 'proposed',
    by: 'greening.manage',
    form,
    check: ({ input, now }) =>
      first(
        why(input.items.length === 0, '请逐项填写建设内容'),
        why(input.dueOn <= dayText(now), '期限应在今天以后'),
        why(lined.includes(input.programme as Programme) && input.lengthM <= 0, `${programmes[input.programme]}须填长度`),
        why(
          ['pocket', 'micro', 'garden', 'rose'].includes(input.programme) && input.areaM2 <= 0,
          `${programmes[input.programme]}须填面积`,
        ),
        why(input.programme === 'greenway' && !input.widthM, '绿道须填宽度'),
        why(['wall', 'facility'].includes(input.programme) && !input.park, '请选择公园'),
        why(input.programme === 'road' && !input.road, '请选择道路'),
      ),
  }),
  design: action({
    zh: '定方案',
    from: 'proposed',
    to: 'designed',
    by: 'greening.manage',
    tone: 'primary',
    form: {
      design: files(0, '方案'),
      safety: text('安全与绿化措施', { maxLength: 200 }).optional().help('开敞、围墙通透必填'),
      opinions: rows('居民意见', opinionLine),
    },
    check: ({ input, subject, parameter }) => {
      const asked = askedFirst.includes(subject.programme as Programme)
      const n = input.opinions.length
      const support = n === 0 ? 0 : (input.opinions.filter((o) => o.isFor).length * 100) / n
      return first(
        why(subject.programme === 'wall' && !input.safety, '开敞、围墙通透须写安全与绿化措施'),
        notYet(asked && n < parameter('greening.opinions'), `居民意见${n}条,不少于${parameter('greening.opinions')}条`),
        notYet(
          asked && support < parameter('greening.support'),
          `赞成${Math.round(support)}%,不到${parameter('greening.support')}%,方案应再改`,
        ),
      )
    },
    effects: ({ input }) => ({
      set: {
        ...input,
        support:
          input.opinions.length === 0
            ? null
            : Math.round((input.opinions.filter((o) => o.isFor).length * 10_000) / input.opinions.length) / 100,
      },
    }),
  }),
  start: action({ zh: '开工', from: 'designed', to: 'building', by: 'greening.manage', tone: 'primary' }),
  progress: action({
    zh: '报进度',
    from: 'building',
    to: 'same',
    by: 'greening.work',
    form: { items: rows('建设内容', itemLine, { eachOf: 'items' }) },
    check: ({ input, subject }) =>
      why(
        subject.items.some((i) => !input.items.some((j) => j.item === i.item)),
        '建设内容不能少项',
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  finish: action({
    zh: '完工',
    from: 'building',
    to: 'finished',
    by: 'greening.work',
    tone: 'primary',
    form: { spentFen: money('实际费用', { min: 0 }), afterPhotos: photos(1, '改造后照片') },
    guard: ({ subject }) =>
      notYet(
        subject.items.some((i) => (i.done ?? 0) < i.quantity),
        `没有完成:${subject.items
          .filter((i) => (i.done ?? 0) < i.quantity)
          .map((i) => `${i.item}${i.done ?? 0}/${i.quantity}${i.unit}`)
          .join('、')}`,
      ),
    effects: ({ input, subject, now }) => ({ set: { ...input, finishedOn: dayText(now), isLate: dayText(now) > subject.dueOn } }),
  }),
  sendBack: action({
    zh: '验收不通过',
    from: 'finished',
    to: 'building',
    by: 'greening.check',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: () => ({ set: { finishedOn: null, isLate: null } }),
  }),
  accept: action({
    zh: '验收',
    from: 'finished',
    to: 'accepted',
    by: 'greening.check',
    tone: 'primary',
    form: {
      acceptedBy: text('验收人', { maxLength: 60 }),
      isAccessible: flag('无障碍合格'),
      shape: areaShape('范围').optional().help('绿地在图上画出范围'),
    },
    look: ({ tx, subject }) =>
      one<{ failed: number; fails: number; score: number | null }>(
        tx,
        `select (count(*) filter (where status = 'failed'))::int as failed, coalesce(sum(fails), 0)::int as fails, round(avg(score)::numeric, 2)::float8 as score from greening.check where project = $1 and status <> 'void'`,
        [subject.id],
      ),
    check: ({ input, subject, found }) =>
      first(
        notYet((found?.failed ?? 0) > 0, `还有${found?.failed}次质量检查不合格没有整改`),
        notYet(['pocket', 'garden', 'micro'].includes(subject.programme) && !input.isAccessible, '无障碍不合格,应退回'),
      ),
    effects: ({ input, subject, found, now, parameter }) => ({
      set: {
        acceptedBy: input.acceptedBy,
        isAccessible: input.isAccessible,
        acceptedOn: dayText(now),
        quality: found?.score ?? null,
        deductFen: Math.min(
          subject.spentFen ?? 0,
          Math.round(((subject.spentFen ?? 0) * (found?.fails ?? 0) * parameter('greening.quality-deduct')) / 100),
        ),
      },
      facts: [
        say(projectAccepted, {
          project: subject.id,
          number: subject.number,
          programme: subject.programme,
          name: subject.name,
          buildKind: subject.buildKind,
          space: subject.space,
          areaM2: subject.areaM2,
          lengthM: subject.lengthM,
          widthM: subject.widthM ?? 0,
          on: dayText(now),
          shape: input.shape ?? null,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  drop: action({
    zh: '取消',
    from: ['proposed', 'designed'],
    to: 'dropped',
    by: 'greening.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
