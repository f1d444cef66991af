create schema if not exists sanitation;

create table sanitation."road_plan" (
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
  road uuid not null,
  name text not null,
  zone text not null,
  town text not null,
  area_m2 numeric not null,
  operator text not null,
  is_busy boolean not null,
  works jsonb not null,
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  constraint road_plan_zone_choice check (zone = any (array['urban', 'core', 'suburb'])),
  constraint road_plan_order check (valid_to is null or valid_to >= valid_from)
);
comment on table sanitation."road_plan" is '道路保洁方案';
create unique index road_plan_road_key on sanitation."road_plan" (district, road) where retired_at is null;
create index road_plan_area on sanitation."road_plan" (district, area_code);

create table sanitation."shift_post" (
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
  road uuid not null,
  name text not null,
  from_time text not null,
  to_time text not null,
  workers integer not null,
  operator text not null,
  primary key (district, id)
);
comment on table sanitation."shift_post" is '保洁岗位班次';
create unique index shift_post_road_name_key on sanitation."shift_post" (district, road, name) where retired_at is null;
create index shift_post_area on sanitation."shift_post" (district, area_code);

create table sanitation."night_town" (
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
  town text not null,
  start_on date not null,
  is_on boolean not null,
  sweeper text not null,
  washer text not null,
  dust_truck text not null,
  primary key (district, id)
);
comment on table sanitation."night_town" is '夜间保洁模式';
create unique index night_town_town_key on sanitation."night_town" (district, town) where retired_at is null;
create index night_town_area on sanitation."night_town" (district, area_code);

create table sanitation."collector" (
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
  place text not null,
  street text not null,
  every_days integer not null,
  emptied_on date,
  installed_on date not null,
  state text not null,
  photos uuid[],
  primary key (district, id),
  constraint collector_state_choice check (state = any (array['ok', 'full', 'damaged', 'removed']))
);
comment on table sanitation."collector" is '烟头收集器';
create unique index collector_code_key on sanitation."collector" (district, code) where retired_at is null;
create index collector_geom on sanitation."collector" using gist (geom);
create index collector_area on sanitation."collector" (district, area_code);

create table sanitation."worker" (
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
  name text not null,
  phone text,
  operator text not null,
  job text not null,
  roads jsonb,
  is_on boolean not null,
  primary key (district, id),
  constraint worker_job_choice check (job = any (array['sweeper', 'driver', 'collector', 'toilet', 'manager']))
);
comment on table sanitation."worker" is '环卫工人';
create unique index worker_code_key on sanitation."worker" (district, code) where retired_at is null;
create index worker_area on sanitation."worker" (district, area_code);

create table sanitation."street_bin" (
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
  road uuid not null,
  road_name text not null,
  litres integer not null,
  state text not null,
  new_place text,
  changed_on date,
  photos uuid[],
  primary key (district, id),
  constraint street_bin_state_choice check (state = any (array['inUse', 'removed', 'moved'])),
  constraint street_bin_moved check (state <> 'moved' or new_place is not null)
);
comment on table sanitation."street_bin" is '临街垃圾桶';
create unique index street_bin_code_key on sanitation."street_bin" (district, code) where retired_at is null;
create index street_bin_geom on sanitation."street_bin" using gist (geom);
create index street_bin_area on sanitation."street_bin" (district, area_code);

create table sanitation."stop" (
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
  name text not null,
  kind text not null,
  road uuid,
  keeper text not null,
  keeper_unit uuid,
  operator text not null,
  state text not null,
  picked_on date,
  primary key (district, id),
  constraint stop_kind_choice check (kind = any (array['point', 'shop', 'unit', 'bin'])),
  constraint stop_state_choice check (state = any (array['unchecked', 'passed', 'failed']))
);
comment on table sanitation."stop" is '收集点';
create unique index stop_code_key on sanitation."stop" (district, code) where retired_at is null;
create index stop_geom on sanitation."stop" using gist (geom);
create index stop_area on sanitation."stop" (district, area_code);

create table sanitation."timetable" (
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
  route text not null,
  stop uuid not null,
  plate text not null,
  from_time text not null,
  to_time text not null,
  days text[] not null,
  primary key (district, id),
  constraint timetable_order check (to_time > from_time)
);
comment on table sanitation."timetable" is '定时收运时刻表';
create unique index timetable_stop_from_time_key on sanitation."timetable" (district, stop, from_time) where retired_at is null;
create index timetable_area on sanitation."timetable" (district, area_code);

create table sanitation."station" (
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
  name text not null,
  kind text not null,
  operator text not null,
  address text,
  capacity_t numeric not null,
  base_t numeric,
  is_harmless boolean not null,
  state text not null,
  build_kind text not null,
  built_on date,
  device uuid,
  fence_m integer,
  papers uuid[],
  photos uuid[],
  primary key (district, id),
  constraint station_kind_choice check (kind = any (array['transfer', 'relay', 'collect', 'incinerator', 'landfill', 'biological', 'sorting'])),
  constraint station_state_choice check (state = any (array['running', 'upkeep', 'stopped'])),
  constraint station_build_kind_choice check (build_kind = any (array['new', 'rebuilt', 'upgraded', 'extended']))
);
comment on table sanitation."station" is '转运站与处理设施';
create unique index station_code_key on sanitation."station" (district, code) where retired_at is null;
create unique index station_name_key on sanitation."station" (district, name) where retired_at is null;
create index station_geom on sanitation."station" using gist (geom);
create index station_area on sanitation."station" (district, area_code);

create table sanitation."vehicle" (
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
  kind text not null,
  energy text not null,
  emission text not null,
  operator text not null,
  state text not null,
  acquired_on date not null,
  scrapped_on date,
  device uuid,
  tare_kg integer,
  load_kg integer,
  price_fen integer,
  subsidy_fen integer,
  insured_to date,
  inspected_to date,
  is_small boolean not null,
  primary key (district, id),
  constraint vehicle_kind_choice check (kind = any (array['sweeper', 'washer', 'sprinkler', 'mist', 'compactor', 'hook', 'kitchen', 'small', 'other'])),
  constraint vehicle_energy_choice check (energy = any (array['diesel', 'petrol', 'gas', 'electric', 'hydrogen', 'hybrid'])),
  constraint vehicle_emission_choice check (emission = any (array['g3', 'g4', 'g5', 'g6', 'zero'])),
  constraint vehicle_state_choice check (state = any (array['inService', 'repair', 'scrapped'])),
  constraint vehicle_scrap check (state <> 'scrapped' or scrapped_on is not null),
  constraint vehicle_zero check (energy not in ('electric', 'hydrogen') or emission = 'zero')
);
comment on table sanitation."vehicle" is '环卫作业车辆';
create unique index vehicle_plate_key on sanitation."vehicle" (district, plate) where retired_at is null;
create index vehicle_area on sanitation."vehicle" (district, area_code);

