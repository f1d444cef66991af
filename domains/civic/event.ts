/** 开放日、体验日、体验岗、环卫工人日、媒体专家走访: one event with a kind; signed up for, attended, its record, its opinions answered before it closes. */
import { choice, dayText, endOf, first, flag, instant, integer, longText, one, photos, procedure, ref, rows, text } from '#kernel'
import { notYet, phoneField, why } from './shared.ts'

export const eventKinds = {
  openDay: '城管开放日',
  experienceDay: '公众体验日',
  post: '城管体验岗',
  workerDay: '环卫工人日',
  visit: '媒体专家走进一线',
} as const
const form = {
  kind: choice('活动', eventKinds),
  name: text('主题', { maxLength: 80 }),
  place: text('地点', { maxLength: 120 }),
  host: text('接待(主办)单位', { maxLength: 80 }),
  startsAt: instant('开始'),
  endsAt: instant('结束'),
  quota: integer('名额', { unit: '人', min: 1, max: 10_000 }),
  isPublic: flag('公开报名'),
  guests: rows('邀请来宾', {
    name: text('姓名(单位)', { maxLength: 60 }),
    role: choice('身份', { media: '媒体', expert: '专家学者', citizen: '市民', deputy: '代表委员', worker: '环卫工人' }),
  }).optional(),
} as const
const care = { check: '健康体检', gift: '慰问品', award: '表彰', show: '文艺演出', meal: '座谈聚餐' } as const
interface Numbers {
  readonly came: number
  readonly signed: number
  readonly waiting: number
}
const numbersSql = `select (select count(*)::int from civic.attendance where event = $1 and status = 'came') as came, (select count(*)::int from civic.attendance where event = $1 and status = 'signed') as signed,
  (select count(*)::int from civic.suggestion where source_id = $1::text and status = 'waiting') as waiting`
