/** 点位检查: scored by the drawn inspector with photos and clauses, audited, then told as findings to be fixed in time. */
import {
  area,
  choice,
  date,
  dayOf,
  findCandidates,
  flag,
  instant,
  integer,
  json,
  number,
  one,
  person,
  photos,
  procedure,
  ref,
  refuse,
  text,
  unit,
} from '#kernel'
import { type CheckItem, notInspector } from './check.ts'
import { topics } from './contract.ts'
import { drawOrder, round2 } from './scoring.ts'
import { why } from './shared.ts'

interface Found {
  readonly code: string
  readonly count: number
  readonly note: string
  readonly photos: readonly string[]
}
const openForm = {
  check: ref('检查轮次', 'evaluation.check'),
  point: ref('点位', 'evaluation.point'),
  pointName: text('点位名称', { maxLength: 100 }).searchable(),
  topic: choice('检查专题', topics),
  street: area('街道(镇)'),
  keeper: unit('责任单位').optional(),
  operator: text('作业企业', { maxLength: 100 }).optional(),
  inspector: person('检查人'),
  isMock: flag('模拟检查').optional(),
  plannedOn: date('计划日期'),
  items: json<readonly CheckItem[]>('细则'),
} as const
const deductionOf = (items: readonly CheckItem[], found: readonly Found[]): number =>
  round2(
    items.reduce((n, item) => {
      const count = found.filter((f) => f.code === item.code).reduce((c, f) => c + f.count, 0)
      return n + Math.min(item.full, count * item.deduction)
    }, 0),
  )
export const inspectionProcedure = procedure('evaluation.inspection', {
  zh: '点位检查',
  menu: '检查考评',
  numbering: { prefix: 'DJ', per: 'year', digits: 6 },
  title: 'pointName',
  fields: {
    ...openForm,
    found: json<readonly Found[]>('发现的问题').optional(),
    scenePhotos: photos(0, '现场照片').optional(),
    deduction: number('扣分', { min: 0 }).optional(),
    score: number('得分', { min: 0 }).optional(),
    isPassed: flag('逐项全部达标').optional(),
    inspectedAt: instant('检查时间').optional(),
    confirmedAt: instant('审核时间').optional(),
  },
  statuses: {
    drawn: { zh: '待检查', duty: 'evaluation.inspect', taskZh: '点位待检查' },
    submitted: { zh: '待审核', duty: 'evaluation.manage', taskZh: '检查案卷待审核' },
    confirmed: { zh: '已审核', kind: 'final' },
    void: { zh: '无法检查', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '抽中',
    from: 'new',
    to: 'drawn',
    by: 'system',
    form: openForm,
    effects: ({ input }) => ({ set: { areaCode: input.street, found: [] }, assign: { personId: input.inspector } }),
  }),
  find: action({
    zh: '记一处问题',
    from: 'drawn',
    to: 'same',
    by: 'evaluation.inspect',
    form: {
      code: text('细则编号', { maxLength: 20 }),
      count: integer('处数', { min: 1, max: 99 }),
      note: text('情况', { maxLength: 300 }),
      photos: photos(1, '取证照片'),
    },
    guard: ({ subject, actor }) => notInspector(subject.inspector, actor.id),
    check: ({ input, subject }) =>
      why(!subject.items.some((i) => i.code === input.code), `细则中没有编号${input.code},扣分须对应标准条款`),
    effects: ({ input, subject }) => ({ set: { found: [...(subject.found ?? []), input] } }),
  }),
  submit: action({
    zh: '提交检查',
    from: 'drawn',
    to: 'submitted',
    by: 'evaluation.inspect',
    tone: 'primary',
    form: { scenePhotos: photos(1, '现场照片') },
    guard: ({ subject, actor }) => notInspector(subject.inspector, actor.id),
    effects: ({ input, subject, now }) => {
      const deduction = deductionOf(subject.items, subject.found ?? [])
      const full = subject.items.reduce((n, i) => n + i.full, 0)
      return {
        set: {
          scenePhotos: input.scenePhotos,
          deduction,
          score: round2(full - deduction),
          isPassed: (subject.found ?? []).length === 0,
          inspectedAt: now.toISOString(),
        },
      }
    },
  }),
  confirm: action({
    zh: '审核通过,问题交办',
    from: 'submitted',
    to: 'confirmed',
    by: 'evaluation.manage',
    tone: 'primary',
    help: '审核后问题交责任单位限期整改;案卷向被考核者公开,检查人不公开',
    isBulk: true,
    guard: ({ subject, actor }) =>
      actor.id === subject.inspector ? refuse('evaluation.same-person', { role: '审核人', other: '检查人' }) : undefined,
    effects: ({ subject, now }) => ({
      set: { confirmedAt: now.toISOString() },
      spawn: (subject.found ?? []).flatMap((f) => {
        const item = subject.items.find((i) => i.code === f.code)
        if (!item) return []
        return [
          {
            procedure: 'evaluation.finding',
            input: {
              check: subject.check,
              inspection: subject.id,
              pointName: subject.pointName,
              topic: subject.topic,
              street: subject.street,
              keeper: subject.keeper,
              item: item.name,
              clause: item.clause,
              count: f.count,
              deduction: Math.min(item.full, f.count * item.deduction),
              note: f.note,
              photos: f.photos,
              fixDays: item.fixDays,
            },
          },
        ]
      }),
    }),
  }),
  sendBack: action({
    zh: '证据不足,退回',
    from: 'submitted',
    to: 'drawn',
    by: 'evaluation.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ subject }) => ({ set: { found: [], score: null, deduction: null }, assign: { personId: subject.inspector } }),
  }),
  skip: action({
    zh: '无法检查',
    from: 'drawn',
    to: 'void',
    by: 'evaluation.inspect',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 300 }), scenePhotos: photos(1, '现场照片') },
    guard: ({ subject, actor }) => notInspector(subject.inspector, actor.id),
    effects: ({ input }) => ({ set: { scenePhotos: input.scenePhotos } }),
  }),
}))

