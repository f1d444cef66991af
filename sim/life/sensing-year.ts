/** The sensing desk of the simulated district: what is due is done, flights and spots, risks, radios, research; what the machines tell is beside it. */
import { bikes, clearing, detect, drops, letter, round, stay, sweep } from './sensing-machines.ts'
import { addGasParts, addThings, batch, data, flightLine, pilots, radios, sweepers, talkGroup } from './sensing-things.ts'
import { day, type Entry, every, hour, minute, once, type Story } from './story.ts'

const [duty, leader, crew] = ['zhiban1', 'juzhang', 'chuzhi11'] as const

const begin: Story = async function* (o) {
  if ((await o.rows(data, 'sensing.team')).length > 0) return
  await addThings(o)
  yield 1
}
const gasParts: Story = async function* (o) {
  await addGasParts(o)
  yield 1
}
const gasReplaced: Story = async function* (o) {
  yield minute
  const [due] = await o.rows(crew, 'sensing.gas-replacement', { status: 'due' })
  if (!due) return
  const done = { serial: `XB-${o.year()}-${o.random.integer(100, 999)}`, installedOn: o.date(), photos: [await o.photo('更换')] }
  await o.act(crew, 'sensing.gas-replacement', due.id, 'replace', done)
}
const audit: Story = async function* (o) {
  const plans = (await o.rows(duty, 'sensing.work-plan')).filter((p) => String(p.createdAt) < o.at(-3, 0))
  for (const [i, plan] of plans.entries()) {
    const id = await o.file(duty, 'sensing.work-audit', { plan: plan.id, month: o.date(-3).slice(0, 7) })
    yield 2 * hour
    if (i === 0) {
      await o.act(duty, 'sensing.work-audit', id, 'confirm', { opinion: '轨迹、速度与作业状态相符,按合格天数付费' })
      continue
    }
    await o.act(duty, 'sensing.work-audit', id, 'dispute', { opinion: '作业单位称计划下达前的日子与绕行一日不应扣' })
    yield 2 * day
    const { goodDays, days } = await o.row(duty, 'sensing.work-audit', id)
    const ruled = Math.min(Number(days), Number(goodDays) + 3)
    await o.act(leader, 'sensing.work-audit', id, 'rule', { goodDays: ruled, opinion: '三日情况属实,予以认可' })
  }
}
const upkeep: Story = async function* (o) {
  yield minute
  const device = o.random.pick(await o.rows(crew, 'sensing.device'))
  const [kind, result] = o.random.pick([
    ['check', '外观完好,通信正常'],
    ['battery', '电量低,更换电池后正常'],
    ['repair', '天线松动,重新紧固'],
    ['calibrate', '现场比对误差在允许范围内'],
  ] as const)
  await o.add(crew, 'sensing.upkeep', { device: device.id, kind, result, photos: [await o.photo('维护')] })
  if (device.kind !== 'smoke' && o.random.chance(0.5)) return
  const passed = o.random.chance(0.85)
  await o.add(crew, 'sensing.alarm-test', {
    ...{ device: device.id, result: passed ? 'passed' : 'failed', note: passed ? '按压试验,平台收到告警' : '平台未收到,已报修' },
    ...(passed ? { seconds: o.random.integer(3, 12) } : {}),
  })
}
const riskCheck: Story = async function* (o) {
  yield minute
  const source = o.random.pick(await o.rows(crew, 'sensing.risk-source'))
  const [state, result] = o.random.pick([
    ['fine', '警示标志完好,运行正常'],
    ['fine', '监测数据平稳'],
    ['fixed', '围挡松动,当场加固'],
    ['open', '排水沟局部堵塞,已约整改'],
  ] as const)
  const by = o.login(source.keeper) ?? crew
  await o.add(by, 'sensing.risk-check', { source: source.id, state, result, photos: [await o.photo('检查')] })
}
/** What is red is on the leader's desk; dealt with, it is red no longer. */
const redRisk: Story = async function* (o) {
  const sources = await o.rows(data, 'sensing.risk-source')
  if (!sources.some((s) => s.level === 'red'))
    await o.patch(data, `/rows/sensing.risk-source/${o.random.pick(sources).id}`, {
      values: { level: 'red' },
      reason: '复评升级',
    })
  yield 26 * hour
  const [notice] = await o.rows(leader, 'sensing.risk-notice', { status: 'told' })
  if (!notice) return
  const order = { instruction: '责任单位专人盯守,限期消除', dueOn: o.date(10) }
  await o.act(leader, 'sensing.risk-notice', notice.id, 'order', order)
  yield o.random.integer(4, 9) * day
  const result = '已完成整治并经专家复核,风险等级下调'
  await o.act(crew, 'sensing.risk-notice', notice.id, 'finish', { result, photos: [await o.photo('整治后')] })
  await o.patch(data, `/rows/sensing.risk-source/${notice.source}`, { values: { level: 'yellow' }, reason: '整治完成' })
}
const reinstall: Story = async function* (o) {
  const p = 'sensing.install-job'
  const device = o.random.pick((await o.rows(duty, 'sensing.device')).filter((d) => d.kind !== 'terminal'))
  const given = {
    device: device.id,
    deviceNumber: device.number,
    cause: o.random.pick(['连续误报', '道路改造需迁移', '信号弱,掉线频繁']),
  }
  const id = await o.open(duty, p, given, { ...o.place(), action: 'order' })
  const put = async () => ({ installedOn: o.date(), position: '原位东移三米,抱杆安装', photos: [await o.photo('复装')] })
  yield o.random.integer(1, 5) * day
  await o.act(crew, p, id, 'install', await put())
  yield 5 * hour
  if (o.random.chance(0.2)) {
    await o.act(duty, p, id, 'redo', { reason: '线缆未固定' })
    yield day
    await o.act(crew, p, id, 'install', await put())
  }
  await o.act(duty, p, id, 'accept')
}
/** A terminal is asked where it is; nobody answers for three days, or the question is taken back. */
const ask: Story = async function* (o) {
  const [number] = o.random.pick(sweepers)
  const [device] = await o.rows(data, 'sensing.device', { number })
  const kind = o.random.pick(['locate', 'query', 'text'] as const)
  const id = await o.file(data, 'sensing.command', {
    device: device?.id,
    kind,
    ...(kind === 'text' ? { content: '请按规定路线作业' } : {}),
  })
  yield 40
  if (o.random.chance(0.3)) await o.act(data, 'sensing.command', id, 'cancel')
}
/** From what was no finding the eyes learn; the new version is taken when it sees better. */
const training: Story = async function* (o) {
  const p = 'sensing.training'
  const running = (await o.rows(data, 'sensing.model', { state: 'running' }))[0]
  if (
    !running ||
    (await o.rows(duty, 'sensing.detection', { status: 'relearn', modelVersion: running.modelVersion })).length === 0
  )
    return
  const fromVersion = String(running.modelVersion)
  const toVersion = `sz-1.${Number(fromVersion.split('.')[1]) + 1}`
  const id = await o.file(duty, p, { fromVersion, toVersion })
  yield 3 * day
  const isBetter = o.random.chance(0.75)
  const after = isBetter ? 90.5 : 84
  const results = [
    { scene: 'outside', tested: 80, before: 86, after },
    { scene: 'bin', tested: 20, before: 90, after: 90 },
  ]
  await o.act(duty, p, id, 'compare', { trainedOn: o.date(-1), results })
  yield day
  if (!isBetter) return void (await o.act(duty, p, id, 'drop', { conclusion: '总准确率不及原版,继续积累样本' }))
  await o.act(duty, p, id, 'adopt', { conclusion: '分场景均不下降,启用' })
  await o.patch(data, `/rows/sensing.model/${running.id}`, { values: { state: 'retired' }, reason: '新版启用' })
  await o.add(data, 'sensing.model', { modelVersion: toVersion, state: 'running', trainedOn: o.date(-2), precision: 89.6 })
}
/** Where cars have no camera that answers, there is nothing to see; who asked stays known. */
const viewing: Story = async function* (o) {
  yield minute
  const [number] = o.random.pick(sweepers)
  const [device] = await o.rows(duty, 'sensing.device', { number })
  const reason = o.random.pick(['市民反映洗扫车未开喷水', '核对作业轨迹', '剐蹭事故取证'])
  await o.file(duty, 'sensing.viewing', { device: device?.id, channel: 1, reason })
}
/** @param isShort asked and begun only lately: it goes on */
const research = (name: string, question: string, isShort: boolean): Story =>
  async function* (o) {
    const p = 'sensing.research'
    const experts = [
      { name: '王教授', from: '江南理工大学', field: '传感与物联网' },
      { name: '李高工', from: '市城市管理信息中心', field: '数据治理' },
    ]
    const id = await o.file(duty, p, { name, question, experts })
    yield 2 * day
    const device = isShort ? '智能井盖' : '无线烟感'
    await o.act(duty, p, id, 'pilot', { pilots: [{ device, count: 20, place: '湖滨路沿线' }] })
    yield 6 * day
    await o.act(duty, p, id, 'find', { on: o.date(), text: '首周误报率4.2%,多为安装位置不当' })
    if (isShort) return
    yield 9 * day
    await o.act(duty, p, id, 'find', { on: o.date(), text: '调整后误报率降至1.1%' })
    const verdicts = [{ device, buy: 'yes', count: 200, reason: '误报少,电池可用三年' }]
    yield day
    await o.act(duty, p, id, 'review', { verdicts, conclusion: '建议在老旧小区推广' })
    yield 2 * day
    await o.act(leader, p, id, 'conclude')
  }
