/** 微修、微更新、卫生死角: small jobs with a team and a pot of money, small renewals with the residents' word, and corners nobody looks at. */
import type { Transaction } from 'kysely'
import { problemFound } from '#catalogue/facts.ts'
import {
  area,
  choice,
  date,
  dayText,
  flag,
  instant,
  integer,
  longText,
  number,
  person,
  photos,
  procedure,
  raw,
  record,
  ref,
  refuse,
  register,
  rule,
  say,
  text,
  unit,
} from '#kernel'

/** A team per 板块 with its flexible pot; every street must have one. */
export const microTeam = register('cases.micro-team', {
  zh: '微修队伍',
  menu: '微修',
  fields: {
    name: text('队伍', { maxLength: 60 }),
    street: area('板块(街道)').unique(),
    unit: unit('所属单位'),
    leader: person('负责人').optional(),
    budget: number('年度机动经费', { unit: '元', min: 0 }),
    jobLimit: number('单项限额', { unit: '元', min: 0 }),
  },
})
interface Pot {
  readonly unit: string
  readonly budget: number
  readonly jobLimit: number
  readonly spent: number
}
const findPot = async (tx: Transaction<unknown>, areaCode: string | null): Promise<Pot | undefined> => {
  const { rows } = await raw<Pot>(
    tx,
    `select t.unit, t.budget::float8 as budget, t.job_limit::float8 as "jobLimit",
       (select coalesce(sum(m.cost), 0)::float8 from cases.micro_repair m where left(m.area_code, 9) = t.street and m.cost is not null) as spent
     from cases.micro_team t where t.street = left($1, 9) and t.retired_at is null`,
    [areaCode ?? ''],
  )
  return rows[0]
}
export const microRepair = procedure('cases.micro-repair', {
  zh: '微修',
  menu: '微修',
  numbering: { prefix: 'V', per: 'year', digits: 5 },
  title: 'problem',
  leadingClock: 'respond',
  mirror: { respond: { stoppedAt: 'respondedAt' }, fix: { stoppedAt: 'fixedAt', dueAt: 'fixDueAt' } },
  fields: {
    problem: longText('问题', { maxLength: 500 }).searchable(),
    isDanger: flag('有险情'),
    photos: photos(0).optional(),
    component: ref('部件', 'grid.component').optional(),
    dangerRemovedAt: instant('排险时间').optional(),
    cost: number('费用', { unit: '元', min: 0 }).optional(),
    work: text('修复内容', { maxLength: 200 }).optional(),
    afterPhotos: photos(0, '修复后照片').optional(),
    respondedAt: instant('到场时间').optional(),
    fixDueAt: instant('修复期限').optional(),
    fixedAt: instant('修复时间').optional(),
  },
  clocks: {
    respond: { zh: '到场', limit: { value: 1, unit: 'urgent_hour' }, basis: '“微修”机制(示例)' },
    fix: { zh: '修复', limit: { value: 1, unit: 'work_day' }, basis: '“微修”机制(示例)' },
  },
  statuses: {
    found: { zh: '待到场', duty: 'cases.handle', ofUnit: true, taskZh: '待到场微修' },
    arrived: { zh: '处置中', duty: 'cases.handle', ofUnit: true, taskZh: '处置中微修' },
    fixed: { zh: '待验收', duty: 'cases.dispatch', taskZh: '待验收微修' },
    accepted: { zh: '已验收', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '发现',
    from: 'new',
    to: 'found',
    by: 'cases.report',
    form: {
      problem: longText('问题', { maxLength: 500 }),
      isDanger: flag('有险情'),
      photos: photos(0).optional(),
      component: ref('部件', 'grid.component').optional(),
    },
    look: (ctx) => findPot(ctx.tx, ctx.subject.areaCode),
    check: ({ found }) => (found ? undefined : refuse('kernel.check', { rule: '该板块尚未建立微修队伍' })),
    effects: ({ found }) => ({
      set: { unitId: found?.unit ?? null },
      clocks: [
        { clock: 'respond', do: 'start' },
        { clock: 'fix', do: 'start' },
      ],
      assign: { unitId: found?.unit },
    }),
  }),
  arrive: action({
    zh: '到场',
    from: 'found',
    to: 'arrived',
    by: 'cases.handle',
    tone: 'primary',
    effects: ({ subject }) => ({ clocks: [{ clock: 'respond', do: 'stop' }], assign: { unitId: subject.unitId ?? undefined } }),
  }),
  removeDanger: action({
    zh: '排险',
    from: 'arrived',
    to: 'same',
    by: 'cases.handle',
    form: { photos: photos(1, '围护照片') },
    effects: ({ now, subject, input }) => ({
      set: { dangerRemovedAt: now.toISOString(), photos: [...(subject.photos ?? []), ...input.photos] },
    }),
  }),
  fix: action({
    zh: '修复',
    from: 'arrived',
    to: 'fixed',
    by: 'cases.handle',
    tone: 'primary',
    form: {
      work: text('修复内容', { maxLength: 200 }),
      cost: number('费用', { unit: '元', min: 0 }),
      afterPhotos: photos(1, '修复后照片'),
    },
    guard: ({ subject }) =>
      subject.isDanger && !subject.dangerRemovedAt ? refuse('kernel.check', { rule: '有险情的须先排险' }) : undefined,
    look: (ctx) => findPot(ctx.tx, ctx.subject.areaCode),
    check: ({ input, found }) => {
      if (!found) return undefined
      if (input.cost > found.jobLimit) return refuse('kernel.check', { rule: `超过单项限额${found.jobLimit}元,请走维修工程` })
      return found.spent + input.cost > found.budget
        ? refuse('kernel.check', { rule: `机动经费余${found.budget - found.spent}元,不足` })
        : undefined
    },
    effects: ({ input }) => ({
      set: { work: input.work, cost: input.cost, afterPhotos: input.afterPhotos },
      clocks: [{ clock: 'fix', do: 'stop' }],
    }),
  }),
  accept: action({ zh: '验收', from: 'fixed', to: 'accepted', by: 'cases.dispatch', tone: 'primary', isBulk: true }),
  redo: action({
    zh: '不合格,重修',
    from: 'fixed',
    to: 'arrived',
    by: 'cases.dispatch',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject }) => ({
      set: { cost: null },
      clocks: [{ clock: 'fix', do: 'start' }],
      assign: { unitId: subject.unitId ?? undefined },
    }),
  }),
}))

