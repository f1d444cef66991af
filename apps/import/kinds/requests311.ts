/**
 * Service requests of Boston (Analyze Boston, 29 columns; local times of America/New_York without a zone): each becomes a case with its
 * history. The deadline is theirs, whether it was kept comes from our clock, and the two verdicts are compared at the end.
 */
import { dayOf, raw } from '#kernel'
import { type Bad, type Entry, runBatches } from '../batches.ts'
import { needCode, tellAreas, writeDistrict } from '../district.ts'
import type { Job, Kind, Summary } from '../job.ts'
import { countRows, type FileRow, readRows } from '../read.ts'
import { type Past, preparePast, writePasts } from '../steps.ts'
import { parseTime } from '../times.ts'

const zone = 'America/New_York'
const procedure = 'cases.case'
/** Their `Source` in our words (`catalogue/sources.ts`); any other is a call to the hotline. */
export const sourceOf: Readonly<Record<string, string>> = {
  'Constituent Call': 'hotline',
  'Citizens Connect App': 'snap',
  'Self Service': 'snap',
  'City Worker App': 'collector',
  'Employee Generated': 'officer',
  Twitter: 'opinion',
  'Maximo Integration': 'superior',
}
export interface ServiceRequest {
  readonly id: string
  readonly openedAt: Date
  readonly dueAt: Date | undefined
  readonly closedAt: Date | undefined
  readonly result: string
  readonly lon: number | null
  readonly lat: number | null
  readonly input: Readonly<Record<string, unknown>>
}
/** What they say of a request: in time, late, or nothing. */
export type Verdict = 'ONTIME' | 'OVERDUE' | ''
const text = (values: FileRow['values'], name: string): string => String(values[name] ?? '').trim()

const degrees = (written: string): number | null =>
  written === '' || !Number.isFinite(Number(written)) || Number(written) === 0 ? null : Number(written)
const describe = (values: FileRow['values']): string => {
  const [title, type, reason] = ['CASE_TITLE', 'TYPE', 'REASON'].map((name) => text(values, name))
  return [title, [reason, type].filter((t) => t !== '' && t !== title).join(' · ')].filter((t) => t).join(' — ')
}
export const readRequest = ({ row, values }: FileRow): Entry<ServiceRequest> | Bad => {
  const id = text(values, 'CASE_ENQUIRY_ID')
  const source = sourceOf[text(values, 'Source')] ?? 'hotline'
  const bad = (reason: string): Bad => ({ row, key: id || null, channel: source, reason })
  const time = (name: string): Date | undefined => parseTime(zone, text(values, name))
  if (!id) return bad('没有 CASE_ENQUIRY_ID')
  for (const name of ['OPEN_DT', 'TARGET_DT', 'CLOSED_DT'])
    if (text(values, name) && !time(name)) return bad(`${name} 时间不明 not understood: “${text(values, name)}”`)
  const openedAt = time('OPEN_DT')
  if (!openedAt) return bad('没有 OPEN_DT')
  const closedAt = time('CLOSED_DT')
  if (closedAt && closedAt < openedAt) return bad('CLOSED_DT 早于 before OPEN_DT')
  if (!closedAt && text(values, 'CASE_STATUS') === 'Closed') return bad('已结案而没有 CLOSED_DT closed without a time')
  const description = describe(values)
  if (!description) return bad('没有 CASE_TITLE、TYPE、REASON')
  const [lon, lat] = [degrees(text(values, 'LONGITUDE')), degrees(text(values, 'LATITUDE'))]
  const input = {
    description: description.slice(0, 2000),
    source,
    outsideNumber: id,
    sourceType: '311',
    address: text(values, 'Location').slice(0, 256) || null,
    urgency: 'normal',
  }
  const item = {
    id,
    openedAt,
    dueAt: time('TARGET_DT'),
    closedAt,
    result: text(values, 'CLOSURE_REASON').slice(0, 2000),
    lon: lat === null ? null : lon,
    lat: lon === null ? null : lat,
    input,
  }
  return { row, key: id, channel: source, item }
}

const stepsOf = ({ openedAt, dueAt, closedAt, result }: ServiceRequest) => [
  {
    action: 'importHistory',
    input: { isEnded: false, dueAt: dueAt?.toISOString() ?? null, reason: '由311数据导入' },
    at: openedAt,
  },
  ...(closedAt
    ? [{ action: 'importHistory', input: { isEnded: true, result: result || null, reason: '由311数据导入' }, at: closedAt }]
    : []),
]
async function* entries(file: string, verdicts: Map<string, Verdict>): AsyncGenerator<Entry<ServiceRequest> | Bad> {
  for await (const row of readRows(file)) {
    const read = readRequest(row)
    if ('item' in read && read.item.closedAt) verdicts.set(read.item.id, text(row.values, 'OnTime_Status') as Verdict)
    yield read
  }
}

