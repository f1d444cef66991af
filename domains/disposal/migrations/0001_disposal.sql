create schema if not exists disposal;

create table disposal."point" (
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
  site uuid not null,
  kind text not null,
  unit text not null,
  most numeric not null,
  basis text not null,
  primary key (district, id),
  constraint point_kind_choice check (kind = any (array['well', 'pond', 'gas', 'slope', 'odour']))
);
comment on table disposal."point" is '填埋场监测点';
create unique index point_code_key on disposal."point" (district, code) where retired_at is null;
create index point_geom on disposal."point" using gist (geom);
create index point_area on disposal."point" (district, area_code);

create table disposal."ash_cell" (
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
  code text not null,
  site uuid not null,
  capacity_t numeric not null,
  liner text not null,
  primary key (district, id)
);
comment on table disposal."ash_cell" is '飞灰填埋分区';
create unique index ash_cell_code_key on disposal."ash_cell" (district, code) where retired_at is null;
create index ash_cell_area on disposal."ash_cell" (district, area_code);

create table disposal."landfill" (
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
  operator text not null,
  area_mu numeric not null,
  closed_on date,
  cover text,
  handover jsonb,
  next_operator text,
  handed_on date,
  primary key (district, id)
);
comment on table disposal."landfill" is '生活垃圾填埋场';
create unique index landfill_number_key on disposal."landfill" (district, number);
create unique index landfill_client_key on disposal."landfill" (district, client_key);
create index landfill_created on disposal."landfill" (district, created_at desc, id desc);
create index landfill_by_due on disposal."landfill" (district, due_at) where status <> all (array['handed']);
create index landfill_open_place on disposal."landfill" (district, status, area_code, due_at) where status <> all (array['handed']);
create index landfill_open_geom on disposal."landfill" using gist (geom, created_at) where closed_at is null;
create index landfill_closed_geom on disposal."landfill" using gist (geom, created_at) where closed_at is not null;
create index landfill_parent on disposal."landfill" (district, parent_id) where parent_id is not null;
create unique index landfill_name_key on disposal."landfill" (district, name);

