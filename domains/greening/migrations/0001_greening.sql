create schema if not exists greening;

create table greening."space" (
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
  code text not null,
  name text not null,
  class text not null,
  form text not null,
  area_m2 numeric not null,
  cover_m2 numeric not null,
  owner text not null,
  grade text,
  segment uuid,
  road uuid,
  open_hours text,
  state text not null,
  build_kind text not null,
  built_on date not null,
  handed_on date,
  project uuid,
  photos uuid[],
  primary key (district, id),
  constraint space_class_choice check (class = any (array['G1', 'G2', 'G3', 'XG', 'EG'])),
  constraint space_form_choice check (form = any (array['park', 'pocket', 'street', 'garden', 'rose', 'road', 'attached', 'shelter', 'vertical', 'other'])),
  constraint space_grade_choice check (grade = any (array['first', 'second', 'third'])),
  constraint space_state_choice check (state = any (array['open', 'closed', 'building'])),
  constraint space_build_kind_choice check (build_kind = any (array['new', 'rebuilt'])),
  constraint space_handed check (handed_on is null or segment is not null),
  constraint space_order check (handed_on is null or handed_on >= built_on)
);
comment on table greening."space" is '绿地';
create unique index space_code_key on greening."space" (district, code) where retired_at is null;
create index space_geom on greening."space" using gist (geom);
create index space_area on greening."space" (district, area_code);

create table greening."greenway" (
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
  name text not null,
  length_m numeric not null,
  width_m numeric not null,
  lamps integer not null,
  stations integer not null,
  links text,
  build_kind text not null,
  built_on date not null,
  state text not null,
  closed_note text,
  project uuid,
  primary key (district, id),
  constraint greenway_build_kind_choice check (build_kind = any (array['new', 'rebuilt'])),
  constraint greenway_state_choice check (state = any (array['open', 'closed', 'building']))
);
comment on table greening."greenway" is '绿道';
create unique index greenway_code_key on greening."greenway" (district, code) where retired_at is null;
create index greenway_geom on greening."greenway" using gist (geom);
create index greenway_area on greening."greenway" (district, area_code);

create table greening."block" (
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
  area_ha numeric not null,
  is_served boolean,
  primary key (district, id)
);
comment on table greening."block" is '居住用地';
create unique index block_name_key on greening."block" (district, name) where retired_at is null;
create index block_geom on greening."block" using gist (geom);
create index block_area on greening."block" (district, area_code);

create table greening."keeper" (
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
  space uuid not null,
  name text not null,
  phone text not null,
  role text not null,
  season text not null,
  duties text not null,
  is_weekly boolean not null,
  primary key (district, id),
  constraint keeper_role_choice check (role = any (array['keeper', 'volunteer']))
);
comment on table greening."keeper" is '绿地管家与志愿者';
create unique index keeper_space_phone_key on greening."keeper" (district, space, phone) where retired_at is null;
create index keeper_area on greening."keeper" (district, area_code);

create table greening."basis" (
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
  current text,
  built_up_m2 numeric not null,
  population integer not null,
  duty_population integer not null,
  source text not null,
  primary key (district, id),
  constraint basis_current_choice check (current = any (array['yes']))
);
comment on table greening."basis" is '园林年度底数';
create unique index basis_year_key on greening."basis" (district, year) where retired_at is null;
create unique index basis_current_key on greening."basis" (district, current) where retired_at is null;
create index basis_area on greening."basis" (district, area_code);

create table greening."tree" (
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
  component uuid,
  road uuid not null,
  segment uuid,
  species text not null,
  dbh_cm numeric not null,
  health text not null,
  is_dangerous boolean not null,
  pruned_on date,
  is_adoptable boolean not null,
  primary key (district, id),
  constraint tree_health_choice check (health = any (array['good', 'weak', 'dying', 'dead']))
);
comment on table greening."tree" is '行道树档案';
create unique index tree_code_key on greening."tree" (district, code) where retired_at is null;
create index tree_geom on greening."tree" using gist (geom);
create index tree_area on greening."tree" (district, area_code);

create table greening."plan" (
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
  years integer not null,
  approved_by text not null,
  approved_on date not null,
  files uuid[],
  primary key (district, id),
  constraint plan_span check (to_year > from_year and years = to_year - from_year + 1)
);
comment on table greening."plan" is '绿地系统规划';
create unique index plan_name_key on greening."plan" (district, name) where retired_at is null;
create index plan_area on greening."plan" (district, area_code);

create table greening."plan_target" (
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
  plan uuid not null,
  year integer not null,
  land_rate numeric not null,
  cover_rate numeric not null,
  per_head numeric not null,
  primary key (district, id)
);
comment on table greening."plan_target" is '规划年度目标';
create unique index plan_target_plan_year_key on greening."plan_target" (district, plan, year) where retired_at is null;
create index plan_target_area on greening."plan_target" (district, area_code);

