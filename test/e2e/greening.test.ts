/** 公园与树: a citizen sees the parks, books an activity and asks to adopt a tree; the office gives the certificate. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Greening, openGreening } from '../journeys/greening-office.ts'
import { canRun, newProfile, openSite, type Phone, type Site, startPhone } from './phone.ts'

describe.skipIf(!canRun)('手机上的公园与树', () => {
  const { dir, forget } = newProfile()
  let site: Site
  let phone: Phone
  let o: Greening
  beforeAll(async () => {
    site = await openSite('2026-03-02 09:00')
    o = await openGreening(site.w)
    const park = await o.park('QF')
    const startsAt = new Date(site.w.clock.now().getTime() + 3 * 86_400_000)
    const endsAt = new Date(startsAt.getTime() + 7_200_000).toISOString()
    const values = {
      kind: 'flower',
      name: '郁金香花展',
      park,
      venue: '东广场',
      mode: 'site',
      capacity: 60,
      organiser: '公园管理所',
    }
    const show = await o.open(o.data, 'greening.activity', { ...values, startsAt: startsAt.toISOString(), endsAt })
    await o.act(o.data, 'greening.activity', show, 'open')
    const tree = { code: 'RY-01', road: await o.road('湖滨大道'), species: '香樟', dbhCm: 30, health: 'good' }
    await o.add('greening.tree', { ...tree, isDangerous: false, isAdoptable: true })
    phone = await startPhone(dir)
  })
  afterAll(async () => {
    await phone?.context.close()
    await site?.close()
    forget()
  })

  it('看公园、约花展、认养一棵树,发证后看得到证号', async () => {
    const { page, problems } = phone
    await page.goto(`${site.url}/garden`)
    await page.getByText('QF公园').waitFor()
    await page.getByLabel('姓名(团体)').fill('王女士')
    await page.getByLabel('手机号').fill('13912345678')
    await page.getByLabel('人数').fill('2')
    await page.getByRole('button', { name: '预约', exact: true }).click()
    await page.getByText('已预约郁金香花展').waitFor()
    await page.getByText('余 58 位').waitFor()
    await page.getByLabel('选一棵树').selectOption({ index: 0 })
    await page.getByText('费用 100.00 元').waitFor()
    await page.getByRole('button', { name: '申请认养' }).click()
    await page.locator('[data-adoption]').getByText('待审核').waitFor()
    const [adoption] = await o.list('greening.adoption')
    await o.act(o.data, 'greening.adoption', String(adoption?.id), 'accept')
    await o.act(o.data, 'greening.adoption', String(adoption?.id), 'certify', { paidFen: 10_000 })
    await page.reload()
    await page.locator('[data-adoption]').getByText('认养中').waitFor()
    expect(await page.locator('[data-adoption]').innerText()).toMatch(/认养\d+/)
    expect(problems).toEqual([])
  })
})
