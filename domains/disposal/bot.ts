/** BOT 项目监管 and the phases of the treatment centre: what the contract promises against what was seen, paid by the score; works by permits and milestones. */
import {
  addDays,
  bySystem,
  choice,
  date,
  dayText,
  first,
  integer,
  type Job,
  longText,
  many,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  round,
  rows,
  text,
  type WorkContext,
} from '#kernel'
import { notYet, why } from './shared.ts'

const kinds = { incineration: '焚烧发电', leachate: '渗滤液处理', kitchen: '餐厨处理', gas: '填埋气发电' } as const
const goal = {
  item: text('考核指标', { maxLength: 60 }),
  weight: number('分值', { min: 0.1 }),
  sense: choice('要求', { least: '不低于', most: '不高于' }),
  target: number('约定值'),
  unit: text('单位', { maxLength: 12 }).optional(),
} as const
const contractForm = {
  name: text('项目', { maxLength: 100 }),
  kind: choice('类别', kinds),
  company: text('项目公司', { maxLength: 80 }),
  fromOn: date('特许经营起'),
  toOn: date('止'),
  monthFen: money('月服务费'),
  goals: rows('考核指标', goal),
} as const
export const bot = procedure('disposal.bot', {
  zh: 'BOT 项目',
  menu: '项目监管',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'BOT', per: 'year', digits: 2 },
  fields: {
    ...contractForm,
    name: contractForm.name.searchable(),
    company: contractForm.company.searchable(),
    plan: longText('移交准备', { maxLength: 500 }).optional(),
  },
  statuses: {
    running: { zh: '运营' },
    ending: { zh: '到期准备', duty: 'disposal.manage', taskZh: 'BOT 项目即将到期,准备移交' },
    handed: { zh: '已移交', kind: 'final' },
  },
}).actions((action) => ({
  enter: action({
    zh: '登记合同',
    from: 'new',
    to: 'running',
    by: 'disposal.manage',
    form: contractForm,
    check: ({ input }) =>
      first(
        why(input.toOn <= input.fromOn, '止不能早于起'),
        why(Math.abs(input.goals.reduce((n, g) => n + g.weight, 0) - 100) > 1e-9, '考核指标分值之和应为100'),
      ),
    effects: ({ input, parameter }) => ({
      timers: [
        {
          name: 'end',
          at: new Date(`${addDays(input.toOn, -parameter('disposal.handover-days'))}T00:00:00+08:00`),
          action: 'remind',
        },
      ],
    }),
  }),
  remind: action({ zh: '到期提醒', from: 'running', to: 'ending', by: 'system' }),
  prepare: action({
    zh: '移交准备',
    from: 'ending',
    to: 'same',
    by: 'disposal.manage',
    form: { plan: longText('移交准备', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  handOver: action({
    zh: '移交',
    from: 'ending',
    to: 'handed',
    by: 'disposal.manage',
    tone: 'primary',
    form: { papers: photos(1, '移交协议') },
    guard: ({ subject }) => notYet(!subject.plan, '请先填写移交准备'),
    check: ({ subject, now }) => notYet(dayText(now) < subject.toOn, `合同${subject.toOn}到期`),
  }),
}))
export const visit = procedure('disposal.visit', {
  zh: 'BOT 现场监管',
  menu: '项目监管',
  title: 'name',
  numbering: { prefix: 'JG', per: 'year', digits: 4 },
  fields: {
    name: text('项目名称', { maxLength: 100 }).searchable().optional(),
    bot: ref('项目', 'disposal.bot'),
    dayOn: date('日期'),
    seen: text('现场情况', { maxLength: 200 }),
    problem: text('问题', { maxLength: 200 }).optional(),
    dueOn: date('整改期限').optional(),
    fix: longText('整改情况', { maxLength: 300 }).optional(),
  },
  statuses: {
    good: { zh: '无问题', kind: 'final' },
    found: { zh: '待整改', duty: 'disposal.run', taskZh: 'BOT 监管问题待整改' },
    fixed: { zh: '待复核', duty: 'disposal.supervise', taskZh: 'BOT 整改待复核' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  visit: action({
    zh: '登记现场监管',
    from: 'new',
    by: 'disposal.supervise',
    form: {
      bot: ref('项目', 'disposal.bot'),
      dayOn: date('日期'),
      seen: text('现场情况', { maxLength: 200 }),
      problem: text('问题', { maxLength: 200 }).optional(),
      dueOn: date('整改期限').optional(),
      photos: photos(1),
    },
    look: ({ tx, input }) => one<{ name: string }>(tx, 'select name from disposal.bot where id = $1', [input.bot]),
    to: ({ input }) => (input.problem ? 'found' : 'good'),
    check: ({ input, now }) =>
      first(
        why(input.dayOn > dayText(now), '日期不能晚于今天'),
        why(Boolean(input.problem) && !input.dueOn, '有问题的须定整改期限'),
      ),
    effects: ({ found }) => ({ set: { name: found?.name } }),
  }),
  fix: action({
    zh: '整改完成',
    from: 'found',
    to: 'fixed',
    by: 'disposal.run',
    tone: 'primary',
    form: { fix: longText('整改情况', { maxLength: 300 }), photos: photos(1) },
    effects: ({ input }) => ({ set: { fix: input.fix } }),
  }),
  close: action({
    zh: '复核',
    from: 'fixed',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'found'),
    by: 'disposal.supervise',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '合格', no: '不合格' }) },
  }),
}))

const scored = { item: text('考核指标', { maxLength: 60 }), actual: number('实际值') } as const
interface Contract {
  readonly name: string
  readonly status: string
  readonly monthFen: number
  readonly goals: readonly {
    readonly item: string
    readonly weight: number
    readonly sense: 'least' | 'most'
    readonly target: number
  }[]
  readonly visits: number
  readonly open: number
}
const contractSql = `select b.name, b.status, b.month_fen::float8 as "monthFen", b.goals, (select count(*)::int from disposal.visit v where v.bot = b.id and v.day_on >= $2::date and v.day_on < $2::date + interval '1 month') as visits,
    (select count(*)::int from disposal.visit v where v.bot = b.id and v.status = any(array['found', 'fixed']) and v.due_on < $2::date + interval '1 month') as open
  from disposal.bot b where b.id = $1`
/** A goal that is met gives its points, one that is missed none; each point below the line of full pay costs its part of the month. */
export const scoreOf = (goals: Contract['goals'], lines: readonly { readonly item: string; readonly actual: number }[]): number =>
  round(
    goals.reduce((n, g) => {
      const actual = lines.find((l) => l.item === g.item)?.actual
      const isMet = actual !== undefined && (g.sense === 'least' ? actual >= g.target : actual <= g.target)
      return n + (isMet ? g.weight : 0)
    }, 0),
  )
export const botMonth = procedure('disposal.bot-month', {
  zh: 'BOT 月度考核付费',
  menu: '项目监管',
  title: 'name',
  numbering: { prefix: 'BK', per: 'year', digits: 4 },
  help: '达到约定值的指标得分,未达到的不得分;低于全额线的每分按比例扣减当月服务费,逾期未整改的问题每件按 1 分计。',
  uniqueTogether: [['bot', 'monthOn']],
  fields: {
    bot: ref('项目', 'disposal.bot'),
    name: text('项目', { maxLength: 100 }).searchable(),
    monthOn: date('月份'),
    lines: rows('实际值', scored),
    score: number('得分'),
    visits: integer('现场监管', { unit: '次' }),
    overdue: integer('逾期未整改', { unit: '件' }),
    monthFen: money('月服务费'),
    cutFen: money('扣减'),
    payFen: money('应付'),
    opinion: longText('意见', { maxLength: 300 }).optional(),
  },
  statuses: {
    scored: { zh: '待批准', duty: 'disposal.approve', taskZh: 'BOT 月度付费待批准' },
    approved: { zh: '已批准', kind: 'final' },
    refused: { zh: '退回重算', kind: 'final' },
  },
}).actions((action) => ({
  score: action({
    zh: '考核',
    from: 'new',
    to: 'scored',
    by: 'disposal.supervise',
    form: { bot: ref('项目', 'disposal.bot'), monthOn: date('月份(当月1日)'), lines: rows('实际值', scored) },
    look: ({ tx, input }) => one<Contract>(tx, contractSql, [input.bot, input.monthOn]),
    check: ({ input, found, now, parameter }) => {
      const missing = (found?.goals ?? []).filter((g) => input.lines.filter((l) => l.item === g.item).length !== 1)
      return first(
        why(!found || found.status === 'handed', '请选择运营中的项目'),
        why(!input.monthOn.endsWith('-01'), '月份请填当月1日'),
        notYet(dayText(now).slice(0, 7) <= input.monthOn.slice(0, 7), '当月未结束'),
        why(missing.length > 0, `考核指标须各填一次:${missing.map((g) => g.item).join('、')}`),
        notYet(
          (found?.visits ?? 0) < parameter('disposal.visits-least'),
          `当月现场监管${found?.visits ?? 0}次,至少${parameter('disposal.visits-least')}次`,
        ),
      )
    },
    effects: ({ input, found, parameter }) => {
      const overdue = found?.open ?? 0
      const score = Math.max(0, scoreOf(found?.goals ?? [], input.lines) - overdue)
      const monthFen = found?.monthFen ?? 0
      const lost = Math.max(0, parameter('disposal.bot-full') - score) * parameter('disposal.bot-cut')
      const cutFen = Math.round((monthFen * Math.min(100, lost)) / 100)
      const set = { name: found?.name ?? '', score, visits: found?.visits ?? 0, overdue, monthFen, cutFen }
      return { set: { ...set, payFen: monthFen - cutFen } }
    },
  }),
  decide: action({
    zh: '批准',
    from: 'scored',
    to: ({ input }) => (input.isOk === 'yes' ? 'approved' : 'refused'),
    by: 'disposal.approve',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '同意付费', no: '退回' }), opinion: longText('说明', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { opinion: input.opinion } }),
  }),
}))

