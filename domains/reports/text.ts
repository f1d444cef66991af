/** The text of a report filled with its figures. A mistake in the writing is told with its line, not thrown as a defect. */
import { Liquid } from 'liquidjs'
import { reject } from '#kernel'
import { type Block, parseBlocks } from '#kernel/documents/blocks.ts'
import { type Figure, printChange, printFigure, printGoal, printMore, printTable } from './figures.ts'

export const fillReport = (
  source: string,
  figures: readonly Figure[],
  data: Readonly<Record<string, unknown>>,
): readonly Block[] => {
  const byId = new Map(figures.map((f) => [f.id, f]))
  const engine = new Liquid({ strictFilters: true, ownPropertyOnly: true })
  engine.registerFilter('figure', (id: unknown) => printFigure(byId.get(String(id))))
  engine.registerFilter('goal', (id: unknown) => printGoal(byId.get(String(id))))
  engine.registerFilter('more', (id: unknown) => printMore(byId.get(String(id))))
  engine.registerFilter('change', (id: unknown) => printChange(byId.get(String(id))))
  engine.registerFilter('table', (id: unknown, by: unknown) => printTable(byId.get(String(id)), String(by)))
  engine.registerFilter('value', (id: unknown) => byId.get(String(id))?.value ?? null)
  try {
    return parseBlocks(engine.parseAndRenderSync(source, data))
  } catch (error) {
    return reject('reports.template', { detail: (error instanceof Error ? error.message : String(error)).slice(0, 200) })
  }
}
