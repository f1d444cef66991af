/** 公众服务与参与 of the simulated district: people with phones ask, sign up, vote and rate; the bureau answers, some of it late. */
import { handlers, idOf, participationDiary, phoneOf } from './participation.ts'
import { day, type Entry, every, hour, once, type Story, together } from './story.ts'

const [writer, leader, law, law2] = ['shuju', 'juzhang', 'fazhi1', 'fazhi2'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(writer, 'civic.lawyer')).length > 0) return
  const lawyers = [
    ['周律师', '正衡律师事务所', '行政处罚、物业'],
    ['韩律师', '湖滨律师事务所', '合同、邻里'],
    ['许律师', '明理律师事务所', '经营、许可'],
  ] as const
  for (const [n, [name, firm, topics]] of lawyers.entries())
    await o.add(writer, 'civic.lawyer', { name, firm, licence: `1320420261000000${n + 1}`, topics, isOn: true })
  for (const [n, name] of ['梧桐苑', '湖畔人家'].entries()) {
    const compound = await o.add(
      writer,
      'grid.compound',
      {
        ...{
          name,
          address: `${name}(湖滨)`,
          property: `${name}物业`,
          hasCommittee: true,
          households: 620 + n * 180,
          isVilla: false,
        },
        ...{ sortingGrade: 'good', isFreeOfIllegal: false, isRevenuePublic: true },
      },
      o.place(n + 1),
    )
    await o.add(writer, 'civic.council', { compound, name: `${name}议事会`, members: membersOf(name), setUpOn: o.date(-60) })
  }
  for (const village of ['湖东村', '南圩村']) await o.add(writer, 'civic.agreement-task', { village, year: o.year(), target: 12 })
  for (const [back, percent, rank] of [
    [1, 91.2, 3],
    [2, 90.1, 5],
  ] as const)
    await o.add(writer, 'civic.outer-survey', {
      ...{ topic: '省公众生态环境满意度', publisher: '省生态环境厅', percent, rank, peers: 13, sample: 1200 },
      ...{ publishedOn: `${o.year() - back}-12-20`, document: `〔${o.year() - back}〕18号`, year: o.year() - back },
    })
  yield 1
}
const membersOf = (name: string) => [
  { organ: 'party', name: '社区党支部' },
  { organ: 'committee', name: `${name}居委会` },
  { organ: 'owners', name: '业委会代表' },
  { organ: 'property', name: `${name}物业` },
]
const stories = [
  ['work', '背街小巷整治完成两条', '本周完成湖滨里、南苑弄整治,修补路面三百平方米。'],
  ['service', '夜间垃圾清运时间调整', '自下周起夜间清运调整为22时至次日5时。'],
  ['notice', '关于占道施工的公告', '湖滨路北段围挡施工,请绕行。'],
  ['policy', '门前三包责任制解读', '责任区由门前至道路缘石,包卫生、包秩序、包设施。'],
  ['warning', '大风天气户外招牌安全提示', '请店家自查招牌牢固情况,发现松动立即加固。'],
] as const
const news: Story = async function* (o) {
  const [kind, title, body] = o.random.pick(stories)
  const values = { title, kind, body, channels: ['portal', 'wechat', 'app'], until: o.date(o.random.integer(5, 25)) }
  const id = await o.file(writer, 'civic.news', values)
  yield 3 * hour
  if (o.random.chance(0.2)) {
    await o.act(leader, 'civic.news', id, 'return', { reason: '请补充联系电话' })
    yield 2 * hour
    await o.act(writer, 'civic.news', id, 'resend', { body: `${body}咨询电话12319。` })
    yield hour
  }
  await o.act(leader, 'civic.news', id, 'publish')
  const { number } = await o.row(writer, 'civic.news', id)
  const readers = o.random.integer(2, 6)
  for (let n = 0; n < readers; n++) {
    yield 2 * hour
    await o.get(writer, `/public/news/${number}`)
  }
  if (!o.random.chance(0.12)) return
  await o.act(leader, 'civic.news', id, 'withdraw', { reason: '施工提前结束' })
}
const ads = [
  ['rent', '南苑两室出租', '精装两室,近地铁,月租1800元'],
  ['job', '早餐店招帮工', '早五点到十点,月薪三千五'],
  ['lost', '寻一只橘猫', '昨晚在湖滨公园走失,颈带蓝铃铛'],
  ['goods', '旧书转让', '小学教材一套,自取'],
] as const
const notice: Story = async function* (o) {
  const me = await phoneOf(o)
  if (!me) return
  const street = o.random.integer(1, o.town.streets.length)
  const [kind, title, words] = o.random.pick(ads)
  const town = o.town.streets[street - 1]?.code
  const { number } = await o.outside('notices', { token: me.token, kind, title, words, town })
  yield o.random.integer(2, 20) * hour
  const by = `jiedao${street}`
  const id = await idOf(o, by, 'civic.small-notice', number)
  if (o.random.chance(0.2)) return void (await o.act(by, 'civic.small-notice', id, 'refuse', { reason: '信息与事实不符' }))
  await o.act(by, 'civic.small-notice', id, 'publish')
  if (!o.random.chance(0.25)) return
  yield 3 * day
  await o.outside(`notices/${number}/withdraw`, { token: me.token })
}
const questions = [
  ['penalty', '店外摆放货架被罚款,标准是多少,能否申请减轻?', '依据市容管理条例,首次轻微并及时改正的可不予处罚。'],
  ['property', '物业不同意安装充电桩怎么办?', '物业无正当理由不得拒绝,可书面申请并留存回执。'],
  ['neighbour', '楼上空调滴水到阳台,如何处理?', '可先由社区调解,拒不改正的可依相邻关系主张权利。'],
  ['permit', '门头招牌换新要不要审批?', '符合设置规范的实行告知承诺,无需审批。'],
  ['stall', '夜市摊位转让合同有效吗?', '摊位许可不得转让,合同相关条款无效。'],
] as const
const consult: Story = async function* (o) {
  const me = await phoneOf(o)
  if (!me) return
  const [topic, question, answer] = o.random.pick(questions)
  const { number } = await o.outside('law', { token: me.token, way: 'written', topic, question, name: me.name })
  const id = await idOf(o, law, 'civic.consult', number)
  const lawyer = o.random.pick(await o.rows(law, 'civic.lawyer'))
  yield (o.random.chance(0.12) ? 7 : o.random.integer(1, 4)) * day
  await o.act(law, 'civic.consult', id, 'answer', { answer, answeredBy: lawyer.id })
  yield day
  if (o.random.chance(0.7)) await o.outside(`law/${number}/rate`, { phone: me.phone, stars: o.random.integer(3, 5) })
  if (o.random.chance(0.3)) {
    await o.act(law, 'civic.consult', id, 'digest', { caseText: `某市民咨询:${question}律师意见:${answer}` })
    yield 3 * hour
    await o.act(law2, 'civic.consult', id, 'release')
  }
  if (topic === 'neighbour') {
    await o.act(law, 'civic.consult', id, 'mediate', { mediator: '湖滨街道人民调解委员会' })
    yield 4 * day
    await o.act(law, 'civic.consult', id, 'settle', { mediation: o.random.chance(0.7) ? 'settled' : 'failed' })
  } else await o.act(law, 'civic.consult', id, 'close')
}
const wants = [
  ['permit', '新店开业,店招设置需要哪些材料'],
  ['site', '门前停车占道,影响卸货'],
  ['policy', '外摆经营试点怎样申请'],
  ['credit', '处罚信息已到期,申请信用修复'],
] as const
const enterprise: Story = async function* (o) {
  const me = await phoneOf(o)
  if (!me) return
  const [kind, what] = o.random.pick(wants)
  const { number } = await o.outside('enterprise', {
    ...{ token: me.token, enterprise: `湖滨${o.random.pick(['餐饮', '百货', '建材', '物流', '文化'])}有限公司`, kind, what },
    ...{ creditCode: `91320499MA${o.random.integer(10_000_000, 99_999_999)}`, contact: me.name },
  })
  const id = await idOf(o, writer, 'civic.request', number)
  const [unit, by] = o.random.pick(handlers)
  yield 2 * hour
  await o.act(writer, 'civic.request', id, 'assign', { handler: o.unit(unit) })
  yield o.random.chance(0.15) ? 5 * day : o.random.integer(8, 60) * hour
  await o.act(by, 'civic.request', id, 'answer', { answer: '已上门对接,材料一次性告知并帮助办理。' })
  yield day
  const verdict = o.random.chance(0.12) ? 'bad' : o.random.pick(['good', 'good', 'good', 'plain'])
  if (o.random.chance(0.2)) return
  await o.outside(`enterprise/${number}/rate`, { phone: me.phone, verdict })
  if (verdict !== 'bad') return
  yield day
  await o.act(by, 'civic.request', id, 'answer', { answer: '已现场协调解决。' })
  yield day
  await o.outside(`enterprise/${number}/rate`, { phone: me.phone, verdict: 'good' })
}
/** Some of every day open the doors of the citizens' home page. */
const visits: Story = async function* (o) {
  const doors = [
    'news',
    'parking',
    'bikes',
    'permits',
    'toilets',
    'law',
    'volunteer',
    'sorting',
    'frontage',
    'events',
    'decide',
    'garden',
  ]
  for (let n = o.random.integer(2, 4); n > 0; n--) {
    await o.outside(`apps/${o.random.pick(doors)}/open`, {})
    yield hour
  }
}
const morning: Story = async function* (o) {
  yield* together([consult, notice].map((tell) => tell(o)))
}
export const civicDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.4, tell: begin },
  news: { on: every(2), hour: 10.3, tell: news },
  morning: { on: every(3, 1), hour: 9.9, tell: morning },
  consult: { on: every(4, 2), hour: 15.1, tell: consult },
  enterprise: { on: every(3, 2), hour: 14.4, tell: enterprise },
  ...participationDiary,
  visits: { on: every(1), hour: 8.2, tell: visits },
}
