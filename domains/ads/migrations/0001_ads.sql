create schema if not exists ads;

create table ads."removal" (
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
  form text not null,
  reason text not null,
  area_m2 numeric not null,
  pieces integer not null,
  removed_on date not null,
  street text,
  place text,
  site uuid,
  photos uuid[],
  primary key (district, id),
  constraint removal_form_choice check (form = any (array['letters', 'board', 'column', 'wall', 'high', 'plate', 'box', 'canopy', 'screen', 'sign', 'pending'])),
  constraint removal_reason_choice check (reason = any (array['unpermitted', 'expired', 'plan', 'fall', 'roof', 'blocking', 'attached', 'damaged', 'unsafe']))
);
comment on table ads."removal" is 'append-only: 户外广告拆除记录';
create index removal_at on ads."removal" (district, at desc);

create table ads."site" (
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
  code text not null,
  address text not null,
  owner text not null,
  campaign uuid,
  form text not null,
  width_m numeric,
  height_m numeric,
  pieces integer,
  structure text,
  pole_m numeric,
  edge text,
  edge_m numeric,
  is_elevated boolean,
  covers_window boolean,
  covers_escape boolean,
  carrier text,
  carrier_owner text,
  contract_no text,
  contract_to date,
  street text,
  base_code text,
  area_m2 numeric,
  permit_no text,
  permit_id text,
  permit_from date,
  permit_to date,
  insurer text,
  insured_to date,
  inspected_on date,
  inspection text,
  zone uuid,
  level text,
  is_conform boolean,
  faults text,
  required_m numeric,
  fall text,
  plan uuid,
  plan_due_on date,
  plan_person text,
  reason text,
  notice_no text,
  due_on date,
  outcome text,
  removed_on date,
  photos uuid[],
  after_photos uuid[],
  note text,
  due_fix_at timestamp with time zone,
  primary key (district, id),
  constraint site_form_choice check (form = any (array['letters', 'board', 'column', 'wall', 'high', 'plate', 'box', 'canopy', 'screen', 'sign', 'pending'])),
  constraint site_edge_choice check (edge = any (array['road', 'rail'])),
  constraint site_carrier_choice check (carrier = any (array['none', 'busStop', 'bin', 'signal', 'lamp', 'toilet', 'other'])),
  constraint site_inspection_choice check (inspection = any (array['pass', 'fix', 'fail'])),
  constraint site_level_choice check (level = any (array['allowed', 'limited', 'banned', 'outside'])),
  constraint site_fall_choice check (fall = any (array['ok', 'short', 'cleared'])),
  constraint site_reason_choice check (reason = any (array['unpermitted', 'expired', 'plan', 'fall', 'roof', 'blocking', 'attached', 'damaged', 'unsafe'])),
  constraint site_outcome_choice check (outcome = any (array['removed', 'fixed']))
);
comment on table ads."site" is '户外广告';
create unique index site_number_key on ads."site" (district, number);
create unique index site_client_key on ads."site" (district, client_key);
create index site_created on ads."site" (district, created_at desc, id desc);
create index site_by_due on ads."site" (district, due_at) where status <> all (array['removed']);
create index site_open_place on ads."site" (district, status, area_code, due_at) where status <> all (array['removed']);
create index site_open_geom on ads."site" using gist (geom, created_at) where closed_at is null;
create index site_closed_geom on ads."site" using gist (geom, created_at) where closed_at is not null;
create index site_parent on ads."site" (district, parent_id) where parent_id is not null;

create table ads."zero_plan" (
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
  groups text[] not null,
  is_elevated_only boolean not null,
  due_on date not null,
  person text not null,
  listed integer,
  removed integer,
  finished_on date,
  reopened integer,
  primary key (district, id)
);
comment on table ads."zero_plan" is '户外广告清零计划';
create unique index zero_plan_number_key on ads."zero_plan" (district, number);
create unique index zero_plan_client_key on ads."zero_plan" (district, client_key);
create index zero_plan_created on ads."zero_plan" (district, created_at desc, id desc);
create index zero_plan_by_due on ads."zero_plan" (district, due_at) where status <> all (array['withdrawn']);
create index zero_plan_open_place on ads."zero_plan" (district, status, area_code, due_at) where status <> all (array['withdrawn']);
create index zero_plan_open_geom on ads."zero_plan" using gist (geom, created_at) where closed_at is null;
create index zero_plan_closed_geom on ads."zero_plan" using gist (geom, created_at) where closed_at is not null;
create index zero_plan_parent on ads."zero_plan" (district, parent_id) where parent_id is not null;

create table ads."sign" (
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
  shop text not null,
  address text not null,
  phone text,
  width_m numeric not null,
  height_m numeric not null,
  bottom_m numeric not null,
  structure text not null,
  is_over_passage boolean not null,
  photos uuid[] not null,
  street text,
  area_m2 numeric,
  class text,
  is_large boolean,
  paper_no text,
  sampled text,
  sampled_on date,
  policy_no text,
  insurer text,
  cover_fen integer,
  insured_to date,
  is_insured boolean,
  inspected_on date,
  inspection text,
  inspections integer,
  is_unsafe boolean,
  changed_on date,
  reason text,
  primary key (district, id),
  constraint sign_structure_choice check (structure = any (array['frame', 'box', 'letters', 'paint'])),
  constraint sign_class_choice check (class = any (array['permit', 'filing', 'none'])),
  constraint sign_sampled_choice check (sampled = any (array['same', 'wrong'])),
  constraint sign_inspection_choice check (inspection = any (array['pass', 'fail']))
);
comment on table ads."sign" is '店招标牌';
create unique index sign_number_key on ads."sign" (district, number);
create unique index sign_client_key on ads."sign" (district, client_key);
create index sign_created on ads."sign" (district, created_at desc, id desc);
create index sign_by_due on ads."sign" (district, due_at) where status <> all (array['removed']);
create index sign_open_place on ads."sign" (district, status, area_code, due_at) where status <> all (array['removed']);
create index sign_open_geom on ads."sign" using gist (geom, created_at) where closed_at is null;
create index sign_closed_geom on ads."sign" using gist (geom, created_at) where closed_at is not null;
create index sign_parent on ads."sign" (district, parent_id) where parent_id is not null;

