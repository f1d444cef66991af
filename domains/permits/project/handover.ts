/** 环卫设施审核验收, 待交付楼盘违建验收. */
import type { Transaction } from 'kysely'
import {
  choice,
  dayOf,
  dayText,
  files,
  instant,
  integer,
  json,
  longText,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  text,
} from '#kernel'
import { projectKinds } from '../contract.ts'
import { first, wrong } from '../kinds/kind.ts'

const amounts = {
  bins: integer('收集点', { unit: '处', min: 0 }),
  rooms: integer('垃圾房', { unit: '座', min: 0 }),
  toilets: integer('公厕', { unit: '座', min: 0 }),
  stations: integer('转运站', { unit: '座', min: 0 }),
} as const
const amountZh = { bins: '收集点', rooms: '垃圾房', toilets: '公厕', stations: '转运站' } as const
type Amounts = Readonly<Record<keyof typeof amounts, number>>
interface ProjectRow {
  readonly name: string
  readonly kind: keyof typeof projectKinds
  readonly households: number
  readonly floorM2: number
}
const readProject = async (tx: Transaction<unknown>, id: string): Promise<ProjectRow | undefined> =>
  (
    await raw<ProjectRow>(
      tx,
      `select name, kind, households, floor_m2::float8 as "floorM2" from permits.project where id = $1 and retired_at is null`,
      [id],
    )
  ).rows[0]
