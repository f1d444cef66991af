/** The muck desk: its people, a permitted site with its trucks, a dump site, and the doors of gate and weighbridge. */
import { expect } from 'vitest'
import { domains } from '#apps/server/domains.ts'
import { systemActor } from '#kernel'
import { startSession } from '#kernel/identity/session.ts'
import { beijing, type Client, photo, somewhere, type World } from '../world.ts'
import { openOffice as openEnforcement, storedFile } from './enforcement-office.ts'
import { openHall } from './permits-office.ts'
import { openSensing } from './sensing-office.ts'

export type Row = Record<string, any>
export const iso = (local: string): string => beijing(local).toISOString()
export const firm = { applicantName: '顺达渣土运输公司', applicantCode: '91320499MA1MUCK01X', haulerCode: '91320499MA1MUCK01X' }
/** About 1.1 km for a hundredth of a degree of latitude. */
export const near = (north: number, east = 0) => ({ lon: somewhere.lon + east, lat: somewhere.lat + north })

export const openMuck = async (w: World) => {
  const [data, duty, duty2, officer, head, leader, plant, stranger] = (await Promise.all(
    ['shuju', 'zhiban1', 'zhiban2', 'zhongdui21', 'dadui1', 'juzhang', 'chuzhi11', 'chuangkou2'].map((l) => w.as(l)),
  )) as [Client, Client, Client, Client, Client, Client, Client, Client]
  const hall = await openHall(w)
  const sensing = await openSensing(w)
  const tryOpen = async (who: Client, procedure: string, values: unknown, place: Row = somewhere) =>
    (await who.post<Row>(`/subjects/${procedure}`, { values, ...place })).body
  const open = async (who: Client, procedure: string, values: unknown, place: Row = somewhere): Promise<string> => {
    const body = await tryOpen(who, procedure, values, place)
    expect([procedure, body.zh]).toEqual([procedure, undefined])
    await w.settle()
    return String(body.id)
  }
  /** 401 without a session, 403 without the verb, 400 with an empty form, then 201. */
  const tried = async (who: Client, procedure: string, values: unknown, place: Row = somewhere): Promise<string> => {
    const path = `/subjects/${procedure}`
    expect([procedure, (await w.anyone.post(path, { values, ...place })).status]).toEqual([procedure, 401])
    expect([procedure, (await stranger.post(path, { values, ...place })).status]).toEqual([procedure, 403])
    expect([procedure, (await who.post(path, { values: {}, ...place })).status]).toEqual([procedure, 400])
    return open(who, procedure, values, place)
  }
  const act = async (who: Client, procedure: string, id: string, action: string, values: Row = {}) => {
    await who.act(procedure, id, action, values)
    await w.settle()
  }
  const add = async (definition: string, values: unknown, place: unknown = somewhere): Promise<string> => {
    const answer = await data.post<Row>(`/rows/${definition}`, { values, place })
    expect([definition, answer.body.zh]).toEqual([definition, undefined])
    return String(answer.body.id)
  }
  const edit = async (definition: string, id: string, values: Row) => {
    const answer = await data.patch<Row>(`/rows/${definition}/${id}`, { values, reason: '核对' })
    expect([definition, answer.body.zh]).toEqual([definition, undefined])
    await w.settle()
  }
  const row = async (definition: string, id: string) => (await data.get<Row>(`/rows/${definition}/${id}`)).body
  const list = async (definition: string, filter: Row = {}) =>
    (await data.get<{ rows: Row[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '500' })).body.rows
  const figure = async (id: string, by?: string): Promise<readonly Row[]> => {
    const answer = await leader.get<{ values: Row[] }>(`/indicators/muck.${id}`, {
      from: '2026-01-01T00:00:00Z',
      to: '2027-01-01T00:00:00Z',
      ...(by ? { by } : {}),
    })
    expect([id, answer.status]).toEqual([id, 200])
    return answer.body.values
  }
  const value = async (id: string) => (await figure(id))[0]?.value
  const by = async (id: string, dimension: string) =>
    Object.fromEntries((await figure(id, dimension)).map((v) => [v.key, v.value]))
  const job = async (id: string): Promise<void> => {
    const found = domains.flatMap((d) => d.jobs ?? []).find((j) => j.id === id)
    if (!found) throw new Error(`no job ${id}`)
    const { kernel, district } = w
    await kernel.db.withDistricts([district], (tx) => found.run({ kernel, tx, district, now: kernel.now(), actor: systemActor }))
    await w.settle()
  }
  let serial = 0
  const passage = (plate: string, loadM3: number, at: string, more: Row = {}) => ({
    ticket: `G${++serial}`,
    gate: 'GK-01',
    plate,
    at: iso(at),
    loadM3,
    isWashed: true,
    isCovered: true,
    ...more,
  })
  const leave = async (plate: string, loadM3: number, at: string, more: Row = {}) => {
    await w.clock.to(at)
    const answer = await duty.post<Row>('/muck/passages', passage(plate, loadM3, at, more))
    expect([answer.status, answer.body.zh]).toEqual([200, undefined])
    await w.settle()
    return answer.body as { trip: string; finding: string | null; isKnown: boolean }
  }
  const arrive = async (plate: string, m3: number, at: string, dump = 'XN-01') => {
    await w.clock.to(at)
    const answer = await duty.post<Row>('/muck/receipts', { ticket: `R${++serial}`, dump, plate, at: iso(at), m3 })
    expect([answer.status, answer.body.zh]).toEqual([200, undefined])
    await w.settle()
    return answer.body as Row
  }
  /** Trucks admitted, a dump site listed and licensed, a disposal permit handed out: the site stands in the register by itself. */
  const begin = async (plates: readonly string[], volumeM3 = 1000) => {
    const place = await hall.add(
      hall.data,
      'permits.disposal-site',
      { name: '东郊消纳场', kind: 'fill', capacityM3: 100_000, isOpen: true, validTo: '2027-12-31' },
      near(0.004),
    )
    const trucks = { haulerCode: firm.haulerCode, plates, isNewType: true, hasSafetySystem: true, dischargeClass: 'electric' }
    await hall.certify('truck', hall.common('XK07', { ...firm, ...trucks }))
    await job('muck.base')
    const dump = await add(
      'muck.dump',
      {
        name: '东郊消纳场',
        code: 'XN-01',
        place,
        operator: '东郊消纳公司',
        licenceNo: 'XN2026001',
        licenceTo: '2026-12-31',
        capacityM3: 5000,
        baseUsedM3: 1000,
        dailyLimitM3: 200,
        fenPerM3: 1500,
        fenceM: 150,
        state: 'open',
        openedOn: '2024-01-01',
      },
      near(0.004),
    )
    const muck = {
      siteName: '湖滨一号工地',
      volumeM3,
      destination: place,
      haulerCode: firm.haulerCode,
      plates,
      route: '建设路—东环路—消纳场',
      windowFrom: '20:00',
      windowTo: '05:30',
      fromOn: hall.today(),
      toOn: '2026-09-30',
    }
    const { card } = await hall.certify('muck', hall.common('XK05', { ...firm, ...muck }))
    const [site] = await list('muck.site', { certificate: card.number })
    if (!site) throw new Error('the site did not enter the register')
    await edit('muck.site', site.id, { gate: 'GK-01', washAreaM2: 60, washVehicles: 2 })
    return { site: String(site.id), dump, card }
  }
  /** A CSV uploaded as the officer's browser does. */
  const importCsv = async (who: Client, definition: string, lines: readonly string[]): Promise<Row> => {
    const boundary = 'muck-boundary'
    const payload = [
      `--${boundary}`,
      'content-disposition: form-data; name="file"; filename="rows.csv"',
      'content-type: text/csv',
      '',
      lines.join('\n'),
      `--${boundary}--`,
      '',
    ].join('\r\n')
    const token = await startSession(w.kernel, w.district, who.personId)
    const answer = await w.app.inject({
      method: 'POST',
      url: `/api/rows/${definition}/import`,
      headers: { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    })
    return answer.json() as Row
  }
  const alarms = (filter: Row = {}) => list('muck.alarm', { status: 'raised', ...filter })
  /** The penalty as the enforcement decides it. */
  const decidePenalty = async (id: string, fineFen: number) => {
    const e = await openEnforcement(w)
    const penalty = 'enforcement.penalty'
    await e.officer.act(penalty, id, 'take', { coHandler: e.partner.personId })
    await e.officer.act(penalty, id, 'submitFiling', { coHandler: e.partner.personId, insist: '影响较大' })
    await e.head.act(penalty, id, 'approveFiling')
    await e.officer.act(penalty, id, 'showId', { note: '已出示' })
    const file = await storedFile(w)
    const piece = await e.open(e.officer, 'enforcement.evidence', e.evidence(id, file, { kind: 'photo', origin: 'device' }))
    await e.jurist.act('enforcement.evidence', piece.id, 'verify')
    await e.open(e.officer, 'enforcement.process-record', { penalty: id, step: 'investigate', words: '调查', media: [file.id] })
    await e.officer.act(penalty, id, 'conclude', { report: '查明事实', kinds: ['fine'], proposedFen: fineFen })
    if ((await e.row(penalty, id)).status === 'reviewing')
      await e.jurist.act(penalty, id, 'review', { note: '主体、依据、程序合法,裁量适当' })
    await e.officer.act(penalty, id, 'notify', { noticedOn: hall.today(), serviceKind: 'mail', receipt: [photo()] })
    await e.officer.act(penalty, id, 'waive', { paper: [photo()] })
    await e.open(e.officer, 'enforcement.process-record', { penalty: id, step: 'notify', words: '告知' })
    await e.officer.act(penalty, id, 'toDecide')
    if ((await e.row(penalty, id)).status === 'discussing')
      await e.head.act(penalty, id, 'discuss', { attendees: ['甲', '乙', '丙'], discussion: '同意' })
    await e.head.act(penalty, id, 'decide', { fineFen })
    await w.settle()
  }
  return {
    data,
    duty,
    duty2,
    officer,
    head,
    leader,
    plant,
    stranger,
    hall,
    sensing,
    tryOpen,
    open,
    tried,
    act,
    add,
    edit,
    row,
    list,
    figure,
    value,
    by,
    job,
    passage,
    leave,
    arrive,
    begin,
    alarms,
    importCsv,
    decidePenalty,
  }
}
export type Muck = Awaited<ReturnType<typeof openMuck>>
