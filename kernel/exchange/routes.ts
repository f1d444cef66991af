/** Templates, imports and exports of whatever a definition describes. */
import { audit } from '../audit.ts'
import { raw } from '../db/index.ts'
import type { Fields } from '../define/field.ts'
import type { Register } from '../define/register.ts'
import type { Definition } from '../define/table.ts'
import { Refused, reject } from '../errors.ts'
import { keepFile, prepareFile } from '../files/keep.ts'
import { readParts } from '../files/routes.ts'
import { type BoundRoute, bind, type RequestContext } from '../http/bind.ts'
import { definitionFor, toListRequest } from '../http/routes/rows.ts'
import { startWork } from '../jobs/work.ts'
import { permit } from '../permission/permit.ts'
import { reachOf } from '../permission/reach.ts'
import { dayOf } from '../time.ts'
import { exportRoute, type ImportResult, importRoute, templateRoute } from './contract.ts'
import { writeErrorBook } from './error-book.ts'
import { exportMime, labelLimit, streamExport } from './export.ts'
import { type ImportOrder, importSheet } from './import.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { isShapefile, readShapefile } from './shp-read.ts'
import { exportLimit, findExportIds } from './source.ts'
import { writeTemplate } from './template.ts'

/** Above this an import is long work, whatever was asked. */
const atOnceLimit = 5000
const errorsShown = 200
const attachment = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
const asRegister = (definition: Definition): Register<Fields> =>
  definition.primitive === 'register'
    ? definition
    : reject('kernel.invalid', { detail: `${definition.spec.zh}不是台账,不能导入` })

const template = bind(templateRoute, async (input, ctx) => {
  const definition = asRegister(definitionFor(ctx, input.definition, 'write'))
  const units = await ctx.work(({ tx }) =>
    raw<{ name: string }>(tx, 'select name from kernel.unit where retired_at is null order by name limit 1001', []),
  )
  const bytes = await writeTemplate(
    definition,
    units.rows.map((unit) => unit.name),
  )
  return ctx.reply
    .header('content-type', exportMime.xlsx)
    .header('content-disposition', attachment(`${definition.spec.zh}导入模板.xlsx`))
    .send(bytes)
})

const readUpload = async (ctx: RequestContext, definition: Register<Fields>): Promise<Sheet> => {
  for await (const part of readParts(ctx.request))
    return isShapefile(part.bytes) ? readShapefile(part.bytes, definition) : readSheet(part.bytes)
  return reject('kernel.invalid', { detail: '没有选择文件' })
}
/** The error workbook may repeat what the sheet said of people: only its importer may fetch it. */
const keepErrorBook = async (order: ImportOrder, errors: ImportResult['errors']): Promise<string | null> => {
  if (errors.length === 0) return null
  const { kernel, district, definition, actor, sheet } = order
  const file = await prepareFile(kernel, district, {
    name: `${definition.spec.zh}导入错误.xlsx`,
    bytes: await writeErrorBook(sheet, errors),
    isPrivate: true,
  })
  const kept = await kernel.db.withDistricts([district], (tx) =>
    keepFile({ kernel, tx, district, actor, now: kernel.now() }, file),
  )
  return kept.id
}
const carryOut = async (order: ImportOrder): Promise<ImportResult> => {
  const { total, added, known, errors } = await importSheet(order)
  return {
    total,
    added,
    known,
    refused: errors.length,
    errors: errors.slice(0, errorsShown),
    errorFile: await keepErrorBook(order, [...errors]),
  }
}
const importRows = bind(importRoute, async (input, ctx) => {
  const definition = asRegister(definitionFor(ctx, input.definition, 'write'))
  const sheet = await readUpload(ctx, definition)
  const { kernel, district, actor, who } = ctx
  const order: ImportOrder = { kernel, district, actor, who, definition, sheet }
  if (input.background !== '1' && sheet.rows.length <= atOnceLimit) return carryOut(order)
  const work = await startWork(
    kernel,
    {
      district,
      personId: who?.personId ?? null,
      kind: 'exchange.import',
      zh: `导入${definition.spec.zh}`,
      total: sheet.rows.length,
    },
    (progress) => carryOut({ ...order, onProgress: progress.add }),
  )
  ctx.reply.code(202)
  return { workId: work.id }
})

/** Unmasked personal data leave the house only by permission, for a reason, and on record (个人信息保护法 51、55). */
const wantsPersonal = (ctx: RequestContext, input: { readonly personal: '0' | '1'; readonly reason?: string }): boolean => {
  if (input.personal === '0') return false
  const permission = permit(ctx.who, 'personal.export')
  if ('refusal' in permission) throw new Refused(permission.refusal)
  if ((input.reason ?? '').trim().length < 4)
    reject('kernel.invalid', { detail: '请写明导出个人信息的原因(至少4个字)' }, { reason: '至少4个字' })
  return true
}
const extensions: Readonly<Record<string, string | undefined>> = { shp: 'zip', labels: 'pdf' }
const exportRows = bind(exportRoute, async (input, ctx) => {
  const definition = definitionFor(ctx, input.definition, 'read')
  const isPersonal = wantsPersonal(ctx, input)
  const { format, filter, search, reason } = input
  const ids = await ctx.work(async (work) => {
    const found = await findExportIds(work, definition, { ...toListRequest(input), reach: reachOf(ctx.who, definition) })
    await audit(
      work,
      'export',
      {
        definition: definition.id,
        format,
        filter,
        search,
        area: input.area,
        rows: found.length,
        isPersonal,
        ...(isPersonal ? { reason } : {}),
      },
      ctx.ip,
    )
    if (format === 'labels' && found.length > labelLimit)
      reject('kernel.invalid', { detail: `一次最多打印${labelLimit}张标签,现有${found.length}条,请先筛选` })
    if (format === 'labels' && found.length === 0) reject('kernel.invalid', { detail: '没有可打印标签的行' })
    return found
  })
  const name = `${definition.spec.zh}_${dayOf(ctx.kernel, ctx.district, ctx.now)}.${extensions[format] ?? format}`
  const stream = await streamExport(format, {
    kernel: ctx.kernel,
    district: ctx.district,
    definition,
    ids,
    isPersonal,
    origin: `${ctx.request.protocol}://${ctx.request.host}`,
    shape: format === 'xlsx' || format === 'csv' ? 'wkt' : 'geojson',
  })
  return ctx.reply
    .header('content-type', exportMime[format])
    .header('content-disposition', attachment(name))
    .header('cache-control', 'no-store')
    .header('x-cityloop-rows', ids.length)
    .header('x-cityloop-truncated', ids.length === exportLimit ? '1' : '0')
    .send(stream)
})
export const exchangeRoutes: readonly BoundRoute[] = [template, importRows, exportRows]
