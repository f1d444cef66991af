/** 小广告: photographed, read by the machine, corrected by a person, cleaned; its number suspended and given back. */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictureReader } from '#kernel/vision/index.ts'
import { type Client, photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice } from './enforcement-office.ts'
import { type FlyerLook, flyerPicture, uploadBody } from './flyer-picture.ts'
import { waitFor } from './sensing-office.ts'

type Row = Record<string, any>
const flyer = 'enforcement.flyer'
const phone = 'enforcement.flyer-phone'
const hasReader = existsSync(new URL('../../node_modules/@gutenye/ocr-node', import.meta.url))
if (!hasReader) console.log('未装 @gutenye/ocr-node:机读部分未测')

describe('小广告治理', () => {
  let w: World
  let o: Office
  let taken = 0
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
  })
  afterAll(async () => {
    pictureReader().close()
    await w.close()
  })
  const upload = async (who: Client, picture: Buffer): Promise<string> => {
    const answer = await who.post<{ files: { id: string }[] }>('/files', uploadBody(picture))
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return answer.body.files[0]?.id ?? ''
  }
  /** Places more than 100 m from each other, in one street. */
  const away = (n: number) => ({
    lon: somewhere.lon - (n % 3) * 0.0012,
    lat: somewhere.lat - Math.floor(n / 3) * 0.0012,
  })
  /** Hands in a flyer and waits until it has been read. */
  const take = async (photos: readonly string[], extra: Row = {}, place: Row = away(taken++ % 8)): Promise<Row> => {
    const values = { kind: 'paste', address: `文昌路${taken}号`, sheets: 3, photos, ...extra }
    const { id } = await o.open(o.officer, flyer, values, place)
    await w.settle()
    const read = await waitFor(
      'the reading',
      async () => {
        const row = await o.row(flyer, id)
        return row.status === 'unread' ? undefined : row
      },
      60_000,
    )
    await w.settle()
    return read
  }
  const takeFlyer = async (lines: readonly string[], look: FlyerLook = {}, extra: Row = {}) =>
    take([await upload(o.officer, await flyerPicture(lines, look))], extra)
  const numberFile = async (number: string): Promise<Row> => (await o.list(phone, { phone: number })).rows[0] as Row
  const value = async (id: string, query: Record<string, string> = {}) => (await o.figure(`enforcement.${id}`, query))[0]?.value

  it.skipIf(!hasReader)('flyers “牛皮癣”小广告清理:机读号码、归一、多号、核对留痕、反复地点、张处面积分计', async () => {
    const picture = await flyerPicture(['开锁换锁', '138-1234 5678'])
    expect((await w.anyone.post('/files', uploadBody(picture))).status).toBe(401)
    expect((await w.anyone.post(`/subjects/${flyer}`, { values: {} })).status).toBe(401)
    expect(
      (
        await o.reader.post(`/subjects/${flyer}`, {
          values: { kind: 'paste', address: 'x', sheets: 1, photos: [photo()] },
          ...somewhere,
        })
      ).status,
    ).toBe(403)
    expect(
      (
        await o.officer.post(`/subjects/${flyer}`, {
          values: { kind: 'paste', address: 'x', sheets: 0, photos: [] },
          ...somewhere,
        })
      ).status,
    ).toBe(400)
    const looks: readonly (readonly [string, FlyerLook])[] = [
      ['正放', {}],
      ['转20度', { turn: 20 }],
      ['倒挂', { isUpsideDown: true }],
      ['模糊', { blur: 4, quality: 50 }],
      ['褪色', { paper: '#b9b6ae', ink: '#8f8b83', blur: 1 }],
    ]
    const readAs: string[] = []
    for (const [name, look] of looks) {
      const began = performance.now()
      const row = await takeFlyer(['开锁换锁 24小时', '138-1234 5678', '座机:0519-8866 1234'], look, {
        kind: name === '褪色' ? 'paint' : 'paste',
      })
      readAs.push(
        `${name} ${row.status} ${(row.numbers ?? []).map((n: Row) => `${n.number}(${n.confidence})`).join('、')} ${Math.round(performance.now() - began)}ms`,
      )
      if (row.status === 'checking') {
        const corrections = (row.numbers ?? []).map((n: Row) =>
          n.kind ? { number: n.number, verdict: 'right' } : { number: n.number, verdict: 'none' },
        )
        const read = new Set((row.numbers ?? []).filter((n: Row) => n.kind).map((n: Row) => n.number))
        await o.officer.act(flyer, row.id, 'confirm', {
          corrections,
          more: ['13812345678', '051988661234'].filter((n) => !read.has(n)),
        })
      }
      const done = await o.row(flyer, row.id)
      expect(done.phones.map((p: Row) => p.number).sort()).toEqual(['051988661234', '13812345678'])
    }
    console.log(readAs.join('\n'))
    await w.settle()
    expect(await numberFile('13812345678')).toMatchObject({
      status: 'seen',
      kind: 'mobile',
      operator: 'mobile',
      flyers: 5,
      sheets: 15,
      round: 1,
    })
    expect(await numberFile('051988661234')).toMatchObject({ kind: 'landline', flyers: 5 })
    expect((await o.list(phone)).total).toBe(2)

    // A picture without a number, and one whose number has a figure too few: a person says what it is; both readings are kept.
    const blank = await takeFlyer(['招租', '面议'])
    expect(blank).toMatchObject({ status: 'checking', numbers: [], readNote: '照片中没有认出号码' })
    await o.officer.act(flyer, blank.id, 'confirm', {})
    const short = await takeFlyer(['贷款', '1391234567'])
    expect(short).toMatchObject({ status: 'checking', numbers: [{ number: '1391234567', isSure: false }] })
    await expect(o.officer.refused(flyer, short.id, 'confirm', {})).resolves.toContain('请核对“1391234567”')
    const wrong = { number: '1391234567', verdict: 'wrong' }
    await expect(o.officer.refused(flyer, short.id, 'confirm', { corrections: [wrong] })).resolves.toContain('应为')
    await expect(
      o.officer.refused(flyer, short.id, 'confirm', { corrections: [{ ...wrong, right: '139123' }] }),
    ).resolves.toContain('不是有效')
    await o.officer.act(flyer, short.id, 'confirm', { corrections: [{ ...wrong, right: '139 1234 5670' }] })
    expect(await o.row(flyer, short.id)).toMatchObject({
      phones: [{ number: '13912345670', kind: 'mobile' }],
      readRight: 'corrected',
      numbers: [{ number: '1391234567' }],
      corrections: [{ right: '139 1234 5670' }],
    })
    // What no file of the store holds cannot be read; nothing is lost by it.
    const lost = await take([photo()])
    expect(lost).toMatchObject({ status: 'checking', readNote: '照片打不开' })
    await o.officer.act(flyer, lost.id, 'confirm', { more: ['１３９１２３４５６７０'] })
    await w.settle()
    expect(await numberFile('13912345670')).toMatchObject({ flyers: 2 })

    await expect(o.officer.refused(flyer, lost.id, 'clear', { afterPhotos: [], clearedSheets: 3 })).resolves.toBeTruthy()
    const all = (await o.list(flyer)).rows
    for (const row of all)
      await o.officer.act(flyer, row.id, 'clear', {
        afterPhotos: [photo()],
        clearedSheets: row.sheets,
        clearedM2: row.kind === 'paint' ? 1.5 : null,
      })
    expect([await value('flyer-places'), await value('flyer-sheets'), await value('flyer-m2')]).toEqual([8, 24, 1.5])
    expect((await o.figure('enforcement.flyer-sheets', { by: 'kind' })).map((v) => [v.key, v.value]).sort()).toEqual([
      ['paint', 3],
      ['paste', 21],
    ])
    const again = await takeFlyer(['开锁换锁', '138 1234 5678'])
    expect(again).toMatchObject({ isRepeated: true, earlier: 1 })
    expect(await value('flyer-read-rate')).toBeGreaterThan(50)
    console.log(`机读正确率 ${await value('flyer-read-rate')}%`)
  })

  it('phone-suspend-resume 小广告号码停机/复机:取证→上报→停机或强制停机→处罚→申请→复机;再犯条件加重', async () => {
    const { officer, clerk, head, add, open } = o
    const number = '13700001111'
    const see = async () => {
      const made = await take([photo()])
      await officer.act(flyer, made.id, 'confirm', { more: [number] })
      await w.settle()
    }
    await see()
    await see()
    const file = await numberFile(number)
    const { id } = file
    expect(file).toMatchObject({ status: 'seen', flyers: 2, round: 1 })
    expect(file.sightings).toHaveLength(2)
    const carrierValues = {
      name: '中国移动常州分公司',
      operator: 'mobile',
      keeper: '张经理',
      phone: '13800000000',
      formName: '停机协助函(示例)',
      answerHours: 16,
      agreedOn: '2026-01-01',
    }
    expect((await officer.post('/rows/enforcement.carrier', { values: carrierValues })).status).toBe(403)
    const carrier = await add(clerk, 'enforcement.carrier', carrierValues)
    await expect(clerk.refused(phone, id, 'request', { carrier })).resolves.toContain('权限')
    await officer.act(phone, id, 'request', { carrier })
    // 16 working hours of two days.
    expect(new Date((await o.row(phone, id)).answerDueAt).getTime()).toBeGreaterThan(w.clock.now().getTime() + 86_400_000)
    expect([await value('phones-requested'), await value('phones-suspended')]).toEqual([1, 0])
    await expect(officer.refused(phone, id, 'suspend', { answer: '已停' })).resolves.toContain('权限')
    await clerk.act(phone, id, 'suspend', { answer: '3月2日停机' })
    expect(await o.row(phone, id)).toMatchObject({ status: 'suspended', isForced: false })
    const application = { applicant: '李四', cleaned: [photo()], pledge: [photo()] }
    await expect(officer.refused(phone, id, 'apply', application)).resolves.toContain('须停机满30天')
    await w.clock.to('2026-04-02 10:00')
    await officer.act(phone, id, 'apply', application)
    await expect(officer.refused(phone, id, 'resume')).resolves.toContain('权限')
    await head.act(phone, id, 'resume')
    expect([await value('phones-suspended'), await value('phones-resumed')]).toEqual([1, 1])

    await see()
    expect(await o.row(phone, id)).toMatchObject({ status: 'seen', round: 2, flyers: 3, requestedAt: null })
    await officer.act(phone, id, 'request', { carrier })
    // No answer in its time is no suspension: whether to force it is decided then, without anybody writing down the silence.
    await w.clock.to('2026-04-08 10:00')
    await w.settle()
    expect(await o.row(phone, id)).toMatchObject({ status: 'declined', answer: expect.stringContaining('没有答复') })
    await head.act(phone, id, 'force', { reason: '再次发布小广告' })
    await clerk.act(phone, id, 'suspend', { answer: '已强制停机' })
    expect(await o.row(phone, id)).toMatchObject({ status: 'forced', isForced: true })
    expect(await value('phones-forced')).toBe(1)
    await w.clock.to('2026-05-10 10:00')
    await expect(officer.refused(phone, id, 'apply', application)).resolves.toContain('第2次治理须停机满60天')
    await w.clock.to('2026-06-10 10:00')
    await expect(officer.refused(phone, id, 'apply', application)).resolves.toContain('缴清罚款')
    const undecided = await o.lead(officer, { topic: 'posting', lawCode: 'F01' })
    await expect(officer.refused(phone, id, 'punish', { penalty: undecided })).resolves.toContain('尚未作出处罚决定')
    const paid = await open(officer, 'enforcement.penalty', await finedOnTheSpot(o), { action: 'decideOnSpot' })
    await officer.act(phone, id, 'punish', { penalty: paid.id })
    await officer.act(phone, id, 'apply', application)
    await head.act(phone, id, 'refuseResume', { reason: '照片不清' })
    expect((await o.row(phone, id)).status).toBe('forced')
    await officer.act(phone, id, 'apply', application)
    await head.act(phone, id, 'resume')
    expect(await o.row(phone, id)).toMatchObject({
      status: 'resumed',
      round: 2,
      fineFen: 9000,
      penalty: paid.id,
      cleaned: [expect.any(String)],
    })
    expect(await value('phones-resumed')).toBe(1)
  }, 120_000)

  it('telecom-cooperation 通信部门长期合作:答复时限、按时率、月度对账', async () => {
    const { clerk, officer } = o
    const procedure = 'enforcement.phone-reconciliation'
    const [carrier] = (await o.list('enforcement.carrier')).rows
    expect((await w.anyone.post(`/subjects/${procedure}`, { values: {} })).status).toBe(401)
    const values = {
      carrier: carrier?.id,
      month: '2026-06',
      theirs: [
        { number: '137 0000 1111', state: 'suspended' },
        { number: '13700002222', state: 'suspended' },
      ],
    }
    expect((await officer.post(`/subjects/${procedure}`, { values, ...somewhere })).status).toBe(403)
    expect((await clerk.post(`/subjects/${procedure}`, { values: { ...values, month: '六月' }, ...somewhere })).status).toBe(400)
    const made = await o.open(clerk, procedure, values)
    expect(await o.row(procedure, made.id)).toMatchObject({
      status: 'differing',
      ours: 1,
      matched: 0,
      differing: 2,
      differences: [
        { number: '13700001111', ours: '已复机', theirs: '已停机' },
        { number: '13700002222', ours: '无', theirs: '已停机' },
      ],
    })
    expect((await clerk.post<Row>(`/subjects/${procedure}`, { values, ...somewhere })).status).toBe(409)
    await clerk.act(procedure, made.id, 'settle', { result: '已补报复机;另一号码为他区上报' })
    expect(
      (await clerk.post<Row>(`/subjects/${procedure}`, { values: { ...values, month: '2026-07' }, ...somewhere })).body.zh,
    ).toContain('还没有到')
    // May is held against May: the number was suspended then, though it is given back by now.
    const may = { ...values, month: '2026-05', theirs: [{ number: '13700001111', state: 'suspended' }] }
    expect(await o.row(procedure, (await o.open(clerk, procedure, may)).id)).toMatchObject({ status: 'settled', matched: 1 })
    await w.clock.to('2026-08-03 10:00')
    const next = await o.open(clerk, procedure, {
      ...values,
      month: '2026-07',
      theirs: [{ number: '13700001111', state: 'resumed' }],
    })
    expect(await o.row(procedure, next.id)).toMatchObject({ status: 'settled', matched: 1, differing: 0 })
    expect(await value('phones-answered-rate')).toBe(100)
  })
})
/** A fine decided and paid on the spot. */
const finedOnTheSpot = async (o: Office): Promise<Row> => ({
  source: 'patrol',
  topic: 'posting',
  lawCode: 'V01',
  party: await o.party('person', '李四'),
  happenedOn: o.today(),
  address: '文昌路',
  description: '张贴小广告',
  coHandler: o.partner.personId,
  track: 'micro',
  kinds: ['fine'],
  fineFen: 9000,
  isCash: true,
  isShown: true,
  defence: '当事人无异议',
  photos: [photo()],
})
