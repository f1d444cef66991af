/** The database's own limit: COPY of the same rows into a table of the same columns and indexes, one commit each batch, two at a time. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { pointId, pointPrefix } from '#domains/sensing/point.ts'
import { raw } from '#kernel'
import { simDistrict } from '#sim/city/plan.ts'
import type { Stage } from './stage.ts'

export type CopyTable = 'reading' | 'position'
const columns: Readonly<Record<CopyTable, string>> = {
  reading: 'district, id, at, received_at, by_name, area_code, device, quantity, value, quality',
  position:
    'district, id, at, received_at, by_name, lon, lat, area_code, device, speed, direction, altitude, alarm_bits, status_bits',
}
export interface CopyPlan {
  readonly table: CopyTable
  readonly rows: number
  readonly batch: number
  readonly devices: readonly string[]
  readonly from: number
}
const batchText = (plan: CopyPlan, batch: number): string => {
  const lines: string[] = []
  const received = new Date().toISOString()
  for (let i = 0; i < plan.batch; i++) {
    const n = batch * plan.batch + i
    const device = plan.devices[n % plan.devices.length] ?? ''
    const at = plan.from + Math.floor(n / plan.devices.length) * 1000
    const serial = plan.table === 'reading' ? 2 : 0
    const start = `${simDistrict}\t${pointId(pointPrefix(device), at, serial)}\t${new Date(at).toISOString()}\t${received}\t设备`
    lines.push(
      plan.table === 'reading'
        ? `${start}\t\\N\t${device}\ttemperature\t${10 + (n % 300) / 10}\tgood`
        : `${start}\t${119.901 + (n % 60_000) / 1e6}\t${31.721 + (n % 43_000) / 1e6}\t329901001001001\t${device}\t40\t90\t5\t0\t3`,
    )
  }
  return `${lines.join('\n')}\n`
}
/** A table like the real one, its indexes and monthly cut included, empty. */
export const makeCopyTable = async (stage: Stage, table: CopyTable): Promise<void> => {
  const name = `bench_${table}`
  await raw(stage.db.admin, `drop table if exists ${name}`, [])
  await raw(stage.db.admin, `create table ${name} (like sensing."${table}" including all) partition by range (at)`, [])
  await raw(stage.db.admin, `create table ${name}_all partition of ${name} default`, [])
}
/** @returns rows a second. */
export const copyRate = async (stage: Stage, plan: CopyPlan): Promise<number> => {
  const batches = Math.floor(plan.rows / plan.batch)
  const texts = Array.from({ length: batches }, (_, b) => batchText(plan, b))
  const { PGHOST: host, PGPORT: port, PGUSER: user, PGPASSWORD: password, PGDATABASE: database } = stage.env
  const clients = [0, 1].map(() => new pg.Client({ host, port: Number(port), user, password, database }))
  await Promise.all(clients.map((c) => c.connect()))
  let next = 0
  const began = performance.now()
  await Promise.all(
    clients.map(async (client) => {
      for (let text = texts[next++]; text !== undefined; text = texts[next++])
        await pipeline(
          Readable.from([text]),
          client.query(copyFrom(`copy bench_${plan.table} (${columns[plan.table]}) from stdin`)),
        )
    }),
  )
  const rate = (batches * plan.batch) / ((performance.now() - began) / 1000)
  await Promise.all(clients.map((c) => c.end()))
  return rate
}
