/** The end of a year and the beginning of the next: 存在问题与不足 with their cause, the plan whose tasks must answer them, and what the higher government is asked for. */
import { choice, date, dayText, endOf, first, integer, list, longText, many, one, procedure, text, unit } from '#kernel'
import { notYet, why, yearOf } from '../shared.ts'

const lack = {
  year: integer('年度', { min: 2000, max: 2100 }),
  what: text('问题', { maxLength: 200 }),
  cause: longText('原因', { maxLength: 500 }),
  unit: unit('责任单位'),
} as const
export const shortcoming = procedure('affairs.shortcoming', {
  zh: '存在问题与不足',
  menu: '年度计划与请示',
  title: 'what',
  numbering: { prefix: 'BZ', per: 'year', digits: 3 },
  help: '写明原因;下一年的任务须指向它,没有任务指向的,下一年计划不能印发;任务办结后销号。',
  uniqueTogether: [['year', 'what']],
  fields: {
    ...lack,
    what: lack.what.searchable(),
    tasks: integer('针对的任务', { unit: '项' }),
    closedOn: date('销号日期').optional(),
  },
  statuses: {
    open: { zh: '待解决' },
    fixed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  admit: action({
    zh: '列出',
    from: 'new',
    to: 'open',
    by: 'affairs.manage',
    form: lack,
    look: ({ tx, input }) => one<{ n: number }>(tx, 'select 1 as n from kernel.unit where id = $1', [input.unit]),
    check: ({ input, found, now }) =>
      first(why(!found, '没有这个单位'), why(input.year > yearOf(dayText(now)), '不能列出将来年度的不足')),
    effects: ({ input }) => ({ set: { unitId: input.unit, tasks: 0 } }),
  }),
  fix: action({
    zh: '任务办结,销号',
    from: 'open',
    to: 'fixed',
    by: 'system',
    form: { tasks: integer('任务') },
    effects: ({ now, input }) => ({ set: { tasks: input.tasks, closedOn: dayText(now) } }),
  }),
}))
const planForm = { year: integer('计划年度', { min: 2000, max: 2100 }), aims: list('总体目标') } as const
const unansweredSql = `select s.number || ' ' || s.what as what from affairs.shortcoming s where s.year = $1 and s.status = 'open'
  and not exists (select 1 from affairs.matter m where m.district = s.district and m.issue = s.id and m.year = $2 and m.status <> 'cancelled') order by s.number`
