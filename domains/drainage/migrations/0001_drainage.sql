create schema if not exists drainage;

create table drainage."zone" (
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
  planned_km numeric not null,
  due_on date not null,
  primary key (district, id)
);
comment on table drainage."zone" is '排水片区';
create unique index zone_name_key on drainage."zone" (district, name) where retired_at is null;
create index zone_area on drainage."zone" (district, area_code);

create table drainage."node" (
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
  system text not null,
  ground_m numeric,
  component uuid,
  primary key (district, id),
  constraint node_kind_choice check (kind = any (array['manhole', 'inlet', 'junction', 'pump', 'outlet', 'plant'])),
  constraint node_system_choice check (system = any (array['rain', 'sewage', 'combined']))
);
comment on table drainage."node" is '排水节点';
create unique index node_code_key on drainage."node" (district, code) where retired_at is null;
create index node_geom on drainage."node" using gist (geom);
create index node_area on drainage."node" (district, area_code);

create table drainage."pipe" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(MultiLineString,4326),
  area_code text,
  code text not null,
  zone uuid not null,
  road text not null,
  place text not null,
  system text not null,
  up_node uuid not null,
  down_node uuid not null,
  diameter_mm integer not null,
  material text not null,
  length_m numeric not null,
  built_on date not null,
  up_invert_m numeric,
  down_invert_m numeric,
  surveyed_on date,
  grade integer,
  renovated_on date,
  primary key (district, id),
  constraint pipe_place_choice check (place = any (array['road', 'inner'])),
  constraint pipe_system_choice check (system = any (array['rain', 'sewage', 'combined'])),
  constraint pipe_material_choice check (material = any (array['concrete', 'hdpe', 'ductile', 'pvc', 'steel', 'brick', 'lined'])),
  constraint pipe_ends check (up_node <> down_node)
);
comment on table drainage."pipe" is '排水管段';
create unique index pipe_code_key on drainage."pipe" (district, code) where retired_at is null;
create index pipe_geom on drainage."pipe" using gist (geom);
create index pipe_area on drainage."pipe" (district, area_code);

create table drainage."plant" (
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
  operator text not null,
  design_t numeric not null,
  primary key (district, id)
);
comment on table drainage."plant" is '污水处理厂';
create unique index plant_name_key on drainage."plant" (district, name) where retired_at is null;
create index plant_geom on drainage."plant" using gist (geom);
create index plant_area on drainage."plant" (district, area_code);

create table drainage."beat" (
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
  keeper text not null,
  items jsonb not null,
  every_days integer,
  level text,
  pumps integer,
  power_kw numeric,
  has_standby boolean,
  primary key (district, id),
  constraint beat_kind_choice check (kind = any (array['route', 'pump', 'standby', 'river'])),
  constraint beat_level_choice check (level = any (array['county', 'town', 'village']))
);
comment on table drainage."beat" is '排水巡检对象';
create unique index beat_kind_name_key on drainage."beat" (district, kind, name) where retired_at is null;
create index beat_geom on drainage."beat" using gist (geom);
create index beat_area on drainage."beat" (district, area_code);

create table drainage."part_done" (
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
  project uuid not null,
  project_kind text not null,
  zone text not null,
  name text not null,
  kind text not null,
  km numeric not null,
  houses integer not null,
  done_on date not null,
  primary key (district, id),
  constraint part_done_project_kind_choice check (project_kind = any (array['separation', 'supply', 'plant'])),
  constraint part_done_kind_choice check (kind = any (array['road', 'compound', 'toilet', 'plant']))
);
comment on table drainage."part_done" is 'append-only: 工程分项完成';
create index part_done_at on drainage."part_done" (district, at desc);

create table drainage."flooding" (
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
  point uuid not null,
  name text not null,
  number text not null,
  wet_at timestamp with time zone not null,
  depth_cm integer not null,
  minutes integer not null,
  primary key (district, id)
);
comment on table drainage."flooding" is 'append-only: 积水记录';
create index flooding_at on drainage."flooding" (district, at desc);

