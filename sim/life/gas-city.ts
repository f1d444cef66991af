/** What the gas office of the simulated district had before its life begins: users, plans of parts, old pipes, stations with their cylinders, and the six kinds of entry. */
import { nowhere } from './near.ts'
import type { Desk, Row } from './story.ts'

const [desk, data] = ['paiqian3', 'shuju'] as const
export const homes = Array.from(
  { length: 18 },
  (_, n) =>
    [
      `用户${String(n + 1).padStart(2, '0')}`,
      `${['清潭花园', '红梅新村', '翠园小区'][n % 3]}${1 + (n % 9)}幢${1 + (n % 5)}0${1 + (n % 2)}室`,
    ] as const,
)
export const shops = [
  ['老街面馆', '91320499MA1RQ0001X', 'restaurant'],
  ['顺发小吃店', '91320499MA1RQ0002X', 'restaurant'],
  ['江南火锅店', '91320499MA1RQ0003X', 'restaurant'],
  ['福记烧烤店', '91320499MA1RQ0004X', 'restaurant'],
  ['一品包子铺', '91320499MA1RQ0005X', 'restaurant'],
  ['好邻居快餐', '91320499MA1RQ0006X', 'restaurant'],
  ['湖滨实验小学食堂', '12320499MB1RQ0007X', 'public'],
  ['万家洗衣厂', '91320499MA1RQ0008X', 'business'],
] as const
/** What a checker writes of the user with a number: the register shows names and addresses of users masked. */
export const knownBy = (code: string): { readonly target: string; readonly partyCode?: string | undefined } => {
  const n = Number(code.slice(2)) - 1
  const shop = shops[n - homes.length]
  return shop ? { target: shop[0], partyCode: shop[1] } : { target: homes[n]?.[1] ?? code }
}
const addUsers = async (o: Desk): Promise<void> => {
  const users = [
    ...homes.map(([name, address]) => ({ name, address, class: 'resident' })),
    ...shops.map(([name, , cls], i) => ({ name, address: `湖滨路${i * 12 + 6}号`, class: cls })),
  ]
  for (const [i, user] of users.entries())
    await o.add(
      data,
      'sensing.gas-user',
      { code: `RQ${String(i + 1).padStart(5, '0')}`, ...user },
      o.place((i % o.town.streets.length) + 1),
    )
}
const quotas = [
  ['pipeResident', 'alarm', 30, 150],
  ['pipeResident', 'hose', 36, 150],
  ['pipeResident', 'valve', 36, 150],
  ['lpgBusiness', 'alarm', 8, -4],
  ['lpgBusiness', 'hose', 10, 60],
] as const
const addPipes = async (o: Desk): Promise<void> => {
  for (let n = 1; n <= 12; n++) {
    const { lon, lat } = o.place((n % o.town.streets.length) + 1)
    const isOld = n % 3 === 0
    await o.add(
      data,
      'gas.pipe',
      {
        ...{
          code: `RG${String(n).padStart(4, '0')}`,
          company: '湖滨港华燃气公司',
          road: ['湖滨路', '文昌路', '清潭花园', '红梅新村'][n % 4],
        },
        ...{
          kind: n % 4 < 2 ? 'main' : 'yard',
          pressure: n % 4 < 2 ? 'medium' : 'low',
          material: isOld ? 'iron' : n % 2 ? 'pe' : 'steel',
        },
        ...{ lengthM: 180 + n * 35, builtOn: `${isOld ? 1996 + n / 3 : 2008 + n}-09-01` },
      },
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [lon - 0.0005, lat],
            [lon + 0.0005, lat],
          ],
        },
      },
    )
  }
}
const addBottles = async (o: Desk): Promise<void> => {
  const stations: string[] = []
  for (const [i, [name, operator]] of [
    ['城东液化气供应站', '安达液化气公司'],
    ['城南液化气供应站', '南桥燃气公司'],
  ].entries())
    stations.push(
      await o.add(
        data,
        'gas.station',
        {
          name,
          kind: 'supply',
          operator,
          licence: `苏燃经〔${o.year() - 1}〕0${i + 1}号`,
          licenceUntil: o.date(i === 0 ? 420 : 200),
        },
        o.place(i + 2),
      ),
    )
  for (const [i, station] of stations.entries()) {
    await o.add(data, 'gas.courier', {
      name: `${i ? '钱' : '赵'}师傅`,
      certificate: `SQ-${o.year()}-0${i + 1}`,
      validUntil: o.date(300),
      station,
    })
    for (let n = 1; n <= 12; n++) {
      const inspectedUntil = n === 12 ? o.date(-20) : o.date(90 + n * 60)
      const bottle = {
        specKg: n % 4 === 0 ? 49.5 : 14.5,
        madeOn: `${o.year() - 4}-03-01`,
        inspectedUntil,
        state: n === 11 ? 'scrapped' : 'station',
      }
      await o.add(data, 'gas.cylinder', { code: `HB${i + 1}${String(n).padStart(5, '0')}`, station, ...bottle })
    }
  }
  await o.add(data, 'gas.courier', {
    name: '孙师傅',
    certificate: `SQ-${o.year() - 3}-09`,
    validUntil: o.date(-15),
    station: stations[0],
  })
}
const projects = [
  {
    done: 2,
    values: {
      ...{ name: '城区燃气老旧管网更新改造', company: '湖滨港华燃气公司' },
      parts: [
        { name: '湖滨路市政管', km: 0.8, wan: 210 },
        { name: '红梅新村庭院管', km: 1.6, wan: 96 },
        { name: '清潭花园立管', km: 2.1, wan: 74 },
        { name: '文昌路市政管', km: 0.9, wan: 240 },
        { name: '翠园小区庭院管', km: 1.2, wan: 80 },
      ],
    },
  },
  {
    done: -1,
    values: { name: '北门片区铸铁管更换', company: '湖滨港华燃气公司', parts: [{ name: '北门路', km: 0.7, wan: 180 }] },
  },
] as const
const addProjects = async (o: Desk): Promise<void> => {
  for (const { done, values } of projects) {
    const id = await o.open(desk, 'gas.project', { ...values, dueOn: o.date(done < 0 ? 200 : 24) }, o.spot(values.name))
    if (done < 0) continue
    await o.act(desk, 'gas.project', id, 'begin')
    for (const { name, km } of values.parts.slice(0, done))
      await o.act(desk, 'gas.project', id, 'finishPart', { name, km, doneOn: o.date(-o.random.integer(4, 50)), codes: [] })
  }
  for (const [name, kind, planned, dueIn] of [
    ['阀门井加装可燃气体监测', 'device', 60, 90],
    ['居民智能表更换', 'meter', 120, 200],
    ['调压站远传压力监测', 'device', 8, 20],
  ] as const)
    await o.open(desk, 'gas.upgrade', { name, kind, planned, dueOn: o.date(dueIn) }, nowhere)
}
export const addGas = async (o: Desk): Promise<void> => {
  await addUsers(o)
  for (const [userClass, part, households, dueIn] of quotas)
    await o.add(data, 'gas.quota', {
      programme: `${o.year()}年三件套更换计划`,
      userClass,
      part,
      households,
      dueOn: o.date(dueIn),
    })
  await addPipes(o)
  await addBottles(o)
  await addProjects(o)
  for (const name of ['进社区', '进学校', '进企业', '进农村', '进家庭', '进公共场所'])
    await o.add(data, 'gas.entry-kind', { name, isOn: true })
}
/** Couriers whose certificate is still good. */
export const couriersOf = async (o: Desk): Promise<readonly Row[]> =>
  (await o.rows(data, 'gas.courier')).filter((k) => String(k.validUntil) >= o.date())
