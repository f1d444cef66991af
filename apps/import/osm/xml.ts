/**
 * OSM XML as a stream of elements. The format uses little of XML (elements, attributes, the five entities and character references, a
 * comment perhaps), so a scanner of its own reads it: a text of any size goes through in pieces, cut wherever the reader cuts it.
 */
import type { LonLat } from '#kernel/geo/index.ts'
import { openText } from '../read.ts'
import type { OsmFeature } from './feature.ts'

export interface XmlTag {
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  readonly attributes: Readonly<Record<string, string>>
}
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (text: string): string => {
  if (!text.includes('&')) return text
  let out = ''
  let at = 0
  for (;;) {
    const start = text.indexOf('&', at)
    const end = start < 0 ? -1 : text.indexOf(';', start)
    if (end < 0) return out + text.slice(at)
    const name = text.slice(start + 1, end)
    const point = name.startsWith('#x')
      ? Number.parseInt(name.slice(2), 16)
      : name.startsWith('#')
        ? Number(name.slice(1))
        : Number.NaN
    out += text.slice(at, start) + (Number.isInteger(point) ? String.fromCodePoint(point) : (entities[name] ?? `&${name};`))
    at = end + 1
  }
}
const isSpace = (c: string | undefined): boolean => c === ' ' || c === '\n' || c === '\t' || c === '\r'

/** What stands between `<` and `>`. Throws Error for an attribute without quotes. */
export const readTag = (body: string): XmlTag => {
  if (body.startsWith('/')) return { name: body.slice(1).trim(), kind: 'close', attributes: {} }
  const isEmpty = body.endsWith('/')
  const text = isEmpty ? body.slice(0, -1) : body
  let at = 0
  while (at < text.length && !isSpace(text[at])) at += 1
  const name = text.slice(0, at)
  const attributes: Record<string, string> = {}
  for (;;) {
    while (isSpace(text[at])) at += 1
    if (at >= text.length) return { name, kind: isEmpty ? 'empty' : 'open', attributes }
    const equals = text.indexOf('=', at)
    const quote = text[equals + 1]
    const end = equals > 0 && (quote === '"' || quote === "'") ? text.indexOf(quote, equals + 2) : -1
    if (end < 0) throw new Error(`not XML: <${body.slice(0, 80)}>`)
    attributes[text.slice(at, equals).trim()] = decode(text.slice(equals + 2, end))
    at = end + 1
  }
}

/** Where the tag that begins at `start` ends: a `>` inside quotes does not end it. -1 where the rest is still to come. */
const endOf = (text: string, start: number): number => {
  if (text.startsWith('<!--', start)) {
    const end = text.indexOf('-->', start + 4)
    return end < 0 ? -1 : end + 2
  }
  let quote = ''
  for (let at = start; at < text.length; at += 1) {
    const c = text[at] ?? ''
    if (quote) quote = c === quote ? '' : quote
    else if (c === '"' || c === "'") quote = c
    else if (c === '>') return at
  }
  return -1
}
export async function* readTags(pieces: AsyncIterable<string>): AsyncGenerator<XmlTag> {
  let rest = ''
  for await (const piece of pieces) {
    rest += piece
    let at = 0
    for (;;) {
      const start = rest.indexOf('<', at)
      // `<!--` must be whole before it can be told from a tag.
      const end = start < 0 || (rest.length - start < 4 && rest[start + 1] === '!') ? -1 : endOf(rest, start)
      if (end < 0) {
        at = start < 0 ? rest.length : start
        break
      }
      const isMarkup = rest[start + 1] !== '!' && rest[start + 1] !== '?'
      if (isMarkup) yield readTag(rest.slice(start + 1, end))
      at = end + 1
    }
    rest = rest.slice(at)
  }
  if (rest.trim()) throw new Error(`the file breaks off: ${rest.slice(0, 80)}`)
}

interface Draft {
  readonly id: string
  readonly tags: Record<string, string>
  readonly refs: string[]
}
const areaTags = ['building', 'amenity', 'leisure', 'landuse', 'shop', 'tourism', 'office', 'natural']
/** A closed way is an area where its tags say so; a closed road stays a line. */
const wayShape = (line: readonly LonLat[], draft: Draft): OsmFeature['shape'] => {
  const isClosed = line.length >= 4 && draft.refs[0] === draft.refs.at(-1)
  const isArea = isClosed && !('highway' in draft.tags) && areaTags.some((t) => t in draft.tags)
  return isArea ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line }
}
export interface OsmReading {
  readonly features: readonly OsmFeature[]
  /** Relations are not read: their parts are ways, which are. */
  readonly relations: number
  /** Ways that name a node which the file does not hold. */
  readonly broken: readonly string[]
}
/** Tagged nodes and ways of an `.osm` / `.osm.xml`. Memory: about 100 bytes a node. */
export const readOsmXml = async (file: string): Promise<OsmReading> => {
  const nodes = new Map<string, LonLat>()
  const features: OsmFeature[] = []
  const broken: string[] = []
  let relations = 0
  let draft: Draft | undefined
  const finish = (kind: 'node' | 'way', { id, tags, refs }: Draft): void => {
    const point = kind === 'node' ? nodes.get(id) : undefined
    if (point && Object.keys(tags).length > 0)
      features.push({ id: `node/${id}`, tags, shape: { type: 'Point', coordinates: point } })
    if (kind === 'node') return
    const line = refs.flatMap((ref) => (nodes.has(ref) ? [nodes.get(ref) as LonLat] : []))
    if (line.length < refs.length || line.length < 2) broken.push(`way/${id}`)
    else features.push({ id: `way/${id}`, tags, shape: wayShape(line, { id, tags, refs }) })
  }
  for await (const { name, kind, attributes } of readTags(openText(file) as AsyncIterable<string>)) {
    if (name === 'node' || name === 'way') {
      if (kind !== 'close') draft = { id: attributes.id ?? '', tags: {}, refs: [] }
      if (name === 'node' && kind !== 'close') nodes.set(attributes.id ?? '', [Number(attributes.lon), Number(attributes.lat)])
      if (kind !== 'open' && draft) finish(name, draft)
      if (kind !== 'open') draft = undefined
    } else if (name === 'tag' && draft) draft.tags[attributes.k ?? ''] = attributes.v ?? ''
    else if (name === 'nd' && draft) draft.refs.push(attributes.ref ?? '')
    else if (name === 'relation' && kind !== 'close') {
      relations += 1
      draft = undefined
    }
  }
  return { features, relations, broken }
}
