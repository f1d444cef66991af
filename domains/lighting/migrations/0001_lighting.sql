create schema if not exists lighting;

create table lighting."cabinet" (
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
  code text not null,
  kind text not null,
  road text not null,
  gateway uuid,
  loops integer not null,
  meter_no text,
  fen_per_kwh numeric,
  installed_on date,
  primary key (district, id),
  constraint cabinet_kind_choice check (kind = any (array['street', 'landscape', 'tunnel']))
);
comment on table lighting."cabinet" is '照明配电箱(控制柜)';
create unique index cabinet_code_key on lighting."cabinet" (district, code) where retired_at is null;
create unique index cabinet_gateway_key on lighting."cabinet" (district, gateway) where retired_at is null;
create index cabinet_geom on lighting."cabinet" using gist (geom);
create index cabinet_area on lighting."cabinet" (district, area_code);

create table lighting."pole" (
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
  code text not null,
  cabinet uuid not null,
  road text not null,
  height_m numeric,
  condition text not null,
  installed_on date,
  coated_on date,
  primary key (district, id),
  constraint pole_condition_choice check (condition = any (array['intact', 'damaged']))
);
comment on table lighting."pole" is '灯杆';
create unique index pole_code_key on lighting."pole" (district, code) where retired_at is null;
create index pole_geom on lighting."pole" using gist (geom);
create index pole_area on lighting."pole" (district, area_code);

create table lighting."lamp" (
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
  code text not null,
  pole uuid,
  cabinet uuid,
  loop integer,
  road text not null,
  source text not null,
  watt numeric not null,
  control text not null,
  state text not null,
  condition text not null,
  installed_on date,
  retrofitted_on date,
  project text,
  primary key (district, id),
  constraint lamp_source_choice check (source = any (array['led', 'sodium', 'halide', 'mercury', 'solar', 'other'])),
  constraint lamp_control_choice check (control = any (array['none', 'cabinet', 'single', 'dimming'])),
  constraint lamp_state_choice check (state = any (array['lit', 'fault', 'off'])),
  constraint lamp_condition_choice check (condition = any (array['intact', 'damaged']))
);
comment on table lighting."lamp" is '路灯';
create unique index lamp_code_key on lighting."lamp" (district, code) where retired_at is null;
create index lamp_geom on lighting."lamp" using gist (geom);
create index lamp_area on lighting."lamp" (district, area_code);

create table lighting."pit" (
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
  code text not null,
  cabinet uuid,
  road text not null,
  cover text not null,
  cable text not null,
  state text not null,
  installed_on date,
  primary key (district, id),
  constraint pit_state_choice check (state = any (array['intact', 'damaged', 'stolen']))
);
comment on table lighting."pit" is '电缆工作井';
create unique index pit_code_key on lighting."pit" (district, code) where retired_at is null;
create index pit_geom on lighting."pit" using gist (geom);
create index pit_area on lighting."pit" (district, area_code);

create table lighting."lane" (
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
  name text not null,
  length_m numeric not null,
  households integer not null,
  light text not null,
  lamps integer not null,
  primary key (district, id),
  constraint lane_light_choice check (light = any (array['none', 'partial', 'full']))
);
comment on table lighting."lane" is '背街小巷照明台账';
create unique index lane_name_key on lighting."lane" (district, name) where retired_at is null;
create index lane_geom on lighting."lane" using gist (geom);
create index lane_area on lighting."lane" (district, area_code);

create table lighting."scene" (
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
  name text not null,
  kind text not null,
  cabinet uuid not null,
  lights integer not null,
  kw numeric not null,
  keeper text not null,
  primary key (district, id),
  constraint scene_kind_choice check (kind = any (array['bridge', 'tunnel', 'road', 'building', 'park']))
);
comment on table lighting."scene" is '景观照明点位';
create unique index scene_name_key on lighting."scene" (district, name) where retired_at is null;
create index scene_geom on lighting."scene" using gist (geom);
create index scene_area on lighting."scene" (district, area_code);

