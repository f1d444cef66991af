import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { runDueJobs } from '#kernel/jobs/index.ts'
import { type Client, type World, world } from '../world.ts'

type Row = Record<string, any>
/** 舆情: watched, graded, answered in time, tied to the case it became. */
describe('舆情', () => {
  let w: World
  let watcher: Client
  let leader: Client
  let handler: Client
  let unit = ''
  let outlet = ''
  const p = 'opinion.item'
  const list = async (definition: string, filter: Row = {}) =>
    (await watcher.get<{ rows: Row[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '200' })).body.rows
  const row = async (definition: string, id: string) => (await watcher.get<Row>(`/rows/${definition}/${id}`)).body
  const figure = async (id: string, by?: string) =>
    (
      await leader.get<{ values: Row[] }>(`/indicators/opinion.${id}`, {
        from: '2026-01-01T00:00:00Z',
        to: '2027-01-01T00:00:00Z',
        ...(by ? { by } : {}),
      })
    ).body.values
  beforeAll(async () => {
    w = await world('2026-03-10 09:00')
    ;[watcher, leader, handler] = (await Promise.all(['zhiban1', 'juzhang', 'chuzhi11'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
    ]
    const { rows } = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ unit: string }>(tx, 'select unit_id as unit from kernel.appointment where person_id = $1', [handler.personId]),
    )
    unit = rows[0]?.unit ?? ''
    outlet = String(
      (await watcher.post<Row>('/rows/opinion.outlet', { values: { name: '本地论坛', level: 'network', reach: 3 } })).body.id,
    )
  })
  afterAll(() => w.close())
  const item = (values: Row = {}) => ({
    title: '人民路垃圾满地!',
    outlet,
    url: 'https://bbs.example.cn/1',
    summary: '网友反映',
    tone: 'bad',
    topic: 'sanitation',
    ...values,
  })
  const open = async (values: Row) => {
    const answer = await watcher.post<Row>(`/subjects/${p}`, { values })
    expect([answer.status, answer.body.zh]).toEqual([201, undefined])
    return String(answer.body.id)
  }

  it('yuqing-system 收集、去重、定级、转办、限时回复、批准、转案件并关联案号、办结', async () => {
    expect((await w.anyone.post(`/subjects/${p}`, { values: item() })).status).toBe(401)
    expect((await handler.post(`/subjects/${p}`, { values: item() })).status).toBe(403)
    expect((await watcher.post(`/subjects/${p}`, { values: item({ url: '某处' }) })).status).toBe(400)
    const first = await open(item())
    const same = await open(item({ title: '人民路 垃圾满地', url: 'https://bbs.example.cn/2' }))
    expect(await row(p, same)).toMatchObject({ status: 'merged', mergedInto: first })
    const major = await open(item({ title: '渣土车撞人', url: 'https://bbs.example.cn/3', topic: 'other' }))
    await watcher.act(p, first, 'grade', { grade: 'general', unit, demand: '当日清理' })
    expect(Date.parse((await row(p, first)).replyDueAt) - w.clock.now().getTime()).toBe(48 * 3_600_000)
    await watcher.act(p, first, 'toCase', { description: '人民路垃圾满地', address: '人民路12号' })
    await expect(watcher.refused(p, first, 'toCase', { description: 'x', address: 'y' })).resolves.toContain('已经转为案件')
    await w.settle()
    expect((await row(p, first)).caseNumber).toMatch(/\d{6,}/)
    await handler.act(p, first, 'reply', { reply: '已清理' })
    expect((await row(p, first)).status).toBe('replied')
    await watcher.act(p, first, 'close', { effect: 'continuing' })
    expect((await row(p, first)).status).toBe('replied')
    await watcher.act(p, first, 'close', { effect: 'calmed' })
    await watcher.act(p, major, 'grade', { grade: 'major', unit, demand: '立即核实' })
    await w.clock.to('2026-03-10 12:00')
    const other = await w.as('chuzhi21')
    await expect(other.refused(p, major, 'reply', { reply: 'x' })).resolves.toContain('其他单位')
    await handler.act(p, major, 'reply', { reply: '已查处' })
    await leader.act(p, major, 'sendBack', { reason: '补充伤情' })
    await handler.act(p, major, 'reply', { reply: '已查处,无人员重伤' })
    await w.clock.to('2026-03-10 14:00')
    await leader.act(p, major, 'approve')
    await expect(watcher.refused(p, major, 'close', { effect: 'calmed' })).resolves.toContain('关联专报')
    expect((await figure('replied-in-time-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    expect((await figure('items', 'grade')).map((v) => [v.key, v.value]).sort()).toEqual([
      ['general', 1],
      ['major', 1],
    ])
    expect((await figure('merged'))[0]?.value).toBe(1)
    const writer = await w.as('kaohe1')
    const report = await writer.post<Row>('/subjects/reports.report', {
      values: { kind: 'brief', title: '专报', from: '2026-03-01', to: '2026-03-09', body: '情况属实。' },
    })
    await watcher.act(p, major, 'close', { effect: 'calmed', report: report.body.id })
    expect((await row(p, major)).status).toBe('closed')
  })

  it('yuqing-monitor 关键词与媒体名单、每日按倾向与主题汇总、突增自动预警每日一次', async () => {
    await watcher.post('/rows/opinion.keyword', { values: { word: '垃圾', topic: 'sanitation' } })
    await watcher.post('/rows/opinion.keyword', { values: { word: '停车', topic: 'parking' } })
    expect((await watcher.post('/rows/opinion.keyword', { values: { word: '垃圾', topic: 'other' } })).status).toBe(409)
    const seen = async (title: string, tone: string) =>
      expect((await watcher.post('/rows/opinion.mention', { values: { title, outlet, url: 'https://x.cn', tone } })).status).toBe(
        201,
      )
    for (const day of ['2026-03-11', '2026-03-12', '2026-03-13']) {
      await w.clock.to(`${day} 10:00`)
      await seen('垃圾分类有成效', 'good')
      await seen('小区停车难', 'bad')
    }
    const hourly = async () => {
      await runDueJobs(w.kernel)
      await w.settle()
    }
    await w.clock.to('2026-03-14 09:00')
    await hourly()
    expect(await list('opinion.alarm')).toHaveLength(0)
    const [digest] = await list('opinion.digest', { day: '2026-03-13' })
    expect(digest).toMatchObject({ total: 2, good: 1, bad: 1, titles: '小区停车难', status: 'made' })
    expect(digest?.byTopic).toEqual([
      { topic: 'parking', mentions: 1, bad: 1 },
      { topic: 'sanitation', mentions: 1, bad: 0 },
    ])
    for (let k = 0; k < 6; k++) await seen(`垃圾站臭味第${k}帖`, 'bad')
    await w.clock.to('2026-03-14 11:00')
    await hourly()
    await w.clock.to('2026-03-14 13:00')
    await hourly()
    const alarms = await list('opinion.alarm')
    expect(alarms).toHaveLength(1)
    expect(alarms[0]).toMatchObject({ word: '垃圾', count: 6, status: 'raised' })
    expect(alarms[0]?.times).toBeGreaterThanOrEqual(3)
    await watcher.act('opinion.alarm', alarms[0]?.id, 'judge', { judgement: '转运站检修', level: 'act' })
    await leader.act('opinion.digest', digest?.id, 'read', { note: '抓紧整改停车' })
    expect((await figure('alarms'))[0]?.value).toBe(1)
    expect((await figure('mentions', 'tone')).find((v) => v.key === 'bad')?.value).toBe(9)
    expect((await figure('bad-share'))[0]).toMatchObject({ numerator: 9, denominator: 12, value: 75 })
    expect((await watcher.post<Row>('/subjects/opinion.digest', { values: { day: '2026-03-14' } })).body.zh).toContain('尚未结束')
  })
})
