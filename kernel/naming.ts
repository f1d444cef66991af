/** `pilotTown` ↔ `pilot_town`: TypeScript names are camelCase, SQL names snake_case, and this is the one place that knows. */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate column concurrently constraint create cross
   default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in initially inner intersect
   into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing
   primary references returning right select session_user similar some symmetric table tablesample then to trailing true union unique user using
   variadic verbose when where window with`.split(/\s+/),
)
export const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`).replaceAll('-', '_')
const known = new Map<string, string>()
/** The column of a property; a word SQL keeps for itself gets a trailing underscore (`limit` → `limit_`). Remembered: intake asks it per field and row. */
export const columnName = (name: string): string => {
  const found = known.get(name)
  if (found !== undefined) return found
  const made = reserved.has(snake(name)) ? `${snake(name)}_` : snake(name)
  known.set(name, made)
  return made
}
export const camel = (name: string): string => name.replace(/_$/, '').replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase())
