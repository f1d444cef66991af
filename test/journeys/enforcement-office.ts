/** The people of an enforcement brigade and what they do all day, for the journeys of enforcement. */
import { createHash } from 'node:crypto'
import { raw } from '#kernel'
import { beijing, type Client, photo, somewhere, type World } from '../world.ts'

export interface StoredFile {
  readonly id: string
  readonly sha256: string
}
/** A file as an upload leaves it: the row of the original with its hash. */
export const storedFile = async (w: World): Promise<StoredFile> => {
  const id = crypto.randomUUID()
  const sha256 = createHash('sha256').update(id).digest('hex')
  await w.kernel.db.withDistricts([w.district], (tx) =>
    raw(
      tx,
      `insert into kernel.file (district, id, sha256, name, mime, size, uploaded_at) values ($1, $2, $3, 'v.mp4', 'video/mp4', 9, $4)`,
      [w.district, id, sha256, w.clock.now()],
    ),
  )
  return { id, sha256 }
}
export interface Answered {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly zh: string
}
export const openOffice = async (w: World) => {
  const logins = [
    'zhongdui21',
    'zhongdui22',
    'zhongdui31',
    'dadui1',
    'fazhi1',
    'fazhi2',
    'neiqin1',
    'juzhang',
    'shuju',
    'kaohe1',
    'jiedao2',
  ]
  const [officer, partner, stranger, head, jurist, second, clerk, leader, data, reader, street] = (await Promise.all(
    logins.map((l) => w.as(l)),
  )) as [Client, Client, Client, Client, Client, Client, Client, Client, Client, Client, Client]
  let serial = 0
  const tryOpen = async (who: Client, procedure: string, values: unknown, extra: Record<string, unknown> = {}) =>
    (await who.post<Answered>(`/subjects/${procedure}`, { values, ...extra })).body
  const open = async (who: Client, procedure: string, values: unknown, extra: Record<string, unknown> = {}) => {
    const answer = await who.post<Answered>(`/subjects/${procedure}`, { values, ...somewhere, ...extra })
    if (answer.status !== 201) throw new Error(`${procedure}: ${answer.status} ${answer.body.zh} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const add = async (who: Client, register: string, values: unknown, place?: unknown) => {
    const answer = await who.post<{ id: string; zh?: string }>(`/rows/${register}`, { values, place })
    if (answer.status !== 201) throw new Error(`${register}: ${answer.status} ${answer.body.zh}`)
    return answer.body.id
  }
  const party = (kind: 'person' | 'org', name: string, extra: Record<string, unknown> = {}) =>
    add(officer, 'enforcement.party', {
      kind,
      name,
      code: `T${String(++serial).padStart(17, '0')}`,
      isReachable: false,
      ...extra,
    })
  const lead = async (who: Client, values: Record<string, unknown>) => {
    const made = await open(who, 'enforcement.penalty', {
      source: 'patrol',
      topic: 'muck',
      party: values.party ?? (await party('org', `当事人${serial}`)),
      happenedOn: new Date(w.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
      address: '建设路12号',
      description: '案情',
      ...values,
    })
    return made.id
  }
  const row = async (definition: string, id: string) => (await reader.get<Record<string, any>>(`/rows/${definition}/${id}`)).body
  const list = async (definition: string, filter: Record<string, unknown> = {}) =>
    (
      await reader.get<{ rows: Record<string, any>[]; total: number }>(`/rows/${definition}`, {
        filter: JSON.stringify(filter),
        limit: '500',
      })
    ).body
  const figure = async (id: string, query: Record<string, string> = {}) => {
    const answer = await reader.get<{
      values: { key: string | null; value: number | null; numerator: number; denominator: number }[]
    }>(`/indicators/${id}`, {
      from: beijing('2026-01-01 00:00').toISOString(),
      to: beijing('2028-01-01 00:00').toISOString(),
      ...query,
    })
    if (answer.status !== 200) throw new Error(`${id}: ${JSON.stringify(answer.body)}`)
    return answer.body.values
  }
  const behind = async (id: string, query: Record<string, string> = {}) =>
    (await reader.get<{ rows: Record<string, any>[] }>(`/indicators/${id}/rows`, query)).body.rows
  return {
    officer,
    partner,
    stranger,
    head,
    jurist,
    second,
    clerk,
    leader,
    data,
    reader,
    street,
    open,
    tryOpen,
    add,
    party,
    lead,
    row,
    list,
    figure,
    behind,
    page: async (procedure: string, id: string) => (await reader.get<Record<string, any>>(`/subjects/${procedure}/${id}`)).body,
    children: async (definition: string, id: string, procedure: string) =>
      (
        await reader.get<{ rows: { id: string; procedure: string; number: string; status: string }[] }>(
          `/rows/${definition}/${id}/children`,
        )
      ).body.rows.filter((r) => r.procedure === procedure),
    benchmark: async (law: string, circumstance: string) =>
      (await list('enforcement.benchmark', { law, circumstance })).rows[0]?.id as string,
    evidence: (penalty: string, file: StoredFile, extra: Record<string, unknown> = {}) => ({
      penalty,
      kind: 'video',
      origin: 'onSite',
      file: [file.id],
      sha256: file.sha256,
      device: '执法记录仪007',
      takenAt: w.clock.now().toISOString(),
      place: '建设路12号',
      proves: '倾倒行为',
      ...extra,
    }),
    /** A case led to the end of its investigation. */
    investigated: async (values: Record<string, unknown>, conclude: Record<string, unknown>) => {
      const id = await lead(officer, values)
      await officer.act('enforcement.penalty', id, 'submitFiling', { coHandler: partner.personId, insist: '情节影响较大' })
      await head.act('enforcement.penalty', id, 'approveFiling')
      await officer.act('enforcement.penalty', id, 'showId', { note: '已出示' })
      const file = await storedFile(w)
      const piece = await open(officer, 'enforcement.evidence', {
        penalty: id,
        kind: 'photo',
        origin: values.contact === 'noncontact' ? 'device' : 'onSite',
        file: [file.id],
        sha256: file.sha256,
        device: '记录仪',
        takenAt: w.clock.now().toISOString(),
        place: '现场',
        proves: '违法事实',
      })
      await jurist.act('enforcement.evidence', piece.id, 'verify')
      await open(officer, 'enforcement.process-record', { penalty: id, step: 'investigate', words: '调查', media: [file.id] })
      await officer.act('enforcement.penalty', id, 'conclude', { report: '查明事实', kinds: ['fine'], ...conclude })
      return id
    },
    today: () => new Date(w.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    receipt: () => [photo()],
  }
}
export type Office = Awaited<ReturnType<typeof openOffice>>
