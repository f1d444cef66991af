/** Work list and similar cases over a million stored cases; tiles cold beside ST_AsMVT, and warm. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transaction } from 'kysely'
import { findSimilar } from '#domains/cases/similar.ts'
import { raw } from '#kernel'
import { listRows } from '#kernel/query/list.ts'
import { createTileCache, layerSource, makeTile } from '#kernel/tiles.ts'
import { simDistrict } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { median, percentile, pgbench, round, run, type Stage, setStage } from './stage.ts'

export const fill = async (stage: Stage, count: number): Promise<void> => {
  const texts = [
    '占道经营影响通行',
    '垃圾成堆无人清理',
    '井盖松动有响声',
    '路灯不亮一片漆黑',
    '店外摆放货物',
    '工地出口带泥',
    '树枝折断悬挂',
    '小广告贴满墙面',
    '污水外溢有异味',
    '夜间施工噪声扰民',
  ]
  await raw(
    stage.db.admin,
    `insert into cases."case" (district, id, number, status, procedure_version, version, head, created_at, updated_at, closed_at, due_at, lon, lat, area_code, description, source, category_kind, category, urgency, level, pending, is_self_solved, is_appealed, is_shelved_once, return_count, rework_count, extension_count, reopen_count, urge_count, supervision_count, filed_at)
     select '${simDistrict}', gen_random_uuid(), 'M' || n, case when n % 20 = 0 then (array['reported', 'accepted', 'filed', 'dispatched', 'handling'])[1 + n / 20 % 5] else 'evaluated' end, 1, 1, '',
       now() - random() * interval '365 days', now(), case when n % 20 = 0 then null else now() end, now() + (random() - 0.3) * interval '5 days',
       119.9 + random() * 0.063, 31.72 + random() * 0.045, '${simDistrict}' || lpad((1 + n / 20 % 8)::text, 3, '0') || lpad((1 + n / 20 % 8)::text, 3, '0') || lpad((1 + n / 20 % 40)::text, 3, '0'),
       (array[${texts.map((t) => `'${t}'`).join(',')}])[1 + n % 10] || ',' || (array['和平','建设','文化','新华','解放','人民','青年'])[1 + n / 10 % 7] || '路' || n % 300 || '号附近', 'collector', 'matter', '090' || lpad((1 + n % 9)::text, 2, '0'), 'normal', 'district', 'none', false, false, false, 0, 0, 0, 0, 0, 0, now()
     from generate_series(1, ${count}) n`,
    [],
  )
  await raw(stage.db.admin, 'analyze cases."case"', [])
}
const inDistrict = <T>(stage: Stage, work: (tx: Transaction<unknown>) => Promise<T>): Promise<T> =>
  stage.db.withDistricts([simDistrict], work)
const timed = async (times: number, work: (n: number) => Promise<unknown>): Promise<readonly number[]> => {
  const out: number[] = []
  for (let n = 0; n < times; n++) {
    const from = performance.now()
    await work(n)
    out.push(performance.now() - from)
  }
  return out
}

export const benchWorklist = async (): Promise<Record<string, unknown>> => {
  const stage = await setStage()
  try {
    await fill(stage, 1_000_000)
    const definition = stage.kernel.definition('cases.case')
    if (!definition) throw new Error('no cases')
    const open = ['reported', 'accepted', 'filed', 'dispatched', 'handling']
    const requests = {
      openByDue: { filter: { status: open }, sort: 'dueAt', limit: 50 },
      newest: { limit: 50 },
      streetOpen: { filter: { status: open }, areaCode: `${simDistrict}003`, sort: 'dueAt', limit: 50 },
      box: { filter: { status: open }, box: [119.92, 31.73, 119.93, 31.74] as const, limit: 50 },
      number: { filter: { number: 'M777777' }, limit: 50 },
      page20: { filter: { status: open }, sort: 'dueAt', limit: 50, offset: 1000 },
    }
    const out: Record<string, number> = {}
    const all: number[] = []
    for (const [name, request] of Object.entries(requests)) {
      const times = await timed(25, () =>
        inDistrict(stage, (tx) => listRows(tx, definition, { ...request, district: simDistrict })),
      )
      out[name] = round(percentile(times, 0.95))
      all.push(...times)
    }
    return {
      bench: 'worklist',
      cases: 1_000_000,
      p50: round(median(all)),
      p95: round(percentile(all, 0.95)),
      p95ByList: out,
      goals: { p95: '<= 150 ms' },
    }
  } finally {
    await stage.close()
  }
}

export const benchSimilar = async (): Promise<Record<string, unknown>> => {
  const stage = await setStage()
  try {
    await fill(stage, 100_000)
    const random = createRandom(3)
    const ask = () => ({
      lon: 119.902 + random.next() * 0.058,
      lat: 31.722 + random.next() * 0.04,
      category: '09005',
      description: '店外摆放货物影响通行',
      at: new Date(),
      metres: 300,
      hours: 24 * 30,
    })
    const times = await timed(400, () => inDistrict(stage, (tx) => findSimilar(tx, ask())))
    return {
      bench: 'similar',
      texts: 100_000,
      p50: round(median(times)),
      p95: round(percentile(times, 0.95)),
      goals: { p95: '<= 10 ms' },
    }
  } finally {
    await stage.close()
  }
}

/** The tiles that cover the district: an empty tile would measure nothing. */
const tileScript = (layer: string): string => `\\set x random(27297, 27303)
\\set y random(13332, 13336)
select st_asmvt(t, '${layer}', 4096, 'shape', 'n') from (
  select row_number() over () as n, r.id::text as id, left(r.name::text, 24) as name, r.category, r.state, st_asmvtgeom(st_transform(r.geom, 3857), st_tileenvelope(15, :x, :y), 4096, 64, true) as shape
  from grid.component r where r.district = '329901' and r.retired_at is null and r.geom && st_transform(st_tileenvelope(15, :x, :y), 4326)) t;
`
export const benchTiles = async (): Promise<Record<string, unknown>> => {
  const stage = await setStage()
  try {
    const file = join(stage.dir, 'tile.sql')
    writeFileSync(file, tileScript('grid.component'))
    const layer = 'grid.component'
    const source = layerSource(stage.kernel, layer, 15)
    if (!source) throw new Error('no layer')
    const random = createRandom(5)
    const tile = () => [15, random.integer(27_297, 27_303), random.integer(13_332, 13_336)] as const
    const burst = async (count: number, work: () => Promise<unknown>): Promise<number> => {
      const from = performance.now()
      let left = count
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          while (left-- > 0) await work()
        }),
      )
      return count / ((performance.now() - from) / 1000)
    }
    const cold = () =>
      burst(400, () => {
        const [z, x, y] = tile()
        return makeTile(stage.db, simDistrict, layer, source, z, x, y)
      })
    const cache = createTileCache(stage.kernel)
    const warm = () =>
      burst(40_000, () => {
        const [z, x, y] = tile()
        return cache.get(simDistrict, layer, z, x, y)
      })
    await cold()
    await burst(2000, () => {
      const [z, x, y] = tile()
      return cache.get(simDistrict, layer, z, x, y)
    })
    const rounds: { ours: number; stAsMvt: number; warm: number }[] = []
    for (let n = 0; n < 3; n++) {
      const ours = await cold()
      const out = run(pgbench(), ['-n', '-c', '4', '-j', '2', '-T', '5', '-f', file], stage.env)
      rounds.push({
        ours: Math.round(ours),
        stAsMvt: Math.round(Number(/tps = ([\d.]+)/.exec(out)?.[1] ?? 0)),
        warm: Math.round(await warm()),
      })
    }
    const ratio = median(rounds.map((r) => r.ours / r.stAsMvt))
    return {
      bench: 'tiles',
      ratio: round(ratio),
      warmOverCold: round(median(rounds.map((r) => r.warm / r.ours))),
      rounds,
      goals: { ratio: '>= 0.65', warmOverCold: '>= 20' },
    }
  } finally {
    await stage.close()
  }
}
