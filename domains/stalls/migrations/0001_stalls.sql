create schema if not exists stalls;

create table stalls."night_round" (
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
  night uuid not null,
  day_on date not null,
  shops_out integer not null,
  unlisted integer not null,
  off_hours integer not null,
  noise integer not null,
  litter integer not null,
  primary key (district, id)
);
comment on table stalls."night_round" is 'append-only: 夜间巡查';
create index night_round_at on stalls."night_round" (district, at desc);

create table stalls."site" (
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
  name text not null,
  kind text not null,
  community text,
  shape jsonb not null,
  operator text not null,
  stalls integer not null,
  area_m2 numeric not null,
  from_hour text not null,
  to_hour text not null,
  rent_fen integer not null,
  cleaner text not null,
  is_powered boolean not null,
  school uuid,
  school_m numeric,
  is_too_near boolean,
  opened_on date,
  closed_on date,
  reason text,
  primary key (district, id),
  constraint site_kind_choice check (kind = any (array['temp', 'divert', 'feature', 'farm', 'fair']))
);
comment on table stalls."site" is '摊区夜市';
create unique index site_number_key on stalls."site" (district, number);
create unique index site_client_key on stalls."site" (district, client_key);
create index site_created on stalls."site" (district, created_at desc, id desc);
create index site_by_due on stalls."site" (district, due_at) where status <> all (array['closed']);
create index site_open_place on stalls."site" (district, status, area_code, due_at) where status <> all (array['closed']);
create index site_open_geom on stalls."site" using gist (geom, created_at) where closed_at is null;
create index site_closed_geom on stalls."site" using gist (geom, created_at) where closed_at is not null;
create index site_parent on stalls."site" (district, parent_id) where parent_id is not null;
create unique index site_name_key on stalls."site" (district, name);

create table stalls."school" (
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
  name text not null,
  key_point uuid,
  shape jsonb not null,
  primary key (district, id)
);
comment on table stalls."school" is '校园边界';
create unique index school_number_key on stalls."school" (district, number);
create unique index school_client_key on stalls."school" (district, client_key);
create index school_created on stalls."school" (district, created_at desc, id desc);
create index school_by_due on stalls."school" (district, due_at) where status <> all (array['off']);
create index school_open_place on stalls."school" (district, status, area_code, due_at) where status <> all (array['off']);
create index school_open_geom on stalls."school" using gist (geom, created_at) where closed_at is null;
create index school_closed_geom on stalls."school" using gist (geom, created_at) where closed_at is not null;
create index school_parent on stalls."school" (district, parent_id) where parent_id is not null;
create unique index school_name_key on stalls."school" (district, name);

create table stalls."round" (
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
  site uuid not null,
  name text not null,
  method text not null,
  stalls jsonb not null,
  conditions text not null,
  closes_on date not null,
  seal text not null,
  seed text,
  drawn_order jsonb,
  drawn_at timestamp with time zone,
  witnesses jsonb,
  winners integer,
  waiting integer,
  primary key (district, id),
  constraint round_method_choice check (method = any (array['draw', 'queue']))
);
comment on table stalls."round" is '摊位分配';
create unique index round_number_key on stalls."round" (district, number);
create unique index round_client_key on stalls."round" (district, client_key);
create index round_created on stalls."round" (district, created_at desc, id desc);
create index round_by_due on stalls."round" (district, due_at) where status <> all (array['closed']);
create index round_open_place on stalls."round" (district, status, area_code, due_at) where status <> all (array['closed']);
create index round_open_geom on stalls."round" using gist (geom, created_at) where closed_at is null;
create index round_closed_geom on stalls."round" using gist (geom, created_at) where closed_at is not null;
create index round_parent on stalls."round" (district, parent_id) where parent_id is not null;
create unique index round_name_key on stalls."round" (district, name);

