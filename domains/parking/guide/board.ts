/** What a guidance board shows: free berths of its lots with their age, and where to turn. A stale number is never shown. */
import { many, one, reject, type Tx } from '#kernel'
import { type LotFree, readLots } from './availability.ts'
import { metresBetween } from './distance.ts'

export interface Board {
  readonly code: string
  readonly name: string
  readonly level: 'area' | 'road' | 'lot'
  readonly area: string | null
  readonly lot: string | null
  readonly lon: number | null
  readonly lat: number | null
}
export interface Shown {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly text: string
  readonly ageMinutes: number | null
  readonly isStale: boolean
  readonly lines: readonly {
    readonly name: string
    readonly free: number | null
    readonly ageMinutes: number | null
    readonly metres: number | null
    readonly heading: string | null
  }[]
}
const points = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as const
/** Which way to go, in eight directions. */
export const headingTo = (
  from: { readonly lon: number; readonly lat: number },
  to: { readonly lon: number; readonly lat: number },
): string => {
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180)
  const angle = (Math.atan2(east, to.lat - from.lat) * 180) / Math.PI
  return points[Math.round(((angle + 360) % 360) / 45) % 8] ?? '北'
}
const shortest = 5
const lineOf = (board: Board, lot: LotFree) => {
  const from = board.lon !== null && board.lat !== null ? { lon: board.lon, lat: board.lat } : undefined
  const to = lot.lon !== null && lot.lat !== null ? { lon: lot.lon, lat: lot.lat } : undefined
  return {
    name: lot.name,
    free: lot.free,
    ageMinutes: lot.ageMinutes,
    metres: from && to ? Math.round(metresBetween(from, to)) : null,
    heading: from && to ? headingTo(from, to) : null,
  }
}
const textOf = (lines: Shown['lines'], isStale: boolean): string =>
  isStale
    ? '余位数据更新中,请留意现场指示'
    : lines
        .map(
          (l) =>
            `${l.name} ${l.free === null ? '数据更新中' : l.free === 0 ? '已满' : `余${l.free}`}${l.heading && l.metres ? ` ${l.heading}${l.metres}米` : ''}`,
        )
        .join(';')

export const showBoard = async (tx: Tx, board: Board, now: Date, staleMinutes: number): Promise<Shown> => {
  const lots =
    board.level === 'area'
      ? await readLots(tx, now, staleMinutes, ` and l.area_code like $1 || '%'`, [board.area])
      : await readLots(tx, now, staleMinutes, ' and l.id = $1', [board.lot])
  const lines = lots
    .map((lot) => lineOf(board, lot))
    .sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
    .slice(0, shortest)
  const isStale = lines.every((l) => l.free === null)
  const ages = lines.flatMap((l) => (l.free === null || l.ageMinutes === null ? [] : [l.ageMinutes]))
  return {
    code: board.code,
    name: board.name,
    level: board.level,
    text: textOf(lines, isStale),
    ageMinutes: ages.length > 0 ? Math.max(...ages) : null,
    isStale,
    lines,
  }
}
const boardSql = 'select code, name, level, area, lot, lon, lat from parking.board where retired_at is null'
export const readBoards = (tx: Tx): Promise<readonly Board[]> => many<Board>(tx, `${boardSql} order by code`)
export const getBoard = async (tx: Tx, code: string): Promise<Board> =>
  (await one<Board>(tx, `${boardSql} and code = $1`, [code])) ?? reject('kernel.not-found', { what: '诱导屏' })
