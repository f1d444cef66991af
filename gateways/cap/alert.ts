/** One message as CAP 1.2 XML, and the Atom feed that names them. */

import type { Message } from './messages.ts'
import { document, el } from './xml.ts'

export interface Office {
  readonly district: string
  readonly name: string
  readonly sender: string
  /** Name of an area by its code, where it has one. */
  readonly areaName: (code: string) => string | undefined
  readonly isPublic: boolean
  readonly hours: number
}
/** CAP wants whole seconds and an offset, never `Z`. */
export const capTime = (at: Date): string => `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
/** The two readings of one message are two messages: what the public is told names a street, not a door. */
export const identifierOf = (m: { readonly identifier: string }, isPublic: boolean): string =>
  isPublic ? m.identifier : `${m.identifier}.R`

const areaOf = (m: Message, o: Office) => {
  const code = m.areaCode ? m.areaCode.slice(0, 9) : o.district
  const at = (value: number): string => value.toFixed(o.isPublic ? 2 : 6)
  return el('area', [
    el('areaDesc', o.areaName(code) ?? o.name),
    m.lon !== null && m.lat !== null ? el('circle', `${at(m.lat)},${at(m.lon)} ${o.isPublic ? '1' : '0.1'}`) : undefined,
    el('geocode', [el('valueName', 'GB/T 2260'), el('value', o.district)]),
    ...(code.length === 9 ? [el('geocode', [el('valueName', 'GB/T 10114'), el('value', code)])] : []),
  ])
}
const infoOf = (m: Message, o: Office) =>
  el('info', [
    el('language', 'zh-CN'),
    el('category', m.category),
    el('event', m.event),
    el('responseType', m.isOver ? 'AllClear' : m.kind === 'weather' ? 'Prepare' : 'Monitor'),
    el('urgency', m.isOver ? 'Past' : m.onset.getTime() > m.sent.getTime() ? 'Future' : 'Immediate'),
    el('severity', m.severity),
    el('certainty', m.kind === 'weather' ? 'Likely' : m.type === 'Cancel' ? 'Unlikely' : 'Observed'),
    el('effective', capTime(m.sent)),
    el('onset', capTime(m.onset)),
    el('expires', capTime(m.expires ?? new Date(m.sent.getTime() + o.hours * 3_600_000))),
    el('senderName', o.name),
    el('headline', m.headline),
    el('description', m.description),
    areaOf(m, o),
  ])
export const alertXml = (m: Message, o: Office): string =>
  document(
    el(
      'alert',
      [
        el('identifier', identifierOf(m, o.isPublic)),
        el('sender', o.sender),
        el('sent', capTime(m.sent)),
        el('status', 'Actual'),
        el('msgType', m.type),
        el('scope', o.isPublic ? 'Public' : 'Restricted'),
        o.isPublic ? undefined : el('restriction', '仅供有告警查看权限的单位'),
        m.type === 'Cancel' ? el('note', m.headline) : undefined,
        m.earlier.length > 0
          ? el('references', m.earlier.map((e) => `${o.sender},${identifierOf(e, o.isPublic)},${capTime(e.sent)}`).join(' '))
          : undefined,
        infoOf(m, o),
      ],
      { xmlns: 'urn:oasis:names:tc:emergency:cap:1.2' },
    ),
  )
/** The last message of each thing, newest first. @param at where the feed itself is */
export const feedXml = (messages: readonly Message[], o: Office, at: string, now: Date): string => {
  const newest = messages.map((m) => m.sent).reduce((a, b) => (a > b ? a : b), new Date(0))
  return document(
    el(
      'feed',
      [
        el('id', at),
        el('title', `${o.name}预警信息`),
        el('updated', capTime(messages.length > 0 ? newest : now)),
        el('author', [el('name', o.name)]),
        el('link', '', { rel: 'self', href: at }),
        ...messages.map((m) => {
          const id = identifierOf(m, o.isPublic)
          const href = at.replace(/[^/]+$/, `alerts/${id}.xml`)
          return el('entry', [
            el('id', href),
            el('title', m.headline),
            el('updated', capTime(m.sent)),
            el('summary', m.description),
            el('link', '', { rel: 'alternate', type: 'application/cap+xml', href }),
          ])
        }),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom' },
    ),
  )
}
