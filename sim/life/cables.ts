/** A day of overhead cables in the simulated district: streets of the plan tidied, operators told what hangs badly, new lines asked for, crossings measured. */
import { streetOf } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story, workdays } from './story.ts'

const [run, desk, checker, data] = ['chuzhi13', 'paiqian4', 'kaohe1', 'shuju'] as const
const operators = [
  ['电信湖滨分公司', '91320499MA1XLAN01X', 'telecom'],
  ['移动湖滨分公司', '91320499MA1XLAN02X', 'telecom'],
  ['联通湖滨分公司', '91320499MA1XLAN03X', 'telecom'],
  ['湖滨广电网络公司', '91320499MA1XLAN04X', 'tv'],
  ['湖滨供电所', '91320499MA1XLAN05X', 'power'],
] as const
const roads = ['湖滨路', '文昌路', '东园路', '清源路', '新丰路', '北门路', '荷塘路', '南桥路']
const compounds = ['清潭花园', '红梅新村', '翠园小区', '东园新村', '文化新村', '椿庭小区']
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'cables.plan')).length > 0) return
  yield 10
  const [year, ids] = [o.year(), [] as string[]]
  for (const [i, [name, code, kind]] of operators.entries())
    ids.push(
      await o.add(data, 'cables.operator', {
        name,
        code,
        kind,
        contact: `${'周陈林徐何'[i]}工`,
        phone: `1395019${1000 + i * 13}`,
      }),
    )
  const plan = await o.add(data, 'cables.plan', {
    ...{ name: '城区空中线缆整治三年行动', fromYear: year - 1, toYear: year + 1, paper: `湖城管〔${year - 1}〕8号` },
  })
  for (let n = 0; n < 20; n++) {
    const place = n % 5 === 4 ? compounds[n % compounds.length] : roads[n % roads.length]
    const paper = n % 4 === 3 ? {} : { consent: `湖城管线〔${year - 2}〕${n + 11}号` }
    await o.add(
      data,
      'cables.line',
      {
        place,
        operator: ids[n % ids.length],
        metres: 180 + ((n * 137) % 900),
        isAbandoned: n % 9 === 8,
        hungOn: `${2012 + (n % 9)}-05-01`,
        ...paper,
      },
      o.place((n % o.town.streets.length) + 1),
    )
  }
  for (const [i, road] of roads.entries()) {
    const sign = i < 6 ? { signM: 4.5, signedOn: o.date(-i * 6 - 1) } : {}
    const kind = (['street', 'street', 'lane', 'highway'] as const)[i % 4]
    await o.add(
      data,
      'cables.crossing',
      {
        place: `${road}与${roads[(i + 3) % roads.length]?.replace('路', '街')}路口`,
        kind,
        operator: ids[i % ids.length],
        keeper: '线缆养护一班',
        ...sign,
      },
      o.place(i + 1),
    )
  }
  for (const [i, place] of [...roads, ...compounds].entries())
    await o.open(
      desk,
      'cables.work',
      {
        ...{
          plan,
          year: i % 5 === 4 ? year + 1 : year,
          place,
          placeKind: i < roads.length ? 'road' : 'community',
          planned: 400 + ((i * 230) % 900),
        },
        beforePhotos: [await o.photo('整治前')],
      },
      o.place((i % roads.length) + 1),
    )
}
const w = 'cables.work'
/** The next place of the year: tidied by each operator in some days, accepted by another, one in ten not at once. */
const works: Story = async function* (o) {
  const next = (await o.rows(desk, w, { status: 'listed', year: o.year() })).at(-1)
  if (!next) return
  await o.act(desk, w, next.id, 'begin')
  yield o.random.integer(4, 11) * day
  const methods =
    next.placeKind === 'road' ? (['bury', 'bundle', 'steel', 'clear'] as const) : (['bundle', 'replace', 'clear'] as const)
  const lines = methods.map((method, i) => ({
    operator: operators[(i + Number(next.number.slice(-1))) % 4]?.[0],
    method,
    metres: o.random.integer(60, 420),
  }))
  const finish = async () =>
    o.act(run, w, next.id, 'finish', { lines, poles: o.random.integer(0, 5), afterPhotos: [await o.photo('整治后')] })
  await finish()
  yield o.random.integer(1, 3) * day
  if (o.random.chance(0.12)) {
    await o.act(checker, w, next.id, 'accept', { isOk: 'no', opinion: '路口一段未捆扎,余线盘留未固定' })
    yield 2 * day
    await finish()
    yield day
  }
  await o.act(checker, w, next.id, 'accept', { isOk: 'yes' })
}
const faults = [
  ['messy', '线缆杂乱下垂,最低处离地约两米'],
  ['abandoned', '废弃皮线缠绕灯杆未拆'],
  ['low', '过街光缆下垂,大车通行刮碰'],
  ['pole', '杆路倾斜约十五度'],
] as const
const n = 'cables.notice'
const lateAnswer = async function* (o: Desk, id: string): AsyncGenerator<number, void> {
  yield 16 * day
  await o.act(desk, n, id, 'handOver')
  yield o.random.integer(3, 8) * day
  await o.act(run, n, id, 'tidy', { photos: [await o.photo('整理后')] })
  yield day
  await o.act(checker, n, id, 'check', { isOk: 'yes' })
}
/** An operator is told: it answers, tidies and somebody looks; one in eight does nothing until it is a matter of law. */
const notice: Story = async function* (o) {
  const line = o.random.pick(await o.rows(data, 'cables.line'))
  const street = streetOf(line)
  const isWild = !line.consent && o.random.chance(0.6)
  const [fault, note] = isWild ? (['illegal', '现场新增光缆,没有同意文号'] as const) : o.random.pick(faults)
  const values = {
    operator: line.operator,
    line: line.id,
    place: `${String(line.place)}${o.random.integer(1, 300)}号`,
    fault,
    note,
  }
  const id = await o.open(`jiedao${street}`, n, { ...values, photos: [await o.photo('线缆')] }, o.place(street))
  if (o.random.chance(0.13)) return yield* lateAnswer(o, id)
  yield o.random.integer(1, 7) * day
  await o.act(desk, n, id, 'answer', { answer: '已安排施工班组,一周内整理到位', papers: [await o.photo('答复函')] })
  yield o.random.integer(2, 12) * day
  const tidy = async () => o.act(run, n, id, 'tidy', { photos: [await o.photo('整理后')] })
  await tidy()
  yield o.random.integer(1, 3) * day
  const isOk = o.random.chance(0.9)
  await o.act(checker, n, id, 'check', { isOk: isOk ? 'yes' : 'no' })
  if (isOk) return
  yield 2 * day
  await tidy()
  yield day
  await o.act(checker, n, id, 'check', { isOk: 'yes' })
}
const reasons = ['新建小区光纤接入', '沿街监控点位供电', '基站传输光缆改迁', '商户专线接入']
const consent: Story = async function* (o) {
  const street = o.random.integer(1, roads.length)
  const operator = o.random.pick(await o.rows(data, 'cables.operator')).id
  const method = o.random.pick(['duct', 'shared', 'shared', 'aerial'])
  const values = {
    operator,
    place: roads[street - 1],
    metres: o.random.integer(80, 600),
    method,
    reason: o.random.pick(reasons),
  }
  const id = await o.open(`jiedao${street}`, 'cables.consent', { ...values, drawing: [await o.photo('路由图')] }, o.place(street))
  yield o.random.integer(2, 9) * day
  const isOk = method === 'aerial' ? 'no' : 'yes'
  const opinion = method === 'aerial' ? '沿路已有通信管道,应入管敷设' : '同意,竣工后报竣工图'
  await o.act(desk, 'cables.consent', id, 'decide', { isOk, hasDuct: method === 'shared' ? 'no' : 'yes', opinion })
}
const m = 'cables.measure'
const measure: Story = async function* (o) {
  const crossing = o.random.pick(await o.rows(data, 'cables.crossing'))
  const street = streetOf(crossing)
  const isLow = o.random.chance(0.2)
  const heightM = Math.round((isLow ? o.random.between(4.4, 4.9) : o.random.between(5.5, 6.6)) * 10) / 10
  const id = await o.open(
    `jiedao${street}`,
    m,
    { crossing: crossing.id, heightM, photos: [await o.photo('测高')] },
    o.place(street),
  )
  if (!isLow) return
  yield o.random.integer(3, 22) * hour
  await o.act(run, m, id, 'raise', {
    raised: o.random.pick(['更换高杆并收紧吊线', '吊线上移至第二横担']),
    photos: [await o.photo('抬升后')],
  })
  yield day
  await o.act(checker, m, id, 'again', { againM: 5.8 })
}
export const cablesDiary: Readonly<Record<string, Entry>> = {
  'cables begin': { on: once(0), hour: 6.4, tell: begin },
  'cables works': { on: every(3), hour: 8.9, tell: works },
  'cables notice': { on: workdays, hour: 10.6, tell: notice },
  'cables consent': { on: every(5, 2), hour: 14.7, tell: consent },
  'cables measure': { on: every(3, 1), hour: 9.4, tell: measure },
}
