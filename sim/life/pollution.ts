/** Fumes, noise, dust and façades of the simulated district: complaints measured against their limit, sites checked by six, roads tested for dust, façades cleaned, flyers counted. */
import { streetOf } from './near.ts'
import { addPollution } from './pollution-city.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, workdays } from './story.ts'

const data = 'shuju'
const begin: Story = async function* (o) {
  yield 10
  if ((await o.rows(data, 'pollution.road-duty')).length === 0) await addPollution(o)
}
const c = 'pollution.complaint'
/** A street with its clerk, its officer and a point in it. */
const anyStreet = (o: Desk, of?: Row) => {
  const n = of ? streetOf(of) : o.random.integer(1, o.town.streets.length)
  const name = (o.town.streets[n - 1]?.name ?? '').replace('街道', '')
  return { clerk: `jiedao${n}`, officer: `zhongdui${n}1`, place: o.place(n), name }
}
type Street = ReturnType<typeof anyStreet>
const phone = (o: Desk): string => `137${o.random.integer(10_000_000, 99_999_999)}`
const source = (o: Desk) => o.random.pick(['petition', 'hotline', 'hotline', 'hotline', 'whistle', 'mass', 'patrol'] as const)
/** Answered and asked how it was; a few are answered late, a few not reached. */
const answered = async function* (o: Desk, id: string, { clerk }: Street, reply: string): AsyncGenerator<number, void> {
  yield o.random.chance(0.1) ? o.random.integer(15, 17) * day : o.random.integer(3, 70) * hour
  await o.act(clerk, c, id, 'reply', { reply })
  yield o.random.integer(1, 5) * day
  const satisfaction = o.random.pick(['satisfied', 'satisfied', 'satisfied', 'basic', 'basic', 'dissatisfied', 'unreached'])
  await o.act(clerk, c, id, 'survey', { satisfaction })
}
interface Heard {
  readonly values: Readonly<Record<string, unknown>>
  readonly limit: number
  readonly zone?: string
  readonly order: string
  readonly note: string
  /** Of every hundred measured, how many are over. */
  readonly over: number
}
/** Local hours at which people call. */
const hours = { fume: 20.1, noise: 15.6, night: 22.7 } as const
/** From the call to the answer: measured, ordered where over, measured again, handed on where still over. */
const complaint = async function* (
  o: Desk,
  street: Street,
  heard: Heard,
  from: number,
  wait: number,
): AsyncGenerator<number, void> {
  const { limit, zone, order, note } = heard
  const values = { source: source(o), phone: phone(o), ...heard.values }
  const id = await o.open(street.clerk, c, values, street.place)
  yield wait
  const measured = (isOver: boolean) =>
    Math.round(limit * (isOver ? o.random.between(1.06, 1.7) : o.random.between(0.5, 0.97)) * 10) / 10
  const isOver = o.random.chance(heard.over / 100)
  const photos = [await o.photo('测量')]
  await o.act(street.officer, c, id, 'measure', {
    ...{
      value: measured(isOver),
      measuredAt: o.at(0, ((from + wait / 60) % 24) - 0.25),
      instrument: zone ? 'AWA6228-02' : 'YY-7021',
    },
    ...{ photos, ...(zone ? { zone } : {}), ...(isOver ? { order } : {}) },
  })
  if (!isOver) return yield* answered(o, id, street, '现场测量符合排放标准,已提醒经营者做好日常维护')
  yield o.random.integer(4, 14) * day
  const isStill = o.random.chance(0.18)
  const party = isStill ? { partyCode: `92320499MA1Q${o.random.integer(10_000, 99_999)}X` } : {}
  await o.act(street.officer, c, id, 'remeasure', {
    value: measured(isStill),
    photos,
    note: isStill ? '整改后仍超标' : note,
    ...party,
  })
  yield* answered(o, id, street, isStill ? '复测仍超标,已移送行政处罚' : `${note},复测达标`)
}
const fume: Story = async function* (o) {
  const shops = await o.rows(data, 'grid.shop', { trade: 'food' })
  const shop = o.random.pick(shops.slice(0, 24))
  const street = anyStreet(o, shop)
  const values = {
    kind: 'fume',
    shop: shop.id,
    subjectName: shop.name,
    address: shop.address,
    happenedAt: o.at(0, hours.fume - 0.5),
  }
  const what = o.random.pick(['晚市油烟直排,楼上无法开窗', '烟管出口正对居民窗户', '油烟净化器经常不开'])
  const fixed = { order: '清洗油烟净化器并提交清洗记录,三日内整改', note: '净化器已清洗并更换滤芯' }
  yield* complaint(
    o,
    street,
    { values: { ...values, what }, limit: 2, over: 40, ...fixed },
    hours.fume,
    o.random.integer(60, 1200),
  )
}
const noises = ['舞蹈培训班', '健身房', '冷库压缩机', '广场舞音响', '小区配电房', '商铺促销音响'] as const
const noise: Story = async function* (o) {
  const street = anyStreet(o)
  const subjectName = `${street.name}${o.random.pick(noises)}`
  const values = {
    kind: 'noise',
    subjectName,
    address: `${street.name}路${o.random.integer(1, 260)}号`,
    happenedAt: o.at(0, hours.noise - 1),
  }
  const fixed = { order: '调低音量并落实隔声措施', note: '已加装隔声垫、限时使用' }
  yield* complaint(
    o,
    street,
    { values: { ...values, what: '声音大,影响休息' }, limit: 60, zone: '2', over: 30, ...fixed },
    hours.noise,
    o.random.integer(90, 300),
  )
}
/** At night, and measured the same night. */
const night: Story = async function* (o) {
  const street = anyStreet(o)
  const [site] = (await o.rows(data, 'pollution.site')).filter((s) => s.status === 'working')
  const kind = o.random.pick(['transport', 'transport', 'construction', 'noise'] as const)
  const happenedAt = o.at(0, 22.3)
  const fixed = { order: '立即停止夜间作业,补办夜间施工手续', note: '夜间已停止作业' }
  const base = { kind, happenedAt, address: `${street.name}路`, what: '夜里噪声大,无法入睡' }
  const values =
    kind === 'transport'
      ? { ...base, subjectName: `${street.name}路段`, plates: [o.random.pick(['苏D80001', '苏D80002', '苏D99317', '苏D88120'])] }
      : {
          ...base,
          subjectName: kind === 'noise' ? `${street.name}烧烤大排档` : String(site?.name),
          ...(kind === 'noise' ? {} : { site: site?.id }),
        }
  if (kind === 'construction' && !site) return
  const zone = kind === 'construction' ? {} : { zone: kind === 'transport' ? '4' : '2' }
  yield* complaint(o, street, { values, limit: kind === 'noise' ? 50 : 55, over: 45, ...zone, ...fixed }, hours.night, 40)
}
const q = 'pollution.stain'
const stain: Story = async function* (o) {
  const shop = o.random.pick((await o.rows(data, 'grid.shop', { trade: 'food' })).slice(0, 60))
  const street = anyStreet(o, shop)
  const kind = o.random.pick(['wall', 'road', 'road'])
  const values = { kind, shop: shop.id, owner: shop.name, address: `${String(shop.address)}${kind === 'wall' ? '后墙' : '门前'}` }
  const id = await o.open(
    street.officer,
    q,
    { ...values, areaM2: o.random.integer(2, 24), dueOn: o.date(3), photos: [await o.photo('油污')] },
    street.place,
  )
  const wash = async () => o.act(street.clerk, q, id, 'wash', { washedOn: o.date(), afterPhotos: [await o.photo('清洗后')] })
  yield o.random.integer(1, 5) * day
  await wash()
  yield o.random.integer(2, 40) * hour
  if (o.random.chance(0.15)) {
    await o.act(street.officer, q, id, 'sendBack', { dueOn: o.date(2), note: '墙角仍有油渍,需用去油剂再洗' })
    yield day
    await wash()
    yield 5 * hour
  }
  await o.act(street.officer, q, id, 'close')
}
const six = ['fence', 'cover', 'wash', 'ground', 'wet', 'sealed'] as const
const bads: Readonly<Record<string, string>> = {
  fence: '围挡破损两处',
  cover: '裸土未覆盖约三百平方米',
  wash: '冲洗台未启用,车辆带泥',
  ground: '出口道路破损积泥',
  wet: '拆除未喷淋',
  sealed: '一辆渣土车密闭不严',
}
const checkSite = async (o: Desk, site: Row, bad: readonly string[]): Promise<string> =>
  o.open(anyStreet(o).officer, 'pollution.site-check', {
    ...{ site: site.id, checkedOn: o.date(), team: ['城管局', '住建局', '生态环境分局'], muck: '渣土日产日清,台账齐全' },
    lines: six.map((item) => (bad.includes(item) ? { item, isOk: false, note: bads[item] } : { item, isOk: true })),
    photos: [await o.photo('联合检查')],
  })
