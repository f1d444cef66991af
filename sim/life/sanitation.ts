/** Sanitation of the simulated district: main roads swept by plan and checked in, loads weighed in at the transfer station in the morning and carried on after noon. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const stationCode = 'SIM-ZZ1'
const plantCode = 'SIM-FS1'
const crew = 'chuzhi31'
const plates = ['苏D70001', '苏D70002'] as const
const call = <T>(ctx: LifeContext, login: string, method: 'GET' | 'POST', path: string, body?: unknown) =>
  ctx.doors.as(login).call<T>(method, path, body)
const find = async (ctx: LifeContext, definition: string, filter: object): Promise<string | undefined> => {
  const query = encodeURIComponent(JSON.stringify(filter))
  return (await call<{ rows?: { id: string }[] }>(ctx, 'shuju', 'GET', `/rows/${definition}?filter=${query}`)).body.rows?.[0]?.id
}
const add = async (ctx: LifeContext, definition: string, values: object, place?: object): Promise<void> => {
  await call(ctx, 'shuju', 'POST', `/rows/${definition}`, { values, ...(place ? { place } : {}) })
}
/** Station, plant, trucks and two toilets, where they are not there yet. @returns whether the weighbridge is open */
const install = async (beat: Beat, ctx: LifeContext): Promise<boolean> => {
  if (await find(ctx, 'sanitation.station', { code: stationCode })) return true
  const ring = beat.cells[0]?.ring
  const [a, b] = [ring?.[0], ring?.[2]]
  if (!a || !b) return false
  const place = { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 }
  const common = { operator: '模拟环卫公司', state: 'running', buildKind: 'new', builtOn: '2020-06-01' }
  await add(
    ctx,
    'sanitation.station',
    { ...common, code: stationCode, name: '模拟转运站', kind: 'transfer', capacityT: 120, isHarmless: false },
    place,
  )
  await add(
    ctx,
    'sanitation.station',
    { ...common, code: plantCode, name: '模拟焚烧厂', kind: 'incinerator', capacityT: 1200, isHarmless: true },
    place,
  )
  for (const plate of plates)
    await add(ctx, 'sanitation.vehicle', {
      plate,
      kind: 'compactor',
      energy: 'diesel',
      emission: 'g6',
      operator: '模拟环卫公司',
      state: 'inService',
      acquiredOn: '2022-01-01',
      tareKg: 8000,
      loadKg: 12_000,
      isSmall: false,
    })
  for (const [i, name] of ['模拟一号公厕', '模拟二号公厕'].entries())
    await add(
      ctx,
      'sanitation.toilet',
      {
        code: `SIM-GC${i + 1}`,
        name,
        kind: 'public',
        area: 'urban',
        town: '模拟街道',
        address: `${name}旁`,
        aGrade: 'a1',
        cityGrade: 'two',
        menSquats: 3,
        menUrinals: 3,
        womenSquats: 6,
        thirdRooms: 1,
        isAccessible: true,
        openFrom: '05:00',
        openTo: '23:00',
        keeper: '模拟专管员',
        operator: '模拟环卫公司',
        state: 'open',
        buildKind: 'new',
        builtOn: '2020-06-01',
      },
      place,
    )
  return true
}
/** What a truck brings at a moment; the load carried on some hours later is the same, so that nothing stays at the station. */
const kgOf = (at: number): number => 5000 + ((Math.floor(at / 600_000) * 7919) % 4000)
/** Hours from a load's coming in to its being carried on. */
export const carriedAfter = 5.5
/** @param at the moment the truck stands on the scale @param isOut a load of the morning carried on to the plant */
export const wasteLoad =
  (beat: Beat, at: number, isOut = false): Step['next'] =>
  async (ctx) => {
    if (!(await install(beat, ctx))) return undefined
    const { random } = beat
    const plate = random.pick([...plates])
    const load = {
      waste: random.chance(0.2) ? 'kitchen' : 'other',
      plate,
      grossKg: 8000 + kgOf(isOut ? at - carriedAfter * 3_600_000 : at),
      tareKg: 8000,
      // The clock of a busy window may stand a little before the step.
      at: new Date(at - 20 * 60_000).toISOString(),
    }
    const weigh = (ticket: string, station: string, direction: string, more: object) =>
      call(ctx, 'zhiban1', 'POST', '/sanitation/weighings', { ...load, ticket, station, direction, ...more })
    await weigh(`S-${at}-${isOut ? 'o' : 'i'}`, stationCode, isOut ? 'out' : 'in', {
      fromPlace: isOut ? '模拟转运站' : '模拟街道',
    })
    if (isOut) await weigh(`S-${at}-p`, plantCode, 'in', { fromPlace: '模拟转运站', fromStation: stationCode })
    return undefined
  }

