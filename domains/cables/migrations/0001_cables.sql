create schema if not exists cables;

create table cables."operator" (
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
  code text not null,
  kind text not null,
  contact text not null,
  phone text not null,
  primary key (district, id),
  constraint operator_kind_choice check (kind = any (array['telecom', 'power', 'tv', 'police', 'other']))
);
comment on table cables."operator" is '线缆运营单位';
create unique index operator_name_key on cables."operator" (district, name) where retired_at is null;
create unique index operator_code_key on cables."operator" (district, code) where retired_at is null;
create index operator_area on cables."operator" (district, area_code);

create table cables."line" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  place text not null,
  operator uuid not null,
  metres numeric not null,
  consent text,
  is_abandoned boolean not null,
  hung_on date,
  primary key (district, id)
);
comment on table cables."line" is '架空线路';
create index line_geom on cables."line" using gist (geom);
create index line_area on cables."line" (district, area_code);

create table cables."crossing" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  place text not null,
  kind text not null,
  operator uuid not null,
  keeper text not null,
  height_m numeric,
  measured_on date,
  is_low boolean,
  sign_m numeric,
  signed_on date,
  primary key (district, id),
  constraint crossing_kind_choice check (kind = any (array['street', 'lane', 'highway', 'railway']))
);
comment on table cables."crossing" is '跨路线缆';
create unique index crossing_place_key on cables."crossing" (district, place) where retired_at is null;
create index crossing_geom on cables."crossing" using gist (geom);
create index crossing_area on cables."crossing" (district, area_code);

create table cables."plan" (
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
  from_year integer not null,
  to_year integer not null,
  paper text,
  primary key (district, id),
  constraint plan_years check (to_year >= from_year)
);
comment on table cables."plan" is '三年行动计划';
create unique index plan_name_key on cables."plan" (district, name) where retired_at is null;
create index plan_area on cables."plan" (district, area_code);

create table cables."metre" (
  district text not null,
  id uuid not null,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  by_id uuid,
  by_name text not null,
  corrects uuid,
  lon double precision,
  lat double precision,
  area_code text,
  work uuid not null,
  number text not null,
  place text not null,
  place_kind text not null,
  operator text not null,
  method text not null,
  metres numeric not null,
  done_on date not null,
  primary key (district, id),
  constraint metre_place_kind_choice check (place_kind = any (array['road', 'community'])),
  constraint metre_method_choice check (method = any (array['bury', 'bundle', 'replace', 'steel', 'clear']))
);
comment on table cables."metre" is 'append-only: 线缆整治工程量';
create index metre_at on cables."metre" (district, at desc);

create table cables."work" (
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
  plan uuid,
  year integer not null,
  place text not null,
  place_kind text not null,
  planned numeric not null,
  before_photos uuid[] not null,
  lines jsonb,
  done_m numeric,
  poles integer,
  after_photos uuid[],
  accepted_on date,
  opinion text,
  primary key (district, id),
  constraint work_place_kind_choice check (place_kind = any (array['road', 'community']))
);
comment on table cables."work" is '线缆整治';
create unique index work_number_key on cables."work" (district, number);
create unique index work_client_key on cables."work" (district, client_key);
create index work_created on cables."work" (district, created_at desc, id desc);
create index work_by_due on cables."work" (district, due_at) where status <> all (array['accepted']);
create index work_open_place on cables."work" (district, status, area_code, due_at) where status <> all (array['accepted']);
create index work_open_geom on cables."work" using gist (geom, created_at) where closed_at is null;
create index work_closed_geom on cables."work" using gist (geom, created_at) where closed_at is not null;
create index work_parent on cables."work" (district, parent_id) where parent_id is not null;
create unique index work_year_place_key on cables."work" (district, year, place);

create table cables."notice" (
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
  operator uuid not null,
  line uuid,
  place text not null,
  fault text not null,
  note text not null,
  operator_name text not null,
  operator_code text not null,
  due_on date not null,
  answer text,
  answered_on date,
  is_answered_in_time text,
  tidied_on date,
  is_late text,
  penalty_number text,
  primary key (district, id),
  constraint notice_fault_choice check (fault = any (array['messy', 'abandoned', 'illegal', 'low', 'pole'])),
  constraint notice_is_answered_in_time_choice check (is_answered_in_time = any (array['yes', 'no'])),
  constraint notice_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table cables."notice" is '线缆整理通知';
create unique index notice_number_key on cables."notice" (district, number);
create unique index notice_client_key on cables."notice" (district, client_key);
create index notice_created on cables."notice" (district, created_at desc, id desc);
create index notice_by_due on cables."notice" (district, due_at) where status <> all (array['closed']);
create index notice_open_place on cables."notice" (district, status, area_code, due_at) where status <> all (array['closed']);
create index notice_open_geom on cables."notice" using gist (geom, created_at) where closed_at is null;
create index notice_closed_geom on cables."notice" using gist (geom, created_at) where closed_at is not null;
create index notice_parent on cables."notice" (district, parent_id) where parent_id is not null;

create table cables."consent" (
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
  operator uuid not null,
  place text not null,
  metres numeric not null,
  method text not null,
  reason text not null,
  drawing uuid[] not null,
  has_duct text,
  opinion text,
  decided_on date,
  primary key (district, id),
  constraint consent_method_choice check (method = any (array['duct', 'shared', 'aerial'])),
  constraint consent_has_duct_choice check (has_duct = any (array['yes', 'no']))
);
comment on table cables."consent" is '新架线缆审查';
create unique index consent_number_key on cables."consent" (district, number);
create unique index consent_client_key on cables."consent" (district, client_key);
create index consent_created on cables."consent" (district, created_at desc, id desc);
create index consent_by_due on cables."consent" (district, due_at) where status <> all (array['allowed', 'refused']);
create index consent_open_place on cables."consent" (district, status, area_code, due_at) where status <> all (array['allowed', 'refused']);
create index consent_open_geom on cables."consent" using gist (geom, created_at) where closed_at is null;
create index consent_closed_geom on cables."consent" using gist (geom, created_at) where closed_at is not null;
create index consent_parent on cables."consent" (district, parent_id) where parent_id is not null;

create table cables."measure" (
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
  crossing uuid not null,
  height_m numeric not null,
  place text not null,
  kind text not null,
  least_m numeric not null,
  raised text,
  again_m numeric,
  primary key (district, id),
  constraint measure_kind_choice check (kind = any (array['street', 'lane', 'highway', 'railway']))
);
comment on table cables."measure" is '线缆测高';
create unique index measure_number_key on cables."measure" (district, number);
create unique index measure_client_key on cables."measure" (district, client_key);
create index measure_created on cables."measure" (district, created_at desc, id desc);
create index measure_by_due on cables."measure" (district, due_at) where status <> all (array['good', 'closed']);
create index measure_open_place on cables."measure" (district, status, area_code, due_at) where status <> all (array['good', 'closed']);
create index measure_open_geom on cables."measure" using gist (geom, created_at) where closed_at is null;
create index measure_closed_geom on cables."measure" using gist (geom, created_at) where closed_at is not null;
create index measure_parent on cables."measure" (district, parent_id) where parent_id is not null;
