/**
 * Messages of citizens from a hotline or another platform, one JSON object a line (or a CSV): each becomes an order (诉求工单) at its
 * own time. The accepted columns are `columns` below, in Chinese or English; the first that is filled counts.
 */

import { orderChannels, orderKinds } from '#domains/intake/contract.ts'
import { type Kernel, raw, reject } from '#kernel'
import { type Bad, type Entry, runBatches } from '../batches.ts'
import { existingDistrict } from '../district.ts'
import { ImportError, type Job, type Kind } from '../job.ts'
import { countRows, type FileRow, readRows } from '../read.ts'
import { type KnownStep, type Past, preparePast, writePasts } from '../steps.ts'
import { parseTime } from '../times.ts'

const zone = 'Asia/Shanghai'
const procedure = 'intake.order'
export const columns = {
  id: ['id', '编号', '工单号', '工单编号', '留言编号', 'number', 'outsideNumber'],
  title: ['title', '标题', '主题', '留言主题'],
  text: ['text', 'content', '内容', '诉求内容', '留言详情', '描述', 'description'],
  time: ['time', '时间', '来电时间', '留言时间', '受理时间', '登记时间', 'createdAt', 'occurredAt'],
  channel: ['channel', '渠道', '来源', 'source'],
  kind: ['kind', '诉求类型', '类型'],
  name: ['name', '姓名', '来电人', '诉求人', 'user', '留言用户', '用户'],
  phone: ['phone', '电话', '联系电话', '来电号码', 'mobile'],
  address: ['address', '地址', '地点', '位置'],
  reply: ['reply', '答复', '答复意见', '答复内容', '回复'],
  replyTime: ['replyTime', '答复时间', '回复时间', 'repliedAt'],
} as const
type Column = keyof typeof columns

export interface Complaint {
  readonly id: string
  readonly channel: string
  readonly at: Date
  readonly input: Readonly<Record<string, unknown>>
  readonly reply: { readonly text: string; readonly at: Date } | undefined
}
/** By key or by the label that people read. */
const findKey = (choices: Readonly<Record<string, string>>, written: string): string | undefined =>
  written in choices ? written : Object.keys(choices).find((key) => choices[key] === written || choices[key]?.startsWith(written))

const cell = (values: FileRow['values'], column: Column): string => {
  for (const name of columns[column]) {
    const value = values[name]
    if (value !== undefined && value !== null && String(value).trim() !== '') return String(value).trim()
  }
  return ''
}
interface Defaults {
  readonly channel: string
  readonly kind: string
}
const replyOf = (values: FileRow['values'], at: Date): Complaint['reply'] | string => {
  const text = cell(values, 'reply')
  if (!text) return undefined
  const written = cell(values, 'replyTime')
  const replied = parseTime(zone, written)
  if (!replied) return `有答复而答复时间不明 a reply without a time: “${written}”`
  return replied < at ? `答复时间${written}早于诉求时间 replied before it was asked` : { text, at: replied }
}
/** A row as an order, or why it cannot be one. */
export const readComplaint = ({ row, values, fault }: FileRow, defaults: Defaults): Entry<Complaint> | Bad => {
  const id = cell(values, 'id')
  const channelText = cell(values, 'channel')
  const channel = channelText ? findKey(orderChannels, channelText) : defaults.channel
  const bad = (reason: string): Bad => ({ row, key: id && channel ? `${channel}:${id}` : null, channel, reason })
  if (fault) return bad(fault)
  if (!channel) return bad(`没有这个渠道 no such channel: ${channelText}(${Object.keys(orderChannels).join(', ')})`)
  if (!id) return bad('没有编号 no id')
  const content = cell(values, 'text') || cell(values, 'title')
  if (!content) return bad('没有内容 no text')
  const at = parseTime(zone, cell(values, 'time'))
  if (!at) return bad(`时间不明 time not understood: “${cell(values, 'time')}”`)
  const kindText = cell(values, 'kind')
  const kind = kindText ? findKey(orderKinds, kindText) : defaults.kind
  if (!kind) return bad(`没有这个诉求类型 no such kind: ${kindText}(${Object.keys(orderKinds).join(', ')})`)
  const reply = replyOf(values, at)
  if (typeof reply === 'string') return bad(reply)
  const input = {
    channel,
    kind,
    outsideNumber: id,
    title: cell(values, 'title') || null,
    content,
    callerName: cell(values, 'name') || null,
    callerPhone: cell(values, 'phone') || null,
    address: cell(values, 'address') || null,
    occurredAt: at.toISOString(),
  }
  return { row, key: `${channel}:${id}`, channel, item: { id, channel, at, input, reply } }
}

