/** 跨平台共享与双公示: what goes out and comes in, with mapped identifiers, provenance, answers and the days allowed. */
import { choice, date, instant, number, procedure, ref, refuse, text } from '#kernel'
import { trades } from './contract.ts'

/** 跨地区跨部门跨平台: sent and received results, with mapped identifiers and where they come from; 志愿者 hours after verification. */
export const share = procedure('credit.share', {
  zh: '信用信息交换',
  menu: '信用共享',
  title: 'content',
  numbering: { prefix: 'XH', per: 'year', digits: 5 },
  fields: {
    direction: choice('方向', { out: '发出', in: '收到' }),
    partner: ref('平台', 'credit.partner'),
    topic: choice('内容', { grade: '信用等级', volunteer: '志愿服务', list: '名单' }),
    trade: choice('行业', trades),
    code: text('本方标识', { maxLength: 18 }).personal('idNumber'),
    name: text('主体', { maxLength: 100 }).searchable(),
    outsideId: text('对方标识', { maxLength: 60 }).optional(),
    content: text('内容', { maxLength: 300 }).searchable(),
    hours: number('志愿时长', { unit: '小时', min: 0 }).optional(),
    solved: number('解决问题', { unit: '个', min: 0 }).optional(),
    provenance: text('来源与核实', { maxLength: 200 }),
    reply: text('对方回执', { maxLength: 300 }).optional(),
    correction: text('更正', { maxLength: 300 }).optional(),
    sentAt: instant('发出、采用时间').optional(),
    acceptedAt: instant('回执时间').optional(),
  },
  statuses: {
    drafted: { zh: '待核实', duty: 'credit.review', taskZh: '待核实交换信息' },
    sent: { zh: '已发出', duty: 'credit.collect', taskZh: '待对方回执' },
    accepted: { zh: '对方已采用', kind: 'final' },
    adopted: { zh: '已采用对方结果', kind: 'final' },
    rejected: { zh: '对方退回', duty: 'credit.collect', taskZh: '待更正重发' },
  },
}).actions((action) => ({
  draft: action({
    zh: '登记',
    from: 'new',
    to: 'drafted',
    by: 'credit.collect',
    form: {
      direction: choice('方向', { out: '发出', in: '收到' }),
      partner: ref('平台', 'credit.partner'),
      topic: choice('内容', { grade: '信用等级', volunteer: '志愿服务', list: '名单' }),
      trade: choice('行业', trades),
      code: text('本方标识', { maxLength: 18 }),
      name: text('主体', { maxLength: 100 }),
      outsideId: text('对方标识', { maxLength: 60 }).optional(),
      content: text('内容', { maxLength: 300 }),
      hours: number('志愿时长', { unit: '小时', min: 0 }).optional(),
      solved: number('解决问题', { unit: '个', min: 0 }).optional(),
      provenance: text('来源与核实', { maxLength: 200 }),
    },
    check: ({ input }) =>
      input.topic === 'volunteer' && !((input.hours ?? 0) > 0)
        ? refuse('credit.field', { why: '志愿服务须填写时长' })
        : input.direction === 'in' && !input.outsideId
          ? refuse('credit.field', { why: '收到的信息须有对方标识' })
          : undefined,
  }),
  verify: action({
    zh: '核实并发出、采用',
    from: 'drafted',
    to: ({ subject }) => (subject.direction === 'in' ? 'adopted' : 'sent'),
    by: 'credit.review',
    tone: 'primary',
    guard: ({ past, actor }) =>
      past[0]?.actorId === actor.id ? refuse('credit.same-person', { role: '核实人', other: '登记人' }) : undefined,
    effects: ({ now }) => ({ set: { sentAt: now.toISOString() } }),
  }),
  acknowledge: action({
    zh: '登记对方回执',
    from: 'sent',
    to: ({ input }) => (input.isAccepted === 'yes' ? 'accepted' : 'rejected'),
    by: 'credit.collect',
    form: {
      isAccepted: choice('结果', { yes: '采用', no: '退回' }),
      outsideId: text('对方标识', { maxLength: 60 }),
      reply: text('回执', { maxLength: 300 }),
    },
    effects: ({ input, now }) => ({
      set: { reply: input.reply, outsideId: input.outsideId, acceptedAt: input.isAccepted === 'yes' ? now.toISOString() : null },
    }),
  }),
  correct: action({
    zh: '更正后重发',
    from: 'rejected',
    to: 'drafted',
    by: 'credit.collect',
    form: {
      content: text('内容', { maxLength: 300 }),
      hours: number('志愿时长', { min: 0 }).optional(),
      correction: text('更正说明', { maxLength: 300 }),
    },
    effects: ({ input, subject }) => ({
      set: { content: input.content, hours: input.hours ?? subject.hours, correction: input.correction },
    }),
  }),
}))
/** 双公示: one line per decision in the national layout, due within seven working days; exported as the list is. */
export const disclosure = procedure('credit.disclosure', {
  zh: '双公示数据',
  menu: '信用共享',
  title: 'subjectName',
  help: '行政许可、行政处罚决定之日起七个工作日内上传;导出 GET /api/rows/credit.disclosure/export?format=csv。',
  numbering: { prefix: 'SG', per: 'year', digits: 5 },
  leadingClock: 'upload',
  mirror: { upload: { dueAt: 'uploadDueAt', stoppedAt: 'uploadedAt' } },
  fields: {
    category: choice('类别', { permit: '行政许可', penalty: '行政处罚' }),
    subjectName: text('行政相对人名称', { maxLength: 100 }).searchable(),
    subjectKind: choice('行政相对人类别', { org: '法人及非法人组织', person: '自然人' }),
    subjectCode: text('统一社会信用代码、证件号码', { maxLength: 18 }).personal('idNumber'),
    documentName: text('决定文书名称', { maxLength: 120 }),
    documentNumber: text('决定文书号', { maxLength: 80 }).searchable(),
    content: text('许可内容、处罚内容', { maxLength: 500 }),
    decidedOn: date('决定日期'),
    validFrom: date('有效期自').optional(),
    validTo: date('有效期至、公示截止期').optional(),
    organ: text('决定机关', { maxLength: 80 }),
    batch: text('上传批次', { maxLength: 40 }).optional(),
    uploadDueAt: instant('上传期限').optional(),
    uploadedAt: instant('上传时间').optional(),
  },
  clocks: { upload: { zh: '双公示上传', basis: '双公示数据标准(凭记忆,待核对)', byDay: 'plain' } },
  statuses: {
    waiting: { zh: '待上传', duty: 'credit.collect', taskZh: '待上传双公示' },
    uploaded: { zh: '已上传', kind: 'final' },
  },
}).actions((action) => ({
  note: action({
    zh: '生成',
    from: 'new',
    to: 'waiting',
    by: 'system',
    form: {
      category: choice('类别', { permit: '行政许可', penalty: '行政处罚' }),
      subjectName: text('行政相对人名称', { maxLength: 100 }),
      subjectKind: choice('行政相对人类别', { org: '法人及非法人组织', person: '自然人' }),
      subjectCode: text('代码', { maxLength: 18 }),
      documentName: text('决定文书名称', { maxLength: 120 }),
      documentNumber: text('决定文书号', { maxLength: 80 }),
      content: text('内容', { maxLength: 500 }),
      decidedOn: date('决定日期'),
      validFrom: date('有效期自').optional(),
      validTo: date('有效期至').optional(),
      organ: text('决定机关', { maxLength: 80 }),
    },
    effects: ({ parameter }) => ({
      clocks: [{ clock: 'upload', do: 'start', limit: { value: parameter('credit.disclose-days'), unit: 'work_day' } }],
    }),
  }),
  upload: action({
    zh: '登记已上传',
    from: 'waiting',
    to: 'uploaded',
    by: 'credit.collect',
    tone: 'primary',
    isBulk: true,
    form: { batch: text('上传批次', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: { batch: input.batch }, clocks: [{ clock: 'upload', do: 'stop' }] }),
  }),
}))
