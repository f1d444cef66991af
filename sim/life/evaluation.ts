/** The assessor's year: points and a scheme at the start, a drawn check of the roads each week, the round of each month locked and ranked. */
import type { PlannedArea } from '../city/plan.ts'
import type { Random } from '../city/random.ts'
import type { LifeContext, Step } from './people.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }
const hour = 3_600_000
const dayMs = 24 * hour
const localDay = (at: number): string => new Date(at + 8 * hour).toISOString().slice(0, 10)
const as = (ctx: LifeContext, login: string) => ctx.doors.as(login)
const open = async (ctx: LifeContext, login: string, procedure: string, values: unknown): Promise<string | undefined> =>
  (await as(ctx, login).call<{ id?: string }>('POST', `/subjects/${procedure}`, { values })).body.id
const act = async (ctx: LifeContext, login: string, procedure: string, id: string, action: string, values: unknown = {}) =>
  (await as(ctx, login).call('POST', `/subjects/${procedure}/${id}/${action}`, { values })).status < 300
const list = async (ctx: LifeContext, definition: string, filter: unknown, limit = 200): Promise<readonly Row[]> =>
  (
    await as(ctx, 'kaohe1').call<{ rows?: readonly Row[] }>(
      'GET',
      `/rows/${definition}?limit=${limit}&filter=${encodeURIComponent(JSON.stringify(filter))}`,
    )
  ).body.rows ?? []
const companies = ['洁城环卫公司', '绿源保洁公司', '通达环境公司'] as const

/** Three roads a street to be looked at, and what counts how much. */
export const beginAssessment =
  (streets: readonly PlannedArea[], at: number): Step['next'] =>
  async (ctx) => {
    if ((await list(ctx, 'evaluation.point', {}, 1)).length > 0) return undefined
    for (const [s, street] of streets.entries())
      for (let k = 1; k <= 3; k++)
        await as(ctx, 'kaohe1').call('POST', '/rows/evaluation.point', {
          values: {
            code: `DL${String(s + 1).padStart(2, '0')}-${k}`,
            name: `${street.name}${['主干道', '次干道', '背街小巷'][k - 1]}`,
            topic: 'road',
            street: street.code,
            operator: companies[s % companies.length],
            roadClass: k === 1 ? 'trunk' : 'branch',
          },
          place: { areaCode: street.code },
        })
    const scheme = await open(ctx, 'kaohe1', 'evaluation.scheme', {
      name: `${localDay(at).slice(0, 4)}年度城市管理考核办法`,
      year: Number(localDay(at).slice(0, 4)),
      level: 'district',
      basis: '区城市管理考核办法',
    })
    if (!scheme) return undefined
    const item = (values: unknown) =>
      act(ctx, 'kaohe1', 'evaluation.scheme', scheme, 'addItem', { clause: '第三条', ...(values as object) })
    await item({
      code: 'A1',
      name: '道路保洁检查',
      kind: 'score',
      full: 40,
      indicator: 'evaluation.score-road',
      scoring: 'linear',
      target: 100,
      zeroAt: 60,
    })
    await item({
      code: 'A2',
      name: '案件按期处置率',
      kind: 'score',
      full: 40,
      indicator: 'cases.handle-in-time-rate',
      scoring: 'linear',
      target: 98,
      zeroAt: 60,
    })
    await item({
      code: 'A3',
      name: '检查问题按期整改率',
      kind: 'score',
      full: 20,
      indicator: 'evaluation.findings-in-time-rate',
      scoring: 'band',
      bands: '95:100,80:80,60:50,0:0',
    })
    await act(ctx, 'juzhang', 'evaluation.scheme', scheme, 'publish', { validFrom: `${localDay(at).slice(0, 4)}-01-01` })
    return undefined
  }

/** A week's check: drawn by seed, each point looked at by its own inspector, audited by the assessor, faults put right by the street. */
export const weeklyCheck =
  (random: Random, at: number): Step['next'] =>
  async (ctx) => {
    const day = localDay(at)
    const check = await open(ctx, 'kaohe1', 'evaluation.check', {
      topic: 'road',
      name: `${day.slice(5)}道路保洁检查`,
      mode: 'sample',
      fromOn: day,
      toOn: localDay(at + 6 * dayMs),
      perStreet: 1,
      isUnannounced: true,
    })
    if (!check || !(await act(ctx, 'kaohe1', 'evaluation.check', check, 'draw', { seed: day.replaceAll('-', '') })))
      return undefined
    return { after: 600, next: inspectAll(random, check) }
  }
const inspectAll =
  (random: Random, check: string): Step['next'] =>
  async (ctx) => {
    for (const point of await list(ctx, 'evaluation.inspection', { check })) {
      const login = ctx.logins.get(String(point.inspector)) ?? 'kaohe1'
      const photo = await ctx.photo('考核')
      if (random.chance(0.4))
        await act(ctx, login, 'evaluation.inspection', point.id, 'find', {
          code: '1',
          count: random.integer(1, 4),
          note: random.pick(['路面积尘', '果皮纸屑未清', '雨水口积泥', '垃圾桶满溢']),
          photos: [photo],
        })
      await act(ctx, login, 'evaluation.inspection', point.id, 'submit', { scenePhotos: [photo] })
      await act(ctx, login === 'kaohe1' ? 'juzhang' : 'kaohe1', 'evaluation.inspection', point.id, 'confirm')
    }
    return { after: 500, next: putRight(random, check) }
  }
const putRight =
  (random: Random, check: string): Step['next'] =>
  async (ctx) => {
    for (const found of await list(ctx, 'evaluation.finding', { check, status: 'open' })) {
      if (random.chance(0.1)) continue
      const street = Number(String(found.street).slice(6, 9))
      await act(ctx, `jiedao${street}`, 'evaluation.finding', found.id, 'fix', {
        fixPhotos: [await ctx.photo('整改')],
        fixNote: '已清扫',
      })
      await act(ctx, 'kaohe1', 'evaluation.finding', found.id, 'verify')
    }
    await act(ctx, 'kaohe1', 'evaluation.check', check, 'conclude', {
      report: '各街道主次干道保洁总体较好,个别背街小巷积尘、雨水口积泥。',
    })
    return undefined
  }
/** The round of the month before: reckoned and made public. */
export const monthlyRound =
  (at: number): Step['next'] =>
  async (ctx) => {
    const last = new Date(at + 8 * hour)
    last.setUTCDate(0)
    const month = last.toISOString().slice(0, 7)
    const scheme = (await list(ctx, 'evaluation.scheme', { status: 'published' }, 1))[0]
    if (!scheme) return undefined
    const round = await open(ctx, 'kaohe1', 'evaluation.round', {
      scheme: scheme.id,
      name: `${Number(month.slice(5))}月考核`,
      kind: 'month',
      fromOn: `${month}-01`,
      toOn: last.toISOString().slice(0, 10),
    })
    if (!round || !(await act(ctx, 'kaohe1', 'evaluation.round', round, 'compute'))) return undefined
    await act(ctx, 'juzhang', 'evaluation.round', round, 'publish')
    return undefined
  }
