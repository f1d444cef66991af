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
