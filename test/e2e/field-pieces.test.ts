/** A large photo over a line that breaks: it goes up in pieces, and after the cut on from what the server has. */

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { canRun, newProfile, openSite, type Phone, type Site, startPhone } from './phone.ts'

describe.skipIf(!canRun)('分段上传', () => {
  let site: Site
  let phone: Phone
  const profile = newProfile()
  beforeAll(async () => {
    site = await openSite('2026-11-16 09:00')
    phone = await startPhone(profile.dir)
  })
  afterAll(async () => {
    await phone?.context.close().catch(() => undefined)
    profile.forget()
    await site?.close()
  })

  it('两兆照片传到一半断网,恢复后接着传,不从头来,一件一张', async () => {
    const { page } = phone
    const pixels = Buffer.alloc(1600 * 1200 * 3)
    for (let i = 0, x = 11; i < pixels.length; i++) {
      x = (x * 1_103_515_245 + 12_345) % 2_147_483_648
      pixels[i] = x >> 16
    }
    const buffer = await sharp(pixels, { raw: { width: 1600, height: 1200, channels: 3 } })
      .jpeg({ quality: 92 })
      .toBuffer()
    expect(buffer.length).toBeGreaterThan(1_100_000)
    expect(buffer.length).toBeLessThan(3_000_000)
    const begun: number[] = []
    let isCut = false
    await page.route('**/parts/**', async (route) => {
      const at = new URL(route.request().url()).searchParams.get('at')
      if (at === null || route.request().method() !== 'POST') return route.continue()
      begun.push(Number(at))
      if (Number(at) > 0 && !isCut) {
        isCut = true
        return route.abort('connectionreset')
      }
      return route.continue()
    })
    await page.goto(`${site.url}/snap`)
    await page.locator('input[type=file][capture]').first().setInputFiles({ name: 'big.jpg', mimeType: 'image/jpeg', buffer })
    await page.getByRole('button', { name: '第1个' }).or(page.getByAltText('第1个')).first().waitFor()
    await page.getByText('误差约').waitFor()
    await page.getByRole('button', { name: '路灯坏了' }).click()
    await page.fill('#words', '大照片分段')
    await page.locator('[data-action=send]').click()
    await page.getByText('已上报').waitFor({ timeout: 60_000 })
    const { rows } = await site.w.kernel.db.withDistricts([site.w.district], (tx) =>
      raw<{ size: number }>(
        tx,
        `select f.size from cases."case" c join kernel.file f on f.id = any(c.photos) where c.description like '%大照片分段%'`,
        [],
      ),
    )
    expect(rows).toEqual([{ size: buffer.length }])
    expect(isCut).toBe(true)
    // The first piece went once; after the cut it went on from where it stopped.
    expect(begun.filter((at) => at === 0)).toHaveLength(1)
    expect(new Set(begun).size).toBe(begun.length - 1)
  })
})
