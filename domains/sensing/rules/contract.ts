/** The dry run of a rule, as screens call it. */
import { z } from 'zod'
import { route } from '#kernel/contract'

const optional = z.coerce.number().optional()
export const tryRuleRoute = route({
  method: 'GET',
  path: '/sensing/rules/:id/try',
  zh: '规则试运行(用历史读数试算会告警几次,不产生告警)',
  permission: 'sensing.rule.read',
  tag: 'sensing',
  input: z.object({
    id: z.uuid(),
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
    limit: optional,
    release: optional,
    minutes: optional,
    times: optional,
    seconds: optional,
    radiusM: optional,
  }),
  output: z.object({
    looked: z.number(),
    devices: z.number(),
    alarms: z.number(),
    isCut: z.boolean(),
    hits: z.array(z.object({ at: z.date(), device: z.string(), value: z.number().nullable() })),
  }),
  refusals: ['kernel.not-found', 'sensing.field'],
})
