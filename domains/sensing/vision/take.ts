/**
 * Detections of an outside box, over any channel of the ingest: an item `{at, detection: {camera, scene, confidence, model, picture, shop?}}`;
 * `picture` is the id of a file handed in before, `scene` a key of `scenesZh`. The camera must name this device as its box.
 */
import { createOpener, type Kernel, Refused, raw, systemActor } from '#kernel'
import type { Device } from '../devices.ts'
import type { Moment, Refuse } from '../interpret.ts'
import { isTimely, timeOf } from '../interpret.ts'
import { scenesZh } from './words.ts'

type Item = Readonly<Record<string, unknown>>
interface CameraRow {
  readonly id: string
  readonly number: string
  readonly road: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const isObject = (value: unknown): value is Item => value !== null && typeof value === 'object' && !Array.isArray(value)
export const isDetection = (item: unknown): item is Item & { readonly detection: Item } =>
  isObject(item) && isObject(item.detection)
const refused = (item: unknown, reason: Refuse['reason'], detail: string): Refuse => ({ item, reason, detail })

export const createDetections = (kernel: Kernel) => {
  const open = createOpener(kernel)
  const findCamera = async (device: Device, number: unknown): Promise<CameraRow | undefined> => {
    const { rows } = await kernel.db.withDistricts([device.district], (tx) =>
      raw<CameraRow>(
        tx,
        'select id, number, road, lon, lat, area_code as "areaCode" from sensing.camera where number = $1 and box = $2 and is_on and retired_at is null',
        [String(number), device.id],
      ),
    )
    return rows[0]
  }
  const one = async (device: Device, item: Item & { readonly detection: Item }, moment: Moment): Promise<Refuse | undefined> => {
    const { detection: d } = item
    const at = timeOf(item.at, moment.now)
    if (Number.isNaN(at) || !isTimely(at, moment)) return refused(item, 'badTime', '发现时间无效')
    if (typeof d.scene !== 'string' || !(d.scene in scenesZh)) return refused(item, 'badValue', `场景无效:${String(d.scene)}`)
    const camera = await findCamera(device, d.camera)
    if (!camera) return refused(item, 'foreignDevice', `摄像头${String(d.camera)}未登记、停用或不属本设备`)
    try {
      await open({
        procedure: 'sensing.detection',
        district: device.district,
        actor: systemActor,
        lon: camera.lon,
        lat: camera.lat,
        areaCode: camera.areaCode ?? device.district,
        isOutsideGrid: camera.lon === null,
        clientKey: `${camera.id} ${at} ${d.scene} ${String(d.shop ?? '')}`,
        input: {
          camera: camera.id,
          cameraNumber: camera.number,
          road: camera.road,
          scene: d.scene,
          confidence: d.confidence,
          seenAt: new Date(at).toISOString(),
          modelVersion: d.model,
          picture: [d.picture],
          shopName: d.shop ?? null,
        },
      })
      return undefined
    } catch (error) {
      if (error instanceof Refused) return refused(item, 'badValue', error.refusal.code)
      throw error
    }
  }
  /** Opens them together; each is there once however often it comes. */
  return async (
    device: Device,
    items: readonly unknown[],
    moment: Moment,
  ): Promise<{ accepted: number; refused: readonly Refuse[] }> => {
    const found = await Promise.all(items.filter(isDetection).map((item) => one(device, item, moment)))
    const wrong = found.filter((r) => r !== undefined)
    return { accepted: found.length - wrong.length, refused: wrong }
  }
}
