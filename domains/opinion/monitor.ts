/** 监测: the daily digest by tone and topic, and the alarm when a word is suddenly everywhere. */
import {
  choice,
  date,
  dayText,
  integer,
  longText,
  number,
  openIn,
  procedure,
  raw,
  refuse,
  rows,
  text,
  type WorkContext,
} from '#kernel'
import { topics } from './registers.ts'

const topicLine = {
  topic: choice('主题', topics),
  mentions: integer('条数', { min: 0 }),
  bad: integer('负面', { min: 0 }),
} as const
interface TopicLine {
  readonly topic: keyof typeof topics
  readonly mentions: number
  readonly bad: number
}
const dayOfMention = `(m.at at time zone 'Asia/Shanghai')::date`
const hit = `position(lower(k.word) in lower(m.title || ' ' || coalesce(m.content, ''))) > 0`
const topicSql = `select topic, count(*)::int as mentions, (count(*) filter (where tone = 'bad'))::int as bad from (
    select m.id, m.tone, coalesce((select k.topic from opinion.keyword k where k.retired_at is null and ${hit} order by k.word limit 1), 'other') as topic
    from opinion.mention m where ${dayOfMention} = $1::date) x group by 1 order by 2 desc, 1`
const totalSql = `select count(*)::int as total, (count(*) filter (where tone = 'bad'))::int as bad, (count(*) filter (where tone = 'good'))::int as good,
    string_agg(m.title, ';' order by o.reach desc, m.at) filter (where tone = 'bad') as titles
  from opinion.mention m join opinion.outlet o on o.id = m.outlet where ${dayOfMention} = $1::date`
