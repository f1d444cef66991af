import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, somewhere, type World, world } from '../world.ts'

const procedure = 'cases.case'
interface Progress {
  readonly number: string
  readonly statusZh: string
  readonly isFinal: boolean
  readonly dueAt: string | null
  readonly reply: string | null
  readonly satisfaction: string | null
  readonly steps: readonly { readonly at: string; readonly zh: string }[]
}
interface Receipt {
  readonly number: string
  readonly receipt: string
  readonly isKnown: boolean
  readonly nearby: number
}
const picture = async (shade: number): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: { r: shade, g: 120, b: 90 } } })
    .jpeg()
    .toBuffer()
/** As the app sends it: multipart, without an account. */
const upload = async (w: World, bytes: Buffer): Promise<string> => {
  const boundary = 'citizen'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await w.app.inject({
    method: 'POST',
    url: '/api/public/files',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  return (answer.json() as { files: { id: string }[] }).files[0]?.id ?? ''
}

describe('citizen-snap 市民随手拍', () => {
  let w: World
  let operator: Client
  let head: Client
  let photo = ''
  let made: Receipt
  const progress = async (): Promise<Progress> => (await w.anyone.get<Progress>(`/public/reports/${made.receipt}`)).body
  const idOf = async (number: string): Promise<string> => {
    const { body } = await operator.get<{ rows: { id: string }[] }>('/rows/cases.case', { filter: JSON.stringify({ number }) })
    return body.rows[0]?.id ?? ''
  }
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    operator = await w.as('shouli1')
    head = await w.as('zhiban1')
    photo = await upload(w, await picture(40))
  })
  afterAll(() => w.close())

  it('拍照、定位、几个字,不留姓名也可以', async () => {
    const answer = await w.anyone.post<Receipt>('/public/reports', {
      description: '垃圾没清,堆了两天',
      ...somewhere,
      address: '湖滨路北',
      photos: [photo],
      categoryKind: 'matter',
      category: '06010',
      clientKey: 'phone-1',
    })
    expect(answer.status).toBe(201)
    made = answer.body
    expect(made).toMatchObject({ isKnown: false, nearby: 0 })
    expect(made).not.toHaveProperty('id')
    const page = await operator.get<{ subject: Record<string, unknown> }>(`/subjects/${procedure}/${await idOf(made.number)}`)
    expect(page.body.subject).toMatchObject({
      source: 'snap',
      reporterName: null,
      reporterPhone: null,
      photos: [photo],
      lon: somewhere.lon,
    })
  })
  it('同一份再发一遍还是那一件;手机号写错、坐标在区外说得明白', async () => {
    const again = await w.anyone.post<Receipt>('/public/reports', {
      description: '垃圾没清,堆了两天',
      ...somewhere,
      clientKey: 'phone-1',
    })
    expect([again.status, again.body.number, again.body.receipt]).toEqual([200, made.number, made.receipt])
    const phone = await w.anyone.post('/public/reports', { description: '垃圾', ...somewhere, reporterPhone: '123' })
    expect([phone.status, phone.body.zh]).toEqual([400, '填写有误:手机号应为11位'])
    const outside = await w.anyone.post('/public/reports', { description: '垃圾', lon: 100, lat: 30 })
    expect([outside.status, outside.body.code]).toEqual([422, 'kernel.outside'])
  })
  it('同一处同一类再报,告诉市民附近已有在办的;并案后凭回执照样查得到', async () => {
    const twin = await w.anyone.post<Receipt>('/public/reports', {
      description: '这里垃圾没人管',
      ...somewhere,
      categoryKind: 'matter',
      category: '06010',
    })
    expect(twin.body.nearby).toBe(1)
    await operator.act(procedure, await idOf(twin.body.number), 'merge', { into: await idOf(made.number) })
    const now = await w.anyone.get<Progress>(`/public/reports/${twin.body.receipt}`)
    expect(now.body.statusZh).toBe('已并案')
  })
  it('凭回执看到与局里一样的进度:环节、时刻、期限、答复', async () => {
    const first = await progress()
    expect(first).toMatchObject({ statusZh: '已上报', isFinal: false, reply: null })
    expect(first.dueAt).not.toBeNull()
    await head.act(procedure, await idOf(made.number), 'reject', { reason: '该处属私人院内,已告知物业清运' })
    const last = await progress()
    expect(last).toMatchObject({ statusZh: '不予立案', isFinal: true, reply: '该处属私人院内,已告知物业清运' })
    expect(last.steps.map((s) => s.zh)).toEqual(['上报', '不予受理'])
    expect(last.steps.every((s) => !Number.isNaN(Date.parse(s.at)))).toBe(true)
    expect((await w.anyone.get(`/public/reports/${'0'.repeat(64)}`)).status).toBe(403)
  })
  it('评价一次;没解决可要求重办', async () => {
    const rate = (satisfaction: string) => w.anyone.post(`/public/reports/${made.receipt}/rate`, { satisfaction })
    expect((await rate('wonderful')).status).toBe(400)
    expect((await rate('dissatisfied')).status).toBe(200)
    expect((await progress()).satisfaction).toBe('dissatisfied')
    expect((await rate('satisfied')).body.code).toBe('cases.rated')
    expect((await w.anyone.post(`/public/reports/${made.receipt}/reopen`, { reason: '路边也堆了' })).status).toBe(200)
    const now = await progress()
    expect([now.statusZh, now.isFinal, now.satisfaction]).toEqual(['已受理', false, null])
    expect(now.steps.at(-1)?.zh).toBe('市民要求重办')
  })
  it('satisfaction-callback 办后回访:未接通再打、不满意写明意见并重新受理,率只算联系上的', async () => {
    const answer = await w.anyone.post<Receipt>('/public/reports', {
      description: '路面有坑',
      ...somewhere,
      clientKey: 'phone-cb',
    })
    const id = await idOf(answer.body.number)
    await head.act(procedure, id, 'reject', { reason: '已纳入本周养护计划' })
    const call = (satisfaction: string, comment?: string) => head.act(procedure, id, 'callBack', { satisfaction, comment })
    expect((await w.anyone.post(`/subjects/${procedure}/${id}/callBack`, { values: {} })).status).toBe(401)
    await expect(head.refused(procedure, id, 'callBack', { satisfaction: 'wonderful' })).resolves.toContain('满意度')
    await expect(head.refused(procedure, id, 'callBack', { satisfaction: 'dissatisfied' })).resolves.toContain('意见')
    await call('unreached')
    await call('dissatisfied', '坑还在,要尽快补')
    await w.settle()
    const page = await operator.get<{ statusZh: string; subject: Record<string, unknown> }>(`/subjects/${procedure}/${id}`)
    expect([page.body.statusZh, page.body.subject.satisfaction]).toEqual(['已受理', null])
    await head.act(procedure, id, 'reject', { reason: '已补好' })
    await call('satisfied')
    await w.settle()
    const calls = await head.get<{ rows: { verdict: string; attempt: number }[] }>('/rows/cases.callback', {
      filter: JSON.stringify({ number: answer.body.number }),
    })
    expect(calls.body.rows.map((r) => [r.attempt, r.verdict]).sort()).toEqual([
      [1, 'unreached'],
      [2, 'dissatisfied'],
      [3, 'satisfied'],
    ])
    const figure = async (id: string) =>
      (
        await head.get<{ values: { numerator: number; denominator: number }[] }>(`/indicators/cases.${id}`, {
          from: '2020-01-01T00:00:00Z',
          to: '2030-01-01T00:00:00Z',
        })
      ).body.values[0]
    expect(await figure('callback-satisfaction-rate')).toMatchObject({ numerator: 1, denominator: 2 })
    expect(await figure('callback-reached-rate')).toMatchObject({ numerator: 2, denominator: 3 })
  })
  it('一个地址短时间报得太多会被请慢一点,别的地址不受影响', async () => {
    const send = (ip: string) =>
      w.app.inject({
        method: 'POST',
        url: '/api/public/reports',
        remoteAddress: ip,
        payload: { description: '刷一下', ...somewhere, clientKey: 'phone-1' },
      })
    const codes: number[] = []
    for (let i = 0; i < 62; i++) codes.push((await send('10.9.9.9')).statusCode)
    expect(codes.filter((c) => c === 429)).toHaveLength(2)
    expect((await send('10.9.9.8')).statusCode).toBe(200)
    await w.clock.to('2026-03-02 09:01')
    expect((await send('10.9.9.9')).statusCode).toBe(200)
  })
  it('程序叫什么由本局定:来源渠道的本地名称即手机上的名称', async () => {
    expect((await w.anyone.get<{ program: string | null }>('/public/entries')).body.program).toBeNull()
    await head.post('/rows/intake.channel', { values: { key: 'snap', name: '湖滨拍拍', isActive: true } })
    expect((await w.anyone.get<{ program: string | null }>('/public/entries')).body.program).toBe('湖滨拍拍')
    const manifest = await w.app.inject({ url: '/api/public/manifest.webmanifest' })
    expect(JSON.parse(manifest.body)).toMatchObject({ short_name: '湖滨拍拍', scope: '/m/', display: 'standalone' })
  })
})

