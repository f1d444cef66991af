/** CAP 1.2 from alarms that devices raised and weather responses that people entered; checked against the schema of OASIS where it is. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { openSensing, waitFor } from '../journeys/sensing-office.ts'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'

type Row = Record<string, any>
/** The schema of OASIS is not ours to carry along: `CITYLOOP_CAP_XSD` says where it lies. */
const schema = process.env.CITYLOOP_CAP_XSD ?? ''
const canValidate = existsSync(schema) && spawnSync('xmllint', ['--version']).status === 0
if (!canValidate) console.log('没有 CAP 1.2 的 XSD(CITYLOOP_CAP_XSD)或 xmllint:不做模式校验')
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => name === 'entry' || name === 'geocode',
})

describe('CAP 1.2', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSensing>>
  let duty: Client
  let crew: Client
  let checked = 0
  const get = async (path: string, who?: Client): Promise<{ status: number; text: string; xml: Row }> => {
    const answer = await (who ?? w.anyone).get<Buffer | Row>(path)
    const text = Buffer.isBuffer(answer.body) ? answer.body.toString('utf8') : JSON.stringify(answer.body)
    return { status: answer.status, text, xml: Buffer.isBuffer(answer.body) ? (parser.parse(text) as Row) : {} }
  }
  const validate = (text: string): void => {
    if (!canValidate) return
    const run = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], { input: text, encoding: 'utf8' })
    expect([run.status, run.stderr.trim()]).toEqual([0, '- validates'])
    checked++
  }
  const feed = async (name: 'public' | 'all', who?: Client): Promise<Row[]> => {
    const { status, text, xml } = await get(`/cap/${name}.atom`, who)
    expect(status).toBe(200)
    if (canValidate) expect(spawnSync('xmllint', ['--noout', '-'], { input: text }).status).toBe(0)
    return (xml.feed.entry ?? []) as Row[]
  }
  const pathOf = (entry: Row): string => new URL(String(entry.link['@_href'])).pathname.replace('/api', '')
  const alert = async (entry: Row | undefined, who?: Client): Promise<Row> => {
    const { status, text, xml } = await get(pathOf(entry ?? {}), who)
    expect(status).toBe(200)
    validate(text)
    return xml.alert as Row
  }
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSensing(w)
    ;[duty, crew] = [await w.as('zhiban1'), await w.as('chuzhi11')]
    const rule = { type: 'threshold', caseOn: 'none', isOn: true, validFrom: '2026-01-01', basis: '测试用规则', side: 'above' }
    for (const values of [
      { ...rule, code: 'YG', name: '烟雾报警 <A&B>', deviceKind: 'smoke', quantity: 'smoke', limit: 0.2, severity: 'critical' },
      { ...rule, code: 'SW', name: '水位预警', deviceKind: 'level', quantity: 'level', limit: 0.3, severity: 'warning' },
    ]) {
      const made = await o.data.post<Row>('/rows/sensing.rule', { values })
      expect([made.status, made.body.zh]).toEqual([201, undefined])
    }
    await (await ingestOf(w.kernel)).rules.book.reload()
    for (const [number, kind] of [
      ['YG-1', 'smoke'],
      ['YG-2', 'smoke'],
      ['SW-1', 'level'],
    ] as const)
      await o.addDevice(number, kind, {}, somewhere)
  }, 120_000)
  afterAll(async () => {
    await closeIngest(w.kernel)
    await w.close()
  })
  const say = async (number: string, values: Row) => {
    const id = (await o.list('sensing.device', { number })).rows[0]?.id
    await o.send(number, await o.keyOf(String(id)), [{ at: beijing('2026-03-02 08:59').getTime(), values }])
    await waitFor('alarm', async () => (await o.list('sensing.alarm', { deviceNumber: number }, duty)).rows[0])
    await w.settle()
    return (await o.list('sensing.alarm', { deviceNumber: number }, duty)).rows[0] as Row
  }

  it('公开的只有紧急告警与天气响应,位置只到街道;其余要登录和权限', async () => {
    expect((await get('/cap/all.atom')).status).toBe(401)
    expect((await get('/cap/all.atom', await w.as('xitong'))).status).toBe(403)
    expect(await feed('public')).toHaveLength(0)
    const smoke = await say('YG-1', { smoke: 0.5 })
    await say('SW-1', { level: 0.5 })
    const open = await feed('public')
    expect(open).toHaveLength(1)
    const one = await alert(open[0])
    expect(one).toMatchObject({
      identifier: `${w.district}.${smoke.number}.1`,
      sent: '2026-03-02T09:00:00+08:00',
      status: 'Actual',
      msgType: 'Alert',
      scope: 'Public',
      info: {
        category: 'Fire',
        urgency: 'Immediate',
        severity: 'Extreme',
        certainty: 'Observed',
        onset: '2026-03-02T08:59:00+08:00',
      },
    })
    expect(one.info.event).toContain('烟雾报警 <A&B>')
    expect(one.info.area.circle).toBe('31.73,119.91 1')
    expect(one.info.area.areaDesc).not.toBe('')
    const all = await feed('all', duty)
    expect(all).toHaveLength(2)
    const exact = await alert(
      all.find((e) => String(e.title).includes('水位')),
      duty,
    )
    expect(exact).toMatchObject({ scope: 'Restricted', info: { severity: 'Moderate', category: 'Infra' } })
    expect(exact.info.area.circle).toBe('31.726100,119.907300 0.1')
    const restricted = pathOf(all[0] ?? {})
    expect((await get(restricted)).status).toBe(401)
    expect((await get(restricted, await w.as('xitong'))).status).toBe(404)
    // Cutting off the mark does not make a restricted one public.
    expect((await get(pathOf(all.find((e) => String(e.title).includes('水位')) ?? {}).replace('.R.', '.'))).status).toBe(404)
    expect((await get('/cap/alerts/320000.GJ1.1.xml')).status).toBe(404)
  })

  it('处置的每一步是一条更新,引用先前全部;先前的内容不变;误报是取消', async () => {
    const [first] = await feed('public')
    const before = (await get(pathOf(first ?? {}))).text
    const { id, number } = (await o.list('sensing.alarm', { deviceNumber: 'YG-1' }, duty)).rows[0] as Row
    await w.clock.to('2026-03-02 09:01')
    await duty.act('sensing.alarm', String(id), 'acknowledge', {})
    await w.clock.to('2026-03-02 09:10')
    await crew.act('sensing.alarm', String(id), 'arrive')
    const second = await alert((await feed('public'))[0])
    const sender = String(second.sender)
    expect(second).toMatchObject({ msgType: 'Update', sent: '2026-03-02T09:10:00+08:00' })
    const named = String(second.references).split(' ')
    expect(named).toHaveLength(2)
    expect(named[0]).toBe(`${sender},${w.district}.${number}.1,2026-03-02T09:00:00+08:00`)
    expect((await get(pathOf(first ?? {}))).text).toBe(before)
    await crew.act('sensing.alarm', String(id), 'handle', { result: '已扑灭', photos: [photo()] })
    await duty.act('sensing.alarm', String(id), 'close')
    const last = await alert((await feed('public'))[0])
    expect(last).toMatchObject({ msgType: 'Update', info: { urgency: 'Past', responseType: 'AllClear' } })
    expect(String(last.references).split(' ')).toHaveLength(4)
    const wrong = await say('YG-2', { smoke: 0.6 })
    await duty.act('sensing.alarm', String(wrong.id), 'mistake', { falseReason: 'cooking' })
    const cancel = await alert((await feed('public')).find((e) => String(e.title).includes('误报')))
    expect(cancel).toMatchObject({ msgType: 'Cancel', note: expect.stringContaining('误报'), info: { certainty: 'Unlikely' } })
    expect(cancel.references).toContain(`${w.district}.${wrong.number}.1`)
  })

  it('天气响应:发布、升级、撤销', async () => {
    const values = {
      name: '暴雨',
      level: 'yellow',
      startsAt: '2026-03-02T12:00:00+08:00',
      endsAt: '2026-03-03T12:00:00+08:00',
      source: '区防汛办',
    }
    const made = await o.data.post<Row>('/rows/sensing.weather', { values })
    expect(made.status).toBe(201)
    const find = async () => (await feed('public')).find((e) => String(e.title).includes('暴雨'))
    expect(await alert(await find())).toMatchObject({
      msgType: 'Alert',
      info: {
        category: 'Met',
        urgency: 'Future',
        severity: 'Moderate',
        headline: '黄色暴雨',
        expires: '2026-03-03T12:00:00+08:00',
      },
    })
    await o.data.patch(`/rows/sensing.weather/${made.body.id}`, { values: { level: 'red' } })
    expect(await alert(await find())).toMatchObject({ msgType: 'Update', info: { severity: 'Extreme', headline: '红色暴雨' } })
    const retired = await o.data.post<Row>(`/rows/sensing.weather/${made.body.id}/retire`, { reason: '雨停' })
    expect(retired.status).toBe(200)
    const cancel = await alert(await find())
    expect(cancel).toMatchObject({ msgType: 'Cancel' })
    expect(String(cancel.references).split(' ')).toHaveLength(2)
    await w.clock.to('2026-03-04 13:00')
    expect(await feed('public')).toHaveLength(0)
    console.log(canValidate ? `xmllint 按 CAP 1.2 模式校验 ${checked} 条,全部通过` : '未做模式校验')
  })
})