/** What the standard in force asks of a project of this kind and size. */
const readNeeds = async (tx: Transaction<unknown>, p: ProjectRow, day: string): Promise<Partial<Amounts>> => {
  const { rows } = await raw<{ facility: keyof Amounts; per: 'households' | 'floorM2'; perAmount: number; least: number }>(
    tx,
    `select distinct on (facility) facility, per, per_amount::float8 as "perAmount", least from permits.sanitation_standard
     where project_kind = $1 and retired_at is null and valid_from <= $2::date order by facility, valid_from desc`,
    [p.kind, day],
  )
  return Object.fromEntries(rows.map((r) => [r.facility, Math.max(r.least, Math.floor(p[r.per] / r.perAmount))]))
}
const short = (have: Amounts, need: Partial<Record<string, number>>) => {
  const lacking = (Object.keys(amountZh) as (keyof Amounts)[]).filter((k) => have[k] < (need[k] ?? 0))
  return lacking.length > 0
    ? refuse('permits.condition', { why: lacking.map((k) => `${amountZh[k]}${have[k]},应不少于${need[k]}`).join(';') })
    : undefined
}
export const sanitationReview = procedure('permits.sanitation-review', {
  zh: '环卫设施审核验收',
  menu: '建设项目备案',
  title: 'projectName',
  help: '方案数量与配置标准比较,验收时再与实物比较;按项目计数,其中商业体为子项。',
  numbering: { prefix: 'HW', per: 'year', digits: 4 },
  fields: {
    project: ref('建设项目', 'permits.project'),
    projectName: text('项目', { maxLength: 120 }).optional().searchable(),
    projectKind: choice('类型', projectKinds).optional(),
    ...amounts,
    needed: json<Partial<Amounts>>('标准要求').optional(),
    papers: files(1, '方案'),
    opinion: longText('审核意见', { maxLength: 2000 }).optional(),
    rounds: integer('轮次', { min: 0 }),
    reviewedAt: instant('审核通过').optional(),
    doneAt: instant('验收通过').optional(),
    builtBins: integer('实有收集点', { min: 0 }).optional(),
    builtRooms: integer('实有垃圾房', { min: 0 }).optional(),
    builtToilets: integer('实有公厕', { min: 0 }).optional(),
    builtStations: integer('实有转运站', { min: 0 }).optional(),
    photos: photos(0, '验收照片').optional(),
  },
  statuses: {
    reviewing: { zh: '方案审核', duty: 'permits.review', taskZh: '待审核环卫设施方案' },
    returned: { zh: '退回修改', duty: 'permits.apply', taskZh: '环卫设施方案待修改再报' },
    building: { zh: '建设中,待验收', duty: 'permits.inspect', taskZh: '待验收环卫设施' },
    done: { zh: '验收通过', kind: 'final' },
  },
}).actions((action) => ({
  submit: action({
    zh: '报送方案',
    from: 'new',
    to: 'reviewing',
    by: 'permits.apply',
    form: { project: ref('建设项目', 'permits.project'), ...amounts, papers: files(1, '方案') },
    look: async (ctx) => {
      const p = await readProject(ctx.tx, ctx.input.project)
      return { p, needs: p ? await readNeeds(ctx.tx, p, dayOf(ctx.kernel, ctx.subject.district, ctx.now)) : {} }
    },
    check: ({ found }) => (found.p ? undefined : refuse('kernel.not-found', { what: '建设项目' })),
    effects: ({ found }) => ({
      set: { projectName: found.p?.name ?? null, projectKind: found.p?.kind ?? null, needed: found.needs, rounds: 0 },
    }),
  }),
  pass: action({
    zh: '方案通过',
    from: 'reviewing',
    to: 'building',
    by: 'permits.review',
    tone: 'primary',
    form: { opinion: longText('审核意见', { maxLength: 2000 }) },
    guard: ({ subject }) => short(subject, subject.needed ?? {}),
    effects: ({ input, subject, now }) => ({
      set: { opinion: input.opinion, rounds: subject.rounds + 1, reviewedAt: now.toISOString() },
    }),
  }),
  sendBack: action({
    zh: '退回修改',
    from: 'reviewing',
    to: 'returned',
    by: 'permits.review',
    tone: 'danger',
    form: { opinion: longText('意见', { maxLength: 2000 }) },
    effects: ({ input, subject }) => ({ set: { opinion: input.opinion, rounds: subject.rounds + 1 } }),
  }),
  resubmit: action({
    zh: '修改后再报',
    from: 'returned',
    to: 'reviewing',
    by: 'permits.apply',
    form: { ...amounts, papers: files(1, '修改后方案') },
    effects: ({ input }) => ({ set: input }),
  }),
  accept: action({
    zh: '现场验收',
    from: 'building',
    to: 'done',
    by: 'permits.inspect',
    tone: 'primary',
    form: { ...amounts, photos: photos(1, '验收照片') },
    check: ({ input, subject }) =>
      short(input, { bins: subject.bins, rooms: subject.rooms, toilets: subject.toilets, stations: subject.stations }),
    effects: ({ input, now }) => ({
      set: {
        builtBins: input.bins,
        builtRooms: input.rooms,
        builtToilets: input.toilets,
        builtStations: input.stations,
        photos: input.photos,
        doneAt: now.toISOString(),
      },
    }),
  }),
}))

export interface Unit {
  readonly unit: string
  readonly result: 'clean' | 'illegal'
  readonly note?: string
  /** Set when the illegal part has been taken down. */
  readonly clearedOn?: string
}
const openUnits = (units: readonly Unit[] | null): readonly Unit[] =>
  (units ?? []).filter((u) => u.result === 'illegal' && !u.clearedOn)
