/** 分类设施: what stands where; what a new compound must have by the standard; and existing points put right. */
import {
  choice,
  choices,
  date,
  dayText,
  endOf,
  first,
  flag,
  integer,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  register,
  rows,
  say,
  text,
} from '#kernel'
import { facilityBuilt, facilityMoved } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { facilityKinds, facilityStates, streams } from '../words.ts'

export const facility = register('sorting.facility', {
  zh: '分类设施',
  menu: '分类设施',
  geometry: 'Point',
  title: 'code',
  help: '四分类垃圾桶按只计(一行可多只);四种都有的才算四分类。报修用“分类问题”的“设施报修”。',
  fields: {
    code: text('编号', { maxLength: 40 }).unique().searchable(),
    kind: choice('类别', facilityKinds),
    place: ref('所在场所', 'sorting.place'),
    point: ref('所属收集点', 'sorting.facility').optional(),
    quantity: integer('数量', { unit: '只(座、组、处)', min: 1 }),
    streams: choices('分类', streams),
    hours: text('开放时段', { maxLength: 60 }).optional(),
    guide: ref('当班指导员', 'sorting.guide').optional(),
    capacityM3: number('容量', { unit: 'm³', min: 0 }).optional(),
    installedOn: date('投用日期'),
    state: choice('状态', facilityStates),
  },
  checks: { kept: { sql: "kind <> 'bulky' or (capacity_m3 is not null and capacity_m3 > 0)", zh: '大件暂存点须填容量' } },
})
const need = {
  points: integer('收集点', { unit: '个', min: 0 }),
  kiosks: integer('亭(屋)', { unit: '座', min: 0 }),
  kitchenBins: integer('厨余桶', { unit: '只', min: 0 }),
  otherBins: integer('其他垃圾桶', { unit: '只', min: 0 }),
  recyclableBins: integer('可回收物桶', { unit: '只', min: 0 }),
  hazardousBins: integer('有害垃圾桶', { unit: '只', min: 0 }),
} as const
type Need = { readonly [K in keyof typeof need]: number }
/** What the standard asks of so many households; each point has one bin of recyclables and of hazardous waste. */
export const required = (households: number, parameter: (name: string) => number): Need => {
  const per = (name: string) => Math.ceil(households / parameter(name))
  const points = per('sorting.point-households')
  const bins = Math.max(points, per('sorting.bin-households'))
  return {
    points,
    kiosks: Math.floor(households / parameter('sorting.kiosk-households')),
    kitchenBins: bins,
    otherBins: bins,
    recyclableBins: points,
    hazardousBins: points,
  }
}
const keys = Object.keys(need) as (keyof Need)[]
export const provision = procedure('sorting.provision', {
  zh: '新建小区设施配建核查',
  menu: '分类设施',
  title: 'name',
  numbering: { prefix: 'PJ', per: 'year', digits: 4 },
  help: '按户数和配置标准算出应配数,验收时逐项比对;不足的退回,补足才通过。验收参与方见审批的新建小区验收。',
  fields: {
    name: text('小区', { maxLength: 80 }).searchable(),
    place: ref('场所', 'sorting.place').optional(),
    households: integer('户数', { unit: '户', min: 1 }),
    ...(Object.fromEntries(keys.map((k) => [k, need[k].optional()])) as unknown as typeof need),
    required: rows('应配', { item: text('设施', { maxLength: 20 }), need: integer('应配'), have: integer('实配') }).optional(),
    gaps: text('不足', { maxLength: 300 }).optional(),
    acceptedOn: date('通过日期').optional(),
    photos: photos(0, '现场照片').optional(),
  },
  statuses: {
    computed: { zh: '待核查', duty: 'sorting.check', taskZh: '新建小区分类设施待核查' },
    short: { zh: '配建不足', duty: 'sorting.check', taskZh: '分类设施配建不足待复核' },
    accepted: { zh: '配建达标', kind: 'final' },
  },
}).actions((action) => ({
  compute: action({
    zh: '按标准计算',
    from: 'new',
    to: 'computed',
    by: 'sorting.town',
    form: {
      name: text('小区', { maxLength: 80 }),
      place: ref('场所', 'sorting.place').optional(),
      households: integer('户数', { unit: '户', min: 1 }),
    },
    effects: ({ input, parameter }) => {
      const asked = required(input.households, parameter)
      return { set: { required: keys.map((k) => ({ item: need[k].spec.zh, need: asked[k], have: 0 })) } }
    },
  }),
  inspect: action({
    zh: '现场核查',
    from: ['computed', 'short'],
    by: 'sorting.check',
    tone: 'primary',
    form: { ...need, photos: photos(1, '现场照片') },
    to: ({ input, subject, parameter }) => {
      const asked = required(subject.households, parameter)
      return keys.every((k) => input[k] >= asked[k]) ? 'accepted' : 'short'
    },
    effects: ({ input, subject, parameter, now }) => {
      const asked = required(subject.households, parameter)
      const gaps = keys.filter((k) => input[k] < asked[k])
      return {
        set: {
          ...input,
          required: keys.map((k) => ({ item: need[k].spec.zh, need: asked[k], have: input[k] })),
          gaps: gaps.length === 0 ? null : gaps.map((k) => `${need[k].spec.zh}缺${asked[k] - input[k]}`).join('、'),
          acceptedOn: gaps.length === 0 ? dayText(now) : null,
        },
      }
    },
  }),
}))
const works = { build: '补建', rebuild: '改造' } as const
const renovationForm = {
  place: ref('场所', 'sorting.place'),
  facility: ref('现有收集点', 'sorting.facility').optional().help('补建的不填'),
  work: choice('类别', works),
  gaps: text('对照标准的缺项', { maxLength: 300 }),
  costFen: money('预算', { min: 1 }),
  dueOn: date('完成期限'),
  beforePhotos: photos(1, '改造前照片'),
} as const
export const renovation = procedure('sorting.renovation', {
  zh: '收集点补建改造',
  menu: '分类设施',
  title: 'gaps',
  numbering: { prefix: 'GZ', per: 'year', digits: 4 },
  help: '普查对照标准 → 列入 → 完工(前后照片) → 社区验收;验收后设施台账自动新增或恢复。',
  fields: {
    ...renovationForm,
    gaps: renovationForm.gaps.searchable(),
    spentFen: money('实际费用').optional(),
    afterPhotos: photos(0, '改造后照片').optional(),
    doneOn: date('完工日期').optional(),
    acceptedBy: text('社区验收人', { maxLength: 40 }).optional(),
    acceptedOn: date('验收日期').optional(),
    isLate: flag('逾期').optional(),
  },
  clocks: { finish: { zh: '补建改造', limit: { value: 30, unit: 'natural_day' }, basis: '列入时定的完成期限' } },
  statuses: {
    listed: { zh: '待改造', duty: 'sorting.town', taskZh: '收集点待补建改造' },
    done: { zh: '待社区验收', duty: 'sorting.town-check', taskZh: '收集点改造待社区验收' },
    accepted: { zh: '已验收', kind: 'final' },
  },
}).actions((action) => ({
  survey: action({
    zh: '列入补建改造',
    from: 'new',
    to: 'listed',
    by: 'sorting.town',
    form: renovationForm,
    look: ({ tx, input }) =>
      one<{ busy: string | null; areaCode: string | null; lon: number | null; lat: number | null; isOurs: boolean }>(
        tx,
        `select (select number from sorting.renovation where facility = $1::uuid and status <> 'accepted' limit 1) as busy, p.area_code as "areaCode", p.lon, p.lat,
           ($1::uuid is null or exists (select 1 from sorting.facility f where f.id = $1::uuid and f.place = p.id)) as "isOurs" from sorting.place p where p.id = $2`,
        [input.facility ?? null, input.place],
      ),
    check: ({ input, found, now }) =>
      first(
        why(input.work === 'rebuild' && !input.facility, '改造须选现有收集点'),
        notYet(Boolean(found?.busy), `该点已在改造清单中${found?.busy ?? ''}`),
        why(!found?.isOurs, '收集点不在这个场所'),
        why(input.work === 'build' && Boolean(input.facility), '补建的没有现有收集点'),
        why(input.dueOn <= dayText(now), '期限应在今天以后'),
      ),
    effects: ({ input, found, subject }) => ({
      // The place's own town answers for it; a point set on the map by whoever surveyed it stays there.
      set: found?.areaCode && subject.lon === null ? { areaCode: found.areaCode, lon: found.lon, lat: found.lat } : {},
      clocks: [{ clock: 'finish', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  finish: action({
    zh: '完工',
    from: 'listed',
    to: 'done',
    by: 'sorting.town',
    tone: 'primary',
    form: { spentFen: money('实际费用', { min: 0 }), afterPhotos: photos(1, '改造后照片') },
    effects: ({ input, subject, now }) => ({
      set: { ...input, doneOn: dayText(now), isLate: dayText(now) > subject.dueOn },
      clocks: [{ clock: 'finish', do: 'stop' }],
    }),
  }),
  sendBack: action({
    zh: '验收不通过',
    from: 'done',
    to: 'listed',
    by: 'sorting.town-check',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ subject }) => ({
      set: { doneOn: null, isLate: null },
      clocks: [{ clock: 'finish', do: 'start', dueAt: endOf(subject.dueOn) }],
    }),
  }),
  accept: action({
    zh: '社区验收',
    from: 'done',
    to: 'accepted',
    by: 'sorting.town-check',
    tone: 'primary',
    form: { acceptedBy: text('社区验收人', { maxLength: 40 }), paper: photos(1, '社区签字的验收单') },
    effects: ({ input, subject, now }) => ({
      set: { acceptedBy: input.acceptedBy, acceptedOn: dayText(now) },
      facts: [
        subject.facility
          ? say(facilityMoved, { facility: subject.facility, state: 'good', reason: `改造${subject.number}` })
          : say(facilityBuilt, {
              place: subject.place,
              code: `JD-${subject.number}`,
              number: subject.number,
              on: dayText(now),
              areaCode: subject.areaCode,
              lon: subject.lon,
              lat: subject.lat,
            }),
      ],
    }),
  }),
}))