/** One site a time: most faults are few; three of six and it stands still until all is right again. */
const site: Story = async function* (o) {
  const stopped = await o.rows(data, 'pollution.site', { status: 'suspended' })
  const [again] = stopped
  if (again) return void (await checkSite(o, again, o.random.chance(0.75) ? [] : ['ground']))
  const sites = await o.rows(data, 'pollution.site', { status: 'working' })
  if (sites.length === 0) return
  const many = o.random.chance(0.14)
  const bad = many
    ? o.random.pick([
        ['cover', 'wash', 'ground'],
        ['fence', 'cover', 'wet', 'wash'],
      ])
    : six.filter(() => o.random.chance(0.12)).slice(0, 2)
  const id = await checkSite(o, o.random.pick(sites), bad)
  if (!many) return
  yield 2 * day
  await o.act('dadui1', 'pollution.site-check', id, 'transfer', { note: '多项扬尘防治措施不落实' })
}
const t = 'pollution.dust-test'
const dust: Story = async function* (o) {
  const street = anyStreet(o)
  const road = o.random.pick(await o.rows(data, 'pollution.road-duty'))
  const isOver = o.random.chance(0.24)
  const gramM2 = Math.round((isOver ? o.random.between(10.5, 17) : o.random.between(3.5, 9.8)) * 10) / 10
  const cause = isOver ? { cause: o.random.pick(['工地出口带泥上路', '绿化带裸土冲刷', '渣土运输抛洒']) } : {}
  const id = await o.open(
    street.officer,
    t,
    { road: road.id, testedOn: o.date(), gramM2, spots: 3, ...cause, photos: [await o.photo('采样')] },
    street.place,
  )
  if (!isOver) return
  yield o.random.integer(4, 30) * hour
  await o.act(street.clerk, t, id, 'wash', { washPhotos: [await o.photo('冲洗')] })
  yield o.random.integer(12, 40) * hour
  await o.act(street.officer, t, id, 'retest', { regramM2: 6.4, photos: [await o.photo('复测')] })
}
const w = 'pollution.wash'
const wash: Story = async function* (o) {
  const one = o.random.pick((await o.rows(data, w)).filter((x) => x.status !== 'closed'))
  const of = Number(String(one.areaCode).slice(6, 9))
  yield 30
  if (!one.drainNo && o.random.chance(0.5))
    await o.act(`jiedao${of}`, w, one.id, 'permit', { drainNo: `苏排字〔${o.year()}〕${o.random.integer(10, 99)}号` })
  const isOffRoad = o.random.chance(0.85)
  const met = {
    isDrained: true,
    isSettled: o.random.chance(0.9),
    isRecycled: o.random.chance(0.5),
    isYardHard: true,
    isOffRoad,
    isPriced: o.random.chance(0.9),
  }
  const faults = isOffRoad ? '未办排水许可或沉淀池未清掏' : '高峰时段排队占道'
  await o.act(`zhongdui${of}1`, w, one.id, 'check', {
    checkedOn: o.date(),
    ...met,
    faults,
    dueOn: o.date(10),
    photos: [await o.photo('洗车场')],
  })
}
const roadside: Story = async function* (o) {
  const street = anyStreet(o)
  yield 15
  const values = { place: `${street.name}路桥下空地`, operator: '不明', photos: [await o.photo('占道洗车')] }
  await o.add(street.officer, 'pollution.roadside-wash', values, street.place)
}
/** The façade that has waited longest is cleaned. */
const cleaning: Story = async function* (o) {
  const overdue = await o.rows(data, 'pollution.facade', { status: 'overdue' })
  const facade = overdue[0] ?? (await o.rows(data, 'pollution.facade', { status: 'kept' }))[0]
  if (!facade) return
  const p = 'pollution.cleaning'
  const method = o.random.pick(['rope', 'lift', 'ground'] as const)
  const { clerk, place } = anyStreet(o)
  const id = await o.open(
    clerk,
    p,
    {
      ...{ facade: facade.id, contractor: o.random.pick(['高洁幕墙清洗公司', '蓝天高空清洗公司']), method, plannedOn: o.date(1) },
      ...{ plan: '双绳作业、地面设警戒区、专人监护', workers: o.random.integer(2, 5), isInsured: true },
    },
    place,
  )
  yield o.random.integer(2, 6) * day
  if (o.random.chance(0.1)) return o.act(clerk, p, id, 'cancel', { reason: '连续大风,改期另报' })
  const doneM2 = Math.round(Number(facade.areaM2) * o.random.between(0.7, 1))
  await o.act(clerk, p, id, 'finish', { doneOn: o.date(), doneM2, photos: [await o.photo('清洗后')] })
}
const f = 'pollution.flyer-check'
const flyers: Story = async function* (o) {
  const compounds = await o.rows(data, 'grid.compound')
  const compound = o.random.pick(compounds)
  const street = anyStreet(o, compound)
  const values = {
    compound: compound.id,
    place: compound.name,
    checkedOn: o.date(),
    lengthM: 200,
    flyers: o.random.pick([0, 1, 2, 3, 4, 5, 6, 8, 11, 15]),
  }
  const id = await o.open(street.officer, f, { ...values, photos: [await o.photo('小广告')] }, street.place)
  if (values.flyers <= 6) return
  yield o.random.integer(3, 50) * hour
  await o.act(street.clerk, f, id, 'clean', {
    sheets: values.flyers,
    cleanedOn: o.date(),
    cleanPhotos: [await o.photo('清理后')],
  })
}
export const pollutionDiary: Readonly<Record<string, Entry>> = {
  'pollution begins': { on: once(0), hour: 6.6, tell: begin },
  'pollution fume': { on: every(2), hour: hours.fume, tell: fume },
  'pollution noise': { on: every(3), hour: hours.noise, tell: noise },
  'pollution night': { on: every(3, 1), hour: hours.night, tell: night },
  'pollution stain': { on: every(3, 2), hour: 10.7, tell: stain },
  'pollution site': { on: every(3), hour: 9.5, tell: site },
  'pollution dust': { on: workdays, hour: 8.2, tell: dust },
  'pollution wash': { on: every(5, 3), hour: 14.1, tell: wash },
  'pollution roadside': { on: every(11, 5), hour: 11.2, tell: roadside },
  'pollution cleaning': { on: every(5, 1), hour: 9.9, tell: cleaning },
  'pollution flyers': { on: workdays, hour: 16.6, tell: flyers },
}
