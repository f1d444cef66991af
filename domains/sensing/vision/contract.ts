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
export const frameRoute = route({
  method: 'POST',
  path: '/ingest/frames',
  zh: '摄像头抓图识别(multipart 一张图片,设备编号与接入密钥)',
  permission: 'public',
  tag: 'sensing',
  input: z.object({ camera: z.string().min(1).max(40), at: z.iso.datetime({ offset: true }).optional() }),
  output: z.object({
    objects: z.array(z.object({ name: z.string(), confidence: z.number() })),
    told: z.array(z.string()),
    refused: z.array(z.string()),
  }),
  refusals: [
    'sensing.key',
    'sensing.field',
    'kernel.file-kind',
    'vision.absent',
    'vision.no-model',
    'vision.busy',
    'vision.slow',
  ],
})
