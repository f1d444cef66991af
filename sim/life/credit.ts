/** 信用 of the simulated district: what was good and bad is collected by one and accepted by another, companies are graded, drawn for checks, listed, and their grades used and exchanged. */
import { type Desk, day, type Entry, every, hour, once, type Story, together } from './story.ts'

const [clerk, reviewer, leader, data] = ['xinyong1', 'xinyong2', 'juzhang', 'shuju'] as const
const firms = [
  ['sanitation', '净城环卫公司', '91320499MA1SANI01X', ['S01', 'S02']],
  ['sanitation', '洁城环卫公司', '91320499MA1SANI02X', ['S01', 'S01']],
  ['cleaning', '洁美清洗公司', '91320499MA1CLEAN1X', ['W02', 'W04']],
  ['cleaning', '高空清洗公司', '91320499MA1CLEAN2X', ['W03', 'W04']],
  ['greenBuild', '绿野园林施工公司', '91320499MA1GREEN1X', ['G01', 'G01']],
  ['greenCare', '常青养护公司', '91320499MA1CARE01X', ['Y01', 'Y01']],
  ['muck', '鸿运渣土公司', '91320499MA1MUCK09X', ['C10', 'C10']],
  ['appearance', '和平路百货店', '91320499MA1APPE01X', ['C10', 'C05']],
  ['appearance', '文昌路小吃店', '91320499MA1APPE02X', ['C05', 'C10']],
] as const
const e = 'credit.event'
async function* collect(o: Desk, n: number, second: boolean): AsyncGenerator<number, void> {
  const [trade, name, code, items] = firms[n % firms.length] ?? firms[0]
  const about = { trade, name, code, kind: 'org', item: items[second ? 1 : 0], happenedOn: o.date(), source: '考核通报' }
  const id = await o.file(clerk, e, { ...about, papers: [await o.photo('佐证')] })
  yield 5 * hour
  if (o.random.chance(0.08)) return
  await o.act(reviewer, e, id, 'approve')
  if (!o.random.chance(0.2)) return
  yield 2 * day
  await o.act(clerk, e, id, 'object', { objection: '考核点位不属本公司', papers: [await o.photo('异议')] })
  yield 3 * day
  const isRight = o.random.chance(0.4)
  await o.act(reviewer, e, id, isRight ? 'correct' : 'uphold', { objectionResult: isRight ? '点位不归该公司' : '核查属实,维持' })
}
const begin: Story = async function* (o) {
  if ((await o.rows(data, 'credit.partner')).length > 0) return
  for (const [name, scope] of [
    ['市公共信用平台', 'platform'],
    ['文昌区城市管理局', 'platform'],
  ] as const)
    await o.add(data, 'credit.partner', { name, scope, idScheme: '统一社会信用代码、身份证号散列', isActive: true })
  yield* together([...firms.keys()].map((n) => collect(o, n, false)))
}
const event: Story = async function* (o) {
  yield* collect(o, o.random.integer(0, firms.length - 1), o.random.chance(0.5))
}
/** Graded for the period of the trade: made public, after the days of notice in force, and used for a tender. */
const round: Story = async function* (o) {
  const [trade, , code] = firms[4]
  const half = Number(o.date().slice(5, 7)) > 6 ? 'H2' : 'H1'
  const period = `${o.year()}-${half}`
  if ((await o.rows(clerk, 'credit.subject', { trade })).length === 0) return
  if ((await o.rows(clerk, 'credit.round', { trade, period })).length > 0) return
  const id = await o.file(clerk, 'credit.round', { trade, period })
  await o.file(clerk, 'credit.round', { trade: 'sanitation', period: o.date().slice(0, 7) })
  yield 16 * day
  await o.act(leader, 'credit.round', id, 'publish')
  yield day
  await o.file(clerk, 'credit.use', { trade, code, purpose: 'tender', project: '滨湖绿化提升工程' })
}
const checks: Story = async function* (o) {
  const p = 'credit.check-plan'
  const period = o.date().slice(0, 7)
  if ((await o.rows(clerk, p, { trade: 'appearance', period })).length > 0) return
  const id = await o.file(clerk, p, { trade: 'appearance', period })
  const { drawnNames } = await o.row(clerk, p, id)
  for (const name of (drawnNames as readonly string[] | null) ?? []) {
    yield day
    await o.act(clerk, p, id, 'report', { name, result: '合格' })
  }
}
/** A house with an illegal storey that was ordered down cannot be sold until it is gone; who has a serious entry is listed. */
const lock: Story = async function* (o) {
  const l = 'credit.lock'
  if ((await o.rows(reviewer, l)).length > 0) return
  const measure = (await o.rows(data, 'credit.measure', { measure: 'transfer' }))[0]
  if (!measure) return
  await o.patch(data, `/rows/credit.measure/${measure.id}`, { values: { sure: 'verified' }, reason: '已与条例核对' })
  for (const [n, owner] of ['赵某', '钱某'].entries()) {
    const base = { code: `WJ-XY-${n + 1}`, address: `湖滨花园${n + 3}幢`, areaM2: 20 + n * 8, age: 'stock', kind: 'roof' }
    const building = await o.add(
      data,
      'grid.illegal-building',
      { ...base, foundVia: 'patrol', risk: 'low', state: 'ordered' },
      o.place(1),
    )
    const asked = { building, property: `32049900000${n + 1}`, owner, measure: measure.id, kind: 'transfer' }
    const paper = { decision: `限拆〔${o.year()}〕${n + 1}号`, papers: [await o.photo('决定书')], registry: '区不动产登记中心' }
    const id = await o.file(reviewer, l, { ...asked, ...paper })
    yield day
    await o.act(leader, l, id, 'notify')
    yield 3 * day
    if (n === 1) return
    await o.act(reviewer, l, id, 'confirm', { reply: '已限制', lockedOn: o.date(), papers: [await o.photo('回函')] })
    yield 9 * day
    await o.patch(data, `/rows/grid.illegal-building/${building}`, {
      values: { state: 'removed', removedOn: o.date(-1) },
      reason: '拆除',
    })
    await o.act(reviewer, l, id, 'askRelease', { releaseReason: '已拆除' })
    await o.act(reviewer, l, id, 'release', { releasedOn: o.date(), papers: [await o.photo('解除函')] })
  }
}
const listing: Story = async function* (o) {
  const p = 'credit.list-entry'
  const measure = (await o.rows(data, 'credit.measure', { sure: 'verified' }))[0]
  const [trade, , code] = firms[8]
  if (!measure || (await o.rows(reviewer, p)).length > 0) return
  const values = { trade, code, list: 'black', measure: measure.id, reason: '拒不履行', notice: [await o.photo('告知书')] }
  const id = await o.file(reviewer, p, values)
  yield 2 * day
  await o.act(leader, p, id, 'approve')
}
const share: Story = async function* (o) {
  const p = 'credit.share'
  const [partner] = await o.rows(data, 'credit.partner')
  if (!partner) return
  const about = { direction: 'out', partner: partner.id }
  const told = new Set((await o.rows(clerk, p, { topic: 'volunteer' })).map((row) => row.volunteer))
  const served = (await o.rows(data, 'volunteers.ledger')).find((l) => !told.has(l.volunteer))
  const [graded] = (await o.rows(clerk, 'credit.subject')).filter((s) => s.grade)
  if (!served && !graded) return
  const values = served
    ? { ...about, topic: 'volunteer', volunteer: served.volunteer, provenance: '志愿服务签到记录,服务队核定' }
    : { ...about, topic: 'grade', subject: graded?.id, provenance: '本局信用档案' }
  const id = await o.file(clerk, p, values)
  yield day
  await o.act(reviewer, p, id, 'verify')
  yield 2 * day
  if (o.random.chance(0.8))
    await o.act(clerk, p, id, 'acknowledge', { isAccepted: 'yes', outsideId: `P-${o.random.integer(100, 999)}`, reply: '已采用' })
}
export const creditDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 8.8, tell: begin },
  event: { on: every(3, 2), hour: 10.2, tell: event },
  round: { on: ({ passed }) => passed % 10 === 4, hour: 9.9, tell: round },
  checks: { on: ({ passed }) => passed % 30 === 9, hour: 14.2, tell: checks },
  lock: { on: once(6), hour: 10.6, tell: lock },
  listing: { on: once(18), hour: 11.6, tell: listing },
  share: { on: every(6, 1), hour: 15.9, tell: share },
}
