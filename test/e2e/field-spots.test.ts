/** 好去处: a finished landscape node is published, citizens see it on the map and rate it; burning points stand beside it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAppearance } from '../journeys/appearance-office.ts'
import { photo } from '../world.ts'
import { canRun, newProfile, openSite, type Phone, type Site, startPhone } from './phone.ts'

describe.skipIf(!canRun)('手机上的好去处', () => {
  const { dir, forget } = newProfile()
  let site: Site
  let phone: Phone
  beforeAll(async () => {
    site = await openSite('2026-03-02 09:00')
    const o = await openAppearance(site.w)
    const p = 'appearance.project'
    const project = {
      kind: 'node',
      name: '凤凰台瀑布',
      yearOf: 2026,
      unitName: '市政处',
      survey: '护栏陈旧',
      beforePhotos: [photo()],
    }
    const id = await o.open(o.head, p, project)
    const stages = [{ name: '景观', dueOn: '2026-04-30' }]
    await o.act(o.head, p, id, 'design', { concept: '一处一景', asked: 0, agreed: 0 })
    await o.act(o.head, p, id, 'approve', { funds: [{ source: 'district', wan: 100 }], stages })
    const done = stages.map(({ name }) => ({ name, doneOn: o.today() }))
    await o.act(o.crew, p, id, 'progress', { stages: done, progressPhotos: [photo()] })
    await o.act(o.head, p, id, 'accept', {
      lengthM: 320,
      areaM2: 1200,
      spentWan: 95,
      isAdRectified: true,
      afterPhotos: [photo()],
    })
    await o.act(o.head, p, id, 'publish')
    const point = { name: '北堤焚烧点', address: '北堤', barrels: 6, keeper: '湖滨街道', isOpen: true }
    await o.add('appearance.burning-point', point)
    phone = await startPhone(dir)
  })
  afterAll(async () => {
    await phone?.context.close()
    await site?.close()
    forget()
  })

  it('看打卡点与焚烧点,评价后平均分更新', async () => {
    const { page, problems } = phone
    await page.goto(`${site.url}/`)
    await page.getByRole('link', { name: '好去处' }).click()
    await page.getByText('还没有评价').waitFor()
    expect(await page.getByText('北堤 · 焚烧桶 6 个').count()).toBe(1)
    await page.getByRole('group', { name: '评价凤凰台瀑布' }).getByRole('button', { name: '4 分' }).click()
    await page.getByText('4 分 · 1 人评价').waitFor()
    await page.getByText('已收到评价').waitFor()
    expect(problems).toEqual([])
  })
})