export const deliveryCheck = procedure('permits.delivery-check', {
  zh: '待交付楼盘违建验收',
  menu: '建设项目备案',
  title: 'projectName',
  help: '交付前逐套(户、院)查违建;有未拆除的不能签字,结果通报住建部门。',
  numbering: { prefix: 'JF', per: 'year', digits: 4 },
  fields: {
    project: ref('建设项目', 'permits.project'),
    projectName: text('项目', { maxLength: 120 }).optional().searchable(),
    building: text('楼栋', { maxLength: 60 }).searchable(),
    expected: integer('应查套数', { unit: '套', min: 1 }),
    units: json<readonly Unit[]>('逐套结果').optional(),
    checked: integer('已查', { unit: '套', min: 0 }),
    found: integer('发现违建', { unit: '处', min: 0 }),
    open: integer('未拆除', { unit: '处', min: 0 }),
    housing: text('住建部门联系单位', { maxLength: 80 }),
    sharedAt: instant('通报住建时间').optional(),
    doneAt: instant('签字时间').optional(),
    opinion: longText('验收意见', { maxLength: 1000 }).optional(),
  },
  uniqueTogether: [['project', 'building']],
  statuses: {
    checking: { zh: '查验中', duty: 'permits.inspect', taskZh: '待查验交付楼盘' },
    done: { zh: '已签字', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '安排查验',
    from: 'new',
    to: 'checking',
    by: 'permits.inspect',
    form: {
      project: ref('建设项目', 'permits.project'),
      building: text('楼栋', { maxLength: 60 }),
      expected: integer('应查套数', { unit: '套', min: 1 }),
      housing: text('住建部门联系单位', { maxLength: 80 }),
    },
    look: async (ctx) => readProject(ctx.tx, ctx.input.project),
    check: ({ found }) => (found ? undefined : refuse('kernel.not-found', { what: '建设项目' })),
    effects: ({ found }) => ({ set: { projectName: found?.name ?? null, units: [], checked: 0, found: 0, open: 0 } }),
  }),
  checkUnit: action({
    zh: '登记一套',
    from: 'checking',
    to: 'same',
    by: 'permits.inspect',
    tone: 'primary',
    form: {
      unit: text('房号', { maxLength: 30 }),
      result: choice('结果', { clean: '无违建', illegal: '有违建' }),
      note: text('情况', { maxLength: 300 }).optional(),
      photos: photos(1, '照片'),
    },
    check: ({ input, subject }) =>
      first(
        (subject.units ?? []).some((u) => u.unit === input.unit) ? wrong(`${input.unit}已查过`) : undefined,
        subject.checked >= subject.expected ? wrong(`应查${subject.expected}套,已查完`) : undefined,
        input.result === 'illegal' && !input.note ? wrong('有违建的须写明情况') : undefined,
      ),
    effects: ({ input, subject }) => {
      const units = [
        ...(subject.units ?? []),
        { unit: input.unit, result: input.result, ...(input.note ? { note: input.note } : {}) },
      ]
      return {
        set: {
          units,
          checked: units.length,
          found: units.filter((u) => u.result === 'illegal').length,
          open: openUnits(units).length,
        },
      }
    },
  }),
  clear: action({
    zh: '违建已拆除',
    from: 'checking',
    to: 'same',
    by: 'permits.inspect',
    form: { unit: text('房号', { maxLength: 30 }), photos: photos(1, '拆除后照片') },
    check: ({ input, subject }) =>
      openUnits(subject.units).some((u) => u.unit === input.unit) ? undefined : wrong(`${input.unit}没有未拆除的违建`),
    effects: ({ input, subject, now }) => {
      const units = (subject.units ?? []).map((u) => (u.unit === input.unit ? { ...u, clearedOn: dayText(now) } : u))
      return { set: { units, open: openUnits(units).length } }
    },
  }),
  sign: action({
    zh: '验收签字并通报住建',
    from: 'checking',
    to: 'done',
    by: 'permits.inspect',
    tone: 'primary',
    form: { opinion: longText('验收意见', { maxLength: 1000 }) },
    guard: ({ subject }) =>
      first(
        subject.checked < subject.expected
          ? refuse('permits.open-parts', { why: `应查${subject.expected}套,只查了${subject.checked}套` })
          : undefined,
        subject.open > 0
          ? refuse('permits.open-parts', {
              why: `${openUnits(subject.units)
                .map((u) => u.unit)
                .join('、')}违建未拆除`,
            })
          : undefined,
      ),
    effects: ({ input, subject, now }) => ({
      set: { opinion: input.opinion, doneAt: now.toISOString(), sharedAt: now.toISOString() },
      messages: [
        {
          channel: 'mail',
          recipient: subject.housing,
          body: `${subject.projectName}${subject.building}交付前违建查验:查${subject.checked}套,发现${subject.found}处,已全部拆除。意见:${input.opinion}`,
        },
      ],
    }),
  }),
}))