create table sanitation."charger" (
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
  address text not null,
  piles integer not null,
  kw integer not null,
  opened_on date not null,
  is_open boolean not null,
  primary key (district, id)
);
comment on table sanitation."charger" is '环卫充电(加氢)场所';
create unique index charger_name_key on sanitation."charger" (district, name) where retired_at is null;
create index charger_geom on sanitation."charger" using gist (geom);
create index charger_area on sanitation."charger" (district, area_code);

create table sanitation."rest_place" (
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
  name text not null,
  address text not null,
  area_m2 numeric not null,
  comforts text[] not null,
  open_from text not null,
  open_to text not null,
  keeper text not null,
  state text not null,
  built_on date not null,
  photos uuid[],
  primary key (district, id),
  constraint rest_place_state_choice check (state = any (array['open', 'upkeep', 'closed']))
);
comment on table sanitation."rest_place" is '环卫休息场所';
create unique index rest_place_code_key on sanitation."rest_place" (district, code) where retired_at is null;
create index rest_place_geom on sanitation."rest_place" using gist (geom);
create index rest_place_area on sanitation."rest_place" (district, area_code);

create table sanitation."village_contract" (
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
  village uuid not null,
  name text not null,
  town text not null,
  keeper text not null,
  from_on date not null,
  to_on date not null,
  quarter_fen integer not null,
  primary key (district, id),
  constraint village_contract_order check (to_on > from_on)
);
comment on table sanitation."village_contract" is '村庄管护合同';
create unique index village_contract_name_key on sanitation."village_contract" (district, name) where retired_at is null;
create index village_contract_area on sanitation."village_contract" (district, area_code);

create table sanitation."toilet" (
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
  name text not null,
  kind text not null,
  area text not null,
  town text not null,
  address text not null,
  a_grade text not null,
  city_grade text not null,
  grade_score numeric,
  grade_to date,
  men_squats integer not null,
  men_urinals integer not null,
  women_squats integer not null,
  third_rooms integer not null,
  is_accessible boolean not null,
  open_from text not null,
  open_to text not null,
  keeper text not null,
  operator text not null,
  state text not null,
  notice text,
  build_kind text not null,
  built_on date,
  joined_on date,
  device uuid,
  photos uuid[],
  primary key (district, id),
  constraint toilet_kind_choice check (kind = any (array['public', 'alliance'])),
  constraint toilet_area_choice check (area = any (array['urban', 'rural'])),
  constraint toilet_a_grade_choice check (a_grade = any (array['none', 'a1', 'a2', 'a3'])),
  constraint toilet_city_grade_choice check (city_grade = any (array['none', 'one', 'two', 'three'])),
  constraint toilet_state_choice check (state = any (array['open', 'suspended', 'closed'])),
  constraint toilet_build_kind_choice check (build_kind = any (array['new', 'rebuilt', 'upgraded', 'extended']))
);
comment on table sanitation."toilet" is '公厕';
create unique index toilet_code_key on sanitation."toilet" (district, code) where retired_at is null;
create index toilet_geom on sanitation."toilet" using gist (geom);
create index toilet_area on sanitation."toilet" (district, area_code);

create table sanitation."toilet_plan" (
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
  year integer not null,
  town text not null,
  area text not null,
  kind text not null,
  target integer not null,
  primary key (district, id),
  constraint toilet_plan_area_choice check (area = any (array['urban', 'rural'])),
  constraint toilet_plan_kind_choice check (kind = any (array['new', 'rebuilt', 'upgraded', 'extended']))
);
comment on table sanitation."toilet_plan" is '厕所革命年度计划';
create unique index toilet_plan_year_town_area_kind_key on sanitation."toilet_plan" (district, year, town, area, kind) where retired_at is null;
create index toilet_plan_area on sanitation."toilet_plan" (district, area_code);

create table sanitation."pass" (
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
  job_order uuid not null,
  road uuid not null,
  name text not null,
  work text not null,
  via text not null,
  plate text,
  ended_at timestamp with time zone,
  coverage numeric,
  km numeric not null,
  workers integer,
  photos uuid[],
  primary key (district, id),
  constraint pass_work_choice check (work = any (array['sweep', 'wash', 'flush', 'sprinkle', 'mist', 'manual', 'sidewalk', 'night'])),
  constraint pass_via_choice check (via = any (array['track', 'checkIn']))
);
comment on table sanitation."pass" is 'append-only: 作业趟次';
create index pass_at on sanitation."pass" (district, at desc);

create table sanitation."road_day" (
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
  road uuid not null,
  name text not null,
  day_on date not null,
  class text not null,
  zone text not null,
  town text not null,
  operator text not null,
  area_m2 numeric not null,
  machine_m2 numeric not null,
  water_area_m2 numeric not null,
  water_m2 numeric not null,
  length_km numeric not null,
  machine_km numeric not null,
  dust_least integer not null,
  dust_times integer not null,
  dust_met text not null,
  night_planned text not null,
  night_done text not null,
  planned_times integer not null,
  done_times integer not null,
  missed_orders integer not null,
  cover_hours numeric not null,
  is_covered text not null,
  gaps text,
  primary key (district, id),
  constraint road_day_class_choice check (class = any (array['trunk', 'secondary', 'branch', 'lane', 'slow', 'pavement'])),
  constraint road_day_zone_choice check (zone = any (array['urban', 'core', 'suburb'])),
  constraint road_day_dust_met_choice check (dust_met = any (array['yes', 'no', 'exempt'])),
  constraint road_day_night_planned_choice check (night_planned = any (array['yes', 'no'])),
  constraint road_day_night_done_choice check (night_done = any (array['yes', 'no'])),
  constraint road_day_is_covered_choice check (is_covered = any (array['yes', 'no']))
);
comment on table sanitation."road_day" is 'append-only: 道路日作业';
create index road_day_at on sanitation."road_day" (district, at desc);

