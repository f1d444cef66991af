/** A penalty by the ordinary way in the simulated district: filed, proved, reviewed, told, decided, served, published, paid, put away; seldom a review of it is asked. */
import { addParty, beatOf, clerk, head, jurist } from './enforcement-lists.ts'
import { type Desk, day, hour, type Story } from './story.ts'

const p = 'enforcement.penalty'
const matters = [
  ['road', 'V03', '擅自挖掘城市道路', 180_000],
  ['road', 'V03', '占用人行道堆放建材', 60_000],
  ['occupation', 'V02', '店外搭台经营拒不改正', 100_000],
] as const
/** What was recorded on the spot stays with the case. */
export const recorded = async (o: Desk, officer: string, penalty: string, step: string, said: string): Promise<void> => {
  const sound = await o.original('sound')
  await o.file(officer, 'enforcement.process-record', { penalty, step, words: said, media: sound ? [sound.id] : [] })
}
async function* proved(o: Desk, officer: string, id: string, place: string): AsyncGenerator<number, boolean> {
  for (const [kind, proves] of [
    ['photo', '现场状况'],
    ['audio', '当事人陈述'],
  ] as const) {
    const original = await o.original(kind === 'photo' ? 'picture' : 'sound')
    if (!original) return false
    const { id: file, sha256 } = original
    const given = { penalty: id, kind, origin: 'onSite', file: [file], sha256, device: '执法记录仪007', place, proves }
    const piece = await o.file(officer, 'enforcement.evidence', { ...given, takenAt: o.at(-1, 15) })
    yield hour
    if (kind === 'audio' && o.random.chance(0.2)) {
      await o.act(jurist, 'enforcement.evidence', piece, 'reject', { reason: '录音不清' })
      continue
    }
    await o.act(jurist, 'enforcement.evidence', piece, 'verify')
  }
  await recorded(o, officer, id, 'investigate', '现场勘查、询问全程录音')
  return true
}
/** What might be gone tomorrow is kept for some days. */
async function* kept(o: Desk, officer: string, penalty: string): AsyncGenerator<number, void> {
  const h = 'enforcement.hold'
  const asked = { penalty, items: '切割机一台、送货单三张', keeper: '大队仓库 周保管', reason: '当事人可能转移' }
  const id = await o.file(officer, h, asked)
  yield hour
  if (o.random.chance(0.2)) return void (await o.act(head, h, id, 'refuse', { reason: '照片足以证明,不必保存' }))
  await o.act(head, h, id, 'approve')
  yield 3 * day
  await o.act(officer, h, id, 'treat', { treatment: 'copy' })
}
/** @param serviceKind what was done without contact is told by mail */
export async function* decided(
  o: Desk,
  officer: string,
  id: string,
  fineFen: number,
  serviceKind: 'direct' | 'mail' = 'direct',
): AsyncGenerator<number, void> {
  await o.act(officer, p, id, 'conclude', { report: '违法事实清楚,证据确凿,建议罚款', kinds: ['fine'], proposedFen: fineFen })
  yield day
  if ((await o.row(officer, p, id)).status === 'reviewing')
    await o.act(jurist, p, id, 'review', { note: '主体、依据、证据、程序、裁量均合法适当' })
  const receipt = [await o.photo('送达回证')]
  await o.act(officer, p, id, 'notify', { noticedOn: o.date(), serviceKind, receipt })
  yield day
  await o.act(officer, p, id, 'waive', { paper: [await o.photo('放弃书')] })
  await recorded(o, officer, id, 'notify', '送达告知书')
  await o.act(officer, p, id, 'toDecide')
  yield day
  if ((await o.row(head, p, id)).status === 'discussing')
    await o.act(head, p, id, 'discuss', { attendees: ['周大队长', '吴副大队长', '郑法制员'], discussion: '一致同意' })
  await o.act(head, p, id, 'decide', { fineFen })
  await recorded(o, officer, id, 'decide', '决定书制作')
  yield day
  await o.act(officer, p, id, 'serve', { serviceKind, servedOn: o.date(), receipt })
  yield hour
  for (const draft of await o.rows(head, 'enforcement.publication', { penalty: id, status: 'drafted' }))
    await o.act(head, 'enforcement.publication', draft.id, 'publish')
}
const appealed = async function* (o: Desk, penalty: string): AsyncGenerator<number, void> {
  const r = 'enforcement.remedy'
  const kind = o.random.pick(['review', 'review', 'suit'] as const)
  const organ = kind === 'review' ? '湖滨区人民政府' : '湖滨区人民法院'
  const id = await o.file(jurist, r, { penalty, kind, organ, filedOn: o.date(), matter: '请求撤销处罚决定' })
  if (o.random.chance(0.3)) return
  yield 5 * day
  await o.act(jurist, r, id, 'conclude', { result: 'upheld', resultOn: o.date(), note: '维持' })
}
/** @param isAppealed the decided goes to review or court after it was paid */
export const penalty = (isHeld: boolean, isAppealed: boolean): Story =>
  async function* (o) {
    const { officer, partner, place, road } = beatOf(o)
    const [topic, lawCode, description, fineFen] = o.random.pick(matters)
    const party = await addParty(o, officer, 'org', '建材有限公司')
    const lead = { source: 'patrol', topic, party, lawCode, happenedOn: o.date(), address: road, description }
    const id = await o.open(officer, p, lead, place)
    yield 3 * hour
    await o.act(officer, p, id, 'submitFiling', { coHandler: o.person(partner), insist: '影响通行,后果较重' })
    yield 4 * hour
    if (!isHeld && o.random.chance(0.15)) return void (await o.act(head, p, id, 'notFile', { reason: '当场改正,不予立案' }))
    await o.act(head, p, id, 'approveFiling')
    await o.act(officer, p, id, 'showId', { note: '已出示证件,当事人不申请回避' })
    if (isHeld) yield* kept(o, officer, id)
    if (!(yield* proved(o, officer, id, road))) return
    yield 2 * day - 6 * hour
    yield* decided(o, officer, id, fineFen)
    yield o.random.integer(2, 6) * day
    if (o.random.chance(0.2)) return
    const paid = {
      amountFen: fineFen,
      paidOn: o.date(),
      method: 'bank',
      voucher: `FK${o.date().replaceAll('-', '')}${id.slice(-4)}`,
    }
    await o.act(clerk, p, id, 'pay', paid)
    if (isAppealed) return yield* appealed(o, id)
    yield day
    await o.act(head, p, id, 'close')
    yield 2 * day
    await o.act(clerk, p, id, 'archive', { volume: `${o.year()}-${o.random.integer(100, 999)}`, pages: o.random.integer(30, 70) })
  }
