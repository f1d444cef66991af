/** Facts that gas tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

const hazardLine = z.object({ item: z.string(), level: z.string(), note: z.string() })
/** A check ended with hazards: each becomes an order of its own. */
export const hazardsFound = fact(
  'gas.hazards-found',
  '燃气检查发现隐患',
  z.object({
    check: z.string(),
    number: z.string(),
    target: z.string(),
    targetKind: z.string(),
    partyCode: z.string().nullish(),
    source: z.string(),
    hazards: z.array(hazardLine),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
    areaCode: z.string().nullish(),
  }),
)
/** A part was installed at a user's and accepted. */
export const partFitted = fact(
  'gas.part-fitted',
  '三件套已安装',
  z.object({
    number: z.string(),
    user: z.string(),
    part: z.string(),
    serial: z.string(),
    installedOn: z.string(),
    expiresOn: z.string(),
  }),
)
/** A sub-project was finished: pipes it renewed are old no more. */
export const pipesRenewed = fact(
  'gas.pipes-renewed',
  '燃气管道已更新',
  z.object({
    project: z.string(),
    name: z.string(),
    km: z.number(),
    wan: z.number(),
    doneOn: z.string(),
    codes: z.array(z.string()),
  }),
)
/** A cylinder went out or came back. */
export const cylinderMoved = fact(
  'gas.cylinder-moved',
  '气瓶流转',
  z.object({ cylinder: z.string(), state: z.string(), number: z.string() }),
)
