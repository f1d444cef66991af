import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { beijing, photo, somewhere, type World, world } from '../world.ts'
import { type Hall, openHall, stated } from './permits-office.ts'

const a = 'permits.application'
const c = 'permits.certificate'
const square = (dx: number, dy: number, r = 0.0008) => {
  const { lon, lat } = somewhere
  const [x, y] = [lon + dx, lat + dy]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x - r, y - r],
        [x + r, y - r],
        [x + r, y + r],
        [x - r, y + r],
        [x - r, y - r],
      ],
    ],
  }
}
const firm = { applicantName: '顺达渣土运输公司', applicantCode: '91320499MA1MUCK01X', haulerCode: '91320499MA1MUCK01X' }
describe('各类许可:条件、期限、证照', () => {
  let w: World
  let o: Hall
  beforeAll(async () => {
    w = await world('2026-03-02 09:30')
    o = await openHall(w)
  })
  afterAll(() => w.close())

  it('waste-clean-licence 条件不够的提不了准予;年度核查随证排出;延续须届满三十日前;届满未决视为延续', async () => {
    const few = await o.apply('wasteClean', o.common('XK01', { ...stated.wasteClean, vehicleCount: 2 }))
    await o.clerk.act(a, few.id, 'accept')
    await o.checkSite(few.id)
    await expect(o.reviewer.refused(a, few.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain(
      '车辆2辆,应不少于5辆',
    )
    await o.reviewer.act(a, few.id, 'propose', { review: '车辆不足', isGranted: 'no' })
    await o.head.act(a, few.id, 'refuse', { reason: '车辆不足' })
    const { id, card } = await o.certify('wasteClean', o.common('XK01', stated.wasteClean))
    expect(card).toMatchObject({ validFrom: '2026-03-02', validTo: '2029-03-01' })
    const checks = (await o.list('permits.supervision', { application: id })).rows
    expect(checks.map((r) => r.dueOn).sort()).toEqual(['2027-03-02', '2028-03-01'])
    expect((await o.figure('granted-waste-clean'))[0]?.value).toBe(1)
    expect((await o.figure('granted'))[0]?.value).toBe(1)
    const renew = (isUnchanged = true) =>
      o.tryOpen(o.clerk, a, { certificate: card.id, channel: 'window', documents: ['申请书'], isUnchanged }, { action: 'renew' })
    await w.clock.to('2029-01-30 09:30')
    expect((await renew(false)).zh).toContain('申请变更或重新申请')
    const asked = await renew()
    expect(asked.status).toBe('submitted')
    expect((await renew()).zh).toContain('已有延续申请在办')
    await w.clock.to('2029-03-02 00:01')
    expect(await o.row(c, card.id)).toMatchObject({ status: 'valid', validTo: '2032-03-01', isDeemedRenewed: true, renewals: 1 })
    expect(await o.row(a, asked.id)).toMatchObject({ status: 'done', isDeemed: true })
    // 延续之后年度核查接着排出
    const again = (await o.list('permits.supervision', { application: asked.id })).rows
    expect(again.map((r) => r.dueOn).sort()).toEqual(['2030-03-02', '2031-03-02'])
    await w.clock.to('2032-02-01 09:30')
    expect((await renew()).zh).toContain('届满30日前(2032-01-31)')
    await w.clock.to('2032-03-02 00:01')
    expect((await o.row(c, card.id)).status).toBe('expired')
    await w.settle()
    // 证照终止,没有查的不再查
    expect((await o.list('permits.supervision', { application: id })).rows.map((r) => r.status)).toEqual(['dropped', 'dropped'])
    await o.head.refused(c, card.id, 'revoke', { ground: 'breach', reason: 'x' })
  })

  it('pre-during-after-supervision 审批后的检查任务:发现的问题记回证照,整改复查才办结', async () => {
    await w.clock.to('2032-03-05 09:30')
    const { id, card } = await o.certify('parking', o.common('BA02', stated.parking))
    const [task] = (await o.list('permits.supervision', { application: id })).rows as [any]
    expect(task.dueOn).toBe('2032-06-03')
    const check = { result: 'problem', problems: 2, note: '泊位少划、未公示收费', photos: [photo()] }
    await expect(o.officer.refused('permits.supervision', task.id, 'check', { ...check, problems: 0 })).resolves.toContain(
      '至少1个',
    )
    await o.officer.act('permits.supervision', task.id, 'check', check)
    await w.settle()
    expect((await o.row(c, card.id)).findings).toBe(2)
    await o.officer.act('permits.supervision', task.id, 'recheck', { isFixed: false, note: '仍未公示', photos: [photo()] })
    expect((await o.row('permits.supervision', task.id)).status).toBe('rectifying')
    await o.officer.act('permits.supervision', task.id, 'recheck', { isFixed: true, note: '已整改', photos: [photo()] })
    const span = { to: beijing('2033-01-01 00:00').toISOString() }
    expect((await o.figure('supervision-checks', span))[0]?.value).toBe(1)
    expect((await o.figure('supervision-problems', span))[0]?.value).toBe(2)
    expect((await o.behind('supervision-problems'))[0]?.applicationNumber).toMatch(/^TC/)
  })

  it('tree-fell-transplant-permit 补植倍数、作业前后核对、成活率', async () => {
    await expect(o.tryApply('tree', o.common('XK02', { ...stated.tree, compensationTrees: 8 }))).resolves.toContain(
      '应补植不少于12株(3倍)',
    )
    const trees = await o.streetTrees(['HB-0001', 'HB-0002'])
    const named = (treeCodes: readonly string[]) => o.common('XK02', { ...stated.tree, treeCodes })
    await expect(o.tryApply('tree', named(['HB-0001', 'HB-9999']))).resolves.toContain('行道树档案里没有:HB-9999')
    await expect(o.tryApply('tree', named(['HB-0001', 'HB-0002', 'HB-0001', 'HB-0002', 'HB-0001']))).resolves.toContain(
      '多于申请株数',
    )
    const made = await o.apply('tree', named(['HB-0001']))
    await o.clerk.act(a, made.id, 'accept')
    await expect(o.reviewer.refused(a, made.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain('现场核查')
    await o.checkSite(made.id)
    await o.reviewer.act(a, made.id, 'propose', { review: '必要', isGranted: 'yes' })
    await o.head.act(a, made.id, 'grant', {})
    await o.deliver(made.id)
    const after = { afterPhotos: [photo()], afterNote: '补植核对' }
    await expect(
      o.reviewer.refused(a, made.id, 'afterWork', { ...after, survivedTrees: 11, replanted: 'fine' }),
    ).resolves.toContain('应不少于12株')
    await o.reviewer.act(a, made.id, 'afterWork', { ...after, survivedTrees: 12, replanted: 'fine' })
    expect((await o.row(a, made.id)).survivedTrees).toBe(12)
    await w.settle()
    expect(await trees.standing()).toEqual(['HB-0002'])
    expect((await o.figure('granted-tree', { to: beijing('2033-01-01 00:00').toISOString() }))[0]?.value).toBe(1)
  })

  it('ancient-tree-move-permit 专家意见、上级批准缺一不可;不计入期限;成活检查四次', async () => {
    const old = { code: '320499-0007', species: '银杏', age: 320, grade: 'second', heightM: 18, girthCm: 260, radiusM: 8 }
    const tree = await o.add(
      await w.as('shuju'),
      'greening.ancient',
      { ...old, keeper: '园林所', health: 'good', isAdoptable: false },
      somewhere,
    )
    const moving = { treeGrade: 'second', newPlace: '古树公园', protectionPlan: '带土球移植,三年养护' }
    const tried = (more: Record<string, string>) => o.tryApply('ancientTree', o.common('XK03', { ...moving, ...more }))
    await expect(tried({ treeCode: '320499-9999' })).resolves.toContain('档案里没有320499-9999')
    await expect(tried({ treeCode: old.code, treeGrade: 'third' })).resolves.toContain('与古树名木档案不一致')
    const made = await o.apply('ancientTree', o.common('XK03', { ...moving, treeCode: old.code }))
    await o.clerk.act(a, made.id, 'accept')
    const due = new Date((await o.clock(made.id, 'decide')).dueAt).getTime()
    await o.checkSite(made.id)
    const propose = { review: '可', isGranted: 'yes' }
    await expect(o.reviewer.refused(a, made.id, 'propose', propose)).resolves.toContain('没有专家评审意见')
    const end = { opinion: '同意', papers: [photo()] }
    await o.reviewer.act(a, made.id, 'startSpecial', { specialKind: 'expert', notice: [photo()], days: '十日' })
    await expect(o.reviewer.refused(a, made.id, 'endSpecial', { ...end, experts: ['甲', '乙'] })).resolves.toContain(
      '三名以上专家',
    )
    await w.clock.to('2032-03-15 09:30')
    await o.reviewer.act(a, made.id, 'endSpecial', { ...end, experts: ['甲', '乙', '丙'] })
    // 3月5日(周五)暂停、15日(周一)恢复:其间5个工作日不计
    expect((await o.row(a, made.id)).pausedDays).toBe(5)
    expect(new Date((await o.clock(made.id, 'decide')).dueAt).getTime() - due).toBe(7 * 86_400_000)
    await expect(o.reviewer.refused(a, made.id, 'propose', propose)).resolves.toContain('没有上级批准文号')
    await o.reviewer.act(a, made.id, 'startSpecial', { specialKind: 'higher', notice: [photo()], days: '五日' })
    await o.reviewer.act(a, made.id, 'endSpecial', { ...end, experts: [], approvalNumber: '苏古树〔2032〕3号' })
    await o.reviewer.act(a, made.id, 'propose', propose)
    await o.head.act(a, made.id, 'grant', {})
    const card = await o.deliver(made.id)
    expect(card.conditions).toContain('苏古树〔2032〕3号')
    expect((await o.list('permits.supervision', { application: made.id })).total).toBe(4)
    expect((await o.row(a, made.id)).actualDays).toBe(1)
    const after = { afterPhotos: [photo()], afterNote: '已迁入,支撑牢固', survivedTrees: 1, replanted: 'fine' }
    await o.reviewer.act(a, made.id, 'afterWork', after)
    await w.settle()
    expect((await o.row('greening.ancient', tree)).movedTo).toContain('古树公园(')
  })

  it('attached-green-plan-review 绿地率不足退回修改,多轮后通过; greening-completion-filing 竣工偏差超限不予备案', async () => {
    const made = await o.apply('greenPlan', o.common('XK04', { ...stated.greenPlan, greenM2: 2_800 }))
    await o.clerk.act(a, made.id, 'accept')
    await expect(o.reviewer.refused(a, made.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain(
      '绿地率28%,规定不低于30%',
    )
    await o.reviewer.act(a, made.id, 'sendBack', { review: '绿地率不足' })
    await o.clerk.act(a, made.id, 'resubmit', { greenM2: 3_100, note: '增加绿地', papers: [photo()] })
    await o.reviewer.act(a, made.id, 'propose', { review: '符合', isGranted: 'yes' })
    await o.head.act(a, made.id, 'grant', {})
    await o.deliver(made.id)
    expect(await o.row(a, made.id)).toMatchObject({ status: 'done', rounds: 1, greenM2: 3_100 })
    const completion = (measuredGreenM2: number, plan = made.id) => o.common('BA01', { plan, measuredGreenM2 })
    await expect(o.tryApply('greenCompletion', completion(3_100, crypto.randomUUID()))).resolves.toContain('未经审查通过')
    const short = await o.apply('greenCompletion', completion(3_000))
    await o.clerk.act(a, short.id, 'accept')
    await o.checkSite(short.id)
    await expect(o.reviewer.refused(a, short.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain(
      '少3.23%,超过允许偏差2%',
    )
    await expect(o.tryApply('greenCompletion', completion(3_050))).resolves.toContain('申请竣工备案')
    await o.reviewer.act(a, short.id, 'propose', { review: '绿地不足', isGranted: 'no' })
    await o.head.act(a, short.id, 'refuse', { reason: '实测绿地不足' })
    const { card } = await o.certify('greenCompletion', completion(3_050))
    expect(card.conditions).toContain('实测绿地3050㎡(方案3100㎡)')
    const span = { to: beijing('2033-01-01 00:00').toISOString() }
    expect((await o.figure('granted-green-plan', span))[0]?.value).toBe(1)
    expect((await o.figure('granted-green-completion', span))[0]?.value).toBe(1)
    expect((await o.figure('granted-ancient-tree', span))[0]?.value).toBe(1)
  })

  it('muck-truck-admission 只准入新型环保车;名录、进出按年计;退出须批准', async () => {
    const trucks = {
      haulerCode: firm.haulerCode,
      plates: ['苏D00001', '苏D00002'],
      isNewType: true,
      hasSafetySystem: true,
      dischargeClass: 'electric',
    }
    const old = await o.apply('truck', o.common('XK07', { ...firm, ...trucks, isNewType: false }))
    await o.clerk.act(a, old.id, 'accept')
    await expect(o.reviewer.refused(a, old.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain(
      '只准入新型环保渣土车',
    )
    await o.certify('truck', o.common('XK07', { ...firm, ...trucks }))
    await o.certify('truck', o.common('XK07', { ...firm, ...trucks, plates: ['苏D00003'] }))
    expect((await o.list('permits.truck', { state: 'admitted' })).total).toBe(3)
    const span = { to: beijing('2033-01-01 00:00').toISOString(), by: 'year' }
    expect(await o.figure('trucks-in', span)).toMatchObject([{ key: '2032', value: 3 }])
    const exit = { plate: '苏D00002', ground: 'old', reason: '发动机老化' }
    expect((await o.tryOpen(o.officer, 'permits.truck-exit', { ...exit, plate: '苏D99999' })).zh).toContain('不在准入名录')
    const asked = await o.open(o.officer, 'permits.truck-exit', exit)
    await expect(o.officer.refused('permits.truck-exit', asked.id, 'approve')).resolves.toContain('没有“')
    await o.head.act('permits.truck-exit', asked.id, 'approve')
    await w.settle()
    expect((await o.list('permits.truck', { plate: '苏D00002' })).rows[0]).toMatchObject({
      state: 'removed',
      reason: '老旧车型淘汰:发动机老化',
    })
    expect(await o.figure('trucks-out', span)).toMatchObject([{ key: '2032', value: 1 }])
    expect((await o.figure('trucks'))[0]?.value).toBe(2)
  })

  it('muck-disposal-approval internet-muck 网上申请一次填清:车辆须准入、消纳余量、时段路线写入电子证照,路检查得到', async () => {
    const site = await o.add(
      o.data,
      'permits.disposal-site',
      { name: '东郊消纳场', kind: 'fill', capacityM3: 10_000, isOpen: true, validTo: '2033-12-31' },
      somewhere,
    )
    const muck = {
      siteName: '湖滨一号工地',
      volumeM3: 6_000,
      destination: site,
      haulerCode: firm.haulerCode,
      plates: ['苏D00001', '苏D00003'],
      route: '建设路—东环路—消纳场',
      windowFrom: '21:00',
      windowTo: '05:00',
      fromOn: '2032-03-16',
      toOn: '2032-05-31',
    }
    const online = async (extra: object) => {
      const values = { ...o.common('XK05', { ...muck, ...extra }) } as Record<string, unknown>
      const sent = await w.anyone.post<any>('/public/permits/applications', { kind: 'muck', values, ...somewhere })
      expect(sent.status).toBe(201)
      return (await o.list(a, { number: sent.body.number })).rows[0] as any
    }
    const foreign = await online({ plates: ['苏D00002', '苏D88888'] })
    await o.clerk.act(a, foreign.id, 'accept')
    await expect(o.reviewer.refused(a, foreign.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain(
      '苏D00002、苏D88888未准入',
    )
    const big = await online({ volumeM3: 12_000 })
    await o.clerk.act(a, big.id, 'accept')
    await expect(o.reviewer.refused(a, big.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain(
      '超过消纳场所余量10000m³',
    )
    const good = await online({})
    expect(good.channel).toBe('online')
    await o.grant(good.id)
    await expect(o.clerk.refused(a, good.id, 'deliver', { delivery: 'online' })).resolves.toContain('应缴200元')
    const card = await o.deliver(good.id, 'online')
    expect(card).toMatchObject({
      validFrom: '2032-03-16',
      validTo: '2032-05-31',
      plates: ['苏D00001', '苏D00003'],
      windowFrom: '21:00',
      windowTo: '05:00',
    })
    expect(card.number).toMatch(/^ZTZ/)
    const sms = await w.kernel.db.withDistricts(
      [w.district],
      async (tx) =>
        (await raw<{ body: string }>(tx, `select body from kernel.message where body like '%' || $1 || '%'`, [good.number])).rows,
    )
    for (const told of ['已收到', '已受理', '已准予', '电子证照已生成']) expect(sms.some((m) => m.body.includes(told))).toBe(true)
    await w.clock.to('2032-03-16 22:30')
    const check = async (plate: string) => (await o.officer.get<any>(`/permits/plates/${encodeURIComponent(plate)}`)).body.verdict
    expect(await check('苏D00001')).toBe('许可时段内')
    expect(await check('苏D00002')).toBe('未准入')
    await w.clock.to('2032-03-17 12:30')
    expect(await check('苏D00001')).toBe('不在许可时段')
    const here = (await o.officer.get<any>('/permits/here', { lon: String(somewhere.lon), lat: String(somewhere.lat) })).body.rows
    expect(here.find((r: any) => r.number === card.number)).toMatchObject({ isWithinWindow: false, holder: '湖滨某公司' })
    // 余量已扣:再批4001立方米超量
    const more = await online({ volumeM3: 4_001, fromOn: '2032-03-18' })
    await o.clerk.act(a, more.id, 'accept')
    await expect(o.reviewer.refused(a, more.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain('余量4000m³')
    const span = { to: beijing('2033-01-01 00:00').toISOString() }
    expect((await o.figure('granted-muck', span))[0]?.value).toBe(1)
    expect(await o.figure('online', { ...span, by: 'kind' })).toMatchObject([{ key: 'muck', value: 4 }])
  })

  it('daytime-muck-permit 限时段、限新型车;违规一次即撤回;车辆退出与不合格车不批', async () => {
    const day = {
      ...firm,
      plates: ['苏D00001'],
      route: '建设路—东环路',
      windowFrom: '09:00',
      windowTo: '15:00',
      fromOn: '2032-03-18',
      toOn: '2032-04-10',
    }
    await expect(o.tryApply('dayMuck', o.common('XK08', { ...day, windowTo: '18:00' }))).resolves.toContain('限09:00至16:00')
    const { card } = await o.certify('dayMuck', o.common('XK08', day))
    await o.officer.act(c, card.id, 'breach', { reason: '密闭不严,抛洒', photos: [photo()] })
    await w.settle()
    expect(await o.row(c, card.id)).toMatchObject({ status: 'withdrawn', ground: 'breach', breaches: 1 })
    const [row] = (await o.list('permits.truck', { plate: '苏D00003' })).rows as [any]
    await o.data.patch(`/rows/permits.truck/${row.id}`, { values: { hasSafetySystem: false }, reason: '系统离线' })
    const unsafe = await o.apply('dayMuck', o.common('XK08', { ...day, plates: ['苏D00003'] }))
    await o.clerk.act(a, unsafe.id, 'accept')
    await expect(o.reviewer.refused(a, unsafe.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain(
      '主动安全系统不正常',
    )
  })

  it('outdoor-ad-permit 禁设区、形式、面积、期限都按规划;到期生成拆除或延续任务', async () => {
    const zone = (name: string, level: string, geometry: object) =>
      o.add(
        o.data,
        'permits.ad-zone',
        {
          name,
          level,
          forms: ['wall', 'screen'],
          maxAreaM2: 60,
          maxMonths: 12,
          plan: '户外广告总体规划(示例)',
          validFrom: '2026-01-01',
        },
        { geometry },
      )
    await zone('湖滨商圈', 'allowed', square(0, 0))
    await zone('学校周边', 'banned', square(0.004, 0))
    const ad = { adForm: 'wall', widthM: 6, heightM: 8, months: 12 }
    const propose = async (values: object, place: object = somewhere) => {
      const made = await o.open(o.clerk, a, o.common('XK06', { ...ad, ...values }), { action: o.actionOf('ad'), ...place })
      await o.clerk.act(a, made.id, 'accept')
      await o.checkSite(made.id)
      return o.reviewer.refused(a, made.id, 'propose', { review: '可', isGranted: 'yes' })
    }
    await expect(propose({}, { lon: somewhere.lon + 0.004, lat: somewhere.lat })).resolves.toContain('禁止设置区“学校周边”')
    await expect(propose({ adForm: 'roof' })).resolves.toContain('不允许楼顶形式')
    await expect(propose({ widthM: 8 })).resolves.toContain('面积64㎡超过')
    await expect(propose({ months: 24 })).resolves.toContain('最长12个月')
    const { id, card } = await o.certify('ad', o.common('XK06', ad))
    expect(card.validTo).toBe('2033-03-16')
    await w.clock.to('2033-03-17 00:01')
    expect((await o.row(c, card.id)).status).toBe('expired')
    const tasks = (await o.list('permits.supervision', { application: id })).rows
    expect(tasks.map((t) => t.content)).toContain(`许可终止(${card.number}):督促拆除或重新申请`)
    expect(tasks.find((t) => t.phase === 'removal')).toMatchObject({ status: 'planned', dueOn: '2033-03-31' })
  })

  it('promo-occupation-consent 图上画范围、限日期;巡查在图上看得到;违反即终止', async () => {
    const promo = {
      fromOn: '2033-03-20',
      toOn: '2033-03-25',
      areaM2: 67,
      drawing: square(0.001, 0.001, 0.00004),
      cleaningDuty: '日清',
      safetyDuty: '专人值守',
    }
    await expect(
      o.tryApply('promo', o.common('XK09', { ...promo, drawing: { type: 'Point', coordinates: [0, 0] } })),
    ).resolves.toContain('在图上画出')
    await expect(o.tryApply('promo', o.common('XK09', { ...promo, toOn: '2033-04-10' }))).resolves.toContain('最长15天')
    await expect(o.tryApply('promo', o.common('XK09', { ...promo, areaM2: 40 }))).resolves.toMatch(
      /图上画出\d+㎡,与填写的40㎡不符/,
    )
    const { card } = await o.certify('promo', o.common('XK09', { ...promo, applicantName: '湖滨商场' }))
    const rival = await o.apply('promo', o.common('XK09', { ...promo, fromOn: '2033-03-25', toOn: '2033-03-27' }))
    await o.clerk.act(a, rival.id, 'accept')
    await o.checkSite(rival.id)
    await expect(o.reviewer.refused(a, rival.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain(
      `与${card.number}(湖滨商场)同期许可重叠`,
    )
    const [area] = (await o.list('permits.occupation', { certificate: card.id })).rows as [any]
    expect(area).toMatchObject({ holder: '湖滨商场', state: 'valid', toOn: '2033-03-25' })
    const at = { lon: String(somewhere.lon + 0.001), lat: String(somewhere.lat + 0.001), metres: '10' }
    const found = async () => (await o.officer.get<any>('/permits/here', at)).body.rows.filter((r: any) => r.isInside).length
    expect(await found()).toBe(0)
    await w.clock.to('2033-03-21 10:00')
    expect(await found()).toBe(1)
    await o.officer.act(c, card.id, 'breach', { reason: '超范围占道', photos: [photo()] })
    await w.settle()
    expect(await found()).toBe(0)
    expect((await o.row('permits.occupation', area.id)).state).toBe('ended')
    const span = { to: beijing('2034-01-01 00:00').toISOString() }
    expect((await o.figure('granted-promo', span))[0]?.value).toBe(1)
  })

  it('notification-commitment 承诺当场准予;期内核查不实撤销、证照终止、一年内不再适用', async () => {
    const values = o.common('BA02', {
      ...stated.parking,
      mode: 'commitment',
      documents: ['备案表'],
      applicantName: '承诺停车公司',
      applicantCode: '91320499MA1PROM01X',
    })
    await expect(o.tryApply('parking', values)).resolves.toContain('告知承诺书')
    await expect(
      o.tryApply('gas', o.common('XK10', { ...stated.gas, mode: 'commitment', commitment: [photo()] })),
    ).resolves.toContain('不适用告知承诺')
    const made = await o.apply('parking', { ...values, commitment: [photo()] })
    await expect(o.clerk.refused(a, made.id, 'accept')).resolves.toContain('告知承诺受理并决定')
    await o.clerk.act(a, made.id, 'acceptPromise')
    const card = await o.deliver(made.id, 'online')
    expect(await o.row(a, made.id)).toMatchObject({ status: 'toVerify', actualDays: 0 })
    expect((await o.clock(made.id, 'follow')).limitZh).toBe('30 自然日')
    await o.head.act(a, made.id, 'falsePromise', { verifyNote: '实有泊位60个,与承诺不符', evidence: [photo()] })
    await w.settle()
    expect(await o.row(c, card.id)).toMatchObject({ status: 'revoked', ground: 'falsePromise' })
    await expect(o.tryApply('parking', { ...values, commitment: [photo()] })).resolves.toContain('承诺不实记录')
    const span = { to: beijing('2034-01-01 00:00').toISOString() }
    expect((await o.figure('commitments', span))[0]?.value).toBe(1)
    expect((await o.figure('false-promises', span))[0]?.value).toBe(1)
  })

  it('missing-later-supply 容缺后补:只能缺可容缺的;到期前提醒,逾期撤回', async () => {
    const values = (documents: readonly string[]) => o.common('BA02', { ...stated.parking, mode: 'deferred', documents })
    const wrong = await o.apply('parking', values(['备案表', '收费公示方案']))
    await expect(o.clerk.refused(a, wrong.id, 'accept')).resolves.toContain('缺少泊位平面图')
    const made = await o.apply('parking', values(['备案表', '泊位平面图']))
    const kept = await o.apply('parking', values(['备案表', '泊位平面图']))
    for (const id of [made.id, kept.id]) await o.grant(id)
    const card = await o.deliver(made.id)
    const other = await o.deliver(kept.id)
    expect(await o.row(a, made.id)).toMatchObject({ status: 'toSupply', missing: ['收费公示方案'], supplyOn: '2033-04-05' })
    await expect(o.clerk.refused(a, kept.id, 'supply', { documents: ['别的'], papers: [photo()] })).resolves.toContain(
      '不在待补清单',
    )
    await o.clerk.act(a, kept.id, 'supply', { documents: ['收费公示方案'], papers: [photo()] })
    expect((await o.row(a, kept.id)).status).toBe('done')
    await w.clock.to('2033-04-02 12:01')
    expect((await o.page(a, made.id)).timeline.map((t: any) => t.action)).toContain('remindSupply')
    await w.clock.to('2033-04-06 00:01')
    expect(await o.row(a, made.id)).toMatchObject({ status: 'lapsed' })
    expect(await o.row(c, card.id)).toMatchObject({ status: 'withdrawn', ground: 'notSupplied' })
    expect((await o.row(c, other.id)).status).toBe('valid')
    const span = { to: beijing('2034-01-01 00:00').toISOString() }
    expect((await o.figure('deferred', span))[0]?.value).toBe(2)
    expect((await o.figure('lapsed', span))[0]?.value).toBe(1)
  })

  it('gas-licence-recheck 再核查三种结果:条件不符不能通过,整改到期再访,注销由他人批准', async () => {
    const g = 'permits.gas-recheck'
    const plan = async (holder: string, licence: string) =>
      (await o.open(o.officer, g, { batch: '2033年再核查', holder, holderCode: '91320499MA1GAS001X', licence })).id
    const all = { hasSite: true, hasStaff: true, hasEmergency: true, hasStorage: true, note: '核查', photos: [photo()] }
    const [one, two, three] = [await plan('甲燃气', '苏燃001'), await plan('乙燃气', '苏燃002'), await plan('丙燃气', '苏燃003')]
    expect(
      (await o.tryOpen(o.officer, g, { batch: '2033年再核查', holder: '甲', holderCode: 'x', licence: '苏燃001' })).zh,
    ).toContain('已存在')
    await o.officer.act(g, one, 'check', { ...all, result: 'pass' })
    await expect(o.officer.refused(g, two, 'check', { ...all, hasStorage: false, result: 'pass' })).resolves.toContain(
      '储存设施不符合',
    )
    await expect(o.officer.refused(g, two, 'check', { ...all, hasStorage: false, result: 'rectify' })).resolves.toContain(
      '须定再访日期',
    )
    await o.officer.act(g, two, 'check', { ...all, hasStorage: false, result: 'rectify', revisitOn: '2033-04-20' })
    await expect(o.officer.refused(g, two, 'check', { ...all, result: 'pass' })).resolves.toContain('整改期限至2033-04-20')
    await o.officer.act(g, three, 'check', { ...all, hasSite: false, hasStaff: false, result: 'cancel' })
    await expect(o.officer.refused(g, three, 'approveCancel', { note: '同意' })).resolves.toContain('没有“')
    await o.head.act(g, three, 'approveCancel', { note: '同意' })
    await w.clock.to('2033-04-20 09:00')
    await o.officer.act(g, two, 'check', { ...all, result: 'pass' })
    expect(await o.row(g, two)).toMatchObject({ status: 'passed', firstResult: 'rectify', revisits: 1 })
    const span = { to: beijing('2034-01-01 00:00').toISOString() }
    const results = await o.figure('gas-rechecked', { ...span, by: 'firstResult' })
    expect(Object.fromEntries(results.map((r) => [r.key, r.value]))).toEqual({ pass: 1, rectify: 1, cancel: 1 })
    expect((await o.figure('gas-pass-rate', span))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    // 本局颁发的许可从证照列入;批准注销,证照与站点的许可同日终止
    const { card } = await o.certify('gas', o.common('XK10', stated.gas))
    const kept = { name: '城南供应站', kind: 'supply', operator: '湖滨某公司', licence: card.number, licenceUntil: card.validTo }
    const station = await o.add(await w.as('shuju'), 'gas.station', kept, somewhere)
    await o.officer.act(c, card.id, 'recheck', { batch: '2034年再核查' })
    const [listed] = (await o.list(g, { certificate: card.id })).rows as [any]
    expect(listed).toMatchObject({ licence: card.number, holder: '湖滨某公司', status: 'planned' })
    await o.officer.act(g, listed.id, 'check', { ...all, hasStaff: false, result: 'cancel' })
    await o.head.act(g, listed.id, 'approveCancel', { note: '同意' })
    await w.settle()
    expect(await o.row(c, card.id)).toMatchObject({ status: 'cancelled', ground: 'conditions', endedOn: '2033-04-20' })
    expect((await (await w.as('shuju')).get<any>(`/rows/gas.station/${station}`)).body.licenceUntil).toBe('2033-04-20')
  })
})
