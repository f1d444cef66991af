create table sensing."rule" (
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
  type text not null,
  device_kind text not null,
  device uuid,
  quantity text,
  side text,
  limit_ numeric,
  release numeric,
  weather_limit numeric,
  seconds integer,
  minutes integer,
  times integer,
  radius_m numeric,
  fence uuid,
  line uuid,
  from_time text,
  to_time text,
  first uuid,
  second uuid,
  severity text not null,
  case_on text not null,
  category_kind text,
  category text,
  is_on boolean not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  primary key (district, id),
  constraint rule_type_choice check (type = any (array['threshold', 'rate', 'frequency', 'absence', 'dwell', 'enter', 'leave', 'stay', 'route', 'window', 'combination'])),
  constraint rule_side_choice check (side = any (array['above', 'below'])),
  constraint rule_severity_choice check (severity = any (array['notice', 'warning', 'alarm', 'critical'])),
  constraint rule_case_on_choice check (case_on = any (array['none', 'raise', 'confirm'])),
  constraint rule_category_kind_choice check (category_kind = any (array['component', 'matter'])),
  constraint rule_threshold check (type <> all (array['threshold', 'rate', 'frequency']) or (quantity is not null and limit_ is not null and side is not null)),
  constraint rule_hysteresis check (release is null or limit_ is null or (side = 'above' and release <= limit_) or (side = 'below' and release >= limit_)),
  constraint rule_rate check (type <> 'rate' or minutes is not null),
  constraint rule_frequency check (type <> 'frequency' or (minutes is not null and times is not null)),
  constraint rule_absence check (type <> 'absence' or minutes is not null),
  constraint rule_dwell check (type <> 'dwell' or (minutes is not null and radius_m is not null)),
  constraint rule_fence check (type <> all (array['enter', 'leave', 'stay']) or fence is not null),
  constraint rule_stay check (type <> 'stay' or minutes is not null),
  constraint rule_route check (type <> 'route' or (line is not null and radius_m is not null)),
  constraint rule_window check (type <> 'window' or (from_time is not null and to_time is not null)),
  constraint rule_pair check (type <> 'combination' or (first is not null and second is not null and first <> second and minutes is not null))
);
comment on table sensing."rule" is '告警规则';
create unique index rule_code_valid_from_key on sensing."rule" (district, code, valid_from) where retired_at is null;
create index rule_area on sensing."rule" (district, area_code);

create table sensing."fence" (
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
  note text,
  primary key (district, id)
);
comment on table sensing."fence" is '电子围栏';
create unique index fence_name_key on sensing."fence" (district, name) where retired_at is null;
create index fence_geom on sensing."fence" using gist (geom);
create index fence_area on sensing."fence" (district, area_code);

create table sensing."line" (
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
  name text not null,
  note text,
  primary key (district, id)
);
comment on table sensing."line" is '规定路线';
create unique index line_name_key on sensing."line" (district, name) where retired_at is null;
create index line_geom on sensing."line" using gist (geom);
create index line_area on sensing."line" (district, area_code);

create table sensing."weather" (
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
  level text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  source text not null,
  primary key (district, id),
  constraint weather_level_choice check (level = any (array['blue', 'yellow', 'orange', 'red'])),
  constraint weather_order check (ends_at is null or ends_at > starts_at)
);
comment on table sensing."weather" is '天气响应';
create index weather_area on sensing."weather" (district, area_code);

create table sensing."team" (
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
  device_kind text not null,
  unit uuid,
  leader text,
  phone text,
  primary key (district, id)
);
comment on table sensing."team" is '抢修队伍';
create unique index team_name_key on sensing."team" (district, name) where retired_at is null;
create index team_geom on sensing."team" using gist (geom);
create index team_area on sensing."team" (district, area_code);

create table sensing."camera" (
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
  number text not null,
  name text not null,
  use text not null,
  road text not null,
  box uuid,
  owner text,
  is_on boolean not null,
  installed_on date not null,
  primary key (district, id),
  constraint camera_use_choice check (use = any (array['frontage', 'street', 'vehicle', 'site', 'other']))
);
comment on table sensing."camera" is '摄像头(城市之眼)';
create unique index camera_number_key on sensing."camera" (district, number) where retired_at is null;
create index camera_geom on sensing."camera" using gist (geom);
create index camera_area on sensing."camera" (district, area_code);

create table sensing."shop_in_view" (
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
  camera uuid not null,
  name text not null,
  shop uuid,
  keeper text,
  phone text,
  address text,
  primary key (district, id)
);
comment on table sensing."shop_in_view" is '摄像头责任区商户';
create unique index shop_in_view_camera_name_key on sensing."shop_in_view" (district, camera, name) where retired_at is null;
create index shop_in_view_area on sensing."shop_in_view" (district, area_code);

