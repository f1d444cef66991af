/** The hall and its applicants, for the journeys of permits. */
import { beijing, type Client, photo, somewhere, type World } from '../world.ts'

export interface Answered {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly zh: string
}
type Row = Record<string, any>
export const openHall = async (w: World) => {
  const logins = [
    'chuangkou1',
    'shencha1',
    'shencha2',
    'shenpi1',
    'shenpi2',
    'zhongdui21',
    'shuju',
    'kaohe1',
    'chuangkou2',
  ] as const
  const [clerk, reviewer, second, head, head2, officer, data, reader, clerk2] = (await Promise.all(
    logins.map((l) => w.as(l)),
  )) as [Client, Client, Client, Client, Client, Client, Client, Client, Client]
  const items = (await reader.get<{ rows: Row[] }>('/rows/permits.item', { limit: '500' })).body.rows
  const today = () => new Date(w.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const item = (code: string, version?: number): Row => {
    const found = items
      .filter((i) => i.code === code && (version ? i.edition === version : true))
      .sort((a, b) => b.edition - a.edition)[0]
    if (!found) throw new Error(`no item ${code}`)
    return found
  }
  const tryOpen = async (who: Client, procedure: string, values: unknown, extra: Row = {}) =>
    (await who.post<Answered>(`/subjects/${procedure}`, { values, ...somewhere, ...extra })).body
  const open = async (who: Client, procedure: string, values: unknown, extra: Row = {}) => {
    const answer = await who.post<Answered>(`/subjects/${procedure}`, { values, ...somewhere, ...extra })
    if (answer.status !== 201) throw new Error(`${procedure}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const add = async (who: Client, register: string, values: unknown, place?: unknown) => {
    const answer = await who.post<{ id: string; zh?: string }>(`/rows/${register}`, { values, place })
    if (answer.status !== 201) throw new Error(`${register}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  /** Street trees of one road in greening's register. */
  const streetTrees = async (codes: readonly string[]) => {
    const [greening, keeper] = [await w.as('chuzhi41'), await w.as('shuju')]
    const line = {
      type: 'LineString',
      coordinates: [
        [somewhere.lon, somewhere.lat],
        [somewhere.lon + 0.004, somewhere.lat],
      ],
    }
    const road = await add(keeper, 'grid.road', { name: '绿荫路', class: 'trunk', lengthM: 900 }, { geometry: line })
    const tree = { road, species: '香樟', dbhCm: 22, health: 'good', isDangerous: false, isAdoptable: false }
    for (const code of codes) await add(greening, 'greening.tree', { ...tree, code }, somewhere)
    const standing = async () =>
      (await greening.get<{ rows: Row[] }>('/rows/greening.tree', { limit: '100' })).body.rows.map((r) => r.code).sort()
    return { standing }
  }
  const common = (code: string, extra: Row = {}): Row => {
    const i = item(code, extra.version as number | undefined)
    const { version: _version, ...rest } = extra
    return {
      item: i.id,
      mode: 'ordinary',
      channel: 'window',
      applicantKind: 'org',
      applicantName: '湖滨某公司',
      applicantCode: '91320499MA1TEST01X',
      phone: '13900001234',
      address: '建设路12号',
      documents: i.documents,
      ...rest,
    }
  }
  const actionOf = (kind: string) => `apply${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
  const apply = (kind: string, values: Row, who: Client = clerk) =>
    open(who, 'permits.application', values, { action: actionOf(kind) })
  const tryApply = async (kind: string, values: Row) =>
    (await tryOpen(clerk, 'permits.application', values, { action: actionOf(kind) })).zh
  const a = 'permits.application'
  const row = async (definition: string, id: string) => (await reader.get<Row>(`/rows/${definition}/${id}`)).body
  const list = async (definition: string, filter: Row = {}) =>
    (await reader.get<{ rows: Row[]; total: number }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '500' }))
      .body
  const figure = async (id: string, query: Record<string, string> = {}) => {
    const answer = await reader.get<{
      values: { key: string | null; value: number | null; numerator: number; denominator: number }[]
    }>(`/indicators/permits.${id}`, {
      from: beijing('2026-01-01 00:00').toISOString(),
      to: beijing('2030-01-01 00:00').toISOString(),
      ...query,
    })
    if (answer.status !== 200) throw new Error(`${id}: ${JSON.stringify(answer.body)}`)
    return answer.body.values
  }
  const behind = async (id: string) => (await reader.get<{ rows: Row[] }>(`/indicators/permits.${id}/rows`)).body.rows
  const page = async (procedure: string, id: string) => (await reader.get<Row>(`/subjects/${procedure}/${id}`)).body
  const clock = async (id: string, name: string, procedure = a) =>
    (await page(procedure, id)).clocks.findLast((c: Row) => c.name === name) as Row
  const checkSite = (id: string) =>
    reviewer.act(a, id, 'siteCheck', { coChecker: second.personId, checkNote: '现场与申请一致', checkPhotos: [photo()] })
  /** From the counter to a granted application; the site is checked where the item asks for it. */
  const grant = async (id: string) => {
    await clerk.act(a, id, 'accept')
    if ((await row(a, id)).needsSiteCheck) await checkSite(id)
    await reviewer.act(a, id, 'propose', { review: '符合条件', isGranted: 'yes' })
    await head.act(a, id, 'grant', {})
  }
  const deliver = async (id: string, delivery = 'window') => {
    const now = await row(a, id)
    if (now.feeFen > 0) await clerk.act(a, id, 'pay', { paidOn: today(), voucher: 'P-1' })
    await clerk.act(a, id, 'deliver', { delivery })
    await w.settle()
    return (await list('permits.certificate', { application: id })).rows[0] as Row
  }
  const certify = async (kind: string, values: Row) => {
    const made = await apply(kind, values)
    await grant(made.id)
    return { id: made.id, card: await deliver(made.id) }
  }
  return {
    clerk,
    clerk2,
    reviewer,
    second,
    head,
    head2,
    officer,
    data,
    reader,
    item,
    common,
    streetTrees,
    open,
    tryOpen,
    add,
    apply,
    tryApply,
    actionOf,
    grant,
    deliver,
    certify,
    checkSite,
    row,
    list,
    figure,
    behind,
    page,
    clock,
    today,
    photo,
  }
}
export type Hall = Awaited<ReturnType<typeof openHall>>
/** What a complete application of each kind states. */
export const stated = {
  wasteClean: { services: ['clean', 'collect'], serviceArea: '湖滨街道', vehicleCount: 6, staffCount: 30, fundsFen: 200_000_000 },
  tree: {
    treeAction: 'cut',
    species: '香樟',
    trees: 4,
    diameterCm: 22,
    purpose: '道路拓宽',
    compensationTrees: 12,
    compensationPlace: '滨湖公园',
  },
  parking: { berths: 120, disabledBerths: 3, chargingBerths: 12, charge: '每小时5元', openHours: '全天' },
  gas: { gasKind: 'bottle', storageM3: 10, staffCount: 8 },
  greenPlan: { projectKind: 'residential', landM2: 10_000, greenM2: 3_200, plantList: '香樟20株、草坪2000㎡' },
  general: { content: '临时堆放施工材料20㎡' },
} as const
