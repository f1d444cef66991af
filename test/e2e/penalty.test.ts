/** 行政处罚: an ordinary case with a hearing, from the lead to the archive, each at their own desk and by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atDesk, canRunDesk, content, type Office, openOffice, shoot } from './desk.ts'
import { actWith, aFile, aSound, begin, beginHere, enter } from './form.ts'

describe.skipIf(!canRunDesk)('行政处罚在桌面上办', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
  })
  afterAll(() => office?.close())
  const penalty = 'enforcement.penalty'

  it('普通程序:案源、立案、取证、审核、告知、听证、讨论、决定、送达、缴款、公示、归档,六个岗位逐一点完', async () => {
    const { w, url } = office
    let id = ''
    const caseAt = () => `${url}/s/${penalty}/${id}`
    const at = atDesk(office, () => (id ? `/s/${penalty}/${id}` : ''))
    const nameOf = async (login: string) => (await (await w.as(login)).get<{ me: { name: string } }>('/meta')).body.me.name
    const [partner, second] = [await nameOf('zhongdui22'), await nameOf('fazhi2')]
    await at('zhongdui21', async (page) => {
      await enter(page, url, 'enforcement.party', {
        性质: '法人或其他组织',
        '名称、姓名': '湖滨渣土运输有限公司',
        '统一社会信用代码、证件号码': '91320499MA1MUCK01X',
        已签电子送达确认书: false,
      })
      id = await begin(
        page,
        url,
        penalty,
        {
          案件来源: '巡查发现',
          领域: '渣土运输',
          当事人: '湖滨渣土运输有限公司',
          违法行为: 'V20',
          违法行为发生日期: '2026-03-02',
          地点: '建设路12号',
          案情: '工地擅自倾倒建筑垃圾约60立方米',
        },
        '登记案源',
      )
      await actWith(page, '提请立案', { 协办执法人员: partner })
    })
    await at('dadui1', (page) => actWith(page, '批准立案'))
    await at('zhongdui21', async (page) => {
      await actWith(page, '出示证件、告知回避', { 出示情况及当事人是否申请回避: '已出示,当事人不申请回避' })
      await beginHere(page, '提取证据', {
        种类: '视频',
        来源: '现场采集',
        原始文件: aFile,
        采集设备: '执法记录仪007',
        采集时间: '2026-03-02 08:30:00',
        采集地点: '建设路12号',
        证明内容: '倾倒行为',
      })
      await page.goto(caseAt())
      await beginHere(page, '全过程记录', { 环节: '调查取证', 文字记录: '现场检查、询问', 音视频: aSound })
    })
    await at('fazhi1', async (page) => {
      await page.goto(caseAt())
      await content(page).locator('.children').getByRole('link', { name: '证据' }).click()
      await page.waitForURL('**/s/enforcement.evidence/**')
      await actWith(page, '核验属实')
    })
    await at('zhongdui21', async (page) => {
      await page.getByRole('button', { name: '裁量建议' }).click()
      const advice = page.getByRole('dialog')
      await advice.locator('[data-part="benchmarks"]').getByText('50立方米以上').first().waitFor()
      await shoot(page, 'penalty-proposal')
      await page.keyboard.press('Escape')
      await advice.waitFor({ state: 'hidden' })
      await actWith(page, '调查终结', {
        调查终结报告: '查明:擅自倾倒约60立方米',
        拟处罚种类: ['罚款'],
        拟罚款: 300_000,
        裁量基准: '50立方米以上',
        应法制审核的情形: ['案件情况疑难复杂'],
      })
    })
    await at('fazhi1', (page) =>
      actWith(page, '法制审核同意', { '审核意见(主体、依据、证据、程序、裁量)': '主体、依据、程序、裁量适当' }),
    )
    await at('zhongdui21', (page) =>
      actWith(page, '送达处罚(听证)告知书', { 送达日期: '2026-03-02', 送达方式: '直接送达', 送达回证: aFile }),
    )
    // 五日内要求听证
    await w.clock.to('2026-03-05 09:00')
    await at('zhongdui21', (page) => actWith(page, '当事人要求听证', { 要求日期: '2026-03-05', 听证申请书: aFile }))
    await at('fazhi1', (page) => actWith(page, '通知听证时间地点', { 听证日期: '2026-03-17', 地点: '局会议室', 主持人: second }))
    await w.clock.to('2026-03-17 15:00')
    await at('zhongdui21', async (page) => {
      await beginHere(page, '全过程记录', { 环节: '听证', 文字记录: '听证全程', 音视频: aSound })
      await page.goto(caseAt())
      await actWith(page, '记录陈述申辩', { '陈述、申辩内容': '系驾驶员个人行为' })
      await actWith(page, '复核陈述申辩', { 复核意见: '驾驶员履行职务', 是否采纳: '不采纳' })
    })
    await at('fazhi2', (page) => actWith(page, '听证结束,提交听证报告', { 听证报告: '建议维持拟处罚', 经签名的听证笔录: aFile }))
    await at('fazhi1', (page) => actWith(page, '法制审核同意', { '审核意见(主体、依据、证据、程序、裁量)': '听证后同意' }))
    await at('dadui1', async (page) => {
      await actWith(page, '集体讨论', { 出席人: ['甲', '乙', '丙'], 讨论结论: '同意罚款三十万元' })
      await actWith(page, '作出处罚决定', { 罚款: 300_000 })
    })
    await w.settle()
    await at('zhongdui21', async (page) => {
      await content(page).getByText('罚决字〔2026〕第1号').first().waitFor()
      await beginHere(page, '全过程记录', { 环节: '决定', 文字记录: '负责人签发' })
      await page.goto(caseAt())
      await actWith(page, '送达决定书', { 送达方式: '直接送达', '送达(公告)日期': '2026-03-17', 送达回证: aFile })
    })
    await at('neiqin1', (page) =>
      actWith(page, '登记缴款', { 金额: 300_000, 缴款日期: '2026-03-17', 方式: '银行', 票据号: 'YH-1' }),
    )
    await w.settle()
    await at('dadui1', async (page) => {
      await content(page).locator('.children').getByRole('link', { name: '执法公示与曝光' }).click()
      await page.waitForURL('**/s/enforcement.publication/**')
      await actWith(page, '批准并公示')
      await page.goto(caseAt())
      await actWith(page, '结案')
    })
    await at('neiqin1', async (page) => {
      await actWith(page, '立卷归档', { 案卷号: '2026-城管-0001', 页数: 68 })
      await content(page).getByText('已归档').first().waitFor()
      await shoot(page, 'penalty-archived')
    })
    const done = (await (await w.as('kaohe1')).get<Record<string, unknown>>(`/rows/${penalty}/${id}`)).body
    expect(done).toMatchObject({ status: 'archived', fineFen: 30_000_000, paidFen: 30_000_000, reviewBackCount: 0 })
    expect(office.problems).toEqual([])
  })
})
