create schema if not exists bikes;

create table bikes."station" (
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
  docks integer not null,
  empty_at integer not null,
  full_at integer not null,
  mode text not null,
  bluetooth_on date,
  fence_m numeric,
  opened_on date not null,
  primary key (district, id),
  constraint station_mode_choice check (mode = any (array['docked', 'bluetooth']))
);
comment on table bikes."station" is '公共自行车站点';
create unique index station_code_key on bikes."station" (district, code) where retired_at is null;
create index station_geom on bikes."station" using gist (geom);
create index station_area on bikes."station" (district, area_code);

create table bikes."bike" (
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
  model text,
  in_service_on date not null,
  primary key (district, id)
);
comment on table bikes."bike" is '公共自行车';
create unique index bike_number_key on bikes."bike" (district, number) where retired_at is null;
create index bike_area on bikes."bike" (district, area_code);

create table bikes."operator" (
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
  credit_code text not null,
  quota integer not null,
  fleet integer not null,
  staff integer not null,
  contact text,
  phone text,
  primary key (district, id)
);
comment on table bikes."operator" is '共享自行车企业';
create unique index operator_name_key on bikes."operator" (district, name) where retired_at is null;
create unique index operator_credit_code_key on bikes."operator" (district, credit_code) where retired_at is null;
create index operator_area on bikes."operator" (district, area_code);

create table bikes."fence" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(MultiPolygon,4326),
  area_code text,
  name text not null,
  kind text not null,
  operator uuid,
  capacity integer not null,
  primary key (district, id),
  constraint fence_kind_choice check (kind = any (array['park', 'ban']))
);
comment on table bikes."fence" is '共享自行车电子围栏';
create unique index fence_name_key on bikes."fence" (district, name) where retired_at is null;
create index fence_geom on bikes."fence" using gist (geom);
create index fence_area on bikes."fence" (district, area_code);

create table bikes."line" (
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
  road text not null,
  length_m numeric not null,
  capacity integer not null,
  direction text not null,
  painted_on date not null,
  note text,
  plan uuid,
  primary key (district, id),
  constraint line_direction_choice check (direction = any (array['straight', 'slanted', 'along']))
);
comment on table bikes."line" is '非机动车停车线';
create unique index line_plan_key on bikes."line" (district, plan) where retired_at is null;
create index line_geom on bikes."line" using gist (geom);
create index line_area on bikes."line" (district, area_code);

create table bikes."sunshade" (
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
  built_on date not null,
  area_m2 numeric,
  primary key (district, id)
);
comment on table bikes."sunshade" is '红灯等候区遮阳棚';
create unique index sunshade_place_key on bikes."sunshade" (district, place) where retired_at is null;
create index sunshade_geom on bikes."sunshade" using gist (geom);
create index sunshade_area on bikes."sunshade" (district, area_code);

create table bikes."towed" (
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
  plate text not null,
  kind text not null,
  batch text not null,
  place text not null,
  street text,
  towed_at timestamp with time zone not null,
  yard text not null,
  photos uuid[],
  operator uuid,
  state text not null,
  fee_fen integer,
  primary key (district, id),
  constraint towed_kind_choice check (kind = any (array['ebike', 'bicycle', 'shared', 'tricycle'])),
  constraint towed_state_choice check (state = any (array['held', 'claimed', 'operator', 'disposed']))
);
comment on table bikes."towed" is '拖移非机动车';
create unique index towed_batch_plate_key on bikes."towed" (district, batch, plate) where retired_at is null;
create index towed_geom on bikes."towed" using gist (geom);
create index towed_area on bikes."towed" (district, area_code);

create table bikes."bike_now" (
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
  number text not null,
  state text not null,
  station uuid,
  primary key (district, id),
  constraint bike_now_state_choice check (state = any (array['docked', 'out', 'repair', 'missing']))
);
comment on table bikes."bike_now" is '公共自行车现状';
create index bike_now_at on bikes."bike_now" (district, at desc);
create index bike_now_geom on bikes."bike_now" using gist (geom);

