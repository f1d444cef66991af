/** Units and people of the simulated district. Names are put together by chance and belong to nobody. */
import { v5 as uuidOf } from 'uuid'
import { simDistrict } from './plan.ts'
import { createRandom, type Random } from './random.ts'

const space = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'
/** Ids by name, so that the same seed makes the same city. */
export const idOf = (name: string): string => uuidOf(`cityloop/${name}`, space)

export interface PlannedUnit {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly areaCode: string
  readonly parentId: string | null
}
export interface PlannedPerson {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly phone: string
  readonly post: string
  readonly unitId: string
  /** Unit of the appointment: handlers act for theirs, the centre for nobody's. */
  readonly actsFor: string | null
  readonly areaCode: string
}
const unit = (name: string, kind: string, areaCode = simDistrict, parent?: string): PlannedUnit => ({
  id: idOf(`unit/${name}`),
  name,
  kind,
  areaCode,
  parentId: parent ? idOf(`unit/${parent}`) : null,
})

export const bureau = '湖滨区城市管理局'
/** Specialist units by what they are responsible for: category prefixes of GB/T 47678.5, components and matters. */
export const specialists: readonly {
  readonly name: string
  readonly kind: string
  readonly component: readonly string[]
  readonly matter: readonly string[]
}[] = [
  { name: '市政设施养护所', kind: '专业部门', component: ['01', '05'], matter: ['01', '05', '08', '10'] },
  { name: '交通设施养护中心', kind: '专业部门', component: ['02'], matter: ['02'] },
  { name: '环境卫生管理所', kind: '专业部门', component: ['03'], matter: ['03', '06'] },
  { name: '园林绿化管理所', kind: '专业部门', component: ['04'], matter: ['04'] },
  { name: '户外广告管理中心', kind: '专业部门', component: [], matter: ['07'] },
  {
    name: '城市照明管理所',
    kind: '专业部门',
    component: ['01037', '01038', '01039', '01006', '01060'],
    matter: ['01037', '01038', '01039', '01006', '01060'],
  },
  { name: '排水管理中心', kind: '专业部门', component: ['01002', '01003', '01004'], matter: ['01002', '01003', '01004'] },
]
export const planUnits = (streets: readonly { readonly code: string; readonly name: string }[]): readonly PlannedUnit[] => [
  unit(bureau, '主管局'),
  unit('城市管理监督中心', '监督中心', simDistrict, bureau),
  unit('城市管理指挥中心', '指挥中心', simDistrict, bureau),
  unit('综合执法大队', '执法队伍', simDistrict, bureau),
  unit('政务服务科', '审批科室', simDistrict, bureau),
  ...specialists.map((s) => unit(s.name, s.kind, simDistrict, bureau)),
  ...streets.map((s) => unit(`${s.name}综合执法中队`, '街道中队', s.code, bureau)),
]
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰建华志红玉春燕晓宁海波雪梅文斌慧云龙飞鹏辉凯晨'
const nameOf = (random: Random): string =>
  random.pick([...surnames]) + random.pick([...given]) + (random.chance(0.6) ? random.pick([...given]) : '')

export const planPeople = (
  random: Random,
  streets: readonly { readonly code: string; readonly name: string }[],
): readonly PlannedPerson[] => {
  const people: PlannedPerson[] = []
  const add = (login: string, post: string, unitName: string, actsFor: string | null = null, areaCode = simDistrict): void => {
    people.push({
      id: idOf(`person/${login}`),
      login,
      name: nameOf(random),
      phone: `139${String(random.integer(10_000_000, 99_999_999))}`,
      post,
      unitId: idOf(`unit/${unitName}`),
      actsFor: actsFor ? idOf(`unit/${actsFor}`) : null,
      areaCode,
    })
  }
  const supervision = '城市管理监督中心'
  const command = '城市管理指挥中心'
  for (const [i, s] of streets.entries())
    for (let k = 1; k <= 3; k++) add(`caiji${i * 3 + k}`, 'collector', supervision, null, s.code)
  for (let k = 1; k <= 6; k++) add(`shouli${k}`, 'operator', supervision)
  for (let k = 1; k <= 3; k++) add(`zhiban${k}`, 'duty-head', supervision)
  for (let k = 1; k <= 4; k++) add(`paiqian${k}`, 'dispatcher', command)
  for (const [i, s] of specialists.entries()) for (let k = 1; k <= 3; k++) add(`chuzhi${i + 1}${k}`, 'handler', s.name, s.name)
  for (const [i, s] of streets.entries()) {
    const squad = `${s.name}综合执法中队`
    for (let k = 1; k <= 2; k++) add(`zhongdui${i + 1}${k}`, 'officer', squad, squad, s.code)
    add(`jiedao${i + 1}`, 'street-admin', squad, squad, s.code)
  }
  add('kaohe1', 'assessor', bureau)
  add('juzhang', 'leader', bureau)
  add('shuju', 'data', bureau)
  add('xitong', 'system-admin', bureau)
  add('anquan', 'security-admin', bureau)
  add('shenji', 'audit-admin', bureau)
  const brigade = '综合执法大队'
  add('dadui1', 'enforcement-head', brigade)
  for (let k = 1; k <= 2; k++) add(`fazhi${k}`, 'legal-reviewer', brigade)
  add('neiqin1', 'enforcement-clerk', brigade)
  const hall = '政务服务科'
  for (let k = 1; k <= 2; k++) add(`chuangkou${k}`, 'window-clerk', hall)
  for (let k = 1; k <= 3; k++) add(`shencha${k}`, 'permit-reviewer', hall)
  for (let k = 1; k <= 2; k++) add(`shenpi${k}`, 'permit-head', hall)
  add('xinyong1', 'credit-clerk', hall)
  add('xinyong2', 'credit-reviewer', hall)
  return [...people, ...drawnApart(2027, '交通设施养护中心', parkingPeople), ...drawnApart(2028, bureau, partyPeople)]
}
const parkingPeople = [
  ['tingche1', 'parking-manager'],
  ['tingche2', 'parking-finance'],
  ['shoufei1', 'toll-collector'],
  ['shoufei2', 'toll-collector'],
] as const
const partyPeople = [
  ['dangwu1', 'party-clerk'],
  ['dangwu2', 'party-clerk'],
  ['jijian1', 'discipline-officer'],
  ['jijian2', 'discipline-officer'],
  ['renshi1', 'personnel-clerk'],
  ['renshi2', 'personnel-clerk'],
] as const
/** Whoever came later is drawn apart, so that everybody before them keeps their name. */
const drawnApart = (seed: number, unitName: string, logins: readonly (readonly [string, string])[]): readonly PlannedPerson[] => {
  const random = createRandom(seed)
  return logins.map(([login, post]) => ({
    id: idOf(`person/${login}`),
    login,
    name: nameOf(random),
    phone: `139${String(random.integer(10_000_000, 99_999_999))}`,
    post,
    unitId: idOf(`unit/${unitName}`),
    actsFor: null,
    areaCode: simDistrict,
  }))
}