const { inspector: _inspector, ...selfForm } = openForm
export const selfCheckProcedure = procedure('evaluation.self-check', {
  zh: '点位自查自纠',
  menu: '检查考评',
  numbering: { prefix: 'ZC', per: 'year', digits: 6 },
  title: 'pointName',
  fields: {
    ...selfForm,
    fixedCount: integer('自纠处数', { min: 0 }).optional(),
    selfPhotos: photos(0, '自查照片').optional(),
    reportedAt: instant('上报时间').optional(),
  },
  statuses: {
    open: { zh: '自查自纠中', duty: 'evaluation.street', taskZh: '点位待自查自纠' },
    reported: { zh: '已报达标', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '布置',
    from: 'new',
    to: 'open',
    by: 'system',
    form: selfForm,
    effects: ({ input }) => ({ set: { areaCode: input.street } }),
  }),
  report: action({
    zh: '报自查自纠结果',
    from: 'open',
    to: 'reported',
    by: 'evaluation.street',
    tone: 'primary',
    help: '逐项达标方可上报;上报后由抽签产生的检查人抽查,一项不达标即不通过',
    form: { fixedCount: integer('自纠处数', { min: 0 }), isAllFixed: flag('逐项已达标'), selfPhotos: photos(1, '自查照片') },
    look: async ({ tx, kernel, subject, now }) => ({
      seed: (await one<{ seed: string }>(tx, 'select seed from evaluation."check" where id = $1', [subject.check]))?.seed ?? '',
      inspectors: await findCandidates(tx, 'evaluation.inspect', subject.street, dayOf(kernel, subject.district, now)),
    }),
    check: ({ input }) => why(!input.isAllFixed, '还有未达标的项目,请改好后再报'),
    effects: ({ input, subject, found, now }) => {
      const [inspector] = drawOrder(
        `${found.seed}:${subject.point}`,
        found.inspectors.map((id) => ({ id })),
      )
      const { check, point, pointName, topic, street, keeper, operator, isMock, plannedOn, items } = subject
      return {
        set: { fixedCount: input.fixedCount, selfPhotos: input.selfPhotos, reportedAt: now.toISOString() },
        spawn: [
          {
            procedure: 'evaluation.inspection',
            input: {
              check,
              point,
              pointName,
              topic,
              street,
              keeper,
              operator,
              isMock,
              plannedOn,
              items,
              inspector: inspector?.id,
            },
          },
        ],
      }
    },
  }),
}))
