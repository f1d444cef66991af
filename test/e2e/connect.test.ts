/** Outside connections as the data administrator keeps them: a secret shown once, a trial and its delivery; the button of the city's identity. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendDeliveries } from '../../gateways/webhooks/send.ts'
import { canRunDesk, content, type Office, openOffice } from './desk.ts'

type Row = Record<string, any>
process.env.CITYLOOP_PUBLIC_URL = 'http://127.0.0.1:9'
process.env.CITYLOOP_OIDC_ISSUER = 'http://127.0.0.1:9'
process.env.CITYLOOP_OIDC_CLIENT_ID = 'cityloop'
process.env.CITYLOOP_OIDC_NAME = '市统一身份'

describe.skipIf(!canRunDesk)('对接', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-03-10 09:00')
  }, 120_000)
  afterAll(async () => {
    for (const name of ['PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_NAME']) delete process.env[`CITYLOOP_${name}`]
    await office?.close()
  })
  it('数据管理员从菜单签发密钥、试推,到推送记录看结果;密钥刷新后不再显示', { timeout: 120_000 }, async () => {
    const data = await office.w.as('shuju')
    const values = { name: '市运管平台', url: 'https://10.1.2.3/hook', events: ['case.opened'], isActive: true }
    expect((await data.post<Row>('/rows/connect.receiver', { values })).status).toBe(201)
    const client = {
      clientId: 'muck',
      name: '渣土平台',
      redirectUris: ['https://muck.example.cn/cb'],
      isFirstParty: true,
      isBrowser: false,
      isActive: true,
    }
    expect((await data.post<Row>('/rows/connect.client', { values: client })).status).toBe(201)
    const page = await office.sitDown('shuju')
    await page.locator('nav.menu').getByText('对接', { exact: true }).first().waitFor()
    await page.goto(`${office.url}/connect/secrets`)
    await page.fill('#receiver', '市运管')
    await page.getByRole('option', { name: /市运管平台/ }).click()
    await page.getByRole('button', { name: '签发签名密钥' }).click()
    expect(await content(page).locator('code.key').textContent()).toMatch(/^whsec_/)
    await page.getByRole('button', { name: '试推一条' }).click()
    await content(page).getByText('已排队').waitFor()
    await sendDeliveries(office.w.kernel)
    await page.fill('#client', '渣土')
    await page.getByRole('option', { name: /渣土平台/ }).click()
    await page.getByRole('button', { name: '签发客户端密钥' }).click()
    await content(page)
      .getByText(/^muck : /)
      .waitFor()
    await page.reload()
    expect(await content(page).locator('code.key').count()).toBe(0)
    await page.goto(`${office.url}/rows/connect.delivery`)
    await content(page).getByText('未送达').first().waitFor()
    const [row] = (await data.get<{ rows: Row[] }>('/rows/connect.delivery')).body.rows
    await page.goto(`${office.url}/s/connect.delivery/${row?.id}`)
    await content(page).getByText('不许连接内网地址 10.1.2.3').first().waitFor()
    await page.locator('.actions').getByRole('button', { name: /重推/ }).waitFor()
    expect(office.problems).toEqual([])
  })
  it('登录页有统一身份的按钮;被拒绝时说明原因', { timeout: 60_000 }, async () => {
    const page = await office.sitDown('shuju')
    await page.context().clearCookies()
    await page.goto(`${office.url}/login?oidc=unknown`)
    await page.getByRole('button', { name: '用市统一身份登录' }).waitFor()
    await page.getByText('统一身份没有对应的账号,请找管理员').waitFor()
  })
})
