/**
 * 民呼我应: the one entry a citizen meets. Which doors it shows (report, progress, the hotline, another app or a micro-app, a law
 * studio), in which order and under which name, is the bureau's to set; so is the name of its reporting program. The ground of the
 * map he points on is public, and nothing else of the map is.
 */
import { choice, flag, integer, longText, type RequestContext, raw, register, reject, text } from '#kernel'
import type { createTileCache } from '#kernel/tiles.ts'
import { entryIcons, entryKinds } from './contract.ts'

export const entry = register('intake.entry', {
  zh: '市民入口',
  menu: '诉求设置',
  title: 'name',
  sort: { by: 'rank' },
  fields: {
    name: text('名称', { maxLength: 20 }).searchable(),
    icon: choice('图标', entryIcons),
    kind: choice('去处', entryKinds),
    target: text('页面、电话或链接', {
      maxLength: 256,
      pattern: {
        source: '^(report|progress|[0-9+-]{3,20}|https://\\S+)$',
        zh: '应为 report、progress、电话号码或 https:// 开头的链接',
      },
    }).help('页面:report(随手拍)或 progress(查进度);电话:号码;链接:https:// 开头'),
    note: longText('说明', { maxLength: 100 }).optional(),
    rank: integer('顺序', { min: 0 }),
    isActive: flag('启用'),
  },
})
interface Entry {
  readonly name: string | null
  readonly icon: string
  readonly kind: string
  readonly target: string
  readonly note: string | null
}
/** Until a bureau sets its own: what every installation can answer. Their names come with the app, in the citizen's language. */
const builtIn: readonly Entry[] = [
  { name: null, icon: 'camera', kind: 'page', target: 'report', note: null },
  { name: null, icon: 'progress', kind: 'page', target: 'progress', note: null },
  { name: null, icon: 'phone', kind: 'phone', target: '12319', note: null },
]
interface Found {
  readonly program: string | null
  readonly box: readonly number[] | null
}
export const citizenEntry = async (ctx: RequestContext) =>
  ctx.work(async ({ tx, kernel, district }) => {
    const { rows } = await raw<Entry>(
      tx,
      'select name, icon, kind, target, note from intake.entry where district = $1 and is_active and retired_at is null order by rank, name',
      [district],
    )
    const found = await raw<Found>(
      tx,
      `select (select name from intake.channel where key = 'snap' and is_active and retired_at is null limit 1) as program,
        (select array[st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom)] from kernel.district where code = $1) as box`,
      [district],
    )
    return {
      program: found.rows[0]?.program ?? null,
      district: kernel.places.names(district).get(district) ?? district,
      box: [...(found.rows[0]?.box ?? [])].map(Number),
      entries: rows.length > 0 ? [...rows] : [...builtIn],
    }
  })

/** The name below the icon on a phone is the local name of the program. */
export const programManifest = async (ctx: RequestContext) => {
  const { program, district } = await citizenEntry(ctx)
  const icon = (src: string, sizes: string, type: string) => ({ src: `/m/${src}`, sizes, type, purpose: 'any maskable' })
  return ctx.reply
    .header('content-type', 'application/manifest+json; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(
      JSON.stringify({
        id: '/m/',
        name: `${program ?? '随手拍'} · ${district}`,
        short_name: program ?? '随手拍',
        lang: 'zh-CN',
        start_url: '/m/',
        scope: '/m/',
        display: 'standalone',
        background_color: '#f3f4f6',
        theme_color: '#1d5fbf',
        icons: [
          icon('icon.svg', 'any', 'image/svg+xml'),
          icon('icon-192.png', '192x192', 'image/png'),
          icon('icon-512.png', '512x512', 'image/png'),
        ],
      }),
    )
}

/** Areas, roads and buildings: what any printed map shows. */
const groundLayers = ['areas', 'grid.road', 'grid.building']
export const groundTile = async (
  ctx: RequestContext,
  tiles: ReturnType<typeof createTileCache>,
  at: { readonly layer: string; readonly z: number; readonly x: number; readonly y: number },
) => {
  const bytes = groundLayers.includes(at.layer) ? await tiles.get(ctx.district, at.layer, at.z, at.x, at.y) : undefined
  if (!bytes) return reject('kernel.not-found', { what: `图层${at.layer}` })
  return ctx.reply
    .header('content-type', 'application/vnd.mapbox-vector-tile')
    .header('cache-control', 'public, max-age=3600')
    .send(Buffer.from(bytes))
}
