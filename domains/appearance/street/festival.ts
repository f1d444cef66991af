/** 中元节文明祭祀: a leader group, posts along the bank, fixed burning points for citizens, persuasion, fire checks, clean-up. */
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
  record,
  ref,
  register,
  rows,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

export const burningPoint = register('appearance.burning-point', {
  zh: '固定焚烧点',
  menu: '文明祭祀',
  title: 'name',
  geometry: 'Point',
  fields: {
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    address: text('位置', { maxLength: 120 }),
    barrels: integer('焚烧桶', { unit: '个', min: 1 }),
    keeper: text('看守单位', { maxLength: 80 }),
    isOpen: flag('开放'),
  },
})
const form = {
  name: text('名称', { maxLength: 80 }),
  fromOn: date('起'),
  toOn: date('止'),
  leaders: rows('领导小组', { name: text('姓名', { maxLength: 40 }), duty: text('职责', { maxLength: 80 }) }),
  posts: rows('值守点', {
    place: text('地点', { maxLength: 80 }),
    staff: text('值守人员', { maxLength: 100 }),
    people: integer('人数', { unit: '人', min: 1 }),
  }),
} as const
export const festival = procedure('appearance.festival', {
  zh: '文明祭祀护航',
  menu: '文明祭祀',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'JS', per: 'year', digits: 2 },
  help: '部署 → 消防检查合格才启动 → 值守劝导 → 清理 → 总结。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    onDuty: integer('值守', { unit: '人' }).optional(),
    isFireSafe: flag('消防检查合格').optional(),
    persuaded: integer('劝导', { unit: '起' }).optional(),
    guided: integer('引导到焚烧点', { unit: '人次' }).optional(),
    ashKg: number('清理灰烬', { unit: 'kg' }).optional(),
    summary: longText('总结', { maxLength: 2000 }).optional(),
  },
  statuses: { planned: { zh: '已部署' }, running: { zh: '护航中' }, ended: { zh: '已结束', kind: 'final' } },
}).actions((action) => ({
  plan: action({
    zh: '部署',
    from: 'new',
    to: 'planned',
    by: 'appearance.manage',
    form,
    check: ({ input }) =>
      first(
        why(input.toOn < input.fromOn, '止不能早于起'),
        why(input.leaders.length === 0 || input.posts.length === 0, '请填写领导小组与值守点'),
      ),
    effects: ({ input }) => ({ set: { onDuty: input.posts.reduce((n, p) => n + p.people, 0) } }),
  }),
  start: action({
    zh: '消防检查并启动',
    from: 'planned',
    to: 'running',
    by: 'appearance.manage',
    tone: 'primary',
    form: {
      points: rows('焚烧点消防检查', { point: ref('焚烧点', 'appearance.burning-point'), isOk: flag('灭火器材、人员齐备') }),
    },
    look: ({ tx }) =>
      one<{ n: number }>(tx, 'select count(*)::int as n from appearance.burning_point where is_open and retired_at is null'),
    check: ({ input, found }) =>
      first(
        why(new Set(input.points.map((p) => p.point)).size < (found?.n ?? 0), `${found?.n}个开放的焚烧点须逐个检查`),
        notYet(
          input.points.some((p) => !p.isOk),
          '有焚烧点消防不合格',
        ),
      ),
    effects: () => ({ set: { isFireSafe: true } }),
  }),
  finish: action({
    zh: '清理并总结',
    from: 'running',
    to: 'ended',
    by: 'appearance.manage',
    tone: 'primary',
    form: {
      ashKg: number('清理灰烬', { unit: 'kg', min: 0 }),
      summary: longText('总结', { maxLength: 2000 }),
      cleanPhotos: photos(1, '清理后照片'),
    },
    look: ({ tx, subject }) =>
      one<{ p: number; g: number }>(
        tx,
        'select coalesce(sum(persuaded), 0)::int as p, coalesce(sum(guided), 0)::int as g from appearance.vigil where festival = $1',
        [subject.id],
      ),
    check: ({ subject, now }) => notYet(dayText(now) < subject.toOn, `${subject.toOn}才结束`),
    effects: ({ input, found }) => ({
      set: { ashKg: input.ashKg, summary: input.summary, persuaded: found?.p ?? 0, guided: found?.g ?? 0 },
    }),
  }),
}))
export const vigil = record('appearance.vigil', {
  zh: '祭祀值守',
  menu: '文明祭祀',
  title: 'place',
  fields: {
    festival: ref('护航', 'appearance.festival'),
    place: text('值守点', { maxLength: 80 }).searchable(),
    dayOn: date('日期'),
    persuaded: integer('劝导', { unit: '起', min: 0 }),
    guided: integer('引导到焚烧点', { unit: '人次', min: 0 }),
    behaviour: choice('主要行为', { roadside: '路边焚烧', river: '河边焚烧', greenbelt: '绿地焚烧', none: '无' }),
  },
  refuses: async ({ festival: id, place, dayOn }, { tx, now }) => {
    const f = await one<{ status: string; fromOn: string; toOn: string; posts: readonly { place: string }[] }>(
      tx,
      'select status, from_on::text as "fromOn", to_on::text as "toOn", posts from appearance.festival where id = $1',
      [id],
    )
    if (f?.status !== 'running') return '护航没有启动'
    if (String(dayOn) < f.fromOn || String(dayOn) > f.toOn || String(dayOn) > dayText(now))
      return `日期应在${f.fromOn}至${f.toOn}之间、今天之前`
    return f.posts.some((p) => p.place === place) ? undefined : `值守点应为:${f.posts.map((p) => p.place).join('、')}`
  },
})
