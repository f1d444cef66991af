/** The shape of what the wall asks every few seconds. */
import { z } from 'zod'
import { route } from '#kernel/contract'

export const nowRoute = route({
  method: 'GET',
  path: '/sensing/now',
  zh: '此刻:车辆人员位置、告警、天气响应',
  permission: 'sensing.status.read',
  tag: 'sensing',
  input: z.object({}),
  output: z.object({
    /** Device, longitude and latitude in millionths of a degree; only those heard of within a quarter of an hour. */
    movers: z.array(z.tuple([z.string(), z.number(), z.number()])),
    online: z.number(),
    offline: z.number(),
    alarms: z.array(z.object({ id: z.string(), title: z.string(), severity: z.string(), severityZh: z.string(), at: z.date() })),
    openAlarms: z.number(),
    weather: z.object({ name: z.string(), level: z.string(), levelZh: z.string(), endsAt: z.date().nullable() }).nullable(),
  }),
})