create table lighting."plan" (
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
  cabinet uuid,
  kind text not null,
  occasion text not null,
  scene text,
  mode text not null,
  on_offset integer,
  off_offset integer,
  on_time text,
  off_time text,
  dim_time text,
  dim_to integer,
  valid_from date not null,
  valid_to date,
  is_on boolean not null,
  primary key (district, id),
  constraint plan_kind_choice check (kind = any (array['street', 'landscape', 'tunnel'])),
  constraint plan_occasion_choice check (occasion = any (array['daily', 'festival'])),
  constraint plan_mode_choice check (mode = any (array['sun', 'fixed'])),
  constraint plan_dates check (valid_to is null or valid_to >= valid_from)
);
comment on table lighting."plan" is '开关灯时间表';
create unique index plan_name_key on lighting."plan" (district, name) where retired_at is null;
create index plan_area on lighting."plan" (district, area_code);

create table lighting."lamp_repair" (
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
  lamp uuid not null,
  code text not null,
  road text not null,
  kind text not null,
  repair uuid not null,
  primary key (district, id),
  constraint lamp_repair_kind_choice check (kind = any (array['dark', 'daylit', 'damage', 'pit', 'theft', 'remote', 'landscape']))
);
comment on table lighting."lamp_repair" is 'append-only: 路灯维修(盏次)';
create index lamp_repair_at on lighting."lamp_repair" (district, at desc);

create table lighting."coating" (
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
  road text not null,
  done_on date not null,
  poles integer not null,
  paint text not null,
  primary key (district, id)
);
comment on table lighting."coating" is 'append-only: 灯杆涂刷';
create index coating_at on lighting."coating" (district, at desc);

create table lighting."repair" (
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
  kind text not null,
  source text not null,
  place text not null,
  note text,
  lamps jsonb,
  cabinet uuid,
  pit uuid,
  scene uuid,
  case_ref uuid,
  phone text,
  scene_photos uuid[],
  crew uuid,
  parts text,
  sets integer,
  lamp_count integer,
  done_photos uuid[],
  taken_at timestamp with time zone,
  fixed_at timestamp with time zone,
  repair_due_at timestamp with time zone,
  reason text,
  primary key (district, id),
  constraint repair_kind_choice check (kind = any (array['dark', 'daylit', 'damage', 'pit', 'theft', 'remote', 'landscape'])),
  constraint repair_source_choice check (source = any (array['citizen', 'patrol', 'device', 'case']))
);
comment on table lighting."repair" is '照明维修';
create unique index repair_number_key on lighting."repair" (district, number);
create unique index repair_client_key on lighting."repair" (district, client_key);
create index repair_created on lighting."repair" (district, created_at desc, id desc);
create index repair_by_due on lighting."repair" (district, due_at) where status <> all (array['closed', 'dropped']);
create index repair_open_place on lighting."repair" (district, status, area_code, due_at) where status <> all (array['closed', 'dropped']);
create index repair_open_geom on lighting."repair" using gist (geom, created_at) where closed_at is null;
create index repair_closed_geom on lighting."repair" using gist (geom, created_at) where closed_at is not null;
create index repair_parent on lighting."repair" (district, parent_id) where parent_id is not null;

create table lighting."switching" (
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
  cabinet uuid not null,
  kind text not null,
  level integer,
  loop integer,
  scene text,
  reason text not null,
  plan uuid,
  answer text,
  ended_at timestamp with time zone,
  primary key (district, id),
  constraint switching_kind_choice check (kind = any (array['on', 'off', 'dim']))
);
comment on table lighting."switching" is '开关灯操作';
create unique index switching_number_key on lighting."switching" (district, number);
create unique index switching_client_key on lighting."switching" (district, client_key);
create index switching_created on lighting."switching" (district, created_at desc, id desc);
create index switching_by_due on lighting."switching" (district, due_at) where status <> all (array['done', 'refused', 'timeout']);
create index switching_open_place on lighting."switching" (district, status, area_code, due_at) where status <> all (array['done', 'refused', 'timeout']);
create index switching_open_geom on lighting."switching" using gist (geom, created_at) where closed_at is null;
create index switching_closed_geom on lighting."switching" using gist (geom, created_at) where closed_at is not null;
create index switching_parent on lighting."switching" (district, parent_id) where parent_id is not null;