create table sensing."scene" (
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
  least numeric not null,
  sure numeric not null,
  fix_hours integer not null,
  category_kind text,
  category text,
  is_on boolean not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  primary key (district, id),
  constraint scene_kind_choice check (kind = any (array['outside', 'occupying', 'pile', 'bin', 'litter', 'hanging', 'parking', 'bikes', 'ads', 'water'])),
  constraint scene_category_kind_choice check (category_kind = any (array['component', 'matter'])),
  constraint scene_order check (sure >= least)
);
comment on table sensing."scene" is '识别场景';
create unique index scene_kind_valid_from_key on sensing."scene" (district, kind, valid_from) where retired_at is null;
create index scene_area on sensing."scene" (district, area_code);

create table sensing."model" (
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
  model_version text not null,
  state text not null,
  trained_on date,
  samples integer,
  precision numeric,
  note text,
  primary key (district, id),
  constraint model_state_choice check (state = any (array['running', 'trial', 'retired']))
);
comment on table sensing."model" is '识别模型版本';
create unique index model_model_version_key on sensing."model" (district, model_version) where retired_at is null;
create index model_area on sensing."model" (district, area_code);

create table sensing."risk_source" (
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
  level text not null,
  device uuid,
  unit uuid not null,
  keeper uuid not null,
  interval_days integer not null,
  since date not null,
  control text not null,
  primary key (district, id),
  constraint risk_source_kind_choice check (kind = any (array['gas', 'water', 'bridge', 'landfill', 'sign', 'tree', 'building', 'other'])),
  constraint risk_source_level_choice check (level = any (array['red', 'orange', 'yellow', 'blue']))
);
comment on table sensing."risk_source" is '安全风险隐患源';
create unique index risk_source_name_key on sensing."risk_source" (district, name) where retired_at is null;
create index risk_source_geom on sensing."risk_source" using gist (geom);
create index risk_source_area on sensing."risk_source" (district, area_code);

create table sensing."drone" (
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
  model text not null,
  insured_to date not null,
  device uuid,
  primary key (district, id)
);
comment on table sensing."drone" is '无人机';
create unique index drone_number_key on sensing."drone" (district, number) where retired_at is null;
create index drone_area on sensing."drone" (district, area_code);

create table sensing."pilot" (
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
  person uuid not null,
  licence text not null,
  valid_to date not null,
  primary key (district, id)
);
comment on table sensing."pilot" is '飞手';
create unique index pilot_licence_key on sensing."pilot" (district, licence) where retired_at is null;
create index pilot_area on sensing."pilot" (district, area_code);

create table sensing."spot_shape" (
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
  batch text not null,
  code text not null,
  imaged_on date not null,
  land_type text not null,
  primary key (district, id),
  constraint spot_shape_land_type_choice check (land_type = any (array['farm', 'forest', 'green', 'build', 'other']))
);
comment on table sensing."spot_shape" is '卫星图斑';
create unique index spot_shape_code_key on sensing."spot_shape" (district, code) where retired_at is null;
create index spot_shape_geom on sensing."spot_shape" using gist (geom);
create index spot_shape_area on sensing."spot_shape" (district, area_code);

create table sensing."patrol_route" (
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
  person uuid,
  starts_at text not null,
  ends_at text not null,
  primary key (district, id),
  constraint patrol_route_order check (ends_at > starts_at)
);
comment on table sensing."patrol_route" is '巡更路线';
create unique index patrol_route_name_key on sensing."patrol_route" (district, name) where retired_at is null;
create index patrol_route_area on sensing."patrol_route" (district, area_code);

create table sensing."patrol_tag" (
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
  tag text not null,
  route uuid not null,
  order_ integer not null,
  primary key (district, id)
);
comment on table sensing."patrol_tag" is 'NFC巡更点位';
create unique index patrol_tag_tag_key on sensing."patrol_tag" (district, tag) where retired_at is null;
create index patrol_tag_geom on sensing."patrol_tag" using gist (geom);
create index patrol_tag_area on sensing."patrol_tag" (district, area_code);

create table sensing."radio" (
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
  device uuid not null,
  group_ text not null,
  unit uuid,
  bought_on date,
  primary key (district, id)
);
comment on table sensing."radio" is '对讲机';
create unique index radio_number_key on sensing."radio" (district, number) where retired_at is null;
create index radio_area on sensing."radio" (district, area_code);

create table sensing."gas_user" (
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
  class text not null,
  address text not null,
  phone text,
  primary key (district, id),
  constraint gas_user_class_choice check (class = any (array['resident', 'restaurant', 'business', 'public']))
);
comment on table sensing."gas_user" is '燃气用户';
create unique index gas_user_code_key on sensing."gas_user" (district, code) where retired_at is null;
create index gas_user_geom on sensing."gas_user" using gist (geom);
create index gas_user_area on sensing."gas_user" (district, area_code);

