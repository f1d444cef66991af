/** 两优一先: nominated by each branch with deeds, voted, reviewed by somebody else, announced for days; an objection stops; who wins enters the honour register. */
import {
  addDays,
  choice,
  date,
  dayText,
  didBefore,
  files,
  first,
  integer,
  longText,
  many,
  one,
  procedure,
  ref,
  rows,
  say,
  text,
} from '#kernel'
import { nomineeMoved } from '../facts.ts'
import { branchById, memberById, membersOf, notOfBranch, notYet, why } from '../shared.ts'

export const excellenceKinds = { member: '优秀共产党员', worker: '优秀党务工作者', group: '先进基层党组织' } as const
const roundForm = {
  name: text('评选', { maxLength: 80 }),
  year: integer('年度', { min: 2000, max: 2100 }),
  quotas: rows('名额', { kind: choice('类别', excellenceKinds), places: integer('名额', { unit: '个', min: 1, max: 200 }) }),
  nominateBy: date('推荐截止'),
} as const
interface Nominee {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly status: string
}
const nomineesSql = 'select id, kind, name, status from party.nominee where round = $1 order by number'
export const excellence = procedure('party.excellence', {
  zh: '两优一先评选',
  menu: '党建考评',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'LY', per: 'year', digits: 2 },
  help: '推荐 → 支部票决 → 机关党委审查 → 公示 → 表彰;有异议未查清的不能表彰。',
  uniqueTogether: [['name']],
  fields: {
    ...roundForm,
    name: roundForm.name.searchable(),
    publicUntil: date('公示至').optional(),
    paper: text('表彰文号', { maxLength: 60 }).optional(),
    winners: integer('表彰', { unit: '个' }).optional(),
    awardedOn: date('表彰日期').optional(),
  },
  statuses: {
    nominating: { zh: '推荐审查中', duty: 'party.manage', taskZh: '两优一先推荐审查中' },
    notice: { zh: '公示中', duty: 'party.manage', taskZh: '两优一先公示中' },
    awarded: { zh: '已表彰', kind: 'final' },
  },
}).actions((action) => ({
  launch: action({
    zh: '启动评选',
    from: 'new',
    to: 'nominating',
    by: 'party.manage',
    form: roundForm,
    check: ({ input, now }) =>
      first(
        why(new Set(input.quotas.map((q) => q.kind)).size !== 3 || input.quotas.length !== 3, '两优一先三类名额各填一行'),
        why(input.nominateBy < dayText(now), '推荐截止不能早于今天'),
      ),
  }),
  announce: action({
    zh: '公示',
    from: 'nominating',
    to: 'notice',
    by: 'party.manage',
    tone: 'primary',
    look: ({ tx, subject }) => many<Nominee>(tx, nomineesSql, [subject.id]),
    check: ({ found, subject }) => {
      const ready = found.filter((n) => n.status === 'reviewed')
      const open = found.filter((n) => n.status === 'nominated' || n.status === 'voted')
      const over = subject.quotas.find((q) => ready.filter((n) => n.kind === q.kind).length > q.places)
      return first(
        notYet(open.length > 0, `还没有票决或审查:${open.map((n) => n.name).join('、')}`),
        notYet(ready.length === 0, '没有通过审查的人选'),
        notYet(Boolean(over), `${over ? excellenceKinds[over.kind] : ''}超过名额${over?.places ?? 0}个`),
      )
    },
    effects: ({ found, now, parameter }) => ({
      set: { publicUntil: addDays(dayText(now), parameter('party.notice-days')) },
      facts: [
        say(nomineeMoved, {
          ids: found.filter((n) => n.status === 'reviewed').map((n) => n.id),
          action: 'announce',
          on: dayText(now),
        }),
      ],
    }),
  }),
  award: action({
    zh: '表彰',
    from: 'notice',
    to: 'awarded',
    by: 'party.approve',
    tone: 'primary',
    form: { paper: text('表彰文号', { maxLength: 60 }) },
    look: ({ tx, subject }) => many<Nominee>(tx, nomineesSql, [subject.id]),
    check: ({ found, subject, now }) => {
      const stopped = found.filter((n) => n.status === 'objected').map((n) => n.name)
      return first(
        notYet(dayText(now) <= (subject.publicUntil ?? ''), `公示到${subject.publicUntil ?? ''}`),
        notYet(stopped.length > 0, `有异议未查清:${stopped.join('、')}`),
      )
    },
    effects: ({ found, input, now }) => {
      const ids = found.filter((n) => n.status === 'notice').map((n) => n.id)
      return {
        set: { paper: input.paper, winners: ids.length, awardedOn: dayText(now) },
        facts: [say(nomineeMoved, { ids, action: 'award', on: dayText(now) })],
      }
    },
  }),
}))
const nomineeForm = {
  round: ref('评选', 'party.excellence'),
  kind: choice('类别', excellenceKinds),
  branch: ref('推荐支部', 'party.branch'),
  member: ref('人选', 'party.member').optional().help('两优填写人选;先进基层党组织推荐本支部'),
  deeds: longText('主要事迹', { maxLength: 4000 }),
  proof: files(1, '证明材料'),
} as const
export const nominee = procedure('party.nominee', {
  zh: '两优一先人选',
  menu: '党建考评',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'TJ', per: 'year', digits: 4 },
  uniqueTogether: [['round', 'kind', 'name']],
  fields: {
    ...nomineeForm,
    name: text('人选', { maxLength: 60 }).searchable(),
    yes: integer('赞成', { unit: '票' }).optional(),
    present: integer('到会', { unit: '人' }).optional(),
    reviewed: longText('审查意见', { maxLength: 500 }).optional(),
    objection: longText('异议', { maxLength: 500 }).optional(),
    answer: longText('调查结论', { maxLength: 500 }).optional(),
    awardedOn: date('表彰日期').optional(),
  },
  statuses: {
    nominated: { zh: '待票决', duty: 'party.branch', taskZh: '两优一先人选待票决' },
    voted: { zh: '待审查', duty: 'party.manage', taskZh: '两优一先人选待审查' },
    reviewed: { zh: '待公示' },
    notice: { zh: '公示中' },
    objected: { zh: '有异议,调查中', duty: 'party.manage', taskZh: '公示异议待调查' },
    awarded: { zh: '已表彰', kind: 'final' },
    dropped: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  nominate: action({
    zh: '推荐',
    from: 'new',
    to: 'nominated',
    by: 'party.branch',
    form: nomineeForm,
    look: async ({ tx, input }) => ({
      branch: await branchById(tx, input.branch),
      member: await memberById(tx, input.member ?? null),
      round: await one<{ status: string; by: string }>(
        tx,
        'select status, nominate_by::text as by from party.excellence where id = $1',
        [input.round],
      ),
    }),
    check: ({ input, found, actor, now }) =>
      first(
        why(found.round?.status !== 'nominating' || dayText(now) > found.round.by, '不在推荐期内'),
        notOfBranch(found.branch, actor),
        why(input.kind !== 'group' && !found.member, '请选择人选'),
        why(input.kind === 'group' && Boolean(input.member), '先进基层党组织推荐的是支部'),
        why(Boolean(found.member) && found.member?.branch !== input.branch, '人选不是本支部党员'),
      ),
    effects: ({ found }) => ({ set: { name: found.member?.label ?? found.branch?.name ?? '' } }),
  }),
  vote: action({
    zh: '登记票决',
    from: 'nominated',
    look: async ({ tx, subject }) => (await membersOf(tx, [subject.branch])).length,
    to: ({ input }) => (input.yes * 2 > input.present ? 'voted' : 'dropped'),
    by: 'party.branch',
    tone: 'primary',
    form: {
      present: integer('到会', { unit: '人', min: 1 }),
      yes: integer('赞成', { unit: '票', min: 0 }),
      no: integer('反对', { unit: '票', min: 0 }),
      kept: integer('弃权', { unit: '票', min: 0 }),
    },
    check: ({ input, found }) =>
      first(
        why(input.yes + input.no + input.kept !== input.present, '票数与到会人数不符'),
        why(input.present > found, `支部只有${found}名党员`),
        notYet(input.present * 2 <= found, `到会${input.present}人,未过${found}人的半数`),
      ),
    effects: ({ input }) => ({ set: { yes: input.yes, present: input.present } }),
  }),
  review: action({
    zh: '审查',
    from: 'voted',
    to: ({ input }) => (input.isOk === 'yes' ? 'reviewed' : 'dropped'),
    by: 'party.manage',
    tone: 'primary',
    form: { isOk: choice('结论', { yes: '通过', no: '不通过' }), reviewed: longText('审查意见(含廉政意见)', { maxLength: 500 }) },
    guard: ({ past, actor }) => notYet(didBefore(past, 'nominate', actor), '推荐人不能审查'),
    effects: ({ input }) => ({ set: { reviewed: input.reviewed } }),
  }),
  announce: action({ zh: '公示', from: 'reviewed', to: 'notice', by: 'system' }),
  object: action({
    zh: '提出异议',
    from: 'notice',
    to: 'objected',
    by: 'party.self',
    form: { objection: longText('异议', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  settle: action({
    zh: '异议调查结论',
    from: 'objected',
    to: ({ input }) => (input.isTrue === 'yes' ? 'dropped' : 'notice'),
    by: 'party.manage',
    tone: 'primary',
    form: { isTrue: choice('异议', { yes: '属实,取消资格', no: '不属实' }), answer: longText('调查结论', { maxLength: 500 }) },
    guard: ({ past, actor }) => notYet(didBefore(past, 'object', actor), '提出异议的人不能作结论'),
    effects: ({ input }) => ({ set: { answer: input.answer } }),
  }),
  award: action({
    zh: '表彰',
    from: 'notice',
    to: 'awarded',
    by: 'system',
    look: ({ tx, subject }) =>
      one<{ paper: string; name: string }>(tx, 'select paper, name from party.excellence where id = $1', [subject.round]),
    effects: ({ subject, found, now }) => ({
      set: { awardedOn: dayText(now) },
      spawn: [
        {
          procedure: 'evaluation.honour',
          action: 'register',
          input: {
            name: `${found?.name ?? ''}${excellenceKinds[subject.kind]}`.slice(0, 100),
            level: 'county',
            grantor: '局党组',
            holder: subject.name,
            grantedOn: dayText(now),
            document: found?.paper ?? '',
          },
        },
      ],
    }),
  }),
}))
