/** 街面设施作业: bollards, rails, flower boxes, boards, coatings, sheds, fences, kiosks: one job with a kind, a quantity and the check of its kind. */
import {
  addDays,
  area,
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  integer,
  number,
  one,
  photos,
  procedure,
  ref,
  register,
  streetOf,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

export const workKinds = {
  pillar: '阻车立柱',
  ball: '阻车球柱',
  isolator: '隔离栏',
  flowerBox: '花箱',
  board: '便民张贴栏',
  nano: '纳米漆涂刷',
  sunshade: '非机动车遮阳棚',
  fence: '围挡',
} as const
const form = {
  kind: choice('设施', workKinds),
  place: text('位置', { maxLength: 120 }),
  spot: choice('场所', {
    street: '主要街道',
    lane: '背街小巷',
    gate: '小区出入口',
    crossing: '路口',
    station: '轨道站点',
    site: '工地',
  }),
  requestedBy: text('申请单位', { maxLength: 80 }),
  quantity: number('数量', { min: 0.01 }).help('立柱根、球柱个、隔离栏米、花箱个、张贴栏块、涂刷套、遮阳棚个、围挡平方米'),
  clearM: number('人行净宽', { unit: 'm', min: 0 }).optional(),
  heightM: number('高度', { unit: 'm', min: 0 }).optional(),
  publicShare: number('公益宣传占比', { unit: '%', min: 0, max: 100 }).optional(),
  permitNo: text('批准(许可)文号', { maxLength: 60 }).optional(),
  untilOn: date('期限(围挡拆除)').optional(),
  size: text('版面尺寸(张贴栏)', { maxLength: 40 }).help('如 1.2×0.8 m').optional(),
  room: integer('可张贴(张贴栏)', { unit: '张', min: 1 }).optional(),
  cleaningDay: choice('清洁日(张贴栏)', {
    mon: '周一',
    tue: '周二',
    wed: '周三',
    thu: '周四',
    fri: '周五',
    sat: '周六',
    sun: '周日',
  }).optional(),
} as const
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
/** The first cleaning day on or after `day`; a board without one is cleaned on the day itself. */
const cleaningOn = (day: string, weekday: string | null): string =>
  weekday == null ? day : addDays(day, (weekdays.indexOf(weekday) - new Date(`${day}T00:00:00Z`).getUTCDay() + 7) % 7)
const done = {
  doneOn: date('完成日期'),
  doneQuantity: number('完成数量', { min: 0.01 }),
  product: text('产品(植物、设计)', { maxLength: 80 }).optional(),
  warrantyTo: date('质保至').optional(),
  keeper: text('管护单位', { maxLength: 80 }),
  photos: photos(1, '完成照片'),
} as const
const barrier: readonly string[] = ['pillar', 'ball', 'isolator', 'flowerBox']
export const works = procedure('appearance.works', {
  zh: '街面设施作业',
  menu: '街面设施',
  title: 'place',
  numbering: { prefix: 'SS', per: 'year', digits: 5 },
  help: '申请 → 批准(按种类核净宽、高度、许可)→ 施工 → 在用;损坏报修、移除都记在同一处。',
  fields: {
    ...form,
    place: form.place.searchable(),
    town: area('街道(镇)').optional(),
    doneOn: done.doneOn.optional(),
    doneQuantity: done.doneQuantity.optional(),
    product: done.product,
    warrantyTo: done.warrantyTo,
    keeper: done.keeper.optional(),
    photos: photos(0, '完成照片').optional(),
    checkedOn: date('结构安全检查').optional(),
    damages: integer('损坏', { unit: '次' }).optional(),
    damage: text('损坏情况', { maxLength: 200 }).optional(),
    removedOn: date('移除日期').optional(),
    isOverdue: flag('到期未拆').optional(),
  },
  statuses: {
    requested: { zh: '待批准', duty: 'appearance.manage', taskZh: '街面设施待批准' },
    approved: { zh: '待施工', duty: 'appearance.work', taskZh: '街面设施待施工' },
    standing: { zh: '在用' },
    damaged: { zh: '损坏', duty: 'appearance.work', taskZh: '街面设施待修复' },
    overdue: { zh: '到期待拆', duty: 'appearance.work', taskZh: '围挡到期待拆除' },
    removed: { zh: '已移除', kind: 'final' },
    refused: { zh: '不予批准', kind: 'final' },
  },
}).actions((action) => ({
  request: action({
    zh: '申请',
    from: 'new',
    to: 'requested',
    by: 'appearance.town',
    form,
    check: ({ input, now }) =>
      first(
        why(barrier.includes(input.kind) && input.clearM == null, '须填人行净宽'),
        why(
          input.kind === 'fence' && (input.heightM == null || input.publicShare == null || !input.untilOn),
          '围挡须填高度、公益占比与期限',
        ),
        why(Boolean(input.untilOn) && String(input.untilOn) <= dayText(now), '期限应在今天以后'),
        why(input.kind === 'sunshade' && input.spot !== 'crossing', '遮阳棚设在路口'),
        why(input.kind === 'board' && !(input.size && input.room && input.cleaningDay), '张贴栏须填版面尺寸、可张贴数与清洁日'),
      ),
    effects: ({ subject }) => ({ set: { town: streetOf(subject.areaCode), damages: 0, isOverdue: false } }),
  }),
  approve: action({
    zh: '批准',
    from: 'requested',
    to: 'approved',
    by: 'appearance.manage',
    tone: 'primary',
    form: { permitNo: text('批准(许可)文号', { maxLength: 60 }).optional() },
    check: ({ input, subject, parameter }) =>
      first(
        notYet(
          barrier.includes(subject.kind) && Number(subject.clearM) < parameter('appearance.clear-width'),
          `人行净宽${Number(subject.clearM)}m,不足${parameter('appearance.clear-width')}m`,
        ),
        notYet(
          subject.kind === 'fence' && Number(subject.heightM) < parameter('appearance.fence-height'),
          `围挡高度${Number(subject.heightM)}m,不足${parameter('appearance.fence-height')}m`,
        ),
        notYet(
          subject.kind === 'fence' && Number(subject.publicShare) < parameter('appearance.fence-share'),
          `公益宣传${Number(subject.publicShare)}%,不足${parameter('appearance.fence-share')}%`,
        ),
        notYet(
          (subject.kind === 'sunshade' || subject.kind === 'fence') && !(input.permitNo ?? subject.permitNo),
          '须有建设许可(批准)文号',
        ),
      ),
    effects: ({ input, subject }) => ({ set: { permitNo: input.permitNo ?? subject.permitNo } }),
  }),
  refuse: action({
    zh: '不予批准',
    from: 'requested',
    to: 'refused',
    by: 'appearance.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
  build: action({
    zh: '施工完成',
    from: 'approved',
    to: 'standing',
    by: 'appearance.work',
    tone: 'primary',
    form: done,
    check: ({ input, subject, now }) =>
      first(
        why(input.doneOn > dayText(now), '日期不能晚于今天'),
        why(input.doneQuantity > Number(subject.quantity), `完成数量超过批准的${Number(subject.quantity)}`),
        why(Boolean(input.warrantyTo) && String(input.warrantyTo) <= input.doneOn, '质保期应在完成之后'),
        why(subject.kind === 'nano' && !(input.product && input.warrantyTo), '纳米漆须填产品与质保期'),
        why(subject.kind === 'flowerBox' && !input.product, '花箱须填植物'),
      ),
    effects: ({ input, subject }) => ({
      set: input,
      timers: subject.untilOn ? [{ name: 'until', at: endOf(subject.untilOn), action: 'overstay' }] : [],
    }),
  }),
  inspect: action({
    zh: '结构安全检查',
    from: 'standing',
    by: 'appearance.work',
    form: { checkedOn: date('日期'), isSafe: flag('安全'), note: text('情况', { maxLength: 200 }) },
    to: ({ input }) => (input.isSafe ? 'standing' : 'damaged'),
    effects: ({ input, subject }) => ({
      set: { checkedOn: input.checkedOn, ...(input.isSafe ? {} : { damage: input.note, damages: (subject.damages ?? 0) + 1 }) },
    }),
  }),
  report: action({
    zh: '报损坏(移位)',
    from: 'standing',
    to: 'damaged',
    by: 'appearance.check',
    form: { damage: text('损坏(移位)情况', { maxLength: 200 }), damagePhotos: photos(1, '照片') },
    effects: ({ input, subject }) => ({ set: { damage: input.damage, damages: (subject.damages ?? 0) + 1 } }),
  }),
  repair: action({
    zh: '修复',
    from: 'damaged',
    to: 'standing',
    by: 'appearance.work',
    tone: 'primary',
    form: { photos: photos(1, '修复照片') },
    effects: ({ input }) => ({ set: { ...input, damage: null } }),
  }),
  overstay: action({
    zh: '到期未拆',
    from: ['standing', 'damaged'],
    to: 'overdue',
    by: 'system',
    effects: () => ({ set: { isOverdue: true } }),
  }),
  extend: action({
    zh: '延期',
    from: ['standing', 'damaged', 'overdue'],
    to: 'standing',
    by: 'appearance.manage',
    help: '许可部门同意延长占用的,登记新期限',
    form: { permitNo: text('延期批准文号', { maxLength: 60 }), untilOn: date('新期限') },
    guard: ({ subject }) => notYet(!subject.untilOn, '没有期限的不需延期'),
    check: ({ input, subject, now }) =>
      why(input.untilOn <= dayText(now) || input.untilOn <= (subject.untilOn ?? ''), '新期限应晚于今天和原期限'),
    effects: ({ input }) => ({
      set: { ...input, isOverdue: false },
      timers: [{ name: 'until', at: endOf(input.untilOn), action: 'overstay' }],
    }),
  }),
  remove: action({
    zh: '移除',
    from: ['standing', 'damaged', 'overdue'],
    to: 'removed',
    by: 'appearance.work',
    form: { removedOn: date('移除日期'), removedPhotos: photos(1, '移除照片') },
    check: ({ input, subject, now }) =>
      why(input.removedOn > dayText(now) || input.removedOn < (subject.doneOn ?? ''), '移除应在完成之后、今天之前'),
    effects: ({ input }) => ({
      set: { removedOn: input.removedOn, isOverdue: false },
      timers: [{ name: 'until', at: null, action: 'overstay' }],
    }),
  }),
}))
/** Flyers cleaned off a place: what coatings and boards are measured by. */
export const cleanup = register('appearance.cleanup', {
  zh: '小广告清理',
  menu: '街面设施',
  title: 'place',
  geometry: 'Point',
  fields: {
    works: ref('所在设施', 'appearance.works').optional(),
    place: text('地点', { maxLength: 120 }).searchable(),
    cleanedOn: date('日期'),
    sheets: integer('清理', { unit: '张', min: 1 }),
  },
  refuses: ({ cleanedOn }, { now }) => (String(cleanedOn) > dayText(now) ? '日期不能晚于今天' : undefined),
})
const kioskForm = {
  name: text('岗亭', { maxLength: 80 }),
  kind: choice('类别', { info: '信息亭', news: '书报亭', lottery: '彩票亭', guard: '岗亭', other: '其他' }),
  owner: text('产权(经营)人', { maxLength: 80 }),
  phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
  areaM2: number('面积', { unit: '㎡', min: 0.1 }),
  photos: photos(1, '现状照片'),
} as const
export const kiosk = procedure('appearance.kiosk', {
  zh: '占道岗亭',
  menu: '街面设施',
  title: 'name',
  numbering: { prefix: 'GT', per: 'year', digits: 4 },
  help: '登记 → 与产权人协商 → 拆除或提升;街道全部处理即清零。',
  fields: {
    ...kioskForm,
    name: kioskForm.name.searchable(),
    town: area('街道(镇)').optional(),
    talks: integer('协商', { unit: '次' }).optional(),
    agreement: text('协商结果', { maxLength: 300 }).optional(),
    isAgreed: flag('已达成').optional(),
    endedOn: date('处理日期').optional(),
    afterPhotos: photos(0, '处理后照片').optional(),
  },
  statuses: {
    listed: { zh: '待协商', duty: 'appearance.town', taskZh: '占道岗亭待协商' },
    agreed: { zh: '已达成协议', duty: 'appearance.work', taskZh: '占道岗亭待拆除' },
    removed: { zh: '已拆除', kind: 'final' },
    upgraded: { zh: '已整治提升', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '登记岗亭',
    from: 'new',
    to: 'listed',
    by: 'appearance.town',
    form: kioskForm,
    effects: ({ subject }) => ({ set: { talks: 0, town: streetOf(subject.areaCode) } }),
  }),
  talk: action({
    zh: '协商',
    from: 'listed',
    by: 'appearance.town',
    form: { isAgreed: flag('达成'), agreement: text('协商结果', { maxLength: 300 }) },
    to: ({ input }) => (input.isAgreed ? 'agreed' : 'listed'),
    effects: ({ input, subject }) => ({ set: { ...input, talks: (subject.talks ?? 0) + 1 } }),
  }),
  remove: action({
    zh: '拆除',
    from: 'agreed',
    to: 'removed',
    by: 'appearance.work',
    tone: 'primary',
    form: { endedOn: date('日期'), afterPhotos: photos(1, '拆除后照片') },
    check: ({ input, now }) => why(input.endedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
  upgrade: action({
    zh: '整治提升',
    from: 'agreed',
    to: 'upgraded',
    by: 'appearance.work',
    form: { endedOn: date('日期'), afterPhotos: photos(1, '提升后照片') },
    check: ({ input, now }) => why(input.endedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
}))
const postForm = {
  board: ref('张贴栏', 'appearance.works'),
  title: text('内容', { maxLength: 100 }),
  poster: text('张贴人', { maxLength: 40 }),
  postedOn: date('张贴日期'),
} as const
export const boardPost = procedure('appearance.board-post', {
  zh: '便民张贴',
  menu: '街面设施',
  title: 'title',
  numbering: { prefix: 'ZT', per: 'day', digits: 4 },
  help: '栏满不再张贴;到期自动转待清除,过了清洁日还没清掉的标为逾期。',
  fields: {
    ...postForm,
    expiresOn: date('到期').optional(),
    cleanBy: date('应清除(清洁日)').optional(),
    isLate: flag('清洁日未清').optional(),
    removedOn: date('清除').optional(),
  },
  statuses: {
    posted: { zh: '张贴中' },
    expired: { zh: '到期待清除', duty: 'appearance.work', taskZh: '到期张贴待清除' },
    removed: { zh: '已清除', kind: 'final' },
  },
}).actions((action) => ({
  post: action({
    zh: '登记张贴',
    from: 'new',
    to: 'posted',
    by: 'appearance.town',
    form: postForm,
    look: ({ tx, input }) =>
      one<{ room: number | null; day: string | null; posted: number }>(
        tx,
        `select room, cleaning_day as day, (select count(*)::int from appearance.board_post p where p.board = w.id and p.status <> 'removed') as posted
           from appearance.works w where id = $1 and kind = 'board' and status = 'standing'`,
        [input.board],
      ),
    check: ({ found, input, now }) =>
      first(
        why(!found, '不是在用的张贴栏'),
        why(input.postedOn > dayText(now), '日期不能晚于今天'),
        notYet(Boolean(found?.room) && Number(found?.posted) >= Number(found?.room), `栏内已贴满${found?.room}张,先清除到期的`),
      ),
    effects: ({ found, input, parameter }) => {
      const expiresOn = addDays(input.postedOn, parameter('appearance.post-days'))
      const cleanBy = cleaningOn(addDays(expiresOn, 1), found?.day ?? null)
      return {
        set: { expiresOn, cleanBy, isLate: false },
        timers: [
          { name: 'expire', at: endOf(expiresOn), action: 'expire' },
          { name: 'clean', at: endOf(cleanBy), action: 'miss' },
        ],
      }
    },
  }),
  expire: action({ zh: '到期', from: 'posted', to: 'expired', by: 'system' }),
  miss: action({ zh: '清洁日未清', from: 'expired', to: 'same', by: 'system', effects: () => ({ set: { isLate: true } }) }),
  remove: action({
    zh: '清除',
    from: ['posted', 'expired'],
    to: 'removed',
    by: 'appearance.work',
    isBulk: true,
    effects: ({ now }) => ({
      set: { removedOn: dayText(now) },
      timers: [
        { name: 'expire', at: null, action: 'expire' },
        { name: 'clean', at: null, action: 'miss' },
      ],
    }),
  }),
}))
