create schema if not exists grid;

create table grid."component" (
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
  category text not null,
  name text not null,
  state text not null,
  authority text not null,
  authority_code text,
  owner text,
  owner_code text,
  keeper uuid,
  keeper_name text,
  surveyed_on date not null,
  changed_on date,
  source text,
  road uuid,
  photos uuid[],
  note text,
  primary key (district, id),
  constraint component_state_choice check (state = any (array['intact', 'damaged', 'lost', 'abandoned', 'removed'])),
  constraint component_source_choice check (source = any (array['measured', 'map', 'base', 'other']))
);
comment on table grid."component" is '管理部件';
create unique index component_code_key on grid."component" (district, code) where retired_at is null;
create index component_geom on grid."component" using gist (geom);
create index component_area on grid."component" (district, area_code);

create table grid."road" (
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
  segment text,
  class text not null,
  length_m numeric not null,
  width_m numeric,
  cleaning_grade text,
  unit uuid,
  chief text,
  primary key (district, id),
  constraint road_class_choice check (class = any (array['trunk', 'secondary', 'branch', 'lane', 'slow', 'pavement'])),
  constraint road_cleaning_grade_choice check (cleaning_grade = any (array['1', '2', '3', '4']))
);
comment on table grid."road" is '道路街巷';
create index road_geom on grid."road" using gist (geom);
create index road_area on grid."road" (district, area_code);

create table grid."building" (
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
  name text,
  kind text not null,
  floors integer,
  address text,
  primary key (district, id)
);
comment on table grid."building" is '建筑';
create index building_geom on grid."building" using gist (geom);
create index building_area on grid."building" (district, area_code);

create table grid."key_point" (
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
  patrol_hours integer not null,
  squad uuid,
  address text,
  primary key (district, id),
  constraint key_point_kind_choice check (kind = any (array['metro', 'hub', 'mall', 'school', 'scenic', 'window', 'hospital', 'core', 'other'])),
  constraint key_point_level_choice check (level = any (array['city', 'district', 'street']))
);
comment on table grid."key_point" is '重点点位';
create unique index key_point_name_kind_key on grid."key_point" (district, name, kind) where retired_at is null;
create index key_point_geom on grid."key_point" using gist (geom);
create index key_point_area on grid."key_point" (district, area_code);

create table grid."shop" (
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
  trade text not null,
  licence text,
  operator text,
  phone text,
  road uuid,
  frontage_m numeric,
  is_signed boolean not null,
  is_posted boolean not null,
  grade text not null,
  camera text,
  primary key (district, id),
  constraint shop_trade_choice check (trade = any (array['food', 'retail', 'service', 'repair', 'vegetable', 'other'])),
  constraint shop_grade_choice check (grade = any (array['green', 'yellow', 'red']))
);
comment on table grid."shop" is '市容环境责任单位';
create unique index shop_name_address_key on grid."shop" (district, name, address) where retired_at is null;
create index shop_geom on grid."shop" using gist (geom);
create index shop_area on grid."shop" (district, area_code);

create table grid."compound" (
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
  property text,
  has_committee boolean not null,
  households integer not null,
  delivered_on date,
  is_villa boolean not null,
  sorting_grade text not null,
  is_free_of_illegal boolean not null,
  is_revenue_public boolean not null,
  community text,
  primary key (district, id),
  constraint compound_sorting_grade_choice check (sorting_grade = any (array['demo', 'good', 'poor']))
);
comment on table grid."compound" is '居住小区';
create unique index compound_name_key on grid."compound" (district, name) where retired_at is null;
create index compound_geom on grid."compound" using gist (geom);
create index compound_area on grid."compound" (district, area_code);

create table grid."illegal_building" (
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
  address text not null,
  compound uuid,
  area_m2 numeric not null,
  age text not null,
  kind text not null,
  owner text,
  found_via text not null,
  risk text not null,
  state text not null,
  removed_on date,
  photos uuid[],
  primary key (district, id),
  constraint illegal_building_age_choice check (age = any (array['new', 'stock'])),
  constraint illegal_building_kind_choice check (kind = any (array['roof', 'yard', 'stall', 'factory', 'basement', 'other'])),
  constraint illegal_building_found_via_choice check (found_via = any (array['patrol', 'report', 'satellite', 'drone', 'census'])),
  constraint illegal_building_risk_choice check (risk = any (array['none', 'low', 'high'])),
  constraint illegal_building_state_choice check (state = any (array['standing', 'stopped', 'ordered', 'removed', 'legalised'])),
  constraint illegal_building_removed check ((state = 'removed') = (removed_on is not null))
);
comment on table grid."illegal_building" is '违法建设';
create unique index illegal_building_code_key on grid."illegal_building" (district, code) where retired_at is null;
create index illegal_building_geom on grid."illegal_building" using gist (geom);
create index illegal_building_area on grid."illegal_building" (district, area_code);

