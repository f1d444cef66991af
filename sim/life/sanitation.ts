/** A collection truck of the simulated district: loads weighed in at the transfer station in the morning, the day's weight carried on at noon. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const stationCode = 'SIM-ZZ1'
const plantCode = 'SIM-FS1'
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
/** @param at the moment the truck stands on the scale @param isOut the day's load carried on to the plant */
export const wasteLoad =
  (beat: Beat, at: number, isOut = false): Step['next'] =>
  async (ctx) => {
    if (!(await install(beat, ctx))) return undefined
    const { random } = beat
    const plate = random.pick([...plates])
    const netKg = random.integer(5000, 9000)
    const load = {
      waste: random.chance(0.2) ? 'kitchen' : 'other',
      plate,
      grossKg: 8000 + netKg,
      tareKg: 8000,
      at: new Date(at).toISOString(),
    }
    const weigh = (ticket: string, station: string, direction: string, more: object) =>
      call(ctx, 'zhiban1', 'POST', '/sanitation/weighings', { ...load, ticket, station, direction, ...more })
    await weigh(`S-${at}-${isOut ? 'o' : 'i'}`, stationCode, isOut ? 'out' : 'in', {
      fromPlace: isOut ? '模拟转运站' : '模拟街道',
    })
    if (isOut) await weigh(`S-${at}-p`, plantCode, 'in', { fromPlace: '模拟转运站', fromStation: stationCode })
    return undefined
  }
