/** The shop's answer to a notice, from the address or code in its message. */
import { z } from 'zod'
import { route } from '#kernel/contract'

export const selfFixRoute = route({
  method: 'POST',
  path: '/public/shop-notices/:number/fixed',
  zh: '商户回复已自行整改(凭短信中的编号与回复码)',
  permission: 'public',
  tag: 'sensing',
  input: z.object({ number: z.string().max(40), code: z.string().regex(/^\d{6}$/), fixNote: z.string().min(1).max(300) }),
  output: z.object({ number: z.string(), status: z.string() }),
  refusals: ['sensing.field', 'kernel.too-many'],
})