create table stalls."applicant" (
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
  round uuid not null,
  name text not null,
  id_code text not null,
  phone text not null,
  goods text not null,
  is_healthy boolean not null,
  stall integer,
  waiting_no integer,
  confirm_by date,
  refusal text,
  appeal text,
  answer text,
  primary key (district, id)
);
comment on table stalls."applicant" is '摊位报名';
create unique index applicant_number_key on stalls."applicant" (district, number);
create unique index applicant_client_key on stalls."applicant" (district, client_key);
create index applicant_created on stalls."applicant" (district, created_at desc, id desc);
create index applicant_by_due on stalls."applicant" (district, due_at) where status <> all (array['held', 'lapsed']);
create index applicant_open_place on stalls."applicant" (district, status, area_code, due_at) where status <> all (array['held', 'lapsed']);
create index applicant_open_geom on stalls."applicant" using gist (geom, created_at) where closed_at is null;
create index applicant_closed_geom on stalls."applicant" using gist (geom, created_at) where closed_at is not null;
create index applicant_parent on stalls."applicant" (district, parent_id) where parent_id is not null;
create unique index applicant_round_id_code_key on stalls."applicant" (district, round, id_code);

create table stalls."tenure" (
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
  site uuid not null,
  stall integer not null,
  name text not null,
  id_code text not null,
  phone text not null,
  goods text not null,
  applicant uuid,
  from_on date,
  paid_to date,
  paid_fen integer,
  absent integer,
  present integer,
  ended_on date,
  reason text,
  primary key (district, id)
);
comment on table stalls."tenure" is '摊位使用';
create unique index tenure_number_key on stalls."tenure" (district, number);
create unique index tenure_client_key on stalls."tenure" (district, client_key);
create index tenure_created on stalls."tenure" (district, created_at desc, id desc);
create index tenure_by_due on stalls."tenure" (district, due_at) where status <> all (array['lapsed', 'left']);
create index tenure_open_place on stalls."tenure" (district, status, area_code, due_at) where status <> all (array['lapsed', 'left']);
create index tenure_open_geom on stalls."tenure" using gist (geom, created_at) where closed_at is null;
create index tenure_closed_geom on stalls."tenure" using gist (geom, created_at) where closed_at is not null;
create index tenure_parent on stalls."tenure" (district, parent_id) where parent_id is not null;

create table stalls."evening" (
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
  site uuid not null,
  day_on date not null,
  staff jsonb not null,
  present jsonb not null,
  is_clean boolean not null,
  is_power_ok boolean not null,
  problems jsonb not null,
  photos uuid[] not null,
  people integer,
  opened integer,
  found integer,
  primary key (district, id)
);
comment on table stalls."evening" is '夜市当晚值守';
create unique index evening_number_key on stalls."evening" (district, number);
create unique index evening_client_key on stalls."evening" (district, client_key);
create index evening_created on stalls."evening" (district, created_at desc, id desc);
create index evening_by_due on stalls."evening" (district, due_at) where status <> all (array['done']);
create index evening_open_place on stalls."evening" (district, status, area_code, due_at) where status <> all (array['done']);
create index evening_open_geom on stalls."evening" using gist (geom, created_at) where closed_at is null;
create index evening_closed_geom on stalls."evening" using gist (geom, created_at) where closed_at is not null;
create index evening_parent on stalls."evening" (district, parent_id) where parent_id is not null;
create unique index evening_site_day_on_key on stalls."evening" (district, site, day_on);

create table stalls."committee" (
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
  site uuid not null,
  name text not null,
  members jsonb not null,
  convention text not null,
  group_ text not null,
  elected_on date not null,
  size integer,
  primary key (district, id)
);
comment on table stalls."committee" is '夜市经营自治委员会';
create unique index committee_number_key on stalls."committee" (district, number);
create unique index committee_client_key on stalls."committee" (district, client_key);
create index committee_created on stalls."committee" (district, created_at desc, id desc);
create index committee_by_due on stalls."committee" (district, due_at) where status <> all (array['ended']);
create index committee_open_place on stalls."committee" (district, status, area_code, due_at) where status <> all (array['ended']);
create index committee_open_geom on stalls."committee" using gist (geom, created_at) where closed_at is null;
create index committee_closed_geom on stalls."committee" using gist (geom, created_at) where closed_at is not null;
create index committee_parent on stalls."committee" (district, parent_id) where parent_id is not null;
create unique index committee_name_key on stalls."committee" (district, name);

