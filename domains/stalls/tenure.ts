/** 摊位使用 and the evening's roll-call: who is absent too long loses the stall, and the next in the waiting list is asked. */
import {
  addMonths,
  date,
  dayText,
  first,
  flag,
  integer,
  list,
  many,
  money,
  one,
  photos,
  procedure,
  ref,
  repeated,
  rows,
  say,
  text,
} from '#kernel'
import { eveningCounted, seatFreed } from './facts.ts'
import { notYet, why } from './shared.ts'

const form = {
  site: ref('摊区夜市', 'stalls.site'),
  stall: integer('摊位号', { min: 1 }),
  name: text('摊主', { maxLength: 40 }),
  idCode: text('身份证号', { maxLength: 18 }).personal('idNumber'),
  phone: text('手机', { maxLength: 11 }).personal('phone'),
  goods: text('经营内容', { maxLength: 80 }),
} as const
export const tenure = procedure('stalls.tenure', {
  zh: '摊位使用',
  menu: '摊位分配',
  title: 'name',
  numbering: { prefix: 'TW', per: 'year', digits: 5 },
  help: '一摊一人、一人一摊;摊位费按月;连续缺席满规定晚数自动收回,由候补递补;安全隐患关停的摊位整改后恢复。',
  fields: {
    ...form,
    name: form.name.searchable(),
    applicant: ref('报名', 'stalls.applicant').optional(),
    fromOn: date('起').optional(),
    paidTo: date('已缴至').optional(),
    paidFen: money('已缴').optional(),
    absent: integer('连续缺席', { unit: '晚' }).optional(),
    present: integer('出摊', { unit: '晚' }).optional(),
    endedOn: date('收回(退出)日期').optional(),
    reason: text('原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    held: { zh: '使用中' },
    shut: { zh: '关停整改', duty: 'stalls.manage', taskZh: '摊位关停整改' },
    lapsed: { zh: '缺席收回', kind: 'final' },
    left: { zh: '退出', kind: 'final' },
  },
}).actions((action) => ({
  take: action({
    zh: '开始使用',
    from: 'new',
    to: 'held',
    by: 'system',
    form: { ...form, applicant: ref('报名', 'stalls.applicant').optional() },
    effects: ({ now }) => ({ set: { fromOn: dayText(now), paidTo: dayText(now), paidFen: 0, absent: 0, present: 0 } }),
  }),
  pay: action({
    zh: '缴摊位费',
    from: ['held', 'shut'],
    to: 'same',
    by: 'stalls.town',
    form: { months: integer('月数', { unit: '月', min: 1, max: 12 }) },
    look: ({ tx, subject }) =>
      one<{ rent: number }>(tx, 'select rent_fen as rent from stalls.site where id = $1', [subject.site]),
    effects: ({ input, subject, found }) => ({
      set: {
        paidTo: addMonths(subject.paidTo ?? subject.fromOn ?? '', input.months),
        paidFen: (subject.paidFen ?? 0) + (found?.rent ?? 0) * input.months,
      },
    }),
  }),
  attend: action({
    zh: '出摊',
    from: ['held', 'shut'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({ set: { absent: 0, present: (subject.present ?? 0) + 1 } }),
  }),
  miss: action({
    zh: '缺席',
    from: 'held',
    by: 'system',
    form: { on: date('日期') },
    to: ({ subject, parameter }) => ((subject.absent ?? 0) + 1 >= parameter('stalls.absent-days') ? 'lapsed' : 'held'),
    effects: ({ input, subject, parameter }) => {
      const absent = (subject.absent ?? 0) + 1
      const isLapsed = absent >= parameter('stalls.absent-days')
      return {
        set: { absent, ...(isLapsed ? { endedOn: input.on, reason: `连续缺席${absent}晚` } : {}) },
        messages: isLapsed
          ? [{ channel: 'sms', recipient: subject.phone, body: `【夜市】${subject.stall}号摊位连续缺席${absent}晚,已收回。` }]
          : [],
        facts: isLapsed ? [say(seatFreed, { site: subject.site, stall: subject.stall, reason: '缺席收回' })] : [],
      }
    },
  }),
  shut: action({
    zh: '隐患关停',
    from: 'held',
    to: 'shut',
    by: 'system',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  reopen: action({
    zh: '整改后恢复',
    from: 'shut',
    to: 'held',
    by: 'stalls.manage',
    tone: 'primary',
    look: ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        'select count(*)::int as n from stalls.hazard where site = $1 and stall = $2 and is_serious and closed_at is null',
        [subject.site, subject.stall],
      ),
    check: ({ found }) => notYet((found?.n ?? 0) > 0, `还有${found?.n}个重大隐患未销号`),
    effects: () => ({ set: { reason: null, absent: 0 } }),
  }),
  leave: action({
    zh: '退出',
    from: ['held', 'shut'],
    to: 'left',
    by: 'stalls.town',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input, subject, now }) => ({
      set: { ...input, endedOn: dayText(now) },
      facts: [say(seatFreed, { site: subject.site, stall: subject.stall, reason: input.reason })],
    }),
  }),
}))
const eveningForm = {
  site: ref('摊区夜市', 'stalls.site'),
  dayOn: date('日期'),
  staff: list('值守人员'),
  present: list('出摊摊位号'),
  isClean: flag('收摊清扫干净'),
  isPowerOk: flag('用电正常'),
  problems: rows('秩序问题', { what: text('问题', { maxLength: 200 }) }),
  photos: photos(1, '照片'),
} as const
export const evening = procedure('stalls.evening', {
  zh: '夜市当晚值守',
  menu: '夜市运行',
  title: 'dayOn',
  numbering: { prefix: 'WS', per: 'day', digits: 3 },
  help: '每晚点名、清扫、用电、秩序一单;一晚一单。',
  uniqueTogether: [['site', 'dayOn']],
  fields: {
    ...eveningForm,
    people: integer('值守', { unit: '人' }).optional(),
    opened: integer('出摊', { unit: '个' }).optional(),
    found: integer('问题', { unit: '个' }).optional(),
  },
  statuses: { done: { zh: '已登记', kind: 'final' } },
}).actions((action) => ({
  count: action({
    zh: '登记当晚',
    from: 'new',
    to: 'done',
    by: 'stalls.town',
    form: eveningForm,
    look: async ({ tx, input }) => ({
      site: await one<{ stalls: number }>(tx, `select stalls from stalls.site where id = $1 and status = 'open'`, [input.site]),
      held: await many<{ stall: number }>(tx, `select stall from stalls.tenure where site = $1 and status = 'held'`, [
        input.site,
      ]),
      earlier: await one<{ n: number }>(tx, 'select 1 as n from stalls.evening where site = $1 and day_on = $2::date', [
        input.site,
        input.dayOn,
      ]),
    }),
    check: ({ input, found, now }) => {
      const other = input.present.find((s) => !found.held.some((h) => String(h.stall) === s))
      return first(
        notYet(!found.site, '没有在开放'),
        why(input.dayOn > dayText(now), '日期不能晚于今天'),
        why(input.staff.length === 0, '须有值守人员'),
        why(Boolean(repeated(input.present)), '摊位号重复'),
        why(other !== undefined, `${other}号没有在用的摊主`),
        notYet(Boolean(found.earlier), '当晚已登记'),
      )
    },
    effects: ({ input }) => ({
      set: { people: input.staff.length, opened: input.present.length, found: input.problems.length },
      facts: [say(eveningCounted, { site: input.site, on: input.dayOn, present: input.present.map(Number) })],
    }),
  }),
}))
