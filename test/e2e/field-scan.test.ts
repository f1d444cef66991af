/** 扫码办事: a toilet's label opens the toilet, what can be begun with it, and the form that already names it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { somewhere } from '../world.ts'
import { canRun, install, newProfile, openSite, type Phone, type Site, signIn, startPhone } from './phone.ts'

describe.skipIf(!canRun)('扫码办事', () => {
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

  it('扫公厕的码,保洁打卡只填两项', async () => {
    const data = await site.w.as('shuju')
    const made = await data.post<{ id: string; zh?: string }>('/rows/sanitation.toilet', {
      values: {
        code: 'GC-77',
        name: '钟楼公厕',
        kind: 'public',
        area: 'urban',
        town: '湖滨街道',
        address: '钟楼路1号',
        aGrade: 'none',
        cityGrade: 'none',
        menSquats: 3,
        menUrinals: 3,
        womenSquats: 6,
        thirdRooms: 1,
        isAccessible: true,
        openFrom: '06:00',
        openTo: '22:00',
        keeper: '刘姐',
        operator: '洁城环卫公司',
        state: 'open',
        buildKind: 'new',
      },
      place: somewhere,
    })
    expect([made.status, made.body.zh]).toEqual([201, undefined])
    await install(phone.page, site.url)
    await signIn(phone.page, site.url, 'chuzhi11')
    await phone.page.goto(`${site.url}/rows/sanitation.toilet?id=${made.body.id}`)
    await phone.page.getByRole('link', { name: '公厕保洁' }).click()
    await phone.page.getByRole('button', { name: '公厕: 钟楼公厕' }).waitFor()
    // What the platform knows of it is not asked.
    expect(await phone.page.getByRole('textbox', { name: '公厕名称' }).count()).toBe(0)
    await phone.page.getByRole('radiogroup', { name: '已补厕纸' }).getByRole('radio', { name: '是' }).click()
    await phone.page.getByRole('radiogroup', { name: '已补洗手液' }).getByRole('radio', { name: '否' }).click()
    await phone.page.locator('[data-action=send]').click()
    const cleaned = () =>
      site.w.kernel.db.withDistricts([site.w.district], (tx) =>
        raw<{ name: string; paper: boolean }>(
          tx,
          'select name, is_paper_filled as paper from sanitation.toilet_clean where toilet = $1',
          [made.body.id],
        ),
      )
    await expect.poll(async () => (await cleaned()).rows, { timeout: 30_000 }).toEqual([{ name: '钟楼公厕', paper: true }])
    expect(phone.problems).toEqual([])
  })
})
