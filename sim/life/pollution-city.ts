/** What the streets of the simulated district had in their files before its life begins: roads with their duty, sites, car washes and façades. */
import type { Desk } from './story.ts'

const data = 'shuju'
const contractors = ['洁城环卫公司', '湖滨保洁公司']
const addRoads = async (o: Desk): Promise<void> => {
  const roads = (await o.rows(data, 'grid.road')).filter((r) => r.class !== 'lane').slice(0, 8)
  for (const [i, road] of roads.entries())
    await o.add(data, 'pollution.road-duty', {
      ...{
        name: road.name,
        road: road.id,
        tradeUnit: '环境卫生管理所',
        townUnit: o.town.streets[i % o.town.streets.length]?.name,
      },
      ...{
        contractor: contractors[i % 2],
        sources: i % 3 ? ['沿线商铺'] : ['工地出口', '绿化带裸土'],
        areaM2: Math.round(Number(road.lengthM) * 14),
      },
    })
}
const sites = [
  ['湖滨大道改造一标段', '城建市政公司', false],
  ['文昌小学扩建', '城建一公司', false],
  ['东园广场商业综合体', '城建三公司', true],
  ['清源雅苑二期', '远大建筑公司', false],
  ['新丰片区拆迁地块', '安泰拆除公司', false],
] as const
const addSites = async (o: Desk): Promise<void> => {
  for (const [i, [name, builder, isNightPermitted]] of sites.entries()) {
    const n = (i % o.town.streets.length) + 1
    await o.open(
      `jiedao${n}`,
      'pollution.site',
      {
        ...{
          name,
          builder,
          isNightPermitted,
          address: `${(o.town.streets[n - 1]?.name ?? '').replace('街道', '')}路${i * 20 + 8}号`,
        },
        ...{
          builderCode: `91320499MA1QH90${10 + i}X`,
          owner: '湖滨城市建设投资公司',
          fromOn: o.date(-120 + i * 15),
          toOn: o.date(150 + i * 40),
        },
        washer: '自动冲洗台一套',
      },
      o.place(n),
    )
  }
}
const washes = ['快洁洗车行', '车之家洗车', '百姓洗车店', '蓝精灵自助洗车', '顺发汽车美容', '新天地洗车']
const addWashes = async (o: Desk): Promise<void> => {
  for (const [i, name] of washes.entries()) {
    const n = (i % o.town.streets.length) + 1
    await o.open(
      `jiedao${n}`,
      'pollution.wash',
      {
        ...{
          name,
          address: `${(o.town.streets[n - 1]?.name ?? '').replace('街道', '')}路${i * 31 + 5}号`,
          licence: `91320499MA1QX77${10 + i}X`,
        },
        ...{ water: i % 3 ? 'tap' : 'recycled', bays: 2 + (i % 4), priceFen: 2500 + i * 300 },
        ...(i % 4 === 3 ? {} : { drainNo: `苏排字〔${o.year() - 1}〕${i + 11}号` }),
      },
      o.place(n),
    )
  }
}
const towers = [
  '湖滨金融中心',
  '文昌大厦',
  '东园宾馆',
  '清源写字楼',
  '新丰百货',
  '北门邮政大楼',
  '荷塘科技园A座',
  '南桥医院门诊楼',
  '万家商贸城',
  '城市展览馆',
]
const materials = ['glass', 'tile', 'paint', 'stone'] as const
const addFacades = async (o: Desk): Promise<void> => {
  for (const [i, name] of towers.entries()) {
    const n = (i % o.town.streets.length) + 1
    const sides = (['east', 'south'] as const).map((side, k) => ({
      side,
      areaM2: 620 + i * 90 + k * 240,
      ads: (i + k) % 4,
      units: 8 + i * 2,
    }))
    await o.open(
      `jiedao${n}`,
      'pollution.facade',
      {
        ...{
          name,
          address: `${(o.town.streets[n - 1]?.name ?? '').replace('街道', '')}路${i * 17 + 3}号`,
          road: i % 3 ? 'main' : 'other',
        },
        ...{ material: materials[i % materials.length], owner: `${name}物业服务中心`, phone: `1381509${1000 + i * 11}`, sides },
        ...{ photos: [await o.photo('东立面'), await o.photo('南立面')], state: i % 4 === 1 ? 'dirty' : 'clean' },
        cleanedOn: o.date(-(120 + i * 62)),
      },
      o.place(n),
    )
  }
}
export const addPollution = async (o: Desk): Promise<void> => {
  await addRoads(o)
  await addSites(o)
  await addWashes(o)
  await addFacades(o)
}
