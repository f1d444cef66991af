/** 垃圾分类: households visited, publicity, venues, volunteers, points and rewards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, type World, world } from '../world.ts'
import { openSorting, type Row, type Sorting } from './sorting-office.ts'

describe('垃圾分类:宣传、志愿、积分', () => {
  let w: World
  let o: Sorting
  let ids: Record<string, string> = {}
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSorting(w)
    ids = { east: await o.place('东苑小区'), west: await o.place('西苑小区') }
    ids = { ...ids, point: await o.facility('JD-E1', String(ids.east)) }
  })
  afterAll(() => w.close())

  it('household-visits 入户宣传:次数每次都计,户数一年一户只计一次', async () => {
    const v = 'sorting.visit'
    const values = {
      place: ids.east,
      household: '3幢501',
      visitedOn: o.today(),
      visitors: '李宣传',
      result: 'home',
      material: '告知书',
      booklets: 2,
    }
    const id = await o.tried(o.street, v, values)
    expect(await o.row(v, id)).toMatchObject({ isFirst: true, status: 'done' })
    expect((await o.tryOpen(o.street, v, values)).zh).toContain('当天已登记')
    expect((await o.tryOpen(o.street, v, { ...values, household: '3幢502', result: 'refused' })).zh).toContain('拒绝')
    await o.open(o.street, v, { ...values, household: '3幢502', result: 'away', booklets: 0 })
    await o.open(o.street, v, { ...values, place: ids.west })
    await w.clock.to('2026-03-03 09:00')
    await o.open(o.street, v, { ...values, visitedOn: o.today(), booklets: 0 })
    const wrong = await o.open(o.street, v, { ...values, household: '误登', visitedOn: o.today() })
    await o.act(o.data, v, wrong, 'discard', { reason: '误登' })
    expect([
      await o.value('sorting.visits'),
      await o.value('sorting.households-visited'),
      await o.value('sorting.visit-booklets'),
    ]).toEqual([4, 3, 4])
    expect(await o.by('sorting.visits', 'result')).toEqual({ home: 3, away: 1 })
    // The first visit of a household was entered by mistake: the next one is its first now, and the household still counts.
    await o.act(o.data, v, id, 'discard', { reason: '登错日期' })
    expect([await o.value('sorting.visits'), await o.value('sorting.households-visited')]).toEqual([3, 3])
    await w.clock.to('2027-01-04 09:00')
    await o.open(o.street, v, { ...values, visitedOn: o.today() })
    expect([await o.value('sorting.visits'), await o.value('sorting.households-visited')]).toEqual([4, 4])
  })

  it('sorting-publicity 公益广告、手册、双微、活动、趣旅行、地铁专列各为一种之和', async () => {
    const r = 'sorting.publicity'
    const values = {
      kind: 'placement',
      name: '分类公益广告',
      dayOn: o.today(),
      toOn: o.later(30),
      quantity: 120,
      spot: '公交站台',
    }
    await o.tried(o.street, r, values)
    const add = (extra: Row) => o.open(o.street, r, { ...values, ...extra })
    expect((await o.tryOpen(o.street, r, { ...values, toOn: null })).zh).toContain('起止日期')
    expect((await o.tryOpen(o.street, r, { ...values, kind: 'post' })).zh).toContain('阅读人次')
    await add({ quantity: 30, spot: '地铁站' })
    await add({ kind: 'handout', name: '分类手册', quantity: 25_000, spot: '社区' })
    await add({ kind: 'post', name: '分类推文', quantity: 1, reach: 8600, spot: '微信' })
    await add({ kind: 'post', name: '分类话题', quantity: 1, reach: 1400, spot: '微博' })
    await add({ kind: 'event', name: '进校园', quantity: 3, reach: 300, spot: '湖滨小学' })
    await add({ kind: 'trip', name: '跟着垃圾趣旅行', quantity: 2, reach: 80, spot: '焚烧厂' })
    await add({ kind: 'train', name: '分类号地铁专列', quantity: 1, spot: '1号线' })
    const figures = ['placements', 'handouts', 'posts', 'post-reach', 'offline-events', 'trips', 'trains', 'publicity-events']
    expect(await Promise.all(figures.map((f) => o.value(`sorting.${f}`)))).toEqual([150, 2.5, 2, 10_000, 3, 2, 1, 5])
    expect(await o.by('sorting.placements', 'spot')).toEqual({ 公交站台: 120, 地铁站: 30 })
  })

  it('science-venue 科普馆:开放日、每场容量内预约,到馆人数,未到自动标记', async () => {
    const values = {
      name: '湖滨分类科普馆',
      kind: 'hall',
      address: '科普路1号',
      openDays: ['2', '3', '4', '5', '6'],
      hours: '09:00-16:30',
      capacity: 40,
      guide: '讲解员小何',
      phone: '0519-8888',
      openedOn: '2025-06-01',
      isOpen: true,
    }
    await o.tryAdd('sorting.venue', values)
    const venue = await o.add('sorting.venue', values)
    const b = 'sorting.booking'
    const visit = {
      venue,
      group: '湖滨小学四年级',
      contact: '林老师',
      phone: '13900005001',
      dayOn: '2027-01-05',
      session: 'morning',
      people: 30,
    }
    expect((await o.tryOpen(o.street, b, { ...visit, dayOn: '2027-01-11' })).zh).toContain('不开放')
    const id = await o.tried(o.street, b, visit)
    expect((await o.tryOpen(o.street, b, { ...visit, people: 11 })).zh).toContain('还能约10人')
    const late = await o.open(o.street, b, { ...visit, group: '社区党员', people: 10 })
    const called = await o.open(o.street, b, { ...visit, session: 'afternoon', people: 40 })
    await o.act(o.street, b, called, 'cancel')
    await expect(o.street.refused(b, id, 'receive', { came: 28 })).resolves.toContain('还没有到')
    await w.clock.to('2027-01-05 10:00')
    await o.triedAct(o.street, b, id, 'receive', { came: 28 })
    await w.clock.to('2027-01-06 13:00')
    expect(await o.row(b, late)).toMatchObject({ status: 'absent', came: 0 })
    expect([
      await o.value('sorting.venues'),
      await o.value('sorting.venue-visitors'),
      await o.value('sorting.venue-groups'),
    ]).toEqual([1, 28, 1])
  })

  it('party-sorting 党员报到、桶边值守时长,活动前后知晓率与参与率', async () => {
    const values = {
      name: '何党员',
      phone: '13900006001',
      place: ids.east,
      branch: '区城管局党支部',
      isParty: true,
      joinedOn: o.today(),
    }
    await o.tryAdd('sorting.member', values, o.street)
    const member = await o.add('sorting.member', values, o.somewhere, o.street)
    const duty = { member, place: ids.east, facility: ids.point, dayOn: o.today(), hours: 2, note: '劝导12人' }
    await o.tryAdd('sorting.duty', duty, o.street)
    await o.add('sorting.duty', duty, o.somewhere, o.street)
    await o.add('sorting.duty', { ...duty, hours: 1.5 }, o.somewhere, o.street)
    const survey = { place: ids.east, wave: 'before', dayOn: o.today(), asked: 200, aware: 130, joined: 90 }
    await o.tried(o.street, 'sorting.survey', survey)
    await o.open(o.street, 'sorting.survey', { ...survey, wave: 'after', aware: 190, joined: 170 })
    expect((await o.tryOpen(o.street, 'sorting.survey', { ...survey, asked: 10, aware: 11 })).zh).toContain('不能多于受访')
    expect(await o.by('sorting.duty-hours', 'place')).toEqual({ [String(ids.east)]: 3.5 })
    expect(await o.by('sorting.awareness', 'wave')).toEqual({ before: 65, after: 95 })
    expect(await o.by('sorting.participation', 'wave')).toEqual({ before: 45, after: 85 })
  })

  it('points-exchange 积分:正确投放入账、月上限、兑换不透支、同一单不重复、冲正、过期、流通总额', async () => {
    const values = { code: 'H-0501', place: ids.east, household: '3幢501', phone: '13900007001', points: 0, isFrozen: false }
    await o.tryAdd('sorting.account', values, o.street)
    const account = await o.add('sorting.account', values, o.somewhere, o.street)
    const gift = await o.add('sorting.gift', { name: '洗衣液', outlet: '东苑兑换机', price: 100, stock: 3, low: 1 })
    const drop = (key: string, isCorrect = true) => ({ code: 'H-0501', facility: ids.point, isCorrect, key })
    const path = '/sorting/points/drops'
    expect((await w.anyone.post(path, drop('drop-0001'))).status).toBe(401)
    expect((await o.stranger.post(path, drop('drop-0001'))).status).toBe(403)
    expect((await o.street.post(path, {})).status).toBe(400)
    const told = async (key: string, isCorrect = true) => (await o.street.post<Row>(path, drop(key, isCorrect))).body
    expect(await told('drop-0001')).toEqual({ credited: 2, balance: 2 })
    expect(await told('drop-0001')).toEqual({ credited: 0, balance: 2 })
    expect(await told('drop-0002', false)).toEqual({ credited: 0, balance: 2 })
    const price = await o.open(o.data, 'sorting.price', {
      material: 'paper',
      isLowValue: false,
      unitFen: 100,
      subsidyFen: 0,
      validFrom: o.today(),
      basis: '价格机制',
    })
    await o.act(o.leader, 'sorting.price', price, 'publish')
    const site = await o.open(o.data, 'sorting.site', { name: '中心', level: 'centre', licence: 'BA-1', operator: '绿源再生' })
    await o.act(o.collector, 'sorting.site', site, 'buy', { material: 'paper', kg: 30, account })
    expect((await o.row('sorting.account', account)).points).toBe(302)
    await o.act(o.collector, 'sorting.site', site, 'buy', { material: 'paper', kg: 60, account })
    expect((await o.row('sorting.account', account)).points).toBe(500)
    const orders = '/sorting/points/orders'
    const order = (key: string, quantity = 1) => ({ code: 'H-0501', gift, quantity, key })
    expect((await w.anyone.post(orders, order('order-0001'))).status).toBe(401)
    expect((await o.stranger.post(orders, order('order-0001'))).status).toBe(403)
    expect((await o.street.post(orders, {})).status).toBe(400)
    const both = await Promise.all([1, 2].map(() => o.street.post<Row>(orders, order('order-0001'))))
    expect(both.map((x) => x.body.isKnown).sort()).toEqual([false, true])
    expect(new Set(both.map((x) => x.body.number)).size).toBe(1)
    expect((await o.row('sorting.account', account)).points).toBe(400)
    expect((await o.street.post<Row>(orders, order('order-0002', 3))).body.zh).toContain('只剩2')
    const self = { code: 'H-0501', phone: '13900007001' }
    expect((await w.anyone.post('/public/sorting/points', { ...self, phone: '13900000000' })).status).toBe(404)
    expect((await w.anyone.post('/public/sorting/points', { code: 'H-0501', phone: 'x' })).status).toBe(400)
    const mine = (await w.anyone.post<Row>('/public/sorting/points', self)).body
    expect(mine).toMatchObject({ points: 400, gifts: [{ id: gift, price: 100, stock: 2 }] })
    const bought = await w.anyone.post<Row>('/public/sorting/points/orders', { ...self, gift, quantity: 2, key: 'citizen-0001' })
    expect(bought.body).toMatchObject({ points: 200, balance: 200, isKnown: false })
    await o.data.patch('/rows/sorting.gift/' + gift, { values: { stock: 50 }, reason: '补货' })
    expect((await o.street.post<Row>(orders, order('order-0003', 3))).body.zh).toContain('积分不足,需300分,现有200分')
    const id = String(both[0]?.body.order)
    expect((await w.anyone.post(`${orders}/${id}/reverse`, { reason: '缺货' })).status).toBe(401)
    expect((await o.street.post(`${orders}/${id}/reverse`, {})).status).toBe(400)
    expect((await o.street.post<Row>(`${orders}/${id}/reverse`, { reason: '缺货' })).body).toMatchObject({ balance: 300 })
    expect((await o.street.post<Row>(`${orders}/${id}/reverse`, { reason: '再冲' })).body.zh).toContain('不能冲正')
    expect((await o.row('sorting.gift', gift)).stock).toBe(51)
    const other = (await o.list('sorting.order')).find((x) => x.number === bought.body.number)
    await o.act(o.street, 'sorting.order', String(other?.id), 'hand')
    expect([
      await o.value('sorting.points-circulating'),
      await o.value('sorting.points-earned'),
      await o.value('sorting.orders'),
    ]).toEqual([300, 500, 1])
    await w.clock.to('2028-01-03 09:00')
    await o.job('sorting.expire')
    expect((await o.row('sorting.account', account)).points).toBe(300)
    await w.clock.to('2028-01-08 09:00')
    await o.job('sorting.expire')
    await o.job('sorting.expire')
    expect((await o.row('sorting.account', account)).points).toBe(0)
    const kinds = (await o.list('sorting.entry')).map((e) => [e.kind, e.points]).sort()
    expect(kinds).toEqual([
      ['drop', 2],
      ['exchange', -100],
      ['exchange', -200],
      ['expire', -300],
      ['reverse', 100],
      ['trade', 198],
      ['trade', 300],
    ])
  })

  it('sorting-reward 奖励名单由评级得出,不超预算,公示期满批准,发放', async () => {
    const r = 'sorting.reward'
    await o.open(o.head, 'sorting.check', o.visit('breeze', String(ids.east), [o.line('整洁', true)]))
    await o.open(o.head, 'sorting.check', o.visit('breeze', String(ids.west), [o.line('整洁', true), o.line('完好', false)]))
    await w.clock.to('2028-02-01 08:00')
    await o.job('sorting.rating')
    const rule = (name: string, extra: Row = {}) =>
      o.add('sorting.reward-rule', {
        name,
        target: 'compound',
        least: 1,
        amountFen: 500_000,
        budgetFen: 800_000,
        fromOn: '2028-01-01',
        toOn: '2028-01-31',
        ...extra,
      })
    await o.tryAdd('sorting.reward-rule', {
      name: 'x',
      target: 'compound',
      least: 1,
      amountFen: 1,
      budgetFen: 1,
      fromOn: '2028-01-01',
      toOn: '2028-01-31',
    })
    const poor = await rule('预算不足', { budgetFen: 100 })
    expect((await o.tryOpen(o.data, r, { rule: poor })).zh).toContain('超出预算')
    expect((await o.tryOpen(o.data, r, { rule: await rule('全年', { toOn: '2028-12-31' }) })).zh).toContain('期限未满')
    const good = await rule('一月优秀小区')
    const id = await o.tried(o.data, r, { rule: good })
    expect(await o.row(r, id)).toMatchObject({
      people: 1,
      sumFen: 500_000,
      lines: [{ name: '东苑小区', reached: 1, amountFen: 500_000 }],
    })
    expect((await o.tryOpen(o.data, r, { rule: good })).zh).toContain('已发放')
    await o.act(o.data, r, id, 'notice')
    await expect(o.leader.refused(r, id, 'approve', { objection: '无' })).resolves.toContain('公示至2028-02-06')
    await w.clock.to('2028-02-07 09:00')
    await o.triedAct(o.leader, r, id, 'approve', { objection: '无异议' })
    await o.triedAct(o.data, r, id, 'pay', { voucher: 'PZ-028' })
    const paid = (
      await o.leader.get<{ values: Row[] }>('/indicators/sorting.rewards-paid', {
        from: '2028-01-01T00:00:00Z',
        to: '2029-01-01T00:00:00Z',
      })
    ).body
    expect(paid.values).toMatchObject([{ value: 5000 }])
  })

  it('organic-waste-area 有机废弃物底数按种类去向,方案措施不超底数,逐条完成', async () => {
    const source = (name: string, kind: string, tons: number, outlet: string) =>
      o.add('sorting.organic-source', { source: name, kind, tons, outlet, surveyedOn: o.today(), surveyor: '调查一组' })
    const g = 'sorting.organic-scheme'
    const measure = (name: string, kind: string, tons: number) => ({ name, kind, unit: o.unit, tons, dueOn: o.later(90) })
    expect((await o.tryOpen(o.data, g, { name: '方案', measures: [measure('沼气站', 'manure', 10)] })).zh).toContain('没有底数')
    await o.tryAdd('sorting.organic-source', {
      source: 'x',
      kind: 'straw',
      tons: 1,
      outlet: 'none',
      surveyedOn: o.today(),
      surveyor: 'x',
    })
    await source('柳溪村秸秆', 'straw', 900, 'none')
    await source('农贸市场', 'kitchen', 600, 'compost')
    await source('养殖场', 'manure', 1500, 'biogas')
    expect((await o.tryOpen(o.data, g, { name: '方案', measures: [measure('秸秆站', 'straw', 901)] })).zh).toContain(
      '秸秆措施超过底数',
    )
    const id = await o.tried(o.data, g, {
      name: '有机示范区方案',
      measures: [measure('秸秆收储', 'straw', 800), measure('沼气站', 'manure', 1000)],
    })
    await o.act(o.leader, g, id, 'approve')
    await o.triedAct(o.data, g, id, 'finishMeasure', { name: '秸秆收储', photos: [photo()] })
    await expect(o.data.refused(g, id, 'finish')).resolves.toContain('还有1条')
    expect(await o.row(g, id)).toMatchObject({ baselineT: 3000, plannedT: 1800, done: 1, doneT: 800 })
    expect(await o.sheet('/sorting/organic')).toMatchObject({ total: 3000, utilised: 2100, percent: 70 })
    expect([
      await o.value('sorting.organic'),
      await o.value('sorting.organic-used-rate'),
      await o.value('sorting.organic-measures-done'),
    ]).toEqual([3000, 70, 1])
  })
})
