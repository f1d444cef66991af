create schema if not exists pollution;

create table pollution."road_duty" (
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
  road uuid,
  trade_unit text not null,
  town_unit text not null,
  contractor text not null,
  sources jsonb not null,
  area_m2 numeric not null,
  primary key (district, id)
);
comment on table pollution."road_duty" is '道路扬尘责任';
create unique index road_duty_name_key on pollution."road_duty" (district, name) where retired_at is null;
create index road_duty_area on pollution."road_duty" (district, area_code);

create table pollution."roadside_wash" (
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
  place text not null,
  operator text not null,
  photos uuid[] not null,
  primary key (district, id)
);
comment on table pollution."roadside_wash" is 'append-only: 无证占道洗车';
create index roadside_wash_at on pollution."roadside_wash" (district, at desc);

create table pollution."complaint" (
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
  shop uuid,
  site uuid,
  subject_name text not null,
  address text not null,
  happened_at timestamp with time zone not null,
  what text not null,
  phone text,
  plates jsonb,
  is_night boolean,
  earlier integer,
  unpermitted jsonb,
  zone text,
  value numeric,
  limit_value numeric,
  is_over boolean,
  instrument text,
  order_ text,
  due_on date,
  revalue numeric,
  is_handled boolean,
  is_replied boolean,
  replied_on date,
  reply text,
  is_reply_late boolean,
  satisfaction text,
  is_satisfied boolean,
  is_surveyed boolean,
  fix_due_at timestamp with time zone,
  primary key (district, id),
  constraint complaint_kind_choice check (kind = any (array['fume', 'noise', 'transport', 'construction'])),
  constraint complaint_source_choice check (source = any (array['petition', 'hotline', 'whistle', 'mass', 'patrol'])),
  constraint complaint_zone_choice check (zone = any (array['1', '2', '3', '4'])),
  constraint complaint_satisfaction_choice check (satisfaction = any (array['satisfied', 'basic', 'dissatisfied', 'unreached']))
);
comment on table pollution."complaint" is '油烟噪音投诉';
create unique index complaint_number_key on pollution."complaint" (district, number);
create unique index complaint_client_key on pollution."complaint" (district, client_key);
create index complaint_created on pollution."complaint" (district, created_at desc, id desc);
create index complaint_by_due on pollution."complaint" (district, due_at) where status <> all (array['closed']);
create index complaint_open_place on pollution."complaint" (district, status, area_code, due_at) where status <> all (array['closed']);
create index complaint_open_geom on pollution."complaint" using gist (geom, created_at) where closed_at is null;
create index complaint_closed_geom on pollution."complaint" using gist (geom, created_at) where closed_at is not null;
create index complaint_parent on pollution."complaint" (district, parent_id) where parent_id is not null;

create table pollution."stain" (
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
  shop uuid,
  owner text not null,
  address text not null,
  area_m2 numeric not null,
  due_on date not null,
  photos uuid[] not null,
  washed_on date,
  after_photos uuid[],
  returns integer,
  closed_on date,
  wash_due_at timestamp with time zone,
  washed_at timestamp with time zone,
  primary key (district, id),
  constraint stain_kind_choice check (kind = any (array['wall', 'road']))
);
comment on table pollution."stain" is '油污墙面路面整改';
create unique index stain_number_key on pollution."stain" (district, number);
create unique index stain_client_key on pollution."stain" (district, client_key);
create index stain_created on pollution."stain" (district, created_at desc, id desc);
create index stain_by_due on pollution."stain" (district, due_at) where status <> all (array['closed']);
create index stain_open_place on pollution."stain" (district, status, area_code, due_at) where status <> all (array['closed']);
create index stain_open_geom on pollution."stain" using gist (geom, created_at) where closed_at is null;
create index stain_closed_geom on pollution."stain" using gist (geom, created_at) where closed_at is not null;
create index stain_parent on pollution."stain" (district, parent_id) where parent_id is not null;