create table greening."plot" (
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
  plan uuid not null,
  code text not null,
  land_use text not null,
  area_m2 numeric not null,
  build_by integer not null,
  space uuid,
  primary key (district, id)
);
comment on table greening."plot" is '规划绿地地块';
create unique index plot_code_key on greening."plot" (district, code) where retired_at is null;
create index plot_geom on greening."plot" using gist (geom);
create index plot_area on greening."plot" (district, area_code);

create table greening."city_target" (
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
  item text not null,
  indicator text not null,
  least numeric not null,
  basis text not null,
  evidence uuid[],
  primary key (district, id)
);
comment on table greening."city_target" is '园林城市指标与佐证';
create unique index city_target_item_key on greening."city_target" (district, item) where retired_at is null;
create index city_target_area on greening."city_target" (district, area_code);

create table greening."segment" (
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
  contractor text not null,
  unit uuid not null,
  grade text not null,
  area_m2 numeric not null,
  price_fen integer not null,
  from_on date not null,
  to_on date not null,
  honour text,
  primary key (district, id),
  constraint segment_grade_choice check (grade = any (array['first', 'second', 'third'])),
  constraint segment_honour_choice check (honour = any (array['none', 'demo', 'good'])),
  constraint segment_span check (to_on > from_on)
);
comment on table greening."segment" is '养护标段';
create unique index segment_code_key on greening."segment" (district, code) where retired_at is null;
create index segment_geom on greening."segment" using gist (geom);
create index segment_area on greening."segment" (district, area_code);

create table greening."water_point" (
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
  segment uuid not null,
  kind text not null,
  pipe_m numeric not null,
  cover_m2 numeric not null,
  meter text not null,
  built_on date not null,
  state text not null,
  primary key (district, id),
  constraint water_point_kind_choice check (kind = any (array['hydrant', 'sprinkler', 'tank'])),
  constraint water_point_state_choice check (state = any (array['good', 'broken']))
);
comment on table greening."water_point" is '绿化给水点';
create unique index water_point_code_key on greening."water_point" (district, code) where retired_at is null;
create index water_point_geom on greening."water_point" using gist (geom);
create index water_point_area on greening."water_point" (district, area_code);

create table greening."pest" (
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
  host text not null,
  from_day integer not null,
  to_day integer not null,
  threshold integer not null,
  method text not null,
  is_catkin text not null,
  primary key (district, id),
  constraint pest_is_catkin_choice check (is_catkin = any (array['insect', 'disease', 'catkin']))
);
comment on table greening."pest" is '有害生物';
create unique index pest_name_key on greening."pest" (district, name) where retired_at is null;
create index pest_area on greening."pest" (district, area_code);

create table greening."waste_site" (
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
  capacity_t numeric not null,
  commissioned_on date not null,
  products text not null,
  primary key (district, id)
);
comment on table greening."waste_site" is '绿化废弃物处置点';
create unique index waste_site_name_key on greening."waste_site" (district, name) where retired_at is null;
create index waste_site_geom on greening."waste_site" using gist (geom);
create index waste_site_area on greening."waste_site" (district, area_code);

create table greening."waste" (
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
  direction text not null,
  site uuid,
  town text,
  tons numeric not null,
  product text,
  used_for text,
  day_on date not null,
  ticket text,
  primary key (district, id),
  constraint waste_direction_choice check (direction = any (array['in', 'out', 'loose'])),
  constraint waste_product_choice check (product = any (array['compost', 'mulch', 'pellet', 'wood', 'none']))
);
comment on table greening."waste" is '绿化废弃物进出';
create unique index waste_ticket_key on greening."waste" (district, ticket) where retired_at is null;
create index waste_area on greening."waste" (district, area_code);

create table greening."park" (
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
  level text not null,
  space uuid,
  area_m2 numeric not null,
  owner text not null,
  manager text not null,
  open_hours text not null,
  wifi_m2 numeric not null,
  state text not null,
  closed_note text,
  batch text,
  notice text,
  listed_on date,
  star integer,
  standard text,
  primary key (district, id),
  constraint park_class_choice check (class = any (array['general', 'community', 'special', 'small'])),
  constraint park_level_choice check (level = any (array['city', 'district', 'street'])),
  constraint park_state_choice check (state = any (array['open', 'closed', 'building'])),
  constraint park_standard_choice check (standard = any (array['none', 'passed'])),
  constraint park_wifi check (wifi_m2 <= area_m2)
);
comment on table greening."park" is '公园';
create unique index park_code_key on greening."park" (district, code) where retired_at is null;
create index park_geom on greening."park" using gist (geom);
create index park_area on greening."park" (district, area_code);