create table sanitation."wash_week" (
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
  road uuid not null,
  name text not null,
  week_on date not null,
  operator text not null,
  result text not null,
  primary key (district, id),
  constraint wash_week_result_choice check (result = any (array['washed', 'missed', 'exempt']))
);
comment on table sanitation."wash_week" is 'append-only: 人行道周冲洗';
create index wash_week_at on sanitation."wash_week" (district, at desc);

create table sanitation."post_check" (
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
  post uuid not null,
  name text not null,
  expected integer not null,
  present integer not null,
  is_full boolean not null,
  note text,
  photos uuid[] not null,
  primary key (district, id)
);
comment on table sanitation."post_check" is 'append-only: 在岗抽查';
create index post_check_at on sanitation."post_check" (district, at desc);

create table sanitation."rest_use" (
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
  place uuid not null,
  name text not null,
  day_on date not null,
  people integer not null,
  note text,
  primary key (district, id)
);
comment on table sanitation."rest_use" is 'append-only: 休息场所使用';
create index rest_use_at on sanitation."rest_use" (district, at desc);

create table sanitation."station_log" (
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
  station uuid not null,
  name text not null,
  day_on date not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone not null,
  washes integer not null,
  leachate_t numeric not null,
  sprays integer not null,
  is_normal boolean not null,
  note text,
  primary key (district, id)
);
comment on table sanitation."station_log" is 'append-only: 转运站运行日志';
create index station_log_at on sanitation."station_log" (district, at desc);

create table sanitation."disinfection" (
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
  kind text not null,
  code text not null,
  name text not null,
  agent text not null,
  mg_per_l integer not null,
  worker uuid,
  photos uuid[] not null,
  primary key (district, id),
  constraint disinfection_kind_choice check (kind = any (array['station', 'toilet', 'rest', 'vehicle', 'bin', 'collector'])),
  constraint disinfection_agent_choice check (agent = any (array['chlorine', 'chlorineDioxide', 'quat', 'insecticide']))
);
comment on table sanitation."disinfection" is 'append-only: 消杀记录';
create index disinfection_at on sanitation."disinfection" (district, at desc);

create table sanitation."toilet_clean" (
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
  toilet uuid not null,
  name text not null,
  is_paper_filled boolean not null,
  is_soap_filled boolean not null,
  fault text,
  photos uuid[],
  primary key (district, id)
);
comment on table sanitation."toilet_clean" is 'append-only: 公厕保洁';
create index toilet_clean_at on sanitation."toilet_clean" (district, at desc);

create table sanitation."toilet_rating" (
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
  toilet uuid not null,
  name text not null,
  stars integer not null,
  words text,
  primary key (district, id)
);
comment on table sanitation."toilet_rating" is 'append-only: 公厕评价';
create index toilet_rating_at on sanitation."toilet_rating" (district, at desc);

create table sanitation."toilet_now" (
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
  nh3 numeric,
  h2s numeric,
  people integer,
  paper numeric,
  taken integer,
  stalls integer,
  water numeric,
  primary key (district, id)
);
comment on table sanitation."toilet_now" is '智慧公厕实时';
create index toilet_now_at on sanitation."toilet_now" (district, at desc);
create index toilet_now_geom on sanitation."toilet_now" using gist (geom);

create table sanitation."alarm" (
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
  target text not null,
  detail text not null,
  happened_at timestamp with time zone not null,
  open_key text not null,
  result text,
  handled_at timestamp with time zone,
  primary key (district, id),
  constraint alarm_kind_choice check (kind = any (array['machineRate', 'waterRate', 'dust', 'shiftGap', 'stock', 'ticket', 'odour', 'toiletAir', 'toiletPaper', 'toiletCrowd', 'toiletClosed', 'vehicleDue', 'disinfect', 'collector']))
);
comment on table sanitation."alarm" is '环卫异常';
create unique index alarm_number_key on sanitation."alarm" (district, number);
create unique index alarm_client_key on sanitation."alarm" (district, client_key);
create index alarm_created on sanitation."alarm" (district, created_at desc, id desc);
create index alarm_by_due on sanitation."alarm" (district, due_at) where status <> all (array['handled', 'cleared']);
create index alarm_open_place on sanitation."alarm" (district, status, area_code, due_at) where status <> all (array['handled', 'cleared']);
create index alarm_open_geom on sanitation."alarm" using gist (geom, created_at) where closed_at is null;
create index alarm_closed_geom on sanitation."alarm" using gist (geom, created_at) where closed_at is not null;
create index alarm_parent on sanitation."alarm" (district, parent_id) where parent_id is not null;

create table sanitation."complaint" (
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
  content text not null,
  road uuid,
  toilet uuid,
  stop uuid,
  case_ref uuid,
  phone text,
  result text,
  photos uuid[],
  handled_at timestamp with time zone,
  primary key (district, id),
  constraint complaint_kind_choice check (kind = any (array['missed', 'binRemoved', 'noise', 'toilet', 'odour', 'other'])),
  constraint complaint_source_choice check (source = any (array['citizen', 'hotline', 'patrol', 'case']))
);
comment on table sanitation."complaint" is '环卫投诉';
create unique index complaint_number_key on sanitation."complaint" (district, number);
create unique index complaint_client_key on sanitation."complaint" (district, client_key);
create index complaint_created on sanitation."complaint" (district, created_at desc, id desc);
create index complaint_by_due on sanitation."complaint" (district, due_at) where status <> all (array['closed']);
create index complaint_open_place on sanitation."complaint" (district, status, area_code, due_at) where status <> all (array['closed']);
create index complaint_open_geom on sanitation."complaint" using gist (geom, created_at) where closed_at is null;
create index complaint_closed_geom on sanitation."complaint" using gist (geom, created_at) where closed_at is not null;
create index complaint_parent on sanitation."complaint" (district, parent_id) where parent_id is not null;