create table sensing."gas_part" (
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
  user_ uuid not null,
  kind text not null,
  serial text,
  installed_on date not null,
  expires_on date not null,
  primary key (district, id),
  constraint gas_part_kind_choice check (kind = any (array['alarm', 'valve', 'hose'])),
  constraint gas_part_life check (expires_on > installed_on)
);
comment on table sensing."gas_part" is '燃气三件套';
create unique index gas_part_user_kind_key on sensing."gas_part" (district, user_, kind) where retired_at is null;
create index gas_part_area on sensing."gas_part" (district, area_code);

create table sensing."access_point" (
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
  number text not null,
  park text not null,
  device uuid not null,
  radius_m numeric not null,
  primary key (district, id)
);
comment on table sensing."access_point" is '公园WiFi接入点';
create unique index access_point_number_key on sensing."access_point" (district, number) where retired_at is null;
create index access_point_geom on sensing."access_point" using gist (geom);
create index access_point_area on sensing."access_point" (district, area_code);

create table sensing."recycler" (
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
  number text not null,
  device uuid not null,
  compound text not null,
  installed_on date not null,
  primary key (district, id)
);
comment on table sensing."recycler" is '可回收物智能设备';
create unique index recycler_number_key on sensing."recycler" (district, number) where retired_at is null;
create unique index recycler_device_key on sensing."recycler" (district, device) where retired_at is null;
create index recycler_geom on sensing."recycler" using gist (geom);
create index recycler_area on sensing."recycler" (district, area_code);

create table sensing."points_machine" (
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
  number text not null,
  device uuid not null,
  place text not null,
  is_faulty boolean not null,
  primary key (district, id)
);
comment on table sensing."points_machine" is '积分兑换机';
create unique index points_machine_number_key on sensing."points_machine" (district, number) where retired_at is null;
create unique index points_machine_device_key on sensing."points_machine" (district, device) where retired_at is null;
create index points_machine_geom on sensing."points_machine" using gist (geom);
create index points_machine_area on sensing."points_machine" (district, area_code);

create table sensing."goods" (
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
  machine uuid not null,
  slot integer not null,
  name text not null,
  price integer not null,
  stock integer not null,
  low integer not null,
  primary key (district, id),
  constraint goods_stock check (stock >= 0)
);
comment on table sensing."goods" is '兑换商品';
create unique index goods_machine_slot_key on sensing."goods" (district, machine, slot) where retired_at is null;
create index goods_area on sensing."goods" (district, area_code);

create table sensing."points_account" (
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
  phone text,
  points integer not null,
  primary key (district, id),
  constraint points_account_points check (points >= 0)
);
comment on table sensing."points_account" is '积分账户';
create unique index points_account_code_key on sensing."points_account" (district, code) where retired_at is null;
create index points_account_area on sensing."points_account" (district, area_code);

create table sensing."bike_dock" (
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
  device uuid not null,
  docks integer not null,
  fence_m numeric not null,
  primary key (district, id)
);
comment on table sensing."bike_dock" is '公共自行车站点';
create unique index bike_dock_name_key on sensing."bike_dock" (district, name) where retired_at is null;
create unique index bike_dock_device_key on sensing."bike_dock" (district, device) where retired_at is null;
create index bike_dock_geom on sensing."bike_dock" using gist (geom);
create index bike_dock_area on sensing."bike_dock" (district, area_code);

create table sensing."berth_road" (
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
  mode text not null,
  since date not null,
  collectors_before integer not null,
  collectors_now integer not null,
  primary key (district, id),
  constraint berth_road_mode_choice check (mode = any (array['collector', 'scan', 'lock', 'sensor'])),
  constraint berth_road_staff check (mode = 'collector' or collectors_now <= collectors_before)
);
comment on table sensing."berth_road" is '收费道路';
create unique index berth_road_name_key on sensing."berth_road" (district, name) where retired_at is null;
create index berth_road_area on sensing."berth_road" (district, area_code);

create table sensing."berth" (
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
  number text not null,
  road uuid not null,
  device uuid,
  method text,
  retrofitted_on date,
  primary key (district, id),
  constraint berth_method_choice check (method = any (array['magnet', 'video', 'lock'])),
  constraint berth_retrofit check ((device is null) = (retrofitted_on is null) and (device is null) = (method is null))
);
comment on table sensing."berth" is '道路泊位';
create unique index berth_number_key on sensing."berth" (district, number) where retired_at is null;
create unique index berth_device_key on sensing."berth" (district, device) where retired_at is null;
create index berth_geom on sensing."berth" using gist (geom);
create index berth_area on sensing."berth" (district, area_code);

