/** 待公开的图片 in a real browser: an officer drags a frame over a face and lets the covered copy out. */
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictureReader } from '#kernel/vision/index.ts'
import { openOffice as openBrigade } from '../journeys/enforcement-office.ts'
import { uploadBody } from '../journeys/flyer-picture.ts'
import { canRunDesk, content, type Office, openOffice } from './desk.ts'

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
describe.skipIf(!canRunDesk)('待公开的图片', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
  })
  afterAll(async () => {
    pictureReader().close()
    await office.close()
  })

  it('拖框遮挡后公开', async () => {
    const { w } = office
    const o = await openBrigade(w)
    // Red on one side, blue on the other, in fine stripes.
    const stripes = Array.from(
      { length: 40 },
      (_, i) => `<rect x="${i * 20}" width="10" height="600" fill="${i < 20 ? '#c00' : '#00c'}"/>`,
    ).join('')
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#fff"/>${stripes}</svg>`
    const picture = await sharp(Buffer.from(svg)).jpeg().toBuffer()
    const { body } = await o.officer.post<{ files: { id: string }[] }>('/files', uploadBody(picture))
    const id = body.files[0]?.id ?? ''
    await o.open(o.officer, 'enforcement.publication', { kind: 'check', title: '检查', photos: [id] })
    await w.settle()
    const page = await office.sitDown('zhiban1')
    await page
      .getByRole('link', { name: '待公开的图片' })
      .or(page.getByRole('menuitem', { name: '待公开的图片' }))
      .first()
      .click()
    await content(page).locator('.list button').first().click()
    const frame = content(page).locator('.frame')
    await frame.locator('img').waitFor()
    await page.waitForTimeout(800)
    const box = await frame.boundingBox()
    if (!box) throw new Error('no frame')
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.1)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.9, { steps: 5 })
    await page.mouse.up()
    await content(page).getByRole('button', { name: '去掉第 1 框' }).waitFor()
    await page.mouse.move(5, 5)
    await page.waitForTimeout(600)
    await page.addScriptTag({ path: axe })
    const found = (await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })`)) as AxeResults
    expect(found.violations.map((v) => `${v.id} ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
    await content(page).getByRole('button', { name: '遮挡 1 处并公开' }).click()
    await content(page).getByText('没有等着公开的图片').waitFor()
    const copy = Buffer.from((await w.anyone.get<Buffer>(`/public/pictures/${id}`)).body)
    const at = async (left: number) =>
      (await sharp(copy).extract({ left, top: 300, width: 60, height: 1 }).greyscale().raw().toBuffer()).reduce(
        (s, v, i, all) => (i ? s + Math.abs(v - (all[i - 1] ?? 0)) : 0),
        0,
      )
    expect(await at(180)).toBeLessThan((await at(600)) / 3)
    expect(office.problems).toEqual([])
  })
})
