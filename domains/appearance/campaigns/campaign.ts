/** 专项行动: one shape for every named programme; its items are surveyed, assigned, done with a photo, checked and struck off. */
import {
  area,
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  list,
  longText,
  number,
  one,
  procedure,
  record,
  ref,
  register,
  repeated,
  rows,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'
import { kinds, miscounted } from './words.ts'

const item = {
  code: text('编号', { maxLength: 12 }),
  group: text('组', { maxLength: 20 }),
  name: text('内容', { maxLength: 80 }),
  unit: text('数量单位', { maxLength: 10 }),
  category: text('对应案件类别代码', { maxLength: 12 }).optional(),
} as const
const form = {
  kind: choice('行动', kinds),
  name: text('名称', { maxLength: 100 }),
  items: rows('任务项', item),
  fromOn: date('起'),
  toOn: date('止'),
  lead: text('牵头单位', { maxLength: 80 }),
} as const
export interface CampaignItem {
  readonly code: string
  readonly group: string
  readonly name: string
  readonly unit: string
  readonly category?: string | null
}
export const campaign = procedure('appearance.campaign', {
  zh: '市容专项行动',
  menu: '专项整治',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'XD', per: 'year', digits: 3 },
  help: '双清、四清四拆四整治、三整治五提升、三定四有五到位、五点十乱各有固定的组与项数,内容由本局填写;清单未销号不能结束。',
  uniqueTogether: [['name']],
  fields: { ...form, name: form.name.searchable(), summary: longText('总结', { maxLength: 4000 }).optional() },
  clocks: { term: { zh: '行动期限', limit: { value: 365, unit: 'natural_day' }, basis: '行动方案的起止' } },
  statuses: {
    running: { zh: '进行中' },
    due: { zh: '期满待总结', duty: 'appearance.manage', taskZh: '专项行动期满待销号总结' },
    ended: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  launch: action({
    zh: '部署',
    from: 'new',
    to: 'running',
    by: 'appearance.manage',
    form,
    check: ({ input, now }) => {
      const wrong = miscounted(
        input.kind,
        input.items.map((i) => i.group),
      )
      return first(
        why(input.toOn <= input.fromOn, '止应晚于起'),
        why(input.toOn < dayText(now), '期限已过'),
        why(input.items.length === 0, '请填写任务项'),
        why(Boolean(repeated(input.items.map((i) => i.code))), '任务项编号重复'),
        why(wrong !== undefined, wrong ?? ''),
        why(
          input.kind === 'fourClean' && Number(input.toOn.slice(0, 4)) - Number(input.fromOn.slice(0, 4)) !== 2,
          '三年行动应跨三个年度',
        ),
      )
    },
    effects: ({ input }) => ({
      clocks: [{ clock: 'term', do: 'start', dueAt: endOf(input.toOn) }],
      timers: [{ name: 'term', at: endOf(input.toOn), action: 'expire' }],
    }),
  }),
  expire: action({ zh: '期满', from: 'running', to: 'due', by: 'system' }),
  end: action({
    zh: '结束并总结',
    from: ['running', 'due'],
    to: 'ended',
    by: 'appearance.manage',
    tone: 'primary',
    form: { summary: longText('总结', { maxLength: 4000 }) },
    look: ({ tx, subject }) =>
      one<{ n: number }>(tx, 'select count(*)::int as n from appearance.item where campaign = $1 and closed_at is null', [
        subject.id,
      ]),
    check: ({ found }) => notYet((found?.n ?? 0) > 0, `还有${found?.n}个问题未销号`),
    effects: ({ input }) => ({
      set: input,
      clocks: [{ clock: 'term', do: 'stop' }],
      timers: [{ name: 'term', at: null, action: 'expire' }],
    }),
  }),
}))
export const target = register('appearance.target', {
  zh: '专项行动年度目标',
  menu: '专项整治',
  title: 'code',
  fields: {
    campaign: ref('专项行动', 'appearance.campaign'),
    code: text('任务项编号', { maxLength: 12 }),
    town: area('街道(镇)'),
    yearOf: integer('年度', { min: 2000, max: 2100 }),
    quantity: number('目标数量', { min: 0.01 }),
    dueOn: date('期限'),
  },
  uniqueTogether: [['campaign', 'code', 'town', 'yearOf']],
  refuses: async ({ campaign: id, code, yearOf, dueOn }, { tx }) => {
    const found = await one<{ items: readonly CampaignItem[]; fromOn: string; toOn: string }>(
      tx,
      'select items, from_on::text as "fromOn", to_on::text as "toOn" from appearance.campaign where id = $1',
      [id],
    )
    if (!found) return '没有这个专项行动'
    if (!found.items.some((i) => i.code === code))
      return `行动里没有“${String(code)}”这一项;可填:${found.items.map((i) => `${i.code}${i.name}`).join('、')}`
    const years = [found.fromOn, found.toOn].map((d) => Number(d.slice(0, 4)))
    if (Number(yearOf) < (years[0] ?? 0) || Number(yearOf) > (years[1] ?? 0)) return `年度应在${years.join('至')}之间`
    return String(dueOn) > found.toOn ? `期限不能晚于行动的${found.toOn}` : undefined
  },
})
/** “开展专项执法行动xxx次”. */
export const outing = record('appearance.outing', {
  zh: '专项行动出动',
  menu: '专项整治',
  title: 'place',
  fields: {
    campaign: ref('专项行动', 'appearance.campaign'),
    place: text('地点', { maxLength: 120 }).searchable(),
    people: integer('出动', { unit: '人', min: 1 }),
    units: list('参加单位'),
    persuaded: integer('劝导', { unit: '起', min: 0 }),
  },
})
