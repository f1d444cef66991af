/** 车辆更新计划: how many are bought of which energy, how many of 国三 go, and whether the year came to it. */
import {
  choice,
  date,
  dayText,
  didBefore,
  first,
  integer,
  longText,
  money,
  number,
  one,
  percentOf,
  procedure,
  ref,
  round,
  say,
  text,
} from '#kernel'
import { rowMade, rowMarked } from '../facts.ts'
import { notYet, platePattern, why } from '../shared.ts'
import { emissions, energies, newEnergies, vehicleKinds } from '../words.ts'

const form = {
  year: integer('年度', { min: 2020, max: 2100 }),
  name: text('计划', { maxLength: 80 }),
  buys: integer('计划新增', { unit: '辆', min: 0, max: 2000 }),
  newEnergyBuys: integer('其中新能源', { unit: '辆', min: 0, max: 2000 }),
  scraps: integer('计划淘汰国三', { unit: '辆', min: 0, max: 2000 }),
  budgetWan: number('预算', { unit: '万元', min: 0 }),
} as const
const isNew = (energy: string): boolean => (newEnergies as readonly string[]).includes(energy)
const fenOfWan = 1_000_000
const shareSql = `select count(*)::int as all, count(*) filter (where energy = any($1))::int as n from sanitation.vehicle where retired_at is null and state <> 'scrapped'`
export const renewal = procedure('sanitation.renewal', {
  zh: '车辆更新计划',
  menu: '环卫车辆',
  title: 'name',
  numbering: { prefix: 'CL', per: 'year', digits: 3 },
  help: '批准后逐车登记购置、淘汰;年末对照计划与新能源占比目标。',
  fields: {
    ...form,
    name: form.name.searchable(),
    bought: integer('已新增', { unit: '辆' }),
    boughtNew: integer('其中新能源', { unit: '辆' }),
    scrapped: integer('已淘汰', { unit: '辆' }),
    spentWan: number('已用', { unit: '万元' }),
    share: number('新能源占比', { unit: '%' }).optional(),
    isMet: choice('完成计划', { yes: '是', no: '否' }).optional(),
    opinion: longText('意见', { maxLength: 300 }).optional(),
  },
  statuses: {
    drafted: { zh: '待批准', duty: 'sanitation.approve', taskZh: '车辆更新计划待批准' },
    running: { zh: '实施中' },
    closed: { zh: '已总结', kind: 'final' },
    refused: { zh: '不同意', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '编制计划',
    from: 'new',
    to: 'drafted',
    by: 'sanitation.manage',
    form,
    check: ({ input }) => why(input.newEnergyBuys > input.buys, '新能源不能多于新增'),
    effects: () => ({ set: { bought: 0, boughtNew: 0, scrapped: 0, spentWan: 0 } }),
  }),
  approve: action({
    zh: '批准',
    from: 'drafted',
    to: ({ input }) => (input.isOk === 'yes' ? 'running' : 'refused'),
    by: 'sanitation.approve',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '同意', no: '不同意' }), opinion: longText('说明', { maxLength: 300 }) },
    guard: ({ actor, past }) => notYet(didBefore(past, 'draft', actor), '编制人不能批准自己的计划'),
    effects: ({ input }) => ({ set: { opinion: input.opinion } }),
  }),
  buy: action({
    zh: '登记购置',
    from: 'running',
    to: 'same',
    by: 'sanitation.manage',
    tone: 'primary',
    form: {
      plate: text('号牌', { maxLength: 10, pattern: platePattern }),
      kind: choice('车型', vehicleKinds),
      energy: choice('能源', energies),
      emission: choice('排放', emissions),
      operator: text('使用单位', { maxLength: 80 }),
      acquiredOn: date('购置日期'),
      priceFen: money('购置价', { min: 1 }),
      subsidyFen: money('新能源补贴').optional(),
      tareKg: integer('皮重', { unit: 'kg', min: 100, max: 60_000 }),
      loadKg: integer('核定载质量', { unit: 'kg', min: 100, max: 60_000 }),
    },
    look: ({ tx, input }) =>
      one(tx, 'select 1 as n from sanitation.vehicle where plate = $1 and retired_at is null', [input.plate]),
    check: ({ input, found, subject, now }) =>
      first(
        why(Boolean(found), `${input.plate}已在台账`),
        why(input.acquiredOn > dayText(now), '购置日期不能晚于今天'),
        why(Number(input.acquiredOn.slice(0, 4)) !== subject.year, `购置日期应在${subject.year}年度内`),
        why((input.subsidyFen ?? 0) > input.priceFen, '补贴不能高于购置价'),
        why(
          (input.energy === 'electric' || input.energy === 'hydrogen') && input.emission !== 'zero',
          '纯电、氢燃料车排放应为零排放',
        ),
        why(Boolean(input.subsidyFen) && !isNew(input.energy), '只有新能源车有补贴'),
        notYet(subject.spentWan + input.priceFen / fenOfWan > subject.budgetWan, '超出预算'),
      ),
    effects: ({ input, subject }) => ({
      set: {
        bought: subject.bought + 1,
        boughtNew: subject.boughtNew + (isNew(input.energy) ? 1 : 0),
        spentWan: round(subject.spentWan + input.priceFen / fenOfWan),
      },
      facts: [
        say(rowMade, {
          register: 'sanitation.vehicle',
          key: 'plate',
          values: { ...input, state: 'inService', isSmall: input.kind === 'small' },
        }),
      ],
    }),
  }),
  scrap: action({
    zh: '登记淘汰',
    from: 'running',
    to: 'same',
    by: 'sanitation.manage',
    form: { vehicle: ref('车辆', 'sanitation.vehicle'), scrappedOn: date('淘汰日期') },
    look: ({ tx, input }) =>
      one<{ emission: string; state: string }>(tx, 'select emission, state from sanitation.vehicle where id = $1', [
        input.vehicle,
      ]),
    check: ({ found, input, subject, now }) =>
      first(
        why(!found || found.state === 'scrapped', '请选择未淘汰的车辆'),
        why(found?.emission !== 'g3', '计划淘汰的是国三车'),
        why(input.scrappedOn > dayText(now), '日期不能晚于今天'),
        why(Number(input.scrappedOn.slice(0, 4)) !== subject.year, `淘汰日期应在${subject.year}年度内`),
      ),
    effects: ({ input, subject }) => ({
      set: { scrapped: subject.scrapped + 1 },
      facts: [
        say(rowMarked, {
          register: 'sanitation.vehicle',
          id: input.vehicle,
          values: { state: 'scrapped', scrappedOn: input.scrappedOn },
          reason: `更新计划${subject.number}`,
        }),
      ],
    }),
  }),
  close: action({
    zh: '年度总结',
    from: 'running',
    to: 'closed',
    by: 'sanitation.manage',
    form: { opinion: longText('总结', { maxLength: 300 }) },
    look: ({ tx }) => one<{ all: number; n: number }>(tx, shareSql, [newEnergies]),
    effects: ({ input, found, subject, parameter }) => {
      const share = percentOf(found?.n ?? 0, found?.all ?? 0)
      const isMet =
        subject.bought >= subject.buys &&
        subject.boughtNew >= subject.newEnergyBuys &&
        subject.scrapped >= subject.scraps &&
        (share ?? 0) >= parameter('sanitation.new-energy-share')
      return { set: { opinion: input.opinion, share, isMet: isMet ? 'yes' : 'no' } }
    },
  }),
}))
