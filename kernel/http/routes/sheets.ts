/** Which sheets this person may open. */
import { z } from 'zod'
import { mayDo } from '../../permission/permit.ts'
import { dayOf } from '../../time.ts'
import { type BoundRoute, bind } from '../bind.ts'
import { route } from '../route.ts'
import { sheetOf } from '../sheet.ts'

export const sheetsRoute = route({
  method: 'GET',
  path: '/sheets',
  zh: '可查看的查询与统计页',
  permission: 'signed-in',
  tag: 'meta',
  input: z.object({}),
  output: z.object({ sheets: z.array(z.record(z.string(), z.unknown())) }),
})
/** @param routes all the routes of the server */
export const sheetRoutes = (routes: readonly BoundRoute[]): readonly BoundRoute[] => {
  const sheets = routes.flatMap(({ route: r, module }) => {
    const sheet = sheetOf(r)
    return sheet ? [{ sheet, module }] : []
  })
  return [
    bind(sheetsRoute, async (_input, { kernel, district, who, now }) => {
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
