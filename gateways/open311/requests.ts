/** Cases as GeoReport v2 knows them. What others wrote is not published: only its kind, place to the street, state and times. */
import type { Transaction } from 'kysely'
import { raw } from '#kernel'

export interface Service {
  readonly service_code: string
  readonly service_name: string
  readonly description: string | null
  readonly metadata: boolean
  readonly type: 'realtime'
  readonly keywords: string | null
  readonly group: string | null
}
/** The lowest categories of the national list (GB/T 47678.5), components and matters. */
export const listServices = async (tx: Transaction<unknown>, day: string): Promise<readonly Service[]> => {
  const { rows } = await raw<{ kind: string; code: string; zh: string; group: string | null }>(
    tx,
    `select k.list as kind, k.code, k.zh, k.attributes->>'major' as "group" from kernel.code k
     where k.list = any (array['component', 'matter']) and k.valid_from <= $1::date and (k.valid_to is null or k.valid_to > $1::date)
     order by k.list, k.code`,
    [day],
  )
  return rows.map((r) => ({
    service_code: `${r.kind}:${r.code}`,
    service_name: r.zh,
    description: null,
    metadata: false,
    type: 'realtime',
    keywords: null,
    group: r.group,
  }))
}
export interface RequestQuery {
  readonly ids?: readonly string[]
  readonly services?: readonly string[]
  readonly from: Date
  readonly to: Date
  readonly status?: 'open' | 'closed'
  readonly page: number
  readonly size: number
  /** The client whose own words may be given back. */
  readonly client: string | null
}
interface CaseRow {
  readonly number: string
  readonly isClosed: boolean
  readonly statusKey: string
  readonly service: string | null
  readonly serviceName: string | null
  readonly description: string | null
  readonly address: string | null
  readonly street: string | null
  readonly unit: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly dueAt: Date | null
  readonly lon: number | null
  readonly lat: number | null
  readonly picture: string | null
}
const requestOf = (row: CaseRow, statusZh: (status: string) => string, site: string) => ({
  service_request_id: row.number,
  status: row.isClosed ? ('closed' as const) : ('open' as const),
  status_notes: statusZh(row.statusKey),
  service_name: row.serviceName,
  service_code: row.service ?? '',
  description: row.description,
  agency_responsible: row.unit,
  service_notice: null,
  requested_datetime: row.createdAt.toISOString(),
  updated_datetime: row.updatedAt.toISOString(),
  expected_datetime: row.dueAt?.toISOString() ?? null,
  address: row.address ?? row.street,
  lat: row.lat,
  long: row.lon,
  // Only a copy with plates and faces covered; the newest first.
  media_url: row.picture ? `${site}/api/public/pictures/${row.picture}` : null,
})
export type ServiceRequest = ReturnType<typeof requestOf>

export const listRequests = async (
  tx: Transaction<unknown>,
  query: RequestQuery,
  statusZh: (status: string) => string,
  site: string,
): Promise<readonly ServiceRequest[]> => {
  const params: unknown[] = []
  const bind = (value: unknown): string => `$${params.push(value)}`
  const client = bind(query.client)
  const where = ["r.status <> 'cancelled'"]
  // Asked for by number, a request is found however old it is.
  if (query.ids) where.push(`r.number = any(${bind(query.ids)}::text[])`)
  else where.push(`r.created_at >= ${bind(query.from)}`, `r.created_at <= ${bind(query.to)}`)
  if (query.services) where.push(`r.category_kind || ':' || r.category = any(${bind(query.services)}::text[])`)
  if (query.status) where.push(query.status === 'closed' ? 'r.closed_at is not null' : 'r.closed_at is null')
  const isOwn = `(r.source_type = 'open311' and r.source_id = ${client}::text)`
  const { rows } = await raw<CaseRow>(
    tx,
    `select r.number, r.closed_at is not null as "isClosed", r.status as "statusKey", r.category_kind || ':' || r.category as service,
       (select k.zh from kernel.code k where k.list = r.category_kind and k.code = r.category order by k.valid_from desc limit 1) as "serviceName",
       case when ${isOwn} then r.description end as description, case when ${isOwn} then r.address end as address,
       (select a.name from kernel.area a where a.code = left(r.area_code, 9) and a.valid_to is null limit 1) as street,
       (select u.name from kernel.unit u where u.id = r.unit_id) as unit,
       r.created_at as "createdAt", r.updated_at as "updatedAt", r.due_at as "dueAt", r.lon, r.lat,
       (select p.file_id from kernel.published_picture p where p.district = r.district and p.state = 'published'
          and p.file_id = any(coalesce(r.after_photos, '{}') || coalesce(r.photos, '{}')) order by p.decided_at desc limit 1) as picture
     from cases."case" r where ${where.join(' and ')} order by r.created_at desc, r.id limit ${bind(query.size)} offset ${bind((query.page - 1) * query.size)}`,
    params,
  )
  return rows.map((row) => requestOf(row, statusZh, site))
}
