/** 检查轮次: points of one topic drawn by a seed anybody can repeat (or all of them), inspectors drawn and kept from the inspected. */
import {
  choice,
  date,
  dayOf,
  findCandidates,
  first,
  flag,
  integer,
  json,
  list,
  longText,
  many,
  one,
  procedure,
  refuse,
  type Tx,
  text,
} from '#kernel'
import { checkModes, sanitationTopics, type Topic, topics } from './contract.ts'
import { canonical, drawOrder, sha256 } from './scoring.ts'
import { notYet, openItems, why } from './shared.ts'

export interface CheckItem {
  readonly code: string
  readonly name: string
  readonly full: number
  readonly deduction: number
  readonly clause: string
  readonly fixDays: number
}
interface PointRow {
  readonly id: string
  readonly name: string
  readonly street: string
  readonly keeper: string | null
  readonly operator: string | null
  readonly areaCode: string | null
}
/** The clause as the library of standards has it where an item is taken from there: name, edition, clause. */
const itemsSql = `select i.code, i.name, i.full_::float8 as full, i.deduction::float8 as deduction,
    coalesce((select '《' || s.name || '》(' || s.edition || ')第' || x.clause || '条' from grid.standard_item x join grid.standard s on s.district = x.district and s.id = x.standard
      where x.district = i.district and x.id = i.standard_item), i.clause) as clause, i.fix_days as "fixDays"
  from evaluation.check_item i where i.topic = $1 and i.retired_at is null and i.valid_from <= $2::date and (i.valid_to is null or i.valid_to > $2::date) order by i.code`
const pointsOf = (tx: Tx, topic: string): Promise<readonly PointRow[]> =>
  many<PointRow>(
    tx,
    `select id, name, street, keeper, operator, area_code as "areaCode" from evaluation.point where topic = $1 and retired_at is null order by id`,
    [topic],
  )
/** Streets under an open talk are looked at more closely. */
const talkedStreets = async (tx: Tx): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await many<{ street: string }>(
        tx,
        `select distinct street from evaluation.talk where status <> all (array['closed', 'withdrawn'])`,
      )
    ).map((r) => r.street),
  )
export const drawPoints = (
  seed: string,
  points: readonly PointRow[],
  mode: string,
  perStreet: number,
  timesOf: (street: string) => number,
): readonly PointRow[] => {
  const order = drawOrder(seed, points)
  if (mode !== 'sample') return order
  const streets = [...new Set(points.map((p) => p.street))].sort()
  return streets.flatMap((street) => order.filter((p) => p.street === street).slice(0, perStreet * timesOf(street)))
}
/** Who may inspect where: the draw of each street is among those who may work there. */
const inspectorsOf = async (tx: Tx, streets: readonly string[], day: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, readonly string[]>()
  for (const street of new Set(streets)) found.set(street, await findCandidates(tx, 'evaluation.inspect', street, day))
  return found
}
const isSanitation = (topic: string): boolean => (sanitationTopics as readonly string[]).includes(topic)

export interface OperatorScore {
  readonly operator: string
  readonly points: number
  readonly score: number
}
const operatorsOf = (tx: Tx, check: string): Promise<readonly OperatorScore[]> =>
  many<OperatorScore>(
    tx,
    `select operator, count(*)::int as points, round(avg(score), 2)::float8 as score from evaluation.inspection where check_ = $1 and status = 'confirmed' and operator is not null group by 1 order by 3 desc, 1`,
    [check],
  )
const pointsWithoutPlan = async (tx: Tx, check: string): Promise<number> =>
  (
    await one<{ n: number }>(
      tx,
      `select count(*)::int as n from evaluation.inspection i where i.check_ = $1 and i.status = 'confirmed'
         and not exists (select 1 from evaluation.site_plan p where p.inspection = i.id and p.status <> 'rejected')`,
      [check],
    )
  )?.n ?? 0