export const event = procedure('civic.event', {
  zh: '公众活动',
  menu: '公众参与',
  title: 'name',
  numbering: { prefix: 'GZ', per: 'year', digits: 4 },
  help: '公布后市民可报名,到场签到;结束登记实况与照片;收到的意见全部答复后才能办结。环卫工人日须记关爱项目,走访须有来宾。',
  fields: {
    ...form,
    name: form.name.searchable(),
    people: integer('到场', { unit: '人' }).optional(),
    record: longText('活动实况', { maxLength: 2000 }).optional(),
    photos: photos(0, '活动照片').optional(),
    cares: rows('关爱项目', {
      what: choice('项目', care),
      people: integer('惠及', { min: 1 }),
      note: text('说明', { maxLength: 120 }).optional(),
    }).optional(),
    heldOn: text('举办日', { maxLength: 10 }).optional(),
    cancelled: text('取消原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    open: { zh: '已公布', duty: 'civic.write', taskZh: '公众活动待举办' },
    held: { zh: '已举办', duty: 'civic.write', taskZh: '公众活动待办结' },
    closed: { zh: '已办结', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '公布活动',
    from: 'new',
    to: 'open',
    by: 'civic.write',
    form,
    check: ({ input, now }) =>
      first(
        why(input.endsAt <= input.startsAt, '结束应晚于开始'),
        why(input.startsAt <= now.toISOString(), '开始时间应在以后'),
        why(input.kind === 'visit' && (input.guests ?? []).length === 0, '走访须填来宾'),
      ),
  }),
  hold: action({
    zh: '登记实况',
    from: 'open',
    to: 'held',
    by: 'civic.write',
    tone: 'primary',
    form: {
      record: longText('活动实况', { maxLength: 2000 }),
      photos: photos(1, '活动照片'),
      cares: rows('关爱项目(环卫工人日)', {
        what: choice('项目', care),
        people: integer('惠及', { min: 1 }),
        note: text('说明', { maxLength: 120 }).optional(),
      }).optional(),
    },
    look: ({ tx, subject }) => one<Numbers>(tx, numbersSql, [subject.id]),
    check: ({ input, subject, found, now }) =>
      first(
        notYet(new Date(subject.startsAt) > now, '活动还没有开始'),
        why(subject.kind === 'workerDay' && (input.cares ?? []).length === 0, '环卫工人日须登记关爱项目'),
        notYet((found?.came ?? 0) + (subject.guests ?? []).length === 0, '没有人签到,也没有来宾'),
      ),
    effects: ({ input, subject, found }) => ({
      set: { ...input, people: (found?.came ?? 0) + (subject.guests ?? []).length, heldOn: dayText(new Date(subject.startsAt)) },
    }),
  }),
  close: action({
    zh: '办结',
    from: 'held',
    to: 'closed',
    by: 'civic.write',
    look: ({ tx, subject }) => one<Numbers>(tx, numbersSql, [subject.id]),
    check: ({ found }) => notYet((found?.waiting ?? 0) > 0, `还有${found?.waiting}条意见没有答复`),
  }),
  cancel: action({
    zh: '取消活动',
    from: 'open',
    to: 'cancelled',
    by: 'civic.write',
    tone: 'danger',
    form: { cancelled: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
const signForm = {
  event: ref('活动', 'civic.event'),
  name: text('姓名', { maxLength: 20 }).personal('name'),
  phone: phoneField(),
} as const
export const attendance = procedure('civic.attendance', {
  zh: '活动报名',
  menu: '公众参与',
  title: 'name',
  numbering: { prefix: 'BMR', per: 'year', digits: 6 },
  help: '名额内报名,一个手机号一场一次;到场签到;未到的次日自动标记;参加过的可以评分、写感想。',
  fields: {
    ...signForm,
    stars: integer('评分', { min: 1, max: 5 }).optional(),
    words: longText('感想(反馈)', { maxLength: 1000 }).optional(),
    duty: text('体验岗位', { maxLength: 80 }).optional(),
  },
  statuses: {
    signed: { zh: '已报名' },
    came: { zh: '已参加', kind: 'final' },
    absent: { zh: '未到', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  sign: action({
    zh: '报名',
    from: 'new',
    to: 'signed',
    by: 'public',
    form: signForm,
    look: ({ tx, input }) =>
      one<{ status: string; isPublic: boolean; quota: number; taken: number; mine: number; endsAt: Date; startsAt: Date }>(
        tx,
        `select e.status, e.is_public as "isPublic", e.quota, e.ends_at as "endsAt", e.starts_at as "startsAt", (select count(*)::int from civic.attendance a where a.event = e.id and a.status <> 'cancelled') as taken,
          (select count(*)::int from civic.attendance a where a.event = e.id and a.phone = $2 and a.status <> 'cancelled') as mine from civic.event e where e.id = $1`,
        [input.event, input.phone],
      ),
    check: ({ found, now }) =>
      first(
        why(found?.status !== 'open', '这场活动不在报名'),
        why(found?.isPublic === false, '这场活动不公开报名'),
        notYet(found !== undefined && new Date(found.startsAt) <= now, '活动已经开始'),
        notYet((found?.mine ?? 0) > 0, '这个手机号已经报过名'),
        notYet((found?.taken ?? 0) >= (found?.quota ?? 0), '名额已满'),
      ),
    effects: ({ found }) => ({
      timers: found ? [{ name: 'absent', at: endOf(dayText(new Date(found.endsAt))), action: 'miss' }] : [],
    }),
  }),
  come: action({
    zh: '签到',
    from: 'signed',
    to: 'came',
    by: 'civic.write',
    tone: 'primary',
    isBulk: true,
    form: { duty: text('体验岗位', { maxLength: 80 }).optional() },
    look: ({ tx, subject }) =>
      one<{ startsAt: Date }>(tx, 'select starts_at as "startsAt" from civic.event where id = $1', [subject.event]),
    check: ({ found, now }) =>
      notYet(found !== undefined && new Date(found.startsAt).getTime() - now.getTime() > 3_600_000, '开始前一小时起签到'),
    effects: ({ input }) => ({ set: input, timers: [{ name: 'absent', at: null, action: 'miss' }] }),
  }),
  miss: action({ zh: '未到', from: 'signed', to: 'absent', by: 'system' }),
  cancel: action({
    zh: '取消报名',
    from: 'signed',
    to: 'cancelled',
    by: 'public',
    effects: () => ({ timers: [{ name: 'absent', at: null, action: 'miss' }] }),
  }),
  reflect: action({
    zh: '评分与感想',
    from: 'came',
    to: 'same',
    by: 'public',
    form: { stars: integer('评分', { min: 1, max: 5 }), words: longText('感想(反馈)', { maxLength: 1000 }).optional() },
    guard: ({ subject }) => notYet(subject.stars !== null, '已经评过分'),
    effects: ({ input }) => ({ set: input }),
  }),
}))
