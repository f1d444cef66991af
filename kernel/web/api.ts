/** The kernel's own addresses, for screens that show anything a definition describes. */
import { get, patch, post, type Query, toQuery } from './call.ts'
import type { Child, IndicatorMeta, IndicatorValue, Page, Row, SubjectPage, TimelineEntry, Work } from './types.ts'

export interface ListQuery {
  readonly filter?: Readonly<Record<string, unknown>>
  readonly search?: string
  readonly sort?: string
  readonly desc?: '0' | '1'
  readonly limit?: number
  readonly offset?: number
  readonly box?: readonly number[]
  readonly area?: string
}
export interface Place {
  readonly lon?: number
  readonly lat?: number
}
const rows = (definition: string): string => `/rows/${definition}`
export const listRows = (definition: string, query: ListQuery, signal?: AbortSignal): Promise<Page> =>
  get(rows(definition), { ...query }, signal)
export const getRow = (definition: string, id: string, asOf?: string): Promise<Row> => get(`${rows(definition)}/${id}`, { asOf })
export const getHistory = (definition: string, id: string): Promise<{ entries: readonly TimelineEntry[] }> =>
  get(`${rows(definition)}/${id}/history`)
export const traceUrl = (definition: string, id: string): string => `/api${rows(definition)}/${id}/history/export`
export const getChildren = (definition: string, id: string): Promise<{ rows: readonly Child[] }> =>
  get(`${rows(definition)}/${id}/children`)
export const createRow = (definition: string, values: Query, place?: Place): Promise<Row> =>
  post(rows(definition), { values, place })
export const editRow = (
  definition: string,
  id: string,
  body: { values: Query; place?: Place; version?: number; reason?: string },
): Promise<Row> => patch(`${rows(definition)}/${id}`, body)
export const retireRow = (definition: string, id: string, reason: string): Promise<Row> =>
  post(`${rows(definition)}/${id}/retire`, { reason })
export const reveal = (definition: string, id: string, field: string, reason: string): Promise<{ value: string | null }> =>
  post(`${rows(definition)}/${id}/reveal`, { field, reason })
export const exportUrl = (definition: string, query: ListQuery, format: string): string =>
  `/api${rows(definition)}/export${toQuery({ ...query, limit: undefined, offset: undefined, format })}`

/** The grid cells of a community. */
export const getCells = (community: string): Promise<{ areas: readonly { readonly code: string; readonly name: string }[] }> =>
  get(`/areas/${community}/cells`)

export interface CodeHit {
  readonly definition: string
  readonly id: string
  readonly title: string
  readonly areaCode: string | null
}
/** What bears this number or code, of whatever kind. */
export const lookUp = async (code: string): Promise<readonly CodeHit[]> =>
  (await get<{ hits: readonly CodeHit[] }>('/lookup', { code })).hits

export const getSubject = (procedure: string, id: string): Promise<SubjectPage> => get(`/subjects/${procedure}/${id}`)
export interface Opened {
  readonly id: string
  readonly number: string
  readonly receipt: string
}
export const openSubject = (procedure: string, body: Query): Promise<Opened> => post(`/subjects/${procedure}`, body)
export const act = (
  procedure: string,
  id: string,
  action: string,
  values: Query,
  version?: number,
): Promise<{ id: string; number: string; status: string }> => post(`/subjects/${procedure}/${id}/${action}`, { values, version })
export interface BulkResult {
  readonly done: number
  readonly results: readonly { readonly subjectId: string; readonly ok: boolean; readonly refusalZh: string | null }[]
}
export const actOnMany = (procedure: string, action: string, ids: readonly string[], values: Query): Promise<BulkResult> =>
  post(`/subjects/${procedure}/bulk/${action}`, { ids, values })

export const getWork = (query: Query = {}): Promise<Work> => get('/work', query)
export const listIndicators = (): Promise<{ indicators: readonly IndicatorMeta[] }> => get('/indicators')
export const getIndicator = (id: string, query: Query): Promise<IndicatorMeta & { values: readonly IndicatorValue[] }> =>
  get(`/indicators/${id}`, query)
export interface IndicatorRows {
  readonly definition: string
  readonly rows: readonly Row[]
  readonly sql: string
  readonly params: readonly unknown[]
}
export const getIndicatorRows = (id: string, query: Query): Promise<IndicatorRows> => get(`/indicators/${id}/rows`, query)
export interface Code {
  readonly code: string
  readonly zh: string
}
export const getCodes = (list: string): Promise<{ rows: readonly Code[] }> => get(`/codes/${list}`)
