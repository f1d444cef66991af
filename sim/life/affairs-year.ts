/** 重点工作 of the simulated district: how a matter is carried to its rating, topics that lead to something, what last year lacked and this year plans. */
import { handlerOf, handlers } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story } from './story.ts'

const [manager, leader] = ['kaohe1', 'juzhang'] as const
export const m = 'affairs.matter'
/** A matter reported and rated; what was poor is done again. */
export async function* carry(o: Desk, id: string, days: number): AsyncGenerator<number, void> {
  const { unit } = await o.row(manager, m, id)
  const by = handlerOf(o, unit)
  yield days * day
  await o.act(by, m, id, 'report', { result: '已按要求完成', photos: [await o.photo('办理结果')] })
  yield o.random.integer(10, 40) * hour
  if (o.random.chance(0.12)) {
    await o.act(manager, m, id, 'rate', { rating: 'poor', verdict: '现场回潮', dueOn: o.date(7) })
    yield 4 * day
    await o.act(by, m, id, 'report', { result: '已重新整治', photos: [await o.photo('再次整治')] })
    yield day
  }
  await o.act(manager, m, id, 'rate', { rating: o.random.pick(['excellent', 'good', 'good', 'fair']), verdict: '现场核实' })
}
const topic: Story = async function* (o) {
  const t = 'affairs.topic'
  const known = await o.rows(manager, t)
  const name = ['停车难治理', '夜市疏堵结合', '垃圾分类执法衔接'][known.length]
  if (!name) return
  const [, by] = handlers[known.length] ?? handlers[0]
  const form = {
    name,
    kind: known.length === 1 ? 'inquiry' : 'research',
    author: o.person(by),
    methods: ['survey', 'visit'],
    fromOn: o.date(),
  }
  const id = await o.file(manager, t, { ...form, dueOn: o.date(25) })
  yield 3 * day
  await o.act(by, t, id, 'visit', { on: o.date(), method: 'survey', place: '三个小区', said: '回收问卷420份' })
  yield 4 * day
  await o.act(by, t, id, 'visit', { on: o.date(), method: 'visit', place: '两个街道', said: '走访商户36家' })
  yield 5 * day
  await o.act(by, t, id, 'submit', { findings: '错时共享可补缺口一半', report: [await o.photo('调研报告')] })
  yield 2 * day
  await o.act(leader, t, id, 'judge', { isOk: 'yes', review: '结论可行' })
  yield day
  const matter = await o.file(manager, m, {
    kind: 'bureau',
    name: `${name}成果转化`,
    source: '课题成果',
    unit: o.unit(handlers[0][0]),
    dueOn: o.date(60),
  })
  await o.act(manager, t, id, 'use', { decision: `${name}工作方案`, matter })
}
/** Last year's shortcomings, the tasks that answer them, the plan that may then be issued; what is asked of those above. */
const yearly: Story = async function* (o) {
  const s = 'affairs.shortcoming'
  if ((await o.rows(manager, s)).length > 0) return
  const year = o.year()
  const made = []
  for (const [what, cause] of [
    ['职能边界不清', '部门规章交叉'],
    ['长效机制不顺', '考核结果未与经费挂钩'],
    ['智慧化应用不足', '数据未贯通'],
  ] as const)
    made.push(await o.file(manager, s, { year: year - 1, what, cause, unit: o.unit(handlers[0][0]) }))
  const tasks = []
  for (const [n, issue] of made.entries())
    tasks.push(
      await o.file(manager, m, {
        ...{
          kind: n === 0 ? 'committee' : 'bureau',
          name: ['厘清职责清单', '考核与经费挂钩', '数据归集'][n],
          source: `${year}年计划`,
        },
        ...{ unit: o.unit(handlers[0][0]), dueOn: `${year}-12-31`, issue },
      }),
    )
  yield 2 * hour
  const plan = await o.file(manager, 'affairs.plan', { year, aims: ['城市更整洁', '秩序更顺畅', '服务更便民'] })
  yield day
  await o.act(leader, 'affairs.plan', plan, 'issue')
  const request = async (name: string, to: string, problem: string, reason: string, proposal: string) =>
    o.file(manager, 'affairs.request', { year, name, to, problem, reason, proposal })
  const [a, b, c] = [
    await request(
      '请明确共享单车执法依据',
      '省住建厅',
      '乱停放的共享单车只能劝导清运,不能处罚',
      '现有条例未涉及互联网租赁自行车',
      '在市容条例修订中增加企业管理责任与罚则',
    ),
    await request(
      '请支持网格员持证上岗',
      '市人社局',
      '网格员流动快,三成在岗不满一年',
      '没有职业资格与薪级,留不住人',
      '把城市管理网格员列入技能等级认定目录并给予补贴',
    ),
    await request(
      '请增加环卫车辆指标',
      '市财政局',
      '高峰时段机扫车不够,支路只能人工清扫',
      '车辆编制按五年前的道路面积核定',
      '按现有道路面积重新核定,新增小型机扫车六台',
    ),
  ]
  yield day
  for (const [n, id] of [a, b].entries())
    await o.act(leader, 'affairs.request', id, 'send', { isOk: 'yes', paper: `城管〔${year}〕${n + 8}号` })
  await o.act(leader, 'affairs.request', c, 'send', { isOk: 'no' })
  yield 12 * day
  await o.act(manager, 'affairs.request', a, 'answer', { verdict: 'partly', repliedOn: o.date(-1), reply: '列入调研' })
  yield 4 * day
  await o.act(manager, 'affairs.request', a, 'follow', { follow: '已提交条文建议稿' })
  yield* carry(o, tasks[1] ?? '', 1)
}
export const yearDiary: Readonly<Record<string, Entry>> = {
  topic: { on: every(6, 2), hour: 16.1, tell: topic },
  yearly: { on: once(1), hour: 14.8, tell: yearly },
}
