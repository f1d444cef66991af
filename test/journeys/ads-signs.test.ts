/** 店招、门窗张贴、专项整治、示范街、立面. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './buildings-office.ts'

describe('店招与品质提升', () => {
  let w: World
  let o: Office
  beforeAll(async () => {
    w = await world('2026-03-02 10:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())
  const g = 'ads.sign'
  const later = (days: number) => new Date(w.clock.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  const size = (widthM: number, heightM: number, bottomM: number, structure: string, isOverPassage = false) => ({
    widthM,
    heightM,
    bottomM,
    structure,
    isOverPassage,
  })
  const sign = (shop: string, measured: Row) => ({ shop, address: `南大街${shop}`, ...measured, photos: [photo()] })

  it('signboard-classes 自行申报按大小结构高度风险分许可、备案、免办,抽查不符的整改', async () => {
    const none = await o.tried(o.officer, g, sign('小吃店', size(3, 1, 3, 'paint')))
    const filing = await o.open(o.officer, g, sign('服装店', size(5, 1, 3, 'box')))
    const risky = await o.open(o.officer, g, sign('五金店', size(3, 1, 3, 'frame', true)))
    const wide = await o.open(o.officer, g, sign('酒店', size(10, 2, 6, 'letters')))
    const high = await o.open(o.officer, g, sign('健身房', size(2, 1, 10, 'letters')))
    const shown = await Promise.all(
      [none, filing, risky, wide, high].map(async (id) => {
        const r = await o.row(g, id)
        return [r.class, r.status]
      }),
    )
    expect(shown).toEqual([
      ['none', 'kept'],
      ['filing', 'declared'],
      ['filing', 'declared'],
      ['permit', 'declared'],
      ['permit', 'declared'],
    ])
    expect(await o.by('ads.signs', 'class')).toEqual({ none: 1, filing: 2, permit: 2 })
    await o.act(o.head, g, filing, 'grant', { paperNo: '备〔2026〕1号' })
    const seen = { photos: [photo()] }
    await o.act(o.head, g, filing, 'sample', { ...size(5, 1, 3, 'box'), ...seen })
    expect(await o.row(g, filing)).toMatchObject({ status: 'kept', sampled: 'same' })
    await o.act(o.head, g, none, 'sample', { ...size(6, 1, 3, 'box'), ...seen })
    expect(await o.row(g, none)).toMatchObject({ status: 'wrong', class: 'filing', reason: '申报免办,实为须备案' })
    expect(await o.figure('ads.sampled-same-rate')).toMatchObject([{ numerator: 1, denominator: 2, value: 50 }])
    await o.act(o.officer, g, none, 'correct', { changedOn: '2026-03-02', photos: [photo()] })
    expect(await o.value('ads.signs-changed')).toBe(1)
  })

  it('signboard-insurance 大型店招投保、保险公司检测;无保险、检测不合格即成安全案件', async () => {
    const large = sign('大酒楼', size(8, 2, 4, 'frame'))
    const id = await o.tried(o.officer, g, large)
    expect(await o.row(g, id)).toMatchObject({ areaM2: 16, isLarge: true, isInsured: false, class: 'filing' })
    await expect(o.head.refused(g, id, 'grant', { paperNo: '备2' })).resolves.toContain('应先投保')
    const check = (inspection: string) => ({ inspectedOn: later(0), inspection, photos: [photo()] })
    await expect(o.head.refused(g, id, 'inspect', check('pass'))).resolves.toContain('没有有效保险')
    const policy = { policyNo: 'PICC-001', insurer: '人保财险', coverFen: 100_000_000, insuredTo: '2026-06-30' }
    await expect(o.head.refused(g, id, 'insure', { ...policy, insuredTo: '2026-03-01' })).resolves.toContain('已到期')
    await o.act(o.head, g, id, 'insure', policy)
    await o.act(o.head, g, id, 'inspect', check('pass'))
    const bare = await o.open(o.officer, g, { ...large, shop: '浴场' })
    expect(await o.figure('ads.large-insured-rate')).toMatchObject([{ numerator: 1, denominator: 2, value: 50 }])
    const cases = () => o.list('cases.case', { sourceType: 'ads.sign' })
    expect(await cases()).toEqual([])
    await o.act(o.head, g, id, 'inspect', check('fail'))
    expect((await cases()).map((c) => [c.sourceId, c.category])).toEqual([[id, '07006']])
    await w.clock.to('2026-04-02 09:00')
    await o.job('ads.insurance')
    await o.job('ads.insurance')
    expect((await cases()).map((c) => c.sourceId).sort()).toEqual([id, bare].sort())
    expect(await o.value('ads.signs-unsafe')).toBe(2)
    await o.act(o.head, g, id, 'inspect', check('pass'))
    expect([await o.value('ads.signs-unsafe'), await o.value('ads.sign-inspections')]).toEqual([1, 3])
    await w.clock.to('2026-07-01 00:10')
    expect(await o.row(g, id)).toMatchObject({ isInsured: false, isUnsafe: true })
    expect(await o.value('ads.large-insured-rate')).toBe(0)
  })

  const b = 'ads.posting'
  const posting = (shop: string, extra: Row = {}) => ({
    shop,
    address: '延陵西路1号',
    kind: 'curtain',
    side: 'inside',
    corridor: 'fine',
    road: '延陵西路',
    pieces: 6,
    photos: [photo()],
    ...extra,
  })
  const clear = async (id: string) => {
    await o.act(o.officer, b, id, 'notify', { noticeNo: '告1', dueOn: later(3) })
    await o.act(o.officer, b, id, 'remove', { removedOn: later(0), afterPhotos: [photo()] })
    await o.act(o.head, b, id, 'close')
  }
  it('ad-window-glass 幕墙门窗内外张贴:告知单位、清除、复查,反复的计次,第三次移送处罚', async () => {
    const first = await o.tried(o.officer, b, posting('房产门店'))
    expect(await o.row(b, first)).toMatchObject({ times: 1, isRepeat: false })
    await expect(o.officer.refused(b, first, 'notify', { noticeNo: '告1', dueOn: '2026-06-30' })).resolves.toContain('今天以后')
    await clear(first)
    const second = await o.open(o.officer, b, posting('房产门店', { kind: 'door', side: 'outside' }))
    await clear(second)
    expect(await o.list('enforcement.penalty', { sourceType: b })).toEqual([])
    const third = await o.open(o.officer, b, posting('房产门店', { kind: 'window' }))
    expect(await o.row(b, third)).toMatchObject({ times: 3, isRepeat: true })
    await clear(third)
    expect(await o.list('enforcement.penalty', { sourceId: third })).toMatchObject([{ topic: 'posting' }])
    expect(await o.by('ads.postings', 'kind')).toEqual({ curtain: 1, door: 1, window: 1 })
    expect(await o.by('ads.postings', 'isRepeat')).toEqual({ true: 2, false: 1 })
    expect(await o.value('ads.posting-pieces')).toBe(18)
  })

  it('ad-rail-fine-street 轨道与精品街道逐条整治,有未销号的不能完成,条数', async () => {
    const c = 'ads.campaign'
    const values = (corridor: string, roads: string[]) => ({
      name: corridor === 'rail' ? '轨道1、2号线立面整治' : '精品街道立面整治',
      corridor,
      roads,
      startOn: '2026-07-01',
      endOn: '2026-10-31',
    })
    expect((await o.tryOpen(o.street, c, values('fine', []))).zh).toContain('列出街道')
    const fine = await o.tried(o.street, c, values('fine', ['延陵西路', '南大街']))
    const rail = await o.open(o.street, c, values('rail', ['1号线', '2号线']))
    const id = await o.open(o.officer, b, posting('银行网点', { campaign: fine }))
    const site = await o.open(o.officer, 'ads.site', {
      code: 'X-1',
      address: '南大街百货楼立面',
      owner: '百货公司',
      campaign: fine,
      photos: [photo()],
    })
    await expect(o.street.refused(c, fine, 'finishRoad', { road: '延陵西路' })).resolves.toContain('还有1处未销号')
    await expect(o.street.refused(c, fine, 'finishRoad', { road: '南大街' })).resolves.toContain('还有1处')
    await expect(o.street.refused(c, fine, 'finishRoad', { road: '北大街' })).resolves.toContain('不在清单')
    await clear(id)
    await o.act(o.street, c, fine, 'finishRoad', { road: '延陵西路' })
    await expect(o.street.refused(c, fine, 'finish')).resolves.toContain('列入2条,完成1条')
    const wall = {
      form: 'wall',
      widthM: 4,
      heightM: 3,
      pieces: 1,
      isElevated: false,
      coversWindow: false,
      coversEscape: false,
      carrier: 'none',
      photos: [photo()],
    }
    await o.act(o.head, 'ads.site', site, 'survey', wall)
    await o.act(o.officer, 'ads.site', site, 'order', { reason: 'unpermitted', noticeNo: '责1', dueOn: later(5) })
    await o.act(o.officer, 'ads.site', site, 'remove', { removedOn: later(0), afterPhotos: [photo()] })
    await o.act(o.head, 'ads.site', site, 'recheck', { photos: [photo()] })
    await o.act(o.street, c, fine, 'finishRoad', { road: '南大街' })
    await o.act(o.street, c, fine, 'finish')
    await o.act(o.street, c, rail, 'finishRoad', { road: '1号线' })
    expect(await o.by('ads.roads-rectified', 'corridor')).toEqual({ fine: 2, rail: 1 })
    expect(await o.value('ads.fine-streets-rectified')).toBe(2)
  })

  it('ad-quality-street 示范街设计评审、更换不满意店招、高品质样板、评十佳', async () => {
    const t = 'ads.street'
    const id = await o.tried(o.street, t, { road: '青果巷', scheme: [photo()], unsatisfactory: 12, dueOn: '2026-12-31' })
    const review = (result: string) => ({ result, reviewers: '陈教授等5人', opinion: '与街巷风貌协调' })
    await o.act(o.head, t, id, 'review', review('redo'))
    expect((await o.row(t, id)).status).toBe('designed')
    await o.act(o.head, t, id, 'review', review('pass'))
    const works = [
      { name: '老字号匾额', shop: '大麻糕店', isExample: true },
      { name: '立体字', shop: '书店', isExample: false },
    ]
    await expect(o.street.refused(t, id, 'change', { changed: 13, works })).resolves.toContain('只有12块')
    await o.act(o.street, t, id, 'change', { changed: 8, works })
    const accept = { doneOn: '2026-07-01', photos: [photo()] }
    await expect(o.head.refused(t, id, 'accept', accept)).resolves.toContain('还有4块未更换')
    await o.act(o.street, t, id, 'change', { changed: 4, works: [{ name: '灯牌', shop: '茶馆', isExample: true }] })
    await o.act(o.head, t, id, 'accept', accept)
    await expect(o.head.refused(t, id, 'elect', { best: [{ name: '没有的', votes: 1 }] })).resolves.toContain('没有这件作品')
    await o.act(o.head, t, id, 'elect', {
      best: [
        { name: '老字号匾额', votes: 312 },
        { name: '灯牌', votes: 205 },
      ],
    })
    expect([await o.value('ads.ad-streets'), await o.value('ads.examples'), await o.value('ads.best-works')]).toEqual([1, 2, 2])
  })

  it('facade-uplift 逐幢立面:现状、设计、三分之二业主同意、竣工与米数', async () => {
    const f = 'ads.facade'
    const unit = (name: string, lengthM: number) => ({ road: '晋陵路', unit: name, state: 'worn', lengthM, photos: [photo()] })
    const id = await o.tried(o.street, f, unit('12号楼', 46.5))
    const other = await o.open(o.street, f, unit('14号楼', 30))
    expect((await o.tryOpen(o.street, f, unit('12号楼', 46.5))).zh).toContain('晋陵路12号楼已在提升中')
    await o.act(o.street, f, id, 'design', { design: [photo()], hasLighting: true })
    const ask = (yes: number, no: number) => ({
      consents: Array.from({ length: yes + no }, (_, n) => ({ owner: `${n + 1}室`, isAgreed: n < yes })),
      builder: '某建筑装饰公司',
    })
    await expect(o.street.refused(f, id, 'build', ask(7, 4))).resolves.toContain('11户中7户同意,不足三分之二')
    await o.act(o.street, f, id, 'build', ask(8, 4))
    await expect(o.head.refused(f, id, 'finish', { doneOn: '2027-01-01', afterPhotos: [photo()] })).resolves.toContain('晚于今天')
    await o.act(o.head, f, id, 'finish', { doneOn: '2026-07-01', afterPhotos: [photo()] })
    expect(await o.row(f, id)).toMatchObject({ agreed: 8, asked: 12, doneM: 46.5, hasLighting: true })
    expect(await o.by('ads.facades', 'status')).toEqual({ done: 1, surveyed: 1 })
    expect(await o.by('ads.facade-m', 'road')).toEqual({ 晋陵路: 46.5 })
    expect((await o.row(f, other)).status).toBe('surveyed')
    expect(somewhere.lon).toBeGreaterThan(0)
  })
})
