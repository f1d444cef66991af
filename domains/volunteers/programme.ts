/** 特色项目与应急志愿: named programmes with their sessions; posts of an emergency that all stop when it ends. */
import {
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  longText,
  number,
  one,
  photos,
  procedure,
  ref,
  register,
  say,
  text,
} from '#kernel'
import { emergencyEnded } from './facts.ts'
import { notYet, why } from './shared.ts'

export const programme = register('volunteers.programme', {
  zh: '志愿服务项目',
  menu: '志愿服务',
  title: 'name',
  fields: {
    name: text('项目', { maxLength: 80 }).unique().searchable(),
    aim: text('服务内容', { maxLength: 200 }),
    team: ref('承办服务队', 'volunteers.team'),
    isFeatured: flag('特色项目'),
    beganOn: date('开始日期'),
    endedOn: date('结束日期').optional(),
  },
})
const sessionForm = {
  programme: ref('项目', 'volunteers.programme'),
  name: text('活动', { maxLength: 80 }),
  heldOn: date('日期'),
  place: text('地点', { maxLength: 80 }),
  seats: integer('招募志愿者', { unit: '人', min: 1, max: 5000 }),
} as const
export const session = procedure('volunteers.session', {
  zh: '志愿活动',
  menu: '志愿服务',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'ZH', per: 'year', digits: 4 },
  help: '参加人数按该活动的签到记录数出;受益人、反馈在活动后登记,十日内未登记的自动取消计数。',
  fields: {
    ...sessionForm,
    name: sessionForm.name.searchable(),
    teamKind: text('服务队类别', { maxLength: 20 }).optional(),
    joined: integer('参加志愿者', { unit: '人' }).optional(),
    beneficiaries: integer('受益', { unit: '人次' }).optional(),
    score: number('反馈满意度', { unit: '分', min: 0, max: 5 }).optional(),
    feedback: longText('反馈', { maxLength: 500 }).optional(),
  },
  clocks: { tell: { zh: '登记反馈', limit: { value: 10, unit: 'natural_day' }, basis: '本局志愿服务管理办法(示例)' } },
  statuses: {
    planned: { zh: '已发布', duty: 'volunteers.street', taskZh: '志愿活动待开展登记' },
    held: { zh: '已开展', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '发布活动',
    from: 'new',
    to: 'planned',
    by: 'volunteers.street',
    form: sessionForm,
    look: ({ tx, input }) =>
      one<{ status: string; kind: string; endedOn: string | null }>(
        tx,
        'select t.status, t.kind, p.ended_on::text as "endedOn" from volunteers.programme p join volunteers.team t on t.district = p.district and t.id = p.team where p.id = $1 and p.retired_at is null',
        [input.programme],
      ),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有这个项目'),
        notYet(found?.status !== 'active', '承办服务队未在册'),
        notYet(Boolean(found?.endedOn) && String(found?.endedOn) < input.heldOn, '项目已结束'),
        why(input.heldOn < dayText(now), '日期不能早于今天'),
      ),
    effects: ({ input, found }) => ({
      set: { teamKind: found?.kind ?? null },
      clocks: [{ clock: 'tell', do: 'start', dueAt: new Date(Date.parse(`${input.heldOn}T16:00:00Z`) + 10 * 86_400_000) }],
    }),
  }),
  hold: action({
    zh: '登记开展情况',
    from: 'planned',
    to: 'held',
    by: 'volunteers.street',
    tone: 'primary',
    form: {
      beneficiaries: integer('受益', { unit: '人次', min: 0 }),
      score: number('反馈满意度', { unit: '分', min: 0, max: 5 }),
      feedback: longText('反馈', { maxLength: 500 }),
      photos: photos(1),
    },
    guard: ({ subject, now }) => notYet(dayText(now) < subject.heldOn, '活动还没有到日期'),
    look: ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(distinct volunteer)::int as n from volunteers.service where session = $1 and status <> 'dropped'`,
        [subject.id],
      ),
    check: ({ found, subject }) =>
      first(
        notYet((found?.n ?? 0) === 0, '没有志愿者签到'),
        why((found?.n ?? 0) > subject.seats, `签到${found?.n}人,超过招募${subject.seats}人,请核对`),
      ),
    effects: ({ input, found }) => ({
      set: { beneficiaries: input.beneficiaries, score: input.score, feedback: input.feedback, joined: found?.n ?? 0 },
      clocks: [{ clock: 'tell', do: 'stop' }],
    }),
  }),
  cancel: action({
    zh: '取消',
    from: 'planned',
    to: 'cancelled',
    by: 'volunteers.street',
    tone: 'danger',
    form: { feedback: longText('原因', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'tell', do: 'cancel' }] }),
  }),
}))

const emergencyForm = {
  name: text('应急任务', { maxLength: 80 }),
  basis: text('启动依据', { maxLength: 120 }),
  startedOn: date('启动日期'),
} as const
export const emergency = procedure('volunteers.emergency', {
  zh: '应急志愿响应',
  menu: '应急志愿',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'ZYJ', per: 'year', digits: 3 },
  help: '启动后可设岗排班;结束时未到岗的班次一并取消,不能再排。',
  fields: {
    ...emergencyForm,
    name: emergencyForm.name.searchable(),
    endedOn: date('结束日期').optional(),
    summary: longText('总结', { maxLength: 500 }).optional(),
  },
  statuses: { running: { zh: '响应中' }, ended: { zh: '已结束', kind: 'final' } },
}).actions((action) => ({
  start: action({ zh: '启动', from: 'new', to: 'running', by: 'volunteers.approve', form: emergencyForm }),
  end: action({
    zh: '结束',
    from: 'running',
    to: 'ended',
    by: 'volunteers.approve',
    tone: 'primary',
    form: { endedOn: date('结束日期'), summary: longText('总结', { maxLength: 500 }) },
    check: ({ input, subject }) => why(input.endedOn < subject.startedOn, '结束不能早于启动'),
    effects: ({ input, subject }) => ({ set: input, facts: [say(emergencyEnded, { emergency: subject.id })] }),
  }),
}))
const posts = { highway: '高速卡口', divert: '分流点', community: '社区', other: '其他点位' } as const
const shiftForm = {
  emergency: ref('应急任务', 'volunteers.emergency'),
  post: choice('点位类型', posts),
  place: text('点位', { maxLength: 80 }),
  dayOn: date('日期'),
  slot: choice('班次', { morning: '早班', afternoon: '中班', night: '晚班' }),
  volunteer: ref('志愿者', 'volunteers.volunteer'),
  kit: text('防护装备', { maxLength: 80 }),
} as const
interface Known {
  readonly status: string
  readonly branch: string | null
  readonly isParty: boolean
  readonly clash: string | null
}
const shiftSql = `select e.status, v.branch, v.is_party as "isParty", (select s.place from volunteers.shift s where s.volunteer = v.id and s.day_on = $3::date and s.slot = $4 and s.status = any(array['planned', 'done']) limit 1) as clash
  from volunteers.emergency e join volunteers.volunteer v on v.district = e.district and v.id = $2 and v.retired_at is null where e.id = $1`
export const shift = procedure('volunteers.shift', {
  zh: '应急志愿班次',
  menu: '应急志愿',
  title: 'place',
  numbering: { prefix: 'ZB', per: 'year', digits: 5 },
  fields: {
    ...shiftForm,
    place: shiftForm.place.searchable(),
    branch: text('党支部', { maxLength: 60 }).optional(),
    isParty: flag('党员').optional(),
    note: text('情况', { maxLength: 200 }).optional(),
  },
  statuses: {
    planned: { zh: '已排班', duty: 'volunteers.street', taskZh: '应急志愿班次待登记到岗' },
    done: { zh: '已到岗', kind: 'final' },
    missed: { zh: '缺岗', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '排班',
    from: 'new',
    to: 'planned',
    by: 'volunteers.street',
    form: shiftForm,
    look: ({ tx, input }) => one<Known>(tx, shiftSql, [input.emergency, input.volunteer, input.dayOn, input.slot]),
    check: ({ found }) =>
      first(
        why(!found, '没有这名志愿者或应急任务'),
        notYet(found?.status === 'ended', '应急任务已结束,不能再排班'),
        notYet(Boolean(found?.clash), `该班次已排在${found?.clash ?? ''}`),
      ),
    effects: ({ found }) => ({ set: { branch: found?.branch ?? null, isParty: found?.isParty ?? false } }),
  }),
  done: action({
    zh: '登记到岗',
    from: 'planned',
    to: ({ input }) => (input.isThere === 'yes' ? 'done' : 'missed'),
    by: 'volunteers.street',
    tone: 'primary',
    form: { isThere: choice('到岗', { yes: '到岗', no: '缺岗' }), note: text('情况', { maxLength: 200 }).optional() },
    guard: ({ subject, now }) => notYet(dayText(now) < subject.dayOn, '班次日期未到'),
    effects: ({ input }) => ({ set: { note: input.note } }),
  }),
  stop: action({ zh: '随应急结束取消', from: 'planned', to: 'cancelled', by: 'system' }),
}))
