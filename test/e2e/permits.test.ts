/** 审批: a muck approval with a paper to follow that never follows, and one filing of four parts to one result, by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hall, openHall } from '../journeys/permits-office.ts'
import { somewhere } from '../world.ts'
import { atDesk, canRunDesk, content, type Office, openOffice, shoot } from './desk.ts'
import { actWith, aFile, begin } from './form.ts'

describe.skipIf(!canRunDesk)('审批备案在桌面上办', () => {
  let office: Office
  let hall: Hall
  const firm = '91320499MA1MUCK01X'
  const application = 'permits.application'
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:30')
    hall = await openHall(office.w)
  })
  afterAll(() => office?.close())

  it('建筑垃圾处置核准容缺后补:受理、审查、准予、缴费、颁证,逾期未补许可即撤回,路检随之变', async () => {
    const { w, url } = office
    await hall.add(
      hall.data,
      'permits.disposal-site',
      { name: '东郊消纳场', kind: 'fill', capacityM3: 10_000, isOpen: true, validTo: '2028-12-31' },
      somewhere,
    )
    await hall.add(hall.data, 'permits.truck', {
      plate: '苏D00001',
      haulerCode: firm,
      haulerName: '顺达渣土运输公司',
      isNewType: true,
      hasSafetySystem: true,
      state: 'admitted',
      admittedOn: '2026-01-05',
    })
    let id = ''
    const at = atDesk(office, () => (id ? `/s/${application}/${id}` : ''))
    await at('chuangkou1', async (page) => {
      id = await begin(
        page,
        url,
        application,
        {
          事项: '城市建筑垃圾处置核准',
          办理方式: '容缺后补',
          渠道: '窗口',
          申请人性质: '单位',
          申请人: '湖滨某公司',
          '统一社会信用代码、证件号码': '91320499MA1TEST01X',
          手机: '13900001234',
          地点: '建设路12号',
          已交要件: ['申请书', '运输合同', '消纳证明', '工地冲洗设施照片'],
          工地名称: '湖滨一号工地',
          处置量: 6000,
          消纳场所: '东郊消纳场',
          运输企业信用代码: firm,
          车辆号牌: ['苏D00001'],
          运输路线: '建设路—东环路—消纳场',
          运输时段起: '21:00',
          运输时段止: '05:00',
          起始日期: '2026-03-02',
          结束日期: '2026-05-31',
        },
        '申请:建筑垃圾处置核准',
      )
      await actWith(page, '受理')
    })
    await at('shencha1', (page) => actWith(page, '提出审查意见,提请决定', { 审查意见: '符合条件,责任书容缺', 建议: '准予' }))
    await at('shenpi1', (page) => actWith(page, '准予许可(备案)'))
    await at('chuangkou1', async (page) => {
      await actWith(page, '缴费', { 缴费日期: '2026-03-02', 票据号: 'P-1' })
      await actWith(page, '颁证送达', { 取证方式: '窗口领取' })
      await content(page).getByText('已颁证,容缺待补').first().waitFor()
    })
    await w.settle()
    const verdict = async (login: string): Promise<string> => {
      let words = ''
      await at(login, async (page) => {
        await page.goto(`${url}/sheets/permits.plates.plate?plate=${encodeURIComponent('苏D00001')}`)
        words = await content(page).locator('[data-fact="verdict"]').innerText()
      })
      return words
    }
    expect(await verdict('zhongdui21')).toBe('不在许可时段')
    const [card] = (await hall.list('permits.certificate', { application: id })).rows
    await at('chuangkou1', async (page) => {
      await page.goto(`${url}/s/permits.certificate/${card?.id}`)
      await page.getByRole('button', { name: '电子证照' }).click()
      await page.getByRole('dialog').locator('img.svg').waitFor()
      await shoot(page, 'certificate')
    })
    // 容缺五个工作日,到期未补
    await w.clock.to('2026-03-10 00:05')
    await at('chuangkou1', async (page) => {
      await content(page).getByText('逾期未补,终止或撤回许可').first().waitFor()
      await page.goto(`${url}/s/permits.certificate/${card?.id}`)
      await content(page).getByText('撤回').first().waitFor()
    })
    expect(await verdict('zhongdui21')).toBe('无有效处置核准或白天运输许可')
    expect((await hall.figure('lapsed'))[0]?.value).toBe(1)
    expect(office.problems).toEqual([])
  })

  it('一体化备案:一次申报四个部分,逐个审核、退回修改,节点看得到,全部通过出一个结果', async () => {
    const { w, url } = office
    const filing = 'permits.filing'
    await hall.add(
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
    let id = ''
    const at = atDesk(office, () => (id ? `/s/${filing}/${id}` : ''))
    await at('chuangkou1', async (page) => {
      id = await begin(page, url, filing, {
        建设项目: '湖滨花园',
        申报部分: ['照明设施', '环卫设施方案', '渣土处置', '停车设施'],
        照明灯具: 60,
        环卫收集点: 4,
        渣土量: 8000,
        停车泊位: 700,
        申报材料: aFile,
      })
    })
    await w.settle()
    await at('shencha1', async (page) => {
      const parts = content(page).locator('.children').getByRole('link')
      await parts.nth(3).waitFor()
      for (const n of [0, 1, 2, 3]) {
        await parts.nth(n).click()
        await page.waitForURL('**/s/permits.filing-part/**')
        if (n === 0) await actWith(page, '退回修改', { 修改意见: '数量与图纸不一致' })
        else await actWith(page, '通过', { 审核意见: '符合' })
        await page.goto(`${url}/s/${filing}/${id}`)
        await parts.nth(3).waitFor()
      }
    })
    await w.settle()
    await at('chuangkou1', async (page) => {
      await page.getByRole('button', { name: '一体化备案工作节点' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('[data-part="nodes"] tbody tr').nth(3).waitFor()
      await dialog.getByText('退回修改').first().waitFor()
      await shoot(page, 'nodes')
      await dialog.locator('tbody tr', { hasText: '退回修改' }).getByRole('link').first().click()
      await page.waitForURL('**/s/permits.filing-part/**')
      await actWith(page, '修改后再报', { 数量: 720, 修改后材料: aFile })
    })
    await at('shencha2', async (page) => {
      await content(page).locator('.children li', { hasText: '审核中' }).getByRole('link').click()
      await page.waitForURL('**/s/permits.filing-part/**')
      await actWith(page, '通过', { 审核意见: '已改正' })
    })
    await w.settle()
    await at('shenpi1', async (page) => {
      await actWith(page, '出具备案结果', { 备案意见: '四部分均符合,予以备案' })
      await content(page).getByText('已备案').first().waitFor()
    })
    expect((await hall.figure('filings'))[0]?.value).toBe(1)
    expect(office.problems).toEqual([])
  })
})
