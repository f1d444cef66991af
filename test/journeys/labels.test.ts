/** 二维码标签: a list printed as stickers; each code opens its thing, and any number or code typed or scanned finds it. */
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { somewhere, type World, world } from '../world.ts'
import { readCode } from './paper-file.ts'

/** The pictures of a PDF that stand as plain red, green and blue, as PNG. */
const pictures = async (pdf: Buffer): Promise<readonly Buffer[]> => {
  const found: Buffer[] = []
  for (const part of pdf.toString('latin1').split('endobj')) {
    const head = part.slice(0, part.indexOf('stream'))
    const [width, height] = [/\/Width (\d+)/.exec(head)?.[1], /\/Height (\d+)/.exec(head)?.[1]].map(Number)
    if (!width || !height || !head.includes('/DeviceRGB')) continue
    const data = inflateSync(Buffer.from(part.slice(part.indexOf('stream') + 7, part.lastIndexOf('endstream')), 'latin1'))
    found.push(
      await sharp(data, { raw: { width, height, channels: 3 } })
        .png()
        .toBuffer(),
    )
  }
  return found
}
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').split('/Type /Page\n').length - 1

describe('二维码标签', () => {
  let w: World
  afterAll(() => w.close())
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
  })
  const part = 'grid.component'

  it('一页24枚,每枚的码都是这件设施的地址;没有权限的打不出', async () => {
    const data = await w.as('shuju')
    const { rows } = (await data.get<{ rows: { id: string; code: string }[] }>(`/rows/${part}`, { limit: '25' })).body
    const path = `/rows/${part}/export`
    expect((await w.anyone.get(path, { format: 'labels' })).status).toBe(401)
    const none = { format: 'labels', filter: JSON.stringify({ code: '不存在' }) }
    expect((await data.get(path, none)).body).toMatchObject({ zh: expect.stringContaining('没有可打印标签的行') })
    const pdf = (await data.get<Buffer>(path, { format: 'labels', filter: JSON.stringify({ code: rows.map((r) => r.code) }) }))
      .body
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pagesOf(pdf)).toBe(2)
    const codes = await Promise.all((await pictures(pdf)).map(readCode))
    expect(codes.map((c) => c?.replace(/^.*\/m\//, '')).sort()).toEqual(rows.map((r) => `rows/${part}?id=${r.id}`).sort())
  })

  it('按编号、编码找:部件、案件各归其处;看不到的不出现', async () => {
    const data = await w.as('shuju')
    const { rows } = (await data.get<{ rows: { id: string; code: string }[] }>(`/rows/${part}`, { limit: '1' })).body
    const code = rows[0]?.code ?? ''
    expect((await w.anyone.get('/lookup', { code })).status).toBe(401)
    expect((await data.get('/lookup', { code: '' })).status).toBe(400)
    const find = async (who: string, text: string) =>
      (await (await w.as(who)).get<{ hits: { definition: string; id: string }[] }>('/lookup', { code: text })).body.hits
    expect(await find('shuju', code)).toMatchObject([{ definition: part, id: rows[0]?.id }])
    expect(await find('shuju', ` ${code} `)).toHaveLength(1)
    expect(await find('shuju', '没有这个编号')).toEqual([])
    const operator = await w.as('shouli1')
    const made = await operator.post<{ number: string }>('/cases', {
      description: '路灯不亮',
      source: 'hotline',
      ...somewhere,
      photos: [],
    })
    expect([made.status, made.body]).toMatchObject([201, {}])
    expect(await find('shouli1', made.body.number)).toMatchObject([{ definition: 'cases.case', title: made.body.number }])
    expect(await find('xitong', made.body.number)).toEqual([])
  })
})
