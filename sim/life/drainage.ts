/** A day of drainage in the simulated district: pipes filmed and mended, routes and rivers walked, pump houses kept, and every eight days rain on the points where water stands. */
import { addNetwork, addWorks, run } from './drainage-city.ts'
import { near, nowhere } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Row, type Story, workdays } from './story.ts'

const [desk, checker, leader, data] = ['paiqian2', 'kaohe1', 'juzhang', 'shuju'] as const
const d = { survey: 'drainage.survey', defect: 'drainage.defect', round: 'drainage.round', point: 'drainage.point' } as const
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'drainage.zone')).length > 0) return
  await addNetwork(o)
  yield 2 * hour
  yield* addWorks(o)
}
const faults = [
  ['PL', '管壁环向裂纹'],
  ['TJ', '接口脱开'],
  ['CK', '接口错位'],
  ['SL', '接口线状渗漏'],
  ['CJ', '淤泥沉积'],
  ['SG', '树根侵入'],
  ['ZW', '建筑垃圾堵塞'],
] as const
/** One pipe more is filmed; one film in nine is too dim and made again. */
const survey: Story = async function* (o) {
  const filmed = new Set((await o.rows(run, d.survey)).map((one) => one.pipe))
  const pipe = (await o.rows(data, 'drainage.pipe')).find((p) => !p.surveyedOn && !filmed.has(p.id))
  if (!pipe) return
  const batch = `${o.year()}年管网摸排${o.date().slice(5, 7)}月批次`
  const defects = faults
    .filter(() => o.random.chance(0.2))
    .map(([code, note]) => ({
      code,
      note,
      grade: o.random.pick([1, 2, 2, 3, 4]),
      atM: o.random.integer(2, Math.floor(Number(pipe.lengthM)) - 2),
    }))
  const values = {
    batch,
    pipe: pipe.id,
    method: o.random.pick(['cctv', 'cctv', 'qv']),
    siltPercent: o.random.integer(0, 35),
    defects,
  }
  const film = async () => ({ ...values, video: [await o.photo('管道检测')], doneOn: o.date() })
  const id = await o.open(run, d.survey, await film(), near(o, pipe))
  yield day + o.random.integer(0, 6) * hour
  if (!o.random.chance(0.11)) return o.act(checker, d.survey, id, 'accept')
  await o.act(checker, d.survey, id, 'refuse', { opinion: '影像昏暗,管底积水未抽排,看不清接口,请降水后重测' })
  yield 2 * day
  const again = await o.open(run, d.survey, await film(), near(o, pipe))
  yield day
  await o.act(checker, d.survey, again, 'accept')
}
const mixed: Story = async function* (o) {
  const street = o.random.integer(1, o.town.streets.length)
  const pipe = o.random.pick(await o.rows(data, 'drainage.pipe', { system: 'rain' }))
  const where = o.random.pick(['洗车店沟渠', '小区阳台雨落管', '餐饮店后厨地漏', '公厕化粪池溢流口'])
  yield 15
  await o.open(
    `jiedao${street}`,
    d.defect,
    {
      pipe: pipe.id,
      place: `${String(pipe.road)}${where}`,
      code: 'HJ',
      grade: 2,
      atM: 5,
      note: `${where}污水接入${String(pipe.code)}雨水管`,
    },
    o.place(street),
  )
}
const methodOf = (o: Desk, { kind, weight }: Row) => {
  if (kind === 'functional') return 'dredge'
  if (kind === 'mixed') return 'seal'
  return weight === 'heavy' ? 'excavate' : o.random.pick(['cipp', 'patch', 'lock'])
}
/** The desk gives out what was found, the crew mends some each day, the inspector looks at what is mended. */
const repairs: Story = async function* (o) {
  for (const found of await o.rows(desk, d.defect, { status: 'found' })) {
    const dear = found.weight === 'heavy' && found.kind === 'structural' && o.random.chance(0.15)
    await o.act(desk, d.defect, found.id, 'assign', {
      ...{ method: dear ? 'cipp' : methodOf(o, found), contractor: o.random.pick(['湖滨市政修复工程公司', '清源管道工程公司']) },
      ...(dear ? { methodReason: '位于主干道交叉口下方,开挖影响交通,经专家论证用整管内衬' } : {}),
    })
  }
  for (const fixed of await o.rows(checker, d.defect, { status: 'fixed' })) {
    const isOk = o.random.chance(0.9)
    await o.act(
      checker,
      d.defect,
      fixed.id,
      'check',
      isOk ? { isOk: 'yes' } : { isOk: 'no', opinion: '接口处内衬起皱,返修后重新送影像' },
    )
  }
  yield 5 * hour
  const assigned = await o.rows(run, d.defect, { status: 'assigned' })
  for (const { id, method } of assigned.slice(-2))
    await o.act(run, d.defect, id, 'fix', {
      metres: method === 'dredge' ? o.random.integer(30, 90) : o.random.integer(1, 12),
      costFen: o.random.integer(30, 400) * 10_000,
      video: [await o.photo('修复后影像')],
    })
}
const notes: Readonly<Record<string, string>> = {
  井盖: '井盖松动、行车异响',
  雨水箅子: '箅子被落叶泥沙堵塞',
  管道淤积: '井内淤泥约二十厘米',
  格栅: '格栅缠绕杂物',
  排口: '晴天有污水流出',
  漂浮物: '水面有成片水草和饮料瓶',
  发电机: '启动电瓶电压偏低',
}
const look = async (o: Desk, round: Row): Promise<void> => {
  const items = round.items as readonly string[]
  const worse = o.random.chance(0.22) ? o.random.pick(items) : undefined
  const result = o.random.chance(0.45) ? 'mended' : 'bad'
  const lines = items.map((item) => (item === worse ? { item, result, note: notes[item] ?? '见照片' } : { item, result: 'ok' }))
  const pump = {
    hours: o.random.integer(40, 160),
    kwh: o.random.integer(900, 5200),
    levelM: 1.6,
    costFen: o.random.integer(20, 90) * 1000,
  }
  await o.act(run, d.round, round.id, 'look', {
    ...(round.kind === 'pump' ? pump : {}),
    ...(round.kind === 'standby' ? { loadMinutes: 30 } : {}),
    ...{ lines, photos: [await o.photo('排水巡检')] },
  })
}
const walk = async (o: Desk, share: number): Promise<void> => {
  for (const round of await o.rows(run, d.round, { status: 'planned' })) if (o.random.chance(share)) await look(o, round)
}
/** What falls due during the day is walked before it ends; now and then one stays for the morning. */
const evening: Story = async function* (o) {
  yield 1
  await walk(o, 0.94)
}
/** What is due is walked; what was found is mended, handed on, answered and looked at again. */
const rounds: Story = async function* (o) {
  await walk(o, 0.88)
  yield 3 * hour
  for (const { id, kind, problems } of await o.rows(run, d.round, { status: 'found' })) {
    const isCover = String(problems).startsWith('井盖')
    if (kind === 'river')
      await o.act(desk, d.round, id, 'handTo', { owner: o.random.pick(['生态环境分局', '水利管理站', '滨湖公园管理处']) })
    else if (kind === 'route' && (isCover || o.random.chance(0.5)))
      await o.act(
        run,
        d.round,
        id,
        'toMunicipal',
        isCover ? { work: 'cover', fault: 'broken' } : { work: 'dredge', fault: 'blocked' },
      )
    else await o.act(run, d.round, id, 'fix', { answer: '已清捞疏通,设施恢复正常', photos: [await o.photo('整改后')] })
  }
  for (const { id } of (await o.rows(desk, d.round, { status: 'handed' })).slice(1))
    await o.act(desk, d.round, id, 'answered', {
      answer: '权属单位已封堵并安排打捞,附整改照片',
      photos: [await o.photo('整改后')],
    })
  yield hour
  for (const { id } of await o.rows(checker, d.round, { status: 'fixed' }))
    await o.act(checker, d.round, id, 'check', { isOk: o.random.chance(0.9) ? 'yes' : 'no' })
}
/** The municipal crew's share of what the rounds found. */
const mended: Story = async function* (o) {
  const job = 'municipal.job'
  for (const { id, kind, isWarranty } of await o.rows(desk, job, { source: 'drainage', status: 'reported' })) {
    await o.act(desk, job, id, 'assign', { crew: o.unit('市政设施养护所') })
    yield 20 * hour
    const dredged = { lines: [{ item: 'dredge', quantity: 40 }], siltM3: 5, siltTo: '污泥处置中心' }
    const cover = {
      lines: [{ item: 'cover', quantity: 1 }],
      site: 'carriageway',
      load: 'D400',
      proofs: ['fall', 'noise', 'theft', 'trip', 'shift'],
    }
    await o.act('chuzhi11', job, id, 'fix', {
      // What failed again within its liability period costs nothing.
      costFen: isWarranty === true ? 0 : 80_000,
      afterPhotos: [await o.photo('维修后')],
      ...(kind === 'cover' ? cover : dredged),
    })
    yield 4 * hour
    await o.act(checker, job, id, 'close')
  }
}
const plantDays: Story = async function* (o) {
  const waiting = await o.rows(checker, 'drainage.plant-day', { status: 'filed' })
  for (const { id } of waiting) await o.act(checker, 'drainage.plant-day', id, 'confirm')
  yield hour
  for (const plant of await o.rows(data, 'drainage.plant')) {
    const treatedT = Math.round(Number(plant.designT) * o.random.between(0.72, 1.03))
    const isOver = treatedT > Number(plant.designT)
    const isMet = o.random.chance(0.97)
    const why = isMet ? '管网混入雨水,处理量超过设计能力' : '进水氨氮冲击,出水总氮瞬时超标,已调整曝气'
    await o.open(
      run,
      'drainage.plant-day',
      {
        ...{ plant: plant.id, dayOn: o.date(-1), treatedT, isMet: isMet ? 'yes' : 'no' },
        ...(isOver || !isMet ? { note: why } : {}),
      },
      near(o, plant),
    )
  }
}
/** Each point has its measure, then its works; the rains do the rest. */
const points: Story = async function* (o) {
  const [listed] = await o.rows(desk, d.point, { status: 'listed' })
  if (listed) await o.act(desk, d.point, listed.id, 'measure', { measure: '清淤疏通主管、增设雨水箅子、降雨时安排移动泵车值守' })
  yield hour
  const [measured] = await o.rows(run, d.point, { status: 'measured' })
  if (!measured || measured.id === listed?.id) return
  const dredgedM = o.random.integer(60, 320)
  const worksZh = `清淤${dredgedM}米,增设雨水箅子${o.random.integer(2, 8)}个`
  await o.act(run, d.point, measured.id, 'treat', { worksZh, dredgedM, photos: [await o.photo('整治后')] })
}
/** A rain of some hours: the routes are walked in it, one or two points flood, and it ends when they are dry. */
const rain: Story = async function* (o) {
  const mm = o.random.pick([14, 33, 38, 46, 62])
  const level = mm >= 50 ? 'orange' : mm >= 30 ? 'yellow' : 'blue'
  const [, month, dom] = o.date().split('-').map(Number)
  const id = await o.open(desk, 'drainage.rain', { name: `${month}月${dom}日降雨`, level, startedAt: o.at(0, 14) }, nowhere)
  yield 40
  const wetAt = o.at(0, 14.3)
  const open = (await o.rows(desk, d.point)).filter((p) => p.status !== 'solved')
  const wet = open.filter((p) => o.random.chance(p.status === 'treated' ? 0.06 : 0.3)).slice(0, 3)
  for (const p of wet)
    await o.act(desk, d.point, p.id, 'flood', {
      wetAt,
      wetCm: o.random.integer(6, mm > 40 ? 32 : 14),
      photos: [await o.photo('积水')],
    })
  yield 2 * hour
  for (const p of wet) await o.act(desk, d.point, p.id, 'drained', { drainedAt: o.at(0, o.random.between(15.2, 16.7)) })
  yield 2 * hour
  await o.act(desk, 'drainage.rain', id, 'end', { endedAt: o.at(0, 18.5), mm })
}
const bulletin: Story = async function* (o) {
  const month = o.date(-20).slice(0, 7)
  const note = { issuer: '市河长制办公室', month, issuedOn: o.date(), papers: [await o.photo('通报')] }
  await o.open(
    desk,
    'drainage.bulletin',
    { ...note, title: `${Number(month.slice(5))}月巡河到位率全市第二`, kind: 'praise' },
    nowhere,
  )
  const id = await o.open(
    desk,
    'drainage.bulletin',
    {
      ...{ ...note, title: '清源河城区段排口晴天出流整改缓慢', kind: 'criticism', dueOn: o.date(15) },
    },
    nowhere,
  )
  yield o.random.integer(6, 16) * day
  const result = '已查明上游两处混接并封堵,排口晴天不再出流,河长办现场复核'
  await o.act(desk, 'drainage.bulletin', id, 'rectify', { result, photos: [await o.photo('整改后')] })
  yield 2 * day
  await o.act(leader, 'drainage.bulletin', id, 'confirm', { isOk: 'yes' })
}
/** A project goes on by one part; when all are done it is accepted. */
const progress: Story = async function* (o) {
  const project = o.random.pick(await o.rows(desk, 'drainage.project', { status: 'building' }))
  const parts = project.parts as readonly { name: string; km: number }[]
  const done = new Set((project.finished as readonly { name: string }[]).map((f) => f.name))
  const next = parts.find((p) => !done.has(p.name))
  if (!next) return
  await o.act(desk, 'drainage.project', project.id, 'finishPart', { name: next.name, km: next.km, doneOn: o.date() })
  if (done.size + 1 < parts.length) return
  yield 3 * day
  const leak = project.kind === 'supply' ? { leakAfter: 8.6 } : {}
  const paidWan = Math.round(Number(project.investWan) * 0.96)
  await o.act(checker, 'drainage.project', project.id, 'finish', {
    doneOn: o.date(),
    paidWan,
    papers: [await o.photo('验收资料')],
    ...leak,
  })
}
export const drainageDiary: Readonly<Record<string, Entry>> = {
  'drainage begins': { on: once(0), hour: 6, tell: begin },
  'drainage survey': { on: every(2), hour: 8.7, tell: survey },
  'drainage mixed': { on: every(6, 2), hour: 10.2, tell: mixed },
  'drainage repairs': { on: workdays, hour: 10.5, tell: repairs },
  'drainage rounds': { on: () => true, hour: 8.4, tell: rounds },
  'drainage evening': { on: () => true, hour: 17.2, tell: evening },
  'drainage mended': { on: every(2), hour: 15.5, tell: mended },
  'drainage plants': { on: () => true, hour: 9.1, tell: plantDays },
  'drainage points': { on: every(5), hour: 11.1, tell: points },
  'drainage rain': { on: every(8, 3), hour: 14.8, tell: rain },
  'drainage bulletin': { on: ({ monthDay }) => monthDay === 6, hour: 15.1, tell: bulletin },
  'drainage projects': { on: every(7, 4), hour: 16.2, tell: progress },
}