create table sensing."work_plan" (
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
  line uuid not null,
  device uuid not null,
  operator text not null,
  starts_at text not null,
  ends_at text not null,
  max_speed numeric not null,
  day_fen integer not null,
  primary key (district, id),
  constraint work_plan_order check (ends_at > starts_at)
);
comment on table sensing."work_plan" is '机械化作业计划';
create unique index work_plan_name_key on sensing."work_plan" (district, name) where retired_at is null;
create index work_plan_area on sensing."work_plan" (district, area_code);

create table sensing."alarm_test" (
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
  device uuid not null,
  alarm uuid,
  seconds integer,
  result text not null,
  note text not null,
  photos uuid[],
  primary key (district, id),
  constraint alarm_test_result_choice check (result = any (array['passed', 'failed']))
);
comment on table sensing."alarm_test" is 'append-only: 报警器试验记录';
create index alarm_test_at on sensing."alarm_test" (district, at desc);

create table sensing."risk_check" (
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
  source uuid not null,
  state text not null,
  result text not null,
  photos uuid[],
  primary key (district, id),
  constraint risk_check_state_choice check (state = any (array['fine', 'fixed', 'open']))
);
comment on table sensing."risk_check" is 'append-only: 隐患源检查记录';
create index risk_check_at on sensing."risk_check" (district, at desc);

create table sensing."tag_visit" (
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
  tag uuid not null,
  route uuid not null,
  counter integer not null,
  distance_m numeric not null,
  verdict text not null,
  primary key (district, id),
  constraint tag_visit_verdict_choice check (verdict = any (array['fine', 'far', 'copied', 'late']))
);
comment on table sensing."tag_visit" is 'append-only: 巡更刷卡记录';
create index tag_visit_at on sensing."tag_visit" (district, at desc);

create table sensing."missed_tag" (
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
  tag uuid not null,
  name text not null,
  route uuid not null,
  day text not null,
  primary key (district, id)
);
comment on table sensing."missed_tag" is 'append-only: 漏巡点位';
create index missed_tag_at on sensing."missed_tag" (district, at desc);

create table sensing."drop" (
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
  recycler uuid not null,
  user_ uuid not null,
  kind text not null,
  kg numeric not null,
  points integer not null,
  primary key (district, id),
  constraint drop_kind_choice check (kind = any (array['paper', 'plastic', 'metal', 'textile']))
);
comment on table sensing."drop" is 'append-only: 可回收物投放';
create index drop_at on sensing."drop" (district, at desc);

create table sensing."recycler_clearing" (
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
  recycler uuid not null,
  kind text not null,
  kg numeric not null,
  vehicle text not null,
  primary key (district, id),
  constraint recycler_clearing_kind_choice check (kind = any (array['paper', 'plastic', 'metal', 'textile']))
);
comment on table sensing."recycler_clearing" is 'append-only: 可回收物清运';
create index recycler_clearing_at on sensing."recycler_clearing" (district, at desc);

create table sensing."deal" (
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
  machine uuid not null,
  goods uuid not null,
  name text not null,
  user_ uuid not null,
  points integer not null,
  left_ integer not null,
  primary key (district, id)
);
comment on table sensing."deal" is 'append-only: 积分兑换';
create index deal_at on sensing."deal" (district, at desc);

create table sensing."bike_move" (
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
  dock uuid not null,
  bike text not null,
  kind text not null,
  way text not null,
  distance_m numeric,
  parked integer not null,
  primary key (district, id),
  constraint bike_move_kind_choice check (kind = any (array['out', 'back'])),
  constraint bike_move_way_choice check (way = any (array['dock', 'bluetooth']))
);
comment on table sensing."bike_move" is 'append-only: 公共自行车借还';
create index bike_move_at on sensing."bike_move" (district, at desc);

create table sensing."berth_order" (
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
  berth uuid not null,
  plate text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  amount_fen integer not null,
  primary key (district, id)
);
comment on table sensing."berth_order" is 'append-only: 停车订单';
create index berth_order_at on sensing."berth_order" (district, at desc);

create table sensing."berth_stay" (
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
  berth uuid not null,
  road uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  minutes integer not null,
  verdict text not null,
  plate text,
  primary key (district, id),
  constraint berth_stay_verdict_choice check (verdict = any (array['paid', 'free', 'evaded']))
);
comment on table sensing."berth_stay" is 'append-only: 泊位停放';
create index berth_stay_at on sensing."berth_stay" (district, at desc);

create table sensing."berth_scan" (
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
  berth uuid not null,
  plate text not null,
  has_order text not null,
  primary key (district, id),
  constraint berth_scan_has_order_choice check (has_order = any (array['yes', 'no']))
);
comment on table sensing."berth_scan" is 'append-only: 巡检扫描';
create index berth_scan_at on sensing."berth_scan" (district, at desc);