create table grid."ad_site" (
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
  address text not null,
  form text not null,
  width_m numeric not null,
  height_m numeric not null,
  structure text,
  owner text not null,
  permit text,
  expires_on date,
  insured_until date,
  inspected_on date,
  inspection text,
  state text not null,
  primary key (district, id),
  constraint ad_site_form_choice check (form = any (array['column', 'roof', 'wall', 'screen', 'booth', 'sign'])),
  constraint ad_site_inspection_choice check (inspection = any (array['pass', 'fix', 'fail'])),
  constraint ad_site_state_choice check (state = any (array['listed', 'rectifying', 'removed']))
);
comment on table grid."ad_site" is '户外广告阵地';
create unique index ad_site_code_key on grid."ad_site" (district, code) where retired_at is null;
create index ad_site_geom on grid."ad_site" using gist (geom);
create index ad_site_area on grid."ad_site" (district, area_code);

create table grid."enterprise" (
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
  uscc text not null,
  industry text not null,
  licence text,
  licence_until date,
  contract text,
  contract_until date,
  vehicles integer not null,
  staff integer not null,
  safety_officer text,
  is_operating boolean not null,
  primary key (district, id),
  constraint enterprise_industry_choice check (industry = any (array['cleaning', 'muck', 'garden', 'washing', 'bikes', 'gas', 'kitchen', 'bot', 'property', 'ads']))
);
comment on table grid."enterprise" is '企业';
create unique index enterprise_name_key on grid."enterprise" (district, name) where retired_at is null;
create unique index enterprise_uscc_key on grid."enterprise" (district, uscc) where retired_at is null;
create index enterprise_area on grid."enterprise" (district, area_code);

create table grid."village" (
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
  town text not null,
  level text not null,
  parent uuid,
  households integer not null,
  collection text not null,
  is_sorting boolean not null,
  title text not null,
  primary key (district, id),
  constraint village_level_choice check (level = any (array['village', 'group'])),
  constraint village_collection_choice check (collection = any (array['direct', 'points', 'self'])),
  constraint village_title_choice check (title = any (array['none', 'town', 'county', 'city'])),
  constraint village_parent check (level = 'village' or parent is not null)
);
comment on table grid."village" is '行政村(湾组)';
create unique index village_town_name_key on grid."village" (district, town, name) where retired_at is null;
create index village_area on grid."village" (district, area_code);

create table grid."staff" (
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
  area text not null,
  role text not null,
  name text not null,
  person uuid,
  establishment text not null,
  shift text not null,
  phone text,
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  constraint staff_role_choice check (role = any (array['chief', 'officer', 'assistant', 'collector', 'community', 'property', 'cleaner'])),
  constraint staff_establishment_choice check (establishment = any (array['formal', 'auxiliary'])),
  constraint staff_shift_choice check (shift = any (array['day', 'late', 'night', 'all'])),
  constraint staff_dates check (valid_to is null or valid_to > valid_from)
);
comment on table grid."staff" is '网格人员';
create unique index staff_area_role_name_shift_valid_from_key on grid."staff" (district, area, role, name, shift, valid_from) where retired_at is null;
create index staff_area on grid."staff" (district, area_code);

create table grid."pilot" (
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
  street text not null,
  starts_on date not null,
  ends_on date,
  rules text not null,
  primary key (district, id)
);
comment on table grid."pilot" is '网格化试点';
create unique index pilot_name_street_key on grid."pilot" (district, name, street) where retired_at is null;
create index pilot_area on grid."pilot" (district, area_code);

create table grid."standard_item" (
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
  standard uuid not null,
  clause text not null,
  item text not null,
  score numeric not null,
  primary key (district, id)
);
comment on table grid."standard_item" is '标准检查项';
create unique index standard_item_standard_clause_item_key on grid."standard_item" (district, standard, clause, item) where retired_at is null;
create index standard_item_area on grid."standard_item" (district, area_code);

