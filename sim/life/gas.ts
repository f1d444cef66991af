/** A day of gas in the simulated district: homes and shops checked, hazards put right or shut off, parts fitted, cylinders brought and taken back, leaks answered within minutes. */
import { addGas, couriersOf, homes, knownBy } from './gas-city.ts'
import { near } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, workdays } from './story.ts'

const [run, desk, checker, data] = ['chuzhi12', 'paiqian3', 'kaohe1', 'shuju'] as const
const [c, h, l] = ['gas.check', 'gas.hazard', 'gas.leak'] as const
const begin: Story = async function* (o) {
  yield 10
  if ((await o.rows(data, 'gas.quota')).length === 0) await addGas(o)
}
const found = [
  ['hose', 'general', '橡胶软管老化开裂'],
  ['alarm', 'general', '报警器断电未启用'],
  ['stove', 'general', '灶具无熄火保护装置'],
  ['vent', 'general', '热水器排烟管未伸出室外'],
  ['hose', 'general', '软管穿墙且超过两米'],
  ['cylinder', 'major', '厨房内存放三只气瓶'],
] as const
const fixes = {
  hose: '已更换为不锈钢波纹软管',
  alarm: '已恢复供电并联动试验正常',
  stove: '已更换带熄火保护的灶具',
  vent: '已加装排烟管引出室外',
  cylinder: '多余气瓶已由供应站收回',
  manage: '已补签用气安全责任书并上墙',
  line: '已清除占压物并除锈防腐',
  valve: '已更换切断阀',
} as const
const hazardsOf = (o: Desk) => {
  if (!o.random.chance(0.3)) return []
  const [item, level, note] = o.random.pick(found)
  return [{ item, level, note }]
}
const source = (o: Desk) => o.random.pick(['own', 'own', 'own', 'province', 'holiday', 'campaign'] as const)
/** A home or a shop is visited; who is out or lets nobody in is visited again, and after that finds a notice. */
const visit = (isShop: boolean): Story =>
  async function* (o) {
    const user = o.random.pick((await o.rows(data, 'sensing.gas-user')).filter((u) => (u.class === 'resident') !== isShop))
    const seen = o.random.next()
    const result = seen < 0.78 ? 'entered' : seen < 0.94 ? 'absent' : 'refused'
    const { target, partyCode } = knownBy(String(user.code))
    const given = {
      ...{ target, targetKind: isShop ? 'shop' : 'resident', user: user.id, source: source(o) },
      ...(partyCode ? { partyCode } : {}),
      ...{ campaign: `${o.year()}年燃气安全大排查`, checkedOn: o.date(), result, photos: [await o.photo('燃气检查')] },
      ...(result === 'entered' ? { hazards: hazardsOf(o) } : {}),
    }
    const id = await o.open(run, c, given, o.spot(target.replace(/\d+室$/, '')))
    if (result === 'entered') return
    yield o.random.integer(2, 6) * day
    const isHome = o.random.chance(0.6)
    await o.act(run, c, id, 'revisit', { result: isHome ? 'entered' : 'absent', hazards: [], photos: [await o.photo('再访')] })
    if (isHome || o.random.chance(0.2)) return
    yield day
    await o.act(run, c, id, 'post', {
      notice: `燃安告〔${o.year()}〕${o.random.integer(100, 999)}号`,
      photos: [await o.photo('张贴告知')],
    })
  }