export interface Agreement {
  readonly compared: number
  readonly agreed: number
  readonly withoutDeadline: number
  readonly withoutVerdict: number
  readonly differing: readonly {
    readonly id: string
    readonly theirs: string
    readonly ours: string
    readonly handledAt: string
    readonly dueAt: string
  }[]
}
/** Our verdict on the stored case against theirs, over closed requests that have a deadline and a verdict. */
export const compareVerdicts = async (
  job: Pick<Job, 'kernel'>,
  district: string,
  verdicts: ReadonlyMap<string, Verdict>,
): Promise<Agreement> =>
  job.kernel.db.withDistricts([district], async (tx) => {
    const { rows } = await raw<{ id: string; handledAt: Date; dueAt: Date | null; isOnTime: boolean | null }>(
      tx,
      `select outside_number as id, handled_at as "handledAt", handle_due_at as "dueAt", handled_at <= handle_due_at as "isOnTime"
       from cases."case" where source_type = '311' and handled_at is not null order by outside_number`,
      [],
    )
    const ours = rows.flatMap((r) => (verdicts.has(r.id) ? [{ ...r, theirs: verdicts.get(r.id) ?? '' }] : []))
    const judged = ours.filter((r) => r.dueAt !== null && r.theirs !== '')
    const differing = judged.flatMap((r) => {
      const own = r.isOnTime ? 'ONTIME' : 'OVERDUE'
      return own === r.theirs
        ? []
        : [{ id: r.id, theirs: r.theirs, ours: own, handledAt: r.handledAt.toISOString(), dueAt: r.dueAt?.toISOString() ?? '' }]
    })
    const withoutDeadline = ours.filter((r) => r.dueAt === null).length
    return {
      compared: judged.length,
      agreed: judged.length - differing.length,
      withoutDeadline,
      withoutVerdict: ours.length - judged.length - withoutDeadline,
      differing,
    }
  })

const notesOf = (a: Agreement): Summary['notes'] => {
  const percent = a.compared === 0 ? '—' : `${((a.agreed / a.compared) * 100).toFixed(3)} %`
  return [
    {
      zh: `按期与否:本系统时钟与 OnTime_Status 一致 ${a.agreed}/${a.compared} = ${percent}(无期限 ${a.withoutDeadline} 件、原数据无结论 ${a.withoutVerdict} 件不比)`,
      en: `on time: our clock agrees with OnTime_Status on ${a.agreed}/${a.compared} = ${percent} (not compared: ${a.withoutDeadline} without a deadline, ${a.withoutVerdict} without a verdict)`,
    },
    ...a.differing.map((d) => ({
      zh: `  不一致 ${d.id}:原 ${d.theirs},本系统 ${d.ours},办结 ${d.handledAt},期限 ${d.dueAt}`,
      en: `differs: ${d.id} theirs ${d.theirs} ours ${d.ours}`,
    })),
  ]
}

export const requests311: Kind = {
  id: '311',
  zh: '波士顿 311 服务请求 → 案件(含经过)',
  en: 'Boston 311 service requests → cases with their history',
  options: { district: '区划代码(默认990617,没有则建立) district, made on first use', name: '区划名称 its name' },
  run: async (job) => {
    const { kernel } = job
    const district = needCode(job.option('district') ?? '990617')
    const today = dayOf(kernel, district, kernel.now())
    const isNew = await kernel.db.withDistricts([district], (tx) =>
      writeDistrict(tx, { code: district, name: job.option('name') ?? 'Boston 311(导入)' }, today),
    )
    if (isNew) await tellAreas(kernel, district)
    const verdicts = new Map<string, Verdict>()
    const summary = await runBatches<ServiceRequest, Past>(job, {
      importId: '311',
      district,
      rows: entries(job.file, verdicts),
      total: await countRows(job.file),
      prepare: (tx, { item }) => {
        const { lon, lat } = item
        const opening = {
          procedure,
          district,
          action: 'report',
          input: item.input,
          lon,
          lat,
          areaCode: district,
          isOutsideGrid: true,
          clientKey: `import:311:${item.id}`,
          at: item.openedAt,
        }
        return preparePast(kernel, tx, opening, stepsOf(item))
      },
      write: (tx, pasts) => writePasts(kernel, tx, procedure, pasts),
    })
    return { ...summary, notes: notesOf(await compareVerdicts(job, district, verdicts)) }
  },
}