/** A reply proves that somebody had taken the order on by then; no earlier moment is known. */
const stepsOf = ({ reply }: Complaint): readonly KnownStep[] =>
  reply
    ? [
        { action: 'accept', input: {}, at: reply.at },
        { action: 'reply', input: { reply: reply.text }, at: reply.at },
      ]
    : []
const clientKeyOf = ({ channel, id }: Complaint): string => `import:${channel}:${id}`

async function* entries(file: string, defaults: Defaults): AsyncGenerator<Entry<Complaint> | Bad> {
  for await (const row of readRows(file)) yield readComplaint(row, defaults)
}
const defaultsOf = (job: Job): Defaults => {
  const channel = job.option('channel') ?? '12345'
  const kind = job.option('kind') ?? 'complaint'
  if (!(channel in orderChannels))
    throw new ImportError(`没有渠道${channel},可选:${Object.keys(orderChannels).join('、')}`, `no channel ${channel}`)
  if (!(kind in orderKinds))
    throw new ImportError(`没有诉求类型${kind},可选:${Object.keys(orderKinds).join('、')}`, `no kind ${kind}`)
  return { channel, kind }
}
/** Entered by hand or by the platform's own door under the same outside number before the import came. */
const findEntered = async (kernel: Kernel, district: string): Promise<ReadonlyMap<string, string>> =>
  kernel.db.withDistricts([district], async (tx) => {
    const { rows } = await raw<{ id: string; key: string }>(
      tx,
      `select id, channel || ':' || outside_number as key from intake."order" where outside_number is not null`,
      [],
    )
    return new Map(rows.map((r) => [r.key, r.id]))
  })

type Prepared = { readonly past: Past } | { readonly knownId: string }
export const complaints: Kind = {
  id: 'complaints',
  zh: '诉求留言 → 诉求工单',
  en: 'citizens’ messages → orders',
  options: {
    district: '区划代码(默认本区) district code',
    channel: '渠道(默认12345) channel',
    kind: '诉求类型(默认complaint) kind where the file has none',
  },
  run: async (job) => {
    const { kernel } = job
    const defaults = defaultsOf(job)
    const district = await existingDistrict(kernel, job.option('district'))
    const entered = await findEntered(kernel, district)
    return runBatches<Complaint, Prepared>(job, {
      importId: 'complaints',
      district,
      rows: entries(job.file, defaults),
      total: await countRows(job.file),
      prepare: async (tx, { key, item }) => {
        const knownId = entered.get(key)
        if (knownId) return { knownId }
        const opening = { procedure, district, action: 'receive', input: item.input, clientKey: clientKeyOf(item), at: item.at }
        return { past: await preparePast(kernel, tx, opening, stepsOf(item)) }
      },
      write: async (tx, prepared) => {
        const pasts = prepared.flatMap((p) => ('past' in p ? [p.past] : []))
        const written = [...(await writePasts(kernel, tx, procedure, pasts))]
        return prepared.map((p) =>
          'past' in p
            ? (written.shift() ?? reject('kernel.not-found', { what: procedure }))
            : { id: p.knownId, isKnown: true, reason: '已由渠道登记 entered before' },
        )
      },
    })
  },
}
