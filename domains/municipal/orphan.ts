/** “失管”设施托底: nobody owns it; called for, kept by an interim unit by decision, its cost claimed when an owner takes it. */
import { addDays, choice, date, dayText, longText, money, number, photos, procedure, rows, text } from '#kernel'
import { notYet, why } from './shared.ts'

const form = {
  name: text('设施', { maxLength: 100 }),
  kind: choice('类别', {
    road: '道路',
    pavement: '人行道',
    lamp: '照明',
    drain: '排水',
    bridge: '桥涵',
    green: '绿地',
    other: '其他',
  }),
  areaM2: number('面积', { unit: '㎡', min: 0 }),
  hazard: choice('隐患', { none: '无', general: '一般', major: '重大' }),
  history: longText('权属查询情况', { maxLength: 500 }).help('向哪些单位核过、结论'),
} as const
const costLine = {
  on: date('日期'),
  what: text('养护内容', { maxLength: 100 }),
  costFen: money('费用', { min: 1 }),
} as const
export const orphan = procedure('municipal.orphan', {
  zh: '失管设施托底',
  menu: '失管设施',
  title: 'name',
  numbering: { prefix: 'SG', per: 'year', digits: 3 },
  help: '查无权属 → 公告认领 → 期满无人认领由局领导决定托底单位 → 逐笔记养护费 → 移交权属人(费用追偿)或永久接管;重大隐患不等公告期满。',
  fields: {
    ...form,
    name: form.name.searchable(),
    claimBy: date('认领截止').optional(),
    keeper: text('托底单位', { maxLength: 80 }).optional().searchable(),
    paper: text('决定文号', { maxLength: 60 }).optional(),
    keptOn: date('托底起').optional(),
    costs: rows('养护费用', costLine).optional(),
    spentFen: money('累计费用').optional(),
    owner: text('权属单位', { maxLength: 80 }).optional(),
    handedOn: date('移交日期').optional(),
    claimedFen: money('追偿金额').optional(),
    paidFen: money('已追回').optional(),
  },
  statuses: {
    found: { zh: '待公告', duty: 'municipal.manage', taskZh: '失管设施待公告' },
    called: { zh: '公告认领', duty: 'municipal.approve', taskZh: '失管设施待定托底' },
    kept: { zh: '托底养护', duty: 'municipal.manage', taskZh: '失管设施托底中' },
    claiming: { zh: '追偿中', duty: 'municipal.manage', taskZh: '托底费用追偿中' },
    handed: { zh: '已移交', kind: 'final' },
    adopted: { zh: '永久接管', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记',
    from: 'new',
    to: 'found',
    by: 'municipal.report',
    form: { ...form, photos: photos(1) },
    effects: () => ({ set: { costs: [], spentFen: 0 } }),
  }),
  call: action({
    zh: '公告认领',
    from: 'found',
    to: 'called',
    by: 'municipal.manage',
    tone: 'primary',
    form: { notice: text('公告文号', { maxLength: 60 }) },
    effects: ({ now, parameter }) => ({ set: { claimBy: addDays(dayText(now), parameter('municipal.claim-days')) } }),
  }),
  keep: action({
    zh: '决定托底',
    from: 'called',
    to: 'kept',
    by: 'municipal.approve',
    tone: 'primary',
    form: { keeper: text('托底单位', { maxLength: 80 }), paper: text('决定文号', { maxLength: 60 }) },
    guard: ({ subject, now }) =>
      notYet(
        subject.hazard !== 'major' && subject.claimBy !== null && dayText(now) <= subject.claimBy,
        `公告至${subject.claimBy},期满无人认领再定`,
      ),
    effects: ({ input, now }) => ({ set: { ...input, keptOn: dayText(now) } }),
  }),
  spend: action({
    zh: '记养护费用',
    from: 'kept',
    to: 'same',
    by: 'municipal.manage',
    form: costLine,
    check: ({ input, now, subject }) =>
      why(input.on > dayText(now), '日期不能晚于今天') ?? why(input.on < (subject.keptOn ?? ''), '日期不能早于托底之日'),
    effects: ({ input, subject }) => ({
      set: { costs: [...(subject.costs ?? []), input], spentFen: (subject.spentFen ?? 0) + input.costFen },
    }),
  }),
  handOver: action({
    zh: '移交权属单位',
    from: ['called', 'kept'],
    to: ({ subject }) => ((subject.spentFen ?? 0) > 0 ? 'claiming' : 'handed'),
    by: 'municipal.manage',
    tone: 'primary',
    form: { owner: text('权属单位', { maxLength: 80 }), handedOn: date('移交日期'), photos: photos(1, '移交单') },
    check: ({ input, now }) => why(input.handedOn > dayText(now), '移交日期不能晚于今天'),
    effects: ({ input, subject }) => ({
      set: { owner: input.owner, handedOn: input.handedOn, claimedFen: subject.spentFen ?? 0, paidFen: 0 },
    }),
  }),
  recover: action({
    zh: '登记追回费用',
    from: 'claiming',
    to: ({ subject, input }) => ((subject.paidFen ?? 0) + input.paidFen >= (subject.claimedFen ?? 0) ? 'handed' : 'claiming'),
    by: 'municipal.manage',
    tone: 'primary',
    form: { paidFen: money('本次追回', { min: 1 }) },
    check: ({ input, subject }) => why((subject.paidFen ?? 0) + input.paidFen > (subject.claimedFen ?? 0), '超过追偿金额'),
    effects: ({ input, subject }) => ({ set: { paidFen: (subject.paidFen ?? 0) + input.paidFen } }),
  }),
  adopt: action({
    zh: '永久接管',
    from: 'kept',
    to: 'adopted',
    by: 'municipal.approve',
    form: { paper: text('决定文号', { maxLength: 60 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
