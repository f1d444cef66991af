/** 当场处罚 where there is no network: the offender met in the street, the form, the queue, the case. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { canRun, install, killPhone, newProfile, openSite, type Phone, picture, type Site, signIn, startPhone } from './phone.ts'

interface Found {
  readonly number: string
  readonly status: string
  readonly partyName: string
  readonly fineFen: number
  readonly areaCode: string
  readonly photos: number
}
const penalties = async (site: Site): Promise<readonly Found[]> =>
  site.w.kernel.db.withDistricts(
    [site.w.district],
    async (tx) =>
      (
        await raw<Found>(
          tx,
          `select number, status, party_name as "partyName", fine_fen as "fineFen", area_code as "areaCode", cardinality(receipt) as photos
         from enforcement.penalty where party_name like '骑车人%' order by number`,
          [],
        )
      ).rows,
  )
const pick = async (page: Page, label: string, words: string, option = words): Promise<void> => {
  await page.getByRole('button', { name: `${label}: 请选择` }).click()
  const sheet = page.getByRole('dialog', { name: label, exact: true })
  await sheet.getByRole('searchbox').fill(words)
  await sheet.getByRole('button', { name: option }).first().click()
}
const choose = (page: Page, label: string, option: string) =>
  page.getByRole('radiogroup', { name: label }).getByRole('radio', { name: option, exact: true }).click()
const fillOut = async (page: Page, site: Site, partner: string, name: string): Promise<void> => {
  await page.goto(`${site.url}/work/start/enforcement.penalty/decideOnSpot`)
  await page.getByText('误差约').waitFor()
  await pick(page, '案件来源', '巡查')
  await pick(page, '领域', '张贴')
  await page.getByRole('button', { name: '当事人: 请选择' }).click()
  const parties = page.getByRole('dialog', { name: '当事人', exact: true })
  await parties.getByRole('searchbox').fill(name)
  await parties.locator('[data-action=add-row]').click()
  const sheet = page.getByRole('dialog', { name: '当事人(监管对象)' })
  await sheet.getByRole('radio', { name: '公民' }).click()
  await sheet
    .getByLabel('统一社会信用代码、证件号码')
    .fill(`32040219900101${String(name.length + partner.length)}12`.slice(0, 18))
  await sheet.getByRole('radiogroup', { name: '已签电子送达确认书' }).getByRole('radio', { name: '否' }).click()
  await sheet.locator('[data-action=save-row]').click()
  await pick(page, '违法行为', 'V01', 'V01')
  // A phone started without a network goes by its own clock; this city's is another.
  await page.getByLabel('违法行为发生日期').fill('2026-03-02')
  await page.getByLabel('地点', { exact: false }).last().fill('人民路12号')
  await page.getByLabel('案情').fill('骑车沿街张贴小广告')
  await pick(page, '协办执法人员', partner)
  await choose(page, '程序', '简易程序')
  await page.getByRole('button', { name: '处罚种类: 请选择' }).click()
  const kinds = page.getByRole('dialog', { name: '处罚种类' })
  await kinds.getByRole('button', { name: '罚款' }).click()
  await kinds.getByRole('button', { name: '选好了' }).click()
  await page.getByLabel('罚款', { exact: true }).fill('100')
  await choose(page, '已出示执法证件', '是')
  await page.getByLabel('当事人陈述申辩及复核').fill('当事人无异议')
  await page
    .locator('input[type=file][capture]')
    .first()
    .setInputFiles(await picture())
  await page.getByAltText('第1个').first().waitFor()
}

describe.skipIf(!canRun)('街面办案', () => {
  let site: Site
  const profile = newProfile()
  let phone: Phone
  beforeAll(async () => {
    site = await openSite('2026-03-02 09:05')
    phone = await startPhone(profile.dir)
  })
  afterAll(async () => {
    await phone.context.close().catch(() => undefined)
    profile.forget()
    await site?.close()
  })

  it('没有网络时当场处罚:新当事人、依据、证据存在手机里,应用被杀,上线后恰好一件', async () => {
    await install(phone.page, site.url)
    await signIn(phone.page, site.url, 'zhongdui21')
    const partner = (await site.w.as('zhongdui22')).personId
    const { rows } = await site.w.kernel.db.withDistricts([site.w.district], (tx) =>
      raw<{ name: string }>(tx, 'select name from kernel.person where id = $1', [partner]),
    )
    const partnerName = rows[0]?.name ?? ''
    await phone.page.getByRole('link', { name: '办事' }).click()
    await phone.page.getByRole('searchbox').fill('当场处罚')
    await phone.page.getByRole('link', { name: /当场处罚/ }).click()
    await phone.page.getByText('名单已存到手机').waitFor()
    await phone.context.setOffline(true)
    await fillOut(phone.page, site, partnerName, '骑车人甲')
    await phone.page.locator('[data-action=send]').click()
    await phone.page.getByText('2 项没有上传').waitFor()
    expect(await penalties(site)).toEqual([])
    await killPhone(phone, profile.dir)

    phone = await startPhone(profile.dir)
    // The browser had not yet written its cookie down: what was done waits for the same person.
    await signIn(phone.page, site.url, 'zhongdui21')
    await expect.poll(async () => (await penalties(site)).length, { timeout: 60_000 }).toBe(1)
    const [made] = await penalties(site)
    expect(made).toMatchObject({ status: 'served', partyName: '骑车人甲', fineFen: 10_000, photos: 1 })
    expect(made?.areaCode).toBe('329901002008003')
    await phone.page.reload()
    await phone.page.waitForTimeout(1500)
    expect(await penalties(site)).toHaveLength(1)
    expect(phone.problems).toEqual([])
  })
})
