/** 市民的一天: signs in by phone, reads, posts a notice, asks a lawyer, votes, signs up; everything is one account, and every door opens. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Civic, openCivic } from '../journeys/civic-office.ts'
import { canRun, newProfile, openSite, type Phone, type Site, snap, startPhone } from './phone.ts'

const phoneNumber = '13911112222'
describe.skipIf(!canRun)('手机上的公众服务', () => {
  const { dir, forget } = newProfile()
  let site: Site
  let phone: Phone
  let o: Civic
  beforeAll(async () => {
    site = await openSite('2026-03-02 09:00')
    o = await openCivic(site.w)
    const news = await o.open(o.data, 'civic.news', {
      title: '汛期出行提示',
      kind: 'service',
      body: '请避开积水路段。',
      channels: ['app'],
    })
    await o.act(o.leader, 'civic.news', news, 'publish')
    const lawyer = { name: '周律师', firm: '正衡律师事务所', licence: '13204202610000001', topics: '行政', isOn: true }
    await o.add('civic.lawyer', lawyer)
    const topic = { title: '夜市设在哪里', background: '两处选一处。', options: ['东湖路', '南苑广场'], toOn: o.day(10) }
    await o.open(o.data, 'civic.decision', topic)
    const startsAt = `${o.day(3)}T09:00:00+08:00`
    const event = {
      kind: 'openDay',
      name: '走进城管',
      place: '城市运行中心',
      host: '局办公室',
      startsAt,
      endsAt: `${o.day(3)}T11:00:00+08:00`,
    }
    await o.open(o.data, 'civic.event', { ...event, quota: 20, isPublic: true })
    phone = await startPhone(dir)
  })
  afterAll(async () => {
    await phone?.context.close()
    await site?.close()
    forget()
  })
  const codeSent = async (): Promise<string> => {
    await expect.poll(async () => (await o.query('select 1 from civic.phone_check')).length).toBeGreaterThan(0)
    await site.w.settle()
    const [message] = await o.query<{ body: string }>(
      `select body from kernel.message where recipient = $1 order by created_at desc limit 1`,
      [phoneNumber],
    )
    return /验证码(\d{6})/.exec(message?.body ?? '')?.[1] ?? ''
  }
  const door = async (page: Page, name: string, title = name): Promise<void> => {
    await page.goto(`${site.url}/`)
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { name: title, exact: true }).first().waitFor()
  }

  it('手机登录后,上报、便民信息、咨询、投票、报名都不再要验证码', async () => {
    const { page, problems } = phone
    await snap(page, site.url, '路口路灯不亮')
    await expect.poll(async () => (await o.query('select 1 from cases."case"')).length, { timeout: 30_000 }).toBe(1)
    await page.goto(`${site.url}/account`)
    await page.getByLabel('手机号').fill(phoneNumber)
    await page.locator('[data-action=code]').click()
    await page.getByLabel('验证码').fill(await codeSent())
    await page.getByLabel('称呼').fill('李女士')
    await page.locator('[data-action=sign-in]').click()
    await page.getByText('139****2222').waitFor()
    await page.getByRole('heading', { name: '我的上报与申请' }).waitFor()
    await expect.poll(() => page.getByText('路口路灯不亮').count(), { timeout: 20_000 }).toBe(1)

    await door(page, '信息发布')
    await page.getByRole('button', { name: /汛期出行提示/ }).click()
    await page.getByText('请避开积水路段。').waitFor()

    await door(page, '便民信息')
    await page.locator('#town').selectOption(o.here)
    await page.locator('#title').fill('南苑两室出租')
    await page.locator('#words').fill('精装两室,月租1800元')
    await page.locator('[data-action=post]').click()
    await page.getByText('街道看过后公布').waitFor()
    const [notice] = await o.list('civic.small-notice')
    await o.act(o.street, 'civic.small-notice', String(notice?.id), 'publish')
    await page.reload()
    await page.getByText('南苑两室出租').waitFor()

    await door(page, '法律工作室')
    await page.locator('#question').fill('店招多大要审批?')
    await page.locator('#name').fill('李女士')
    await page.locator('[data-action=ask]').click()
    await expect.poll(async () => (await o.list('civic.consult')).length).toBe(1)

    await door(page, '公众议事')
    await page.getByRole('button', { name: /我要参与/ }).click()
    await page.getByRole('radio', { name: '南苑广场' }).click()
    await page.locator('[data-action=say]').click()
    await page.getByText('已收到,谢谢').waitFor()
    await page.getByText('1 票').waitFor()

    await door(page, '开放日与体验')
    await page.getByRole('button', { name: '报名' }).click()
    await page.locator('#name').fill('李女士')
    await page.locator('[data-action=sign]').click()
    await page.getByText('余 19 位').waitFor()
    expect(problems).toEqual([])
  })

  it('八个入口与微应用都打得开,打开次数记下', async () => {
    const { page, problems } = phone
    for (const name of ['公共自行车', '门前三包', '网上审批', '信用公示', '涉企服务']) await door(page, name)
    await door(page, '智慧停车', '停车')
    await door(page, '志愿服务')
    await door(page, '政策文件')
    await page.getByText('没有找到公开的文件').waitFor()
    await page.goto(`${site.url}/permits`)
    await page.getByRole('heading', { name: '办事指南' }).waitFor()
    const counted = async () => (await o.query<{ name: string }>('select name from civic.app_open')).map((r) => r.name)
    await expect.poll(async () => (await counted()).includes('信用公示'), { timeout: 20_000 }).toBe(true)
    expect(problems).toEqual([])
  })
})
