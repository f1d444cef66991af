/**
 * The detector of our own: a frame of a camera → things → zones → the same pipeline that outside boxes feed. Who stays where is held
 * in memory, for the cameras this process is given; after a restart a stay begins anew, and nobody is told wrongly.
 */
import { dayOf, type Kernel, raw, reject, systemActor } from '#kernel'
import { keepFile, prepareFile } from '#kernel/files/index.ts'
import { detectorModel, pictureReader } from '#kernel/vision/index.ts'
import type { Device } from '../devices.ts'
import { ingestOf } from '../ingest.ts'
import { emptyState, follow, type Seen, type Zone, type ZoneState } from './zone.ts'

interface ZoneRow {
  readonly id: string
  readonly scene: string
  readonly classes: readonly string[]
  readonly least: number
  readonly atOnce: number
  readonly dwellSeconds: number
  readonly corners: readonly { readonly x: number; readonly y: number }[] | null
  readonly shop: string | null
}
export interface Frame {
  readonly camera: string
  readonly at: Date
  readonly bytes: Buffer
}
export interface Watched {
  readonly objects: readonly { readonly name: string; readonly confidence: number }[]
  /** Scenes that were reported. */
  readonly told: readonly string[]
  readonly refused: readonly string[]
}
/** Told as the version of the model until somebody gives it a better name in the register. */
const modelName = 'YOLOX(平台自带)'

const findZones = async (kernel: Kernel, device: Device, camera: string): Promise<readonly ZoneRow[] | undefined> =>
  kernel.db.withDistricts([device.district], async (tx) => {
    const cameras = await raw<{ id: string }>(
      tx,
      'select id from sensing.camera where number = $1 and box = $2 and is_on and retired_at is null',
      [camera, device.id],
    )
    const [found] = cameras.rows
    if (!found) return undefined
    const { rows } = await raw<ZoneRow>(
      tx,
      `select z.id, z.scene, to_jsonb(z.classes) as classes, z.least::float8 as least, z.at_once as "atOnce", z.dwell_seconds as "dwellSeconds", z.corners, s.name as shop
       from sensing.zone z left join sensing.shop_in_view s on s.district = z.district and s.id = z.shop where z.camera = $1 and z.is_on and z.retired_at is null`,
      [found.id],
    )
    return rows
  })
const zoneOf = (row: ZoneRow): Zone => ({
  id: row.id,
  scene: row.scene,
  corners: (row.corners ?? []).map(({ x, y }) => [x / 100, y / 100] as const),
  classes: new Set(row.classes),
  least: row.least,
  count: row.atOnce,
  dwellMs: row.dwellSeconds * 1000,
})

export const createWatch = (kernel: Kernel) => {
  const states = new Map<string, { readonly at: number; readonly state: ZoneState }>()
  const keepPicture = async (device: Device, frame: Frame): Promise<string> => {
    const prepared = await prepareFile(kernel, device.district, {
      name: `${frame.camera}.jpg`,
      bytes: frame.bytes,
      accept: ['image'],
    })
    const kept = await kernel.db.withDistricts([device.district], (tx) =>
      keepFile({ kernel, tx, district: device.district, actor: systemActor, now: kernel.now() }, prepared),
    )
    return kept.id
  }
  const sizeOf = async (bytes: Buffer): Promise<{ readonly width: number; readonly height: number }> => {
    const { default: sharp } = await import('sharp')
    const meta = await sharp(bytes)
      .metadata()
      .catch(() => reject('kernel.file-kind', { kind: '打不开的图片' }))
    return { width: meta.autoOrient.width, height: meta.autoOrient.height }
  }
  /** Refusals: sensing.field, kernel.file-kind, those of the reader. */
  return async (device: Device, frame: Frame): Promise<Watched> => {
    const zones = await findZones(kernel, device, frame.camera)
    if (!zones) return reject('sensing.field', { why: `摄像头${frame.camera}未登记、停用或不属本设备` })
    const { width, height } = await sizeOf(frame.bytes)
    const objects = await pictureReader().detectObjects(frame.bytes, detectorModel())
    const seen: Seen[] = objects.map(({ name, confidence, box }) => ({
      name,
      confidence,
      left: box.left / width,
      top: box.top / height,
      width: box.width / width,
      height: box.height / height,
    }))
    const gap =
      Number(kernel.parameters.value(device.district, 'sensing.track-gap-seconds', dayOf(kernel, device.district, frame.at))) *
      1000
    const told: string[] = []
    const refused: string[] = []
    let picture: string | undefined
    for (const row of zones) {
      const key = `${device.district} ${row.id}`
      const known = states.get(key)
      const at = frame.at.getTime()
      // A frame that comes late says nothing about what stays.
      if (known && at < known.at) continue
      const { state, met } = follow(zoneOf(row), known?.state ?? emptyState, seen, at, gap)
      states.set(key, { at, state })
      if (!met) continue
      picture ??= await keepPicture(device, frame)
      const detection = {
        camera: frame.camera,
        scene: row.scene,
        confidence: Math.round(met.confidence * 1000) / 1000,
        model: modelName,
        picture,
        ...(row.shop ? { shop: row.shop } : {}),
      }
      const ingest = await ingestOf(kernel)
      const taken = await ingest.takeItems('http', device, [{ at, detection }])
      if (taken.refused.length === 0) told.push(row.scene)
      refused.push(...taken.refused.map((r) => r.detail))
    }
    return { objects: objects.map(({ name, confidence }) => ({ name, confidence })), told, refused }
  }
}
export type Watch = ReturnType<typeof createWatch>
const watches = new WeakMap<Kernel, Watch>()
/** The watch of this process. */
export const watchOf = (kernel: Kernel): Watch => {
  const known = watches.get(kernel) ?? createWatch(kernel)
  watches.set(kernel, known)
  return known
}