create table greening."ancient" (
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
  species text not null,
  age integer not null,
  grade text not null,
  height_m numeric not null,
  girth_cm numeric not null,
  radius_m numeric not null,
  keeper text not null,
  contract uuid[],
  plan text,
  health text not null,
  is_adoptable boolean not null,
  photos uuid[],
  patrolled_on date,
  patrol_by date,
  primary key (district, id),
  constraint ancient_grade_choice check (grade = any (array['first', 'second', 'third', 'famous', 'reserve'])),
  constraint ancient_health_choice check (health = any (array['good', 'weak', 'dying', 'dead'])),
  constraint ancient_grade check ((grade = 'first' and age >= 500) or (grade = 'second' and age between 300 and 499) or (grade = 'third' and age between 100 and 299) or grade = 'famous' or (grade = 'reserve' and age between 50 and 99))
);
comment on table greening."ancient" is '古树名木';
create unique index ancient_code_key on greening."ancient" (district, code) where retired_at is null;
create index ancient_geom on greening."ancient" using gist (geom);
create index ancient_area on greening."ancient" (district, area_code);

create table greening."base" (
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
  tier text not null,
  built_on date not null,
  capacity integer not null,
  manager text not null,
  open_hours text,
  primary key (district, id),
  constraint base_kind_choice check (kind = any (array['base', 'grove', 'hall'])),
  constraint base_tier_choice check (tier = any (array['nation', 'province', 'city']))
);
comment on table greening."base" is '义务植树基地与展馆';
create unique index base_name_key on greening."base" (district, name) where retired_at is null;
create index base_geom on greening."base" using gist (geom);
create index base_area on greening."base" (district, area_code);

create table greening."pruning" (
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
  tree uuid not null,
  work uuid not null,
  how text not null,
  pruned_on date not null,
  is_first boolean not null,
  primary key (district, id),
  constraint pruning_how_choice check (how = any (array['thin', 'danger', 'shape', 'crown']))
);
comment on table greening."pruning" is 'append-only: 行道树修剪记录';
create index pruning_at on greening."pruning" (district, at desc);

create table greening."meter_reading" (
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
  read_on date not null,
  m3 numeric not null,
  primary key (district, id)
);
comment on table greening."meter_reading" is 'append-only: 绿化用水抄表';
create index meter_reading_at on greening."meter_reading" (district, at desc);

create table greening."trap" (
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
  pest uuid not null,
  segment uuid,
  place text not null,
  count integer not null,
  seen_on date not null,
  primary key (district, id)
);
comment on table greening."trap" is 'append-only: 监测诱捕记录';
create index trap_at on greening."trap" (district, at desc);
create index trap_geom on greening."trap" using gist (geom);

create table greening."rain" (
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
  day_on date not null,
  mm numeric not null,
  soil numeric,
  primary key (district, id)
);
comment on table greening."rain" is 'append-only: 雨量与土壤墒情';
create index rain_at on greening."rain" (district, at desc);

create table greening."medal" (
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
  expo uuid not null,
  entry text not null,
  category text not null,
  level text not null,
  count integer not null,
  won_on date not null,
  primary key (district, id),
  constraint medal_category_choice check (category = any (array['outdoor', 'indoor', 'pot', 'topic'])),
  constraint medal_level_choice check (level = any (array['gold', 'silver', 'bronze', 'first', 'second', 'third']))
);
comment on table greening."medal" is 'append-only: 参展奖牌';
create index medal_at on greening."medal" (district, at desc);

create table greening."duty" (
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
  key text not null,
  name text not null,
  form text not null,
  trees numeric not null,
  people integer not null,
  done_on date not null,
  activity uuid,
  certificate text not null,
  primary key (district, id),
  constraint duty_form_choice check (form = any (array['site', 'online', 'adopt']))
);
comment on table greening."duty" is 'append-only: 义务植树尽责';
create index duty_at on greening."duty" (district, at desc);

create table greening."work" (
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
  segment uuid not null,
  road uuid,
  place text not null,
  species text,
  planned numeric not null,
  unit text not null,
  trees jsonb,
  starts_on date not null,
  due_on date not null,
  season text,
  drought uuid,
  done numeric,
  cost_fen integer,
  trucks integer,
  water_t numeric,
  soil numeric,
  lost integer,
  done_photos uuid[],
  done_on date,
  is_late boolean,
  safety_on date,
  survival_on date,
  alive numeric,
  survival numeric,
  replants integer,
  primary key (district, id),
  constraint work_kind_choice check (kind = any (array['prune', 'replant', 'colour', 'flower', 'hang', 'vertical', 'cover', 'water', 'spray', 'weed'])),
  constraint work_unit_choice check (unit = any (array['tree', 'm2', 'pot', 'round']))
);
comment on table greening."work" is '养护作业';
create unique index work_number_key on greening."work" (district, number);
create unique index work_client_key on greening."work" (district, client_key);
create index work_created on greening."work" (district, created_at desc, id desc);
create index work_by_due on greening."work" (district, due_at) where status <> all (array['closed', 'dropped']);
create index work_open_place on greening."work" (district, status, area_code, due_at) where status <> all (array['closed', 'dropped']);
create index work_open_geom on greening."work" using gist (geom, created_at) where closed_at is null;
create index work_closed_geom on greening."work" using gist (geom, created_at) where closed_at is not null;
create index work_parent on greening."work" (district, parent_id) where parent_id is not null;