const firms = [
  ['enterprise', '湖滨港华燃气公司', '91320499MA1GANG01X', 'manage', '抢修值班记录不全'],
  ['station', '城东液化气供应站', '91320499MA1YEHUA2X', 'manage', '实瓶区与空瓶区未分开标识'],
  ['network', '湖滨路中压干管', '', 'line', '阀门井被停放车辆占压'],
] as const
const inspect: Story = async function* (o) {
  const [targetKind, target, partyCode, item, note] = o.random.pick(firms)
  yield hour
  const hazards = o.random.chance(0.45) ? [{ item, level: 'general', note }] : []
  await o.open(
    run,
    c,
    {
      ...{
        target,
        targetKind,
        ...(partyCode ? { partyCode } : {}),
        source: 'own',
        checkedOn: o.date(),
        result: 'entered',
        hazards,
      },
      photos: [await o.photo('燃气检查')],
    },
    o.spot(target),
  )
}
const fix = async (o: Desk, hazard: Row): Promise<void> => {
  const fixNote = fixes[hazard.item as keyof typeof fixes]
  await o.act(run, h, hazard.id, 'fix', { fixNote, photos: [await o.photo('整改后')] })
}
/** What is grave is shut off at once, what is late is shut off; most is put right in days, and somebody else looks. */
const hazards: Story = async function* (o) {
  for (const grave of await o.rows(run, h, { status: 'danger' }))
    await o.act(run, h, grave.id, 'stop', { photos: [await o.photo('停气')] })
  for (const fixed of await o.rows(checker, h, { status: 'fixed' }))
    await o.act(checker, h, fixed.id, 'recheck', {
      isOk: o.random.chance(0.9) ? 'yes' : 'no',
      papers: [await o.photo('复查意见书')],
    })
  yield 4 * hour
  for (const ordered of await o.rows(run, h, { status: 'ordered' })) {
    if (String(ordered.dueOn) < o.date()) await o.act(run, h, ordered.id, 'stop', { photos: [await o.photo('停气')] })
    else if (o.random.chance(0.14)) await fix(o, ordered)
  }
  for (const stopped of await o.rows(run, h, { status: 'stopped' })) if (o.random.chance(0.4)) await fix(o, stopped)
}
const quotas = [
  ['alarm', 'pipeResident'],
  ['hose', 'pipeResident'],
  ['valve', 'pipeResident'],
  ['alarm', 'lpgBusiness'],
  ['hose', 'lpgBusiness'],
] as const
const fit: Story = async function* (o) {
  const count = Math.floor(Date.parse(o.date()) / 86_400_000)
  const [part, userClass] = quotas[count % quotas.length] ?? quotas[0]
  const users = (await o.rows(data, 'sensing.gas-user')).filter(
    (u) => (u.class === 'resident') === (userClass === 'pipeResident'),
  )
  const has = new Set((await o.rows(run, 'gas.fit', { part })).filter((f) => f.status !== 'refused').map((f) => f.user))
  const user = users.find((u) => !has.has(u.id))
  if (!user) return
  const serial = `${part.slice(0, 2).toUpperCase()}${count}`
  const id = await o.open(
    run,
    'gas.fit',
    {
      user: user.id,
      userClass,
      part,
      serial,
      installedOn: o.date(),
      photos: [await o.photo('安装')],
    },
    near(o, user),
  )
  yield o.random.integer(1, 4) * day
  await o.act(checker, 'gas.fit', id, 'accept', { isOk: o.random.chance(0.93) ? 'yes' : 'no' })
}
/** One cylinder out in the morning, with the five things looked at; empty it comes back some days later. */
const delivery: Story = async function* (o) {
  const today = o.date()
  const ready = (await o.rows(run, 'gas.cylinder', { state: 'station' })).filter((b) => String(b.inspectedUntil) >= today)
  const bottle = ready[o.random.integer(0, Math.max(0, ready.length - 1))]
  const courier = (await couriersOf(o)).find((k) => k.station === bottle?.station)
  const user = o.random.pick((await o.rows(data, 'sensing.gas-user')).filter((u) => u.class !== 'resident'))
  if (!bottle || !courier) return
  const checks = ['hose', 'valve', 'stove', 'vent', 'place']
  const id = await o.open(run, 'gas.delivery', { code: bottle.code, courier: courier.id, user: user.id, checks }, near(o, user))
  yield o.random.integer(4, 11) * day
  await o.act(run, 'gas.delivery', id, 'collect')
}
const seizures = [
  ['城中村16号院', 'black', '孙某某', '320404198505051234', '无许可储存、销售液化气'],
  ['北门夜市后巷', 'expired', '周某某', '320404197903122216', '气瓶超期未检仍在使用充装'],
  ['南桥废品收购点', 'storage', '吴某某', '320404198811230037', '废品院内存放实瓶'],
] as const
const seizure: Story = async function* (o) {
  const street = o.random.integer(1, o.town.streets.length)
  const [place, kind, party, partyCode, note] =
    seizures[Math.floor(Date.parse(o.date()) / 86_400_000 / 13) % seizures.length] ?? seizures[0]
  const cylinders = o.random.integer(3, 26)
  const id = await o.open(
    `jiedao${street}`,
    'gas.seizure',
    { place, kind, cylinders, party, partyCode, partyKind: 'person', note, photos: [await o.photo('现场')] },
    o.place(street),
  )
  yield o.random.integer(3, 9) * day
  const { penaltyNumber } = await o.row(desk, 'gas.seizure', id)
  if (!penaltyNumber) return
  const returned = Math.floor(cylinders / 5)
  await o.act(desk, 'gas.seizure', id, 'dispose', { scrapped: cylinders - returned, returned, photos: [await o.photo('处置单')] })
}
const causes = [
  ['device', '探测器受油烟干扰误报,已清洁标定'],
  ['leak', '软管接头漏气,已关阀更换'],
  ['cooking', '汤水溢出熄火,已通风并告知用户'],
] as const
const answer = async (o: Desk, id: string): Promise<void> => {
  const [cause, handled] = o.random.pick(causes)
  await o.act(run, l, id, 'handle', { cause, handled })
}
/** Somebody smells gas and calls: the company is there in minutes, mostly in time. */
const call: Story = async function* (o) {
  const street = o.random.integer(1, o.town.streets.length)
  const title = o.random.pick(['居民反映楼道有燃气异味', '商户报警器鸣响', '施工挖断庭院管'])
  const where = o.random.pick(homes)[1]
  const id = await o.open(`jiedao${street}`, l, { title: `${where} ${title}`, device: '电话报警' }, o.place(street))
  yield o.random.chance(0.85) ? o.random.integer(12, 28) : o.random.integer(34, 55)
  await o.act(run, l, id, 'arrive', { photos: [await o.photo('到场')] })
  yield o.random.integer(30, 120)
  await answer(o, id)
  yield 18 * hour
  await o.act(checker, l, id, 'close', { isOk: 'yes' })
}
/** What the devices have told since two hours ago; a few minutes after they speak. */
const leaks: Story = async function* (o) {
  for (let n = 0; n < 12; n++) {
    for (const told of await o.rows(run, l, { status: 'told' })) {
      if (told.device === '电话报警') continue
      await o.act(run, l, told.id, 'arrive', { photos: [await o.photo('到场')] })
      await answer(o, told.id)
    }
    yield 2 * hour
  }
  for (const done of await o.rows(checker, l, { status: 'handled' }))
    if (done.device !== '电话报警') await o.act(checker, l, done.id, 'close', { isOk: 'yes' })
}
const talks = [
  ['进学校', '燃气安全第一课', '湖滨实验小学', 320],
  ['进社区', '用气安全与三件套更换', '文昌社区广场', 140],
  ['进企业', '餐饮企业用气规范', '万家商贸城会议室', 60],
  ['进农村', '瓶装气安全使用', '荷塘村文化礼堂', 85],
  ['进家庭', '入户讲解报警器使用', '清潭花园', 36],
  ['进公共场所', '商场燃气应急演练', '湖滨广场', 210],
] as const
const talk: Story = async function* (o) {
  const [name, theme, place, most] = o.random.pick(talks)
  const street = o.random.integer(1, o.town.streets.length)
  const kind = (await o.rows(data, 'gas.entry-kind', { name }))[0]?.id
  if (!kind) return
  const visitors = o.random.integer(Math.round(most / 2), most)
  const photos = [await o.photo('宣传现场'), await o.photo('发放资料')]
  const id = await o.open(
    `jiedao${street}`,
    'gas.session',
    {
      kind,
      theme,
      place,
      heldOn: o.date(),
      visitors,
      handouts: visitors - 5,
      photos,
    },
    o.place(street),
  )
  yield o.random.integer(1, 3) * day
  await o.act(checker, 'gas.session', id, 'confirm', { isOk: o.random.chance(0.9) ? 'yes' : 'no' })
}
/** A part of the renewal is finished, and some devices more are installed. */
const works: Story = async function* (o) {
  const [project] = await o.rows(desk, 'gas.project', { status: 'building' })
  const done = new Set(((project?.finished ?? []) as readonly { name: string }[]).map((f) => f.name))
  const next = ((project?.parts ?? []) as readonly { name: string; km: number }[]).find((p) => !done.has(p.name))
  if (project && next) {
    const codes = (await o.rows(data, 'gas.pipe')).filter((p) => !p.renewedOn && p.material === 'iron').slice(0, 1)
    await o.act(desk, 'gas.project', project.id, 'finishPart', {
      name: next.name,
      km: next.km,
      doneOn: o.date(),
      codes: codes.map((p) => p.code),
    })
  } else if (project)
    await o.act(checker, 'gas.project', project.id, 'finish', { doneOn: o.date(), papers: [await o.photo('验收资料')] })
  for (const plan of await o.rows(desk, 'gas.upgrade', { status: 'building' }))
    await o.act(desk, 'gas.upgrade', plan.id, 'install', {
      count: Math.min(o.random.integer(2, 9), Number(plan.planned) - Number(plan.installed)),
    })
}
export const gasDiary: Readonly<Record<string, Entry>> = {
  'gas begins': { on: once(0), hour: 6.2, tell: begin },
  'gas home': { on: workdays, hour: 9.3, tell: visit(false) },
  'gas evening': { on: every(2), hour: 18.4, tell: visit(false) },
  'gas shop': { on: every(2, 1), hour: 14.3, tell: visit(true) },
  'gas inspection': { on: every(5), hour: 10.3, tell: inspect },
  'gas hazards': { on: () => true, hour: 10.9, tell: hazards },
  'gas parts': { on: workdays, hour: 13.7, tell: fit },
  'gas delivery': { on: () => true, hour: 9.8, tell: delivery },
  'gas delivery evening': { on: every(2), hour: 16.9, tell: delivery },
  'gas seizure': { on: every(13, 4), hour: 20.2, tell: seizure },
  'gas call': { on: every(4, 1), hour: 19.1, tell: call },
  'gas leaks': { on: () => true, hour: 0.3, tell: leaks },
  'gas talk': { on: every(4, 2), hour: 15.3, tell: talk },
  'gas works': { on: every(8, 5), hour: 16.4, tell: works },
}