export const plan = procedure('affairs.plan', {
  zh: '年度工作计划',
  menu: '年度计划与请示',
  title: 'name',
  numbering: { prefix: 'JH', per: 'year', digits: 2 },
  help: '两张清单(城管委重点、局配套)都有任务,上一年每条不足都有任务指向,才能印发;印发时任务数定格。',
  uniqueTogether: [['year']],
  fields: {
    ...planForm,
    name: text('计划', { maxLength: 60 }).searchable(),
    committee: integer('城管委重点工作', { unit: '项' }).optional(),
    bureau: integer('局配套工作', { unit: '项' }).optional(),
    answered: integer('针对的不足', { unit: '条' }).optional(),
    issuedOn: date('印发日期').optional(),
  },
  statuses: {
    draft: { zh: '编制中', duty: 'affairs.manage', taskZh: '年度计划编制中' },
    issued: { zh: '已印发', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '编制',
    from: 'new',
    to: 'draft',
    by: 'affairs.manage',
    form: planForm,
    look: ({ tx, input }) => one<{ number: string }>(tx, 'select number from affairs.plan where year = $1', [input.year]),
    check: ({ found, input }) =>
      first(notYet(Boolean(found), `已有${found?.number ?? ''}`), why(input.aims.length === 0, '请写总体目标')),
    effects: ({ input }) => ({ set: { name: `${input.year}年工作计划` } }),
  }),
  issue: action({
    zh: '印发',
    from: 'draft',
    to: 'issued',
    by: 'affairs.lead',
    tone: 'primary',
    look: async ({ tx, subject }) => ({
      left: await many<{ what: string }>(tx, unansweredSql, [subject.year - 1, subject.year]),
      n: await one<{ committee: number; bureau: number; answered: number }>(
        tx,
        `select (count(*) filter (where kind = 'committee'))::int as committee, (count(*) filter (where kind = 'bureau'))::int as bureau, count(distinct issue)::int as answered
           from affairs.matter where year = $1 and kind = any(array['committee', 'bureau']) and status <> 'cancelled'`,
        [subject.year],
      ),
    }),
    check: ({ found }) =>
      first(
        notYet(found.left.length > 0, `没有任务指向:${found.left.map((l) => l.what).join(';')}`),
        notYet((found.n?.committee ?? 0) === 0, '还没有城管委重点工作'),
        notYet((found.n?.bureau ?? 0) === 0, '还没有局配套工作'),
      ),
    effects: ({ found, now }) => ({ set: { ...found.n, issuedOn: dayText(now) } }),
  }),
}))
const askForm = {
  year: integer('年度', { min: 2000, max: 2100 }),
  name: text('事项', { maxLength: 120 }),
  to: text('请示对象', { maxLength: 60 }),
  problem: longText('问题', { maxLength: 500 }),
  reason: longText('原因', { maxLength: 500 }),
  proposal: longText('建议', { maxLength: 500 }),
} as const
export const request = procedure('affairs.request', {
  zh: '意见建议(请上级支持)',
  menu: '年度计划与请示',
  title: 'name',
  listed: ['year', 'to', 'sentOn', 'verdict', 'repliedOn'],
  numbering: { prefix: 'QS', per: 'year', digits: 3 },
  help: '问题、原因、建议三者齐备,经领导审定后报出;答复后跟踪到落实;报出的进入年度报告第三部分。',
  fields: {
    ...askForm,
    name: askForm.name.searchable(),
    sentOn: date('报出日期').optional(),
    paper: text('报文号', { maxLength: 60 }).optional(),
    repliedOn: date('答复日期').optional(),
    verdict: choice('答复', { agreed: '同意', partly: '部分同意', refused: '暂不支持' }).optional(),
    reply: longText('答复内容', { maxLength: 1000 }).optional(),
    follow: longText('落实情况', { maxLength: 1000 }).optional(),
  },
  clocks: { follow: { zh: '落实', limit: { value: 90, unit: 'natural_day' }, basis: '本局请示事项跟踪办法(示例)' } },
  statuses: {
    draft: { zh: '待审定', duty: 'affairs.lead', taskZh: '意见建议待审定' },
    sent: { zh: '已报出,待答复', duty: 'affairs.manage', taskZh: '意见建议待答复' },
    replied: { zh: '已答复,待落实', duty: 'affairs.manage', taskZh: '上级答复待落实' },
    closed: { zh: '已落实', kind: 'final' },
    refused: { zh: '未获支持', kind: 'final' },
    withdrawn: { zh: '未报出', kind: 'final' },
  },
}).actions((action) => ({
  write: action({ zh: '提出', from: 'new', to: 'draft', by: 'affairs.manage', form: askForm }),
  send: action({
    zh: '审定',
    from: 'draft',
    to: ({ input }) => (input.isOk === 'yes' ? 'sent' : 'withdrawn'),
    by: 'affairs.lead',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '报出', no: '不报' }), paper: text('报文号(报出时填)', { maxLength: 60 }).optional() },
    check: ({ input }) => why(input.isOk === 'yes' && !input.paper, '报出的请填报文号'),
    effects: ({ input, now }) => (input.isOk === 'yes' ? { set: { paper: input.paper ?? null, sentOn: dayText(now) } } : {}),
  }),
  answer: action({
    zh: '登记答复',
    from: 'sent',
    to: ({ input }) => (input.verdict === 'refused' ? 'refused' : 'replied'),
    by: 'affairs.manage',
    form: {
      verdict: choice('答复', { agreed: '同意', partly: '部分同意', refused: '暂不支持' }),
      repliedOn: date('答复日期'),
      reply: longText('答复内容', { maxLength: 1000 }),
    },
    check: ({ input, subject, now }) =>
      why(input.repliedOn < (subject.sentOn ?? '') || input.repliedOn > dayText(now), '答复日期应在报出之后、今天以前'),
    effects: ({ input, now }) => ({
      set: input,
      clocks:
        input.verdict === 'refused'
          ? []
          : [{ clock: 'follow', do: 'start', dueAt: endOf(dayText(new Date(now.getTime() + 90 * 86_400_000))) }],
    }),
  }),
  follow: action({
    zh: '登记落实',
    from: 'replied',
    to: 'closed',
    by: 'affairs.manage',
    tone: 'primary',
    form: { follow: longText('落实情况', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'follow', do: 'stop' }] }),
  }),
}))
