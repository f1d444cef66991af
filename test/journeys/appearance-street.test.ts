/** 市容:街面设施、岗亭、占道经营、文明祭祀、智慧化试点. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Appearance, openAppearance, type Row, square } from './appearance-office.ts'
import { openSensing } from './sensing-office.ts'

const s = 'appearance.works'
describe('市容:街面', () => {
  let w: World
  let o: Appearance
  beforeAll(async () => {
    w = await world('2026-05-02 09:00')
    o = await openAppearance(w)
  })
  afterAll(() => w.close())
  const jobOf = (kind: string, extra: Row = {}) => ({
    kind,
    place: `${kind}位置`,
    spot: 'street',
    requestedBy: '湖滨街道',
    quantity: 10,
    ...extra,
  })
  const doneOf = (extra: Row = {}) => ({ doneOn: o.today(), doneQuantity: 10, keeper: '市政处', photos: [photo()], ...extra })
  const erect = async (kind: string, extra: Row = {}, done: Row = {}) => {
    const id = await o.tried(o.street, s, jobOf(kind, extra))
    await o.act(o.head, s, id, 'approve')
    await o.act(o.crew, s, id, 'build', doneOf(done))
    return id
  }

  it('bollards 阻车立柱球柱:申请批准,净宽不足不批,设置、损坏、修复、移除', async () => {
    expect((await o.tryOpen(o.street, s, jobOf('pillar'))).zh).toContain('须填人行净宽')
    const narrow = await o.open(o.street, s, jobOf('pillar', { clearM: 1.2 }))
    await expect(o.head.refused(s, narrow, 'approve')).resolves.toContain('1.2m,不足1.5m')
    await o.act(o.head, s, narrow, 'refuse', { reason: '净宽不足' })
    const id = await erect('pillar', { clearM: 1.8 })
    const ball = await erect('ball', { clearM: 2 }, { doneQuantity: 6 })
    expect(await o.by('appearance.bollards', 'kind')).toEqual({ pillar: 10, ball: 6 })
    await o.triedAct(o.officer, s, id, 'report', { damage: '被撞倒2根', damagePhotos: [photo()] })
    expect(await o.row(s, id)).toMatchObject({ status: 'damaged', damages: 1 })
    await o.act(o.crew, s, id, 'repair', { photos: [photo()] })
    await expect(o.crew.refused(s, ball, 'remove', { removedOn: o.later(1), removedPhotos: [photo()] })).resolves.toContain(
      '今天之前',
    )
    await o.act(o.crew, s, ball, 'remove', { removedOn: o.today(), removedPhotos: [photo()] })
    const { rows } = await o.sheet('/appearance/works')
    expect(rows.map((r: Row) => [r.kind, r.places, r.quantity, r.removed])).toEqual([
      ['ball', 0, 0, 1],
      ['pillar', 1, 10, 0],
    ])
  })

  it('isolators-flower-box 隔离栏、花箱:长度、植物、管护、移位,百米内乱停占道前后对比', async () => {
    const parked = { kind: 'parking', vendor: '不明', place: '地铁口', goods: '共享单车乱停', photos: [photo()] }
    const before = { ...parked, seenAt: o.at(2 * 24 * 60) }
    for (let n = 0; n < 2; n++) await o.open(o.officer, 'appearance.occupation', before)
    const rail = await erect('isolator', { clearM: 2, spot: 'station', quantity: 120 }, { doneQuantity: 120 })
    const box = await o.tried(o.street, s, jobOf('flowerBox', { clearM: 2 }))
    await o.act(o.head, s, box, 'approve')
    await expect(o.crew.refused(s, box, 'build', doneOf())).resolves.toContain('须填植物')
    await expect(o.crew.refused(s, box, 'build', doneOf({ product: '矮牵牛', doneQuantity: 11 }))).resolves.toContain(
      '超过批准的10',
    )
    await o.act(o.crew, s, box, 'build', doneOf({ product: '矮牵牛' }))
    await o.act(o.officer, s, rail, 'report', { damage: '被移位', damagePhotos: [photo()] })
    expect([await o.value('appearance.isolators'), await o.value('appearance.flower-boxes')]).toEqual([120, 10])
    expect(await o.by('appearance.isolators', 'spot')).toEqual({ station: 120 })
    await o.open(o.officer, 'appearance.occupation', { ...parked, seenAt: o.at(5) })
    const { parking } = await o.sheet('/appearance/works')
    expect(parking.map((r: Row) => [r.works, r.spot, r.before, r.after])).toEqual([
      [rail, 'station', 2, 1],
      [box, 'street', 2, 1],
    ])
    expect((await o.row(s, rail)).status).toBe('damaged')
  })

  it('fence-wall 围挡:高度、公益占比、批准期限,到期未拆提示,新增面积', async () => {
    const f = { spot: 'site', heightM: 2.5, publicShare: 35, untilOn: o.later(20), quantity: 2342, permitNo: '占道2026-7' }
    expect((await o.tryOpen(o.street, s, jobOf('fence', { ...f, untilOn: null }))).zh).toContain('期限')
    const low = await o.open(o.street, s, jobOf('fence', { ...f, heightM: 1.8 }))
    await expect(o.head.refused(s, low, 'approve')).resolves.toContain('1.8m,不足2.5m')
    const plain = await o.open(o.street, s, jobOf('fence', { ...f, publicShare: 20 }))
    await expect(o.head.refused(s, plain, 'approve')).resolves.toContain('20%,不足30%')
    const id = await erect('fence', f, { doneQuantity: 2342 })
    expect(await o.value('appearance.fences')).toBe(2342)
    await w.clock.to('2026-05-23 09:00')
    expect(await o.row(s, id)).toMatchObject({ status: 'overdue', isOverdue: true })
    // Past its term it is somebody's work to take it down, or its term is made longer by a new paper.
    expect((await o.crew.get<Row>('/work')).body.tasks.map((t: Row) => t.subjectId)).toContain(id)
    await o.act(o.head, s, id, 'extend', { permitNo: '占道2026-7延', untilOn: o.later(5) })
    expect(await o.row(s, id)).toMatchObject({ status: 'standing', isOverdue: false, permitNo: '占道2026-7延' })
    await w.clock.to('2026-05-29 09:00')
    expect((await o.row(s, id)).status).toBe('overdue')
    await o.triedAct(o.crew, s, id, 'remove', { removedOn: o.today(), removedPhotos: [photo()] })
    expect(await o.row(s, id)).toMatchObject({ status: 'removed', isOverdue: false })
  })

  it('sunshade 非机动车遮阳棚:路口、建设许可、建成数、结构安全检查', async () => {
    expect((await o.tryOpen(o.street, s, jobOf('sunshade'))).zh).toContain('设在路口')
    const id = await o.tried(o.street, s, jobOf('sunshade', { spot: 'crossing', quantity: 2 }))
    await expect(o.head.refused(s, id, 'approve')).resolves.toContain('建设许可')
    await o.act(o.head, s, id, 'approve', { permitNo: '建字2026-11' })
    await o.act(o.crew, s, id, 'build', doneOf({ doneQuantity: 2, product: '膜结构' }))
    expect(await o.value('appearance.sunshades')).toBe(2)
    await o.triedAct(o.crew, s, id, 'inspect', { checkedOn: o.today(), isSafe: false, note: '立柱锈蚀' })
    expect(await o.row(s, id)).toMatchObject({ status: 'damaged', damage: '立柱锈蚀' })
    await o.act(o.crew, s, id, 'repair', { photos: [photo()] })
  })

  it('nano-coating 纳米漆:产品、质保期,涂刷前后小广告清理对比', async () => {
    const id = await o.tried(o.street, s, jobOf('nano', { quantity: 40 }))
    await o.act(o.head, s, id, 'approve')
    await expect(o.crew.refused(s, id, 'build', doneOf())).resolves.toContain('产品与质保期')
    await o.act(o.crew, s, id, 'build', doneOf({ doneQuantity: 40, product: '纳米防粘漆', warrantyTo: '2029-05-23' }))
    const clean = (cleanedOn: string, sheets: number) =>
      o.add('appearance.cleanup', { works: id, place: '庭院灯杆', cleanedOn, sheets }, somewhere, o.officer)
    await o.tryAdd('appearance.cleanup', { works: id, place: '庭院灯杆', cleanedOn: '2026-05-01', sheets: 30 }, o.officer)
    await clean('2026-05-01', 30)
    await w.clock.to('2026-06-10 09:00')
    await clean('2026-06-10', 4)
    expect((await o.sheet('/appearance/works')).effects).toMatchObject([{ works: id, kind: 'nano', before: 30, after: 4 }])
    expect([await o.value('appearance.nano'), await o.value('appearance.flyers-cleaned')]).toEqual([40, 34])
  })

  it('notice-board 便民张贴栏:登记张贴,到期清除,前后小广告密度', async () => {
    expect((await o.tryOpen(o.street, s, jobOf('board', { spot: 'gate', quantity: 1 }))).zh).toContain('版面尺寸')
    const f = { spot: 'gate', quantity: 1, size: '1.2×0.8 m', room: 1, cleaningDay: 'mon' }
    const id = await erect('board', f, { doneQuantity: 1 })
    const q = 'appearance.board-post'
    const post = await o.tried(o.street, q, { board: id, title: '寻猫启事', poster: '居民王女士', postedOn: o.today() })
    const other = await o.list(s, { kind: 'nano' })
    expect((await o.tryOpen(o.street, q, { board: other[0]?.id, title: 'x', poster: 'y', postedOn: o.today() })).zh).toContain(
      '不是在用的张贴栏',
    )
    expect(await o.row(q, post)).toMatchObject({ expiresOn: '2026-06-25', cleanBy: '2026-06-29', isLate: false })
    expect((await o.tryOpen(o.street, q, { board: id, title: '招租', poster: '李先生', postedOn: o.today() })).zh).toContain(
      '已贴满1张',
    )
    await o.add('appearance.cleanup', { works: id, place: '小区门口', cleanedOn: '2026-06-01', sheets: 12 }, somewhere, o.officer)
    await w.clock.to('2026-06-26 00:10')
    expect(await o.row(q, post)).toMatchObject({ status: 'expired', isLate: false })
    await w.clock.to('2026-06-30 00:10')
    expect(await o.row(q, post)).toMatchObject({ status: 'expired', isLate: true })
    await o.act(o.crew, q, post, 'remove')
    expect((await o.row(q, post)).status).toBe('removed')
    await o.open(o.street, q, { board: id, title: '招租', poster: '李先生', postedOn: o.today() })
    expect((await o.sheet('/appearance/works')).effects.find((e: Row) => e.kind === 'board')).toMatchObject({
      before: 12,
      after: 0,
    })
    expect(await o.value('appearance.boards')).toBe(1)
  })

  it('kiosk-clearance 占道岗亭:登记、协商、拆除或提升,街道清零', async () => {
    const q = 'appearance.kiosk'
    const values = { name: '湖滨书报亭', kind: 'news', owner: '邮政公司', areaM2: 6, photos: [photo()] }
    const id = await o.tried(o.street, q, values)
    const lottery = await o.open(o.street, q, { ...values, name: '彩票亭', kind: 'lottery' })
    await expect(o.crew.refused(q, id, 'remove', { endedOn: o.today(), afterPhotos: [photo()] })).resolves.toBeTruthy()
    await o.act(o.street, q, id, 'talk', { isAgreed: false, agreement: '要求补偿' })
    await o.triedAct(o.street, q, id, 'talk', { isAgreed: true, agreement: '协商拆除' })
    await o.act(o.crew, q, id, 'remove', { endedOn: o.today(), afterPhotos: [photo()] })
    expect(await o.row(q, id)).toMatchObject({ status: 'removed', talks: 2 })
    expect((await o.sheet('/appearance/works')).kiosks).toEqual([{ town: o.here, total: 2, left: 1, isCleared: false }])
    await o.act(o.street, q, lottery, 'talk', { isAgreed: true, agreement: '整治' })
    await o.act(o.crew, q, lottery, 'upgrade', { endedOn: o.today(), afterPhotos: [photo()] })
    expect((await o.sheet('/appearance/works')).kiosks).toEqual([{ town: o.here, total: 2, left: 0, isCleared: true }])
    expect(await o.by('appearance.kiosks-cleared', 'kind')).toEqual({ news: 1, lottery: 1 })
    expect([await o.value('appearance.kiosks-removed'), await o.value('appearance.kiosks-left')]).toEqual([1, 0])
  })
  it('ancestor-worship 中元节:领导小组、值守点、焚烧点消防检查、劝导引导、清理总结,公众可查焚烧点', async () => {
    const q = 'appearance.festival'
    const point = await o.add('appearance.burning-point', {
      name: '北堤焚烧点',
      address: '北堤',
      barrels: 6,
      keeper: '湖滨街道',
      isOpen: true,
    })
    const values = {
      name: '2026中元节护航',
      fromOn: '2026-08-25',
      toOn: '2026-08-27',
      leaders: [{ name: '钱局长', duty: '组长' }],
      posts: [
        { place: '北堤', staff: '甲、乙', people: 2 },
        { place: '南堤', staff: '丙、丁、戊', people: 3 },
      ],
    }
    const id = await o.tried(o.head, q, values)
    await expect(o.head.refused(q, id, 'start', { points: [] })).resolves.toContain('逐个检查')
    await expect(o.head.refused(q, id, 'start', { points: [{ point, isOk: false }] })).resolves.toContain('消防不合格')
    await o.triedAct(o.head, q, id, 'start', { points: [{ point, isOk: true }] })
    const early = { festival: id, place: '北堤', dayOn: o.today(), persuaded: 1, guided: 1, behaviour: 'none' }
    const refused = async (more: Row) =>
      (await o.officer.post<Row>('/rows/appearance.vigil', { values: { ...early, ...more }, place: somewhere })).body.zh
    expect(await refused({})).toContain('2026-08-25至2026-08-27')
    await w.clock.to('2026-08-26 20:00')
    expect(await refused({ dayOn: '2026-08-26', place: '东堤' })).toContain('值守点应为:北堤、南堤')
    const vigil = { festival: id, place: '北堤', dayOn: '2026-08-25', persuaded: 17, guided: 40, behaviour: 'roadside' }
    await o.tryAdd('appearance.vigil', vigil, o.officer)
    await o.add('appearance.vigil', vigil, somewhere, o.officer)
    await o.add('appearance.vigil', { ...vigil, dayOn: '2026-08-26', persuaded: 3 }, somewhere, o.officer)
    expect((await w.anyone.get<Row>('/public/appearance/spots')).body.burning).toMatchObject([{ name: '北堤焚烧点', barrels: 6 }])
    await expect(o.head.refused(q, id, 'finish', { ashKg: 120, summary: '平稳', cleanPhotos: [photo()] })).resolves.toContain(
      '才结束',
    )
    await w.clock.to('2026-08-28 08:00')
    await o.act(o.head, q, id, 'finish', { ashKg: 120, summary: '平稳', cleanPhotos: [photo()] })
    expect(await o.row(q, id)).toMatchObject({ status: 'ended', persuaded: 20, guided: 80, onDuty: 5 })
    expect([
      await o.value('appearance.worship-persuaded'),
      await o.value('appearance.worship-guided'),
      await o.value('appearance.worship-staff'),
    ]).toEqual([20, 80, 5])
  })

  it('occupying-operation 占道经营:劝导、告知、第三次移送;严禁严控疏导分区分时;不明者按地点时段统计', async () => {
    const q = 'appearance.occupation'
    const values = {
      kind: 'vendor',
      vendor: '张三',
      vendorCode: '320402198001011234',
      place: '湖滨路口',
      goods: '水果',
      seenAt: o.at(5),
      photos: [photo()],
    }
    expect((await o.tryOpen(o.officer, q, { ...values, vendorCode: null })).zh).toContain('须填证件')
    const done = { result: '已收摊', afterPhotos: [photo()] }
    const first = await o.tried(o.officer, q, values)
    expect(await o.row(q, first)).toMatchObject({ status: 'persuade', times: 1 })
    await o.triedAct(o.officer, q, first, 'correct', done)
    const second = await o.open(o.officer, q, values)
    expect(await o.row(q, second)).toMatchObject({ status: 'notice', times: 2 })
    await expect(o.officer.refused(q, second, 'transfer', { result: '早' })).resolves.toContain('满3次')
    await o.act(o.officer, q, second, 'notify', { ...done, noticeNo: '告2026-5' })
    const third = await o.open(o.officer, q, values)
    expect(await o.row(q, third)).toMatchObject({ status: 'punish', times: 3 })
    await o.act(o.officer, q, third, 'transfer', { result: '屡教不改', goodsHeld: ['水果车'] })
    expect((await o.list('enforcement.penalty')).find((x) => x.sourceId === third)).toMatchObject({
      topic: 'occupation',
      lawCode: 'V02',
    })
    const zone = await o.add('appearance.control-zone', {
      name: '湖滨疏导点',
      level: 'guide',
      shape: square(-50, -50, 100),
      fromHour: '06:00',
      toHour: '09:00',
    })
    const unknown = { ...values, vendor: '不明', vendorCode: null }
    expect((await o.tryOpen(o.officer, q, unknown)).zh).toContain('允许经营')
    await w.clock.to('2026-08-28 10:00')
    const late = await o.open(o.officer, q, { ...unknown, seenAt: o.at(1) })
    expect(await o.row(q, late)).toMatchObject({ status: 'persuade', level: 'guide', isKnown: false, hourOf: 9 })
    await o.add('appearance.control-zone', {
      name: '学校严禁区',
      level: 'ban',
      shape: square(-50, -50, 100),
      fromHour: '00:00',
      toHour: '24:00',
    })
    const known = { ...values, vendor: '赵六', vendorCode: '320402198505056789', seenAt: o.at(0) }
    const banned = await o.open(o.officer, q, known)
    // Nobody to hand a notice to: sent off on the spot.
    const nobody = await o.open(o.officer, q, { ...unknown, seenAt: o.at(0) })
    expect(await o.row(q, nobody)).toMatchObject({ status: 'persuade', level: 'ban' })
    expect(await o.row(q, banned)).toMatchObject({ status: 'notice', level: 'ban', zone: '学校严禁区' })
    expect(zone).toBeTruthy()
    const hot = await o.sheet('/appearance/hotspots', { from: '2026-08-28', to: '2026-08-28' })
    expect(hot).toMatchObject({ corrected: 2, penalised: 1, punishedPercent: 16.67 })
    expect(hot.rows.map((r: Row) => [r.hour, r.times, r.unknown])).toEqual([
      [7, 3, 0],
      [10, 2, 1],
      [9, 1, 1],
    ])
    expect(await o.value('appearance.occupation-corrected')).toBe(2)
  })

  it('frontage-smart-programme 智慧化试点:摄像头识别 → 告知商户 → 自处理、再学习、派遣,各去向之和等于识别', async () => {
    const things = await openSensing(w)
    const box = await things.addDevice('HZ-1', 'camera')
    const key = await things.keyOf(box)
    const cameras = ['延陵路', '和平路']
    for (const [n, road] of cameras.entries()) {
      const camera = await o.add('sensing.camera', {
        number: `SXT-${n + 1}`,
        name: road,
        use: 'frontage',
        road,
        box,
        isOn: true,
        installedOn: '2026-01-10',
      })
      await o.add('sensing.shop-in-view', { camera, name: `${road}商户`, phone: `1390000777${n}` }, undefined)
    }
    await o.add(
      'sensing.scene',
      {
        kind: 'outside',
        least: 0.5,
        sure: 0.9,
        fixHours: 4,
        isOn: true,
        validFrom: '2026-01-01',
        basis: '试点',
        categoryKind: 'matter',
        category: '06008',
      },
      undefined,
    )
    const seen = (minute: number, confidence = 0.95) => ({
      at: w.clock.now().getTime() - (30 - minute) * 60_000,
      detection: { camera: 'SXT-1', scene: 'outside', confidence, model: 'v1', picture: photo(), shop: '延陵路商户' },
    })
    expect((await things.send('HZ-1', key, [seen(1)])).body).toMatchObject({ accepted: 1 })
    await things.send('HZ-1', key, [seen(10), seen(20), seen(25, 0.3)])
    await w.settle()
    const found = (await o.list('sensing.detection')).filter((d) => d.status === 'told')
    expect(found).toHaveLength(3)
    const duty = await w.as('zhiban1')
    await duty.act('sensing.detection', String(found[0]?.id), 'seenFixed', { fixNote: '已收回' })
    await duty.act('sensing.detection', String(found[0]?.id), 'verify', { fixPhotos: [photo()] })
    await duty.act('sensing.detection', String(found[1]?.id), 'relearn', { label: 'other', labelNote: '阴影' })
    const range = { from: '2026-08-28', to: '2026-08-28' }
    expect(await o.sheet('/appearance/smart', range)).toMatchObject({
      roads: 2,
      cameras: 2,
      shops: 2,
      detected: 4,
      merchant: 1,
      relearn: 1,
      sent: 0,
      open: 1,
      low: 1,
      gap: 0,
    })
    await w.clock.to('2026-08-28 15:00')
    expect(await o.sheet('/appearance/smart', range)).toMatchObject({
      detected: 4,
      merchant: 1,
      relearn: 1,
      sent: 1,
      open: 0,
      low: 1,
      gap: 0,
      percent: 50,
    })
    expect((await o.leader.get('/appearance/smart', { from: 'x', to: '2026-08-28' })).status).toBe(400)
    await closeIngest(w.kernel)
  })
})
