/** What follows an inspection: findings to be fixed in time, scores looked at again by another, plans of stations, pay deducted. */
import {
  area,
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  instant,
  integer,
  longText,
  money,
  number,
  one,
  person,
  photos,
  procedure,
  ref,
  text,
  unit,
} from '#kernel'
import { notInspector } from './check.ts'
import { topics } from './contract.ts'
import { round2 } from './scoring.ts'
import { openItems, why } from './shared.ts'

const findingForm = {
  check: ref('检查轮次', 'evaluation.check'),
  inspection: ref('点位检查', 'evaluation.inspection'),
  pointName: text('点位', { maxLength: 100 }),
  topic: choice('检查专题', topics),
  street: area('街道(镇)'),
  keeper: unit('责任单位').optional(),
  item: text('检查内容', { maxLength: 200 }).searchable(),
  clause: text('标准条款', { maxLength: 200 }),
  count: integer('处数', { min: 1 }),
  deduction: number('扣分', { min: 0 }),
  note: text('情况', { maxLength: 300 }).searchable(),
  photos: photos(1, '取证照片'),
} as const
const fixDays = integer('整改期限(工作日)', { min: 1 })
export const findingProcedure = procedure('evaluation.finding', {
  zh: '考评案卷(检查发现问题)',
  menu: '检查考评',
  numbering: { prefix: 'KP', per: 'year', digits: 6 },
  title: 'item',
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  fields: {
    ...findingForm,
    fixPhotos: photos(0, '整改照片').optional(),
    fixNote: text('整改情况', { maxLength: 300 }).optional(),
    fixDueAt: instant('整改期限').optional(),
    fixedAt: instant('整改时间').optional(),
  },
  clocks: { fix: { zh: '整改', byDay: 'carried' } },
  statuses: {
    open: { zh: '待整改', duty: 'evaluation.street', taskZh: '检查问题待整改' },
    fixed: { zh: '待核查', duty: 'evaluation.manage', taskZh: '检查问题整改待核查' },
    verified: { zh: '已整改', kind: 'final' },
    void: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '交办',
    from: 'new',
    to: 'open',
    by: 'system',
    form: { ...findingForm, fixDays },
    effects: ({ input }) => ({
      set: { areaCode: input.street },
      clocks: [{ clock: 'fix', do: 'start', limit: { value: input.fixDays, unit: 'work_day' } }],
    }),
  }),
  fix: action({
    zh: '整改完成',
    from: 'open',
    to: 'fixed',
    by: 'evaluation.street',
    tone: 'primary',
    form: { fixNote: text('整改情况', { maxLength: 300 }), fixPhotos: photos(1, '整改照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  revoke: action({
    zh: '撤销(查非本单位责任)',
    from: ['open', 'fixed'],
    to: 'void',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: longText('理由', { maxLength: 1000 }) },
    effects: () => ({ clocks: [{ clock: 'fix', do: 'cancel' }] }),
  }),
  verify: action({ zh: '核查通过', from: 'fixed', to: 'verified', by: 'evaluation.manage', tone: 'primary', isBulk: true }),
  redo: action({
    zh: '未改好,退回',
    from: 'fixed',
    to: 'open',
    by: 'evaluation.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }), fixDays },
    effects: ({ input }) => ({ clocks: [{ clock: 'fix', do: 'start', limit: { value: input.fixDays, unit: 'work_day' } }] }),
  }),
}))

