/** Eyes and ears: a few dozen sensors and trucks, each with its own key, reporting by the hour; what rises too far becomes an alarm. */
import type { PlannedArea } from '../city/plan.ts'
import type { Random } from '../city/random.ts'
import type { LifeContext, Step } from './people.ts'

interface Thing {
  readonly number: string
  readonly key: string
  readonly kind: Kind
  readonly cell: PlannedArea
}
const kinds = {
  level: { zh: '水位计', count: 6, quantity: 'level', usual: [0.1, 0.5], rare: [1.2, 1.9] },
  manhole: { zh: '井盖传感器', count: 8, quantity: 'tilt', usual: [0, 4], rare: [35, 60] },
  smoke: { zh: '烟感', count: 6, quantity: 'smoke', usual: [0, 0.05], rare: [0.5, 1.5] },
  environment: { zh: '扬尘噪声监测仪', count: 6, quantity: 'pm10', usual: [30, 120], rare: [260, 400] },
  bin: { zh: '垃圾桶满溢传感器', count: 8, quantity: 'fill', usual: [10, 70], rare: [92, 100] },
  gas: { zh: '可燃气体探测器', count: 4, quantity: 'lel', usual: [0, 4], rare: [24, 45] },
  leachate: { zh: '渗滤液出水在线监测仪', count: 1, quantity: 'cod', usual: [38, 88], rare: [104, 140] },
  terminal: { zh: '渣土车', count: 10, quantity: '', usual: [0, 0], rare: [0, 0] },
} as const
type Kind = keyof typeof kinds
const things: Thing[] = []
/** Trouble lasts: how many more reports of a device say so. */
const trouble = new Map<string, number>()

const centre = (cell: PlannedArea): readonly [number, number] => {
  const [a, b] = [cell.ring[0] ?? [0, 0], cell.ring[2] ?? [0, 0]]
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}
/** Installs what is not there yet and fetches its keys. */
export const installThings =
  (cells: readonly PlannedArea[], random: Random): Step['next'] =>
  async (ctx) => {
    const data = ctx.doors.as('shuju')
    things.length = 0
    const rules = await data.call<{ rows?: { id: string; isOn: boolean }[] }>('GET', '/rows/sensing.rule?limit=100')
    for (const rule of rules.body.rows ?? [])
      if (!rule.isOn)
        await data.call('PATCH', `/rows/sensing.rule/${rule.id}`, { values: { isOn: true }, reason: '试运行结束,启用' })
    for (const [kind, { zh, count }] of Object.entries(kinds))
      for (let n = 1; n <= count; n++) {
        const cell = random.pick([...cells])
        const [lon, lat] = centre(cell)
        // Leachate would begin like levels do.
        const number = `${kind === 'leachate' ? 'SL' : kind.slice(0, 2).toUpperCase()}${String(n).padStart(4, '0')}`
        const known = await data.call<{ rows?: { id: string }[] }>(
          'GET',
          `/rows/sensing.device?filter=${encodeURIComponent(JSON.stringify({ number }))}`,
        )
        const id =
          known.body.rows?.[0]?.id ??
          (
            await data.call<{ id?: string }>('POST', '/rows/sensing.device', {
              values: { number, name: `${cell.name}${zh}`, kind, state: 'active' },
              place: { lon, lat },
            })
          ).body.id
        if (!id) continue
        const { body } = await data.call<{ key?: string }>('POST', `/sensing/devices/${id}/key`)
        if (body.key) things.push({ number, key: body.key, kind: kind as Kind, cell })
      }
    return undefined
  }
/** One report of every sensor, and a bit of road of every truck. */
export const thingsReport =
  (random: Random, cells: readonly PlannedArea[], at: number): Step['next'] =>
  async (ctx: LifeContext) => {
    const time = new Date(at).toISOString()
    await Promise.all(
      things.map(({ number, key, kind, cell }) => {
        const { quantity, usual, rare } = kinds[kind]
        const left = trouble.get(number) || (random.chance(0.002) ? 3 : 0)
        trouble.set(number, Math.max(0, left - 1))
        const [low, high] = left > 0 ? rare : usual
        const [lon, lat] = centre(kind === 'terminal' ? random.pick([...cells]) : cell)
        const item =
          kind === 'terminal'
            ? { at: time, lon, lat, speed: random.integer(0, 60), direction: random.integer(0, 359) }
            : { at: time, quantity, value: Math.round(random.between(low, high) * 100) / 100 }
        // An outflow is judged by its hours: it tells the last one too.
        const before = kind === 'leachate' ? [{ ...item, at: new Date(at - 3_600_000).toISOString() }] : []
        return ctx.doors.device(number, key).call('POST', '/ingest/readings', [...before, item])
      }),
    )
    return undefined
  }
/** The duty desk takes the alarms that wait; a crew goes, puts it right and shows it, or it was cooking after all. */
export const alarmsTaken =
  (random: Random): Step['next'] =>
  async (ctx) => {
    const duty = ctx.doors.as('zhiban1')
    const { body } = await duty.call<{ rows?: { id: string }[] }>(
      'GET',
      `/rows/sensing.alarm?limit=20&filter=${encodeURIComponent(JSON.stringify({ status: 'raised' }))}`,
    )
    const act = (login: string, id: string, action: string, values: unknown = {}) =>
      ctx.doors.as(login).call('POST', `/subjects/sensing.alarm/${id}/${action}`, { values })
    const waiting = body.rows ?? []
    for (const { id } of waiting) await act('zhiban1', id, 'acknowledge')
    if (waiting.length === 0) return undefined
    return {
      after: random.integer(20, 60),
      next: async () => {
        for (const { id } of waiting) {
          if (random.chance(0.2)) {
            await act('zhiban1', id, 'mistake', { falseReason: 'dust' })
            continue
          }
          await act('chuzhi11', id, 'arrive')
          await act('chuzhi11', id, 'handle', { result: '现场处置完毕,读数已恢复', photos: [await ctx.photo('处置后')] })
          await act('zhiban1', id, 'close')
        }
        return undefined
      },
    }
  }