create table sanitation."order" (
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
  road uuid not null,
  name text not null,
  class text not null,
  zone text not null,
  town text not null,
  work text not null,
  share text not null,
  day_on date not null,
  until_on date not null,
  from_time text not null,
  to_time text not null,
  times integer not null,
  area_m2 numeric not null,
  length_km numeric not null,
  operator text not null,
  plates text,
  workers integer,
  done_times integer not null,
  track_times integer not null,
  done_m2 numeric not null,
  worked_km numeric not null,
  last_at timestamp with time zone,
  photos uuid[],
  exempt text,
  reason text,
  redone_at timestamp with time zone,
  primary key (district, id),
  constraint order_class_choice check (class = any (array['trunk', 'secondary', 'branch', 'lane', 'slow', 'pavement'])),
  constraint order_zone_choice check (zone = any (array['urban', 'core', 'suburb'])),
  constraint order_work_choice check (work = any (array['sweep', 'wash', 'flush', 'sprinkle', 'mist', 'manual', 'sidewalk', 'night'])),
  constraint order_share_choice check (share = any (array['machine', 'manual'])),
  constraint order_exempt_choice check (exempt = any (array['frost', 'rain', 'event', 'works', 'other']))
);
comment on table sanitation."order" is '保洁作业单';
create unique index order_number_key on sanitation."order" (district, number);
create unique index order_client_key on sanitation."order" (district, client_key);
create index order_created on sanitation."order" (district, created_at desc, id desc);
create index order_by_due on sanitation."order" (district, due_at) where status <> all (array['done', 'exempt', 'redone', 'waived']);
create index order_open_place on sanitation."order" (district, status, area_code, due_at) where status <> all (array['done', 'exempt', 'redone', 'waived']);
create index order_open_geom on sanitation."order" using gist (geom, created_at) where closed_at is null;
create index order_closed_geom on sanitation."order" using gist (geom, created_at) where closed_at is not null;
create index order_parent on sanitation."order" (district, parent_id) where parent_id is not null;

create table sanitation."weather_order" (
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
  from_on date not null,
  to_on date not null,
  min_c numeric,
  extra_times integer,
  basis text not null,
  primary key (district, id),
  constraint weather_order_kind_choice check (kind = any (array['frost', 'rain', 'dust']))
);
comment on table sanitation."weather_order" is '天气作业令';
create unique index weather_order_number_key on sanitation."weather_order" (district, number);
create unique index weather_order_client_key on sanitation."weather_order" (district, client_key);
create index weather_order_created on sanitation."weather_order" (district, created_at desc, id desc);
create index weather_order_by_due on sanitation."weather_order" (district, due_at) where status <> all (array['lifted']);
create index weather_order_open_place on sanitation."weather_order" (district, status, area_code, due_at) where status <> all (array['lifted']);
create index weather_order_open_geom on sanitation."weather_order" using gist (geom, created_at) where closed_at is null;
create index weather_order_closed_geom on sanitation."weather_order" using gist (geom, created_at) where closed_at is not null;
create index weather_order_parent on sanitation."weather_order" (district, parent_id) where parent_id is not null;

create table sanitation."road_check" (
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
  issues jsonb not null,
  photos uuid[] not null,
  name text not null,
  operator text not null,
  machine_score numeric not null,
  manual_score numeric not null,
  score numeric not null,
  failed_share text not null,
  done_photos uuid[],
  fixed_at timestamp with time zone,
  opinion text,
  primary key (district, id),
  constraint road_check_failed_share_choice check (failed_share = any (array['none', 'machine', 'manual', 'both']))
);
comment on table sanitation."road_check" is '道路质量检查';
create unique index road_check_number_key on sanitation."road_check" (district, number);
create unique index road_check_client_key on sanitation."road_check" (district, client_key);
create index road_check_created on sanitation."road_check" (district, created_at desc, id desc);
create index road_check_by_due on sanitation."road_check" (district, due_at) where status <> all (array['passed', 'closed']);
create index road_check_open_place on sanitation."road_check" (district, status, area_code, due_at) where status <> all (array['passed', 'closed']);
create index road_check_open_geom on sanitation."road_check" using gist (geom, created_at) where closed_at is null;
create index road_check_closed_geom on sanitation."road_check" using gist (geom, created_at) where closed_at is not null;
create index road_check_parent on sanitation."road_check" (district, parent_id) where parent_id is not null;

create table sanitation."collector_job" (
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
  collector uuid,
  place text not null,
  note text,
  photos uuid[],
  butts integer,
  done_photos uuid[],
  done_at timestamp with time zone,
  new_code text,
  street text,
  reason text,
  primary key (district, id),
  constraint collector_job_kind_choice check (kind = any (array['round', 'full', 'damaged', 'wanted']))
);
comment on table sanitation."collector_job" is '烟头收集器清空、报满与增设';
create unique index collector_job_number_key on sanitation."collector_job" (district, number);
create unique index collector_job_client_key on sanitation."collector_job" (district, client_key);
create index collector_job_created on sanitation."collector_job" (district, created_at desc, id desc);
create index collector_job_by_due on sanitation."collector_job" (district, due_at) where status <> all (array['done', 'refused']);
create index collector_job_open_place on sanitation."collector_job" (district, status, area_code, due_at) where status <> all (array['done', 'refused']);
create index collector_job_open_geom on sanitation."collector_job" using gist (geom, created_at) where closed_at is null;
create index collector_job_closed_geom on sanitation."collector_job" using gist (geom, created_at) where closed_at is not null;
create index collector_job_parent on sanitation."collector_job" (district, parent_id) where parent_id is not null;

create table sanitation."bin_removal" (
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
  road uuid not null,
  name text not null,
  due_on date not null,
  replacement text not null,
  bins integer not null,
  removed integer not null,
  photos uuid[],
  finished_on date,
  watch_to date,
  complaints integer,
  opinion text,
  primary key (district, id)
);
comment on table sanitation."bin_removal" is '临街撤桶(垃圾不落地)';
create unique index bin_removal_number_key on sanitation."bin_removal" (district, number);
create unique index bin_removal_client_key on sanitation."bin_removal" (district, client_key);
create index bin_removal_created on sanitation."bin_removal" (district, created_at desc, id desc);
create index bin_removal_by_due on sanitation."bin_removal" (district, due_at) where status <> all (array['done']);
create index bin_removal_open_place on sanitation."bin_removal" (district, status, area_code, due_at) where status <> all (array['done']);
create index bin_removal_open_geom on sanitation."bin_removal" using gist (geom, created_at) where closed_at is null;
create index bin_removal_closed_geom on sanitation."bin_removal" using gist (geom, created_at) where closed_at is not null;
create index bin_removal_parent on sanitation."bin_removal" (district, parent_id) where parent_id is not null;

