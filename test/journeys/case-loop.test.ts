import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'

/**
 * 一件案件走完七个阶段, through a return, an extension, a shelving, a rework and a reopening, across the 调休 weekend of the Spring
 * Festival 2026: Saturday 14 February and Saturday 28 February are working days, 15–23 February are holidays.
 */
describe('case-five-steps 案件七阶段', () => {
  let w: World
  const people: Record<string, Client> = {}
  let id = ''
  let receipt = ''
  const procedure = 'cases.case'
  const page = async () =>
    (await people.operator?.get<Record<string, never>>(`/subjects/${procedure}/${id}`))?.body as Record<string, any>
  const clock = async (name: string, round = 1) =>
    (await page()).clocks.find((c: { name: string; round: number }) => c.name === name && c.round === round)
  const need = (name: string): Client => {
    const client = people[name]
    if (!client) throw new Error(name)
    return client
  }

  beforeAll(async () => {
    w = await world('2026-02-12 16:00')
    for (const [role, login] of Object.entries({
      operator: 'shouli1',
      head: 'zhiban1',
      dispatcher: 'paiqian1',
      lamp: 'chuzhi61',
      municipal: 'chuzhi11',
      collector: 'caiji1',
    }))
      people[role] = await w.as(login)
  })
  afterAll(() => w.close())

  it('市民上报,凭回执可查', async () => {
    const answer = await w.anyone.post('/public/reports', {
      description: '路灯不亮,已经两晚',
      ...somewhere,
      reporterName: '陈先生',
      reporterPhone: '13812345678',
      clientKey: 'k-1',
    })
    expect(answer.status).toBe(201)
    expect(answer.body.areaCode).toMatch(/^329901\d{9}$/)
    receipt = String(answer.body.receipt)
    // A text pasted from a broken file is the sender's to mend, not a fault of ours.
    for (const broken of ['路灯\u0000不亮', '路灯\ud800不亮']) {
      const refused = await w.anyone.post<{ code: string; zh: string }>('/public/reports', { description: broken, ...somewhere })
      expect([refused.status, refused.body.code]).toEqual([400, 'kernel.invalid'])
      expect(refused.body.zh).toContain('无法保存的字符')
    }
    const again = await w.anyone.post('/public/reports', { description: '路灯不亮,已经两晚', ...somewhere, clientKey: 'k-1' })
    expect(again.status).toBe(200)
    expect(again.body.number).toBe(answer.body.number)
    const list = await need('operator').get<{ rows: { id: string; number: string; reporterPhone: string }[] }>(
      '/rows/cases.case',
      { search: '路灯不亮' },
    )
    expect(list.body.rows).toHaveLength(1)
    id = list.body.rows[0]?.id ?? ''
    expect(list.body.rows[0]?.reporterPhone).toBe('138****5678')
    // 周四 16:00 起 2 工作时 → 18:00 下班前
    expect(new Date((await clock('accept')).dueAt)).toEqual(beijing('2026-02-12 18:00'))
  })

  it('发核实:抽签派给与上报无关的监督员', async () => {
    await need('operator').act(procedure, id, 'sendVerify')
    const drawn = (await page()).tasks[0].personId as string
    const { rows } = await w.kernel.db.withDistricts([w.district], async (tx) =>
      (await import('#kernel')).raw<{ login: string }>(tx, 'select login from kernel.person where id = $1', [drawn]),
    )
    const verifier = await w.as(rows[0]?.login ?? '')
    await expect(need('dispatcher').refused(procedure, id, 'verifyOk', { photos: [photo()] })).resolves.toContain('没有')
    await verifier.act(procedure, id, 'verifyOk', { photos: [photo()] })
    expect((await page()).statusZh).toBe('已受理')
  })

  it('立案:类别、条件、时限', async () => {
    const conditions = await need('head').get<{ rows: { id: string; condition: string; limit: unknown }[] }>(
      '/rows/cases.condition',
      { filter: JSON.stringify({ kind: 'component', category: '01037' }) },
    )
    const condition = conditions.body.rows[0]
    expect(condition).toBeDefined()
    await expect(
      need('head').refused(procedure, id, 'file', { categoryKind: 'component', category: '01002', condition: condition?.id }),
    ).resolves.toContain('立案条件')
    await need('head').act(procedure, id, 'file', { categoryKind: 'component', category: '01037', condition: condition?.id })
    expect((await page()).statusZh).toBe('已立案')
  })

  it('派遣到错的单位,退回并说明理由;再按职责清单派遣', async () => {
    await w.clock.to('2026-02-12 16:30')
    const units = (await need('dispatcher').get<{ units: { id: string; name: string }[] }>('/meta')).body.units
    await need('dispatcher').act(procedure, id, 'dispatch', {
      unit: units.find((u) => u.name === '市政设施养护所')?.id,
      limit: { value: 2, unit: 'work_day' },
      note: '须备料',
    })
    await expect(need('lamp').refused(procedure, id, 'receive')).resolves.toContain('其他单位')
    await need('municipal').act(procedure, id, 'deptReturn', { reason: '路灯属城市照明管理所' })
    await need('dispatcher').act(procedure, id, 'dispatch', { limit: { value: 2, unit: 'work_day' }, note: '须备料' })
    const body = await page()
    expect(body.subject.returnCount).toBe(1)
    expect(units.find((u) => u.id === body.subject.unitId)?.name).toBe('城市照明管理所')
    // 周四 16:30 起 2 工作日:周五一整天,周六 2 月 14 日是调休上班日 → 周六 16:30
    expect(new Date((await clock('handle', 2)).dueAt)).toEqual(beijing('2026-02-14 16:30'))
    expect((await clock('handle', 2)).why.join()).toContain('调休')
  })

  it('延期:到期前申请,加一个原时限,跨过春节', async () => {
    await need('lamp').act(procedure, id, 'receive')
    await w.clock.to('2026-02-13 10:00')
    await need('lamp').act(procedure, id, 'applyExtend', { reason: '配件待到货' })
    await expect(need('lamp').refused(procedure, id, 'applyExtend', { reason: '再申请' })).resolves.toContain('待审批')
    await need('dispatcher').act(procedure, id, 'approveExtend')
    // 再加 2 工作日:周六余 7.5 小时到 24:00,15–23 日放假,24 日周二整天,25 日周三 16:30
    expect(new Date((await clock('handle', 2)).dueAt)).toEqual(beijing('2026-02-25 16:30'))
  })

  it('挂账到某日自动恢复,剩余时限一分不少', async () => {
    await need('lamp').act(procedure, id, 'applyShelve', { reason: '路面施工,无法登高', until: '2026-03-02' })
    await need('dispatcher').act(procedure, id, 'approveShelve')
    expect((await page()).statusZh).toBe('挂账中')
    await w.clock.to('2026-02-26 09:00')
    expect((await page()).statusZh).toBe('挂账中')
    await w.clock.to('2026-03-02 00:00')
    expect((await page()).statusZh).toBe('处置中')
    // 挂账时(2 月 13 日周五 10:00)已用 17.5 小时,共 96 小时,余 78.5 小时;3 月 2 日周一 0:00 起 → 5 日周四 6:30
    expect(new Date((await clock('handle', 2)).dueAt)).toEqual(beijing('2026-03-05 06:30'))
  })

  it('处置、反馈不合格返工、再处置', async () => {
    await w.clock.to('2026-03-03 09:00')
    await need('lamp').act(procedure, id, 'submit', { afterPhotos: [photo()], result: '已换灯' })
    await need('dispatcher').act(procedure, id, 'rework', { reason: '照片看不出点亮' })
    await need('lamp').act(procedure, id, 'receive')
    await w.clock.to('2026-03-03 14:00')
    await need('lamp').act(procedure, id, 'submit', { afterPhotos: [photo()], result: '已换灯并夜间点亮' })
    const body = await page()
    expect(body.subject.reworkCount).toBe(1)
    // 返工另计原定时限(立案条件的时限),历史轮次都在
    expect(body.clocks.filter((c: { name: string }) => c.name === 'handle')).toHaveLength(3)
  })

  it('核查须由他人,通过后结案;一周后评价', async () => {
    await need('dispatcher').act(procedure, id, 'feedbackOk')
    const drawn = (await page()).tasks[0].personId as string
    const { raw } = await import('#kernel')
    const { rows } = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ login: string }>(tx, 'select login from kernel.person where id = $1', [drawn]),
    )
    await (await w.as(rows[0]?.login ?? '')).act(procedure, id, 'checkOk', { photos: [photo()] })
    await need('head').act(procedure, id, 'close')
    const progress = await w.anyone.get<{ statusZh: string; reply: string; steps: unknown[] }>(`/public/reports/${receipt}`)
    expect(progress.body).toMatchObject({ statusZh: '已结案', reply: '已换灯并夜间点亮' })
    await w.clock.to('2026-03-11 09:00')
    expect((await page()).statusZh).toBe('已评价')
  })

  it('市民凭回执要求重办,再次立案', async () => {
    const answer = await w.anyone.post(`/public/reports/${receipt}/reopen`, { reason: '又不亮了' })
    expect(answer.status).toBe(200)
    expect((await page()).statusZh).toBe('已受理')
    expect((await page()).subject.reopenCount).toBe(1)
  })

  it('每一步都在链上,核验无断点', async () => {
    const { foldJournal, loadJournal, verifyJournal } = await import('#kernel')
    const result = await verifyJournal(w.kernel, w.district)
    expect(result.breaks).toEqual([])
    const entries = await w.kernel.db.withDistricts([w.district], (tx) => loadJournal(tx, id))
    expect(foldJournal(entries, beijing('2026-02-27 12:00')).status).toBe('suspended')
  })
})