/** Cylinders of somebody without a licence are taken away for a while. */
export const seizure: Story = async function* (o) {
  const s = 'enforcement.seizure'
  const { officer, partner, place, road } = beatOf(o)
  const party = await addParty(o, officer, 'org', '燃气经营部')
  const lead = { source: 'complaint', topic: 'gas', party, lawCode: 'V14', happenedOn: o.date(), address: road }
  const id = await o.open(officer, p, { ...lead, description: '无证经营瓶装燃气' }, place)
  yield hour
  await o.act(officer, p, id, 'submitFiling', { coHandler: o.person(partner), insist: '涉及公共安全' })
  await o.act(head, p, id, 'approveFiling')
  const asked = { penalty: id, kind: 'detain', items: '液化气钢瓶12只', basis: '城镇燃气管理条例', days: 30 }
  const taken = await o.file(officer, s, asked)
  yield hour
  if (o.random.chance(0.2)) return void (await o.act(head, s, taken, 'refuse', { reason: '钢瓶已由供应站收回' }))
  await o.act(head, s, taken, 'approve')
  await recorded(o, officer, id, 'seize', '现场清点、贴封条')
  await o.act(officer, s, taken, 'execute', { note: '当事人到场签字,见证人一名' })
  yield o.random.integer(4, 16) * day
  if (o.random.chance(0.7)) await o.act(officer, s, taken, 'end', { result: 'transfer', note: '移交供应站安全处置' })
}
