/** 照明: 方案审核 → 施工图审核(分张意见、版本) → 验收; lamps that pass enter the component register in the same step. */
import { objectAccepted } from '#catalogue/facts.ts'
import {
  choice,
  dayText,
  files,
  flag,
  instant,
  integer,
  list,
  number,
  photos,
  procedure,
  type RowOf,
  raw,
  ref,
  refuse,
  rows,
  say,
  text,
} from '#kernel'
import { first, wrong } from '../kinds/kind.ts'

/** One line of a review: the item, whether it passes, and what has to be changed. */
const opinion = {
  item: text('项目', { maxLength: 80 }),
  result: choice('结论', { pass: '通过', fix: '需修改' }),
  note: text('意见', { maxLength: 300 }).optional(),
} as const
type Opinion = RowOf<typeof opinion>
const schemeItems = ['照度与均匀度', '功率密度', '灯具选型', '供电与控制', '光污染限制'] as const
export const lightingScheme = procedure('permits.lighting-scheme', {
  zh: '照明设施方案审核',
  menu: '建设项目备案',
  title: 'projectName',
  help: `逐项提出意见:${schemeItems.join('、')};通过后每个项目计一个。`,
  numbering: { prefix: 'ZF', per: 'year', digits: 4 },
  leadingClock: 'review',
  mirror: { review: { dueAt: 'reviewDueAt' } },
  fields: {
    project: ref('建设项目', 'permits.project'),
    projectName: text('项目', { maxLength: 120 }).optional().searchable(),
    lamps: integer('灯具', { unit: '盏', min: 1 }),
    papers: files(1, '方案文件'),
    opinions: rows('逐项意见', opinion).optional(),
    rounds: integer('轮次', { min: 0 }),
    passedAt: instant('通过时间').optional(),
    reviewDueAt: instant('审核期限').optional(),
  },
  clocks: { review: { zh: '方案审核', limit: { value: 10, unit: 'work_day' }, basis: '本局照明审核办法(示例)', byDay: 'plain' } },
  statuses: {
    reviewing: { zh: '审核中', duty: 'permits.review', taskZh: '待审核照明方案' },
    returned: { zh: '退回', duty: 'permits.apply', taskZh: '照明方案待修改再报' },
    passed: { zh: '通过', kind: 'final' },
  },
}).actions((action) => ({
  submit: action({
    zh: '报送方案',
    from: 'new',
    to: 'reviewing',
    by: 'permits.apply',
    form: {
      project: ref('建设项目', 'permits.project'),
      lamps: integer('灯具', { unit: '盏', min: 1 }),
      papers: files(1, '方案文件'),
    },
    look: async (ctx) =>
      (
        await raw<{ name: string; has: boolean }>(
          ctx.tx,
          'select p.name, exists (select 1 from permits.lighting_scheme s where s.project = p.id) as has from permits.project p where p.id = $1 and p.retired_at is null',
          [ctx.input.project],
        )
      ).rows[0],
    check: ({ found }) =>
      first(
        found ? undefined : refuse('kernel.not-found', { what: '建设项目' }),
        found?.has ? refuse('permits.before', { why: '该项目已有照明方案,修改请在原方案上再报' }) : undefined,
      ),
    effects: ({ found }) => ({
      set: { projectName: found?.name ?? null, rounds: 0 },
      clocks: [{ clock: 'review', do: 'start' }],
    }),
  }),
  review: action({
    zh: '逐项审核',
    from: 'reviewing',
    by: 'permits.review',
    tone: 'primary',
    form: { opinions: rows('逐项意见', opinion, { eachOf: schemeItems }) },
    check: ({ input }) => refuseOpinions(input.opinions, schemeItems),
    to: ({ input }) => (input.opinions.every((o) => o.result === 'pass') ? 'passed' : 'returned'),
    effects: ({ input, subject, now }) => {
      const isPassed = input.opinions.every((o) => o.result === 'pass')
      return {
        set: { opinions: input.opinions, rounds: subject.rounds + 1, passedAt: isPassed ? now.toISOString() : null },
        clocks: [{ clock: 'review', do: isPassed ? 'stop' : 'pause' }],
      }
    },
  }),
  resubmit: action({
    zh: '修改后再报',
    from: 'returned',
    to: 'reviewing',
    by: 'permits.apply',
    form: { papers: files(1, '修改后的方案') },
    effects: ({ input }) => ({ set: { papers: input.papers }, clocks: [{ clock: 'review', do: 'resume' }] }),
  }),
}))
/** Each item once, none left out; what has to be changed says how. */
const refuseOpinions = (given: readonly Opinion[], items: readonly string[]) => {
  const missing = items.filter((i) => !given.some((o) => o.item === i))
  const vague = given.filter((o) => o.result !== 'pass' && !(o.result === 'fix' && o.note))
  return first(
    missing.length > 0 ? wrong(`没有意见:${missing.join('、')}`) : undefined,
    vague.length > 0 ? wrong(`需修改的应写明意见:${vague.map((o) => o.item).join('、')}`) : undefined,
  )
}

