/** 稳定化飞灰: each batch tested before it is buried in a cell of its own. */
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
  ref,
  register,
  round,
  rows,
  text,
} from '#kernel'
import { leached } from './parameters.ts'
import { notYet, why } from './shared.ts'

export const ashCell = register('disposal.ash-cell', {
  zh: '飞灰填埋分区',
  menu: '焚烧处置监管',
  title: 'code',
  fields: {
    code: text('分区', { maxLength: 30 }).unique().searchable(),
    site: ref('填埋场', 'disposal.landfill'),
    capacityT: number('库容', { unit: '吨', min: 1 }),
    liner: text('防渗', { maxLength: 80 }),
  },
})
const testLine = { item: choice('项目', leached), value: number('检测值', { min: 0 }) } as const
const ashForm = {
  batch: text('批次号', { maxLength: 40 }),
  plant: ref('焚烧厂', 'sorting.plant'),
  madeOn: date('产生日期'),
  rawT: number('原灰', { unit: '吨', min: 0.001 }),
  stableT: number('稳定化物', { unit: '吨', min: 0.001 }),
  agentPercent: number('螯合剂', { unit: '%', min: 0.1, max: 50 }),
} as const
const cellSql = `select c.capacity_t::float8 as capacity, (select coalesce(sum(a.buried_t), 0)::float8 from disposal.ash a where a.cell = c.id and a.status = 'buried') as used from disposal.ash_cell c where c.id = $1 and c.retired_at is null`
export const ash = procedure('disposal.ash', {
  zh: '稳定化飞灰批次',
  menu: '焚烧处置监管',
  title: 'batch',
  numbering: { prefix: 'FH', per: 'year', digits: 4 },
  help: '稳定化 → 浸出检测 → 合格的运往专用分区填埋;不合格的不得进场,重新稳定化后再检。',
  fields: {
    ...ashForm,
    batch: ashForm.batch.unique().searchable(),
    tests: rows('浸出检测', testLine).optional(),
    lab: text('检测单位', { maxLength: 80 }).optional(),
    reportNo: text('报告编号', { maxLength: 60 }).optional(),
    failed: text('不合格', { maxLength: 200 }).optional(),
    tries: integer('检测次数', { unit: '次' }).optional(),
    cell: ref('填埋分区', 'disposal.ash-cell').optional(),
    plate: text('运输车', { maxLength: 10 }).optional(),
    buriedT: number('填埋', { unit: '吨', min: 0 }).optional(),
    buriedOn: date('填埋日期').optional(),
  },
  statuses: {
    stabilised: { zh: '待检测', duty: 'disposal.run', taskZh: '飞灰批次待检测' },
    failed: { zh: '不合格', duty: 'disposal.run', taskZh: '飞灰批次须重新稳定化' },
    passed: { zh: '待填埋', duty: 'disposal.run', taskZh: '飞灰批次待填埋' },
    buried: { zh: '已填埋', kind: 'final' },
  },
}).actions((action) => ({
  stabilise: action({
    zh: '登记批次',
    from: 'new',
    to: 'stabilised',
    by: 'disposal.run',
    form: ashForm,
    check: ({ input, now }) => why(input.madeOn > dayText(now), '日期不能晚于今天'),
    effects: () => ({ set: { tries: 0 } }),
  }),
  test: action({
    zh: '登记检测',
    from: 'stabilised',
    to: ({ input, parameter }) =>
      input.tests.some(
        (t) =>
          t.value > parameter(`disposal.ash-${t.item}`) ||
          (t.item === 'moisture' && t.value >= parameter('disposal.ash-moisture')),
      )
        ? 'failed'
        : 'passed',
    by: 'disposal.supervise',
    tone: 'primary',
    form: {
      tests: rows('浸出检测', testLine),
      lab: text('检测单位', { maxLength: 80 }),
      reportNo: text('报告编号', { maxLength: 60 }),
    },
    check: ({ input }) => {
      const missing = Object.entries(leached)
        .filter(([item]) => input.tests.filter((t) => t.item === item).length !== 1)
        .map(([, zh]) => zh)
      return why(missing.length > 0, `须逐项各填一次:${missing.join('、')}`)
    },
    effects: ({ input, subject, parameter }) => ({
      set: {
        ...input,
        tries: (subject.tries ?? 0) + 1,
        failed:
          input.tests
            .filter(
              (t) =>
                t.value > parameter(`disposal.ash-${t.item}`) ||
                (t.item === 'moisture' && t.value >= parameter('disposal.ash-moisture')),
            )
            .map((t) => `${leached[t.item]}${t.value}(限值${parameter(`disposal.ash-${t.item}`)})`)
            .join('、')
            .slice(0, 200) || null,
      },
    }),
  }),
  again: action({
    zh: '重新稳定化',
    from: 'failed',
    to: 'stabilised',
    by: 'disposal.run',
    tone: 'primary',
    form: { agentPercent: ashForm.agentPercent, stableT: ashForm.stableT },
    effects: ({ input }) => ({ set: input }),
  }),
  bury: action({
    zh: '进场填埋',
    from: 'passed',
    to: 'buried',
    by: 'disposal.run',
    tone: 'primary',
    form: {
      cell: ref('填埋分区', 'disposal.ash-cell'),
      plate: text('运输车', { maxLength: 10 }),
      buriedT: number('填埋', { unit: '吨', min: 0.001 }),
      buriedOn: date('填埋日期'),
    },
    look: ({ tx, input }) => one<{ capacity: number; used: number }>(tx, cellSql, [input.cell]),
    check: ({ input, found, subject, now }) =>
      first(
        why(!found, '没有这个填埋分区'),
        why(input.buriedOn > dayText(now), '日期不能晚于今天'),
        why(input.buriedT > subject.stableT + 1e-9, `填埋不能多于稳定化物${subject.stableT}吨`),
        notYet(
          (found?.used ?? 0) + input.buriedT > (found?.capacity ?? 0),
          `分区库容${found?.capacity}吨,已用${round(found?.used ?? 0, 3)}吨(${percentOf(found?.used ?? 0, found?.capacity ?? 0)}%),放不下`,
        ),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
}))