create table greening."defect" (
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
  area_m2 numeric,
  plants numeric,
  segment uuid,
  road uuid,
  topic uuid,
  case_ref uuid,
  source_id text,
  note text,
  photos uuid[],
  found_on date,
  plant_from date,
  due_on date,
  fixed_note text,
  fixed_photos uuid[],
  fixed_on date,
  closed_on date,
  is_in_time boolean,
  primary key (district, id),
  constraint defect_kind_choice check (kind = any (array['gap', 'bare', 'rough', 'dull', 'weeds', 'fallen', 'dead'])),
  constraint defect_source_choice check (source = any (array['patrol', 'case', 'check', 'drive', 'tree']))
);
comment on table greening."defect" is '绿化缺陷整改';
create unique index defect_number_key on greening."defect" (district, number);
create unique index defect_client_key on greening."defect" (district, client_key);
create index defect_created on greening."defect" (district, created_at desc, id desc);
create index defect_by_due on greening."defect" (district, due_at) where status <> all (array['closed', 'dropped']);
create index defect_open_place on greening."defect" (district, status, area_code, due_at) where status <> all (array['closed', 'dropped']);
create index defect_open_geom on greening."defect" using gist (geom, created_at) where closed_at is null;
create index defect_closed_geom on greening."defect" using gist (geom, created_at) where closed_at is not null;
create index defect_parent on greening."defect" (district, parent_id) where parent_id is not null;

create table greening."topic" (
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
  quarter text not null,
  topic text not null,
  roads jsonb not null,
  ends_on date not null,
  found integer,
  roads_done integer,
  closed_on date,
  summary uuid[],
  primary key (district, id),
  constraint topic_quarter_choice check (quarter = any (array['q1', 'q2', 'q3', 'q4']))
);
comment on table greening."topic" is '绿化季度专项整治';
create unique index topic_number_key on greening."topic" (district, number);
create unique index topic_client_key on greening."topic" (district, client_key);
create index topic_created on greening."topic" (district, created_at desc, id desc);
create index topic_by_due on greening."topic" (district, due_at) where status <> all (array['closed']);
create index topic_open_place on greening."topic" (district, status, area_code, due_at) where status <> all (array['closed']);
create index topic_open_geom on greening."topic" using gist (geom, created_at) where closed_at is null;
create index topic_closed_geom on greening."topic" using gist (geom, created_at) where closed_at is not null;
create index topic_parent on greening."topic" (district, parent_id) where parent_id is not null;
create unique index topic_year_quarter_key on greening."topic" (district, year, quarter);

create table greening."drought" (
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
  since date not null,
  dry_days integer not null,
  level text not null,
  rounds integer not null,
  started_on date,
  ended_on date,
  note text,
  primary key (district, id),
  constraint drought_level_choice check (level = any (array['mild', 'severe']))
);
comment on table greening."drought" is '抗旱行动';
create unique index drought_number_key on greening."drought" (district, number);
create unique index drought_client_key on greening."drought" (district, client_key);
create index drought_created on greening."drought" (district, created_at desc, id desc);
create index drought_by_due on greening."drought" (district, due_at) where status <> all (array['ended']);
create index drought_open_place on greening."drought" (district, status, area_code, due_at) where status <> all (array['ended']);
create index drought_open_geom on greening."drought" using gist (geom, created_at) where closed_at is null;
create index drought_closed_geom on greening."drought" using gist (geom, created_at) where closed_at is not null;
create index drought_parent on greening."drought" (district, parent_id) where parent_id is not null;

