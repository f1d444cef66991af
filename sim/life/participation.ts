/** 公众参与 of the simulated district: open days, opinions, topics voted on, neighbours who settle things among themselves. */
import { type Desk, day, type Entry, every, hour, type Story } from './story.ts'

const [writer, leader] = ['shuju', 'juzhang'] as const
export const handlers = [
  ['市政设施养护所', 'chuzhi11'],
  ['环境卫生管理所', 'chuzhi31'],
  ['园林绿化管理所', 'chuzhi41'],
  ['户外广告管理中心', 'chuzhi51'],
] as const
const surnames = '王李张刘陈杨黄赵吴周'
/** A citizen's phone, logged in by the code it was sent; undefined where nobody reads what phones are sent. */
export const phoneOf = async (
  o: Desk,
): Promise<{ readonly phone: string; readonly token: string; readonly name: string } | undefined> => {
  if (!o.town.sms) return undefined
  const phone = `1391${String(o.random.integer(1_000_000, 9_999_999))}`
  const name = `${o.random.pick([...surnames])}${o.random.pick(['女士', '先生'])}`
  await o.outside('account/code', { phone, purpose: '登录' })
  const code = /验证码(\d{6})/.exec(await o.town.sms(phone))?.[1]
  if (!code) return undefined
  const client = o.random.pick(['app', 'mini', 'mini', 'web'])
  const { token } = await o.outside<{ token: string }>('account/login', { phone, code, client, name })
  return { phone, token, name }
}
export const idOf = async (o: Desk, login: string, definition: string, number: unknown): Promise<string> =>
  (await o.rows(login, definition, { number }))[0]?.id ?? ''