create table pollution."site" (
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
  builder text not null,
  builder_code text not null,
  owner text not null,
  from_on date not null,
  to_on date not null,
  washer text not null,
  is_night_permitted boolean not null,
  score numeric,
  checked_on date,
  bad jsonb,
  stops integer,
  primary key (district, id)
);
comment on table pollution."site" is '施工工地';
create unique index site_number_key on pollution."site" (district, number);
create unique index site_client_key on pollution."site" (district, client_key);
create index site_created on pollution."site" (district, created_at desc, id desc);
create index site_by_due on pollution."site" (district, due_at) where status <> all (array['finished']);
create index site_open_place on pollution."site" (district, status, area_code, due_at) where status <> all (array['finished']);
create index site_open_geom on pollution."site" using gist (geom, created_at) where closed_at is null;
create index site_closed_geom on pollution."site" using gist (geom, created_at) where closed_at is not null;
create index site_parent on pollution."site" (district, parent_id) where parent_id is not null;
create unique index site_name_key on pollution."site" (district, name);

create table pollution."site_check" (
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
  checked_on date not null,
  team jsonb not null,
  lines jsonb not null,
  muck text not null,
  photos uuid[] not null,
  score numeric,
  bad integer,
  primary key (district, id)
);
comment on table pollution."site_check" is '工地联合检查';
create unique index site_check_number_key on pollution."site_check" (district, number);
create unique index site_check_client_key on pollution."site_check" (district, client_key);
create index site_check_created on pollution."site_check" (district, created_at desc, id desc);
create index site_check_by_due on pollution."site_check" (district, due_at) where status <> all (array['transferred']);
create index site_check_open_place on pollution."site_check" (district, status, area_code, due_at) where status <> all (array['transferred']);
create index site_check_open_geom on pollution."site_check" using gist (geom, created_at) where closed_at is null;
create index site_check_closed_geom on pollution."site_check" using gist (geom, created_at) where closed_at is not null;
create index site_check_parent on pollution."site_check" (district, parent_id) where parent_id is not null;

create table pollution."dust_test" (
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
  tested_on date not null,
  gram_m2 numeric not null,
  spots integer not null,
  cause text,
  photos uuid[] not null,
  score numeric,
  is_over boolean,
  regram_m2 numeric,
  town text,
  month text,
  primary key (district, id)
);
comment on table pollution."dust_test" is '道路积尘测试';
create unique index dust_test_number_key on pollution."dust_test" (district, number);
create unique index dust_test_client_key on pollution."dust_test" (district, client_key);
create index dust_test_created on pollution."dust_test" (district, created_at desc, id desc);
create index dust_test_by_due on pollution."dust_test" (district, due_at) where status <> all (array['passed', 'closed']);
create index dust_test_open_place on pollution."dust_test" (district, status, area_code, due_at) where status <> all (array['passed', 'closed']);
create index dust_test_open_geom on pollution."dust_test" using gist (geom, created_at) where closed_at is null;
create index dust_test_closed_geom on pollution."dust_test" using gist (geom, created_at) where closed_at is not null;
create index dust_test_parent on pollution."dust_test" (district, parent_id) where parent_id is not null;

create table pollution."wash" (
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
  shop uuid,
  address text not null,
  licence text not null,
  water text not null,
  drain_no text,
  bays integer not null,
  price_fen integer not null,
  score numeric,
  grade text,
  checked_on date,
  due_on date,
  faults text,
  checks integer,
  primary key (district, id),
  constraint wash_water_choice check (water = any (array['tap', 'recycled', 'well'])),
  constraint wash_grade_choice check (grade = any (array['A', 'B', 'C']))
);
comment on table pollution."wash" is '洗车场';
create unique index wash_number_key on pollution."wash" (district, number);
create unique index wash_client_key on pollution."wash" (district, client_key);
create index wash_created on pollution."wash" (district, created_at desc, id desc);
create index wash_by_due on pollution."wash" (district, due_at) where status <> all (array['closed']);
create index wash_open_place on pollution."wash" (district, status, area_code, due_at) where status <> all (array['closed']);
create index wash_open_geom on pollution."wash" using gist (geom, created_at) where closed_at is null;
create index wash_closed_geom on pollution."wash" using gist (geom, created_at) where closed_at is not null;
create index wash_parent on pollution."wash" (district, parent_id) where parent_id is not null;
create unique index wash_name_address_key on pollution."wash" (district, name, address);

