/** 各岗位的一天: what each person of the desk does most, in a real browser, as fast as they would. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { somewhere } from '../world.ts'
import { act, canRunDesk, choose, content, effortOf, type Office, openOffice, unfold } from './desk.ts'
import { picture } from './phone.ts'

describe.skipIf(!canRunDesk)('各岗位的一天', () => {
  let office: Office
  /** Each try works on cases of its own, so that one that failed leaves nothing that the next would trip over. */
  let tries = 0
  const report = async (n: number): Promise<{ readonly id: string; readonly title: string }> => {
    const title = `第${tries}批第${n}盏路灯不亮`
    const operator = await office.w.as('shouli1')
    const { body } = await operator.post<{ id: string }>('/cases', {
      description: title,
      source: 'hotline',
      ...somewhere,
      categoryKind: 'component',
      category: '01037',
      photos: [],
    })
    return { id: body.id, title }
  }
  /** A case as the duty officer leaves it: filed, waiting to be dispatched. */
  const filed = async (): Promise<{ readonly id: string; readonly title: string }> => {
    const case_ = await report(1)
    const head = await office.w.as('zhiban1')
    await head.act('cases.case', case_.id, 'accept')
    const { body } = await head.get<{ rows: { id: string }[] }>('/rows/cases.condition', {
      filter: JSON.stringify({ kind: 'component', category: '01037' }),
    })
    await head.act('cases.case', case_.id, 'file', {
      categoryKind: 'component',
      category: '01037',
      condition: body.rows[0]?.id,
    })
    return case_
  }
  beforeAll(async () => {
    office = await openOffice('2026-11-16 09:05')
  })
  beforeEach(() => {
    tries += 1
  })
  afterAll(() => office?.close())

  it('受理员:一通电话不碰鼠标', async () => {
    const page = await office.sitDown('shouli1')
    await page.goto(`${office.url}/intake`)
    await page.locator('#intake-description:focus').waitFor()
    await page.keyboard.type('小区门口路灯不亮')
    await page.keyboard.press('Enter')
    await page.locator('#intake-address:focus').waitFor()
    const { body } = await (await office.w.as('shouli1')).get<{ hits: { label: string }[] }>('/grid/address', { q: '路' })
    await page.keyboard.type(body.hits[0]?.label ?? '路')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await page.locator('.done[role=status]').waitFor()
    expect(await page.locator('.done').innerText()).toMatch(/A\d{6}2026\d+/)
    console.log(`用力 ${expect.getState().currentTestName}:${await effortOf(page)}`)
    await page.context().close()
  })

  it('值班长:今日待办、批量受理、立案、看时限依据', async () => {
    const four = [await report(1), await report(2), await report(3), await report(4)]
    const page = await office.sitDown('zhiban1')
    await page.goto(`${office.url}/cases?stage=1`)
    for (const { title } of four)
      await page.locator('tbody tr').filter({ hasText: title }).locator('.el-checkbox, input[type=checkbox]').first().click()
    await page.locator('.bulk').getByRole('button', { name: '受理', exact: true }).click()
    await page
      .getByText(/受理.*4/)
      .first()
      .waitFor()
    await page.goto(`${office.url}/s/cases.case/${four[0]?.id}`)
    await act(page, '立案', async () => {
      await choose(page, '立案条件', '')
    })
    await unfold(page.getByRole('button', { name: '为什么' }), page.locator('.el-popover:visible ol li').first())
    console.log(`用力 ${expect.getState().currentTestName}:${await effortOf(page)}`)
    await page.context().close()
  })

  it('派遣员:按职责清单派遣', async () => {
    const { title } = await filed()
    const page = await office.sitDown('paiqian1')
    await content(page).getByText(title).first().click()
    await act(page, '派遣')
    await content(page).getByText('城市照明管理所').first().waitFor()
    console.log(`用力 ${expect.getState().currentTestName}:${await effortOf(page)}`)
    await page.context().close()
  })

  it('处置人员:接收、处置完成;没有照片不能交', async () => {
    const { id, title } = await filed()
    await (await office.w.as('paiqian1')).act('cases.case', id, 'dispatch', {})
    const page = await office.sitDown('chuzhi61')
    await content(page).getByText(title).first().click()
    await act(page, '接收')
    let isRefused = false
    await act(page, '处置完成', async () => {
      const dialog = page.locator('.el-dialog:visible')
      await dialog.getByLabel('处置情况').fill('已换灯')
      await dialog.getByRole('button', { name: '处置完成', exact: true }).click()
      await dialog.locator('.error').first().waitFor()
      isRefused = true
      await dialog
        .locator('input[type=file]')
        .first()
        .setInputFiles(await picture())
      await dialog.locator('.tile img').first().waitFor()
    })
    expect(isRefused).toBe(true)
    await content(page).getByText('已处置').first().waitFor()
    console.log(`用力 ${expect.getState().currentTestName}:${await effortOf(page)}`)
    await page.context().close()
  })

  it('局领导:指标到行两次点击;全局搜索找到案件', async () => {
    const { title } = await report(2)
    const page = await office.sitDown('juzhang')
    await page.goto(`${office.url}/stats?period=year&i=cases.reported`)
    await page.locator('button.big').waitFor()
    await page.locator('button.big').click()
    await page.locator('.el-drawer:visible tbody tr').first().waitFor()
    await page.locator('.el-drawer:visible summary').click()
    await page.locator('.el-drawer:visible pre').first().waitFor()
    expect(await page.locator('.el-drawer:visible pre').first().innerText()).toMatch(/select/i)
    await page.goto(`${office.url}/today`)
    await page.locator('h1').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(title.slice(0, 8))
    await page.locator('[role=option]').filter({ hasText: title }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/s/cases.case/**')
    console.log(`用力 ${expect.getState().currentTestName}:${await effortOf(page)}`)
    await page.context().close()
  })

  it('系统管理员:新增人员给一次性密码,停用后登录不了', async () => {
    const page = await office.sitDown('xitong')
    await page.goto(`${office.url}/admin?tab=people`)
    await page.getByRole('button', { name: '新增人员' }).click()
    await page.fill('#p-name', '试用人员')
    const login = `shiyong${tries}`
    await page.fill('#p-login', login)
    await page.getByRole('button', { name: '保存' }).click()
    const password = (await page.locator('.el-message-box__message').innerText()).trim()
    const tryIn = async (): Promise<string> => {
      const answer = await fetch(`${office.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password }),
      })
      return answer.ok ? 'in' : String(((await answer.json()) as { code: string }).code)
    }
    await page.locator('.el-message-box:visible').getByRole('button', { name: '关闭' }).last().click()
    await page.locator('.el-message-box').waitFor({ state: 'hidden' })
    await page.getByLabel('查找').or(page.locator('.tools input')).first().fill('试用')
    await page.keyboard.press('Enter')
    expect(await tryIn()).toBe('in')
    const row = page.locator('tr').filter({ hasText: login })
    await row.getByRole('button', { name: '停用' }).click()
    await page
      .locator('.el-message-box:visible')
      .getByRole('button', { name: /停用|确定/ })
      .click()
    await row
      .getByText('已停用')
      .or(row.getByRole('button', { name: '启用' }))
      .first()
      .waitFor()
    expect(await tryIn()).toBe('identity.disabled')
    console.log(`用力 ${expect.getState().currentTestName}:${await effortOf(page)}`)
    await page.context().close()
  })

  it('系统管理员:给参数定一个新值,写明依据,自某日起生效', async () => {
    const page = await office.sitDown('xitong')
    await page.goto(`${office.url}/admin?tab=parameters`)
    await page.getByLabel('按名称、依据查找').fill('启用模块:诉求')
    await page.locator('tr').filter({ hasText: '启用模块:诉求' }).getByRole('button', { name: '定新值…' }).click()
    const dialog = page.locator('.el-dialog:visible')
    await dialog.locator('#v-value').fill('1')
    await dialog.locator('#v-source').fill('本局〔2026〕12号')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const { body } = await (await office.w.as('xitong')).get<{ parameters: { name: string; isDefault: boolean }[] }>(
      '/parameters',
    )
    expect(body.parameters.find((p) => p.name === 'platform.module-intake')?.isDefault).toBe(false)
    console.log(`用力 ${expect.getState().currentTestName}:${await effortOf(page)}`)
    await page.context().close()
  })

  it('安全管理员:新建岗位、按名称找到权限勾上,没有岗位持有的权限看得见', async () => {
    const page = await office.sitDown('anquan')
    await page.goto(`${office.url}/admin?tab=posts`)
    await page.getByRole('button', { name: /项权限没有岗位持有/ }).click()
    await page.locator('.idle span').first().waitFor()
    await page.getByRole('button', { name: '新建岗位' }).click()
    await page.fill('#post-name', '夜间值守')
    await page.fill('#post-id', `night-${tries}`)
    await page.fill('#post-search', '问题清单')
    await page
      .locator('.el-tree-node')
      .filter({ hasText: /^查看问题清单$/ })
      .locator('.el-checkbox')
      .click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.locator('.el-drawer').waitFor({ state: 'hidden' })
    const { body } = await (await office.w.as('anquan')).get<{ rows: { id: string; zh: string; verbs: string[] }[] }>(
      '/identity/posts',
    )
    expect(body.rows.find((p) => p.id === `night-${tries}`)).toMatchObject({ zh: '夜间值守', verbs: ['cases.list.read'] })
    console.log(`用力 ${expect.getState().currentTestName}:${await effortOf(page)}`)
    await page.context().close()
  })

  it('没有一页报过错', () => {
    expect(office.problems).toEqual([])
  })
})
