/** 指挥现场 in a real browser: people are chosen from the list, the place is pointed out on the map, the order goes to their inbox; the last shift is played again. */
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { openOffice as openPeople, type Office as People } from '../journeys/buildings-office.ts'
import { openSensing } from '../journeys/sensing-office.ts'
import { somewhere } from '../world.ts'
import { canRunDesk, content, type Office, openOffice } from './desk.ts'

if (!canRunDesk) console.log('skipped: no Chromium or no built desk')
const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
const at = (time: string): string => new Date(`2026-03-02T${time}:00+08:00`).toISOString()
describe.skipIf(!canRunDesk)('指挥现场页面', () => {
  let office: Office
  let o: People
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
    o = await openPeople(office.w)
    const s = await openSensing(office.w)
    const device = await s.addDevice('DJZ-1', 'radio')
    const key = await s.keyOf(device)
    const radio = await o.add('sensing.radio', { number: 'HT-1', device, group: '城中' })
    const desk = await office.w.as('paiqian1')
    await o.open(desk, 'sensing.radio-issue', { radio, holder: o.officer.personId })
    await s.send('DJZ-1', key, [{ at: Date.parse(at('09:00')), lon: somewhere.lon, lat: somewhere.lat + 0.002 }])
    await (await ingestOf(office.w.kernel)).status.flush()
  })
  afterAll(async () => {
    await closeIngest(office.w.kernel)
    await office.close()
  })

  it('people are chosen and sent to a place pointed out on the map', async () => {
    const page = await office.sitDown('paiqian1')
    await page.goto(`${office.url}/command/floor`)
    const line = content(page).locator(`[data-person="${o.officer.personId}"]`)
    await line.waitFor()
    expect(await line.textContent()).toContain('HT-1')
    const send = content(page).getByRole('button', { name: /下达/ })
    expect(await send.isDisabled()).toBe(true)
    await line.locator('input').check()
    await content(page).getByLabel('任务').fill('围挡倒伏')
    await content(page).getByLabel('地点', { exact: true }).fill('湖滨路18号')
    const canvas = content(page).locator('canvas')
    await canvas.waitFor()
    await page.waitForTimeout(1500)
    await canvas.click({ position: { x: 200, y: 200 } })
    await content(page).getByText('地点已点出').waitFor()
    await page.addScriptTag({ path: axe })
    const found = (await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })`)) as AxeResults
    expect(found.violations.map((v) => v.id)).toEqual([])
    await send.click()
    await content(page)
      .getByText(/已下达给 1 人,调度 DD/)
      .waitFor()
    await office.w.settle()
    expect((await o.list('command.errand', { person: o.officer.personId })).map((e) => e.address)).toEqual(['湖滨路18号'])
  })
})
