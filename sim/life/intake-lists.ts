/** What the hotline and the watch of the simulated district have set up: doors, channels, patrol plans, what a report earns, and the roster of every day. */
import { day, type Story } from './story.ts'

const [watch, data] = ['zhiban1', 'kaohe1'] as const
export const begin: Story = async function* (o) {
  if ((await o.rows(data, 'intake.channel')).length > 0) return
  for (const [key, name] of [
    ['12345', '市12345政务热线'],
    ['12319', '12319城管热线'],
    ['minqingtong', '民情通'],
    ['snap', '湖城随手拍'],
    ['minhu', '民呼我应直通车'],
  ] as const)
    await o.add(data, 'intake.channel', { key, name, isActive: true })
  for (const [n, [name, icon, kind, target, note]] of (
    [
      ['湖城随手拍', 'camera', 'page', 'report', '拍照上报身边的城市管理问题'],
      ['查进度', 'progress', 'page', 'progress', '凭回执看办到哪一步'],
      ['12319城管热线', 'phone', 'phone', '12319', '二十四小时有人接听'],
    ] as const
  ).entries())
    await o.add(data, 'intake.entry', { name, icon, kind, target, note, rank: n + 1, isActive: true })
  for (const [n, street] of o.town.streets.slice(0, 4).entries())
    for (const [who, name] of [
      ['collector', '采集员日常巡查'],
      ['officer', '中队街面巡查'],
    ] as const)
      await o.add(data, 'intake.patrol-plan', {
        ...{ name: `${street.name}${name}`, who, area: street.code, startsAt: '08:30', endsAt: n % 2 ? '20:30' : '17:30' },
        ...{ timesPerDay: 2, validFrom: `${o.year()}-01-01` },
        ...(who === 'officer' ? { squad: o.unit(`${street.name}综合执法中队`) } : {}),
      })
  for (const [matter, amount] of [
    ['illegalBuilding', 500],
    ['dumping', 800],
    ['ads', 100],
    ['damage', 200],
    ['gas', 1000],
  ] as const)
    await o.add(data, 'intake.reward-scale', {
      ...{ matter, amount, validFrom: `${o.year()}-01-01` },
      basis: `湖城管〔${o.year()}〕6号 有奖举报办法`,
    })
  await o.add(data, 'intake.reward-budget', {
    ...{ year: String(o.year()), amount: 60_000, document: `湖财行〔${o.year()}〕18号` },
  })
  yield 1
}
/** Every hour of the day after tomorrow has somebody at the hotline. */
export const roster: Story = async function* (o) {
  yield 1
  const people = [1, 2, 3, 4, 5, 6].map((n) => o.person(`shouli${n}`))
  const first = o.random.integer(0, 5)
  for (const [n, [from, to]] of (
    [
      [8, 20],
      [20, 32],
    ] as const
  ).entries())
    await o.add(watch, 'intake.shift', {
      ...{ operator: people[(first + n) % 6], startsAt: o.at(2, from), endsAt: o.at(2, to), seat: `${n + 1}号席` },
    })
}
const rounds = ['沿街秩序良好,劝离流动摊贩', '店外经营两处已纠正', '共享单车已归位', '未发现异常', '清理小广告三处'] as const
export const patrol: Story = async function* (o) {
  const plans = await o.rows(watch, 'intake.patrol-plan')
  const plan = o.random.pick(plans)
  const street = o.town.streets.findIndex((s) => s.code === plan?.area) + 1
  if (!plan || street < 1) return
  const login = plan.who === 'collector' ? `caiji${street * 3}` : `zhongdui${street}1`
  const { lon, lat } = o.place(street)
  const corrected = o.random.integer(0, 3)
  yield 150
  await o.add(login, 'intake.patrol', {
    ...{ plan: plan.id, who: plan.who, startedAt: o.at(0, 9), endedAt: o.at(0, 11.4) },
    ...{ track: [0, 1, 2, 3].map((n) => [lon + n * 0.0006, lat + (n % 2) * 0.0004]), cells: o.random.integer(3, 9) },
    ...{ distanceM: o.random.integer(900, 3200), found: o.random.integer(0, 4), corrected, summary: o.random.pick(rounds) },
  })
  if (corrected === 0) return
  const matter = o.random.pick(['stall', 'outside', 'ads', 'parking', 'hanging', 'sign'])
  const photos = [await o.photo('纠正前'), await o.photo('纠正后')]
  await o.add(login, 'intake.correction', { matter, plan: plan.id, note: '当事人当场改正', photos }, o.place(street))
}
const missed = [
  ['暴露垃圾', '巷口垃圾袋堆放,采集员当日未上报'],
  ['井盖破损', '路面井盖缺角,已在案件中'],
  ['小广告', '电杆张贴,已在案件中'],
  ['占道经营', '摊贩已被劝离'],
] as const
export const spotCheck: Story = async function* (o) {
  yield 1
  const street = o.random.integer(1, o.town.streets.length)
  const [category, note] = o.random.pick(missed)
  const wasReported = category !== '暴露垃圾'
  const values = { collector: o.person(`caiji${street * 3 - 1}`), wasReported, category, note, photos: [await o.photo('抽查')] }
  await o.add(data, 'intake.spot-check', values, o.place(street))
}
/** Satellite spots come in a batch; each is looked at on the ground. */
export const spots: Story = async function* (o) {
  const batch = `${o.date().slice(0, 7)}期`
  const made: string[] = []
  for (let n = 1; n <= 5; n++) {
    const values = {
      batch,
      spotNumber: `TB${o.date().replaceAll('-', '')}${n}`,
      areaM2: o.random.integer(40, 900),
      taken: o.date(-9),
    }
    made.push(await o.open(data, 'intake.spot', values, o.place(o.random.integer(1, o.town.streets.length))))
  }
  for (const [n, id] of made.entries()) {
    yield day
    if (n === 4) return
    const judgement = (['unchanged', 'illegal', 'legal', 'waste'] as const)[n] ?? 'legal'
    const finding = { unchanged: '现场无变化', illegal: '临时板房,无批准手续', legal: '已办理规划许可', waste: '建筑垃圾堆放' }[
      judgement
    ]
    await o.act(data, 'intake.spot', id, 'judge', { judgement, finding, photos: [await o.photo('图斑核查')] })
    if (judgement !== 'illegal') continue
    yield 5 * day
    await o.act(data, 'intake.spot', id, 'restore', { restoredM2: 36.5, photos: [await o.photo('拆除后')] })
  }
}
