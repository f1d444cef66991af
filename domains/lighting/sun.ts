/** Sunrise and sunset, by the equations of the NOAA Global Monitoring Laboratory; within a minute or two at our latitudes. */
const degree = Math.PI / 180
const dayMs = 86_400_000

export interface SunTimes {
  readonly rise: Date
  readonly set: Date
}
/**
 * @param day `YYYY-MM-DD`, local day of UTC+8
 * @param lon degrees east
 * @param lat degrees north, between the polar circles
 */
export const sunTimes = (day: string, lon: number, lat: number): SunTimes => {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const yearStart = Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)
  const g = ((2 * Math.PI) / 365) * ((midnight - yearStart) / dayMs)
  const equation =
    229.18 *
    (0.000075 + 0.001868 * Math.cos(g) - 0.032077 * Math.sin(g) - 0.014615 * Math.cos(2 * g) - 0.040849 * Math.sin(2 * g))
  const declination =
    0.006918 -
    0.399912 * Math.cos(g) +
    0.070257 * Math.sin(g) -
    0.006758 * Math.cos(2 * g) +
    0.000907 * Math.sin(2 * g) -
    0.002697 * Math.cos(3 * g) +
    0.00148 * Math.sin(3 * g)
  const cosine =
    Math.cos(90.833 * degree) / (Math.cos(lat * degree) * Math.cos(declination)) - Math.tan(lat * degree) * Math.tan(declination)
  const half = Math.acos(Math.max(-1, Math.min(1, cosine))) / degree
  const at = (minutes: number): Date => new Date(midnight + Math.round(minutes) * 60_000)
  return { rise: at(720 - 4 * (lon + half) - equation), set: at(720 - 4 * (lon - half) - equation) }
}
