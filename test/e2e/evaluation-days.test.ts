/** 考核: a second scorer looks again, a street appeals, the round is locked, a fund is shared by it and a bulletin printed, by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice as openAssessors } from '../journeys/evaluation-office.ts'
import { atDesk, canRunDesk, content, type Office, openOffice, shoot } from './desk.ts'
import { actWith, aFile, begin, beginHere } from './form.ts'

type Assessors = Awaited<ReturnType<typeof openAssessors>>
describe.skipIf(!canRunDesk)('考核评价在桌面上办', () => {
  let office: Office
  let o: Assessors
  let scheme: string
  let check: string
  const logins = new Map<string, string>()
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
    o = await openAssessors(office.w)
    for (let n = 1; n <= o.streets.length * 3; n++) logins.set((await office.w.as(`caiji${n}`)).personId, `caiji${n}`)
    for (const login of ['kaohe1', 'juzhang']) logins.set((await office.w.as(login)).personId, login)
    scheme = await o.open(o.assessor, 'evaluation.scheme', {
      name: '2026年高质量考核办法',
      year: 2026,
      level: 'district',
      basis: '区城管委〔2026〕1号',
    })
    const part = { kind: 'score', scoring: 'linear', target: 100 }
    await o.item(scheme, { ...part, code: 'A1', name: '道路保洁检查', full: 60, indicator: 'evaluation.score-road', zeroAt: 50 })
    await o.item(scheme, {
      ...part,
      code: 'A2',
      name: '检查问题按期整改',
      full: 40,
      indicator: 'evaluation.findings-in-time-rate',
      zeroAt: 0,
    })
    await o.leader.act('evaluation.scheme', scheme, 'publish', { validFrom: '2026-01-01' })
    for (const [s, street] of o.streets.entries())
      for (let k = 0; k < 2; k++)
        await o.add('evaluation.point', {
          code: `R${s}-${k}`,
          name: `道路${s}-${k}`,
          topic: 'road',
          street: street.code,
          operator: s === 0 ? '甲环卫公司' : '乙环卫公司',
          roadClass: 'trunk',
        })
    const plan = { topic: 'road', name: '3月道路保洁', mode: 'sample', fromOn: '2026-03-01', toOn: '2026-03-31', perStreet: 1 }
    check = await o.open(o.assessor, 'evaluation.check', plan)
    await o.assessor.act('evaluation.check', check, 'draw', { seed: '2026030112' })
    for (const i of await o.list('evaluation.inspection', { check })) await o.inspect(i, i.street === o.streets[1]?.code ? 4 : 0)
  })
  afterAll(() => office?.close())

  it('抽查复核评分由另一人:抽中、复核、差异记数,检查小结,抽样人人可重抽', async () => {
    const at = atDesk(office, () => `/s/evaluation.check/${check}`)
    await at('juzhang', (page) => actWith(page, '抽查复核评分'))
    await office.w.settle()
    const rechecks = await o.list('evaluation.recheck', { check })
    expect(rechecks.length).toBeGreaterThan(0)
    for (const one of rechecks) {
      const login = logins.get(String(one.second)) ?? ''
      await atDesk(office, () => `/s/evaluation.recheck/${one.id}`)(login, (page) =>
        actWith(page, '复核评分', { 复核评分: Number(one.oldScore) - 10, 说明: '实地复核,积尘较重', 复核照片: aFile }),
      )
    }
    expect((await o.figure('recheck-agreed-rate'))[0]).toMatchObject({ numerator: 0, denominator: rechecks.length })
    await at('kaohe1', async (page) => {
      for (const [name, part] of [
        ['按种子重抽', 'drawn'],
        ['检查得分', 'streets'],
        ['考核案卷公开', 'rows'],
      ] as const) {
        await page.getByRole('button', { name }).click()
        const dialog = page.locator('.el-dialog:visible')
        await dialog.locator(`[data-part="${part}"]`).locator('li, tbody tr').first().waitFor()
        await shoot(page, `check-${part}`)
        await page.keyboard.press('Escape')
        await dialog.waitFor({ state: 'hidden' })
      }
      await actWith(page, '小结', { 检查分析报告: '积尘集中在主干路' })
    })
    expect(office.problems).toEqual([])
  })

  it('一轮考核:开启、计算、公布、街道申诉、裁定、锁定、通报、资金按分到分、签批、兑付', async () => {
    const { w, url } = office
    let round = ''
    const at = atDesk(office, () => (round ? `/s/evaluation.round/${round}` : ''))
    await at('kaohe1', async (page) => {
      round = await begin(page, url, 'evaluation.round', {
        考核方案: '2026年高质量考核办法',
        考核期: '2026年3月',
        周期: '月度',
        自: '2026-03-01',
        至: '2026-03-31',
      })
    })
    await w.clock.to('2026-04-01 09:00')
    await at('kaohe1', (page) => actWith(page, '计算'))
    await at('juzhang', (page) => actWith(page, '公布(开始申诉期)'))
    let appeal = ''
    await at('jiedao2', async (page) => {
      appeal = await beginHere(page, '考核申诉', {
        '街道(镇)': o.streets[1]?.name ?? '',
        '申诉的考核项(编码)': 'A2',
        申诉理由: '整改已完成,系统未记',
        证据: aFile,
      })
    })
    await atDesk(office, () => `/s/evaluation.appeal/${appeal}`)('juzhang', (page) =>
      actWith(page, '采纳,改分', { 裁定得分: 32, 裁定理由: '按期整改' }),
    )
    await w.clock.to('2026-04-09 09:00')
    await at('juzhang', async (page) => {
      await actWith(page, '锁定')
      const [paper] = await Promise.all([
        page.waitForEvent('popup'),
        page.locator('.papers', { hasText: '通报' }).getByRole('link', { name: '预览' }).click(),
      ])
      await paper.getByText('考核结果的通报').first().waitFor()
      await shoot(paper, 'bulletin')
    })
    const results = await o.list('evaluation.result', { round })
    expect(results).toHaveLength(o.streets.length)
    let fund = ''
    await at('kaohe1', async (page) => {
      fund = await begin(page, url, 'evaluation.fund', {
        资金名称: '精细化管理奖励',
        依据的考核: '2026年3月',
        分配办法: '按得分比例分配',
        资金总额: 100_000.01,
      })
    })
    const atFund = atDesk(office, () => `/s/evaluation.fund/${fund}`)
    await atFund('juzhang', (page) => actWith(page, '领导签批'))
    await w.settle()
    const grants = await o.list('evaluation.grant', { fund })
    expect(grants.reduce((n, g) => n + Number(g.amountFen), 0)).toBe(10_000_001)
    await atFund('kaohe1', async (page) => {
      for (const grant of grants) {
        await page.goto(`${url}/s/evaluation.grant/${grant.id}`)
        await actWith(page, '登记兑付(扣减、落实措施)', { '凭证号(文号)': 'PZ-1', 日期: '2026-04-09' })
      }
      await page.goto(`${url}/s/evaluation.fund/${fund}`)
      await actWith(page, '兑付完毕')
      await content(page).getByText('已兑付完').first().waitFor()
    })
    expect((await o.figure('grants-paid'))[0]?.numerator).toBe(10_000_001)
    expect(office.problems).toEqual([])
  })
})
