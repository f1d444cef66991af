/** 摊区夜市:设置、分配、运行、安全、外摆. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Appearance, openAppearance, type Row, square } from './appearance-office.ts'

const s = 'stalls.site'
const ten = 'stalls.tenure'
describe('摊区夜市', () => {
  let w: World
  let o: Appearance
  let ids: Record<string, string> = {}
  beforeAll(async () => {
    w = await world('2026-05-01 09:00')
    o = await openAppearance(w)
  })
  afterAll(() => w.close())
  const siteOf = (name: string, kind: string, shape: unknown, extra: Row = {}) => ({
    name,
    kind,
    shape,
    operator: '恒达市场公司',
    stalls: 3,
    areaM2: 200,
    fromHour: '18:00',
    toHour: '23:30',
    rentFen: 30_000,
    cleaner: '洁城环卫',
    isPowered: true,
    ...extra,
  })
  const safe = (site: string, bad: readonly Row[] = []) => ({
    site,
    checkedOn: o.today(),
    lines: [
      ...['police', 'fire', 'gas', 'food', 'power'].map((agency) => ({
        agency,
        item: `${agency}通道与器材`,
        isOk: true,
        isSerious: false,
      })),
      ...bad,
    ],
    photos: [photo()],
  })

  it('temp-stall-zone 临时摊区:每社区至多两处,摊位与垃圾责任,满了推荐别处', async () => {
    const [found] = await o.query<{ code: string }>(
      `select code from kernel.area where level = 'community' and valid_to is null and st_contains(geom, st_setsrid(st_makepoint($1, $2), 4326))`,
      [somewhere.lon, somewhere.lat],
    )
    const community = String(found?.code)
    const values = siteOf('东门摊区', 'temp', square(0, 0, 20), { community })
    expect((await o.tryOpen(o.head, s, { ...values, community: null })).zh).toContain('须填所在社区')
    const id = await o.tried(o.head, s, values)
    const second = await o.open(o.head, s, siteOf('西门摊区', 'temp', square(900, 0, 20), { community, stalls: 1 }))
    expect((await o.tryOpen(o.head, s, siteOf('三号摊区', 'temp', square(1500, 0, 20), { community }))).zh).toContain('已有2个')
    for (const x of [id, second]) await o.triedAct(o.head, s, x, 'open', { openedOn: o.today() })
    ids = { east: id, west: second, community }
    expect(await o.by('stalls.temp-zones', 'community')).toEqual({ [community]: 2 })
    const sheet = await o.sheet('/stalls/sites')
    expect(sheet).toMatchObject({ communities: 1 })
    expect(sheet.rows).toMatchObject([
      { status: 'open', stalls: 3, held: 0, free: 3, percent: 0 },
      { stalls: 1, free: 1 },
    ])
  })

  it('school-stall-rule 距校园须大于50米、一校一处,新画校园时复核已有摊区', async () => {
    const school = { name: '湖滨小学', shape: square(60, 0, 100) }
    await o.tried(o.head, 'stalls.school', school)
    expect(await o.row(s, String(ids.east))).toMatchObject({ isTooNear: true, status: 'suspended' })
    const metres = Number((await o.row(s, String(ids.east))).schoolM)
    expect(metres).toBeGreaterThan(39)
    expect(metres).toBeLessThan(41)
    expect((await o.row(s, String(ids.west))).isTooNear).toBe(false)
    expect(await o.value('stalls.too-near')).toBe(1)
    await expect(o.head.refused(s, String(ids.east), 'resume')).resolves.toContain('距校园不足')
    const near = siteOf('校门摊区', 'temp', square(180, 0, 20), { community: `${o.here}002` })
    expect((await o.tryOpen(o.head, s, near)).zh).toContain('须大于50m')
    expect((await o.tryOpen(o.head, s, { ...near, shape: square(230, 0, 20) })).zh).toContain('周边已有临时摊区')
    await o.act(o.head, s, String(ids.east), 'close', { closedOn: o.today(), reason: '距校园不足' })
    const far = await o.open(o.head, s, { ...near, shape: square(230, 0, 20) })
    expect((await o.row(s, far)).schoolM).toBeGreaterThan(65)
    expect(await o.value('stalls.too-near')).toBe(0)
    ids = { ...ids, far }
  })

  it('night-market 夜市:联合检查后才开放,当晚值守、清扫、用电、秩序,开闭日期', async () => {
    const id = await o.tried(o.head, s, siteOf('恒达夜市', 'divert', square(0, 600, 60)))
    await o.open(o.head, s, siteOf('起风山夜市', 'feature', square(0, 900, 60), { stalls: 20 }))
    await expect(o.head.refused(s, id, 'open', { openedOn: o.today() })).resolves.toContain('联合安全检查')
    await o.open(o.officer, 'stalls.safety', safe(id))
    await o.act(o.head, s, id, 'open', { openedOn: o.today() })
    ids = { ...ids, market: id }
    const evening = {
      site: id,
      dayOn: o.today(),
      staff: ['周队员', '吴队员'],
      present: [],
      isClean: true,
      isPowerOk: true,
      problems: [{ what: '占用消防通道' }],
      photos: [photo()],
    }
    expect((await o.tryOpen(o.street, 'stalls.evening', { ...evening, present: ['1'] })).zh).toContain('没有在用的摊主')
    await o.tried(o.street, 'stalls.evening', evening)
    expect((await o.tryOpen(o.street, 'stalls.evening', evening)).zh).toContain('当晚已登记')
    expect([await o.value('stalls.divert-markets'), await o.value('stalls.divert-stalls')]).toEqual([1, 3])
    expect([await o.value('stalls.evenings'), await o.value('stalls.evening-problems')]).toEqual([1, 1])
    expect(await o.by('stalls.opened', 'kind')).toEqual({ divert: 1, temp: 2 })
  })

  it('stall-allocation 统一分配:封条先公布,抽签可复算,一人一摊,候补与申诉', async () => {
    const seed = '福彩3D第2026115期 4 0 7'
    const seal = createHash('sha256').update(seed).digest('hex')
    const r = 'stalls.round'
    const values = {
      site: ids.market,
      name: '恒达夜市首轮',
      method: 'draw',
      stalls: ['1', '2', '3'],
      conditions: '本地户籍优先',
      closesOn: o.later(2),
      seal,
    }
    expect((await o.tryOpen(o.head, r, { ...values, stalls: ['9'] })).zh).toContain('没有9号')
    const round = await o.tried(o.head, r, values)
    const person = (n: number, extra: Row = {}) => ({
      round,
      name: `摊主${n}`,
      idCode: `32040219800101${1000 + n}`,
      phone: `1380000000${n}`,
      goods: '小吃',
      isHealthy: true,
      ...extra,
    })
    const people: string[] = []
    people.push(await o.tried(o.street, 'stalls.applicant', person(1)))
    for (const n of [2, 3, 4, 5]) people.push(await o.open(o.street, 'stalls.applicant', person(n)))
    expect((await o.tryOpen(o.street, 'stalls.applicant', person(1))).zh).toBeTruthy()
    const sick = await o.open(o.street, 'stalls.applicant', person(6, { isHealthy: false }))
    await expect(o.head.refused('stalls.applicant', sick, 'admit')).resolves.toContain('健康证')
    await o.act(o.head, 'stalls.applicant', sick, 'refuse', { refusal: '健康证无效' })
    await o.act(o.street, 'stalls.applicant', sick, 'appeal', { appeal: '已补办' })
    await o.triedAct(o.head, 'stalls.applicant', sick, 'answer', { isUpheld: false, answer: '截止前未提交' })
    for (const p of people) await o.act(o.head, 'stalls.applicant', p, 'admit')
    const draw = { seed, witnesses: ['公证员', '摊主代表'], photos: [photo()] }
    await expect(o.head.refused(r, round, 'draw', draw)).resolves.toContain('没有截止')
    await w.clock.to('2026-05-04 10:00')
    await expect(o.head.refused(r, round, 'draw', { ...draw, seed: '换一个' })).resolves.toContain('封条不符')
    await o.triedAct(o.head, r, round, 'draw', draw)
    const drawn = await o.row(r, round)
    expect(drawn).toMatchObject({ winners: 3, waiting: 2 })
    const proof = await o.sheet(`/stalls/rounds/${round}/proof`)
    expect(proof).toMatchObject({ isSealed: true, isSame: true, seed, seal })
    const numbers = await Promise.all(people.map(async (p) => String((await o.row('stalls.applicant', p)).number)))
    const again = [...numbers].sort((x, y) =>
      createHash('sha256').update(`${seed}:${x}`).digest('hex') < createHash('sha256').update(`${seed}:${y}`).digest('hex')
        ? -1
        : 1,
    )
    expect(drawn.drawnOrder).toEqual(again)
    expect(proof.rows.map((x: Row) => [x.order, x.status, x.stall])).toEqual([
      [1, 'won', 1],
      [2, 'won', 2],
      [3, 'won', 3],
      [4, 'waiting', null],
      [5, 'waiting', null],
    ])
    for (const x of proof.rows.slice(0, 2)) await o.act(o.street, 'stalls.applicant', x.applicant, 'confirm')
    expect(await o.value('stalls.held')).toBe(2)
    await w.clock.to('2026-05-10 00:10')
    expect((await o.row('stalls.applicant', proof.rows[2].applicant)).status).toBe('lapsed')
    ids = { ...ids, round, waiting1: proof.rows[3].applicant, waiting2: proof.rows[4].applicant }
    const first = (await o.list(ten)).find((t) => t.stall === 1)
    const winner = people.findIndex((p) => p === proof.rows[0].applicant) + 1
    const other = await o.open(o.head, r, { ...values, name: '补充轮', stalls: ['3'], closesOn: o.later(2) })
    expect((await o.tryOpen(o.street, 'stalls.applicant', { ...person(winner), round: other })).zh).toContain('一人一摊')
    await o.act(o.street, ten, String(first?.id), 'pay', { months: 2 })
    expect(await o.row(ten, String(first?.id))).toMatchObject({ paidFen: 60_000, paidTo: '2026-07-04' })
    for (let day = 10; day < 17; day++) {
      await w.clock.to(`2026-05-${day} 22:00`)
      await o.open(o.street, 'stalls.evening', {
        site: ids.market,
        dayOn: `2026-05-${day}`,
        staff: ['周队员'],
        present: ['1'],
        isClean: true,
        isPowerOk: true,
        problems: [],
        photos: [photo()],
      })
      if (day === 15) expect((await o.list(ten)).find((t) => t.stall === 2)).toMatchObject({ status: 'held', absent: 6 })
    }
    expect((await o.list(ten)).find((t) => t.stall === 2)).toMatchObject({ status: 'lapsed', endedOn: '2026-05-16' })
    expect(await o.value('stalls.lapsed')).toBe(1)
    expect(await o.row('stalls.applicant', String(ids.waiting1))).toMatchObject({ status: 'won', stall: 2 })
    await o.act(o.street, 'stalls.applicant', String(ids.waiting1), 'confirm')
    expect(await o.by('stalls.applicants', 'status')).toEqual({ held: 3, lapsed: 1, waiting: 1, refused: 1 })
  })

  it('market-autonomy 自治委员会:摊主中产生,表决过半有效,通知、纠纷调解,向局反馈', async () => {
    const tenures = (await o.list(ten)).filter((t) => t.status === 'held')
    expect(tenures).toHaveLength(2)
    const extra = await o.open(o.head, 'stalls.round', {
      site: ids.market,
      name: '三号摊',
      method: 'queue',
      stalls: ['3'],
      conditions: '先到先得',
      closesOn: o.today(),
      seal: createHash('sha256').update('q').digest('hex'),
    })
    const p = await o.open(o.street, 'stalls.applicant', {
      round: extra,
      name: '摊主七',
      idCode: '320402198001017777',
      phone: '13800000077',
      goods: '饰品',
      isHealthy: true,
    })
    await o.act(o.head, 'stalls.applicant', p, 'admit')
    await w.clock.to('2026-05-18 09:00')
    await o.act(o.head, 'stalls.round', extra, 'draw', { seed: 'q', witnesses: ['甲', '乙'], photos: [photo()] })
    await o.act(o.street, 'stalls.applicant', p, 'confirm')
    const held = (await o.list(ten)).filter((t) => t.status === 'held').map((t) => String(t.id))
    const seats = held.map((tenure, n) => ({ tenure, role: n === 0 ? 'chair' : 'member' }))
    const values = {
      site: ids.market,
      name: '恒达夜市自治委员会',
      members: seats,
      convention: '不越线、不扰民',
      group: '夜市经营自治委员会微信群',
      electedOn: o.today(),
    }
    expect((await o.tryOpen(o.street, 'stalls.committee', { ...values, members: seats.slice(1) })).zh).toContain('至少三人')
    const id = await o.tried(o.street, 'stalls.committee', values)
    const m = 'stalls.motion'
    const vote = await o.tried(o.street, m, { committee: id, kind: 'vote', title: '收摊时间提前半小时', content: '23:00收摊' })
    await expect(o.street.refused(m, vote, 'vote', { yes: 1, no: 0, abstain: 0 })).resolves.toContain('未过摊主')
    await expect(o.street.refused(m, vote, 'vote', { yes: 4, no: 0, abstain: 0 })).resolves.toContain('多于摊主')
    await o.triedAct(o.street, m, vote, 'vote', { yes: 2, no: 1, abstain: 0 })
    expect(await o.row(m, vote)).toMatchObject({ status: 'passed', result: '赞成2、反对1、弃权0' })
    await o.act(o.street, m, vote, 'feedBack', { feedback: '请同意提前收摊' })
    const notice = await o.open(o.street, m, { committee: id, kind: 'notice', title: '检查用电', content: '明晚检查' })
    expect((await o.row(m, notice)).status).toBe('told')
    const dispute = await o.open(o.street, m, { committee: id, kind: 'dispute', title: '一二号争位', content: '摊位线' })
    await o.act(o.street, m, dispute, 'settle', { outcome: 'settled', result: '重新划线' })
    expect(await o.by('stalls.motions', 'status')).toEqual({ fedBack: 1, told: 1, settled: 1 })
  })

  it('market-safety 公安消防燃气联合检查:摊位重大隐患关停该摊,市场重大隐患停业,销号才恢复', async () => {
    const check = safe(String(ids.market), [
      { agency: 'gas', item: '钢瓶无减压阀', isOk: false, isSerious: true, stall: 1, dueOn: o.later(2) },
      { agency: 'fire', item: '消防通道被占', isOk: false, isSerious: true, dueOn: o.later(1) },
    ])
    expect(
      (await o.tryOpen(o.officer, 'stalls.safety', { ...check, lines: check.lines.filter((l) => l.agency !== 'gas') })).zh,
    ).toContain('须都有检查')
    await o.tried(o.officer, 'stalls.safety', check)
    expect(await o.row(s, String(ids.market))).toMatchObject({ status: 'suspended', reason: '重大隐患:消防通道被占' })
    const shut = (await o.list(ten)).find((t) => t.stall === 1)
    expect(shut).toMatchObject({ status: 'shut' })
    const hazards = await o.list('stalls.hazard')
    expect(hazards).toHaveLength(2)
    await expect(o.head.refused(s, String(ids.market), 'resume')).resolves.toContain('2个重大隐患')
    for (const h of hazards) {
      await o.act(o.street, 'stalls.hazard', String(h.id), 'fix', { fixNote: '已整改', fixPhotos: [photo()] })
      await expect(o.street.refused('stalls.hazard', String(h.id), 'close')).resolves.toContain('整改人不能')
      await o.act(o.officer, 'stalls.hazard', String(h.id), 'close')
    }
    await o.act(o.head, ten, String(shut?.id), 'reopen')
    await o.act(o.head, s, String(ids.market), 'resume')
    expect((await o.row(s, String(ids.market))).status).toBe('open')
    expect([await o.value('stalls.safety-checks'), await o.value('stalls.hazards-closed-rate')]).toEqual([2, 100])
    expect(await o.by('stalls.hazards', 'agency')).toEqual({ gas: 1, fire: 1 })
  })

  it('market-fairs 农(集)贸市场:四类检查评分、排名、公布', async () => {
    const [north, south] = [
      await o.open(o.head, s, siteOf('城北农贸市场', 'farm', square(0, 1200, 80))),
      await o.open(o.head, s, siteOf('城南集贸市场', 'fair', square(0, 1400, 80))),
    ]
    const lines = (got: number) =>
      ['order', 'hygiene', 'waste', 'perimeter'].map((c) => ({ class: c, item: `${c}检查`, points: 25, got }))
    const values = (site: string, got: number) => ({
      site,
      month: '2026-05',
      checkedOn: o.today(),
      lines: lines(got),
      photos: [photo()],
    })
    const f = 'stalls.fair-check'
    expect((await o.tryOpen(o.officer, f, { ...values(String(north), 20), lines: lines(20).slice(1) })).zh).toContain('四类')
    expect((await o.tryOpen(o.officer, f, values(String(ids.market), 20))).zh).toContain('不是农(集)贸')
    const first = await o.tried(o.officer, f, values(north, 22))
    // Wrongly added up, it is corrected before it is published.
    const poor = await o.open(o.officer, f, values(south, 17))
    await o.act(o.officer, f, poor, 'amend', { lines: lines(19), reason: '漏加两项' })
    expect(
      (await o.list('cases.case')).filter((c) => String(c.description).includes('城南集贸市场2026-05检查68分')),
    ).toHaveLength(1)
    await o.act(o.head, f, first, 'publish')
    const sheet = await o.sheet('/stalls/fairs', { month: '2026-05' })
    expect(sheet).toMatchObject({ checked: 2, passed: 50 })
    expect(sheet.rows.map((r: Row) => [r.rank, r.site, r.score, r.isPassed])).toEqual([
      [1, north, 88, true],
      [2, south, 76, false],
    ])
    expect(await o.value('stalls.fair-score')).toBe(82)
    expect((await o.leader.get('/stalls/fairs', { month: 'x' })).status).toBe(400)
  })

  it('outdoor-stalls 临时外摆:不收费、净宽、期满,违规满三次取消,处数与摊位数', async () => {
    const shop = await o.shop('街角咖啡')
    const q = 'stalls.outdoor'
    const values = {
      shop,
      place: '门前广场',
      areaM2: 12,
      stalls: 4,
      days: ['5', '6', '0'],
      fromHour: '17:00',
      toHour: '22:00',
      validTo: o.later(30),
      clearM: 2,
      photos: [photo()],
    }
    const narrow = await o.open(o.street, q, { ...values, shop: await o.shop('窄门店'), clearM: 1 })
    await expect(o.head.refused(q, narrow, 'grant')).resolves.toContain('不足1.5m')
    await o.act(o.head, q, narrow, 'refuse', { refusal: '净宽不足' })
    const id = await o.tried(o.street, q, values)
    await o.act(o.head, q, id, 'grant')
    expect(await o.row(q, id)).toMatchObject({ status: 'active', feeFen: 0 })
    expect((await o.row(q, id)).permitNo).toContain('外摆WB')
    expect([await o.value('stalls.outdoor-places'), await o.value('stalls.outdoor-stalls')]).toEqual([1, 4])
    for (let n = 0; n < 3; n++) await o.act(o.officer, q, id, 'breach', { breach: '超出范围', breachPhotos: [photo()] })
    expect(await o.row(q, id)).toMatchObject({ status: 'revoked', breaches: 3 })
    const again = await o.open(o.street, q, values)
    await o.act(o.head, q, again, 'grant')
    await w.clock.to('2026-06-18 00:10')
    expect((await o.row(q, again)).status).toBe('ended')
    expect(await o.value('stalls.outdoor-breaches')).toBe(3)
  })

  it('night-economy 夜间经济:时段、允许名单、放而有的有管有序,当晚问题', async () => {
    const n = 'stalls.night'
    const values = {
      name: '滨江商圈',
      level: 'allow',
      fromOn: o.today(),
      toOn: o.later(10),
      fromHour: '19:00',
      toHour: '23:00',
      shops: ['咖啡', '书店'],
      activities: '外摆促销',
    }
    expect((await o.tryOpen(o.head, n, { ...values, shops: [] })).zh).toContain('名单')
    const id = await o.tried(o.head, n, values)
    const round = { night: id, dayOn: o.today(), shopsOut: 5, unlisted: 2, offHours: 1, noise: 1, litter: 0 }
    await o.tryAdd('stalls.night-round', round, o.street)
    await o.add('stalls.night-round', round, undefined, o.street)
    await o.act(o.head, n, id, 'adjust', { level: 'order', shops: ['咖啡', '书店', '花店'] })
    expect(await o.row(n, id)).toMatchObject({ level: 'order', allowed: 3 })
    expect(await o.by('stalls.night-zones', 'level')).toEqual({ order: 1 })
    const { rows } = await o.sheet('/stalls/nights', { from: o.today(), to: o.today() })
    expect(rows).toMatchObject([{ rounds: 1, out: 5, unlisted: 2, offHours: 1, noise: 1, litter: 0, market: 0 }])
    await w.clock.to('2026-07-01 09:00')
    expect((await o.row(n, id)).status).toBe('ended')
    expect(await o.value('stalls.night-unlisted')).toBe(2)
  })

  it('vendor-intro 特色小吃摊引导入园:推荐、接受或拒绝,四周后回访,满了不再推荐', async () => {
    const v = 'stalls.intro'
    const values = {
      vendor: '李记凉粉',
      phone: '13911112222',
      goods: '凉粉',
      foundAt: '人民桥头',
      site: ids.west,
      offer: '免三个月摊位费',
      photos: [photo()],
    }
    const id = await o.tried(o.street, v, values)
    expect((await o.tryOpen(o.street, v, { ...values, vendor: '王记' })).zh).toContain('满了')
    await o.triedAct(o.street, v, id, 'accept', { movedOn: o.today() })
    expect((await o.row(v, id)).visitOn).toBe('2026-07-29')
    await expect(o.street.refused(v, id, 'visit', { isTrading: true, answer: '早' })).resolves.toBeTruthy()
    await w.clock.to('2026-07-29 08:00')
    await o.act(o.street, v, id, 'visit', { isTrading: true, answer: '生意稳定' })
    expect((await o.row(v, id)).status).toBe('staying')
    expect([await o.value('stalls.introduced'), await o.value('stalls.introduced-stay-rate')]).toEqual([1, 100])
  })
})
