/** 安全生产 of the simulated district: enterprises checked by list, problems put right or late, what falls due answered or missed, the office, a fortnight of prevention, the letters of the units. */
import { handlerOf, handlers } from './near.ts'
import { item, peopleDiary } from './safety-people.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, together, workdays } from './story.ts'

const [manager, head, checker, leader] = ['zhiban1', 'dadui1', 'kaohe1', 'juzhang'] as const
const firms = [
  ['湖滨市政养护公司', 0, 'municipal', 'red', 46],
  ['安达道路养护队', 0, 'municipal', 'orange', 28],
  ['洁城环卫服务公司', 1, 'sanitation', 'orange', 180],
  ['湖滨生活垃圾转运站', 1, 'waste', 'red', 24],
  ['绿野园林工程公司', 2, 'greening', 'yellow', 52],
  ['滨湖苗圃', 2, 'greening', 'blue', 16],
  ['新视界广告制作公司', 3, 'ads', 'yellow', 22],
  ['高空招牌安装队', 3, 'ads', 'orange', 12],
  ['明亮照明工程公司', 4, 'municipal', 'yellow', 31],
  ['清源排水养护公司', 5, 'municipal', 'red', 40],
  ['湖滨渣土运输公司', 0, 'muck', 'orange', 65],
  ['城南瓶装燃气供应站', 0, 'gas', 'red', 14],
] as const
const lists: Readonly<Record<string, readonly (readonly [item: string, isGrave: boolean, bad: string])[]>> = {
  municipal: [
    ['下井作业先通风后检测', true, '下井前未作气体检测'],
    ['围挡与警示标志齐全', false, '夜间警示灯两盏不亮'],
    ['特种作业人员持证', false, '一名电工证件过期未复审'],
  ],
  sanitation: [
    ['作业车辆盲区监控完好', false, '两台车右侧盲区摄像头失灵'],
    ['清扫人员穿反光背心', false, '三名清扫员未穿反光背心'],
  ],
  waste: [
    ['沼气与有毒气体报警器有效', true, '一台硫化氢报警器超期未检定'],
    ['卸料口防坠设施完好', false, '卸料口护栏松动'],
  ],
  greening: [
    ['高枝作业系安全带', false, '修剪高枝未系安全带'],
    ['农药专柜双人双锁', false, '农药柜单人单锁'],
  ],
  ads: [
    ['大型招牌结构检测在有效期', false, '楼顶招牌检测报告过期一个月'],
    ['高处作业审批手续齐全', true, '吊篮作业未办审批'],
  ],
  muck: [
    ['车辆限速与密闭装置有效', false, '一台车密闭盖板变形'],
    ['驾驶员每日班前教育', false, '班前教育记录缺三天'],
  ],
  gas: [
    ['气瓶不超量存放', true, '实瓶区超量存放12瓶'],
    ['泄漏报警装置有效', false, '一只探测器离线'],
  ],
}
const prefixes: Readonly<Record<string, string>> = {
  municipal: 'SZ',
  sanitation: 'HW',
  waste: 'CZ',
  greening: 'YL',
  ads: 'GG',
  muck: 'ZT',
  gas: 'RQ',
}
const goals = ['进京非接待场所上访', '规模性群体事件', '重大负面舆情', '较大以上安全事故', '个人极端事件'] as const
const begin: Story = async function* (o) {
  if ((await o.rows(manager, 'safety.enterprise')).length > 0) return
  for (const [i, [name, at, cls, level, people]] of firms.entries()) {
    const who = { chief: `安全负责人${i + 1}`, phone: `1380519${1000 + i * 7}`, people }
    const unit = o.unit(handlers[at][0])
    await o.add(manager, 'safety.enterprise', {
      ...{ name, classes: [cls], level, isKey: level === 'red', unit, ...who },
      ...{ fromOn: o.date(-(i * 5) - 3), state: 'open' },
    })
  }
  for (const [cls, items] of Object.entries(lists))
    for (const [n, [item, isGrave]] of items.entries())
      await o.add(manager, 'safety.checklist', {
        ...{ class: cls, code: `${prefixes[cls]}-${n + 1}`, item, isGrave },
        basis: '安全生产法第四十一条',
      })
  yield hour / 2
  const risk = { measures: '作业审批、先通风后检测、专人监护', fromOn: o.date(-5) }
  const risks = [
    ['滨湖泵站有限空间作业', 'municipal', 'red', 5, '中毒窒息'],
    ['快速路占道养护', 'municipal', 'orange', 0, '车辆伤害'],
    ['转运站卸料口', 'waste', 'orange', 1, '高处坠落'],
    ['行道树高枝修剪', 'greening', 'yellow', 2, '高处坠落'],
    ['楼顶大型广告牌', 'ads', 'yellow', 3, '坠落伤人'],
  ] as const
  for (const [name, cls, level, at, consequence] of risks)
    await o.add(manager, 'safety.risk', { ...risk, name, class: cls, level, consequence, unit: o.unit(handlers[at][0]) })
  const topics = ['有限空间作业监管', '户外广告设施安全', '环卫作业安全'] as const
  for (const [i, name] of topics.entries()) {
    const topic = await o.add(manager, 'safety.duty-topic', {
      ...{ name, basis: '安全生产法第三条', lists: ['department', 'enterprise', 'party'] },
    })
    const item = { topic, everyMonths: 1, fromOn: o.date(-26 + i * 6), isLead: true, evidence: '检查记录与照片' }
    const [unit] = handlers[([0, 3, 1] as const)[i] ?? 0]
    await o.add(manager, 'safety.duty-item', {
      ...{ ...item, list: 'department', holder: unit, unit: o.unit(unit), what: `每月检查${name.slice(0, 6)}一次` },
    })
    if (i < 2)
      await o.add(manager, 'safety.duty-item', {
        ...{ ...item, list: 'enterprise', holder: '作业企业', unit: o.unit(unit), what: `每月自查${name.slice(0, 6)}并留痕` },
      })
    if (i < 2)
      await o.add(manager, 'safety.duty-item', {
        ...{ ...item, list: 'party', holder: '党组书记', unit: o.unit('湖滨区城市管理局'), person: o.person(leader) },
        what: `每月听取${name.slice(0, 6)}汇报`,
      })
  }
  const all = await o.rows(manager, 'safety.enterprise', { isKey: true })
  for (const e of all.slice(0, 2))
    await o.add(manager, 'safety.link', {
      ...{
        name: `${e.name}联系点`,
        leader: o.person(leader),
        enterprise: e.id,
        unit: e.unit,
        everyMonths: 1,
        fromOn: o.date(-20),
      },
    })
  const experts = [
    ['周工', '市安全生产协会', 'municipal'],
    ['钱工', '省建筑安全研究院', 'gas'],
    ['郑工', '市消防协会', 'fire'],
  ] as const
  for (const [name, org, field] of experts) await o.add(manager, 'safety.expert', { name, org, field })
  for (const name of goals) await o.add(manager, 'safety.goal', { name: `${name}不发生`, scope: '经核实属实的' })
  await o.add(manager, 'safety.key-period', {
    ...{ name: '强对流天气', kind: 'weather', classes: ['ads', 'greening'], everyDays: 4 },
    ...{ fromOn: o.date(9), toOn: o.date(14) },
  })
  for (const [name, kind, at] of [
    ['政务服务大厅', 'hall', 0],
    ['环卫职工食堂', 'office', 1],
  ] as const)
    await o.add(manager, 'safety.place', { name, kind, unit: o.unit(handlers[at][0]) })
  for (let n = 1; n <= 3; n++)
    await o.add(manager, 'safety.staff', {
      ...{ name: `保洁员${n}`, code: `HW-00${n}`, unit: o.unit('环境卫生管理所'), doses: n < 3 ? 3 : 2 },
    })
}
/** What was found is put right by the unit, looked at by another; the grave ones hang until the leader lifts them. */
async function* mend(o: Desk, p: Row): AsyncGenerator<number, void> {
  const who = handlerOf(o, p.unit)
  const act = (login: string, action: string, values: object) => o.act(login, 'safety.problem', p.id, action, { ...values })
  if (p.status === 'grave') {
    yield day / 2
    await act(leader, 'hang', {
      ...{ letter: `湖安督〔${o.year()}〕${Number(p.number.slice(-5))}号`, isSuspended: o.random.chance(0.3) ? 'yes' : 'no' },
      dueOn: o.date(7),
    })
  }
  yield (o.random.chance(0.15) ? o.random.integer(9, 14) : o.random.integer(1, 5)) * day
  await act(who, 'fix', { fix: `已整改:${p.what}`, photos: [await o.photo('整改后')] })
  yield o.random.integer(4, 30) * hour
  if (o.random.chance(0.12)) {
    await act(checker, 'recheck', { isOk: 'no', said: '仍有一处未到位', photos: [await o.photo('复查')] })
    yield 2 * day
    await act(who, 'fix', { fix: '已全部到位', photos: [await o.photo('再次整改')] })
    yield day
  }
  await act(checker, 'recheck', { isOk: 'yes', said: '现场核对,整改到位', photos: [await o.photo('复查')] })
  if (p.level !== 'major') return
  yield day
  await act(leader, 'lift', {})
}
const inspect = async (
  o: Desk,
  enterprise: Row,
  more: Readonly<Record<string, unknown>>,
  bad: number,
): Promise<readonly Row[]> => {
  const cls = String((enterprise.classes as readonly string[])[0])
  const id = await o.file(
    head,
    'safety.check',
    { enterprise: enterprise.id, class: cls, ...more },
    o.spot(String(enterprise.name)),
  )
  const { items } = await o.row(head, 'safety.check', id)
  let found = 0
  const results = (items as readonly string[]).map((item) => {
    const known = (lists[cls] ?? []).find(([text]) => item.includes(text))
    if (!o.random.chance(bad)) return { item, result: 'ok' }
    found += 1
    const level = known?.[1] ? 'major' : 'general'
    return { item, result: 'bad', what: known?.[2] ?? `${item}未落实`, level, dueOn: o.date(o.random.integer(4, 10)) }
  })
  await o.act(head, 'safety.check', id, 'record', {
    ...{ results, comment: found > 0 ? '责令限期整改' : '未发现隐患', photos: [await o.photo('安全检查')] },
  })
  return found > 0 ? o.rows(head, 'safety.problem', { checkId: id }) : []
}
const daily: Story = async function* (o) {
  const open = (await o.rows(head, 'safety.enterprise', { state: 'open' })).filter((e) => e.name)
  const enterprise = o.random.pick(open)
  const mode = o.random.pick(['routine', 'routine', 'routine', 'surprise', 'patrol', 'special'])
  yield* together((await inspect(o, enterprise, { mode }, 0.22)).map((p) => mend(o, p)))
}
const survey: Story = async function* (o) {
  const e = o.random.pick(await o.rows(head, 'safety.enterprise', { state: 'open' }))
  const id = await o.file(head, 'safety.problem', {
    ...{ source: o.random.pick(['survey', 'self', 'report']), enterprise: e.id, class: (e.classes as readonly string[])[0] },
    ...{
      what: o.random.pick(['消防通道堆放杂物', '配电箱未上锁', '灭火器压力不足']),
      level: 'general',
      unit: e.unit,
      dueOn: o.date(6),
    },
  })
  yield* mend(o, await o.row(head, 'safety.problem', id))
}
/** What falls due is answered by whoever it is asked of; one in six waits until it is missed. */
const dues: Story = async function* (o) {
  const open = await o.rows(manager, 'safety.due', { status: 'open' })
  for (const d of open.slice(0, 12)) {
    if (o.random.chance(0.25)) continue
    const photos = [await o.photo('佐证')]
    const who = d.person ? leader : handlerOf(o, d.unit)
    if (d.kind === 'visit') {
      const findings = o.random.chance(0.4) ? [{ what: '疏散指示灯不亮', level: 'general', dueOn: o.date(5) }] : []
      await o.act(leader, 'safety.due', d.id, 'visit', { evidence: '到班组座谈,查看现场', findings, photos })
    } else if (['risk', 'duty', 'disinfect', 'test', 'vaccine'].includes(String(d.kind)))
      await o.act(who, 'safety.due', d.id, 'fulfil', { evidence: '已按要求落实,记录附后', isAbnormal: 'no', photos })
    yield 20
  }
}
const programme: Story = async function* (o) {
  if ((await o.rows(manager, 'safety.programme')).length > 0) return
  const year = o.year()
  const draft = (name: string, fromYear: number, toYear: number) =>
    o.file(manager, 'safety.programme', {
      ...{ name, fromYear, toYear, sectors: ['municipal', 'sanitation', 'gas'] },
      targets: Array.from({ length: toYear - fromYear + 1 }, (_, i) => ({
        year: fromYear + i,
        what: '重点企业检查全覆盖',
        checks: 4,
      })),
    })
  const last = await draft(`${year - 1}年户外广告安全专项整治`, year - 1, year - 1)
  const id = await draft('城市管理安全生产治本攻坚行动', year - 1, year + 1)
  yield hour
  for (const p of [last, id]) await o.act(leader, 'safety.programme', p, 'approve', { isOk: 'yes' })
  yield day
  for (const p of [last, id]) await o.act(manager, 'safety.programme', p, 'assess', { year: year - 1 })
  await o.act(manager, 'safety.programme', last, 'close', { summary: '排查大型广告牌136块,拆除隐患9块' })
  const keys = (await o.rows(head, 'safety.enterprise', { state: 'open', isKey: true })).filter((e) => e.name)
  for (const e of keys) {
    yield 2 * day
    await inspect(o, e, { mode: 'leader', programme: id }, 0)
  }
  const items = [
    ['measure', '修订有限空间作业规程', 0],
    ['problem', '老旧配电箱更换', 4],
    ['measure', '建立气体检测仪送检台账', 5],
    ['problem', '转运站护栏加固', 1],
  ] as const
  const listed = []
  for (const [kind, what, at] of items) {
    const unit = o.unit(handlers[at][0])
    listed.push(item(o, await o.file(manager, 'safety.item', { kind, programme: id, what, unit, dueOn: o.date(25) }), unit))
  }
  yield* together(listed)
}
const lesson: Story = async function* (o) {
  const cls = o.random.pick(['municipal', 'greening', 'ads'])
  const names = { municipal: '外市管道检修中毒事故', greening: '外市高枝修剪坠落事故', ads: '外省招牌坠落伤人事故' } as const
  const id = await o.file(manager, 'safety.lesson', {
    ...{ name: names[cls as keyof typeof names], happenedOn: o.date(-9), place: '外市', class: cls },
    ...{ cause: '未审批作业、监护缺位', lesson: '作业审批流于形式' },
    ...{ items: ['作业审批逐项落实', '专职监护人在岗'], dueOn: o.date(14) },
  })
  const firmsOf = (await o.rows(head, 'safety.enterprise', { state: 'open' })).filter((e) =>
    (e.classes as readonly string[]).includes(cls),
  )
  const found: Row[] = []
  for (const e of firmsOf) {
    yield day
    found.push(...(await inspect(o, e, { mode: 'census', lesson: id }, 0.2)))
  }
  yield* together(found.map((p) => mend(o, p)))
  yield day
  const left = await o.rows(manager, 'safety.due', { lesson: id, status: 'open' })
  if (left.length === 0) await o.act(manager, 'safety.lesson', id, 'close', { summary: '同类企业全部排查,隐患已闭环' })
}
export const safetyDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5, tell: begin },
  daily: { on: workdays, hour: 9.7, tell: daily },
  survey: { on: every(5, 2), hour: 14.2, tell: survey },
  dues: { on: every(2), hour: 15.4, tell: dues },
  programme: { on: once(1), hour: 10, tell: programme },
  lesson: { on: every(13, 4), hour: 9, tell: lesson },
  ...peopleDiary,
}