const gatherings = [
  ['openDay', '走进城管开放日', '城市运行中心'],
  ['experienceDay', '小小分类员体验日', '垃圾分类科普馆'],
  ['post', '我当一天城管', '湖滨路巡查岗'],
  ['visit', '媒体看厨余处置', '厨余处置厂'],
  ['workerDay', '环卫工人关爱活动', '环卫职工之家'],
] as const
const gathering: Story = async function* (o) {
  const [kind, name, place] = o.random.pick(gatherings)
  const isPublic = kind !== 'visit' && kind !== 'workerDay'
  const guests = isPublic
    ? []
    : [{ name: kind === 'visit' ? '晚报记者' : '环卫工人代表', role: kind === 'visit' ? 'media' : 'worker' }]
  const id = await o.file(writer, 'civic.event', {
    ...{ kind, name, place, host: '局办公室', quota: 20, isPublic, guests },
    ...{ startsAt: o.at(4, 9), endsAt: o.at(4, 11) },
  })
  const { number } = await o.row(writer, 'civic.event', id)
  const signed: { readonly id: string; readonly number: unknown; readonly phone: string }[] = []
  for (let n = 0; isPublic && n < 3; n++) {
    yield 6 * hour
    const me = await phoneOf(o)
    if (!me) continue
    const made = await o.outside(`events/${number}/sign`, { token: me.token, name: me.name })
    signed.push({ id: await idOf(o, writer, 'civic.attendance', made.number), number: made.number, phone: me.phone })
  }
  if (o.random.chance(0.1)) return void (await o.act(writer, 'civic.event', id, 'cancel', { cancelled: '天气原因改期' }))
  yield 4 * day + 1.5 * hour - (isPublic ? 18 : 0) * hour
  const there = signed.filter((_, n) => n < 2)
  for (const s of there) await o.act(writer, 'civic.attendance', s.id, 'come', kind === 'post' ? { duty: '湖滨路巡查岗' } : {})
  if (isPublic && there.length === 0) return void (await o.act(writer, 'civic.event', id, 'cancel', { cancelled: '报名不足' }))
  yield 3 * hour
  for (const s of there)
    await o.outside(`attendance/${s.number}/reflect`, {
      ...{ phone: s.phone, action: 'reflect', stars: o.random.integer(4, 5), words: '了解了城市管理的辛苦' },
    })
  const cares = kind === 'workerDay' ? [{ what: 'check', people: 120, note: '免费体检' }] : undefined
  await o.act(writer, 'civic.event', id, 'hold', {
    ...{ record: '参观座谈,现场解答提问。', photos: [await o.photo('公众活动')], ...(cares ? { cares } : {}) },
  })
  yield day
  yield* opinion(o, kind === 'visit' ? 'visit' : 'event', id, name)
  await o.act(writer, 'civic.event', id, 'close')
}
const says = ['希望指挥大厅每月开放一次', '建议公开厨余去向', '路边座椅可以多设几处', '建议公厕增加直饮水']
async function* opinion(o: Desk, source: string, sourceId: string, sourceName: string): AsyncGenerator<number, void> {
  const [unit, by] = o.random.pick(handlers)
  const id = await o.file(writer, 'civic.suggestion', {
    ...{ source, sourceId, sourceName, from: '参加市民', what: o.random.pick(says), unit: o.unit(unit) },
  })
  yield (o.random.chance(0.2) ? 11 : o.random.integer(1, 5)) * day
  const isTaken = o.random.chance(0.6)
  const reply = isTaken ? '采纳,列入下月计划。' : '受场地条件限制,暂不具备实施条件,感谢建议。'
  await o.act(by, 'civic.suggestion', id, 'answer', { reply, isTaken })
  if (!isTaken || o.random.chance(0.3)) return
  yield 2 * day
  await o.act(by, 'civic.suggestion', id, 'follow', { follow: '已落实并公布。' })
}
const topics = [
  ['夜市设在哪里', ['东湖路', '南苑广场'], '设在南苑广场,留足消防通道'],
  ['湖滨路行道树品种', ['香樟', '银杏', '栾树'], '选用栾树,两侧错位补植'],
  ['公厕夜间开放时间', ['到22时', '通宵'], '主要商圈通宵开放'],
] as const
const decision: Story = async function* (o) {
  const [title, options, result] = o.random.pick(topics)
  const id = await o.file(writer, 'civic.decision', {
    title,
    background: '拟定多个方案,请选择并提出意见。',
    options,
    toOn: o.date(7),
  })
  const { number } = await o.row(writer, 'civic.decision', id)
  const voters = []
  for (let n = 0; n < 4; n++) {
    yield day
    const me = await phoneOf(o)
    if (!me) return
    voters.push(me)
    await o.outside(`decisions/${number}/voices`, {
      ...{ token: me.token, vote: o.random.pick([...options]), ...(n % 2 ? { words: '请考虑周边居民休息' } : {}) },
    })
  }
  yield 4 * day + 2 * hour
  await o.act(writer, 'civic.decision', id, 'hear', {
    ...{ heardOn: o.date(), hearing: '居民、商户代表同意多数意见。', attendees: [{ name: '王代表', role: '居民' }] },
  })
  const waiting = await o.rows(writer, 'civic.voice', { decision: id, status: 'waiting' })
  for (const v of waiting)
    await o.act(writer, 'civic.voice', v.id, 'answer', { isAdopted: o.random.chance(0.6), answer: '已在方案中考虑' })
  yield day
  await o.act(leader, 'civic.decision', id, 'decide', { result: `${result}。` })
  yield 3 * day
  await o.act(writer, 'civic.decision', id, 'carry', { progress: '已实施到位', photos: [await o.photo('实施')] })
  for (const me of voters) {
    yield hour
    await o.outside(`decisions/${number}/mark`, { token: me.token, isGood: o.random.chance(0.85) })
  }
  yield day
  await o.act(writer, 'civic.decision', id, 'close')
}
const troubles = [
  ['增设非机动车充电棚', '飞线充电多', '南侧空地设棚'],
  ['楼道堆物清理', '消防通道堵塞', '限期清理,每月一查'],
  ['增设分类投放点遮雨棚', '雨天投放不便', '物业出资设棚'],
] as const
const issue: Story = async function* (o) {
  const [n, street] = [o.random.integer(0, 1), o.random.integer(1, 2)]
  const by = `jiedao${street}`
  const councils = await o.rows(by, 'civic.council')
  const council = councils[n % councils.length]
  if (!council) return
  const members = council.members as readonly { organ: string; name: string }[]
  const [title, what, decided] = o.random.pick(troubles)
  const id = await o.file(by, 'civic.issue', { council: council.id, title, raisedBy: 'owners', what }, o.place(street))
  yield 2 * day
  const isLost = o.random.chance(0.2)
  await o.act(by, 'civic.issue', id, 'discuss', {
    ...{ heldOn: o.date(), decision: decided, doer: members[3]?.name, dueOn: o.date(15) },
    opinions: members.map((m, i) => ({ ...m, isFor: isLost ? i === 0 : i > 0, words: '按多数意见办' })),
  })
  if (isLost) return
  for (const pleased of o.random.chance(0.2) ? [20, 46] : [o.random.integer(35, 49)]) {
    yield o.random.integer(4, 9) * day
    await o.act(by, 'civic.issue', id, 'carry', { result: '已建成投用', photos: [await o.photo('共治')] })
    yield day
    await o.act(by, 'civic.issue', id, 'review', { asked: 50, pleased })
  }
}
const household: Story = async function* (o) {
  const street = o.random.integer(1, 2)
  const by = `jiedao${street}`
  const village = o.random.pick(['湖东村', '南圩村'])
  const values = {
    village,
    holder: `${o.random.pick([...surnames])}大爷`,
    address: `${village}${o.random.integer(1, 9)}组`,
    difficulty: '房前杂物多',
  }
  const id = await o.file(by, 'civic.household', values, o.place(street))
  const act = (login: string, action: string, form: object) => o.act(login, 'civic.household', id, action, { ...form })
  yield 2 * hour
  await act(by, 'visit', { visitedOn: o.date(), note: '有顾虑,讲解政策', isAgreeing: false })
  yield 3 * day
  if (o.random.chance(0.15)) return void (await act(by, 'drop', { reason: '常年在外,无意参与' }))
  await act(by, 'visit', { visitedOn: o.date(), note: '愿意参与', isAgreeing: true })
  yield day
  const [days, yuan] = [o.random.integer(3, 8), o.random.integer(2, 6) * 100]
  await act(by, 'sign', { works: [{ what: '房前屋后整治', labourDays: days, moneyYuan: yuan }], photos: [await o.photo('协议')] })
  yield 5 * day
  await act(by, 'give', { days, yuan })
  await act(by, 'build', { beforePhotos: [await o.photo('整治前')], afterPhotos: [await o.photo('整治后')] })
  yield 2 * day
  await act(leader, 'accept', { isOk: true, opinion: '整洁有序' })
}
export const participationDiary: Readonly<Record<string, Entry>> = {
  gathering: { on: every(6, 1), hour: 11.1, tell: gathering },
  decision: { on: every(11, 2), hour: 9.1, tell: decision },
  issue: { on: every(5, 3), hour: 16.2, tell: issue },
  household: { on: every(4, 1), hour: 10.8, tell: household },
}
