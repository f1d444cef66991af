/** An export as GeoPackage 1.3 (OGC 12-128r17): one table that QGIS, ArcGIS and GDAL open as it is, its columns named as on the screen. */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { Readable } from 'node:stream'
import type { Cell } from './columns.ts'
import { wkbOf } from './wkb.ts'

export interface GpkgColumn {
  readonly header: string
  readonly isNumber: boolean
}
export interface GpkgRow {
  readonly cells: readonly Cell[]
  /** GeoJSON geometry, CGCS2000 taken as WGS 84 (EPSG:4326), or null. */
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null
}
const wgs84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
const tables = `
  pragma application_id = 0x47504B47;
  pragma user_version = 10300;
  create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer primary key, organization text not null, organization_coordsys_id integer not null, definition text not null, description text);
  insert into gpkg_spatial_ref_sys values ('undefined cartesian', -1, 'NONE', -1, 'undefined', null), ('undefined geographic', 0, 'NONE', 0, 'undefined', null), ('WGS 84', 4326, 'EPSG', 4326, '${wgs84}', null);
  create table gpkg_contents (table_name text not null primary key, data_type text not null, identifier text unique, description text default '', last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x double, min_y double, max_x double, max_y double, srs_id integer references gpkg_spatial_ref_sys(srs_id));
  create table gpkg_geometry_columns (table_name text not null, column_name text not null, geometry_type_name text not null, srs_id integer not null, z tinyint not null, m tinyint not null, primary key (table_name, column_name));`
const name = (text: string): string => `"${text.replaceAll('"', '""')}"`
/** Magic, version, flags (little-endian, no envelope), the reference system, then the geometry. */
const blobOf = (geometry: NonNullable<GpkgRow['geometry']>): Buffer => {
  const head = Buffer.from([0x47, 0x50, 0x00, 0x01, 0, 0, 0, 0])
  head.writeInt32LE(4326, 4)
  return Buffer.concat([head, wkbOf(geometry)])
}
const cellOf = (cell: Cell): SQLInputValue =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : typeof cell === 'boolean' ? Number(cell) : (cell as SQLInputValue)
/** Headers that differ only in what SQLite takes as the same are numbered. */
const distinct = (columns: readonly GpkgColumn[]): readonly string[] => {
  const seen = new Map<string, number>([
    ['fid', 1],
    ['geom', 1],
  ])
  return columns.map(({ header }) => {
    const key = header.toLowerCase()
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return n === 1 ? header : `${header}_${n}`
  })
}

/** Writes all rows to a file of its own and gives it as a stream; the file is gone when the stream has ended or broken off. */
export const streamGpkg = async (
  table: string,
  columns: readonly GpkgColumn[],
  batches: AsyncGenerator<readonly GpkgRow[]>,
): Promise<Readable> => {
  const dir = mkdtempSync(join(tmpdir(), 'cityloop-gpkg-'))
  const clear = (): void => rmSync(dir, { recursive: true, force: true })
  try {
    const file = join(dir, 'export.gpkg')
    const db = new DatabaseSync(file)
    const names = distinct(columns)
    const typed = names.map((header, i) => `${name(header)} ${columns[i]?.isNumber ? 'real' : 'text'}`)
    db.exec('pragma journal_mode = off; pragma synchronous = off;')
    db.exec(`${tables} create table ${name(table)} (fid integer primary key autoincrement, geom geometry, ${typed.join(', ')});`)
    db.prepare("insert into gpkg_contents (table_name, data_type, identifier, srs_id) values (?, 'features', ?, 4326)").run(
      table,
      table,
    )
    db.prepare("insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', 4326, 0, 0)").run(table)
    const insert = db.prepare(
      `insert into ${name(table)} (geom, ${names.map(name).join(', ')}) values (?, ${names.map(() => '?').join(', ')})`,
    )
    for await (const rows of batches) {
      db.exec('begin')
      for (const row of rows) insert.run(row.geometry ? blobOf(row.geometry) : null, ...row.cells.map(cellOf))
      db.exec('commit')
    }
    db.close()
    return createReadStream(file).once('close', clear)
  } catch (error) {
    clear()
    throw error
  }
}
