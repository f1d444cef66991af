/** 运行经费保障: a budget of each function and year, spent against; its cost per what it keeps, and a warning when cost grows slower than the area or the facilities it has to keep. */
import {
  choice,
  date,
  dayText,
  first,
  integer,
  number,
  one,
  percentOf,
  procedure,
  round,
  rows,
  type Tx,
  text,
  unit,
} from '#kernel'
import { notYet, ownUnit, total, unitOfPerson, wan, why } from '../shared.ts'

export const functions = {
  sweeping: '道路清扫保洁',
  lighting: '城市照明',
  greening: '园林养护',
  municipal: '市政设施养护',
  grid: '网格化运行',
} as const
/** What a function keeps: counted from the register where there is one, else the built-up area as published. */
const bases = { lamps: '路灯(盏,取自台账)', components: '部件(个,取自台账)', area: '建成区面积(平方公里,年鉴)' } as const
const baseSql = {
  lamps: 'select count(*)::int as n from lighting.lamp where retired_at is null',
  components: 'select count(*)::int as n from grid.component where retired_at is null',
} as const
const baseNow = async (tx: Tx, base: keyof typeof bases, typed: number | null | undefined): Promise<number> =>
  base === 'area' ? (typed ?? 0) : ((await one<{ n: number }>(tx, baseSql[base]))?.n ?? 0)
const form = {
  year: integer('年度', { min: 2000, max: 2100 }),
  function: choice('职能', functions),
  unit: unit('使用单位'),
  wan: wan('预算'),
  base: choice('对应的保障对象', bases),
  area: number('建成区面积(只在按面积时填)', { unit: '平方公里', min: 0 }).optional(),
} as const
const spendLine = {
  on: date('日期'),
  wan: wan('金额'),
  item: text('用途', { maxLength: 100 }),
  voucher: text('凭证号', { maxLength: 60 }),
} as const
interface Before {
  readonly wan: number
  readonly count: number
}
/** Growth in percent; null without a year before. */
const growthOf = (now: number, before: number | undefined): number | null =>
  before ? round(((now - before) * 100) / before) : null
export const budget = procedure('affairs.budget', {
  zh: '职能经费预算',
  menu: '项目与资金',
  title: 'name',
  numbering: { prefix: 'YS', per: 'year', digits: 3 },
  help: '保障对象取自台账并在编制时定格;与上年比,经费增幅低于对象增幅的预警并列出缺口;支出不超预算,追加须领导批准。',
  uniqueTogether: [['year', 'function']],
  fields: {
    ...form,
    name: text('预算', { maxLength: 60 }).searchable(),
    count: number('保障对象数量'),
    unitCost: number('单位成本', { unit: '元' }).optional(),
    costGrowth: number('经费增幅', { unit: '%' }).optional(),
    baseGrowth: number('对象增幅', { unit: '%' }).optional(),
    isWarned: choice('增幅预警', { yes: '预警', no: '正常' }),
    gapWan: wan('缺口'),
    spends: rows('支出', spendLine),
    spentWan: wan('已支出'),
    percent: number('执行率', { unit: '%' }),
    added: rows('追加', { on: date('日期'), wan: wan('金额'), reason: text('理由', { maxLength: 200 }) }),
  },
  statuses: {
    draft: { zh: '待批准', duty: 'affairs.lead', taskZh: '经费预算待批准' },
    running: { zh: '执行中' },
    closed: { zh: '已决算', kind: 'final' },
    refused: { zh: '未批准', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '编制',
    from: 'new',
    to: 'draft',
    by: 'affairs.manage',
    form,
    look: async ({ tx, input }) => ({
      count: await baseNow(tx, input.base, input.area),
      before: await one<Before>(
        tx,
        `select wan::float8 as wan, count::float8 as count from affairs.budget where function = $1 and year = $2 and base = $3 and status <> 'refused'`,
        [input.function, input.year - 1, input.base],
      ),
    }),
    check: ({ input, found }) =>
      first(
        why(input.wan <= 0, '预算应大于零'),
        why(found.count <= 0, input.base === 'area' ? '请填建成区面积' : '台账中没有保障对象'),
      ),
    effects: ({ input, found }) => {
      const { before, count } = found
      const [costGrowth, baseGrowth] = [growthOf(input.wan, before?.wan), growthOf(count, before?.count)]
      const isWarned = costGrowth !== null && baseGrowth !== null && costGrowth < baseGrowth
      return {
        set: {
          unitId: input.unit,
          areaCode: null,
          name: `${input.year}年${functions[input.function]}`,
          count,
          unitCost: round((input.wan * 10_000) / count),
          costGrowth,
          baseGrowth,
          isWarned: isWarned ? 'yes' : 'no',
          gapWan: isWarned && before ? total([(before.wan * count) / before.count - input.wan]) : 0,
          spends: [],
          spentWan: 0,
          percent: 0,
          added: [],
        },
      }
    },
  }),
  approve: action({
    zh: '批准',
    from: 'draft',
    to: ({ input }) => (input.isOk === 'yes' ? 'running' : 'refused'),
    by: 'affairs.lead',
    tone: 'primary',
    form: {
      isOk: choice('意见', { yes: '批准', no: '不批准' }),
      said: text('意见(预警的须说明)', { maxLength: 200 }).optional(),
    },
    check: ({ input, subject }) =>
      why(input.isOk === 'yes' && subject.isWarned === 'yes' && !input.said, '经费增幅低于保障对象增幅,请说明如何保障'),
  }),
  spend: action({
    zh: '登记支出',
    from: 'running',
    to: 'same',
    by: 'affairs.carry',
    form: spendLine,
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ subject, found, input, now }) =>
      first(
        ownUnit({ subject, found }),
        why(input.on > dayText(now), '支出日期不能晚于今天'),
        why(input.wan <= 0, '金额应大于零'),
        notYet(
          subject.spends.some((s) => s.voucher === input.voucher),
          '该凭证已登记',
        ),
        notYet(total([subject.spentWan, input.wan]) > subject.wan, `超出预算,尚余${total([subject.wan, -subject.spentWan])}万元`),
      ),
    effects: ({ subject, input }) => {
      const spentWan = total([subject.spentWan, input.wan])
      return { set: { spends: [...subject.spends, input], spentWan, percent: percentOf(spentWan, subject.wan) ?? 0 } }
    },
  }),
  add: action({
    zh: '追加',
    from: 'running',
    to: 'same',
    by: 'affairs.lead',
    form: { wan: wan('追加'), reason: text('理由', { maxLength: 200 }) },
    check: ({ input }) => why(input.wan <= 0, '金额应大于零'),
    effects: ({ subject, input, now }) => {
      const sum = total([subject.wan, input.wan])
      return {
        set: {
          wan: sum,
          percent: percentOf(subject.spentWan, sum) ?? 0,
          unitCost: round((sum * 10_000) / subject.count),
          gapWan: Math.max(0, total([subject.gapWan, -input.wan])),
          added: [...subject.added, { on: dayText(now), ...input }],
        },
      }
    },
  }),
  close: action({
    zh: '决算',
    from: 'running',
    to: 'closed',
    by: 'affairs.manage',
    guard: ({ subject, now }) => notYet(dayText(now) < `${subject.year}-12-31`, '年末决算'),
  }),
}))
