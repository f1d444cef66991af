/**
 * 线索的检验: whether two people met oftener than the lot would have it, and whether a unit stops its clocks in the last minutes oftener
 * than the others of its trade. All looks of one page together are wrong at most once in twenty pages (Bonferroni).
 */
import { binomialTail, meetingChance, type Stratum } from '#kernel/learn/chance.ts'

const falseAlarm = 0.05
export const signsNote =
  '配对与在本街道内抽签应有的次数比,压线与同业务的其他单位比;“超出偶然”的,全页误报任何一条的机会不超过5%。占比高而未超出偶然的(如一个街道只有一名核查人)也列出,不是线索。照片为同图或近似,须人工看过。一概只是线索,不是结论。'
export interface LastMinutes {
  readonly type: string
  readonly unitId: string | null
  readonly late: number
  readonly stopped: number
  readonly share: number
  readonly subjects: string[]
}
/** Each unit beside the other units of the same work; listed where any clock was stopped late. p is null where nobody compares. */
export const beyondPeers = (rows: readonly LastMinutes[]) => {
  const looks = rows.filter((r) => rows.some((o) => o !== r && o.type === r.type)).length
  return rows
    .filter((r) => r.late > 0)
    .map((r) => {
      const others = rows.filter((o) => o !== r && o.type === r.type)
      const [late, stopped] = [others.reduce((n, o) => n + o.late, 0), others.reduce((n, o) => n + o.stopped, 0)]
      if (stopped === 0) return { ...r, expected: null, p: null, isBeyond: false }
      // Half a case more than was seen: peers that were never late have not been late yet.
      const usual = (late + 0.5) / (stopped + 1)
      const p = binomialTail(r.late, r.stopped, usual, true)
      return { ...r, expected: Math.round(usual * r.stopped * 10) / 10, p, isBeyond: p < falseAlarm / looks }
    })
    .sort((a, b) => Number(b.isBeyond) - Number(a.isBeyond) || (a.p ?? 1) - (b.p ?? 1))
    .slice(0, 50)
}

export interface Step {
  readonly type: string
  readonly id: string
  readonly handlerId: string
  readonly handler: string
  readonly verifierId: string
  readonly verifier: string
  readonly street: string | null
}
const countBy = (steps: readonly Step[], of: (s: Step) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const s of steps) counts.set(of(s), (counts.get(of(s)) ?? 0) + 1)
  return counts
}
/** Pairs of `least` cases and more that met beyond chance, or that are nearly all (`share` %) of what the handler did. */
export const beyondChance = (steps: readonly Step[], least: number, share: number) => {
  const pairs = new Map<string, Step[]>()
  for (const s of steps) {
    const key = `${s.handlerId} ${s.verifierId}`
    pairs.set(key, [...(pairs.get(key) ?? []), s])
  }
  const streets = countBy(steps, (s) => s.street ?? '')
  const ofHandler = countBy(steps, (s) => `${s.street ?? ''} ${s.handlerId}`)
  const ofVerifier = countBy(steps, (s) => `${s.street ?? ''} ${s.verifierId}`)
  const whole = countBy(steps, (s) => s.handlerId)
  const looked = [...pairs.values()].filter((own) => own.length >= least)
  return looked
    .flatMap((own) => {
      const [first] = own
      if (!first) return []
      const strata = [...streets].flatMap(([street, total]): Stratum[] => {
        const [one, other] = [
          ofHandler.get(`${street} ${first.handlerId}`) ?? 0,
          ofVerifier.get(`${street} ${first.verifierId}`) ?? 0,
        ]
        return one > 0 && other > 0 ? [{ total, one, other }] : []
      })
      const { expected, p } = meetingChance(strata, own.length)
      const part = Math.round((10_000 * own.length) / (whole.get(first.handlerId) ?? own.length)) / 100
      const isBeyond = p < falseAlarm / looked.length
      if (!isBeyond && part < share) return []
      const { handler, verifier } = first
      const rows = own.map(({ type, id }) => ({ type, id }))
      return [
        {
          handler,
          verifier,
          count: own.length,
          share: part,
          expected: Math.round(expected * 10) / 10,
          p,
          isBeyond,
          subjects: rows.map((r) => r.id),
          rows,
        },
      ]
    })
    .sort((a, b) => Number(b.isBeyond) - Number(a.isBeyond) || a.p - b.p)
    .slice(0, 50)
}
