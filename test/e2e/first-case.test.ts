/** “办第一件案子” of the README, by hand in the browser, step by step; with `CITYLOOP_PICTURES=1` it leaves the pictures of the document. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { act, canRunDesk, choose, content, type Office, openOffice, unfold } from './desk.ts'
import { picture } from './phone.ts'

const pictures = process.env.CITYLOOP_PICTURES ? join(import.meta.dirname, '../../docs/images/first-case') : undefined
if (pictures) mkdirSync(pictures, { recursive: true })
const show = async (page: Page, name: string): Promise<void> => {
  if (!pictures) return
  await page.waitForTimeout(1200)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

describe.skipIf(!canRunDesk)('办第一件案子', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-11-16 09:05')
  })
  afterAll(() => office?.close())

  it('从登记到结案、核对回执,不到五分钟', async () => {
    const began = performance.now()
    const operator = await office.sitDown('shouli1')
    await operator.goto(`${office.url}/intake`)
    await operator.fill('#intake-description', '路灯不亮,晚上一片漆黑')
    const map = operator.locator('.maplibregl-canvas')
    await map.waitFor()
    await operator.waitForTimeout(1500)
    await map.click({ position: { x: 200, y: 150 } })
    await operator.locator('#intake-category').click()
    await operator.keyboard.type('ld')
    await operator.locator('.el-select-dropdown:visible').getByText('01037').first().waitFor()
    await operator.keyboard.press('Control+A')
    await operator.keyboard.type('01037')
    await operator.locator('.el-select-dropdown:visible').getByText('01037').first().click()
    await show(operator, '1-intake')
    await operator.keyboard.press('Control+Enter')
    await operator.locator('.done[role=status]').waitFor()
    const receipt = (await operator.locator('.done .mono').innerText()).trim()
    const href = await operator.locator('.done a').getAttribute('href')
    expect(receipt).toMatch(/^[0-9a-f]{64}$/)
    const path = String(href)

    const head = await office.sitDown('zhiban1')
    await content(head).getByText('路灯不亮,晚上一片漆黑').first().click()
    await head.waitForURL(`**${path}`)
    await act(head, '受理')
    await act(head, '立案', async () => {
      await choose(head, '立案条件', '')
      await show(head, '2-file')
    })
    await unfold(head.getByRole('button', { name: '为什么' }), head.locator('.el-popover:visible ol li').first())
    await show(head, '2-why')

    const dispatcher = await office.sitDown('paiqian1')
    await dispatcher.goto(office.url + path)
    await act(dispatcher, '派遣')
    await content(dispatcher).getByText('城市照明管理所').first().waitFor()
    await show(dispatcher, '3-dispatch')

    const handler = await office.sitDown('chuzhi61')
    await handler.goto(office.url + path)
    await act(handler, '接收')
    await act(handler, '处置完成', async () => {
      await handler
        .locator('.el-dialog:visible input[type=file]')
        .first()
        .setInputFiles(await picture())
      await handler.locator('.el-dialog:visible .tile img').first().waitFor()
      await handler.locator('.el-dialog:visible').getByLabel('处置情况').fill('更换灯泡,已点亮')
      await show(handler, '4-handled')
    })

    await dispatcher.reload()
    await act(dispatcher, '反馈通过,派核查')
    const { w } = office
    const id = path.split('/').at(-1)
    const drawn = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ login: string; name: string }>(
        tx,
        'select p.login, p.name from kernel.task t join kernel.person p on p.id = t.person_id where t.subject_id = $1 and t.done_at is null',
        [id],
      ),
    )
    const verifierLogin = drawn.rows[0]?.login ?? ''
    await content(dispatcher)
      .getByText(drawn.rows[0]?.name ?? '?')
      .first()
      .waitFor()
    await show(dispatcher, '5-drawn')

    const verifier = await office.sitDown(verifierLogin)
    await verifier.goto(office.url + path)
    await act(verifier, '核查通过', async () => {
      await verifier
        .locator('.el-dialog:visible input[type=file]')
        .first()
        .setInputFiles(await picture())
      await verifier.locator('.el-dialog:visible .tile img').first().waitFor()
    })
    await show(verifier, '6-checked')
    await head.reload()
    await act(head, '结案')
    await content(head).getByText('已结案').first().waitFor()
    await show(head, '7-closed')

    await head.goto(`${office.url}/receipt`)
    await head.fill('#hash', receipt)
    await head.keyboard.press('Enter')
    await head.locator('.answer[role=status]').waitFor()
    await show(head, '8-receipt')
    expect(await head.locator('.answer').innerText()).toMatch(/结案/)
    const seconds = (performance.now() - began) / 1000
    console.log(`第一件案子:${seconds.toFixed(0)} 秒,九步`)
    expect(seconds).toBeLessThan(300)
    expect(office.problems).toEqual([])
  })
})
