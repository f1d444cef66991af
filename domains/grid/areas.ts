/** 网格划定与调整: proposals to redraw cells, checked for gaps and overlaps before they take effect on a day; the old cells end, and keep their history. */
import type { Transaction } from 'kysely'
import { z } from 'zod'
import {
  area,
  areaShape,
  date,
  dayText,
  didBefore,
  fact,
  integer,
  list,
  longText,
  procedure,
  type RowOf,
  raw,
  refuse,
  repeated,
  rows,
  say,
  text,
  type WorkContext,
} from '#kernel'
import { areaM2, type MultiPolygonCoords, validateTiling } from '#kernel/geo/index.ts'

export interface NewCell {
  readonly code: string
  readonly name: string
  /** GeoJSON MultiPolygon coordinates, CGCS2000. */
  readonly coordinates: MultiPolygonCoords
}
export interface RedrawProblem {
  readonly rule: string
}
/** One line of a redrawing, as it is filled in: code, name and the ground it covers. */
const cellLine = {
  code: text('网格编码', { maxLength: 15, pattern: { source: '^\\d{15}$', zh: '网格编码应为15位数字' } }),
  name: text('名称', { maxLength: 60 }),
  shape: areaShape('范围'),
} as const
const redrawFields = {
  community: area('社区'),
  cells: rows('新网格', cellLine),
  effectiveOn: date('生效日期'),
  reason: longText('调整原因', { maxLength: 500 }),
} as const
const endedOf = (lines: readonly { readonly cell: string }[]): readonly string[] => lines.map(({ cell }) => cell)
const toCells = (lines: readonly RowOf<typeof cellLine>[]): readonly NewCell[] =>
  lines.map(({ code, name, shape }) => ({
    code,
    name,
    coordinates: (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) as unknown as MultiPolygonCoords,
  }))

/** Why a redrawing of some cells of one community cannot be: wrong codes, a gap, an overlap, or ground gained or lost. */
export const redrawProblem = async (
  tx: Transaction<unknown>,
  { community, cells: lines, effectiveOn }: RowOf<typeof redrawFields>,
  retired: readonly string[],
  today: string,
): Promise<RedrawProblem | undefined> => {
  const cells = toCells(lines)
  // The past is what was reported by the grid of its day.
  if (effectiveOn < today) return { rule: '生效日期不能早于今天' }
  if (retired.length === 0 || cells.length === 0) return { rule: '请列出撤销的网格和新网格' }
  if (repeated(retired)) return { rule: `撤销网格${repeated(retired)}写了两次` }
  const foreign = retired.find((code) => code.length !== 15 || !code.startsWith(community))
  if (foreign) return { rule: `撤销的网格${foreign}不在所选社区` }
  const wrong = cells.find((c) => !/^\d{15}$/.test(c.code) || !c.code.startsWith(community))
  if (wrong) return { rule: `网格编码${wrong.code}应为15位并以社区代码${community}开头` }
  const { rows } = await raw<{ code: string; shape: string }>(
    tx,
    `select code, st_asgeojson(geom, 8) as shape from kernel.area where level = 'cell' and valid_to is null and code = any($1::text[])`,
    [retired],
  )
  if (rows.length !== retired.length) return { rule: `要撤销的网格中有${retired.length - rows.length}个不存在或已撤销` }
  const { rows: used } = await raw<{ code: string }>(tx, `select code from kernel.area where code = any($1::text[])`, [
    cells.map((c) => c.code),
  ])
  if (used.length > 0) return { rule: `网格编码${used[0]?.code}已经用过,历史编码不得再用` }
  const { rows: union } = await raw<{ shape: string }>(
    tx,
    `select st_asgeojson(st_multi(st_union(geom)), 8) as shape from kernel.area where valid_to is null and code = any($1::text[])`,
    [retired],
  )
  const outline = (JSON.parse(union[0]?.shape ?? '{"coordinates":[]}') as { coordinates: MultiPolygonCoords }).coordinates
  const report = validateTiling(
    cells.map((c) => ({ code: c.code, polygon: c.coordinates })),
    outline,
    2,
  )
  const fault = report.faults[0]
  return fault
    ? {
        rule: `${{ overlap: '重叠', gap: '空隙', outside: '超出原范围' }[fault.kind]}约${Math.round(fault.areaM2)}㎡,在${fault.at.map((v) => v.toFixed(5)).join(',')}`,
      }
    : undefined
}

