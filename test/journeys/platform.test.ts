/** 平台分期与网络环境. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicRoutesOf } from '#apps/server/routes.ts'
import { buildServer } from '#kernel/http/server.ts'
import { type Client, photo, somewhere, type World, world } from '../world.ts'

describe('平台', () => {
  let w: World
  let admin: Client
  let head: Client
  beforeAll(async () => {
    w = await world('2026-11-16 09:05')
    admin = await w.as('xitong')
    head = await w.as('zhiban1')
  })
  afterAll(() => w.close())
  const menu = async (who: Client) =>
    (await who.get<{ menu: { path: string; domain: string }[]; definitions: { id: string }[] }>('/meta')).body

  it('digital-urban-platform 分期建设:未启用的模块不在菜单、办不了,到启用之日自动开通;换值留痕', async () => {
    expect((await menu(head)).menu.some((m) => m.domain === 'intake')).toBe(true)
    const name = 'platform.module-intake'
    expect((await head.post(`/parameters/${name}`, { value: 0, validFrom: '2026-11-01', source: '一期方案' })).status).toBe(403)
    expect((await admin.post(`/parameters/${name}`, { value: 0, validFrom: '2026-11-01', source: '' })).status).toBe(400)
    await admin.post(`/parameters/${name}`, { value: 0, validFrom: '2026-11-01', source: '分期建设方案(一期)' })
    await admin.post(`/parameters/${name}`, { value: 1, validFrom: '2026-11-18', source: '分期建设方案(二期)' })
    const first = await menu(head)
    expect(first.menu.some((m) => m.domain === 'intake')).toBe(false)
    expect(first.definitions.some((d) => d.id.startsWith('intake.'))).toBe(false)
    expect(first.menu.some((m) => m.domain === 'cases')).toBe(true)
    const refused = await head.get<{ zh: string; code: string }>('/rows/intake.order')
    expect([refused.status, refused.body.code]).toEqual([403, 'kernel.module-off'])
    expect(refused.body.zh).toContain('尚未启用')
    expect((await head.post('/subjects/intake.order', { values: {} })).status).toBe(403)
    const loop = await head.post('/cases', { description: '一期照常办案', source: 'hotline', ...somewhere, photos: [] })
    expect(loop.status).toBe(201)
    await w.clock.to('2026-11-18 09:00')
    expect((await menu(head)).menu.some((m) => m.domain === 'intake')).toBe(true)
    expect((await head.get('/rows/intake.order')).status).toBe(200)
    const shown = await admin.get<{ parameters: { name: string; value: number; isDefault: boolean }[] }>('/parameters')
    expect(shown.body.parameters.find((p) => p.name === name)).toMatchObject({ value: 1, isDefault: false })
    const log = await (await w.as('shenji')).get<{ rows: { kind: string; detail: { name?: string } }[] }>('/audit', {
      limit: '100',
    })
    expect(log.body.rows.filter((r) => r.kind === 'parameter.set' && r.detail.name === name)).toHaveLength(2)
  })

  it('network-environment 外网侧只有市民的门,没有登录和办公地址', async () => {
    const outside = await buildServer({ kernel: w.kernel, routes: publicRoutesOf(w.kernel), district: w.district })
    const sent = await outside.inject({
      method: 'POST',
      url: '/api/public/reports',
      payload: { description: '门口井盖坏了', ...somewhere, photos: [photo()] },
    })
    expect(sent.statusCode).toBe(201)
    for (const [method, url] of [
      ['POST', '/api/session'],
      ['GET', '/api/meta'],
      ['GET', '/api/rows/cases.case'],
      ['POST', '/api/cases'],
      ['GET', '/api/events'],
    ] as const)
      expect([url, (await outside.inject({ method, url })).statusCode]).toEqual([url, 404])
    await outside.close()
    const inside = await head.get<{ rows: { description: string }[] }>('/rows/cases.case', { search: '门口井盖' })
    expect(inside.body.rows).toHaveLength(1)
  })

  it('network-environment 以文件交换:外部工单批量进,答复批量出,同一件只出一次', async () => {
    const operator = await w.as('shouli1')
    const opened = await operator.post<{ id: string; zh?: string }>('/subjects/intake.order', {
      values: { channel: '12345', outsideNumber: 'WJ-2026-1', content: '咨询停车收费', kind: 'consult', callerName: '来电人' },
      areaCode: w.district,
    })
    expect([opened.status, opened.body.zh]).toEqual([201, undefined])
    await operator.act('intake.order', opened.body.id, 'sendBack', { reason: '停车收费由交通部门答复' })
    await w.settle()
    const taker = await w.as('shuju')
    expect((await (await w.as('caiji1')).post('/intake/returns/take', {})).status).toBe(403)
    const waiting = (await taker.get<{ answers: { number: string }[] }>('/intake/returns')).body.answers.length
    expect(waiting).toBeGreaterThan(0)
    const taken = await taker.post<{ answers: { outsideNumber: string }[] }>('/intake/returns/take', {})
    expect(taken.body.answers).toHaveLength(waiting)
    expect(taken.body.answers.map((x) => x.outsideNumber)).toContain('WJ-2026-1')
    expect((await taker.post<{ answers: unknown[] }>('/intake/returns/take', {})).body.answers).toEqual([])
  })

  it('network-environment 界面不向任何外部主机要东西', () => {
    const found: string[] = []
    for (const app of ['desk', 'field']) {
      const dist = join(import.meta.dirname, `../../apps/${app}/dist`)
      if (!existsSync(dist)) {
        console.log(`apps/${app} 尚未构建,跳过`)
        continue
      }
      for (const file of readdirSync(dist, { recursive: true }).map(String))
        if (/\.(html|css)$/.test(file))
          for (const [url] of readFileSync(join(dist, file), 'utf8').matchAll(
            /(?:src|href)="https?:[^"]+|url\(["']?https?:[^)]+/g,
          ))
            found.push(`${file}: ${url}`)
    }
    expect(found).toEqual([])
  })

  it('列表视图:存下筛选与栏目,同名换新,共享给本单位,别人删不了', async () => {
    const mate = await w.as('zhiban2').catch(() => w.as('shouli1'))
    const outsider = await w.as('chuzhi61')
    const views = async (who: Client) =>
      (
        await who.get<{ views: { id: string; name: string; isOwn: boolean; query: Record<string, string> }[] }>(
          '/views/cases.case',
        )
      ).body.views
    expect((await w.anyone.get('/views/cases.case')).status).toBe(401)
    expect((await head.post('/views/cases.case', { name: ' ', query: {} })).status).toBe(400)
    expect((await head.post('/views/no.such', { name: '视图', query: {} })).status).toBe(404)
    await head.post('/views/cases.case', { name: '今天要结的', query: { sort: 'dueAt' }, columns: ['number', 'status'] })
    await head.post('/views/cases.case', { name: '今天要结的', query: { sort: 'dueAt', f: '{"urgency":"urgent"}' } })
    await head.post('/views/cases.case', { name: '热线来的', query: { f: '{"source":"hotline"}' }, isShared: true })
    const own = await views(head)
    expect(own.map((v) => v.name)).toEqual(['今天要结的', '热线来的'])
    expect(own[0]?.query).toEqual({ sort: 'dueAt', f: '{"urgency":"urgent"}' })
    expect((await views(mate)).map((v) => [v.name, v.isOwn])).toEqual([['热线来的', false]])
    expect(await views(outsider)).toEqual([])
    const shared = own[1]?.id ?? ''
    expect((await mate.delete(`/views/cases.case/${shared}`)).status).toBe(404)
    expect((await head.delete(`/views/cases.case/${shared}`)).status).toBe(200)
    expect(await views(mate)).toEqual([])
  })
})