const flight: Story = async function* (o) {
  const p = 'sensing.flight'
  const n = o.random.integer(0, 1)
  const flyer = pilots[n] ?? pilots[0]
  const [drone] = await o.rows(duty, 'sensing.drone', { number: `UAS-0${n + 1}` })
  const pilot = (await o.rows(duty, 'sensing.pilot')).find((x) => x.person === o.person(flyer))
  const [line] = await o.rows(duty, 'sensing.line', { name: flightLine })
  const name = o.random.pick(['运河沿线巡查', '工地扬尘航拍', '屋顶违建巡查'])
  const plan = { name, drone: drone?.id, pilot: pilot?.id, line: line?.id, permit: `KY-${o.year()}-${o.random.integer(10, 99)}` }
  const id = await o.open(flyer, p, { ...plan, permitTo: o.date(60), plannedOn: o.date(1) }, o.place(2 - n))
  yield 4 * hour
  await o.act(duty, p, id, 'approve')
  yield 20 * hour
  if (o.random.chance(0.2)) return void (await o.act(flyer, p, id, 'cancel', { reason: '阵风超过规定,改期' }))
  const weather = o.random.pick(['clear', 'cloudy'] as const)
  await o.act(flyer, p, id, 'takeOff', { windSpeed: o.random.integer(1, 7), weather, battery: o.random.integer(88, 100) })
  yield 20
  if (o.random.chance(0.6)) {
    const description = o.random.pick(['河岸堆放建筑垃圾', '围挡内裸土未覆盖', '绿地内倾倒杂物'])
    await o.act(flyer, p, id, 'find', { description, pictures: [await o.photo('航拍')], ...o.place(2 - n) })
  }
  yield 15
  await o.act(flyer, p, id, 'land', { batteryLeft: o.random.integer(25, 50) })
}
/** A batch of spots goes to the field at once: legal, mistaken, restored; one is still being restored and one not yet decided. */
const spots: Story = async function* (o) {
  const p = 'sensing.spot'
  const [shape] = await o.rows(duty, 'sensing.spot-shape', { batch: batch(o) })
  if (!shape) return
  await o.post(duty, `/sensing/spot-shapes/${shape.id}/issue`, {})
  const issued = [...(await o.rows(crew, p, { batch: batch(o) }))].sort((a, b) => String(a.code).localeCompare(String(b.code)))
  const parts = ['园林绿化管理所', '综合执法大队'].map((unit) => ({ unit: o.unit(unit), task: '联合清理、恢复' }))
  const said = ['legal', 'mistaken', 'illegal', 'illegal'] as const
  for (const [i, { id, mu }] of issued.entries()) {
    yield 2 * day
    await o.act(crew, p, id, 'check', {
      situation: o.random.pick(['硬化堆场', '临时板房', '农膜反光']),
      photos: [await o.photo('外业')],
    })
    const finding = said[i]
    if (!finding) return
    yield day
    const restore = finding === 'illegal' ? { parts, restoreKind: i === 2 ? 'green' : 'farm', restoreDueOn: o.date(40) } : {}
    const basis = { legal: '已办临时用地手续', mistaken: '现场为农膜,影像误判', illegal: '未经批准占用' }[finding]
    await o.act(duty, p, id, 'decide', { finding, basis, ...restore })
    if (i !== 2) continue
    yield 6 * day
    await o.act(crew, p, id, 'restore', { restoredMu: Number(mu), restoredPhotos: [await o.photo('恢复后')] })
    yield day
    await o.act(duty, p, id, 'accept')
  }
}
const issueRadios: Story = async function* (o) {
  for (const [n, holder] of ['caiji1', 'caiji2', 'caiji3'].entries()) {
    const [radio] = await o.rows(duty, 'sensing.radio', { number: radios[n] })
    await o.file(duty, 'sensing.radio-issue', { radio: radio?.id, holder: o.person(holder) })
    yield 5
  }
}
/** One is brought back and given out again; seldom one is lost. */
const radioBack: Story = async function* (o) {
  const p = 'sensing.radio-issue'
  const issued = await o.rows(duty, p, { status: 'issued' })
  const one = issued.find((r) => r.radioNumber === radios[1])
  if (!one) return
  await o.act(duty, p, one.id, 'giveBack', { state: o.random.chance(0.9) ? 'fine' : 'broken' })
  yield 2 * hour
  await o.file(duty, p, { radio: one.radio, holder: one.holder })
}
const call: Story = async function* (o) {
  if ((await o.rows(duty, 'sensing.radio-issue', { status: 'issued' })).length === 0) return
  const words = o.random.pick(['请到湖滨路集合', '雨前检查各自网格雨水口', '夜间巡查请报位置'])
  await o.file(duty, 'sensing.group-call', { group: talkGroup, words })
  const sound = await o.original('sound')
  if (!sound) return
  yield 10
  await o.file('caiji1', 'sensing.talk', { group: talkGroup, seconds: 4, voice: [sound.id] })
  await o.file(duty, 'sensing.talk', { group: talkGroup, seconds: 4, voice: [sound.id] }, { action: 'call' })
}
const wifi = (park: string, areaHa: number, signals: readonly number[]): Story =>
  async function* (o) {
    const p = 'sensing.wifi-acceptance'
    const id = await o.file('chuzhi41', p, { park, areaHa })
    yield 2 * day
    const points = signals.map((signal, i) => ({ name: `测点${i + 1}`, signal, speed: o.random.integer(20, 60) }))
    await o.act('chuzhi41', p, id, 'measure', { measuredOn: o.date(), points })
    yield day
    if (signals.some((s) => s < -70)) return void (await o.act(duty, p, id, 'refuse', { note: '北侧两点信号不足,补点后重测' }))
    if (areaHa < 1) await o.act(duty, p, id, 'accept', { note: '实测全覆盖' })
  }
