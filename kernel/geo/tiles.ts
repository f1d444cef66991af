/** Mapbox Vector Tiles 2.1 from lon/lat features: project, clip, quantise, encode. For rows already chosen by a query. */

import { PbfWriter } from 'pbf'
import { type ClipBox, clipLine, clipRing } from './clip.ts'
import type { LineCoords, LonLat, MultiPolygonCoords, PolygonCoords, RingCoords } from './position.ts'

export type TileGeometry =
  | { readonly type: 'Point'; readonly coordinates: LonLat }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly LonLat[] }
  | { readonly type: 'LineString'; readonly coordinates: LineCoords }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly LineCoords[] }
  | { readonly type: 'Polygon'; readonly coordinates: PolygonCoords }
  | { readonly type: 'MultiPolygon'; readonly coordinates: MultiPolygonCoords }

type TileValue = string | number | boolean

export type TileFeature = {
  /** A whole number ≥ 0: the format knows no other ids. Put codes in the properties. */
  readonly id?: number
  readonly geometry: TileGeometry
  /** By name; or, in a layer with `keys`, the values in their order, which spares thousands of small objects a tile. */
  readonly properties: Readonly<Record<string, TileValue>> | readonly TileValue[]
}

export type TileLayer = {
  readonly name: string
  readonly features: readonly TileFeature[]
  readonly keys?: readonly string[]
}

/** Both in tile units; a buffer of 64 of 4096 is the usual 1/64 of a tile. */
export type TileOptions = { readonly extent?: number; readonly buffer?: number }

/** Web Mercator ends here, in degrees. */
const LAT_LIMIT = 85.05112877980659

/** `[west, south, east, north]` in degrees; `margin` is a share of the tile on each side (64/4096 for a buffered query). */
export function tileBounds(z: number, x: number, y: number, margin = 0): readonly [number, number, number, number] {
  const tiles = 2 ** z
  const lonOf = (column: number): number => (column / tiles) * 360 - 180
  const latOf = (row: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / tiles))) * 180) / Math.PI
  return [lonOf(x - margin), latOf(y + 1 + margin), lonOf(x + 1 + margin), latOf(y - margin)]
}

/** Where positions of this tile go and what is kept. */
type Frame = { readonly world: number; readonly left: number; readonly top: number; readonly box: ClipBox }

function tileX(frame: Frame, lon: number): number {
  return (lon / 360 + 0.5) * frame.world - frame.left
}

function tileY(frame: Frame, lat: number): number {
  const sin = Math.sin((Math.max(-LAT_LIMIT, Math.min(LAT_LIMIT, lat)) * Math.PI) / 180)
  return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * frame.world - frame.top
}

function project(frame: Frame, positions: readonly LonLat[]): number[] {
  const out: number[] = []
  for (const [lon, lat] of positions) out.push(tileX(frame, lon), tileY(frame, lat))
  return out
}

/** Whole tile units, neighbours that fall together kept once. */
function quantise(flat: readonly number[]): number[] {
  const out: number[] = []
  for (let at = 0; at < flat.length; at += 2) {
    const x = Math.round(flat[at] ?? 0)
    const y = Math.round(flat[at + 1] ?? 0)
    if (out.length === 0 || out[out.length - 2] !== x || out[out.length - 1] !== y) out.push(x, y)
  }
  return out
}

/** Commands of one feature; the cursor runs on through all its parts, as the format wants. */
type Pen = { readonly out: number[]; x: number; y: number }

const MOVE_TO = 1
const LINE_TO = 2
const CLOSE_PATH = 7

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)

function draw(pen: Pen, flat: readonly number[], start: number): void {
  for (let at = start; at < flat.length; at += 2) {
    const x = flat[at] ?? 0
    const y = flat[at + 1] ?? 0
    pen.out.push(zigzag(x - pen.x), zigzag(y - pen.y))
    pen.x = x
    pen.y = y
  }
}

function drawPath(pen: Pen, flat: readonly number[]): void {
  pen.out.push(MOVE_TO | (1 << 3))
  draw(pen, flat.slice(0, 2), 0)
  pen.out.push(LINE_TO | ((flat.length / 2 - 1) << 3))
  draw(pen, flat, 2)
}

function drawPoints(pen: Pen, frame: Frame, points: readonly LonLat[]): void {
  const { min, max } = frame.box
  const kept: number[] = []
  for (const [lon, lat] of points) {
    const x = tileX(frame, lon)
    const y = tileY(frame, lat)
    if (x >= min && x <= max && y >= min && y <= max) kept.push(Math.round(x), Math.round(y))
  }
  if (kept.length === 0) return
  pen.out.push(MOVE_TO | ((kept.length / 2) << 3))
  draw(pen, kept, 0)
}

function drawLines(pen: Pen, frame: Frame, lines: readonly LineCoords[]): void {
  for (const line of lines) {
    for (const part of clipLine(project(frame, line), frame.box)) {
      const flat = quantise(part)
      if (flat.length >= 4) drawPath(pen, flat)
    }
  }
}

/** Twice the area by the surveyor's formula, y downwards: an outer ring must be positive, a hole negative. */
function doubleArea(flat: readonly number[]): number {
  let sum = 0
  let previousX = flat[flat.length - 2] ?? 0
  let previousY = flat[flat.length - 1] ?? 0
  for (let at = 0; at < flat.length; at += 2) {
    const x = flat[at] ?? 0
    const y = flat[at + 1] ?? 0
    sum += previousX * y - x * previousY
    previousX = x
    previousY = y
  }
  return sum
}