const recheckForm = {
  check: ref('检查轮次', 'evaluation.check'),
  inspection: ref('点位检查', 'evaluation.inspection'),
  pointName: text('点位', { maxLength: 100 }).searchable(),
  street: area('街道(镇)'),
  first: person('原评分人'),
  second: person('复核人'),
  oldScore: number('原评分', { min: 0 }),
} as const
export const recheckProcedure = procedure('evaluation.recheck', {
  zh: '评分复核',
  menu: '检查考评',
  numbering: { prefix: 'FH', per: 'year', digits: 5 },
  title: 'pointName',
  fields: {
    ...recheckForm,
    newScore: number('复核评分', { min: 0 }).optional(),
    difference: number('差异').optional(),
    isAgreed: flag('差异在允许范围内').optional(),
    note: longText('说明', { maxLength: 2000 }).optional(),
    scenePhotos: photos(0, '复核照片').optional(),
    doneAt: instant('复核时间').optional(),
  },
  statuses: {
    drawn: { zh: '待复核', duty: 'evaluation.inspect', taskZh: '评分待复核' },
    done: { zh: '已复核', kind: 'final' },
  },
}).actions((action) => ({
  draw: action({
    zh: '抽中',
    from: 'new',
    to: 'drawn',
    by: 'system',
    form: recheckForm,
    effects: ({ input }) => ({ set: { areaCode: input.street }, assign: { personId: input.second } }),
  }),
  score: action({
    zh: '复核评分',
    from: 'drawn',
    to: 'done',
    by: 'evaluation.inspect',
    tone: 'primary',
    form: {
      newScore: number('复核评分', { min: 0, max: 100 }),
      note: longText('说明', { maxLength: 2000 }),
      scenePhotos: photos(1, '复核照片'),
    },
    guard: ({ subject, actor }) => notInspector(subject.second, actor.id),
    effects: ({ input, subject, parameter, now }) => {
      const difference = round2(Math.abs(input.newScore - subject.oldScore))
      return {
        set: {
          ...input,
          difference,
          isAgreed: difference <= parameter('evaluation.recheck-tolerance'),
          doneAt: now.toISOString(),
        },
      }
    },
  }),
}))

