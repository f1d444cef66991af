/** 感知 in a real browser: the count of devices by day, a key that is shown once and works, a command sent by its form, the live layer. */
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { openSensing, waitFor } from '../journeys/sensing-office.ts'
import { act, canRunDesk, content, type Office, openOffice } from './desk.ts'

if (!canRunDesk) console.log('skipped: no Chromium or no built desk')
const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
describe.skipIf(!canRunDesk)('感知', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
  })
  afterAll(async () => {
    await closeIngest(office.w.kernel)
    await office.close()
  })

  it('an officer counts devices, issues a key and sends a command', async () => {
    const o = await openSensing(office.w)
    const id = await o.addDevice('YG-88', 'smoke', { installedOn: '2026-03-01' })
    const page = await office.sitDown('shuju')
    await page.goto(`${office.url}/sensing/devices`)
    await content(page)
      .getByRole('row', { name: /烟感报警器 1 1 0 1 0 0/ })
      .waitFor()
    await page.addScriptTag({ path: axe })
    const found = (await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })`)) as AxeResults
    expect(found.violations.map((v) => v.id)).toEqual([])
    await page.locator('nav.menu').getByText('感知', { exact: true }).first().waitFor()
    await page.goto(`${office.url}/sensing/keys`)
    await page.fill('#device', 'YG-88')
    await page.getByRole('option', { name: /YG-88/ }).click()
    await page.getByRole('button', { name: '签发密钥' }).click()
    const key = (await content(page).locator('code.key').textContent()) ?? ''
    expect(key.length).toBeGreaterThan(20)
    expect((await o.send('YG-88', key, { at: '2026-03-02T08:00:00+08:00', values: { smoke: 0.1 } })).status).toBe(200)
    await page.reload()
    expect(await content(page).locator('code.key').count()).toBe(0)
    expect((await o.list('sensing.reading', { device: id })).total).toBe(1)
    await o.send('YG-88', key, '{"broken', 'application/x-ndjson')
    await page.goto(`${office.url}/rows/sensing.dead-letter`)
    await content(page).getByText('报文无法解析').first().waitFor()
    const [letter] = (await o.list('sensing.dead-letter', { sender: 'YG-88' })).rows
    await page.goto(`${office.url}/s/sensing.dead-letter/${letter?.id}`)
    await act(page, '重放', async () => {
      await page.getByLabel('改正后的报文').fill('{"at":"2026-03-02T08:01:00+08:00","values":{"smoke":0.2}}')
    })
    await office.w.settle()
    expect((await o.list('sensing.reading', { device: id })).total).toBe(2)
    await page.goto(`${office.url}/rows/sensing.command`)
    await content(page).getByRole('button', { name: '发起' }).first().click()
    await page.getByRole('combobox', { name: '设备' }).fill('YG-88')
    await page.getByRole('option', { name: /YG-88/ }).click()
    await page.getByRole('combobox', { name: '指令' }).click()
    await page.getByRole('option', { name: '终端复位' }).click()
    await page.getByRole('button', { name: /^保存/ }).click()
    const [command] = await waitFor('command', async () => {
      const { rows } = await o.list('sensing.command', { device: id })
      return rows.length > 0 ? rows : undefined
    })
    expect(command).toMatchObject({ kind: 'reset', status: 'queued' })
    await page.goto(`${office.url}/map`)
    await page.getByRole('button', { name: '设备现状' }).waitFor()
    expect(office.problems).toEqual([])
  })
})
