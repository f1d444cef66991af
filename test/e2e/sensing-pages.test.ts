/** 规则试运行, 监测曲线 and 巡更刷卡 in a real browser. */
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { openSensing } from '../journeys/sensing-office.ts'
import { canRunDesk, content, type Office, openOffice } from './desk.ts'

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
describe.skipIf(!canRunDesk)('感知页面', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
  })
  afterAll(async () => {
    await closeIngest(office.w.kernel)
    await office.close()
  })

  it('a duty officer tries a rule over history and reads the curve', async () => {
    const o = await openSensing(office.w)
    const id = await o.addDevice('SW-77', 'level')
    const key = await o.keyOf(id)
    const levels = [0.4, 1.2, 0.9, 0.3, 1.6]
    await o.send(
      'SW-77',
      key,
      levels.map((level, i) => ({ at: `2026-03-02T08:0${i}:00+08:00`, values: { level } })),
    )
    const page = await office.sitDown('zhiban1')
    const seen = async (): Promise<readonly string[]> => {
      await page.addScriptTag({ path: axe })
      const found = (await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })`)) as AxeResults
      return found.violations.map((v) => `${v.id} ${v.nodes.map((n) => n.html).join(' ')}`)
    }
    await page.goto(`${office.url}/sensing/try`)
    await page.fill('#rule', '水位预警')
    await page.getByRole('option', { name: /水位预警/ }).click()
    await content(page).getByRole('button', { name: '试运行' }).click()
    await content(page).getByText('会告警 2 次(看了 5 个点、1 台设备)').waitFor()
    await content(page).getByLabel('限值').fill('1.5')
    await content(page).getByRole('button', { name: '试运行' }).click()
    await content(page).getByText('会告警 1 次').waitFor()
    // The button fades from its hovered colour; what is judged is the page at rest.
    await page.mouse.move(5, 5)
    await page.waitForTimeout(600)
    expect(await seen()).toEqual([])
    await page.goto(`${office.url}/sensing/curve?device=${id}&quantity=level`)
    await content(page).getByRole('img', { name: '监测曲线' }).waitFor()
    expect(await seen()).toEqual([])
    const walker = await office.sitDown('caiji1')
    await walker.goto(`${office.url}/sensing/tap`)
    await content(walker).getByLabel('标签编号').waitFor()
  })
})
