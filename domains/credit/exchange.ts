/** 跨平台共享与双公示: what goes out and comes in, with mapped identifiers, provenance, answers and the days allowed. */
import { choice, date, instant, number, one, procedure, ref, refuse, text } from '#kernel'
import { type Trade, trades } from './contract.ts'

/** 跨地区跨部门跨平台: sent and received results, with mapped identifiers and where they come from; 志愿者 hours after verification. */
const shareForm = {
  direction: choice('方向', { out: '发出', in: '收到' }),
  partner: ref('平台', 'credit.partner'),
  topic: choice('内容', { grade: '信用等级', volunteer: '志愿服务', list: '名单' }),
  subject: ref('信用主体', 'credit.subject').optional().help('信用等级、名单的交换选择'),
  volunteer: ref('志愿者', 'volunteers.volunteer')
    .optional()
    .help('志愿服务的报送选择;时长与件数取自核定的服务记录中还没有报送的'),
  outsideId: text('对方标识', { maxLength: 60 }).optional().help('收到的必填'),
  outside: text('对方结果', { maxLength: 300 }).optional().help('收到的必填;发出的内容由档案生成'),
  provenance: text('来源与核实', { maxLength: 200 }),
} as const
interface Known {
  readonly name: string
  readonly code: string
  readonly trade: Trade
  readonly grade: string | null
  readonly score: number | null
  readonly gradedOn: string | null
  readonly isListed: boolean | null
  readonly isRed: boolean | null
}
interface Serving {
  readonly name: string
  readonly code: string
  readonly hours: number
  readonly solved: number
}
const knownSql = `select name, code, trade, grade, score::float8 as score, graded_on::text as "gradedOn", is_listed as "isListed", is_red as "isRed"
  from credit.subject where id = $1 and retired_at is null`
/** What the ledger of service has, less what was told before. */
const servingSql = `select v.name, v.code,
    round(coalesce((select sum(l.hours) from volunteers.ledger l where l.volunteer = v.id), 0) - coalesce((select sum(s.hours) from credit.share s where s.volunteer = v.id), 0), 1)::float8 as hours,
    (coalesce((select sum(l.pieces) from volunteers.ledger l where l.volunteer = v.id), 0) - coalesce((select sum(s.solved) from credit.share s where s.volunteer = v.id), 0))::float8 as solved
  from volunteers.volunteer v where v.id = $1 and v.retired_at is null`
const contentOf = (topic: 'grade' | 'list' | 'volunteer', known: Known | undefined, serving: Serving | undefined): string => {
  if (topic === 'volunteer') return `志愿服务${serving?.hours}小时,解决问题${serving?.solved}件`
  return topic === 'grade'
    ? `信用等级${known?.grade}级,${known?.score}分(${known?.gradedOn}评定)`
    : known?.isListed
      ? '列入严重失信名单'
      : '列入红名单'
}
export const share = procedure('credit.share', {
  zh: '信用信息交换',
  menu: '信用共享',
  title: 'content',
  help: '发出的等级、名单取自信用档案,志愿时长取自核定的服务记录,由他人核实后发出;收到的写明对方标识与来源,采用后在档案中可见。',
  numbering: { prefix: 'XH', per: 'year', digits: 5 },
  fields: {
    ...shareForm,
    trade: choice('行业', trades),
    code: text('本方标识', { maxLength: 20 }).personal('idNumber'),
    name: text('主体', { maxLength: 100 }).searchable(),
    content: text('内容', { maxLength: 300 }).searchable(),
    hours: number('志愿时长', { unit: '小时', min: 0, decimals: 1 }).optional(),
    solved: number('解决问题', { unit: '件', min: 0 }).optional(),
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
    form: shareForm,
    look: async ({ tx, input }) => ({
      known: await one<Known>(tx, knownSql, [input.subject ?? null]),
      serving: await one<Serving>(tx, servingSql, [input.volunteer ?? null]),
    }),
    check: ({ input, found: { known, serving } }) => {
      const wrong = (why: string) => refuse('credit.field', { why })
      if (input.topic === 'volunteer') {
        if (input.direction === 'in') return wrong('志愿服务只由本方报送')
        if (!serving) return wrong('请选择志愿者')
        return serving.hours > 0 ? undefined : wrong(`${serving.name}没有还未报送的核定时长`)
      }
      if (!known) return wrong('请选择信用主体')
      if (input.direction === 'in')
        return input.outsideId && input.outside ? undefined : wrong('收到的信息须有对方标识和对方结果')
      if (input.topic === 'grade') return known.grade ? undefined : wrong(`${known.name}还没有评出等级`)
      return known.isListed || known.isRed ? undefined : wrong(`${known.name}不在名单上`)
    },
    effects: ({ input, found: { known, serving } }) => ({
      set: {
        name: (known ?? serving)?.name ?? '',
        code: (known ?? serving)?.code ?? '',
        trade: input.topic === 'volunteer' ? 'volunteer' : (known?.trade ?? 'volunteer'),
        content: input.direction === 'in' ? (input.outside ?? '') : contentOf(input.topic, known, serving),
        ...(input.topic === 'volunteer' ? { hours: serving?.hours ?? 0, solved: Math.max(0, serving?.solved ?? 0) } : {}),
      },
    }),
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
      hours: number('核减后的时长', { unit: '小时', min: 0, decimals: 1 }).optional().help('只有志愿服务填写;只能减少'),
      correction: text('更正说明', { maxLength: 300 }),
    },
    check: ({ input, subject }) =>
      input.hours != null && (subject.topic !== 'volunteer' || input.hours > (subject.hours ?? 0))
        ? refuse('credit.field', { why: `更正后的时长不能多于原报送的${subject.hours ?? 0}小时` })
        : undefined,
    effects: ({ input, subject }) => ({
      set: {
        correction: input.correction,
        ...(input.hours != null
          ? {
              hours: input.hours,
              content: `志愿服务${input.hours}小时,解决问题${subject.solved ?? 0}件(更正:${input.correction})`.slice(0, 300),
            }
          : {}),
      },
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
