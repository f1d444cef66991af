/** Small things every file of sanitation needs. */
import { dayText, hourMs, one, openIn, refusals, reject, systemActor, type WorkContext } from '#kernel'

export const { why, notYet } = refusals('sanitation')
export const clock = { source: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '时间应如 06:30' }
export const monthPattern = { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份应如 2026-03' }
export const platePattern = {
  source: '^[\\u4e00-\\u9fa5][A-Z][A-Z0-9]{4,6}[A-Z0-9\\u4e00-\\u9fa5]$',
  zh: '号牌格式不对,如 苏D12345、苏DF12345',
}
/** @returns a parameter of sanitation in force today. */
export const inForce = (ctx: Pick<WorkContext, 'kernel' | 'district' | 'now'>, name: string): number =>
  ctx.kernel.parameters.value(ctx.district, `sanitation.${name}`, dayText(ctx.now))
/** `HH:MM` of the district's time. */
export const clockText = (at: Date): string => new Date(at.getTime() + 8 * hourMs).toISOString().slice(11, 16)
export const instantOf = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`)
/** The Monday of the week a day falls in. */
export const mondayOf = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`)
  return new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}
/** The name of a row that a record points at, of one of our own tables. */
export const nameOf = async (ctx: WorkContext, table: string, column: string, id: unknown, zh: string): Promise<string> =>
  (
    await one<{ name: string }>(
      ctx.tx,
      `select ${column} as name from sanitation.${table} where id = $1::uuid and retired_at is null`,
      [id],
    )
  )?.name ?? reject('sanitation.field', { why: `没有这个${zh}` })
/** Which of these number plates no vehicle of the register bears. */
export const unknownPlates = async (ctx: WorkContext, plates: readonly string[]): Promise<readonly string[]> => {
  const known = await one<{ plates: readonly string[] }>(
    ctx.tx,
    `select coalesce(array_agg(plate), '{}') as plates from sanitation.vehicle where plate = any($1) and state <> 'scrapped' and retired_at is null`,
    [plates],
  )
  return plates.filter((p) => !known?.plates.includes(p))
}
export const platesOf = (text: string | null | undefined): readonly string[] => (text ?? '').split(/[、,,\s]+/).filter(Boolean)
export interface PlaceOf {
  readonly lon?: number | null
  readonly lat?: number | null
  readonly areaCode?: string | null
}
/** Opens a subject on the platform's own account; the same client key never makes two. */
export const openBySystem = (
  ctx: WorkContext,
  procedure: string,
  action: string,
  input: Record<string, unknown>,
  clientKey?: string,
  place: PlaceOf = {},
) =>
  openIn(ctx.tx, ctx.kernel, {
    procedure,
    action,
    district: ctx.district,
    actor: systemActor,
    input,
    lon: place.lon ?? null,
    lat: place.lat ?? null,
    areaCode: place.areaCode ?? ctx.district,
    isOutsideGrid: true,
    ...(clientKey ? { clientKey } : {}),
    at: ctx.now,
  })