create table ads."posting" (
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
  shop text not null,
  address text not null,
  kind text not null,
  side text not null,
  corridor text not null,
  road text not null,
  campaign uuid,
  pieces integer not null,
  photos uuid[] not null,
  street text,
  times integer,
  is_repeat boolean,
  notice_no text,
  due_on date,
  removed_on date,
  after_photos uuid[],
  tidy_due_at timestamp with time zone,
  primary key (district, id),
  constraint posting_kind_choice check (kind = any (array['curtain', 'window', 'door'])),
  constraint posting_side_choice check (side = any (array['inside', 'outside'])),
  constraint posting_corridor_choice check (corridor = any (array['rail', 'fine']))
);
comment on table ads."posting" is '玻璃门窗张贴悬挂';
create unique index posting_number_key on ads."posting" (district, number);
create unique index posting_client_key on ads."posting" (district, client_key);
create index posting_created on ads."posting" (district, created_at desc, id desc);
create index posting_by_due on ads."posting" (district, due_at) where status <> all (array['closed']);
create index posting_open_place on ads."posting" (district, status, area_code, due_at) where status <> all (array['closed']);
create index posting_open_geom on ads."posting" using gist (geom, created_at) where closed_at is null;
create index posting_closed_geom on ads."posting" using gist (geom, created_at) where closed_at is not null;
create index posting_parent on ads."posting" (district, parent_id) where parent_id is not null;

create table ads."campaign" (
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
  corridor text not null,
  roads jsonb not null,
  start_on date not null,
  end_on date not null,
  done_roads jsonb,
  roads_done integer,
  roads_all integer,
  primary key (district, id),
  constraint campaign_corridor_choice check (corridor = any (array['rail', 'fine']))
);
comment on table ads."campaign" is '立面广告专项整治';
create unique index campaign_number_key on ads."campaign" (district, number);
create unique index campaign_client_key on ads."campaign" (district, client_key);
create index campaign_created on ads."campaign" (district, created_at desc, id desc);
create index campaign_by_due on ads."campaign" (district, due_at) where status <> all (array['done']);
create index campaign_open_place on ads."campaign" (district, status, area_code, due_at) where status <> all (array['done']);
create index campaign_open_geom on ads."campaign" using gist (geom, created_at) where closed_at is null;
create index campaign_closed_geom on ads."campaign" using gist (geom, created_at) where closed_at is not null;
create index campaign_parent on ads."campaign" (district, parent_id) where parent_id is not null;

create table ads."street" (
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
  scheme uuid[] not null,
  unsatisfactory integer not null,
  due_on date not null,
  reviewers text,
  opinion text,
  changed integer,
  works jsonb,
  examples integer,
  best jsonb,
  best_count integer,
  done_on date,
  photos uuid[],
  primary key (district, id)
);
comment on table ads."street" is '广告示范街';
create unique index street_number_key on ads."street" (district, number);
create unique index street_client_key on ads."street" (district, client_key);
create index street_created on ads."street" (district, created_at desc, id desc);
create index street_by_due on ads."street" (district, due_at) where status <> all (array['revoked', 'refused']);
create index street_open_place on ads."street" (district, status, area_code, due_at) where status <> all (array['revoked', 'refused']);
create index street_open_geom on ads."street" using gist (geom, created_at) where closed_at is null;
create index street_closed_geom on ads."street" using gist (geom, created_at) where closed_at is not null;
create index street_parent on ads."street" (district, parent_id) where parent_id is not null;

create table ads."facade" (
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
  unit text not null,
  state text not null,
  length_m numeric not null,
  photos uuid[] not null,
  design uuid[],
  has_lighting boolean,
  consents jsonb,
  agreed integer,
  asked integer,
  builder text,
  done_on date,
  done_m numeric,
  after_photos uuid[],
  primary key (district, id),
  constraint facade_state_choice check (state = any (array['good', 'worn', 'bad']))
);
comment on table ads."facade" is '道路立面提升';
create unique index facade_number_key on ads."facade" (district, number);
create unique index facade_client_key on ads."facade" (district, client_key);
create index facade_created on ads."facade" (district, created_at desc, id desc);
create index facade_by_due on ads."facade" (district, due_at) where status <> all (array['done']);
create index facade_open_place on ads."facade" (district, status, area_code, due_at) where status <> all (array['done']);
create index facade_open_geom on ads."facade" using gist (geom, created_at) where closed_at is null;
create index facade_closed_geom on ads."facade" using gist (geom, created_at) where closed_at is not null;
create index facade_parent on ads."facade" (district, parent_id) where parent_id is not null;
