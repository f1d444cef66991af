/** 非现场执法 (行政处罚法第41条) and 互联网+监管: what fixed devices saw, reviewed by a person before it may begin a case; random or graded checks. */
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import {
  choice,
  code,
  dayOf,
  dayText,
  files,
  findCandidates,
  instant,
  integer,
  lastDayOf,
  list,
  longText,
  number,
  procedure,
  raw,
  ref,
  refuse,
  text,
} from '#kernel'
import { grades, topics } from '../contract.ts'
import { first } from '../penalty/shared.ts'

interface DeviceRow {
  readonly legalReviewOn: string | null
  readonly technicalReviewOn: string | null
  readonly calibrationValidTo: string | null
  readonly hasSign: boolean
  readonly publishedOn: string | null
  readonly isEnabled: boolean
  readonly stored: number
}
/** Each of the conditions of the article, in its order; the first that is not met is told. */
export const deviceFault = (device: DeviceRow, on: string): string | undefined => {
  const isBefore = (day: string | null): boolean => day !== null && day <= on
  if (!device.isEnabled) return '设备已停用'
  if (!isBefore(device.legalReviewOn)) return '采集时设备未经法制审核'
  if (!isBefore(device.technicalReviewOn)) return '采集时设备未经技术审核'
  if (device.calibrationValidTo === null || device.calibrationValidTo < on) return '采集时不在检定有效期内'
  if (!device.hasSign) return '设置不合理或标志不明显'
  if (!isBefore(device.publishedOn)) return '采集时设置地点尚未向社会公布'
  return undefined
}
const captureForm = {
  device: text('设备编号', { maxLength: 40 }).searchable(),
  topic: choice('领域', topics),
  lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }),
  seenAt: instant('采集时间'),
  address: text('地点', { maxLength: 200 }),
  target: text('车号、对象', { maxLength: 60 }).searchable().personal('plate'),
  file: files(1, '原始记录'),
  sha256: text('原始记录哈希', {
    maxLength: 64,
    pattern: { source: '^[0-9a-f]{64}$', zh: '哈希应为64位小写十六进制(SHA-256)' },
  }).unique(),
} as const
export const capture = procedure('enforcement.capture', {
  zh: '非现场采集',
  menu: '执法办案',
  numbering: { prefix: 'FX', per: 'year', digits: 6 },
  title: 'address',
  leadingClock: 'object',
  fields: {
    ...captureForm,
    party: ref('当事人', 'enforcement.party').optional(),
    objection: longText('异议、陈述申辩', { maxLength: 2000 }).optional(),
    objectionReview: longText('复核', { maxLength: 2000 }).optional(),
    rejectReason: text('不予采用理由', { maxLength: 300 }).optional(),
  },
  clocks: {
    object: {
      zh: '查询与陈述申辩',
      limit: { value: 5, unit: 'work_day' },
      basis: '行政处罚法第41条第三款、第45条',
      byDay: 'carried',
    },
  },
  statuses: {
    captured: { zh: '待人工审核', duty: 'enforcement.verify', taskZh: '待审核非现场记录' },
    confirmed: { zh: '已审核待告知', duty: 'enforcement.handle', taskZh: '待告知当事人' },
    told: { zh: '已告知', duty: 'enforcement.handle', taskZh: '待转立案' },
    objected: { zh: '有异议待复核', duty: 'enforcement.verify', taskZh: '待复核异议' },
    filed: { zh: '已转案源', kind: 'final' },
    rejected: { zh: '不予采用', kind: 'final' },
  },
}).actions((action) => ({
  send: action({
    zh: '接收记录',
    from: 'new',
    to: 'captured',
    by: 'enforcement.capture',
    basis: '行政处罚法第41条第一款、第二款',
    form: captureForm,
    look: async (ctx) => {
      const { rows } = await raw<DeviceRow>(
        ctx.tx,
        `select legal_review_on as "legalReviewOn", technical_review_on as "technicalReviewOn", calibration_valid_to as "calibrationValidTo", has_sign as "hasSign",
           published_on as "publishedOn", is_enabled as "isEnabled",
           (select count(*)::int from kernel.file f where f.id = any($2::uuid[]) and (f.sha256 = $3 or f.served_sha256 = $3)) as stored
         from enforcement.device where code = $1 and retired_at is null`,
        [ctx.input.device, ctx.input.file, ctx.input.sha256],
      )
      return { device: rows[0], on: dayOf(ctx.kernel, ctx.subject.district, new Date(ctx.input.seenAt)) }
    },
    check: ({ found, input, now }) => {
      const { device, on } = found
      const fault = device ? deviceFault(device, on) : '没有登记的设备'
      return first(
        fault ? refuse('enforcement.device', { why: fault }) : undefined,
        device && device.stored === 0 ? refuse('enforcement.file') : undefined,
        new Date(input.seenAt) > now ? refuse('enforcement.field', { why: '采集时间不能晚于现在' }) : undefined,
      )
    },
  }),
  confirm: action({
    zh: '审核:真实、清晰、完整、准确',
    from: 'captured',
    to: 'confirmed',
    by: 'enforcement.verify',
    tone: 'primary',
    basis: '行政处罚法第41条第二款:未经审核的不得作为证据',
    form: { party: ref('当事人', 'enforcement.party') },
    effects: ({ input }) => ({ set: { party: input.party } }),
  }),
  reject: action({
    zh: '不予采用',
    from: ['captured', 'objected'],
    to: 'rejected',
    by: 'enforcement.verify',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { rejectReason: input.reason }, clocks: [{ clock: 'object', do: 'cancel' }] }),
  }),
  tell: action({
    zh: '告知违法事实并提供查询',
    from: 'confirmed',
    to: 'told',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第41条第三款',
    form: { phone: text('接收号码', { maxLength: 20 }).personal('phone'), words: text('告知内容', { maxLength: 300 }) },
    effects: ({ input }) => ({
      clocks: [{ clock: 'object', do: 'start' }],
      messages: [{ channel: 'sms', recipient: input.phone, body: input.words }],
    }),
  }),
  object: action({
    zh: '登记异议',
    from: 'told',
    to: 'objected',
    by: 'enforcement.handle',
    basis: '行政处罚法第41条第三款:不得限制或者变相限制当事人的陈述权、申辩权',
    form: { objection: longText('异议、陈述申辩', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: { objection: input.objection }, clocks: [{ clock: 'object', do: 'stop' }] }),
  }),
  uphold: action({
    zh: '复核:异议不成立',
    from: 'objected',
    to: 'told',
    by: 'enforcement.verify',
    tone: 'primary',
    form: { review: longText('复核意见', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: { objectionReview: input.review } }),
  }),
  file: action({
    zh: '转案源(非接触)',
    from: 'told',
    to: 'filed',
    by: 'enforcement.handle',
    tone: 'primary',
    guard: ({ clocks, now, past, actor, subject }) => {
      const clock = clocks.findLast((c) => c.name === 'object')
      return first(
        clock && !clock.stoppedAt && now < clock.dueAt
          ? refuse('enforcement.follow-up', {
              why: `当事人查询、陈述申辩期限至${lastDayOf(clock.dueAt)}`,
            })
          : undefined,
        subject.objection && !subject.objectionReview ? refuse('enforcement.defence-review') : undefined,
        past.some((p) => p.action === 'confirm' && p.actorId === actor.id)
          ? refuse('enforcement.same-person', { role: '办案人', other: '记录审核人' })
          : undefined,
      )
    },
    effects: ({ subject }) => ({
      clocks: [{ clock: 'object', do: 'stop' }],
      spawn: [
        {
          procedure: 'enforcement.penalty',
          input: {
            source: 'capture',
            topic: subject.topic,
            party: subject.party,
            lawCode: subject.lawCode,
            happenedOn: dayText(new Date(subject.seenAt)),
            address: subject.address,
            description: `非现场采集${subject.number},设备${subject.device}`,
            contact: 'noncontact',
            sourceType: 'enforcement.capture',
            sourceId: subject.id,
          },
        },
      ],
    }),
  }),
}))

