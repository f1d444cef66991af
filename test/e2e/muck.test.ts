/** 渣土 as people use it: the desk of the command post, a passage entered by hand, its alarm handled, the shift handed over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canRunDesk, content, type Office, openOffice, shoot } from './desk.ts'
import { actWith, begin, enter, fillForm } from './form.ts'
import { canRun, killPhone, newProfile, openSite, type Phone, type Site, startPhone } from './phone.ts'

describe.skipIf(!canRunDesk)('渣土', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-03-02 21:00')
  })
  afterAll(() => office.close())

  it('值守、登记出场、处理告警、登记检查都能照单填写', async () => {
    const page = await office.sitDown('zhiban1')
    await begin(page, office.url, 'muck.shift', { 班次: '夜班', 值守人: '值班长一' })
    await page.goto(`${office.url}/sheets/muck.passages`)
    const form = content(page)
    await fillForm(form, {
      过车号: 'G1',
      卡口号: 'GK-77',
      号牌: '苏D00009',
      时间: '2026-03-02 20:59:00',
      装载: 12,
      已冲洗: true,
      已密闭: true,
    })
    await shoot(page, 'muck-passage')
    await form.getByRole('button', { name: '登记出场' }).click()
    await form.getByText('无证运输').first().waitFor({ timeout: 10_000 })
    await office.w.settle()
    await page.goto(`${office.url}/sheets/muck.desk`)
    await form.locator('[data-part="alarms"]').getByText('无证运输').first().waitFor()
    await form.locator('[data-fact="onDuty"]').getByText('值班长一').first().waitFor()
    await shoot(page, 'muck-desk')
    const duty = await office.w.as('zhiban1')
    const { body } = await duty.get<{ rows: { id: string; kind: string }[] }>('/rows/muck.alarm')
    const alarm = body.rows.find((a) => a.kind === 'noPermit')
    await page.goto(`${office.url}/s/muck.alarm/${alarm?.id}`)
    await actWith(page, '属实,转违法查处', { 违法情形: '无证运输', 处理情况: '中队到场属实' })
    const officer = await office.sitDown('zhongdui21')
    await enter(officer, office.url, 'muck.check', {
      检查号: 'JC-1',
      对象: '工地',
      '名称(号牌)': '湖滨一号工地',
      检查日期: '2026-03-02',
      次数: 1,
      检查人: '张三、李四',
      立案: 0,
      责令整改: 0,
      行政约谈: 0,
    })
    expect(office.problems).toEqual([])
  })
})

describe.skipIf(!canRun)('装修垃圾预约', () => {
  const profile = newProfile()
  let site: Site
  let phone: Phone
  beforeAll(async () => {
    site = await openSite('2026-03-20 09:00')
    phone = await startPhone(profile.dir)
  })
  afterAll(async () => {
    await killPhone(phone, profile.dir)
    await site.close()
    profile.forget()
  })

  it('居民在手机上预约、看到进度、取消', async () => {
    const { page, problems } = phone
    await page.goto(`${site.url}/`)
    await page.getByRole('link', { name: '装修垃圾清运' }).click()
    await page.getByLabel('地址(小区、楼栋、门牌)').fill('湖滨花园3幢201')
    await page.getByLabel('堆放方式').selectOption('loose')
    await page.getByLabel('估计方量(立方米)').fill('3')
    await page.getByLabel('希望清运日期').fill('2026-03-22')
    await page.getByLabel('联系人').fill('王女士')
    await page.getByLabel('手机号').fill('13912345678')
    await page.getByRole('button', { name: '预约', exact: true }).click()
    const mine = page.locator('[data-booking]').first()
    await mine.getByText('待安排').waitFor()
    await shoot(page, 'muck-renovation')
    await mine.getByRole('button', { name: '取消预约' }).click()
    await mine.getByText('已取消').waitFor()
    expect(problems).toEqual([])
  })
})
