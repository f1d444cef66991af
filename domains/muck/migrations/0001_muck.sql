create schema if not exists muck;

create table muck."company" (
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
  state text not null,
  grade text,
  trucks integer not null,
  admitted_on date not null,
  contact text,
  phone text,
  primary key (district, id),
  constraint company_state_choice check (state = any (array['admitted', 'removed'])),
  constraint company_grade_choice check (grade = any (array['A', 'B', 'C', 'D']))
);
comment on table muck."company" is '渣土运输企业';
create unique index company_code_key on muck."company" (district, code) where retired_at is null;
create index company_area on muck."company" (district, area_code);

create table muck."truck" (
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
  plate text not null,
  hauler_code text not null,
  hauler_name text not null,
  model text not null,
  energy text,
  box_m3 numeric,
  device uuid,
  safety text not null,
  safety_at timestamp with time zone,
  state text not null,
  admitted_on date not null,
  removed_on date,
  primary key (district, id),
  constraint truck_model_choice check (model = any (array['old', 'eco'])),
  constraint truck_energy_choice check (energy = any (array['electric', 'hydrogen', 'gas', 'diesel'])),
  constraint truck_safety_choice check (safety = any (array['ok', 'fault', 'none'])),
  constraint truck_state_choice check (state = any (array['admitted', 'removed'])),
  constraint truck_removed check ((state = 'removed') = (removed_on is not null))
);
comment on table muck."truck" is '渣土车';
create unique index truck_plate_key on muck."truck" (district, plate) where retired_at is null;
create unique index truck_device_key on muck."truck" (district, device) where retired_at is null;
create index truck_area on muck."truck" (district, area_code);

create table muck."site" (
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
  certificate text not null,
  certificate_id uuid not null,
  hauler_code text not null,
  plates jsonb not null,
  volume_m3 numeric not null,
  destination uuid,
  route text not null,
  line uuid,
  window_from text not null,
  window_to text not null,
  valid_from date not null,
  valid_to date not null,
  gate text,
  wash_area_m2 numeric,
  wash_vehicles integer,
  state text not null,
  primary key (district, id),
  constraint site_state_choice check (state = any (array['working', 'ended']))
);
comment on table muck."site" is '出土工地';
create unique index site_name_key on muck."site" (district, name) where retired_at is null;
create unique index site_certificate_key on muck."site" (district, certificate) where retired_at is null;
create unique index site_certificate_id_key on muck."site" (district, certificate_id) where retired_at is null;
create unique index site_gate_key on muck."site" (district, gate) where retired_at is null;
create index site_geom on muck."site" using gist (geom);
create index site_area on muck."site" (district, area_code);

create table muck."dump" (
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
  code text not null,
  place uuid,
  operator text not null,
  licence_no text not null,
  licence_to date not null,
  capacity_m3 numeric not null,
  base_used_m3 numeric not null,
  daily_limit_m3 numeric not null,
  fen_per_m3 integer not null,
  fence_m integer not null,
  state text not null,
  opened_on date not null,
  primary key (district, id),
  constraint dump_state_choice check (state = any (array['open', 'stopped', 'closed'])),
  constraint dump_used check (base_used_m3 <= capacity_m3)
);
comment on table muck."dump" is '消纳场';
create unique index dump_name_key on muck."dump" (district, name) where retired_at is null;
create unique index dump_code_key on muck."dump" (district, code) where retired_at is null;
create unique index dump_place_key on muck."dump" (district, place) where retired_at is null;
create index dump_geom on muck."dump" using gist (geom);
create index dump_area on muck."dump" (district, area_code);

create table muck."plant" (
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
  main_kind text not null,
  tons_per_year numeric not null,
  takes_renovation boolean not null,
  fen_per_m3 integer not null,
  primary key (district, id),
  constraint plant_main_kind_choice check (main_kind = any (array['renovation', 'demolition', 'engineering', 'muck']))
);
comment on table muck."plant" is '建筑垃圾资源化厂';
create unique index plant_name_key on muck."plant" (district, name) where retired_at is null;
create index plant_geom on muck."plant" using gist (geom);
create index plant_area on muck."plant" (district, area_code);

