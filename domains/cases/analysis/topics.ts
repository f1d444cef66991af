/** 热点: what the descriptions of the last days are about, beside the weeks before, for the whole district and place by place. */
import { raw, reject, type WorkContext } from '#kernel'
import { changeOf, findTopics, type Told, type Topic } from '#kernel/learn/topics.ts'
import { addDays, instantOfDay, today } from './days.ts'

export interface TopicsAsked {
  readonly until?: string
  readonly days: number
  readonly weeks: number
  readonly source: 'public' | 'all'
}
interface Row {
  readonly id: string
  readonly text: string
  readonly community: string | null
  readonly at: Date
}
/** Of more texts than this the oldest are left out of the comparison; the page says so. */
const mostTexts = 4000
const leastTexts = 20
const publicSources = [
  '12319',
  '12345',
  'hotline',
  'snap',
  'minqingtong',
  'petition',
  'minhu',
  'massReport',
  'rewarded',
  'opinion',
]
const textsSql = `select id, description as text, left(area_code, 12) as community, created_at as at from cases."case"
  where created_at >= $1 and created_at < $2 and status <> all (array['cancelled', 'merged']) and ($3::text[] is null or source = any($3::text[]))
  order by created_at desc limit ${mostTexts}`

const casesShown = 5
/** A topic in one community: many now where there were few. */
const placesOf = (topics: readonly Topic[], told: readonly Told[], options: Parameters<typeof changeOf>[2]) => {
  const cells = topics.flatMap((topic) => {
    const by = new Map<string, number[]>()
    for (const m of topic.members) {
      const place = told[m]?.place
      if (place) by.set(place, [...(by.get(place) ?? []), m])
    }
    return [...by].map(([place, members]) => ({ topic, place, members }))
  })
  return cells
    .flatMap(({ topic, place, members }) => {
      const recent = members.filter((m) => told[m]?.isRecent)
      const change = changeOf(recent.length, members.length - recent.length, options, cells.length)
      const isHot = recent.length >= options.least && (change.trend === 'up' || change.trend === 'new')
      return isHot
        ? [
            {
              topic: topic.name,
              area: place,
              recent: recent.length,
              ...change,
              cases: recent.slice(0, casesShown).map((m) => told[m]?.id ?? ''),
            },
          ]
        : []
    })
    .sort((a, b) => a.p - b.p)
}
const round1 = (n: number): number => Math.round(n * 10) / 10
export const hotTopics = async (work: WorkContext, { until, days, weeks, source }: TopicsAsked) => {
  const end = addDays(until ?? today(work), 1)
  const from = addDays(end, -days)
  const { rows } = await raw<Row>(work.tx, textsSql, [
    instantOfDay(addDays(from, -weeks * 7)),
    instantOfDay(end),
    source === 'public' ? publicSources : null,
  ])
  if (rows.length < leastTexts) return reject('cases.too-few', { count: rows.length, least: leastTexts })
  const begin = instantOfDay(from).getTime()
  const told = rows.map((r): Told => ({ id: r.id, text: r.text, place: r.community, isRecent: r.at.getTime() >= begin }))
  // Where the oldest were left out, the days before are only those that were read.
  const oldest = rows.at(-1)?.at.getTime() ?? begin
  const beforeDays = rows.length < mostTexts ? weeks * 7 : Math.max(1, (begin - oldest) / 86_400_000)
  const options = { recentDays: days, beforeDays, least: Math.max(3, Math.round(days / 2)) }
  const topics = findTopics(told, options)
  const grouped = topics.reduce((n, t) => n + t.recent, 0)
  const recent = told.filter((t) => t.isRecent).length
  return {
    from,
    to: addDays(end, -1),
    texts: recent,
    before: told.length - recent,
    grouped: recent === 0 ? 0 : grouped / recent,
    note: `比较期${Math.round(beforeDays)}天。上升、新出现、下降均经检验(假定没有变化时出现这样多少的机会,已按话题数从严);其余记平稳。`,
    topics: topics
      .filter((t) => t.recent > 0 || t.trend === 'down')
      .slice(0, 30)
      .map((t) => {
        const own = t.members.filter((m) => told[m]?.isRecent)
        const shown = own.length > 0 ? own : t.members
        return {
          name: t.name,
          recent: t.recent,
          expected: round1(t.expected),
          trend: t.trend,
          p: t.p,
          example: told[shown[0] ?? 0]?.text.slice(0, 80) ?? '',
          cases: shown.slice(0, casesShown).map((m) => told[m]?.id ?? ''),
        }
      }),
    places: placesOf(topics, told, options).map((c) => ({ ...c, expected: round1(c.expected) })),
  }
}