create table sanitation."pickup" (
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
  entry uuid not null,
  stop uuid not null,
  name text not null,
  route text not null,
  plate text not null,
  operator text not null,
  day_on date not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  buckets integer,
  kg numeric,
  photos uuid[],
  picked_at timestamp with time zone,
  is_on_time text,
  dwell_hours numeric,
  is_stale text,
  reason text,
  primary key (district, id),
  constraint pickup_is_on_time_choice check (is_on_time = any (array['yes', 'no'])),
  constraint pickup_is_stale_choice check (is_stale = any (array['yes', 'no']))
);
comment on table sanitation."pickup" is '定时收运';
create unique index pickup_number_key on sanitation."pickup" (district, number);
create unique index pickup_client_key on sanitation."pickup" (district, client_key);
create index pickup_created on sanitation."pickup" (district, created_at desc, id desc);
create index pickup_by_due on sanitation."pickup" (district, due_at) where status <> all (array['picked', 'made']);
create index pickup_open_place on sanitation."pickup" (district, status, area_code, due_at) where status <> all (array['picked', 'made']);
create index pickup_open_geom on sanitation."pickup" using gist (geom, created_at) where closed_at is null;
create index pickup_closed_geom on sanitation."pickup" using gist (geom, created_at) where closed_at is not null;
create index pickup_parent on sanitation."pickup" (district, parent_id) where parent_id is not null;

create table sanitation."point_check" (
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
  stop uuid not null,
  items jsonb not null,
  photos uuid[] not null,
  name text not null,
  keeper text not null,
  passed integer not null,
  failed text,
  done_photos uuid[],
  opinion text,
  primary key (district, id)
);
comment on table sanitation."point_check" is '收集点六要素检查';
create unique index point_check_number_key on sanitation."point_check" (district, number);
create unique index point_check_client_key on sanitation."point_check" (district, client_key);
create index point_check_created on sanitation."point_check" (district, created_at desc, id desc);
create index point_check_by_due on sanitation."point_check" (district, due_at) where status <> all (array['passed', 'closed']);
create index point_check_open_place on sanitation."point_check" (district, status, area_code, due_at) where status <> all (array['passed', 'closed']);
create index point_check_open_geom on sanitation."point_check" using gist (geom, created_at) where closed_at is null;
create index point_check_closed_geom on sanitation."point_check" using gist (geom, created_at) where closed_at is not null;
create index point_check_parent on sanitation."point_check" (district, parent_id) where parent_id is not null;

create table sanitation."ticket" (
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
  ticket text not null,
  station uuid not null,
  station_name text not null,
  station_kind text not null,
  direction text not null,
  waste text not null,
  plate text not null,
  from_place text not null,
  from_station uuid,
  route text,
  gross_kg numeric not null,
  tare_kg numeric not null,
  weighed_at timestamp with time zone not null,
  doubt text,
  net_kg numeric not null,
  net_t numeric not null,
  first_gross_kg numeric,
  first_tare_kg numeric,
  reason text,
  primary key (district, id),
  constraint ticket_station_kind_choice check (station_kind = any (array['transfer', 'relay', 'collect', 'incinerator', 'landfill', 'biological', 'sorting'])),
  constraint ticket_direction_choice check (direction = any (array['in', 'out'])),
  constraint ticket_waste_choice check (waste = any (array['other', 'kitchen', 'recyclable', 'hazardous', 'bulky', 'garden', 'building', 'catering']))
);
comment on table sanitation."ticket" is '地磅过磅单';
create unique index ticket_number_key on sanitation."ticket" (district, number);
create unique index ticket_client_key on sanitation."ticket" (district, client_key);
create index ticket_created on sanitation."ticket" (district, created_at desc, id desc);
create index ticket_by_due on sanitation."ticket" (district, due_at) where status <> all (array['void']);
create index ticket_open_place on sanitation."ticket" (district, status, area_code, due_at) where status <> all (array['void']);
create index ticket_open_geom on sanitation."ticket" using gist (geom, created_at) where closed_at is null;
create index ticket_closed_geom on sanitation."ticket" using gist (geom, created_at) where closed_at is not null;
create index ticket_parent on sanitation."ticket" (district, parent_id) where parent_id is not null;
create unique index ticket_ticket_key on sanitation."ticket" (district, ticket);

create table sanitation."station_day" (
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
  station uuid not null,
  name text not null,
  kind text not null,
  day_on date not null,
  trips integer not null,
  in_t numeric not null,
  out_t numeric not null,
  stock_t numeric not null,
  capacity_t numeric not null,
  is_clear text not null,
  primary key (district, id),
  constraint station_day_kind_choice check (kind = any (array['transfer', 'relay', 'collect', 'incinerator', 'landfill', 'biological', 'sorting'])),
  constraint station_day_is_clear_choice check (is_clear = any (array['yes', 'no']))
);
comment on table sanitation."station_day" is '站(厂)日吨位';
create unique index station_day_number_key on sanitation."station_day" (district, number);
create unique index station_day_client_key on sanitation."station_day" (district, client_key);
create index station_day_created on sanitation."station_day" (district, created_at desc, id desc);
create index station_day_by_due on sanitation."station_day" (district, due_at) where status <> all (array['void']);
create index station_day_open_place on sanitation."station_day" (district, status, area_code, due_at) where status <> all (array['void']);
create index station_day_open_geom on sanitation."station_day" using gist (geom, created_at) where closed_at is null;
create index station_day_closed_geom on sanitation."station_day" using gist (geom, created_at) where closed_at is not null;
create index station_day_parent on sanitation."station_day" (district, parent_id) where parent_id is not null;

create table sanitation."district_day" (
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
  day_on date not null,
  collected_t numeric not null,
  transferred_t numeric not null,
  treated_t numeric not null,
  harmless_t numeric not null,
  incinerated_t numeric not null,
  is_clear text not null,
  failing text,
  primary key (district, id),
  constraint district_day_is_clear_choice check (is_clear = any (array['yes', 'no']))
);
comment on table sanitation."district_day" is '垃圾日产日清';
create unique index district_day_number_key on sanitation."district_day" (district, number);
create unique index district_day_client_key on sanitation."district_day" (district, client_key);
create index district_day_created on sanitation."district_day" (district, created_at desc, id desc);
create index district_day_by_due on sanitation."district_day" (district, due_at) where status <> all (array['void']);
create index district_day_open_place on sanitation."district_day" (district, status, area_code, due_at) where status <> all (array['void']);
create index district_day_open_geom on sanitation."district_day" using gist (geom, created_at) where closed_at is null;
create index district_day_closed_geom on sanitation."district_day" using gist (geom, created_at) where closed_at is not null;
create index district_day_parent on sanitation."district_day" (district, parent_id) where parent_id is not null;

