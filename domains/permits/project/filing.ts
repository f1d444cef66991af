/** 一体化备案: one application, parts reviewed in parallel, one result; 设计施工验收同步: a facility must not lag the building. */
import type { Transaction } from 'kysely'
import {
  choice,
  choices,
  date,
  dayText,
  files,
  flag,
  instant,
  integer,
  longText,
  number,
  procedure,
  raw,
  ref,
  refuse,
  say,
  text,
} from '#kernel'
import { facilities, partKinds, phases } from '../contract.ts'
import { filingStopped, partReviewed } from '../facts.ts'
import { first, wrong } from '../kinds/kind.ts'

type PartKey = keyof typeof partKinds
const quantities = {
  lamps: integer('照明灯具', { unit: '盏', min: 0 }).optional(),
  adSites: integer('广告位', { unit: '处', min: 0 }).optional(),
  bins: integer('环卫收集点', { unit: '处', min: 0 }).optional(),
  muckM3: number('渣土量', { unit: 'm³', min: 0 }).optional(),
  berths: integer('停车泊位', { unit: '个', min: 0 }).optional(),
} as const
const quantityOf: Readonly<Record<PartKey, keyof typeof quantities>> = {
  lighting: 'lamps',
  ads: 'adSites',
  sanitation: 'bins',
  muck: 'muckM3',
  parking: 'berths',
}
const countParts = async (tx: Transaction<unknown>, filing: string) => {
  const { rows } = await raw<{ part: PartKey; status: string }>(
    tx,
    'select part, status from permits.filing_part where filing = $1 order by part',
    [filing],
  )
  return rows
}
export const filing = procedure('permits.filing', {
  zh: '一体化备案',
  menu: '建设项目备案',
  title: 'projectName',
  help: '一次申报,照明、广告、环卫、渣土、停车各部分并行审核,全部通过后一个结果;各部分节点见下级流程。',
  numbering: { prefix: 'YT', per: 'year', digits: 4 },
  leadingClock: 'review',
  mirror: { review: { dueAt: 'reviewDueAt', stoppedAt: 'reviewedAt' } },
  fields: {
    project: ref('建设项目', 'permits.project'),
    projectName: text('项目名称', { maxLength: 120 }).optional().searchable(),
    parts: choices('申报部分', partKinds),
    ...quantities,
    papers: files(1, '申报材料'),
    partsTotal: integer('部分数', { min: 0 }),
    partsPassed: integer('已通过', { min: 0 }),
    conclusion: longText('备案意见', { maxLength: 1000 }).optional(),
    reviewDueAt: instant('审核期限').optional(),
    reviewedAt: instant('审完时间').optional(),
    concludedAt: instant('办结时间').optional(),
  },
  clocks: {
    review: { zh: '并行审核', limit: { value: 20, unit: 'work_day' }, basis: '本局一体化备案办法(示例)', byDay: 'plain' },
  },
  statuses: {
    reviewing: { zh: '各部分审核中' },
    passed: { zh: '各部分已通过', duty: 'permits.decide', taskZh: '待出具一体化备案结果' },
    done: { zh: '已备案', kind: 'final' },
    stopped: { zh: '申报人撤回', kind: 'final' },
  },
}).actions((action) => ({
  file: action({
    zh: '申报',
    from: 'new',
    to: 'reviewing',
    by: 'permits.apply',
    form: {
      project: ref('建设项目', 'permits.project'),
      parts: choices('申报部分', partKinds),
      ...quantities,
      papers: files(1, '申报材料'),
    },
    look: async (ctx) => {
      const { rows } = await raw<{ name: string; isOpen: boolean }>(
        ctx.tx,
        `select name, exists (select 1 from permits.filing f where f.project = p.id and f.status <> 'stopped') as "isOpen" from permits.project p where id = $1 and retired_at is null`,
        [ctx.input.project],
      )
      return rows[0]
    },
    check: ({ found, input }) => {
      const unnamed = input.parts.filter((p) => !(Number(input[quantityOf[p]] ?? 0) > 0))
      return first(
        found ? undefined : refuse('kernel.not-found', { what: '建设项目' }),
        found?.isOpen ? refuse('permits.before', { why: '该项目已有一体化备案' }) : undefined,
        new Set(input.parts).size < 2 ? wrong('一体化备案至少包含两个部分,单项请直接办理') : undefined,
        unnamed.length > 0 ? wrong(`请填写${unnamed.map((p) => partKinds[p]).join('、')}的数量`) : undefined,
      )
    },
    effects: ({ found, input, subject }) => ({
      set: { projectName: found?.name ?? null, partsTotal: new Set(input.parts).size, partsPassed: 0 },
      clocks: [{ clock: 'review', do: 'start' }],
      spawn: [...new Set(input.parts)].map((part) => ({
        procedure: 'permits.filing-part',
        input: {
          filing: subject.id,
          part,
          projectName: found?.name ?? '',
          quantity: Number(input[quantityOf[part]] ?? 0),
          papers: input.papers,
        },
      })),
    }),
  }),
  notePart: action({
    zh: '一部分已审',
    from: ['reviewing', 'passed'],
    by: 'system',
    look: async (ctx) => countParts(ctx.tx, ctx.subject.id),
    to: ({ found }) => (found.every((p) => p.status === 'passed') ? 'passed' : 'reviewing'),
    effects: ({ found }) => ({
      set: { partsPassed: found.filter((p) => p.status === 'passed').length },
      clocks: found.every((p) => p.status === 'passed') ? [{ clock: 'review', do: 'stop' }] : [],
    }),
  }),
  conclude: action({
    zh: '出具备案结果',
    from: ['reviewing', 'passed'],
    to: 'done',
    by: 'permits.decide',
    tone: 'primary',
    form: { conclusion: longText('备案意见', { maxLength: 1000 }) },
    look: async (ctx) => countParts(ctx.tx, ctx.subject.id),
    check: ({ found }) => {
      const open = found.filter((p) => p.status !== 'passed')
      return open.length > 0
        ? refuse('permits.open-parts', { why: `${open.map((p) => partKinds[p.part]).join('、')}尚未通过` })
        : undefined
    },
    effects: ({ input, now }) => ({ set: { conclusion: input.conclusion, concludedAt: now.toISOString() } }),
  }),
  stop: action({
    zh: '撤回申报',
    from: 'reviewing',
    to: 'stopped',
    by: 'permits.apply',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ input, subject }) => ({
      set: { conclusion: input.reason },
      clocks: [{ clock: 'review', do: 'stop' }],
      facts: [say(filingStopped, { filing: subject.id })],
    }),
  }),
}))
export const filingPart = procedure('permits.filing-part', {
  zh: '一体化备案分项审核',
  menu: '建设项目备案',
  title: 'projectName',
  numbering: { prefix: 'YF', per: 'year', digits: 5 },
  leadingClock: 'review',
  mirror: { review: { dueAt: 'reviewDueAt', stoppedAt: 'reviewedAt' } },
  fields: {
    filing: ref('一体化备案', 'permits.filing'),
    part: choice('部分', partKinds),
    projectName: text('项目', { maxLength: 120 }).searchable(),
    quantity: number('数量', { min: 0 }),
    papers: files(0, '材料').optional(),
    opinion: longText('审核意见', { maxLength: 2000 }).optional(),
    rounds: integer('审核轮次', { min: 0 }),
    reviewDueAt: instant('期限').optional(),
    reviewedAt: instant('审核时间').optional(),
  },
  clocks: { review: { zh: '分项审核', basis: '本局一体化备案办法(示例)', byDay: 'plain' } },
  statuses: {
    reviewing: { zh: '审核中', duty: 'permits.review', taskZh: '待审核备案分项' },
    revising: { zh: '退回修改', duty: 'permits.apply', taskZh: '备案分项待修改再报' },
    passed: { zh: '通过', kind: 'final' },
    dropped: { zh: '申报已撤回', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '分送审核',
    from: 'new',
    to: 'reviewing',
    by: 'system',
    form: {
      filing: ref('一体化备案', 'permits.filing'),
      part: choice('部分', partKinds),
      projectName: text('项目', { maxLength: 120 }),
      quantity: number('数量', { min: 0 }),
      papers: files(0, '材料'),
    },
    effects: ({ parameter }) => ({
      set: { rounds: 0 },
      clocks: [{ clock: 'review', do: 'start', limit: { value: parameter('permits.part-days'), unit: 'work_day' } }],
    }),
  }),
  pass: action({
    zh: '通过',
    from: 'reviewing',
    to: 'passed',
    by: 'permits.review',
    tone: 'primary',
    form: { opinion: longText('审核意见', { maxLength: 2000 }) },
    effects: ({ input, subject }) => ({
      set: { opinion: input.opinion, rounds: subject.rounds + 1 },
      clocks: [{ clock: 'review', do: 'stop' }],
      facts: [say(partReviewed, { filing: subject.filing, part: subject.part, isPassed: true })],
    }),
  }),
  sendBack: action({
    zh: '退回修改',
    from: 'reviewing',
    to: 'revising',
    by: 'permits.review',
    tone: 'danger',
    form: { opinion: longText('修改意见', { maxLength: 2000 }) },
    effects: ({ input, subject }) => ({
      set: { opinion: input.opinion, rounds: subject.rounds + 1 },
      clocks: [{ clock: 'review', do: 'pause' }],
    }),
  }),
  resubmit: action({
    zh: '修改后再报',
    from: 'revising',
    to: 'reviewing',
    by: 'permits.apply',
    form: { quantity: number('数量', { min: 0 }), papers: files(1, '修改后材料') },
    effects: ({ input, subject }) => ({
      set: { quantity: input.quantity, papers: [...(subject.papers ?? []), ...input.papers] },
      clocks: [{ clock: 'review', do: 'resume' }],
    }),
  }),
  drop: action({
    zh: '随申报撤回',
    from: ['reviewing', 'revising'],
    to: 'dropped',
    by: 'system',
    effects: () => ({ clocks: [{ clock: 'review', do: 'stop' }] }),
  }),
}))

