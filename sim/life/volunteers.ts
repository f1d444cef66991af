/** Volunteers of the simulated district: a team with its members, who check in and out by phone, pick up small advertisements, and are verified in the evening. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const clerk = 'jiedao1'
const members = 12
const nameOf = (n: number): string => `${'赵钱孙李周吴郑王冯陈褚卫'.charAt(n % members)}志愿`
const selfOf = (n: number) => ({ code: `ZY${String(n + 1).padStart(3, '0')}`, phone: `1370000${String(1000 + n)}` })
const call = <T>(ctx: LifeContext, login: string, method: 'GET' | 'POST', path: string, body?: unknown) =>
  ctx.doors.as(login).call<T>(method, path, body)
const rowsOf = async (
  ctx: LifeContext,
  definition: string,
  filter: object,
): Promise<readonly { id: string; pieces?: number }[]> => {
  const query = encodeURIComponent(JSON.stringify(filter))
  const found = await call<{ rows?: { id: string; pieces?: number }[] }>(
    ctx,
    clerk,
    'GET',
    `/rows/${definition}?filter=${query}&limit=50`,
  )
  return found.body.rows ?? []
}
/** The team, its members and one kind of piecework, where they are not there yet. */
const install = async (ctx: LifeContext, day: string): Promise<boolean> => {
  if ((await rowsOf(ctx, 'volunteers.volunteer', { code: selfOf(0).code })).length > 0) return true
  const form = { name: '模拟城管志愿者服务队', kind: 'social', captain: '队长', captainPhone: '13700000000', areas: ['模拟街道'] }
  const team = await call<{ id?: string }>(ctx, clerk, 'POST', '/subjects/volunteers.team', { values: form })
  const { id } = team.body
  if (!id) return false
  await call(ctx, 'juzhang', 'POST', `/subjects/volunteers.team/${id}/approve`, { values: { isOk: 'yes' } })
  for (let n = 0; n < members; n++)
    await call(ctx, clerk, 'POST', '/rows/volunteers.volunteer', {
      values: { ...selfOf(n), name: nameOf(n), team: id, isParty: n % 3 === 0, registeredOn: day },
    })
  const kind = { name: '清除小广告', unit: '张', points: 1, dayMost: 30, isOn: true }
  await call(ctx, 'shuju', 'POST', '/rows/volunteers.piece-kind', { values: kind })
  return true
}
/** What was done today is verified. */
const verify: Step['next'] = async (ctx) => {
  for (const { id } of await rowsOf(ctx, 'volunteers.service', { status: 'waiting' }))
    await call(ctx, clerk, 'POST', `/subjects/volunteers.service/${id}/verify`, { values: { isOk: 'yes' } })
  for (const { id, pieces } of await rowsOf(ctx, 'volunteers.piece', { status: 'waiting' }))
    await call(ctx, clerk, 'POST', `/subjects/volunteers.piece/${id}/verify`, { values: { counted: pieces } })
  return undefined
}
/** @param at the moment volunteers gather */
export const volunteerRound =
  (beat: Beat, at: number): Step['next'] =>
  async (ctx) => {
    if (!(await install(ctx, beat.today(at)))) return undefined
    const { random } = beat
    const ring = beat.cells[0]?.ring
    const [a, b] = [ring?.[0], ring?.[2]]
    if (!a || !b) return undefined
    const place = { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 }
    const self = selfOf(random.integer(0, members - 1))
    const self2 = selfOf(random.integer(0, members - 1))
    const door = ctx.doors.anyone
    await door.call('POST', '/public/volunteers/check-in', {
      ...self,
      ...place,
      what: random.pick(['文明劝导', '路口值守', '分类引导']),
    })
    const [kind] = await rowsOf(ctx, 'volunteers.piece-kind', { name: '清除小广告' })
    if (kind) {
      const photos = [await ctx.photo('清除前'), await ctx.photo('清除后')]
      await door.call('POST', '/public/volunteers/pieces', {
        ...self2,
        ...place,
        kind: kind.id,
        pieces: random.integer(3, 12),
        photos,
      })
    }
    return {
      after: random.integer(60, 200),
      next: async (later) => {
        await later.doors.anyone.call('POST', '/public/volunteers/check-out', { ...self, ...place })
        return { after: 120, next: verify }
      },
    }
  }
