/** 养护作业单: plan → assigned → done with a quantity in the unit of its kind → checked; living plants are looked at again a month later. */
import {
  addMonths,
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  many,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  rows,
  say,
  type Tx,
  text,
} from '#kernel'
import { treesPruned } from '../facts.ts'
import { dawnAfter, notYet, why } from '../shared.ts'
import { pruneHows } from '../spaces/tree.ts'
import { livingKinds, unitOf, type WorkKind, workKinds, workUnits } from '../words.ts'

const treeLine = { code: text('树号', { maxLength: 30 }), how: choice('做法', pruneHows) } as const
const form = {
  kind: choice('作业', workKinds),
  segment: ref('养护标段', 'greening.segment'),
  road: ref('道路', 'grid.road').optional(),
  place: text('位置', { maxLength: 100 }),
  species: text('品种', { maxLength: 60 }).optional(),
  planned: number('计划数量', { min: 0.01 }),
  unit: choice('单位', workUnits),
  trees: rows('树木', treeLine).optional().help('修剪逐株列树号;同路有危险枝的先排'),
  startsOn: date('开始'),
  dueOn: date('完成期限'),
  season: text('季节', { maxLength: 20 }).optional(),
  drought: ref('抗旱行动', 'greening.drought').optional(),
} as const
interface Found {
  readonly trees: readonly { readonly id: string; readonly code: string; readonly road: string }[]
  readonly danger: readonly { readonly code: string }[]
  readonly unit: string | null
}
const lookAt = async (
  tx: Tx,
  input: { segment: string; trees?: readonly { code: string }[] | null | undefined },
): Promise<Found> => {
  const codes = (input.trees ?? []).map((t) => t.code)
  return {
    trees: await many(tx, 'select id, code, road from greening.tree where code = any($1) and retired_at is null order by code', [
      codes,
    ]),
    danger: await many(
      tx,
      `select code from greening.tree t where retired_at is null and is_dangerous and road in (select road from greening.tree where code = any($1)) and code <> all ($1)
        and not exists (select 1 from greening.work w, jsonb_to_recordset(coalesce(w.trees, '[]')) as l(code text) where l.code = t.code and w.status <> all (array['closed', 'dropped'])) order by code limit 5`,
      [codes],
    ),
    unit:
      (await one<{ unit: string }>(tx, 'select unit from greening.segment where id = $1 and retired_at is null', [input.segment]))
        ?.unit ?? null,
  }
}
const isLiving = (kind: string) => livingKinds.includes(kind as WorkKind)
export const work = procedure('greening.work', {
  zh: '养护作业',
  menu: '园林养护',
  title: 'place',
  numbering: { prefix: 'YH', per: 'day', digits: 4 },
  help: '数量按作业的单位计(株、㎡、盆、遍),不同单位不相加;补栽、彩化一个月后查成活,不足的补栽后再查。',
  fields: {
    ...form,
    place: form.place.searchable(),
    done: number('完成数量').optional(),
    costFen: money('费用').optional(),
    trucks: integer('水车', { unit: '台' }).optional(),
    waterT: number('浇水', { unit: '吨' }).optional(),
    soil: number('浇后墒情', { unit: '%' }).optional(),
    lost: integer('旱死', { unit: '株' }).optional(),
    donePhotos: photos(0, '完工照片').optional(),
    doneOn: date('完成日期').optional(),
    isLate: flag('逾期').optional(),
    safetyOn: date('安全检查').optional(),
    survivalOn: date('应查成活').optional(),
    alive: number('成活').optional(),
    survival: number('成活率', { unit: '%' }).optional(),
    replants: integer('补栽次数').optional(),
  },
  statuses: {
    planned: { zh: '待派工', duty: 'greening.manage', taskZh: '养护作业待派工' },
    assigned: { zh: '作业中', duty: 'greening.work', taskZh: '养护作业待完成', ofUnit: true },
    done: { zh: '待核验', duty: 'greening.check', taskZh: '养护作业待核验' },
    growing: { zh: '养护期', duty: 'greening.check', taskZh: '补栽待查成活' },
    closed: { zh: '已计量', kind: 'final' },
    dropped: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '计划作业',
    from: 'new',
    to: 'planned',
    by: 'greening.manage',
    form,
    look: ({ tx, input }) => lookAt(tx, input),
    check: ({ input, found }) => {
      const codes = (input.trees ?? []).map((t) => t.code)
      const unknown = codes.filter((c) => !found.trees.some((t) => t.code === c))
      return first(
        why(
          !unitOf[input.kind as WorkKind].includes(input.unit),
          `${workKinds[input.kind as WorkKind]}不能按${workUnits[input.unit]}计`,
        ),
        why(input.dueOn < input.startsOn, '完成期限不能早于开始'),
        why(!found.unit, '没有这个养护标段'),
        why(input.kind !== 'prune' && codes.length > 0, '只有修剪逐株列树号'),
        why(unknown.length > 0, `没有这些树:${unknown.join('、')}`),
        why(new Set(codes).size < codes.length, '同一棵树列了两次'),
        why(codes.length > 0 && codes.length !== input.planned, `计划${input.planned}株,列了${codes.length}株`),
        notYet(found.danger.length > 0, `先排有危险枝的:${found.danger.map((d) => d.code).join('、')}`),
        why(['replant', 'colour', 'flower', 'hang'].includes(input.kind) && !input.species, '请填写品种'),
      )
    },
    effects: () => ({ set: { replants: 0 } }),
  }),
  assign: action({
    zh: '派工',
    from: 'planned',
    to: 'assigned',
    by: 'greening.manage',
    tone: 'primary',
    look: ({ tx, subject }) => one<{ unit: string }>(tx, 'select unit from greening.segment where id = $1', [subject.segment]),
    effects: ({ found }) => ({ set: { unitId: found?.unit ?? null }, assign: found ? { unitId: found.unit } : {} }),
  }),
  finish: action({
    zh: '完工',
    from: 'assigned',
    to: 'done',
    by: 'greening.work',
    tone: 'primary',
    form: {
      done: number('完成数量', { min: 0.01 }),
      costFen: money('费用', { min: 0 }),
      trucks: integer('水车', { unit: '台', min: 0 }).optional(),
      waterT: number('浇水', { unit: '吨', min: 0 }).optional(),
      soil: number('浇后墒情', { unit: '%', min: 0, max: 100 }).optional(),
      lost: integer('旱死', { unit: '株', min: 0 }).optional(),
      donePhotos: photos(1, '完工照片'),
    },
    check: ({ input, subject }) =>
      first(
        why(subject.kind === 'water' && (!input.trucks || !input.waterT), '抗旱浇水须填水车、吨数'),
        why((subject.trees ?? []).length > 0 && input.done > (subject.trees ?? []).length, '完成株数多于所列树木'),
      ),
    effects: ({ input, subject, now }) => ({ set: { ...input, doneOn: dayText(now), isLate: dayText(now) > subject.dueOn } }),
  }),
  sendBack: action({
    zh: '核验不通过',
    from: 'done',
    to: 'assigned',
    by: 'greening.check',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: () => ({ set: { doneOn: null, isLate: null } }),
  }),
  check: action({
    zh: '核验计量',
    from: 'done',
    by: 'greening.check',
    tone: 'primary',
    form: { done: number('核定数量', { min: 0 }), isSafe: flag('牢固、安全').help('挂花、立体绿化查牢固,修剪查断枝清运') },
    look: ({ tx, subject }) => lookAt(tx, subject),
    to: ({ subject }) => (isLiving(subject.kind) ? 'growing' : 'closed'),
    check: ({ input, subject }) =>
      first(why(input.done > (subject.done ?? 0), '核定不能多于所报'), notYet(!input.isSafe, '不牢固、不安全的应退回')),
    effects: ({ input, subject, found, now }) => ({
      set: {
        done: input.done,
        safetyOn: dayText(now),
        survivalOn: isLiving(subject.kind) ? addMonths(dayText(now), 1) : null,
      },
      facts:
        subject.kind === 'prune' && (subject.trees ?? []).length > 0
          ? [
              say(treesPruned, {
                work: subject.id,
                on: subject.doneOn ?? dayText(now),
                trees: found.trees.map((t) => ({
                  tree: t.id,
                  how: (subject.trees ?? []).find((l) => l.code === t.code)?.how ?? 'thin',
                })),
              }),
            ]
          : [],
    }),
  }),
  survive: action({
    zh: '查成活',
    from: 'growing',
    by: 'greening.check',
    tone: 'primary',
    form: { alive: number('成活数量', { min: 0 }) },
    guard: ({ subject, now }) => notYet((subject.survivalOn ?? '') > dayText(now), `满一个月(${subject.survivalOn})才查成活`),
    check: ({ input, subject }) => why(input.alive > (subject.done ?? 0), '成活不能多于栽植'),
    to: ({ input, subject, parameter }) =>
      input.alive * 100 >= parameter('greening.survival') * (subject.done ?? 0) ? 'closed' : 'assigned',
    effects: ({ input, subject, parameter }) => {
      const isOk = input.alive * 100 >= parameter('greening.survival') * (subject.done ?? 0)
      return {
        set: {
          alive: input.alive,
          survival: subject.done ? Math.round((input.alive * 10_000) / subject.done) / 100 : null,
          replants: (subject.replants ?? 0) + (isOk ? 0 : 1),
        },
      }
    },
  }),
  change: action({
    zh: '换季延期',
    from: ['planned', 'assigned'],
    to: 'same',
    by: 'greening.manage',
    form: { dueOn: date('新期限'), reason: text('原因', { maxLength: 200 }) },
    check: ({ input, subject, now }) => why(input.dueOn <= subject.dueOn || dawnAfter(input.dueOn) <= now, '新期限应更晚'),
    effects: ({ input }) => ({ set: { dueOn: input.dueOn } }),
  }),
  drop: action({
    zh: '取消',
    from: ['planned', 'assigned'],
    to: 'dropped',
    by: 'greening.manage',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
