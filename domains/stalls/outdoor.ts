/** 临时外摆、夜间经济时段、特色摊引导入园. */
import {
  addDays,
  choice,
  choices,
  date,
  dayText,
  first,
  flag,
  integer,
  list,
  number,
  one,
  photos,
  procedure,
  record,
  ref,
  startOf,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'

const hour = (zh: string) => text(zh, { maxLength: 5, pattern: { source: '^([01]\\d|2[0-4]):[0-5]\\d$', zh: '时刻如 18:00' } })
const weekdays = { '1': '周一', '2': '周二', '3': '周三', '4': '周四', '5': '周五', '6': '周六', '0': '周日' } as const
const form = {
  shop: ref('商户', 'grid.shop'),
  place: text('外摆位置', { maxLength: 120 }),
  areaM2: number('面积', { unit: '㎡', min: 0.1 }),
  stalls: integer('外摆摊位', { unit: '个', min: 1 }),
  days: choices('星期', weekdays),
  fromHour: hour('自'),
  toHour: hour('至'),
  validTo: date('有效期至'),
  clearM: number('剩余人行净宽', { unit: 'm', min: 0 }),
  photos: photos(1, '位置照片'),
} as const
export const outdoor = procedure('stalls.outdoor', {
  zh: '临时外摆',
  menu: '外摆与夜间经济',
  title: 'shopName',
  numbering: { prefix: 'WB', per: 'year', digits: 4 },
  help: '不收费;凭外摆编号经营,期满自动结束;违规满次数取消。',
  fields: {
    ...form,
    shopName: text('店招', { maxLength: 80 }).searchable().optional(),
    permitNo: text('外摆许可编号', { maxLength: 40 }).optional(),
    feeFen: integer('收费', { unit: '分' }).optional(),
    breaches: integer('违规', { unit: '次' }).optional(),
    breach: text('最近违规', { maxLength: 200 }).optional(),
    refusal: text('不同意原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    asked: { zh: '待同意', duty: 'stalls.manage', taskZh: '临时外摆待同意' },
    active: { zh: '外摆中' },
    refused: { zh: '不同意', kind: 'final' },
    revoked: { zh: '已取消', kind: 'final' },
    ended: { zh: '期满', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '申请外摆',
    from: 'new',
    to: 'asked',
    by: 'stalls.town',
    form,
    look: ({ tx, input }) =>
      one<{ name: string; taken: number }>(
        tx,
        `select name, (select count(*)::int from stalls.outdoor o where o.shop = s.id and o.status in ('asked', 'active')) as taken from grid.shop s where id = $1 and retired_at is null`,
        [input.shop],
      ),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有这家商户'),
        notYet((found?.taken ?? 0) > 0, '这家商户已有外摆'),
        why(input.days.length === 0, '请选择星期'),
        why(input.validTo <= dayText(now), '有效期应在今天以后'),
      ),
    effects: ({ found }) => ({ set: { shopName: found?.name ?? '', breaches: 0, feeFen: 0 } }),
  }),
  grant: action({
    zh: '同意',
    from: 'asked',
    to: 'active',
    by: 'stalls.manage',
    tone: 'primary',
    guard: ({ subject }) => notYet(Number(subject.clearM) < 1.5, `剩余人行净宽${Number(subject.clearM)}m,不足1.5m`),
    effects: ({ subject }) => ({
      set: { permitNo: `外摆${subject.number}` },
      timers: [{ name: 'term', at: startOf(addDays(subject.validTo, 1)), action: 'end' }],
    }),
  }),
  refuse: action({
    zh: '不同意',
    from: 'asked',
    to: 'refused',
    by: 'stalls.manage',
    tone: 'danger',
    form: { refusal: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  breach: action({
    zh: '登记违规',
    from: 'active',
    by: 'stalls.check',
    form: { breach: text('违规情况', { maxLength: 200 }), breachPhotos: photos(1, '照片') },
    to: ({ subject, parameter }) => ((subject.breaches ?? 0) + 1 >= parameter('stalls.breaches') ? 'revoked' : 'active'),
    effects: ({ input, subject }) => ({ set: { breach: input.breach, breaches: (subject.breaches ?? 0) + 1 } }),
  }),
  end: action({ zh: '期满', from: 'active', to: 'ended', by: 'system' }),
}))
export const nightLevels = { allow: '放而有的', manage: '放而有管', order: '放而有序' } as const
const nightForm = {
  name: text('街区(商圈)', { maxLength: 80 }),
  level: choice('管控', nightLevels),
  fromOn: date('起'),
  toOn: date('止'),
  fromHour: hour('自'),
  toHour: hour('至'),
  shops: list('允许名单(店招)'),
  activities: text('活动(外摆、促销)', { maxLength: 200 }),
} as const
export const night = procedure('stalls.night', {
  zh: '夜间经济时段',
  menu: '外摆与夜间经济',
  title: 'name',
  numbering: { prefix: 'YJ', per: 'year', digits: 3 },
  help: '名单内商户在时段内外摆、促销;名单外、时段外的记为当晚问题。',
  fields: { ...nightForm, name: nightForm.name.searchable(), allowed: integer('允许', { unit: '家' }).optional() },
  statuses: { running: { zh: '实施中' }, ended: { zh: '已结束', kind: 'final' } },
}).actions((action) => ({
  start: action({
    zh: '划定时段',
    from: 'new',
    to: 'running',
    by: 'stalls.manage',
    form: nightForm,
    check: ({ input }) =>
      first(why(input.toOn < input.fromOn, '止不能早于起'), why(input.shops.length === 0, '允许名单不能为空')),
    effects: ({ input }) => ({
      set: { allowed: input.shops.length },
      timers: [{ name: 'term', at: startOf(addDays(input.toOn, 1)), action: 'end' }],
    }),
  }),
  adjust: action({
    zh: '调整管控与名单',
    from: 'running',
    to: 'same',
    by: 'stalls.manage',
    form: { level: choice('管控', nightLevels), shops: list('允许名单(店招)') },
    effects: ({ input }) => ({ set: { ...input, allowed: input.shops.length } }),
  }),
  end: action({ zh: '结束', from: 'running', to: 'ended', by: 'system' }),
}))
export const nightRound = record('stalls.night-round', {
  zh: '夜间巡查',
  menu: '外摆与夜间经济',
  title: 'dayOn',
  fields: {
    night: ref('时段', 'stalls.night'),
    dayOn: date('当晚'),
    shopsOut: integer('在外经营', { unit: '家', min: 0 }),
    unlisted: integer('名单外', { unit: '家', min: 0 }),
    offHours: integer('时段外', { unit: '家', min: 0 }),
    noise: integer('噪声扰民', { unit: '起', min: 0 }),
    litter: integer('垃圾未清', { unit: '处', min: 0 }),
  },
})
const introForm = {
  vendor: text('摊主', { maxLength: 40 }),
  phone: text('手机', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
  goods: text('特色', { maxLength: 80 }),
  foundAt: text('原经营地点', { maxLength: 120 }),
  site: ref('推荐摊区夜市', 'stalls.site'),
  offer: text('优惠', { maxLength: 200 }),
  photos: photos(1, '照片'),
} as const
export const intro = procedure('stalls.intro', {
  zh: '特色摊引导入园',
  menu: '外摆与夜间经济',
  title: 'vendor',
  numbering: { prefix: 'YD', per: 'year', digits: 4 },
  help: '街头发现 → 推荐 → 接受或拒绝 → 规定周数后回访是否还在经营。',
  fields: {
    ...introForm,
    vendor: introForm.vendor.searchable(),
    answer: text('答复', { maxLength: 200 }).optional(),
    movedOn: date('入园日期').optional(),
    visitOn: date('应回访').optional(),
    isTrading: flag('仍在经营').optional(),
  },
  statuses: {
    offered: { zh: '已推荐', duty: 'stalls.town', taskZh: '引导入园待答复' },
    moved: { zh: '已入园' },
    due: { zh: '待回访', duty: 'stalls.town', taskZh: '引导入园待回访' },
    staying: { zh: '稳定经营', kind: 'final' },
    left: { zh: '已离开', kind: 'final' },
    refused: { zh: '未接受', kind: 'final' },
  },
}).actions((action) => ({
  offer: action({
    zh: '推荐入园',
    from: 'new',
    to: 'offered',
    by: 'stalls.town',
    form: introForm,
    look: ({ tx, input }) =>
      one<{ stalls: number; used: number }>(
        tx,
        `select stalls, (select count(*)::int from stalls.tenure where site = s.id and status in ('held', 'shut')) + (select count(*)::int from stalls.intro where site = s.id and status in ('offered', 'moved', 'due', 'staying')) as used from stalls.site s where id = $1 and status = 'open'`,
        [input.site],
      ),
    check: ({ found }) =>
      first(notYet(!found, '没有在开放'), notYet((found?.used ?? 0) >= (found?.stalls ?? 0), '已经满了,请换一处')),
  }),
  accept: action({
    zh: '接受入园',
    from: 'offered',
    to: 'moved',
    by: 'stalls.town',
    tone: 'primary',
    form: { movedOn: date('入园日期') },
    check: ({ input, now }) => why(input.movedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input, parameter }) => {
      const visitOn = addDays(input.movedOn, 7 * parameter('stalls.weeks'))
      return { set: { ...input, visitOn }, timers: [{ name: 'visit', at: startOf(visitOn), action: 'fallDue' }] }
    },
  }),
  decline: action({
    zh: '未接受',
    from: 'offered',
    to: 'refused',
    by: 'stalls.town',
    form: { answer: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  fallDue: action({ zh: '应回访', from: 'moved', to: 'due', by: 'system' }),
  visit: action({
    zh: '回访',
    from: 'due',
    by: 'stalls.town',
    tone: 'primary',
    form: { isTrading: flag('仍在经营'), answer: text('情况', { maxLength: 200 }) },
    to: ({ input }) => (input.isTrading ? 'staying' : 'left'),
    effects: ({ input }) => ({ set: input }),
  }),
}))