create table lighting."dark_place" (
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
  place text not null,
  length_m numeric not null,
  found_by text not null,
  note text,
  budget_fen integer,
  fund_source text,
  project uuid,
  plan_on date,
  lamps integer,
  night_photos uuid[],
  taken_at timestamp with time zone,
  reason text,
  primary key (district, id)
);
comment on table lighting."dark_place" is '有路无灯点位';
create unique index dark_place_number_key on lighting."dark_place" (district, number);
create unique index dark_place_client_key on lighting."dark_place" (district, client_key);
create index dark_place_created on lighting."dark_place" (district, created_at desc, id desc);
create index dark_place_by_due on lighting."dark_place" (district, due_at) where status <> all (array['lit', 'dropped']);
create index dark_place_open_place on lighting."dark_place" (district, status, area_code, due_at) where status <> all (array['lit', 'dropped']);
create index dark_place_open_geom on lighting."dark_place" using gist (geom, created_at) where closed_at is null;
create index dark_place_closed_geom on lighting."dark_place" using gist (geom, created_at) where closed_at is not null;
create index dark_place_parent on lighting."dark_place" (district, parent_id) where parent_id is not null;

create table lighting."project" (
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
  agency text,
  invest_fen integer not null,
  planned integer not null,
  due_on date not null,
  contract_fen integer,
  builder text,
  expected_on date,
  steps jsonb,
  installed integer,
  paid_fen integer,
  done_on date,
  is_late text,
  acceptance uuid[],
  photos uuid[],
  primary key (district, id),
  constraint project_kind_choice check (kind = any (array['road', 'altered', 'landscape', 'saving'])),
  constraint project_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table lighting."project" is '照明建设改造工程';
create unique index project_number_key on lighting."project" (district, number);
create unique index project_client_key on lighting."project" (district, client_key);
create index project_created on lighting."project" (district, created_at desc, id desc);
create index project_by_due on lighting."project" (district, due_at) where status <> all (array['done', 'stopped']);
create index project_open_place on lighting."project" (district, status, area_code, due_at) where status <> all (array['done', 'stopped']);
create index project_open_geom on lighting."project" using gist (geom, created_at) where closed_at is null;
create index project_closed_geom on lighting."project" using gist (geom, created_at) where closed_at is not null;
create index project_parent on lighting."project" (district, parent_id) where parent_id is not null;
create unique index project_name_key on lighting."project" (district, name);

create table lighting."lane_project" (
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
  invest_fen integer not null,
  lanes jsonb not null,
  due_on date not null,
  done jsonb,
  installed integer,
  planned integer,
  lane_count integer,
  words jsonb,
  done_on date,
  night_photos uuid[],
  primary key (district, id)
);
comment on table lighting."lane_project" is '背街小巷亮化项目';
create unique index lane_project_number_key on lighting."lane_project" (district, number);
create unique index lane_project_client_key on lighting."lane_project" (district, client_key);
create index lane_project_created on lighting."lane_project" (district, created_at desc, id desc);
create index lane_project_by_due on lighting."lane_project" (district, due_at) where status <> all (array['done']);
create index lane_project_open_place on lighting."lane_project" (district, status, area_code, due_at) where status <> all (array['done']);
create index lane_project_open_geom on lighting."lane_project" using gist (geom, created_at) where closed_at is null;
create index lane_project_closed_geom on lighting."lane_project" using gist (geom, created_at) where closed_at is not null;
create index lane_project_parent on lighting."lane_project" (district, parent_id) where parent_id is not null;
create unique index lane_project_name_key on lighting."lane_project" (district, name);

create table lighting."entrance" (
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
  motorway text not null,
  owner text not null,
  invest_fen integer not null,
  lamps integer not null,
  lux_before numeric not null,
  watt_before numeric not null,
  due_on date not null,
  boundary text,
  agreement uuid[],
  agreed_on date,
  lux_after numeric,
  watt_after numeric,
  watt_saved numeric,
  lux_gain numeric,
  measured_at timestamp with time zone,
  photos uuid[],
  done_on date,
  primary key (district, id)
);
comment on table lighting."entrance" is '高速出入口亮化节能';
create unique index entrance_number_key on lighting."entrance" (district, number);
create unique index entrance_client_key on lighting."entrance" (district, client_key);
create index entrance_created on lighting."entrance" (district, created_at desc, id desc);
create index entrance_by_due on lighting."entrance" (district, due_at) where status <> all (array['done']);
create index entrance_open_place on lighting."entrance" (district, status, area_code, due_at) where status <> all (array['done']);
create index entrance_open_geom on lighting."entrance" using gist (geom, created_at) where closed_at is null;
create index entrance_closed_geom on lighting."entrance" using gist (geom, created_at) where closed_at is not null;
create index entrance_parent on lighting."entrance" (district, parent_id) where parent_id is not null;
create unique index entrance_name_key on lighting."entrance" (district, name);

create table lighting."retrofit" (
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
  new_source text not null,
  control text not null,
  lamps jsonb not null,
  old jsonb,
  lamp_count integer,
  traditional integer,
  old_watt numeric,
  new_watt numeric,
  watt_saved numeric,
  done_on date,
  photos uuid[],
  primary key (district, id),
  constraint retrofit_new_source_choice check (new_source = any (array['led', 'sodium', 'halide', 'mercury', 'solar', 'other'])),
  constraint retrofit_control_choice check (control = any (array['none', 'cabinet', 'single', 'dimming']))
);
comment on table lighting."retrofit" is '节能改造批次';
create unique index retrofit_number_key on lighting."retrofit" (district, number);
create unique index retrofit_client_key on lighting."retrofit" (district, client_key);
create index retrofit_created on lighting."retrofit" (district, created_at desc, id desc);
create index retrofit_by_due on lighting."retrofit" (district, due_at) where status <> all (array['done', 'cancelled']);
create index retrofit_open_place on lighting."retrofit" (district, status, area_code, due_at) where status <> all (array['done', 'cancelled']);
create index retrofit_open_geom on lighting."retrofit" using gist (geom, created_at) where closed_at is null;
create index retrofit_closed_geom on lighting."retrofit" using gist (geom, created_at) where closed_at is not null;
create index retrofit_parent on lighting."retrofit" (district, parent_id) where parent_id is not null;

create table lighting."meter_month" (
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
  cabinet uuid not null,
  month text not null,
  kwh numeric not null,
  fee_fen integer,
  kind text,
  month_on date,
  last_kwh numeric,
  last_fee_fen integer,
  saved_kwh numeric,
  saved_fen integer,
  primary key (district, id),
  constraint meter_month_kind_choice check (kind = any (array['street', 'landscape', 'tunnel']))
);
comment on table lighting."meter_month" is '照明用电抄表';
create unique index meter_month_number_key on lighting."meter_month" (district, number);
create unique index meter_month_client_key on lighting."meter_month" (district, client_key);
create index meter_month_created on lighting."meter_month" (district, created_at desc, id desc);
create index meter_month_by_due on lighting."meter_month" (district, due_at) where status <> all (array['void']);
create index meter_month_open_place on lighting."meter_month" (district, status, area_code, due_at) where status <> all (array['void']);
create index meter_month_open_geom on lighting."meter_month" using gist (geom, created_at) where closed_at is null;
create index meter_month_closed_geom on lighting."meter_month" using gist (geom, created_at) where closed_at is not null;
create index meter_month_parent on lighting."meter_month" (district, parent_id) where parent_id is not null;
create unique index meter_month_cabinet_month_key on lighting."meter_month" (district, cabinet, month);
