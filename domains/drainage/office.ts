/** 排水管理: a plant's day and its load, plans read by experts, and what the level above said of the rivers. */
import {
  choice,
  date,
  dayText,
  files,
  integer,
  longText,
  number,
  one,
  percentOf,
  photos,
  procedure,
  ref,
  rows,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'

const dayForm = {
  plant: ref('污水处理厂', 'drainage.plant'),
  dayOn: date('日期'),
  treatedT: number('处理量', { unit: '吨', min: 0 }),
  isMet: choice('出水', { yes: '达标', no: '超标' }),
  note: text('说明', { maxLength: 200 }).optional().help('超负荷、出水超标须写明'),
} as const
export const plantDay = procedure('drainage.plant-day', {
  zh: '污水处理日报',
  menu: '排水工程',
  title: 'name',
  numbering: { prefix: 'WS', per: 'day', digits: 3 },
  uniqueTogether: [['plant', 'dayOn']],
  help: '负荷率 = 处理量 ÷ 设计能力;改扩建完成后修改台账的设计能力,以前的日报不变。',
  fields: {
    ...dayForm,
    name: text('污水处理厂', { maxLength: 60 }).searchable(),
    designT: number('设计能力', { unit: '吨/日' }),
    loadPercent: number('负荷率', { unit: '%' }),
  },
  statuses: {
    filed: { zh: '待审核', duty: 'drainage.verify', taskZh: '污水处理日报待审核' },
    confirmed: { zh: '已审核', kind: 'final' },
  },
}).actions((action) => ({
  file: action({
    zh: '填报',
    from: 'new',
    to: 'filed',
    by: 'drainage.run',
    form: dayForm,
    look: ({ tx, input }) =>
      one<{ name: string; designT: number }>(
        tx,
        'select name, design_t::float8 as "designT" from drainage.plant where id = $1 and retired_at is null',
        [input.plant],
      ),
    check: ({ input, found, now }) =>
      why(!found, '没有这座污水处理厂') ??
      why(input.dayOn >= dayText(now), '当日结束后填报') ??
      why((input.treatedT > (found?.designT ?? 0) || input.isMet === 'no') && !input.note, '超负荷、出水超标须写明'),
    effects: ({ input, found }) => ({
      set: {
        name: found?.name ?? '',
        designT: found?.designT ?? 0,
        loadPercent: percentOf(input.treatedT, found?.designT ?? 0) ?? 0,
      },
    }),
  }),
  confirm: action({ zh: '审核', from: 'filed', to: 'confirmed', by: 'drainage.verify', tone: 'primary', isBulk: true }),
}))

const expertLine = { name: text('专家', { maxLength: 40 }), org: text('单位', { maxLength: 80 }) } as const
const opinionLine = { no: integer('序号', { min: 1 }), opinion: text('意见', { maxLength: 300 }) } as const
const answerLine = {
  no: integer('序号', { min: 1 }),
  answer: text('采纳情况', { maxLength: 300 }),
  isTaken: choice('采纳', { yes: '采纳', part: '部分采纳', no: '不采纳(说明理由)' }),
} as const
export const planPaper = procedure('drainage.plan-paper', {
  zh: '排水规划方案',
  menu: '排水工程',
  title: 'name',
  numbering: { prefix: 'GH', per: 'year', digits: 3 },
  uniqueTogether: [['name']],
  help: '编制 → 专家评审(不少于三人)→ 逐条答复意见 → 批准;评审不通过的退回编制。',
  fields: {
    name: text('规划(方案)', { maxLength: 100 }).searchable(),
    kind: choice('类别', { plan: '专项规划', scheme: '实施方案', feasibility: '可行性研究' }),
    author: text('编制单位', { maxLength: 80 }),
    fromYear: integer('起始年', { min: 2000, max: 2100 }),
    toYear: integer('终止年', { min: 2000, max: 2100 }),
    experts: rows('评审专家', expertLine).optional(),
    opinions: rows('专家意见', opinionLine).optional(),
    answers: rows('意见答复', answerLine).optional(),
    reviewedOn: date('评审日期').optional(),
    reviews: integer('评审次数', { unit: '次' }),
    years: integer('周期', { unit: '年' }),
    paper: text('批准文号', { maxLength: 60 }).optional(),
  },
  statuses: {
    drafting: { zh: '编制中', duty: 'drainage.manage', taskZh: '排水规划待评审' },
    reviewed: { zh: '待修改', duty: 'drainage.manage', taskZh: '专家意见待答复' },
    revised: { zh: '待批准', duty: 'drainage.approve', taskZh: '排水规划待批准' },
    approved: { zh: '已批准', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '立项编制',
    from: 'new',
    to: 'drafting',
    by: 'drainage.manage',
    form: {
      name: text('规划(方案)', { maxLength: 100 }),
      kind: choice('类别', { plan: '专项规划', scheme: '实施方案', feasibility: '可行性研究' }),
      author: text('编制单位', { maxLength: 80 }),
      fromYear: integer('起始年', { min: 2000, max: 2100 }),
      toYear: integer('终止年', { min: 2000, max: 2100 }),
    },
    check: ({ input }) => why(input.toYear < input.fromYear, '终止年不能早于起始年'),
    effects: ({ input }) => ({ set: { reviews: 0, years: input.toYear - input.fromYear + 1 } }),
  }),
  review: action({
    zh: '专家评审',
    from: 'drafting',
    to: ({ input }) => (input.isOk === 'yes' ? 'reviewed' : 'drafting'),
    by: 'drainage.manage',
    tone: 'primary',
    form: {
      experts: rows('评审专家', expertLine),
      opinions: rows('专家意见', opinionLine),
      isOk: choice('结论', { yes: '通过', no: '不通过' }),
      reviewedOn: date('评审日期'),
      papers: files(1, '评审意见书'),
    },
    check: ({ input, now, subject }) =>
      why(new Set(input.experts.map((e) => e.name)).size < 3, '评审专家不少于三人') ??
      why(
        input.experts.some((e) => e.org === subject.author),
        '编制单位的人不能评审自己的规划',
      ) ??
      why(new Set(input.opinions.map((e) => e.no)).size < input.opinions.length, '意见序号重复') ??
      why(input.reviewedOn > dayText(now), '评审日期不能晚于今天'),
    effects: ({ input: { isOk: _, papers: __, ...values }, subject }) => ({ set: { ...values, reviews: subject.reviews + 1 } }),
  }),
  answer: action({
    zh: '答复意见、修改',
    from: 'reviewed',
    to: 'revised',
    by: 'drainage.manage',
    tone: 'primary',
    form: { answers: rows('意见答复', answerLine) },
    check: ({ input, subject }) => {
      const open = (subject.opinions ?? []).filter((o) => input.answers.filter((a) => a.no === o.no).length !== 1)
      return notYet(open.length > 0, `第${open.map((o) => o.no).join('、')}条意见未答复`)
    },
    effects: ({ input }) => ({ set: input }),
  }),
  approve: action({
    zh: '批准',
    from: 'revised',
    to: 'approved',
    by: 'drainage.approve',
    tone: 'primary',
    form: { paper: text('批准文号', { maxLength: 60 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))

export const bulletin = procedure('drainage.bulletin', {
  zh: '河湖长制通报',
  menu: '河湖长制',
  title: 'title',
  numbering: { prefix: 'HT', per: 'year', digits: 3 },
  help: '表扬登记即止;批评须整改并报结果,由领导确认。',
  fields: {
    title: text('事项', { maxLength: 120 }).searchable(),
    kind: choice('性质', { praise: '表扬', criticism: '批评' }),
    issuer: text('通报单位', { maxLength: 80 }),
    month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份如 2026-08' } }),
    issuedOn: date('通报日期'),
    dueOn: date('整改期限').optional(),
    result: longText('整改结果', { maxLength: 500 }).optional(),
  },
  statuses: {
    praised: { zh: '已登记', kind: 'final' },
    rectifying: { zh: '整改中', duty: 'drainage.manage', taskZh: '河湖通报待整改' },
    done: { zh: '待确认', duty: 'drainage.approve', taskZh: '河湖通报整改待确认' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  enter: action({
    zh: '登记',
    from: 'new',
    to: ({ input }) => (input.kind === 'praise' ? 'praised' : 'rectifying'),
    by: 'drainage.manage',
    form: {
      title: text('事项', { maxLength: 120 }),
      kind: choice('性质', { praise: '表扬', criticism: '批评' }),
      issuer: text('通报单位', { maxLength: 80 }),
      month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份如 2026-08' } }),
      issuedOn: date('通报日期'),
      dueOn: date('整改期限').optional(),
      papers: files(1, '通报'),
    },
    check: ({ input, now }) =>
      why(input.issuedOn > dayText(now), '通报日期不能晚于今天') ??
      why(input.kind === 'criticism' && !input.dueOn, '批评须填整改期限'),
  }),
  rectify: action({
    zh: '报整改结果',
    from: 'rectifying',
    to: 'done',
    by: 'drainage.manage',
    tone: 'primary',
    form: { result: longText('整改结果', { maxLength: 500 }), photos: photos(1) },
    effects: ({ input }) => ({ set: { result: input.result } }),
  }),
  confirm: action({
    zh: '确认',
    from: 'done',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'rectifying'),
    by: 'drainage.approve',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '销号', no: '继续整改' }) },
  }),
}))