create table stalls."motion" (
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
  committee uuid not null,
  kind text not null,
  title text not null,
  content text not null,
  yes integer,
  no integer,
  abstain integer,
  result text,
  feedback text,
  feedback_on date,
  primary key (district, id),
  constraint motion_kind_choice check (kind = any (array['vote', 'notice', 'dispute']))
);
comment on table stalls."motion" is '自治事项';
create unique index motion_number_key on stalls."motion" (district, number);
create unique index motion_client_key on stalls."motion" (district, client_key);
create index motion_created on stalls."motion" (district, created_at desc, id desc);
create index motion_by_due on stalls."motion" (district, due_at) where status <> all (array['failed', 'unsettled', 'fedBack']);
create index motion_open_place on stalls."motion" (district, status, area_code, due_at) where status <> all (array['failed', 'unsettled', 'fedBack']);
create index motion_open_geom on stalls."motion" using gist (geom, created_at) where closed_at is null;
create index motion_closed_geom on stalls."motion" using gist (geom, created_at) where closed_at is not null;
create index motion_parent on stalls."motion" (district, parent_id) where parent_id is not null;

create table stalls."safety" (
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
  site uuid not null,
  checked_on date not null,
  lines jsonb not null,
  photos uuid[] not null,
  bad integer,
  serious integer,
  primary key (district, id)
);
comment on table stalls."safety" is '夜市安全联合检查';
create unique index safety_number_key on stalls."safety" (district, number);
create unique index safety_client_key on stalls."safety" (district, client_key);
create index safety_created on stalls."safety" (district, created_at desc, id desc);
create index safety_by_due on stalls."safety" (district, due_at) where status <> all (array['void']);
create index safety_open_place on stalls."safety" (district, status, area_code, due_at) where status <> all (array['void']);
create index safety_open_geom on stalls."safety" using gist (geom, created_at) where closed_at is null;
create index safety_closed_geom on stalls."safety" using gist (geom, created_at) where closed_at is not null;
create index safety_parent on stalls."safety" (district, parent_id) where parent_id is not null;

create table stalls."hazard" (
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
  site uuid not null,
  check_ uuid not null,
  agency text not null,
  what text not null,
  stall integer,
  is_serious boolean not null,
  due_on date not null,
  fix_note text,
  fix_photos uuid[],
  returns integer,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  primary key (district, id),
  constraint hazard_agency_choice check (agency = any (array['police', 'fire', 'gas', 'food', 'power']))
);
comment on table stalls."hazard" is '夜市安全隐患';
create unique index hazard_number_key on stalls."hazard" (district, number);
create unique index hazard_client_key on stalls."hazard" (district, client_key);
create index hazard_created on stalls."hazard" (district, created_at desc, id desc);
create index hazard_by_due on stalls."hazard" (district, due_at) where status <> all (array['closed']);
create index hazard_open_place on stalls."hazard" (district, status, area_code, due_at) where status <> all (array['closed']);
create index hazard_open_geom on stalls."hazard" using gist (geom, created_at) where closed_at is null;
create index hazard_closed_geom on stalls."hazard" using gist (geom, created_at) where closed_at is not null;
create index hazard_parent on stalls."hazard" (district, parent_id) where parent_id is not null;