create table bikes."level" (
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
  parked integer not null,
  level text not null,
  primary key (district, id),
  constraint level_level_choice check (level = any (array['empty', 'normal', 'full']))
);
comment on table bikes."level" is 'append-only: 站点空满变化';
create index level_at on bikes."level" (district, at desc);

create table bikes."peak_minutes" (
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
  peak_on date not null,
  peak text not null,
  mode text not null,
  empty_minutes integer not null,
  full_minutes integer not null,
  primary key (district, id),
  constraint peak_minutes_peak_choice check (peak = any (array['am', 'pm'])),
  constraint peak_minutes_mode_choice check (mode = any (array['docked', 'bluetooth']))
);
comment on table bikes."peak_minutes" is 'append-only: 高峰空满桩时长';
create index peak_minutes_at on bikes."peak_minutes" (district, at desc);

create table bikes."stock" (
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
  street text not null,
  kind text not null,
  counted_on date not null,
  in_use integer not null,
  disorders integer not null,
  violations integer not null,
  primary key (district, id),
  constraint stock_kind_choice check (kind = any (array['two', 'three']))
);
comment on table bikes."stock" is 'append-only: 二、三轮车存量';
create index stock_at on bikes."stock" (district, at desc);

create table bikes."ride" (
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
  order_no text not null,
  bike uuid not null,
  bike_number text not null,
  from_station uuid not null,
  borrowed_at timestamp with time zone not null,
  to_station uuid,
  returned_at timestamp with time zone,
  way text,
  minutes integer,
  fee_fen integer,
  primary key (district, id),
  constraint ride_way_choice check (way = any (array['dock', 'bluetooth']))
);
comment on table bikes."ride" is '公共自行车借还订单';
create unique index ride_number_key on bikes."ride" (district, number);
create unique index ride_client_key on bikes."ride" (district, client_key);
create index ride_created on bikes."ride" (district, created_at desc, id desc);
create index ride_by_due on bikes."ride" (district, due_at) where status <> all (array['returned']);
create index ride_open_place on bikes."ride" (district, status, area_code, due_at) where status <> all (array['returned']);
create index ride_open_geom on bikes."ride" using gist (geom, created_at) where closed_at is null;
create index ride_closed_geom on bikes."ride" using gist (geom, created_at) where closed_at is not null;
create index ride_parent on bikes."ride" (district, parent_id) where parent_id is not null;
create unique index ride_order_no_key on bikes."ride" (district, order_no);

create table bikes."deploy" (
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
  bikes jsonb not null,
  amount integer,
  primary key (district, id)
);
comment on table bikes."deploy" is '公共自行车投放与盘点';
create unique index deploy_number_key on bikes."deploy" (district, number);
create unique index deploy_client_key on bikes."deploy" (district, client_key);
create index deploy_created on bikes."deploy" (district, created_at desc, id desc);
create index deploy_by_due on bikes."deploy" (district, due_at) where status <> all (array['done']);
create index deploy_open_place on bikes."deploy" (district, status, area_code, due_at) where status <> all (array['done']);
create index deploy_open_geom on bikes."deploy" using gist (geom, created_at) where closed_at is null;
create index deploy_closed_geom on bikes."deploy" using gist (geom, created_at) where closed_at is not null;
create index deploy_parent on bikes."deploy" (district, parent_id) where parent_id is not null;

create table bikes."dispatch" (
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
  station_name text not null,
  need text not null,
  peak text not null,
  parked integer not null,
  docks integer not null,
  truck text,
  driver text,
  moved integer,
  done_at timestamp with time zone,
  move_due_at timestamp with time zone,
  reason text,
  primary key (district, id),
  constraint dispatch_need_choice check (need = any (array['bring', 'take'])),
  constraint dispatch_peak_choice check (peak = any (array['am', 'pm']))
);
comment on table bikes."dispatch" is '空满桩调度单';
create unique index dispatch_number_key on bikes."dispatch" (district, number);
create unique index dispatch_client_key on bikes."dispatch" (district, client_key);
create index dispatch_created on bikes."dispatch" (district, created_at desc, id desc);
create index dispatch_by_due on bikes."dispatch" (district, due_at) where status <> all (array['done', 'cancelled']);
create index dispatch_open_place on bikes."dispatch" (district, status, area_code, due_at) where status <> all (array['done', 'cancelled']);
create index dispatch_open_geom on bikes."dispatch" using gist (geom, created_at) where closed_at is null;
create index dispatch_closed_geom on bikes."dispatch" using gist (geom, created_at) where closed_at is not null;
create index dispatch_parent on bikes."dispatch" (district, parent_id) where parent_id is not null;