/** Rain is announced: limits are stricter for a day. */
const rain: Story = async function* (o) {
  const [name, level] = o.random.pick([
    ['暴雨', 'blue'],
    ['大风', 'blue'],
    ['强对流', 'yellow'],
  ] as const)
  await o.add(duty, 'sensing.weather', { name, level, startsAt: o.at(0, 12), endsAt: o.at(1, 12), source: '区气象台' })
  yield minute
}
const arrange: Story = async function* (o) {
  yield minute
  const [issued] = await o.rows(duty, 'sensing.warning', { status: 'issued' })
  if (!issued || o.random.chance(0.3)) return
  await o.act(duty, 'sensing.warning', issued.id, 'arrange', { plan: '早晚高峰各加一次巡查,重点路段定点守候' })
}
export const sensingDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.2, tell: begin },
  'gas parts': { on: once(1), hour: 8.1, tell: gasParts },
  'gas replaced': { on: every(9, 4), hour: 14.2, tell: gasReplaced },
  round: { on: every(1), hour: 19.1, tell: round },
  sweep: { on: every(2), hour: 6.2, tell: sweep },
  audit: { on: ({ monthDay }) => monthDay === 2, hour: 9.3, tell: audit },
  drops: { on: every(3), hour: 9.1, tell: drops },
  clearing: { on: every(8), hour: 15.2, tell: clearing },
  bikes: { on: every(5), hour: 7.6, tell: bikes },
  stay: { on: every(3, 1), hour: 9.1, tell: stay },
  upkeep: { on: every(6, 2), hour: 10.2, tell: upkeep },
  'risk check': { on: every(5, 3), hour: 9.4, tell: riskCheck },
  'red risk': { on: (today) => today.passed % 17 === 1, hour: 8.2, tell: redRisk },
  reinstall: { on: every(8, 5), hour: 10.6, tell: reinstall },
  ask: { on: every(9, 7), hour: 11.1, tell: ask },
  letter: { on: every(7, 6), hour: 9.2, tell: letter },
  detect: { on: every(4), hour: 10.4, tell: detect },
  training: { on: every(11, 8), hour: 13.6, tell: training },
  viewing: { on: every(10, 3), hour: 14.8, tell: viewing },
  research: {
    on: once(1),
    hour: 9.6,
    tell: research('老旧小区消防感知应用', '哪些烟感误报少、值得推广', false),
  },
  'research two': { on: once(12), hour: 9.6, tell: research('井盖位移监测应用', '城区井盖感知的布设密度', true) },
  flight: { on: every(6, 1), hour: 10.1, tell: flight },
  spots: { on: once(2), hour: 9.2, tell: spots },
  radios: { on: once(1), hour: 8.4, tell: issueRadios },
  'radio back': { on: every(11, 9), hour: 8.5, tell: radioBack },
  call: { on: every(6, 4), hour: 16.2, tell: call },
  'wifi one': { on: once(4), hour: 9.8, tell: wifi('北门游园', 0.8, [-58, -61, -66, -63]) },
  'wifi two': { on: once(9), hour: 9.8, tell: wifi('文昌广场', 0.7, [-58, -76, -72, -63]) },
  'wifi three': { on: once(18), hour: 9.8, tell: wifi('湖滨公园', 1.2, [-58, -60, -66, -63, -68]) },
  rain: { on: every(12, 5), hour: 11.4, tell: rain },
  arrange: { on: every(2), hour: 9.15, tell: arrange },
}