export const lightingDrawing = procedure('permits.lighting-drawing', {
  zh: '照明施工图审核',
  menu: '建设项目备案',
  title: 'projectName',
  help: '方案通过后才能报图;逐张提出意见,每次再报是一个新版本,全部图纸通过即通过。',
  numbering: { prefix: 'ZS', per: 'year', digits: 4 },
  fields: {
    scheme: ref('照明方案', 'permits.lighting-scheme'),
    project: ref('建设项目', 'permits.project').optional(),
    projectName: text('项目', { maxLength: 120 }).optional().searchable(),
    sheets: list('图纸目录'),
    papers: files(1, '图纸文件'),
    drawingVersion: integer('图纸版本', { min: 1 }),
    opinions: rows('分张意见', opinion).optional(),
    history: rows('历次意见', { drawingVersion: integer('图纸版本', { min: 1 }), ...opinion }).optional(),
    passedAt: instant('通过时间').optional(),
  },
  statuses: {
    reviewing: { zh: '审核中', duty: 'permits.review', taskZh: '待审核照明施工图' },
    returned: { zh: '退回', duty: 'permits.apply', taskZh: '照明施工图待报新版' },
    passed: { zh: '通过', kind: 'final' },
  },
}).actions((action) => ({
  submit: action({
    zh: '报送施工图',
    from: 'new',
    to: 'reviewing',
    by: 'permits.apply',
    form: { scheme: ref('照明方案', 'permits.lighting-scheme'), sheets: list('图纸目录'), papers: files(1, '图纸文件') },
    look: async (ctx) =>
      (
        await raw<{ status: string; project: string; name: string }>(
          ctx.tx,
          'select status, project, project_name as name from permits.lighting_scheme where id = $1',
          [ctx.input.scheme],
        )
      ).rows[0],
    check: ({ found, input }) =>
      first(
        found?.status === 'passed' ? undefined : refuse('permits.before', { why: '照明方案审核通过后才能报施工图' }),
        input.sheets.length === 0 ? wrong('图纸目录不能为空') : undefined,
      ),
    effects: ({ found }) => ({
      set: { project: found?.project ?? null, projectName: found?.name ?? null, drawingVersion: 1, history: [] },
    }),
  }),
  review: action({
    zh: '分张审核',
    from: 'reviewing',
    by: 'permits.review',
    tone: 'primary',
    form: { opinions: rows('分张意见', opinion, { eachOf: 'sheets' }) },
    check: ({ input, subject }) => refuseOpinions(input.opinions, subject.sheets),
    to: ({ input }) => (input.opinions.every((o) => o.result === 'pass') ? 'passed' : 'returned'),
    effects: ({ input, subject, now }) => ({
      set: {
        opinions: input.opinions,
        history: [...(subject.history ?? []), ...input.opinions.map((o) => ({ drawingVersion: subject.drawingVersion, ...o }))],
        passedAt: input.opinions.every((o) => o.result === 'pass') ? now.toISOString() : null,
      },
    }),
  }),
  newVersion: action({
    zh: '报新版图纸',
    from: 'returned',
    to: 'reviewing',
    by: 'permits.apply',
    form: { sheets: list('图纸目录'), papers: files(1, '新版图纸') },
    effects: ({ input, subject }) => ({
      set: { sheets: input.sheets, papers: input.papers, opinions: null, drawingVersion: subject.drawingVersion + 1 },
    }),
  }),
}))

