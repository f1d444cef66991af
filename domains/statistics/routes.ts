/** 试算公式: what a formula would give, before it is put forward. */
import { type BoundRoute, bind, reject } from '#kernel'
import { tryFormulaRoute } from './contract.ts'
import { machineOf, readBook, readMetrics } from './dictionary.ts'
import { evaluateFormula } from './formula/evaluate.ts'
import { aggregatesOf, parseFormula } from './formula/parse.ts'
import { FormulaError } from './formula/types.ts'

export const statisticsRoutes = (): readonly BoundRoute[] => [
  bind(tryFormulaRoute, async ({ formula, from, to }, ctx) =>
    ctx.work(async ({ kernel, tx }) => {
      try {
        const machine = machineOf(tx, await readBook(kernel, tx, ctx.district), await readMetrics(tx, ctx.district, true))
        const values = await evaluateFormula(machine, formula, { from, to })
        return {
          value: values.get(null) ?? null,
          sources: [...new Set(aggregatesOf(parseFormula(formula)).map((a) => kernel.definition(a.source)?.spec.zh ?? a.source))],
        }
      } catch (error) {
        if (error instanceof FormulaError) return reject('statistics.formula', { why: error.message })
        throw error
      }
    }),
  ),
]
