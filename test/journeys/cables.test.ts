/** 空中线缆: streets tidied by method and metres, operators held to their duty, crossings measured, the plan of three years. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, type World, world } from '../world.ts'
import { openSorting, type Row } from './sorting-office.ts'

describe('空中线缆', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSorting>>
  let run: Client
  let desk: Client
  let checker: Client
  let telecom = ''
  let tv = ''
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSorting(w)
    ;[run, desk, checker] = (await Promise.all(['chuzhi31', 'paiqian1', 'kaohe1'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
    ]
    const add = (name: string, code: string, kind: string) =>
      o.add('cables.operator', { name, code, kind, contact: '周工', phone: '13900003333' })
    telecom = await add('电信分公司', '91320400MA1XLAN01X', 'telecom')
    tv = await add('广电网络公司', '91320400MA1XLAN02X', 'tv')
  })
  afterAll(() => w.close())
  const shot = () => [photo()]
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh
  const p = 'cables.work'
  const listed = (place: string, extra: Row = {}) => ({
    year: 2026,
    place,
    placeKind: 'road',
    planned: 800,
    beforePhotos: shot(),
    ...extra,
  })
  const lines = [
    { operator: '电信分公司', method: 'bundle', metres: 620 },
    { operator: '电信分公司', method: 'steel', metres: 200 },
    { operator: '广电网络公司', method: 'clear', metres: 150.5 },
  ]
  const tidied = async (place: string, extra: Row = {}, done: readonly Row[] = lines): Promise<string> => {
    const id = await o.open(desk, p, listed(place, extra))
    await o.act(desk, p, id, 'begin')
    await o.act(run, p, id, 'finish', { lines: done, afterPhotos: shot() })
    await o.act(checker, p, id, 'accept', { isOk: 'yes' })
    return id
  }

  it('air-cables 路段小区逐处整治,按运营单位与方式计米,前后照片,另一人验收才计数', async () => {
    const id = await o.tried(desk, p, listed('大冶大道'))
    expect(await refusal(desk, p, listed('大冶大道', { beforePhotos: [] }))).toBeTruthy()
    await expect(run.refused(p, id, 'finish', { lines, afterPhotos: shot() })).resolves.toBeTruthy()
    await o.act(desk, p, id, 'begin')
    const unknown = [{ operator: '某公司', method: 'bundle', metres: 10 }]
    await expect(run.refused(p, id, 'finish', { lines: unknown, afterPhotos: shot() })).resolves.toContain('不在册:某公司')
    await expect(run.refused(p, id, 'finish', { lines: [lines[0], lines[0]], afterPhotos: shot() })).resolves.toContain(
      '填了两次',
    )
    await o.triedAct(run, p, id, 'finish', { lines, poles: 3, afterPhotos: shot() })
    expect(await o.row(p, id)).toMatchObject({ status: 'done', doneM: 970.5 })
    expect(await o.value('cables.bundled')).toBe(0)
    await expect(checker.refused(p, id, 'accept', { isOk: 'no' })).resolves.toContain('写明意见')
    await o.act(checker, p, id, 'accept', { isOk: 'no', opinion: '路口未捆扎' })
    await o.act(run, p, id, 'finish', { lines, poles: 3, afterPhotos: shot() })
    await o.act(checker, p, id, 'accept', { isOk: 'yes' })
    await tidied('幸福里', { placeKind: 'community' }, [
      { operator: '电信分公司', method: 'replace', metres: 300 },
      { operator: '电信分公司', method: 'bury', metres: 120 },
    ])
    expect([
      await o.value('cables.bundled'),
      await o.value('cables.steel-removed'),
      await o.value('cables.cleared'),
      await o.value('cables.replaced'),
      await o.value('cables.buried'),
    ]).toEqual([620, 200, 150.5, 300, 120])
    expect(await o.by('cables.works', 'placeKind')).toEqual({ road: 1, community: 1 })
    expect(await o.by('cables.cleared', 'operator')).toEqual({ 广电网络公司: 150.5 })
  })

  it('cable-operator-duty 新架须同意且有管道不得架空,无手续的发通知限期整理,逾期移送处罚', async () => {
    const c = 'cables.consent'
    const ask = { operator: tv, place: '学院路', metres: 400, method: 'aerial', reason: '新小区接入', drawing: shot() }
    const id = await o.tried(o.street, c, ask)
    const opinion = { opinion: '沿路已有管道', hasDuct: 'yes' }
    await expect(desk.refused(c, id, 'decide', { ...opinion, isOk: 'yes' })).resolves.toContain('不得新架空')
    await o.act(desk, c, id, 'decide', { ...opinion, isOk: 'no' })
    const shared = await o.open(o.street, c, { ...ask, method: 'shared' })
    await o.act(desk, c, shared, 'decide', { ...opinion, isOk: 'yes' })
    const [allowed] = await o.list('cables.line', { operator: tv })
    expect(allowed).toMatchObject({ place: '学院路', metres: 400, consent: (await o.row(c, shared)).number })
    expect(await o.by('cables.consents', 'status')).toEqual({ refused: 1, allowed: 1 })

    const wild = await o.add('cables.line', { place: '人民路', operator: telecom, metres: 260, isAbandoned: false })
    const n = 'cables.notice'
    const values = {
      operator: telecom,
      line: wild,
      place: '人民路公交站',
      fault: 'illegal',
      note: '未经同意架设260米',
      photos: shot(),
    }
    expect(await refusal(o.street, n, { ...values, operator: tv })).toContain('不是这家单位')
    expect(await refusal(o.street, n, { ...values, operator: tv, line: allowed?.id })).toContain('已有同意文号')
    const late = await o.tried(o.street, n, values)
    expect(await o.row(n, late)).toMatchObject({ operatorName: '电信分公司', dueOn: '2026-03-17', status: 'sent' })
    const good = await o.open(o.street, n, { operator: tv, place: '中山路', fault: 'messy', note: '下垂至2米', photos: shot() })
    await w.clock.to('2026-03-06 09:00')
    await o.act(desk, n, good, 'answer', { answer: '三日内整理', papers: shot() })
    expect((await o.row(n, good)).isAnsweredInTime).toBe('yes')
    await o.act(run, n, good, 'tidy', { photos: shot() })
    await o.act(checker, n, good, 'check', { isOk: 'yes' })
    await o.act(desk, n, late, 'answer', { answer: '待总部批复', papers: shot() })
    await expect(desk.refused(n, late, 'handOver')).resolves.toContain('逾期不整理')
    await w.clock.to('2026-03-18 09:00')
    await o.act(desk, n, late, 'handOver')
    expect((await o.row(n, late)).penaltyNumber).toBeTruthy()
    const rows = (await o.sheet('/cables/duty')).rows as Row[]
    expect(rows.find((r) => r.operator === telecom)).toMatchObject({
      lines: 1,
      unallowed: 1,
      notices: 1,
      open: 1,
      late: 1,
      percent: 0,
    })
    expect(rows.find((r) => r.operator === tv)).toMatchObject({
      lines: 1,
      unallowed: 0,
      notices: 1,
      open: 0,
      late: 0,
      percent: 100,
    })
    await o.act(run, n, late, 'tidy', { photos: shot() })
    await o.act(checker, n, late, 'check', { isOk: 'yes' })
    expect([
      await o.value('cables.notices'),
      await o.value('cables.notices-timely'),
      await o.value('cables.lines-unallowed'),
    ]).toEqual([2, 50, 1])
  })

  it('cable-height-sign 限高标识牌计块,实测净高低于标准即成急件,抬升复测合格才销号', async () => {
    const m = 'cables.measure'
    const add = (place: string, kind: string, extra: Row = {}) =>
      o.add('cables.crossing', { place, kind, operator: telecom, keeper: '城北班组', ...extra })
    const street = await add('大冶大道东口', 'street', { signM: 4.5, signedOn: '2026-03-10' })
    const lane = await add('青龙巷口', 'lane', { signM: 4, signedOn: '2026-03-11' })
    const fine = await o.tried(o.street, m, { crossing: street, heightM: 5.5, photos: shot() })
    expect(await o.row(m, fine)).toMatchObject({ status: 'good', leastM: 5.5 })
    const low = await o.open(o.street, m, { crossing: lane, heightM: 4.6, photos: shot() })
    expect(await o.row(m, low)).toMatchObject({ status: 'low', leastM: 5 })
    expect(await o.list('cases.case', { source: 'survey' })).toMatchObject([
      { urgency: 'urgent', description: '青龙巷口线缆净高4.6米,低于5米' },
    ])
    expect([await o.value('cables.too-low'), await o.value('cables.height-signs')]).toEqual([1, 2])
    await o.triedAct(run, m, low, 'raise', { raised: '加高吊线', photos: shot() })
    await o.act(checker, m, low, 'again', { againM: 4.9 })
    expect((await o.row(m, low)).status).toBe('low')
    await o.act(run, m, low, 'raise', { raised: '换高杆', photos: shot() })
    await o.act(checker, m, low, 'again', { againM: 5 })
    expect(await o.row('cables.crossing', lane)).toMatchObject({ heightM: 5, isLow: false, measuredOn: '2026-03-18' })
    expect([(await o.row(m, low)).status, await o.value('cables.too-low'), await o.value('cables.measured')]).toEqual([
      'closed',
      0,
      2,
    ])
  })

  it('cable-three-year-plan 三年计划逐年列清单,状态与年度完成率,年度不得超出计划', async () => {
    const years = { name: '城区空中线缆整治三年行动', fromYear: 2026, toYear: 2028, paper: '城管〔2026〕3号' }
    await o.tryAdd('cables.plan', years)
    const wrong = await o.data.post('/rows/cables.plan', { values: { ...years, toYear: 2025 } })
    expect(wrong.status).toBeGreaterThanOrEqual(400)
    const plan = await o.add('cables.plan', years)
    expect(await refusal(desk, p, listed('东风路', { plan, year: 2029 }))).toContain('不在计划2026—2028')
    await tidied('东风路', { plan })
    await tidied('新冶大道', { plan })
    const third = await o.open(desk, p, listed('湖滨路', { plan }))
    await o.act(desk, p, third, 'begin')
    await o.open(desk, p, listed('湖滨路', { plan, year: 2027 }))
    expect(await refusal(desk, p, listed('湖滨路', { plan }))).toBeTruthy()
    expect((await o.sheet('/cables/plan')).rows).toMatchObject([
      { plan, year: 2026, listed: 0, working: 1, done: 0, accepted: 2, metres: 1941, percent: 66.67 },
      { plan, year: 2027, listed: 1, accepted: 0, percent: 0 },
    ])
    // With the two places of the year that stand outside the plan: four of five.
    expect(await o.by('cables.works-rate', 'year')).toEqual({ 2026: 80, 2027: 0 })
  })
})
