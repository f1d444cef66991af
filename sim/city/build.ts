/** Lays the simulated district into a migrated database. Idempotent: a city that is there is left alone. */
import { hash as hashPassword } from '@node-rs/argon2'
import { posts } from '#catalogue/posts.ts'
import { duty } from '#domains/cases/registers.ts'
import { readCodes } from '#domains/cases/seed.ts'
import { building, component, compound, keyPoint, road, shop } from '#domains/grid/registers.ts'
import {
  buildTallies,
  createKernel,
  type Database,
  type Domain,
  type Kernel,
  newRow,
  type Register,
  raw,
  systemActor,
  writeChanges,
} from '#kernel'
import { lengthM } from '#kernel/geo/index.ts'
import { writePosts } from '#kernel/identity/found.ts'
import { dutyRows, planComponents, planCompounds, planKeyPoints, planShops } from './objects.ts'
import { idOf, planPeople, planUnits } from './people.ts'
import { type Plan, type Point, planCity, simDistrict } from './plan.ts'
import { createRandom, type Random } from './random.ts'

export interface CityOptions {
  readonly db: Database
  readonly domains: readonly Domain[]
  readonly seed?: number
  readonly size?: { readonly columns: number; readonly rows: number }
  readonly fileDir: string
  readonly now: () => Date
  readonly log?: (line: string) => void
}
/** Everybody's password in the simulated district; shown on its sign-in page, where there is nothing to protect. */
export const demoPassword = 'Cityloop@2026'
const openedOn = '2024-01-01'

const multi = (ring: readonly Point[]): string => JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring]] })

const writeAreas = async (db: Database, plan: Plan): Promise<void> => {
  await raw(
    db.admin,
    'insert into kernel.district (code, name, geom) values ($1, $2, st_setsrid(st_geomfromgeojson($3), 4326)) on conflict do nothing',
    [plan.district, `${plan.name}(模拟)`, multi(plan.areas[0]?.ring ?? [])],
  )
  const rows = plan.areas.map((a) => ({ code: a.code, name: a.name, level: a.level, parent: a.parent, shape: multi(a.ring) }))
  await db.withDistricts([plan.district], async (tx) => {
    for (let i = 0; i < rows.length; i += 500)
      await raw(
        tx,
        `insert into kernel.area (district, code, valid_from, level, name, parent, geom, area_m2, change_reason)
         select $2, code, $3::date, level, name, parent, g, round(st_area(g::geography)::numeric, 1), '首次划定'
         from (select *, st_setsrid(st_geomfromgeojson(shape), 4326) as g from jsonb_to_recordset($1::jsonb) as x(code text, name text, level text, parent text, shape text)) y`,
        [JSON.stringify(rows.slice(i, i + 500)), plan.district, openedOn],
      )
  })
}

const writePeople = async (db: Database, plan: Plan, random: Random, now: Date): Promise<void> => {
  const streets = plan.areas.filter((a) => a.level === 'street')
  const people = planPeople(random, streets)
  const password = await hashPassword(demoPassword, { memoryCost: 19_456, timeCost: 2 })
  await db.withDistricts([plan.district], async (tx) => {
    const put = (sql: string, rows: readonly unknown[]) => raw(tx, sql, [JSON.stringify(rows), plan.district])
    await put(
      `insert into kernel.unit (district, id, name, kind, parent_id, area_code) select $2, id, name, kind, "parentId", "areaCode" from jsonb_to_recordset($1::jsonb) as x(id uuid, name text, kind text, "parentId" uuid, "areaCode" text)`,
      planUnits(streets),
    )
    await writePosts(tx, plan.district, posts)
    await put(
      `insert into kernel.person (district, id, name, login, phone, password_hash, unit_id, created_at)
       select $2, id, name, login, phone, password, "unitId", at from jsonb_to_recordset($1::jsonb) as x(id uuid, name text, login text, phone text, password text, "unitId" uuid, at timestamptz)`,
      people.map((p) => ({ ...p, password, at: now })),
    )
    await put(
      `insert into kernel.appointment (district, id, person_id, post_id, unit_id, area_code, valid_from)
       select $2, id, person, post, unit, area, '${openedOn}' from jsonb_to_recordset($1::jsonb) as x(id uuid, person uuid, post text, unit uuid, area text)`,
      people.map((p) => ({ id: idOf(`appointment/${p.login}`), person: p.id, post: p.post, unit: p.actsFor, area: p.areaCode })),
    )
  })
}

