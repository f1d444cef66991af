import type { z } from 'zod'
import { type BoundRoute, bind, createRow, reject, retireRow } from '#kernel'
import { describePoint, findAddress } from './address.ts'
import { censusByGrid, censusCompleteness } from './census.ts'
import {
  addressRoute,
  censusRoute,
  dataRoute,
  describeRoute,
  gridTreeRoute,
  keyPointsRoute,
  occupierRoute,
  pilotRoute,
  sectorsRoute,
  staffingRoute,
} from './contract.ts'
import { dataFigures, gridTree, keyPointFigures, sectorFigures, staffing } from './figures.ts'
import { shop } from './registers.ts'
import { comparePilot } from './staff.ts'

export const gridRoutes = (): readonly BoundRoute[] => [
  bind(addressRoute, async ({ q }, ctx) => {
    const hits = await ctx.work(({ tx }) => findAddress(tx, q))
    return { hits: hits.map((h) => ({ ...h, areaCode: ctx.kernel.places.find(ctx.district, h.lon, h.lat) ?? null })) }
  }),
  bind(describeRoute, async ({ lon, lat }, ctx) => {
    const areaCode = ctx.kernel.places.find(ctx.district, lon, lat) ?? null
    const label = (await ctx.work(({ tx }) => describePoint(tx, lon, lat))) ?? `${lon.toFixed(6)},${lat.toFixed(6)}`
    const names = ctx.kernel.places.names(ctx.district)
    return { label, areaCode, path: areaCode ? [6, 9, 12, 15].flatMap((n) => names.get(areaCode.slice(0, n)) ?? []) : [] }
  }),
  bind(censusRoute, async (_input, ctx) => ({
    rows: (await ctx.work(({ tx }) => censusCompleteness(tx))).map((r) => ({
      ...r,
      people: [...r.people],
      rate: Math.round((r.approved / r.expected) * 10_000) / 100,
    })),
    grids: [...(await ctx.work(({ tx }) => censusByGrid(tx)))],
  })),
  bind(pilotRoute, async ({ name }, ctx) => ({
    rows: (await ctx.work(({ tx, now }) => comparePilot(tx, name, now))).map((r) => ({
      ...r,
      inTimeRate: r.handled === 0 ? null : Math.round((r.inTime / r.handled) * 10_000) / 100,
    })),
  })),
  bind(keyPointsRoute, async (_input, ctx) => {
    const rows = await ctx.work(({ tx, now }) => keyPointFigures(tx, now))
    return { rows: rows.map((r) => ({ ...r })), missed: rows.filter((r) => r.isMissed).length }
  }),
  bind(gridTreeRoute, async ({ on, area }, ctx) => ctx.work(({ tx }) => gridTree(tx, on, area ?? ctx.district))),
  bind(staffingRoute, async ({ on }, ctx) => ctx.work(({ tx }) => staffing(tx, on))),
  bind(dataRoute, async (_input, ctx) => ctx.work(({ tx, now }) => dataFigures(tx, now))),
  bind(sectorsRoute, async (_input, ctx) => ({ rows: await ctx.work(({ tx, kernel, now }) => sectorFigures(tx, kernel, now)) })),
  bind(occupierRoute, async ({ id, values, reason }, ctx) =>
    ctx.work(async (work) => {
      const old = await retireRow(work, shop, id, reason)
      if (old.lon === null || old.lat === null) return reject('kernel.not-found', { what: '商户位置' })
      const kept = {
        address: old.address,
        trade: old.trade,
        road: old.road,
        frontageM: old.frontageM,
        camera: old.camera,
        isSigned: false,
        isPosted: false,
        grade: 'green',
      }
      const row: unknown = await createRow(work, shop, { ...kept, ...values }, { lon: old.lon, lat: old.lat })
      return row as z.input<typeof occupierRoute.output>
    }),
  ),
]