export const renewalKinds = { facility: '微改造', place: '微更新', landscape: '微景观' } as const
export const microRenewal = procedure('cases.micro-renewal', {
  zh: '微更新项目',
  menu: '微修',
  numbering: { prefix: 'N', per: 'year', digits: 4 },
  title: 'name',
  fields: {
    kind: choice('类型', renewalKinds),
    name: text('项目', { maxLength: 100 }).searchable(),
    beforePhotos: photos(1, '改造前照片'),
    plan: longText('方案', { maxLength: 2000 }),
    supporters: integer('赞成户数', { unit: '户', min: 0 }).optional(),
    opponents: integer('反对户数', { unit: '户', min: 0 }).optional(),
    opinions: longText('居民意见', { maxLength: 2000 }).optional(),
    cost: number('费用', { unit: '元', min: 0 }).optional(),
    afterPhotos: photos(0, '改造后照片').optional(),
    acceptedOn: date('验收日期').optional(),
  },
  statuses: {
    proposed: { zh: '征求意见', duty: 'cases.list.manage', taskZh: '征求意见项目' },
    approved: { zh: '实施中', duty: 'cases.list.manage', taskZh: '实施中项目' },
    done: { zh: '待验收', duty: 'cases.list.manage', taskZh: '待验收项目' },
    accepted: { zh: '已验收', kind: 'final' },
    dropped: { zh: '不实施', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '立项',
    from: 'new',
    to: 'proposed',
    by: 'cases.list.manage',
    form: {
      kind: choice('类型', renewalKinds),
      name: text('项目', { maxLength: 100 }),
      beforePhotos: photos(1, '改造前照片'),
      plan: longText('方案', { maxLength: 2000 }),
    },
  }),
  consult: action({
    zh: '居民意见汇总',
    from: 'proposed',
    to: ({ input }) => (input.supporters > input.opponents ? 'approved' : 'dropped'),
    by: 'cases.list.manage',
    tone: 'primary',
    help: '赞成多于反对才实施。',
    form: {
      supporters: integer('赞成户数', { min: 0 }),
      opponents: integer('反对户数', { min: 0 }),
      opinions: longText('居民意见', { maxLength: 2000 }),
    },
    effects: ({ input }) => ({ set: { supporters: input.supporters, opponents: input.opponents, opinions: input.opinions } }),
  }),
  finish: action({
    zh: '完工',
    from: 'approved',
    to: 'done',
    by: 'cases.list.manage',
    tone: 'primary',
    form: { cost: number('费用', { unit: '元', min: 0 }), afterPhotos: photos(1, '改造后照片') },
    effects: ({ input }) => ({ set: { cost: input.cost, afterPhotos: input.afterPhotos } }),
  }),
  accept: action({
    zh: '验收',
    from: 'done',
    to: 'accepted',
    by: 'cases.list.manage',
    tone: 'primary',
    effects: ({ now }) => ({ set: { acceptedOn: dayText(now) } }),
  }),
}))

export const cornerKinds = {
  fringe: '城乡接合部',
  house: '房前屋后',
  field: '田间地头',
  green: '绿化带',
  wall: '墙角夹缝',
  water: '水岸',
} as const
export const blindCorner = register('cases.blind-corner', {
  zh: '卫生死角清单',
  menu: '微修',
  geometry: 'Point',
  fields: {
    name: text('位置', { maxLength: 100 }).searchable(),
    kind: choice('类型', cornerKinds),
    unit: unit('责任单位'),
    everyDays: integer('清理周期', { unit: '天', min: 1, max: 365 }),
    photos: photos(0).optional(),
  },
  uniqueTogether: [['name', 'kind']],
})
/** A cleaning of a corner; a failed re-check opens a case. */
export const cornerVisit = record('cases.corner-visit', {
  zh: '死角清理与复查',
  menu: '微修',
  title: 'note',
  fields: {
    corner: ref('死角', 'cases.blind-corner'),
    kind: choice('工作', { clean: '清理', recheck: '复查' }),
    isClean: flag('已清洁'),
    note: text('情况', { maxLength: 300 }),
    photos: photos(1, '前后照片'),
  },
})
/** 复查不合格的死角自动成案. */
export const dirtyCorner = rule('cases.dirty-corner', {
  zh: '死角复查不合格成案',
  on: cornerVisit,
  when: (row) => row.kind === 'recheck' && !row.isClean,
  then: (row) => [
    say(problemFound, {
      source: 'inspection',
      sourceType: 'cases.corner-visit',
      sourceId: row.id,
      description: `卫生死角复查不合格:${row.note}`,
      lon: row.lon,
      lat: row.lat,
      areaCode: row.areaCode,
      photos: [...row.photos],
      isUrgent: false,
      mergeKey: `corner:${row.corner}`,
    }),
  ],
  once: { per: (row) => row.corner, withinHours: 24 },
  basis: '卫生死角清单按周期清理、复查',
})