create table grid."data_item" (
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
  source uuid not null,
  frequency text not null,
  sector text not null,
  table_ text,
  is_open boolean not null,
  primary key (district, id),
  constraint data_item_frequency_choice check (frequency = any (array['live', 'day', 'month', 'quarter', 'year'])),
  constraint data_item_sector_choice check (sector = any (array['sanitation', 'garden', 'municipal', 'drainage', 'muck', 'shared']))
);
comment on table grid."data_item" is '政务数据目录';
create unique index data_item_name_key on grid."data_item" (district, name) where retired_at is null;
create index data_item_area on grid."data_item" (district, area_code);

create table grid."application" (
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
  owner uuid not null,
  interface text not null,
  is_required boolean not null,
  state text not null,
  connected_on date,
  primary key (district, id),
  constraint application_interface_choice check (interface = any (array['sso', 'api', 'embed', 'exchange'])),
  constraint application_state_choice check (state = any (array['planned', 'testing', 'connected', 'stopped'])),
  constraint application_connected check (state <> 'connected' or connected_on is not null)
);
comment on table grid."application" is '应用系统接入';
create unique index application_name_key on grid."application" (district, name) where retired_at is null;
create index application_area on grid."application" (district, area_code);

create table grid."sector_set" (
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
  sector text not null,
  object_type text not null,
  register text not null,
  category_prefix text,
  expected integer not null,
  update_days numeric not null,
  duty uuid not null,
  primary key (district, id),
  constraint sector_set_sector_choice check (sector = any (array['sanitation', 'garden', 'municipal', 'drainage', 'muck']))
);
comment on table grid."sector_set" is '行业数据体系';
create unique index sector_set_sector_object_type_key on grid."sector_set" (district, sector, object_type) where retired_at is null;
create index sector_set_area on grid."sector_set" (district, area_code);

create table grid."point_visit" (
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
  note text not null,
  primary key (district, id)
);
comment on table grid."point_visit" is 'append-only: 点位巡查';
create index point_visit_at on grid."point_visit" (district, at desc);

create table grid."delivery" (
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
  item uuid not null,
  rows integer not null,
  bad_rows integer not null,
  note text not null,
  primary key (district, id)
);
comment on table grid."delivery" is 'append-only: 数据归集记录';
create index delivery_at on grid."delivery" (district, at desc);

create table grid."sharing_use" (
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
  sharing uuid not null,
  rows integer not null,
  note text not null,
  primary key (district, id)
);
comment on table grid."sharing_use" is 'append-only: 共享使用日志';
create index sharing_use_at on grid."sharing_use" (district, at desc);

create table grid."redraw" (
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
  community text not null,
  retired jsonb not null,
  cells jsonb not null,
  effective_on date not null,
  reason text not null,
  cell_count integer not null,
  primary key (district, id)
);
comment on table grid."redraw" is '网格调整';
create unique index redraw_number_key on grid."redraw" (district, number);
create unique index redraw_client_key on grid."redraw" (district, client_key);
create index redraw_created on grid."redraw" (district, created_at desc, id desc);
create index redraw_open_due on grid."redraw" (district, status, due_at) where status <> all (array['effective', 'refused']);
create index redraw_geom on grid."redraw" using gist (geom);
create index redraw_parent on grid."redraw" (district, parent_id) where parent_id is not null;

create table grid."station" (
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
  street text not null,
  grade text not null,
  communities jsonb not null,
  passed jsonb,
  score numeric,
  photos uuid[],
  accepted_on date,
  rank integer,
  primary key (district, id),
  constraint station_grade_choice check (grade = any (array['standard', 'demo', 'cityDemo']))
);
comment on table grid."station" is '城市管理服务站';
create unique index station_number_key on grid."station" (district, number);
create unique index station_client_key on grid."station" (district, client_key);
create index station_created on grid."station" (district, created_at desc, id desc);
create index station_open_due on grid."station" (district, status, due_at) where status <> all (array['accepted', 'failed']);
create index station_geom on grid."station" using gist (geom);
create index station_parent on grid."station" (district, parent_id) where parent_id is not null;