create table sanitation."mix_check" (
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
  station uuid not null,
  plate text not null,
  ticket uuid,
  result text not null,
  kinds text[],
  percent numeric,
  photos uuid[] not null,
  note text,
  station_name text not null,
  route text,
  producer text,
  producer_code text,
  law_code text,
  penalty_number text,
  cut_fen integer,
  closed_on date,
  opinion text,
  primary key (district, id),
  constraint mix_check_result_choice check (result = any (array['clean', 'mixed']))
);
comment on table sanitation."mix_check" is '工业垃圾混装检查';
create unique index mix_check_number_key on sanitation."mix_check" (district, number);
create unique index mix_check_client_key on sanitation."mix_check" (district, client_key);
create index mix_check_created on sanitation."mix_check" (district, created_at desc, id desc);
create index mix_check_by_due on sanitation."mix_check" (district, due_at) where status <> all (array['clean', 'cut', 'filed', 'untraced']);
create index mix_check_open_place on sanitation."mix_check" (district, status, area_code, due_at) where status <> all (array['clean', 'cut', 'filed', 'untraced']);
create index mix_check_open_geom on sanitation."mix_check" using gist (geom, created_at) where closed_at is null;
create index mix_check_closed_geom on sanitation."mix_check" using gist (geom, created_at) where closed_at is not null;
create index mix_check_parent on sanitation."mix_check" (district, parent_id) where parent_id is not null;

create table sanitation."renewal" (
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
  year integer not null,
  name text not null,
  buys integer not null,
  new_energy_buys integer not null,
  scraps integer not null,
  budget_wan numeric not null,
  bought integer not null,
  bought_new integer not null,
  scrapped integer not null,
  spent_wan numeric not null,
  share numeric,
  is_met text,
  opinion text,
  primary key (district, id),
  constraint renewal_is_met_choice check (is_met = any (array['yes', 'no']))
);
comment on table sanitation."renewal" is '车辆更新计划';
create unique index renewal_number_key on sanitation."renewal" (district, number);
create unique index renewal_client_key on sanitation."renewal" (district, client_key);
create index renewal_created on sanitation."renewal" (district, created_at desc, id desc);
create index renewal_by_due on sanitation."renewal" (district, due_at) where status <> all (array['closed', 'refused']);
create index renewal_open_place on sanitation."renewal" (district, status, area_code, due_at) where status <> all (array['closed', 'refused']);
create index renewal_open_geom on sanitation."renewal" using gist (geom, created_at) where closed_at is null;
create index renewal_closed_geom on sanitation."renewal" using gist (geom, created_at) where closed_at is not null;
create index renewal_parent on sanitation."renewal" (district, parent_id) where parent_id is not null;

create table sanitation."repair" (
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
  station uuid,
  toilet uuid,
  rest uuid,
  vehicle uuid,
  fault text not null,
  is_stopped boolean not null,
  photos uuid[],
  name text not null,
  parts text,
  cost_fen integer,
  done_photos uuid[],
  fixed_at timestamp with time zone,
  repair_hours numeric,
  repair_due_at timestamp with time zone,
  opinion text,
  primary key (district, id),
  constraint repair_kind_choice check (kind = any (array['station', 'toilet', 'rest', 'vehicle']))
);
comment on table sanitation."repair" is '环卫设施维修';
create unique index repair_number_key on sanitation."repair" (district, number);
create unique index repair_client_key on sanitation."repair" (district, client_key);
create index repair_created on sanitation."repair" (district, created_at desc, id desc);
create index repair_by_due on sanitation."repair" (district, due_at) where status <> all (array['closed']);
create index repair_open_place on sanitation."repair" (district, status, area_code, due_at) where status <> all (array['closed']);
create index repair_open_geom on sanitation."repair" using gist (geom, created_at) where closed_at is null;
create index repair_closed_geom on sanitation."repair" using gist (geom, created_at) where closed_at is not null;
create index repair_parent on sanitation."repair" (district, parent_id) where parent_id is not null;

create table sanitation."facility_project" (
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
  address text not null,
  invest_wan numeric not null,
  due_on date not null,
  progress integer not null,
  words text,
  papers uuid[],
  photos uuid[],
  started_on date,
  accepted_on date,
  used_on date,
  primary key (district, id)
);
comment on table sanitation."facility_project" is '环卫设施建设项目';
create unique index facility_project_number_key on sanitation."facility_project" (district, number);
create unique index facility_project_client_key on sanitation."facility_project" (district, client_key);
create index facility_project_created on sanitation."facility_project" (district, created_at desc, id desc);
create index facility_project_by_due on sanitation."facility_project" (district, due_at) where status <> all (array['inUse']);
create index facility_project_open_place on sanitation."facility_project" (district, status, area_code, due_at) where status <> all (array['inUse']);
create index facility_project_open_geom on sanitation."facility_project" using gist (geom, created_at) where closed_at is null;
create index facility_project_closed_geom on sanitation."facility_project" using gist (geom, created_at) where closed_at is not null;
create index facility_project_parent on sanitation."facility_project" (district, parent_id) where parent_id is not null;

create table sanitation."disinfect_drive" (
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
  mode text not null,
  from_on date not null,
  to_on date not null,
  basis text not null,
  summary text,
  primary key (district, id),
  constraint disinfect_drive_mode_choice check (mode = any (array['routine', 'epidemic']))
);
comment on table sanitation."disinfect_drive" is '环卫设施大消杀';
create unique index disinfect_drive_number_key on sanitation."disinfect_drive" (district, number);
create unique index disinfect_drive_client_key on sanitation."disinfect_drive" (district, client_key);
create index disinfect_drive_created on sanitation."disinfect_drive" (district, created_at desc, id desc);
create index disinfect_drive_by_due on sanitation."disinfect_drive" (district, due_at) where status <> all (array['closed']);
create index disinfect_drive_open_place on sanitation."disinfect_drive" (district, status, area_code, due_at) where status <> all (array['closed']);
create index disinfect_drive_open_geom on sanitation."disinfect_drive" using gist (geom, created_at) where closed_at is null;
create index disinfect_drive_closed_geom on sanitation."disinfect_drive" using gist (geom, created_at) where closed_at is not null;
create index disinfect_drive_parent on sanitation."disinfect_drive" (district, parent_id) where parent_id is not null;

