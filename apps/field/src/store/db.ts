/** What the device keeps: the queue and its attachments, what was read last, drafts, receipts, the track of a patrol. Also opened by the service worker. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Attachment, Entry } from '../queue/entry.ts'

/** A receipt of a citizen's report; without `receipt` it is still on its way. */
export interface OwnReport {
  readonly clientKey: string
  readonly receipt: string | null
  readonly number: string | null
  readonly description: string
  readonly address: string
  readonly at: number
  readonly thumb: Blob | null
  readonly nearby: number
}
export interface TrackPoint {
  readonly patrol: string
  readonly lon: number
  readonly lat: number
  readonly at: number
  readonly accuracyM: number
}
export interface Patrol {
  readonly id: string
  readonly personId: string
  readonly startedAt: number
  readonly plan: string | null
  readonly found: number
  readonly corrected: number
}
interface FieldDb extends DBSchema {
  queue: { key: string; value: Entry; indexes: { at: number } }
  files: { key: string; value: Attachment & { readonly blob: Blob | ArrayBuffer }; indexes: { entry: string } }
  kept: { key: string; value: { readonly key: string; readonly at: number; readonly value: unknown } }
  receipts: { key: string; value: OwnReport }
  patrols: { key: string; value: Patrol }
  points: { key: number; value: TrackPoint; indexes: { patrol: string } }
}
export type Db = IDBPDatabase<FieldDb>
let opened: Promise<Db> | undefined
export const openStore = (): Promise<Db> => {
  opened ??= openDB<FieldDb>('cityloop-field', 1, {
    upgrade: (db) => {
      db.createObjectStore('queue', { keyPath: 'clientKey' }).createIndex('at', 'at')
      db.createObjectStore('files', { keyPath: 'id' }).createIndex('entry', 'entry')
      db.createObjectStore('kept', { keyPath: 'key' })
      db.createObjectStore('receipts', { keyPath: 'clientKey' })
      db.createObjectStore('patrols', { keyPath: 'id' })
      db.createObjectStore('points', { autoIncrement: true }).createIndex('patrol', 'patrol')
    },
    // Another window or the service worker wants a newer shape: let it.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = undefined
    },
  })
  return opened
}
