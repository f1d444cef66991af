/** What the brigade of the simulated district had before its life begins: agreements, devices, lawyers at squads, quick squads, standards, known barbecues, the railway's zone. */
import type { Desk, Values } from './story.ts'

export const [clerk, data, head, jurist, reader] = ['neiqin1', 'shuju', 'dadui1', 'fazhi1', 'kaohe1'] as const
export interface Beat {
  readonly n: number
  readonly officer: string
  readonly partner: string
  readonly place: { readonly lon: number; readonly lat: number }
  readonly road: string
  readonly unit: string
}
/** Somebody's street: two officers, and where they stand. */
export const beatOf = (o: Desk, n = o.random.integer(1, o.town.streets.length)): Beat => {
  const name = o.town.streets[n - 1]?.name ?? ''
  const road = `${name.replace('街道', '')}${o.random.pick(['中路', '北路', '东街'])}${o.random.integer(2, 180)}号`
  const [officer, partner] = [`zhongdui${n}1`, `zhongdui${n}2`]
  return { n, officer, partner, place: o.place(n), road, unit: o.unit(`${name}综合执法中队`) }
}
const words = ['顺发', '老街', '江南', '福记', '聚福', '一品', '永盛', '百姓']
export const addParty = (o: Desk, officer: string, kind: 'org' | 'person', trade = '商贸有限公司', extra: Values = {}) =>
  o.add(officer, 'enforcement.party', {
    ...{
      kind,
      name: kind === 'org' ? `${o.random.pick(words)}${trade}` : `${o.random.pick(['王', '李', '张', '陈'])}某`,
      isReachable: false,
    },
    code: `${kind === 'org' ? '91' : '32'}${String(o.random.integer(1, 999_999_999)).padStart(16, '0')}`,
    ...extra,
  })