create table greening."treatment" (
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
  pest uuid not null,
  segment uuid,
  place text not null,
  trees integer,
  seen integer,
  way text not null,
  agent text,
  neighbours text,
  is_off_season boolean,
  trap text,
  noticed_at timestamp with time zone,
  notice text,
  dose_kg numeric,
  treated integer,
  treated_on date,
  photos uuid[],
  before integer,
  after integer,
  effect numeric,
  rounds integer,
  primary key (district, id),
  constraint treatment_way_choice check (way = any (array['spray', 'inject', 'trunk', 'trap', 'release']))
);
comment on table greening."treatment" is '有害生物防治';
create unique index treatment_number_key on greening."treatment" (district, number);
create unique index treatment_client_key on greening."treatment" (district, client_key);
create index treatment_created on greening."treatment" (district, created_at desc, id desc);
create index treatment_by_due on greening."treatment" (district, due_at) where status <> all (array['closed', 'dropped']);
create index treatment_open_place on greening."treatment" (district, status, area_code, due_at) where status <> all (array['closed', 'dropped']);
create index treatment_open_geom on greening."treatment" using gist (geom, created_at) where closed_at is null;
create index treatment_closed_geom on greening."treatment" using gist (geom, created_at) where closed_at is not null;
create index treatment_parent on greening."treatment" (district, parent_id) where parent_id is not null;

create table greening."check" (
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
  period text not null,
  segment uuid,
  park uuid,
  road uuid,
  project uuid,
  stage text,
  checkers text not null,
  lines jsonb not null,
  photos uuid[] not null,
  score numeric,
  checked_on date,
  keys text,
  faults integer,
  fails integer,
  primary key (district, id),
  constraint check_kind_choice check (kind = any (array['month', 'park', 'fineRoad', 'project'])),
  constraint check_stage_choice check (stage = any (array['ground', 'plants', 'paving', 'water', 'final']))
);
comment on table greening."check" is '园林检查评分';
create unique index check_number_key on greening."check" (district, number);
create unique index check_client_key on greening."check" (district, client_key);
create index check_created on greening."check" (district, created_at desc, id desc);
create index check_by_due on greening."check" (district, due_at) where status <> all (array['void']);
create index check_open_place on greening."check" (district, status, area_code, due_at) where status <> all (array['void']);
create index check_open_geom on greening."check" using gist (geom, created_at) where closed_at is null;
create index check_closed_geom on greening."check" using gist (geom, created_at) where closed_at is not null;
create index check_parent on greening."check" (district, parent_id) where parent_id is not null;

create table greening."title" (
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
  level text not null,
  year integer not null,
  name text not null,
  applicant text not null,
  park uuid,
  segment uuid,
  road uuid,
  project uuid,
  compound uuid,
  papers uuid[],
  lines jsonb,
  score numeric,
  star integer,
  faults text,
  notice_on date,
  notice_to date,
  titled_on date,
  plate text,
  recheck_by date,
  rechecked_on date,
  rechecks integer,
  withdrawn_on date,
  primary key (district, id),
  constraint title_kind_choice check (kind = any (array['star', 'standard', 'fineRoad', 'demo', 'good', 'worker', 'prize', 'unit', 'compound'])),
  constraint title_level_choice check (level = any (array['district', 'city', 'province']))
);
comment on table greening."title" is '园林称号评定';
create unique index title_number_key on greening."title" (district, number);
create unique index title_client_key on greening."title" (district, client_key);
create index title_created on greening."title" (district, created_at desc, id desc);
create index title_by_due on greening."title" (district, due_at) where status <> all (array['failed', 'withdrawn']);
create index title_open_place on greening."title" (district, status, area_code, due_at) where status <> all (array['failed', 'withdrawn']);
create index title_open_geom on greening."title" using gist (geom, created_at) where closed_at is null;
create index title_closed_geom on greening."title" using gist (geom, created_at) where closed_at is not null;
create index title_parent on greening."title" (district, parent_id) where parent_id is not null;

create table greening."project" (
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
  programme text not null,
  city_programme text,
  year integer not null,
  batch text,
  name text not null,
  build_kind text not null,
  problem text not null,
  area_m2 numeric not null,
  length_m numeric not null,
  width_m numeric,
  budget_fen integer not null,
  due_on date not null,
  keeper text not null,
  park uuid,
  space uuid,
  road uuid,
  items jsonb not null,
  before_photos uuid[] not null,
  design uuid[],
  safety text,
  opinions jsonb,
  support numeric,
  spent_fen integer,
  after_photos uuid[],
  finished_on date,
  is_accessible boolean,
  accepted_by text,
  accepted_on date,
  is_late boolean,
  quality numeric,
  deduct_fen integer,
  primary key (district, id),
  constraint project_programme_choice check (programme = any (array['pocket', 'micro', 'greenway', 'garden', 'rose', 'road', 'wall', 'vertical', 'water', 'facility', 'other'])),
  constraint project_city_programme_choice check (city_programme = any (array['space', 'quality', 'ecology', 'water', 'culture', 'wisdom'])),
  constraint project_build_kind_choice check (build_kind = any (array['new', 'rebuilt']))
);
comment on table greening."project" is '园林工程项目';
create unique index project_number_key on greening."project" (district, number);
create unique index project_client_key on greening."project" (district, client_key);
create index project_created on greening."project" (district, created_at desc, id desc);
create index project_by_due on greening."project" (district, due_at) where status <> all (array['accepted', 'dropped']);
create index project_open_place on greening."project" (district, status, area_code, due_at) where status <> all (array['accepted', 'dropped']);
create index project_open_geom on greening."project" using gist (geom, created_at) where closed_at is null;
create index project_closed_geom on greening."project" using gist (geom, created_at) where closed_at is not null;
create index project_parent on greening."project" (district, parent_id) where parent_id is not null;
create unique index project_year_name_key on greening."project" (district, year, name);

