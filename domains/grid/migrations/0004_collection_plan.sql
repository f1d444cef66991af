create table grid."collection_plan" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  area_code text,
  name text not null,
  cycle text not null,
  basis text,
  starts_on date not null,
  days integer not null,
  items jsonb not null,
  units jsonb not null,
  primary key (district, id),
  constraint collection_plan_cycle_choice check (cycle = any (array['month', 'quarter', 'year'])),
  constraint collection_plan_asked check (jsonb_array_length(items) > 0 and jsonb_array_length(units) > 0)
);
comment on table grid."collection_plan" is '数据采集方案';
create unique index collection_plan_name_key on grid."collection_plan" (district, name) where retired_at is null;
create index collection_plan_area on grid."collection_plan" (district, area_code);

create table grid."collection_period" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  plan uuid not null,
  period text not null,
  name text not null,
  asked integer not null,
  totals jsonb,
  locked_on date,
  primary key (district, id)
);
comment on table grid."collection_period" is '数据采集报告期';
create unique index collection_period_number_key on grid."collection_period" (district, number);
create unique index collection_period_client_key on grid."collection_period" (district, client_key);
create index collection_period_created on grid."collection_period" (district, created_at desc, id desc);
create index collection_period_by_due on grid."collection_period" (district, due_at) where status <> all (array['locked']);
create index collection_period_open_place on grid."collection_period" (district, status, area_code, due_at) where status <> all (array['locked']);
create index collection_period_open_geom on grid."collection_period" using gist (geom, created_at) where closed_at is null;
create index collection_period_closed_geom on grid."collection_period" using gist (geom, created_at) where closed_at is not null;
create index collection_period_parent on grid."collection_period" (district, parent_id) where parent_id is not null;
create unique index collection_period_plan_period_key on grid."collection_period" (district, plan, period);

alter table grid."collection" add column report uuid;