export const agreement = '湖滨、天宁、钟楼跨区域执法协作协议'
export const scheme = '镇街综合执法队伍考核办法'
const standards = [
  ['1', '案卷质量', '法制科', 40],
  ['2', '办案期限与公示', '法制科', 30],
  ['3', '投诉处置', '监督中心', 30],
] as const
export const devices = [
  ['DZ-01', '东环路卡口'],
  ['DZ-02', '湖滨大道工地出口'],
  ['DZ-03', '运河桥头'],
] as const
const addPapers = async (o: Desk): Promise<void> => {
  await o.add(data, 'enforcement.agreement', {
    ...{ name: agreement, members: '湖滨区\n天宁区\n钟楼区', content: '信息互认、线索移送、协助取证' },
    ...{ signedOn: o.date(-300), validTo: o.date(700) },
  })
  for (const [code, item, department, full] of standards)
    await o.add(data, 'enforcement.assessment-standard', { scheme, code, item, department, full, validFrom: o.date(-200) })
  for (const [code, name, topic] of [
    ['JG-001', '餐厨废弃物交运', 'foodWaste'],
    ['JG-002', '户外广告设置', 'advertising'],
    ['JG-003', '建筑垃圾处置', 'muck'],
  ] as const)
    await o.add(data, 'enforcement.supervision-item', { code, name, topic, basis: '市容环卫管理条例' })
  for (const [i, [code, name]] of devices.entries())
    await o.add(
      clerk,
      'enforcement.device',
      {
        ...{ code, name, legalReviewOn: o.date(-200), technicalReviewOn: o.date(-190), calibrationValidTo: o.date(200) },
        ...{ hasSign: true, publishedOn: o.date(-150), isEnabled: i < 2 },
      },
      o.spot(name),
    )
  for (const [i, operator] of (['mobile', 'telecom', 'unicom'] as const).entries())
    await o.add(clerk, 'enforcement.carrier', {
      name: `中国${['移动', '电信', '联通'][i]}湖滨分公司`,
      ...{
        operator,
        keeper: ['宋经理', '许经理', '何经理'][i],
        phone: `1380519000${i}`,
        formName: '停机协助函',
        answerHours: 16,
      },
      ...{ agreedOn: o.date(-250), agreedTo: o.date(480) },
    })
}
/** Middle of the cell a quick squad answers for. */
export const watched = (o: Desk, n: number) => {
  const code = o.town.streets[n - 1]?.code ?? ''
  const cell = o.town.cells.find((c) => c.code.startsWith(code))
  const [a, b] = [cell?.ring[0], cell?.ring[2]]
  return cell && a && b ? { code: cell.code, name: cell.name, lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 } : undefined
}
export const lawyers = ['陈律师', '陆律师', '秦律师'] as const
const addSquads = async (o: Desk): Promise<void> => {
  for (const n of [1, 2]) {
    const { officer, partner, unit } = beatOf(o, n)
    const street = o.town.streets[n - 1]?.name ?? ''
    const name = `${street}快速行动队`
    const squad = await o.add(clerk, 'enforcement.squad', {
      ...{ name, kind: 'quick', unit, leader: o.person(officer), star: 5 - n, formedOn: o.date(-220) },
    })
    for (const login of [officer, partner])
      await o.add(clerk, 'enforcement.squad-member', { squad, person: o.person(login), joinedOn: o.date(-220) })
    const cell = watched(o, n)
    if (cell) await o.add(clerk, 'enforcement.squad-place', { squad, kind: 'cell', place: cell.code, name: cell.name })
    await o.add(clerk, 'enforcement.squad-place', {
      squad,
      kind: 'point',
      place: `ZD-${n}`,
      name: n === 1 ? '实验小学' : '地铁站口',
    })
  }
  const teams = await o.rows(clerk, 'enforcement.squad', { kind: 'team' })
  for (const [i, name] of lawyers.entries()) {
    const lawyer = await o.add(clerk, 'enforcement.lawyer', { name, firm: '正衡律师事务所', licence: `1320420261100${i + 1}` })
    const team = teams[i % Math.max(1, teams.length)]
    if (!team) continue
    const span = {
      weekdays: [
        ['tue', 'thu'],
        ['mon', 'thu'],
        ['wed', 'fri'],
      ][i],
      validFrom: o.date(-100),
      validTo: o.date(265),
    }
    await o.add(clerk, 'enforcement.lawyer-post', { lawyer, squad: team.id, ...span })
  }
}
const addPlaces = async (o: Desk): Promise<void> => {
  for (const [n, [name, state]] of (
    [
      ['老王烧烤', 'outdoor'],
      ['河边串吧', 'moved'],
      ['北门夜市烧烤区', 'area'],
    ] as const
  ).entries())
    await o.add(
      beatOf(o, (n % o.town.streets.length) + 1).officer,
      'enforcement.barbecue-site',
      { name, state, hours: '17:30-23:30' },
      o.place((n % o.town.streets.length) + 1),
    )
  const { lon, lat } = o.place(1)
  const d = 0.001
  const ring = [
    [lon - d, lat - d],
    [lon + d, lat - d],
    [lon + d, lat + d],
    [lon - d, lat + d],
    [lon - d, lat - d],
  ]
  await o.add(
    data,
    'enforcement.rail-zone',
    { name: '1号线湖滨站至文昌站', kind: 'control', company: '市轨道交通运营公司', publishedOn: o.date(-500) },
    { geometry: { type: 'Polygon', coordinates: [ring] } },
  )
  for (const [name, work, isAgreed] of [
    ['湖滨站旁地块基坑', 'pit', true],
    ['文昌路雨水管顶进', 'pipe', false],
  ] as const) {
    const builder = await addParty(o, 'zhongdui11', 'org', '基础工程有限公司')
    const values = { name, builder, work, isAgreed, startsOn: o.date(-40), endsOn: o.date(150) }
    await o.add(data, 'enforcement.rail-project', values, { lon, lat })
  }
  for (let n = 0; n < 8; n++)
    await addParty(o, 'zhongdui11', 'org', '餐饮有限公司', { trade: '餐饮服务', grade: ['A', 'B', 'C', 'D'][n % 4] })
}
export const addEnforcement = async (o: Desk): Promise<void> => {
  await addPapers(o)
  await addSquads(o)
  await addPlaces(o)
}