create table greening."trial" (
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
  scope text not null,
  starts_on date not null,
  days integer not null,
  problems jsonb,
  open integer,
  decision text,
  decided_by text,
  decided_on date,
  primary key (district, id),
  constraint trial_decision_choice check (decision = any (array['live', 'extend']))
);
comment on table greening."trial" is '园林系统试运行与上线';
create unique index trial_number_key on greening."trial" (district, number);
create unique index trial_client_key on greening."trial" (district, client_key);
create index trial_created on greening."trial" (district, created_at desc, id desc);
create index trial_by_due on greening."trial" (district, due_at) where status <> all (array['live']);
create index trial_open_place on greening."trial" (district, status, area_code, due_at) where status <> all (array['live']);
create index trial_open_geom on greening."trial" using gist (geom, created_at) where closed_at is null;
create index trial_closed_geom on greening."trial" using gist (geom, created_at) where closed_at is not null;
create index trial_parent on greening."trial" (district, parent_id) where parent_id is not null;

create table greening."roster" (
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
  notice text not null,
  codes jsonb not null,
  removed jsonb not null,
  reason text,
  listed integer,
  published_on date,
  primary key (district, id)
);
comment on table greening."roster" is '公园名录公布';
create unique index roster_number_key on greening."roster" (district, number);
create unique index roster_client_key on greening."roster" (district, client_key);
create index roster_created on greening."roster" (district, created_at desc, id desc);
create index roster_by_due on greening."roster" (district, due_at) where status <> all (array['published', 'dropped']);
create index roster_open_place on greening."roster" (district, status, area_code, due_at) where status <> all (array['published', 'dropped']);
create index roster_open_geom on greening."roster" using gist (geom, created_at) where closed_at is null;
create index roster_closed_geom on greening."roster" using gist (geom, created_at) where closed_at is not null;
create index roster_parent on greening."roster" (district, parent_id) where parent_id is not null;

create table greening."takeover" (
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
  park uuid not null,
  giver text not null,
  taker text not null,
  inventory jsonb not null,
  defects jsonb not null,
  plan text not null,
  due_on date not null,
  money_fen integer,
  open integer,
  photos uuid[],
  giver_signer text,
  taker_signer text,
  duty_on date,
  primary key (district, id)
);
comment on table greening."takeover" is '公园绿地接收';
create unique index takeover_number_key on greening."takeover" (district, number);
create unique index takeover_client_key on greening."takeover" (district, client_key);
create index takeover_created on greening."takeover" (district, created_at desc, id desc);
create index takeover_by_due on greening."takeover" (district, due_at) where status <> all (array['taken', 'refused']);
create index takeover_open_place on greening."takeover" (district, status, area_code, due_at) where status <> all (array['taken', 'refused']);
create index takeover_open_geom on greening."takeover" using gist (geom, created_at) where closed_at is null;
create index takeover_closed_geom on greening."takeover" using gist (geom, created_at) where closed_at is not null;
create index takeover_parent on greening."takeover" (district, parent_id) where parent_id is not null;

create table greening."repair" (
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
  park uuid,
  greenway uuid,
  point uuid,
  item text not null,
  budget_fen integer not null,
  is_closed boolean not null,
  closed_area text,
  due_on date not null,
  photos uuid[] not null,
  spent_fen integer,
  after_photos uuid[],
  fixed_on date,
  is_late boolean,
  checked_by text,
  opened_on date,
  primary key (district, id)
);
comment on table greening."repair" is '园林设施维修';
create unique index repair_number_key on greening."repair" (district, number);
create unique index repair_client_key on greening."repair" (district, client_key);
create index repair_created on greening."repair" (district, created_at desc, id desc);
create index repair_by_due on greening."repair" (district, due_at) where status <> all (array['opened', 'dropped']);
create index repair_open_place on greening."repair" (district, status, area_code, due_at) where status <> all (array['opened', 'dropped']);
create index repair_open_geom on greening."repair" using gist (geom, created_at) where closed_at is null;
create index repair_closed_geom on greening."repair" using gist (geom, created_at) where closed_at is not null;
create index repair_parent on greening."repair" (district, parent_id) where parent_id is not null;