create table sensing."alarm" (
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
  rule uuid not null,
  title text not null,
  device uuid not null,
  device_number text not null,
  device_kind text not null,
  quantity text,
  severity text not null,
  value numeric,
  limit_ numeric,
  raised_at timestamp with time zone not null,
  open_key text,
  case_on text not null,
  category_kind text,
  category text,
  times integer not null,
  last_value numeric,
  last_at timestamp with time zone not null,
  cleared_at timestamp with time zone,
  team uuid,
  team_name text,
  team_distance_m numeric,
  weather uuid,
  ack_due_at timestamp with time zone,
  acked_at timestamp with time zone,
  arrive_due_at timestamp with time zone,
  arrived_at timestamp with time zone,
  handled_at timestamp with time zone,
  photos uuid[],
  result text,
  false_reason text,
  note text,
  has_case boolean,
  primary key (district, id),
  constraint alarm_severity_choice check (severity = any (array['notice', 'warning', 'alarm', 'critical'])),
  constraint alarm_case_on_choice check (case_on = any (array['none', 'raise', 'confirm'])),
  constraint alarm_category_kind_choice check (category_kind = any (array['component', 'matter'])),
  constraint alarm_false_reason_choice check (false_reason = any (array['cooking', 'dust', 'traffic', 'drift', 'installed', 'works', 'network', 'other']))
);
comment on table sensing."alarm" is '告警';
create unique index alarm_number_key on sensing."alarm" (district, number);
create unique index alarm_client_key on sensing."alarm" (district, client_key);
create index alarm_created on sensing."alarm" (district, created_at desc, id desc);
create index alarm_by_due on sensing."alarm" (district, due_at) where status <> all (array['closed', 'untrue', 'tested']);
create index alarm_open_place on sensing."alarm" (district, status, area_code, due_at) where status <> all (array['closed', 'untrue', 'tested']);
create index alarm_open_geom on sensing."alarm" using gist (geom, created_at) where closed_at is null;
create index alarm_closed_geom on sensing."alarm" using gist (geom, created_at) where closed_at is not null;
create index alarm_parent on sensing."alarm" (district, parent_id) where parent_id is not null;
create unique index alarm_open_key_key on sensing."alarm" (district, open_key);

create table sensing."install_job" (
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
  device uuid not null,
  device_number text not null,
  cause text not null,
  false_count integer,
  installed_on date,
  position text,
  photos uuid[],
  primary key (district, id)
);
comment on table sensing."install_job" is '设备复装';
create unique index install_job_number_key on sensing."install_job" (district, number);
create unique index install_job_client_key on sensing."install_job" (district, client_key);
create index install_job_created on sensing."install_job" (district, created_at desc, id desc);
create index install_job_by_due on sensing."install_job" (district, due_at) where status <> all (array['accepted']);
create index install_job_open_place on sensing."install_job" (district, status, area_code, due_at) where status <> all (array['accepted']);
create index install_job_open_geom on sensing."install_job" using gist (geom, created_at) where closed_at is null;
create index install_job_closed_geom on sensing."install_job" using gist (geom, created_at) where closed_at is not null;
create index install_job_parent on sensing."install_job" (district, parent_id) where parent_id is not null;

create table sensing."detection" (
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
  camera uuid not null,
  camera_number text not null,
  road text not null,
  scene text not null,
  confidence numeric not null,
  seen_at timestamp with time zone not null,
  model_version text not null,
  picture uuid[] not null,
  shop_name text,
  shop uuid,
  shop_phone text,
  fix_hours numeric,
  category_kind text,
  category text,
  reviewed_at timestamp with time zone,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  fix_note text,
  fix_photos uuid[],
  label text,
  label_note text,
  primary key (district, id),
  constraint detection_scene_choice check (scene = any (array['outside', 'occupying', 'pile', 'bin', 'litter', 'hanging', 'parking', 'bikes', 'ads', 'water'])),
  constraint detection_category_kind_choice check (category_kind = any (array['component', 'matter'])),
  constraint detection_label_choice check (label = any (array['nothing', 'goods', 'person', 'light', 'season', 'other']))
);
comment on table sensing."detection" is '视频识别问题';
create unique index detection_number_key on sensing."detection" (district, number);
create unique index detection_client_key on sensing."detection" (district, client_key);
create index detection_created on sensing."detection" (district, created_at desc, id desc);
create index detection_by_due on sensing."detection" (district, due_at) where status <> all (array['low', 'done', 'relearn', 'sent']);
create index detection_open_place on sensing."detection" (district, status, area_code, due_at) where status <> all (array['low', 'done', 'relearn', 'sent']);
create index detection_open_geom on sensing."detection" using gist (geom, created_at) where closed_at is null;
create index detection_closed_geom on sensing."detection" using gist (geom, created_at) where closed_at is not null;
create index detection_parent on sensing."detection" (district, parent_id) where parent_id is not null;