create table muck."soil_account" (
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
  quality text not null,
  capacity_m3 numeric not null,
  balance_m3 numeric,
  reserved_m3 numeric,
  primary key (district, id),
  constraint soil_account_quality_choice check (quality = any (array['loam', 'clay', 'sand', 'gravel', 'mixed'])),
  constraint soil_account_balance check (coalesce(balance_m3, 0) >= 0 and coalesce(reserved_m3, 0) >= 0 and coalesce(reserved_m3, 0) <= coalesce(balance_m3, 0))
);
comment on table muck."soil_account" is '土方银行账户';
create unique index soil_account_name_quality_key on muck."soil_account" (district, name, quality) where retired_at is null;
create index soil_account_geom on muck."soil_account" using gist (geom);
create index soil_account_area on muck."soil_account" (district, area_code);

create table muck."occasion" (
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
  from_on date not null,
  to_on date not null,
  extra integer not null,
  primary key (district, id),
  constraint occasion_order check (to_on >= from_on)
);
comment on table muck."occasion" is '重大活动(加密巡查)';
create unique index occasion_name_key on muck."occasion" (district, name) where retired_at is null;
create index occasion_area on muck."occasion" (district, area_code);

create table muck."scale" (
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
  kind text not null,
  law_code text not null,
  company_points integer not null,
  truck_points integer not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  primary key (district, id),
  constraint scale_kind_choice check (kind = any (array['unlicensed', 'mud', 'spill', 'dump']))
);
comment on table muck."scale" is '违法情形与记分';
create unique index scale_kind_valid_from_key on muck."scale" (district, kind, valid_from) where retired_at is null;
create index scale_area on muck."scale" (district, area_code);

create table muck."check" (
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
  number text not null,
  target text not null,
  object text not null,
  checked_on date not null,
  times integer not null,
  checkers text not null,
  problem text,
  filed integer not null,
  rectified integer not null,
  talked integer not null,
  primary key (district, id),
  constraint check_target_choice check (target = any (array['site', 'place', 'road', 'truck'])),
  constraint check_why check (filed + rectified + talked = 0 or problem is not null)
);
comment on table muck."check" is '渣土检查';
create unique index check_number_key on muck."check" (district, number) where retired_at is null;
create index check_area on muck."check" (district, area_code);

create table muck."passage" (
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
  ticket text not null,
  site uuid,
  gate text not null,
  plate text not null,
  load_m3 numeric not null,
  is_washed boolean not null,
  is_covered boolean not null,
  trip uuid,
  finding text,
  detail text,
  primary key (district, id),
  constraint passage_finding_choice check (finding = any (array['noPermit', 'daytime', 'offHours', 'overVolume', 'dirty', 'offRoute', 'outsideDump', 'wrongDump', 'noTrip', 'difference', 'dumpWarn', 'dumpStop', 'safety', 'points', 'patrolShort']))
);
comment on table muck."passage" is 'append-only: 工地出场过车';
create index passage_at on muck."passage" (district, at desc);

create table muck."receipt" (
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
  ticket text not null,
  dump uuid not null,
  plate text not null,
  m3 numeric not null,
  fee_fen integer not null,
  trip uuid,
  primary key (district, id)
);
comment on table muck."receipt" is 'append-only: 消纳场进场签收(联单)';
create index receipt_at on muck."receipt" (district, at desc);

create table muck."sighting" (
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
  ticket text not null,
  plate text not null,
  is_loaded boolean not null,
  source text not null,
  has_trip boolean not null,
  primary key (district, id)
);
comment on table muck."sighting" is 'append-only: 路面抓拍';
create index sighting_at on muck."sighting" (district, at desc);

