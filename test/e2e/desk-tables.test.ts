/** Details that are a table: filled in line by line on the desk, pasted from a spreadsheet, read as a table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hall, openHall } from '../journeys/permits-office.ts'
import { photo, somewhere } from '../world.ts'
import { act, canRunDesk, content, type Office, openOffice } from './desk.ts'
import { picture } from './phone.ts'

describe.skipIf(!canRunDesk)('明细表', () => {
  let office: Office
  let hall: Hall
  let project: string
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:30')
    hall = await openHall(office.w)
    project = await hall.add(
      hall.clerk,
      'permits.project',
      {
        code: 'P-1',
        name: '湖滨花园',
        kind: 'residential',
        developer: '某置业',
        households: 900,
        floorM2: 90_000,
        landM2: 30_000,
      },
      somewhere,
    )
  })
  afterAll(() => office?.close())

  it('照明方案逐项审核:五项各一行,需修改的不写意见交不了', async () => {
    const scheme = await hall.open(hall.clerk, 'permits.lighting-scheme', { project, lamps: 3, papers: [photo()] })
    const page = await office.sitDown('shencha1')
    await page.goto(`${office.url}/s/permits.lighting-scheme/${scheme.id}`)
    await act(page, '逐项审核', async () => {
      const dialog = page.locator('.el-dialog:visible')
      const lines = dialog.locator('tbody tr')
      expect(await lines.count()).toBe(5)
      for (const line of await lines.all()) await line.getByText('通过', { exact: true }).click()
      await lines.filter({ hasText: '功率密度' }).getByText('需修改', { exact: true }).click()
      await dialog.getByRole('button', { name: '逐项审核', exact: true }).click()
      await dialog.getByText('需修改的应写明意见:功率密度').waitFor()
      await lines.filter({ hasText: '功率密度' }).getByLabel('意见').fill('超过现行值')
    })
    await content(page).getByText('超过现行值').first().waitFor()
    await page.context().close()
  })

  it('基础数据采集:指标从表格粘贴下达,填报时每项一行', async () => {
    const page = await office.sitDown('kaohe1')
    await page.goto(`${office.url}/rows/grid.collection`)
    await page.getByRole('button', { name: '发起' }).first().click()
    const dialog = page.locator('.el-drawer:visible, .el-dialog:visible').first()
    await dialog.getByLabel('采集方案').fill('环卫设施季报')
    await dialog.getByLabel('报告期').fill('2026-Q1')
    await dialog.getByLabel('填报单位', { exact: true }).click()
    await dialog.getByLabel('填报单位', { exact: true }).fill('环境卫生管理所')
    await page
      .locator('.el-select-dropdown:visible .el-select-dropdown__item')
      .filter({ hasText: '环境卫生管理所' })
      .first()
      .click()
    const copied = '指标\t计量单位\t等于哪几项之和\n一类\t座\t\n二类\t座\t\n合计\t座\t一类+二类\n'
    await page.evaluate(`(() => {
      const data = new DataTransfer()
      data.setData('text/plain', ${JSON.stringify(copied)})
      document.querySelector('.el-drawer .lines').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })()`)
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.waitForURL('**/s/grid.collection/**')
    const made = (await hall.list('grid.collection', { plan: '环卫设施季报' })).rows[0]
    expect(made?.items).toEqual([
      { name: '一类', unit: '座', sumOf: null },
      { name: '二类', unit: '座', sumOf: null },
      { name: '合计', unit: '座', sumOf: '一类+二类' },
    ])
    const unit = await office.sitDown('chuzhi31')
    await unit.goto(`${office.url}/s/grid.collection/${made?.id}`)
    await act(unit, '填报', async () => {
      const box = unit.locator('.el-dialog:visible')
      for (const [name, value] of [
        ['一类', '3'],
        ['二类', '5'],
        ['合计', '9'],
      ])
        await box.locator('tbody tr').filter({ hasText: name }).getByLabel('数值').fill(String(value))
      await box.getByRole('button', { name: '填报', exact: true }).click()
      await box.getByText('“合计”应等于一类+二类').waitFor()
      await box.locator('tbody tr').filter({ hasText: '合计' }).getByLabel('数值').fill('8')
    })
    await content(unit).getByText('待审核').first().waitFor()
    await unit.context().close()
    await page.context().close()
  })

  it('普查录入:选定台账,就按那本台账的表填', async () => {
    const manager = await office.w.as('kaohe1')
    const task = await hall.open(manager, 'grid.census', {
      name: '店铺普查',
      target: 'grid.shop',
      area: '329901',
      expected: 4,
      dueOn: '2026-06-30',
    })
    expect(task.id).toBeTruthy()
    const page = await office.sitDown('caiji1')
    await page.goto(`${office.url}/rows/grid.entry`)
    await page.getByRole('button', { name: '发起' }).first().click()
    const dialog = page.locator('.el-drawer:visible, .el-dialog:visible').first()
    await dialog.getByText('请先选定登记到哪本台账').waitFor()
    await dialog.getByLabel('普查任务', { exact: true }).click()
    await page.locator('.el-select-dropdown:visible .el-select-dropdown__item').filter({ hasText: '店铺普查' }).first().click()
    await dialog.getByLabel('普查对象', { exact: true }).click()
    await page
      .locator('.el-select-dropdown:visible .el-select-dropdown__item')
      .filter({ hasText: '市容环境责任单位' })
      .first()
      .click()
    await dialog.getByLabel('店招名称').fill('阿明水果')
    await dialog.getByLabel('门牌地址').fill('文化路8号')
    await dialog.getByRole('combobox', { name: '业态' }).click()
    await page.locator('.el-select-dropdown:visible .el-select-dropdown__item').filter({ hasText: '生鲜' }).first().click()
    for (const [name, word] of [
      ['责任书已签', '是'],
      ['责任牌已上墙', '否'],
      ['三色等级', '绿'],
    ] as const)
      await dialog.getByRole('radiogroup', { name }).getByText(word, { exact: true }).click()
    await dialog
      .locator('input[type=file]')
      .first()
      .setInputFiles(await picture())
    await dialog.locator('.tile img').first().waitFor()
    // Where it stands is pointed at: an entry without a place is refused.
    await dialog.locator('canvas').first().click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.waitForURL('**/s/grid.entry/**')
    await content(page).getByText('阿明水果').first().waitFor()
    await page.context().close()
  })

  it('台账里的线在图上画:逐点点出,退一点,长度随画随报', async () => {
    const page = await office.sitDown('shuju')
    await page.goto(`${office.url}/rows/grid.road`)
    await page.getByRole('button', { name: '新增' }).first().click()
    const drawer = page.locator('.el-drawer:visible')
    await drawer.getByLabel('路名').fill('新辟路')
    await drawer
      .getByRole('combobox', { name: '等级', exact: true })
      .or(drawer.getByRole('radiogroup', { name: '等级', exact: true }))
      .first()
      .click()
    await page.locator('.el-select-dropdown:visible .el-select-dropdown__item').first().click()
    await drawer.getByLabel('长度', { exact: true }).fill('320')
    const map = drawer.locator('.maplibregl-canvas')
    await map.scrollIntoViewIfNeeded()
    await drawer.locator('.tools').getByText('在图上逐点点出线').waitFor()
    await page.waitForTimeout(1500)
    for (const [x, y] of [
      [120, 120],
      [220, 160],
      [300, 110],
      [330, 200],
    ] as const)
      await map.click({ position: { x, y } })
    await drawer.getByRole('button', { name: '退一点' }).click()
    await page.waitForTimeout(300)
    expect(await drawer.locator('.tools [role=status]').innerText()).toMatch(/[\d,.]+ m$/)
    await page.screenshot({ path: '/tmp/draw.png' })
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').first().waitFor()
    const made = (await hall.list('grid.road', { name: '新辟路' })).rows[0]
    expect(made?.lon).toBeGreaterThan(100)
    await page.context().close()
  })

  it('列表视图:筛选好存下来,换个条件后一点就回来', async () => {
    const page = await office.sitDown('zhiban1')
    await page.goto(`${office.url}/cases?stage=all&q=${encodeURIComponent('路灯')}`)
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('button', { name: '保存当前视图…' }).click()
    const box = page.locator('.el-message-box:visible')
    await box.locator('input').fill('路灯的')
    await box.getByRole('button', { name: '保存' }).click()
    await box.waitFor({ state: 'hidden' })
    await page.goto(`${office.url}/cases`)
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('button', { name: '路灯的', exact: true }).click()
    await page.waitForURL(/q=/)
    expect(new URL(page.url()).searchParams.get('q')).toBe('路灯')
    await page.context().close()
  })

  it('全区图上量距离、量面积,Esc 结束,平常的点击照旧', async () => {
    const page = await office.sitDown('zhiban1')
    await page.goto(`${office.url}/map`)
    const map = page.locator('.maplibregl-canvas')
    await map.waitFor()
    await page.waitForTimeout(1500)
    await page.getByRole('button', { name: '量面积' }).click()
    for (const [x, y] of [
      [500, 300],
      [700, 300],
      [700, 450],
    ] as const)
      await map.click({ position: { x, y } })
    await page
      .locator('.measure [role=status]')
      .getByText(/m²$|km²$/)
      .waitFor()
    await page.screenshot({ path: '/tmp/measure.png' })
    await page.getByRole('button', { name: '量距离' }).click()
    await map.click({ position: { x: 500, y: 300 } })
    await map.click({ position: { x: 700, y: 300 } })
    await page.locator('.measure [role=status]').getByText(/ k?m$/).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('.measure [role=status]').count()).toBe(0)
    await page.context().close()
  })
})
