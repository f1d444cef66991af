/** 大件垃圾: booked by slot, collected by a team, stored at a point whose room is known, and taken apart by material. */
import {
  choice,
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
import { bulkyMoved, problemsFound } from '../facts.ts'
import { notYet, total, why } from '../shared.ts'

export const slots = { morning: '上午', afternoon: '下午', evening: '晚上' } as const
export const bulkyTeam = register('sorting.bulky-team', {
  zh: '大件收运队伍',
  menu: '收运处置',
  title: 'name',
  fields: {
    name: text('队伍', { maxLength: 80 }).unique().searchable(),
    plate: text('车辆', { maxLength: 12 }),
    people: integer('人员', { unit: '人', min: 1 }),
    feeFen: money('每件收费'),
  },
})
const form = {
  name: text('联系人', { maxLength: 40 }).personal('name'),
  phone: text('手机', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
  address: text('地址', { maxLength: 150 }).personal('address'),
  what: text('物品', { maxLength: 100 }),
  pieces: integer('件数', { unit: '件', min: 1, max: 50 }),
  wantedOn: date('上门日期'),
  slot: choice('时段', slots),
} as const
export const bulky = procedure('sorting.bulky', {
  zh: '大件垃圾预约收运',
  menu: '收运处置',
  title: 'what',
  numbering: { prefix: 'DJ', per: 'day', digits: 4 },
  help: '居民预约或来电代约;每队每时段单数有限;收走的进暂存点。',
  fields: {
    ...form,
    what: form.what.searchable(),
    team: ref('收运队伍', 'sorting.bulky-team').optional(),
    point: ref('暂存点', 'sorting.bulky-point').optional(),
    m3: number('体积', { unit: 'm³' }).optional(),
    feeFen: money('收费').optional(),
    collectedOn: date('收运日期').optional(),
    photos: photos(0, '收运照片').optional(),
    reason: text('取消原因', { maxLength: 200 }).optional(),
  },
  clocks: { come: { zh: '上门', limit: { value: 3, unit: 'natural_day' }, basis: '预约的上门日期' } },
  statuses: {
    booked: { zh: '待派队', duty: 'sorting.collect', taskZh: '大件预约待派队' },
    planned: { zh: '待上门', duty: 'sorting.collect', taskZh: '大件待上门' },
    collected: { zh: '已收运', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  book: action({
    zh: '预约',
    from: 'new',
    to: 'booked',
    by: 'sorting.collect',
    form,
    look: ({ tx, input }) =>
      one<{ taken: number; teams: number }>(
        tx,
        `select (select count(*)::int from sorting.bulky where wanted_on = $1::date and slot = $2 and status <> 'cancelled') as taken, (select count(*)::int from sorting.bulky_team where retired_at is null) as teams`,
        [input.wantedOn, input.slot],
      ),
    check: ({ input, found, now, parameter }) => {
      const room = (found?.teams ?? 0) * parameter('sorting.bulky-slot')
      return first(
        why(input.wantedOn < dayText(now), '上门日期不能早于今天'),
        notYet((found?.taken ?? 0) >= room, `这个时段已约满(${room}单)`),
      )
    },
    effects: ({ input }) => ({ clocks: [{ clock: 'come', do: 'start', dueAt: endOf(input.wantedOn) }] }),
  }),
  plan: action({
    zh: '派队',
    from: 'booked',
    to: 'planned',
    by: 'sorting.collect',
    tone: 'primary',
    form: { team: ref('收运队伍', 'sorting.bulky-team') },
    look: ({ tx, input, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(*)::int as n from sorting.bulky where team = $1 and wanted_on = $2::date and slot = $3 and status in ('planned', 'collected')`,
        [input.team, subject.wantedOn, subject.slot],
      ),
    check: ({ found, parameter }) => notYet((found?.n ?? 0) >= parameter('sorting.bulky-slot'), '该队这个时段已排满'),
    effects: ({ input, subject }) => ({
      set: input,
      messages: [
        {
          channel: 'sms',
          recipient: subject.phone,
          body: `您的大件垃圾预约${subject.number}已安排,${subject.wantedOn}${slots[subject.slot]}上门。`,
        },
      ],
    }),
  }),
  collect: action({
    zh: '收运入暂存点',
    from: 'planned',
    to: 'collected',
    by: 'sorting.collect',
    tone: 'primary',
    form: {
      point: ref('暂存点', 'sorting.bulky-point'),
      m3: number('体积', { unit: 'm³', min: 0.01 }),
      photos: photos(1, '收运照片'),
    },
    look: ({ tx, subject, input }) =>
      one<{ fee: number; room: number }>(
        tx,
        `select (select fee_fen from sorting.bulky_team where id = $1) as fee, (capacity_m3 - stock_m3)::float8 as room from sorting.bulky_point where id = $2 and status = 'open'`,
        [subject.team, input.point],
      ),
    check: ({ input, found }) => notYet(!found || found.room < input.m3, `暂存点只剩${found?.room ?? 0}m³`),
    effects: ({ input, subject, found, now }) => ({
      set: { ...input, feeFen: (found?.fee ?? 0) * subject.pieces, collectedOn: dayText(now) },
      clocks: [{ clock: 'come', do: 'stop' }],
      facts: [say(bulkyMoved, { point: input.point, m3: input.m3, number: subject.number })],
    }),
  }),
  cancel: action({
    zh: '取消',
    from: ['booked', 'planned'],
    to: 'cancelled',
    by: 'sorting.collect',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'come', do: 'cancel' }] }),
  }),
}))
const full = (stock: number, capacity: number, percent: number): boolean => stock * 100 >= capacity * percent
const pointForm = {
  name: text('暂存点', { maxLength: 80 }),
  address: text('地址', { maxLength: 120 }),
  capacityM3: number('容量', { unit: 'm³', min: 0.1 }),
} as const
export const bulkyPoint = procedure('sorting.bulky-point', {
  zh: '大件垃圾暂存点',
  menu: '收运处置',
  title: 'name',
  numbering: { prefix: 'ZC', per: 'year', digits: 3 },
  help: '存量到容量的规定百分比即须清空,成为分类问题;清出的拆解按材料计重,拆出不能多于清出。',
  uniqueTogether: [['name']],
  fields: {
    ...pointForm,
    name: pointForm.name.searchable(),
    stockM3: number('存量', { unit: 'm³' }).optional(),
    isFull: flag('须清空').optional(),
    clearedM3: number('累计清出', { unit: 'm³' }).optional(),
    clearedKg: number('累计清出', { unit: 'kg' }).optional(),
    woodKg: number('拆出木材', { unit: 'kg' }).optional(),
    metalKg: number('拆出金属', { unit: 'kg' }).optional(),
    fabricKg: number('拆出织物海绵', { unit: 'kg' }).optional(),
    restKg: number('残渣', { unit: 'kg' }).optional(),
  },
  statuses: { open: { zh: '使用中' }, closed: { zh: '已停用', kind: 'final' } },
}).actions((action) => {
  const add = (zh: string, by: string) =>
    action({
      zh,
      from: 'open',
      to: 'same',
      by,
      form: { m3: number('体积', { unit: 'm³', min: 0.01 }), note: text('来源', { maxLength: 100 }) },
      check: ({ input, subject }) =>
        by === 'system' ? undefined : notYet(Number(subject.stockM3 ?? 0) + input.m3 > Number(subject.capacityM3), '放不下'),
      effects: ({ input, subject, now, parameter }) => {
        const stockM3 = total([Number(subject.stockM3 ?? 0), input.m3], (n) => n)
        const isFull = full(stockM3, Number(subject.capacityM3), parameter('sorting.bulky-full'))
        return {
          set: { stockM3, isFull },
          facts:
            isFull && !subject.isFull
              ? [
                  say(problemsFound, {
                    source: 'bulky',
                    sourceType: 'sorting.bulky-point',
                    sourceId: subject.id,
                    place: null,
                    facility: null,
                    owner: '大件收运队伍',
                    dueOn: dayText(now),
                    items: [{ key: `full:${subject.version}`, what: `${subject.name}存量${stockM3}m³,须清空` }],
                    lon: subject.lon,
                    lat: subject.lat,
                    areaCode: subject.areaCode,
                  }),
                ]
              : [],
        }
      },
    })
  return {
    open: action({
      zh: '登记暂存点',
      from: 'new',
      to: 'open',
      by: 'sorting.manage',
      form: pointForm,
      effects: () => ({
        set: { stockM3: 0, isFull: false, clearedM3: 0, clearedKg: 0, woodKg: 0, metalKg: 0, fabricKg: 0, restKg: 0 },
      }),
    }),
    drop: add('居民自行投放', 'sorting.collect'),
    store: add('收运入点', 'system'),
    clear: action({
      zh: '清空拆解',
      from: 'open',
      to: 'same',
      by: 'sorting.collect',
      tone: 'primary',
      form: {
        m3: number('清出体积', { unit: 'm³', min: 0.01 }),
        kg: number('清出重量', { unit: 'kg', min: 0.1 }),
        lines: rows('拆解', {
          material: choice('材料', { wood: '木材', metal: '金属', fabric: '织物海绵', rest: '残渣' }),
          kg: number('重量', { unit: 'kg', min: 0 }),
        }),
      },
      check: ({ input, subject }) =>
        first(
          notYet(input.m3 > Number(subject.stockM3 ?? 0), `存量只有${Number(subject.stockM3 ?? 0)}m³`),
          why(total(input.lines, (l) => l.kg) > input.kg, `拆出${total(input.lines, (l) => l.kg)}kg多于清出${input.kg}kg`),
        ),
      effects: ({ input, subject, parameter }) => {
        const of = (m: string) =>
          total(
            input.lines.filter((l) => l.material === m),
            (l) => l.kg,
          )
        const stockM3 = total([Number(subject.stockM3 ?? 0), -input.m3], (n) => n)
        return {
          set: {
            stockM3,
            isFull: full(stockM3, Number(subject.capacityM3), parameter('sorting.bulky-full')),
            clearedM3: Number(subject.clearedM3 ?? 0) + input.m3,
            clearedKg: Number(subject.clearedKg ?? 0) + input.kg,
            woodKg: Number(subject.woodKg ?? 0) + of('wood'),
            metalKg: Number(subject.metalKg ?? 0) + of('metal'),
            fabricKg: Number(subject.fabricKg ?? 0) + of('fabric'),
            restKg: Number(subject.restKg ?? 0) + of('rest'),
          },
        }
      },
    }),
    close: action({
      zh: '停用',
      from: 'open',
      to: 'closed',
      by: 'sorting.manage',
      guard: ({ subject }) => notYet(Number(subject.stockM3 ?? 0) > 0, '还有存量'),
    }),
  }
})