create table muck."truck_now" (
  district text not null,
  id uuid not null,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  by_id uuid,
  by_name text not null,
  corrects uuid,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  plate text not null,
  state text not null,
  speed numeric,
  site uuid,
  primary key (district, id),
  constraint truck_now_state_choice check (state = any (array['onTrip', 'idle']))
);
comment on table muck."truck_now" is '渣土车现状';
create index truck_now_at on muck."truck_now" (district, at desc);
create index truck_now_geom on muck."truck_now" using gist (geom);

create table muck."dump_now" (
  district text not null,
  id uuid not null,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  by_id uuid,
  by_name text not null,
  corrects uuid,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  name text not null,
  used_m3 numeric not null,
  left_m3 numeric not null,
  today_m3 numeric not null,
  limit_state text not null,
  primary key (district, id),
  constraint dump_now_limit_state_choice check (limit_state = any (array['normal', 'warn', 'stop']))
);
comment on table muck."dump_now" is '消纳场余量';
create index dump_now_at on muck."dump_now" (district, at desc);
create index dump_now_geom on muck."dump_now" using gist (geom);

create table muck."trace" (
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
  plate text not null,
  trip uuid,
  kind text not null,
  metres numeric not null,
  primary key (district, id),
  constraint trace_kind_choice check (kind = any (array['offRoute', 'outsideDump']))
);
comment on table muck."trace" is 'append-only: 轨迹异常';
create index trace_at on muck."trace" (district, at desc);

create table muck."safety_event" (
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
  plate text not null,
  hauler_code text not null,
  system text not null,
  event text not null,
  level integer not null,
  speed numeric,
  trip uuid,
  primary key (district, id),
  constraint safety_event_system_choice check (system = any (array['adas', 'dsm', 'tpms', 'bsd']))
);
comment on table muck."safety_event" is 'append-only: 主动安全报警';
create index safety_event_at on muck."safety_event" (district, at desc);

create table muck."base_change" (
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
  what text not null,
  name text not null,
  change text not null,
  primary key (district, id),
  constraint base_change_what_choice check (what = any (array['company', 'truck']))
);
comment on table muck."base_change" is 'append-only: 企业车辆数据变化';
create index base_change_at on muck."base_change" (district, at desc);

create table muck."points" (
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
  happened_on date not null,
  holder text not null,
  subject text not null,
  code text not null,
  points integer not null,
  kind text not null,
  violation uuid not null,
  primary key (district, id),
  constraint points_holder_choice check (holder = any (array['company', 'truck']))
);
comment on table muck."points" is 'append-only: 违法记分';
create index points_at on muck."points" (district, at desc);

create table muck."patrol_week" (
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
  week text not null,
  week_on date not null,
  required integer not null,
  extra integer not null,
  done integer not null,
  trucks integer not null,
  is_met boolean not null,
  closed_at timestamp with time zone not null,
  primary key (district, id)
);
comment on table muck."patrol_week" is 'append-only: 联合巡查周统计';
create index patrol_week_at on muck."patrol_week" (district, at desc);

create table muck."alarm" (
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
  detail text not null,
  plate text,
  hauler_code text,
  hauler_name text,
  trip uuid,
  site uuid,
  dump uuid,
  happened_at timestamp with time zone not null,
  open_key text,
  handle_due_at timestamp with time zone,
  handled_at timestamp with time zone,
  result text,
  primary key (district, id),
  constraint alarm_kind_choice check (kind = any (array['noPermit', 'daytime', 'offHours', 'overVolume', 'dirty', 'offRoute', 'outsideDump', 'wrongDump', 'noTrip', 'difference', 'dumpWarn', 'dumpStop', 'safety', 'points', 'patrolShort']))
);
comment on table muck."alarm" is '渣土异常告警';
create unique index alarm_number_key on muck."alarm" (district, number);
create unique index alarm_client_key on muck."alarm" (district, client_key);
create index alarm_created on muck."alarm" (district, created_at desc, id desc);
create index alarm_by_due on muck."alarm" (district, due_at) where status <> all (array['confirmed', 'handled', 'untrue']);
create index alarm_open_place on muck."alarm" (district, status, area_code, due_at) where status <> all (array['confirmed', 'handled', 'untrue']);
create index alarm_open_geom on muck."alarm" using gist (geom, created_at) where closed_at is null;
create index alarm_closed_geom on muck."alarm" using gist (geom, created_at) where closed_at is not null;
create index alarm_parent on muck."alarm" (district, parent_id) where parent_id is not null;
create unique index alarm_open_key_key on muck."alarm" (district, open_key);