create table pollution."facade" (
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
  building uuid,
  address text not null,
  road text not null,
  material text not null,
  owner text not null,
  phone text not null,
  sides jsonb not null,
  photos uuid[] not null,
  town text,
  area_m2 numeric,
  ads integer,
  units integer,
  state text,
  cleaned_on date,
  due_on date,
  cleanings integer,
  notices integer,
  primary key (district, id),
  constraint facade_road_choice check (road = any (array['main', 'other'])),
  constraint facade_material_choice check (material = any (array['glass', 'tile', 'paint', 'stone'])),
  constraint facade_state_choice check (state = any (array['clean', 'dirty', 'damaged']))
);
comment on table pollution."facade" is '建筑外立面档案';
create unique index facade_number_key on pollution."facade" (district, number);
create unique index facade_client_key on pollution."facade" (district, client_key);
create index facade_created on pollution."facade" (district, created_at desc, id desc);
create index facade_by_due on pollution."facade" (district, due_at) where status <> all (array['gone']);
create index facade_open_place on pollution."facade" (district, status, area_code, due_at) where status <> all (array['gone']);
create index facade_open_geom on pollution."facade" using gist (geom, created_at) where closed_at is null;
create index facade_closed_geom on pollution."facade" using gist (geom, created_at) where closed_at is not null;
create index facade_parent on pollution."facade" (district, parent_id) where parent_id is not null;
create unique index facade_name_address_key on pollution."facade" (district, name, address);

create table pollution."cleaning" (
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
  facade uuid not null,
  contractor text not null,
  method text not null,
  planned_on date not null,
  plan text not null,
  workers integer,
  done_on date,
  done_m2 numeric,
  photos uuid[],
  primary key (district, id),
  constraint cleaning_method_choice check (method = any (array['rope', 'lift', 'ground']))
);
comment on table pollution."cleaning" is '楼宇清洗';
create unique index cleaning_number_key on pollution."cleaning" (district, number);
create unique index cleaning_client_key on pollution."cleaning" (district, client_key);
create index cleaning_created on pollution."cleaning" (district, created_at desc, id desc);
create index cleaning_by_due on pollution."cleaning" (district, due_at) where status <> all (array['done', 'cancelled']);
create index cleaning_open_place on pollution."cleaning" (district, status, area_code, due_at) where status <> all (array['done', 'cancelled']);
create index cleaning_open_geom on pollution."cleaning" using gist (geom, created_at) where closed_at is null;
create index cleaning_closed_geom on pollution."cleaning" using gist (geom, created_at) where closed_at is not null;
create index cleaning_parent on pollution."cleaning" (district, parent_id) where parent_id is not null;

create table pollution."flyer_check" (
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
  compound uuid,
  place text not null,
  checked_on date not null,
  length_m numeric not null,
  flyers integer not null,
  photos uuid[] not null,
  town text,
  per100 numeric,
  score numeric,
  is_met boolean,
  sheets integer,
  cleaned_on date,
  primary key (district, id)
);
comment on table pollution."flyer_check" is '小广告标准化检查';
create unique index flyer_check_number_key on pollution."flyer_check" (district, number);
create unique index flyer_check_client_key on pollution."flyer_check" (district, client_key);
create index flyer_check_created on pollution."flyer_check" (district, created_at desc, id desc);
create index flyer_check_by_due on pollution."flyer_check" (district, due_at) where status <> all (array['met', 'cleaned']);
create index flyer_check_open_place on pollution."flyer_check" (district, status, area_code, due_at) where status <> all (array['met', 'cleaned']);
create index flyer_check_open_geom on pollution."flyer_check" using gist (geom, created_at) where closed_at is null;
create index flyer_check_closed_geom on pollution."flyer_check" using gist (geom, created_at) where closed_at is not null;
create index flyer_check_parent on pollution."flyer_check" (district, parent_id) where parent_id is not null;
