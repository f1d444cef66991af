/** 志愿服务队: a tree of teams, each asked for, approved and looked at once a year; the volunteers registered in them; what they earned. */
import {
  addDays,
  bySystem,
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  type Job,
  list,
  longText,
  many,
  number,
  one,
  procedure,
  record,
  ref,
  register,
  text,
  type WorkContext,
} from '#kernel'
import { notYet, why } from './shared.ts'

const teamForm = {
  name: text('服务队', { maxLength: 80 }),
  parent: ref('上级服务队', 'volunteers.team').optional(),
  kind: choice('类别', { party: '党员志愿服务队', social: '社会志愿服务队', unit: '单位志愿服务队', campus: '校园志愿服务队' }),
  captain: text('队长', { maxLength: 30 }),
  captainPhone: text('队长电话', { maxLength: 20, pattern: { source: '^1\\d{10}$', zh: '应为11位手机号' } }),
  areas: list('服务区域'),
} as const
export const team = procedure('volunteers.team', {
  zh: '志愿服务队',
  menu: '志愿服务',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'ZYD', per: 'year', digits: 3 },
  help: '申请 → 批准 → 每年年审;年审到期提醒,不通过的暂停;暂停期间队员的服务不能登记、不计时长。',
  fields: {
    ...teamForm,
    name: text('服务队', { maxLength: 80 }).unique().searchable(),
    captain: teamForm.captain.personal('name'),
    captainPhone: teamForm.captainPhone.personal('phone'),
    approvedOn: date('批准日期').optional(),
    reviewOn: date('下次年审').optional(),
    reviewed: longText('年审意见', { maxLength: 300 }).optional(),
  },
  statuses: {
    asked: { zh: '待批准', duty: 'volunteers.approve', taskZh: '志愿服务队待批准' },
    active: { zh: '在册' },
    due: { zh: '待年审', duty: 'volunteers.approve', taskZh: '志愿服务队待年审' },
    paused: { zh: '暂停' },
    refused: { zh: '不同意', kind: 'final' },
    dissolved: { zh: '已解散', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '申请成立',
    from: 'new',
    to: 'asked',
    by: 'volunteers.street',
    form: teamForm,
    look: ({ tx, input }) =>
      one<{ status: string }>(tx, 'select status from volunteers.team where id = $1', [input.parent ?? null]),
    check: ({ input, found }) => notYet(Boolean(input.parent) && found?.status !== 'active', '上级服务队未在册'),
  }),
  approve: action({
    zh: '批准',
    from: 'asked',
    to: ({ input }) => (input.isOk === 'yes' ? 'active' : 'refused'),
    by: 'volunteers.approve',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '同意', no: '不同意' }), reviewed: longText('说明', { maxLength: 300 }).optional() },
    effects: ({ input, now, parameter }) =>
      input.isOk === 'yes'
        ? { set: { approvedOn: dayText(now), reviewOn: addDays(dayText(now), parameter('volunteers.review-days')) } }
        : { set: { reviewed: input.reviewed } },
  }),
  remind: action({ zh: '年审到期', from: 'active', to: 'due', by: 'system' }),
  review: action({
    zh: '年审',
    from: ['due', 'paused'],
    to: ({ input }) => (input.isOk === 'yes' ? 'active' : 'paused'),
    by: 'volunteers.approve',
    tone: 'primary',
    form: { isOk: choice('结论', { yes: '通过', no: '暂停整改' }), reviewed: longText('年审意见', { maxLength: 300 }) },
    effects: ({ input, now, parameter }) => ({
      set: {
        reviewed: input.reviewed,
        ...(input.isOk === 'yes' ? { reviewOn: addDays(dayText(now), parameter('volunteers.review-days')) } : {}),
      },
    }),
  }),
  dissolve: action({
    zh: '解散',
    from: ['active', 'due', 'paused'],
    to: 'dissolved',
    by: 'volunteers.approve',
    tone: 'danger',
    form: { reviewed: longText('原因', { maxLength: 300 }) },
    look: ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(*)::int as n from volunteers.team where parent = $1 and status = any(array['active', 'due', 'paused'])`,
        [subject.id],
      ),
    check: ({ found }) => notYet((found?.n ?? 0) > 0, `还有${found?.n}支下级服务队`),
    effects: ({ input }) => ({ set: input }),
  }),
}))
export const reviewJob: Job = {
  id: 'volunteers.review',
  zh: '志愿服务队年审到期',
  everyMinutes: 720,
  run: async (ctx: WorkContext) => {
    const sql = `select id from volunteers.team where status = 'active' and review_on <= $1::date for update`
    for (const { id } of await many<{ id: string }>(ctx.tx, sql, [dayText(ctx.now)])) await bySystem(ctx, team.id, id, 'remind')
  },
}

export const volunteer = register('volunteers.volunteer', {
  zh: '志愿者',
  menu: '志愿服务',
  title: 'name',
  fields: {
    code: text('志愿者编号', { maxLength: 20 }).unique().searchable(),
    name: text('姓名', { maxLength: 30 }).personal('name').searchable(),
    phone: text('手机号', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '应为11位手机号' } })
      .personal('phone')
      .unique(),
    team: ref('服务队', 'volunteers.team'),
    isParty: flag('中共党员'),
    branch: text('所在党支部', { maxLength: 60 }).optional(),
    registeredOn: date('注册日期'),
  },
})
/** One line for each time of service that stands: hours are the sum of lines, so that a correction is a line too. */
export const ledger = record('volunteers.ledger', {
  zh: '志愿服务记录',
  menu: '志愿服务',
  title: 'what',
  fields: {
    volunteer: ref('志愿者', 'volunteers.volunteer'),
    team: ref('服务队', 'volunteers.team'),
    source: choice('方式', { time: '计时', piece: '计件' }),
    sourceId: text('服务单号', { maxLength: 60 }),
    dayOn: date('日期'),
    hours: number('时长', { unit: '小时', decimals: 1 }),
    points: integer('积分', { unit: '分' }),
    pieces: number('件数'),
    what: text('内容', { maxLength: 120 }).searchable(),
  },
})
/** @returns why this volunteer cannot serve now; undefined where he can. */
export const servingFault = (found: { readonly status: string } | undefined) =>
  first(why(!found, '没有这名志愿者'), notYet(found?.status !== 'active' && found?.status !== 'due', '所在服务队未在册'))
export interface Serving {
  readonly team: string
  readonly status: string
}
export const servingSql =
  'select v.team, t.status from volunteers.volunteer v join volunteers.team t on t.district = v.district and t.id = v.team where v.id = $1 and v.retired_at is null'