describe('minhu-woying 民呼我应', () => {
  let w: World
  let head: Client
  interface Entries {
    readonly district: string
    readonly box: readonly number[]
    readonly entries: readonly { readonly name: string | null; readonly kind: string; readonly target: string }[]
  }
  const entries = async (): Promise<Entries> => (await w.anyone.get<Entries>('/public/entries')).body
  const values = { icon: 'link', kind: 'link', rank: 1, isActive: true }
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    head = await w.as('zhiban1')
  })
  afterAll(() => w.close())

  it('没有设置时:随手拍、查进度、12319', async () => {
    const { entries: doors, district, box } = await entries()
    expect(doors.map((d) => d.target)).toEqual(['report', 'progress', '12319'])
    expect(district).not.toBe('')
    const [west = 0, south = 0, east = 0, north = 0] = box
    expect(west < somewhere.lon && somewhere.lon < east && south < somewhere.lat && somewhere.lat < north).toBe(true)
  })
  it('入口的名称、顺序、去处由本局设置,停用即收起;去处写错不收', async () => {
    const add = (name: string, more: object) =>
      head.post<{ id: string }>('/rows/intake.entry', { values: { ...values, name, ...more } })
    expect((await w.anyone.post('/rows/intake.entry', { values })).status).toBe(401)
    expect((await (await w.as('chuzhi61')).post('/rows/intake.entry', { values })).status).toBe(403)
    expect((await add('法律工作室', { target: 'javascript:alert(1)' })).status).toBe(400)
    await add('法律工作室', { target: 'https://law.example.org/studio', icon: 'law', rank: 3 })
    await add('一键上报', { target: 'report', kind: 'page', icon: 'camera' })
    await add('停用的', { target: 'https://old.example.org', isActive: false })
    expect((await entries()).entries.map((d) => d.name)).toEqual(['一键上报', '法律工作室'])
  })
  it('呼叫有回应:每一步都带时刻,直到答复', async () => {
    const call = await w.anyone.post<Receipt>('/public/reports', { description: '路灯不亮', ...somewhere })
    await w.clock.to('2026-03-02 09:40')
    const operator = await w.as('shouli1')
    const { body } = await operator.get<{ rows: { id: string }[] }>('/rows/cases.case', {
      filter: JSON.stringify({ number: call.body.number }),
    })
    await operator.act(procedure, body.rows[0]?.id ?? '', 'reject', { reason: '今晚计划停电检修,明晚恢复' })
    const now = (await w.anyone.get<Progress>(`/public/reports/${call.body.receipt}`)).body
    expect(now.reply).toBe('今晚计划停电检修,明晚恢复')
    expect(now.steps.map((s) => s.at)).toEqual(['2026-03-02T01:00:00.000Z', '2026-03-02T01:40:00.000Z'])
  })
  it('市民看图不必登录,只有底图', async () => {
    const tile = (layer: string) => w.app.inject({ url: `/api/public/tiles/${layer}/14/13649/6638` })
    expect((await tile('grid.road')).statusCode).toBe(200)
    expect((await tile('areas')).headers['content-type']).toContain('mapbox')
    for (const layer of ['cases.case', 'grid.shop', 'grid.component']) expect((await tile(layer)).statusCode).toBe(404)
  })
})