create table sensing."training" (
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
  from_version text not null,
  to_version text not null,
  samples integer not null,
  trained_on date,
  results jsonb,
  before numeric,
  after numeric,
  conclusion text,
  primary key (district, id)
);
comment on table sensing."training" is '模型再训练';
create unique index training_number_key on sensing."training" (district, number);
create unique index training_client_key on sensing."training" (district, client_key);
create index training_created on sensing."training" (district, created_at desc, id desc);
create index training_by_due on sensing."training" (district, due_at) where status <> all (array['adopted', 'dropped']);
create index training_open_place on sensing."training" (district, status, area_code, due_at) where status <> all (array['adopted', 'dropped']);
create index training_open_geom on sensing."training" using gist (geom, created_at) where closed_at is null;
create index training_closed_geom on sensing."training" using gist (geom, created_at) where closed_at is not null;
create index training_parent on sensing."training" (district, parent_id) where parent_id is not null;

create table sensing."risk_notice" (
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
  source uuid not null,
  name text not null,
  instruction text,
  due_on date,
  result text,
  photos uuid[],
  primary key (district, id)
);
comment on table sensing."risk_notice" is '重大风险呈报';
create unique index risk_notice_number_key on sensing."risk_notice" (district, number);
create unique index risk_notice_client_key on sensing."risk_notice" (district, client_key);
create index risk_notice_created on sensing."risk_notice" (district, created_at desc, id desc);
create index risk_notice_by_due on sensing."risk_notice" (district, due_at) where status <> all (array['done']);
create index risk_notice_open_place on sensing."risk_notice" (district, status, area_code, due_at) where status <> all (array['done']);
create index risk_notice_open_geom on sensing."risk_notice" using gist (geom, created_at) where closed_at is null;
create index risk_notice_closed_geom on sensing."risk_notice" using gist (geom, created_at) where closed_at is not null;
create index risk_notice_parent on sensing."risk_notice" (district, parent_id) where parent_id is not null;

create table sensing."research" (
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
  question text not null,
  experts jsonb not null,
  pilots jsonb,
  findings jsonb,
  verdicts jsonb,
  conclusion text,
  bought integer,
  primary key (district, id)
);
comment on table sensing."research" is '物联网应用课题';
create unique index research_number_key on sensing."research" (district, number);
create unique index research_client_key on sensing."research" (district, client_key);
create index research_created on sensing."research" (district, created_at desc, id desc);
create index research_by_due on sensing."research" (district, due_at) where status <> all (array['concluded']);
create index research_open_place on sensing."research" (district, status, area_code, due_at) where status <> all (array['concluded']);
create index research_open_geom on sensing."research" using gist (geom, created_at) where closed_at is null;
create index research_closed_geom on sensing."research" using gist (geom, created_at) where closed_at is not null;
create index research_parent on sensing."research" (district, parent_id) where parent_id is not null;

create table sensing."flight" (
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
  drone uuid not null,
  pilot uuid not null,
  line uuid not null,
  permit text not null,
  permit_to date not null,
  planned_on date not null,
  wind_speed numeric,
  weather text,
  battery integer,
  took_off_at timestamp with time zone,
  landed_at timestamp with time zone,
  minutes numeric,
  battery_left integer,
  pictures uuid[],
  findings integer,
  primary key (district, id),
  constraint flight_weather_choice check (weather = any (array['clear', 'cloudy', 'rain', 'fog']))
);
comment on table sensing."flight" is '无人机飞行';
create unique index flight_number_key on sensing."flight" (district, number);
create unique index flight_client_key on sensing."flight" (district, client_key);
create index flight_created on sensing."flight" (district, created_at desc, id desc);
create index flight_by_due on sensing."flight" (district, due_at) where status <> all (array['landed', 'cancelled']);
create index flight_open_place on sensing."flight" (district, status, area_code, due_at) where status <> all (array['landed', 'cancelled']);
create index flight_open_geom on sensing."flight" using gist (geom, created_at) where closed_at is null;
create index flight_closed_geom on sensing."flight" using gist (geom, created_at) where closed_at is not null;
create index flight_parent on sensing."flight" (district, parent_id) where parent_id is not null;

