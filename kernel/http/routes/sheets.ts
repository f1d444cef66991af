/** Which sheets this person may open. */
import { z } from 'zod'
import type { Kernel } from '../../kernel.ts'
import { mayDo } from '../../permission/permit.ts'
import { dayOf } from '../../time.ts'
import { type BoundRoute, bind } from '../bind.ts'
import { route } from '../route.ts'
import { sheetOf, type Words } from '../sheet.ts'

export const sheetsRoute = route({
  method: 'GET',
  path: '/sheets',
  zh: '可查看的查询与统计页',
  permission: 'signed-in',
  tag: 'meta',
  input: z.object({}),
  output: z.object({ sheets: z.array(z.record(z.string(), z.unknown())) }),
})
const wordsOf = (kernel: Kernel, like: string): Words | undefined => {
  const at = like.lastIndexOf('.')
  const definition = kernel.definition(like.slice(0, at))
  const name = like.slice(at + 1)
  if (definition?.primitive === 'procedure' && name === 'status')
    return {
      title: '状态',
      choices: Object.fromEntries(Object.entries(definition.spec.statuses).map(([status, spec]) => [status, spec.zh])),
    }
  const spec = definition?.spec.fields[name]?.spec
  return spec && { title: spec.zh, unit: spec.isMoney ? 'fen' : spec.unit, choices: spec.choices }
}
/** @param routes all the routes of the server */
export const sheetRoutes = (kernel: Kernel, routes: readonly BoundRoute[]): readonly BoundRoute[] => {
  const sheets = routes.flatMap(({ route: r, module }) => {
    const sheet = sheetOf(r, (like) => wordsOf(kernel, like))
    return sheet ? [{ sheet, module }] : []
  })
  const keys = sheets.map(({ sheet }) => sheet.key)
  const twice = keys.find((key, i) => keys.indexOf(key) < i)
  if (twice) throw new Error(`two sheets stand at one address: ${twice}`)
  return [
    bind(sheetsRoute, async (_input, { district, who, now }) => {
      const day = dayOf(kernel, district, now)
      return {
        sheets: sheets
          .filter(({ module }) => !module || kernel.isModuleOn(district, module.id, day))
          .map(({ sheet }) => sheet)
          .filter(({ permission }) => permission === 'signed-in' || permission === 'public' || mayDo(who, permission))
          .map((sheet) => ({ ...sheet })),
      }
    }),
  ]
}
