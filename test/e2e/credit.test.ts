/** 信用: a shop's credit falls by events, is published, is repaired after the shortest showing, and stands where it stood. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atDesk, canRunDesk, content, type Office, openOffice, shoot } from './desk.ts'
import { actWith, aFile, begin } from './form.ts'

interface Shown {
  readonly name: string
  readonly grade: string
  readonly score: number
  readonly shown: readonly unknown[]
}
describe.skipIf(!canRunDesk)('商户信用在桌面上办', () => {
  let office: Office
  const event = 'credit.event'
  const code = '91320499MA1SHQP01X'
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
  })
  afterAll(() => office?.close())

  it('两条不良信息由他人采信即降级、公示;改正、满最短公示期、承诺后修复,等级恢复', async () => {
    const { w, url } = office
    let id = ''
    const at = atDesk(office, () => (id ? `/s/${event}/${id}` : ''))
    const publicly = async (): Promise<Shown | undefined> =>
      (await w.anyone.get<{ rows: Shown[] }>('/public/credit', { trade: 'frontage', search: '老街面馆' })).body.rows[0]
    const known: string[] = []
    for (const item of ['行政处罚(一般)', '门前三包问题被责令整改']) {
      id = ''
      await at('xinyong1', async (page) => {
        id = await begin(page, url, event, {
          行业: '门前三包',
          主体名称: '老街面馆',
          '统一社会信用代码、证件号、号牌': code,
          主体: '商户',
          指标: item,
          '发生(认定)日期': '2026-03-02',
          '来源文书、单据': '责令整改通知书',
          来源文书: aFile,
        })
      })
      await at('xinyong2', (page) => actWith(page, '审核采信'))
      await w.settle()
      known.push(id)
    }
    expect(await publicly()).toMatchObject({ grade: 'C', score: 65, shown: [{}, {}] })
    id = ''
    await at('xinyong1', async (page) => {
      await page.goto(`${url}/rows/credit.subject`)
      await content(page).getByText('老街面馆').first().click()
      await page.locator('[data-sheet="credit.files.code"]').click()
      const file = page.getByRole('dialog').filter({ hasText: '不良信息' })
      await file.locator('[data-part="bad"] tbody tr').nth(1).waitFor()
      await file.getByText('C级(中)').first().waitFor()
      await shoot(page, 'credit-file')
    })
    await w.clock.to('2026-06-03 09:00')
    for (const one of known) {
      id = one
      await at('xinyong1', async (page) => {
        await actWith(page, '登记已履行、已改正', { '履行、改正证明': aFile })
        await actWith(page, '申请信用修复', { 信用承诺书: aFile })
      })
      await at('juzhang', (page) => actWith(page, '准予修复', { 审核意见: '已改正,准予修复' }))
    }
    await w.settle()
    expect(await publicly()).toMatchObject({ grade: 'B', score: 80, shown: [] })
    id = ''
    await at('xinyong1', async (page) => {
      await page.goto(`${url}/sheets/credit.effects`)
      await content(page).getByRole('heading', { name: '嵌入点' }).waitFor()
    })
    expect(office.problems).toEqual([])
  })
})