/** Ends the old cells and begins the new on a day. */
export const applyRedraw = async (
  tx: Transaction<unknown>,
  district: string,
  community: string,
  retired: readonly string[],
  cells: readonly NewCell[],
  on: string,
  reason: string,
): Promise<void> => {
  await raw(
    tx,
    `update kernel.area set valid_to = $1::date where valid_to is null and level = 'cell' and code = any($2::text[])`,
    [on, retired],
  )
  const rows = cells.map((c) => ({
    code: c.code,
    name: c.name,
    shape: JSON.stringify({ type: 'MultiPolygon', coordinates: c.coordinates }),
    m2: Math.round(areaM2(c.coordinates) * 10) / 10,
  }))
  await raw(
    tx,
    `insert into kernel.area (district, code, valid_from, level, name, parent, geom, area_m2, change_reason)
     select $2, code, $3::date, 'cell', name, $4, st_setsrid(st_geomfromgeojson(shape), 4326), m2, $5 from jsonb_to_recordset($1::jsonb) as x(code text, name text, shape text, m2 numeric)`,
    [JSON.stringify(rows), district, on, community, reason],
  )
}

/** Inside this domain: an approved redrawing takes effect on its day. */
export const redrawApproved = fact('grid.redraw-approved', '网格调整获批', z.object({ redrawId: z.string() }))
export const carryOutRedraw = async (ctx: WorkContext, redrawId: string): Promise<void> => {
  const { rows: found } = await raw<{
    community: string
    retired: string[]
    cells: RowOf<typeof cellLine>[]
    effectiveOn: string
    reason: string
  }>(ctx.tx, 'select community, retired, cells, effective_on as "effectiveOn", reason from grid.redraw where id = $1', [redrawId])
  const [redraw] = found
  if (!redraw) return
  await applyRedraw(
    ctx.tx,
    ctx.district,
    redraw.community,
    redraw.retired,
    toCells(redraw.cells),
    redraw.effectiveOn,
    redraw.reason,
  )
  await raw(ctx.tx, `select pg_notify('cityloop_areas', $1)`, [ctx.district])
}

export const redrawProcedure = procedure('grid.redraw', {
  zh: '网格调整',
  menu: '网格',
  numbering: { prefix: 'E', per: 'year', digits: 4 },
  title: 'reason',
  fields: {
    ...redrawFields,
    retired: list('撤销网格'),
    cellCount: integer('新网格数', { min: 0 }),
  },
  statuses: {
    proposed: { zh: '待批准', duty: 'grid.redraw.approve', taskZh: '待批准网格调整' },
    effective: { zh: '已生效', kind: 'final' },
    refused: { zh: '未批准', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '提出调整',
    from: 'new',
    to: 'proposed',
    by: 'grid.redraw.propose',
    form: { ended: rows('撤销网格', { cell: area('网格', { isToCell: true }) }), ...redrawFields },
    look: ({ tx, input, now }) => redrawProblem(tx, input, endedOf(input.ended), dayText(now)),
    check: ({ found }) => (found ? refuse('kernel.check', { rule: found.rule }) : undefined),
    effects: ({ input }) => ({
      set: { retired: endedOf(input.ended), cellCount: toCells(input.cells).length, areaCode: input.community },
    }),
  }),
  approve: action({
    zh: '批准',
    from: 'proposed',
    to: 'effective',
    by: 'grid.redraw.approve',
    tone: 'primary',
    guard: ({ past, actor }) =>
      didBefore(past, 'propose', actor) ? refuse('kernel.check', { rule: '提出人不能批准自己的调整' }) : undefined,
    // Time has passed since it was proposed: another redrawing may have taken the same cells, or the day.
    look: ({ tx, subject, now }) => redrawProblem(tx, subject, subject.retired, dayText(now)),
    check: ({ found }) => (found ? refuse('kernel.check', { rule: found.rule }) : undefined),
    effects: ({ subject }) => ({ facts: [say(redrawApproved, { redrawId: subject.id })] }),
  }),
  refuse: action({
    zh: '不批准',
    from: 'proposed',
    to: 'refused',
    by: 'grid.redraw.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
  }),
}))
