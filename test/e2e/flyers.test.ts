/** 小广告 in a real browser: a photo is handed in, the machine reads the number, an officer corrects a doubtful one, the number is sent for suspension. */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictureReader } from '#kernel/vision/index.ts'
import { openOffice as openBrigade } from '../journeys/enforcement-office.ts'
import { flyerPicture } from '../journeys/flyer-picture.ts'
import { waitFor } from '../journeys/sensing-office.ts'
import { act, canRunDesk, choose, content, type Office, openOffice } from './desk.ts'

const hasReader = existsSync(new URL('../../node_modules/@gutenye/ocr-node', import.meta.url))
describe.skipIf(!canRunDesk || !hasReader)('小广告页面', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
  })
  afterAll(async () => {
    pictureReader().close()
    await office.close()
  })

  it('取证、机读、核对、上报停机,都在屏幕上办', async () => {
    const { w } = office
    const o = await openBrigade(w)
    await o.add(o.clerk, 'enforcement.carrier', {
      name: '中国移动示例分公司',
      operator: 'mobile',
      keeper: '张经理',
      phone: '13800000000',
      formName: '停机协助函(示例)',
      answerHours: 16,
      agreedOn: '2026-01-01',
    })
    const page = await office.sitDown('zhongdui21')
    await page.goto(`${office.url}/rows/enforcement.flyer`)
    await page.getByRole('button', { name: '发起' }).first().click()
    const dialog = page.locator('.el-drawer:visible, .el-dialog:visible').first()
    await dialog.getByRole('radiogroup', { name: '形式' }).getByText('乱张贴').click()
    await dialog.getByLabel('地点', { exact: true }).fill('文昌路3号楼道')
    await dialog.getByLabel('张数').fill('4')
    const file = { name: '小广告.jpg', mimeType: 'image/jpeg', buffer: await flyerPicture(['管道疏通', '1391234567']) }
    await dialog.locator('input[type=file]').first().setInputFiles(file)
    await dialog.locator('.tile img').first().waitFor()
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('请在地图上标出地点').waitFor()
    const map = dialog.locator('.maplibregl-canvas')
    await page.waitForTimeout(1500)
    await map.click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.waitForURL('**/s/enforcement.flyer/**')
    const id = page.url().split('/').at(-1) ?? ''
    await w.settle()
    await waitFor(
      'the reading',
      async () => ((await o.row('enforcement.flyer', id)).status === 'checking' ? true : undefined),
      60_000,
    )
    await page.reload()
    await content(page).getByText('1391234567').first().waitFor()
    await act(page, '核对号码', async () => {
      const line = page.locator('.el-dialog:visible tbody tr').filter({ hasText: '1391234567' })
      await line.getByText('应改', { exact: true }).click()
      await line.getByLabel('应为').fill('139 1234 5670')
    })
    await content(page).getByText('13912345670').first().waitFor()
    await w.settle()
    await page.goto(`${office.url}/rows/enforcement.flyer-phone`)
    await content(page).getByText('13912345670').first().waitFor()
    const [known] = (await o.list('enforcement.flyer-phone', { phone: '13912345670' })).rows
    await page.goto(`${office.url}/s/enforcement.flyer-phone/${known?.id}`)
    await content(page).getByText('文昌路3号楼道').first().waitFor()
    await act(page, '上报停机', async () => choose(page, '运营单位', '中国移动'))
    await content(page).getByText('已上报停机').first().waitFor()
    expect((await o.row('enforcement.flyer-phone', String(known?.id))).status).toBe('requested')
    expect(office.problems).toEqual([])
  })
})
