/** What the muck desk of the simulated district had before its life begins: plants, soil yards, great occasions, old dump sites, terminals in the trucks. */
import { nowhere } from './near.ts'
import { data, install } from './sensing-things.ts'
import type { Desk } from './story.ts'

export const plants = [
  ['城东建筑垃圾资源化厂', '湖滨循环科技公司', 'renovation', true],
  ['北港再生骨料厂', '北港建材公司', 'demolition', false],
] as const
/** A day of the plant, so that its balance stays the same: what comes in goes out. */
export const plantDay = (plant: string, dayOn: string, tons: number, isFirst = false) => ({
  ...{ plant, dayOn, residueT: tons * 0.1, stockT: 200 },
  intake: [
    { kind: 'renovation', tons: tons * 0.4 },
    { kind: 'demolition', tons: tons * 0.6 + (isFirst ? 200 : 0) },
  ],
  products: [
    { kind: 'aggregate', tons: tons * 0.7 },
    { kind: 'brick', tons: tons * 0.2 },
  ],
})
export const oldDump = '城北老消纳场'
export const secondDump = '城西消纳场'
const dumps = [
  [oldDump, 'XN-03', 120_000, 118_500],
  [secondDump, 'XN-02', 300_000, 96_000],
] as const
export const soils = [
  ['城东堆场', 'clay'],
  ['城东堆场', 'loam'],
  ['运河南岸堆场', 'mixed'],
] as const
const addProjects = async (o: Desk, plant: string): Promise<void> => {
  const p = 'muck.plant-project'
  const built = { name: '城东资源化处置终端', builder: '湖滨循环科技公司', tonsPerYear: 400_000, investWan: 5200 }
  const id = await o.open(data, p, { ...built, dueOn: o.date(-70) })
  await o.act(data, p, id, 'start', { startedOn: o.date(-400) })
  await o.act(data, p, id, 'report', { progress: 100, words: '设备安装完成,单机调试合格' })
  await o.act(data, p, id, 'trial', { trialOn: o.date(-75) })
  await o.act(data, p, id, 'run', { runningOn: o.date(-30), plant })
  const next = { name: '装修垃圾分拣中心', builder: '城西环境公司', tonsPerYear: 120_000, investWan: 1800, dueOn: o.date(160) }
  const rising = await o.open(data, p, next)
  await o.act(data, p, rising, 'start', { startedOn: o.date(-50) })
}
/** Trucks come from the permits; where there are none yet, those of one firm. */
const addTrucks = async (o: Desk): Promise<void> => {
  const known = await o.rows(data, 'muck.truck')
  const plates = known.length > 0 ? known.map((t) => String(t.plate)) : ['苏D80001', '苏D80002', '苏D80003']
  for (const [n, plate] of plates.slice(0, 3).entries()) {
    const device = await install(o, `ZT-0${n + 1}`, 'terminal', `渣土车终端${n + 1}`, { plate })
    const row = known.find((t) => t.plate === plate)
    if (row) await o.patch(data, `/rows/muck.truck/${row.id}`, { values: { device }, reason: '终端安装' })
    else
      await o.add(data, 'muck.truck', {
        ...{ plate, haulerCode: '91320499MA1SIMMUCK', haulerName: '湖滨渣土运输公司', model: 'eco', energy: 'electric' },
        ...{ boxM3: 18, device, safety: 'ok', state: 'admitted', admittedOn: o.date(-300) },
      })
  }
}
export const addMuck = async (o: Desk): Promise<void> => {
  const made: string[] = []
  for (const [name, operator, mainKind, takesRenovation] of plants)
    made.push(
      await o.add(
        data,
        'muck.plant',
        { name, operator, mainKind, tonsPerYear: 400_000, takesRenovation, fenPerM3: 5500 },
        o.spot(name),
      ),
    )
  await addProjects(o, made[0] ?? '')
  await o.file('chuzhi31', 'muck.plant-day', plantDay(made[0] ?? '', o.date(-2), 420, true), nowhere)
  for (const [name, quality] of soils)
    await o.add(data, 'muck.soil-account', { name, quality, capacityM3: 8000 }, o.spot(`${name}${quality}`))
  for (const [name, from, days, extra] of [
    ['湖滨马拉松', 12, 1, 1],
    ['省文明城市测评', 24, 4, 2],
  ] as const)
    await o.add(data, 'muck.occasion', { name, fromOn: o.date(from), toOn: o.date(from + days), extra })
  for (const [name, code, capacityM3, baseUsedM3] of dumps)
    await o.add(
      data,
      'muck.dump',
      {
        ...{ name, code, operator: '湖滨消纳管理公司', licenceNo: `${o.year() - 1}-${code}`, licenceTo: o.date(240), capacityM3 },
        ...{ baseUsedM3, dailyLimitM3: 900, fenPerM3: 1000, fenceM: 200, state: 'open', openedOn: o.date(-900) },
      },
      o.spot(name),
    )
  await addTrucks(o)
}