interface Road {
  readonly id: string
  readonly name: string
  readonly class: string
  readonly lengthM: number
}
const mostRoads = 10
const shifts = [
  ['早班', '05:00', '13:00'],
  ['中班', '13:00', '21:00'],
] as const
/** Plans of the main roads, where there are none yet. */
const planRoads = async (ctx: LifeContext, day: string): Promise<void> => {
  const known = await call<{ rows?: readonly unknown[] }>(ctx, 'shuju', 'GET', '/rows/sanitation.road-plan?limit=1')
  if ((known.body.rows?.length ?? 0) > 0) return
  const roads = await call<{ rows?: readonly Road[] }>(ctx, 'shuju', 'GET', '/rows/grid.road?limit=200')
  const main = (roads.body.rows ?? []).filter((r) => r.class === 'trunk' || r.class === 'secondary').slice(0, mostRoads)
  for (const road of main)
    await add(ctx, 'sanitation.road-plan', {
      road: road.id,
      name: road.name,
      zone: road.class === 'trunk' ? 'core' : 'urban',
      town: '模拟街道',
      areaM2: Math.round(road.lengthM * 14),
      operator: '模拟环卫公司',
      isBusy: road.class === 'trunk',
      works: [
        { work: 'sweep', times: 1, per: 'day', fromTime: '05:00', toTime: '08:00' },
        { work: 'sprinkle', times: 6, per: 'day', fromTime: '06:00', toTime: '20:00' },
        { work: 'manual', times: 2, per: 'day', fromTime: '05:00', toTime: '21:00', workers: 4 },
      ],
      validFrom: day,
    })
  for (const road of main)
    for (const [name, fromTime, toTime] of shifts)
      await add(ctx, 'sanitation.shift-post', {
        road: road.id,
        name: `${road.name}${name}`,
        fromTime,
        toTime,
        workers: 2,
        operator: '模拟环卫公司',
      })
}
/** The duty desk goes through what is open. */
const handleAlarms = async (ctx: LifeContext): Promise<void> => {
  const filter = encodeURIComponent(JSON.stringify({ status: 'raised' }))
  const open = await call<{ rows?: { id: string }[] }>(ctx, 'zhiban1', 'GET', `/rows/sanitation.alarm?filter=${filter}&limit=50`)
  for (const { id } of open.body.rows ?? [])
    await call(ctx, 'zhiban1', 'POST', `/subjects/sanitation.alarm/${id}/handle`, {
      values: { result: '已通知作业单位,当日整改' },
    })
}
/** The crews of a morning or an evening check in on the day's orders; now and then one is missed, and made good the next day. */
export const roadRound =
  (beat: Beat, at: number): Step['next'] =>
  async (ctx) => {
    await planRoads(ctx, beat.today(at))
    const { random } = beat
    const rowsOf = async (status: string) => {
      const filter = encodeURIComponent(JSON.stringify({ status }))
      return (
        (
          await call<{ rows?: { id: string; dayOn: string; workers: number | null; times: number; doneTimes: number }[] }>(
            ctx,
            crew,
            'GET',
            `/rows/sanitation.order?filter=${filter}&limit=200`,
          )
        ).body.rows ?? []
      )
    }
    const act = (id: string, action: string, values: object) =>
      call(ctx, crew, 'POST', `/subjects/sanitation.order/${id}/${action}`, { values })
    for (const order of await rowsOf('planned')) {
      if (order.dayOn > beat.today(at) || random.chance(0.03)) continue
      const left = order.times - order.doneTimes
      for (let n = 0; n < Math.ceil(left / 2); n++)
        await act(order.id, 'checkIn', { photos: [await ctx.photo('道路保洁')], workers: Math.max(1, order.workers ?? 1) })
    }
    for (const order of [...(await rowsOf('missed')), ...(await rowsOf('partly'))])
      await act(order.id, 'redo', {
        photos: [await ctx.photo('补扫')],
        redoneAt: new Date(at - 600_000).toISOString(),
        reason: '车辆检修,次日补作业',
      })
    await handleAlarms(ctx)
    return undefined
  }