interface Entry {
  readonly values: Readonly<Record<string, unknown>>
  readonly lon?: number
  readonly lat?: number
  readonly geometry?: unknown
  readonly id?: string
}
const batch = 1000
const writeRegister = async (kernel: Kernel, definition: Register, entries: readonly Entry[]): Promise<void> => {
  for (let i = 0; i < entries.length; i += batch)
    await kernel.db.withDistricts([simDistrict], async (tx) => {
      const ctx = { kernel, tx, district: simDistrict, now: kernel.now(), actor: systemActor }
      const sets = entries
        .slice(i, i + batch)
        .map(
          (e) =>
            newRow(
              ctx,
              definition,
              e.values,
              { lon: e.lon, lat: e.lat, geometry: e.geometry as never, areaCode: e.geometry ? simDistrict : undefined },
              e.id,
            ).set,
        )
      await writeChanges(tx, sets)
    })
}

const writeObjects = async (kernel: Kernel, plan: Plan, random: Random): Promise<number> => {
  const streets = plan.areas.filter((a) => a.level === 'street')
  const names = new Map(readCodes().flatMap((c) => (c.list === 'component' ? [[c.code, c.zh] as const] : [])))
  const squads = new Map(streets.map((s) => [s.code, idOf(`unit/${s.name}综合执法中队`)]))
  await writeRegister(
    kernel,
    road,
    plan.roads.map((r) => ({
      id: idOf(`road/${r.name}`),
      geometry: { type: 'LineString', coordinates: r.line },
      values: {
        name: r.name,
        class: r.class,
        lengthM: Math.round(lengthM(r.line)),
        widthM: { trunk: 40, secondary: 24, branch: 14, lane: 6 }[r.class],
        cleaningGrade: { trunk: '1', secondary: '2', branch: '3', lane: '4' }[r.class],
        unit: idOf('unit/环境卫生管理所'),
      },
    })),
  )
  await writeRegister(
    kernel,
    building,
    plan.buildings.map((b) => ({
      geometry: { type: 'Polygon', coordinates: [b.ring] },
      values: { kind: b.kind, floors: b.floors },
    })),
  )
  const components = planComponents(plan, random.fork('components'), names)
  await writeRegister(kernel, component, components)
  const shops = [
    ...new Map(planShops(plan, random.fork('shops')).map((s) => [`${s.values.name} ${s.values.address}`, s])).values(),
  ]
  await writeRegister(kernel, shop, shops)
  await writeRegister(kernel, compound, [
    ...new Map(planCompounds(plan, random.fork('compounds')).map((c) => [c.values.name, c])).values(),
  ])
  await writeRegister(kernel, keyPoint, planKeyPoints(plan, random.fork('points'), squads))
  await writeRegister(
    kernel,
    duty,
    dutyRows(streets).map((values) => ({ values })),
  )
  return components.length
}

/** @returns true when the city was made now, false when it was there. */
export const buildCity = async (options: CityOptions): Promise<boolean> => {
  const { db, now, log = () => {} } = options
  const { rows } = await raw(db.admin, 'select 1 from kernel.district where code = $1', [simDistrict])
  if (rows.length > 0) return false
  const seed = options.seed ?? 7
  const random = createRandom(seed)
  const plan = planCity(seed, options.size)
  await writeAreas(db, plan)
  await writePeople(db, plan, random.fork('people'), now())
  log(`网格 ${plan.areas.filter((a) => a.level === 'cell').length} 个,道路 ${plan.roads.length} 条,单位与人员已建立`)
  const kernel = await createKernel({ db, domains: options.domains, now, fileDir: options.fileDir })
  const components = await writeObjects(kernel, plan, random)
  await buildTallies(kernel, simDistrict)
  log(`部件 ${components} 个,商户、小区、重点点位与职责清单已建立`)
  return true
}