create table stalls."fair_check" (
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
  site uuid not null,
  month text not null,
  checked_on date not null,
  lines jsonb not null,
  photos uuid[] not null,
  score numeric,
  is_passed boolean,
  published_on date,
  primary key (district, id)
);
comment on table stalls."fair_check" is '农(集)贸市场检查';
create unique index fair_check_number_key on stalls."fair_check" (district, number);
create unique index fair_check_client_key on stalls."fair_check" (district, client_key);
create index fair_check_created on stalls."fair_check" (district, created_at desc, id desc);
create index fair_check_by_due on stalls."fair_check" (district, due_at) where status <> all (array['published']);
create index fair_check_open_place on stalls."fair_check" (district, status, area_code, due_at) where status <> all (array['published']);
create index fair_check_open_geom on stalls."fair_check" using gist (geom, created_at) where closed_at is null;
create index fair_check_closed_geom on stalls."fair_check" using gist (geom, created_at) where closed_at is not null;
create index fair_check_parent on stalls."fair_check" (district, parent_id) where parent_id is not null;
create unique index fair_check_site_month_key on stalls."fair_check" (district, site, month);

create table stalls."outdoor" (
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
  shop uuid not null,
  place text not null,
  area_m2 numeric not null,
  stalls integer not null,
  days text[] not null,
  from_hour text not null,
  to_hour text not null,
  valid_to date not null,
  clear_m numeric not null,
  photos uuid[] not null,
  shop_name text,
  permit_no text,
  fee_fen integer,
  breaches integer,
  breach text,
  refusal text,
  primary key (district, id)
);
comment on table stalls."outdoor" is '临时外摆';
create unique index outdoor_number_key on stalls."outdoor" (district, number);
create unique index outdoor_client_key on stalls."outdoor" (district, client_key);
create index outdoor_created on stalls."outdoor" (district, created_at desc, id desc);
create index outdoor_by_due on stalls."outdoor" (district, due_at) where status <> all (array['refused', 'revoked', 'ended']);
create index outdoor_open_place on stalls."outdoor" (district, status, area_code, due_at) where status <> all (array['refused', 'revoked', 'ended']);
create index outdoor_open_geom on stalls."outdoor" using gist (geom, created_at) where closed_at is null;
create index outdoor_closed_geom on stalls."outdoor" using gist (geom, created_at) where closed_at is not null;
create index outdoor_parent on stalls."outdoor" (district, parent_id) where parent_id is not null;

create table stalls."night" (
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
  name text not null,
  level text not null,
  from_on date not null,
  to_on date not null,
  from_hour text not null,
  to_hour text not null,
  shops jsonb not null,
  activities text not null,
  allowed integer,
  primary key (district, id),
  constraint night_level_choice check (level = any (array['allow', 'manage', 'order']))
);
comment on table stalls."night" is '夜间经济时段';
create unique index night_number_key on stalls."night" (district, number);
create unique index night_client_key on stalls."night" (district, client_key);
create index night_created on stalls."night" (district, created_at desc, id desc);
create index night_by_due on stalls."night" (district, due_at) where status <> all (array['ended']);
create index night_open_place on stalls."night" (district, status, area_code, due_at) where status <> all (array['ended']);
create index night_open_geom on stalls."night" using gist (geom, created_at) where closed_at is null;
create index night_closed_geom on stalls."night" using gist (geom, created_at) where closed_at is not null;
create index night_parent on stalls."night" (district, parent_id) where parent_id is not null;

create table stalls."intro" (
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
  vendor text not null,
  phone text not null,
  goods text not null,
  found_at text not null,
  site uuid not null,
  offer text not null,
  photos uuid[] not null,
  answer text,
  moved_on date,
  visit_on date,
  is_trading boolean,
  primary key (district, id)
);
comment on table stalls."intro" is '特色摊引导入园';
create unique index intro_number_key on stalls."intro" (district, number);
create unique index intro_client_key on stalls."intro" (district, client_key);
create index intro_created on stalls."intro" (district, created_at desc, id desc);
create index intro_by_due on stalls."intro" (district, due_at) where status <> all (array['staying', 'left', 'refused']);
create index intro_open_place on stalls."intro" (district, status, area_code, due_at) where status <> all (array['staying', 'left', 'refused']);
create index intro_open_geom on stalls."intro" using gist (geom, created_at) where closed_at is null;
create index intro_closed_geom on stalls."intro" using gist (geom, created_at) where closed_at is not null;
create index intro_parent on stalls."intro" (district, parent_id) where parent_id is not null;