create table bikes."repair" (
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
  what text not null,
  bike uuid,
  station uuid,
  dock_no integer,
  fault text not null,
  parts text,
  photos uuid[],
  fixed_at timestamp with time zone,
  reason text,
  primary key (district, id),
  constraint repair_what_choice check (what = any (array['bike', 'dock']))
);
comment on table bikes."repair" is '公共自行车维修';
create unique index repair_number_key on bikes."repair" (district, number);
create unique index repair_client_key on bikes."repair" (district, client_key);
create index repair_created on bikes."repair" (district, created_at desc, id desc);
create index repair_by_due on bikes."repair" (district, due_at) where status <> all (array['fixed', 'scrapped']);
create index repair_open_place on bikes."repair" (district, status, area_code, due_at) where status <> all (array['fixed', 'scrapped']);
create index repair_open_geom on bikes."repair" using gist (geom, created_at) where closed_at is null;
create index repair_closed_geom on bikes."repair" using gist (geom, created_at) where closed_at is not null;
create index repair_parent on bikes."repair" (district, parent_id) where parent_id is not null;

create table bikes."disorder" (
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
  operator uuid,
  duty text not null,
  street text not null,
  place text not null,
  bikes integer not null,
  case_ref uuid,
  photos uuid[] not null,
  after_photos uuid[],
  tidied_at timestamp with time zone,
  tidy_due_at timestamp with time zone,
  reason text,
  primary key (district, id),
  constraint disorder_kind_choice check (kind = any (array['shared', 'public', 'private'])),
  constraint disorder_duty_choice check (duty = any (array['operator', 'district', 'street', 'town']))
);
comment on table bikes."disorder" is '非机动车停放问题';
create unique index disorder_number_key on bikes."disorder" (district, number);
create unique index disorder_client_key on bikes."disorder" (district, client_key);
create index disorder_created on bikes."disorder" (district, created_at desc, id desc);
create index disorder_by_due on bikes."disorder" (district, due_at) where status <> all (array['closed']);
create index disorder_open_place on bikes."disorder" (district, status, area_code, due_at) where status <> all (array['closed']);
create index disorder_open_geom on bikes."disorder" using gist (geom, created_at) where closed_at is null;
create index disorder_closed_geom on bikes."disorder" using gist (geom, created_at) where closed_at is not null;
create index disorder_parent on bikes."disorder" (district, parent_id) where parent_id is not null;

create table bikes."score" (
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
  month text not null,
  operator_name text,
  month_on date,
  issues integer,
  late integer,
  points numeric,
  primary key (district, id)
);
comment on table bikes."score" is '共享自行车月度考评';
create unique index score_number_key on bikes."score" (district, number);
create unique index score_client_key on bikes."score" (district, client_key);
create index score_created on bikes."score" (district, created_at desc, id desc);
create index score_by_due on bikes."score" (district, due_at) where status <> all (array['published']);
create index score_open_place on bikes."score" (district, status, area_code, due_at) where status <> all (array['published']);
create index score_open_geom on bikes."score" using gist (geom, created_at) where closed_at is null;
create index score_closed_geom on bikes."score" using gist (geom, created_at) where closed_at is not null;
create index score_parent on bikes."score" (district, parent_id) where parent_id is not null;
create unique index score_operator_month_key on bikes."score" (district, operator, month);