create table greening."expo" (
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
  place text not null,
  entries jsonb not null,
  budget_fen integer not null,
  opens_on date not null,
  closes_on date not null,
  plan uuid[],
  spent_fen integer,
  medals jsonb,
  won integer,
  ended_on date,
  primary key (district, id),
  constraint expo_level_choice check (level = any (array['world', 'nation', 'province', 'city']))
);
comment on table greening."expo" is '园林参展';
create unique index expo_number_key on greening."expo" (district, number);
create unique index expo_client_key on greening."expo" (district, client_key);
create index expo_created on greening."expo" (district, created_at desc, id desc);
create index expo_by_due on greening."expo" (district, due_at) where status <> all (array['ended', 'dropped']);
create index expo_open_place on greening."expo" (district, status, area_code, due_at) where status <> all (array['ended', 'dropped']);
create index expo_open_geom on greening."expo" using gist (geom, created_at) where closed_at is null;
create index expo_closed_geom on greening."expo" using gist (geom, created_at) where closed_at is not null;
create index expo_parent on greening."expo" (district, parent_id) where parent_id is not null;

create table greening."patrol" (
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
  tree uuid not null,
  health text not null,
  symptom text,
  photos uuid[] not null,
  patrolled_on date,
  next_on date,
  is_on_time boolean,
  primary key (district, id),
  constraint patrol_health_choice check (health = any (array['good', 'weak', 'dying', 'dead']))
);
comment on table greening."patrol" is '古树巡护';
create unique index patrol_number_key on greening."patrol" (district, number);
create unique index patrol_client_key on greening."patrol" (district, client_key);
create index patrol_created on greening."patrol" (district, created_at desc, id desc);
create index patrol_by_due on greening."patrol" (district, due_at) where status <> all (array['void']);
create index patrol_open_place on greening."patrol" (district, status, area_code, due_at) where status <> all (array['void']);
create index patrol_open_geom on greening."patrol" using gist (geom, created_at) where closed_at is null;
create index patrol_closed_geom on greening."patrol" using gist (geom, created_at) where closed_at is not null;
create index patrol_parent on greening."patrol" (district, parent_id) where parent_id is not null;

create table greening."incident" (
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
  tree uuid not null,
  harm text not null,
  party text not null,
  party_code text not null,
  party_kind text not null,
  note text not null,
  photos uuid[] not null,
  distance_m numeric,
  zone text,
  handed_on date,
  ended_on date,
  primary key (district, id),
  constraint incident_harm_choice check (harm = any (array['build', 'pile', 'dig', 'pour', 'nail', 'hang', 'fell'])),
  constraint incident_party_kind_choice check (party_kind = any (array['person', 'org'])),
  constraint incident_zone_choice check (zone = any (array['inside', 'outside']))
);
comment on table greening."incident" is '古树侵害';
create unique index incident_number_key on greening."incident" (district, number);
create unique index incident_client_key on greening."incident" (district, client_key);
create index incident_created on greening."incident" (district, created_at desc, id desc);
create index incident_by_due on greening."incident" (district, due_at) where status <> all (array['handed', 'settled']);
create index incident_open_place on greening."incident" (district, status, area_code, due_at) where status <> all (array['handed', 'settled']);
create index incident_open_geom on greening."incident" using gist (geom, created_at) where closed_at is null;
create index incident_closed_geom on greening."incident" using gist (geom, created_at) where closed_at is not null;
create index incident_parent on greening."incident" (district, parent_id) where parent_id is not null;

create table greening."rescue" (
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
  tree uuid not null,
  symptom text not null,
  patrol text,
  experts jsonb,
  opinion text,
  works jsonb,
  cost_fen integer,
  photos uuid[],
  works_on date,
  half_by date,
  year_by date,
  half_health text,
  year_health text,
  ended_on date,
  primary key (district, id),
  constraint rescue_half_health_choice check (half_health = any (array['good', 'weak', 'dying', 'dead'])),
  constraint rescue_year_health_choice check (year_health = any (array['good', 'weak', 'dying', 'dead']))
);
comment on table greening."rescue" is '古树抢救复壮';
create unique index rescue_number_key on greening."rescue" (district, number);
create unique index rescue_client_key on greening."rescue" (district, client_key);
create index rescue_created on greening."rescue" (district, created_at desc, id desc);
create index rescue_by_due on greening."rescue" (district, due_at) where status <> all (array['saved', 'dead']);
create index rescue_open_place on greening."rescue" (district, status, area_code, due_at) where status <> all (array['saved', 'dead']);
create index rescue_open_geom on greening."rescue" using gist (geom, created_at) where closed_at is null;
create index rescue_closed_geom on greening."rescue" using gist (geom, created_at) where closed_at is not null;
create index rescue_parent on greening."rescue" (district, parent_id) where parent_id is not null;

