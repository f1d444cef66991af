/** Papers of a row: which there are, and each as a page, .docx or PDF. Printing personal data is written down. */
import QRCode from 'qrcode'
import { z } from 'zod'
import { audit } from '../../audit.ts'
import type { Paper } from '../../define/paper.ts'
import { fillTemplate, type Printed, writeDocx, writeHtml, writePdf, writeVolume } from '../../documents/index.ts'
import { reject } from '../../errors.ts'
import type { Kernel } from '../../kernel.ts'
import { mayDo } from '../../permission/permit.ts'
import { readVerb } from '../../permission/verbs.ts'
import { type BoundRoute, bind, type RequestContext } from '../bind.ts'
import { route } from '../route.ts'
import { getReadable } from './rows.ts'

const tag = 'papers'
const one = z.object({ definition: z.string(), id: z.uuid() })
export const papersRoute = route({
  method: 'GET',
  path: '/papers/:definition/:id',
  zh: '一行可打印的文书',
  permission: 'signed-in',
  tag,
  input: one,
  output: z.object({ papers: z.array(z.object({ id: z.string(), zh: z.string(), isVolume: z.boolean() })) }),
})
export const printRoute = route({
  method: 'GET',
  path: '/papers/:definition/:id/:paper',
  zh: '打印文书(网页、docx、PDF)',
  permission: 'signed-in',
  tag,
  raw: 'application/octet-stream',
  input: one.extend({ paper: z.string(), format: z.enum(['html', 'docx', 'pdf']).default('html') }),
  output: z.unknown(),
})
const types = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

const papersOf = (kernel: Kernel, definition: string): readonly Paper[] =>
  kernel.domains.flatMap((d) => d.papers ?? []).filter((p) => p.of === definition)
const mayRead = (ctx: RequestContext, definition: string): void => {
  if (!mayDo(ctx.who, readVerb(definition))) reject('permission.denied', { verb: readVerb(definition) })
}

const print = async (ctx: RequestContext, paper: Paper, id: string): Promise<readonly Printed[]> =>
  ctx.work(async (work) => {
    const definition = ctx.kernel.definition(paper.of) ?? reject('kernel.not-found', { what: paper.of })
    const row = await getReadable(ctx, work.tx, definition, id)
    const texts = await paper.texts(work, row)
    if (texts.length === 0) reject('kernel.not-found', { what: paper.zh })
    await audit(work, 'paper.print', { definition: paper.of, id, paper: paper.id }, ctx.ip)
    return texts.map((t) => ({ zh: t.zh ?? paper.zh, number: t.number, blocks: fillTemplate(t.source, t.data) }))
  })
/** The code leads to the receipt of the row's first entry: whoever holds the paper can see that it is the one that was issued. */
const codeOf = async (ctx: RequestContext, id: string): Promise<Buffer | undefined> => {
  const { rows } = await ctx.kernel.db.single<{ hash: string }>(
    ctx.district,
    'select hash from kernel.journal where subject_id = $1 and seq = 1',
    [id],
  )
  const hash = rows[0]?.hash
  return hash
    ? QRCode.toBuffer(`${ctx.request.protocol}://${ctx.request.host}/receipt/${hash}`, { margin: 0, width: 288 })
    : undefined
}

export const paperRoutes: readonly BoundRoute[] = [
  bind(papersRoute, async ({ definition }, ctx) => {
    mayRead(ctx, definition)
    return { papers: papersOf(ctx.kernel, definition).map((p) => ({ id: p.id, zh: p.zh, isVolume: p.isVolume ?? false })) }
  }),
  bind(printRoute, async ({ definition, id, paper: name, format }, ctx) => {
    mayRead(ctx, definition)
    const paper = papersOf(ctx.kernel, definition).find((p) => p.id === name) ?? reject('kernel.not-found', { what: '文书模板' })
    const printed = await print(ctx, paper, id)
    const [cover, ...rest] = printed
    const file = `${printed[0]?.number ?? paper.zh}.${format}`.replaceAll(/[\\/:*?"<>|]/g, '_')
    const reply = ctx.reply
      .header('content-type', types[format])
      .header(
        'content-disposition',
        `${format === 'docx' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(file)}`,
      )
      .header('cache-control', 'no-store')
    if (format === 'html')
      return reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'").send(writeHtml(printed))
    if (format === 'docx') return reply.send(await writeDocx(printed, await codeOf(ctx, id)))
    return reply.send(paper.isVolume && cover ? await writeVolume(cover, rest) : await writePdf(printed, await codeOf(ctx, id)))
  }),
]