function reversed(flat: readonly number[]): number[] {
  const out: number[] = []
  for (let at = flat.length - 2; at >= 0; at -= 2) out.push(flat[at] ?? 0, flat[at + 1] ?? 0)
  return out
}

/** Draws a ring unless it has shrunk to nothing; tells whether it did. */
function drawRing(pen: Pen, frame: Frame, ring: RingCoords, isHole: boolean): boolean {
  const flat = quantise(clipRing(project(frame, ring.slice(0, -1)), frame.box))
  if (flat.length > 2 && flat[0] === flat.at(-2) && flat[1] === flat.at(-1)) flat.length -= 2
  const area = doubleArea(flat)
  if (flat.length < 6 || area === 0) return false
  drawPath(pen, area > 0 === isHole ? reversed(flat) : flat)
  pen.out.push(CLOSE_PATH | (1 << 3))
  return true
}

function drawPolygons(pen: Pen, frame: Frame, polygons: MultiPolygonCoords): void {
  for (const rings of polygons) {
    const [outer, ...holes] = rings
    if (!outer || !drawRing(pen, frame, outer, false)) continue
    for (const hole of holes) drawRing(pen, frame, hole, true)
  }
}

const TYPE_CODES = { Point: 1, MultiPoint: 1, LineString: 2, MultiLineString: 2, Polygon: 3, MultiPolygon: 3 } as const

function commandsOf(frame: Frame, geometry: TileGeometry): number[] {
  const pen: Pen = { out: [], x: 0, y: 0 }
  switch (geometry.type) {
    case 'Point':
      drawPoints(pen, frame, [geometry.coordinates])
      break
    case 'MultiPoint':
      drawPoints(pen, frame, geometry.coordinates)
      break
    case 'LineString':
      drawLines(pen, frame, [geometry.coordinates])
      break
    case 'MultiLineString':
      drawLines(pen, frame, geometry.coordinates)
      break
    case 'Polygon':
      drawPolygons(pen, frame, [geometry.coordinates])
      break
    case 'MultiPolygon':
      drawPolygons(pen, frame, geometry.coordinates)
  }
  return pen.out
}

/** The number of a key or value in its layer's list. */
function numberIn<T>(list: Map<T, number>, item: T): number {
  const known = list.get(item)
  if (known !== undefined) return known
  list.set(item, list.size)
  return list.size - 1
}

function writeValue(value: TileValue, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value)
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value)
  else if (!Number.isSafeInteger(value) || Math.abs(value) > 2 ** 51) pbf.writeDoubleField(3, value)
  else if (value >= 0) pbf.writeVarintField(5, value)
  else pbf.writeSVarintField(6, value)
}

type Encoded = { readonly feature: TileFeature; readonly tags: number[]; readonly commands: number[] }

function writeFeature({ feature, tags, commands }: Encoded, pbf: PbfWriter): void {
  if (feature.id !== undefined && Number.isSafeInteger(feature.id) && feature.id >= 0) pbf.writeVarintField(1, feature.id)
  pbf.writePackedVarint(2, tags)
  pbf.writeVarintField(3, TYPE_CODES[feature.geometry.type])
  pbf.writePackedVarint(4, commands)
}

type LayerInput = {
  readonly name: string
  readonly extent: number
  readonly features: readonly Drawn[]
  readonly names: readonly string[]
}
type Drawn = { readonly feature: TileFeature; readonly commands: number[] }

function tagsOf(properties: TileFeature['properties'], keys: Map<string, number>, values: Map<TileValue, number>): number[] {
  const tags: number[] = []
  if (Array.isArray(properties)) {
    for (let at = 0; at < properties.length; at++) tags.push(at, numberIn(values, properties[at] as TileValue))
    return tags
  }
  for (const [key, value] of Object.entries(properties))
    if (value !== undefined && value !== null) tags.push(numberIn(keys, key), numberIn(values, value))
  return tags
}

function writeLayer({ name, features, extent, names }: LayerInput, pbf: PbfWriter): void {
  const keys = new Map<string, number>(names.map((key, number) => [key, number]))
  const values = new Map<TileValue, number>()
  pbf.writeVarintField(15, 2)
  pbf.writeStringField(1, name)
  for (const { feature, commands } of features) {
    pbf.writeMessage(2, writeFeature, { feature, tags: tagsOf(feature.properties, keys, values), commands })
  }
  for (const key of keys.keys()) pbf.writeStringField(3, key)
  for (const value of values.keys()) pbf.writeMessage(4, writeValue, value)
  pbf.writeVarintField(5, extent)
}

/**
 * One tile of the given layers. Features outside the tile and its buffer, parts that shrink to nothing and layers left
 * without features are left out, so a tile of nothing has no bytes. About 0.6 µs a point.
 */
export function encodeTile(layers: readonly TileLayer[], z: number, x: number, y: number, options: TileOptions = {}): Uint8Array {
  const { extent = 4096, buffer = 64 } = options
  const frame = { world: extent * 2 ** z, left: x * extent, top: y * extent, box: { min: -buffer, max: extent + buffer } }
  const pbf = new PbfWriter()
  for (const { name, features, keys = [] } of layers) {
    const drawn: Drawn[] = []
    for (const feature of features) {
      const commands = commandsOf(frame, feature.geometry)
      if (commands.length > 0) drawn.push({ feature, commands })
    }
    if (drawn.length > 0) pbf.writeMessage(3, writeLayer, { name, features: drawn, extent, names: keys })
  }
  return pbf.finish()
}