create table sensing."spot" (
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
  shape uuid not null,
  code text not null,
  batch text not null,
  mu numeric not null,
  situation text,
  photos uuid[],
  checked_at timestamp with time zone,
  finding text,
  basis text,
  parts jsonb,
  restore_kind text,
  restore_due_on date,
  restored_on date,
  restored_mu numeric,
  restored_photos uuid[],
  primary key (district, id),
  constraint spot_finding_choice check (finding = any (array['illegal', 'legal', 'mistaken'])),
  constraint spot_restore_kind_choice check (restore_kind = any (array['farm', 'green', 'remove']))
);
comment on table sensing."spot" is '卫星图斑核查';
create unique index spot_number_key on sensing."spot" (district, number);
create unique index spot_client_key on sensing."spot" (district, client_key);
create index spot_created on sensing."spot" (district, created_at desc, id desc);
create index spot_by_due on sensing."spot" (district, due_at) where status <> all (array['closed', 'legal', 'mistaken']);
create index spot_open_place on sensing."spot" (district, status, area_code, due_at) where status <> all (array['closed', 'legal', 'mistaken']);
create index spot_open_geom on sensing."spot" using gist (geom, created_at) where closed_at is null;
create index spot_closed_geom on sensing."spot" using gist (geom, created_at) where closed_at is not null;
create index spot_parent on sensing."spot" (district, parent_id) where parent_id is not null;
create unique index spot_shape_key on sensing."spot" (district, shape);

create table sensing."radio_issue" (
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
  radio uuid not null,
  holder uuid not null,
  radio_number text not null,
  returned_on date,
  state text,
  lost_at text,
  paid_fen integer,
  primary key (district, id),
  constraint radio_issue_state_choice check (state = any (array['fine', 'broken']))
);
comment on table sensing."radio_issue" is '对讲机领用';
create unique index radio_issue_number_key on sensing."radio_issue" (district, number);
create unique index radio_issue_client_key on sensing."radio_issue" (district, client_key);
create index radio_issue_created on sensing."radio_issue" (district, created_at desc, id desc);
create index radio_issue_by_due on sensing."radio_issue" (district, due_at) where status <> all (array['returned', 'lost']);
create index radio_issue_open_place on sensing."radio_issue" (district, status, area_code, due_at) where status <> all (array['returned', 'lost']);
create index radio_issue_open_geom on sensing."radio_issue" using gist (geom, created_at) where closed_at is null;
create index radio_issue_closed_geom on sensing."radio_issue" using gist (geom, created_at) where closed_at is not null;
create index radio_issue_parent on sensing."radio_issue" (district, parent_id) where parent_id is not null;

create table sensing."group_call" (
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
  group_ text not null,
  words text not null,
  radios text not null,
  primary key (district, id)
);
comment on table sensing."group_call" is '对讲机组呼';
create unique index group_call_number_key on sensing."group_call" (district, number);
create unique index group_call_client_key on sensing."group_call" (district, client_key);
create index group_call_created on sensing."group_call" (district, created_at desc, id desc);
create index group_call_by_due on sensing."group_call" (district, due_at) where status <> all (array['called']);
create index group_call_open_place on sensing."group_call" (district, status, area_code, due_at) where status <> all (array['called']);
create index group_call_open_geom on sensing."group_call" using gist (geom, created_at) where closed_at is null;
create index group_call_closed_geom on sensing."group_call" using gist (geom, created_at) where closed_at is not null;
create index group_call_parent on sensing."group_call" (district, parent_id) where parent_id is not null;

create table sensing."gas_replacement" (
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
  part uuid not null,
  user_ uuid not null,
  kind text not null,
  expires_on date not null,
  serial text,
  installed_on date,
  new_expires_on date,
  photos uuid[],
  primary key (district, id),
  constraint gas_replacement_kind_choice check (kind = any (array['alarm', 'valve', 'hose']))
);
comment on table sensing."gas_replacement" is '三件套更换';
create unique index gas_replacement_number_key on sensing."gas_replacement" (district, number);
create unique index gas_replacement_client_key on sensing."gas_replacement" (district, client_key);
create index gas_replacement_created on sensing."gas_replacement" (district, created_at desc, id desc);
create index gas_replacement_by_due on sensing."gas_replacement" (district, due_at) where status <> all (array['replaced']);
create index gas_replacement_open_place on sensing."gas_replacement" (district, status, area_code, due_at) where status <> all (array['replaced']);
create index gas_replacement_open_geom on sensing."gas_replacement" using gist (geom, created_at) where closed_at is null;
create index gas_replacement_closed_geom on sensing."gas_replacement" using gist (geom, created_at) where closed_at is not null;
create index gas_replacement_parent on sensing."gas_replacement" (district, parent_id) where parent_id is not null;

