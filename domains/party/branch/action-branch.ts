/** 行动支部(含临时): set up for a task out of members of many branches; acts, has results, is honoured; a temporary one is dissolved with its summary. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  integer,
  list,
  longText,
  many,
  person,
  procedure,
  repeated,
  rows,
  text,
} from '#kernel'
import { lacking, notYet, why } from '../shared.ts'

const roles = { secretary: '书记', committee: '委员', plain: '党员' } as const
const form = {
  name: text('行动支部', { maxLength: 60 }),
  task: choice('任务', {
    sorting: '垃圾分类',
    epidemic: '防疫抗疫',
    flood: '防汛抗灾',
    creation: '文明创建',
    snow: '除雪保畅',
    other: '其他',
  }),
  isTemporary: choice('性质', { yes: '临时', no: '常设' }),
  fromOn: date('成立日期'),
  toOn: date('任务期限'),
  members: rows('成员', { person: person('党员'), role: choice('职务', roles) }),
} as const
const actionLine = {
  on: date('日期'),
  what: text('行动', { maxLength: 200 }),
  people: integer('参加', { unit: '人', min: 1 }),
  result: text('成效', { maxLength: 200 }),
} as const
const awardLine = {
  name: text('荣誉', { maxLength: 80 }),
  level: choice('级别', { nation: '国家级', province: '省级', city: '市级', county: '县区级' }),
  paper: text('文号', { maxLength: 60 }),
  on: date('日期'),
} as const
export const actionBranch = procedure('party.action-branch', {
  zh: '行动支部',
  menu: '党建',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'XZ', per: 'year', digits: 3 },
  help: '党员组织关系不变;至少三名党员、一名书记;临时行动支部任务期满须总结解散,没有行动记录的不能总结。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    memberCount: integer('成员', { unit: '人' }),
    codes: list('党员编号'),
    deeds: rows('行动', actionLine),
    deedCount: integer('行动', { unit: '次' }),
    awards: rows('获评', awardLine),
    awardCount: integer('获评', { unit: '项' }),
    summary: longText('总结', { maxLength: 4000 }).optional(),
    dissolvedOn: date('解散日期').optional(),
  },
  statuses: {
    active: { zh: '在行动' },
    due: { zh: '期满待总结', duty: 'party.branch', taskZh: '行动支部期满,待总结解散' },
    dissolved: { zh: '已解散', kind: 'final' },
  },
}).actions((action) => ({
  found: action({
    zh: '成立',
    from: 'new',
    to: 'active',
    by: 'party.manage',
    form,
    look: ({ tx, input }) =>
      many<{ person: string; code: string }>(
        tx,
        'select person, code from party.member where person = any($1::uuid[]) and retired_at is null order by code',
        [input.members.map((m) => m.person)],
      ),
    check: ({ input, found }) =>
      first(
        why(input.toOn <= input.fromOn, '任务期限应晚于成立日期'),
        why(input.members.length < 3, '行动支部至少三名党员'),
        why(input.members.filter((m) => m.role === 'secretary').length !== 1, '应有且只有一名书记'),
        why(repeated(input.members.map((m) => m.person)) !== undefined, '成员重复'),
        why(
          lacking(
            input.members.map((m) => m.person),
            found.map((f) => f.person),
          ) !== '',
          `${input.members.length - found.length}名成员不是在册党员`,
        ),
      ),
    effects: ({ input, found }) => ({
      set: {
        memberCount: input.members.length,
        codes: found.map((f) => f.code),
        deeds: [],
        deedCount: 0,
        awards: [],
        awardCount: 0,
      },
      timers: [{ name: 'end', at: endOf(input.toOn), action: 'lapse' }],
      notify: input.members.map((m) => ({ personId: m.person, zh: `您已编入${input.name}` })),
    }),
  }),
  act: action({
    zh: '登记行动',
    from: ['active', 'due'],
    to: 'same',
    by: 'party.branch',
    tone: 'primary',
    form: { ...actionLine, proof: files(1, '照片') },
    check: ({ input, subject, now, actor }) =>
      first(
        notYet(!subject.members.some((m) => m.person === actor.id), '由行动支部成员登记'),
        why(input.on < subject.fromOn || input.on > dayText(now), '日期应在成立之后、不晚于今天'),
        why(input.people > subject.memberCount, `支部只有${subject.memberCount}名党员`),
      ),
    effects: ({ input: { proof: _proof, ...line }, subject }) => ({
      set: { deeds: [...subject.deeds, line], deedCount: subject.deedCount + 1 },
    }),
  }),
  honour: action({
    zh: '登记获评',
    from: ['active', 'due'],
    to: 'same',
    by: 'party.manage',
    form: { ...awardLine, proof: files(1, '文件或证书') },
    check: ({ input, now }) => why(input.on > dayText(now), '日期不能晚于今天'),
    effects: ({ input: { proof: _proof, ...line }, subject }) => ({
      set: { awards: [...subject.awards, line], awardCount: subject.awardCount + 1 },
    }),
  }),
  lapse: action({
    zh: '任务期满',
    from: 'active',
    to: ({ subject }) => (subject.isTemporary === 'yes' ? 'due' : 'active'),
    by: 'system',
    effects: ({ subject }) =>
      subject.isTemporary === 'yes'
        ? {}
        : {
            set: { toOn: addDays(subject.toOn, 365) },
            timers: [{ name: 'end', at: endOf(addDays(subject.toOn, 365)), action: 'lapse' }],
          },
  }),
  extend: action({
    zh: '延长任务',
    from: ['active', 'due'],
    to: 'active',
    by: 'party.manage',
    form: { toOn: date('新的期限'), reason: text('理由', { maxLength: 200 }) },
    check: ({ input, subject, now }) => why(input.toOn <= subject.toOn || input.toOn < dayText(now), '应晚于原期限和今天'),
    effects: ({ input }) => ({
      set: { toOn: input.toOn },
      timers: [{ name: 'end', at: endOf(input.toOn), action: 'lapse' }],
    }),
  }),
  dissolve: action({
    zh: '总结解散',
    from: ['active', 'due'],
    to: 'dissolved',
    by: 'party.branch',
    tone: 'danger',
    form: { summary: longText('总结', { maxLength: 4000 }) },
    guard: ({ subject }) => notYet(subject.deedCount === 0, '没有行动记录,不能总结'),
    effects: ({ input, now }) => ({
      set: { ...input, dissolvedOn: dayText(now) },
      timers: [{ name: 'end', at: null, action: 'lapse' }],
    }),
  }),
}))
