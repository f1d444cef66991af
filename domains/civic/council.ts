/** 多方协同共治: a compound's council of party branch, residents' committee, owners and property; an issue discussed, decided, carried out, reviewed. */
import {
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  first,
  flag,
  instant,
  integer,
  longText,
  one,
  percentOf,
  photos,
  procedure,
  ref,
  register,
  rows,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'

export const organs = { party: '党组织', committee: '居委会', owners: '业委会', property: '物业', residents: '居民代表' } as const
/** Without these four no council meets. */
const needed = ['party', 'committee', 'owners', 'property'] as const
export const council = register('civic.council', {
  zh: '共治议事会',
  menu: '公众参与',
  title: 'name',
  fields: {
    compound: ref('小区', 'grid.compound').unique(),
    name: text('名称', { maxLength: 80 }).searchable(),
    members: rows('成员', { organ: choice('代表', organs), name: text('姓名(单位)', { maxLength: 60 }) }),
    setUpOn: date('成立日期'),
  },
})
const form = {
  council: ref('议事会', 'civic.council'),
  title: text('议题', { maxLength: 80 }),
  raisedBy: choice('提出方', organs),
  what: longText('事由', { maxLength: 1000 }),
} as const
const opinion = {
  organ: choice('代表', organs),
  name: text('姓名', { maxLength: 60 }),
  isFor: flag('同意'),
  words: text('意见', { maxLength: 300 }).optional(),
} as const
export const issue = procedure('civic.issue', {
  zh: '共治事项',
  menu: '公众参与',
  title: 'title',
  numbering: { prefix: 'GZS', per: 'year', digits: 4 },
  leadingClock: 'carry',
  mirror: { carry: { dueAt: 'carryDueAt', stoppedAt: 'carriedAt' } },
  help: '提出 → 议事(党组织、居委会、业委会、物业都到场,过半同意) → 定责限期 → 实施 → 居民评议;评议不达标回到实施。',
  fields: {
    ...form,
    title: form.title.searchable(),
    heldOn: date('议事日期').optional(),
    opinions: rows('各方意见', opinion).optional(),
    forShare: integer('同意占比', { unit: '%' }).optional(),
    decision: longText('决议', { maxLength: 1000 }).optional(),
    doer: text('实施方', { maxLength: 80 }).optional(),
    dueOn: date('期限').optional(),
    carryDueAt: instant('实施期限').optional(),
    carriedAt: instant('实施时间').optional(),
    result: longText('实施情况', { maxLength: 1000 }).optional(),
    photos: photos(0, '实施照片').optional(),
    asked: integer('评议居民', { unit: '人' }).optional(),
    pleased: integer('满意', { unit: '人' }).optional(),
    returns: integer('退回', { unit: '次' }).optional(),
  },
  clocks: { carry: { zh: '实施', limit: { value: 30, unit: 'natural_day' }, basis: '议事会决议' } },
  statuses: {
    raised: { zh: '待议事', duty: 'civic.street', taskZh: '共治事项待议事' },
    decided: { zh: '实施中', duty: 'civic.street', taskZh: '共治事项待实施' },
    carried: { zh: '待评议', duty: 'civic.street', taskZh: '共治事项待居民评议' },
    closed: { zh: '已办结', kind: 'final' },
    rejected: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({ zh: '提出', from: 'new', to: 'raised', by: 'civic.street', form, effects: () => ({ set: { returns: 0 } }) }),
  discuss: action({
    zh: '议事与决议',
    from: 'raised',
    by: 'civic.street',
    tone: 'primary',
    form: {
      heldOn: date('议事日期'),
      opinions: rows('各方意见', opinion),
      decision: longText('决议', { maxLength: 1000 }),
      doer: text('实施方', { maxLength: 80 }),
      dueOn: date('期限'),
    },
    look: ({ tx, subject }) =>
      one<{ members: readonly { organ: string; name: string }[] }>(tx, 'select members from civic.council where id = $1', [
        subject.council,
      ]),
    to: ({ input }) => (shareOf(input.opinions) > 50 ? 'decided' : 'rejected'),
    check: ({ input, found, now }) => {
      const absent = needed.find((o) => !input.opinions.some((x) => x.organ === o))
      const stranger = input.opinions.find(
        (x) => x.organ !== 'residents' && !(found?.members ?? []).some((m) => m.organ === x.organ && m.name === x.name),
      )
      return first(
        why(input.heldOn > dayText(now), '议事日期不能晚于今天'),
        why(Boolean(absent), `${absent ? organs[absent] : ''}没有到场,不能议事`),
        why(Boolean(stranger), `${stranger?.name}不是议事会成员`),
        why(input.dueOn < dayText(now), '期限不能早于今天'),
      )
    },
    effects: ({ input }) => ({
      set: { ...input, forShare: Math.round(shareOf(input.opinions)) },
      clocks: shareOf(input.opinions) > 50 ? [{ clock: 'carry', do: 'start', dueAt: endOf(input.dueOn) }] : [],
    }),
  }),
  carry: action({
    zh: '实施完成',
    from: 'decided',
    to: 'carried',
    by: 'civic.street',
    tone: 'primary',
    form: { result: longText('实施情况', { maxLength: 1000 }), photos: photos(1, '实施照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'carry', do: 'stop' }] }),
  }),
  review: action({
    zh: '居民评议',
    from: 'carried',
    to: ({ input, parameter }) =>
      (percentOf(input.pleased, input.asked) ?? 0) >= parameter('civic.review-share') ? 'closed' : 'decided',
    by: 'civic.street',
    tone: 'primary',
    form: { asked: integer('评议居民', { min: 1 }), pleased: integer('满意', { min: 0 }) },
    check: ({ input }) => why(input.pleased > input.asked, '满意人数不能多于评议人数'),
    effects: ({ input, subject, parameter }) => ({
      set: {
        ...input,
        returns:
          (subject.returns ?? 0) + ((percentOf(input.pleased, input.asked) ?? 0) >= parameter('civic.review-share') ? 0 : 1),
      },
    }),
  }),
}))
const shareOf = (opinions: readonly { readonly isFor: boolean }[]): number =>
  opinions.length === 0 ? 0 : (opinions.filter((o) => o.isFor).length * 100) / opinions.length

/** 共同缔造: a household's file, from the first visit to works it agreed to and gave its own labour and money for. */
const householdForm = {
  holder: text('户主', { maxLength: 20 }).personal('name'),
  address: text('地址', { maxLength: 120 }),
  village: text('村(社区)', { maxLength: 60 }),
  difficulty: longText('困难与诉求', { maxLength: 1000 }),
} as const
const works = {
  what: text('建设内容', { maxLength: 120 }),
  labourDays: integer('投工', { unit: '工日', min: 0 }),
  moneyYuan: integer('出资', { unit: '元', min: 0 }),
} as const
export const agreementTask = register('civic.agreement-task', {
  zh: '共同缔造协议任务',
  menu: '公众参与',
  title: 'village',
  uniqueTogether: [['village', 'year']],
  fields: {
    village: text('村(社区)', { maxLength: 60 }).searchable(),
    year: integer('年度', { min: 2015, max: 2100 }),
    target: integer('应签协议', { unit: '户', min: 1 }),
  },
})
export const household = procedure('civic.household', {
  zh: '共同缔造对象户',
  menu: '公众参与',
  title: 'address',
  numbering: { prefix: 'DXH', per: 'year', digits: 5 },
  help: '建档 → 上门(每次记录) → 本人同意 → 签协议(投工、出资) → 共建 → 另一人验收。',
  fields: {
    ...householdForm,
    address: householdForm.address.searchable(),
    visits: integer('上门', { unit: '次' }).optional(),
    visitedOn: date('最近上门').optional(),
    isAgreeing: flag('同意').optional(),
    signedOn: date('签约日期').optional(),
    works: rows('共建内容', works).optional(),
    labourDays: integer('承诺投工', { unit: '工日' }).optional(),
    moneyYuan: integer('承诺出资', { unit: '元' }).optional(),
    givenDays: integer('已投工', { unit: '工日' }).optional(),
    givenYuan: integer('已出资', { unit: '元' }).optional(),
    acceptedOn: date('验收日期').optional(),
    note: text('上门情况', { maxLength: 300 }).optional(),
  },
  statuses: {
    listed: { zh: '走访中', duty: 'civic.street', taskZh: '对象户待上门' },
    signed: { zh: '共建中', duty: 'civic.street', taskZh: '共同缔造共建中' },
    built: { zh: '待验收', duty: 'civic.street', taskZh: '共同缔造待验收' },
    accepted: { zh: '已验收', kind: 'final' },
    closed: { zh: '不参与', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '建档',
    from: 'new',
    to: 'listed',
    by: 'civic.street',
    form: householdForm,
    effects: () => ({ set: { visits: 0, isAgreeing: false, givenDays: 0, givenYuan: 0 } }),
  }),
  visit: action({
    zh: '上门',
    from: 'listed',
    to: 'same',
    by: 'civic.street',
    form: { visitedOn: date('日期'), note: text('情况', { maxLength: 300 }), isAgreeing: flag('本人同意参与') },
    check: ({ input, now }) => why(input.visitedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input, subject }) => ({ set: { ...input, visits: (subject.visits ?? 0) + 1 } }),
  }),
  sign: action({
    zh: '签订协议',
    from: 'listed',
    to: 'signed',
    by: 'civic.street',
    tone: 'primary',
    form: { works: rows('共建内容', works), photos: photos(1, '协议照片') },
    guard: ({ subject }) => first(notYet((subject.visits ?? 0) === 0, '还没有上门'), notYet(!subject.isAgreeing, '本人没有同意')),
    check: ({ input }) =>
      first(
        why(input.works.length === 0, '请填写共建内容'),
        why(
          input.works.every((x) => x.labourDays + x.moneyYuan === 0),
          '协议须有投工或出资',
        ),
      ),
    effects: ({ input, now }) => ({
      set: {
        works: input.works,
        signedOn: dayText(now),
        labourDays: input.works.reduce((n, x) => n + x.labourDays, 0),
        moneyYuan: input.works.reduce((n, x) => n + x.moneyYuan, 0),
      },
    }),
  }),
  give: action({
    zh: '登记投工出资',
    from: 'signed',
    to: 'same',
    by: 'civic.street',
    form: { days: integer('投工', { unit: '工日', min: 0 }), yuan: integer('出资', { unit: '元', min: 0 }) },
    check: ({ input }) => why(input.days + input.yuan === 0, '请填写投工或出资'),
    effects: ({ input, subject }) => ({
      set: { givenDays: (subject.givenDays ?? 0) + input.days, givenYuan: (subject.givenYuan ?? 0) + input.yuan },
    }),
  }),
  build: action({
    zh: '完工送验',
    from: 'signed',
    to: 'built',
    by: 'civic.street',
    tone: 'primary',
    form: { beforePhotos: photos(1, '前'), afterPhotos: photos(1, '后') },
    guard: ({ subject }) =>
      notYet(
        (subject.givenDays ?? 0) < (subject.labourDays ?? 0) || (subject.givenYuan ?? 0) < (subject.moneyYuan ?? 0),
        `投工${subject.givenDays}/${subject.labourDays}工日,出资${subject.givenYuan}/${subject.moneyYuan}元,还没有到位`,
      ),
  }),
  accept: action({
    zh: '验收',
    from: 'built',
    to: ({ input }) => (input.isOk ? 'accepted' : 'signed'),
    by: 'civic.approve',
    tone: 'primary',
    form: { isOk: flag('合格'), opinion: text('意见', { maxLength: 300 }) },
    guard: ({ past, actor }) => notYet(didBefore(past, 'build', actor), '送验人不能验收'),
    effects: ({ input, now }) => ({ set: input.isOk ? { acceptedOn: dayText(now) } : {} }),
  }),
  drop: action({
    zh: '不参与',
    from: 'listed',
    to: 'closed',
    by: 'civic.street',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