create table sensing."wifi_acceptance" (
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
  park text not null,
  area_ha numeric not null,
  measured_on date,
  points jsonb,
  covered numeric,
  note text,
  primary key (district, id)
);
comment on table sensing."wifi_acceptance" is '公园WiFi覆盖验收';
create unique index wifi_acceptance_number_key on sensing."wifi_acceptance" (district, number);
create unique index wifi_acceptance_client_key on sensing."wifi_acceptance" (district, client_key);
create index wifi_acceptance_created on sensing."wifi_acceptance" (district, created_at desc, id desc);
create index wifi_acceptance_by_due on sensing."wifi_acceptance" (district, due_at) where status <> all (array['accepted', 'refused']);
create index wifi_acceptance_open_place on sensing."wifi_acceptance" (district, status, area_code, due_at) where status <> all (array['accepted', 'refused']);
create index wifi_acceptance_open_geom on sensing."wifi_acceptance" using gist (geom, created_at) where closed_at is null;
create index wifi_acceptance_closed_geom on sensing."wifi_acceptance" using gist (geom, created_at) where closed_at is not null;
create index wifi_acceptance_parent on sensing."wifi_acceptance" (district, parent_id) where parent_id is not null;

create table sensing."leachate_day" (
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
  device uuid not null,
  plant text not null,
  reported_on date not null,
  produced_t numeric not null,
  treated_t numeric not null,
  discharged_t numeric not null,
  hours numeric not null,
  exceeded numeric not null,
  is_met boolean not null,
  is_cleared boolean not null,
  reason text,
  primary key (district, id)
);
comment on table sensing."leachate_day" is '渗滤液日报';
create unique index leachate_day_number_key on sensing."leachate_day" (district, number);
create unique index leachate_day_client_key on sensing."leachate_day" (district, client_key);
create index leachate_day_created on sensing."leachate_day" (district, created_at desc, id desc);
create index leachate_day_by_due on sensing."leachate_day" (district, due_at) where status <> all (array['confirmed', 'void']);
create index leachate_day_open_place on sensing."leachate_day" (district, status, area_code, due_at) where status <> all (array['confirmed', 'void']);
create index leachate_day_open_geom on sensing."leachate_day" using gist (geom, created_at) where closed_at is null;
create index leachate_day_closed_geom on sensing."leachate_day" using gist (geom, created_at) where closed_at is not null;
create index leachate_day_parent on sensing."leachate_day" (district, parent_id) where parent_id is not null;
create unique index leachate_day_plant_reported_on_key on sensing."leachate_day" (district, plant, reported_on);

create table sensing."warning" (
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
  category text not null,
  for_on date not null,
  weeks integer not null,
  hits integer not null,
  expected integer not null,
  plan text,
  actual integer,
  arranged text,
  primary key (district, id),
  constraint warning_arranged_choice check (arranged = any (array['yes', 'no']))
);
comment on table sensing."warning" is '大数据预警';
create unique index warning_number_key on sensing."warning" (district, number);
create unique index warning_client_key on sensing."warning" (district, client_key);
create index warning_created on sensing."warning" (district, created_at desc, id desc);
create index warning_by_due on sensing."warning" (district, due_at) where status <> all (array['hit', 'missed']);
create index warning_open_place on sensing."warning" (district, status, area_code, due_at) where status <> all (array['hit', 'missed']);
create index warning_open_geom on sensing."warning" using gist (geom, created_at) where closed_at is null;
create index warning_closed_geom on sensing."warning" using gist (geom, created_at) where closed_at is not null;
create index warning_parent on sensing."warning" (district, parent_id) where parent_id is not null;
create unique index warning_place_category_for_on_key on sensing."warning" (district, place, category, for_on);

create table sensing."work_audit" (
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
  month text not null,
  name text not null,
  operator text not null,
  days integer not null,
  good_days integer not null,
  missing jsonb not null,
  pay_fen integer not null,
  cut_fen integer not null,
  opinion text,
  primary key (district, id)
);
comment on table sensing."work_audit" is '机械化作业月度审核';
create unique index work_audit_number_key on sensing."work_audit" (district, number);
create unique index work_audit_client_key on sensing."work_audit" (district, client_key);
create index work_audit_created on sensing."work_audit" (district, created_at desc, id desc);
create index work_audit_by_due on sensing."work_audit" (district, due_at) where status <> all (array['confirmed']);
create index work_audit_open_place on sensing."work_audit" (district, status, area_code, due_at) where status <> all (array['confirmed']);
create index work_audit_open_geom on sensing."work_audit" using gist (geom, created_at) where closed_at is null;
create index work_audit_closed_geom on sensing."work_audit" using gist (geom, created_at) where closed_at is not null;
create index work_audit_parent on sensing."work_audit" (district, parent_id) where parent_id is not null;
create unique index work_audit_plan_month_key on sensing."work_audit" (district, plan, month);

-- What the rule engine knows about a rule and device between points; written after the alarms it stands for.
create table sensing.rule_state (
  district text not null,
  rule uuid not null,
  device uuid not null,
  state jsonb not null,
  primary key (district, rule, device)
);
comment on table sensing.rule_state is '规则判断状态';

-- Up to when received points have been judged: the rest is judged once more at start.
create table sensing.rule_mark (
  district text not null primary key,
  received_at timestamp with time zone not null
);
comment on table sensing.rule_mark is '规则判断进度';
