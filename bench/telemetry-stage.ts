/** The devices of the telemetry bench and where its server listens. */
import { hashKey } from '#domains/sensing/devices.ts'
import { device } from '#domains/sensing/registers.ts'
import { newRow, raw, systemActor, writeChanges } from '#kernel'
import { simDistrict } from '#sim/city/plan.ts'
import type { Stage } from './stage.ts'
import type { CopyTable } from './telemetry-copy.ts'
import { benchKey } from './telemetry-load.ts'

export const ports = { http: 8098, mqtt: 8097, jt808: 8096 } as const
/** Registers devices with the one key of the bench. */
export const addDevices = async (
  stage: Stage,
  rows: readonly { readonly number: string; readonly kind: string; readonly gateway?: string }[],
): Promise<readonly string[]> => {
  const made: string[] = []
  for (let i = 0; i < rows.length; i += 1000)
    await stage.kernel.db.withDistricts([simDistrict], async (tx) => {
      const ctx = { kernel: stage.kernel, tx, district: simDistrict, now: new Date(), actor: systemActor }
      const sets = rows.slice(i, i + 1000).map((r) => newRow(ctx, device, { ...r, name: r.number, state: 'active' }))
      await writeChanges(
        tx,
        sets.map((s) => s.set),
      )
      made.push(...sets.map((s) => s.row.id))
    })
  await raw(
    stage.db.admin,
    `insert into sensing.device_key (district, device_id, hash, issued_at) select $1, id, $2, now() from unnest($3::uuid[]) id`,
    [simDistrict, hashKey(benchKey), made],
  )
  return made
}
export const rowsOf = async (stage: Stage, table: CopyTable): Promise<number> => {
  const { rows } = await raw<{ n: number }>(stage.db.admin, `select count(*)::int as n from sensing."${table}"`, [])
  return rows[0]?.n ?? 0
}
