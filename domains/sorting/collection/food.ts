/** 餐厨废弃物签约收运: a producing unit, its contract, and each pick-up; an agreed day without one is a missed pick-up and a case. */
import { problemFound } from '#catalogue/facts.ts'
import {
  addDays,
  addRecord,
  bySystem,
  choices,
  date,
  dayText,
  first,
  flag,
  integer,
  type Job,
  many,
  number,
  procedure,
  record,
  ref,
  say,
  text,
  type WorkContext,
} from '#kernel'
import { picked } from '../facts.ts'
import { notYet, why } from '../shared.ts'

export const weekdays = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const
const form = {
  name: text('产废单位', { maxLength: 100 }),
  shop: ref('责任单位台账', 'grid.shop').optional(),
  address: text('地址', { maxLength: 120 }),
  seats: integer('餐位', { unit: '个', min: 0 }),
} as const
const terms = {
  collector: text('收运单位', { maxLength: 80 }),
  contractNo: text('合同号', { maxLength: 60 }),
  kgPerDay: number('约定日产量', { unit: 'kg', min: 0.1 }),
  days: choices('收运日', weekdays),
  window: text('收运时段', { maxLength: 40 }),
  validFrom: date('合同起'),
  validTo: date('合同止(含)'),
} as const
const optional = {
  collector: terms.collector.optional(),
  contractNo: terms.contractNo.optional(),
  kgPerDay: terms.kgPerDay.optional(),
  days: terms.days.optional(),
  window: terms.window.optional(),
  validFrom: terms.validFrom.optional(),
  validTo: terms.validTo.optional(),
} as const
export const pickup = record('sorting.pickup', {
  zh: '餐厨收运记录',
  menu: '收运处置',
  title: 'contract',
  help: '每个约定收运日一行:已收或漏收。',
  fields: {
    contract: ref('产废单位', 'sorting.contract'),
    dayOn: date('日期'),
    kg: number('重量', { unit: 'kg' }),
    isPicked: flag('已收'),
  },
})
export const contract = procedure('sorting.contract', {
  zh: '餐厨签约收运',
  menu: '收运处置',
  title: 'name',
  numbering: { prefix: 'CC', per: 'year', digits: 5 },
  help: '登记产废单位 → 签约 → 按约收运(重量、签收);约定日没有收运的次日记漏收、提醒并成案。',
  uniqueTogether: [['name', 'address']],
  fields: {
    ...form,
    name: form.name.searchable(),
    ...optional,
    lastOn: date('最近收运').optional(),
    totalKg: number('累计', { unit: 'kg' }).optional(),
    pickups: integer('收运', { unit: '次' }).optional(),
    missed: integer('漏收', { unit: '次' }).optional(),
    isCollected: flag('按约收运').optional().help('最近一个约定日已收'),
    reason: text('终止原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    listed: { zh: '待签约', duty: 'sorting.collect', taskZh: '餐厨产废单位待签约' },
    signed: { zh: '已签约' },
    ended: { zh: '合同已止', duty: 'sorting.collect', taskZh: '餐厨合同到期待续签' },
    closed: { zh: '已歇业', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '登记产废单位',
    from: 'new',
    to: 'listed',
    by: 'sorting.collect',
    form,
    effects: () => ({ set: { totalKg: 0, pickups: 0, missed: 0, isCollected: false } }),
  }),
  sign: action({
    zh: '签约',
    from: ['listed', 'ended'],
    to: 'signed',
    by: 'sorting.collect',
    tone: 'primary',
    form: terms,
    check: ({ input, now }) =>
      first(
        why(input.days.length === 0, '请选择收运日'),
        why(input.validTo <= input.validFrom || input.validTo < dayText(now), '合同止期不对'),
      ),
    effects: ({ input }) => ({
      set: { ...input, isCollected: false },
      timers: [{ name: 'contract', at: new Date(`${addDays(input.validTo, 1)}T00:00:00+08:00`), action: 'expire' }],
    }),
  }),
  pick: action({
    zh: '收运签收',
    from: 'signed',
    to: 'same',
    by: 'sorting.collect',
    tone: 'primary',
    form: {
      kg: number('重量', { unit: 'kg', min: 0.1 }),
      signer: text('签收人', { maxLength: 40 }),
      vehicle: text('车号', { maxLength: 12 }),
    },
    check: ({ subject, now }) =>
      first(
        notYet(subject.lastOn === dayText(now), '今天已经收运'),
        notYet(Boolean(subject.validFrom) && String(subject.validFrom) > dayText(now), '合同还没有开始'),
      ),
    effects: ({ input, subject, now }) => ({
      set: {
        lastOn: dayText(now),
        totalKg: Number(subject.totalKg ?? 0) + input.kg,
        pickups: (subject.pickups ?? 0) + 1,
        isCollected: true,
      },
      facts: [say(picked, { contract: subject.id, on: dayText(now), kg: input.kg })],
    }),
  }),
  miss: action({
    zh: '漏收',
    from: 'signed',
    to: 'same',
    by: 'system',
    form: { dayOn: date('日期') },
    effects: ({ input, subject }) => ({
      set: { missed: (subject.missed ?? 0) + 1, isCollected: false },
      messages: [
        {
          channel: 'wechat',
          recipient: subject.collector ?? '收运单位',
          body: `${subject.name}${input.dayOn}未按约收运,请当日补收。`,
        },
      ],
      facts: [
        say(problemFound, {
          source: 'survey',
          sourceType: 'sorting.contract',
          sourceId: subject.id,
          description: `餐厨废弃物漏收:${subject.name}(${subject.collector})${input.dayOn}`,
          categoryKind: null,
          category: null,
          address: subject.address,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
          photos: [],
          isUrgent: false,
          mergeKey: `sorting.contract:${subject.id}`,
        }),
      ],
    }),
  }),
  expire: action({ zh: '合同到期', from: 'signed', to: 'ended', by: 'system', effects: () => ({ set: { isCollected: false } }) }),
  close: action({
    zh: '歇业注销',
    from: ['listed', 'signed', 'ended'],
    to: 'closed',
    by: 'sorting.collect',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({
      set: { ...input, isCollected: false },
      timers: [{ name: 'contract', at: null, action: 'expire' }],
    }),
  }),
}))
const missedSql = `select c.id, c.area_code as "areaCode" from sorting.contract c where c.status = 'signed' and extract(isodow from $1::date)::text = any (c.days) and c.valid_from <= $1::date
  and not exists (select 1 from sorting.pickup p where p.contract = c.id and p.day_on = $1::date) order by c.id limit 2000`
const findMissed = async (ctx: WorkContext): Promise<void> => {
  const day = addDays(dayText(ctx.now), -1)
  for (const { id, areaCode } of await many<{ id: string; areaCode: string | null }>(ctx.tx, missedSql, [day])) {
    await addRecord(ctx, pickup, { contract: id, dayOn: day, kg: 0, isPicked: false }, { areaCode })
    await bySystem(ctx, 'sorting.contract', id, 'miss', { dayOn: day })
  }
}
export const missedJob: Job = { id: 'sorting.missed', zh: '餐厨漏收', everyMinutes: 180, run: findMissed }
