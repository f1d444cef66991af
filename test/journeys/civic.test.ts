/** 公众服务:账号、入口、发布、便民信息、法律工作室、涉企服务、上级满意度. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { somewhere, type World, world } from '../world.ts'
import { type Civic, openCivic, type Row } from './civic-office.ts'

const me = '13911112222'
describe('公众服务', () => {
  let w: World
  let o: Civic
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openCivic(w)
  })
  afterAll(() => w.close())

  it('mobile-client 手机登录:验证码限时限次,客户端与小程序同一账号,换设备看得到所报与进度消息,看不到办公功能', async () => {
    expect((await o.post('account/code', { phone: '123', purpose: '登录' })).status).toBe(400)
    const code = await o.codeFor(me, '登录')
    expect(code).toMatch(/^\d{6}$/)
    expect((await o.post('account/code', { phone: me, purpose: '登录' })).body.zh).toContain('一分钟内')
    const wrong = code === '000000' ? '000001' : '000000'
    expect((await o.post('account/login', { phone: me, code: wrong, client: 'app' })).body.zh).toContain('验证码不对')
    const app = await o.did('account/login', { phone: me, code, client: 'app', name: '李女士' })
    expect(app).toMatchObject({ name: '李女士', phone: '139****2222' })
    expect((await o.post('account/login', { phone: me, code, client: 'app' })).status).toBe(403)
    for (let n = 0; n < 5; n++) {
      if (n === 0) await o.codeFor('13911113333')
      await o.post('account/login', { phone: '13911113333', code: '999999', client: 'web' })
    }
    expect(await o.query(`select 1 from civic.phone_check where status = 'failed'`)).toHaveLength(1)

    const report = { description: '人行道地砖松动', ...somewhere, photos: [], phone: me }
    const made = await w.anyone.post<Row>('/public/reports', report)
    expect([made.status, made.body.zh]).toEqual([201, undefined])
    const receipts = [made.body.receipt, 'f'.repeat(64)]
    expect(await o.did('account/claim', { token: app.token, receipts })).toEqual({ added: 1 })
    expect(await o.did('account/claim', { token: app.token, receipts })).toEqual({ added: 0 })
    const mini = await o.did('account/login', { ...(await o.proof(me)), client: 'mini' })
    const seen = await o.did('account/me', { token: mini.token })
    expect(seen).toMatchObject({ name: '李女士', unread: 1 })
    expect(seen.reports).toMatchObject([{ receipt: made.body.receipt, number: made.body.number, what: '人行道地砖松动' }])
    await o.did('account/read', { token: mini.token })
    expect((await o.did('account/me', { token: app.token })).unread).toBe(0)
    await o.did('account/logout', { token: app.token })
    expect((await o.post('account/me', { token: app.token })).body.zh).toContain('登录已过期')
    expect(await o.by('civic.accounts', 'lastClient')).toEqual({ mini: 1 })
    expect((await w.anyone.get('/rows/civic.account')).status).toBe(401)
    expect((await o.stranger.get('/rows/civic.account')).status).toBe(403)
    await w.clock.to('2026-04-05 09:00')
    expect((await o.post('account/me', { token: mini.token })).status).toBe(403)
  })

  it('smart-micro-apps 微应用由本局登记、开关,停用即不显示,使用次数计数', async () => {
    const toilet = { code: 'toilet-map', name: '公厕地图', kind: 'small', target: '/toilets', icon: 'map', rank: 20, isOn: true }
    await o.tryAdd('civic.app', toilet)
    const id = await o.add('civic.app', toilet)
    const find = async () => ((await o.get('apps')).body.apps as Row[]).some((a) => a.code === 'toilet-map')
    expect(await find()).toBe(true)
    expect((await o.post('apps/nothing/open')).status).toBe(404)
    for (let n = 0; n < 3; n++) expect(await o.did('apps/toilet-map/open', {})).toEqual({ target: '/toilets' })
    expect((await o.by('civic.app-opens', 'name'))['公厕地图']).toBe(3)
    await o.data.patch(`/rows/civic.app/${id}`, { values: { isOn: false }, reason: '改版' })
    expect(await find()).toBe(false)
    expect((await o.post('apps/toilet-map/open')).status).toBe(404)
    const usage = await o.sheet('/civic/usage', { from: '2026-01-01', to: '2026-12-31' })
    expect(usage.rows.find((r: Row) => r.app === id)).toMatchObject({ isOn: false, opens: 3 })
  })

  it('wechat-service-platform 八个入口齐全才不列缺,市民首页由台账决定', async () => {
    const year = { from: '2026-01-01', to: '2026-12-31' }
    const kinds = ['news', 'parking', 'bikes', 'volunteer', 'consult', 'frontage', 'permits', 'credit']
    const targets = ['/news', '/parking', '/bikes', '/volunteer', '/law', '/frontage', '/permits', '/credit']
    const known = ((await o.get('apps')).body.apps as Row[]).map((a) => a.kind)
    const { missing } = await o.sheet('/civic/usage', year)
    expect(missing).toHaveLength(kinds.filter((k) => !known.includes(k)).length)
    for (const [n, kind] of kinds.entries())
      if (!known.includes(kind))
        await o.add('civic.app', {
          code: `x-${kind}`,
          name: kind,
          kind,
          target: targets[n],
          icon: 'list',
          rank: n + 1,
          isOn: true,
        })
    expect((await o.sheet('/civic/usage', year)).missing).toEqual([])
    const shown = ((await o.get('apps')).body.apps as Row[]).filter((a) => a.kind !== 'small')
    expect(new Set(shown.map((a) => a.kind))).toEqual(new Set(kinds))
    expect(await o.value('civic.apps')).toBeGreaterThanOrEqual(8)
  })

  it('info-release 信息发布:起草与审核不同人,面向区域,阅读计数,到期下线,撤回写明原因', async () => {
    const n = 'civic.news'
    const values = {
      title: '汛期出行提示',
      kind: 'service',
      body: '请避开积水路段。',
      channels: ['app', 'wechat'],
      until: o.day(10),
    }
    expect((await o.tryOpen(o.data, n, { ...values, channels: [] })).zh).toContain('发布渠道')
    const id = await o.tried(o.data, n, values)
    await expect(o.data.refused(n, id, 'publish')).resolves.toBeTruthy()
    await o.act(o.leader, n, id, 'return', { reason: '补电话' })
    await o.act(o.data, n, id, 'resend', { body: '请避开积水路段,求助12319。' })
    expect((await o.get('news')).body.news).toEqual([])
    await o.act(o.leader, n, id, 'publish')
    const { number } = await o.row(n, id)
    expect((await o.get('news')).body.news).toMatchObject([{ number, title: '汛期出行提示', reads: 0 }])
    expect((await o.get(`news/${number}`)).body).toMatchObject({ reads: 1, body: expect.stringContaining('12319') })
    const local = await o.open(o.data, n, { ...values, title: '停水通知', audience: o.here, until: null })
    await o.act(o.leader, n, local, 'publish')
    expect((await o.get('news')).body.news).toHaveLength(1)
    expect((await o.get('news', { town: o.here })).body.news).toHaveLength(2)
    await o.act(o.leader, n, local, 'withdraw', { reason: '已恢复供水' })
    await w.clock.to(`${o.day(11)} 09:00`)
    expect([(await o.row(n, id)).status, (await o.row(n, local)).status]).toEqual(['ended', 'withdrawn'])
    expect((await o.get('news', { town: o.here })).body.news).toEqual([])
    expect([await o.value('civic.news'), await o.value('civic.reads')]).toEqual([2, 1])
    expect((await o.get('news/NONE')).status).toBe(404)
  })

  it('public-notice-board-post 便民信息:验证手机、审看后按区域公布、三条上限、违规词不收、到期下架、本人撤下', async () => {
    const s = 'civic.small-notice'
    const values = { kind: 'rent', title: '南苑两室出租', words: '精装两室,月租1800元', town: o.here }
    expect((await o.post('notices', values)).body.zh).toContain('验证码')
    expect((await o.post('notices', { ...values, words: '低价办证刻章', ...(await o.proof(me)) })).body.zh).toContain('“办证”')
    const first = await o.did('notices', { ...values, ...(await o.proof(me)) })
    expect((await o.get('notices', { town: o.here })).body.notices).toEqual([])
    const id = await o.idOf(s, first.number)
    expect((await o.stranger.post(`/subjects/${s}/${id}/publish`, { values: {} })).status).toBe(403)
    await o.act(o.street, s, id, 'publish')
    expect((await o.get('notices', { town: o.here })).body.notices).toMatchObject([
      { number: first.number, phone: me, until: o.day(30) },
    ])
    expect((await o.get('notices', { kind: 'job' })).body.notices).toEqual([])
    const second = await o.did('notices', { ...values, title: '寻猫', kind: 'lost', ...(await o.proof(me)) })
    await o.did('notices', { ...values, title: '旧书转让', kind: 'goods', ...(await o.proof(me)) })
    expect((await o.post('notices', { ...values, ...(await o.proof(me)) })).body.zh).toContain('最多公布3条')
    await o.act(o.street, s, await o.idOf(s, second.number), 'refuse', { reason: '与事实不符' })
    expect((await o.post(`notices/${first.number}/withdraw`, await o.proof('13900009999'))).status).toBe(404)
    const lent = await o.idOf(s, first.number)
    await w.clock.to(`${o.day(31)} 09:00`)
    expect((await o.row(s, lent)).status).toBe('ended')
    expect(await o.by('civic.notices', 'kind')).toEqual({ rent: 1 })
  })

  it('law-studio 法律工作室:书面限期答复,面谈时段不重,评价,匿名案例另一人审,纠纷转调解', async () => {
    const c = 'civic.consult'
    const lawyer = { name: '周律师', firm: '正衡律师事务所', licence: '13204202610000001', topics: '行政、物业', isOn: true }
    await o.tryAdd('civic.lawyer', lawyer)
    const by = await o.add('civic.lawyer', lawyer)
    const question = { way: 'written', topic: 'property', question: '物业不让装充电桩怎么办?', name: '李女士' }
    const asked = await o.did('law', { ...question, ...(await o.proof(me)) })
    const id = await o.idOf(c, asked.number)
    expect((await o.row(c, id)).answerDueAt.slice(0, 10)).toBe(o.day(5))
    expect((await o.post(`law/${asked.number}`, { phone: '13900009999' })).status).toBe(404)
    await o.act(o.legal, c, id, 'answer', {
      answer: '依据民法典第二百八十四条等,可书面申请;物业无正当理由不得拒绝。',
      answeredBy: by,
    })
    expect(await o.did(`law/${asked.number}`, { phone: me })).toMatchObject({ statusZh: '已答复', stars: null })
    await o.did(`law/${asked.number}/rate`, { phone: me, stars: 5 })
    expect((await o.post(`law/${asked.number}/rate`, { phone: me, stars: 1 })).body.zh).toContain('已经评价过')
    await expect(o.legal.refused(c, id, 'digest', { caseText: '李女士与物业…' })).resolves.toContain('姓名')
    await o.act(o.legal, c, id, 'digest', { caseText: '某业主与物业因充电桩安装发生争议,经释法后达成一致。' })
    await expect(o.legal.refused(c, id, 'release')).resolves.toContain('拟稿人')
    await o.act(o.legal2, c, id, 'release')
    expect((await o.get('law')).body.cases).toMatchObject([{ topic: 'property' }])
    await o.act(o.legal, c, id, 'mediate', { mediator: '湖滨街道人民调解委员会' })
    await o.act(o.legal, c, id, 'settle', { mediation: 'settled' })
    const monday = '2026-06-01'
    await w.clock.to('2026-05-28 09:00')
    const booking = { ...question, way: 'booked', topic: 'penalty', lawyer: by, bookedOn: monday, slot: 'am9' }
    expect((await o.post('law', { ...booking, slot: undefined, ...(await o.proof(me)) })).body.zh).toContain('时段')
    await o.did('law', { ...booking, ...(await o.proof(me)) })
    expect((await o.post('law', { ...booking, ...(await o.proof('13911114444')) })).body.zh).toContain('已被约走')
    expect((await o.get('law')).body.taken).toEqual([{ lawyer: by, on: monday, slot: 'am9' }])
    expect([await o.value('civic.consults'), await o.value('civic.cases'), await o.value('civic.mediated')]).toEqual([2, 1, 1])
  })

  it('enterprise-service 涉企服务:承诺时限、超时看得见、不满意重办一次、月清单', async () => {
    await w.clock.to('2026-06-08 09:00')
    const r = 'civic.request'
    const values = {
      enterprise: '湖滨餐饮有限公司',
      creditCode: '91320400MA1XXXXX1X',
      kind: 'permit',
      what: '店招设置怎样办理',
      contact: '钱经理',
    }
    expect((await o.post('enterprise', { ...values, creditCode: '123', ...(await o.proof(me)) })).status).toBe(400)
    const made = await o.did('enterprise', { ...values, ...(await o.proof(me)) })
    expect(String(made.promiseDueAt).slice(0, 10)).toBe('2026-06-11')
    const id = await o.idOf(r, made.number)
    expect((await o.stranger.post(`/subjects/${r}/${id}/assign`, { values: { handler: o.unit } })).status).toBe(403)
    await o.act(o.data, r, id, 'assign', { handler: o.unit })
    await o.act(o.handler, r, id, 'answer', { answer: '已上门指导,材料一次备齐。' })
    await o.did(`enterprise/${made.number}/rate`, { phone: me, verdict: 'bad' })
    expect(await o.row(r, id)).toMatchObject({ status: 'given', redone: 1 })
    await o.act(o.handler, r, id, 'answer', { answer: '已当场办结。' })
    await o.did(`enterprise/${made.number}/rate`, { phone: me, verdict: 'good' })
    expect(await o.did(`enterprise/${made.number}`, { phone: me })).toMatchObject({ statusZh: '已办结', verdict: 'good' })
    await o.did('enterprise', { ...values, kind: 'site', what: '门前停车占道难题', ...(await o.proof(me)) })
    await w.clock.to('2026-06-13 09:00')
    const month = await o.sheet('/civic/requests', { month: '2026-06' })
    expect(month).toMatchObject({ received: 2, answered: 1, inTime: 100, pleased: 100 })
    expect(month.rows.map((x: Row) => [x.kind, x.isLate])).toEqual([
      ['permit', false],
      ['site', true],
    ])
    expect([await o.value('civic.requests'), await o.value('civic.requests-in-time')]).toEqual([2, 100])
  })

  it('provincial-satisfaction 上级调查导入:满意率、名次、较上年,与本局同年调查对照', async () => {
    const values = {
      topic: '省公众生态环境满意度',
      publisher: '省生态环境厅',
      percent: 91.2,
      rank: 3,
      peers: 13,
      sample: 1200,
      publishedOn: '2026-05-20',
      document: '〔2026〕18号',
      year: 2025,
    }
    await o.tryAdd('civic.outer-survey', values)
    await o.add('civic.outer-survey', values)
    await o.add('civic.outer-survey', { ...values, year: 2024, percent: 90.1, rank: 5 })
    const bad = await o.data.post<Row>('/rows/civic.outer-survey', { values: { ...values, year: 2023, rank: 14 } })
    expect(bad.body.zh).toContain('名次应在')
    const { rows } = await o.sheet('/civic/surveys')
    expect(rows).toMatchObject([
      { year: 2025, percent: 91.2, rank: '3/13', before: 1.1, own: null, gap: null },
      { year: 2024, percent: 90.1, rank: '5/13', before: null },
    ])
  })
})