create table grid."census" (
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
  target text not null,
  area text not null,
  expected integer not null,
  due_on date not null,
  primary key (district, id),
  constraint census_target_choice check (target = any (array['grid.component', 'grid.shop', 'grid.illegal-building', 'grid.ad-site', 'grid.compound']))
);
comment on table grid."census" is '普查任务';
create unique index census_number_key on grid."census" (district, number);
create unique index census_client_key on grid."census" (district, client_key);
create index census_created on grid."census" (district, created_at desc, id desc);
create index census_open_due on grid."census" (district, status, due_at) where status <> all (array['done']);
create index census_geom on grid."census" using gist (geom);
create index census_parent on grid."census" (district, parent_id) where parent_id is not null;

create table grid."entry" (
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
  task uuid not null,
  target text not null,
  values jsonb not null,
  photos uuid[] not null,
  note text,
  published text,
  primary key (district, id),
  constraint entry_target_choice check (target = any (array['grid.component', 'grid.shop', 'grid.illegal-building', 'grid.ad-site', 'grid.compound']))
);
comment on table grid."entry" is '普查条目';
create unique index entry_number_key on grid."entry" (district, number);
create unique index entry_client_key on grid."entry" (district, client_key);
create index entry_created on grid."entry" (district, created_at desc, id desc);
create index entry_open_due on grid."entry" (district, status, due_at) where status <> all (array['approved']);
create index entry_geom on grid."entry" using gist (geom);
create index entry_parent on grid."entry" (district, parent_id) where parent_id is not null;

create table grid."component_job" (
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
  component uuid not null,
  category text not null,
  kind text not null,
  work text not null,
  quantity numeric not null,
  measure text not null,
  unit uuid not null,
  photos uuid[],
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  primary key (district, id),
  constraint component_job_kind_choice check (kind = any (array['replace', 'repair', 'clean', 'install', 'remove']))
);
comment on table grid."component_job" is '部件维修';
create unique index component_job_number_key on grid."component_job" (district, number);
create unique index component_job_client_key on grid."component_job" (district, client_key);
create index component_job_created on grid."component_job" (district, created_at desc, id desc);
create index component_job_open_due on grid."component_job" (district, status, due_at) where status <> all (array['fixed']);
create index component_job_geom on grid."component_job" using gist (geom);
create index component_job_parent on grid."component_job" (district, parent_id) where parent_id is not null;

create table grid."collection" (
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
  plan text not null,
  period text not null,
  unit uuid not null,
  items jsonb not null,
  figures jsonb,
  submit_due_at timestamp with time zone,
  submitted_at timestamp with time zone,
  is_locked boolean not null,
  primary key (district, id)
);
comment on table grid."collection" is '基础数据填报';
create unique index collection_number_key on grid."collection" (district, number);
create unique index collection_client_key on grid."collection" (district, client_key);
create index collection_created on grid."collection" (district, created_at desc, id desc);
create index collection_open_due on grid."collection" (district, status, due_at) where status <> all (array['locked']);
create index collection_geom on grid."collection" using gist (geom);
create index collection_parent on grid."collection" (district, parent_id) where parent_id is not null;
create unique index collection_plan_period_unit_key on grid."collection" (district, plan, period, unit);

create table grid."standard" (
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
  edition text not null,
  scope text not null,
  document text,
  published_on date,
  replaces uuid,
  changes jsonb,
  primary key (district, id)
);
comment on table grid."standard" is '标准规范';
create unique index standard_number_key on grid."standard" (district, number);
create unique index standard_client_key on grid."standard" (district, client_key);
create index standard_created on grid."standard" (district, created_at desc, id desc);
create index standard_open_due on grid."standard" (district, status, due_at) where status <> all (array['published', 'abandoned']);
create index standard_geom on grid."standard" using gist (geom);
create index standard_parent on grid."standard" (district, parent_id) where parent_id is not null;
create unique index standard_name_edition_key on grid."standard" (district, name, edition);

create table grid."sharing" (
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
  item uuid not null,
  unit uuid not null,
  purpose text not null,
  until date,
  approved_at timestamp with time zone,
  primary key (district, id)
);
comment on table grid."sharing" is '数据共享申请';
create unique index sharing_number_key on grid."sharing" (district, number);
create unique index sharing_client_key on grid."sharing" (district, client_key);
create index sharing_created on grid."sharing" (district, created_at desc, id desc);
create index sharing_open_due on grid."sharing" (district, status, due_at) where status <> all (array['ended', 'refused']);
create index sharing_geom on grid."sharing" using gist (geom);
create index sharing_parent on grid."sharing" (district, parent_id) where parent_id is not null;