const order = ['none', 'design', 'build', 'accept'] as const
type Reached = (typeof order)[number]
const reachedChoices = { none: '未开始', ...phases } as const
const rank = (r: Reached): number => order.indexOf(r)
/** 设计、施工、验收同步: warned the moment the building is a phase ahead of its facility; the warning stays in the count. */
export const simultaneous = procedure('permits.simultaneous', {
  zh: '配套设施“三同步”',
  menu: '建设项目备案',
  title: 'projectName',
  help: '主体与配套设施各有设计、施工、验收三个节点;设施落后于主体即预警,主体已验收而设施未验收的为红色预警。',
  numbering: { prefix: 'TB', per: 'year', digits: 4 },
  fields: {
    project: ref('建设项目', 'permits.project'),
    projectName: text('项目', { maxLength: 120 }).optional().searchable(),
    facility: choice('设施', facilities),
    mainPhase: choice('主体进度', reachedChoices),
    mainOn: date('主体节点日期').optional(),
    facilityPhase: choice('设施进度', reachedChoices),
    facilityOn: date('设施节点日期').optional(),
    warnings: integer('预警次数', { min: 0 }),
    isRed: flag('红色预警'),
    warnedAt: instant('最近预警').optional(),
    evidence: files(0, '节点材料').optional(),
  },
  uniqueTogether: [['project', 'facility']],
  statuses: {
    tracking: { zh: '同步' },
    lagging: { zh: '设施落后,预警', duty: 'permits.inspect', taskZh: '待督促三同步' },
    done: { zh: '已同步验收', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '纳入同步管理',
    from: 'new',
    to: 'tracking',
    by: 'permits.inspect',
    form: { project: ref('建设项目', 'permits.project'), facility: choice('设施', facilities) },
    look: async (ctx) =>
      (
        await raw<{ name: string }>(ctx.tx, 'select name from permits.project where id = $1 and retired_at is null', [
          ctx.input.project,
        ])
      ).rows[0],
    check: ({ found }) => (found ? undefined : refuse('kernel.not-found', { what: '建设项目' })),
    effects: ({ found }) => ({
      set: { projectName: found?.name ?? null, mainPhase: 'none', facilityPhase: 'none', warnings: 0, isRed: false },
    }),
  }),
  mainReached: action({
    zh: '主体到达节点',
    from: ['tracking', 'lagging'],
    by: 'permits.inspect',
    form: { phase: choice('节点', phases), on: date('日期'), evidence: files(1, '依据') },
    check: ({ input, subject, now }) => stepWrong(subject.mainPhase, input.phase, input.on, now),
    to: ({ input, subject }) => (rank(input.phase) > rank(subject.facilityPhase) ? 'lagging' : 'tracking'),
    effects: ({ input, subject, now }) => {
      const lags = rank(input.phase) > rank(subject.facilityPhase)
      return {
        set: {
          mainPhase: input.phase,
          mainOn: input.on,
          ...(lags
            ? { warnings: subject.warnings + 1, warnedAt: now.toISOString(), isRed: subject.isRed || input.phase === 'accept' }
            : {}),
        },
        notify:
          lags && subject.unitId
            ? [
                {
                  unitId: subject.unitId,
                  zh: `${subject.projectName}主体已${phases[input.phase]},${facilities[subject.facility]}设施落后`,
                },
              ]
            : [],
      }
    },
  }),
  facilityReached: action({
    zh: '设施到达节点',
    from: ['tracking', 'lagging'],
    by: 'permits.inspect',
    tone: 'primary',
    form: { phase: choice('节点', phases), on: date('日期'), evidence: files(1, '依据') },
    check: ({ input, subject, now }) => stepWrong(subject.facilityPhase, input.phase, input.on, now),
    to: ({ input, subject }) =>
      input.phase === 'accept' && subject.mainPhase === 'accept'
        ? 'done'
        : rank(subject.mainPhase) > rank(input.phase)
          ? 'lagging'
          : 'tracking',
    effects: ({ input }) => ({ set: { facilityPhase: input.phase, facilityOn: input.on } }),
  }),
  close: action({
    zh: '主体、设施均已验收,结束',
    from: 'tracking',
    to: 'done',
    by: 'permits.inspect',
    guard: ({ subject }) =>
      subject.mainPhase === 'accept' && subject.facilityPhase === 'accept' ? undefined : wrong('主体与设施还没有都验收'),
  }),
}))
const stepWrong = (from: Reached, to: Reached, on: string, now: Date) =>
  first(
    rank(to) === rank(from) + 1
      ? undefined
      : wrong(`当前为${reachedChoices[from]},下一节点应为${reachedChoices[order[rank(from) + 1] ?? 'accept']}`),
    on > dayText(now) ? wrong('节点日期不能晚于今天') : undefined,
  )
