import { raw } from './driver.ts'
import type { Executor } from './types.ts'

/**
 * Roles belong to the whole cluster and may be created by several processes and databases at the same moment, hence the
 * exceptions. Where our login may not create roles, the administrator has made this one and granted it to us.
 */
const createRole = `do $$ begin
  if not exists (select from pg_roles where rolname = 'cityloop_app') then
    create role cityloop_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'cityloop_app', 'member') then
    grant cityloop_app to current_user;
  end if;
exception when duplicate_object or unique_violation then null;
end $$`

/** The role that every request acts as; needed before the app pool's first connection. */
export const ensureRoles = async (admin: Executor): Promise<void> => {
  await raw(admin, createRole)
}

const extensions = ['postgis', 'pg_trgm', 'btree_gist']

/**
 * Behind a row-level-security border PostgreSQL uses an index only with operators it trusts not to tell what they saw; without
 * this a box on the map reads every open row of the district. Comparing two rectangles
 * tells nothing. Where our login may not say so (no superuser), maps work all the same, only slower.
 */
const trustBoxes = `do $$ declare f regprocedure; begin
  for f in select oid::regprocedure from pg_proc where proname = 'geometry_overlaps' and not proleakproof loop
    execute 'alter function ' || f || ' leakproof';
  end loop;
exception when insufficient_privilege then null;
end $$`

/** What must be there before the first migration: the kernel's schema and the extensions. Idempotent. */
export const bootstrap = async (admin: Executor): Promise<void> => {
  await ensureRoles(admin)
  const { rows } = await raw<{ extname: string }>(admin, 'select extname from pg_extension')
  const missing = extensions.filter((name) => !rows.some(({ extname }) => extname === name))
  for (const name of missing) await raw(admin, `create extension if not exists ${name}`)
  await raw(admin, trustBoxes)
  await raw(
    admin,
    `create schema if not exists kernel;
    create table if not exists kernel.migration (
      scope text not null,
      number integer not null,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now(),
      primary key (scope, number)
    )`,
  )
}
