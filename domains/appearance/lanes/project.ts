/** 市容改造项目: lanes, roads, beautiful streets, rail-line packages and nodes; survey → design → approval → works → acceptance → care. */
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  integer,
  longText,
  number,
  one,
  percentOf,
  photos,
  procedure,
  ref,
  register,
  rows,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

export const projectKinds = {
  lane: '背街小巷整治',
  road: '道路综合整治',
  beautiful: '“最美大街”(城市双修)',
  rail: '轨道沿线整治',
  node: '重要节点景观提升',
} as const
export const packages = {
  appearance: '市容市貌',
  road: '道路',
  estate: '老小区',
  greening: '绿化',
  lighting: '景观照明',
} as const
const form = {
  kind: choice('类别', projectKinds),
  name: text('名称', { maxLength: 100 }),
  yearOf: integer('年度', { min: 2000, max: 2100 }),
  phase: integer('期次', { min: 1 }).optional(),
  package: choice('标段', packages).optional(),
  unitName: text('责任单位', { maxLength: 80 }),
  survey: longText('现状调查', { maxLength: 2000 }),
  beforePhotos: photos(1, '现状照片'),
} as const
const fund = {
  source: choice('资金来源', { bond: '专项债券', district: '区级财政', city: '市级补助', street: '街道自筹' }),
  wan: number('金额', { unit: '万元', min: 0.01 }),
} as const
const reached = { name: text('节点', { maxLength: 60 }), doneOn: date('完成').optional() } as const
const stage = { name: text('节点', { maxLength: 60 }), dueOn: date('计划'), doneOn: date('完成').optional() } as const
export const project = procedure('appearance.project', {
  zh: '市容改造项目',
  menu: '改造提升',
  title: 'name',
  numbering: { prefix: 'GZ', per: 'year', digits: 4 },
  help: '背街小巷须有景观主题与居民意见;道路须有交通组织方案;轨道沿线须填期次与标段;最美大街按培训清单验收;节点验收后可公布为打卡点。',
  uniqueTogether: [['name', 'yearOf']],
  listed: ['kind', 'unitName', 'fundsWan', 'spentWan', 'acceptedOn'],
  fields: {
    ...form,
    name: form.name.searchable(),
    concept: longText('设计(一街一景观、一街一特色)', { maxLength: 2000 }).optional(),
    traffic: longText('交通组织方案', { maxLength: 1000 }).optional(),
    asked: integer('征求意见', { unit: '户' }).optional(),
    agreed: integer('同意', { unit: '户' }).optional(),
    changes: integer('设计变更', { unit: '次' }).optional(),
    funds: rows('资金', fund).optional(),
    fundsWan: number('资金', { unit: '万元' }).optional(),
    stages: rows('节点', stage).optional(),
    lengthM: number('长度', { unit: 'm' }).optional(),
    areaM2: number('面积', { unit: '㎡' }).optional(),
    spentWan: number('决算', { unit: '万元' }).optional(),
    afterPhotos: photos(0, '完工照片').optional(),
    isAdRectified: flag('户外广告已整治').optional(),
    acceptedOn: date('验收日期').optional(),
    carer: text('长效管护单位', { maxLength: 80 }).optional(),
    isPublished: flag('打卡点已公布').optional(),
    ratings: integer('评价', { unit: '人' }).optional(),
    stars: integer('评价合计', { unit: '分' }).optional(),
  },
  statuses: {
    surveyed: { zh: '已调查', duty: 'appearance.manage', taskZh: '改造项目待设计' },
    designed: { zh: '已设计', duty: 'appearance.manage', taskZh: '改造项目待批准' },
    approved: { zh: '已批准', duty: 'appearance.work', taskZh: '改造项目待开工' },
    building: { zh: '施工中', duty: 'appearance.work', taskZh: '改造项目施工' },
    accepted: { zh: '已验收', duty: 'appearance.manage', taskZh: '改造项目待移交管护' },
    cared: { zh: '长效管护', kind: 'final' },
    dropped: { zh: '取消', kind: 'final' },
  },
}).actions((action) => ({
  survey: action({
    zh: '立项调查',
    from: 'new',
    to: 'surveyed',
    by: 'appearance.manage',
    form,
    check: ({ input }) => why(input.kind === 'rail' && !(input.phase && input.package), '轨道沿线须填期次与标段'),
    effects: () => ({ set: { changes: 0, ratings: 0, stars: 0, isPublished: false } }),
  }),
  design: action({
    zh: '设计与征求意见',
    from: ['surveyed', 'designed'],
    to: 'designed',
    by: 'appearance.manage',
    tone: 'primary',
    form: {
      concept: longText('设计(一街一景观、一街一特色)', { maxLength: 2000 }),
      traffic: longText('交通组织方案', { maxLength: 1000 }).optional(),
      asked: integer('征求意见', { unit: '户', min: 0 }),
      agreed: integer('同意', { unit: '户', min: 0 }),
    },
    check: ({ input, subject }) =>
      first(
        why(input.agreed > input.asked, '同意不能多于征求'),
        why(subject.kind === 'road' && !input.traffic, '道路整治须有交通组织方案'),
        why(subject.kind === 'lane' && input.asked === 0, '背街小巷须征求居民意见'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  approve: action({
    zh: '批准',
    from: 'designed',
    to: 'approved',
    by: 'appearance.manage',
    tone: 'primary',
    form: { funds: rows('资金', fund), stages: rows('节点', stage) },
    check: ({ input, subject, parameter }) =>
      first(
        why(input.funds.length === 0 || input.stages.length === 0, '请填写资金与节点'),
        notYet(
          subject.kind === 'lane' &&
            (percentOf(subject.agreed ?? 0, subject.asked ?? 0) ?? 0) < parameter('appearance.opinion-share'),
          `居民同意${percentOf(subject.agreed ?? 0, subject.asked ?? 0)}%,不足${parameter('appearance.opinion-share')}%`,
        ),
      ),
    effects: ({ input }) => ({ set: { ...input, fundsWan: input.funds.reduce((n, f) => n + f.wan, 0) } }),
  }),
  change: action({
    zh: '设计变更',
    from: ['approved', 'building'],
    to: 'same',
    by: 'appearance.manage',
    form: { concept: longText('变更后的设计', { maxLength: 2000 }), reason: text('变更原因', { maxLength: 300 }) },
    effects: ({ input, subject }) => ({ set: { concept: input.concept, changes: (subject.changes ?? 0) + 1 } }),
  }),
  progress: action({
    zh: '登记节点进度',
    from: ['approved', 'building'],
    to: 'building',
    by: 'appearance.work',
    form: { stages: rows('节点', reached, { eachOf: 'stages' }), progressPhotos: photos(1, '施工照片') },
    check: ({ input, subject, now }) =>
      first(
        why(input.stages.map((s) => s.name).join() !== (subject.stages ?? []).map((s) => s.name).join(), '节点与批准的不一致'),
        why(
          input.stages.some((s, i) => Boolean(subject.stages?.[i]?.doneOn) && !s.doneOn),
          '已登记完成的节点不能改回未完成',
        ),
        why(
          input.stages.some((s) => (s.doneOn ?? '') > dayText(now)),
          '完成日期不能晚于今天',
        ),
      ),
    // What was planned stays as it was approved: only what was reached is told.
    effects: ({ input, subject }) => ({
      set: { stages: (subject.stages ?? []).map((s, i) => ({ ...s, doneOn: input.stages[i]?.doneOn ?? null })) },
    }),
  }),
  accept: action({
    zh: '验收',
    from: 'building',
    to: 'accepted',
    by: 'appearance.manage',
    tone: 'primary',
    form: {
      lengthM: number('长度', { unit: 'm', min: 0 }),
      areaM2: number('面积', { unit: '㎡', min: 0 }),
      spentWan: number('决算', { unit: '万元', min: 0 }),
      isAdRectified: flag('户外广告已整治'),
      checklist: rows('验收清单', { item: text('内容', { maxLength: 100 }), isOk: flag('合格') })
        .optional()
        .help('最美大街按最近一次品质培训的清单'),
      afterPhotos: photos(1, '完工照片'),
    },
    look: async ({ tx, subject }) => ({
      lecture: await one<{ checklist: readonly { item: string }[] }>(
        tx,
        `select checklist from appearance.lecture where status = 'held' order by held_on desc limit 1`,
      ),
      problems: await one<{ n: number }>(
        tx,
        `select count(*)::int as n from appearance.project_problem where project = $1 and status = 'raised'`,
        [subject.id],
      ),
    }),
    check: ({ input, subject, found }) => {
      const left = (subject.stages ?? []).find((s) => !s.doneOn)
      const given = input.checklist ?? []
      const missing =
        subject.kind === 'beautiful'
          ? found.lecture?.checklist.find((c) => !given.some((g) => g.item === c.item && g.isOk))
          : undefined
      return first(
        notYet(Boolean(left), `节点“${left?.name}”未完成`),
        notYet((found.problems?.n ?? 0) > 0, `还有${found.problems?.n}个协调问题`),
        notYet(Boolean(missing), `品质清单“${missing?.item}”未合格`),
      )
    },
    effects: ({ input, now }) => {
      const { checklist: _, ...set } = input
      return { set: { ...set, acceptedOn: dayText(now) } }
    },
  }),
  care: action({
    zh: '移交长效管护',
    from: 'accepted',
    to: 'cared',
    by: 'appearance.manage',
    tone: 'primary',
    form: { carer: text('长效管护单位', { maxLength: 80 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  publish: action({
    zh: '公布为打卡点',
    from: ['accepted', 'cared'],
    to: 'same',
    by: 'appearance.manage',
    guard: ({ subject }) =>
      first(
        notYet(subject.kind !== 'node', '只有节点项目公布为打卡点'),
        notYet(subject.isPublished === true, '已公布'),
        notYet(subject.lon === null, '没有标注位置,市民地图上找不到'),
      ),
    effects: () => ({ set: { isPublished: true } }),
  }),
  withdraw: action({
    zh: '撤下打卡点',
    from: ['accepted', 'cared'],
    to: 'same',
    by: 'appearance.manage',
    tone: 'danger',
    form: { reason: text('原因(如闭园维修)', { maxLength: 200 }) },
    guard: ({ subject }) => notYet(subject.isPublished !== true, '不是打卡点'),
    effects: () => ({ set: { isPublished: false } }),
  }),
  rate: action({
    zh: '游客评价',
    from: ['accepted', 'cared'],
    to: 'same',
    by: 'public',
    form: { star: integer('星', { min: 1, max: 5 }) },
    guard: ({ subject }) => notYet(!subject.isPublished, '不是打卡点'),
    effects: ({ input, subject }) => ({ set: { ratings: (subject.ratings ?? 0) + 1, stars: (subject.stars ?? 0) + input.star } }),
  }),
  drop: action({
    zh: '取消',
    from: ['surveyed', 'designed', 'approved'],
    to: 'dropped',
    by: 'appearance.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
const problemForm = {
  project: ref('项目', 'appearance.project'),
  what: text('协调问题', { maxLength: 200 }),
  unitName: text('责任单位', { maxLength: 80 }),
  dueOn: date('期限'),
} as const
export const projectProblem = procedure('appearance.project-problem', {
  zh: '项目协调问题',
  menu: '改造提升',
  title: 'what',
  numbering: { prefix: 'XT', per: 'year', digits: 4 },
  fields: { ...problemForm, result: text('结果', { maxLength: 300 }).optional(), isLate: flag('逾期').optional() },
  clocks: { solve: { zh: '协调', limit: { value: 15, unit: 'natural_day' }, basis: '提出时定的期限' } },
  statuses: {
    raised: { zh: '协调中', duty: 'appearance.manage', taskZh: '项目问题待协调' },
    solved: { zh: '已解决', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '提出',
    from: 'new',
    to: 'raised',
    by: 'appearance.manage',
    form: problemForm,
    look: ({ tx, input }) => one<{ status: string }>(tx, 'select status from appearance.project where id = $1', [input.project]),
    check: ({ input, found, now }) =>
      first(
        why(input.dueOn < dayText(now), '期限不能早于今天'),
        why(!found || ['accepted', 'cared', 'dropped'].includes(found.status), '项目已验收或取消,不再提协调问题'),
      ),
    effects: ({ input }) => ({ clocks: [{ clock: 'solve', do: 'start', dueAt: endOf(input.dueOn) }] }),
  }),
  solve: action({
    zh: '解决',
    from: 'raised',
    to: 'solved',
    by: 'appearance.manage',
    tone: 'primary',
    form: { result: text('结果', { maxLength: 300 }) },
    effects: ({ input, subject, now }) => ({
      set: { ...input, isLate: dayText(now) > subject.dueOn },
      clocks: [{ clock: 'solve', do: 'stop' }],
    }),
  }),
}))
export const lanePlan = register('appearance.lane-plan', {
  zh: '改造项目年度目标',
  menu: '改造提升',
  title: 'kind',
  fields: {
    kind: choice('类别', projectKinds),
    yearOf: integer('年度', { min: 2000, max: 2100 }),
    count: integer('目标', { unit: '个', min: 1 }),
  },
  uniqueTogether: [['kind', 'yearOf']],
})
const lectureForm = {
  topic: text('题目', { maxLength: 100 }),
  heldOn: date('日期'),
  speakers: rows('主讲', { name: text('姓名', { maxLength: 40 }), from: text('单位', { maxLength: 80 }) }),
  attendees: rows('参加', {
    name: text('姓名', { maxLength: 40 }),
    from: text('单位(街道)', { maxLength: 80 }),
    isDesigner: flag('设计人员'),
  }),
  checklist: rows('品质清单', { item: text('内容', { maxLength: 100 }) }),
} as const
export const lecture = procedure('appearance.lecture', {
  zh: '城市视觉品质培训',
  menu: '改造提升',
  title: 'topic',
  numbering: { prefix: 'PX', per: 'year', digits: 3 },
  help: '培训形成的品质清单用于最美大街验收。',
  fields: {
    ...lectureForm,
    people: integer('参加', { unit: '人' }).optional(),
    designers: integer('其中设计人员', { unit: '人' }).optional(),
  },
  statuses: { held: { zh: '已举办' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  hold: action({
    zh: '登记培训',
    from: 'new',
    to: 'held',
    by: 'appearance.manage',
    form: lectureForm,
    check: ({ input, now }) =>
      first(
        why(input.heldOn > dayText(now), '日期不能晚于今天'),
        why(
          input.speakers.length === 0 || input.attendees.length === 0 || input.checklist.length === 0,
          '请填写主讲、参加与清单',
        ),
      ),
    effects: ({ input }) => ({
      set: { people: input.attendees.length, designers: input.attendees.filter((a) => a.isDesigner).length },
    }),
  }),
  discard: action({
    zh: '作废',
    from: 'held',
    to: 'void',
    by: 'appearance.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