create table greening."adoption" (
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
  tree uuid,
  ancient uuid,
  adopter text not null,
  kind text not null,
  phone text not null,
  way text not null,
  years integer not null,
  wish text,
  fee_fen integer,
  paid_on date,
  certificate text,
  from_on date,
  to_on date,
  cares integer,
  last_care text,
  renewals integer,
  refund_fen integer,
  reason text,
  ended_on date,
  primary key (district, id),
  constraint adoption_kind_choice check (kind = any (array['person', 'group'])),
  constraint adoption_way_choice check (way = any (array['fee', 'work']))
);
comment on table greening."adoption" is '树木认养';
create unique index adoption_number_key on greening."adoption" (district, number);
create unique index adoption_client_key on greening."adoption" (district, client_key);
create index adoption_created on greening."adoption" (district, created_at desc, id desc);
create index adoption_by_due on greening."adoption" (district, due_at) where status <> all (array['lapsed', 'cancelled', 'refused']);
create index adoption_open_place on greening."adoption" (district, status, area_code, due_at) where status <> all (array['lapsed', 'cancelled', 'refused']);
create index adoption_open_geom on greening."adoption" using gist (geom, created_at) where closed_at is null;
create index adoption_closed_geom on greening."adoption" using gist (geom, created_at) where closed_at is not null;
create index adoption_parent on greening."adoption" (district, parent_id) where parent_id is not null;

create table greening."activity" (
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
  name text not null,
  park uuid,
  base uuid,
  venue text not null,
  mode text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  capacity integer not null,
  organiser text not null,
  partner text,
  permit text,
  safety uuid[],
  month text,
  on_site integer,
  online integer,
  materials integer,
  planted integer,
  online_fen integer,
  held_on date,
  survival_by date,
  survived integer,
  survival numeric,
  primary key (district, id),
  constraint activity_kind_choice check (kind = any (array['flower', 'science', 'patriot', 'sport', 'centre', 'planting', 'hall'])),
  constraint activity_mode_choice check (mode = any (array['site', 'online', 'both']))
);
comment on table greening."activity" is '园林活动';
create unique index activity_number_key on greening."activity" (district, number);
create unique index activity_client_key on greening."activity" (district, client_key);
create index activity_created on greening."activity" (district, created_at desc, id desc);
create index activity_by_due on greening."activity" (district, due_at) where status <> all (array['held', 'cancelled']);
create index activity_open_place on greening."activity" (district, status, area_code, due_at) where status <> all (array['held', 'cancelled']);
create index activity_open_geom on greening."activity" using gist (geom, created_at) where closed_at is null;
create index activity_closed_geom on greening."activity" using gist (geom, created_at) where closed_at is not null;
create index activity_parent on greening."activity" (district, parent_id) where parent_id is not null;

create table greening."booking" (
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
  activity uuid not null,
  name text not null,
  phone text not null,
  people integer not null,
  came integer,
  primary key (district, id)
);
comment on table greening."booking" is '园林活动预约';
create unique index booking_number_key on greening."booking" (district, number);
create unique index booking_client_key on greening."booking" (district, client_key);
create index booking_created on greening."booking" (district, created_at desc, id desc);
create index booking_by_due on greening."booking" (district, due_at) where status <> all (array['came', 'cancelled']);
create index booking_open_place on greening."booking" (district, status, area_code, due_at) where status <> all (array['came', 'cancelled']);
create index booking_open_geom on greening."booking" using gist (geom, created_at) where closed_at is null;
create index booking_closed_geom on greening."booking" using gist (geom, created_at) where closed_at is not null;
create index booking_parent on greening."booking" (district, parent_id) where parent_id is not null;

create table greening."donation" (
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
  donor text not null,
  channel text not null,
  amount_fen integer not null,
  base uuid,
  receipt text,
  received_on date,
  uses jsonb,
  used_fen integer,
  primary key (district, id),
  constraint donation_channel_choice check (channel = any (array['post', 'hall', 'online']))
);
comment on table greening."donation" is '绿化爱心捐赠';
create unique index donation_number_key on greening."donation" (district, number);
create unique index donation_client_key on greening."donation" (district, client_key);
create index donation_created on greening."donation" (district, created_at desc, id desc);
create index donation_by_due on greening."donation" (district, due_at) where status <> all (array['used', 'returned']);
create index donation_open_place on greening."donation" (district, status, area_code, due_at) where status <> all (array['used', 'returned']);
create index donation_open_geom on greening."donation" using gist (geom, created_at) where closed_at is null;
create index donation_closed_geom on greening."donation" using gist (geom, created_at) where closed_at is not null;
create index donation_parent on greening."donation" (district, parent_id) where parent_id is not null;