create table muck."shift" (
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
  turn text not null,
  officer text not null,
  ended_at timestamp with time zone,
  open_alarms integer,
  running integer,
  missing integer,
  stopped_dumps integer,
  matters text,
  taker text,
  primary key (district, id),
  constraint shift_turn_choice check (turn = any (array['day', 'night']))
);
comment on table muck."shift" is '指挥台值守交接';
create unique index shift_number_key on muck."shift" (district, number);
create unique index shift_client_key on muck."shift" (district, client_key);
create index shift_created on muck."shift" (district, created_at desc, id desc);
create index shift_by_due on muck."shift" (district, due_at) where status <> all (array['ended']);
create index shift_open_place on muck."shift" (district, status, area_code, due_at) where status <> all (array['ended']);
create index shift_open_geom on muck."shift" using gist (geom, created_at) where closed_at is null;
create index shift_closed_geom on muck."shift" using gist (geom, created_at) where closed_at is not null;
create index shift_parent on muck."shift" (district, parent_id) where parent_id is not null;

create table muck."trip" (
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
  plate text not null,
  hauler_code text,
  hauler_name text,
  truck uuid,
  site uuid,
  site_name text not null,
  certificate text,
  planned_dump uuid,
  load_m3 numeric not null,
  left_at timestamp with time zone not null,
  is_day boolean not null,
  is_permitted boolean not null,
  dump uuid,
  received_m3 numeric,
  received_at timestamp with time zone,
  receipt_due_at timestamp with time zone,
  difference_m3 numeric,
  difference_pct numeric,
  minutes integer,
  alarms integer not null,
  is_touched boolean not null,
  result text,
  primary key (district, id)
);
comment on table muck."trip" is '清运趟次';
create unique index trip_number_key on muck."trip" (district, number);
create unique index trip_client_key on muck."trip" (district, client_key);
create index trip_created on muck."trip" (district, created_at desc, id desc);
create index trip_by_due on muck."trip" (district, due_at) where status <> all (array['closed', 'voided']);
create index trip_open_place on muck."trip" (district, status, area_code, due_at) where status <> all (array['closed', 'voided']);
create index trip_open_geom on muck."trip" using gist (geom, created_at) where closed_at is null;
create index trip_closed_geom on muck."trip" using gist (geom, created_at) where closed_at is not null;
create index trip_parent on muck."trip" (district, parent_id) where parent_id is not null;

create table muck."violation" (
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
  plate text not null,
  hauler_code text,
  hauler_name text,
  site uuid,
  happened_at timestamp with time zone not null,
  address text not null,
  description text not null,
  source text not null,
  alarm uuid,
  evidence uuid[],
  facts text,
  law_code text,
  law_text text,
  min_fen integer,
  max_fen integer,
  company_points integer,
  truck_points integer,
  opinion text,
  penalty_id uuid,
  penalty_number text,
  fine_fen integer,
  filed_at timestamp with time zone,
  decided_at timestamp with time zone,
  reason text,
  primary key (district, id),
  constraint violation_kind_choice check (kind = any (array['unlicensed', 'mud', 'spill', 'dump'])),
  constraint violation_source_choice check (source = any (array['patrol', 'alarm', 'report', 'joint']))
);
comment on table muck."violation" is '渣土违法查处';
create unique index violation_number_key on muck."violation" (district, number);
create unique index violation_client_key on muck."violation" (district, client_key);
create index violation_created on muck."violation" (district, created_at desc, id desc);
create index violation_by_due on muck."violation" (district, due_at) where status <> all (array['fined', 'corrected', 'dropped']);
create index violation_open_place on muck."violation" (district, status, area_code, due_at) where status <> all (array['fined', 'corrected', 'dropped']);
create index violation_open_geom on muck."violation" using gist (geom, created_at) where closed_at is null;
create index violation_closed_geom on muck."violation" using gist (geom, created_at) where closed_at is not null;
create index violation_parent on muck."violation" (district, parent_id) where parent_id is not null;