const lamp = {
  code: text('部件编码', { maxLength: 20 }),
  name: text('名称', { maxLength: 60 }),
  lon: number('经度', { min: 73, max: 136, decimals: 6 }),
  lat: number('纬度', { min: 3, max: 54, decimals: 6 }),
  result: choice('判定', { pass: '通过', fail: '不通过' }),
  note: text('问题', { maxLength: 200 }).optional(),
} as const
type Lamp = RowOf<typeof lamp>
const checklist = {
  isLit: flag('全部点亮'),
  isBright: flag('照度达标'),
  isSafe: flag('接地与漏电保护合格'),
  isControlled: flag('接入控制系统'),
} as const
export const lightingAcceptance = procedure('permits.lighting-acceptance', {
  zh: '照明设施验收',
  menu: '建设项目备案',
  title: 'projectName',
  help: '夜间验收,逐盏判定;通过的灯当场进入部件台账,不通过的退回施工单位整改后复验。',
  numbering: { prefix: 'ZY', per: 'year', digits: 4 },
  fields: {
    drawing: ref('施工图', 'permits.lighting-drawing'),
    projectName: text('项目', { maxLength: 120 }).optional().searchable(),
    authority: text('主管部门', { maxLength: 100 }),
    owner: text('权属单位', { maxLength: 100 }),
    builder: text('施工单位', { maxLength: 100 }),
    isLit: checklist.isLit.optional(),
    isBright: checklist.isBright.optional(),
    isSafe: checklist.isSafe.optional(),
    isControlled: checklist.isControlled.optional(),
    lamps: rows('逐盏结果', lamp).optional(),
    passed: integer('通过', { unit: '盏', min: 0 }),
    failed: integer('未通过', { unit: '盏', min: 0 }),
    rounds: integer('验收次数', { min: 0 }),
    photos: photos(0, '夜间照片').optional(),
    passedAt: instant('验收通过时间').optional(),
  },
  statuses: {
    asked: { zh: '待验收', duty: 'permits.inspect', taskZh: '待验收照明设施' },
    rectifying: { zh: '施工单位整改', duty: 'permits.inspect', taskZh: '待复验照明设施' },
    passed: { zh: '验收通过', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '申请验收',
    from: 'new',
    to: 'asked',
    by: 'permits.apply',
    form: {
      drawing: ref('施工图', 'permits.lighting-drawing'),
      authority: text('主管部门', { maxLength: 100 }),
      owner: text('权属单位', { maxLength: 100 }),
      builder: text('施工单位', { maxLength: 100 }),
    },
    look: async (ctx) =>
      (
        await raw<{ status: string; name: string }>(
          ctx.tx,
          'select status, project_name as name from permits.lighting_drawing where id = $1',
          [ctx.input.drawing],
        )
      ).rows[0],
    check: ({ found }) =>
      found?.status === 'passed' ? undefined : refuse('permits.before', { why: '照明施工图审核通过后才能申请验收' }),
    effects: ({ found }) => ({ set: { projectName: found?.name ?? null, passed: 0, failed: 0, rounds: 0 } }),
  }),
  inspect: action({
    zh: '现场验收',
    from: ['asked', 'rectifying'],
    by: 'permits.inspect',
    tone: 'primary',
    form: {
      ...checklist,
      takenAt: instant('拍摄时间'),
      photos: photos(1, '夜间照片'),
      lamps: rows('逐盏结果', lamp),
    },
    check: ({ input, subject }) => refuseLamps(input, subject.lamps ?? []),
    to: ({ input }) => (input.lamps.some((l) => l.result === 'fail') ? 'rectifying' : 'passed'),
    effects: ({ input, subject, now }) => {
      const fine = input.lamps.filter((l) => l.result === 'pass')
      const others = (subject.lamps ?? []).filter((l) => !input.lamps.some((x) => x.code === l.code))
      const isAll = fine.length === input.lamps.length
      return {
        set: {
          lamps: [...others, ...input.lamps],
          isLit: input.isLit,
          isBright: input.isBright,
          isSafe: input.isSafe,
          isControlled: input.isControlled,
          passed: subject.passed + fine.length,
          failed: input.lamps.length - fine.length,
          rounds: subject.rounds + 1,
          photos: [...(subject.photos ?? []), ...input.photos],
          passedAt: isAll ? now.toISOString() : null,
        },
        facts: fine.map((l) =>
          say(objectAccepted, {
            register: 'grid.component',
            key: 'code',
            values: {
              code: l.code,
              category: l.code.slice(6, 11),
              name: l.name,
              state: 'intact',
              authority: subject.authority,
              owner: subject.owner,
              surveyedOn: dayText(now),
              source: 'measured',
              note: `照明设施验收${subject.number}`,
            },
            lon: l.lon,
            lat: l.lat,
          }),
        ),
      }
    },
  }),
}))
const hourOf = (at: string): number => new Date(new Date(at).getTime() + 8 * 3_600_000).getUTCHours()
type Inspected = { readonly [K in keyof typeof checklist]: boolean } & {
  readonly takenAt: string
  readonly lamps: readonly Lamp[]
}
/** The first visit judges every lamp; a later one judges those that had failed. */
const refuseLamps = (input: Inspected, earlier: readonly Lamp[]) => {
  if (!Array.isArray(input.lamps) || input.lamps.length === 0) return wrong('请逐盏填写结果')
  const bad = input.lamps.filter(
    (l) => !/^\d{17}$/.test(l.code ?? '') || typeof l.lon !== 'number' || typeof l.lat !== 'number' || !l.name,
  )
  const open = earlier.filter((l) => l.result === 'fail' && !input.lamps.some((x) => x.code === l.code))
  const again = input.lamps.filter((l) => earlier.some((e) => e.code === l.code && e.result === 'pass'))
  const hour = hourOf(input.takenAt)
  const lacks = (Object.keys(checklist) as (keyof typeof checklist)[]).filter((k) => !input[k])
  return first(
    bad.length > 0 ? wrong('每盏灯须有17位部件标识码、名称和位置') : undefined,
    new Set(input.lamps.map((l) => l.code)).size < input.lamps.length ? wrong('同一盏灯出现两次') : undefined,
    hour >= 6 && hour < 18 ? wrong('照明验收照片应在夜间(18时至次日6时)拍摄') : undefined,
    open.length > 0 ? wrong(`上次未通过的${open.map((l) => l.name).join('、')}须一并复验`) : undefined,
    again.length > 0 ? wrong(`${again.map((l) => l.name).join('、')}已验收通过`) : undefined,
    input.lamps.some((l) => l.result === 'fail' && !l.note) ? wrong('未通过的灯须写明问题') : undefined,
    lacks.length > 0 && input.lamps.every((l) => l.result === 'pass') ? wrong('检查表有不合格项,不能全部判为通过') : undefined,
  )
}
