/** 市容:门前三包、自行整改、联盟、纾困措施. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Appearance, openAppearance, type Row } from './appearance-office.ts'

const a = 'appearance.agreement'
const i = 'appearance.issue'
describe('市容:门前三包', () => {
  let w: World
  let o: Appearance
  let ids: Record<string, string> = {}
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openAppearance(w)
  })
  afterAll(() => w.close())

  it('frontage-guarantee 责任书一店一份,三包逐项检查,不合格告知商户,逾期经街道转处罚', async () => {
    const noodle = await o.shop('老王面馆')
    const values = o.agreementOf(noodle)
    expect((await o.tryOpen(o.street, a, { ...values, duties: ['order'] })).zh).toContain('三包须齐全')
    const id = await o.tried(o.street, a, values)
    ids = { noodle, noodleBook: id }
    expect((await o.tryOpen(o.street, a, values)).zh).toContain('已有责任书')
    expect(await o.row('grid.shop', noodle)).toMatchObject({ isSigned: true })
    expect((await o.tryOpen(o.officer, 'appearance.visit', o.visitOf(id, {}, { plan: 'red' }))).zh).toContain('不是红色')
    const v = await o.tried(o.officer, 'appearance.visit', o.visitOf(id, { order: '店外堆放桌椅' }))
    expect(await o.row('appearance.visit', v)).toMatchObject({ status: 'found', bad: 1, score: 66.67 })
    expect(await o.row(a, id)).toMatchObject({ nextCheckOn: '2026-03-17', dueAt: '2026-03-17T16:00:00.000Z' })
    const [issue] = await o.list(i)
    expect(issue).toMatchObject({ status: 'told', source: 'visit', duty: 'order', what: '店外堆放桌椅', minutes: 60 })
    expect((await o.texts('店外堆放桌椅'))[0]).toContain('60分钟内自行整改')
    await w.clock.to('2026-03-02 10:30')
    expect((await o.row(i, String(issue?.id))).status).toBe('street')
    await o.triedAct(o.officer, i, String(issue?.id), 'penalise', { reason: '当面拒绝收回' })
    expect((await o.list('enforcement.penalty')).find((x) => x.sourceId === issue?.id)).toMatchObject({
      topic: 'frontage',
      lawCode: 'F01',
    })
    expect([
      await o.value('appearance.agreements'),
      await o.value('appearance.visits'),
      await o.value('appearance.issues-penalised'),
    ]).toEqual([1, 1, 1])
  })

  it('merchant-self-rectify 告知、回复照片、绿色自动核实、其余人工核实,逾期转街道再转案件', async () => {
    const fruit = await o.shop('鲜果铺')
    await o.sign(fruit, { phone: '13900003333' })
    const before = photo()
    const id = await o.tried(o.officer, i, o.issueOf(fruit, '果箱占道', { photos: [before] }))
    expect((await o.reply(id, [photo()], '000000')).status).toBe(422)
    expect((await o.reply(id, [before])).body.zh).toContain('不能是原来的问题照片')
    expect((await w.anyone.post('/public/frontage/XX/fixed', { code: '123456', note: 'x', photos: [] })).status).toBe(400)
    expect((await o.reply(id)).body).toMatchObject({ status: 'answered' })
    await o.act(o.officer, i, id, 'redo', { reason: '仍有两箱' })
    expect(await o.row(i, id)).toMatchObject({ status: 'told', redos: 1 })
    await o.reply(id)
    await o.act(o.officer, i, id, 'verify')
    expect(await o.row(i, id)).toMatchObject({ status: 'self', isAuto: false })
    const silent = await o.open(o.officer, i, o.issueOf(fruit, '垃圾未入桶', { duty: 'sanitation' }))
    await w.clock.to('2026-03-02 12:00')
    expect((await o.row(i, silent)).status).toBe('street')
    await w.clock.to('2026-03-03 12:00')
    expect((await o.row(i, silent)).status).toBe('sent')
    expect((await o.list('cases.case')).filter((c) => String(c.description).includes('垃圾未入桶'))).toHaveLength(1)
    const helped = await o.open(o.officer, i, o.issueOf(fruit, '泔水外溢'))
    await w.clock.to('2026-03-03 14:00')
    await o.triedAct(o.street, i, helped, 'assist', { replyNote: '现场督促冲洗', replyPhotos: [photo()] })
    const wrong = await o.open(o.officer, i, o.issueOf(fruit, '疑似占道', { source: 'camera' }))
    await o.triedAct(o.officer, i, wrong, 'relearn', { reason: '阴影误识' })
    // A false alarm is one wherever it stands; a check that does not stand takes back what it told.
    const far = await o.open(o.officer, i, o.issueOf(fruit, '雨棚被认作出店', { source: 'camera' }))
    await w.clock.to('2026-03-03 16:00')
    expect((await o.row(i, far)).status).toBe('street')
    await o.act(o.officer, i, far, 'relearn', { reason: '误识' })
    const [book] = await o.list(a, { shop: fruit })
    const visit = await o.open(o.officer, 'appearance.visit', o.visitOf(String(book?.id), { greening: '树穴脏' }))
    await o.act(o.head, 'appearance.visit', visit, 'discard', { reason: '查错了店' })
    expect((await o.list(i, { visit }))[0]).toMatchObject({ status: 'relearn', reason: '检查作废:查错了店' })
    ids = { ...ids, fruit }
    expect((await o.row(i, helped)).status).toBe('assisted')
  })

  it('self-rectify-rate 自行整改率:分子、分母、误报与未办结的处理印在数字旁', async () => {
    await o.open(o.officer, i, o.issueOf(String(ids.fruit), '仍在办理'))
    const s = await o.sheet('/appearance/outcomes', o.year)
    expect(s).toMatchObject({ collected: 8, relearn: 3, open: 1, self: 1, closed: 4, percent: 25, isWhole: true, other: 62.5 })
    expect(s.formula).toContain('误报')
    expect(await o.figure('appearance.self-rate')).toMatchObject([{ numerator: 1, denominator: 4, value: 25 }])
    expect(await o.value('appearance.issues')).toBe(8)
    expect(await o.value('appearance.issues-self')).toBe(1)
    expect((await o.leader.get('/appearance/outcomes', { from: 'x', to: '2026-12-31' })).status).toBe(400)
  })

  it('frontage-three-colour 每月按得分评绿黄红,变化留痕并短信告知,红色加密,绿色免例行检查', async () => {
    const tea = await o.shop('清茶馆')
    const book = await o.sign(tea, { phone: '13900004444' })
    await w.clock.to('2026-04-01 08:00')
    await o.job('appearance.grade')
    await o.job('appearance.grade')
    const grades = await o.list('appearance.grade')
    expect(grades).toHaveLength(3)
    const of = (shop: string) => grades.find((g) => g.shop === shop)
    expect(of(String(ids.noodle))).toMatchObject({ bad: 1, penalties: 1, score: 76, grade: 'yellow', move: 'fresh' })
    expect(of(String(ids.fruit))).toMatchObject({ self: 1, left: 3, score: 75, grade: 'yellow' })
    expect(of(tea)).toMatchObject({ score: 100, grade: 'green' })
    expect(await o.row(a, book)).toMatchObject({ grade: 'green', isExempt: true, nextCheckOn: null })
    expect((await o.texts('清茶馆'))[0]).toContain('评为绿色')
    expect((await o.tryOpen(o.officer, 'appearance.visit', o.visitOf(book, {}, { plan: 'routine' }))).zh).toContain(
      '免于例行检查',
    )
    expect((await o.row('grid.shop', tea)).grade).toBe('green')
    await o.triedAct(o.street, a, book, 'plate', { platedOn: o.today(), platePhotos: [photo()] })
    expect(await o.row('grid.shop', tea)).toMatchObject({ isPosted: true })
    const auto = await o.open(o.officer, i, o.issueOf(tea, '门前积水'))
    expect((await o.reply(auto)).body).toMatchObject({ status: 'self' })
    expect(await o.row(i, auto)).toMatchObject({ isAuto: true })
    for (let n = 0; n < 3; n++)
      await o.open(
        o.officer,
        'appearance.visit',
        o.visitOf(String(ids.noodleBook), { order: `桌椅${n}`, sanitation: `油污${n}` }),
      )
    await w.clock.to('2026-05-01 08:00')
    await o.job('appearance.grade')
    expect(await o.row(a, String(ids.noodleBook))).toMatchObject({
      grade: 'red',
      everyDays: 3,
      nextCheckOn: '2026-05-04',
      gradedMonth: '2026-04',
    })
    expect(await o.by('appearance.graded', 'grade')).toEqual({ yellow: 2, green: 3, red: 1 })
    const due = await o.sheet('/appearance/due')
    expect(due).toMatchObject({ exempt: 2 })
    expect(due.rows).toHaveLength(1)
    await o.open(o.officer, 'appearance.visit', o.visitOf(String(ids.noodleBook), {}, { plan: 'red' }))
    expect((await o.row(a, String(ids.noodleBook))).nextCheckOn).toBe('2026-05-04')
  })

  it('frontage-platform 门前三包平台:单位、责任书、检查、等级、处罚一屏', async () => {
    const s = await o.sheet('/appearance/platform', o.year)
    const mine = s.rows.find((r: Row) => r.town === o.here)
    expect(mine).toMatchObject({ signed: 3, green: 2, red: 1, checks: 5, self: 2, penalties: 1 })
    expect(s.signed).toBe(3)
    expect(s.units).toBeGreaterThanOrEqual(3)
    expect((await o.leader.get('/appearance/platform', { from: '2026-01-01' })).status).toBe(400)
  })

  it('frontage-alliance 自治联盟:选举过半、轮值表、互查带照片、会议,成员问题计分', async () => {
    const al = 'appearance.alliance'
    const values = { name: '湖滨路联盟', kind: 'alliance', road: '湖滨路', convention: '门前清洁互相提醒', foundedOn: o.today() }
    const id = await o.tried(o.street, al, values)
    const barber = await o.shop('理发店')
    const members = [String(ids.noodle), String(ids.fruit), barber]
    await o.tryAdd('appearance.member', { alliance: id, shop: barber, role: '委员', joinedOn: o.today() }, o.street)
    for (const shop of members)
      await o.add('appearance.member', { alliance: id, shop, role: '委员', joinedOn: o.today() }, somewhere, o.street)
    const council = (votes: readonly number[]) => ({
      council: members.map((shop, n) => ({ shop, votes: votes[n] ?? 0 })),
      electedOn: o.today(),
    })
    await expect(o.street.refused(al, id, 'elect', council([1, 0, 0]))).resolves.toContain('半数')
    await expect(o.street.refused(al, id, 'elect', council([1, 1, 0]))).resolves.toContain('得票相同')
    await o.triedAct(o.street, al, id, 'elect', council([1, 0, 2]))
    expect(await o.row(al, id)).toMatchObject({ status: 'running', chief: barber })
    await o.act(o.street, al, id, 'plan', { rota: [{ day: '5', shop: barber }] })
    const mutual = {
      alliance: id,
      dutyShop: barber,
      shop: ids.fruit,
      checkedOn: '2026-05-01',
      isOk: false,
      duty: 'order',
      what: '伞出线',
      photos: [photo()],
    }
    expect((await o.tryOpen(o.street, 'appearance.mutual', { ...mutual, dutyShop: ids.noodle })).zh).toContain('不是这家轮值')
    await o.tried(o.street, 'appearance.mutual', mutual)
    expect((await o.list(i)).find((x) => x.what === '伞出线')).toMatchObject({
      source: 'alliance',
      status: 'told',
      shop: ids.fruit,
    })
    await o.add(
      'appearance.alliance-meeting',
      { alliance: id, kind: 'meeting', topic: '五月例会', heldOn: o.today(), people: 3, notes: '提醒收伞' },
      somewhere,
      o.street,
    )
    await w.clock.to('2026-05-01 12:00')
    const { rows } = await o.sheet('/appearance/alliances', { from: '2026-05-01', to: '2026-05-31' })
    expect(rows).toMatchObject([{ alliance: id, members: 3, checks: 1, meetings: 1, visits: 0, issues: 1, self: 0, score: 95 }])
    expect(await o.value('appearance.mutual-checks')).toBe(1)
  })

  it('merchant-street-autonomy 商街自治:理事会、公约、分工,镇街走访与自己解决的问题数', async () => {
    const al = 'appearance.alliance'
    const id = await o.tried(o.street, al, {
      name: '老街商街',
      kind: 'street',
      road: '老街',
      convention: '商街公约',
      foundedOn: o.today(),
    })
    const [x, y] = [await o.shop('布店'), await o.shop('糖店')]
    for (const shop of [x, y])
      await o.add('appearance.member', { alliance: id, shop, role: '卫生', joinedOn: o.today() }, somewhere, o.street)
    await o.act(o.street, al, id, 'elect', {
      council: [
        { shop: x, votes: 2 },
        { shop: y, votes: 0 },
      ],
      electedOn: o.today(),
    })
    await o.add(
      'appearance.alliance-meeting',
      { alliance: id, kind: 'visit', topic: '镇街走访', heldOn: o.today(), people: 4, notes: '听取意见' },
      somewhere,
      o.street,
    )
    const issue = await o.open(o.officer, i, o.issueOf(x, '布匹晾晒', { source: 'mass' }))
    await o.reply(issue)
    await o.act(o.officer, i, issue, 'verify')
    const { rows } = await o.sheet('/appearance/alliances', { from: '2026-05-01', to: '2026-05-31' })
    expect(rows.find((r: Row) => r.alliance === id)).toMatchObject({
      kind: 'street',
      members: 2,
      visits: 1,
      issues: 1,
      self: 1,
      percent: 100,
      score: 100,
    })
    expect(await o.by('appearance.alliances', 'kind')).toEqual({ alliance: 1, street: 1 })
  })

  it('shop-sign-yellow-line 文明黄线:线内时段内允许,越线超时警告,满三次取消成案', async () => {
    const m = await o.tried(o.head, 'appearance.measure', {
      kind: 'inside',
      conditions: '不占盲道',
      fromOn: '2026-05-01',
      toOn: '2026-08-31',
    })
    const values = {
      measure: m,
      shop: ids.fruit,
      who: '鲜果铺',
      whoCode: 'Z1',
      address: '湖滨路2号',
      widthM: 4.5,
      depthM: 1,
      fromHour: '08:00',
      toHour: '22:00',
    }
    expect((await o.tryOpen(o.street, 'appearance.benefit', { ...values, shop: null })).zh).toContain('须选商户')
    const id = await o.tried(o.street, 'appearance.benefit', values)
    ids = { ...ids, measure: m, line: id }
    expect((await o.tryOpen(o.street, 'appearance.benefit', values)).zh).toContain('已经列入')
    await o.triedAct(o.crew, 'appearance.benefit', id, 'paint', { paintedOn: o.today(), photos: [photo()] })
    // What the line allows is no occupation.
    const outside = { kind: 'outside', shop: ids.fruit, vendor: '不明', place: '湖滨路', goods: '水果', photos: [photo()] }
    expect((await o.tryOpen(o.officer, 'appearance.occupation', { ...outside, seenAt: o.at(0) })).zh).toContain('线内允许')
    const check = (outM: number) => o.act(o.officer, 'appearance.benefit', id, 'check', { outM, photos: [photo()] })
    await check(0.8)
    expect(await o.row('appearance.benefit', id)).toMatchObject({ status: 'active', checks: 1, breaches: 0, lastCheck: 'inside' })
    await check(1.5)
    await w.clock.to('2026-05-01 22:30')
    await check(0.5)
    expect(await o.row('appearance.benefit', id)).toMatchObject({ status: 'active', breaches: 2, lastCheck: 'late' })
    await check(2)
    expect(await o.row('appearance.benefit', id)).toMatchObject({ status: 'revoked', breaches: 3 })
    expect((await o.list('cases.case')).filter((c) => String(c.description).includes('越线'))).toHaveLength(1)
    expect(await o.value('appearance.yellow-line')).toBe(4.5)
  })

  it('relief-measures 四条纾困措施各有条件期限,受益户数,期满评估', async () => {
    for (const kind of ['mall', 'vendor', 'flexible'])
      await o.open(o.head, 'appearance.measure', { kind, conditions: '条件', fromOn: '2026-05-01', toOn: '2026-08-31' })
    expect(
      (
        await o.tryOpen(o.head, 'appearance.measure', {
          kind: 'mall',
          conditions: '重复',
          fromOn: '2026-05-01',
          toOn: '2026-08-31',
        })
      ).zh,
    ).toContain('正在实施')
    const vendor = (await o.list('appearance.measure')).find((x) => x.kind === 'vendor')
    for (const who of ['张摊主', '李摊主'])
      await o.open(o.street, 'appearance.benefit', {
        measure: vendor?.id,
        who,
        address: '东门',
        widthM: 2,
        depthM: 2,
        fromHour: '18:00',
        toHour: '23:00',
      })
    const { rows } = await o.sheet('/appearance/relief')
    expect(rows.map((r: Row) => [r.kind, r.benefited, r.breaches, r.revoked])).toEqual([
      ['inside', 1, 3, 1],
      ['mall', 0, 0, 0],
      ['vendor', 2, 0, 0],
      ['flexible', 0, 0, 0],
    ])
    expect(await o.value('appearance.benefited')).toBe(3)
    await expect(o.head.refused('appearance.measure', String(vendor?.id), 'evaluate', { evaluation: '早' })).resolves.toContain(
      '期满',
    )
    await w.clock.to('2026-09-01 09:00')
    // The term is over: it waits for its evaluation, and nobody trades within its lines any more.
    expect((await o.row('appearance.measure', String(vendor?.id))).status).toBe('due')
    expect(await o.by('appearance.benefited', 'status')).toEqual({ revoked: 1, ended: 2 })
    await o.triedAct(o.head, 'appearance.measure', String(vendor?.id), 'evaluate', { evaluation: '秩序良好' })
    expect(await o.row('appearance.measure', String(vendor?.id))).toMatchObject({
      status: 'evaluated',
      benefited: 2,
      breaches: 0,
    })
  })
})