create table muck."source" (
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
  site uuid,
  responsible text not null,
  responsible_code text,
  cause text not null,
  has_wash_area boolean not null,
  found_photos uuid[] not null,
  measure text,
  dealt_on date,
  words text,
  law_code text,
  penalty_number text,
  wash_area_m2 numeric,
  wash_vehicles integer,
  cleaned_m2 numeric,
  done_photos uuid[],
  clear_due_at timestamp with time zone,
  cleared_on date,
  primary key (district, id),
  constraint source_kind_choice check (kind = any (array['gate', 'road', 'yard', 'mixer'])),
  constraint source_measure_choice check (measure = any (array['warned', 'fined']))
);
comment on table muck."source" is '渣土污染源头';
create unique index source_number_key on muck."source" (district, number);
create unique index source_client_key on muck."source" (district, client_key);
create index source_created on muck."source" (district, created_at desc, id desc);
create index source_by_due on muck."source" (district, due_at) where status <> all (array['cleared']);
create index source_open_place on muck."source" (district, status, area_code, due_at) where status <> all (array['cleared']);
create index source_open_geom on muck."source" using gist (geom, created_at) where closed_at is null;
create index source_closed_geom on muck."source" using gist (geom, created_at) where closed_at is not null;
create index source_parent on muck."source" (district, parent_id) where parent_id is not null;

create table muck."patrol" (
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
  planned_on date not null,
  occasion text not null,
  occasion_name text,
  partners text[] not null,
  leader text not null,
  roads text not null,
  week text,
  done_on date,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  trucks jsonb,
  trucks_checked integer,
  trucks_bad integer,
  photos uuid[],
  summary text,
  reason text,
  primary key (district, id),
  constraint patrol_occasion_choice check (occasion = any (array['weekly', 'event']))
);
comment on table muck."patrol" is '渣土联合巡查';
create unique index patrol_number_key on muck."patrol" (district, number);
create unique index patrol_client_key on muck."patrol" (district, client_key);
create index patrol_created on muck."patrol" (district, created_at desc, id desc);
create index patrol_by_due on muck."patrol" (district, due_at) where status <> all (array['done', 'cancelled']);
create index patrol_open_place on muck."patrol" (district, status, area_code, due_at) where status <> all (array['done', 'cancelled']);
create index patrol_open_geom on muck."patrol" using gist (geom, created_at) where closed_at is null;
create index patrol_closed_geom on muck."patrol" using gist (geom, created_at) where closed_at is not null;
create index patrol_parent on muck."patrol" (district, parent_id) where parent_id is not null;

create table muck."dump_check" (
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
  dump uuid not null,
  checked_on date not null,
  checkers text not null,
  items jsonb not null,
  photos uuid[] not null,
  bad integer,
  grave integer,
  done_photos uuid[],
  result text,
  closed_on date,
  primary key (district, id)
);
comment on table muck."dump_check" is '消纳场安全检查';
create unique index dump_check_number_key on muck."dump_check" (district, number);
create unique index dump_check_client_key on muck."dump_check" (district, client_key);
create index dump_check_created on muck."dump_check" (district, created_at desc, id desc);
create index dump_check_by_due on muck."dump_check" (district, due_at) where status <> all (array['passed', 'closed']);
create index dump_check_open_place on muck."dump_check" (district, status, area_code, due_at) where status <> all (array['passed', 'closed']);
create index dump_check_open_geom on muck."dump_check" using gist (geom, created_at) where closed_at is null;
create index dump_check_closed_geom on muck."dump_check" using gist (geom, created_at) where closed_at is not null;
create index dump_check_parent on muck."dump_check" (district, parent_id) where parent_id is not null;