export interface Candidate {
  readonly id: string
  readonly grade: string | null
}
/** Everybody's lot is the hash of the draw's seed with their id, so that anyone can draw again and get the same. */
export const drawChecks = (
  candidates: readonly Candidate[],
  seed: string,
  rateOf: (candidate: Candidate) => number,
): readonly Candidate[] => {
  const lot = (id: string): string => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  const groups = Map.groupBy(candidates, rateOf)
  return [...groups].flatMap(([rate, group]) =>
    [...group].sort((a, b) => (lot(a.id) < lot(b.id) ? -1 : 1)).slice(0, Math.ceil((group.length * Math.min(100, rate)) / 100)),
  )
}
const planForm = {
  item: ref('监管事项', 'enforcement.supervision-item'),
  name: text('计划', { maxLength: 100 }).searchable(),
  method: choice('抽取方式', { random: '双随机', credit: '按信用等级' }),
  rate: number('随机抽取比例', { unit: '%', min: 1, max: 100 }).optional(),
  trade: text('行业', { maxLength: 60 }).optional(),
} as const
const findPool = async (tx: Transaction<unknown>, trade: string | null): Promise<readonly Candidate[]> => {
  const { rows } = await raw<Candidate>(
    tx,
    `select id, grade from enforcement.party where kind = 'org' and retired_at is null and ($1::text is null or trade = $1) order by id`,
    [trade],
  )
  return rows
}
/** Who holds a valid certificate and may handle: what a person may do decides, never the name they sign in with. */
const findInspectors = async (tx: Transaction<unknown>, on: string, areaCode: string): Promise<readonly Candidate[]> => {
  const handlers = await findCandidates(tx, 'enforcement.handle', areaCode, on)
  const { rows } = await raw<Candidate>(
    tx,
    `select person as id, null as grade from enforcement.certificate
     where retired_at is null and state = 'valid' and valid_from <= $1::date and valid_to >= $1::date and person = any($2::text[]::uuid[]) group by person order by person`,
    [on, handlers],
  )
  return rows
}
export const checkPlan = procedure('enforcement.check-plan', {
  zh: '监管检查计划',
  menu: '执法监督',
  numbering: { prefix: 'JG', per: 'year', digits: 4 },
  title: 'name',
  help: '互联网+监管:事项、对象、随机或按信用抽取,结果回传监管事项目录。',
  fields: {
    ...planForm,
    pool: integer('对象数', { min: 0 }).optional(),
    drawn: integer('抽取数', { min: 0 }).optional(),
    seed: text('抽取种子', { maxLength: 64 }).optional(),
  },
  statuses: {
    planned: { zh: '待抽取', duty: 'enforcement.supervise', taskZh: '待抽取检查对象' },
    drawn: { zh: '检查中', duty: 'enforcement.supervise', taskZh: '检查中' },
    returned: { zh: '已回传', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '制定计划',
    from: 'new',
    to: 'planned',
    by: 'enforcement.supervise',
    form: planForm,
    check: ({ input }) =>
      input.method === 'random' && !input.rate ? refuse('enforcement.field', { why: '双随机须填写抽取比例' }) : undefined,
    effects: ({ subject }) => ({ set: { areaCode: subject.district } }),
  }),
  draw: action({
    zh: '抽取',
    from: 'planned',
    to: 'drawn',
    by: 'enforcement.supervise',
    tone: 'primary',
    help: '抽取结果由本计划的链上哈希决定,任何人可以复算。',
    look: async (ctx) => {
      const on = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
      const rate = (name: string) => ctx.kernel.parameters.value(ctx.subject.district, `enforcement.rate-${name}`, on)
      const seed = String((ctx.subject as unknown as { head?: string }).head ?? ctx.subject.id)
      const pool = await findPool(ctx.tx, ctx.subject.trade)
      const rateOf = (c: Candidate): number =>
        ctx.subject.method === 'random' ? (ctx.subject.rate ?? 100) : rate(c.grade !== null && c.grade in grades ? c.grade : 'C')
      return {
        pool: pool.length,
        picked: drawChecks(pool, seed, rateOf),
        inspectors: await findInspectors(ctx.tx, on, ctx.subject.district),
        seed,
      }
    },
    check: ({ found }) =>
      first(
        found.picked.length === 0 ? refuse('enforcement.follow-up', { why: '没有可抽取的对象' }) : undefined,
        found.inspectors.length < 2 ? refuse('enforcement.two-officers') : undefined,
      ),
    effects: ({ found, subject }) => ({
      set: { pool: found.pool, drawn: found.picked.length, seed: found.seed },
      spawn: found.picked.map((c) => {
        const [first, second] = drawChecks(found.inspectors, `${found.seed}${c.id}`, () => 100)
        return {
          procedure: 'enforcement.check-task',
          input: {
            plan: subject.id,
            item: subject.item,
            party: c.id,
            grade: c.grade,
            inspectors: [first?.id ?? '', second?.id ?? ''],
          },
        }
      }),
    }),
  }),
  finish: action({
    zh: '全部回传,办结',
    from: 'drawn',
    to: 'returned',
    by: 'enforcement.supervise',
    look: async (ctx) => {
      const { rows } = await raw<{ n: number }>(
        ctx.tx,
        'select count(*)::int as n from enforcement.check_task where parent_id = $1 and closed_at is null',
        [ctx.subject.id],
      )
      return rows[0]?.n ?? 0
    },
    check: ({ found }) => (found > 0 ? refuse('enforcement.open-items', { count: found, what: '检查任务' }) : undefined),
  }),
}))
const taskForm = {
  plan: ref('计划', 'enforcement.check-plan'),
  item: ref('监管事项', 'enforcement.supervision-item'),
  party: ref('检查对象', 'enforcement.party'),
  grade: choice('信用等级', grades).optional(),
  inspectors: list('抽取的检查人员'),
} as const
export const checkTask = procedure('enforcement.check-task', {
  zh: '监管检查任务',
  menu: '执法监督',
  numbering: { prefix: 'JR', per: 'year', digits: 5 },
  title: 'findings',
  fields: {
    ...taskForm,
    result: choice('结果', { ok: '未发现问题', corrected: '发现问题已责令改正', filed: '立案查处', gone: '无法联系' }).optional(),
    findings: longText('检查情况', { maxLength: 2000 }).optional().searchable(),
    returnNumber: text('监管目录回执号', { maxLength: 60 }).optional(),
  },
  statuses: {
    given: { zh: '待检查', duty: 'enforcement.handle', taskZh: '待检查' },
    checked: { zh: '待回传', duty: 'enforcement.supervise', taskZh: '待回传检查结果' },
    returned: { zh: '已回传', kind: 'final' },
  },
}).actions((action) => ({
  give: action({
    zh: '派发',
    from: 'new',
    to: 'given',
    by: 'system',
    form: taskForm,
    // Inspectors are drawn from the whole district, whatever street they belong to.
    effects: ({ subject }) => ({ set: { areaCode: subject.district } }),
  }),
  check: action({
    zh: '登记检查结果',
    from: 'given',
    to: 'checked',
    by: 'enforcement.handle',
    tone: 'primary',
    form: {
      result: choice('结果', { ok: '未发现问题', corrected: '发现问题已责令改正', filed: '立案查处', gone: '无法联系' }),
      findings: longText('检查情况', { maxLength: 2000 }),
    },
    guard: ({ subject, actor }) =>
      actor.id !== null && !subject.inspectors.includes(actor.id)
        ? refuse('enforcement.not-handler', { who: '抽取的检查人员' })
        : undefined,
    effects: ({ input }) => ({ set: { result: input.result, findings: input.findings } }),
  }),
  giveBack: action({
    zh: '回传监管事项目录',
    from: 'checked',
    to: 'returned',
    by: 'enforcement.supervise',
    tone: 'primary',
    form: { returnNumber: text('监管目录回执号', { maxLength: 60 }) },
    effects: ({ input }) => ({ set: { returnNumber: input.returnNumber } }),
  }),
}))
