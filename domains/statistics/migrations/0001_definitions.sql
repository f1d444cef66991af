create schema if not exists statistics;

create table statistics."matter" (
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
  measure text not null,
  owner uuid,
  frequency text not null,
  kinds jsonb,
  note text,
  primary key (district, id),
  constraint matter_frequency_choice check (frequency = any (array['day', 'each', 'month', 'year']))
);
comment on table statistics."matter" is '统计事项';
create unique index matter_name_key on statistics."matter" (district, name) where retired_at is null;
create index matter_area on statistics."matter" (district, area_code);

create table statistics."entry" (
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
  matter uuid not null,
  happened_on date not null,
  quantity numeric not null,
  kind text,
  result text,
  subject text,
  place text,
  amount_fen integer,
  unit uuid,
  attributes jsonb,
  document text,
  note text,
  evidence uuid[],
  primary key (district, id)
);
comment on table statistics."entry" is '工作台账';
create index entry_area on statistics."entry" (district, area_code);

create table statistics."metric" (
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
  code text not null,
  name text not null,
  unit text not null,
  decimals integer not null,
  formula text not null,
  definition text not null,
  owner uuid,
  form text,
  step numeric,
  goal text,
  goal_source text,
  valid_from date,
  valid_to date,
  drafter text,
  primary key (district, id)
);
comment on table statistics."metric" is '指标字典';
create unique index metric_number_key on statistics."metric" (district, number);
create unique index metric_client_key on statistics."metric" (district, client_key);
create index metric_created on statistics."metric" (district, created_at desc, id desc);
create index metric_by_due on statistics."metric" (district, due_at) where status <> all (array['retired']);
create index metric_open_place on statistics."metric" (district, status, area_code, due_at) where status <> all (array['retired']);
create index metric_open_geom on statistics."metric" using gist (geom, created_at) where closed_at is null;
create index metric_closed_geom on statistics."metric" using gist (geom, created_at) where closed_at is not null;
create index metric_parent on statistics."metric" (district, parent_id) where parent_id is not null;
create unique index metric_code_key on statistics."metric" (district, code);

create table statistics."return" (
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
  unit uuid not null,
  month text not null,
  entries integer,
  is_nil boolean,
  note text,
  sender text,
  back_count integer not null,
  hand_due_at timestamp with time zone,
  handed_at timestamp with time zone,
  accepted_at timestamp with time zone,
  primary key (district, id)
);
comment on table statistics."return" is '月报报送';
create unique index return_number_key on statistics."return" (district, number);
create unique index return_client_key on statistics."return" (district, client_key);
create index return_created on statistics."return" (district, created_at desc, id desc);
create index return_by_due on statistics."return" (district, due_at) where status <> all (array['accepted']);
create index return_open_place on statistics."return" (district, status, area_code, due_at) where status <> all (array['accepted']);
create index return_open_geom on statistics."return" using gist (geom, created_at) where closed_at is null;
create index return_closed_geom on statistics."return" using gist (geom, created_at) where closed_at is not null;
create index return_parent on statistics."return" (district, parent_id) where parent_id is not null;
create unique index return_unit_month_key on statistics."return" (district, unit, month);

create index entry_matter_day on statistics."entry" (district, matter, happened_on);
