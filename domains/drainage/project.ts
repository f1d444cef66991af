/** 排水工程: rain and sewage parted, water pipes renewed, plants enlarged; each part by name and length, its stage and when due. */
import { choice, date, dayText, files, integer, number, procedure, record, ref, rows, say, text } from '#kernel'
import { partFinished } from './facts.ts'
import { notYet, why } from './shared.ts'

export const projectKinds = { separation: '雨污分流改造', supply: '供水管网改造', plant: '污水处理厂改扩建' } as const
export const partKinds = { road: '道路', compound: '公建小区', toilet: '公厕', plant: '厂区' } as const
const partLine = {
  name: text('分项', { maxLength: 60 }),
  kind: choice('类别', partKinds),
  km: number('长度', { unit: '公里', min: 0 }),
  houses: integer('惠及户数', { unit: '户', min: 0 }).optional(),
} as const
const form = {
  name: text('工程', { maxLength: 100 }),
  kind: choice('类别', projectKinds),
  zone: text('片区', { maxLength: 60 }),
  programme: text('行动计划', { maxLength: 60 }).optional().help('如 三年攻坚行动(2023-2025)'),
  investWan: number('投资', { unit: '万元', min: 0.01 }),
  parts: rows('分项', partLine),
  dueOn: date('计划完工'),
  leakBefore: number('改造前漏损率', { unit: '%', min: 0, max: 100 }).optional().help('供水管网填写'),
  capacityBefore: number('现设计能力', { unit: '吨/日', min: 0 }).optional().help('污水处理厂填写'),
  capacityAfter: number('改扩建后能力', { unit: '吨/日', min: 0 }).optional(),
} as const
const finishedLine = {
  name: text('分项', { maxLength: 60 }),
  km: number('完成长度', { unit: '公里', min: 0 }),
  doneOn: date('完成日期'),
} as const
export const partDone = record('drainage.part-done', {
  zh: '工程分项完成',
  menu: '排水工程',
  title: 'name',
  fields: {
    project: ref('工程', 'drainage.project'),
    projectKind: choice('工程类别', projectKinds),
    zone: text('片区', { maxLength: 60 }),
    name: text('分项', { maxLength: 60 }),
    kind: choice('类别', partKinds),
    km: number('长度', { unit: '公里' }),
    houses: integer('惠及户数', { unit: '户' }),
    doneOn: date('完成日期'),
  },
})
export const project = procedure('drainage.project', {
  zh: '排水工程',
  menu: '排水工程',
  title: 'name',
  numbering: { prefix: 'PG', per: 'year', digits: 3 },
  uniqueTogether: [['name']],
  help: '摸底 → 设计 → 施工(逐项完成)→ 完工;计划完工日期是目标,逾期如实标出。供水管网改造是否由本局承担按参数。',
  fields: {
    ...form,
    name: form.name.searchable(),
    zone: form.zone.searchable(),
    km: number('计划长度', { unit: '公里' }),
    partCount: integer('分项数', { unit: '项' }),
    finished: rows('已完成', finishedLine).optional(),
    doneKm: number('完成长度', { unit: '公里' }),
    doneCount: integer('完成分项', { unit: '项' }),
    designer: text('设计单位', { maxLength: 80 }).optional(),
    builder: text('施工单位', { maxLength: 80 }).optional(),
    leakAfter: number('改造后漏损率', { unit: '%' }).optional(),
    paidWan: number('结算', { unit: '万元' }).optional(),
    doneOn: date('完工日期').optional(),
    isLate: choice('是否逾期', { yes: '逾期', no: '按期' }).optional(),
  },
  statuses: {
    survey: { zh: '摸底', duty: 'drainage.manage', taskZh: '排水工程摸底中' },
    design: { zh: '设计', duty: 'drainage.manage', taskZh: '排水工程设计中' },
    building: { zh: '施工', duty: 'drainage.manage', taskZh: '排水工程施工中' },
    done: { zh: '完工', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '立项',
    from: 'new',
    to: 'survey',
    by: 'drainage.manage',
    form,
    check: ({ input, parameter }) =>
      why(input.kind === 'supply' && parameter('drainage.water-supply') !== 1, '供水管网改造不由本局承担(参数)') ??
      why(input.parts.length === 0, '请列出分项') ??
      why(new Set(input.parts.map((p) => p.name)).size < input.parts.length, '分项重名') ??
      why(input.kind === 'supply' && input.leakBefore == null, '供水管网改造须填改造前漏损率') ??
      why(input.kind === 'plant' && !((input.capacityAfter ?? 0) > (input.capacityBefore ?? 0)), '改扩建后能力应大于现能力'),
    effects: ({ input }) => ({
      set: {
        km: Math.round(input.parts.reduce((n, p) => n + p.km, 0) * 1000) / 1000,
        partCount: input.parts.length,
        finished: [],
        doneKm: 0,
        doneCount: 0,
      },
    }),
  }),
  toDesign: action({
    zh: '转设计',
    from: 'survey',
    to: 'design',
    by: 'drainage.manage',
    tone: 'primary',
    form: { designer: text('设计单位', { maxLength: 80 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  begin: action({
    zh: '开工',
    from: 'design',
    to: 'building',
    by: 'drainage.manage',
    tone: 'primary',
    form: { builder: text('施工单位', { maxLength: 80 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  finishPart: action({
    zh: '分项完成',
    from: 'building',
    to: 'same',
    by: 'drainage.manage',
    tone: 'primary',
    form: finishedLine,
    check: ({ input, subject, now }) =>
      why(!subject.parts.some((p) => p.name === input.name), '不是本工程的分项') ??
      why(
        (subject.finished ?? []).some((f) => f.name === input.name),
        '该分项已完成',
      ) ??
      why(input.doneOn > dayText(now), '完成日期不能晚于今天'),
    effects: ({ input, subject }) => {
      const part = subject.parts.find((p) => p.name === input.name)
      return {
        set: {
          finished: [...(subject.finished ?? []), input],
          doneKm: Math.round((subject.doneKm + input.km) * 1000) / 1000,
          doneCount: subject.doneCount + 1,
        },
        facts: [
          say(partFinished, {
            project: subject.id,
            projectKind: subject.kind,
            zone: subject.zone,
            name: input.name,
            kind: part?.kind ?? 'road',
            km: input.km,
            houses: part?.houses ?? 0,
            doneOn: input.doneOn,
          }),
        ],
      }
    },
  }),
  finish: action({
    zh: '完工验收',
    from: 'building',
    to: 'done',
    by: 'drainage.verify',
    tone: 'primary',
    form: {
      doneOn: date('完工日期'),
      paidWan: number('结算', { unit: '万元', min: 0 }),
      leakAfter: number('改造后漏损率', { unit: '%', min: 0, max: 100 }).optional(),
      papers: files(1, '验收资料'),
    },
    check: ({ input, subject, now }) =>
      why(input.doneOn > dayText(now), '完工日期不能晚于今天') ??
      notYet(subject.doneCount < subject.partCount, `${subject.partCount}项中完成${subject.doneCount}项`) ??
      why(subject.kind === 'supply' && input.leakAfter == null, '供水管网改造须填改造后漏损率') ??
      why((input.leakAfter ?? 0) > (subject.leakBefore ?? 100), '改造后漏损率高于改造前'),
    effects: ({ input: { papers: _, ...values }, subject }) => ({
      set: { ...values, isLate: values.doneOn > subject.dueOn ? 'yes' : 'no' },
    }),
  }),
}))
