/** 对讲: an inspector speaks into the group by phone; the desk on duty sees who carries which radio and hears it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { openSensing } from '../journeys/sensing-office.ts'
import { somewhere } from '../world.ts'
import { canRun, newProfile, openSite, type Phone, type Site, signIn, startPhone } from './phone.ts'

describe.skipIf(!canRun)('对讲', () => {
  const { dir, forget } = newProfile()
  let site: Site
  let phone: Phone
  let page: Page
  beforeAll(async () => {
    site = await openSite('2026-03-02 09:00')
    const o = await openSensing(site.w)
    const duty = await site.w.as('zhiban1')
    const walker = await site.w.as('caiji1')
    const device = await o.addDevice('DJJ-1', 'radio')
    const radio = await o.data.post<{ id: string }>('/rows/sensing.radio', {
      values: { number: 'DJ-1', device, group: '城中网格' },
    })
    const values = { radio: radio.body.id, holder: walker.personId }
    await duty.post('/subjects/sensing.radio-issue', { values, ...somewhere })
    phone = await startPhone(dir)
    page = phone.page
  })
  afterAll(async () => {
    await phone?.context.close()
    await closeIngest(site.w.kernel)
    await site?.close()
    forget()
  })

  it('按一下讲话,再按一下送达,组内可回放', async () => {
    await phone.context.grantPermissions(['microphone', 'geolocation', 'camera'])
    await signIn(page, site.url, 'caiji1')
    await page.goto(`${site.url}/work/radio`)
    await page.getByRole('heading', { name: /城中网格/ }).waitFor()
    expect(await page.getByText('1 台使用中').count()).toBe(1)
    const talk = page.locator('[data-group=城中网格] .talk')
    await talk.click()
    await page.getByText(/讲完了/).waitFor()
    await page.waitForTimeout(1500)
    await talk.click()
    await page.locator('[data-talk]').waitFor()
    const said = (
      await (await site.w.as('zhiban1')).get<{ talks: { file: string; radio: string; seconds: number }[] }>('/sensing/radio')
    ).body
    expect(said.talks).toMatchObject([{ radio: 'DJ-1' }])
    const sound = await page.evaluate<{ error: string | null; at: number }>(
      `(async () => {
        const player = document.querySelector('[data-talk] audio')
        await player.play()
        await new Promise((resolve) => setTimeout(resolve, 400))
        return { error: player.error ? player.error.message : null, at: player.currentTime }
      })()`,
    )
    expect(sound.error).toBe(null)
    expect(sound.at).toBeGreaterThan(0)
    expect(phone.problems).toEqual([])
  })
})
