/** 报告从提纲起:选一个提纲就有稿,数带口径、同比和来路;对不上的先提示;两微矩阵按运营单位通报. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, somewhere, type World, world } from '../world.ts'

let w: World
let writer: Client
let leader: Client
const report = 'reports.report'
interface Named {
  readonly id: string
  readonly name: string
  readonly kind: string
}
beforeAll(async () => {
  w = await world('2026-01-12 09:00')
  writer = await w.as('kaohe1')
  leader = await w.as('juzhang')
  const operator = await w.as('shouli1')
  for (const n of [1, 2, 3, 4])
    await operator.post('/cases', { description: `第${n}件`, source: 'hotline', ...somewhere, photos: [] })
})
afterAll(() => w.close())
const outlines = async (): Promise<readonly Named[]> => (await writer.get<{ rows: Named[] }>('/rows/reports.outline')).body.rows
const page = async (id: string): Promise<string> =>
  (await writer.get<Buffer>(`/papers/${report}/${id}/report`, { format: 'html' })).body.toString()
const draft = (values: Record<string, unknown>) =>
  writer.post<{ id: string; zh: string }>(`/subjects/${report}`, {
    values: { kind: 'bulletin', title: '2026年1月通报', from: '2026-01-01', to: '2026-01-31', ...values },
  })

it('report-generator 五种文书有现成提纲可选可改;稿中每个数有口径、同比、来路;没有数据、对不上的先提示', async () => {
  expect((await w.anyone.get('/rows/reports.outline')).status).toBe(401)
  expect((await (await w.as('caiji1')).get('/rows/reports.outline')).status).toBe(403)
  const all = await outlines()
  expect(new Set(all.map((o) => o.kind))).toEqual(new Set(['summary', 'plan', 'opinion', 'bulletin', 'brief']))
  const monthly = all.find((o) => o.name === '月度工作通报')?.id
  expect((await draft({})).body.zh).toContain('请选择提纲')
  expect((await draft({ outline: monthly, from: '某日' })).status).toBe(400)
  const made = await draft({ outline: monthly, checks: ['cases.reported=5'] })
  const text = await page(made.body.id)
  expect(text).toContain('本期上报4件')
  expect(text).toMatch(/<td>名称<\/td><td>上报数<\/td>/)
  expect(text).toMatch(/<td>[^<]*街道<\/td><td>4件<\/td>/)
  expect(text).toContain('href="/stats?i=cases.reported&amp;period=custom&amp;from=2026-01-01&amp;to=2026-01-31"')
  expect(text).toContain('待核实')
  expect(text).toContain('“cases.reported=5”与数据不符,应为4')
  expect(text).toMatch(/返工率\(cases\.rework-rate\)在统计期内没有数据/)
  await w.clock.to('2026-02-02 09:00')
  await writer.act(report, made.body.id, 'freeze')
  const frozen = await page(made.body.id)
  expect(frozen).toMatch(/<td>[^<]*街道<\/td><td>4件<\/td>/)
  expect(frozen).not.toContain('待核实')
  await expect(leader.refused(report, made.body.id, 'publish')).resolves.toContain('对不上')
  // Every seeded outline can be printed as it is.
  for (const o of all) {
    const one = await draft({ kind: o.kind, title: o.name, outline: o.id })
    expect([o.name, (await page(one.body.id)).includes('附:数据口径')]).toEqual([o.name, true])
  }
  const changed = await writer.patch(`/rows/reports.outline/${monthly}`, {
    values: { body: '## 只剩一节\n上报{{ "cases.reported" | figure }}。' },
  })
  expect(changed.status).toBe(200)
  expect(await page((await draft({ outline: monthly })).body.id)).toContain('只剩一节')
})

it('two-micro-matrix 按运营单位通报发文、阅读、留言回复,久未更新的账号点名', async () => {
  const units = (await writer.get<{ units: Named[] }>('/meta')).body.units
  const [sanitation, garden] = ['环境卫生管理所', '园林绿化管理所'].map((name) => units.find((u) => u.name === name)?.id)
  const account = async (name: string, unit: string | undefined): Promise<string> =>
    (await writer.post<Named>('/rows/reports.account', { values: { name, kind: 'wechat', unit, followers: 900, dutyDays: 7 } }))
      .body.id
  const [clean] = [await account('清洁湖滨', sanitation), await account('湖滨园林', garden)]
  for (const [title, reads] of [
    ['垃圾怎么分', 300],
    ['公厕地图', 120],
  ] as const) {
    const post = await writer.post<Named>('/subjects/reports.post', { values: { account: clean, title, content: '正文' } })
    await leader.act('reports.post', post.body.id, 'approve')
    await writer.act('reports.post', post.body.id, 'count', { reads, comments: 2 })
  }
  const stale = await writer.get<{ values: { value: number }[] }>('/indicators/reports.stale-accounts')
  expect(stale.body.values[0]?.value).toBe(1)
  const outline = (await outlines()).find((o) => o.name === '两微矩阵运行通报')?.id
  const made = await draft({ outline, title: '两微矩阵通报', from: '2026-02-01', to: '2026-02-28' })
  const text = await page(made.body.id)
  expect(text).toContain('本期发文2篇,阅读420次,留言回复率0.0%')
  expect(text).toContain('<td>环境卫生管理所</td><td>2篇</td>')
  expect(text).toContain('<td>环境卫生管理所</td><td>420次</td>')
  expect(text).toContain('<td>园林绿化管理所</td><td>1个</td>')
})