create table drainage."survey" (
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
  pipe uuid not null,
  method text not null,
  silt_percent integer not null,
  defects jsonb not null,
  video uuid[] not null,
  done_on date not null,
  code text not null,
  zone uuid not null,
  place text not null,
  length_m numeric not null,
  defect_count integer not null,
  opinion text,
  primary key (district, id),
  constraint survey_method_choice check (method = any (array['cctv', 'qv', 'sonar', 'walk'])),
  constraint survey_place_choice check (place = any (array['road', 'inner']))
);
comment on table drainage."survey" is '管网检测摸排';
create unique index survey_number_key on drainage."survey" (district, number);
create unique index survey_client_key on drainage."survey" (district, client_key);
create index survey_created on drainage."survey" (district, created_at desc, id desc);
create index survey_by_due on drainage."survey" (district, due_at) where status <> all (array['accepted', 'refused']);
create index survey_open_place on drainage."survey" (district, status, area_code, due_at) where status <> all (array['accepted', 'refused']);
create index survey_open_geom on drainage."survey" using gist (geom, created_at) where closed_at is null;
create index survey_closed_geom on drainage."survey" using gist (geom, created_at) where closed_at is not null;
create index survey_parent on drainage."survey" (district, parent_id) where parent_id is not null;
create unique index survey_batch_pipe_key on drainage."survey" (district, batch, pipe);

create table drainage."defect" (
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
  pipe uuid not null,
  place text not null,
  code text not null,
  grade integer not null,
  at_m numeric not null,
  note text,
  survey uuid,
  kind text not null,
  weight text not null,
  method text,
  is_trenchless text,
  contractor text,
  method_reason text,
  metres numeric,
  cost_fen integer,
  video uuid[],
  fixed_on date,
  opinion text,
  primary key (district, id),
  constraint defect_code_choice check (code = any (array['PL', 'BX', 'FS', 'CK', 'QF', 'TJ', 'TL', 'AJ', 'CR', 'SL', 'CJ', 'JG', 'ZW', 'CQ', 'SG', 'FZ', 'HJ'])),
  constraint defect_kind_choice check (kind = any (array['structural', 'functional', 'mixed'])),
  constraint defect_weight_choice check (weight = any (array['light', 'heavy'])),
  constraint defect_method_choice check (method = any (array['cipp', 'patch', 'lock', 'spray', 'excavate', 'dredge', 'seal'])),
  constraint defect_is_trenchless_choice check (is_trenchless = any (array['yes', 'no']))
);
comment on table drainage."defect" is '管网病害点';
create unique index defect_number_key on drainage."defect" (district, number);
create unique index defect_client_key on drainage."defect" (district, client_key);
create index defect_created on drainage."defect" (district, created_at desc, id desc);
create index defect_by_due on drainage."defect" (district, due_at) where status <> all (array['closed']);
create index defect_open_place on drainage."defect" (district, status, area_code, due_at) where status <> all (array['closed']);
create index defect_open_geom on drainage."defect" using gist (geom, created_at) where closed_at is null;
create index defect_closed_geom on drainage."defect" using gist (geom, created_at) where closed_at is not null;
create index defect_parent on drainage."defect" (district, parent_id) where parent_id is not null;

