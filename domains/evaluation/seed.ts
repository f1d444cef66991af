/** 示例: classes of the district's streets, a checklist for each topic and a reward table, so that the menus live. */
import { dayOf, type Kernel, newRow, type Register, raw, systemActor, writeChanges } from '#kernel'
import { topics } from './contract.ts'
import checklists from './data/checklists.json' with { type: 'json' }
import { checkItem, rewardRule, streetClass } from './registers.ts'

type Entry = readonly [Register, Readonly<Record<string, unknown>>]
const since = '2024-01-01'
const general = '检查细则(示例),待本局核定'
const lines: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = checklists.topics
const itemsOf = (topic: string): readonly Entry[] =>
  (lines[topic] ?? lines.default ?? []).map(([code, name, full, deduction, fixDays]) => [
    checkItem,
    { topic, code, name, full, deduction, clause: general, fixDays, validFrom: since },
  ])
const rewards: readonly Entry[] = ['one', 'two', 'three'].map((c) => [
  rewardRule,
  { name: '年度奖惩(示例)', class: c, rankFrom: 1, rankTo: 1, amountFen: 5_000_000, measure: '通报表扬' },
])
/** The last of a class loses what the first gains, and is called in. */
const punished = (c: string, last: number): Entry => [
  rewardRule,
  {
    name: '年度奖惩(示例)',
    class: c,
    rankFrom: last,
    rankTo: last,
    amountFen: -5_000_000,
    measure: '通报批评、约谈',
    isTalk: true,
  },
]
export const seedEvaluation = async (kernel: Kernel): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from evaluation.check_item limit 1', [])
      if (rows.length > 0) return
      const { rows: streets } = await raw<{ code: string }>(
        tx,
        `select code from kernel.area where level = 'street' and valid_to is null order by code`,
        [],
      )
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      const half = Math.ceil(streets.length / 2)
      const entries: readonly Entry[] = [
        ...streets.map(
          ({ code }, i): Entry => [
            streetClass,
            {
              street: code,
              class: i < half ? 'one' : 'two',
              validFrom: `${dayOf(kernel, district, ctx.now).slice(0, 4)}-01-01`,
              basis: '街道考核分类(示例)',
            },
          ],
        ),
        ...Object.keys(topics).flatMap(itemsOf),
        ...rewards,
        ...(half > 1 ? [punished('one', half)] : []),
        ...(streets.length - half > 1 ? [punished('two', streets.length - half)] : []),
      ]
      await writeChanges(
        tx,
        entries.map(
          ([definition, values]) =>
            newRow(ctx, definition, values, definition.id === streetClass.id ? { areaCode: String(values.street) } : {}).set,
        ),
      )
    })
}
