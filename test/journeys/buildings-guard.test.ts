/** 违建防控: lines, compounds, the 物业, other departments, the safety of existing buildings, land restored. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './buildings-office.ts'

const p = 'buildings.building'
describe('违建防控', () => {
  let w: World
  let o: Office
  beforeAll(async () => {
    w = await world('2026-03-02 10:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())
  const at = (local: string) => beijing(local).toISOString()
  const confirm = (extra: Row = {}) => ({
    class: 'new',
    kind: 'yard',
    land: 'urban',
    surveyedM2: 18,
    startedAt: at('2026-03-02 06:00'),
    isHazard: false,
    isUgly: false,
    isHated: false,
    photos: [photo()],
    ...extra,
  })
  const report = (address: string, extra: Row = {}) => ({
    address,
    kind: 'yard',
    areaM2: 18,
    via: 'patrol',
    photos: [photo()],
    ...extra,
  })
  const order = (dueOn: string, servedOn: string) => ({
    article: 'a64',
    decisionNo: `限拆${dueOn}`,
    servedOn,
    dueOn,
    papers: [photo()],
  })
  /** From an open new building to its end. */
  const clear = async (id: string, day: string) => {
    const m2 = Number((await o.row(p, id)).areaM2)
    if ((await o.row(p, id)).status === 'confirmed')
      await o.act(o.officer, p, id, 'stop', { noticeNo: '停字', photos: [photo()] })
    await o.act(o.officer, p, id, 'demolish', { way: 'self', removedOn: day, removedM2: m2, afterPhotos: [photo()] })
    await o.act(o.head, p, id, 'accept', { photos: [photo()] })
  }

  it('pipeline-encroachment 沿电力燃气管线排查,有占压即立案,责令、拆除,全部拆除', async () => {
    const line = async (code: string, kind: string) =>
      o.add('buildings.line', { code, kind, place: `${code}号点`, owner: '供电公司', protectM: 10 })
    const [power, gas] = [await line('DL-110-07', 'power'), await line('RQ-ZY-12', 'gas')]
    const check = { line: power, result: 'clear' }
    await o.tryAdd('buildings.line-check', check, o.officer)
    await o.add('buildings.line-check', check, somewhere, o.officer)
    for (const [l, presser] of [
      [power, '张某'],
      [gas, '李某'],
      [gas, '王某'],
    ] as const)
      await o.add('buildings.line-check', { line: l, result: 'pressed', presser, place: '围墙内厂棚' }, somewhere, o.officer)
    expect(await o.by('buildings.line-checks', 'result')).toEqual({ clear: 1, pressed: 3 })
    const e = 'buildings.encroachment'
    const found = await o.list(e)
    expect(found.map((x) => [x.presser, x.kind, x.status]).sort()).toEqual([
      ['张某', 'power', 'found'],
      ['李某', 'gas', 'found'],
      ['王某', 'gas', 'found'],
    ])
    const [first] = found
    const path = `/subjects/${e}/${first?.id}/order`
    expect((await w.anyone.post(path, { values: {} })).status).toBe(401)
    expect((await o.stranger.post(path, { values: {} })).status).toBe(403)
    expect((await o.officer.post(path, { values: {} })).status).toBe(400)
    await expect(o.officer.refused(e, String(first?.id), 'order', { orderNo: '责1', dueOn: '2026-03-02' })).resolves.toContain(
      '今天以后',
    )
    for (const [n, x] of found.entries()) {
      await o.act(o.officer, e, x.id, 'order', { orderNo: `责${n}`, dueOn: '2026-03-12' })
      if (n === 2) continue
      await o.act(o.officer, e, x.id, 'remove', { removedOn: '2026-03-02', afterPhotos: [photo()] })
      await o.act(o.head, e, x.id, 'accept', { ownerOpinion: '已恢复保护间距' })
    }
    expect((await o.row(e, found[2]?.id)).removeDueAt).toBe(at('2026-03-13 00:00'))
    expect(await o.figure('buildings.encroachment-removed-rate')).toMatchObject([{ numerator: 2, denominator: 3 }])
    await o.act(o.officer, e, found[2]?.id, 'remove', { removedOn: '2026-03-02', afterPhotos: [photo()] })
    await o.act(o.head, e, found[2]?.id, 'accept', { ownerOpinion: '已恢复' })
    expect(await o.value('buildings.encroachment-removed-rate')).toBe(100)
  })

  it('no-illegal-compound 无未销号违建方可通过,有效一年,出现新增自动撤销', async () => {
    const f = 'buildings.free-compound'
    const compound = await o.compound('兰陵苑')
    const values = { compound, convention: [photo()], patrolPlan: '物业每日两次巡查外立面与屋顶' }
    const id = await o.tried(o.street, f, values)
    expect((await o.tryOpen(o.street, f, values)).zh).toContain('已在创建')
    const old = await o.open(o.officer, p, report('兰陵苑2幢', { compound }))
    await o.act(o.head, p, old, 'confirm', confirm({ class: 'stock', builtYear: 2011, startedAt: undefined }))
    const pass = { score: 96, isModel: true }
    await expect(o.head.refused(f, id, 'accept', pass)).resolves.toContain('还有1处违建未销号')
    await o.act(o.officer, p, old, 'order', order('2026-03-20', '2026-03-02'))
    await clear(old, '2026-03-02')
    await expect(o.head.refused(f, id, 'accept', { score: 79, isModel: false })).resolves.toContain('80分')
    await expect(o.head.refused(f, id, 'accept', { score: 90, isModel: true })).resolves.toContain('95分')
    await o.act(o.head, f, id, 'accept', pass)
    expect(await o.row(f, id)).toMatchObject({ status: 'accepted', acceptedOn: '2026-03-02', validTo: '2027-03-02' })
    expect((await o.row('grid.compound', compound)).isFreeOfIllegal).toBe(true)
    expect([await o.value('buildings.free-compounds'), await o.value('buildings.model-compounds')]).toEqual([1, 1])
    const fresh = await o.open(o.officer, p, report('兰陵苑5幢', { compound }))
    expect((await o.row(f, id)).status).toBe('accepted')
    await o.act(o.head, p, fresh, 'confirm', confirm())
    expect(await o.row(f, id)).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-03-02' })
    expect((await o.row('grid.compound', compound)).isFreeOfIllegal).toBe(false)
    expect([await o.value('buildings.free-compounds'), await o.value('buildings.withdrawn-compounds')]).toEqual([0, 1])
    await clear(fresh, '2026-03-02')
    const again = await o.open(o.street, f, values)
    await o.act(o.head, f, again, 'accept', pass)
    await w.clock.to('2027-03-03 00:10')
    expect((await o.row(f, again)).status).toBe('expired')
  })

  it('property-joint-control 物业为报告人,按时加一分、超时扣一分、未报由他处发现扣一分,走访', async () => {
    const compound = await o.compound('金色家园', { property: '金色物业' })
    const other = await o.compound('怡康花园', { property: '怡康物业' })
    await w.clock.to('2027-04-05 09:00')
    const told = (where: string, seenAt: string, of = compound) => ({
      compound: of,
      address: where,
      kind: 'roof',
      areaM2: 12,
      seenAt: at(seenAt),
      photos: [photo()],
    })
    const path = `/subjects/${p}`
    const send = async (who: Office['street'], values: Row) =>
      (await who.post<Row>(path, { action: 'propertyReport', values, ...somewhere })).body
    expect((await w.anyone.post(path, { action: 'propertyReport', values: {} })).status).toBe(401)
    expect((await o.stranger.post(path, { action: 'propertyReport', values: {} })).status).toBe(403)
    expect((await o.street.post(path, { action: 'propertyReport', values: {} })).status).toBe(400)
    expect((await send(o.street, told('8幢', '2027-04-06 09:00'))).zh).toContain('不能晚于现在')
    const early = String((await send(o.street, told('8幢顶层', '2027-04-05 06:30'))).id)
    await w.settle()
    expect(await o.row(p, early)).toMatchObject({ via: 'property', reporter: '金色物业', reportHours: 2.5, status: 'found' })
    const startedAt = at('2027-04-05 06:00')
    await o.act(o.head, p, early, 'confirm', confirm({ startedAt }))
    expect(await o.value('buildings.property-points')).toBe(1)
    const late = String((await send(o.street, told('9幢露台', '2027-04-03 09:00'))).id)
    await w.settle()
    await o.act(o.head, p, late, 'confirm', confirm({ startedAt: at('2027-04-03 08:00') }))
    const missed = await o.open(o.officer, p, report('怡康3幢', { compound: other }))
    await o.act(o.head, p, missed, 'confirm', confirm({ startedAt: at('2027-04-02 08:00') }))
    const seen = await o.open(o.officer, p, report('怡康4幢', { compound: other }))
    await o.act(o.head, p, seen, 'confirm', confirm({ startedAt }))
    expect(await o.by('buildings.property-points', 'property')).toEqual({ 金色物业: 0, 怡康物业: -1 })
    expect((await o.list('buildings.point')).map((x) => [x.property, x.points, x.reason]).sort()).toEqual([
      ['怡康物业', -1, '开工73小时未报告,由他处发现'],
      ['金色物业', -1, '发现48小时后才报告'],
      ['金色物业', 1, '按时报告'],
    ])
    expect(await o.value('buildings.property-reports')).toBe(2)
    const visit = { compound, who: '陈经理', topic: '讲解报告时限与记分', photos: [photo()] }
    await o.tryAdd('buildings.visit', visit, o.officer)
    await o.add('buildings.visit', visit, somewhere, o.officer)
    expect(await o.value('buildings.visits')).toBe(1)
    const ranked = await o.sheet('/buildings/property', { from: '2027-04-01', to: '2027-04-30' })
    const line = (property: string) => ranked.rows.find((r: Row) => r.property === property)
    expect(line('金色物业')).toMatchObject({ compounds: 1, reports: 2, gained: 1, lost: 1, points: 0, visits: 1 })
    expect(line('怡康物业')).toMatchObject({ reports: 0, points: -1 })
    expect(line('怡康物业').place).toBeGreaterThan(line('金色物业').place)
    for (const id of [early, late, missed, seen]) await clear(id, '2027-04-05')
  })

  it('multi-dept-joint-control 共享批准比对面积,函告住建国土规划与水电,复函、催办、销号后解除', async () => {
    await w.clock.to('2027-05-10 09:00')
    const approval = await o.add(
      'buildings.approval',
      {
        number: '建字第3204042019036号',
        department: 'planning',
        holder: '某公司',
        address: '延陵路88号',
        approvedM2: 120,
        approvedOn: '2019-06-01',
      },
      undefined,
    )
    const n = 'buildings.notice'
    const building = await o.open(o.officer, p, report('延陵路88号'))
    const values = (measure: string, department = 'housing') => ({
      building,
      department,
      measure,
      content: '请协助',
      papers: [photo()],
    })
    expect((await o.tryOpen(o.street, n, values('sale'))).zh).toContain('尚未认定')
    const asked = await o.tried(o.street, n, values('verify', 'planning'))
    expect((await o.row(n, asked)).replyDueAt).toMatch(/^2027-05-24/)
    await o.act(o.street, n, asked, 'answer', { result: 'yes', replyNo: '规复1', reply: '批准120平方米' })
    expect((await o.row(n, asked)).status).toBe('answered')
    const startedAt = at('2027-05-10 06:00')
    await expect(o.head.refused(p, building, 'confirm', confirm({ approval, surveyedM2: 119, startedAt }))).resolves.toContain(
      '不构成违建',
    )
    await o.act(o.head, p, building, 'confirm', confirm({ approval, surveyedM2: 151.5, startedAt }))
    expect(await o.row(p, building)).toMatchObject({ areaM2: 31.5, approvedM2: 120 })
    const sale = await o.open(o.street, n, values('sale'))
    const power = await o.open(o.street, n, values('service', 'electricity'))
    await expect(o.street.refused(n, sale, 'urge')).resolves.toContain('期限未到')
    await o.act(o.street, n, sale, 'answer', { result: 'yes', replyNo: '住建复7', reply: '已暂停网签' })
    await w.clock.to('2027-05-26 09:00')
    await o.act(o.street, n, power, 'urge')
    await o.act(o.street, n, power, 'answer', { result: 'no', replyNo: '供电复1', reply: '缺少法院文书' })
    expect(await o.by('buildings.notices', 'status')).toEqual({ answered: 1, held: 1, refused: 1 })
    expect(await o.figure('buildings.notice-in-time-rate')).toMatchObject([{ numerator: 2, denominator: 3 }])
    expect(await o.value('buildings.held')).toBe(1)
    await expect(o.street.refused(n, sale, 'release', { releasedOn: '2027-05-26' })).resolves.toContain('尚未销号')
    await clear(building, '2027-05-26')
    await o.act(o.street, n, sale, 'release', { releasedOn: '2027-05-26' })
    expect(await o.value('buildings.held')).toBe(0)
  })

  it('villa-new-compound-focus 新交付与别墅区自动列重点,每周巡查不足记缺,装修备案与无人机', async () => {
    await w.clock.to('2027-06-02 09:00')
    const f = 'buildings.focus'
    const villa = await o.compound('湖畔别墅', { isVilla: true })
    const fresh = await o.compound('云顶新城', { deliveredOn: '2027-01-15' })
    const aged = await o.compound('老新村', { deliveredOn: '2015-01-15' })
    const values = (compound: string, reason: string) => ({ compound, reason, fromOn: '2027-06-02', toOn: '2027-09-02' })
    expect((await o.tryOpen(o.street, f, values(aged, 'fresh'))).zh).toContain('不是新交付小区')
    expect((await o.tryOpen(o.street, f, values(aged, 'villa'))).zh).toContain('不是别墅区')
    const first = await o.tried(o.street, f, values(villa, 'villa'))
    await o.job('buildings.focus')
    await o.job('buildings.focus')
    const listed = await o.list(f)
    const villas = (await o.list('grid.compound', { isVilla: true })).length
    expect(listed.filter((x) => x.reason === 'villa')).toHaveLength(villas)
    expect(listed.filter((x) => x.reason === 'fresh').map((x) => x.name)).toEqual(['云顶新城'])
    expect(listed.find((x) => x.compound === fresh)).toMatchObject({ patrolsPerWeek: 3, flightsPerMonth: 1, toOn: '2027-12-02' })
    await w.clock.to('2027-06-08 10:00')
    const patrol = (kind: string) => ({ compound: villa, kind, found: 0 })
    await o.tryAdd('buildings.patrol', patrol('foot'), o.officer)
    for (const kind of ['foot', 'foot', 'foot', 'drone']) await o.add('buildings.patrol', patrol(kind), somewhere, o.officer)
    const filing = {
      compound: villa,
      room: '12幢',
      owner: '钱某',
      scope: '室内装修',
      hasPledge: true,
      startOn: '2027-06-05',
      endOn: '2027-09-30',
    }
    await o.tryAdd('buildings.decoration', filing)
    await o.add('buildings.decoration', filing, undefined)
    await w.clock.to('2027-06-14 00:10')
    expect(await o.row(f, first)).toMatchObject({ weeksDue: 1, weeksMet: 1, flights: 1, filings: 1, short: [] })
    expect(listed.find((x) => x.compound === fresh)?.status).toBe('active')
    const [second] = await o.list(f, { compound: fresh })
    expect(second).toMatchObject({ weeksDue: 1, weeksMet: 0, short: [{ week: '2027-06-07', patrols: 0 }] })
    expect(await o.figure('buildings.focus-met-rate')).toMatchObject([{ numerator: 1, denominator: villas + 1 }])
    expect(await o.by('buildings.focus', 'reason')).toEqual({ villa: villas, fresh: 1 })
    expect(await o.by('buildings.patrols', 'kind')).toEqual({ foot: 3, drone: 1 })
    expect(await o.value('buildings.decorations')).toBe(1)
    const line = {
      type: 'LineString',
      coordinates: [
        [somewhere.lon, somewhere.lat],
        [somewhere.lon + 0.002, somewhere.lat],
      ],
    }
    const flight = await o.open(o.data, 'sensing.flight', {
      name: '湖畔别墅巡飞',
      drone: await o.add('sensing.drone', { number: 'UAS-9', model: 'M30', insuredTo: '2028-12-31' }, undefined),
      pilot: await o.add('sensing.pilot', { person: o.data.personId, licence: 'P-9', validTo: '2028-12-31' }, undefined),
      line: await o.add('sensing.line', { name: '湖畔航线' }, { geometry: line }),
      permit: 'KY-2027-1',
      permitTo: '2028-06-30',
      plannedOn: '2027-06-14',
    })
    const fly = (action: string, values: Row = {}) => o.act(o.data, 'sensing.flight', flight, action, values)
    await fly('approve')
    await fly('takeOff', { windSpeed: 3, weather: 'clear', battery: 95 })
    await fly('find', { description: '12幢露台搭建阳光房', areaM2: 26, pictures: [photo()], ...somewhere })
    expect(await o.list(p, { via: 'drone' })).toMatchObject([{ status: 'found', areaM2: 26, address: '12幢露台搭建阳光房' }])
    await w.clock.to('2027-09-03 00:10')
    expect((await o.row(f, first)).status).toBe('ended')
  })

  it('illegal-safety 结构消防使用三项定A至D级,D级先清空,整改人不能自己复查', async () => {
    const s = 'buildings.safety'
    const values = (name: string, structure: string, fire = 'none', use = 'none') => ({
      name,
      address: '城中村西区',
      owner: '周某',
      floors: 5,
      areaM2: 620,
      people: 34,
      structure,
      fire,
      use,
      photos: [photo()],
    })
    const worst = await o.tried(o.officer, s, values('群租房', 'critical', 'serious'))
    const c = await o.open(o.officer, s, values('旅馆', 'slight', 'serious'))
    const b = await o.open(o.officer, s, values('门面', 'slight'))
    const a = await o.open(o.officer, s, values('住宅', 'none'))
    expect(await Promise.all([worst, c, b, a].map(async (id) => (await o.row(s, id)).status))).toEqual([
      'urgent',
      'graded',
      'sound',
      'sound',
    ])
    expect(await o.by('buildings.safety-checks', 'grade')).toEqual({ A: 1, B: 1, C: 1, D: 1 })
    expect((await o.row(s, worst)).emptyDueAt).toBe(at('2027-09-04 00:10'))
    const todo = { measure: '加固承重结构', fixDueOn: '2027-10-30' }
    await expect(o.officer.refused(s, worst, 'order', todo)).resolves.toBeTruthy()
    await expect(o.officer.refused(s, worst, 'evacuate', { moved: 30, photos: [photo()] })).resolves.toContain('只转移了30人')
    await o.act(o.officer, s, worst, 'evacuate', { moved: 34, photos: [photo()] })
    expect(await o.value('buildings.safety-moved')).toBe(34)
    await o.act(o.officer, s, worst, 'order', todo)
    await o.act(o.officer, s, worst, 'fix', { fixedOn: '2027-09-03', afterPhotos: [photo()] })
    await o.act(o.head, s, worst, 'recheck', { structure: 'serious', fire: 'none', use: 'none' })
    expect(await o.row(s, worst)).toMatchObject({ status: 'graded', recheckGrade: 'C' })
    expect(await o.value('buildings.safety-open')).toBe(2)
    await o.act(o.officer, s, worst, 'order', todo)
    await o.act(o.officer, s, worst, 'fix', { fixedOn: '2027-09-03', afterPhotos: [photo()] })
    await o.act(o.head, s, worst, 'recheck', { structure: 'slight', fire: 'none', use: 'none' })
    expect(await o.by('buildings.safety-checks', 'status')).toEqual({ closed: 1, graded: 1, sound: 2 })
  })

  it('reclaim-green 拆后或图斑限期复垦复绿,照片或后期影像为证,按亩计', async () => {
    await w.clock.to('2027-10-08 09:00')
    const r = 'buildings.restoration'
    const built = await o.open(o.officer, p, report('北村耕地', { kind: 'factory' }))
    const startedAt = at('2027-10-08 06:00')
    await o.act(o.head, p, built, 'confirm', confirm({ land: 'farm', surveyedM2: 1000, startedAt }))
    await clear(built, '2027-10-08')
    const [spawned] = await o.list(r)
    expect(spawned).toMatchObject({ kind: 'farm', mu: 1.5, dueOn: '2028-01-06', building: built, status: 'due' })
    const values = { site: '图斑TB-12', kind: 'green', mu: 3.2, owner: '某开发公司', dueOn: '2027-11-08' }
    const id = await o.tried(o.head, r, values)
    const done = { doneOn: '2027-10-08', doneMu: 3.2, proof: 'photo', photos: [photo()] }
    await expect(o.officer.refused(r, id, 'restore', { ...done, doneMu: 3 })).resolves.toContain('应恢复3.2亩')
    await expect(o.officer.refused(r, id, 'restore', { ...done, proof: 'satellite' })).resolves.toContain('影像日期')
    await w.clock.to('2027-11-10 09:00')
    expect(await o.value('buildings.restore-overdue')).toBe(1)
    await expect(o.officer.refused(r, id, 'restore', { ...done, proof: 'satellite', imagedOn: '2027-10-01' })).resolves.toContain(
      '影像应在恢复之后',
    )
    await o.act(o.officer, r, id, 'restore', { ...done, doneOn: '2027-11-09', proof: 'satellite', imagedOn: '2027-11-09' })
    expect(await o.value('buildings.restored')).toBe(0)
    await o.act(o.head, r, id, 'accept')
    await o.act(o.officer, r, spawned?.id, 'restore', { ...done, doneOn: '2027-11-01', doneMu: 1.5 })
    await o.act(o.head, r, spawned?.id, 'redo', { reason: '覆土不足' })
    expect((await o.row(r, spawned?.id)).status).toBe('due')
    await o.act(o.officer, r, spawned?.id, 'restore', { ...done, doneOn: '2027-11-10', doneMu: 1.5 })
    await o.act(o.head, r, spawned?.id, 'accept')
    expect(await o.by('buildings.restored', 'kind')).toEqual({ farm: 1.5, green: 3.2 })
    expect([await o.value('buildings.restore-open'), await o.value('buildings.restore-overdue')]).toEqual([0, 0])
  })
  it('pipeline-encroachment 复查仍占压不重复立案;占压人待查明的责令时补填;管线单位不认可退回再拆', async () => {
    const [e, check] = ['buildings.encroachment', 'buildings.line-check']
    const line = await o.add('buildings.line', { code: 'RQ-ZY-20', kind: 'gas', place: '20号点', owner: '燃气公司', protectM: 5 })
    const known = await o.list(e)
    const seen = () => o.add(check, { line, result: 'pressed' }, somewhere, o.officer)
    await seen()
    await w.clock.to('2027-11-13 09:00')
    await seen()
    const found = (await o.list(e)).filter((x) => !known.some((k) => k.id === x.id))
    expect(found.map((x) => x.presser)).toEqual(['待查明'])
    const id = String(found[0]?.id)
    const ordered = { orderNo: '责9', dueOn: '2027-11-20' }
    await expect(o.officer.refused(e, id, 'order', ordered)).resolves.toContain('占压人尚未查明')
    await o.act(o.officer, e, id, 'order', { ...ordered, presser: '赵某' })
    await o.act(o.officer, e, id, 'remove', { removedOn: '2027-11-13', afterPhotos: [photo()] })
    await o.act(o.head, e, id, 'refuse', { ownerOpinion: '地基仍压在管上' })
    expect(await o.row(e, id)).toMatchObject({ status: 'ordered', presser: '赵某', removedOn: null })
    expect((await o.row(e, id)).removeDueAt).toBe(at('2027-11-21 00:00'))
    await o.act(o.officer, e, id, 'remove', { removedOn: '2027-11-13', afterPhotos: [photo()] })
    await o.act(o.head, e, id, 'accept', { ownerOpinion: '已恢复保护间距' })
    // Pressed again after it was cleared is a new one.
    await w.clock.to('2027-11-15 09:00')
    await seen()
    expect(
      (await o.list(e))
        .filter((x) => x.line === line)
        .map((x) => x.status)
        .sort(),
    ).toEqual(['closed', 'found'])
  })
})
