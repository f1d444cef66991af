/** CAP 1.2 below `/api/cap`: a public feed (weather responses, and alarms as grave as a dated parameter says), and one of all for who may see alarms. */
import { z } from 'zod'
import { type BoundRoute, bind, dayOf, defineParameters, mayDo, type RequestContext, raw, reject } from '#kernel'
import { route } from '#kernel/contract'
import { alertXml, feedXml, identifierOf, type Office } from './alert.ts'
import { listMessages, type Message, type Selection } from './messages.ts'

export const capParameters = defineParameters([
  {
    name: 'cap.public-severity',
    zh: '对外预警的最低告警级别:0提示 1预警 2报警 3紧急 4都不公开',
    value: 3,
    unit: '级',
    source: '本局信息发布办法(示例);车载、视频等跟人跟车的设备从不公开',
  },
  { name: 'cap.hours', zh: '预警信息的有效时长与解除后保留时长', value: 24, unit: '小时', source: 'CAP 1.2 expires' },
])
const address = (path: string, zh: string, permission: string, mime: string) =>
  route({
    method: 'GET',
    path: `/cap${path}`,
    zh,
    permission,
    tag: 'cap',
    input: z.object({}).loose(),
    output: z.unknown(),
    raw: mime,
  })
const routes = {
  open: address('/public.atom', '预警信息(公开):Atom,每条为 CAP 1.2', 'public', 'application/atom+xml'),
  all: address('/all.atom', '预警信息(全部):Atom,每条为 CAP 1.2', 'sensing.alarm.read', 'application/atom+xml'),
  one: address('/alerts/:file', '一条预警信息(CAP 1.2)', 'public', 'application/cap+xml'),
} as const
const parameter = (ctx: RequestContext, name: string): number =>
  ctx.kernel.parameters.value(ctx.district, name, dayOf(ctx.kernel, ctx.district, ctx.now))
const selection = (ctx: RequestContext, isPublic: boolean): Selection => ({
  isPublic,
  leastRank: isPublic ? parameter(ctx, 'cap.public-severity') : 0,
  endedSince: new Date(ctx.now.getTime() - parameter(ctx, 'cap.hours') * 3_600_000),
})
const officeOf = async (ctx: RequestContext, isPublic: boolean): Promise<Office> => {
  const names = ctx.kernel.places.names(ctx.district)
  return {
    district: ctx.district,
    name: `${names.get(ctx.district) ?? ctx.district}城市管理`,
    sender: process.env.CITYLOOP_CAP_SENDER ?? `cityloop@${ctx.district}.invalid`,
    areaName: (code) => names.get(code),
    isPublic,
    hours: parameter(ctx, 'cap.hours'),
  }
}
const atom = async (ctx: RequestContext, isPublic: boolean): Promise<unknown> => {
  const office = await officeOf(ctx, isPublic)
  const things = await ctx.work(({ tx }) => listMessages(tx, ctx.district, selection(ctx, isPublic)))
  const last = things.flatMap((messages) => messages.at(-1) ?? []).sort((a, b) => b.sent.getTime() - a.sent.getTime())
  const at = `${ctx.request.protocol}://${ctx.request.headers.host}/api/cap/${isPublic ? 'public' : 'all'}.atom`
  return ctx.reply.header('content-type', 'application/atom+xml; charset=utf-8').send(feedXml(last, office, at, ctx.now))
}
/** The thing a message is about, found from its identifier: `district.number.seq`. */
const findSubject = async (ctx: RequestContext, key: string): Promise<string | undefined> => {
  const [sql, value] = /^W[0-9a-f]{12}$/.test(key)
    ? [`select id from sensing.weather where right(replace(id::text, '-', ''), 12) = $1`, key.slice(1)]
    : ['select id from sensing.alarm where number = $1', key]
  return (await ctx.work(({ tx }) => raw<{ id: string }>(tx, sql, [value]))).rows[0]?.id
}
const findMessage = async (ctx: RequestContext, identifier: string, isPublic: boolean): Promise<Message | undefined> => {
  const [district, key = ''] = identifier.split('.')
  const subject = district === ctx.district ? await findSubject(ctx, key) : undefined
  if (!subject) return undefined
  const chosen = { ...selection(ctx, isPublic), endedSince: new Date(0), subject }
  const things = await ctx.work(({ tx }) => listMessages(tx, ctx.district, chosen))
  return things.flat().find((m) => identifierOf(m, isPublic) === identifier)
}
export const capRoutes: readonly BoundRoute[] = [
  bind(routes.open, (_input, ctx) => atom(ctx, true)),
  bind(routes.all, (_input, ctx) => atom(ctx, false)),
  bind(routes.one, async ({ file }, ctx) => {
    const identifier = String(file).replace(/\.xml$/, '')
    const isPublic = !identifier.endsWith('.R')
    if (!isPublic && !ctx.who) reject('identity.required')
    const isAllowed = isPublic || (ctx.who !== null && mayDo(ctx.who, 'sensing.alarm.read'))
    const found = isAllowed ? await findMessage(ctx, identifier, isPublic) : undefined
    const message = found ?? reject('kernel.not-found', { what: `预警信息${identifier}` })
    return ctx.reply
      .header('content-type', 'application/cap+xml; charset=utf-8')
      .send(alertXml(message, await officeOf(ctx, isPublic)))
  }),
]
