/** 公厕暂停开放: asked for with a reason and a notice at the door, approved, shown to the public, and open again on its day. */
import {
  addDays,
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  first,
  type Job,
  longText,
  many,
  one,
  photos,
  procedure,
  ref,
  say,
  startOf,
  text,
} from '#kernel'
import { raiseAlarm } from '../alarm.ts'
import { rowMarked } from '../facts.ts'
import { notYet, why } from '../shared.ts'

const reasons = { repair: '维修改造', water: '停水停电', works: '周边施工', sewage: '管网堵塞', other: '其他' } as const
const form = {
  toilet: ref('公厕', 'sanitation.toilet'),
  kind: choice('原因', reasons),
  reason: longText('说明', { maxLength: 300 }),
  fromOn: date('暂停起'),
  toOn: date('暂停止(含)'),
  instead: ref('就近替代公厕', 'sanitation.toilet'),
  notice: photos(1, '现场告示照片'),
} as const
interface Asked {
  readonly name: string
  readonly state: string
  readonly areaCode: string | null
  readonly busy: string | null
  readonly instead: string | null
}
/** The toilet, its suspension under way, and the name of the other one where that is open. */
const askedSql = `select t.name, t.state, t.area_code as "areaCode",
    (select number from sanitation.suspension s where s.district = t.district and s.toilet = t.id and s.status = any(array['applied', 'approved', 'due']) limit 1) as busy,
    (select i.name from sanitation.toilet i where i.id = $2::uuid and i.retired_at is null and i.state = 'open') as instead
  from sanitation.toilet t where t.id = $1 and t.retired_at is null`
const marked = (id: string, values: Record<string, unknown>, number: string) =>
  say(rowMarked, { register: 'sanitation.toilet', id, values, reason: `暂停开放${number}` })
const noTimer = [{ name: 'due', at: null, action: 'due' }] as const
export const suspension = procedure('sanitation.suspension', {
  zh: '公厕暂停开放',
  menu: '公厕',
  title: 'name',
  listed: ['kind', 'fromOn', 'toOn', 'nearest', 'reopenedOn'],
  numbering: { prefix: 'ZT', per: 'year', digits: 4 },
  help: '申请 → 批准 → 公告 → 到期提醒 → 恢复开放;到期未恢复的算未经批准关闭。',
  fields: {
    ...form,
    instead: form.instead.optional(),
    nearest: text('就近替代', { maxLength: 120 }),
    name: text('公厕', { maxLength: 80 }).searchable(),
    days: text('天数', { maxLength: 10 }),
    opinion: longText('审批意见', { maxLength: 300 }).optional(),
    reopenedOn: date('恢复日期').optional(),
    isLate: choice('逾期恢复', { yes: '是', no: '否' }).optional(),
    donePhotos: photos(0, '恢复照片').optional(),
  },
  statuses: {
    applied: { zh: '待审批', duty: 'sanitation.approve', taskZh: '公厕暂停开放待审批' },
    approved: { zh: '已批准' },
    due: { zh: '到期待恢复', duty: 'sanitation.work', taskZh: '公厕应恢复开放' },
    reopened: { zh: '已恢复', kind: 'final' },
    refused: { zh: '不同意', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申请暂停',
    from: 'new',
    to: 'applied',
    by: 'sanitation.work',
    form,
    look: ({ tx, input }) => one<Asked>(tx, askedSql, [input.toilet, input.instead]),
    check: ({ input, found, now, parameter }) =>
      first(
        why(!found || found.state === 'closed', '没有这座公厕,或已关闭'),
        why(input.instead === input.toilet, '就近替代的应是另一座公厕'),
        why(Boolean(found) && !found?.instead, '就近替代的公厕也没有开放,请另选'),
        notYet(Boolean(found?.busy), `已有暂停单${found?.busy ?? ''}`),
        why(input.fromOn < dayText(now), '不能补办:暂停起不能早于今天'),
        why(input.toOn < input.fromOn, '止不能早于起'),
        why(
          input.toOn > addDays(input.fromOn, parameter('sanitation.suspend-days') - 1),
          `一次不超过${parameter('sanitation.suspend-days')}日`,
        ),
      ),
    effects: ({ input, found }) => ({
      set: {
        name: found?.name ?? '',
        nearest: found?.instead ?? '',
        ...(found?.areaCode ? { areaCode: found.areaCode } : {}),
        days: String(Math.round((Date.parse(input.toOn) - Date.parse(input.fromOn)) / 86_400_000) + 1),
      },
    }),
  }),
  approve: action({
    zh: '批准',
    from: 'applied',
    to: 'approved',
    by: 'sanitation.approve',
    tone: 'primary',
    form: { opinion: longText('意见', { maxLength: 300 }) },
    guard: ({ actor, past, subject, now }) =>
      first(
        notYet(didBefore(past, 'apply', actor), '申请人不能批准自己的申请'),
        notYet(dayText(now) > subject.toOn, '申请的期限已过,请不同意后重新申请'),
      ),
    effects: ({ input, subject, now }) => ({
      set: { opinion: input.opinion },
      timers: [
        { name: 'begin', at: startOf(subject.fromOn) > now ? startOf(subject.fromOn) : now, action: 'begin' },
        { name: 'due', at: endOf(subject.toOn), action: 'due' },
      ],
    }),
  }),
  refuse: action({
    zh: '不同意',
    from: 'applied',
    to: 'refused',
    by: 'sanitation.approve',
    tone: 'danger',
    form: { opinion: longText('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  begin: action({
    zh: '暂停并公告',
    from: 'approved',
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      facts: [
        marked(
          subject.toilet,
          {
            state: 'suspended',
            notice: `${subject.fromOn}至${subject.toOn}暂停开放(${reasons[subject.kind]}),就近:${subject.nearest}`.slice(0, 200),
          },
          subject.number,
        ),
      ],
    }),
  }),
  due: action({ zh: '到期提醒', from: 'approved', to: 'due', by: 'system' }),
  reopen: action({
    zh: '恢复开放',
    from: ['approved', 'due'],
    to: 'reopened',
    by: 'sanitation.work',
    tone: 'primary',
    form: { donePhotos: photos(1, '恢复照片') },
    effects: ({ input, subject, now }) => ({
      set: { ...input, reopenedOn: dayText(now), isLate: dayText(now) > addDays(subject.toOn, 1) ? 'yes' : 'no' },
      timers: [...noTimer, { name: 'begin', at: null, action: 'begin' }],
      facts: [marked(subject.toilet, { state: 'open', notice: null }, subject.number)],
    }),
  }),
}))
interface Late {
  readonly id: string
  readonly toilet: string
  readonly name: string
  readonly toOn: string
}
const lateSql = `select s.id, s.toilet, s.name, s.to_on::text as "toOn" from sanitation.suspension s join sanitation.toilet t on t.district = s.district and t.id = s.toilet
  where s.status = 'due' and s.to_on + 1 < $1::date and t.state = 'suspended'`
/** A day after its last day a toilet that is not open again is closed without leave. */
export const suspensionJob: Job = {
  id: 'sanitation.suspensions',
  zh: '公厕逾期未恢复',
  everyMinutes: 60,
  run: async (ctx) => {
    for (const s of await many<Late>(ctx.tx, lateSql, [dayText(ctx.now)])) {
      await raiseAlarm(ctx, {
        kind: 'toiletClosed',
        key: `toiletClosed ${s.toilet}`,
        target: s.name,
        detail: `批准暂停至${s.toOn},逾期未恢复开放`,
      })
    }
  },
}
