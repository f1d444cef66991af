/** 巡查计划: of all the bureau's plans those a person walks by. */
interface PlanRow {
  readonly id: string
  readonly [field: string]: unknown
}
export interface Plan {
  readonly id: string
  readonly name: string
}
/** Plans in force on a day, of one's own team, within the areas one works in (or around them), each with its hours. */
export const plansFor = (
  rows: readonly PlanRow[],
  of: { readonly who: string; readonly areas: readonly string[]; readonly today: string },
): readonly Plan[] =>
  rows
    .filter((r) => r.who === of.who && String(r.validFrom) <= of.today && (!r.validTo || String(r.validTo) > of.today))
    .filter((r) => of.areas.some((a) => String(r.area).startsWith(a) || a.startsWith(String(r.area))))
    .map((r) => ({ id: r.id, name: `${String(r.name)} ${String(r.startsAt)}–${String(r.endsAt)}` }))