export const digest = procedure('opinion.digest', {
  zh: '舆情日报',
  menu: '舆情',
  numbering: { prefix: 'YB', per: 'year', digits: 4 },
  title: 'name',
  help: '每天自动汇总前一日监测信息,按倾向与主题',
  uniqueTogether: [['day']],
  fields: {
    day: date('日期'),
    name: text('名称', { maxLength: 40 }).searchable().optional(),
    total: integer('条数', { min: 0, unit: '条' }).optional(),
    bad: integer('负面', { min: 0, unit: '条' }).optional(),
    good: integer('正面', { min: 0, unit: '条' }).optional(),
    byTopic: rows('各主题', topicLine).optional(),
    titles: longText('负面标题(按媒体影响力)', { maxLength: 8000 }).optional(),
    note: longText('批示', { maxLength: 2000 }).optional(),
  },
  statuses: {
    made: { zh: '待阅', duty: 'opinion.lead', taskZh: '舆情日报待阅' },
    read: { zh: '已阅', kind: 'final' },
  },
}).actions((action) => ({
  make: action({
    zh: '汇总日报',
    from: 'new',
    to: 'made',
    by: 'opinion.watch',
    form: { day: date('日期') },
    look: async ({ tx, input }) => {
      const totals = await raw<{ total: number; bad: number; good: number; titles: string | null }>(tx, totalSql, [input.day])
      const { rows: byTopic } = await raw<TopicLine>(tx, topicSql, [input.day])
      return { ...(totals.rows[0] ?? { total: 0, bad: 0, good: 0, titles: null }), byTopic }
    },
    check: ({ input, now }) =>
      input.day >= dayText(now) ? refuse('opinion.not-yet', { why: '当日尚未结束,不能出日报' }) : undefined,
    effects: ({ found, input }) => ({
      set: { ...found, name: `${input.day}舆情日报`, titles: found.titles?.slice(0, 8000) ?? null },
    }),
  }),
  read: action({
    zh: '阅示',
    from: 'made',
    to: 'read',
    by: 'opinion.lead',
    tone: 'primary',
    isBulk: true,
    form: { note: longText('批示', { maxLength: 2000 }).optional() },
    effects: ({ input }) => ({ set: input }),
  }),
}))
const alarmForm = {
  word: text('关键词', { maxLength: 30 }),
  day: date('日期'),
  count: integer('24小时条数', { min: 0, unit: '条' }),
  usual: number('前七日日均', { unit: '条' }),
  times: number('倍数').optional(),
} as const
export const alarm = procedure('opinion.alarm', {
  zh: '舆情突增预警',
  menu: '舆情',
  numbering: { prefix: 'YJ', per: 'year', digits: 4 },
  title: 'word',
  leadingClock: 'judge',
  help: '24小时内某关键词条数达到前七日日均的若干倍且不少于最少条数,自动预警;每词每日一次',
  uniqueTogether: [['word', 'day']],
  fields: {
    ...alarmForm,
    word: alarmForm.word.searchable(),
    judgement: longText('研判', { maxLength: 2000 }).optional(),
    level: choice('处置', { none: '正常波动', watch: '持续关注', act: '立项处置' }).optional(),
  },
  clocks: { judge: { zh: '研判', limit: { value: 2, unit: 'urgent_hour' }, basis: '城管系统舆情管理办法(示例)' } },
  statuses: {
    raised: { zh: '待研判', duty: 'opinion.watch', taskZh: '舆情突增待研判' },
    judged: { zh: '已研判', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '自动预警',
    from: 'new',
    to: 'raised',
    by: 'system',
    form: alarmForm,
    effects: () => ({ clocks: [{ clock: 'judge', do: 'start' }] }),
  }),
  judge: action({
    zh: '研判',
    from: 'raised',
    to: 'judged',
    by: 'opinion.watch',
    tone: 'primary',
    form: {
      judgement: longText('研判', { maxLength: 2000 }),
      level: choice('处置', { none: '正常波动', watch: '持续关注', act: '立项处置' }),
    },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'judge', do: 'stop' }] }),
  }),
}))
const spikeSql = `select k.word, (count(*) filter (where m.at > $1::timestamptz - interval '24 hours'))::int as count,
    (count(*) filter (where m.at <= $1::timestamptz - interval '24 hours') / 7.0)::float8 as usual
  from opinion.keyword k join opinion.mention m on m.district = k.district and m.at > $1::timestamptz - interval '8 days' and m.at <= $1::timestamptz and ${hit}
  where k.retired_at is null and k.district = $2
    and not exists (select 1 from opinion.alarm a where a.district = k.district and a.word = k.word and a.day = $3::date)
  group by k.word`
/** Once an hour: yesterday's digest if it is missing, and an alarm for each word that spikes. */
export const watch = async (ctx: WorkContext): Promise<void> => {
  const today = dayText(ctx.now)
  const yesterday = dayText(new Date(ctx.now.getTime() - 86_400_000))
  const open = (procedure: string, input: Readonly<Record<string, unknown>>) =>
    openIn(ctx.tx, ctx.kernel, { procedure, district: ctx.district, actor: ctx.actor, input })
  const known = await raw(ctx.tx, 'select 1 from opinion.digest where district = $1 and day = $2::date', [
    ctx.district,
    yesterday,
  ])
  const any = await raw(ctx.tx, `select 1 from opinion.mention m where m.district = $1 and ${dayOfMention} = $2::date limit 1`, [
    ctx.district,
    yesterday,
  ])
  if (known.rows.length === 0 && any.rows.length > 0) await open('opinion.digest', { day: yesterday })
  const value = (name: string): number => ctx.kernel.parameters.value(ctx.district, `opinion.${name}`, today)
  const { rows: words } = await raw<{ word: string; count: number; usual: number }>(ctx.tx, spikeSql, [
    ctx.now,
    ctx.district,
    today,
  ])
  for (const w of words) {
    if (w.count < value('spike-least') || w.count < value('spike-times') * w.usual) continue
    const usual = Math.round(w.usual * 100) / 100
    await open('opinion.alarm', { ...w, usual, day: today, times: usual > 0 ? Math.round((w.count / usual) * 10) / 10 : null })
  }
}