create table drainage."project" (
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
  zone text not null,
  programme text,
  invest_wan numeric not null,
  parts jsonb not null,
  due_on date not null,
  leak_before numeric,
  capacity_before numeric,
  capacity_after numeric,
  km numeric not null,
  part_count integer not null,
  finished jsonb,
  done_km numeric not null,
  done_count integer not null,
  designer text,
  builder text,
  leak_after numeric,
  paid_wan numeric,
  done_on date,
  is_late text,
  primary key (district, id),
  constraint project_kind_choice check (kind = any (array['separation', 'supply', 'plant'])),
  constraint project_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table drainage."project" is '排水工程';
create unique index project_number_key on drainage."project" (district, number);
create unique index project_client_key on drainage."project" (district, client_key);
create index project_created on drainage."project" (district, created_at desc, id desc);
create index project_by_due on drainage."project" (district, due_at) where status <> all (array['done']);
create index project_open_place on drainage."project" (district, status, area_code, due_at) where status <> all (array['done']);
create index project_open_geom on drainage."project" using gist (geom, created_at) where closed_at is null;
create index project_closed_geom on drainage."project" using gist (geom, created_at) where closed_at is not null;
create index project_parent on drainage."project" (district, parent_id) where parent_id is not null;
create unique index project_name_key on drainage."project" (district, name);

create table drainage."round" (
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
  beat uuid not null,
  name text not null,
  kind text not null,
  level text,
  items jsonb not null,
  reason text not null,
  rain uuid,
  due_on date not null,
  lines jsonb,
  bad integer,
  mended integer,
  problems text,
  hours numeric,
  kwh numeric,
  level_m numeric,
  cost_fen integer,
  load_minutes integer,
  done_on date,
  is_late text,
  owner text,
  answer text,
  primary key (district, id),
  constraint round_kind_choice check (kind = any (array['route', 'pump', 'standby', 'river'])),
  constraint round_level_choice check (level = any (array['county', 'town', 'village'])),
  constraint round_reason_choice check (reason = any (array['due', 'rain'])),
  constraint round_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table drainage."round" is '排水巡检';
create unique index round_number_key on drainage."round" (district, number);
create unique index round_client_key on drainage."round" (district, client_key);
create index round_created on drainage."round" (district, created_at desc, id desc);
create index round_by_due on drainage."round" (district, due_at) where status <> all (array['good', 'closed']);
create index round_open_place on drainage."round" (district, status, area_code, due_at) where status <> all (array['good', 'closed']);
create index round_open_geom on drainage."round" using gist (geom, created_at) where closed_at is null;
create index round_closed_geom on drainage."round" using gist (geom, created_at) where closed_at is not null;
create index round_parent on drainage."round" (district, parent_id) where parent_id is not null;

create table drainage."point" (
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
  cause text not null,
  keeper text not null,
  pumps integer not null,
  device uuid,
  measure text,
  works_zh text,
  dredged_m numeric not null,
  floods integer not null,
  dry_rains integer not null,
  deepest_cm integer not null,
  longest_minutes integer not null,
  wet_at timestamp with time zone,
  wet_cm integer,
  primary key (district, id),
  constraint point_kind_choice check (kind = any (array['easy', 'standing'])),
  constraint point_cause_choice check (cause = any (array['low', 'small', 'silt', 'inlet', 'outlet', 'missing']))
);
comment on table drainage."point" is '渍水点';
create unique index point_number_key on drainage."point" (district, number);
create unique index point_client_key on drainage."point" (district, client_key);
create index point_created on drainage."point" (district, created_at desc, id desc);
create index point_by_due on drainage."point" (district, due_at) where status <> all (array['solved']);
create index point_open_place on drainage."point" (district, status, area_code, due_at) where status <> all (array['solved']);
create index point_open_geom on drainage."point" using gist (geom, created_at) where closed_at is null;
create index point_closed_geom on drainage."point" using gist (geom, created_at) where closed_at is not null;
create index point_parent on drainage."point" (district, parent_id) where parent_id is not null;

create table drainage."rain" (
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
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  mm numeric,
  wet_points integer,
  primary key (district, id),
  constraint rain_level_choice check (level = any (array['none', 'blue', 'yellow', 'orange', 'red']))
);
comment on table drainage."rain" is '降雨过程';
create unique index rain_number_key on drainage."rain" (district, number);
create unique index rain_client_key on drainage."rain" (district, client_key);
create index rain_created on drainage."rain" (district, created_at desc, id desc);
create index rain_by_due on drainage."rain" (district, due_at) where status <> all (array['ended']);
create index rain_open_place on drainage."rain" (district, status, area_code, due_at) where status <> all (array['ended']);
create index rain_open_geom on drainage."rain" using gist (geom, created_at) where closed_at is null;
create index rain_closed_geom on drainage."rain" using gist (geom, created_at) where closed_at is not null;
create index rain_parent on drainage."rain" (district, parent_id) where parent_id is not null;

create table drainage."plant_day" (
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
  treated_t numeric not null,
  is_met text not null,
  note text,
  name text not null,
  design_t numeric not null,
  load_percent numeric not null,
  primary key (district, id),
  constraint plant_day_is_met_choice check (is_met = any (array['yes', 'no']))
);
comment on table drainage."plant_day" is '污水处理日报';
create unique index plant_day_number_key on drainage."plant_day" (district, number);
create unique index plant_day_client_key on drainage."plant_day" (district, client_key);
create index plant_day_created on drainage."plant_day" (district, created_at desc, id desc);
create index plant_day_by_due on drainage."plant_day" (district, due_at) where status <> all (array['confirmed']);
create index plant_day_open_place on drainage."plant_day" (district, status, area_code, due_at) where status <> all (array['confirmed']);
create index plant_day_open_geom on drainage."plant_day" using gist (geom, created_at) where closed_at is null;
create index plant_day_closed_geom on drainage."plant_day" using gist (geom, created_at) where closed_at is not null;
create index plant_day_parent on drainage."plant_day" (district, parent_id) where parent_id is not null;
create unique index plant_day_plant_day_on_key on drainage."plant_day" (district, plant, day_on);

create table drainage."plan_paper" (
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
  author text not null,
  from_year integer not null,
  to_year integer not null,
  experts jsonb,
  opinions jsonb,
  answers jsonb,
  reviewed_on date,
  reviews integer not null,
  years integer not null,
  paper text,
  primary key (district, id),
  constraint plan_paper_kind_choice check (kind = any (array['plan', 'scheme', 'feasibility']))
);
comment on table drainage."plan_paper" is '排水规划方案';
create unique index plan_paper_number_key on drainage."plan_paper" (district, number);
create unique index plan_paper_client_key on drainage."plan_paper" (district, client_key);
create index plan_paper_created on drainage."plan_paper" (district, created_at desc, id desc);
create index plan_paper_by_due on drainage."plan_paper" (district, due_at) where status <> all (array['approved']);
create index plan_paper_open_place on drainage."plan_paper" (district, status, area_code, due_at) where status <> all (array['approved']);
create index plan_paper_open_geom on drainage."plan_paper" using gist (geom, created_at) where closed_at is null;
create index plan_paper_closed_geom on drainage."plan_paper" using gist (geom, created_at) where closed_at is not null;
create index plan_paper_parent on drainage."plan_paper" (district, parent_id) where parent_id is not null;
create unique index plan_paper_name_key on drainage."plan_paper" (district, name);

create table drainage."bulletin" (
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
  title text not null,
  kind text not null,
  issuer text not null,
  month text not null,
  issued_on date not null,
  due_on date,
  result text,
  primary key (district, id),
  constraint bulletin_kind_choice check (kind = any (array['praise', 'criticism']))
);
comment on table drainage."bulletin" is '河湖长制通报';
create unique index bulletin_number_key on drainage."bulletin" (district, number);
create unique index bulletin_client_key on drainage."bulletin" (district, client_key);
create index bulletin_created on drainage."bulletin" (district, created_at desc, id desc);
create index bulletin_by_due on drainage."bulletin" (district, due_at) where status <> all (array['praised', 'closed']);
create index bulletin_open_place on drainage."bulletin" (district, status, area_code, due_at) where status <> all (array['praised', 'closed']);
create index bulletin_open_geom on drainage."bulletin" using gist (geom, created_at) where closed_at is null;
create index bulletin_closed_geom on drainage."bulletin" using gist (geom, created_at) where closed_at is not null;
create index bulletin_parent on drainage."bulletin" (district, parent_id) where parent_id is not null;
