/** 统计台账与报告 of the simulated bureau: sections keep their books and hand in their months, articles and posts are counted, the month's report is drafted, frozen and published. */
import { day, type Entry, every, hour, once, type Story } from './story.ts'

const [writer, leader, handler] = ['kaohe1', 'juzhang', 'chuzhi31'] as const
const sanitation = '环境卫生管理所'
const matters = [
  ['小广告清理', '处', '市容'],
  ['果皮箱清掏', '只', '环卫'],
  ['管道清淤疏通', '米', '市政'],
] as const
const begin: Story = async function* (o) {
  if ((await o.rows(writer, 'statistics.matter')).length > 0) return
  for (const [name, measure] of matters)
    await o.add(writer, 'statistics.matter', { name, measure, frequency: 'each', owner: o.unit(sanitation) })
  for (const [n, [name, kind, followers]] of (
    [
      ['湖城城管', 'wechat', 18_600],
      ['湖滨城管微博', 'weibo', 5200],
    ] as const
  ).entries())
    await o.add(writer, 'reports.account', { name, kind, unit: o.unit(sanitation), followers: followers + n, dutyDays: 7 })
  yield 2 * hour
  for (const [code, name, formula, unit] of [
    ['flyers-cleared', '清理小广告', '求和(小广告清理.数量)', '处'],
    ['bins-emptied', '清掏果皮箱', '求和(果皮箱清掏.数量)', '只'],
    ['pipes-cleared', '清淤疏通管道', '求和(管道清淤疏通.数量)', '米'],
  ] as const) {
    const id = await o.file(writer, 'statistics.metric', { code, name, formula, unit, decimals: 0, definition: '按台账日期合计' })
    yield hour
    if (code !== 'pipes-cleared') await o.act(leader, 'statistics.metric', id, 'approve')
  }
}
const entry: Story = async function* (o) {
  yield 1
  const matter = o.random.pick(await o.rows(writer, 'statistics.matter'))
  if (!matter) return
  const values = { matter: matter.id, happenedOn: o.date(), quantity: o.random.integer(8, 240), kind: '日常' }
  await o.add(handler, 'statistics.entry', values)
}
/** The month before, handed in by the section and looked over. */
const monthly: Story = async function* (o) {
  const p = 'statistics.return'
  const month = o.date(-8).slice(0, 7)
  const due = (await o.rows(writer, p, { month })).filter((r) => r.status === 'due')
  for (const row of due) {
    yield day
    const isNil = (await o.rows(writer, 'statistics.entry')).every((e) => !String(e.happenedOn).startsWith(month))
    await o.act(handler, p, row.id, 'hand', isNil ? { isNil, note: '本月无' } : {})
    yield 5 * hour
    await o.act(writer, p, row.id, 'accept')
  }
}
const titles = ['微改造见实效', '夜间保洁守护清晨', '垃圾分类走进校园', '汛期里的排水人'] as const
const article: Story = async function* (o) {
  yield 1
  const level = o.random.pick(['central', 'province', 'city', 'city', 'city'])
  const outlet = { central: '中国建设报', province: '省日报', city: '湖滨日报' }[level] ?? '湖滨日报'
  const values = { title: o.random.pick(titles), outlet, level, publishedOn: o.date(), link: 'A3版', author: '通讯员' }
  await o.add(writer, 'reports.article', values)
}
const post: Story = async function* (o) {
  const p = 'reports.post'
  const account = o.random.pick(await o.rows(writer, 'reports.account'))
  if (!account) return
  const id = await o.file(writer, p, { account: account.id, title: o.random.pick(titles), content: '正文' })
  yield 4 * hour
  await o.act(leader, p, id, 'approve')
  yield day
  const comments = o.random.integer(0, 6)
  await o.act(writer, p, id, 'count', { reads: o.random.integer(200, 4000), comments })
  yield day
  if (comments > 0 && o.random.chance(0.8)) await o.act(writer, p, id, 'answer', { answered: comments })
}
/** The week in one page; every figure is the indicator's own. */
const week: Story = async function* (o) {
  const p = 'reports.report'
  const [from, to] = [o.date(-8), o.date(-1)]
  const id = await o.file(writer, p, {
    ...{ kind: 'brief', title: `城市管理运行周报(${from.slice(5)}至${to.slice(5)})`, from, to },
    ...{
      body: '本周共上报{{ "cases.reported" | figure }},{{ "cases.reported" | change }};按期处置率{{ "cases.handle-in-time-rate" | figure }}。',
      checks: [],
    },
  })
  yield hour
  await o.act(writer, p, id, 'freeze')
  yield 5 * hour
  if (!o.random.chance(0.1)) await o.act(leader, p, id, 'publish')
}
const keywords: Story = async function* (o) {
  if ((await o.rows('zhiban1', 'opinion.keyword')).length > 0) return
  for (const [word, topic] of [
    ['垃圾', 'sanitation'],
    ['停车', 'parking'],
    ['积水', 'other'],
    ['油烟', 'other'],
  ] as const)
    await o.add('zhiban1', 'opinion.keyword', { word, topic })
  yield 1
}
export const reportsDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 8.1, tell: begin },
  keywords: { on: once(0), hour: 7.1, tell: keywords },
  entry: { on: every(2), hour: 17.1, tell: entry },
  monthly: { on: ({ monthDay }) => monthDay === 3, hour: 9.3, tell: monthly },
  article: { on: every(6, 2), hour: 16.3, tell: article },
  post: { on: every(5, 1), hour: 9.6, tell: post },
  week: { on: ({ weekday, passed }) => weekday === 1 && passed > 7, hour: 8.4, tell: week },
}
