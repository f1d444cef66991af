/** 微修: small municipal repairs with a team per 板块, a year's pot of money and a limit for each job. */
import type { Transaction } from 'kysely'
import { problemFound } from '#catalogue/facts.ts'
import {
  area,
  dayText,
  flag,
  instant,
  longText,
  number,
  person,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  register,
  say,
  text,
  unit,
} from '#kernel'
import { isSamePicture } from './look.ts'

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
  refuses: (row, { kernel, district }) => {
    if (String(row.street).length !== 9 || !kernel.places.names(district).has(String(row.street))) return '板块请选到街道'
    return Number(row.jobLimit) > Number(row.budget) ? '单项限额不能高于年度机动经费' : undefined
  },
})
interface Pot {
  readonly unit: string
  readonly budget: number
  readonly jobLimit: number
  readonly spent: number
}
/** The pot is a year's: what was mended in earlier years is no longer taken from it. */
const findPot = async (tx: Transaction<unknown>, areaCode: string | null, now: Date): Promise<Pot | undefined> => {
  const { rows } = await raw<Pot>(
    tx,
    `select t.unit, t.budget::float8 as budget, t.job_limit::float8 as "jobLimit",
       (select coalesce(sum(m.cost), 0)::float8 from cases.micro_repair m where left(m.area_code, 9) = t.street and m.cost is not null
         and m.fixed_at >= ($2::date::timestamp at time zone 'Asia/Shanghai')) as spent
     from cases.micro_team t where t.street = left($1, 9) and t.retired_at is null`,
    [areaCode ?? '', `${dayText(now).slice(0, 4)}-01-01`],
  )
  return rows[0]
}
export const microRepair = procedure('cases.micro-repair', {
  zh: '微修',
  menu: '微修',
  numbering: { prefix: 'V', per: 'year', digits: 5 },
  title: 'problem',
  leadingClock: 'respond',
  mirror: { respond: { stoppedAt: 'respondedAt', dueAt: 'respondDueAt' }, fix: { stoppedAt: 'fixedAt', dueAt: 'fixDueAt' } },
  fields: {
    problem: longText('问题', { maxLength: 500 }).searchable(),
    isDanger: flag('有险情'),
    photos: photos(0, '现场照片').optional(),
    component: ref('部件', 'grid.component').optional(),
    handedOver: text('转办理由', { maxLength: 500 }).optional(),
    dangerRemovedAt: instant('排险时间').optional(),
    cost: number('费用', { unit: '元', min: 0 }).optional(),
    work: text('修复内容', { maxLength: 200 }).optional(),
    afterPhotos: photos(0, '修复后照片').optional(),
    respondDueAt: instant('到场期限').optional(),
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
    handedOver: { zh: '已转案件', kind: 'final' },
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
      photos: photos(1, '现场照片'),
      component: ref('部件', 'grid.component').optional(),
    },
    look: (ctx) => findPot(ctx.tx, ctx.subject.areaCode, ctx.now),
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
    look: async (ctx) => ({
      pot: await findPot(ctx.tx, ctx.subject.areaCode, ctx.now),
      isSame: await isSamePicture(ctx.tx, ctx.subject.photos ?? [], ctx.input.afterPhotos),
    }),
    check: ({ input, found: { pot: found, isSame } }) => {
      if (isSame) return refuse('cases.same-photo')
      if (!found) return refuse('kernel.check', { rule: '该板块已没有微修队伍,请转案件办理' })
      if (input.cost > found.jobLimit)
        return refuse('kernel.check', { rule: `超过单项限额${found.jobLimit}元,请“转案件”走维修工程` })
      return found.spent + input.cost > found.budget
        ? refuse('kernel.check', { rule: `本年机动经费余${found.budget - found.spent}元,不足,请“转案件”` })
        : undefined
    },
    effects: ({ input }) => ({
      set: { work: input.work, cost: input.cost, afterPhotos: input.afterPhotos },
      clocks: [{ clock: 'fix', do: 'stop' }],
    }),
  }),
  /** More than a small repair: over the limit or the pot, or not for this crew. It goes on as a case, with what was seen. */
  handOver: action({
    zh: '转案件',
    from: ['found', 'arrived'],
    to: 'handedOver',
    by: 'cases.handle',
    tone: 'danger',
    help: '超过单项限额、经费不足或不属微修的,转为案件按职责派遣;有险情的先排险。',
    form: { reason: text('理由', { maxLength: 500 }) },
    guard: ({ subject }) =>
      subject.isDanger && !subject.dangerRemovedAt ? refuse('kernel.check', { rule: '有险情的须先排险' }) : undefined,
    effects: ({ subject, input }) => ({
      set: { handedOver: input.reason },
      clocks: [
        { clock: 'respond', do: 'cancel' },
        { clock: 'fix', do: 'cancel' },
      ],
      facts: [
        say(problemFound, {
          source: 'inspection',
          sourceType: 'cases.micro-repair',
          sourceId: subject.id,
          description: `微修${subject.number}转来:${subject.problem}(${input.reason})`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
          photos: [...(subject.photos ?? [])],
          isUrgent: subject.isDanger,
        }),
      ],
    }),
  }),
  lapse: action({
    zh: '逾期提醒',
    from: ['found', 'arrived'],
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: [
        ...(subject.unitId
          ? [
              {
                unitId: subject.unitId,
                zh: `微修 ${subject.number} 已过${subject.status === 'found' ? '到场' : '修复'}时限:${subject.problem.slice(0, 40)}`,
              },
            ]
          : []),
        ...past
          .filter((p) => p.action === 'find')
          .flatMap((p) => (p.actorId ? [{ personId: p.actorId, zh: `您报的微修 ${subject.number} 逾期,已催办` }] : [])),
      ],
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