create table muck."dump_closing" (
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
  dump uuid not null,
  dump_name text not null,
  stop_on date not null,
  cover_m numeric not null,
  green_m2 numeric not null,
  cost_fen integer not null,
  plan text not null,
  opinion text,
  left_m3 numeric,
  covered_m numeric,
  greened_m2 numeric,
  accepted_on date,
  photos uuid[],
  primary key (district, id)
);
comment on table muck."dump_closing" is '消纳场封场';
create unique index dump_closing_number_key on muck."dump_closing" (district, number);
create unique index dump_closing_client_key on muck."dump_closing" (district, client_key);
create index dump_closing_created on muck."dump_closing" (district, created_at desc, id desc);
create index dump_closing_by_due on muck."dump_closing" (district, due_at) where status <> all (array['done', 'refused']);
create index dump_closing_open_place on muck."dump_closing" (district, status, area_code, due_at) where status <> all (array['done', 'refused']);
create index dump_closing_open_geom on muck."dump_closing" using gist (geom, created_at) where closed_at is null;
create index dump_closing_closed_geom on muck."dump_closing" using gist (geom, created_at) where closed_at is not null;
create index dump_closing_parent on muck."dump_closing" (district, parent_id) where parent_id is not null;

create table muck."plant_project" (
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
  builder text not null,
  tons_per_year numeric not null,
  invest_wan numeric not null,
  due_on date not null,
  progress integer,
  words text,
  started_on date,
  trial_on date,
  running_on date,
  is_late text,
  plant uuid,
  primary key (district, id),
  constraint plant_project_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table muck."plant_project" is '资源化(处置终端)项目';
create unique index plant_project_number_key on muck."plant_project" (district, number);
create unique index plant_project_client_key on muck."plant_project" (district, client_key);
create index plant_project_created on muck."plant_project" (district, created_at desc, id desc);
create index plant_project_by_due on muck."plant_project" (district, due_at) where status <> all (array['running']);
create index plant_project_open_place on muck."plant_project" (district, status, area_code, due_at) where status <> all (array['running']);
create index plant_project_open_geom on muck."plant_project" using gist (geom, created_at) where closed_at is null;
create index plant_project_closed_geom on muck."plant_project" using gist (geom, created_at) where closed_at is not null;
create index plant_project_parent on muck."plant_project" (district, parent_id) where parent_id is not null;

create table muck."plant_day" (
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
  intake jsonb not null,
  products jsonb not null,
  residue_t numeric not null,
  stock_t numeric not null,
  open_t numeric,
  intake_t numeric,
  renovation_t numeric,
  demolition_t numeric,
  product_t numeric,
  gap_t numeric,
  gap_pct numeric,
  primary key (district, id)
);
comment on table muck."plant_day" is '资源化厂日运行';
create unique index plant_day_number_key on muck."plant_day" (district, number);
create unique index plant_day_client_key on muck."plant_day" (district, client_key);
create index plant_day_created on muck."plant_day" (district, created_at desc, id desc);
create index plant_day_by_due on muck."plant_day" (district, due_at) where status <> all (array['reported']);
create index plant_day_open_place on muck."plant_day" (district, status, area_code, due_at) where status <> all (array['reported']);
create index plant_day_open_geom on muck."plant_day" using gist (geom, created_at) where closed_at is null;
create index plant_day_closed_geom on muck."plant_day" using gist (geom, created_at) where closed_at is not null;
create index plant_day_parent on muck."plant_day" (district, parent_id) where parent_id is not null;
create unique index plant_day_plant_day_on_key on muck."plant_day" (district, plant, day_on);

create table muck."renovation" (
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
  phone text not null,
  address text not null,
  packing text not null,
  estimate_m3 numeric not null,
  wanted_on date not null,
  note text,
  plate text,
  plant uuid,
  planned_on date,
  m3 numeric,
  fee_fen integer,
  collected_at timestamp with time zone,
  collect_due_at timestamp with time zone,
  photos uuid[],
  score integer,
  reason text,
  primary key (district, id),
  constraint renovation_packing_choice check (packing = any (array['bags', 'loose', 'bulky']))
);
comment on table muck."renovation" is '装修垃圾预约清运';
create unique index renovation_number_key on muck."renovation" (district, number);
create unique index renovation_client_key on muck."renovation" (district, client_key);
create index renovation_created on muck."renovation" (district, created_at desc, id desc);
create index renovation_by_due on muck."renovation" (district, due_at) where status <> all (array['collected', 'cancelled']);
create index renovation_open_place on muck."renovation" (district, status, area_code, due_at) where status <> all (array['collected', 'cancelled']);
create index renovation_open_geom on muck."renovation" using gist (geom, created_at) where closed_at is null;
create index renovation_closed_geom on muck."renovation" using gist (geom, created_at) where closed_at is not null;
create index renovation_parent on muck."renovation" (district, parent_id) where parent_id is not null;

create table muck."soil_order" (
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
  side text not null,
  party text not null,
  quality text not null,
  m3 numeric not null,
  from_on date not null,
  to_on date not null,
  contact text,
  phone text,
  matched_m3 numeric,
  done_m3 numeric,
  reason text,
  primary key (district, id),
  constraint soil_order_side_choice check (side = any (array['supply', 'demand'])),
  constraint soil_order_quality_choice check (quality = any (array['loam', 'clay', 'sand', 'gravel', 'mixed']))
);
comment on table muck."soil_order" is '土方供需登记';
create unique index soil_order_number_key on muck."soil_order" (district, number);
create unique index soil_order_client_key on muck."soil_order" (district, client_key);
create index soil_order_created on muck."soil_order" (district, created_at desc, id desc);
create index soil_order_by_due on muck."soil_order" (district, due_at) where status <> all (array['filled', 'cancelled']);
create index soil_order_open_place on muck."soil_order" (district, status, area_code, due_at) where status <> all (array['filled', 'cancelled']);
create index soil_order_open_geom on muck."soil_order" using gist (geom, created_at) where closed_at is null;
create index soil_order_closed_geom on muck."soil_order" using gist (geom, created_at) where closed_at is not null;
create index soil_order_parent on muck."soil_order" (district, parent_id) where parent_id is not null;

create table muck."soil_match" (
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
  mode text not null,
  supply uuid,
  demand uuid,
  account uuid,
  m3 numeric not null,
  on_day date not null,
  quality text,
  done_on date,
  result text,
  primary key (district, id),
  constraint soil_match_mode_choice check (mode = any (array['direct', 'deposit', 'withdraw'])),
  constraint soil_match_quality_choice check (quality = any (array['loam', 'clay', 'sand', 'gravel', 'mixed']))
);
comment on table muck."soil_match" is '土方对接单';
create unique index soil_match_number_key on muck."soil_match" (district, number);
create unique index soil_match_client_key on muck."soil_match" (district, client_key);
create index soil_match_created on muck."soil_match" (district, created_at desc, id desc);
create index soil_match_by_due on muck."soil_match" (district, due_at) where status <> all (array['done', 'released']);
create index soil_match_open_place on muck."soil_match" (district, status, area_code, due_at) where status <> all (array['done', 'released']);
create index soil_match_open_geom on muck."soil_match" using gist (geom, created_at) where closed_at is null;
create index soil_match_closed_geom on muck."soil_match" using gist (geom, created_at) where closed_at is not null;
create index soil_match_parent on muck."soil_match" (district, parent_id) where parent_id is not null;