create table sanitation."tender" (
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
  round integer not null,
  scope text not null,
  area_m2 numeric not null,
  years numeric not null,
  year_wan numeric not null,
  experts integer,
  review text,
  notice_on date,
  open_on date,
  winner text,
  bid_wan numeric,
  contract text,
  from_on date,
  to_on date,
  papers uuid[],
  handover jsonb,
  taken_on date,
  reason text,
  primary key (district, id)
);
comment on table sanitation."tender" is '环卫市场化招标与接管';
create unique index tender_number_key on sanitation."tender" (district, number);
create unique index tender_client_key on sanitation."tender" (district, client_key);
create index tender_created on sanitation."tender" (district, created_at desc, id desc);
create index tender_by_due on sanitation."tender" (district, due_at) where status <> all (array['ended', 'failed']);
create index tender_open_place on sanitation."tender" (district, status, area_code, due_at) where status <> all (array['ended', 'failed']);
create index tender_open_geom on sanitation."tender" using gist (geom, created_at) where closed_at is null;
create index tender_closed_geom on sanitation."tender" using gist (geom, created_at) where closed_at is not null;
create index tender_parent on sanitation."tender" (district, parent_id) where parent_id is not null;

create table sanitation."month_pay" (
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
  tender uuid not null,
  month text not null,
  operator text not null,
  month_on date not null,
  month_fen integer not null,
  orders integer not null,
  missed integer not null,
  score numeric,
  score_cut_fen integer not null,
  missed_cut_fen integer not null,
  assess_cut_fen integer not null,
  deductions jsonb,
  pay_fen integer not null,
  opinion text,
  paid_on date,
  primary key (district, id)
);
comment on table sanitation."month_pay" is '环卫作业月度付费';
create unique index month_pay_number_key on sanitation."month_pay" (district, number);
create unique index month_pay_client_key on sanitation."month_pay" (district, client_key);
create index month_pay_created on sanitation."month_pay" (district, created_at desc, id desc);
create index month_pay_by_due on sanitation."month_pay" (district, due_at) where status <> all (array['paid']);
create index month_pay_open_place on sanitation."month_pay" (district, status, area_code, due_at) where status <> all (array['paid']);
create index month_pay_open_geom on sanitation."month_pay" using gist (geom, created_at) where closed_at is null;
create index month_pay_closed_geom on sanitation."month_pay" using gist (geom, created_at) where closed_at is not null;
create index month_pay_parent on sanitation."month_pay" (district, parent_id) where parent_id is not null;
create unique index month_pay_tender_month_key on sanitation."month_pay" (district, tender, month);

create table sanitation."village_check" (
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
  contract uuid not null,
  items jsonb not null,
  photos uuid[] not null,
  name text not null,
  town text not null,
  score numeric not null,
  weakest text,
  done_photos uuid[],
  opinion text,
  primary key (district, id)
);
comment on table sanitation."village_check" is '村庄环境检查';
create unique index village_check_number_key on sanitation."village_check" (district, number);
create unique index village_check_client_key on sanitation."village_check" (district, client_key);
create index village_check_created on sanitation."village_check" (district, created_at desc, id desc);
create index village_check_by_due on sanitation."village_check" (district, due_at) where status <> all (array['passed', 'closed']);
create index village_check_open_place on sanitation."village_check" (district, status, area_code, due_at) where status <> all (array['passed', 'closed']);
create index village_check_open_geom on sanitation."village_check" using gist (geom, created_at) where closed_at is null;
create index village_check_closed_geom on sanitation."village_check" using gist (geom, created_at) where closed_at is not null;
create index village_check_parent on sanitation."village_check" (district, parent_id) where parent_id is not null;

create table sanitation."village_subsidy" (
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
  contract uuid not null,
  quarter_on date not null,
  name text not null,
  town text not null,
  checks numeric not null,
  score numeric,
  percent numeric not null,
  pay_fen integer not null,
  paid_on date,
  primary key (district, id)
);
comment on table sanitation."village_subsidy" is '村庄管护补助';
create unique index village_subsidy_number_key on sanitation."village_subsidy" (district, number);
create unique index village_subsidy_client_key on sanitation."village_subsidy" (district, client_key);
create index village_subsidy_created on sanitation."village_subsidy" (district, created_at desc, id desc);
create index village_subsidy_by_due on sanitation."village_subsidy" (district, due_at) where status <> all (array['paid']);
create index village_subsidy_open_place on sanitation."village_subsidy" (district, status, area_code, due_at) where status <> all (array['paid']);
create index village_subsidy_open_geom on sanitation."village_subsidy" using gist (geom, created_at) where closed_at is null;
create index village_subsidy_closed_geom on sanitation."village_subsidy" using gist (geom, created_at) where closed_at is not null;
create index village_subsidy_parent on sanitation."village_subsidy" (district, parent_id) where parent_id is not null;
create unique index village_subsidy_contract_quarter_on_key on sanitation."village_subsidy" (district, contract, quarter_on);

create table sanitation."toilet_project" (
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
  plan_year integer not null,
  town text not null,
  area text not null,
  kind text not null,
  toilet uuid,
  is_sewer boolean not null,
  papers uuid[],
  cost_fen integer,
  started_on date,
  accepted_on date,
  a_grade text,
  photos uuid[],
  reason text,
  primary key (district, id),
  constraint toilet_project_area_choice check (area = any (array['urban', 'rural'])),
  constraint toilet_project_kind_choice check (kind = any (array['new', 'rebuilt', 'upgraded', 'extended'])),
  constraint toilet_project_a_grade_choice check (a_grade = any (array['none', 'a1', 'a2', 'a3']))
);
comment on table sanitation."toilet_project" is '厕所革命建设';
create unique index toilet_project_number_key on sanitation."toilet_project" (district, number);
create unique index toilet_project_client_key on sanitation."toilet_project" (district, client_key);
create index toilet_project_created on sanitation."toilet_project" (district, created_at desc, id desc);
create index toilet_project_by_due on sanitation."toilet_project" (district, due_at) where status <> all (array['accepted', 'dropped']);
create index toilet_project_open_place on sanitation."toilet_project" (district, status, area_code, due_at) where status <> all (array['accepted', 'dropped']);
create index toilet_project_open_geom on sanitation."toilet_project" using gist (geom, created_at) where closed_at is null;
create index toilet_project_closed_geom on sanitation."toilet_project" using gist (geom, created_at) where closed_at is not null;
create index toilet_project_parent on sanitation."toilet_project" (district, parent_id) where parent_id is not null;