const planForm = {
  inspection: ref('点位检查', 'evaluation.inspection'),
  problem: longText('存在问题', { maxLength: 2000 }),
  measures: longText('整改措施', { maxLength: 4000 }),
  dueOn: date('完成期限'),
} as const
export const sitePlan = procedure('evaluation.site-plan', {
  zh: '“一站一策”整改方案',
  menu: '检查考评',
  numbering: { prefix: 'YC', per: 'year', digits: 4 },
  title: 'station',
  help: '一站一份:街道报方案,审定后按完成期限计时,整改完成由考核员复查,得分高于检查得分才销号',
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  fields: {
    ...planForm,
    station: text('站点', { maxLength: 100 }).searchable().optional(),
    fixNote: longText('完成情况', { maxLength: 2000 }).optional(),
    fixPhotos: photos(0, '整改照片').optional(),
    fixDueAt: instant('整改期限').optional(),
    fixedAt: instant('整改时间').optional(),
    recheckScore: number('复查得分', { min: 0 }).optional(),
    oldScore: number('检查得分', { min: 0 }).optional(),
    recheckPhotos: photos(0, '复查照片').optional(),
    recheckedAt: instant('复查时间').optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 1, unit: 'natural_day' }, basis: '方案所报的完成期限' } },
  statuses: {
    submitted: { zh: '待审定', duty: 'evaluation.manage', taskZh: '一站一策待审定' },
    approved: { zh: '整改中', duty: 'evaluation.street', taskZh: '站点待整改' },
    fixed: { zh: '待复查', duty: 'evaluation.manage', taskZh: '站点待复查' },
    closed: { zh: '复查销号', kind: 'final' },
    rejected: { zh: '已退回', kind: 'final' },
  },
}).actions((action) => ({
  submit: action({
    zh: '报整改方案',
    from: 'new',
    to: 'submitted',
    by: 'evaluation.street',
    form: planForm,
    look: async ({ tx, input }) =>
      one<{ status: string; name: string; street: string; score: number; topic: string; plan: string | null }>(
        tx,
        `select i.status, i.point_name as name, i.street, i.score::float8 as score, i.topic,
           (select p.number from evaluation.site_plan p where p.inspection = i.id and p.status <> 'rejected' limit 1) as plan
         from evaluation.inspection i where i.id = $1`,
        [input.inspection],
      ),
    check: ({ found, input, now }) =>
      first(
        why(found?.status !== 'confirmed', '该站检查尚未审核'),
        why(found?.topic !== 'transfer', '“一站一策”只为中转站拟定'),
        why(Boolean(found?.plan), `该站已有整改方案${found?.plan},一站一份`),
        why(input.dueOn < dayText(now), '完成期限不能早于今天'),
      ),
    effects: ({ found }) => ({
      set: { areaCode: found?.street ?? null, station: found?.name ?? null, oldScore: found?.score ?? null },
    }),
  }),
  approve: action({
    zh: '审定',
    from: 'submitted',
    to: 'approved',
    by: 'evaluation.manage',
    tone: 'primary',
    effects: ({ subject }) => ({ clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(subject.dueOn) }] }),
  }),
  fix: action({
    zh: '整改完成',
    from: 'approved',
    to: 'fixed',
    by: 'evaluation.street',
    tone: 'primary',
    form: { fixNote: longText('完成情况', { maxLength: 2000 }), fixPhotos: photos(1, '整改照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  redo: action({
    zh: '未改好,退回',
    from: 'fixed',
    to: 'approved',
    by: 'evaluation.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }), dueOn: date('新的完成期限') },
    check: ({ input, now }) => why(input.dueOn < dayText(now), '完成期限不能早于今天'),
    effects: ({ input }) => ({
      set: { dueOn: input.dueOn },
      clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  reject: action({
    zh: '退回重拟',
    from: 'submitted',
    to: 'rejected',
    by: 'evaluation.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  recheck: action({
    zh: '复查销号',
    from: 'fixed',
    to: 'closed',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { recheckScore: number('复查得分', { min: 0, max: 100 }), recheckPhotos: photos(1, '复查照片') },
    look: async ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(*)::int as n from evaluation.finding where inspection = $1 and status <> all (array['verified', 'void'])`,
        [subject.inspection],
      ),
    check: ({ found, input, subject }) =>
      first(
        openItems(found?.n ?? 0, '该站检查问题'),
        why(
          input.recheckScore <= (subject.oldScore ?? 0) && (subject.oldScore ?? 0) < 100,
          `复查得分应高于检查得分${subject.oldScore}分,否则不能销号`,
        ),
      ),
    effects: ({ input, now }) => ({ set: { ...input, recheckedAt: now.toISOString() } }),
  }),
}))

const deductionForm = {
  check: ref('检查轮次', 'evaluation.check'),
  topic: choice('检查专题', topics),
  operator: text('作业企业', { maxLength: 100 }).searchable(),
  score: number('得分', { min: 0 }),
  line: number('不扣款分数线', { min: 0 }),
  amountFen: money('扣减作业费'),
} as const
export const deductionProcedure = procedure('evaluation.deduction', {
  zh: '作业费扣减',
  menu: '考核结果运用',
  numbering: { prefix: 'KK', per: 'year', digits: 4 },
  title: 'operator',
  fields: {
    ...deductionForm,
    bill: text('结算单号', { maxLength: 60 }).optional(),
    signedBy: person('签批人').optional(),
    deductedOn: date('扣减日期').optional(),
  },
  statuses: {
    proposed: { zh: '待签批', duty: 'evaluation.decide', taskZh: '作业费扣减待签批' },
    signed: { zh: '待扣减', duty: 'evaluation.manage', taskZh: '作业费待扣减' },
    deducted: { zh: '已扣减', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({ zh: '按得分计算', from: 'new', to: 'proposed', by: 'system', form: deductionForm }),
  sign: action({
    zh: '签批',
    from: 'proposed',
    to: 'signed',
    by: 'evaluation.decide',
    tone: 'primary',
    effects: ({ actor }) => ({ set: { signedBy: actor.id } }),
  }),
  deduct: action({
    zh: '登记扣减',
    from: 'signed',
    to: 'deducted',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { bill: text('结算单号', { maxLength: 60 }), deductedOn: date('扣减日期') },
    effects: ({ input }) => ({ set: input }),
  }),
}))
