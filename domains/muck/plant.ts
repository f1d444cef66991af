/** 资源化: the plant's project, and each day's intake, products and residue that must balance. */
import { addDays, choice, date, first, integer, longText, number, one, procedure, ref, rows, text } from '#kernel'
import { notYet, round2, why } from './shared.ts'
import { productKinds, wasteKinds } from './words.ts'

const projectForm = {
  name: text('项目', { maxLength: 100 }),
  builder: text('建设单位', { maxLength: 100 }),
  tonsPerYear: number('设计能力', { unit: '吨/年', min: 1 }),
  investWan: number('投资', { unit: '万元', min: 1 }),
  dueOn: date('计划建成'),
} as const
export const plantProject = procedure('muck.plant-project', {
  zh: '资源化(处置终端)项目',
  menu: '消纳与资源化',
  title: 'name',
  numbering: { prefix: 'ZX', per: 'year', digits: 3 },
  fields: {
    ...projectForm,
    name: projectForm.name.searchable(),
    progress: integer('形象进度', { unit: '%' }).optional(),
    words: longText('最近进展', { maxLength: 500 }).optional(),
    startedOn: date('开工').optional(),
    trialOn: date('试运行').optional(),
    runningOn: date('投产').optional(),
    isLate: choice('是否逾期', { yes: '逾期', no: '按期' }).optional(),
    plant: ref('资源化厂', 'muck.plant').optional(),
  },
  statuses: {
    planned: { zh: '前期', duty: 'muck.manage', taskZh: '资源化项目待开工' },
    building: { zh: '建设', duty: 'muck.manage', taskZh: '资源化项目建设中' },
    trial: { zh: '试运行', duty: 'muck.manage', taskZh: '资源化项目试运行' },
    running: { zh: '已投产', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({ zh: '立项', from: 'new', to: 'planned', by: 'muck.manage', form: projectForm }),
  start: action({
    zh: '开工',
    from: 'planned',
    to: 'building',
    by: 'muck.manage',
    form: { startedOn: date('开工日期') },
    effects: ({ input }) => ({ set: { ...input, progress: 0 } }),
  }),
  report: action({
    zh: '报进展',
    from: 'building',
    to: 'same',
    by: 'muck.manage',
    form: { progress: integer('形象进度', { unit: '%', min: 0, max: 100 }), words: longText('进展', { maxLength: 500 }) },
    check: ({ input, subject }) => why(input.progress < (subject.progress ?? 0), `进度不能小于上次的${subject.progress}%`),
    effects: ({ input }) => ({ set: input }),
  }),
  trial: action({
    zh: '建成试运行',
    from: 'building',
    to: 'trial',
    by: 'muck.manage',
    form: { trialOn: date('试运行日期') },
    check: ({ subject }) => notYet((subject.progress ?? 0) < 100, `形象进度${subject.progress ?? 0}%,未建成`),
    effects: ({ input, subject }) => ({ set: { ...input, isLate: input.trialOn > subject.dueOn ? 'yes' : 'no' } }),
  }),
  run: action({
    zh: '投产',
    from: 'trial',
    to: 'running',
    by: 'muck.manage',
    tone: 'primary',
    form: { runningOn: date('投产日期'), plant: ref('资源化厂', 'muck.plant') },
    check: ({ input, subject }) => why(input.runningOn < (subject.trialOn ?? ''), '投产不能早于试运行'),
    effects: ({ input }) => ({ set: input }),
  }),
}))
const tons = number('吨', { unit: '吨', min: 0 })
const dayForm = {
  plant: ref('资源化厂', 'muck.plant'),
  dayOn: date('日期'),
  intake: rows('进厂', { kind: choice('种类', wasteKinds), tons }),
  products: rows('产品', { kind: choice('产品', productKinds), tons }),
  residueT: number('残渣(送焚烧、填埋)', { unit: '吨', min: 0 }),
  stockT: number('日末库存', { unit: '吨', min: 0 }),
} as const
const total = (lines: readonly { readonly tons: number }[]): number => round2(lines.reduce((n, l) => n + l.tons, 0))
const ofKind = (lines: readonly { readonly kind: string; readonly tons: number }[], kind: string): number =>
  total(lines.filter((l) => l.kind === kind))
/** Opening stock and intake against products, residue and closing stock, in tons. */
export const balanceOf = (openT: number, intakeT: number, productT: number, residueT: number, stockT: number) => {
  const gapT = round2(openT + intakeT - productT - residueT - stockT)
  const base = openT + intakeT
  return { gapT, gapPct: base === 0 ? 0 : round2((Math.abs(gapT) / base) * 100) }
}
interface Last {
  readonly stockT: number
  readonly dayOn: string
}
export const plantDay = procedure('muck.plant-day', {
  zh: '资源化厂日运行',
  menu: '消纳与资源化',
  title: 'dayOn',
  numbering: { prefix: 'ZR', per: 'year', digits: 5 },
  help: '前日库存 + 进厂 = 产品 + 残渣 + 日末库存,误差超过规定不能上报。',
  uniqueTogether: [['plant', 'dayOn']],
  fields: {
    ...dayForm,
    openT: number('前日库存', { unit: '吨' }).optional(),
    intakeT: number('进厂合计', { unit: '吨' }).optional(),
    renovationT: number('其中装修垃圾', { unit: '吨' }).optional(),
    demolitionT: number('其中拆除垃圾', { unit: '吨' }).optional(),
    productT: number('产品合计', { unit: '吨' }).optional(),
    gapT: number('平衡差', { unit: '吨' }).optional(),
    gapPct: number('平衡误差', { unit: '%' }).optional(),
  },
  statuses: { reported: { zh: '已上报', kind: 'final' } },
}).actions((action) => ({
  report: action({
    zh: '上报当日运行',
    from: 'new',
    to: 'reported',
    by: 'muck.plant',
    form: dayForm,
    look: ({ tx, input }) =>
      one<Last>(
        tx,
        `select stock_t::float8 as "stockT", day_on::text as "dayOn" from muck.plant_day where plant = $1 and day_on < $2::date order by day_on desc limit 1`,
        [input.plant, input.dayOn],
      ),
    check: ({ input, found, parameter, now }) => {
      const { gapT, gapPct } = balanceOf(
        found?.stockT ?? 0,
        total(input.intake),
        total(input.products),
        input.residueT,
        input.stockT,
      )
      return first(
        why(input.dayOn > addDays(now.toISOString().slice(0, 10), 1), '不能上报以后的日期'),
        why(
          gapPct > parameter('muck.plant-tolerance-percent'),
          `物料不平衡:差${gapT}吨(${gapPct}%),前日库存${found?.stockT ?? 0}吨`,
        ),
      )
    },
    effects: ({ input, found }) => {
      const openT = found?.stockT ?? 0
      const intakeT = total(input.intake)
      const productT = total(input.products)
      return {
        set: {
          openT,
          intakeT,
          productT,
          renovationT: ofKind(input.intake, 'renovation'),
          demolitionT: ofKind(input.intake, 'demolition'),
          ...balanceOf(openT, intakeT, productT, input.residueT, input.stockT),
        },
      }
    },
  }),
}))
