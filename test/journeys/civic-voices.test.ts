/** 公众参与:开放日与体验岗、环卫工人日、走访,意见有答复;公众议事四步;小区共治;共同缔造. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, type World, world } from '../world.ts'
import { type Civic, openCivic, type Row } from './civic-office.ts'

const me = '13911112222'
describe('公众参与', () => {
  let w: World
  let o: Civic
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openCivic(w)
  })
  afterAll(() => w.close())
  const e = 'civic.event'
  const at = (day: number, hour: number) => `${o.day(day)}T${String(hour).padStart(2, '0')}:00:00+08:00`
  const eventOf = (kind: string, name: string, extra: Row = {}) => ({
    kind,
    name,
    place: '城市运行中心',
    host: '局办公室',
    startsAt: at(3, 9),
    endsAt: at(3, 11),
    quota: 2,
    isPublic: true,
    ...extra,
  })
  const record = { record: '参观指挥大厅,座谈交流。', photos: [photo()] }
  const say = (source: string, id: string, what: string) =>
    o.open(o.data, 'civic.suggestion', { source, sourceId: id, sourceName: '公众活动', from: '参加者', what, unit: o.unit })

  it('city-management-open-day 开放日:名额内报名、签到、未到自动标记、反馈,意见全部答复才办结', async () => {
    expect((await o.tryOpen(o.data, e, eventOf('openDay', '走进城管', { endsAt: at(3, 8) }))).zh).toContain('结束应晚于开始')
    const id = await o.tried(o.data, e, eventOf('openDay', '走进城管'))
    const { number } = await o.row(e, id)
    expect((await o.get('events')).body.events).toMatchObject([{ number, name: '走进城管', left: 2 }])
    const sign = async (phone: string) => o.post(`events/${number}/sign`, { ...(await o.proof(phone)), name: '李女士' })
    const mine = (await sign(me)).body
    expect((await sign(me)).body.zh).toContain('已经报过名')
    const other = (await sign('13911113333')).body
    expect((await sign('13911114444')).body.zh).toContain('名额已满')
    const a = 'civic.attendance'
    await expect(o.data.refused(a, await o.idOf(a, mine.number), 'come')).resolves.toContain('开始前一小时')
    await expect(o.data.refused(e, id, 'hold', record)).resolves.toContain('还没有开始')
    await w.clock.to(`${o.day(3)} 09:05`)
    await o.act(o.data, a, await o.idOf(a, mine.number), 'come')
    expect((await o.post(`attendance/${other.number}`, { phone: me })).status).toBe(404)
    await w.clock.to(`${o.day(1)} 09:00`)
    expect((await o.row(a, await o.idOf(a, other.number))).status).toBe('absent')
    await o.did(`attendance/${mine.number}/reflect`, { phone: me, action: 'reflect', stars: 5, words: '很有收获' })
    await o.act(o.data, e, id, 'hold', record)
    expect(await o.row(e, id)).toMatchObject({ status: 'held', people: 1 })
    const s = await say('event', id, '希望指挥大厅每月开放')
    expect((await o.row('civic.suggestion', s)).replyDueAt.slice(0, 10)).toBe(o.day(10))
    await expect(o.data.refused(e, id, 'close')).resolves.toContain('还有1条意见')
    await o.act(o.handler, 'civic.suggestion', s, 'answer', { reply: '采纳,每月第一个周六开放。', isTaken: true })
    expect((await o.row('civic.suggestion', s)).status).toBe('following')
    await o.act(o.handler, 'civic.suggestion', s, 'follow', { follow: '已公布全年开放日程。' })
    await o.act(o.data, e, id, 'close')
    expect((await o.row(e, id)).status).toBe('closed')
    expect([await o.value('civic.event-stars'), await o.value('civic.suggestions-answered')]).toEqual([5, 100])
  })

  it('experience-post 城管体验岗:报名上岗一天,记岗位与感想', async () => {
    const id = await o.open(o.data, e, eventOf('post', '我当一天城管', { endsAt: at(3, 17) }))
    const { number } = await o.row(e, id)
    const a = 'civic.attendance'
    const mine = await o.did(`events/${number}/sign`, { ...(await o.proof('13911115555')), name: '烧烤店张老板' })
    await w.clock.to(`${o.day(3)} 09:05`)
    await o.act(o.data, a, await o.idOf(a, mine.number), 'come', { duty: '湖滨路巡查岗' })
    await o.did(`attendance/${mine.number}/reflect`, {
      phone: '13911115555',
      action: 'reflect',
      stars: 4,
      words: '才知道劝导不容易',
    })
    expect(await o.row(a, await o.idOf(a, mine.number))).toMatchObject({ duty: '湖滨路巡查岗', words: '才知道劝导不容易' })
    await o.act(o.data, e, id, 'hold', record)
    expect(await o.by('civic.events', 'kind')).toEqual({ openDay: 1, post: 1 })
  })

  it('sanitation-worker-day 环卫工人日:须登记关爱项目,人数与表彰', async () => {
    const guests = [{ name: '环卫工人代表', role: 'worker' }]
    const id = await o.open(o.data, e, eventOf('workerDay', '环卫工人节慰问', { isPublic: false, guests }))
    await w.clock.to(`${o.day(3)} 09:05`)
    await expect(o.data.refused(e, id, 'hold', record)).resolves.toContain('关爱项目')
    const cares = [
      { what: 'check', people: 120, note: '免费体检' },
      { what: 'award', people: 10, note: '最美环卫工人' },
    ]
    await o.act(o.data, e, id, 'hold', { ...record, cares })
    expect((await o.row(e, id)).cares).toMatchObject([{ people: 120 }, { people: 10 }])
    expect((await o.by('civic.people', 'kind')).workerDay).toBe(1)
  })

  it('media-expert-visit 媒体、专家走进一线:须有来宾,建议有答复', async () => {
    expect((await o.tryOpen(o.data, e, eventOf('visit', '专家看垃圾分类', { isPublic: false }))).zh).toContain('来宾')
    const guests = [
      { name: '晚报记者', role: 'media' },
      { name: '环境学院教授', role: 'expert' },
    ]
    const id = await o.tried(o.data, e, eventOf('visit', '专家看垃圾分类', { isPublic: false, guests }))
    const { number } = await o.row(e, id)
    expect((await o.post(`events/${number}/sign`, { ...(await o.proof(me)), name: '李女士' })).body.zh).toContain('不公开报名')
    await w.clock.to(`${o.day(3)} 09:05`)
    await o.act(o.data, e, id, 'hold', record)
    const s = await say('visit', id, '建议公开厨余去向')
    await o.act(o.handler, 'civic.suggestion', s, 'answer', { reply: '已在官网公开。', isTaken: false })
    await o.act(o.data, e, id, 'close')
    expect(await o.row(e, id)).toMatchObject({ status: 'closed', people: 2 })
    expect(await o.by('civic.suggestions', 'source')).toEqual({ event: 1, visit: 1 })
  })

  it('public-decision 公众议事:参与、评价、决策、监督四步,一机一意见,逐条答复,评议不足退回实施', async () => {
    const d = 'civic.decision'
    const values = { title: '夜市设在哪里', background: '拟在两处中选一处。', options: ['东湖路', '南苑广场'], toOn: o.day(10) }
    expect((await o.tryOpen(o.data, d, { ...values, toOn: o.day(3) })).zh).toContain('不少于7天')
    const id = await o.tried(o.data, d, values)
    const { number } = await o.row(d, id)
    const voice = async (phone: string, body: Row) => o.post(`decisions/${number}/voices`, { ...(await o.proof(phone)), ...body })
    expect((await voice(me, { vote: '西湖' })).body.zh).toContain('没有这个选项')
    const first = (await voice(me, { vote: '南苑广场', words: '请留消防通道' })).body
    expect((await voice(me, { vote: '东湖路' })).body.zh).toContain('已经表达过')
    await voice('13911113333', { vote: '南苑广场' })
    await voice('13911114444', { vote: '东湖路' })
    const shown = async () => (await o.get('decisions')).body.decisions[0]
    expect(await shown()).toMatchObject({
      step: 'open',
      options: [
        { name: '东湖路', votes: 1 },
        { name: '南苑广场', votes: 2 },
      ],
    })
    await w.clock.to(`${o.day(11)} 09:00`)
    expect((await voice('13911116666', { vote: '东湖路' })).body.zh).toContain('不在征求意见')
    await expect(o.leader.refused(d, id, 'decide', { result: '设在南苑广场' })).resolves.toContain('听证')
    await o.act(o.data, d, id, 'hear', {
      heardOn: o.day(0),
      hearing: '各方同意南苑广场。',
      attendees: [{ name: '王代表', role: '居民' }],
    })
    await expect(o.leader.refused(d, id, 'decide', { result: '设在南苑广场' })).resolves.toContain('还有1条意见')
    await o.act(o.data, 'civic.voice', await o.idOf('civic.voice', first.number), 'answer', {
      isAdopted: true,
      answer: '留4米通道',
    })
    await o.act(o.leader, d, id, 'decide', { result: '设在南苑广场,留4米消防通道。' })
    expect(await shown()).toMatchObject({
      step: 'decided',
      adopted: 1,
      refused: 0,
      answers: [{ isAdopted: true, answer: '留4米通道' }],
      hearing: '各方同意南苑广场。',
      hearers: 1,
      voices: 3,
    })
    const done = { progress: '已开市', photos: [photo()] }
    await o.act(o.data, d, id, 'carry', done)
    await expect(o.data.refused(d, id, 'close')).resolves.toContain('还没有人评议')
    const mark = async (phone: string, isGood: boolean) =>
      o.post(`decisions/${number}/mark`, { ...(await o.proof(phone)), isGood })
    await mark(me, false)
    expect((await mark(me, true)).body.zh).toContain('已经评议过')
    await o.act(o.data, d, id, 'close')
    expect(await o.row(d, id)).toMatchObject({ status: 'decided', rounds: 1, marks: 0 })
    await o.act(o.data, d, id, 'carry', done)
    expect((await mark(me, true)).status).toBe(200)
    await o.act(o.data, d, id, 'close')
    expect(await shown()).toMatchObject({ step: 'closed', marks: 1, goodMarks: 1, rounds: 1 })
    expect([await o.value('civic.decisions'), await o.value('civic.voices'), await o.value('civic.adopted')]).toEqual([1, 3, 1])
  })

  it('multi-party-cogovernance 共治:四方到场才能议事,过半同意,限期实施,居民评议不达标退回', async () => {
    const compound = await o.compound('梧桐苑')
    const members = [
      { organ: 'party', name: '社区党支部' },
      { organ: 'committee', name: '梧桐居委会' },
      { organ: 'owners', name: '业委会老周' },
      { organ: 'property', name: '梧桐物业' },
    ]
    await o.tryAdd('civic.council', { compound, name: '梧桐苑议事会', members, setUpOn: '2026-01-01' })
    const council = await o.add('civic.council', { compound, name: '梧桐苑议事会', members, setUpOn: '2026-01-01' })
    const i = 'civic.issue'
    const id = await o.tried(o.street, i, { council, title: '增设充电棚', raisedBy: 'residents', what: '飞线充电多' })
    const opinions = members.map((m, n) => ({ ...m, isFor: n > 0, words: '同意' }))
    const talk = { heldOn: o.day(0), opinions, decision: '南侧空地设棚', doer: '梧桐物业', dueOn: o.day(20) }
    await expect(o.street.refused(i, id, 'discuss', { ...talk, opinions: opinions.slice(0, 3) })).resolves.toContain(
      '物业没有到场',
    )
    const wrong = opinions.map((x) => (x.organ === 'owners' ? { ...x, name: '路人' } : x))
    await expect(o.street.refused(i, id, 'discuss', { ...talk, opinions: wrong })).resolves.toContain('路人不是议事会成员')
    await o.act(o.street, i, id, 'discuss', talk)
    expect(await o.row(i, id)).toMatchObject({ status: 'decided', forShare: 75 })
    const carried = { result: '棚已建成', photos: [photo()] }
    await o.act(o.street, i, id, 'carry', carried)
    await o.act(o.street, i, id, 'review', { asked: 50, pleased: 20 })
    expect(await o.row(i, id)).toMatchObject({ status: 'decided', returns: 1 })
    await o.act(o.street, i, id, 'carry', carried)
    await o.act(o.street, i, id, 'review', { asked: 50, pleased: 46 })
    const lost = await o.open(o.street, i, { council, title: '拆绿地建车位', raisedBy: 'owners', what: '车位不足' })
    await o.act(o.street, i, lost, 'discuss', { ...talk, opinions: opinions.map((x, n) => ({ ...x, isFor: n === 0 })) })
    expect((await o.row(i, lost)).status).toBe('rejected')
    expect([await o.value('civic.issues'), await o.value('civic.issues-closed')]).toEqual([2, 50])
  })

  it('co-creation 共同缔造:上门、同意、签协议、投工出资到位、另一人验收,村任务完成率', async () => {
    const task = { village: '湖东村', year: 2026, target: 2 }
    await o.tryAdd('civic.agreement-task', task)
    await o.add('civic.agreement-task', task)
    const h = 'civic.household'
    const id = await o.tried(o.street, h, {
      holder: '陈大爷',
      address: '湖东村3组12号',
      village: '湖东村',
      difficulty: '房前杂物多',
    })
    const works = [{ what: '房前屋后整治', labourDays: 5, moneyYuan: 300 }]
    await expect(o.street.refused(h, id, 'sign', { works, photos: [photo()] })).resolves.toContain('还没有上门')
    await o.act(o.street, h, id, 'visit', { visitedOn: o.day(0), note: '有顾虑', isAgreeing: false })
    await expect(o.street.refused(h, id, 'sign', { works, photos: [photo()] })).resolves.toContain('没有同意')
    await o.act(o.street, h, id, 'visit', { visitedOn: o.day(0), note: '愿意参与', isAgreeing: true })
    await o.act(o.street, h, id, 'sign', { works, photos: [photo()] })
    const shots = { beforePhotos: [photo()], afterPhotos: [photo()] }
    await expect(o.street.refused(h, id, 'build', shots)).resolves.toContain('投工0/5工日')
    await o.act(o.street, h, id, 'give', { days: 5, yuan: 300 })
    await o.act(o.street, h, id, 'build', shots)
    await o.act(o.leader, h, id, 'accept', { isOk: true, opinion: '整洁' })
    expect(await o.row(h, id)).toMatchObject({ status: 'accepted', visits: 2, givenDays: 5, givenYuan: 300 })
    expect((await o.sheet('/civic/agreements', { year: '2026' })).rows).toEqual([
      { village: '湖东村', target: 2, listed: 1, signed: 1, percent: 50, givenDays: 5, givenYuan: 300 },
    ])
    expect([await o.value('civic.agreements'), await o.value('civic.labour')]).toEqual([1, 5])
  })
})
