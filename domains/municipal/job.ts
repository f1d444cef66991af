/** 市政维修单: one job for every kind; what is missing is fenced first, each line counted in the unit of its item, small works from a pot. */
import {
  choice,
  choices,
  date,
  dayText,
  didBefore,
  flag,
  instant,
  integer,
  longText,
  money,
  number,
  photos,
  procedure,
  ref,
  rows,
  text,
  unit,
} from '#kernel'
import { closeEffects, fixEffects, fixFault, lookForAsk, lookForFix, repairDue } from './job-steps.ts'
import { notYet, why } from './shared.ts'
import { faults, items, jobKinds, jobSources, loads, proofs, replies, sites } from './words.ts'

const lineForm = { item: choice('项目', items), quantity: number('数量', { min: 0.01 }) } as const
const form = {
  kind: choice('类别', jobKinds),
  fault: choice('情形', faults),
  source: choice('来源', jobSources),
  place: text('位置', { maxLength: 120 }),
  component: ref('部件', 'grid.component').optional().help('井盖、雨水箅子有部件档案的请选择'),
  caseRef: ref('案件', 'cases.case').optional().help('由案件派遣的填写'),
  asker: text('请求人', { maxLength: 40 }).personal('name').optional().help('小修须填'),
  askerPhone: text('请求人电话', { maxLength: 20 }).personal('phone').optional(),
  note: longText('情况', { maxLength: 500 }).optional(),
  beforePhotos: photos(0, '维修前'),
} as const
const measured = {
  site: choice('井盖位置', sites).optional().help('更换井盖填写'),
  load: choice('承载等级', loads).optional().help('GB/T 23858:机动车道不低于D400,路缘C250,人行道B125'),
  proofs: choices('五防', proofs).optional().help('五项齐全才计为五防井盖'),
  slope: number('坡度', { unit: '%', min: 0, max: 100 }).optional().help('接坡填写'),
  widthM: number('坡道宽度', { unit: '米', min: 0 }).optional(),
  rampForm: choice('坡道形式', { threeSided: '三面坡', full: '全宽式单面坡', other: '其他' }).optional(),
  siltM3: number('清出淤泥', { unit: 'm³', min: 0 }).optional().help('清淤填写'),
  siltTo: text('淤泥去向', { maxLength: 80 }).optional(),
} as const
export const job = procedure('municipal.job', {
  zh: '市政维修',
  menu: '市政设施',
  title: 'place',
  numbering: { prefix: 'SW', per: 'day', digits: 4 },
  leadingClock: 'repair',
  mirror: { fence: { dueAt: 'fenceDueAt' }, repair: { dueAt: 'repairDueAt' } },
  help: '缺失、塌陷先围护;工程量按项目各自的单位计,不同单位不相加;清淤“处”按单数、“米”按长度,两数有重叠,不得相加。',
  fields: {
    ...form,
    place: form.place.searchable(),
    owner: text('权属单位', { maxLength: 100 }).optional(),
    fenceDueAt: instant('围护期限').optional(),
    fencedAt: instant('围护时间').optional(),
    isFencedInTime: choice('按时围护', { yes: '按时', no: '超时' }).optional(),
    repairDueAt: instant('维修期限').optional(),
    crew: unit('施工单位').optional(),
    isWarranty: flag('缺陷责任期内').optional(),
    lines: rows('工程量', lineForm).optional(),
    ...measured,
    metres: number('长度', { unit: '米' }).optional(),
    costFen: money('费用').optional(),
    unitCostFen: money('单价(每计量单位)').optional(),
    afterPhotos: photos(0, '维修后').optional(),
    doneAt: instant('完成时间').optional(),
    days: integer('完成天数', { unit: '天' }).optional(),
    liableUntil: date('缺陷责任期至').optional(),
    reply: choice('请求人评价', replies).optional(),
    reason: longText('退回(不予维修)原因', { maxLength: 300 }).optional(),
    askedType: text('移送来源', { maxLength: 60, isGiven: true }).optional(),
    askedId: text('移送编号', { maxLength: 60, isGiven: true }).optional(),
  },
  clocks: {
    fence: { zh: '先行围护', limit: { value: 1, unit: 'urgent_hour' }, basis: '参数:缺失、塌陷须先行围护' },
    repair: { zh: '维修', limit: { value: 7, unit: 'natural_day' }, basis: '参数:井盖24小时、其他7日' },
  },
  statuses: {
    danger: { zh: '待围护', duty: 'municipal.run', taskZh: '井盖缺失(塌陷)立即围护' },
    reported: { zh: '待派工', duty: 'municipal.manage', taskZh: '市政维修待派工' },
    assigned: { zh: '维修中', duty: 'municipal.run', taskZh: '市政设施待维修', ofUnit: true },
    done: { zh: '待验收', duty: 'municipal.verify', taskZh: '市政维修待验收' },
    closed: { zh: '已办结', kind: 'final' },
    dropped: { zh: '不予维修', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '报修',
    from: 'new',
    by: 'municipal.report',
    form: {
      ...form,
      askedType: text('移送来源', { maxLength: 60, isGiven: true }).optional(),
      askedId: text('移送编号', { maxLength: 60, isGiven: true }).optional(),
    },
    look: ({ tx, input, now }) => lookForAsk(tx, input, dayText(now)),
    to: ({ input }) => (input.fault === 'lost' || input.fault === 'sunk' ? 'danger' : 'reported'),
    check: ({ input, found }) =>
      why(input.source === 'case' && !input.caseRef, '由案件派遣的请选择案件') ??
      why(input.kind === 'small' && (!input.asker || !input.askerPhone), '小修须填请求人与电话,完成后告知') ??
      why(input.kind === 'small' && input.beforePhotos.length === 0, '小修须有维修前照片') ??
      notYet(Boolean(found.busy), `该部件已在维修单${found.busy ?? ''}中`),
    effects: ({ input, found, now, parameter }) => {
      const isDanger = input.fault === 'lost' || input.fault === 'sunk'
      return {
        set: { owner: found.owner, isWarranty: found.warranty !== null },
        clocks: [
          { clock: 'repair', do: 'start', dueAt: repairDue(input.kind, now, parameter) },
          ...(isDanger
            ? [
                {
                  clock: 'fence' as const,
                  do: 'start' as const,
                  dueAt: new Date(now.getTime() + parameter('municipal.fence-minutes') * 60_000),
                },
              ]
            : []),
        ],
      }
    },
  }),
  fence: action({
    zh: '已围护',
    from: 'danger',
    to: 'reported',
    by: 'municipal.run',
    tone: 'primary',
    form: { photos: photos(1, '围护照片') },
    effects: ({ subject, now }) => ({
      set: {
        fencedAt: now.toISOString(),
        isFencedInTime: subject.fenceDueAt && now > new Date(subject.fenceDueAt) ? 'no' : 'yes',
      },
      clocks: [{ clock: 'fence', do: 'stop' }],
    }),
  }),
  assign: action({
    zh: '派工',
    from: 'reported',
    to: 'assigned',
    by: 'municipal.manage',
    tone: 'primary',
    isBulk: true,
    form: { crew: unit('施工单位') },
    effects: ({ input }) => ({ set: { crew: input.crew }, assign: { unitId: input.crew } }),
  }),
  fix: action({
    zh: '完成维修',
    from: 'assigned',
    to: 'done',
    by: 'municipal.run',
    tone: 'primary',
    form: {
      lines: rows('工程量', lineForm),
      ...measured,
      costFen: money('费用'),
      afterPhotos: photos(1, '维修后'),
    },
    look: ({ tx, subject, now }) => lookForFix(tx, subject.id, dayText(now)),
    check: ({ input, subject, found, parameter }) => fixFault(subject, input, found, parameter),
    effects: ({ input, subject, now, parameter }) => ({
      ...fixEffects(subject, input, now, parameter),
      clocks: [{ clock: 'repair', do: 'stop' }],
    }),
  }),
  sendBack: action({
    zh: '验收不合格,退回',
    from: 'done',
    to: 'assigned',
    by: 'municipal.verify',
    tone: 'danger',
    form: { reason: longText('原因', { maxLength: 300 }) },
    effects: ({ input, subject }) => ({
      set: { reason: input.reason, doneAt: null },
      clocks: [{ clock: 'repair', do: 'start' }],
      ...(subject.crew ? { assign: { unitId: subject.crew } } : {}),
    }),
  }),
  close: action({
    zh: '验收办结',
    from: 'done',
    to: 'closed',
    by: 'municipal.verify',
    tone: 'primary',
    form: { reply: choice('请求人评价', replies).optional().help('小修须告知请求人并记录其评价') },
    guard: ({ actor, past }) => notYet(didBefore(past, 'fix', actor), '施工人不能验收自己的维修'),
    check: ({ input, subject }) => why(Boolean(subject.asker) && !input.reply, '请告知请求人并记录评价'),
    effects: ({ input, subject }) => closeEffects(subject, input.reply ?? null),
  }),
  drop: action({
    zh: '不予维修',
    from: ['reported', 'assigned'],
    to: 'dropped',
    by: 'municipal.verify',
    tone: 'danger',
    form: { reason: longText('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'repair', do: 'cancel' }] }),
  }),
}))
