/** A site of the simulated district and its trucks: out through the gate at night, in at the dump site; now and then one without its wash. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const firm = { name: '湖滨渣土运输公司', code: '91320499MA1SIMMUCK' }
const plates = ['苏D80001', '苏D80002', '苏D80003'] as const
const gate = 'SIM-GK1'
const dumpCode = 'SIM-XN1'
const application = 'permits.application'
const dayText = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const call = <T>(ctx: LifeContext, login: string, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
  ctx.doors.as(login).call<T>(method, path, body)
const find = async (ctx: LifeContext, definition: string, filter: object): Promise<string | undefined> => {
  const query = encodeURIComponent(JSON.stringify(filter))
  return (await call<{ rows?: { id: string }[] }>(ctx, 'shuju', 'GET', `/rows/${definition}?filter=${query}`)).body.rows?.[0]?.id
}
const add = async (ctx: LifeContext, definition: string, values: object, place?: object): Promise<string | undefined> =>
  (await call<{ id?: string }>(ctx, 'shuju', 'POST', `/rows/${definition}`, { values, ...(place ? { place } : {}) })).body.id

/** The disposal permit goes through the hall as any other; the site enters the register by it. */
const permit = async (ctx: LifeContext, at: number, destination: string, place: object): Promise<void> => {
  const guide = await call<{ rows: { id: string; kind: string; documents: readonly string[] }[] }>(
    ctx,
    'chuangkou1',
    'GET',
    '/public/permits/items',
  )
  const item = guide.body.rows.find((r) => r.kind === 'muck')
  if (!item) return
  const values = {
    item: item.id,
    mode: 'ordinary',
    channel: 'window',
    applicantKind: 'org',
    applicantName: firm.name,
    applicantCode: firm.code,
    address: '湖滨大道工地',
    documents: item.documents,
    siteName: '湖滨大道工地',
    volumeM3: 50_000,
    destination,
    haulerCode: firm.code,
    plates,
    route: '湖滨大道—东环路—消纳场',
    windowFrom: '20:00',
    windowTo: '05:30',
    fromOn: dayText(at),
    toOn: dayText(at + 180 * 86_400_000),
  }
  const made = await call<{ id?: string }>(ctx, 'chuangkou1', 'POST', `/subjects/${application}`, {
    action: 'applyMuck',
    values,
    ...place,
  })
  const { id } = made.body
  if (!id) return
  for (const [login, action, input] of [
    ['chuangkou2', 'accept', {}],
    ['shencha1', 'propose', { review: '路线、时段、消纳场所相符', isGranted: 'yes' }],
    ['shenpi1', 'grant', {}],
    ['chuangkou2', 'pay', { paidOn: dayText(at), voucher: 'SIM-1' }],
    ['chuangkou2', 'deliver', { delivery: 'online' }],
  ] as const)
    await call(ctx, login, 'POST', `/subjects/${application}/${id}/${action}`, { values: input })
}
/** Firm, trucks, dump site and permit, where they are not there yet. @returns whether the gate is open */
const install = async (beat: Beat, ctx: LifeContext, at: number): Promise<boolean> => {
  if (await find(ctx, 'muck.site', { gate })) return true
  const ring = beat.cells[0]?.ring
  const [a, b] = [ring?.[0], ring?.[2]]
  if (!a || !b) return false
  const place = { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 }
  const on = '2025-01-01'
  const known = await find(ctx, 'permits.disposal-site', { name: '模拟消纳场' })
  const site =
    known ??
    (await add(
      ctx,
      'permits.disposal-site',
      { name: '模拟消纳场', kind: 'fill', capacityM3: 900_000, isOpen: true, validTo: '2030-12-31' },
      place,
    ))
  if (!site) return false
  if (!known) {
    await add(ctx, 'permits.hauler', { name: firm.name, code: firm.code, state: 'admitted', admittedOn: on })
    for (const plate of plates)
      await add(ctx, 'permits.truck', {
        plate,
        haulerCode: firm.code,
        haulerName: firm.name,
        isNewType: true,
        hasSafetySystem: true,
        state: 'admitted',
        admittedOn: on,
      })
    const limits = { capacityM3: 900_000, baseUsedM3: 120_000, dailyLimitM3: 2000, fenPerM3: 1200, fenceM: 200 }
    const licence = { licenceNo: 'SIM-XN', licenceTo: '2030-12-31', openedOn: on, state: 'open' }
    await add(
      ctx,
      'muck.dump',
      { name: '模拟消纳场', code: dumpCode, place: site, operator: '模拟消纳公司', ...limits, ...licence },
      place,
    )
    await permit(ctx, at, site, place)
  }
  const mine = await find(ctx, 'muck.site', { name: '湖滨大道工地' })
  if (!mine) return false
  await call(ctx, 'shuju', 'PATCH', `/rows/muck.site/${mine}`, { values: { gate }, reason: '卡口安装' })
  return true
}
const tip =
  (plate: string, ticket: string, m3: number, at: number): Step['next'] =>
  async (ctx) => {
    const body = { ticket: `R-${ticket}`, dump: dumpCode, plate, at: new Date(at).toISOString(), m3 }
    await call(ctx, 'zhiban1', 'POST', '/muck/receipts', body)
    return undefined
  }
/** @param at after 20:00 of the day */
export const muckTrip =
  (beat: Beat, at: number): Step['next'] =>
  async (ctx) => {
    if (!(await install(beat, ctx, at))) return undefined
    const { random } = beat
    const plate = random.pick([...plates])
    const load = random.integer(12, 18)
    const ticket = `${at}-${plate}`
    const body = {
      ticket,
      gate,
      plate,
      at: new Date(at).toISOString(),
      loadM3: load,
      isWashed: random.chance(0.95),
      isCovered: true,
    }
    const left = await call(ctx, 'zhiban1', 'POST', '/muck/passages', body)
    if (left.status >= 300 || random.chance(0.03)) return undefined
    const after = random.integer(25, 70)
    const m3 = random.chance(0.05) ? load - 3 : load
    return { after, next: tip(plate, ticket, m3, at + after * 60_000) }
  }