export const checkProcedure = procedure('evaluation.check', {
  isCommon: true,
  zh: '检查轮次',
  menu: '检查考评',
  numbering: { prefix: 'JC', per: 'year', digits: 4 },
  title: 'name',
  help: '抽样种子公开,任何人可重抽核对;检查人由抽签产生,不对被检查单位公开',
  fields: {
    topic: choice('检查专题', topics),
    name: text('名称', { maxLength: 60 }).searchable(),
    mode: choice('方式', checkModes),
    fromOn: date('自'),
    toOn: date('至'),
    perStreet: integer('每街道抽取点位', { min: 1, max: 200 }).optional(),
    isMock: flag('模拟检查(不计入考核)').optional(),
    isUnannounced: flag('不打招呼').optional(),
    items: json<readonly CheckItem[]>('细则(发起时照录)').optional(),
    itemsHash: text('细则摘要', { maxLength: 64 }).optional(),
    seed: text('抽样种子', { maxLength: 64 }).optional(),
    population: integer('点位总数', { min: 0 }).optional(),
    populationHash: text('点位名单摘要', { maxLength: 64 }).optional(),
    drawn: list('抽中点位(依次)').optional(),
    drawnCount: integer('抽中点位数', { min: 0 }).optional(),
    report: longText('检查分析报告', { maxLength: 8000 }).optional(),
    material: longText('迎检材料清单', { maxLength: 4000 }).optional(),
  },
  statuses: {
    planned: { zh: '待抽样', duty: 'evaluation.manage', taskZh: '检查待抽样' },
    running: { zh: '检查中', duty: 'evaluation.manage', taskZh: '检查待小结' },
    concluded: { zh: '已小结', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '发起检查',
    from: 'new',
    to: 'planned',
    by: 'evaluation.manage',
    form: {
      topic: choice('检查专题', topics),
      name: text('名称', { maxLength: 60 }),
      mode: choice('方式', checkModes),
      fromOn: date('自'),
      toOn: date('至'),
      perStreet: integer('每街道抽取点位', { min: 1, max: 200 }).optional(),
      isMock: flag('模拟检查(不计入考核)').optional(),
      isUnannounced: flag('不打招呼').optional(),
    },
    look: async ({ tx, input }) => many<CheckItem>(tx, itemsSql, [input.topic, input.fromOn]),
    check: ({ found, input }) =>
      first(
        why(input.toOn < input.fromOn, '截止日不能早于起始日'),
        why(input.mode === 'sample' && !input.perStreet, '抽样检查须填写每街道抽取点位数'),
        why(input.topic === 'transfer' && input.mode !== 'all', '中转站检查须逐站覆盖,请选“全数检查”'),
        why(found.length === 0, `${topics[input.topic]}没有当时有效的检查细则`),
        why(
          Math.abs(found.reduce((n, i) => n + i.full, 0) - 100) > 1e-9,
          `细则满分合计应为100分,现为${found.reduce((n, i) => n + i.full, 0)}分`,
        ),
      ),
    effects: ({ found }) => ({ set: { items: found, itemsHash: sha256(canonical(found)) } }),
  }),
  draw: action({
    zh: '抽取点位与检查人',
    from: 'planned',
    to: 'running',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { seed: text('种子', { maxLength: 64 }).optional().help('可填开奖号码等公开数;不填则取自本轮记录的摘要') },
    look: async ({ tx, kernel, subject, now }) => {
      const points = await pointsOf(tx, subject.topic)
      const streets = points.map((p) => p.street)
      const found = await one<{ head: string }>(tx, 'select head from evaluation."check" where id = $1', [subject.id])
      return {
        points,
        talked: await talkedStreets(tx),
        inspectors: await inspectorsOf(tx, streets, dayOf(kernel, subject.district, now)),
        head: found?.head ?? '',
      }
    },
    check: ({ found, subject }) =>
      first(
        why(found.points.length === 0, `${topics[subject.topic as Topic]}没有样本点位`),
        why(
          [...found.inspectors.values()].some((ids) => ids.length === 0),
          '有的街道没有可用的检查人',
        ),
      ),
    effects: ({ found, input, subject, parameter }) => {
      const seed = input.seed ?? sha256(`${subject.number}|${found.head}`).slice(0, 16)
      const times = parameter('evaluation.talk-sample-times')
      const drawn = drawPoints(seed, found.points, subject.mode, subject.perStreet ?? 0, (s) => (found.talked.has(s) ? times : 1))
      return {
        set: {
          seed,
          population: found.points.length,
          populationHash: sha256(found.points.map((p) => p.id).join('\n')),
          drawn: drawn.map((p) => p.id),
          drawnCount: drawn.length,
        },
        spawn: drawn.map((p) => {
          const [inspector] = drawOrder(
            `${seed}:${p.id}`,
            (found.inspectors.get(p.street) ?? []).map((id) => ({ id })),
          )
          const input = {
            check: subject.id,
            point: p.id,
            pointName: p.name,
            topic: subject.topic,
            street: p.street,
            keeper: p.keeper,
            operator: p.operator,
            isMock: subject.isMock ?? false,
            plannedOn: subject.fromOn,
            items: subject.items,
          }
          return subject.mode === 'self'
            ? { procedure: 'evaluation.self-check', input }
            : { procedure: 'evaluation.inspection', input: { ...input, inspector: inspector?.id } }
        }),
      }
    },
  }),
  recheck: action({
    zh: '抽查复核评分',
    from: 'running',
    to: 'same',
    by: 'evaluation.decide',
    help: '按比例抽取已评点位,由另一人复核;差异超过允许值的记入评分人',
    look: async ({ tx, kernel, subject, now }) => {
      const rows = await many<{ id: string; inspector: string; street: string; pointName: string; score: number; topic: Topic }>(
        tx,
        `select i.id, i.inspector, i.street, i.point_name as "pointName", i.score::float8 as score, i.topic from evaluation.inspection i where i.check_ = $1 and i.status = 'confirmed'
           and not exists (select 1 from evaluation.recheck r where r.inspection = i.id) order by i.id`,
        [subject.id],
      )
      const streets = rows.map((r) => r.street)
      return { rows, inspectors: await inspectorsOf(tx, streets, dayOf(kernel, subject.district, now)) }
    },
    check: ({ found }) => why(found.rows.length === 0, '没有可供复核的已审核检查'),
    effects: ({ found, subject, parameter }) => {
      const wanted = Math.max(1, Math.ceil((found.rows.length * parameter('evaluation.recheck-percent')) / 100))
      const chosen = drawOrder(`${subject.seed}:recheck`, found.rows).slice(0, wanted)
      return {
        spawn: chosen.map((row) => {
          const others = (found.inspectors.get(row.street) ?? []).filter((id) => id !== row.inspector).map((id) => ({ id }))
          const [second] = drawOrder(`${subject.seed}:recheck:${row.id}`, others)
          return {
            procedure: 'evaluation.recheck',
            input: {
              check: subject.id,
              inspection: row.id,
              pointName: row.pointName,
              street: row.street,
              first: row.inspector,
              second: second?.id,
              oldScore: row.score,
            },
          }
        }),
      }
    },
  }),
  conclude: action({
    zh: '小结',
    from: 'running',
    to: 'concluded',
    by: 'evaluation.manage',
    tone: 'primary',
    form: {
      report: longText('检查分析报告', { maxLength: 8000 }),
      material: longText('迎检材料清单', { maxLength: 4000 }).optional(),
    },
    look: async ({ tx, subject }) => ({
      counts: await one<{ open: number; rechecks: number; findings: number }>(
        tx,
        `select (select count(*)::int from evaluation.inspection where check_ = $1 and status <> all (array['confirmed', 'void']))
             + (select count(*)::int from evaluation.self_check where check_ = $1 and status = 'open') as open,
           (select count(*)::int from evaluation.recheck where check_ = $1 and status = 'drawn') as rechecks,
           (select count(*)::int from evaluation.finding where check_ = $1 and status <> all (array['verified', 'void'])) as findings`,
        [subject.id],
      ),
      unplanned: subject.topic === 'transfer' ? await pointsWithoutPlan(tx, subject.id) : 0,
      operators: await operatorsOf(tx, subject.id),
    }),
    check: ({ found, input, subject }) =>
      first(
        openItems(found.counts?.open ?? 0, '点位检查'),
        openItems(found.counts?.rechecks ?? 0, '评分复核'),
        why(found.unplanned > 0, `“一站一策”:还有${found.unplanned}座站没有整改方案`),
        subject.isMock ? openItems(found.counts?.findings ?? 0, '模拟检查发现问题') : undefined,
        why(subject.isMock === true && !input.material, '模拟检查小结须列出迎检材料清单'),
      ),
    effects: ({ found, input, subject, parameter }) => {
      const set = { report: input.report, material: input.material ?? null }
      if (!isSanitation(subject.topic) || subject.isMock) return { set }
      const line = parameter('evaluation.pay-line')
      return {
        set,
        spawn: found.operators
          .filter((o) => o.score < line)
          .map((o) => ({
            procedure: 'evaluation.deduction',
            input: {
              check: subject.id,
              topic: subject.topic,
              operator: o.operator,
              score: o.score,
              line,
              amountFen: Math.round((line - o.score) * parameter('evaluation.pay-point-fen')),
            },
          })),
      }
    },
  }),
  cancel: action({
    zh: '取消',
    from: 'planned',
    to: 'cancelled',
    by: 'evaluation.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    guard: ({ subject }) => notYet(subject.seed !== null, '已经抽样,不能取消'),
  }),
}))
export const notInspector = (inspector: unknown, actorId: string | null) =>
  inspector === actorId ? undefined : refuse('evaluation.not-inspector')
