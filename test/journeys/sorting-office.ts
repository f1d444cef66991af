/** The sorting office: the people of `buildings-office.ts`, a collecting company, places with points, and loads across the weighbridge. */
import { expect } from 'vitest'
import { photo, somewhere, type World } from '../world.ts'
import { openOffice, type Row } from './buildings-office.ts'

export type { Row } from './buildings-office.ts'
export const openSorting = async (w: World) => {
  const o = await openOffice(w)
  const collector = await w.as('chuzhi31')
  const { query } = o
  const [unit] = await query<{ u: string }>('select unit_id as u from kernel.appointment where person_id = $1', [
    collector.personId,
  ])
  const today = () => new Date(w.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const later = (days: number) => new Date(w.clock.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  const place = (name: string, kind = 'compound', extra: Row = {}) =>
    o.open(o.street, 'sorting.place', {
      name,
      kind,
      households: 600,
      persons: 1800,
      isBuiltUp: true,
      ...(kind === 'unit' ? { unitKind: 'organ' } : {}),
      ...extra,
    })
  const keeper = (id: string, name = '湖滨物业服务有限公司') =>
    o.act(o.street, 'sorting.place', id, 'appoint', {
      keeper: name,
      keeperCode: '91320499MA1SORT01X',
      keeperPhone: '13900001111',
      duty: '分类投放管理、劝导、交由有资质单位收运',
    })
  const hours = (id: string) =>
    o.act(o.street, 'sorting.place', id, 'fix', {
      openHours: '07:00-09:00,18:00-20:00',
      points: 2,
      supervisors: '王督导、李督导',
    })
  const facility = (code: string, of: string, kind = 'point', extra: Row = {}) =>
    o.add('sorting.facility', {
      code,
      kind,
      place: of,
      quantity: 1,
      streams: ['kitchen', 'recyclable', 'hazardous', 'other'],
      installedOn: '2025-05-01',
      state: 'good',
      ...extra,
    })
  let serial = 0
  const stations = new Map<string, string>()
  const trucks = new Set<string>()
  const rows = new Map<string, string>()
  const kindOf = { transfer: 'transfer', incineration: 'incinerator', biological: 'biological' } as const
  const stationOf = async (name: string, treatment: keyof typeof kindOf): Promise<string> => {
    const known = stations.get(name)
    if (known) return known
    const code = `ZZ-D${stations.size + 1}`
    stations.set(name, code)
    const station = { code, name, kind: kindOf[treatment], operator: '洁城环卫公司', capacityT: 200, isHarmless: false }
    await o.add('sanitation.station', { ...station, state: 'running', buildKind: 'new', builtOn: '2026-01-15' })
    return code
  }
  const haveTruck = async (plate: string): Promise<void> => {
    if (trucks.has(plate)) return
    trucks.add(plate)
    const truck = { plate, kind: 'compactor', energy: 'diesel', emission: 'g6', operator: '洁城环卫公司', state: 'inService' }
    await o.add('sanitation.vehicle', { ...truck, acquiredOn: '2024-03-01', isSmall: false, tareKg: 8000, loadKg: 30_000 })
  }
  /** A load across the weighbridge, as the bridge sends it; more than a truck takes comes in several. @returns number of the last ticket */
  const weighed = async (kg: number, extra: Row = {}): Promise<string> => {
    const { station = '东湖转运站', treatment = 'transfer', from, plate = '苏D60001', ...rest } = extra
    const code = await stationOf(station, treatment)
    await haveTruck(plate)
    const most = 30_000
    const ticket = `BP${++serial}`
    const at = w.clock.now().toISOString()
    const load = {
      ticket,
      station: code,
      direction: 'in',
      waste: 'other',
      plate,
      fromPlace: from ?? '某路线',
      areaCode: o.here,
      at,
    }
    const reading = { ...load, ...(from ? { fromStation: stations.get(from) } : {}), ...rest }
    const answer = await collector.post<Row>('/sanitation/weighings', {
      ...reading,
      grossKg: 8000 + Math.min(kg, most),
      tareKg: 8000,
    })
    expect(answer.body).toMatchObject({ status: 'accepted', netKg: Math.min(kg, most) })
    rows.set(ticket, answer.body.row)
    await w.settle()
    return kg > most ? weighed(kg - most, extra) : ticket
  }
  const dispatcher = await w.as('zhiban1')
  const reweighed = (ticket: string, kg: number) =>
    o.act(dispatcher, 'sanitation.ticket', rows.get(ticket) ?? '', 'correct', {
      grossKg: 8000 + kg,
      tareKg: 8000,
      reason: '读数有误,复磅',
    })
  const voided = (ticket: string) =>
    o.act(dispatcher, 'sanitation.ticket', rows.get(ticket) ?? '', 'cancel', { reason: '重复过磅' })
  const line = (item: string, isOk: boolean, note?: string) => ({ item, isOk, ...(note ? { note } : {}) })
  const visit = (team: string, of: string, lines: readonly Row[], extra: Row = {}) => ({
    team,
    plan: 'unannounced',
    place: of,
    visitors: '张科长、陈干事',
    checkedOn: today(),
    lines,
    photos: [photo()],
    ...extra,
  })
  const problemsOf = async (id: string) => (await o.list('sorting.problem')).filter((p) => p.place === id)
  const rectify = async (id: string) => {
    await o.act(o.street, 'sorting.problem', id, 'fix', { fixedNote: '已整改', fixedPhotos: [photo()] })
    await o.act(o.head, 'sorting.problem', id, 'close')
  }
  const criteria = async (title: string, items: readonly string[]) => {
    for (const item of items) await o.add('sorting.criterion', { title, item, basis: '本省生活垃圾分类达标验收标准(示例)' })
  }
  const all = (items: readonly string[], bad: readonly string[] = []) => ({
    lines: items.map((item) => ({ item, isMet: !bad.includes(item) })),
    photos: [photo()],
  })
  /** The door of an action: 401, 403, 400 before it is done. */
  const triedAct = async (who: typeof o.street, procedure: string, id: string, action: string, values: Row) => {
    const path = `/subjects/${procedure}/${id}/${action}`
    expect([action, (await w.anyone.post(path, { values })).status]).toEqual([action, 401])
    expect([action, (await o.stranger.post(path, { values })).status]).toEqual([action, 403])
    expect([action, (await who.post(path, { values: {} })).status]).toEqual([action, 400])
    await o.act(who, procedure, id, action, values)
  }
  return {
    ...o,
    collector,
    unit: String(unit?.u),
    today,
    later,
    place,
    keeper,
    hours,
    facility,
    weighed,
    reweighed,
    voided,
    line,
    visit,
    problemsOf,
    rectify,
    criteria,
    allMet: all,
    triedAct,
    somewhere,
  }
}
export type Sorting = Awaited<ReturnType<typeof openSorting>>
