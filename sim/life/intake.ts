/** 诉求与发现 of the simulated district: calls become orders and answers, petitions, assignments, whistles, machines' finds and alarms; what needs hands becomes a case. */
import { finishCase, sendCase, type Wrong, workCase } from './case-work.ts'
import { begin, patrol, roster, spotCheck, spots } from './intake-lists.ts'
import { handlerOf, handlers } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story } from './story.ts'

const [watch, judge] = ['zhiban1', 'kaohe1'] as const
const operator = (o: Desk): string => `shouli${o.random.integer(1, 6)}`
const phone = (o: Desk): string => `138${o.random.integer(10_000_000, 99_999_999)}`
const callers = ['周女士', '吴先生', '郑女士', '王先生', '冯女士', '陈先生'] as const
const channels = ['hotline', 'hotline', '12345', '12345', '12319', 'minqingtong', 'minhu', 'massReport'] as const

interface Call {
  readonly kind: string
  readonly content: string
  readonly answer: string
  readonly wrong?: Wrong
  readonly unit?: string
}
const calls: readonly Call[] = [
  {
    ...{ kind: 'complaint', content: '菜场东门有人推车卖早点,把非机动车道占满了', answer: '摊贩已劝离,中队加派早高峰值守' },
    wrong: { kind: 'matter', category: '09001' },
  },
  {
    ...{ kind: 'complaint', content: '小区北门垃圾堆了两天没人清,味道很大', answer: '已清运并冲洗地面' },
    wrong: { kind: 'matter', category: '06010' },
  },
  {
    ...{ kind: 'report', content: '烧烤店把桌子摆到人行道上,晚上没法走', answer: '已责令店家收回桌椅' },
    wrong: { kind: 'matter', category: '09005' },
  },
  {
    ...{ kind: 'request', content: '单元楼前的路灯三天不亮了', answer: '已更换光源,恢复照明' },
    wrong: { kind: 'component', category: '01037' },
  },
  { kind: 'request', content: '行道树枝条伸到三楼窗口,请修剪', answer: '已安排修剪', unit: '园林绿化管理所' },
  { kind: 'complaint', content: '公厕夜间没有纸,地面湿滑', answer: '已补充厕纸并增加保洁', unit: '环境卫生管理所' },
  { kind: 'consult', content: '店面要换招牌,需要到哪里办手续', answer: '符合规范的店招实行告知承诺,可在线办理' },
  { kind: 'consult', content: '装修垃圾怎么预约清运', answer: '可在手机端“装修垃圾清运”预约,或拨打12319' },
  { kind: 'advice', content: '建议湖滨公园增加夜间照明和座椅', answer: '已列入下季度微更新计划' },
  { kind: 'praise', content: '感谢环卫师傅帮忙找回手机', answer: '已转告所在班组,谢谢您' },
  // Not the bureau's: sent back to where it came from.
  { kind: 'consult', content: '社保卡丢了在哪里补办', answer: '' },
]
const order: Story = async function* (o) {
  const p = 'intake.order'
  const call = o.random.pick([...calls])
  const channel = o.random.pick([...channels])
  const isOutside = channel === '12345' || channel === 'minqingtong'
  const by = operator(o)
  const street = o.random.integer(1, o.town.streets.length)
  const id = await o.open(
    by,
    p,
    {
      ...{ channel, kind: call.kind, content: call.content, callerName: o.random.pick(callers), callerPhone: phone(o) },
      address: `${o.town.streets[street - 1]?.name ?? ''}${o.random.pick(['和平路', '建设路', '文化路', '湖滨路'])}`,
      ...(isOutside
        ? { outsideNumber: `SZ${o.date().replaceAll('-', '')}${o.random.integer(1000, 9999)}`, outsideDueAt: o.at(4, 18) }
        : {}),
    },
    o.place(street),
  )
  yield o.random.integer(5, 60)
  if (!call.answer) return void (await o.act(by, p, id, 'sendBack', { reason: '不属城市管理职责,已告知反映渠道' }))
  await o.act(by, p, id, 'accept')
  yield 15
  if (call.wrong) {
    await o.act(by, p, id, 'toCase', { categoryKind: call.wrong.kind, category: call.wrong.category })
    if (!(yield* workCase(o, id, call.wrong, call.answer))) return
    yield 30
  } else if (call.unit) {
    await o.act(by, p, id, 'assign', { unit: o.unit(call.unit) })
    yield o.random.integer(3, 30) * hour
    await o.act(handlerOf(o, o.unit(call.unit)), p, id, 'report', { result: call.answer })
    yield hour
  }
  await o.act(by, p, id, 'reply', { reply: call.answer })
  yield o.random.integer(2, 20) * hour
  const satisfaction = o.random.pick(['satisfied', 'satisfied', 'satisfied', 'basic', 'dissatisfied', 'unreached'])
  await o.act(by, p, id, 'callBack', { satisfaction })
  if (satisfaction === 'dissatisfied') {
    await o.act(by, p, id, 'redo', { reason: '来电人称问题反复' })
    yield 6 * hour
    await o.act(by, p, id, 'reply', { reply: `${call.answer},并安排专人回看` })
    yield 3 * hour
    await o.act(by, p, id, 'callBack', { satisfaction: 'basic' })
  }
  await o.act(by, p, id, 'close')
}
const petition: Story = async function* (o) {
  const p = 'intake.petition'
  const [content, reply] = o.random.pick([
    ['反映工地夜间施工噪声', '已责令停止夜间施工并立案查处'],
    ['反映楼顶违法搭建多年未拆', '已下达限期拆除通知'],
    ['反映夜市油烟扰民', '已督促安装净化设施'],
  ] as const)
  const way = o.random.pick(['online', 'letter', 'visit'])
  const values = { outsideNumber: `XF${o.date().replaceAll('-', '')}`, petitioner: '郑某', way, content }
  const id = await o.file(judge, p, values)
  yield 3 * day
  await o.act(judge, p, id, 'accept', { unit: o.unit(o.random.pick(handlers)[0]) })
  yield 12 * day
  if (o.random.chance(0.3)) await o.act(judge, p, id, 'extend', { reason: '需要现场检测' })
  yield 5 * day
  await o.act(judge, p, id, 'answer', { reply })
  yield 4 * day
  await o.act(judge, p, id, 'close')
}
const rewards = [
  ['dumping', '夜间有车在河边偷倒渣土', '属实,已锁定车辆', 800],
  ['illegalBuilding', '顶楼正在加盖彩钢棚', '属实,已制止', 500],
  ['gas', '饭店后厨气瓶与灶台同室存放', '属实,已移交整改', 1000],
  ['ads', '路口新立无手续广告牌', '属实,已拆除', 100],
] as const
const reward: Story = async function* (o) {
  const p = 'intake.reward'
  const [matter, content, finding, amount] = o.random.pick(rewards)
  const anonymousCode = `N-${o.date().slice(2).replaceAll('-', '')}-${o.random.integer(10, 99)}`
  const id = await o.open(judge, p, { matter, content, anonymousCode }, o.place(o.random.integer(1, o.town.streets.length)))
  yield 2 * day
  if (o.random.chance(0.25)) return void (await o.act(judge, p, id, 'refuse', { reason: '现场未发现所举报情形' }))
  await o.act(judge, p, id, 'verify', { finding })
  yield day
  await o.act(judge, p, id, 'grant', { amount })
  yield 2 * day
  await o.act(judge, p, id, 'pay', { voucher: `PZ-${o.random.integer(1000, 9999)}` })
}
const papers = [
  ['instruction', 'bureau', '关于主干道街面秩序的批示', '和平路店外经营反弹,请中队拿出长效办法。'],
  ['superior', 'city', '市长效考评交办问题', '背街小巷保洁不到位。'],
  ['eco', 'province', '督察反馈:渣土堆场扬尘', '堆场未全覆盖。'],
  ['superiorCheck', 'province', '省厅督查:燃气场站隐患', '瓶组间通风不足。'],
  ['grassroots', 'bureau', '一下三民:老旧小区停车难', '居民反映停车位不足。'],
] as const
const assignment: Story = async function* (o) {
  const p = 'intake.assignment'
  const [source, level, title, content] = o.random.pick(papers)
  const [name, by] = o.random.pick(handlers)
  const id = await o.file(judge, p, {
    ...{ source, level, title, content, unit: o.unit(name), dueOn: o.date(12), leader: source === 'instruction' ? '局长' : null },
    ...{ document: `湖城管交〔${o.year()}〕${o.random.integer(10, 99)}号`, round: '第1批' },
  })
  yield o.random.integer(3, 20) * hour
  await o.act(by, p, id, 'sign', { measures: '一周内完成整改,并建立每日巡查' })
  yield (o.random.chance(0.15) ? 13 : o.random.integer(3, 8)) * day
  await o.act(by, p, id, 'rectified', { reply: '已整改到位' })
  yield day
  if (o.random.chance(0.2)) {
    await o.act(judge, p, id, 'sendBack', { reason: '佐证照片不全' })
    yield 2 * day
    await o.act(by, p, id, 'rectified', { reply: '已整改并补充照片' })
    yield day
  }
  await o.act(judge, p, id, 'clear')
}
const topics = [
  ['inspection', '迎检专项督查'],
  ['survey', '地铁站点周边排查'],
  ['volunteer', '周末志愿巡城'],
] as const
const issues = [
  ['sanitation', '1号口', '垃圾堆积', '06010'],
  ['appearance', '广场东侧', '流动摊贩聚集', '09001'],
  ['advertising', '2号口', '张贴小广告', '07001'],
] as const
const topic: Story = async function* (o) {
  const at = Math.floor(Date.parse(o.date()) / 86_400_000 / 12) % topics.length
  const [kind, name] = topics[at] ?? topics[0]
  const id = await o.file(judge, 'intake.topic', {
    ...{ kind, name: `${name}(${o.date().slice(5)})`, startsOn: o.date(), endsOn: o.date(10), requirement: '每日上报,立行立改' },
  })
  for (const [n, [issueClass, place, content, category]] of issues.entries()) {
    yield day
    const where = o.place((n % o.town.streets.length) + 1)
    const values = { topic: id, issueClass, place, content }
    if (n === 1) {
      const pictures = { photos: [await o.photo('整改前')], afterPhotos: [await o.photo('整改后')] }
      const done = await o.open(judge, 'intake.issue', { ...values, ...pictures }, { ...where, action: 'solved' })
      yield 5 * hour
      await o.act(judge, 'intake.issue', done, 'verify', { verifyNote: '前后照片属实' })
      continue
    }
    const issue = await o.open(judge, 'intake.issue', { ...values, photos: [await o.photo('问题')] }, where)
    yield* workCase(o, issue, { kind: 'matter', category }, '已处置完毕')
  }
  yield 6 * day
  const open = (await o.rows(judge, 'intake.issue', { topic: id })).filter((i) => i.status === 'open')
  if (open.length === 0) await o.act(judge, 'intake.topic', id, 'end', { summary: '三处问题均已办结' })
}
const seen = [
  ['video', '店外经营', '09005', 'C-0107'],
  ['video', '流动摊贩', '09001', 'C-0215'],
  ['drone', '暴露垃圾', '06010', 'D-03'],
  ['vehicle', '小广告', '07001', 'V-11'],
] as const
const finding: Story = async function* (o) {
  const p = 'intake.finding'
  const [source, what, category, device] = o.random.pick(seen)
  const shops = what === '店外经营' ? await o.rows(watch, 'grid.shop') : []
  const id = await o.open(
    watch,
    p,
    {
      ...{ source, device, class: what, category, confidence: o.random.integer(70, 98) / 100, seenAt: o.at(0, 8) },
      ...{ photos: [await o.photo(what)], ...(source === 'video' ? {} : { flight: '第1航次' }) },
      ...(shops.length > 0 ? { shop: o.random.pick(shops).id } : {}),
    },
    o.place(o.random.integer(1, o.town.streets.length)),
  )
  yield 25
  if (o.random.chance(0.15)) return void (await o.act(watch, p, id, 'relearn', { reason: '店内货架误识别' }))
  if (shops.length > 0) {
    await o.act(watch, p, id, 'tellMerchant')
    yield 40
    if (o.random.chance(0.8)) return void (await o.act(watch, p, id, 'rectified', { afterPhotos: [await o.photo('整改后')] }))
  }
  await o.act(watch, p, id, 'dispatch')
  yield* workCase(o, id, { kind: 'matter', category }, '已到现场处置')
}
const alarms = [
  ['tilt', 'JG-0912', '°', 6, 24, { kind: 'component', category: '01002' }],
  ['bin', 'LJ-0077', '%', 70, 96, { kind: 'matter', category: '06042' }],
  ['level', 'YW-0031', 'm', 0.05, 0.3, { kind: 'component', category: '01004' }],
] as const
const alarm: Story = async function* (o) {
  const [kind, device, unit, calm, high, wrong] = o.random.pick(alarms)
  const isHigh = o.random.chance(0.5)
  const values = { device, kind, unit, value: isHigh ? high : calm, firstAt: o.at(0, 7) }
  const id = await o.add(watch, 'intake.alarm', values, o.spot(device))
  if (isHigh) yield* workCase(o, id, wrong, '已现场恢复,设备读数正常')
  else yield 1
}
const whistles = ['老旧小区门口坑洼积水', '学校周边放学时段停车混乱', '夜市收摊后油污满地', '河边绿地被占用种菜'] as const
const whistle: Story = async function* (o) {
  const p = 'intake.whistle'
  const street = o.random.integer(1, o.town.streets.length)
  const by = `jiedao${street}`
  const [first, second] = [o.random.integer(0, 2), o.random.integer(3, 5)].map((n) => handlers[n] ?? handlers[0])
  if (!first || !second) return
  const values = { community: '春晖社区', matter: o.random.pick(whistles), units: [o.unit(first[0]), o.unit(second[0])] }
  const id = await o.open(by, p, values, o.place(street))
  const { rows } = await o.get<{ rows: readonly { id: string; unit?: string; procedure: string }[] }>(
    by,
    `/rows/${p}/${id}/children`,
  )
  for (const { id: arrival } of rows.filter((r) => r.procedure === 'intake.arrival')) {
    yield (o.random.chance(0.15) ? 30 : 2) * hour
    const { unit } = await o.row(watch, 'intake.arrival', arrival)
    await o.act(handlerOf(o, unit), 'intake.arrival', arrival, 'arrive', { note: '已到现场会商' })
  }
  yield 2 * day
  if (o.random.chance(0.15)) return
  await o.act(first[1], p, id, 'handled', { result: '联合处置完毕' })
  yield day
  await o.act(by, p, id, 'confirm', { rating: o.random.pick(['satisfied', 'satisfied', 'basic']) })
}
const posts = [
  ['某路口一下雨就积水', '车都开不过去,有没有人管', { kind: 'component', category: '01004' }],
  ['夜市噪音扰民', '凌晨还在放音响', undefined],
  ['早餐店占道', '上学路被占满', { kind: 'matter', category: '09001' }],
] as const
const opinion: Story = async function* (o) {
  const p = 'intake.opinion'
  const [title, content, wrong] = o.random.pick(posts)
  const platform = o.random.pick(['本地论坛', '短视频', '微博'])
  const id = await o.open(watch, p, {
    platform,
    title,
    content,
    link: `https://bbs.example.cn/t/${o.random.integer(10_000, 99_999)}`,
  })
  yield 30
  if (o.random.chance(0.2)) return void (await o.act(watch, p, id, 'ignore', { reason: '旧帖重发,已有答复' }))
  await o.act(watch, p, id, 'grade', { grade: o.random.pick(['normal', 'normal', 'sensitive']) })
  if (wrong) await o.act(watch, p, id, 'toCase', { description: `网络反映:${title},${content}` })
  const sent = wrong ? yield* sendCase(o, id, wrong) : undefined
  yield hour
  await o.act(watch, p, id, 'respond', { response: '已安排处置,感谢监督' })
  if (sent) yield* finishCase(o, sent, '已现场处置')
}
export const intakeDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.1, tell: begin },
  roster: { on: every(1), hour: 17, tell: roster },
  order: { on: every(1), hour: 9.4, tell: order },
  'order of the afternoon': { on: every(2), hour: 14.2, tell: order },
  petition: { on: every(9, 1), hour: 10.4, tell: petition },
  reward: { on: every(5, 2), hour: 20.4, tell: reward },
  assignment: { on: every(4, 1), hour: 8.7, tell: assignment },
  topic: { on: every(12), hour: 8.5, tell: topic },
  patrol: { on: every(1), hour: 8.9, tell: patrol },
  'spot check': { on: every(6, 3), hour: 15.6, tell: spotCheck },
  spots: { on: ({ monthDay, passed }) => monthDay === 3 || passed === 1, hour: 11.6, tell: spots },
  finding: { on: every(2, 1), hour: 8.2, tell: finding },
  alarm: { on: every(3, 1), hour: 7.3, tell: alarm },
  whistle: { on: every(6, 2), hour: 9.1, tell: whistle },
  opinion: { on: every(5, 3), hour: 13.1, tell: opinion },
}
