/** 户外广告: sites judged by the plan and by distance, taken down by form; plans to nothing; carriers; windows; the platform. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './buildings-office.ts'
import { openHall } from './permits-office.ts'

const s = 'ads.site'
const there = { lon: somewhere.lon + 0.0035, lat: somewhere.lat }
const square = (dx: number) => {
  const [x, y, d] = [somewhere.lon + dx, somewhere.lat, 0.0015]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x - d, y - d],
        [x + d, y - d],
        [x + d, y + d],
        [x - d, y + d],
        [x - d, y - d],
      ],
    ],
  }
}
describe('户外广告', () => {
  let w: World
  let o: Office
  beforeAll(async () => {
    w = await world('2026-03-02 10:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())
  const entry = (code: string, extra: Row = {}) => ({
    code,
    address: `湖滨路${code}`,
    owner: '某广告公司',
    photos: [photo()],
    ...extra,
  })
  const size = (form: string, extra: Row = {}) => ({
    form,
    widthM: 5,
    heightM: 4,
    pieces: 1,
    isElevated: false,
    coversWindow: false,
    coversEscape: false,
    carrier: 'none',
    photos: [photo()],
    ...extra,
  })
  const column = (edgeM: number, extra: Row = {}) =>
    size('column', { poleM: 18, edge: 'road', edgeM, widthM: 18, heightM: 6, pieces: 2, ...extra })
  const survey = async (code: string, measured: Row, place: Row = somewhere, extra: Row = {}) => {
    const id = await o.open(o.officer, s, entry(code, extra), place)
    await o.act(o.head, s, id, 'survey', measured)
    return id
  }
  const order = (reason: string, dueOn: string) => ({ reason, noticeNo: `责改〔2026〕${reason}`, dueOn })
  const today = () => new Date(w.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const later = (days: number) => new Date(w.clock.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  const takeDown = async (id: string, reason: string, who = o.officer) => {
    await o.act(who, s, id, 'order', order(reason, later(10)))
    await o.act(who, s, id, 'remove', { removedOn: today(), afterPhotos: [photo()] })
    await o.act(o.head, s, id, 'recheck', { photos: [photo()] })
  }

  it('ad-planning 规划分区图层,现有广告逐处核对,不符合清单;许可进入台账', async () => {
    const zone = (name: string, level: string, dx: number) =>
      o.add(
        'permits.ad-zone',
        {
          name,
          level,
          forms: ['wall', 'column'],
          maxAreaM2: 120,
          maxMonths: 24,
          plan: '户外广告设置总体规划',
          validFrom: '2026-01-01',
        },
        { geometry: square(dx) },
      )
    const allowed = await zone('湖滨商圈', 'allowed', 0)
    await zone('学校周边', 'banned', 0.0035)
    const layers = (await o.leader.get<{ rows: Row[] }>('/rows/permits.ad-zone', { limit: '10' })).body.rows
    expect(layers.map((l) => l.level).sort()).toEqual(['allowed', 'banned'])
    const id = await o.tried(o.officer, s, entry('Q-1'))
    expect((await o.row(s, id)).status).toBe('entered')
    await expect(o.head.refused(s, id, 'survey', size('pending'))).resolves.toContain('核定形式')
    await o.act(o.head, s, id, 'survey', size('wall'))
    expect(await o.row(s, id)).toMatchObject({
      status: 'listed',
      level: 'allowed',
      zone: allowed,
      areaM2: 20,
      faults: '没有许可',
    })
    const school = await survey('Q-2', size('box'), there)
    expect((await o.row(s, school)).faults).toContain('禁止设置区“学校周边”')
    const big = await survey('Q-3', size('screen', { widthM: 20, heightM: 8 }))
    expect((await o.row(s, big)).faults).toBe('“湖滨商圈”不允许这种形式;面积160㎡超过120㎡;没有许可')
    const away = await survey('Q-4', size('wall'), { lon: somewhere.lon - 0.0028, lat: somewhere.lat })
    expect(await o.row(s, away)).toMatchObject({ level: 'outside', isConform: false })
    const sheet = await o.sheet('/ads/nonconforming')
    expect(sheet).toMatchObject({ checked: 4, conform: 0, percent: 0 })
    expect(sheet.rows.map((r: Row) => r.site).sort()).toEqual([id, school, big, away].sort())
    expect(await o.by('ads.nonconform', 'level')).toEqual({ allowed: 2, banned: 1, outside: 1 })
    for (const x of [school, big, away]) await takeDown(x, 'plan', o.data)
    expect(await o.by('ads.sites', 'level')).toEqual({ allowed: 1 })
    expect(await o.value('ads.nonconform')).toBe(1)
  })

  it('fall-distance-rule 高炮杆高与距公路、铁路边缘,小于应有距离即列拆除,清零', async () => {
    const p = await o.open(o.officer, s, entry('G-0'))
    await expect(o.head.refused(s, p, 'survey', size('column'))).resolves.toContain('杆高')
    await o.act(o.head, s, p, 'survey', column(18))
    expect(await o.row(s, p)).toMatchObject({ requiredM: 18, fall: 'ok', areaM2: 216 })
    const short = await survey('G-1', column(17.9))
    const rail = await survey('G-2', column(20, { edge: 'rail' }))
    const safe = await survey('G-3', column(23.4, { edge: 'rail' }))
    expect(await o.row(s, short)).toMatchObject({ requiredM: 18, fall: 'short' })
    expect(await o.row(s, rail)).toMatchObject({ requiredM: 23.4, fall: 'short', faults: expect.stringContaining('应有23.4m') })
    expect((await o.row(s, safe)).fall).toBe('ok')
    expect(await o.by('ads.fall-short', 'edge')).toEqual({ road: 2, rail: 2 })
    await expect(o.officer.refused(s, safe, 'order', order('fall', later(5)))).resolves.toContain('倒伏距离符合')
    const path = `/subjects/${s}/${short}/order`
    expect((await w.anyone.post(path, { values: order('fall', later(5)) })).status).toBe(401)
    expect((await o.stranger.post(path, { values: order('fall', later(5)) })).status).toBe(403)
    expect((await o.officer.post(path, { values: {} })).status).toBe(400)
    await o.act(o.officer, s, short, 'order', order('fall', later(5)))
    await expect(
      o.officer.refused(s, short, 'fix', { removedOn: today(), note: '加固', afterPhotos: [photo()] }),
    ).resolves.toContain('须拆除')
    await o.act(o.officer, s, short, 'remove', { removedOn: today(), afterPhotos: [photo()] })
    await o.act(o.head, s, short, 'recheck', { photos: [photo()] })
    await takeDown(rail, 'fall')
    expect(await o.row(s, rail)).toMatchObject({ status: 'removed', fall: 'cleared' })
    expect([await o.value('ads.fall-short'), await o.value('ads.fall-cleared')]).toEqual([0, 2])
  })

  it('ad-zero-plan 屋顶与高架高炮清零:每处有期限责任人,剩余为零才完成,新发现自动重开', async () => {
    const z = 'ads.zero-plan'
    const roof = await survey('W-1', size('letters', { pieces: 4 }))
    const board = await survey('W-2', size('board'))
    const elevated = await survey('W-3', column(30, { isElevated: true }))
    const values = {
      name: '屋顶、高架高炮清零',
      groups: ['roof', 'column'],
      isElevatedOnly: true,
      dueOn: '2026-03-20',
      person: '李科长',
    }
    const plan = await o.tried(o.street, z, values)
    expect((await o.tryOpen(o.street, z, { ...values, groups: [] })).zh).toContain('范围')
    expect(await o.row(s, roof)).toMatchObject({ plan, planDueOn: '2026-03-20', planPerson: '李科长' })
    let progress = await o.sheet('/ads/zero', { id: plan })
    expect(progress).toMatchObject({ listed: 3, removed: 0, left: 3, percent: 0, overdue: 0 })
    await takeDown(roof, 'roof')
    await takeDown(board, 'roof')
    await w.clock.to('2026-03-21 09:00')
    progress = await o.sheet('/ads/zero', { id: plan })
    expect(progress).toMatchObject({ removed: 2, left: 1, percent: 66.67, overdue: 1 })
    await expect(o.street.refused(z, plan, 'finish')).resolves.toContain('还剩1处')
    await takeDown(elevated, 'unpermitted')
    await o.act(o.street, z, plan, 'finish')
    expect(await o.row(z, plan)).toMatchObject({ status: 'finished', listed: 3, removed: 3, finishedOn: '2026-03-21' })
    expect(await o.value('ads.zero-left')).toBe(0)
    const found = await survey('W-4', size('board'))
    expect(await o.row(z, plan)).toMatchObject({ status: 'running', reopened: 1, finishedOn: null })
    expect(await o.figure('ads.zero-rate')).toMatchObject([{ numerator: 3, denominator: 4, value: 75 }])
    await takeDown(found, 'roof')
    await o.act(o.street, z, plan, 'finish')
    expect(await o.value('ads.zero-rate')).toBe(100)
    expect((await o.leader.get('/ads/zero', { id: 'x' })).status).toBe(400)
  })

  it('ad-removal 按形式记录拆除,件数与面积之和为总数,零星的手工登记', async () => {
    const r = 'ads.removal'
    const values = { form: 'sign', reason: 'damaged', areaM2: 30.5, pieces: 36, removedOn: today(), place: '西大街' }
    await o.tryAdd(r, values, o.officer)
    await o.add(r, values, somewhere, o.officer)
    await o.add(r, { ...values, form: 'canopy', areaM2: 12, pieces: 8 }, somewhere, o.officer)
    await o.add(r, { ...values, form: 'plate', areaM2: 3, pieces: 15 }, somewhere, o.officer)
    const pieces = await o.by('ads.removed-pieces', 'form')
    expect(pieces).toEqual({ box: 1, screen: 1, wall: 1, column: 6, letters: 4, board: 2, sign: 36, canopy: 8, plate: 15 })
    const total = Object.values(pieces).reduce((n: number, x) => n + Number(x), 0)
    expect(await o.value('ads.removed-pieces')).toBe(total)
    const areas = await o.by('ads.removed-area', 'form')
    expect(areas.letters).toBe(0.008)
    expect(Number(await o.value('ads.removed-area'))).toBeCloseTo(
      Object.values(areas).reduce((n: number, x) => n + Number(x), 0),
      8,
    )
    expect([
      await o.value('ads.roof-letters-removed'),
      await o.value('ads.roof-boards-removed'),
      await o.value('ads.signs-removed'),
    ]).toEqual([4, 2, 36])
  })

  it('wall-window-blocking-ads 楼顶与遮挡窗户:逃生口三日内,业主告知、拆除、他人复查,逾期可见', async () => {
    const blocked = await survey('C-1', size('wall', { coversWindow: true, coversEscape: true }))
    const plain = await survey('C-2', size('wall'))
    expect((await o.row(s, blocked)).faults).toContain('遮挡窗户')
    await expect(o.officer.refused(s, plain, 'order', order('blocking', later(3)))).resolves.toContain('没有遮挡窗户')
    await expect(o.officer.refused(s, plain, 'order', order('roof', later(3)))).resolves.toContain('不是楼顶广告')
    await expect(o.officer.refused(s, blocked, 'order', order('blocking', later(10)))).resolves.toContain('不得晚于2026-03-24')
    await o.act(o.officer, s, blocked, 'order', order('blocking', later(3)))
    expect(await o.by('ads.ordered', 'reason')).toEqual({ blocking: 1 })
    await w.clock.to('2026-03-25 09:00')
    expect(await o.value('ads.overdue')).toBe(1)
    await o.act(o.data, s, blocked, 'remove', { removedOn: today(), afterPhotos: [photo()] })
    await expect(o.data.refused(s, blocked, 'recheck', { photos: [photo()] })).resolves.toContain('不能自己复查')
    await o.act(o.head, s, blocked, 'sendBack', { note: '支架未拆', dueOn: later(2) })
    expect(await o.row(s, blocked)).toMatchObject({ status: 'ordered', removedOn: null })
    await o.act(o.officer, s, blocked, 'remove', { removedOn: today(), afterPhotos: [photo()] })
    await o.act(o.head, s, blocked, 'recheck', { photos: [photo()] })
    expect((await o.row(s, blocked)).status).toBe('removed')
    expect(await o.by('ads.removed-pieces', 'reason')).toMatchObject({ blocking: 1 })
    expect(await o.value('ads.overdue')).toBe(0)
  })

  it('ad-attached-sanitation 依附候车亭、果皮箱、信号灯杆的广告:权属、合同、合法与否、拆除', async () => {
    const on = (carrier: string, extra: Row = {}) => size('box', { carrier, carrierOwner: '公交公司', ...extra })
    const id = await o.tried(o.officer, s, entry('F-1'))
    await expect(o.head.refused(s, id, 'survey', size('box', { carrier: 'bin' }))).resolves.toContain('权属单位')
    await o.act(o.head, s, id, 'survey', on('bin'))
    expect((await o.row(s, id)).faults).toContain('没有有效合同')
    const stop = await survey('F-2', on('busStop', { contractNo: 'HT-7', contractTo: '2027-12-31' }))
    expect((await o.row(s, stop)).faults).toBe('没有许可')
    const old = await survey('F-3', on('signal', { contractNo: 'HT-1', contractTo: '2025-12-31' }))
    expect(await o.by('ads.attached', 'carrier')).toEqual({ bin: 1, busStop: 1, signal: 1 })
    await expect(
      o.officer.refused(s, (await survey('F-4', size('wall'))) as string, 'order', order('attached', later(3))),
    ).resolves.toContain('没有依附')
    await takeDown(id, 'attached')
    await takeDown(old, 'attached')
    await o.act(o.officer, s, stop, 'order', order('damaged', later(3)))
    await o.act(o.officer, s, stop, 'fix', { removedOn: today(), note: '更换灯箱面板', afterPhotos: [photo()] })
    await o.act(o.head, s, stop, 'recheck', { photos: [photo()] })
    expect(await o.row(s, stop)).toMatchObject({ status: 'entered', isConform: null })
    await o.act(o.head, s, stop, 'survey', on('busStop', { contractNo: 'HT-7', contractTo: '2027-12-31' }))
    expect(await o.by('ads.attached', 'carrier')).toEqual({ busStop: 1 })
    expect(await o.by('ads.removed-pieces', 'reason')).toMatchObject({ attached: 2 })
  })

  it('ad-platform 阵地、许可、检测、保险、拆除与到期清单;许可颁发自动入册', async () => {
    const before = await o.sheet('/ads/panel')
    const id = await survey('P-1', size('wall'))
    await o.act(o.head, s, id, 'insure', { insurer: '人保财险', insuredTo: later(20) })
    await o.act(o.head, s, id, 'inspect', { inspectedOn: today(), inspection: 'pass' })
    await expect(o.head.refused(s, id, 'inspect', { inspectedOn: later(1), inspection: 'pass' })).resolves.toContain('晚于今天')
    const panel = await o.sheet('/ads/panel', { year: '2026' })
    expect([panel.sites - before.sites, panel.insured - before.insured, panel.inspectedPass - before.inspectedPass]).toEqual([
      1, 1, 1,
    ])
    expect(panel.expiring).toContainEqual(expect.objectContaining({ site: id, what: '保险', days: 20, lon: somewhere.lon }))
    expect(panel.removed).toBe(await o.value('ads.removed-pieces'))
    expect(panel.forms.reduce((n: number, f: Row) => n + f.removed, 0)).toBe(panel.removed)
    expect(panel.months.find((m: Row) => m.month === '2026-03').removed).toBe(panel.removed)
    expect(panel.streets.find((x: Row) => x.street === o.here).sites).toBeLessThanOrEqual(panel.sites)
    expect(panel.streets.reduce((n: number, x: Row) => n + x.sites, 0)).toBe(panel.sites)
    await w.clock.to(`${later(40)} 09:00`)
    const now = await o.sheet('/ads/panel')
    expect(now.expiring.find((x: Row) => x.site === id).days).toBe(-20)
    expect(now.insured).toBe(before.insured)
    expect((await o.leader.get('/ads/panel', { year: '1' })).status).toBe(400)
    const pages = (await o.leader.get<{ sheets: Row[] }>('/sheets')).body.sheets
    expect(pages.map((x) => x.path)).toEqual(expect.arrayContaining(['/ads/panel', '/ads/nonconforming']))
    const base = await o.add('grid.ad-site', {
      code: 'ZD-018',
      address: '运河大桥东',
      form: 'wall',
      widthM: 6,
      heightM: 4,
      owner: '某传媒公司',
      permit: '户广〔2024〕3号',
      expiresOn: '2026-12-31',
      state: 'listed',
    })
    const take = { ...somewhere, action: 'take' }
    const taken = await o.tried(o.head, s, { base }, take)
    expect((await o.tryOpen(o.head, s, { base }, take)).zh).toContain('已经立档')
    await o.act(o.head, s, taken, 'survey', size('wall', { widthM: 6 }))
    expect(await o.row(s, taken)).toMatchObject({ baseCode: 'ZD-018', isConform: true, permitTo: '2026-12-31', areaM2: 24 })
    await takeDown(taken, 'damaged')
    expect((await o.row('grid.ad-site', base)).state).toBe('removed')
    const hall = await openHall(w)
    const { card } = await hall.certify('ad', hall.common('XK06', { adForm: 'wall', widthM: 6, heightM: 8, months: 12 }))
    await w.settle()
    const [permitted] = await o.list(s, { permitNo: card.number })
    expect(permitted).toMatchObject({ status: 'entered', form: 'pending', owner: card.holder, permitTo: card.validTo })
    await o.act(o.head, s, String(permitted?.id), 'survey', size('wall', { widthM: 6, heightM: 8 }))
    expect(await o.row(s, String(permitted?.id))).toMatchObject({ isConform: true, faults: null, level: 'allowed' })
    expect((await o.sheet('/ads/panel')).permitted).toBe(before.permitted + 1)
    await w.clock.to(`${String(card.validTo).slice(0, 4)}-12-31 09:00`)
    expect(await o.row(s, String(permitted?.id))).toMatchObject({ isConform: false })
    expect(await o.value('ads.permit-expired')).toBe(1)
  })
})