create table disposal."patrol" (
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
  due_on date not null,
  lines jsonb,
  done_on date,
  is_late text,
  problems text,
  fix text,
  primary key (district, id),
  constraint patrol_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table disposal."patrol" is '填埋场封闭巡查';
create unique index patrol_number_key on disposal."patrol" (district, number);
create unique index patrol_client_key on disposal."patrol" (district, client_key);
create index patrol_created on disposal."patrol" (district, created_at desc, id desc);
create index patrol_by_due on disposal."patrol" (district, due_at) where status <> all (array['good', 'closed']);
create index patrol_open_place on disposal."patrol" (district, status, area_code, due_at) where status <> all (array['good', 'closed']);
create index patrol_open_geom on disposal."patrol" using gist (geom, created_at) where closed_at is null;
create index patrol_closed_geom on disposal."patrol" using gist (geom, created_at) where closed_at is not null;
create index patrol_parent on disposal."patrol" (district, parent_id) where parent_id is not null;

create table disposal."measurement" (
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
  point uuid not null,
  code text not null,
  kind text not null,
  value numeric not null,
  most numeric not null,
  sample_no text,
  measured_at timestamp with time zone not null,
  measure text,
  again numeric,
  primary key (district, id),
  constraint measurement_kind_choice check (kind = any (array['well', 'pond', 'gas', 'slope', 'odour']))
);
comment on table disposal."measurement" is '填埋场监测';
create unique index measurement_number_key on disposal."measurement" (district, number);
create unique index measurement_client_key on disposal."measurement" (district, client_key);
create index measurement_created on disposal."measurement" (district, created_at desc, id desc);
create index measurement_by_due on disposal."measurement" (district, due_at) where status <> all (array['normal', 'closed']);
create index measurement_open_place on disposal."measurement" (district, status, area_code, due_at) where status <> all (array['normal', 'closed']);
create index measurement_open_geom on disposal."measurement" using gist (geom, created_at) where closed_at is null;
create index measurement_closed_geom on disposal."measurement" using gist (geom, created_at) where closed_at is not null;
create index measurement_parent on disposal."measurement" (district, parent_id) where parent_id is not null;

create table disposal."leachate_stock" (
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
  plant text not null,
  day_on date not null,
  stock_m3 numeric not null,
  produced_t numeric not null,
  treated_t numeric not null,
  change_m3 numeric not null,
  is_held text not null,
  is_met text not null,
  note text,
  primary key (district, id),
  constraint leachate_stock_is_held_choice check (is_held = any (array['yes', 'no'])),
  constraint leachate_stock_is_met_choice check (is_met = any (array['yes', 'no']))
);
comment on table disposal."leachate_stock" is '渗滤液存量';
create unique index leachate_stock_number_key on disposal."leachate_stock" (district, number);
create unique index leachate_stock_client_key on disposal."leachate_stock" (district, client_key);
create index leachate_stock_created on disposal."leachate_stock" (district, created_at desc, id desc);
create index leachate_stock_by_due on disposal."leachate_stock" (district, due_at) where status <> all (array['void']);
create index leachate_stock_open_place on disposal."leachate_stock" (district, status, area_code, due_at) where status <> all (array['void']);
create index leachate_stock_open_geom on disposal."leachate_stock" using gist (geom, created_at) where closed_at is null;
create index leachate_stock_closed_geom on disposal."leachate_stock" using gist (geom, created_at) where closed_at is not null;
create index leachate_stock_parent on disposal."leachate_stock" (district, parent_id) where parent_id is not null;
create unique index leachate_stock_plant_day_on_key on disposal."leachate_stock" (district, plant, day_on);

create table disposal."emergency_run" (
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
  plant text not null,
  reason text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  treated_t numeric,
  hours numeric,
  primary key (district, id)
);
comment on table disposal."emergency_run" is '渗滤液应急设施运行';
create unique index emergency_run_number_key on disposal."emergency_run" (district, number);
create unique index emergency_run_client_key on disposal."emergency_run" (district, client_key);
create index emergency_run_created on disposal."emergency_run" (district, created_at desc, id desc);
create index emergency_run_by_due on disposal."emergency_run" (district, due_at) where status <> all (array['ended', 'refused']);
create index emergency_run_open_place on disposal."emergency_run" (district, status, area_code, due_at) where status <> all (array['ended', 'refused']);
create index emergency_run_open_geom on disposal."emergency_run" using gist (geom, created_at) where closed_at is null;
create index emergency_run_closed_geom on disposal."emergency_run" using gist (geom, created_at) where closed_at is not null;
create index emergency_run_parent on disposal."emergency_run" (district, parent_id) where parent_id is not null;

create table disposal."excavation" (
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
  cell text not null,
  day_on date not null,
  dug_t numeric not null,
  burned_t numeric not null,
  sprays integer not null,
  agent_kg numeric not null,
  cover text not null,
  note text,
  weighed_t numeric not null,
  stock_t numeric not null,
  opinion text,
  primary key (district, id),
  constraint excavation_cover_choice check (cover = any (array['yes', 'no']))
);
comment on table disposal."excavation" is '陈腐垃圾开挖';
create unique index excavation_number_key on disposal."excavation" (district, number);
create unique index excavation_client_key on disposal."excavation" (district, client_key);
create index excavation_created on disposal."excavation" (district, created_at desc, id desc);
create index excavation_by_due on disposal."excavation" (district, due_at) where status <> all (array['confirmed', 'void']);
create index excavation_open_place on disposal."excavation" (district, status, area_code, due_at) where status <> all (array['confirmed', 'void']);
create index excavation_open_geom on disposal."excavation" using gist (geom, created_at) where closed_at is null;
create index excavation_closed_geom on disposal."excavation" using gist (geom, created_at) where closed_at is not null;
create index excavation_parent on disposal."excavation" (district, parent_id) where parent_id is not null;
create unique index excavation_site_cell_day_on_key on disposal."excavation" (district, site, cell, day_on);

create table disposal."burn_day" (
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
  plant uuid not null,
  day_on date not null,
  intake_t numeric not null,
  burned_t numeric not null,
  grid_kwh integer not null,
  own_kwh integer not null,
  slag_t numeric not null,
  ash_t numeric not null,
  down_hours numeric not null,
  air jsonb not null,
  note text,
  name text not null,
  weighed_t numeric,
  over text,
  is_met text not null,
  opinion text,
  primary key (district, id),
  constraint burn_day_is_met_choice check (is_met = any (array['yes', 'no']))
);
comment on table disposal."burn_day" is '焚烧发电日报';
create unique index burn_day_number_key on disposal."burn_day" (district, number);
create unique index burn_day_client_key on disposal."burn_day" (district, client_key);
create index burn_day_created on disposal."burn_day" (district, created_at desc, id desc);
create index burn_day_by_due on disposal."burn_day" (district, due_at) where status <> all (array['confirmed']);
create index burn_day_open_place on disposal."burn_day" (district, status, area_code, due_at) where status <> all (array['confirmed']);
create index burn_day_open_geom on disposal."burn_day" using gist (geom, created_at) where closed_at is null;
create index burn_day_closed_geom on disposal."burn_day" using gist (geom, created_at) where closed_at is not null;
create index burn_day_parent on disposal."burn_day" (district, parent_id) where parent_id is not null;
create unique index burn_day_plant_day_on_key on disposal."burn_day" (district, plant, day_on);

create table disposal."burn_month" (
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
  plant uuid not null,
  name text not null,
  month_on date not null,
  days integer not null,
  burned_t numeric not null,
  grid_kwh numeric not null,
  slag_t numeric not null,
  ash_t numeric not null,
  kwh_per_t numeric,
  over_days integer not null,
  reason text,
  primary key (district, id)
);
comment on table disposal."burn_month" is '焚烧发电月结';
create unique index burn_month_number_key on disposal."burn_month" (district, number);
create unique index burn_month_client_key on disposal."burn_month" (district, client_key);
create index burn_month_created on disposal."burn_month" (district, created_at desc, id desc);
create index burn_month_by_due on disposal."burn_month" (district, due_at) where status <> all (array['reopened']);
create index burn_month_open_place on disposal."burn_month" (district, status, area_code, due_at) where status <> all (array['reopened']);
create index burn_month_open_geom on disposal."burn_month" using gist (geom, created_at) where closed_at is null;
create index burn_month_closed_geom on disposal."burn_month" using gist (geom, created_at) where closed_at is not null;
create index burn_month_parent on disposal."burn_month" (district, parent_id) where parent_id is not null;

create table disposal."ash" (
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
  batch text not null,
  plant uuid not null,
  made_on date not null,
  raw_t numeric not null,
  stable_t numeric not null,
  agent_percent numeric not null,
  tests jsonb,
  lab text,
  report_no text,
  failed text,
  tries integer,
  cell uuid,
  plate text,
  buried_t numeric,
  buried_on date,
  primary key (district, id)
);
comment on table disposal."ash" is '稳定化飞灰批次';
create unique index ash_number_key on disposal."ash" (district, number);
create unique index ash_client_key on disposal."ash" (district, client_key);
create index ash_created on disposal."ash" (district, created_at desc, id desc);
create index ash_by_due on disposal."ash" (district, due_at) where status <> all (array['buried']);
create index ash_open_place on disposal."ash" (district, status, area_code, due_at) where status <> all (array['buried']);
create index ash_open_geom on disposal."ash" using gist (geom, created_at) where closed_at is null;
create index ash_closed_geom on disposal."ash" using gist (geom, created_at) where closed_at is not null;
create index ash_parent on disposal."ash" (district, parent_id) where parent_id is not null;
create unique index ash_batch_key on disposal."ash" (district, batch);

create table disposal."bot" (
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
  company text not null,
  from_on date not null,
  to_on date not null,
  month_fen integer not null,
  goals jsonb not null,
  plan text,
  primary key (district, id),
  constraint bot_kind_choice check (kind = any (array['incineration', 'leachate', 'kitchen', 'gas']))
);
comment on table disposal."bot" is 'BOT 项目';
create unique index bot_number_key on disposal."bot" (district, number);
create unique index bot_client_key on disposal."bot" (district, client_key);
create index bot_created on disposal."bot" (district, created_at desc, id desc);
create index bot_by_due on disposal."bot" (district, due_at) where status <> all (array['handed']);
create index bot_open_place on disposal."bot" (district, status, area_code, due_at) where status <> all (array['handed']);
create index bot_open_geom on disposal."bot" using gist (geom, created_at) where closed_at is null;
create index bot_closed_geom on disposal."bot" using gist (geom, created_at) where closed_at is not null;
create index bot_parent on disposal."bot" (district, parent_id) where parent_id is not null;

create table disposal."visit" (
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
  bot uuid not null,
  day_on date not null,
  seen text not null,
  problem text,
  due_on date,
  fix text,
  primary key (district, id)
);
comment on table disposal."visit" is 'BOT 现场监管';
create unique index visit_number_key on disposal."visit" (district, number);
create unique index visit_client_key on disposal."visit" (district, client_key);
create index visit_created on disposal."visit" (district, created_at desc, id desc);
create index visit_by_due on disposal."visit" (district, due_at) where status <> all (array['good', 'closed']);
create index visit_open_place on disposal."visit" (district, status, area_code, due_at) where status <> all (array['good', 'closed']);
create index visit_open_geom on disposal."visit" using gist (geom, created_at) where closed_at is null;
create index visit_closed_geom on disposal."visit" using gist (geom, created_at) where closed_at is not null;
create index visit_parent on disposal."visit" (district, parent_id) where parent_id is not null;

create table disposal."bot_month" (
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
  bot uuid not null,
  name text not null,
  month_on date not null,
  lines jsonb not null,
  score numeric not null,
  visits integer not null,
  overdue integer not null,
  month_fen integer not null,
  cut_fen integer not null,
  pay_fen integer not null,
  opinion text,
  primary key (district, id)
);
comment on table disposal."bot_month" is 'BOT 月度考核付费';
create unique index bot_month_number_key on disposal."bot_month" (district, number);
create unique index bot_month_client_key on disposal."bot_month" (district, client_key);
create index bot_month_created on disposal."bot_month" (district, created_at desc, id desc);
create index bot_month_by_due on disposal."bot_month" (district, due_at) where status <> all (array['approved', 'refused']);
create index bot_month_open_place on disposal."bot_month" (district, status, area_code, due_at) where status <> all (array['approved', 'refused']);
create index bot_month_open_geom on disposal."bot_month" using gist (geom, created_at) where closed_at is null;
create index bot_month_closed_geom on disposal."bot_month" using gist (geom, created_at) where closed_at is not null;
create index bot_month_parent on disposal."bot_month" (district, parent_id) where parent_id is not null;
create unique index bot_month_bot_month_on_key on disposal."bot_month" (district, bot, month_on);

create table disposal."phase" (
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
  phase text not null,
  design_t numeric not null,
  invest_wan numeric not null,
  permits jsonb not null,
  nodes jsonb not null,
  works text,
  late text,
  accepted_on date,
  primary key (district, id)
);
comment on table disposal."phase" is '处理中心续建项目';
create unique index phase_number_key on disposal."phase" (district, number);
create unique index phase_client_key on disposal."phase" (district, client_key);
create index phase_created on disposal."phase" (district, created_at desc, id desc);
create index phase_by_due on disposal."phase" (district, due_at) where status <> all (array['accepted']);
create index phase_open_place on disposal."phase" (district, status, area_code, due_at) where status <> all (array['accepted']);
create index phase_open_geom on disposal."phase" using gist (geom, created_at) where closed_at is null;
create index phase_closed_geom on disposal."phase" using gist (geom, created_at) where closed_at is not null;
create index phase_parent on disposal."phase" (district, parent_id) where parent_id is not null;

create table disposal."dump" (
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
  kind text not null,
  waste text not null,
  amount_t numeric not null,
  source text,
  campaign text not null,
  due_on date not null,
  found_photos uuid[],
  cleared_t numeric not null,
  tickets text,
  party text,
  traced text,
  near jsonb,
  near_found integer,
  after_photos uuid[],
  penalty_number text,
  primary key (district, id),
  constraint dump_kind_choice check (kind = any (array['dumped', 'buried', 'water'])),
  constraint dump_waste_choice check (waste = any (array['household', 'building', 'industrial', 'mixed']))
);
comment on table disposal."dump" is '生活垃圾排查点位';
create unique index dump_number_key on disposal."dump" (district, number);
create unique index dump_client_key on disposal."dump" (district, client_key);
create index dump_created on disposal."dump" (district, created_at desc, id desc);
create index dump_by_due on disposal."dump" (district, due_at) where status <> all (array['closed', 'unfounded']);
create index dump_open_place on disposal."dump" (district, status, area_code, due_at) where status <> all (array['closed', 'unfounded']);
create index dump_open_geom on disposal."dump" using gist (geom, created_at) where closed_at is null;
create index dump_closed_geom on disposal."dump" using gist (geom, created_at) where closed_at is not null;
create index dump_parent on disposal."dump" (district, parent_id) where parent_id is not null;
