/** 片区共享方案、“建管融”一体、“警网融合”、小区停车共享市场化. */
import {
  area,
  choice,
  date,
  dayText,
  first,
  flag,
  instant,
  integer,
  longText,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  rows,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

const schemeForm = {
  name: text('片区', { maxLength: 80 }).searchable(),
  street: area('街道(镇)'),
  kind: choice('类型', { school: '学校', business: '商圈', scenic: '景区', hospital: '医院', old: '老旧小区' }),
  lots: rows('纳入停车场', { lot: ref('停车场', 'parking.lot'), spaces: integer('纳入车位', { min: 1, unit: '个' }) }),
  rules: longText('共享规则', { maxLength: 2000 }),
  users: text('共享对象', { maxLength: 200 }),
} as const
export const scheme = procedure('parking.scheme', {
  zh: '片区停车共享方案',
  menu: '停车共享',
  numbering: { prefix: 'PQ', per: 'year', digits: 3 },
  title: 'name',
  isCommon: true,
  help: '各街道至少有1个片区在实施;没有的在“停车共享:各街道片区”列出',
  uniqueTogether: [['name']],
  fields: {
    ...schemeForm,
    spaces: integer('共享车位', { min: 0, unit: '个' }),
    promotedOn: date('推进日期').optional(),
    startedOn: date('实施日期').optional(),
    result: longText('实施效果', { maxLength: 1000 }).optional(),
  },
  statuses: {
    drafting: { zh: '编制', duty: 'parking.street', taskZh: '片区方案待推进' },
    promoting: { zh: '推进', duty: 'parking.manage', taskZh: '片区方案待实施' },
    running: { zh: '实施' },
    ended: { zh: '结束', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '编制方案',
    from: 'new',
    to: 'drafting',
    by: 'parking.street',
    form: schemeForm,
    check: ({ input }) =>
      first(
        why(input.street.length !== 9, '请填到街道'),
        why(input.lots.length < 2, '片区至少纳入两处停车场'),
        why(new Set(input.lots.map((l) => l.lot)).size !== input.lots.length, '停车场重复'),
      ),
    effects: ({ input }) => ({ set: { areaCode: input.street, spaces: input.lots.reduce((n, l) => n + l.spaces, 0) } }),
  }),
  promote: action({
    zh: '推进',
    from: 'drafting',
    to: 'promoting',
    by: 'parking.street',
    tone: 'primary',
    form: { promotedOn: date('推进日期') },
    effects: ({ input }) => ({ set: input }),
  }),
  start: action({
    zh: '实施',
    from: 'promoting',
    to: 'running',
    by: 'parking.manage',
    tone: 'primary',
    form: { startedOn: date('实施日期') },
    look: ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(distinct lot)::int as n from parking.agreement where status = 'open' and lot in (select (x->>'lot')::uuid from jsonb_array_elements((select lots from parking.scheme where id = $1)) x)`,
        [subject.id],
      ),
    check: ({ found, input, subject }) =>
      first(
        notYet((found?.n ?? 0) === 0, '片区内还没有生效的共享协议,不能转入实施'),
        why(input.startedOn < (subject.promotedOn ?? ''), '实施不能早于推进'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  end: action({
    zh: '结束',
    from: 'running',
    to: 'ended',
    by: 'parking.manage',
    tone: 'danger',
    form: { result: longText('实施效果', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))

const indicatorLine = {
  name: text('指标', { maxLength: 60 }),
  target: number('目标'),
  unit: text('单位', { maxLength: 20 }),
  weight: number('权重', { min: 0, max: 100, unit: '%' }),
} as const
const gotLine = {
  name: text('指标', { maxLength: 60 }),
  got: number('实际'),
  score: number('得分', { min: 0, max: 100 }),
} as const
const fusionForm = {
  name: text('试点', { maxLength: 80 }).searchable(),
  street: area('街道(镇)'),
  operator: text('一体化实施单位', { maxLength: 100 }),
  contractNumber: text('合同编号', { maxLength: 60 }),
  startOn: date('合同起'),
  endOn: date('合同止'),
  builds: longText('建设内容', { maxLength: 1000 }),
  operates: longText('经营内容', { maxLength: 1000 }),
  serves: longText('服务内容', { maxLength: 1000 }),
  targets: rows('考核指标', indicatorLine),
} as const
export const fusion = procedure('parking.fusion', {
  zh: '“建管融”一体停车试点',
  menu: '停车共享',
  numbering: { prefix: 'JG', per: 'year', digits: 3 },
  title: 'name',
  help: '建设、经营、服务由一家负责;指标权重合计100%,按年评估',
  fields: {
    ...fusionForm,
    results: rows('评估', gotLine).optional(),
    score: number('评估得分', { min: 0, max: 100, decimals: 2, unit: '分' }).optional(),
    rounds: integer('评估次数', { min: 0 }),
    comment: longText('评估结论', { maxLength: 1000 }).optional(),
  },
  statuses: {
    piloting: { zh: '试点中', duty: 'parking.manage', taskZh: '建管融试点待评估' },
    proven: { zh: '评估通过' },
    failed: { zh: '评估未通过', duty: 'parking.manage', taskZh: '建管融试点待整改复评' },
    ended: { zh: '合同终止', kind: 'final' },
  },
}).actions((action) => ({
  begin: action({
    zh: '签约试点',
    from: 'new',
    to: 'piloting',
    by: 'parking.manage',
    form: fusionForm,
    check: ({ input }) =>
      first(
        why(input.endOn <= input.startOn, '合同止应晚于合同起'),
        why(input.targets.length === 0, '请列出考核指标'),
        why(Math.abs(input.targets.reduce((n, t) => n + t.weight, 0) - 100) > 1e-9, '指标权重合计应为100%'),
      ),
    effects: ({ input }) => ({ set: { areaCode: input.street, rounds: 0 } }),
  }),
  assess: action({
    zh: '评估',
    from: ['piloting', 'proven', 'failed'],
    to: ({ input, subject, parameter }) =>
      scoreOf(subject.targets, input.results) >= parameter('parking.yard-line') ? 'proven' : 'failed',
    by: 'parking.manage',
    tone: 'primary',
    form: { results: rows('评估', gotLine, { eachOf: 'targets' }), comment: longText('评估结论', { maxLength: 1000 }) },
    check: ({ input, subject }) =>
      why(
        input.results.length !== subject.targets.length || input.results.some((r, i) => r.name !== subject.targets[i]?.name),
        '请逐项评估',
      ),
    effects: ({ input, subject }) => ({
      set: { ...input, score: scoreOf(subject.targets, input.results), rounds: subject.rounds + 1 },
    }),
  }),
  end: action({
    zh: '终止合同',
    from: 'any open',
    to: 'ended',
    by: 'parking.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
const scoreOf = (targets: readonly { readonly weight: number }[], results: readonly { readonly score: number }[]): number =>
  Math.round(results.reduce((n, r, i) => n + (r.score * (targets[i]?.weight ?? 0)) / 100, 0) * 100) / 100

const policeForm = {
  kind: choice('事由', { dispute: '共享纠纷', blocked: '堵占出入口', fire: '占用消防通道', other: '其他' }),
  address: text('地点', { maxLength: 200 }).searchable(),
  lot: ref('停车场', 'parking.lot').optional(),
  content: longText('情况', { maxLength: 1000 }),
  plate: text('涉及车辆', { maxLength: 10 }).personal('plate').optional(),
} as const
export const jointRequest = procedure('parking.joint-request', {
  zh: '“警网融合”停车处置',
  menu: '停车共享',
  numbering: { prefix: 'JW', per: 'year', digits: 5 },
  title: 'content',
  leadingClock: 'come',
  mirror: { come: { dueAt: 'comeDueAt' } },
  fields: {
    ...policeForm,
    comeDueAt: instant('到场期限').optional(),
    policeCame: text('到场民警', { maxLength: 60 }).optional(),
    gridCame: text('到场网格员', { maxLength: 60 }).optional(),
    cameAt: instant('到场时刻').optional(),
    minutes: integer('到场用时', { min: 0, unit: '分钟' }).optional(),
    outcome: choice('结果', { settled: '调解成功', moved: '已挪车', handed: '移交公安处理', failed: '未达成' }).optional(),
    note: longText('处置说明', { maxLength: 1000 }).optional(),
    scene: photos(0, '现场照片').optional(),
  },
  clocks: { come: { zh: '到场', limit: { value: 1, unit: 'urgent_hour' }, basis: '警网融合联动机制(示例)' } },
  statuses: {
    asked: { zh: '待到场', duty: 'parking.street', taskZh: '停车纠纷待到场' },
    there: { zh: '处置中', duty: 'parking.street', taskZh: '停车纠纷待登记结果' },
    closed: { zh: '已处置', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '联动请求',
    from: 'new',
    to: 'asked',
    by: 'parking.street',
    form: policeForm,
    effects: () => ({ clocks: [{ clock: 'come', do: 'start' }] }),
  }),
  come: action({
    zh: '登记到场',
    from: 'asked',
    to: 'there',
    by: 'parking.street',
    tone: 'primary',
    form: { policeCame: text('到场民警', { maxLength: 60 }), gridCame: text('到场网格员', { maxLength: 60 }) },
    effects: ({ input, now, subject }) => ({
      set: { ...input, cameAt: now.toISOString(), minutes: Math.floor((now.getTime() - subject.createdAt.getTime()) / 60_000) },
      clocks: [{ clock: 'come', do: 'stop' }],
    }),
  }),
  close: action({
    zh: '登记结果',
    from: 'there',
    to: 'closed',
    by: 'parking.street',
    tone: 'primary',
    form: {
      outcome: choice('结果', { settled: '调解成功', moved: '已挪车', handed: '移交公安处理', failed: '未达成' }),
      note: longText('处置说明', { maxLength: 1000 }),
      scene: photos(1, '现场照片'),
    },
    effects: ({ input }) => ({ set: input }),
  }),
}))

const marketForm = {
  compound: text('小区', { maxLength: 80 }).searchable(),
  street: area('街道(镇)'),
  operator: text('运营单位', { maxLength: 100 }),
  spaces: integer('共享车位', { min: 1, unit: '个' }),
  hours: text('共享时段', { maxLength: 100 }),
  ownersPercent: number('业主分成', { min: 0, max: 100, unit: '%' }),
  exitClause: longText('退出条款', { maxLength: 1000 }),
  households: integer('业主总人数', { min: 1, unit: '人' }),
  areaM2: number('专有部分总面积', { min: 1, unit: '㎡' }),
} as const
export const market = procedure('parking.compound-market', {
  zh: '小区停车共享市场化',
  menu: '停车共享',
  numbering: { prefix: 'XQ', per: 'year', digits: 3 },
  title: 'compound',
  help: '改变共有部分用途或者利用共有部分经营:面积、人数均三分之二以上参与,参与的四分之三以上同意(民法典第278条);未达不得启动',
  fields: {
    ...marketForm,
    joinedOwners: integer('参与人数', { min: 0 }).optional(),
    joinedM2: number('参与面积', { min: 0, unit: '㎡' }).optional(),
    agreedOwners: integer('同意人数', { min: 0 }).optional(),
    agreedM2: number('同意面积', { min: 0, unit: '㎡' }).optional(),
    joinPercent: number('参与比例(面积、人数较低者)', { decimals: 2, unit: '%' }).optional(),
    consentPercent: number('同意比例(面积、人数较低者)', { decimals: 2, unit: '%' }).optional(),
    votedOn: date('表决日期').optional(),
    startedOn: date('启动日期').optional(),
    incomeFen: money('累计收入').optional(),
    ownersFen: money('累计业主分成').optional(),
    exitedOn: date('退出日期').optional(),
    exitReason: text('退出原因', { maxLength: 200 }).optional(),
    isLawful: flag('表决达到法定比例').optional(),
  },
  statuses: {
    voting: { zh: '业主表决', duty: 'parking.street', taskZh: '小区共享待登记表决' },
    passed: { zh: '表决通过', duty: 'parking.manage', taskZh: '小区共享待启动' },
    rejected: { zh: '表决未通过', kind: 'final' },
    running: { zh: '运营中' },
    exited: { zh: '已退出', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '提交表决',
    from: 'new',
    to: 'voting',
    by: 'parking.street',
    form: marketForm,
    effects: ({ input }) => ({ set: { areaCode: input.street, incomeFen: 0, ownersFen: 0 } }),
  }),
  vote: action({
    zh: '登记表决结果',
    from: 'voting',
    to: ({ input, subject, parameter }) => {
      const got = sharesOf(subject, input)
      return got.join >= parameter('parking.vote-join') && got.consent >= parameter('parking.vote-consent')
        ? 'passed'
        : 'rejected'
    },
    by: 'parking.street',
    tone: 'primary',
    form: {
      joinedOwners: integer('参与人数', { min: 0 }),
      joinedM2: number('参与面积', { min: 0, unit: '㎡' }),
      agreedOwners: integer('同意人数', { min: 0 }),
      agreedM2: number('同意面积', { min: 0, unit: '㎡' }),
      votedOn: date('表决日期'),
    },
    check: ({ input, subject, now }) =>
      first(
        why(input.joinedOwners > subject.households || input.joinedM2 > subject.areaM2, '参与不能多于全体'),
        why(input.agreedOwners > input.joinedOwners || input.agreedM2 > input.joinedM2, '同意不能多于参与'),
        why(input.votedOn > dayText(now), '表决日期不能晚于今天'),
      ),
    effects: ({ input, subject, parameter }) => {
      const got = sharesOf(subject, input)
      return {
        set: {
          ...input,
          joinPercent: cut(got.join),
          consentPercent: cut(got.consent),
          isLawful: got.join >= parameter('parking.vote-join') && got.consent >= parameter('parking.vote-consent'),
        },
      }
    },
  }),
  start: action({
    zh: '启动运营',
    from: 'passed',
    to: 'running',
    by: 'parking.manage',
    tone: 'primary',
    form: { startedOn: date('启动日期') },
    check: ({ input, subject }) => why(input.startedOn < (subject.votedOn ?? ''), '启动不能早于表决'),
    effects: ({ input }) => ({ set: input }),
  }),
  settle: action({
    zh: '登记收入与分成',
    from: 'running',
    to: 'same',
    by: 'parking.manage',
    form: { month: text('月份', { maxLength: 7 }), incomeFen: money('收入') },
    effects: ({ input, subject }) => ({
      set: {
        incomeFen: (subject.incomeFen ?? 0) + input.incomeFen,
        ownersFen: (subject.ownersFen ?? 0) + Math.round((input.incomeFen * subject.ownersPercent) / 100),
      },
    }),
  }),
  exit: action({
    zh: '退出',
    from: 'running',
    to: 'exited',
    by: 'parking.manage',
    tone: 'danger',
    form: { exitedOn: date('退出日期'), exitReason: text('退出原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
interface Votes {
  readonly joinedOwners: number
  readonly joinedM2: number
  readonly agreedOwners: number
  readonly agreedM2: number
}
const partOf = (part: number, whole: number): number => (whole === 0 ? 0 : (part * 100) / whole)
/** Both people and area must reach the share: the lower of the two counts, unrounded, so that 74.995% is not three quarters. */
const sharesOf = (all: { readonly households: number; readonly areaM2: number }, votes: Votes) => ({
  join: Math.min(partOf(votes.joinedOwners, all.households), partOf(votes.joinedM2, all.areaM2)),
  consent: Math.min(partOf(votes.agreedOwners, votes.joinedOwners), partOf(votes.agreedM2, votes.joinedM2)),
})
/** Cut, not rounded: what is shown never looks better than what was decided on. */
const cut = (percent: number): number => Math.floor(percent * 100) / 100
