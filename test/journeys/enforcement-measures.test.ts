import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, photo, type World, world } from '../world.ts'
import { type Office, openOffice } from './enforcement-office.ts'

/** 行政措施: what enforcement does beside penalties, each kind for itself, and what follows where nobody heeds it. */
describe('行政措施', () => {
  let w: World
  let o: Office
  const penalty = 'enforcement.penalty'
  beforeAll(async () => {
    w = await world('2026-03-22 09:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())
  const value = async (id: string, query: Record<string, string> = {}) => (await o.figure(`enforcement.${id}`, query))[0]?.value

  it('action-ladder 教育劝阻、责令整改、约谈、指导、停工各自成档、各自编号、各自计数;拒不改正转案源', async () => {
    const { officer, partner } = o
    const party = await o.party('org', '渣土公司')
    const common = { topic: 'muck', party, lawCode: 'V20', basis: '渣土管理', content: '车辆不密闭', address: '工地门口' }
    const act = (action: string, extra: Record<string, unknown> = {}) =>
      o.open(officer, 'enforcement.measure', { ...common, ...extra }, { action })
    const before = await Promise.all(['educated', 'ordered', 'interviewed', 'guided'].map((f) => value(f, {})))
    await act('educate')
    const order = await act('order', { coOfficer: partner.personId, limit: { value: 2, unit: 'work_day' } })
    expect(
      (await o.tryOpen(officer, 'enforcement.measure', { ...common, heldOn: '2026-01-01' }, { action: 'interview' })).zh,
    ).toContain('约谈日期不能早于今天')
    const talk = await act('interview', { heldOn: '2026-03-23' })
    await act('guide', { outcome: '制定清洗制度' })
    await expect(
      officer.refused('enforcement.measure', talk.id, 'absent', { heldOn: '2026-03-01', reason: '负责人外出' }),
    ).resolves.toContain('不能早于今天')
    await officer.act('enforcement.measure', talk.id, 'absent', { heldOn: '2026-03-24', reason: '负责人外出' })
    // Asked to come is not talked to.
    expect(await value('interviewed', {})).toBe(before[2])
    await officer.act('enforcement.measure', talk.id, 'hold', { attendees: '总经理', outcome: '承诺三日内全部密闭' })
    await officer.act('enforcement.measure', order.id, 'recheck', {
      isHeeded: false,
      outcome: '仍未密闭',
      afterPhotos: [photo()],
    })
    expect((await o.row('enforcement.measure', order.id)).status).toBe('continued')
    // An order to nobody: who does not heed it has to be named before it becomes a case.
    const nobody = await o.open(
      officer,
      'enforcement.measure',
      {
        topic: 'road',
        basis: '市政管理',
        content: '占道堆物',
        coOfficer: partner.personId,
        limit: { value: 2, unit: 'natural_day' },
      },
      { action: 'order' },
    )
    const unheeded = { isHeeded: false, outcome: '仍在堆放', afterPhotos: [photo()] }
    await expect(officer.refused('enforcement.measure', nobody.id, 'recheck', unheeded)).resolves.toContain('须登记当事人')
    await officer.act('enforcement.measure', nobody.id, 'recheck', { ...unheeded, party, lawCode: 'V03' })
    expect(await o.children('enforcement.measure', nobody.id, penalty)).toHaveLength(1)
    // Others who write the same letters before their numbers take none out of this series.
    expect(order.number.slice(-5)).toBe('00001')
    for (let n = 0; n < 3; n++) await w.kernel.numbers.next(w.district, 'ZG', '2026', 4)
    expect(nobody.number.slice(-5)).toBe('00002')
    // What was ordered in error is taken back by the head, and those who handle it hear of it.
    const wrong = await act('order', { coOfficer: partner.personId, limit: { value: 1, unit: 'natural_day' } })
    expect(wrong.number.slice(-5)).toBe('00003')
    await expect(officer.refused('enforcement.measure', wrong.id, 'revoke', { reason: '当事人有误' })).resolves.toContain('没有')
    await o.head.act('enforcement.measure', wrong.id, 'revoke', { reason: '当事人有误' })
    expect(await o.row('enforcement.measure', wrong.id)).toMatchObject({ status: 'revoked', revokedReason: '当事人有误' })
    const [lead] = await o.children('enforcement.measure', order.id, penalty)
    expect(await o.row(penalty, lead?.id ?? '')).toMatchObject({ topic: 'muck', source: 'issue' })
    const after = await Promise.all(['educated', 'ordered', 'interviewed', 'guided'].map((f) => value(f, {})))
    expect(after.map((n, i) => Number(n) - Number(before[i]))).toEqual([1, 2, 1, 1])
    expect((await o.figure('enforcement.interviewed', { by: 'topic' })).find((v) => v.key === 'muck')?.value).toBe(1)
    expect(order.number).toMatch(/^ZG/)
    expect(talk.number).toMatch(/^YT.*0001$/)
    expect((await o.children('enforcement.measure', talk.id, 'enforcement.document'))[0]?.number).toMatch(/^约谈/)
  })

  it('stop-work-notice 编号、送达回证、三个工作日回访;继续施工转案源,并报违建核实', async () => {
    const { officer, partner } = o
    const builder = await o.party('org', '建筑公司')
    const values = {
      topic: 'building',
      party: builder,
      lawCode: 'V10',
      basis: '城乡规划法第66条',
      content: '未批临时建设',
      address: '北门工地',
    }
    const issue = (extra: Record<string, unknown> = {}) =>
      o.open(officer, 'enforcement.measure', { ...values, coOfficer: partner.personId, ...extra }, { action: 'stopWork' })
    expect(
      (await o.tryOpen(officer, 'enforcement.measure', { ...values, coOfficer: officer.personId }, { action: 'stopWork' })).zh,
    ).toContain('不得少于两人')
    const first = await issue()
    const second = await issue({ content: '超期不拆' })
    expect([first.number.slice(-5), second.number.slice(-5)]).toEqual(['00001', '00002'])
    await expect(
      officer.refused('enforcement.measure', first.id, 'visit', { isHeeded: true, outcome: 'x', afterPhotos: [photo()] }),
    ).resolves.toContain('待送达')
    await expect(
      officer.refused('enforcement.measure', first.id, 'serve', {
        serviceKind: 'left',
        servedOn: '2026-03-01',
        receipt: [photo()],
      }),
    ).resolves.toContain('不能早于通知书下达')
    await officer.act('enforcement.measure', first.id, 'serve', { serviceKind: 'left', servedOn: o.today(), receipt: [photo()] })
    expect(new Date((await o.row('enforcement.measure', first.id)).finishDueAt)).toEqual(beijing('2026-03-26 00:00'))
    await officer.act('enforcement.measure', second.id, 'serve', {
      serviceKind: 'direct',
      servedOn: o.today(),
      receipt: [photo()],
    })
    await w.clock.to('2026-03-23 09:00')
    await officer.act('enforcement.measure', first.id, 'visit', { isHeeded: true, outcome: '已停工', afterPhotos: [photo()] })
    const going = { isHeeded: false, outcome: '夜间继续施工', afterPhotos: [photo()] }
    await expect(officer.refused('enforcement.measure', second.id, 'visit', going)).resolves.toContain('在建面积')
    await officer.act('enforcement.measure', second.id, 'visit', { ...going, areaM2: 60 })
    await w.settle()
    const [lead] = await o.children('enforcement.measure', second.id, penalty)
    expect(await o.row(penalty, lead?.id ?? '')).toMatchObject({ topic: 'building', status: 'lead' })
    // It is on its way to demolition with those who order that.
    expect((await o.list('buildings.building', { sourceId: second.id })).rows).toMatchObject([
      { status: 'found', via: 'patrol', areaM2: 60, address: '北门工地', reporter: second.number },
    ])
    expect(await value('stop-work-notices')).toBe(2)
    expect((await o.figure('enforcement.stop-work-heeded-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
  })
})