const permitLine = { name: text('手续', { maxLength: 60 }), doneOn: date('取得日期').optional() } as const
const nodeLine = { name: text('节点', { maxLength: 60 }), dueOn: date('计划'), doneOn: date('完成').optional() } as const
const phaseForm = {
  name: text('项目', { maxLength: 100 }),
  phase: text('期次', { maxLength: 20 }),
  designT: number('新增能力', { unit: '吨/日', min: 0 }),
  investWan: number('投资', { unit: '万元', min: 0 }),
  permits: rows('前期手续', permitLine),
  nodes: rows('建设节点', nodeLine),
  works: text('配套工程', { maxLength: 200 }).optional(),
} as const
const lateOf = (
  nodes: readonly { readonly name: string; readonly dueOn: string; readonly doneOn?: string | null }[],
  today: string,
) => nodes.filter((n) => (n.doneOn ?? today) > n.dueOn).map((n) => n.name)
export const phase = procedure('disposal.phase', {
  zh: '处理中心续建项目',
  menu: '项目监管',
  title: 'name',
  numbering: { prefix: 'XJ', per: 'year', digits: 3 },
  help: '手续齐全才能开工,节点全部完成才能验收;逾期节点标出。',
  fields: {
    ...phaseForm,
    name: phaseForm.name.searchable(),
    late: text('逾期节点', { maxLength: 200 }).optional(),
    acceptedOn: date('验收日期').optional(),
  },
  statuses: {
    procedures: { zh: '前期手续', duty: 'disposal.manage', taskZh: '续建项目办理手续' },
    building: { zh: '建设中' },
    accepted: { zh: '已验收', kind: 'final' },
  },
}).actions((action) => ({
  enter: action({
    zh: '立项',
    from: 'new',
    to: 'procedures',
    by: 'disposal.manage',
    form: phaseForm,
    check: ({ input }) => why(input.permits.length === 0 || input.nodes.length === 0, '请列出前期手续与建设节点'),
  }),
  permit: action({
    zh: '取得手续',
    from: 'procedures',
    to: 'same',
    by: 'disposal.manage',
    form: { permit: text('手续', { maxLength: 60 }), doneOn: date('取得日期') },
    check: ({ input, subject, now }) =>
      first(
        why(!subject.permits.some((p) => p.name === input.permit && !p.doneOn), `没有未取得的手续“${input.permit}”`),
        why(input.doneOn > dayText(now), '日期不能晚于今天'),
      ),
    effects: ({ input, subject }) => ({
      set: { permits: subject.permits.map((p) => (p.name === input.permit ? { ...p, doneOn: input.doneOn } : p)) },
    }),
  }),
  begin: action({
    zh: '开工',
    from: 'procedures',
    to: 'building',
    by: 'disposal.manage',
    tone: 'primary',
    guard: ({ subject }) => {
      const missing = subject.permits.filter((p) => !p.doneOn).map((p) => p.name)
      return notYet(missing.length > 0, `手续未齐:${missing.join('、')}`)
    },
  }),
  reach: action({
    zh: '完成节点',
    from: 'building',
    to: 'same',
    by: 'disposal.manage',
    form: { node: text('节点', { maxLength: 60 }), doneOn: date('完成日期') },
    check: ({ input, subject, now }) =>
      first(
        why(!subject.nodes.some((n) => n.name === input.node && !n.doneOn), `没有未完成的节点“${input.node}”`),
        why(input.doneOn > dayText(now), '日期不能晚于今天'),
      ),
    effects: ({ input, subject, now }) => {
      const nodes = subject.nodes.map((n) => (n.name === input.node ? { ...n, doneOn: input.doneOn } : n))
      return { set: { nodes, late: lateOf(nodes, dayText(now)).join('、').slice(0, 200) || null } }
    },
  }),
  accept: action({
    zh: '竣工验收',
    from: 'building',
    to: 'accepted',
    by: 'disposal.approve',
    tone: 'primary',
    form: { acceptedOn: date('验收日期'), papers: photos(1, '验收意见') },
    check: ({ input, subject, now }) => {
      const open = subject.nodes.filter((n) => !n.doneOn).map((n) => n.name)
      return first(
        notYet(open.length > 0, `节点未完成:${open.join('、')}`),
        why(input.acceptedOn > dayText(now), '日期不能晚于今天'),
      )
    },
    effects: ({ input }) => ({ set: { acceptedOn: input.acceptedOn } }),
  }),
  mark: action({
    zh: '标记逾期',
    from: ['procedures', 'building'],
    to: 'same',
    by: 'system',
    form: { late: text('逾期节点', { maxLength: 200 }).optional() },
    effects: ({ input }) => ({ set: input }),
  }),
}))
/** Each night: nodes past their day are marked. */
export const phaseJob: Job = {
  id: 'disposal.phases',
  zh: '续建项目节点逾期',
  everyMinutes: 720,
  run: async (ctx: WorkContext) => {
    const today = dayText(ctx.now)
    const open = await many<{ id: string; nodes: Parameters<typeof lateOf>[0]; late: string | null }>(
      ctx.tx,
      `select id, nodes, late from disposal.phase where status = any(array['procedures', 'building'])`,
    )
    for (const p of open) {
      const late = lateOf(p.nodes, today).join('、').slice(0, 200)
      if (late !== (p.late ?? '')) await bySystem(ctx, phase.id, p.id, 'mark', late ? { late } : {})
    }
  },
}