create table bikes."talk" (
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
  operator_name text not null,
  reason text not null,
  held_on date,
  attendee text,
  minutes text,
  promises jsonb,
  checked jsonb,
  times integer,
  primary key (district, id)
);
comment on table bikes."talk" is '共享自行车企业约谈';
create unique index talk_number_key on bikes."talk" (district, number);
create unique index talk_client_key on bikes."talk" (district, client_key);
create index talk_created on bikes."talk" (district, created_at desc, id desc);
create index talk_by_due on bikes."talk" (district, due_at) where status <> all (array['closed']);
create index talk_open_place on bikes."talk" (district, status, area_code, due_at) where status <> all (array['closed']);
create index talk_open_geom on bikes."talk" using gist (geom, created_at) where closed_at is null;
create index talk_closed_geom on bikes."talk" using gist (geom, created_at) where closed_at is not null;
create index talk_parent on bikes."talk" (district, parent_id) where parent_id is not null;

create table bikes."line_plan" (
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
  road text not null,
  estimate_m numeric not null,
  found_by text not null,
  note text,
  planned_on date,
  length_m numeric,
  capacity integer,
  direction text,
  painted_on date,
  reason text,
  primary key (district, id),
  constraint line_plan_direction_choice check (direction = any (array['straight', 'slanted', 'along']))
);
comment on table bikes."line_plan" is '挖掘停车资源(待划线点位)';
create unique index line_plan_number_key on bikes."line_plan" (district, number);
create unique index line_plan_client_key on bikes."line_plan" (district, client_key);
create index line_plan_created on bikes."line_plan" (district, created_at desc, id desc);
create index line_plan_by_due on bikes."line_plan" (district, due_at) where status <> all (array['painted', 'refused']);
create index line_plan_open_place on bikes."line_plan" (district, status, area_code, due_at) where status <> all (array['painted', 'refused']);
create index line_plan_open_geom on bikes."line_plan" using gist (geom, created_at) where closed_at is null;
create index line_plan_closed_geom on bikes."line_plan" using gist (geom, created_at) where closed_at is not null;
create index line_plan_parent on bikes."line_plan" (district, parent_id) where parent_id is not null;

create table bikes."tow_claim" (
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
  outcome text not null,
  owner text,
  id_number text,
  fee_fen integer,
  note text,
  towed uuid,
  done_on date,
  primary key (district, id),
  constraint tow_claim_outcome_choice check (outcome = any (array['claimed', 'operator', 'disposed']))
);
comment on table bikes."tow_claim" is '拖移车辆认领';
create unique index tow_claim_number_key on bikes."tow_claim" (district, number);
create unique index tow_claim_client_key on bikes."tow_claim" (district, client_key);
create index tow_claim_created on bikes."tow_claim" (district, created_at desc, id desc);
create index tow_claim_by_due on bikes."tow_claim" (district, due_at) where status <> all (array['done']);
create index tow_claim_open_place on bikes."tow_claim" (district, status, area_code, due_at) where status <> all (array['done']);
create index tow_claim_open_geom on bikes."tow_claim" using gist (geom, created_at) where closed_at is null;
create index tow_claim_closed_geom on bikes."tow_claim" using gist (geom, created_at) where closed_at is not null;
create index tow_claim_parent on bikes."tow_claim" (district, parent_id) where parent_id is not null;

create table bikes."campaign" (
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
  lead text not null,
  partners jsonb not null,
  start_on date not null,
  end_on date not null,
  target integer not null,
  baseline integer,
  latest integer,
  latest_on date,
  reduced integer,
  rounds jsonb,
  handled integer,
  primary key (district, id)
);
comment on table bikes."campaign" is '二、三轮车专项整治';
create unique index campaign_number_key on bikes."campaign" (district, number);
create unique index campaign_client_key on bikes."campaign" (district, client_key);
create index campaign_created on bikes."campaign" (district, created_at desc, id desc);
create index campaign_by_due on bikes."campaign" (district, due_at) where status <> all (array['done']);
create index campaign_open_place on bikes."campaign" (district, status, area_code, due_at) where status <> all (array['done']);
create index campaign_open_geom on bikes."campaign" using gist (geom, created_at) where closed_at is null;
create index campaign_closed_geom on bikes."campaign" using gist (geom, created_at) where closed_at is not null;
create index campaign_parent on bikes."campaign" (district, parent_id) where parent_id is not null;