create table sanitation."alliance" (
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
  code text not null,
  trade text not null,
  town text not null,
  address text not null,
  contact text not null,
  phone text not null,
  men_squats integer not null,
  men_urinals integer not null,
  women_squats integer not null,
  third_rooms integer not null,
  is_accessible boolean not null,
  open_from text not null,
  open_to text not null,
  agreement uuid[],
  sign uuid[],
  joined_on date,
  year_fen integer,
  paid_fen integer,
  left_on date,
  reason text,
  primary key (district, id),
  constraint alliance_trade_choice check (trade = any (array['gov', 'shop', 'bank', 'gas', 'hotel', 'other']))
);
comment on table sanitation."alliance" is '公厕开放联盟';
create unique index alliance_number_key on sanitation."alliance" (district, number);
create unique index alliance_client_key on sanitation."alliance" (district, client_key);
create index alliance_created on sanitation."alliance" (district, created_at desc, id desc);
create index alliance_by_due on sanitation."alliance" (district, due_at) where status <> all (array['left', 'refused']);
create index alliance_open_place on sanitation."alliance" (district, status, area_code, due_at) where status <> all (array['left', 'refused']);
create index alliance_open_geom on sanitation."alliance" using gist (geom, created_at) where closed_at is null;
create index alliance_closed_geom on sanitation."alliance" using gist (geom, created_at) where closed_at is not null;
create index alliance_parent on sanitation."alliance" (district, parent_id) where parent_id is not null;
create unique index alliance_code_key on sanitation."alliance" (district, code);

create table sanitation."suspension" (
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
  toilet uuid not null,
  kind text not null,
  reason text not null,
  from_on date not null,
  to_on date not null,
  nearest text not null,
  notice uuid[] not null,
  name text not null,
  days text not null,
  opinion text,
  reopened_on date,
  is_late text,
  done_photos uuid[],
  primary key (district, id),
  constraint suspension_kind_choice check (kind = any (array['repair', 'water', 'works', 'sewage', 'other'])),
  constraint suspension_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table sanitation."suspension" is '公厕暂停开放';
create unique index suspension_number_key on sanitation."suspension" (district, number);
create unique index suspension_client_key on sanitation."suspension" (district, client_key);
create index suspension_created on sanitation."suspension" (district, created_at desc, id desc);
create index suspension_by_due on sanitation."suspension" (district, due_at) where status <> all (array['reopened', 'refused']);
create index suspension_open_place on sanitation."suspension" (district, status, area_code, due_at) where status <> all (array['reopened', 'refused']);
create index suspension_open_geom on sanitation."suspension" using gist (geom, created_at) where closed_at is null;
create index suspension_closed_geom on sanitation."suspension" using gist (geom, created_at) where closed_at is not null;
create index suspension_parent on sanitation."suspension" (district, parent_id) where parent_id is not null;

create table sanitation."toilet_check" (
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
  toilet uuid not null,
  door text not null,
  facility numeric,
  clean numeric,
  issue text,
  photos uuid[] not null,
  name text not null,
  counted text not null,
  score numeric,
  suspension text,
  done_photos uuid[],
  fixed_at timestamp with time zone,
  opinion text,
  primary key (district, id),
  constraint toilet_check_door_choice check (door = any (array['open', 'locked'])),
  constraint toilet_check_counted_choice check (counted = any (array['open', 'closed', 'excluded', 'offHours']))
);
comment on table sanitation."toilet_check" is '公厕检查';
create unique index toilet_check_number_key on sanitation."toilet_check" (district, number);
create unique index toilet_check_client_key on sanitation."toilet_check" (district, client_key);
create index toilet_check_created on sanitation."toilet_check" (district, created_at desc, id desc);
create index toilet_check_by_due on sanitation."toilet_check" (district, due_at) where status <> all (array['passed', 'fixed']);
create index toilet_check_open_place on sanitation."toilet_check" (district, status, area_code, due_at) where status <> all (array['passed', 'fixed']);
create index toilet_check_open_geom on sanitation."toilet_check" using gist (geom, created_at) where closed_at is null;
create index toilet_check_closed_geom on sanitation."toilet_check" using gist (geom, created_at) where closed_at is not null;
create index toilet_check_parent on sanitation."toilet_check" (district, parent_id) where parent_id is not null;

create table sanitation."toilet_call" (
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
  toilet uuid not null,
  name text not null,
  kind text not null,
  detail text not null,
  called_at timestamp with time zone not null,
  result text,
  photos uuid[],
  done_at timestamp with time zone,
  minutes numeric,
  primary key (district, id),
  constraint toilet_call_kind_choice check (kind = any (array['toiletAir', 'toiletPaper', 'toiletCrowd']))
);
comment on table sanitation."toilet_call" is '公厕呼叫保洁';
create unique index toilet_call_number_key on sanitation."toilet_call" (district, number);
create unique index toilet_call_client_key on sanitation."toilet_call" (district, client_key);
create index toilet_call_created on sanitation."toilet_call" (district, created_at desc, id desc);
create index toilet_call_by_due on sanitation."toilet_call" (district, due_at) where status <> all (array['done']);
create index toilet_call_open_place on sanitation."toilet_call" (district, status, area_code, due_at) where status <> all (array['done']);
create index toilet_call_open_geom on sanitation."toilet_call" using gist (geom, created_at) where closed_at is null;
create index toilet_call_closed_geom on sanitation."toilet_call" using gist (geom, created_at) where closed_at is not null;
create index toilet_call_parent on sanitation."toilet_call" (district, parent_id) where parent_id is not null;

create table sanitation."grading" (
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
  toilet uuid not null,
  reason text not null,
  name text not null,
  before text not null,
  items jsonb,
  score numeric,
  grade text,
  valid_to date,
  photos uuid[],
  opinion text,
  primary key (district, id),
  constraint grading_before_choice check (before = any (array['none', 'one', 'two', 'three'])),
  constraint grading_grade_choice check (grade = any (array['none', 'one', 'two', 'three']))
);
comment on table sanitation."grading" is '公厕等级评定';
create unique index grading_number_key on sanitation."grading" (district, number);
create unique index grading_client_key on sanitation."grading" (district, client_key);
create index grading_created on sanitation."grading" (district, created_at desc, id desc);
create index grading_by_due on sanitation."grading" (district, due_at) where status <> all (array['granted', 'refused']);
create index grading_open_place on sanitation."grading" (district, status, area_code, due_at) where status <> all (array['granted', 'refused']);
create index grading_open_geom on sanitation."grading" using gist (geom, created_at) where closed_at is null;
create index grading_closed_geom on sanitation."grading" using gist (geom, created_at) where closed_at is not null;
create index grading_parent on sanitation."grading" (district, parent_id) where parent_id is not null;
