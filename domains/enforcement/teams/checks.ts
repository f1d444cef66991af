/** 互联网+监管: who is checked and by whom is drawn by lot or by credit; what is found goes on as an order or a case. */
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import {
  choice,
  code,
  date,
  dayOf,
  dayText,
  findCandidates,
  instant,
  integer,
  list,
  longText,
  number,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  type Spawn,
  text,
} from '#kernel'
import { grades } from '../contract.ts'
import { first, tellLate } from '../penalty/shared.ts'

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
  dueOn: date('检查完成日期').optional(),
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
    check: ({ input, now }) =>
      first(
        input.method === 'random' && !input.rate ? refuse('enforcement.field', { why: '双随机须填写抽取比例' }) : undefined,
        !input.dueOn || input.dueOn < dayText(now)
          ? refuse('enforcement.field', { why: '请填写检查完成日期,不早于今天' })
          : undefined,
      ),
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
            dueOn: subject.dueOn,
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
interface Checked {
  readonly id: string
  readonly number: string
  readonly party: string
  readonly topic: string
  readonly basis: string
}
/** What was found begins where it is dealt with: an order with its own recheck, or a case. */
const consequence = (
  task: Checked,
  input: {
    readonly result: string
    readonly findings: string
    readonly lawCode?: string | null
    readonly address?: string | null
  },
  partner: string | null,
  now: Date,
): readonly Spawn[] => {
  const about = { topic: task.topic, party: task.party, lawCode: input.lawCode, address: input.address }
  if (input.result === 'corrected')
    return [
      {
        procedure: 'enforcement.measure',
        action: 'order',
        input: {
          ...about,
          ...{ basis: task.basis.slice(0, 200), content: input.findings, coOfficer: partner },
          limit: { value: 7, unit: 'natural_day' },
        },
      },
    ]
  if (input.result !== 'filed') return []
  return [
    {
      procedure: 'enforcement.penalty',
      input: {
        ...about,
        ...{ source: 'check', happenedOn: dayText(now), description: `${task.basis}:${input.findings}`, coHandler: partner },
        sourceType: 'enforcement.check-task',
        sourceId: task.id,
      },
    },
  ]
}
const taskForm = {
  plan: ref('计划', 'enforcement.check-plan'),
  item: ref('监管事项', 'enforcement.supervision-item'),
  party: ref('检查对象', 'enforcement.party'),
  grade: choice('信用等级', grades).optional(),
  inspectors: list('抽取的检查人员'),
  dueOn: date('完成日期').optional(),
} as const
export const checkTask = procedure('enforcement.check-task', {
  zh: '监管检查任务',
  menu: '执法监督',
  numbering: { prefix: 'JR', per: 'year', digits: 5 },
  title: 'findings',
  leadingClock: 'check',
  mirror: { check: { dueAt: 'checkDueAt', stoppedAt: 'checkedAt' } },
  clocks: { check: { zh: '检查', limit: { value: 30, unit: 'natural_day' }, basis: '检查计划所定完成日期' } },
  fields: {
    ...taskForm,
    checkDueAt: instant('检查期限').optional(),
    checkedAt: instant('检查时间').optional(),
    result: choice('结果', { ok: '未发现问题', corrected: '发现问题已责令改正', filed: '立案查处', gone: '无法联系' }).optional(),
    lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }).optional(),
    photos: photos(0, '检查照片').optional(),
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
    effects: ({ subject, input }) => ({
      set: { areaCode: subject.district },
      clocks: input.dueOn ? [{ clock: 'check', do: 'start', dueAt: new Date(`${input.dueOn}T23:59:59+08:00`) }] : [],
      notify: input.inspectors.flatMap((personId) =>
        personId ? [{ personId, zh: `抽到您检查 ${subject.number}${input.dueOn ? `,${input.dueOn}前完成` : ''}` }] : [],
      ),
    }),
  }),
  lapse: action({
    zh: '逾期未检查',
    from: 'given',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: [
        ...tellLate({ unitId: null }, past, `监管检查 ${subject.number} 逾期未检查`),
        ...subject.inspectors.flatMap((personId) =>
          personId ? [{ personId, zh: `监管检查 ${subject.number} 已过完成日期` }] : [],
        ),
      ],
    }),
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
      lawCode: code('违法行为(发现问题的)', 'enforcement.law.code', { maxLength: 12 }).optional(),
      address: text('地点(发现问题的)', { maxLength: 200 }).optional(),
      photos: photos(1, '检查照片'),
    },
    look: async ({ tx, subject }) => {
      const { rows } = await raw<{ topic: string; name: string }>(
        tx,
        'select topic, name from enforcement.supervision_item where id = $1',
        [subject.item],
      )
      return rows[0]
    },
    check: ({ input }) =>
      (input.result === 'corrected' || input.result === 'filed') && !(input.lawCode && input.address)
        ? refuse('enforcement.field', { why: '发现问题的须写明违法行为和地点' })
        : undefined,
    guard: ({ subject, actor }) =>
      actor.id !== null && !subject.inspectors.includes(actor.id)
        ? refuse('enforcement.not-handler', { who: '抽取的检查人员' })
        : undefined,
    effects: ({ input, subject, found, actor, now }) => ({
      set: { result: input.result, findings: input.findings, lawCode: input.lawCode ?? null, photos: input.photos },
      clocks: subject.dueOn ? [{ clock: 'check', do: 'stop' }] : [],
      spawn: consequence(
        { ...subject, topic: found?.topic ?? 'other', basis: `监管检查:${found?.name ?? ''}` },
        input,
        subject.inspectors.find((id) => id !== actor.id) ?? null,
        now,
      ),
    }),
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
