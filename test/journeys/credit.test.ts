import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { earned } from '#domains/volunteers/facts.ts'
import { publish, say } from '#kernel'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice } from './enforcement-office.ts'
import { type Hall, openHall, stated } from './permits-office.ts'

const e = 'credit.event'
type Row = Record<string, any>
describe('信用', () => {
  let w: World
  let o: Office
  let h: Hall
  let clerk: Client
  let reviewer: Client
  let leader: Client
  let data: Client
  let street: Client
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
    h = await openHall(w)
    const logins = ['xinyong1', 'xinyong2', 'juzhang', 'shuju', 'jiedao1']
    ;[clerk, reviewer, leader, data, street] = (await Promise.all(logins.map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
      Client,
      Client,
    ]
  })
  afterAll(() => w.close())

  const figure = async (id: string, query: Record<string, string> = {}) =>
    (
      await clerk.get<{ values: Row[] }>(`/indicators/credit.${id}`, {
        from: beijing('2026-01-01 00:00').toISOString(),
        to: beijing('2029-01-01 00:00').toISOString(),
        ...query,
      })
    ).body.values
  const list = async (definition: string, filter: Row = {}) =>
    (await clerk.get<{ rows: Row[]; total: number }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '200' }))
      .body.rows
  const file = async (code: string) => (await clerk.get<Row>(`/credit/files/${code}`)).body
  const open = async (who: Client, procedure: string, values: Row) => {
    const answer = await who.post<Row>(`/subjects/${procedure}`, { values })
    if (answer.status !== 201) throw new Error(`${procedure}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as { id: string; number: string; status: string }
  }
  const tryOpen = async (who: Client, procedure: string, values: Row) =>
    (await who.post<Row>(`/subjects/${procedure}`, { values })).body.zh as string
  const about = (trade: string, name: string, code: string, item: string, extra: Row = {}) => ({
    trade,
    name,
    code,
    kind: 'org',
    item,
    happenedOn: '2026-03-02',
    source: '考核通报',
    papers: [photo()],
    ...extra,
  })
  /** Collected by one, accepted by another. */
  const record = async (trade: string, name: string, code: string, item: string, extra: Row = {}) => {
    const made = await open(clerk, e, about(trade, name, code, item, extra))
    await reviewer.act(e, made.id, 'approve')
    await w.settle()
    return made.id
  }
  const subject = async (trade: string, code: string) => (await list('credit.subject', { trade, code }))[0] as Row

  it('credit-model 方案有版本、等级线、有效期;新版本从生效日起评', async () => {
    const [muck] = await list('credit.scheme', { trade: 'muck' })
    expect(muck).toMatchObject({ edition: 1, baseScore: 80, cutA: 90, cutB: 75, cutC: 60, sure: 'example' })
    const { id: _id, ...row } = muck as Row
    const fields = Object.fromEntries(
      ['trade', 'name', 'basis', 'sure', 'baseScore', 'period', 'noticeDays'].map((k) => [k, row[k]]),
    )
    const bad = await data.post<Row>('/rows/credit.scheme', {
      values: { ...fields, edition: 2, cutA: 70, cutB: 75, cutC: 60, validFrom: '2027-01-01' },
    })
    expect(bad.body.zh).toContain('级线应由高到低')
    await record('cleaning', '洁美清洗', '91320499MA1CLEAN1X', 'W02')
    expect(await subject('cleaning', '91320499MA1CLEAN1X')).toMatchObject({ score: 77, grade: 'B', edition: 1 })
    const [old] = await list('credit.scheme', { trade: 'cleaning' })
    const kept = Object.fromEntries(
      ['trade', 'name', 'basis', 'sure', 'baseScore', 'period', 'noticeDays', 'cutA', 'cutC'].map((k) => [k, old?.[k]]),
    )
    const made = await data.post<Row>('/rows/credit.scheme', {
      values: { ...kept, edition: 2, cutB: 80, validFrom: '2026-03-02' },
    })
    expect(made.status).toBe(201)
    for (const item of (await list('credit.item', { trade: 'cleaning' })).slice(0, 20)) {
      const values = Object.fromEntries(
        ['trade', 'code', 'name', 'points', 'months', 'severity', 'feed', 'isPersonal'].map((k) => [k, item[k]]),
      )
      await data.post('/rows/credit.item', { values: { ...values, edition: 2 } })
    }
    await record('cleaning', '洁美清洗', '91320499MA1CLEAN1X', 'W04')
    expect(await subject('cleaning', '91320499MA1CLEAN1X')).toMatchObject({ score: 82, grade: 'B', edition: 2 })
  })

  it('credit-archive 一个主体一份档案:好坏、来源、异议由他人核查,更正后不再计分', async () => {
    const code = '91320499MA1SANI01X'
    const made = await open(clerk, e, about('sanitation', '净城环卫', code, 'S02'))
    await expect(clerk.refused(e, made.id, 'approve')).resolves.toContain('没有“')
    await reviewer.act(e, made.id, 'approve')
    await w.settle()
    await record('sanitation', '净城环卫', code, 'S01', { happenedOn: '2026-03-01' })
    expect(await tryOpen(clerk, e, about('sanitation', '某人', '320499199001011234', 'S02', { kind: 'person' }))).toContain(
      '没有对个人归集的法律依据',
    )
    expect(await tryOpen(clerk, e, about('sanitation', '净城环卫', code, 'X99'))).toContain('没有指标X99')
    let archive = await file(code)
    expect(archive.subjects[0]).toMatchObject({ score: 77, grade: 'B' })
    expect(archive.subjects[0].reasons).toContainEqual(expect.stringContaining('作业质量考核不合格 -8分'))
    expect([archive.good.length, archive.bad.length]).toEqual([1, 1])
    await clerk.act(e, made.id, 'object', { objection: '考核点位不属我司', papers: [photo()] })
    await w.settle()
    archive = await file(code)
    expect(archive.subjects[0].reasons.join()).toContain('异议核查中')
    expect((await clerk.get<Row>(`/subjects/${e}/${made.id}`)).body.clocks[0]).toMatchObject({
      name: 'object',
      limitZh: '10 工作日',
    })
    await reviewer.act(e, made.id, 'correct', { objectionResult: '点位属实不归该司' })
    await w.settle()
    expect(await subject('sanitation', code)).toMatchObject({ score: 85, grade: 'B' })
    expect((await figure('corrected'))[0]?.value).toBe(1)
    expect((await clerk.get('/credit/files/NONE')).status).toBe(404)
  })

  it('muck-credit digital-credit-regulation dishonesty-link-enforcement 处罚自动记入,D级关闭处置核准;催告不缴再记,履行后满最短公示期修复、恢复', async () => {
    const code = '91320499MA1MUCK09X'
    const party = await o.party('org', '鸿运渣土', { code })
    const id = await o.investigated(
      { party, lawCode: 'V20', topic: 'muck', description: '擅自倾倒' },
      { proposedFen: 15_000_000, benchmark: await o.benchmark('V20', '50立方米以下') },
    )
    const { officer, head, jurist, clerk: office } = o
    const status = async () => (await o.row('enforcement.penalty', id)).status
    if ((await status()) === 'reviewing') await jurist.act('enforcement.penalty', id, 'review', { note: '同意' })
    await officer.act('enforcement.penalty', id, 'notify', { noticedOn: o.today(), serviceKind: 'direct', receipt: [photo()] })
    await w.clock.to('2026-03-10 09:00')
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'notify', words: '告知' })
    await officer.act('enforcement.penalty', id, 'toDecide', {})
    if ((await status()) === 'discussing')
      await head.act('enforcement.penalty', id, 'discuss', { attendees: ['甲', '乙', '丙'], discussion: '同意' })
    await head.act('enforcement.penalty', id, 'decide', { fineFen: 15_000_000 })
    await w.settle()
    const [auto] = await list(e, { code })
    expect(auto).toMatchObject({
      isAuto: true,
      item: 'C01',
      points: -10,
      severity: 'normal',
      isShown: true,
      showFrom: '2026-03-10',
      repairFrom: '2026-06-10',
      showUntil: '2027-03-10',
      validUntil: '2027-03-10',
    })
    expect(await subject('muck', code)).toMatchObject({ score: 70, grade: 'C' })
    // 双公示:七个工作日
    const [shown] = await list('credit.disclosure', { category: 'penalty' })
    expect(shown).toMatchObject({
      subjectName: '鸿运渣土',
      decidedOn: '2026-03-10',
      content: expect.stringContaining('罚款150000元'),
    })
    expect(new Date(shown?.uploadDueAt)).toEqual(beijing('2026-03-20 00:00'))
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'decide', words: '签发' })
    await officer.act('enforcement.penalty', id, 'serve', { serviceKind: 'direct', servedOn: '2026-03-10', receipt: [photo()] })
    await w.clock.to('2026-03-30 09:00')
    await officer.act('enforcement.penalty', id, 'urge', { urgedOn: '2026-03-30', receipt: [photo()] })
    await w.settle()
    expect(await subject('muck', code)).toMatchObject({ score: 50, grade: 'D' })
    // D级:名录里的企业随之标级,处置核准关闭
    await h.add(data, 'permits.hauler', { name: '鸿运渣土', code, state: 'admitted', admittedOn: '2026-01-01' })
    await h.add(data, 'permits.truck', {
      plate: '苏D77777',
      haulerCode: code,
      haulerName: '鸿运渣土',
      isNewType: true,
      hasSafetySystem: true,
      state: 'admitted',
      admittedOn: '2026-01-01',
    })
    await record('muck', '鸿运渣土', code, 'C10')
    expect(await subject('muck', code)).toMatchObject({ score: 55, grade: 'D' })
    expect((await list('permits.hauler', { code }))[0]?.grade).toBe('D')
    const destination = await h.add(
      data,
      'permits.disposal-site',
      { name: '消纳场', kind: 'fill', capacityM3: 9_000, isOpen: true, validTo: '2028-12-31' },
      somewhere,
    )
    const asked = await h.apply(
      'muck',
      h.common('XK05', {
        siteName: '工地',
        volumeM3: 100,
        destination,
        haulerCode: code,
        plates: ['苏D77777'],
        route: '东环路',
        windowFrom: '21:00',
        windowTo: '05:00',
        fromOn: '2026-04-01',
        toOn: '2026-04-30',
      }),
    )
    await h.clerk.act('permits.application', asked.id, 'accept')
    await expect(
      h.reviewer.refused('permits.application', asked.id, 'propose', { review: '可', isGranted: 'yes' }),
    ).resolves.toContain('信用为D级')
    // 企业、车辆、驾驶员各有档案
    await record('muck', '苏D77777', '苏D77777', 'M01', { kind: 'vehicle' })
    await record('muck', '孙某', '320499198001011235', 'M02', { kind: 'driver' })
    expect(await tryOpen(clerk, e, about('muck', '孙某', '320499198001011235', 'M04', { kind: 'driver' }))).toContain(
      '没有对个人归集',
    )
    expect(
      (await figure('subjects', { by: 'kind' })).filter((v) => v.key === 'driver' || v.key === 'vehicle').map((v) => v.value),
    ).toEqual([1, 1])
    const effects = (await clerk.get<Row>('/credit/effects', { trade: 'muck', code, process: 'permit' })).body
    expect(effects).toMatchObject({
      rate: 100,
      depositUp: 50,
      effects: [{ effect: 'deny' }, { effect: 'deny' }, { effect: 'deny' }],
    })
    const [unpaid] = await list(e, { code, item: 'C04' })
    await expect(clerk.refused(e, unpaid?.id, 'askRepair', { promise: [photo()] })).resolves.toContain('尚未登记履行完毕')
    await w.clock.to('2026-04-01 09:00')
    const owed = await o.row('enforcement.penalty', id)
    const message = await office.refused('enforcement.penalty', id, 'pay', {
      amountFen: 99_000_000,
      paidOn: '2026-04-01',
      method: 'bank',
      voucher: 'Y',
    })
    const due = Math.round(Number(/应缴([\d.]+)元/.exec(message)?.[1]) * 100)
    expect(due).toBeGreaterThanOrEqual(owed.fineFen)
    await office.act('enforcement.penalty', id, 'pay', { amountFen: due, paidOn: '2026-04-01', method: 'bank', voucher: 'Y-1' })
    await w.settle()
    expect((await list(e, { code, item: 'C04' }))[0]?.isFulfilled).toBe(true)
    await expect(clerk.refused(e, unpaid?.id, 'askRepair', { promise: [photo()] })).resolves.toContain('最短公示期至2026-06-30')
    await w.clock.to('2026-06-30 09:00')
    for (const bad of [unpaid, auto]) {
      await clerk.act(e, bad?.id, 'askRepair', { promise: [photo()] })
      await expect(clerk.refused(e, bad?.id, 'repair', { repairNote: 'x' })).resolves.toContain('没有“')
      await leader.act(e, bad?.id, 'repair', { repairNote: '已履行,准予修复' })
    }
    await w.settle()
    expect(await subject('muck', code)).toMatchObject({ score: 85, grade: 'B' })
    expect((await list('permits.hauler', { code }))[0]?.grade).toBe('B')
    expect((await figure('repaired'))[0]?.value).toBe(2)
    expect((await figure('auto-rate', { by: 'trade' })).find((v) => v.key === 'muck')).toMatchObject({
      numerator: 2,
      denominator: 5,
    })
    const round = await open(clerk, 'credit.round', { trade: 'muck', period: '2026-06' })
    expect((await clerk.get<Row>(`/rows/credit.round/${round.id}`)).body.results).toMatchObject([
      { name: '鸿运渣土', grade: 'B' },
    ])
  })

  it('frontage-credit 商户等级随问题与自行整改升降;公众按行业查得到', async () => {
    const code = '92320499MA1SHOP01X'
    const party = await o.party('org', '老街面馆', { code })
    const issue = await o.open(o.officer, 'enforcement.frontage-issue', {
      party,
      address: '老街1号',
      description: '门前堆物',
      photos: [photo()],
      duty: 'order',
    })
    const f = 'enforcement.frontage-issue'
    await o.officer.act(f, issue.id, 'order', { note: '立即清理' })
    await w.settle()
    expect(await subject('frontage', code)).toMatchObject({ score: 75, grade: 'B', kind: 'shop' })
    await o.officer.act(f, issue.id, 'report', { fixedBy: 'owner', result: '已清理', afterPhotos: [photo()] })
    await o.partner.act(f, issue.id, 'clear', { checkPhotos: [photo()] })
    await w.settle()
    expect(await subject('frontage', code)).toMatchObject({ score: 79 })
    const rows = (await w.anyone.get<{ rows: Row[] }>('/public/credit', { trade: 'frontage' })).body.rows
    expect(rows).toMatchObject([{ name: '老街面馆', grade: 'B', score: 79 }])
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  it('cleaning-industry-credit 试点:无证照、投诉、安全;等级公众可见;严重的公示到期自动停止', async () => {
    const code = '91320499MA1CLEAN2X'
    await record('cleaning', '高空清洗', code, 'W03', { happenedOn: '2026-06-30' })
    const shown = async () =>
      (await w.anyone.get<{ rows: Row[] }>('/public/credit', { trade: 'cleaning', search: '高空' })).body.rows[0] as Row
    expect(await shown()).toMatchObject({ grade: 'C', score: 60, shown: [{ name: '高空作业安全违规', showUntil: '2027-06-30' }] })
    await w.clock.to('2027-07-01 00:01')
    expect((await shown()).shown).toEqual([])
    expect(await subject('cleaning', code)).toMatchObject({ score: 80, grade: 'B' })
  })

  it('sanitation-credit greening-construction-credit greening-maintenance-credit 评估轮次:公示、异议、公布,公布分用于招标;一年两次可计', async () => {
    const firms = [
      ['greenBuild', '绿野施工', '91320499MA1GREEN1X', 'G01'],
      ['greenCare', '常青养护', '91320499MA1CARE01X', 'Y01'],
      ['sanitation', '净城环卫二', '91320499MA1SANI02X', 'S01'],
    ] as const
    for (const [trade, name, code, item] of firms) await record(trade, name, code, item, { happenedOn: '2027-07-01' })
    expect(await tryOpen(clerk, 'credit.round', { trade: 'greenBuild', period: '2027-07' })).toContain('周期不符')
    expect(
      await tryOpen(clerk, 'credit.use', { trade: 'greenBuild', code: firms[0][2], purpose: 'tender', project: '滨湖绿化' }),
    ).toContain('还没有公布')
    const first = await open(clerk, 'credit.round', { trade: 'greenBuild', period: '2027-H1' })
    expect(await tryOpen(clerk, 'credit.round', { trade: 'greenBuild', period: '2027-H1' })).toContain('已存在')
    await expect(leader.refused('credit.round', first.id, 'publish')).resolves.toContain('公示期未满')
    await w.clock.to('2027-07-10 09:00')
    const [mine] = await list(e, { code: firms[0][2] })
    await clerk.act(e, mine?.id, 'object', { objection: '应计两项', papers: [photo()] })
    await expect(leader.refused('credit.round', first.id, 'publish')).resolves.toContain('还有1件异议未核查完')
    await reviewer.act(e, mine?.id, 'uphold', { objectionResult: '只有一项' })
    await w.settle()
    await leader.act('credit.round', first.id, 'publish')
    const second = await open(clerk, 'credit.round', { trade: 'greenBuild', period: '2027-H2' })
    await w.clock.to('2027-07-26 09:00')
    await leader.act('credit.round', second.id, 'publish')
    expect((await figure('rounds', { by: 'trade' })).find((v) => v.key === 'greenBuild')?.value).toBe(2)
    const used = await open(clerk, 'credit.use', {
      trade: 'greenBuild',
      code: firms[0][2],
      purpose: 'tender',
      project: '滨湖绿化',
    })
    expect((await clerk.get<Row>(`/rows/credit.use/${used.id}`)).body).toMatchObject({
      score: 86,
      grade: 'B',
      converted: 8.6,
      round: '2027-H2',
    })
    expect(await tryOpen(clerk, 'credit.use', { trade: 'greenBuild', code: 'NONE', purpose: 'tender', project: 'x' })).toContain(
      '不在最近公布',
    )
    for (const [trade, period] of [
      ['greenCare', '2027-H1'],
      ['sanitation', '2027-07'],
    ] as const) {
      const round = await open(clerk, 'credit.round', { trade, period })
      await w.clock.to(trade === 'greenCare' ? '2027-08-03 09:00' : '2027-08-11 09:00')
      await leader.act('credit.round', round.id, 'publish')
    }
    for (const [trade, , code] of firms.slice(1))
      await open(clerk, 'credit.use', { trade, code, purpose: 'contract', project: '续签' })
    expect((await figure('uses'))[0]?.value).toBe(3)
  })

  it('graded-supervision industry-credit-fields 抽查比例随等级,嵌入点可配置', async () => {
    for (let n = 0; n < 10; n++)
      await record('appearance', `店${n}`, `91320499MA1APPE0${n}X`, n < 3 ? 'C05' : 'C10', { happenedOn: '2027-08-11' })
    const plan = await open(clerk, 'credit.check-plan', { trade: 'appearance', period: '2027-09' })
    const row = (await clerk.get<Row>(`/rows/credit.check-plan/${plan.id}`)).body
    expect(row.groups.map((g: Row) => [g.grade, g.total, g.rate, g.drawn.length])).toEqual([
      ['A', 0, 5, 0],
      ['B', 7, 10, 1],
      ['C', 0, 30, 0],
      ['D', 3, 100, 3],
    ])
    expect(row.groups.map((g: Row) => [g.depositUp, g.measures])).toEqual([
      [0, '照常'],
      [0, '照常'],
      [20, '照常'],
      [50, '大型商场占道促销许可:不予准入、核准;设置大型户外广告审批:取消告知承诺、容缺便利'],
    ])
    await expect(clerk.refused('credit.check-plan', plan.id, 'report', { name: '别家', result: 'x' })).resolves.toContain(
      '不在本期抽取名单',
    )
    for (const name of row.drawnNames) await clerk.act('credit.check-plan', plan.id, 'report', { name, result: '合格' })
    expect((await clerk.get<Row>(`/rows/credit.check-plan/${plan.id}`)).body).toMatchObject({ status: 'done', checked: 4 })
    expect((await figure('checks-drawn'))[0]?.value).toBe(4)
    const effects = async () =>
      (await clerk.get<Row>('/credit/effects', { trade: 'appearance', code: '91320499MA1APPE00X', process: 'permit' })).body
        .effects
    expect((await effects()).map((x: Row) => x.effect)).toEqual(['deny', 'slow'])
    const [point] = await list('credit.embedding', { trade: 'appearance', effect: 'slow' })
    // 容缺便利随嵌入点取消,停用嵌入点即恢复
    const asked = () =>
      h.tryApply(
        'ad',
        h.common('XK06', {
          adForm: 'wall',
          widthM: 5,
          heightM: 3,
          months: 6,
          mode: 'deferred',
          applicantCode: '91320499MA1APPE00X',
          documents: [],
        }),
      )
    await expect(asked()).resolves.toContain('信用为D级,取消告知承诺、容缺便利')
    const wrong = { trade: 'appearance', point: '没有的事项', process: 'permit', grade: 'D', effect: 'deny', isOn: true }
    expect((await data.post<Row>('/rows/credit.embedding', { values: { ...wrong, validFrom: '2027-01-01' } })).body.zh).toContain(
      '审批事项目录中没有“没有的事项”',
    )
    await data.patch(`/rows/credit.embedding/${point?.id}`, { values: { isOn: false }, reason: '暂停' })
    expect((await effects()).map((x: Row) => x.effect)).toEqual(['deny'])
    await expect(asked()).resolves.toBeUndefined()
  })

  it('joint-punishment 依据未核对不能惩戒;批准后函告登记机构、回复、改正后解除', async () => {
    const building = async (state: string) =>
      (
        await data.post<Row>('/rows/grid.illegal-building', {
          values: {
            code: `WJ-${state}`,
            address: '湖滨花园3幢',
            areaM2: 20,
            age: 'stock',
            kind: 'roof',
            foundVia: 'patrol',
            risk: 'low',
            state,
          },
          place: somewhere,
        })
      ).body.id as string
    const ordered = await building('ordered')
    const standing = await building('standing')
    const [measure] = await list('credit.measure', { measure: 'transfer' })
    const values = {
      building: ordered,
      property: '320499000001',
      owner: '赵某',
      measure: measure?.id,
      kind: 'transfer',
      decision: '限拆〔2027〕1号',
      papers: [photo()],
      registry: '区不动产登记中心',
    }
    expect(await tryOpen(reviewer, 'credit.lock', values)).toContain('依据尚未核对')
    await data.patch(`/rows/credit.measure/${measure?.id}`, { values: { sure: 'verified' }, reason: '已与条例核对' })
    expect(await tryOpen(reviewer, 'credit.lock', { ...values, building: standing })).toContain('已责令限期拆除')
    const made = await open(reviewer, 'credit.lock', values)
    expect(await tryOpen(reviewer, 'credit.lock', values)).toContain('已对这处房产作同样限制')
    await expect(reviewer.refused('credit.lock', made.id, 'notify')).resolves.toContain('没有“')
    await leader.act('credit.lock', made.id, 'notify')
    await reviewer.act('credit.lock', made.id, 'confirm', { reply: '已限制', lockedOn: '2027-08-12', papers: [photo()] })
    expect((await figure('locked'))[0]?.value).toBe(1)
    await expect(reviewer.refused('credit.lock', made.id, 'askRelease', { releaseReason: '已拆' })).resolves.toContain('尚未拆除')
    await data.patch(`/rows/grid.illegal-building/${ordered}`, {
      values: { state: 'removed', removedOn: '2027-08-11' },
      reason: '拆除',
    })
    await reviewer.act('credit.lock', made.id, 'askRelease', { releaseReason: '已拆除' })
    await reviewer.act('credit.lock', made.id, 'release', { releasedOn: '2027-08-20', papers: [photo()] })
    expect((await figure('locked'))[0]?.value).toBe(0)
    expect((await figure('released'))[0]?.value).toBe(1)
    // 严重失信名单:须有严重失信信息、依据、他人批准
    const black = {
      trade: 'appearance',
      code: '91320499MA1APPE05X',
      list: 'black',
      measure: measure?.id,
      reason: '拒不拆除',
      notice: [photo()],
    }
    expect(await tryOpen(reviewer, 'credit.list-entry', black)).toContain('没有有效的严重失信信息')
    const entry = await open(reviewer, 'credit.list-entry', { ...black, code: '91320499MA1APPE00X' })
    await leader.act('credit.list-entry', entry.id, 'approve')
    await w.settle()
    expect((await subject('appearance', '91320499MA1APPE00X')).isListed).toBe(true)
    expect(await figure('listed', { by: 'list' })).toMatchObject([{ key: 'black', value: 1 }])
    await expect(leader.refused('credit.list-entry', entry.id, 'remove', { removeReason: 'x' })).resolves.toContain(
      '还有1条严重失信信息',
    )
  })

  it('volunteer-credit cross-platform-credit 志愿时长核实后发出,退回更正重发;跨平台信息有对方标识与来源', async () => {
    const partner = (
      await data.post<Row>('/rows/credit.partner', {
        values: { name: '市公共信用平台', scope: 'platform', idScheme: '统一社会信用代码、身份证号散列', isActive: true },
      })
    ).body.id
    const team = await street.post<Row>('/subjects/volunteers.team', {
      values: { name: '志愿者服务队', kind: 'social', captain: '王队长', captainPhone: '13900000000', areas: ['湖滨街道'] },
    })
    const volunteer = (
      await data.post<Row>('/rows/volunteers.volunteer', {
        values: {
          code: 'Z077',
          name: '钱某',
          phone: '13800000077',
          team: team.body.id,
          isParty: false,
          registeredOn: '2027-01-01',
        },
      })
    ).body.id
    const serve = (sourceId: string, hours: number) =>
      w.kernel.db.withDistricts([w.district], (tx) =>
        publish({ tx, district: w.district, now: w.clock.now() }, [
          say(earned, {
            volunteer,
            team: team.body.id,
            source: 'time',
            sourceId,
            on: '2027-08-12',
            hours,
            points: 0,
            pieces: 2,
            what: '劝导',
          }),
        ]),
      )
    const values = { direction: 'out', partner, topic: 'volunteer', volunteer, provenance: '服务队核定' }
    expect(await tryOpen(clerk, 'credit.share', values)).toContain('没有还未报送的核定时长')
    await serve('S1', 24)
    await w.settle()
    const made = await open(clerk, 'credit.share', values)
    expect((await clerk.get<Row>(`/rows/credit.share/${made.id}`)).body).toMatchObject({ hours: 24, solved: 2, name: '钱某' })
    expect(await tryOpen(clerk, 'credit.share', values)).toContain('没有还未报送的核定时长')
    await reviewer.act('credit.share', made.id, 'verify')
    await clerk.act('credit.share', made.id, 'acknowledge', { isAccepted: 'no', outsideId: 'P-1', reply: '时长重复' })
    expect((await figure('volunteer-hours'))[0]?.value).toBe(0)
    await expect(clerk.refused('credit.share', made.id, 'correct', { hours: 30, correction: 'x' })).resolves.toContain('不能多于')
    await clerk.act('credit.share', made.id, 'correct', { hours: 20, correction: '扣除重复4小时' })
    await reviewer.act('credit.share', made.id, 'verify')
    await clerk.act('credit.share', made.id, 'acknowledge', { isAccepted: 'yes', outsideId: 'P-1', reply: '已采用' })
    expect((await figure('volunteer-hours'))[0]?.value).toBe(20)
    const firm = await subject('sanitation', '91320499MA1SANI02X')
    const inward = { direction: 'in', partner, topic: 'grade', subject: firm.id, provenance: '市平台推送' }
    expect(await tryOpen(clerk, 'credit.share', inward)).toContain('须有对方标识')
    const got = await open(clerk, 'credit.share', { ...inward, outsideId: 'ZJ-0091', outside: '外地评定A级' })
    await reviewer.act('credit.share', got.id, 'verify')
    expect((await file(firm.id)).outside).toMatchObject([{ outsideId: 'ZJ-0091', content: '外地评定A级' }])
    expect(await tryOpen(clerk, 'credit.share', { ...inward, direction: 'out', topic: 'list' })).toContain('不在名单上')
    const listed = await subject('appearance', '91320499MA1APPE00X')
    expect(listed.isListed).toBe(true)
    const told = await open(clerk, 'credit.share', { ...inward, direction: 'out', topic: 'list', subject: listed.id })
    expect((await clerk.get<Row>(`/rows/credit.share/${told.id}`)).body.content).toBe('列入严重失信名单')
    expect((await figure('shared', { by: 'direction' })).map((v) => [v.key, v.value]).sort()).toEqual([
      ['in', 1],
      ['out', 1],
    ])
  })

  it('双公示:许可决定自动生成,七个工作日内上传,按国家表式导出', async () => {
    const { card } = await h.certify('parking', h.common('BA02', stated.parking))
    await w.settle()
    const [line] = await list('credit.disclosure', { category: 'permit' })
    expect(line).toMatchObject({ documentNumber: card.number, status: 'waiting' })
    await clerk.act('credit.disclosure', line?.id, 'upload', { batch: '2027-08' })
    expect((await figure('disclosed-rate', { by: 'category' })).find((v) => v.key === 'permit')).toMatchObject({
      numerator: 1,
      denominator: 1,
    })
    const csv = await w.app.inject({ method: 'GET', url: '/api/rows/credit.disclosure/export?format=csv' })
    expect(csv.statusCode).toBe(401)
    const sheet = await clerk.get<Buffer>('/rows/credit.disclosure/export', { format: 'csv' })
    const text = Buffer.from(sheet.body as never).toString('utf8')
    expect(text.split('\n')[0]).toMatch(/行政相对人名称.*统一社会信用代码.*决定文书名称.*决定文书号.*决定日期/)
    expect(text).toContain(String(card.number))
    // 许可被撤销自动记入严重信息
    await h.head.act('permits.certificate', card.id, 'revoke', { ground: 'fraud', reason: '材料伪造' })
    await w.settle()
    expect((await list(e, { item: 'C05', isAuto: true }))[0]).toMatchObject({ severity: 'serious', points: -30 })
  })
})
