-- Generated from the database by kernel/db/schema-dump.ts; do not edit.

create schema ads;

create schema bikes;

create schema buildings;

create schema cases;

create schema connect;

create schema credit;

create schema enforcement;

create schema evaluation;

create schema grid;

create schema intake;

create schema kernel;

create schema lighting;

create schema muck;

create schema office;

create schema opinion;

create schema parking;

create schema permits;

create schema reports;

create schema sensing;

create schema statistics;

create table ads.campaign (
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
  constraint campaign_pkey PRIMARY KEY (district, id),
  constraint campaign_corridor_choice CHECK ((corridor = ANY (ARRAY['rail'::text, 'fine'::text])))
);
comment on table ads.campaign is '立面广告专项整治';
CREATE INDEX campaign_by_due ON ads.campaign USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX campaign_client_key ON ads.campaign USING btree (district, client_key);
CREATE INDEX campaign_closed_geom ON ads.campaign USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX campaign_created ON ads.campaign USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX campaign_number_key ON ads.campaign USING btree (district, number);
CREATE INDEX campaign_open_geom ON ads.campaign USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX campaign_open_place ON ads.campaign USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX campaign_parent ON ads.campaign USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table ads.campaign force row level security;
create policy district_border on ads.campaign for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on ads.campaign to cityloop_app;

create table ads.facade (
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
  constraint facade_pkey PRIMARY KEY (district, id),
  constraint facade_state_choice CHECK ((state = ANY (ARRAY['good'::text, 'worn'::text, 'bad'::text])))
);
comment on table ads.facade is '道路立面提升';
CREATE INDEX facade_by_due ON ads.facade USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX facade_client_key ON ads.facade USING btree (district, client_key);
CREATE INDEX facade_closed_geom ON ads.facade USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX facade_created ON ads.facade USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX facade_number_key ON ads.facade USING btree (district, number);
CREATE INDEX facade_open_geom ON ads.facade USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX facade_open_place ON ads.facade USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX facade_parent ON ads.facade USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table ads.facade force row level security;
create policy district_border on ads.facade for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on ads.facade to cityloop_app;

create table ads.posting (
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
  constraint posting_pkey PRIMARY KEY (district, id),
  constraint posting_corridor_choice CHECK ((corridor = ANY (ARRAY['rail'::text, 'fine'::text]))),
  constraint posting_kind_choice CHECK ((kind = ANY (ARRAY['curtain'::text, 'window'::text, 'door'::text]))),
  constraint posting_side_choice CHECK ((side = ANY (ARRAY['inside'::text, 'outside'::text])))
);
comment on table ads.posting is '玻璃门窗张贴悬挂';
CREATE INDEX posting_by_due ON ads.posting USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX posting_client_key ON ads.posting USING btree (district, client_key);
CREATE INDEX posting_closed_geom ON ads.posting USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX posting_created ON ads.posting USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX posting_number_key ON ads.posting USING btree (district, number);
CREATE INDEX posting_open_geom ON ads.posting USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX posting_open_place ON ads.posting USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX posting_parent ON ads.posting USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table ads.posting force row level security;
create policy district_border on ads.posting for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on ads.posting to cityloop_app;

create table ads.removal (
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
  constraint removal_pkey PRIMARY KEY (district, id),
  constraint removal_form_choice CHECK ((form = ANY (ARRAY['letters'::text, 'board'::text, 'column'::text, 'wall'::text, 'high'::text, 'plate'::text, 'box'::text, 'canopy'::text, 'screen'::text, 'sign'::text, 'pending'::text]))),
  constraint removal_reason_choice CHECK ((reason = ANY (ARRAY['unpermitted'::text, 'expired'::text, 'plan'::text, 'fall'::text, 'roof'::text, 'blocking'::text, 'attached'::text, 'damaged'::text, 'unsafe'::text])))
);
comment on table ads.removal is 'append-only: 户外广告拆除记录';
CREATE INDEX removal_at ON ads.removal USING btree (district, at DESC);
alter table ads.removal force row level security;
create policy district_border on ads.removal for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on ads.removal to cityloop_app;

create table ads.sign (
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
  constraint sign_pkey PRIMARY KEY (district, id),
  constraint sign_class_choice CHECK ((class = ANY (ARRAY['permit'::text, 'filing'::text, 'none'::text]))),
  constraint sign_inspection_choice CHECK ((inspection = ANY (ARRAY['pass'::text, 'fail'::text]))),
  constraint sign_sampled_choice CHECK ((sampled = ANY (ARRAY['same'::text, 'wrong'::text]))),
  constraint sign_structure_choice CHECK ((structure = ANY (ARRAY['frame'::text, 'box'::text, 'letters'::text, 'paint'::text])))
);
comment on table ads.sign is '店招标牌';
CREATE INDEX sign_by_due ON ads.sign USING btree (district, due_at) WHERE (status <> ALL (ARRAY['removed'::text]));
CREATE UNIQUE INDEX sign_client_key ON ads.sign USING btree (district, client_key);
CREATE INDEX sign_closed_geom ON ads.sign USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX sign_created ON ads.sign USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX sign_number_key ON ads.sign USING btree (district, number);
CREATE INDEX sign_open_geom ON ads.sign USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX sign_open_place ON ads.sign USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['removed'::text]));
CREATE INDEX sign_parent ON ads.sign USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table ads.sign force row level security;
create policy district_border on ads.sign for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on ads.sign to cityloop_app;

create table ads.site (
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
  constraint site_pkey PRIMARY KEY (district, id),
  constraint site_carrier_choice CHECK ((carrier = ANY (ARRAY['none'::text, 'busStop'::text, 'bin'::text, 'signal'::text, 'lamp'::text, 'toilet'::text, 'other'::text]))),
  constraint site_edge_choice CHECK ((edge = ANY (ARRAY['road'::text, 'rail'::text]))),
  constraint site_fall_choice CHECK ((fall = ANY (ARRAY['ok'::text, 'short'::text, 'cleared'::text]))),
  constraint site_form_choice CHECK ((form = ANY (ARRAY['letters'::text, 'board'::text, 'column'::text, 'wall'::text, 'high'::text, 'plate'::text, 'box'::text, 'canopy'::text, 'screen'::text, 'sign'::text, 'pending'::text]))),
  constraint site_inspection_choice CHECK ((inspection = ANY (ARRAY['pass'::text, 'fix'::text, 'fail'::text]))),
  constraint site_level_choice CHECK ((level = ANY (ARRAY['allowed'::text, 'limited'::text, 'banned'::text, 'outside'::text]))),
  constraint site_outcome_choice CHECK ((outcome = ANY (ARRAY['removed'::text, 'fixed'::text]))),
  constraint site_reason_choice CHECK ((reason = ANY (ARRAY['unpermitted'::text, 'expired'::text, 'plan'::text, 'fall'::text, 'roof'::text, 'blocking'::text, 'attached'::text, 'damaged'::text, 'unsafe'::text])))
);
comment on table ads.site is '户外广告';
CREATE INDEX site_by_due ON ads.site USING btree (district, due_at) WHERE (status <> ALL (ARRAY['removed'::text]));
CREATE UNIQUE INDEX site_client_key ON ads.site USING btree (district, client_key);
CREATE INDEX site_closed_geom ON ads.site USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX site_created ON ads.site USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX site_number_key ON ads.site USING btree (district, number);
CREATE INDEX site_open_geom ON ads.site USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX site_open_place ON ads.site USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['removed'::text]));
CREATE INDEX site_parent ON ads.site USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table ads.site force row level security;
create policy district_border on ads.site for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on ads.site to cityloop_app;

create table ads.street (
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
  constraint street_pkey PRIMARY KEY (district, id)
);
comment on table ads.street is '广告示范街';
CREATE INDEX street_by_due ON ads.street USING btree (district, due_at) WHERE (status <> ALL (ARRAY['revoked'::text, 'refused'::text]));
CREATE UNIQUE INDEX street_client_key ON ads.street USING btree (district, client_key);
CREATE INDEX street_closed_geom ON ads.street USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX street_created ON ads.street USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX street_number_key ON ads.street USING btree (district, number);
CREATE INDEX street_open_geom ON ads.street USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX street_open_place ON ads.street USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['revoked'::text, 'refused'::text]));
CREATE INDEX street_parent ON ads.street USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table ads.street force row level security;
create policy district_border on ads.street for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on ads.street to cityloop_app;

create table ads.zero_plan (
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
  constraint zero_plan_pkey PRIMARY KEY (district, id)
);
comment on table ads.zero_plan is '户外广告清零计划';
CREATE INDEX zero_plan_by_due ON ads.zero_plan USING btree (district, due_at) WHERE (status <> ALL (ARRAY['withdrawn'::text]));
CREATE UNIQUE INDEX zero_plan_client_key ON ads.zero_plan USING btree (district, client_key);
CREATE INDEX zero_plan_closed_geom ON ads.zero_plan USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX zero_plan_created ON ads.zero_plan USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX zero_plan_number_key ON ads.zero_plan USING btree (district, number);
CREATE INDEX zero_plan_open_geom ON ads.zero_plan USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX zero_plan_open_place ON ads.zero_plan USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['withdrawn'::text]));
CREATE INDEX zero_plan_parent ON ads.zero_plan USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table ads.zero_plan force row level security;
create policy district_border on ads.zero_plan for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on ads.zero_plan to cityloop_app;

create table bikes.bike (
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
  constraint bike_pkey PRIMARY KEY (district, id)
);
comment on table bikes.bike is '公共自行车';
CREATE INDEX bike_area ON bikes.bike USING btree (district, area_code);
CREATE UNIQUE INDEX bike_number_key ON bikes.bike USING btree (district, number) WHERE (retired_at IS NULL);
alter table bikes.bike force row level security;
create policy district_border on bikes.bike for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.bike to cityloop_app;

create table bikes.bike_now (
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
  constraint bike_now_pkey PRIMARY KEY (district, id),
  constraint bike_now_state_choice CHECK ((state = ANY (ARRAY['docked'::text, 'out'::text, 'repair'::text, 'missing'::text])))
);
comment on table bikes.bike_now is '公共自行车现状';
CREATE INDEX bike_now_at ON bikes.bike_now USING btree (district, at DESC);
CREATE INDEX bike_now_geom ON bikes.bike_now USING gist (geom);
alter table bikes.bike_now force row level security;
create policy district_border on bikes.bike_now for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.bike_now to cityloop_app;

create table bikes.campaign (
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
  constraint campaign_pkey PRIMARY KEY (district, id)
);
comment on table bikes.campaign is '二、三轮车专项整治';
CREATE INDEX campaign_by_due ON bikes.campaign USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX campaign_client_key ON bikes.campaign USING btree (district, client_key);
CREATE INDEX campaign_closed_geom ON bikes.campaign USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX campaign_created ON bikes.campaign USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX campaign_number_key ON bikes.campaign USING btree (district, number);
CREATE INDEX campaign_open_geom ON bikes.campaign USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX campaign_open_place ON bikes.campaign USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX campaign_parent ON bikes.campaign USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.campaign force row level security;
create policy district_border on bikes.campaign for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.campaign to cityloop_app;

create table bikes.deploy (
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
  constraint deploy_pkey PRIMARY KEY (district, id)
);
comment on table bikes.deploy is '公共自行车投放与盘点';
CREATE INDEX deploy_by_due ON bikes.deploy USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX deploy_client_key ON bikes.deploy USING btree (district, client_key);
CREATE INDEX deploy_closed_geom ON bikes.deploy USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX deploy_created ON bikes.deploy USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX deploy_number_key ON bikes.deploy USING btree (district, number);
CREATE INDEX deploy_open_geom ON bikes.deploy USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX deploy_open_place ON bikes.deploy USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX deploy_parent ON bikes.deploy USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.deploy force row level security;
create policy district_border on bikes.deploy for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.deploy to cityloop_app;

create table bikes.disorder (
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
  constraint disorder_pkey PRIMARY KEY (district, id),
  constraint disorder_duty_choice CHECK ((duty = ANY (ARRAY['operator'::text, 'district'::text, 'street'::text, 'town'::text]))),
  constraint disorder_kind_choice CHECK ((kind = ANY (ARRAY['shared'::text, 'public'::text, 'private'::text])))
);
comment on table bikes.disorder is '非机动车停放问题';
CREATE INDEX disorder_by_due ON bikes.disorder USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX disorder_client_key ON bikes.disorder USING btree (district, client_key);
CREATE INDEX disorder_closed_geom ON bikes.disorder USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX disorder_created ON bikes.disorder USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX disorder_number_key ON bikes.disorder USING btree (district, number);
CREATE INDEX disorder_open_geom ON bikes.disorder USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX disorder_open_place ON bikes.disorder USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX disorder_parent ON bikes.disorder USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.disorder force row level security;
create policy district_border on bikes.disorder for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.disorder to cityloop_app;

create table bikes.dispatch (
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
  constraint dispatch_pkey PRIMARY KEY (district, id),
  constraint dispatch_need_choice CHECK ((need = ANY (ARRAY['bring'::text, 'take'::text]))),
  constraint dispatch_peak_choice CHECK ((peak = ANY (ARRAY['am'::text, 'pm'::text])))
);
comment on table bikes.dispatch is '空满桩调度单';
CREATE INDEX dispatch_by_due ON bikes.dispatch USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX dispatch_client_key ON bikes.dispatch USING btree (district, client_key);
CREATE INDEX dispatch_closed_geom ON bikes.dispatch USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX dispatch_created ON bikes.dispatch USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX dispatch_number_key ON bikes.dispatch USING btree (district, number);
CREATE INDEX dispatch_open_geom ON bikes.dispatch USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX dispatch_open_place ON bikes.dispatch USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE INDEX dispatch_parent ON bikes.dispatch USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.dispatch force row level security;
create policy district_border on bikes.dispatch for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.dispatch to cityloop_app;

create table bikes.fence (
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
  constraint fence_pkey PRIMARY KEY (district, id),
  constraint fence_kind_choice CHECK ((kind = ANY (ARRAY['park'::text, 'ban'::text])))
);
comment on table bikes.fence is '共享自行车电子围栏';
CREATE INDEX fence_area ON bikes.fence USING btree (district, area_code);
CREATE INDEX fence_geom ON bikes.fence USING gist (geom);
CREATE UNIQUE INDEX fence_name_key ON bikes.fence USING btree (district, name) WHERE (retired_at IS NULL);
alter table bikes.fence force row level security;
create policy district_border on bikes.fence for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.fence to cityloop_app;

create table bikes.level (
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
  constraint level_pkey PRIMARY KEY (district, id),
  constraint level_level_choice CHECK ((level = ANY (ARRAY['empty'::text, 'normal'::text, 'full'::text])))
);
comment on table bikes.level is 'append-only: 站点空满变化';
CREATE INDEX level_at ON bikes.level USING btree (district, at DESC);
alter table bikes.level force row level security;
create policy district_border on bikes.level for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on bikes.level to cityloop_app;

create table bikes.line (
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
  constraint line_pkey PRIMARY KEY (district, id),
  constraint line_direction_choice CHECK ((direction = ANY (ARRAY['straight'::text, 'slanted'::text, 'along'::text])))
);
comment on table bikes.line is '非机动车停车线';
CREATE INDEX line_area ON bikes.line USING btree (district, area_code);
CREATE INDEX line_geom ON bikes.line USING gist (geom);
CREATE UNIQUE INDEX line_plan_key ON bikes.line USING btree (district, plan) WHERE (retired_at IS NULL);
alter table bikes.line force row level security;
create policy district_border on bikes.line for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.line to cityloop_app;

create table bikes.line_plan (
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
  constraint line_plan_pkey PRIMARY KEY (district, id),
  constraint line_plan_direction_choice CHECK ((direction = ANY (ARRAY['straight'::text, 'slanted'::text, 'along'::text])))
);
comment on table bikes.line_plan is '挖掘停车资源(待划线点位)';
CREATE INDEX line_plan_by_due ON bikes.line_plan USING btree (district, due_at) WHERE (status <> ALL (ARRAY['painted'::text, 'refused'::text]));
CREATE UNIQUE INDEX line_plan_client_key ON bikes.line_plan USING btree (district, client_key);
CREATE INDEX line_plan_closed_geom ON bikes.line_plan USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX line_plan_created ON bikes.line_plan USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX line_plan_number_key ON bikes.line_plan USING btree (district, number);
CREATE INDEX line_plan_open_geom ON bikes.line_plan USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX line_plan_open_place ON bikes.line_plan USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['painted'::text, 'refused'::text]));
CREATE INDEX line_plan_parent ON bikes.line_plan USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.line_plan force row level security;
create policy district_border on bikes.line_plan for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.line_plan to cityloop_app;

create table bikes.operator (
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
  constraint operator_pkey PRIMARY KEY (district, id)
);
comment on table bikes.operator is '共享自行车企业';
CREATE INDEX operator_area ON bikes.operator USING btree (district, area_code);
CREATE UNIQUE INDEX operator_credit_code_key ON bikes.operator USING btree (district, credit_code) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX operator_name_key ON bikes.operator USING btree (district, name) WHERE (retired_at IS NULL);
alter table bikes.operator force row level security;
create policy district_border on bikes.operator for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.operator to cityloop_app;

create table bikes.peak_minutes (
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
  constraint peak_minutes_pkey PRIMARY KEY (district, id),
  constraint peak_minutes_mode_choice CHECK ((mode = ANY (ARRAY['docked'::text, 'bluetooth'::text]))),
  constraint peak_minutes_peak_choice CHECK ((peak = ANY (ARRAY['am'::text, 'pm'::text])))
);
comment on table bikes.peak_minutes is 'append-only: 高峰空满桩时长';
CREATE INDEX peak_minutes_at ON bikes.peak_minutes USING btree (district, at DESC);
alter table bikes.peak_minutes force row level security;
create policy district_border on bikes.peak_minutes for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on bikes.peak_minutes to cityloop_app;

create table bikes.repair (
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
  constraint repair_pkey PRIMARY KEY (district, id),
  constraint repair_what_choice CHECK ((what = ANY (ARRAY['bike'::text, 'dock'::text])))
);
comment on table bikes.repair is '公共自行车维修';
CREATE INDEX repair_by_due ON bikes.repair USING btree (district, due_at) WHERE (status <> ALL (ARRAY['fixed'::text, 'scrapped'::text]));
CREATE UNIQUE INDEX repair_client_key ON bikes.repair USING btree (district, client_key);
CREATE INDEX repair_closed_geom ON bikes.repair USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX repair_created ON bikes.repair USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX repair_number_key ON bikes.repair USING btree (district, number);
CREATE INDEX repair_open_geom ON bikes.repair USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX repair_open_place ON bikes.repair USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['fixed'::text, 'scrapped'::text]));
CREATE INDEX repair_parent ON bikes.repair USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.repair force row level security;
create policy district_border on bikes.repair for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.repair to cityloop_app;

create table bikes.ride (
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
  constraint ride_pkey PRIMARY KEY (district, id),
  constraint ride_way_choice CHECK ((way = ANY (ARRAY['dock'::text, 'bluetooth'::text])))
);
comment on table bikes.ride is '公共自行车借还订单';
CREATE INDEX ride_by_due ON bikes.ride USING btree (district, due_at) WHERE (status <> ALL (ARRAY['returned'::text]));
CREATE UNIQUE INDEX ride_client_key ON bikes.ride USING btree (district, client_key);
CREATE INDEX ride_closed_geom ON bikes.ride USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX ride_created ON bikes.ride USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX ride_number_key ON bikes.ride USING btree (district, number);
CREATE INDEX ride_open_geom ON bikes.ride USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX ride_open_place ON bikes.ride USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['returned'::text]));
CREATE UNIQUE INDEX ride_order_no_key ON bikes.ride USING btree (district, order_no);
CREATE INDEX ride_parent ON bikes.ride USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.ride force row level security;
create policy district_border on bikes.ride for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.ride to cityloop_app;

create table bikes.score (
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
  constraint score_pkey PRIMARY KEY (district, id)
);
comment on table bikes.score is '共享自行车月度考评';
CREATE INDEX score_by_due ON bikes.score USING btree (district, due_at) WHERE (status <> ALL (ARRAY['published'::text]));
CREATE UNIQUE INDEX score_client_key ON bikes.score USING btree (district, client_key);
CREATE INDEX score_closed_geom ON bikes.score USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX score_created ON bikes.score USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX score_number_key ON bikes.score USING btree (district, number);
CREATE INDEX score_open_geom ON bikes.score USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX score_open_place ON bikes.score USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['published'::text]));
CREATE UNIQUE INDEX score_operator_month_key ON bikes.score USING btree (district, operator, month);
CREATE INDEX score_parent ON bikes.score USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.score force row level security;
create policy district_border on bikes.score for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.score to cityloop_app;

create table bikes.station (
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
  constraint station_pkey PRIMARY KEY (district, id),
  constraint station_mode_choice CHECK ((mode = ANY (ARRAY['docked'::text, 'bluetooth'::text])))
);
comment on table bikes.station is '公共自行车站点';
CREATE INDEX station_area ON bikes.station USING btree (district, area_code);
CREATE UNIQUE INDEX station_code_key ON bikes.station USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX station_geom ON bikes.station USING gist (geom);
alter table bikes.station force row level security;
create policy district_border on bikes.station for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.station to cityloop_app;

create table bikes.stock (
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
  constraint stock_pkey PRIMARY KEY (district, id),
  constraint stock_kind_choice CHECK ((kind = ANY (ARRAY['two'::text, 'three'::text])))
);
comment on table bikes.stock is 'append-only: 二、三轮车存量';
CREATE INDEX stock_at ON bikes.stock USING btree (district, at DESC);
alter table bikes.stock force row level security;
create policy district_border on bikes.stock for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on bikes.stock to cityloop_app;

create table bikes.sunshade (
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
  constraint sunshade_pkey PRIMARY KEY (district, id)
);
comment on table bikes.sunshade is '红灯等候区遮阳棚';
CREATE INDEX sunshade_area ON bikes.sunshade USING btree (district, area_code);
CREATE INDEX sunshade_geom ON bikes.sunshade USING gist (geom);
CREATE UNIQUE INDEX sunshade_place_key ON bikes.sunshade USING btree (district, place) WHERE (retired_at IS NULL);
alter table bikes.sunshade force row level security;
create policy district_border on bikes.sunshade for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.sunshade to cityloop_app;

create table bikes.talk (
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
  constraint talk_pkey PRIMARY KEY (district, id)
);
comment on table bikes.talk is '共享自行车企业约谈';
CREATE INDEX talk_by_due ON bikes.talk USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX talk_client_key ON bikes.talk USING btree (district, client_key);
CREATE INDEX talk_closed_geom ON bikes.talk USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX talk_created ON bikes.talk USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX talk_number_key ON bikes.talk USING btree (district, number);
CREATE INDEX talk_open_geom ON bikes.talk USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX talk_open_place ON bikes.talk USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX talk_parent ON bikes.talk USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.talk force row level security;
create policy district_border on bikes.talk for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.talk to cityloop_app;

create table bikes.tow_claim (
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
  constraint tow_claim_pkey PRIMARY KEY (district, id),
  constraint tow_claim_outcome_choice CHECK ((outcome = ANY (ARRAY['claimed'::text, 'operator'::text, 'disposed'::text])))
);
comment on table bikes.tow_claim is '拖移车辆认领';
CREATE INDEX tow_claim_by_due ON bikes.tow_claim USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX tow_claim_client_key ON bikes.tow_claim USING btree (district, client_key);
CREATE INDEX tow_claim_closed_geom ON bikes.tow_claim USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX tow_claim_created ON bikes.tow_claim USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX tow_claim_number_key ON bikes.tow_claim USING btree (district, number);
CREATE INDEX tow_claim_open_geom ON bikes.tow_claim USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX tow_claim_open_place ON bikes.tow_claim USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX tow_claim_parent ON bikes.tow_claim USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table bikes.tow_claim force row level security;
create policy district_border on bikes.tow_claim for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.tow_claim to cityloop_app;

create table bikes.towed (
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
  constraint towed_pkey PRIMARY KEY (district, id),
  constraint towed_kind_choice CHECK ((kind = ANY (ARRAY['ebike'::text, 'bicycle'::text, 'shared'::text, 'tricycle'::text]))),
  constraint towed_state_choice CHECK ((state = ANY (ARRAY['held'::text, 'claimed'::text, 'operator'::text, 'disposed'::text])))
);
comment on table bikes.towed is '拖移非机动车';
CREATE INDEX towed_area ON bikes.towed USING btree (district, area_code);
CREATE UNIQUE INDEX towed_batch_plate_key ON bikes.towed USING btree (district, batch, plate) WHERE (retired_at IS NULL);
CREATE INDEX towed_geom ON bikes.towed USING gist (geom);
alter table bikes.towed force row level security;
create policy district_border on bikes.towed for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on bikes.towed to cityloop_app;

create table buildings.action (
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
  role text not null,
  organiser text not null,
  planned_on date not null,
  place text not null,
  staff integer not null,
  machinery text not null,
  safety_plan uuid[] not null,
  lines jsonb,
  done_on date,
  pieces integer,
  area_m2 numeric,
  hours numeric,
  photos uuid[],
  reason text,
  constraint action_pkey PRIMARY KEY (district, id),
  constraint action_role_choice CHECK ((role = ANY (ARRAY['organised'::text, 'supported'::text])))
);
comment on table buildings.action is '拆违行动';
CREATE INDEX action_by_due ON buildings.action USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX action_client_key ON buildings.action USING btree (district, client_key);
CREATE INDEX action_closed_geom ON buildings.action USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX action_created ON buildings.action USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX action_number_key ON buildings.action USING btree (district, number);
CREATE INDEX action_open_geom ON buildings.action USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX action_open_place ON buildings.action USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE INDEX action_parent ON buildings.action USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table buildings.action force row level security;
create policy district_border on buildings.action for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.action to cityloop_app;

create table buildings.approval (
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
  department text not null,
  holder text not null,
  address text not null,
  approved_m2 numeric not null,
  approved_on date not null,
  constraint approval_pkey PRIMARY KEY (district, id),
  constraint approval_department_choice CHECK ((department = ANY (ARRAY['housing'::text, 'land'::text, 'planning'::text, 'registry'::text, 'water'::text, 'electricity'::text])))
);
comment on table buildings.approval is '共享的规划与产权批准';
CREATE INDEX approval_area ON buildings.approval USING btree (district, area_code);
CREATE UNIQUE INDEX approval_number_key ON buildings.approval USING btree (district, number) WHERE (retired_at IS NULL);
alter table buildings.approval force row level security;
create policy district_border on buildings.approval for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.approval to cityloop_app;

create table buildings.building (
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
  address text not null,
  compound uuid,
  kind text not null,
  owner text,
  owner_code text,
  area_m2 numeric not null,
  class text,
  via text not null,
  street text,
  land text,
  reporter text,
  source_type text,
  source_id text,
  base_code text,
  started_at timestamp with time zone,
  built_year integer,
  found_hours numeric,
  report_hours numeric,
  is_found_in_time boolean,
  surveyed_m2 numeric,
  approval uuid,
  approved_m2 numeric,
  is_hazard boolean,
  is_ugly boolean,
  is_hated boolean,
  is_key boolean,
  key_reason text,
  obstacle text,
  plan_year integer,
  notice_no text,
  stopped_at timestamp with time zone,
  sealed_at timestamp with time zone,
  article text,
  decision_no text,
  served_on date,
  due_on date,
  announce_no text,
  announced_on date,
  announce_due_on date,
  force_no text,
  agency text,
  way text,
  removed_on date,
  removed_m2 numeric,
  settlement text,
  settled_on date,
  settled_m2 numeric,
  paper_no text,
  reason text,
  penalty_no text,
  penalty_id uuid,
  penalty_state text,
  photos uuid[],
  papers uuid[],
  after_photos uuid[],
  verify_due_at timestamp with time zone,
  stop_due_at timestamp with time zone,
  demolish_due_at timestamp with time zone,
  constraint building_pkey PRIMARY KEY (district, id),
  constraint building_article_choice CHECK ((article = ANY (ARRAY['a64'::text, 'a65'::text, 'a66'::text]))),
  constraint building_class_choice CHECK ((class = ANY (ARRAY['new'::text, 'stock'::text]))),
  constraint building_kind_choice CHECK ((kind = ANY (ARRAY['roof'::text, 'yard'::text, 'stall'::text, 'factory'::text, 'basement'::text, 'other'::text]))),
  constraint building_land_choice CHECK ((land = ANY (ARRAY['urban'::text, 'village'::text, 'farm'::text, 'green'::text]))),
  constraint building_penalty_state_choice CHECK ((penalty_state = ANY (ARRAY['opened'::text, 'decided'::text, 'unpaid'::text, 'fulfilled'::text]))),
  constraint building_settlement_choice CHECK ((settlement = ANY (ARRAY['demolished'::text, 'legalised'::text, 'reclassified'::text]))),
  constraint building_via_choice CHECK ((via = ANY (ARRAY['patrol'::text, 'report'::text, 'property'::text, 'satellite'::text, 'drone'::text, 'census'::text, 'pipeline'::text]))),
  constraint building_way_choice CHECK ((way = ANY (ARRAY['self'::text, 'assisted'::text, 'forced'::text])))
);
comment on table buildings.building is '违法建设';
CREATE INDEX building_by_due ON buildings.building USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'unfounded'::text]));
CREATE UNIQUE INDEX building_client_key ON buildings.building USING btree (district, client_key);
CREATE INDEX building_closed_geom ON buildings.building USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX building_created ON buildings.building USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX building_number_key ON buildings.building USING btree (district, number);
CREATE INDEX building_open_geom ON buildings.building USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX building_open_place ON buildings.building USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'unfounded'::text]));
CREATE INDEX building_parent ON buildings.building USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table buildings.building force row level security;
create policy district_border on buildings.building for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.building to cityloop_app;

create table buildings.decoration (
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
  compound uuid not null,
  room text not null,
  owner text not null,
  contractor text,
  scope text not null,
  has_pledge boolean not null,
  start_on date not null,
  end_on date not null,
  checked_on date,
  constraint decoration_pkey PRIMARY KEY (district, id)
);
comment on table buildings.decoration is '装修备案';
CREATE INDEX decoration_area ON buildings.decoration USING btree (district, area_code);
alter table buildings.decoration force row level security;
create policy district_border on buildings.decoration for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.decoration to cityloop_app;

create table buildings.encroachment (
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
  line uuid not null,
  place text not null,
  presser text not null,
  kind text,
  found_by uuid,
  order_no text,
  due_on date,
  removed_on date,
  after_photos uuid[],
  owner_opinion text,
  remove_due_at timestamp with time zone,
  constraint encroachment_pkey PRIMARY KEY (district, id),
  constraint encroachment_kind_choice CHECK ((kind = ANY (ARRAY['power'::text, 'gas'::text])))
);
comment on table buildings.encroachment is '管线占压整治';
CREATE INDEX encroachment_by_due ON buildings.encroachment USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX encroachment_client_key ON buildings.encroachment USING btree (district, client_key);
CREATE INDEX encroachment_closed_geom ON buildings.encroachment USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX encroachment_created ON buildings.encroachment USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX encroachment_number_key ON buildings.encroachment USING btree (district, number);
CREATE INDEX encroachment_open_geom ON buildings.encroachment USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX encroachment_open_place ON buildings.encroachment USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX encroachment_parent ON buildings.encroachment USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table buildings.encroachment force row level security;
create policy district_border on buildings.encroachment for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.encroachment to cityloop_app;

create table buildings.focus (
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
  compound uuid not null,
  reason text not null,
  from_on date not null,
  to_on date not null,
  name text,
  patrols_per_week integer,
  flights_per_month integer,
  weeks_due integer,
  weeks_met integer,
  short jsonb,
  flights integer,
  filings integer,
  constraint focus_pkey PRIMARY KEY (district, id),
  constraint focus_reason_choice CHECK ((reason = ANY (ARRAY['fresh'::text, 'villa'::text])))
);
comment on table buildings.focus is '重点小区治理';
CREATE INDEX focus_by_due ON buildings.focus USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX focus_client_key ON buildings.focus USING btree (district, client_key);
CREATE INDEX focus_closed_geom ON buildings.focus USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX focus_created ON buildings.focus USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX focus_number_key ON buildings.focus USING btree (district, number);
CREATE INDEX focus_open_geom ON buildings.focus USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX focus_open_place ON buildings.focus USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX focus_parent ON buildings.focus USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table buildings.focus force row level security;
create policy district_border on buildings.focus for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.focus to cityloop_app;

create table buildings.free_compound (
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
  compound uuid not null,
  convention uuid[] not null,
  patrol_plan text not null,
  name text,
  is_model boolean,
  score integer,
  accepted_on date,
  valid_to date,
  withdrawn_on date,
  reason text,
  constraint free_compound_pkey PRIMARY KEY (district, id)
);
comment on table buildings.free_compound is '无违建小区创建';
CREATE INDEX free_compound_by_due ON buildings.free_compound USING btree (district, due_at) WHERE (status <> ALL (ARRAY['withdrawn'::text, 'expired'::text, 'refused'::text]));
CREATE UNIQUE INDEX free_compound_client_key ON buildings.free_compound USING btree (district, client_key);
CREATE INDEX free_compound_closed_geom ON buildings.free_compound USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX free_compound_created ON buildings.free_compound USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX free_compound_number_key ON buildings.free_compound USING btree (district, number);
CREATE INDEX free_compound_open_geom ON buildings.free_compound USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX free_compound_open_place ON buildings.free_compound USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['withdrawn'::text, 'expired'::text, 'refused'::text]));
CREATE INDEX free_compound_parent ON buildings.free_compound USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table buildings.free_compound force row level security;
create policy district_border on buildings.free_compound for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.free_compound to cityloop_app;

create table buildings.line (
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
  place text not null,
  owner text not null,
  protect_m numeric not null,
  constraint line_pkey PRIMARY KEY (district, id),
  constraint line_kind_choice CHECK ((kind = ANY (ARRAY['power'::text, 'gas'::text])))
);
comment on table buildings.line is '电力燃气管线';
CREATE INDEX line_area ON buildings.line USING btree (district, area_code);
CREATE UNIQUE INDEX line_code_key ON buildings.line USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX line_geom ON buildings.line USING gist (geom);
alter table buildings.line force row level security;
create policy district_border on buildings.line for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.line to cityloop_app;

create table buildings.line_check (
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
  line uuid not null,
  result text not null,
  presser text,
  place text,
  constraint line_check_pkey PRIMARY KEY (district, id),
  constraint line_check_result_choice CHECK ((result = ANY (ARRAY['clear'::text, 'pressed'::text])))
);
comment on table buildings.line_check is 'append-only: 管线占压排查';
CREATE INDEX line_check_at ON buildings.line_check USING btree (district, at DESC);
alter table buildings.line_check force row level security;
create policy district_border on buildings.line_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on buildings.line_check to cityloop_app;

create table buildings.listing (
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
  building uuid not null,
  criterion text not null,
  reason text not null,
  leader text not null,
  address text,
  entries jsonb,
  supervisions integer,
  last_week text,
  weeks_due integer,
  weeks_done integer,
  missed integer,
  is_warned boolean,
  proof uuid[],
  photos uuid[],
  opinion text,
  constraint listing_pkey PRIMARY KEY (district, id),
  constraint listing_criterion_choice CHECK ((criterion = ANY (ARRAY['badInfluence'::text, 'publicAnger'::text, 'publicSafety'::text])))
);
comment on table buildings.listing is '违建挂牌督办';
CREATE INDEX listing_by_due ON buildings.listing USING btree (district, due_at) WHERE (status <> ALL (ARRAY['delisted'::text, 'dropped'::text]));
CREATE UNIQUE INDEX listing_client_key ON buildings.listing USING btree (district, client_key);
CREATE INDEX listing_closed_geom ON buildings.listing USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX listing_created ON buildings.listing USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX listing_number_key ON buildings.listing USING btree (district, number);
CREATE INDEX listing_open_geom ON buildings.listing USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX listing_open_place ON buildings.listing USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['delisted'::text, 'dropped'::text]));
CREATE INDEX listing_parent ON buildings.listing USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table buildings.listing force row level security;
create policy district_border on buildings.listing for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.listing to cityloop_app;

create table buildings.month_end (
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
  month text not null,
  month_on date not null,
  street text not null,
  found integer not null,
  removed integer not null,
  left_ integer not null,
  is_kept boolean not null,
  constraint month_end_pkey PRIMARY KEY (district, id)
);
comment on table buildings.month_end is 'append-only: 新增违建零增长月结';
CREATE INDEX month_end_at ON buildings.month_end USING btree (district, at DESC);
alter table buildings.month_end force row level security;
create policy district_border on buildings.month_end for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on buildings.month_end to cityloop_app;

create table buildings.notice (
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
  building uuid not null,
  department text not null,
  measure text not null,
  content text not null,
  papers uuid[] not null,
  building_no text,
  reply_no text,
  reply text,
  effective_on date,
  released_on date,
  urged integer,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (district, id),
  constraint notice_department_choice CHECK ((department = ANY (ARRAY['housing'::text, 'land'::text, 'planning'::text, 'registry'::text, 'water'::text, 'electricity'::text]))),
  constraint notice_measure_choice CHECK ((measure = ANY (ARRAY['sale'::text, 'registration'::text, 'service'::text, 'permit'::text, 'verify'::text])))
);
comment on table buildings.notice is '部门联动函';
CREATE INDEX notice_by_due ON buildings.notice USING btree (district, due_at) WHERE (status <> ALL (ARRAY['released'::text, 'answered'::text, 'refused'::text]));
CREATE UNIQUE INDEX notice_client_key ON buildings.notice USING btree (district, client_key);
CREATE INDEX notice_closed_geom ON buildings.notice USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX notice_created ON buildings.notice USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX notice_number_key ON buildings.notice USING btree (district, number);
CREATE INDEX notice_open_geom ON buildings.notice USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX notice_open_place ON buildings.notice USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['released'::text, 'answered'::text, 'refused'::text]));
CREATE INDEX notice_parent ON buildings.notice USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table buildings.notice force row level security;
create policy district_border on buildings.notice for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.notice to cityloop_app;

create table buildings.patrol (
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
  compound uuid not null,
  kind text not null,
  found integer not null,
  note text,
  photos uuid[],
  constraint patrol_pkey PRIMARY KEY (district, id),
  constraint patrol_kind_choice CHECK ((kind = ANY (ARRAY['foot'::text, 'drone'::text])))
);
comment on table buildings.patrol is 'append-only: 小区违建巡查';
CREATE INDEX patrol_at ON buildings.patrol USING btree (district, at DESC);
alter table buildings.patrol force row level security;
create policy district_border on buildings.patrol for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on buildings.patrol to cityloop_app;

create table buildings.point (
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
  compound uuid not null,
  property text not null,
  building uuid not null,
  points integer not null,
  reason text not null,
  constraint point_pkey PRIMARY KEY (district, id)
);
comment on table buildings.point is 'append-only: 物业防控记分';
CREATE INDEX point_at ON buildings.point USING btree (district, at DESC);
alter table buildings.point force row level security;
create policy district_border on buildings.point for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on buildings.point to cityloop_app;

create table buildings.programme (
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
  note text,
  constraint programme_pkey PRIMARY KEY (district, id),
  constraint programme_years CHECK ((to_year = ((from_year + years) - 1)))
);
comment on table buildings.programme is '违法建设治理五年行动';
CREATE INDEX programme_area ON buildings.programme USING btree (district, area_code);
CREATE UNIQUE INDEX programme_name_key ON buildings.programme USING btree (district, name) WHERE (retired_at IS NULL);
alter table buildings.programme force row level security;
create policy district_border on buildings.programme for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.programme to cityloop_app;

create table buildings.restoration (
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
  site text not null,
  kind text not null,
  mu numeric not null,
  owner text not null,
  due_on date not null,
  building uuid,
  spot uuid,
  done_on date,
  done_mu numeric,
  proof text,
  imaged_on date,
  photos uuid[],
  reason text,
  restore_due_at timestamp with time zone,
  constraint restoration_pkey PRIMARY KEY (district, id),
  constraint restoration_kind_choice CHECK ((kind = ANY (ARRAY['farm'::text, 'green'::text]))),
  constraint restoration_proof_choice CHECK ((proof = ANY (ARRAY['photo'::text, 'satellite'::text])))
);
comment on table buildings.restoration is '复垦复绿';
CREATE INDEX restoration_by_due ON buildings.restoration USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX restoration_client_key ON buildings.restoration USING btree (district, client_key);
CREATE INDEX restoration_closed_geom ON buildings.restoration USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX restoration_created ON buildings.restoration USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX restoration_number_key ON buildings.restoration USING btree (district, number);
CREATE INDEX restoration_open_geom ON buildings.restoration USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX restoration_open_place ON buildings.restoration USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX restoration_parent ON buildings.restoration USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table buildings.restoration force row level security;
create policy district_border on buildings.restoration for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.restoration to cityloop_app;

create table buildings.safety (
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
  building uuid,
  owner text not null,
  floors integer not null,
  area_m2 numeric not null,
  people integer not null,
  structure text not null,
  fire text not null,
  use text not null,
  photos uuid[] not null,
  grade text,
  emptied_at timestamp with time zone,
  moved integer,
  fix_due_on date,
  fixed_on date,
  measure text,
  recheck_grade text,
  after_photos uuid[],
  empty_due_at timestamp with time zone,
  fix_due_at timestamp with time zone,
  constraint safety_pkey PRIMARY KEY (district, id),
  constraint safety_fire_choice CHECK ((fire = ANY (ARRAY['none'::text, 'slight'::text, 'serious'::text, 'critical'::text]))),
  constraint safety_grade_choice CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint safety_recheck_grade_choice CHECK ((recheck_grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint safety_structure_choice CHECK ((structure = ANY (ARRAY['none'::text, 'slight'::text, 'serious'::text, 'critical'::text]))),
  constraint safety_use_choice CHECK ((use = ANY (ARRAY['none'::text, 'slight'::text, 'serious'::text, 'critical'::text])))
);
comment on table buildings.safety is '既有建筑安全排查';
CREATE INDEX safety_by_due ON buildings.safety USING btree (district, due_at) WHERE (status <> ALL (ARRAY['sound'::text, 'closed'::text]));
CREATE UNIQUE INDEX safety_client_key ON buildings.safety USING btree (district, client_key);
CREATE INDEX safety_closed_geom ON buildings.safety USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX safety_created ON buildings.safety USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX safety_number_key ON buildings.safety USING btree (district, number);
CREATE INDEX safety_open_geom ON buildings.safety USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX safety_open_place ON buildings.safety USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['sound'::text, 'closed'::text]));
CREATE INDEX safety_parent ON buildings.safety USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table buildings.safety force row level security;
create policy district_border on buildings.safety for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.safety to cityloop_app;

create table buildings.target (
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
  programme uuid not null,
  street text not null,
  year integer not null,
  target_m2 numeric not null,
  constraint target_pkey PRIMARY KEY (district, id)
);
comment on table buildings.target is '五年行动年度任务';
CREATE INDEX target_area ON buildings.target USING btree (district, area_code);
CREATE UNIQUE INDEX target_programme_street_year_key ON buildings.target USING btree (district, programme, street, year) WHERE (retired_at IS NULL);
alter table buildings.target force row level security;
create policy district_border on buildings.target for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on buildings.target to cityloop_app;

create table buildings.visit (
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
  compound uuid not null,
  who text not null,
  topic text not null,
  photos uuid[] not null,
  constraint visit_pkey PRIMARY KEY (district, id)
);
comment on table buildings.visit is 'append-only: 网格员走访物业';
CREATE INDEX visit_at ON buildings.visit USING btree (district, at DESC);
alter table buildings.visit force row level security;
create policy district_border on buildings.visit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on buildings.visit to cityloop_app;

create table cases.appeal (
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
  reason text not null,
  opinion text,
  constraint appeal_pkey PRIMARY KEY (district, id)
);
comment on table cases.appeal is '超时申诉';
CREATE INDEX appeal_by_due ON cases.appeal USING btree (district, due_at) WHERE (status <> ALL (ARRAY['granted'::text, 'refused'::text]));
CREATE UNIQUE INDEX appeal_client_key ON cases.appeal USING btree (district, client_key);
CREATE INDEX appeal_closed_geom ON cases.appeal USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX appeal_created ON cases.appeal USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX appeal_number_key ON cases.appeal USING btree (district, number);
CREATE INDEX appeal_open_geom ON cases.appeal USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX appeal_open_place ON cases.appeal USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['granted'::text, 'refused'::text]));
CREATE INDEX appeal_parent ON cases.appeal USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table cases.appeal force row level security;
create policy district_border on cases.appeal for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.appeal to cityloop_app;

create table cases.blind_corner (
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
  unit uuid not null,
  every_days integer not null,
  photos uuid[],
  constraint blind_corner_pkey PRIMARY KEY (district, id),
  constraint blind_corner_kind_choice CHECK ((kind = ANY (ARRAY['fringe'::text, 'house'::text, 'field'::text, 'green'::text, 'wall'::text, 'water'::text])))
);
comment on table cases.blind_corner is '卫生死角清单';
CREATE INDEX blind_corner_area ON cases.blind_corner USING btree (district, area_code);
CREATE INDEX blind_corner_geom ON cases.blind_corner USING gist (geom);
CREATE UNIQUE INDEX blind_corner_name_kind_key ON cases.blind_corner USING btree (district, name, kind) WHERE (retired_at IS NULL);
alter table cases.blind_corner force row level security;
create policy district_border on cases.blind_corner for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.blind_corner to cityloop_app;

create table cases.case (
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
  description text not null,
  source text not null,
  outside_number text,
  source_type text,
  source_id text,
  category_kind text,
  category text,
  address text,
  reporter_name text,
  reporter_phone text,
  reporter uuid,
  component uuid,
  photos uuid[],
  urgency text not null,
  merge_key text,
  condition uuid,
  handle_limit jsonb,
  level text not null,
  assist_units jsonb,
  handler uuid,
  verifier uuid,
  after_photos uuid[],
  result text,
  pending text not null,
  pending_reason text,
  shelved_until date,
  filed_at timestamp with time zone,
  dispatched_at timestamp with time zone,
  accept_due_at timestamp with time zone,
  accepted_at timestamp with time zone,
  file_due_at timestamp with time zone,
  dispatch_due_at timestamp with time zone,
  handle_due_at timestamp with time zone,
  handled_at timestamp with time zone,
  verify_due_at timestamp with time zone,
  verified_at timestamp with time zone,
  check_due_at timestamp with time zone,
  checked_at timestamp with time zone,
  close_due_at timestamp with time zone,
  is_exempt boolean,
  is_self_solved boolean not null,
  is_appealed boolean not null,
  is_shelved_once boolean not null,
  return_count integer not null,
  rework_count integer not null,
  extension_count integer not null,
  reopen_count integer not null,
  urge_count integer not null,
  supervision_count integer not null,
  merged_into uuid,
  refused_reason text,
  satisfaction text,
  comment text,
  constraint case_pkey PRIMARY KEY (district, id),
  constraint case_category_kind_choice CHECK ((category_kind = ANY (ARRAY['component'::text, 'matter'::text]))),
  constraint case_level_choice CHECK ((level = ANY (ARRAY['merchant'::text, 'street'::text, 'district'::text, 'city'::text]))),
  constraint case_pending_choice CHECK ((pending = ANY (ARRAY['none'::text, 'extension'::text, 'shelving'::text]))),
  constraint case_satisfaction_choice CHECK ((satisfaction = ANY (ARRAY['satisfied'::text, 'basic'::text, 'dissatisfied'::text, 'unreached'::text]))),
  constraint case_source_choice CHECK ((source = ANY (ARRAY['12319'::text, '12345'::text, 'collector'::text, 'officer'::text, 'hotline'::text, 'snap'::text, 'minqingtong'::text, 'petition'::text, 'minhu'::text, 'massReport'::text, 'rewarded'::text, 'instruction'::text, 'superior'::text, 'inspection'::text, 'survey'::text, 'satellite'::text, 'video'::text, 'drone'::text, 'vehicle'::text, 'iot'::text, 'volunteer'::text, 'whistle'::text, 'eco'::text, 'superiorCheck'::text, 'opinion'::text, 'grassroots'::text]))),
  constraint case_urgency_choice CHECK ((urgency = ANY (ARRAY['normal'::text, 'urgent'::text])))
);
comment on table cases.case is '案件';
CREATE INDEX case_by_due ON cases."case" USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'force_closed'::text, 'evaluated'::text, 'not_accepted'::text, 'cancelled'::text, 'merged'::text]));
CREATE UNIQUE INDEX case_client_key ON cases."case" USING btree (district, client_key);
CREATE INDEX case_closed ON cases."case" USING btree (district, closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX case_closed_geom ON cases."case" USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX case_created ON cases."case" USING btree (district, created_at DESC, id DESC);
CREATE INDEX case_dispatched ON cases."case" USING btree (district, dispatched_at) WHERE (dispatched_at IS NOT NULL);
CREATE INDEX case_filed ON cases."case" USING btree (district, filed_at) WHERE (filed_at IS NOT NULL);
CREATE INDEX case_handled ON cases."case" USING btree (district, handled_at) WHERE (handled_at IS NOT NULL);
CREATE UNIQUE INDEX case_number_key ON cases."case" USING btree (district, number);
CREATE INDEX case_open_geom ON cases."case" USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX case_open_place ON cases."case" USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'force_closed'::text, 'evaluated'::text, 'not_accepted'::text, 'cancelled'::text, 'merged'::text]));
CREATE INDEX case_parent ON cases."case" USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table cases.case force row level security;
create policy district_border on cases.case for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.case to cityloop_app;

create table cases.category_group (
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
  kind text not null,
  category text not null,
  valid_from date not null,
  valid_to date,
  basis text,
  constraint category_group_pkey PRIMARY KEY (district, id),
  constraint category_group_kind_choice CHECK ((kind = ANY (ARRAY['component'::text, 'matter'::text])))
);
comment on table cases.category_group is '类别组合';
CREATE INDEX category_group_area ON cases.category_group USING btree (district, area_code);
CREATE UNIQUE INDEX category_group_name_kind_category_key ON cases.category_group USING btree (district, name, kind, category) WHERE (retired_at IS NULL);
alter table cases.category_group force row level security;
create policy district_border on cases.category_group for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.category_group to cityloop_app;

create table cases.condition (
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
  category text not null,
  condition text not null,
  limit_ jsonb not null,
  closing_standard text not null,
  responsible_body text,
  level text not null,
  is_active boolean not null,
  source text not null,
  constraint condition_pkey PRIMARY KEY (district, id),
  constraint condition_kind_choice CHECK ((kind = ANY (ARRAY['component'::text, 'matter'::text]))),
  constraint condition_level_choice CHECK ((level = ANY (ARRAY['A'::text, 'B'::text])))
);
comment on table cases.condition is '立案条件';
CREATE INDEX condition_area ON cases.condition USING btree (district, area_code);
CREATE UNIQUE INDEX condition_kind_category_condition_level_key ON cases.condition USING btree (district, kind, category, condition, level) WHERE (retired_at IS NULL);
alter table cases.condition force row level security;
create policy district_border on cases.condition for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.condition to cityloop_app;

create table cases.corner_visit (
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
  corner uuid not null,
  kind text not null,
  is_clean boolean not null,
  note text not null,
  photos uuid[] not null,
  constraint corner_visit_pkey PRIMARY KEY (district, id),
  constraint corner_visit_kind_choice CHECK ((kind = ANY (ARRAY['clean'::text, 'recheck'::text])))
);
comment on table cases.corner_visit is 'append-only: 死角清理与复查';
CREATE INDEX corner_visit_at ON cases.corner_visit USING btree (district, at DESC);
alter table cases.corner_visit force row level security;
create policy district_border on cases.corner_visit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on cases.corner_visit to cityloop_app;

create table cases.duty (
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
  category_prefix text,
  area_prefix text not null,
  unit uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  basis text,
  note text,
  constraint duty_pkey PRIMARY KEY (district, id),
  constraint duty_dates CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint duty_kind_choice CHECK ((kind = ANY (ARRAY['component'::text, 'matter'::text]))),
  constraint duty_role_choice CHECK ((role = ANY (ARRAY['lead'::text, 'assist'::text])))
);
comment on table cases.duty is '职责清单';
CREATE INDEX duty_area ON cases.duty USING btree (district, area_code);
alter table cases.duty force row level security;
create policy district_border on cases.duty for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.duty to cityloop_app;

create table cases.industry (
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
  subject_name text not null,
  category text not null,
  cases jsonb not null,
  unit uuid not null,
  measure text,
  result text,
  effect text,
  constraint industry_pkey PRIMARY KEY (district, id),
  constraint industry_effect_choice CHECK ((effect = ANY (ARRAY['better'::text, 'same'::text, 'worse'::text]))),
  constraint industry_measure_choice CHECK ((measure = ANY (ARRAY['talk'::text, 'credit'::text, 'permit'::text, 'special'::text])))
);
comment on table cases.industry is '行业联动';
CREATE INDEX industry_by_due ON cases.industry USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX industry_client_key ON cases.industry USING btree (district, client_key);
CREATE INDEX industry_closed_geom ON cases.industry USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX industry_created ON cases.industry USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX industry_number_key ON cases.industry USING btree (district, number);
CREATE INDEX industry_open_geom ON cases.industry USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX industry_open_place ON cases.industry USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX industry_parent ON cases.industry USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table cases.industry force row level security;
create policy district_border on cases.industry for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.industry to cityloop_app;

create table cases.item (
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
  problem text not null,
  unit uuid not null,
  measures text not null,
  due_on date not null,
  evidence uuid[],
  report text,
  finish_due_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint item_pkey PRIMARY KEY (district, id)
);
comment on table cases.item is '清单条目';
CREATE INDEX item_by_due ON cases.item USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'dropped'::text]));
CREATE UNIQUE INDEX item_client_key ON cases.item USING btree (district, client_key);
CREATE INDEX item_closed_geom ON cases.item USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX item_created ON cases.item USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX item_number_key ON cases.item USING btree (district, number);
CREATE INDEX item_open_geom ON cases.item USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX item_open_place ON cases.item USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'dropped'::text]));
CREATE INDEX item_parent ON cases.item USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table cases.item force row level security;
create policy district_border on cases.item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.item to cityloop_app;

create table cases.letter (
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
  level text,
  title text not null,
  content text not null,
  unit uuid,
  reply_limit jsonb not null,
  reply text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  delivered_at timestamp with time zone,
  constraint letter_pkey PRIMARY KEY (district, id),
  constraint letter_kind_choice CHECK ((kind = ANY (ARRAY['assign'::text, 'supervise'::text, 'talk'::text]))),
  constraint letter_level_choice CHECK ((level = ANY (ARRAY['duty'::text, 'bureau'::text, 'district'::text])))
);
comment on table cases.letter is '交办督办函';
CREATE INDEX letter_by_due ON cases.letter USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'withdrawn'::text]));
CREATE UNIQUE INDEX letter_client_key ON cases.letter USING btree (district, client_key);
CREATE INDEX letter_closed_geom ON cases.letter USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX letter_created ON cases.letter USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX letter_number_key ON cases.letter USING btree (district, number);
CREATE INDEX letter_open_geom ON cases.letter USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX letter_open_place ON cases.letter USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'withdrawn'::text]));
CREATE INDEX letter_parent ON cases.letter USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table cases.letter force row level security;
create policy district_border on cases.letter for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.letter to cityloop_app;

create table cases.list (
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
  source text not null,
  closed_note text,
  item_count integer not null,
  constraint list_pkey PRIMARY KEY (district, id)
);
comment on table cases.list is '问题清单';
CREATE INDEX list_by_due ON cases.list USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX list_client_key ON cases.list USING btree (district, client_key);
CREATE INDEX list_closed_geom ON cases.list USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX list_created ON cases.list USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX list_number_key ON cases.list USING btree (district, number);
CREATE INDEX list_open_geom ON cases.list USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX list_open_place ON cases.list USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX list_parent ON cases.list USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table cases.list force row level security;
create policy district_border on cases.list for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.list to cityloop_app;

create table cases.meeting (
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
  from_ date not null,
  to_ date not null,
  sheet jsonb not null,
  comments text,
  decision_count integer not null,
  constraint meeting_pkey PRIMARY KEY (district, id)
);
comment on table cases.meeting is '分析研判会';
CREATE INDEX meeting_by_due ON cases.meeting USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX meeting_client_key ON cases.meeting USING btree (district, client_key);
CREATE INDEX meeting_closed_geom ON cases.meeting USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX meeting_created ON cases.meeting USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX meeting_number_key ON cases.meeting USING btree (district, number);
CREATE INDEX meeting_open_geom ON cases.meeting USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX meeting_open_place ON cases.meeting USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX meeting_parent ON cases.meeting USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table cases.meeting force row level security;
create policy district_border on cases.meeting for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.meeting to cityloop_app;

create table cases.micro_renewal (
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
  before_photos uuid[] not null,
  plan text not null,
  supporters integer,
  opponents integer,
  opinions text,
  cost numeric,
  after_photos uuid[],
  accepted_on date,
  constraint micro_renewal_pkey PRIMARY KEY (district, id),
  constraint micro_renewal_kind_choice CHECK ((kind = ANY (ARRAY['facility'::text, 'place'::text, 'landscape'::text])))
);
comment on table cases.micro_renewal is '微更新项目';
CREATE INDEX micro_renewal_by_due ON cases.micro_renewal USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'dropped'::text]));
CREATE UNIQUE INDEX micro_renewal_client_key ON cases.micro_renewal USING btree (district, client_key);
CREATE INDEX micro_renewal_closed_geom ON cases.micro_renewal USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX micro_renewal_created ON cases.micro_renewal USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX micro_renewal_number_key ON cases.micro_renewal USING btree (district, number);
CREATE INDEX micro_renewal_open_geom ON cases.micro_renewal USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX micro_renewal_open_place ON cases.micro_renewal USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'dropped'::text]));
CREATE INDEX micro_renewal_parent ON cases.micro_renewal USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table cases.micro_renewal force row level security;
create policy district_border on cases.micro_renewal for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.micro_renewal to cityloop_app;

create table cases.micro_repair (
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
  problem text not null,
  is_danger boolean not null,
  photos uuid[],
  component uuid,
  danger_removed_at timestamp with time zone,
  cost numeric,
  work text,
  after_photos uuid[],
  responded_at timestamp with time zone,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  constraint micro_repair_pkey PRIMARY KEY (district, id)
);
comment on table cases.micro_repair is '微修';
CREATE INDEX micro_repair_by_due ON cases.micro_repair USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text]));
CREATE UNIQUE INDEX micro_repair_client_key ON cases.micro_repair USING btree (district, client_key);
CREATE INDEX micro_repair_closed_geom ON cases.micro_repair USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX micro_repair_created ON cases.micro_repair USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX micro_repair_number_key ON cases.micro_repair USING btree (district, number);
CREATE INDEX micro_repair_open_geom ON cases.micro_repair USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX micro_repair_open_place ON cases.micro_repair USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text]));
CREATE INDEX micro_repair_parent ON cases.micro_repair USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table cases.micro_repair force row level security;
create policy district_border on cases.micro_repair for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.micro_repair to cityloop_app;

create table cases.micro_team (
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
  unit uuid not null,
  leader uuid,
  budget numeric not null,
  job_limit numeric not null,
  constraint micro_team_pkey PRIMARY KEY (district, id)
);
comment on table cases.micro_team is '微修队伍';
CREATE INDEX micro_team_area ON cases.micro_team USING btree (district, area_code);
CREATE UNIQUE INDEX micro_team_street_key ON cases.micro_team USING btree (district, street) WHERE (retired_at IS NULL);
alter table cases.micro_team force row level security;
create policy district_border on cases.micro_team for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.micro_team to cityloop_app;

create table cases.text_check (
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
  model uuid not null,
  purpose text not null,
  from_on date not null,
  cases integer not null,
  right_ integer not null,
  sure integer not null,
  sure_right integer not null,
  constraint text_check_pkey PRIMARY KEY (district, id),
  constraint text_check_purpose_choice CHECK ((purpose = ANY (ARRAY['category'::text, 'unit'::text, 'urgency'::text])))
);
comment on table cases.text_check is 'append-only: 分类模型核对';
CREATE INDEX text_check_at ON cases.text_check USING btree (district, at DESC);
alter table cases.text_check force row level security;
create policy district_border on cases.text_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on cases.text_check to cityloop_app;

create table cases.text_model (
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
  purpose text not null,
  state text not null,
  trained_on date not null,
  samples integer not null,
  classes integer not null,
  macro_f1 numeric not null,
  accuracy numeric not null,
  note text,
  constraint text_model_pkey PRIMARY KEY (district, id),
  constraint text_model_purpose_choice CHECK ((purpose = ANY (ARRAY['category'::text, 'unit'::text, 'urgency'::text]))),
  constraint text_model_state_choice CHECK ((state = ANY (ARRAY['current'::text, 'spare'::text, 'retired'::text])))
);
comment on table cases.text_model is '文本分类模型';
CREATE INDEX text_model_area ON cases.text_model USING btree (district, area_code);
CREATE UNIQUE INDEX text_model_name_key ON cases.text_model USING btree (district, name) WHERE (retired_at IS NULL);
alter table cases.text_model force row level security;
create policy district_border on cases.text_model for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.text_model to cityloop_app;

create table cases.text_model_data (
  district text not null,
  model uuid not null,
  bytes bytea not null,
  constraint text_model_data_pkey PRIMARY KEY (district, model)
);
alter table cases.text_model_data force row level security;
create policy district_border on cases.text_model_data for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on cases.text_model_data to cityloop_app;

create table connect.claim (
  district text not null,
  id uuid not null,
  until timestamp with time zone not null,
  constraint claim_pkey PRIMARY KEY (district, id)
);
comment on table connect.claim is '正在推送';
alter table connect.claim force row level security;
create policy district_border on connect.claim for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on connect.claim to cityloop_app;

create table connect.client (
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
  client_id text not null,
  name text not null,
  redirect_uris jsonb not null,
  logout_uris jsonb,
  is_first_party boolean not null,
  is_browser boolean not null,
  is_active boolean not null,
  note text,
  constraint client_pkey PRIMARY KEY (district, id)
);
comment on table connect.client is '统一登录客户端';
CREATE INDEX client_area ON connect.client USING btree (district, area_code);
CREATE UNIQUE INDEX client_client_id_key ON connect.client USING btree (district, client_id) WHERE (retired_at IS NULL);
alter table connect.client force row level security;
create policy district_border on connect.client for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on connect.client to cityloop_app;

create table connect.client_secret (
  district text not null,
  client uuid not null,
  hash text not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  constraint client_secret_pkey PRIMARY KEY (district, client)
);
comment on table connect.client_secret is '统一登录客户端密钥(散列)';
alter table connect.client_secret force row level security;
create policy district_border on connect.client_secret for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on connect.client_secret to cityloop_app;

create table connect.delivery (
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
  receiver uuid not null,
  receiver_name text not null,
  event text not null,
  body text not null,
  attempts integer not null,
  next_at timestamp with time zone,
  delivered_at timestamp with time zone,
  http_status integer,
  error text,
  constraint delivery_pkey PRIMARY KEY (district, id),
  constraint delivery_event_choice CHECK ((event = ANY (ARRAY['case.opened'::text, 'case.ended'::text, 'problem.found'::text, 'kernel.overdue'::text, 'work.decided'::text, 'permit.issued'::text, 'permit.ended'::text, 'object.accepted'::text, 'credit.graded'::text, 'penalty.stage'::text, 'issue.stage'::text, 'connect.trial'::text])))
);
comment on table connect.delivery is '推送记录';
CREATE INDEX delivery_by_due ON connect.delivery USING btree (district, due_at) WHERE (status <> ALL (ARRAY['delivered'::text, 'dropped'::text]));
CREATE UNIQUE INDEX delivery_client_key ON connect.delivery USING btree (district, client_key);
CREATE INDEX delivery_closed_geom ON connect.delivery USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX delivery_created ON connect.delivery USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX delivery_number_key ON connect.delivery USING btree (district, number);
CREATE INDEX delivery_open_geom ON connect.delivery USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX delivery_open_place ON connect.delivery USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['delivered'::text, 'dropped'::text]));
CREATE INDEX delivery_parent ON connect.delivery USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX delivery_waiting ON connect.delivery USING btree (next_at) WHERE (status = 'waiting'::text);
alter table connect.delivery force row level security;
create policy district_border on connect.delivery for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on connect.delivery to cityloop_app;

create table connect.oidc_key (
  district text not null,
  kid text not null,
  jwk jsonb not null,
  made_at timestamp with time zone not null,
  constraint oidc_key_pkey PRIMARY KEY (district, kid)
);
comment on table connect.oidc_key is '统一登录签名密钥';
alter table connect.oidc_key force row level security;
create policy district_border on connect.oidc_key for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on connect.oidc_key to cityloop_app;

create table connect.oidc_link (
  district text not null,
  issuer text not null,
  sub text not null,
  person uuid not null,
  linked_at timestamp with time zone not null,
  constraint oidc_link_pkey PRIMARY KEY (district, issuer, sub),
  constraint oidc_link_district_issuer_person_key UNIQUE (district, issuer, person)
);
comment on table connect.oidc_link is '外部身份与账号';
alter table connect.oidc_link force row level security;
create policy district_border on connect.oidc_link for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on connect.oidc_link to cityloop_app;

create table connect.oidc_state (
  district text not null,
  model text not null,
  id text not null,
  payload jsonb not null,
  expires_at timestamp with time zone,
  constraint oidc_state_pkey PRIMARY KEY (district, model, id)
);
comment on table connect.oidc_state is '统一登录状态';
CREATE INDEX oidc_state_ends ON connect.oidc_state USING btree (expires_at);
CREATE INDEX oidc_state_grant ON connect.oidc_state USING btree (district, ((payload ->> 'grantId'::text))) WHERE (payload ? 'grantId'::text);
CREATE INDEX oidc_state_uid ON connect.oidc_state USING btree (district, model, ((payload ->> 'uid'::text))) WHERE (payload ? 'uid'::text);
alter table connect.oidc_state force row level security;
create policy district_border on connect.oidc_state for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on connect.oidc_state to cityloop_app;

create table connect.receiver (
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
  url text not null,
  events text[] not null,
  is_active boolean not null,
  note text,
  constraint receiver_pkey PRIMARY KEY (district, id)
);
comment on table connect.receiver is '推送订阅';
CREATE INDEX receiver_area ON connect.receiver USING btree (district, area_code);
CREATE UNIQUE INDEX receiver_name_key ON connect.receiver USING btree (district, name) WHERE (retired_at IS NULL);
alter table connect.receiver force row level security;
create policy district_border on connect.receiver for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on connect.receiver to cityloop_app;

create table connect.receiver_secret (
  district text not null,
  receiver uuid not null,
  secret text not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  constraint receiver_secret_pkey PRIMARY KEY (district, receiver)
);
comment on table connect.receiver_secret is '推送签名密钥';
alter table connect.receiver_secret force row level security;
create policy district_border on connect.receiver_secret for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on connect.receiver_secret to cityloop_app;

create table credit.check_plan (
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
  trade text not null,
  period text not null,
  groups jsonb,
  drawn_names jsonb,
  drawn integer not null,
  checked integer not null,
  note text,
  done_at timestamp with time zone,
  constraint check_plan_pkey PRIMARY KEY (district, id),
  constraint check_plan_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.check_plan is '信用分级检查计划';
CREATE INDEX check_plan_by_due ON credit.check_plan USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX check_plan_client_key ON credit.check_plan USING btree (district, client_key);
CREATE INDEX check_plan_closed_geom ON credit.check_plan USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX check_plan_created ON credit.check_plan USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX check_plan_number_key ON credit.check_plan USING btree (district, number);
CREATE INDEX check_plan_open_geom ON credit.check_plan USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX check_plan_open_place ON credit.check_plan USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX check_plan_parent ON credit.check_plan USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX check_plan_trade_period_key ON credit.check_plan USING btree (district, trade, period);
alter table credit.check_plan force row level security;
create policy district_border on credit.check_plan for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.check_plan to cityloop_app;

create table credit.disclosure (
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
  category text not null,
  subject_name text not null,
  subject_kind text not null,
  subject_code text not null,
  document_name text not null,
  document_number text not null,
  content text not null,
  decided_on date not null,
  valid_from date,
  valid_to date,
  organ text not null,
  batch text,
  upload_due_at timestamp with time zone,
  uploaded_at timestamp with time zone,
  constraint disclosure_pkey PRIMARY KEY (district, id),
  constraint disclosure_category_choice CHECK ((category = ANY (ARRAY['permit'::text, 'penalty'::text]))),
  constraint disclosure_subject_kind_choice CHECK ((subject_kind = ANY (ARRAY['org'::text, 'person'::text])))
);
comment on table credit.disclosure is '双公示数据';
CREATE INDEX disclosure_by_due ON credit.disclosure USING btree (district, due_at) WHERE (status <> ALL (ARRAY['uploaded'::text]));
CREATE UNIQUE INDEX disclosure_client_key ON credit.disclosure USING btree (district, client_key);
CREATE INDEX disclosure_closed_geom ON credit.disclosure USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX disclosure_created ON credit.disclosure USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX disclosure_number_key ON credit.disclosure USING btree (district, number);
CREATE INDEX disclosure_open_geom ON credit.disclosure USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX disclosure_open_place ON credit.disclosure USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['uploaded'::text]));
CREATE INDEX disclosure_parent ON credit.disclosure USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table credit.disclosure force row level security;
create policy district_border on credit.disclosure for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.disclosure to cityloop_app;

create table credit.embedding (
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
  trade text not null,
  point text not null,
  process text not null,
  grade text not null,
  effect text not null,
  is_on boolean not null,
  valid_from date not null,
  constraint embedding_pkey PRIMARY KEY (district, id),
  constraint embedding_effect_choice CHECK ((effect = ANY (ARRAY['deny'::text, 'slow'::text, 'fast'::text, 'deposit'::text, 'watch'::text]))),
  constraint embedding_grade_choice CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint embedding_process_choice CHECK ((process = ANY (ARRAY['permit'::text, 'case'::text, 'check'::text, 'assessment'::text, 'tender'::text]))),
  constraint embedding_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.embedding is '信用嵌入点';
CREATE INDEX embedding_area ON credit.embedding USING btree (district, area_code);
CREATE UNIQUE INDEX embedding_trade_process_point_grade_effect_key ON credit.embedding USING btree (district, trade, process, point, grade, effect) WHERE (retired_at IS NULL);
alter table credit.embedding force row level security;
create policy district_border on credit.embedding for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.embedding to cityloop_app;

create table credit.event (
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
  trade text not null,
  name text not null,
  code text not null,
  kind text not null,
  item text not null,
  happened_on date not null,
  source text not null,
  source_id text,
  note text,
  item_name text,
  points numeric,
  severity text,
  edition numeric,
  is_auto boolean not null,
  valid_until date,
  show_from date,
  repair_from date,
  show_until date,
  is_shown boolean not null,
  is_fulfilled boolean not null,
  objection text,
  objection_result text,
  repair_note text,
  effective_at timestamp with time zone,
  repaired_at timestamp with time zone,
  object_due_at timestamp with time zone,
  repair_due_at timestamp with time zone,
  constraint event_pkey PRIMARY KEY (district, id),
  constraint event_kind_choice CHECK ((kind = ANY (ARRAY['org'::text, 'shop'::text, 'person'::text, 'driver'::text, 'vehicle'::text]))),
  constraint event_severity_choice CHECK ((severity = ANY (ARRAY['minor'::text, 'normal'::text, 'serious'::text]))),
  constraint event_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.event is '信用信息';
CREATE INDEX event_by_due ON credit.event USING btree (district, due_at) WHERE (status <> ALL (ARRAY['repaired'::text, 'corrected'::text, 'rejected'::text, 'expired'::text]));
CREATE UNIQUE INDEX event_client_key ON credit.event USING btree (district, client_key);
CREATE INDEX event_closed_geom ON credit.event USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX event_created ON credit.event USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX event_number_key ON credit.event USING btree (district, number);
CREATE INDEX event_open_geom ON credit.event USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX event_open_place ON credit.event USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['repaired'::text, 'corrected'::text, 'rejected'::text, 'expired'::text]));
CREATE INDEX event_parent ON credit.event USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table credit.event force row level security;
create policy district_border on credit.event for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.event to cityloop_app;

create table credit.item (
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
  trade text not null,
  edition integer not null,
  code text not null,
  name text not null,
  points numeric not null,
  months integer not null,
  severity text not null,
  feed text,
  is_personal boolean not null,
  constraint item_pkey PRIMARY KEY (district, id),
  constraint item_severity_choice CHECK ((severity = ANY (ARRAY['minor'::text, 'normal'::text, 'serious'::text]))),
  constraint item_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.item is '信用指标';
CREATE INDEX item_area ON credit.item USING btree (district, area_code);
CREATE UNIQUE INDEX item_trade_edition_code_key ON credit.item USING btree (district, trade, edition, code) WHERE (retired_at IS NULL);
alter table credit.item force row level security;
create policy district_border on credit.item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.item to cityloop_app;

create table credit.list_entry (
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
  trade text not null,
  code text not null,
  name text,
  list text not null,
  measure uuid,
  measure_name text,
  basis text,
  reason text not null,
  defence text,
  notice uuid[],
  listed_at timestamp with time zone,
  removed_at timestamp with time zone,
  remove_reason text,
  constraint list_entry_pkey PRIMARY KEY (district, id),
  constraint list_entry_list_choice CHECK ((list = ANY (ARRAY['red'::text, 'black'::text]))),
  constraint list_entry_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.list_entry is '红黑名单与惩戒';
CREATE INDEX list_entry_by_due ON credit.list_entry USING btree (district, due_at) WHERE (status <> ALL (ARRAY['removed'::text, 'dropped'::text]));
CREATE UNIQUE INDEX list_entry_client_key ON credit.list_entry USING btree (district, client_key);
CREATE INDEX list_entry_closed_geom ON credit.list_entry USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX list_entry_created ON credit.list_entry USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX list_entry_number_key ON credit.list_entry USING btree (district, number);
CREATE INDEX list_entry_open_geom ON credit.list_entry USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX list_entry_open_place ON credit.list_entry USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['removed'::text, 'dropped'::text]));
CREATE INDEX list_entry_parent ON credit.list_entry USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table credit.list_entry force row level security;
create policy district_border on credit.list_entry for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.list_entry to cityloop_app;

create table credit.lock (
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
  building uuid not null,
  property text not null,
  owner text not null,
  measure uuid not null,
  kind text not null,
  basis text,
  decision text not null,
  papers uuid[] not null,
  registry text not null,
  reply text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  locked_on date,
  released_on date,
  release_reason text,
  released_at timestamp with time zone,
  constraint lock_pkey PRIMARY KEY (district, id),
  constraint lock_kind_choice CHECK ((kind = ANY (ARRAY['transfer'::text, 'mortgage'::text, 'trade'::text])))
);
comment on table credit.lock is '违建联合惩戒(房产限制)';
CREATE INDEX lock_by_due ON credit.lock USING btree (district, due_at) WHERE (status <> ALL (ARRAY['released'::text, 'refused'::text]));
CREATE UNIQUE INDEX lock_client_key ON credit.lock USING btree (district, client_key);
CREATE INDEX lock_closed_geom ON credit.lock USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX lock_created ON credit.lock USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX lock_number_key ON credit.lock USING btree (district, number);
CREATE INDEX lock_open_geom ON credit.lock USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX lock_open_place ON credit.lock USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['released'::text, 'refused'::text]));
CREATE INDEX lock_parent ON credit.lock USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table credit.lock force row level security;
create policy district_border on credit.lock for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.lock to cityloop_app;

create table credit.measure (
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
  measure text not null,
  name text not null,
  basis text not null,
  sure text not null,
  severity text not null,
  constraint measure_pkey PRIMARY KEY (district, id),
  constraint measure_severity_choice CHECK ((severity = ANY (ARRAY['minor'::text, 'normal'::text, 'serious'::text]))),
  constraint measure_sure_choice CHECK ((sure = ANY (ARRAY['verified'::text, 'secondary'::text, 'memory'::text, 'example'::text])))
);
comment on table credit.measure is '惩戒措施依据';
CREATE INDEX measure_area ON credit.measure USING btree (district, area_code);
CREATE UNIQUE INDEX measure_measure_key ON credit.measure USING btree (district, measure) WHERE (retired_at IS NULL);
alter table credit.measure force row level security;
create policy district_border on credit.measure for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.measure to cityloop_app;

create table credit.partner (
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
  scope text not null,
  id_scheme text not null,
  is_active boolean not null,
  constraint partner_pkey PRIMARY KEY (district, id),
  constraint partner_scope_choice CHECK ((scope = ANY (ARRAY['region'::text, 'department'::text, 'platform'::text])))
);
comment on table credit.partner is '交换平台';
CREATE INDEX partner_area ON credit.partner USING btree (district, area_code);
CREATE UNIQUE INDEX partner_name_key ON credit.partner USING btree (district, name) WHERE (retired_at IS NULL);
alter table credit.partner force row level security;
create policy district_border on credit.partner for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.partner to cityloop_app;

create table credit.round (
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
  trade text not null,
  period text not null,
  results jsonb,
  subjects integer not null,
  notice_until timestamp with time zone,
  published_at timestamp with time zone,
  constraint round_pkey PRIMARY KEY (district, id),
  constraint round_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.round is '信用评估轮次';
CREATE INDEX round_by_due ON credit.round USING btree (district, due_at) WHERE (status <> ALL (ARRAY['published'::text]));
CREATE UNIQUE INDEX round_client_key ON credit.round USING btree (district, client_key);
CREATE INDEX round_closed_geom ON credit.round USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX round_created ON credit.round USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX round_number_key ON credit.round USING btree (district, number);
CREATE INDEX round_open_geom ON credit.round USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX round_open_place ON credit.round USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['published'::text]));
CREATE INDEX round_parent ON credit.round USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX round_trade_period_key ON credit.round USING btree (district, trade, period);
alter table credit.round force row level security;
create policy district_border on credit.round for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.round to cityloop_app;

create table credit.scheme (
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
  trade text not null,
  name text not null,
  edition integer not null,
  basis text not null,
  sure text not null,
  base_score numeric not null,
  cut_a numeric not null,
  cut_b numeric not null,
  cut_c numeric not null,
  period text not null,
  notice_days integer not null,
  valid_from date not null,
  valid_to date,
  constraint scheme_pkey PRIMARY KEY (district, id),
  constraint scheme_cuts CHECK (((cut_a > cut_b) AND (cut_b > cut_c))),
  constraint scheme_period_choice CHECK ((period = ANY (ARRAY['month'::text, 'half'::text, 'year'::text]))),
  constraint scheme_sure_choice CHECK ((sure = ANY (ARRAY['verified'::text, 'secondary'::text, 'memory'::text, 'example'::text]))),
  constraint scheme_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.scheme is '信用评价方案';
CREATE INDEX scheme_area ON credit.scheme USING btree (district, area_code);
CREATE UNIQUE INDEX scheme_trade_edition_key ON credit.scheme USING btree (district, trade, edition) WHERE (retired_at IS NULL);
alter table credit.scheme force row level security;
create policy district_border on credit.scheme for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.scheme to cityloop_app;

create table credit.share (
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
  direction text not null,
  partner uuid not null,
  topic text not null,
  trade text not null,
  code text not null,
  name text not null,
  outside_id text,
  content text not null,
  hours numeric,
  solved numeric,
  provenance text not null,
  reply text,
  correction text,
  sent_at timestamp with time zone,
  accepted_at timestamp with time zone,
  constraint share_pkey PRIMARY KEY (district, id),
  constraint share_direction_choice CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  constraint share_topic_choice CHECK ((topic = ANY (ARRAY['grade'::text, 'volunteer'::text, 'list'::text]))),
  constraint share_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.share is '信用信息交换';
CREATE INDEX share_by_due ON credit.share USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'adopted'::text]));
CREATE UNIQUE INDEX share_client_key ON credit.share USING btree (district, client_key);
CREATE INDEX share_closed_geom ON credit.share USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX share_created ON credit.share USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX share_number_key ON credit.share USING btree (district, number);
CREATE INDEX share_open_geom ON credit.share USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX share_open_place ON credit.share USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'adopted'::text]));
CREATE INDEX share_parent ON credit.share USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table credit.share force row level security;
create policy district_border on credit.share for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.share to cityloop_app;

create table credit.subject (
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
  kind text not null,
  trade text not null,
  score numeric,
  grade text,
  edition integer,
  reasons jsonb,
  graded_on date,
  is_listed boolean,
  is_red boolean,
  constraint subject_pkey PRIMARY KEY (district, id),
  constraint subject_grade_choice CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint subject_kind_choice CHECK ((kind = ANY (ARRAY['org'::text, 'shop'::text, 'person'::text, 'driver'::text, 'vehicle'::text]))),
  constraint subject_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.subject is '信用主体';
CREATE INDEX subject_area ON credit.subject USING btree (district, area_code);
CREATE UNIQUE INDEX subject_trade_code_key ON credit.subject USING btree (district, trade, code) WHERE (retired_at IS NULL);
alter table credit.subject force row level security;
create policy district_border on credit.subject for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.subject to cityloop_app;

create table credit.use (
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
  trade text not null,
  code text not null,
  purpose text not null,
  project text not null,
  name text,
  score numeric,
  grade text,
  converted numeric,
  round text,
  constraint use_pkey PRIMARY KEY (district, id),
  constraint use_grade_choice CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint use_purpose_choice CHECK ((purpose = ANY (ARRAY['tender'::text, 'admission'::text, 'contract'::text, 'reward'::text, 'service'::text]))),
  constraint use_trade_choice CHECK ((trade = ANY (ARRAY['sanitation'::text, 'muck'::text, 'greenBuild'::text, 'greenCare'::text, 'cleaning'::text, 'frontage'::text, 'appearance'::text, 'volunteer'::text])))
);
comment on table credit.use is '信用结果应用';
CREATE INDEX use_by_due ON credit.use USING btree (district, due_at) WHERE (status <> ALL (ARRAY['used'::text]));
CREATE UNIQUE INDEX use_client_key ON credit.use USING btree (district, client_key);
CREATE INDEX use_closed_geom ON credit.use USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX use_created ON credit.use USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX use_number_key ON credit.use USING btree (district, number);
CREATE INDEX use_open_geom ON credit.use USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX use_open_place ON credit.use USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['used'::text]));
CREATE INDEX use_parent ON credit.use USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table credit.use force row level security;
create policy district_border on credit.use for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on credit.use to cityloop_app;

create table enforcement.agreement (
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
  members text not null,
  content text not null,
  signed_on date not null,
  valid_to date not null,
  constraint agreement_pkey PRIMARY KEY (district, id),
  constraint agreement_order CHECK ((valid_to >= signed_on))
);
comment on table enforcement.agreement is '跨区域协作协议';
CREATE INDEX agreement_area ON enforcement.agreement USING btree (district, area_code);
alter table enforcement.agreement force row level security;
create policy district_border on enforcement.agreement for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.agreement to cityloop_app;

create table enforcement.assessment (
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
  squad uuid not null,
  scheme text not null,
  period text not null,
  street uuid not null,
  total numeric,
  full_ numeric,
  guidance_count integer,
  objection text,
  constraint assessment_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.assessment is '镇街执法队伍考核';
CREATE INDEX assessment_by_due ON enforcement.assessment USING btree (district, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text]));
CREATE UNIQUE INDEX assessment_client_key ON enforcement.assessment USING btree (district, client_key);
CREATE INDEX assessment_closed_geom ON enforcement.assessment USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX assessment_created ON enforcement.assessment USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX assessment_number_key ON enforcement.assessment USING btree (district, number);
CREATE INDEX assessment_open_geom ON enforcement.assessment USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX assessment_open_place ON enforcement.assessment USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text]));
CREATE INDEX assessment_parent ON enforcement.assessment USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX assessment_squad_period_key ON enforcement.assessment USING btree (district, squad, period);
alter table enforcement.assessment force row level security;
create policy district_border on enforcement.assessment for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.assessment to cityloop_app;

create table enforcement.assessment_score (
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
  standard uuid not null,
  score numeric not null,
  note text not null,
  constraint assessment_score_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.assessment_score is '考核得分';
CREATE INDEX assessment_score_by_due ON enforcement.assessment_score USING btree (district, due_at) WHERE (status <> ALL (ARRAY['replaced'::text]));
CREATE UNIQUE INDEX assessment_score_client_key ON enforcement.assessment_score USING btree (district, client_key);
CREATE INDEX assessment_score_closed_geom ON enforcement.assessment_score USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX assessment_score_created ON enforcement.assessment_score USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX assessment_score_number_key ON enforcement.assessment_score USING btree (district, number);
CREATE INDEX assessment_score_open_geom ON enforcement.assessment_score USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX assessment_score_open_place ON enforcement.assessment_score USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['replaced'::text]));
CREATE INDEX assessment_score_parent ON enforcement.assessment_score USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.assessment_score force row level security;
create policy district_border on enforcement.assessment_score for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.assessment_score to cityloop_app;

create table enforcement.assessment_standard (
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
  scheme text not null,
  code text not null,
  item text not null,
  department text not null,
  full_ numeric not null,
  valid_from date not null,
  constraint assessment_standard_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.assessment_standard is '镇街执法队伍考核标准';
CREATE INDEX assessment_standard_area ON enforcement.assessment_standard USING btree (district, area_code);
CREATE UNIQUE INDEX assessment_standard_scheme_code_key ON enforcement.assessment_standard USING btree (district, scheme, code) WHERE (retired_at IS NULL);
alter table enforcement.assessment_standard force row level security;
create policy district_border on enforcement.assessment_standard for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.assessment_standard to cityloop_app;

create table enforcement.assistance (
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
  agreement uuid not null,
  asker text not null,
  helper text not null,
  kind text not null,
  matter text not null,
  penalty uuid,
  reply text,
  is_recognised boolean,
  outside_number text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  constraint assistance_pkey PRIMARY KEY (district, id),
  constraint assistance_kind_choice CHECK ((kind = ANY (ARRAY['evidence'::text, 'subject'::text, 'vehicle'::text, 'transfer'::text, 'notice'::text])))
);
comment on table enforcement.assistance is '跨区域协助';
CREATE INDEX assistance_by_due ON enforcement.assistance USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'declined'::text]));
CREATE UNIQUE INDEX assistance_client_key ON enforcement.assistance USING btree (district, client_key);
CREATE INDEX assistance_closed_geom ON enforcement.assistance USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX assistance_created ON enforcement.assistance USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX assistance_number_key ON enforcement.assistance USING btree (district, number);
CREATE INDEX assistance_open_geom ON enforcement.assistance USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX assistance_open_place ON enforcement.assistance USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'declined'::text]));
CREATE INDEX assistance_parent ON enforcement.assistance USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.assistance force row level security;
create policy district_border on enforcement.assistance for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.assistance to cityloop_app;

create table enforcement.attendance (
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
  training uuid not null,
  person uuid not null,
  score numeric,
  attempts integer not null,
  constraint attendance_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.attendance is '培训签到与考试';
CREATE INDEX attendance_by_due ON enforcement.attendance USING btree (district, due_at) WHERE (status <> ALL (ARRAY['passed'::text, 'absent'::text]));
CREATE UNIQUE INDEX attendance_client_key ON enforcement.attendance USING btree (district, client_key);
CREATE INDEX attendance_closed_geom ON enforcement.attendance USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX attendance_created ON enforcement.attendance USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX attendance_number_key ON enforcement.attendance USING btree (district, number);
CREATE INDEX attendance_open_geom ON enforcement.attendance USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX attendance_open_place ON enforcement.attendance USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['passed'::text, 'absent'::text]));
CREATE INDEX attendance_parent ON enforcement.attendance USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.attendance force row level security;
create policy district_border on enforcement.attendance for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.attendance to cityloop_app;

create table enforcement.barbecue_site (
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
  hours text not null,
  party uuid,
  state text not null,
  complaints integer not null,
  constraint barbecue_site_pkey PRIMARY KEY (district, id),
  constraint barbecue_site_state_choice CHECK ((state = ANY (ARRAY['outdoor'::text, 'moved'::text, 'banned'::text, 'area'::text])))
);
comment on table enforcement.barbecue_site is '烧烤点';
CREATE INDEX barbecue_site_area ON enforcement.barbecue_site USING btree (district, area_code);
CREATE INDEX barbecue_site_geom ON enforcement.barbecue_site USING gist (geom);
CREATE UNIQUE INDEX barbecue_site_name_key ON enforcement.barbecue_site USING btree (district, name) WHERE (retired_at IS NULL);
alter table enforcement.barbecue_site force row level security;
create policy district_border on enforcement.barbecue_site for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.barbecue_site to cityloop_app;

create table enforcement.benchmark (
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
  law text not null,
  party_kind text not null,
  circumstance text not null,
  level text not null,
  min_fen integer not null,
  max_fen integer not null,
  published_on date not null,
  valid_from date not null,
  valid_to date,
  constraint benchmark_pkey PRIMARY KEY (district, id),
  constraint benchmark_level_choice CHECK ((level = ANY (ARRAY['none'::text, 'light'::text, 'normal'::text, 'heavy'::text]))),
  constraint benchmark_order CHECK ((max_fen >= min_fen)),
  constraint benchmark_party_kind_choice CHECK ((party_kind = ANY (ARRAY['person'::text, 'org'::text])))
);
comment on table enforcement.benchmark is '裁量基准';
CREATE INDEX benchmark_area ON enforcement.benchmark USING btree (district, area_code);
CREATE UNIQUE INDEX benchmark_law_party_kind_circumstance_valid_from_key ON enforcement.benchmark USING btree (district, law, party_kind, circumstance, valid_from) WHERE (retired_at IS NULL);
alter table enforcement.benchmark force row level security;
create policy district_border on enforcement.benchmark for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.benchmark to cityloop_app;

create table enforcement.campaign (
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
  topics text[] not null,
  goal text not null,
  target integer not null,
  starts_on date not null,
  ends_on date not null,
  areas jsonb not null,
  unit uuid not null,
  summary text,
  constraint campaign_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.campaign is '专项执法行动';
CREATE INDEX campaign_by_due ON enforcement.campaign USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX campaign_client_key ON enforcement.campaign USING btree (district, client_key);
CREATE INDEX campaign_closed_geom ON enforcement.campaign USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX campaign_created ON enforcement.campaign USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX campaign_number_key ON enforcement.campaign USING btree (district, number);
CREATE INDEX campaign_open_geom ON enforcement.campaign USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX campaign_open_place ON enforcement.campaign USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text, 'cancelled'::text]));
CREATE INDEX campaign_parent ON enforcement.campaign USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.campaign force row level security;
create policy district_border on enforcement.campaign for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.campaign to cityloop_app;

create table enforcement.capture (
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
  device text not null,
  topic text not null,
  law_code text not null,
  seen_at timestamp with time zone not null,
  address text not null,
  target text not null,
  file uuid[] not null,
  sha256 text not null,
  party uuid,
  objection text,
  objection_review text,
  reject_reason text,
  constraint capture_pkey PRIMARY KEY (district, id),
  constraint capture_topic_choice CHECK ((topic = ANY (ARRAY['muck'::text, 'posting'::text, 'frontage'::text, 'sorting'::text, 'foodWaste'::text, 'burning'::text, 'barbecue'::text, 'greening'::text, 'obstacle'::text, 'compound'::text, 'rail'::text, 'revenue'::text, 'building'::text, 'occupation'::text, 'advertising'::text, 'noise'::text, 'dust'::text, 'gas'::text, 'drainage'::text, 'road'::text, 'other'::text])))
);
comment on table enforcement.capture is '非现场采集';
CREATE INDEX capture_by_due ON enforcement.capture USING btree (district, due_at) WHERE (status <> ALL (ARRAY['filed'::text, 'rejected'::text]));
CREATE UNIQUE INDEX capture_client_key ON enforcement.capture USING btree (district, client_key);
CREATE INDEX capture_closed_geom ON enforcement.capture USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX capture_created ON enforcement.capture USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX capture_number_key ON enforcement.capture USING btree (district, number);
CREATE INDEX capture_open_geom ON enforcement.capture USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX capture_open_place ON enforcement.capture USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['filed'::text, 'rejected'::text]));
CREATE INDEX capture_parent ON enforcement.capture USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX capture_sha256_key ON enforcement.capture USING btree (district, sha256);
alter table enforcement.capture force row level security;
create policy district_border on enforcement.capture for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.capture to cityloop_app;

create table enforcement.carrier (
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
  operator text not null,
  keeper text not null,
  phone text not null,
  form_name text not null,
  answer_hours integer not null,
  agreed_on date not null,
  agreed_to date,
  constraint carrier_pkey PRIMARY KEY (district, id),
  constraint carrier_operator_choice CHECK ((operator = ANY (ARRAY['mobile'::text, 'unicom'::text, 'telecom'::text, 'broadnet'::text, 'virtual'::text, 'unknown'::text])))
);
comment on table enforcement.carrier is '通信运营单位';
CREATE INDEX carrier_area ON enforcement.carrier USING btree (district, area_code);
CREATE UNIQUE INDEX carrier_name_key ON enforcement.carrier USING btree (district, name) WHERE (retired_at IS NULL);
alter table enforcement.carrier force row level security;
create policy district_border on enforcement.carrier for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.carrier to cityloop_app;

create table enforcement.certificate (
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
  number text not null,
  organ text not null,
  scope text not null,
  area_prefix text not null,
  state text not null,
  valid_from date not null,
  valid_to date not null,
  constraint certificate_pkey PRIMARY KEY (district, id),
  constraint certificate_order CHECK ((valid_to >= valid_from)),
  constraint certificate_state_choice CHECK ((state = ANY (ARRAY['valid'::text, 'suspended'::text, 'revoked'::text])))
);
comment on table enforcement.certificate is '行政执法证';
CREATE INDEX certificate_area ON enforcement.certificate USING btree (district, area_code);
CREATE UNIQUE INDEX certificate_number_key ON enforcement.certificate USING btree (district, number) WHERE (retired_at IS NULL);
alter table enforcement.certificate force row level security;
create policy district_border on enforcement.certificate for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.certificate to cityloop_app;

create table enforcement.check_plan (
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
  name text not null,
  method text not null,
  rate numeric,
  trade text,
  pool integer,
  drawn integer,
  seed text,
  constraint check_plan_pkey PRIMARY KEY (district, id),
  constraint check_plan_method_choice CHECK ((method = ANY (ARRAY['random'::text, 'credit'::text])))
);
comment on table enforcement.check_plan is '监管检查计划';
CREATE INDEX check_plan_by_due ON enforcement.check_plan USING btree (district, due_at) WHERE (status <> ALL (ARRAY['returned'::text]));
CREATE UNIQUE INDEX check_plan_client_key ON enforcement.check_plan USING btree (district, client_key);
CREATE INDEX check_plan_closed_geom ON enforcement.check_plan USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX check_plan_created ON enforcement.check_plan USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX check_plan_number_key ON enforcement.check_plan USING btree (district, number);
CREATE INDEX check_plan_open_geom ON enforcement.check_plan USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX check_plan_open_place ON enforcement.check_plan USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['returned'::text]));
CREATE INDEX check_plan_parent ON enforcement.check_plan USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.check_plan force row level security;
create policy district_border on enforcement.check_plan for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.check_plan to cityloop_app;

create table enforcement.check_task (
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
  item uuid not null,
  party uuid not null,
  grade text,
  inspectors jsonb not null,
  result text,
  findings text,
  return_number text,
  constraint check_task_pkey PRIMARY KEY (district, id),
  constraint check_task_grade_choice CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint check_task_result_choice CHECK ((result = ANY (ARRAY['ok'::text, 'corrected'::text, 'filed'::text, 'gone'::text])))
);
comment on table enforcement.check_task is '监管检查任务';
CREATE INDEX check_task_by_due ON enforcement.check_task USING btree (district, due_at) WHERE (status <> ALL (ARRAY['returned'::text]));
CREATE UNIQUE INDEX check_task_client_key ON enforcement.check_task USING btree (district, client_key);
CREATE INDEX check_task_closed_geom ON enforcement.check_task USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX check_task_created ON enforcement.check_task USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX check_task_number_key ON enforcement.check_task USING btree (district, number);
CREATE INDEX check_task_open_geom ON enforcement.check_task USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX check_task_open_place ON enforcement.check_task USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['returned'::text]));
CREATE INDEX check_task_parent ON enforcement.check_task USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.check_task force row level security;
create policy district_border on enforcement.check_task for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.check_task to cityloop_app;

create table enforcement.compound_case (
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
  class text not null,
  compound uuid,
  reported_by text not null,
  partners jsonb not null,
  party uuid,
  law_code text,
  address text not null,
  description text not null,
  photos uuid[] not null,
  campaign uuid,
  limit_ jsonb,
  fixed_by text,
  after_photos uuid[],
  result text,
  redo_count integer not null,
  warned_on date,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  cleared_at timestamp with time zone,
  constraint compound_case_pkey PRIMARY KEY (district, id),
  constraint compound_case_class_choice CHECK ((class = ANY (ARRAY['airDefence'::text, 'greenery'::text, 'fireLane'::text, 'appearance'::text]))),
  constraint compound_case_fixed_by_choice CHECK ((fixed_by = ANY (ARRAY['owner'::text, 'bureau'::text])))
);
comment on table enforcement.compound_case is '进小区执法';
CREATE INDEX compound_case_by_due ON enforcement.compound_case USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'penalised'::text, 'dropped'::text]));
CREATE UNIQUE INDEX compound_case_client_key ON enforcement.compound_case USING btree (district, client_key);
CREATE INDEX compound_case_closed_geom ON enforcement.compound_case USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX compound_case_created ON enforcement.compound_case USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX compound_case_number_key ON enforcement.compound_case USING btree (district, number);
CREATE INDEX compound_case_open_geom ON enforcement.compound_case USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX compound_case_open_place ON enforcement.compound_case USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'penalised'::text, 'dropped'::text]));
CREATE INDEX compound_case_parent ON enforcement.compound_case USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.compound_case force row level security;
create policy district_border on enforcement.compound_case for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.compound_case to cityloop_app;

create table enforcement.deadline (
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
  law text not null,
  article text not null,
  starts text not null,
  value numeric,
  unit text,
  counting text,
  note text,
  sure text not null,
  constraint deadline_pkey PRIMARY KEY (district, id),
  constraint deadline_sure_choice CHECK ((sure = ANY (ARRAY['verified'::text, 'secondary'::text, 'memory'::text, 'example'::text])))
);
comment on table enforcement.deadline is '法定期限';
CREATE INDEX deadline_area ON enforcement.deadline USING btree (district, area_code);
CREATE UNIQUE INDEX deadline_code_key ON enforcement.deadline USING btree (district, code) WHERE (retired_at IS NULL);
alter table enforcement.deadline force row level security;
create policy district_border on enforcement.deadline for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.deadline to cityloop_app;

create table enforcement.deed (
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
  work_class text not null,
  kind text not null,
  topic text not null,
  unit uuid,
  campaign uuid,
  source_type text,
  source_id text,
  amount_fen integer,
  note text,
  constraint deed_pkey PRIMARY KEY (district, id),
  constraint deed_topic_choice CHECK ((topic = ANY (ARRAY['muck'::text, 'posting'::text, 'frontage'::text, 'sorting'::text, 'foodWaste'::text, 'burning'::text, 'barbecue'::text, 'greening'::text, 'obstacle'::text, 'compound'::text, 'rail'::text, 'revenue'::text, 'building'::text, 'occupation'::text, 'advertising'::text, 'noise'::text, 'dust'::text, 'gas'::text, 'drainage'::text, 'road'::text, 'other'::text]))),
  constraint deed_work_class_choice CHECK ((work_class = ANY (ARRAY['service'::text, 'manage'::text, 'enforce'::text])))
);
comment on table enforcement.deed is 'append-only: 执法行为(721)';
CREATE INDEX deed_at ON enforcement.deed USING btree (district, at DESC);
CREATE INDEX deed_geom ON enforcement.deed USING gist (geom);
alter table enforcement.deed force row level security;
create policy district_border on enforcement.deed for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on enforcement.deed to cityloop_app;

create table enforcement.device (
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
  legal_review_on date,
  technical_review_on date,
  calibration_valid_to date,
  has_sign boolean not null,
  published_on date,
  is_enabled boolean not null,
  constraint device_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.device is '非现场执法设备';
CREATE INDEX device_area ON enforcement.device USING btree (district, area_code);
CREATE UNIQUE INDEX device_code_key ON enforcement.device USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX device_geom ON enforcement.device USING gist (geom);
alter table enforcement.device force row level security;
create policy district_border on enforcement.device for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.device to cityloop_app;

create table enforcement.document (
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
  template text not null,
  penalty uuid,
  source uuid,
  data jsonb not null,
  must_serve boolean not null,
  service_kind text,
  served_on date,
  receiver text,
  receipt uuid[],
  void_reason text,
  constraint document_pkey PRIMARY KEY (district, id),
  constraint document_service_kind_choice CHECK ((service_kind = ANY (ARRAY['direct'::text, 'onSpot'::text, 'left'::text, 'mail'::text, 'electronic'::text, 'entrusted'::text, 'notice'::text]))),
  constraint document_template_choice CHECK ((template = ANY (ARRAY['10'::text, '11'::text, '12'::text, '13'::text, '14'::text, '15'::text, '16'::text, '17'::text, '18'::text, '19'::text, '20'::text, '21'::text, '22'::text, '23'::text, '24'::text, '25'::text, '26'::text, '27'::text, '28'::text, '29'::text, '30'::text, '31'::text, '32'::text, '33'::text, '34'::text, '35'::text, '36'::text, '37'::text, '38'::text, '39'::text, '40'::text, '41'::text, '42'::text, '43'::text, '44'::text, '45'::text, '01'::text, '02'::text, '03'::text, '04'::text, '05'::text, '06'::text, '07'::text, '08'::text, '09'::text])))
);
comment on table enforcement.document is '执法文书';
CREATE INDEX document_by_due ON enforcement.document USING btree (district, due_at) WHERE (status <> ALL (ARRAY['served'::text, 'filed'::text, 'void'::text]));
CREATE UNIQUE INDEX document_client_key ON enforcement.document USING btree (district, client_key);
CREATE INDEX document_closed_geom ON enforcement.document USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX document_created ON enforcement.document USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX document_number_key ON enforcement.document USING btree (district, number);
CREATE INDEX document_open_geom ON enforcement.document USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX document_open_place ON enforcement.document USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['served'::text, 'filed'::text, 'void'::text]));
CREATE INDEX document_parent ON enforcement.document USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.document force row level security;
create policy district_border on enforcement.document for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.document to cityloop_app;

create table enforcement.evidence (
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
  penalty uuid not null,
  kind text not null,
  origin text not null,
  file uuid[] not null,
  sha256 text not null,
  device text not null,
  taken_at timestamp with time zone not null,
  place text not null,
  proves text not null,
  reject_reason text,
  constraint evidence_pkey PRIMARY KEY (district, id),
  constraint evidence_kind_choice CHECK ((kind = ANY (ARRAY['photo'::text, 'video'::text, 'audio'::text, 'scan'::text, 'item'::text, 'testimony'::text, 'report'::text]))),
  constraint evidence_origin_choice CHECK ((origin = ANY (ARRAY['onSite'::text, 'device'::text, 'remote'::text, 'submitted'::text])))
);
comment on table enforcement.evidence is '证据';
CREATE INDEX evidence_by_due ON enforcement.evidence USING btree (district, due_at) WHERE (status <> ALL (ARRAY['verified'::text, 'rejected'::text]));
CREATE UNIQUE INDEX evidence_client_key ON enforcement.evidence USING btree (district, client_key);
CREATE INDEX evidence_closed_geom ON enforcement.evidence USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX evidence_created ON enforcement.evidence USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX evidence_number_key ON enforcement.evidence USING btree (district, number);
CREATE INDEX evidence_open_geom ON enforcement.evidence USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX evidence_open_place ON enforcement.evidence USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['verified'::text, 'rejected'::text]));
CREATE INDEX evidence_parent ON enforcement.evidence USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.evidence force row level security;
create policy district_border on enforcement.evidence for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.evidence to cityloop_app;

create table enforcement.fire (
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
  class text not null,
  finder text not null,
  device text,
  address text not null,
  material text not null,
  seen_at timestamp with time zone not null,
  photos uuid[] not null,
  site uuid,
  unit uuid not null,
  campaign uuid,
  earlier integer not null,
  is_repeated boolean not null,
  out_photos uuid[],
  out_at timestamp with time zone,
  outcome text,
  party uuid,
  recheck_photos uuid[],
  recheck_note text,
  recheck_due_at timestamp with time zone,
  rechecked_at timestamp with time zone,
  constraint fire_pkey PRIMARY KEY (district, id),
  constraint fire_class_choice CHECK ((class = ANY (ARRAY['burning'::text, 'barbecue'::text]))),
  constraint fire_finder_choice CHECK ((finder = ANY (ARRAY['patrol'::text, 'camera'::text, 'citizen'::text, 'satellite'::text]))),
  constraint fire_outcome_choice CHECK ((outcome = ANY (ARRAY['educate'::text, 'penalty'::text, 'unknown'::text])))
);
comment on table enforcement.fire is '露天焚烧、烧烤';
CREATE INDEX fire_by_due ON enforcement.fire USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'dropped'::text]));
CREATE UNIQUE INDEX fire_client_key ON enforcement.fire USING btree (district, client_key);
CREATE INDEX fire_closed_geom ON enforcement.fire USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX fire_created ON enforcement.fire USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX fire_number_key ON enforcement.fire USING btree (district, number);
CREATE INDEX fire_open_geom ON enforcement.fire USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX fire_open_place ON enforcement.fire USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'dropped'::text]));
CREATE INDEX fire_parent ON enforcement.fire USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.fire force row level security;
create policy district_border on enforcement.fire for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.fire to cityloop_app;

create table enforcement.flyer (
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
  address text not null,
  sheets integer not null,
  photos uuid[] not null,
  content text,
  campaign uuid,
  numbers jsonb,
  phones jsonb,
  read_note text,
  read_at timestamp with time zone,
  corrections jsonb,
  read_right text,
  earlier integer not null,
  is_repeated boolean not null,
  after_photos uuid[],
  cleared_sheets integer,
  cleared_m2 numeric,
  cleared_at timestamp with time zone,
  constraint flyer_pkey PRIMARY KEY (district, id),
  constraint flyer_kind_choice CHECK ((kind = ANY (ARRAY['paste'::text, 'paint'::text, 'hand'::text]))),
  constraint flyer_read_right_choice CHECK ((read_right = ANY (ARRAY['right'::text, 'corrected'::text, 'unread'::text])))
);
comment on table enforcement.flyer is '小广告取证';
CREATE INDEX flyer_by_due ON enforcement.flyer USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text]));
CREATE UNIQUE INDEX flyer_client_key ON enforcement.flyer USING btree (district, client_key);
CREATE INDEX flyer_closed_geom ON enforcement.flyer USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX flyer_created ON enforcement.flyer USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX flyer_number_key ON enforcement.flyer USING btree (district, number);
CREATE INDEX flyer_open_geom ON enforcement.flyer USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX flyer_open_place ON enforcement.flyer USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text]));
CREATE INDEX flyer_parent ON enforcement.flyer USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.flyer force row level security;
create policy district_border on enforcement.flyer for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.flyer to cityloop_app;

create table enforcement.flyer_phone (
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
  phone text not null,
  kind text not null,
  operator text not null,
  sightings jsonb not null,
  flyers integer not null,
  sheets integer not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  round integer not null,
  carrier uuid,
  requested_at timestamp with time zone,
  answer_due_at timestamp with time zone,
  answered_at timestamp with time zone,
  answer text,
  suspended_at timestamp with time zone,
  is_forced boolean not null,
  penalty uuid,
  fine_fen integer,
  applicant text,
  cleaned uuid[],
  pledge uuid[],
  applied_at timestamp with time zone,
  resumed_at timestamp with time zone,
  reason text,
  constraint flyer_phone_pkey PRIMARY KEY (district, id),
  constraint flyer_phone_kind_choice CHECK ((kind = ANY (ARRAY['mobile'::text, 'landline'::text, 'service'::text]))),
  constraint flyer_phone_operator_choice CHECK ((operator = ANY (ARRAY['mobile'::text, 'unicom'::text, 'telecom'::text, 'broadnet'::text, 'virtual'::text, 'unknown'::text])))
);
comment on table enforcement.flyer_phone is '小广告号码停复机';
CREATE INDEX flyer_phone_by_due ON enforcement.flyer_phone USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX flyer_phone_client_key ON enforcement.flyer_phone USING btree (district, client_key);
CREATE INDEX flyer_phone_closed_geom ON enforcement.flyer_phone USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX flyer_phone_created ON enforcement.flyer_phone USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX flyer_phone_number_key ON enforcement.flyer_phone USING btree (district, number);
CREATE INDEX flyer_phone_open_geom ON enforcement.flyer_phone USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX flyer_phone_open_place ON enforcement.flyer_phone USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX flyer_phone_parent ON enforcement.flyer_phone USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX flyer_phone_phone_key ON enforcement.flyer_phone USING btree (district, phone);
alter table enforcement.flyer_phone force row level security;
create policy district_border on enforcement.flyer_phone for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.flyer_phone to cityloop_app;

create table enforcement.food_waste_check (
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
  subject_kind text not null,
  has_contract text not null,
  volume_kg text,
  party uuid not null,
  co_officer uuid not null,
  address text not null,
  outcome text not null,
  findings text not null,
  law_code text,
  photos uuid[] not null,
  campaign uuid,
  recheck text,
  constraint food_waste_check_pkey PRIMARY KEY (district, id),
  constraint food_waste_check_has_contract_choice CHECK ((has_contract = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint food_waste_check_outcome_choice CHECK ((outcome = ANY (ARRAY['pass'::text, 'educated'::text, 'guided'::text, 'ordered'::text, 'filed'::text]))),
  constraint food_waste_check_subject_kind_choice CHECK ((subject_kind = ANY (ARRAY['restaurant'::text, 'canteen'::text, 'collector'::text])))
);
comment on table enforcement.food_waste_check is '餐厨废弃物检查';
CREATE INDEX food_waste_check_by_due ON enforcement.food_waste_check USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX food_waste_check_client_key ON enforcement.food_waste_check USING btree (district, client_key);
CREATE INDEX food_waste_check_closed_geom ON enforcement.food_waste_check USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX food_waste_check_created ON enforcement.food_waste_check USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX food_waste_check_number_key ON enforcement.food_waste_check USING btree (district, number);
CREATE INDEX food_waste_check_open_geom ON enforcement.food_waste_check USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX food_waste_check_open_place ON enforcement.food_waste_check USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX food_waste_check_parent ON enforcement.food_waste_check USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.food_waste_check force row level security;
create policy district_border on enforcement.food_waste_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.food_waste_check to cityloop_app;

create table enforcement.frontage_issue (
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
  shop uuid,
  duty text not null,
  party uuid,
  law_code text,
  address text not null,
  description text not null,
  photos uuid[] not null,
  campaign uuid,
  limit_ jsonb,
  fixed_by text,
  after_photos uuid[],
  result text,
  redo_count integer not null,
  warned_on date,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  cleared_at timestamp with time zone,
  constraint frontage_issue_pkey PRIMARY KEY (district, id),
  constraint frontage_issue_duty_choice CHECK ((duty = ANY (ARRAY['sanitation'::text, 'order'::text, 'greening'::text]))),
  constraint frontage_issue_fixed_by_choice CHECK ((fixed_by = ANY (ARRAY['owner'::text, 'bureau'::text])))
);
comment on table enforcement.frontage_issue is '门前三包整改';
CREATE INDEX frontage_issue_by_due ON enforcement.frontage_issue USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'penalised'::text, 'dropped'::text]));
CREATE UNIQUE INDEX frontage_issue_client_key ON enforcement.frontage_issue USING btree (district, client_key);
CREATE INDEX frontage_issue_closed_geom ON enforcement.frontage_issue USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX frontage_issue_created ON enforcement.frontage_issue USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX frontage_issue_number_key ON enforcement.frontage_issue USING btree (district, number);
CREATE INDEX frontage_issue_open_geom ON enforcement.frontage_issue USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX frontage_issue_open_place ON enforcement.frontage_issue USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'penalised'::text, 'dropped'::text]));
CREATE INDEX frontage_issue_parent ON enforcement.frontage_issue USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.frontage_issue force row level security;
create policy district_border on enforcement.frontage_issue for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.frontage_issue to cityloop_app;

create table enforcement.greening_damage (
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
  damage text not null,
  species text not null,
  damaged_m2 numeric not null,
  trees integer,
  restored_m2 numeric,
  party uuid,
  law_code text,
  address text not null,
  description text not null,
  photos uuid[] not null,
  campaign uuid,
  limit_ jsonb,
  fixed_by text,
  after_photos uuid[],
  result text,
  redo_count integer not null,
  warned_on date,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  cleared_at timestamp with time zone,
  constraint greening_damage_pkey PRIMARY KEY (district, id),
  constraint greening_damage_damage_choice CHECK ((damage = ANY (ARRAY['occupy'::text, 'destroy'::text, 'cut'::text]))),
  constraint greening_damage_fixed_by_choice CHECK ((fixed_by = ANY (ARRAY['owner'::text, 'bureau'::text])))
);
comment on table enforcement.greening_damage is '占绿毁绿';
CREATE INDEX greening_damage_by_due ON enforcement.greening_damage USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'penalised'::text, 'dropped'::text]));
CREATE UNIQUE INDEX greening_damage_client_key ON enforcement.greening_damage USING btree (district, client_key);
CREATE INDEX greening_damage_closed_geom ON enforcement.greening_damage USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX greening_damage_created ON enforcement.greening_damage USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX greening_damage_number_key ON enforcement.greening_damage USING btree (district, number);
CREATE INDEX greening_damage_open_geom ON enforcement.greening_damage USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX greening_damage_open_place ON enforcement.greening_damage USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'penalised'::text, 'dropped'::text]));
CREATE INDEX greening_damage_parent ON enforcement.greening_damage USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.greening_damage force row level security;
create policy district_border on enforcement.greening_damage for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.greening_damage to cityloop_app;

create table enforcement.guidance (
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
  meeting uuid not null,
  question text not null,
  department uuid not null,
  answer text,
  follow_up text,
  answer_due_at timestamp with time zone,
  answered_at timestamp with time zone,
  back_count integer not null,
  constraint guidance_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.guidance is '协同指导事项';
CREATE INDEX guidance_by_due ON enforcement.guidance USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX guidance_client_key ON enforcement.guidance USING btree (district, client_key);
CREATE INDEX guidance_closed_geom ON enforcement.guidance USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX guidance_created ON enforcement.guidance USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX guidance_number_key ON enforcement.guidance USING btree (district, number);
CREATE INDEX guidance_open_geom ON enforcement.guidance USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX guidance_open_place ON enforcement.guidance USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX guidance_parent ON enforcement.guidance USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.guidance force row level security;
create policy district_border on enforcement.guidance for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.guidance to cityloop_app;

create table enforcement.hold (
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
  penalty uuid not null,
  items text not null,
  keeper text not null,
  reason text not null,
  treatment text,
  treat_due_at timestamp with time zone,
  constraint hold_pkey PRIMARY KEY (district, id),
  constraint hold_treatment_choice CHECK ((treatment = ANY (ARRAY['copy'::text, 'test'::text, 'seize'::text, 'transfer'::text, 'release'::text])))
);
comment on table enforcement.hold is '先行登记保存';
CREATE INDEX hold_by_due ON enforcement.hold USING btree (district, due_at) WHERE (status <> ALL (ARRAY['treated'::text, 'lapsed'::text, 'refused'::text]));
CREATE UNIQUE INDEX hold_client_key ON enforcement.hold USING btree (district, client_key);
CREATE INDEX hold_closed_geom ON enforcement.hold USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX hold_created ON enforcement.hold USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX hold_number_key ON enforcement.hold USING btree (district, number);
CREATE INDEX hold_open_geom ON enforcement.hold USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX hold_open_place ON enforcement.hold USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['treated'::text, 'lapsed'::text, 'refused'::text]));
CREATE INDEX hold_parent ON enforcement.hold USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.hold force row level security;
create policy district_border on enforcement.hold for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.hold to cityloop_app;

create table enforcement.joint_finding (
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
  problem text not null,
  department text not null,
  unit uuid,
  due_on date not null,
  result text,
  constraint joint_finding_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.joint_finding is '联合巡查问题';
CREATE INDEX joint_finding_by_due ON enforcement.joint_finding USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX joint_finding_client_key ON enforcement.joint_finding USING btree (district, client_key);
CREATE INDEX joint_finding_closed_geom ON enforcement.joint_finding USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX joint_finding_created ON enforcement.joint_finding USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX joint_finding_number_key ON enforcement.joint_finding USING btree (district, number);
CREATE INDEX joint_finding_open_geom ON enforcement.joint_finding USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX joint_finding_open_place ON enforcement.joint_finding USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX joint_finding_parent ON enforcement.joint_finding USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.joint_finding force row level security;
create policy district_border on enforcement.joint_finding for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.joint_finding to cityloop_app;

create table enforcement.joint_patrol (
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
  held_on date not null,
  place text not null,
  participants jsonb not null,
  finding_count integer not null,
  summary text,
  constraint joint_patrol_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.joint_patrol is '联合巡查执法';
CREATE INDEX joint_patrol_by_due ON enforcement.joint_patrol USING btree (district, due_at) WHERE (status <> ALL (ARRAY['summed'::text]));
CREATE UNIQUE INDEX joint_patrol_client_key ON enforcement.joint_patrol USING btree (district, client_key);
CREATE INDEX joint_patrol_closed_geom ON enforcement.joint_patrol USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX joint_patrol_created ON enforcement.joint_patrol USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX joint_patrol_number_key ON enforcement.joint_patrol USING btree (district, number);
CREATE INDEX joint_patrol_open_geom ON enforcement.joint_patrol USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX joint_patrol_open_place ON enforcement.joint_patrol USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['summed'::text]));
CREATE INDEX joint_patrol_parent ON enforcement.joint_patrol USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.joint_patrol force row level security;
create policy district_border on enforcement.joint_patrol for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.joint_patrol to cityloop_app;

create table enforcement.law (
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
  topic text not null,
  act text not null,
  law text not null,
  article text not null,
  penalty text not null,
  org_min_fen integer,
  org_max_fen integer,
  person_min_fen integer,
  person_max_fen integer,
  valid_from date not null,
  valid_to date,
  sure text not null,
  note text,
  constraint law_pkey PRIMARY KEY (district, id),
  constraint law_sure_choice CHECK ((sure = ANY (ARRAY['verified'::text, 'secondary'::text, 'memory'::text, 'example'::text]))),
  constraint law_topic_choice CHECK ((topic = ANY (ARRAY['muck'::text, 'posting'::text, 'frontage'::text, 'sorting'::text, 'foodWaste'::text, 'burning'::text, 'barbecue'::text, 'greening'::text, 'obstacle'::text, 'compound'::text, 'rail'::text, 'revenue'::text, 'building'::text, 'occupation'::text, 'advertising'::text, 'noise'::text, 'dust'::text, 'gas'::text, 'drainage'::text, 'road'::text, 'other'::text])))
);
comment on table enforcement.law is '处罚依据';
CREATE INDEX law_area ON enforcement.law USING btree (district, area_code);
CREATE UNIQUE INDEX law_code_valid_from_key ON enforcement.law USING btree (district, code, valid_from) WHERE (retired_at IS NULL);
alter table enforcement.law force row level security;
create policy district_border on enforcement.law for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.law to cityloop_app;

create table enforcement.lawyer (
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
  firm text not null,
  licence text not null,
  phone text,
  account uuid,
  constraint lawyer_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.lawyer is '驻队律师';
CREATE INDEX lawyer_area ON enforcement.lawyer USING btree (district, area_code);
CREATE UNIQUE INDEX lawyer_licence_key ON enforcement.lawyer USING btree (district, licence) WHERE (retired_at IS NULL);
alter table enforcement.lawyer force row level security;
create policy district_border on enforcement.lawyer for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.lawyer to cityloop_app;

create table enforcement.lawyer_post (
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
  lawyer uuid not null,
  squad uuid not null,
  duty_days text not null,
  valid_from date not null,
  valid_to date not null,
  constraint lawyer_post_pkey PRIMARY KEY (district, id),
  constraint lawyer_post_order CHECK ((valid_to >= valid_from))
);
comment on table enforcement.lawyer_post is '律师驻队安排';
CREATE INDEX lawyer_post_area ON enforcement.lawyer_post USING btree (district, area_code);
CREATE UNIQUE INDEX lawyer_post_lawyer_squad_valid_from_key ON enforcement.lawyer_post USING btree (district, lawyer, squad, valid_from) WHERE (retired_at IS NULL);
alter table enforcement.lawyer_post force row level security;
create policy district_border on enforcement.lawyer_post for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.lawyer_post to cityloop_app;

create table enforcement.lawyer_work (
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
  lawyer uuid not null,
  squad uuid not null,
  kind text not null,
  worked_on date not null,
  hours numeric not null,
  penalty uuid,
  content text not null,
  constraint lawyer_work_pkey PRIMARY KEY (district, id),
  constraint lawyer_work_kind_choice CHECK ((kind = ANY (ARRAY['duty'::text, 'consult'::text, 'review'::text, 'training'::text, 'mediate'::text])))
);
comment on table enforcement.lawyer_work is '律师驻队工作';
CREATE INDEX lawyer_work_by_due ON enforcement.lawyer_work USING btree (district, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text, 'refused'::text]));
CREATE UNIQUE INDEX lawyer_work_client_key ON enforcement.lawyer_work USING btree (district, client_key);
CREATE INDEX lawyer_work_closed_geom ON enforcement.lawyer_work USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX lawyer_work_created ON enforcement.lawyer_work USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX lawyer_work_number_key ON enforcement.lawyer_work USING btree (district, number);
CREATE INDEX lawyer_work_open_geom ON enforcement.lawyer_work USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX lawyer_work_open_place ON enforcement.lawyer_work USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text, 'refused'::text]));
CREATE INDEX lawyer_work_parent ON enforcement.lawyer_work USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.lawyer_work force row level security;
create policy district_border on enforcement.lawyer_work for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.lawyer_work to cityloop_app;

create table enforcement.leniency (
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
  law text not null,
  condition text not null,
  valid_from date not null,
  valid_to date,
  constraint leniency_pkey PRIMARY KEY (district, id),
  constraint leniency_kind_choice CHECK ((kind = ANY (ARRAY['first'::text, 'minor'::text, 'micro'::text])))
);
comment on table enforcement.leniency is '免罚与小微清单';
CREATE INDEX leniency_area ON enforcement.leniency USING btree (district, area_code);
CREATE UNIQUE INDEX leniency_kind_law_valid_from_key ON enforcement.leniency USING btree (district, kind, law, valid_from) WHERE (retired_at IS NULL);
alter table enforcement.leniency force row level security;
create policy district_border on enforcement.leniency for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.leniency to cityloop_app;

create table enforcement.measure (
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
  topic text not null,
  party uuid,
  law_code text,
  basis text not null,
  content text not null,
  address text,
  photos uuid[],
  campaign uuid,
  penalty uuid,
  track text,
  co_officer uuid,
  limit_ jsonb,
  held_on date,
  attendees text,
  outcome text,
  is_heeded boolean,
  after_photos uuid[],
  service_kind text,
  served_on date,
  receipt uuid[],
  visited_on date,
  finish_due_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint measure_pkey PRIMARY KEY (district, id),
  constraint measure_kind_choice CHECK ((kind = ANY (ARRAY['educate'::text, 'order'::text, 'interview'::text, 'guide'::text, 'stopWork'::text]))),
  constraint measure_service_kind_choice CHECK ((service_kind = ANY (ARRAY['direct'::text, 'onSpot'::text, 'left'::text, 'mail'::text, 'electronic'::text, 'entrusted'::text, 'notice'::text]))),
  constraint measure_topic_choice CHECK ((topic = ANY (ARRAY['muck'::text, 'posting'::text, 'frontage'::text, 'sorting'::text, 'foodWaste'::text, 'burning'::text, 'barbecue'::text, 'greening'::text, 'obstacle'::text, 'compound'::text, 'rail'::text, 'revenue'::text, 'building'::text, 'occupation'::text, 'advertising'::text, 'noise'::text, 'dust'::text, 'gas'::text, 'drainage'::text, 'road'::text, 'other'::text]))),
  constraint measure_track_choice CHECK ((track = ANY (ARRAY['ordinary'::text, 'simple'::text, 'micro'::text])))
);
comment on table enforcement.measure is '行政措施';
CREATE INDEX measure_by_due ON enforcement.measure USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'continued'::text]));
CREATE UNIQUE INDEX measure_client_key ON enforcement.measure USING btree (district, client_key);
CREATE INDEX measure_closed_geom ON enforcement.measure USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX measure_created ON enforcement.measure USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX measure_number_key ON enforcement.measure USING btree (district, number);
CREATE INDEX measure_open_geom ON enforcement.measure USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX measure_open_place ON enforcement.measure USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'continued'::text]));
CREATE INDEX measure_parent ON enforcement.measure USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.measure force row level security;
create policy district_border on enforcement.measure for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.measure to cityloop_app;

create table enforcement.meeting (
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
  held_on date not null,
  agenda text not null,
  minutes text,
  issue_count integer not null,
  constraint meeting_pkey PRIMARY KEY (district, id),
  constraint meeting_level_choice CHECK ((level = ANY (ARRAY['city'::text, 'district'::text])))
);
comment on table enforcement.meeting is '协同指导联席会议';
CREATE INDEX meeting_by_due ON enforcement.meeting USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX meeting_client_key ON enforcement.meeting USING btree (district, client_key);
CREATE INDEX meeting_closed_geom ON enforcement.meeting USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX meeting_created ON enforcement.meeting USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX meeting_number_key ON enforcement.meeting USING btree (district, number);
CREATE INDEX meeting_open_geom ON enforcement.meeting USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX meeting_open_place ON enforcement.meeting USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX meeting_parent ON enforcement.meeting USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.meeting force row level security;
create policy district_border on enforcement.meeting for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.meeting to cityloop_app;

create table enforcement.obstacle (
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
  pieces integer not null,
  owner text not null,
  is_inside boolean not null,
  party uuid,
  law_code text,
  address text not null,
  description text not null,
  photos uuid[] not null,
  campaign uuid,
  limit_ jsonb,
  fixed_by text,
  after_photos uuid[],
  result text,
  redo_count integer not null,
  warned_on date,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  cleared_at timestamp with time zone,
  constraint obstacle_pkey PRIMARY KEY (district, id),
  constraint obstacle_fixed_by_choice CHECK ((fixed_by = ANY (ARRAY['owner'::text, 'bureau'::text]))),
  constraint obstacle_kind_choice CHECK ((kind = ANY (ARRAY['pile'::text, 'lock'::text, 'cone'::text])))
);
comment on table enforcement.obstacle is '退红线区域地桩地锁锥桶';
CREATE INDEX obstacle_by_due ON enforcement.obstacle USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'penalised'::text, 'dropped'::text]));
CREATE UNIQUE INDEX obstacle_client_key ON enforcement.obstacle USING btree (district, client_key);
CREATE INDEX obstacle_closed_geom ON enforcement.obstacle USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX obstacle_created ON enforcement.obstacle USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX obstacle_number_key ON enforcement.obstacle USING btree (district, number);
CREATE INDEX obstacle_open_geom ON enforcement.obstacle USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX obstacle_open_place ON enforcement.obstacle USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'penalised'::text, 'dropped'::text]));
CREATE INDEX obstacle_parent ON enforcement.obstacle USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.obstacle force row level security;
create policy district_border on enforcement.obstacle for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.obstacle to cityloop_app;

create table enforcement.operation (
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
  campaign uuid not null,
  place text not null,
  people integer not null,
  vehicles integer not null,
  partners text,
  note text,
  constraint operation_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.operation is 'append-only: 专项行动出动';
CREATE INDEX operation_at ON enforcement.operation USING btree (district, at DESC);
alter table enforcement.operation force row level security;
create policy district_border on enforcement.operation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on enforcement.operation to cityloop_app;

create table enforcement.party (
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
  name text not null,
  code text not null,
  phone text,
  address text,
  trade text,
  grade text,
  is_reachable boolean not null,
  reach_at text,
  constraint party_pkey PRIMARY KEY (district, id),
  constraint party_grade_choice CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint party_kind_choice CHECK ((kind = ANY (ARRAY['person'::text, 'org'::text])))
);
comment on table enforcement.party is '当事人(监管对象)';
CREATE INDEX party_area ON enforcement.party USING btree (district, area_code);
CREATE UNIQUE INDEX party_code_key ON enforcement.party USING btree (district, code) WHERE (retired_at IS NULL);
alter table enforcement.party force row level security;
create policy district_border on enforcement.party for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.party to cityloop_app;

create table enforcement.payment (
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
  penalty uuid not null,
  part text not null,
  amount_fen integer not null,
  paid_on date not null,
  method text not null,
  voucher text not null,
  constraint payment_pkey PRIMARY KEY (district, id),
  constraint payment_method_choice CHECK ((method = ANY (ARRAY['bank'::text, 'epay'::text, 'cash'::text, 'court'::text]))),
  constraint payment_part_choice CHECK ((part = ANY (ARRAY['fine'::text, 'withSurcharge'::text])))
);
comment on table enforcement.payment is '罚没款缴纳';
CREATE INDEX payment_by_due ON enforcement.payment USING btree (district, due_at) WHERE (status <> ALL (ARRAY['received'::text]));
CREATE UNIQUE INDEX payment_client_key ON enforcement.payment USING btree (district, client_key);
CREATE INDEX payment_closed_geom ON enforcement.payment USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX payment_created ON enforcement.payment USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX payment_number_key ON enforcement.payment USING btree (district, number);
CREATE INDEX payment_open_geom ON enforcement.payment USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX payment_open_place ON enforcement.payment USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['received'::text]));
CREATE INDEX payment_parent ON enforcement.payment USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.payment force row level security;
create policy district_border on enforcement.payment for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.payment to cityloop_app;

create table enforcement.penalty (
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
  source text not null,
  topic text not null,
  party uuid not null,
  law_code text not null,
  happened_on date not null,
  address text not null,
  description text not null,
  co_handler uuid,
  campaign uuid,
  source_type text,
  source_id text,
  contact text,
  track text not null,
  filed_at timestamp with time zone,
  shown_at timestamp with time zone,
  earlier_warnings integer not null,
  earlier_penalties integer not null,
  handler uuid,
  party_name text,
  party_kind text,
  reviewer uuid,
  chair uuid,
  decider uuid,
  kinds text[],
  law_text text,
  benchmark uuid,
  deviation text,
  explanation text,
  proposed_fen integer,
  noticed_fen integer,
  report text,
  review_cases text[],
  is_major boolean not null,
  review_opinion text,
  review_note text,
  review_back_count integer not null,
  attendees jsonb,
  discussion text,
  has_hearing_right boolean,
  defence text,
  defence_review text,
  noticed_on date,
  is_waived boolean,
  hearing_asked_on date,
  hearing_on date,
  hearing_notice_on date,
  hearing_report text,
  fine_fen integer,
  forfeit_fen integer,
  decision_number text,
  decided_at timestamp with time zone,
  no_penalty_ground text,
  late_reason text,
  is_late boolean not null,
  end_reason text,
  service_kind text,
  served_on date,
  receipt uuid[],
  pay_due_at timestamp with time zone,
  decide_due_at timestamp with time zone,
  serve_due_at timestamp with time zone,
  paid_fen integer not null,
  surcharge_fen integer,
  remedy_days integer not null,
  fulfilled_at timestamp with time zone,
  delay_until date,
  instalments integer,
  delay_reason text,
  is_delay_pending boolean,
  urged_on date,
  court_filed_on date,
  court_ruling text,
  has_remedy boolean,
  volume text,
  pages integer,
  on_spot_filed_on date,
  handed_in_on date,
  hand_in_due_at timestamp with time zone,
  is_cash_on_spot boolean,
  constraint penalty_pkey PRIMARY KEY (district, id),
  constraint penalty_contact_choice CHECK ((contact = ANY (ARRAY['contact'::text, 'noncontact'::text]))),
  constraint penalty_no_penalty_ground_choice CHECK ((no_penalty_ground = ANY (ARRAY['young'::text, 'illness'::text, 'minor'::text, 'first'::text, 'blameless'::text, 'late'::text]))),
  constraint penalty_party_kind_choice CHECK ((party_kind = ANY (ARRAY['person'::text, 'org'::text]))),
  constraint penalty_review_opinion_choice CHECK ((review_opinion = ANY (ARRAY['agree'::text, 'revise'::text, 'sendBack'::text]))),
  constraint penalty_service_kind_choice CHECK ((service_kind = ANY (ARRAY['direct'::text, 'onSpot'::text, 'left'::text, 'mail'::text, 'electronic'::text, 'entrusted'::text, 'notice'::text]))),
  constraint penalty_source_choice CHECK ((source = ANY (ARRAY['patrol'::text, 'complaint'::text, 'transfer'::text, 'capture'::text, 'check'::text, 'issue'::text, 'superior'::text]))),
  constraint penalty_topic_choice CHECK ((topic = ANY (ARRAY['muck'::text, 'posting'::text, 'frontage'::text, 'sorting'::text, 'foodWaste'::text, 'burning'::text, 'barbecue'::text, 'greening'::text, 'obstacle'::text, 'compound'::text, 'rail'::text, 'revenue'::text, 'building'::text, 'occupation'::text, 'advertising'::text, 'noise'::text, 'dust'::text, 'gas'::text, 'drainage'::text, 'road'::text, 'other'::text]))),
  constraint penalty_track_choice CHECK ((track = ANY (ARRAY['ordinary'::text, 'simple'::text, 'micro'::text])))
);
comment on table enforcement.penalty is '行政处罚案件';
CREATE INDEX penalty_by_due ON enforcement.penalty USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'archived'::text, 'not_filed'::text, 'not_punished'::text, 'transferred'::text, 'terminated'::text, 'revoked'::text]));
CREATE UNIQUE INDEX penalty_client_key ON enforcement.penalty USING btree (district, client_key);
CREATE INDEX penalty_closed_geom ON enforcement.penalty USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX penalty_created ON enforcement.penalty USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX penalty_number_key ON enforcement.penalty USING btree (district, number);
CREATE INDEX penalty_open_geom ON enforcement.penalty USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX penalty_open_place ON enforcement.penalty USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'archived'::text, 'not_filed'::text, 'not_punished'::text, 'transferred'::text, 'terminated'::text, 'revoked'::text]));
CREATE INDEX penalty_parent ON enforcement.penalty USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.penalty force row level security;
create policy district_border on enforcement.penalty for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.penalty to cityloop_app;

create table enforcement.phone_reconciliation (
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
  carrier uuid not null,
  month text not null,
  theirs jsonb,
  ours integer not null,
  matched integer not null,
  differing integer not null,
  differences jsonb,
  result text,
  settled_at timestamp with time zone,
  constraint phone_reconciliation_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.phone_reconciliation is '停复机月度对账';
CREATE INDEX phone_reconciliation_by_due ON enforcement.phone_reconciliation USING btree (district, due_at) WHERE (status <> ALL (ARRAY['settled'::text]));
CREATE UNIQUE INDEX phone_reconciliation_carrier_month_key ON enforcement.phone_reconciliation USING btree (district, carrier, month);
CREATE UNIQUE INDEX phone_reconciliation_client_key ON enforcement.phone_reconciliation USING btree (district, client_key);
CREATE INDEX phone_reconciliation_closed_geom ON enforcement.phone_reconciliation USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX phone_reconciliation_created ON enforcement.phone_reconciliation USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX phone_reconciliation_number_key ON enforcement.phone_reconciliation USING btree (district, number);
CREATE INDEX phone_reconciliation_open_geom ON enforcement.phone_reconciliation USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX phone_reconciliation_open_place ON enforcement.phone_reconciliation USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['settled'::text]));
CREATE INDEX phone_reconciliation_parent ON enforcement.phone_reconciliation USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.phone_reconciliation force row level security;
create policy district_border on enforcement.phone_reconciliation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.phone_reconciliation to cityloop_app;

create table enforcement.police_task (
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
  matter text not null,
  station text not null,
  penalty uuid,
  officers_sent integer not null,
  police_sent integer,
  reply text,
  outcome text,
  respond_due_at timestamp with time zone,
  responded_at timestamp with time zone,
  minutes integer,
  constraint police_task_pkey PRIMARY KEY (district, id),
  constraint police_task_kind_choice CHECK ((kind = ANY (ARRAY['resist'::text, 'vehicle'::text, 'identity'::text, 'order'::text, 'other'::text])))
);
comment on table enforcement.police_task is '警城联动';
CREATE INDEX police_task_by_due ON enforcement.police_task USING btree (district, due_at) WHERE (status <> ALL (ARRAY['concluded'::text, 'declined'::text]));
CREATE UNIQUE INDEX police_task_client_key ON enforcement.police_task USING btree (district, client_key);
CREATE INDEX police_task_closed_geom ON enforcement.police_task USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX police_task_created ON enforcement.police_task USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX police_task_number_key ON enforcement.police_task USING btree (district, number);
CREATE INDEX police_task_open_geom ON enforcement.police_task USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX police_task_open_place ON enforcement.police_task USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['concluded'::text, 'declined'::text]));
CREATE INDEX police_task_parent ON enforcement.police_task USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.police_task force row level security;
create policy district_border on enforcement.police_task for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.police_task to cityloop_app;

create table enforcement.power (
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
  scheme text not null,
  scheme_published_on date not null,
  code text not null,
  item text not null,
  area_prefix text not null,
  unit uuid,
  valid_from date not null,
  valid_to date,
  constraint power_pkey PRIMARY KEY (district, id),
  constraint power_published CHECK ((valid_from >= scheme_published_on))
);
comment on table enforcement.power is '集中事项清单';
CREATE INDEX power_area ON enforcement.power USING btree (district, area_code);
CREATE UNIQUE INDEX power_code_area_prefix_valid_from_key ON enforcement.power USING btree (district, code, area_prefix, valid_from) WHERE (retired_at IS NULL);
alter table enforcement.power force row level security;
create policy district_border on enforcement.power for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.power to cityloop_app;

create table enforcement.power_transfer (
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
  giver uuid not null,
  taker uuid not null,
  powers jsonb not null,
  people jsonb not null,
  effective_on date not null,
  cases jsonb not null,
  case_count integer not null,
  constraint power_transfer_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.power_transfer is '赋权事项交接';
CREATE INDEX power_transfer_by_due ON enforcement.power_transfer USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'withdrawn'::text]));
CREATE UNIQUE INDEX power_transfer_client_key ON enforcement.power_transfer USING btree (district, client_key);
CREATE INDEX power_transfer_closed_geom ON enforcement.power_transfer USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX power_transfer_created ON enforcement.power_transfer USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX power_transfer_number_key ON enforcement.power_transfer USING btree (district, number);
CREATE INDEX power_transfer_open_geom ON enforcement.power_transfer USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX power_transfer_open_place ON enforcement.power_transfer USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'withdrawn'::text]));
CREATE INDEX power_transfer_parent ON enforcement.power_transfer USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.power_transfer force row level security;
create policy district_border on enforcement.power_transfer for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.power_transfer to cityloop_app;

create table enforcement.process_record (
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
  penalty uuid not null,
  step text not null,
  words text,
  media uuid[],
  recorder text,
  is_evidence boolean,
  keep_until_on date,
  constraint process_record_pkey PRIMARY KEY (district, id),
  constraint process_record_step_choice CHECK ((step = ANY (ARRAY['showId'::text, 'investigate'::text, 'seize'::text, 'notify'::text, 'hear'::text, 'decide'::text, 'serve'::text, 'force'::text])))
);
comment on table enforcement.process_record is '全过程记录';
CREATE INDEX process_record_by_due ON enforcement.process_record USING btree (district, due_at) WHERE (status <> ALL (ARRAY['disposed'::text]));
CREATE UNIQUE INDEX process_record_client_key ON enforcement.process_record USING btree (district, client_key);
CREATE INDEX process_record_closed_geom ON enforcement.process_record USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX process_record_created ON enforcement.process_record USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX process_record_number_key ON enforcement.process_record USING btree (district, number);
CREATE INDEX process_record_open_geom ON enforcement.process_record USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX process_record_open_place ON enforcement.process_record USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['disposed'::text]));
CREATE INDEX process_record_parent ON enforcement.process_record USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.process_record force row level security;
create policy district_border on enforcement.process_record for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.process_record to cityloop_app;

create table enforcement.publication (
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
  penalty uuid,
  title text not null,
  body text,
  party_shown text,
  topic text,
  fine_fen integer,
  published_at timestamp with time zone,
  publish_due_at timestamp with time zone,
  withdraw_due_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  reason text,
  correction_count integer not null,
  photos uuid[],
  constraint publication_pkey PRIMARY KEY (district, id),
  constraint publication_kind_choice CHECK ((kind = ANY (ARRAY['penalty'::text, 'exposure'::text, 'basis'::text, 'check'::text])))
);
comment on table enforcement.publication is '执法公示与曝光';
CREATE INDEX publication_by_due ON enforcement.publication USING btree (district, due_at) WHERE (status <> ALL (ARRAY['withdrawn'::text, 'exempt'::text]));
CREATE UNIQUE INDEX publication_client_key ON enforcement.publication USING btree (district, client_key);
CREATE INDEX publication_closed_geom ON enforcement.publication USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX publication_created ON enforcement.publication USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX publication_number_key ON enforcement.publication USING btree (district, number);
CREATE INDEX publication_open_geom ON enforcement.publication USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX publication_open_place ON enforcement.publication USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['withdrawn'::text, 'exempt'::text]));
CREATE INDEX publication_parent ON enforcement.publication USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.publication force row level security;
create policy district_border on enforcement.publication for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.publication to cityloop_app;

create table enforcement.rail_check (
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
  project uuid not null,
  co_officer uuid not null,
  metro text not null,
  findings text not null,
  outcome text not null,
  photos uuid[] not null,
  campaign uuid,
  zone text,
  recheck text,
  constraint rail_check_pkey PRIMARY KEY (district, id),
  constraint rail_check_outcome_choice CHECK ((outcome = ANY (ARRAY['pass'::text, 'guided'::text, 'stopped'::text, 'filed'::text])))
);
comment on table enforcement.rail_check is '轨道保护区联合检查';
CREATE INDEX rail_check_by_due ON enforcement.rail_check USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX rail_check_client_key ON enforcement.rail_check USING btree (district, client_key);
CREATE INDEX rail_check_closed_geom ON enforcement.rail_check USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX rail_check_created ON enforcement.rail_check USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX rail_check_number_key ON enforcement.rail_check USING btree (district, number);
CREATE INDEX rail_check_open_geom ON enforcement.rail_check USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX rail_check_open_place ON enforcement.rail_check USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX rail_check_parent ON enforcement.rail_check USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.rail_check force row level security;
create policy district_border on enforcement.rail_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.rail_check to cityloop_app;

create table enforcement.rail_project (
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
  builder uuid not null,
  work text not null,
  is_agreed boolean not null,
  starts_on date not null,
  ends_on date,
  constraint rail_project_pkey PRIMARY KEY (district, id),
  constraint rail_project_work_choice CHECK ((work = ANY (ARRAY['pit'::text, 'pile'::text, 'pipe'::text, 'load'::text, 'other'::text])))
);
comment on table enforcement.rail_project is '保护区内建设项目';
CREATE INDEX rail_project_area ON enforcement.rail_project USING btree (district, area_code);
CREATE INDEX rail_project_geom ON enforcement.rail_project USING gist (geom);
CREATE UNIQUE INDEX rail_project_name_key ON enforcement.rail_project USING btree (district, name) WHERE (retired_at IS NULL);
alter table enforcement.rail_project force row level security;
create policy district_border on enforcement.rail_project for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.rail_project to cityloop_app;

create table enforcement.rail_zone (
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
  company text not null,
  published_on date not null,
  constraint rail_zone_pkey PRIMARY KEY (district, id),
  constraint rail_zone_kind_choice CHECK ((kind = ANY (ARRAY['control'::text, 'special'::text])))
);
comment on table enforcement.rail_zone is '轨道控制保护区';
CREATE INDEX rail_zone_area ON enforcement.rail_zone USING btree (district, area_code);
CREATE INDEX rail_zone_geom ON enforcement.rail_zone USING gist (geom);
CREATE UNIQUE INDEX rail_zone_name_key ON enforcement.rail_zone USING btree (district, name) WHERE (retired_at IS NULL);
alter table enforcement.rail_zone force row level security;
create policy district_border on enforcement.rail_zone for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.rail_zone to cityloop_app;

create table enforcement.record_rule (
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
  step text not null,
  topic text,
  needs_text boolean not null,
  needs_media boolean not null,
  basis text not null,
  valid_from date not null,
  valid_to date,
  sure text not null,
  constraint record_rule_pkey PRIMARY KEY (district, id),
  constraint record_rule_step_choice CHECK ((step = ANY (ARRAY['showId'::text, 'investigate'::text, 'seize'::text, 'notify'::text, 'hear'::text, 'decide'::text, 'serve'::text, 'force'::text]))),
  constraint record_rule_sure_choice CHECK ((sure = ANY (ARRAY['verified'::text, 'secondary'::text, 'memory'::text, 'example'::text]))),
  constraint record_rule_topic_choice CHECK ((topic = ANY (ARRAY['muck'::text, 'posting'::text, 'frontage'::text, 'sorting'::text, 'foodWaste'::text, 'burning'::text, 'barbecue'::text, 'greening'::text, 'obstacle'::text, 'compound'::text, 'rail'::text, 'revenue'::text, 'building'::text, 'occupation'::text, 'advertising'::text, 'noise'::text, 'dust'::text, 'gas'::text, 'drainage'::text, 'road'::text, 'other'::text])))
);
comment on table enforcement.record_rule is '全过程记录事项';
CREATE INDEX record_rule_area ON enforcement.record_rule USING btree (district, area_code);
alter table enforcement.record_rule force row level security;
create policy district_border on enforcement.record_rule for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.record_rule to cityloop_app;

create table enforcement.region_meeting (
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
  agreement uuid not null,
  topic text not null,
  attendees jsonb not null,
  decisions text not null,
  constraint region_meeting_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.region_meeting is 'append-only: 跨区域协作会商';
CREATE INDEX region_meeting_at ON enforcement.region_meeting USING btree (district, at DESC);
alter table enforcement.region_meeting force row level security;
create policy district_border on enforcement.region_meeting for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on enforcement.region_meeting to cityloop_app;

create table enforcement.remedy (
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
  penalty uuid not null,
  kind text not null,
  organ text not null,
  filed_on date not null,
  matter text not null,
  result text,
  result_on date,
  fine_fen integer,
  note text,
  decide_due_at timestamp with time zone,
  constraint remedy_pkey PRIMARY KEY (district, id),
  constraint remedy_kind_choice CHECK ((kind = ANY (ARRAY['review'::text, 'suit'::text]))),
  constraint remedy_result_choice CHECK ((result = ANY (ARRAY['upheld'::text, 'changed'::text, 'revoked'::text, 'withdrawn'::text])))
);
comment on table enforcement.remedy is '复议与诉讼';
CREATE INDEX remedy_by_due ON enforcement.remedy USING btree (district, due_at) WHERE (status <> ALL (ARRAY['concluded'::text]));
CREATE UNIQUE INDEX remedy_client_key ON enforcement.remedy USING btree (district, client_key);
CREATE INDEX remedy_closed_geom ON enforcement.remedy USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX remedy_created ON enforcement.remedy USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX remedy_number_key ON enforcement.remedy USING btree (district, number);
CREATE INDEX remedy_open_geom ON enforcement.remedy USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX remedy_open_place ON enforcement.remedy USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['concluded'::text]));
CREATE INDEX remedy_parent ON enforcement.remedy USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.remedy force row level security;
create policy district_border on enforcement.remedy for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.remedy to cityloop_app;

create table enforcement.revenue_check (
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
  compound uuid not null,
  batch text not null,
  property text not null,
  households integer not null,
  year_from integer not null,
  year_to integer not null,
  is_published text not null,
  found_fen integer not null,
  findings text not null,
  campaign uuid,
  returned_fen integer not null,
  vouchers text,
  photos uuid[],
  constraint revenue_check_pkey PRIMARY KEY (district, id),
  constraint revenue_check_is_published_choice CHECK ((is_published = ANY (ARRAY['yes'::text, 'no'::text])))
);
comment on table enforcement.revenue_check is '业主公共收益检查';
CREATE INDEX revenue_check_by_due ON enforcement.revenue_check USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text]));
CREATE UNIQUE INDEX revenue_check_client_key ON enforcement.revenue_check USING btree (district, client_key);
CREATE INDEX revenue_check_closed_geom ON enforcement.revenue_check USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE UNIQUE INDEX revenue_check_compound_batch_key ON enforcement.revenue_check USING btree (district, compound, batch);
CREATE INDEX revenue_check_created ON enforcement.revenue_check USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX revenue_check_number_key ON enforcement.revenue_check USING btree (district, number);
CREATE INDEX revenue_check_open_geom ON enforcement.revenue_check USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX revenue_check_open_place ON enforcement.revenue_check USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text]));
CREATE INDEX revenue_check_parent ON enforcement.revenue_check USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.revenue_check force row level security;
create policy district_border on enforcement.revenue_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.revenue_check to cityloop_app;

create table enforcement.seizure (
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
  penalty uuid not null,
  kind text not null,
  items text not null,
  basis text not null,
  is_urgent boolean,
  days integer not null,
  seize_due_at timestamp with time zone,
  result text,
  note text,
  constraint seizure_pkey PRIMARY KEY (district, id),
  constraint seizure_kind_choice CHECK ((kind = ANY (ARRAY['seal'::text, 'detain'::text]))),
  constraint seizure_result_choice CHECK ((result = ANY (ARRAY['release'::text, 'confiscate'::text, 'transfer'::text, 'destroy'::text])))
);
comment on table enforcement.seizure is '查封扣押';
CREATE INDEX seizure_by_due ON enforcement.seizure USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text, 'refused'::text]));
CREATE UNIQUE INDEX seizure_client_key ON enforcement.seizure USING btree (district, client_key);
CREATE INDEX seizure_closed_geom ON enforcement.seizure USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX seizure_created ON enforcement.seizure USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX seizure_number_key ON enforcement.seizure USING btree (district, number);
CREATE INDEX seizure_open_geom ON enforcement.seizure USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX seizure_open_place ON enforcement.seizure USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text, 'refused'::text]));
CREATE INDEX seizure_parent ON enforcement.seizure USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.seizure force row level security;
create policy district_border on enforcement.seizure for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.seizure to cityloop_app;

create table enforcement.sorting_check (
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
  link text not null,
  place text not null,
  party uuid not null,
  co_officer uuid not null,
  address text not null,
  outcome text not null,
  findings text not null,
  law_code text,
  photos uuid[] not null,
  campaign uuid,
  recheck text,
  constraint sorting_check_pkey PRIMARY KEY (district, id),
  constraint sorting_check_link_choice CHECK ((link = ANY (ARRAY['drop'::text, 'collect'::text, 'haul'::text, 'treat'::text]))),
  constraint sorting_check_outcome_choice CHECK ((outcome = ANY (ARRAY['pass'::text, 'educated'::text, 'guided'::text, 'ordered'::text, 'filed'::text]))),
  constraint sorting_check_place_choice CHECK ((place = ANY (ARRAY['compound'::text, 'unit'::text, 'shop'::text, 'vehicle'::text, 'plant'::text])))
);
comment on table enforcement.sorting_check is '以法促分检查';
CREATE INDEX sorting_check_by_due ON enforcement.sorting_check USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX sorting_check_client_key ON enforcement.sorting_check USING btree (district, client_key);
CREATE INDEX sorting_check_closed_geom ON enforcement.sorting_check USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX sorting_check_created ON enforcement.sorting_check USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX sorting_check_number_key ON enforcement.sorting_check USING btree (district, number);
CREATE INDEX sorting_check_open_geom ON enforcement.sorting_check USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX sorting_check_open_place ON enforcement.sorting_check USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX sorting_check_parent ON enforcement.sorting_check USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.sorting_check force row level security;
create policy district_border on enforcement.sorting_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.sorting_check to cityloop_app;

create table enforcement.squad (
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
  kind text not null,
  unit uuid not null,
  leader uuid,
  star integer,
  formed_on date not null,
  constraint squad_pkey PRIMARY KEY (district, id),
  constraint squad_kind_choice CHECK ((kind = ANY (ARRAY['team'::text, 'quick'::text])))
);
comment on table enforcement.squad is '执法中队、快速行动队';
CREATE INDEX squad_area ON enforcement.squad USING btree (district, area_code);
CREATE UNIQUE INDEX squad_name_key ON enforcement.squad USING btree (district, name) WHERE (retired_at IS NULL);
alter table enforcement.squad force row level security;
create policy district_border on enforcement.squad for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.squad to cityloop_app;

create table enforcement.squad_call (
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
  matter text not null,
  address text not null,
  squad uuid,
  minutes integer,
  result text,
  is_solved boolean,
  arrive_due_at timestamp with time zone,
  arrived_at timestamp with time zone,
  constraint squad_call_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.squad_call is '快速行动队出动';
CREATE INDEX squad_call_by_due ON enforcement.squad_call USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX squad_call_client_key ON enforcement.squad_call USING btree (district, client_key);
CREATE INDEX squad_call_closed_geom ON enforcement.squad_call USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX squad_call_created ON enforcement.squad_call USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX squad_call_number_key ON enforcement.squad_call USING btree (district, number);
CREATE INDEX squad_call_open_geom ON enforcement.squad_call USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX squad_call_open_place ON enforcement.squad_call USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX squad_call_parent ON enforcement.squad_call USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.squad_call force row level security;
create policy district_border on enforcement.squad_call for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.squad_call to cityloop_app;

create table enforcement.squad_member (
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
  squad uuid not null,
  person uuid not null,
  joined_on date not null,
  constraint squad_member_pkey PRIMARY KEY (district, id)
);
comment on table enforcement.squad_member is '队伍成员';
CREATE INDEX squad_member_area ON enforcement.squad_member USING btree (district, area_code);
CREATE UNIQUE INDEX squad_member_squad_person_key ON enforcement.squad_member USING btree (district, squad, person) WHERE (retired_at IS NULL);
alter table enforcement.squad_member force row level security;
create policy district_border on enforcement.squad_member for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.squad_member to cityloop_app;

create table enforcement.squad_place (
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
  squad uuid not null,
  kind text not null,
  place text not null,
  name text not null,
  constraint squad_place_pkey PRIMARY KEY (district, id),
  constraint squad_place_kind_choice CHECK ((kind = ANY (ARRAY['cell'::text, 'point'::text])))
);
comment on table enforcement.squad_place is '队伍覆盖网格、点位';
CREATE INDEX squad_place_area ON enforcement.squad_place USING btree (district, area_code);
CREATE UNIQUE INDEX squad_place_squad_kind_place_key ON enforcement.squad_place USING btree (district, squad, kind, place) WHERE (retired_at IS NULL);
alter table enforcement.squad_place force row level security;
create policy district_border on enforcement.squad_place for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.squad_place to cityloop_app;

create table enforcement.supervision (
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
  weakness text not null,
  penalty uuid,
  unit uuid,
  finding text not null,
  reply text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  back_count integer not null,
  constraint supervision_pkey PRIMARY KEY (district, id),
  constraint supervision_weakness_choice CHECK ((weakness = ANY (ARRAY['overdue'::text, 'step'::text, 'reviewedBack'::text, 'publicity'::text, 'record'::text, 'key'::text, 'other'::text])))
);
comment on table enforcement.supervision is '执法督导';
CREATE INDEX supervision_by_due ON enforcement.supervision USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text]));
CREATE UNIQUE INDEX supervision_client_key ON enforcement.supervision USING btree (district, client_key);
CREATE INDEX supervision_closed_geom ON enforcement.supervision USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX supervision_created ON enforcement.supervision USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX supervision_number_key ON enforcement.supervision USING btree (district, number);
CREATE INDEX supervision_open_geom ON enforcement.supervision USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX supervision_open_place ON enforcement.supervision USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text]));
CREATE INDEX supervision_parent ON enforcement.supervision USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.supervision force row level security;
create policy district_border on enforcement.supervision for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.supervision to cityloop_app;

create table enforcement.supervision_item (
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
  topic text not null,
  basis text not null,
  constraint supervision_item_pkey PRIMARY KEY (district, id),
  constraint supervision_item_topic_choice CHECK ((topic = ANY (ARRAY['muck'::text, 'posting'::text, 'frontage'::text, 'sorting'::text, 'foodWaste'::text, 'burning'::text, 'barbecue'::text, 'greening'::text, 'obstacle'::text, 'compound'::text, 'rail'::text, 'revenue'::text, 'building'::text, 'occupation'::text, 'advertising'::text, 'noise'::text, 'dust'::text, 'gas'::text, 'drainage'::text, 'road'::text, 'other'::text])))
);
comment on table enforcement.supervision_item is '监管事项目录';
CREATE INDEX supervision_item_area ON enforcement.supervision_item USING btree (district, area_code);
CREATE UNIQUE INDEX supervision_item_code_key ON enforcement.supervision_item USING btree (district, code) WHERE (retired_at IS NULL);
alter table enforcement.supervision_item force row level security;
create policy district_border on enforcement.supervision_item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.supervision_item to cityloop_app;

create table enforcement.training (
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
  partner text not null,
  teacher text not null,
  held_on date not null,
  hours numeric not null,
  attended integer not null,
  constraint training_pkey PRIMARY KEY (district, id),
  constraint training_kind_choice CHECK ((kind = ANY (ARRAY['law'::text, 'joint'::text, 'entry'::text, 'refresher'::text])))
);
comment on table enforcement.training is '普法与执法培训';
CREATE INDEX training_by_due ON enforcement.training USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX training_client_key ON enforcement.training USING btree (district, client_key);
CREATE INDEX training_closed_geom ON enforcement.training USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX training_created ON enforcement.training USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX training_number_key ON enforcement.training USING btree (district, number);
CREATE INDEX training_open_geom ON enforcement.training USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX training_open_place ON enforcement.training USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX training_parent ON enforcement.training USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table enforcement.training force row level security;
create policy district_border on enforcement.training for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on enforcement.training to cityloop_app;

create table evaluation.analysis (
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
  quarter integer not null,
  level text not null,
  team text not null,
  name text,
  rounds integer,
  sheets integer,
  alpha numeric,
  is_reliable boolean,
  items jsonb,
  weak jsonb,
  weak_count integer,
  report text,
  advices jsonb,
  reviewer uuid,
  decisions jsonb,
  change_count integer,
  constraint analysis_pkey PRIMARY KEY (district, id),
  constraint analysis_level_choice CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'town'::text])))
);
comment on table evaluation.analysis is '考核数据季度分析';
CREATE INDEX analysis_by_due ON evaluation.analysis USING btree (district, due_at) WHERE (status <> ALL (ARRAY['decided'::text]));
CREATE UNIQUE INDEX analysis_client_key ON evaluation.analysis USING btree (district, client_key);
CREATE INDEX analysis_closed_geom ON evaluation.analysis USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX analysis_created ON evaluation.analysis USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX analysis_number_key ON evaluation.analysis USING btree (district, number);
CREATE INDEX analysis_open_geom ON evaluation.analysis USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX analysis_open_place ON evaluation.analysis USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['decided'::text]));
CREATE INDEX analysis_parent ON evaluation.analysis USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX analysis_year_quarter_level_key ON evaluation.analysis USING btree (district, year, quarter, level);
alter table evaluation.analysis force row level security;
create policy district_border on evaluation.analysis for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.analysis to cityloop_app;

create table evaluation.appeal (
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
  round uuid not null,
  street text not null,
  item_code text not null,
  reason text not null,
  evidence uuid[] not null,
  item_name text,
  old_score numeric,
  full_ numeric,
  new_score numeric,
  decision text,
  filed_by uuid,
  decided_by uuid,
  decided_at timestamp with time zone,
  computed_by uuid,
  constraint appeal_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.appeal is '考核申诉';
CREATE INDEX appeal_by_due ON evaluation.appeal USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'upheld'::text]));
CREATE UNIQUE INDEX appeal_client_key ON evaluation.appeal USING btree (district, client_key);
CREATE INDEX appeal_closed_geom ON evaluation.appeal USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX appeal_created ON evaluation.appeal USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX appeal_number_key ON evaluation.appeal USING btree (district, number);
CREATE INDEX appeal_open_geom ON evaluation.appeal USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX appeal_open_place ON evaluation.appeal USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'upheld'::text]));
CREATE INDEX appeal_parent ON evaluation.appeal USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX appeal_round_street_item_code_key ON evaluation.appeal USING btree (district, round, street, item_code);
alter table evaluation.appeal force row level security;
create policy district_border on evaluation.appeal for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.appeal to cityloop_app;

create table evaluation.campaign (
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
  titles text[] not null,
  start_on date not null,
  days integer not null,
  end_on date,
  force_count integer,
  task_count integer,
  done_rate numeric,
  summary text,
  outcome text,
  constraint campaign_pkey PRIMARY KEY (district, id),
  constraint campaign_outcome_choice CHECK ((outcome = ANY (ARRAY['done'::text, 'late'::text])))
);
comment on table evaluation.campaign is '同创攻坚行动';
CREATE INDEX campaign_by_due ON evaluation.campaign USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX campaign_client_key ON evaluation.campaign USING btree (district, client_key);
CREATE INDEX campaign_closed_geom ON evaluation.campaign USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX campaign_created ON evaluation.campaign USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX campaign_number_key ON evaluation.campaign USING btree (district, number);
CREATE INDEX campaign_open_geom ON evaluation.campaign USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX campaign_open_place ON evaluation.campaign USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX campaign_parent ON evaluation.campaign USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.campaign force row level security;
create policy district_border on evaluation.campaign for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.campaign to cityloop_app;

create table evaluation.check (
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
  topic text not null,
  name text not null,
  mode text not null,
  from_on date not null,
  to_on date not null,
  per_street integer,
  is_mock boolean,
  is_unannounced boolean,
  items jsonb,
  items_hash text,
  seed text,
  population integer,
  population_hash text,
  drawn jsonb,
  drawn_count integer,
  report text,
  material text,
  constraint check_pkey PRIMARY KEY (district, id),
  constraint check_mode_choice CHECK ((mode = ANY (ARRAY['sample'::text, 'all'::text, 'self'::text]))),
  constraint check_topic_choice CHECK ((topic = ANY (ARRAY['longterm'::text, 'road'::text, 'toilet'::text, 'transfer'::text, 'kitchen'::text, 'mixed'::text, 'compound'::text, 'terminal'::text, 'greening'::text, 'tree'::text, 'civilized'::text, 'static'::text, 'ruralSort'::text, 'ruralCollect'::text, 'ruralClean'::text])))
);
comment on table evaluation.check is '检查轮次';
CREATE INDEX check_by_due ON evaluation."check" USING btree (district, due_at) WHERE (status <> ALL (ARRAY['concluded'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX check_client_key ON evaluation."check" USING btree (district, client_key);
CREATE INDEX check_closed_geom ON evaluation."check" USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX check_created ON evaluation."check" USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX check_number_key ON evaluation."check" USING btree (district, number);
CREATE INDEX check_open_geom ON evaluation."check" USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX check_open_place ON evaluation."check" USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['concluded'::text, 'cancelled'::text]));
CREATE INDEX check_parent ON evaluation."check" USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.check force row level security;
create policy district_border on evaluation.check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.check to cityloop_app;

create table evaluation.check_item (
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
  topic text not null,
  code text not null,
  name text not null,
  full_ numeric not null,
  deduction numeric not null,
  clause text not null,
  fix_days integer not null,
  valid_from date not null,
  valid_to date,
  constraint check_item_pkey PRIMARY KEY (district, id),
  constraint check_item_topic_choice CHECK ((topic = ANY (ARRAY['longterm'::text, 'road'::text, 'toilet'::text, 'transfer'::text, 'kitchen'::text, 'mixed'::text, 'compound'::text, 'terminal'::text, 'greening'::text, 'tree'::text, 'civilized'::text, 'static'::text, 'ruralSort'::text, 'ruralCollect'::text, 'ruralClean'::text])))
);
comment on table evaluation.check_item is '检查细则';
CREATE INDEX check_item_area ON evaluation.check_item USING btree (district, area_code);
CREATE UNIQUE INDEX check_item_topic_code_valid_from_key ON evaluation.check_item USING btree (district, topic, code, valid_from) WHERE (retired_at IS NULL);
alter table evaluation.check_item force row level security;
create policy district_border on evaluation.check_item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.check_item to cityloop_app;

create table evaluation.criterion (
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
  table_ text not null,
  code text not null,
  item text not null,
  full_ numeric not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  constraint criterion_pkey PRIMARY KEY (district, id),
  constraint criterion_table_choice CHECK ((table_ = ANY (ARRAY['fineStreetDistrict'::text, 'fineStreetStreet'::text, 'modelRoad'::text, 'fineLane'::text])))
);
comment on table evaluation.criterion is '验收评分表';
CREATE INDEX criterion_area ON evaluation.criterion USING btree (district, area_code);
CREATE UNIQUE INDEX criterion_table_code_valid_from_key ON evaluation.criterion USING btree (district, table_, code, valid_from) WHERE (retired_at IS NULL);
alter table evaluation.criterion force row level security;
create policy district_border on evaluation.criterion for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.criterion to cityloop_app;

create table evaluation.deduction (
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
  check_ uuid not null,
  topic text not null,
  operator text not null,
  score numeric not null,
  line numeric not null,
  amount_fen integer not null,
  bill text,
  signed_by uuid,
  deducted_on date,
  constraint deduction_pkey PRIMARY KEY (district, id),
  constraint deduction_topic_choice CHECK ((topic = ANY (ARRAY['longterm'::text, 'road'::text, 'toilet'::text, 'transfer'::text, 'kitchen'::text, 'mixed'::text, 'compound'::text, 'terminal'::text, 'greening'::text, 'tree'::text, 'civilized'::text, 'static'::text, 'ruralSort'::text, 'ruralCollect'::text, 'ruralClean'::text])))
);
comment on table evaluation.deduction is '作业费扣减';
CREATE INDEX deduction_by_due ON evaluation.deduction USING btree (district, due_at) WHERE (status <> ALL (ARRAY['deducted'::text]));
CREATE UNIQUE INDEX deduction_client_key ON evaluation.deduction USING btree (district, client_key);
CREATE INDEX deduction_closed_geom ON evaluation.deduction USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX deduction_created ON evaluation.deduction USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX deduction_number_key ON evaluation.deduction USING btree (district, number);
CREATE INDEX deduction_open_geom ON evaluation.deduction USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX deduction_open_place ON evaluation.deduction USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['deducted'::text]));
CREATE INDEX deduction_parent ON evaluation.deduction USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.deduction force row level security;
create policy district_border on evaluation.deduction for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.deduction to cityloop_app;

create table evaluation.dust_limit (
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
  road_class text not null,
  limit_ numeric not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  constraint dust_limit_pkey PRIMARY KEY (district, id),
  constraint dust_limit_positive CHECK ((limit_ > (0)::numeric)),
  constraint dust_limit_road_class_choice CHECK ((road_class = ANY (ARRAY['trunk'::text, 'secondary'::text, 'branch'::text, 'lane'::text])))
);
comment on table evaluation.dust_limit is '道路尘量限值';
CREATE INDEX dust_limit_area ON evaluation.dust_limit USING btree (district, area_code);
CREATE UNIQUE INDEX dust_limit_road_class_valid_from_key ON evaluation.dust_limit USING btree (district, road_class, valid_from) WHERE (retired_at IS NULL);
alter table evaluation.dust_limit force row level security;
create policy district_border on evaluation.dust_limit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.dust_limit to cityloop_app;

create table evaluation.dust_sample (
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
  street text not null,
  road_class text not null,
  plan_on date not null,
  limit_ numeric,
  reading numeric,
  device text,
  is_passed boolean,
  measured_at timestamp with time zone,
  planned_at timestamp with time zone,
  photos uuid[],
  constraint dust_sample_pkey PRIMARY KEY (district, id),
  constraint dust_sample_road_class_choice CHECK ((road_class = ANY (ARRAY['trunk'::text, 'secondary'::text, 'branch'::text, 'lane'::text])))
);
comment on table evaluation.dust_sample is '道路尘量检测';
CREATE INDEX dust_sample_by_due ON evaluation.dust_sample USING btree (district, due_at) WHERE (status <> ALL (ARRAY['measured'::text, 'missed'::text]));
CREATE UNIQUE INDEX dust_sample_client_key ON evaluation.dust_sample USING btree (district, client_key);
CREATE INDEX dust_sample_closed_geom ON evaluation.dust_sample USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX dust_sample_created ON evaluation.dust_sample USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX dust_sample_number_key ON evaluation.dust_sample USING btree (district, number);
CREATE INDEX dust_sample_open_geom ON evaluation.dust_sample USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX dust_sample_open_place ON evaluation.dust_sample USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['measured'::text, 'missed'::text]));
CREATE INDEX dust_sample_parent ON evaluation.dust_sample USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX dust_sample_road_plan_on_key ON evaluation.dust_sample USING btree (district, road, plan_on);
alter table evaluation.dust_sample force row level security;
create policy district_border on evaluation.dust_sample for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.dust_sample to cityloop_app;

create table evaluation.exposure (
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
  street text not null,
  kind text not null,
  value numeric not null,
  as_of date not null,
  source text not null,
  constraint exposure_pkey PRIMARY KEY (district, id),
  constraint exposure_kind_choice CHECK ((kind = ANY (ARRAY['none'::text, 'roadKm'::text, 'population'::text, 'areaKm2'::text, 'shops'::text]))),
  constraint exposure_positive CHECK ((value > (0)::numeric))
);
comment on table evaluation.exposure is '街道规模(折算用)';
CREATE INDEX exposure_area ON evaluation.exposure USING btree (district, area_code);
CREATE UNIQUE INDEX exposure_street_kind_as_of_key ON evaluation.exposure USING btree (district, street, kind, as_of) WHERE (retired_at IS NULL);
alter table evaluation.exposure force row level security;
create policy district_border on evaluation.exposure for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.exposure to cityloop_app;

create table evaluation.finding (
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
  check_ uuid not null,
  inspection uuid not null,
  point_name text not null,
  topic text not null,
  street text not null,
  keeper uuid,
  item text not null,
  clause text not null,
  count integer not null,
  deduction numeric not null,
  note text not null,
  photos uuid[] not null,
  fix_photos uuid[],
  fix_note text,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  constraint finding_pkey PRIMARY KEY (district, id),
  constraint finding_topic_choice CHECK ((topic = ANY (ARRAY['longterm'::text, 'road'::text, 'toilet'::text, 'transfer'::text, 'kitchen'::text, 'mixed'::text, 'compound'::text, 'terminal'::text, 'greening'::text, 'tree'::text, 'civilized'::text, 'static'::text, 'ruralSort'::text, 'ruralCollect'::text, 'ruralClean'::text])))
);
comment on table evaluation.finding is '考评案卷(检查发现问题)';
CREATE INDEX finding_by_due ON evaluation.finding USING btree (district, due_at) WHERE (status <> ALL (ARRAY['verified'::text, 'void'::text]));
CREATE UNIQUE INDEX finding_client_key ON evaluation.finding USING btree (district, client_key);
CREATE INDEX finding_closed_geom ON evaluation.finding USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX finding_created ON evaluation.finding USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX finding_number_key ON evaluation.finding USING btree (district, number);
CREATE INDEX finding_open_geom ON evaluation.finding USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX finding_open_place ON evaluation.finding USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['verified'::text, 'void'::text]));
CREATE INDEX finding_parent ON evaluation.finding USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.finding force row level security;
create policy district_border on evaluation.finding for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.finding to cityloop_app;

create table evaluation.fine_lane (
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
  plan text not null,
  items jsonb,
  lines jsonb,
  score numeric,
  accepted_on date,
  care_plan text,
  keeper text,
  fine_since date,
  rechecks integer,
  removed_on date,
  constraint fine_lane_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.fine_lane is '精品街巷';
CREATE INDEX fine_lane_by_due ON evaluation.fine_lane USING btree (district, due_at) WHERE (status <> ALL (ARRAY['plain'::text, 'failed'::text, 'removed'::text]));
CREATE UNIQUE INDEX fine_lane_client_key ON evaluation.fine_lane USING btree (district, client_key);
CREATE INDEX fine_lane_closed_geom ON evaluation.fine_lane USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX fine_lane_created ON evaluation.fine_lane USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX fine_lane_name_key ON evaluation.fine_lane USING btree (district, name);
CREATE UNIQUE INDEX fine_lane_number_key ON evaluation.fine_lane USING btree (district, number);
CREATE INDEX fine_lane_open_geom ON evaluation.fine_lane USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX fine_lane_open_place ON evaluation.fine_lane USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['plain'::text, 'failed'::text, 'removed'::text]));
CREATE INDEX fine_lane_parent ON evaluation.fine_lane USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.fine_lane force row level security;
create policy district_border on evaluation.fine_lane for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.fine_lane to cityloop_app;

create table evaluation.fine_street (
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
  plan text not null,
  street_items jsonb,
  district_items jsonb,
  street_lines jsonb,
  district_lines jsonb,
  street_score numeric,
  district_score numeric,
  scene_photos uuid[],
  accepted_on date,
  constraint fine_street_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.fine_street is '精品街道建设验收';
CREATE INDEX fine_street_by_due ON evaluation.fine_street USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'failed'::text]));
CREATE UNIQUE INDEX fine_street_client_key ON evaluation.fine_street USING btree (district, client_key);
CREATE INDEX fine_street_closed_geom ON evaluation.fine_street USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX fine_street_created ON evaluation.fine_street USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX fine_street_name_key ON evaluation.fine_street USING btree (district, name);
CREATE UNIQUE INDEX fine_street_number_key ON evaluation.fine_street USING btree (district, number);
CREATE INDEX fine_street_open_geom ON evaluation.fine_street USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX fine_street_open_place ON evaluation.fine_street USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'failed'::text]));
CREATE INDEX fine_street_parent ON evaluation.fine_street USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.fine_street force row level security;
create policy district_border on evaluation.fine_street for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.fine_street to cityloop_app;

create table evaluation.flyer_count (
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
  kind text not null,
  metres numeric not null,
  flyers integer not null,
  is_unannounced boolean not null,
  photos uuid[] not null,
  constraint flyer_count_pkey PRIMARY KEY (district, id),
  constraint flyer_count_kind_choice CHECK ((kind = ANY (ARRAY['compound'::text, 'lane'::text])))
);
comment on table evaluation.flyer_count is 'append-only: 小广告暗访';
CREATE INDEX flyer_count_at ON evaluation.flyer_count USING btree (district, at DESC);
alter table evaluation.flyer_count force row level security;
create policy district_border on evaluation.flyer_count for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on evaluation.flyer_count to cityloop_app;

create table evaluation.frame (
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
  street text not null,
  address text not null,
  constraint frame_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.frame is '满意度调查抽样框';
CREATE UNIQUE INDEX frame_address_key ON evaluation.frame USING btree (district, address) WHERE (retired_at IS NULL);
CREATE INDEX frame_area ON evaluation.frame USING btree (district, area_code);
alter table evaluation.frame force row level security;
create policy district_border on evaluation.frame for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.frame to cityloop_app;

create table evaluation.fund (
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
  round uuid not null,
  rule text not null,
  table_ text,
  pot_fen integer not null,
  shares jsonb,
  total_fen integer,
  proposed_by uuid,
  signed_by uuid,
  constraint fund_pkey PRIMARY KEY (district, id),
  constraint fund_rule_choice CHECK ((rule = ANY (ARRAY['score'::text, 'class'::text, 'table'::text])))
);
comment on table evaluation.fund is '考核奖补资金';
CREATE INDEX fund_by_due ON evaluation.fund USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'dropped'::text]));
CREATE UNIQUE INDEX fund_client_key ON evaluation.fund USING btree (district, client_key);
CREATE INDEX fund_closed_geom ON evaluation.fund USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX fund_created ON evaluation.fund USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX fund_number_key ON evaluation.fund USING btree (district, number);
CREATE INDEX fund_open_geom ON evaluation.fund USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX fund_open_place ON evaluation.fund USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'dropped'::text]));
CREATE INDEX fund_parent ON evaluation.fund USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.fund force row level security;
create policy district_border on evaluation.fund for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.fund to cityloop_app;

create table evaluation.grant (
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
  fund uuid not null,
  street text not null,
  name text not null,
  amount_fen integer not null,
  measure text,
  basis text not null,
  voucher text,
  paid_on date,
  paid_fen integer,
  constraint grant_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.grant is '奖补资金兑付';
CREATE INDEX grant_by_due ON evaluation."grant" USING btree (district, due_at) WHERE (status <> ALL (ARRAY['paid'::text]));
CREATE UNIQUE INDEX grant_client_key ON evaluation."grant" USING btree (district, client_key);
CREATE INDEX grant_closed_geom ON evaluation."grant" USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX grant_created ON evaluation."grant" USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX grant_number_key ON evaluation."grant" USING btree (district, number);
CREATE INDEX grant_open_geom ON evaluation."grant" USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX grant_open_place ON evaluation."grant" USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['paid'::text]));
CREATE INDEX grant_parent ON evaluation."grant" USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.grant force row level security;
create policy district_border on evaluation.grant for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.grant to cityloop_app;

create table evaluation.honour (
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
  grantor text not null,
  holder text not null,
  granted_on date not null,
  document text not null,
  is_moving boolean,
  held_until date,
  ended_at timestamp with time zone,
  reason text,
  next_holder text,
  constraint honour_pkey PRIMARY KEY (district, id),
  constraint honour_level_choice CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'city'::text, 'county'::text])))
);
comment on table evaluation.honour is '荣誉表彰与流动红旗';
CREATE INDEX honour_by_due ON evaluation.honour USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text, 'revoked'::text]));
CREATE UNIQUE INDEX honour_client_key ON evaluation.honour USING btree (district, client_key);
CREATE INDEX honour_closed_geom ON evaluation.honour USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX honour_created ON evaluation.honour USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX honour_document_holder_name_key ON evaluation.honour USING btree (district, document, holder, name);
CREATE UNIQUE INDEX honour_number_key ON evaluation.honour USING btree (district, number);
CREATE INDEX honour_open_geom ON evaluation.honour USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX honour_open_place ON evaluation.honour USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text, 'revoked'::text]));
CREATE INDEX honour_parent ON evaluation.honour USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.honour force row level security;
create policy district_border on evaluation.honour for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.honour to cityloop_app;

create table evaluation.honour_roll (
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
  name text,
  results jsonb,
  honours jsonb,
  paragraph text,
  drafter uuid,
  issued_on date,
  constraint honour_roll_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.honour_roll is '年度荣誉与考评结果';
CREATE INDEX honour_roll_by_due ON evaluation.honour_roll USING btree (district, due_at) WHERE (status <> ALL (ARRAY['issued'::text]));
CREATE UNIQUE INDEX honour_roll_client_key ON evaluation.honour_roll USING btree (district, client_key);
CREATE INDEX honour_roll_closed_geom ON evaluation.honour_roll USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX honour_roll_created ON evaluation.honour_roll USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX honour_roll_number_key ON evaluation.honour_roll USING btree (district, number);
CREATE INDEX honour_roll_open_geom ON evaluation.honour_roll USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX honour_roll_open_place ON evaluation.honour_roll USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['issued'::text]));
CREATE INDEX honour_roll_parent ON evaluation.honour_roll USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX honour_roll_year_key ON evaluation.honour_roll USING btree (district, year);
alter table evaluation.honour_roll force row level security;
create policy district_border on evaluation.honour_roll for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.honour_roll to cityloop_app;

create table evaluation.inspection (
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
  check_ uuid not null,
  point uuid not null,
  point_name text not null,
  topic text not null,
  street text not null,
  keeper uuid,
  operator text,
  inspector uuid not null,
  is_mock boolean,
  planned_on date not null,
  items jsonb not null,
  found jsonb,
  scene_photos uuid[],
  deduction numeric,
  score numeric,
  is_passed boolean,
  inspected_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  constraint inspection_pkey PRIMARY KEY (district, id),
  constraint inspection_topic_choice CHECK ((topic = ANY (ARRAY['longterm'::text, 'road'::text, 'toilet'::text, 'transfer'::text, 'kitchen'::text, 'mixed'::text, 'compound'::text, 'terminal'::text, 'greening'::text, 'tree'::text, 'civilized'::text, 'static'::text, 'ruralSort'::text, 'ruralCollect'::text, 'ruralClean'::text])))
);
comment on table evaluation.inspection is '点位检查';
CREATE INDEX inspection_by_due ON evaluation.inspection USING btree (district, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text, 'void'::text]));
CREATE UNIQUE INDEX inspection_client_key ON evaluation.inspection USING btree (district, client_key);
CREATE INDEX inspection_closed_geom ON evaluation.inspection USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX inspection_created ON evaluation.inspection USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX inspection_number_key ON evaluation.inspection USING btree (district, number);
CREATE INDEX inspection_open_geom ON evaluation.inspection USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX inspection_open_place ON evaluation.inspection USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text, 'void'::text]));
CREATE INDEX inspection_parent ON evaluation.inspection USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.inspection force row level security;
create policy district_border on evaluation.inspection for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.inspection to cityloop_app;

create table evaluation.item (
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
  name text not null,
  kind text not null,
  full_ numeric not null,
  clause text not null,
  indicator text,
  scoring text,
  target numeric,
  zero_at numeric,
  bands text,
  is_fewer_better boolean,
  per_unit numeric,
  cap numeric,
  exposure text,
  merge_level text,
  constraint item_pkey PRIMARY KEY (district, id),
  constraint item_exposure_choice CHECK ((exposure = ANY (ARRAY['none'::text, 'roadKm'::text, 'population'::text, 'areaKm2'::text, 'shops'::text]))),
  constraint item_kind_choice CHECK ((kind = ANY (ARRAY['score'::text, 'merge'::text, 'deduct'::text, 'bonus'::text, 'veto'::text]))),
  constraint item_merge_level_choice CHECK ((merge_level = ANY (ARRAY['city'::text, 'district'::text, 'town'::text]))),
  constraint item_scoring_choice CHECK ((scoring = ANY (ARRAY['linear'::text, 'band'::text])))
);
comment on table evaluation.item is '考核项';
CREATE INDEX item_by_due ON evaluation.item USING btree (district, due_at) WHERE (status <> ALL (ARRAY['removed'::text]));
CREATE UNIQUE INDEX item_client_key ON evaluation.item USING btree (district, client_key);
CREATE INDEX item_closed_geom ON evaluation.item USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX item_created ON evaluation.item USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX item_number_key ON evaluation.item USING btree (district, number);
CREATE INDEX item_open_geom ON evaluation.item USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX item_open_place ON evaluation.item USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['removed'::text]));
CREATE INDEX item_parent ON evaluation.item USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.item force row level security;
create policy district_border on evaluation.item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.item to cityloop_app;

create table evaluation.local_scheme (
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
  year integer not null,
  document text not null,
  cycle text not null,
  classes text not null,
  sampling text not null,
  weights text not null,
  appeal text not null,
  reward text not null,
  publicity text not null,
  constraint local_scheme_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.local_scheme is '辖区考核办法库';
CREATE INDEX local_scheme_area ON evaluation.local_scheme USING btree (district, area_code);
CREATE UNIQUE INDEX local_scheme_area_year_key ON evaluation.local_scheme USING btree (district, area, year) WHERE (retired_at IS NULL);
alter table evaluation.local_scheme force row level security;
create policy district_border on evaluation.local_scheme for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.local_scheme to cityloop_app;

create table evaluation.model_road (
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
  plan text not null,
  level text not null,
  finish_on date,
  items jsonb,
  progress text,
  lines jsonb,
  score numeric,
  accepted_on date,
  subsidy_fen integer,
  voucher text,
  paid_on date,
  constraint model_road_pkey PRIMARY KEY (district, id),
  constraint model_road_level_choice CHECK ((level = ANY (ARRAY['district'::text, 'city'::text])))
);
comment on table evaluation.model_road is '示范路创建';
CREATE INDEX model_road_by_due ON evaluation.model_road USING btree (district, due_at) WHERE (status <> ALL (ARRAY['subsidised'::text, 'failed'::text, 'declined'::text]));
CREATE UNIQUE INDEX model_road_client_key ON evaluation.model_road USING btree (district, client_key);
CREATE INDEX model_road_closed_geom ON evaluation.model_road USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX model_road_created ON evaluation.model_road USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX model_road_name_level_key ON evaluation.model_road USING btree (district, name, level);
CREATE UNIQUE INDEX model_road_number_key ON evaluation.model_road USING btree (district, number);
CREATE INDEX model_road_open_geom ON evaluation.model_road USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX model_road_open_place ON evaluation.model_road USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['subsidised'::text, 'failed'::text, 'declined'::text]));
CREATE INDEX model_road_parent ON evaluation.model_road USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.model_road force row level security;
create policy district_border on evaluation.model_road for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.model_road to cityloop_app;

create table evaluation.multi (
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
  object text not null,
  street text not null,
  from_on date not null,
  to_on date not null,
  citizen_weight integer not null,
  expert_weight integer not null,
  data_weight integer not null,
  third_weight integer not null,
  indicator text,
  target numeric,
  zero_at numeric,
  citizen_score numeric,
  citizen_sample integer,
  expert_score numeric,
  experts jsonb,
  data_value numeric,
  data_score numeric,
  third_score numeric,
  score numeric,
  gap numeric,
  is_disputed boolean,
  review text,
  combined_by uuid,
  published_on date,
  constraint multi_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.multi is '多元评价(一网统管)';
CREATE INDEX multi_by_due ON evaluation.multi USING btree (district, due_at) WHERE (status <> ALL (ARRAY['published'::text]));
CREATE UNIQUE INDEX multi_client_key ON evaluation.multi USING btree (district, client_key);
CREATE INDEX multi_closed_geom ON evaluation.multi USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX multi_created ON evaluation.multi USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX multi_number_key ON evaluation.multi USING btree (district, number);
CREATE UNIQUE INDEX multi_object_street_to_on_key ON evaluation.multi USING btree (district, object, street, to_on);
CREATE INDEX multi_open_geom ON evaluation.multi USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX multi_open_place ON evaluation.multi USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['published'::text]));
CREATE INDEX multi_parent ON evaluation.multi USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.multi force row level security;
create policy district_border on evaluation.multi for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.multi to cityloop_app;

create table evaluation.object_grade (
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
  name text not null,
  grade text not null,
  sampling text not null,
  photos uuid[] not null,
  constraint object_grade_pkey PRIMARY KEY (district, id),
  constraint object_grade_grade_choice CHECK ((grade = ANY (ARRAY['excellent'::text, 'good'::text, 'middle'::text, 'poor'::text]))),
  constraint object_grade_kind_choice CHECK ((kind = ANY (ARRAY['road'::text, 'compound'::text])))
);
comment on table evaluation.object_grade is 'append-only: 整洁优良评级';
CREATE INDEX object_grade_at ON evaluation.object_grade USING btree (district, at DESC);
alter table evaluation.object_grade force row level security;
create policy district_border on evaluation.object_grade for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on evaluation.object_grade to cityloop_app;

create table evaluation.outer_result (
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
  name text not null,
  evaluator text not null,
  grade text not null,
  document text not null,
  published_on date not null,
  constraint outer_result_pkey PRIMARY KEY (district, id),
  constraint outer_result_grade_choice CHECK ((grade = ANY (ARRAY['excellent'::text, 'winner'::text, 'good'::text, 'pass'::text, 'fail'::text])))
);
comment on table evaluation.outer_result is '外部考评结果';
CREATE INDEX outer_result_area ON evaluation.outer_result USING btree (district, area_code);
CREATE UNIQUE INDEX outer_result_year_name_evaluator_key ON evaluation.outer_result USING btree (district, year, name, evaluator) WHERE (retired_at IS NULL);
alter table evaluation.outer_result force row level security;
create policy district_border on evaluation.outer_result for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.outer_result to cityloop_app;

create table evaluation.outside_rank (
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
  topic text not null,
  publisher text not null,
  period_on date not null,
  rank integer not null,
  peers integer not null,
  document text not null,
  constraint outside_rank_pkey PRIMARY KEY (district, id),
  constraint outside_rank_rank CHECK (((rank >= 1) AND (rank <= peers)))
);
comment on table evaluation.outside_rank is '上级排名';
CREATE INDEX outside_rank_area ON evaluation.outside_rank USING btree (district, area_code);
CREATE UNIQUE INDEX outside_rank_topic_period_on_publisher_key ON evaluation.outside_rank USING btree (district, topic, period_on, publisher) WHERE (retired_at IS NULL);
alter table evaluation.outside_rank force row level security;
create policy district_border on evaluation.outside_rank for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.outside_rank to cityloop_app;

create table evaluation.patrol_file (
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
  street text not null,
  fault text not null,
  note text not null,
  fix_days integer not null,
  photos uuid[] not null,
  fix_note text,
  fix_photos uuid[],
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  constraint patrol_file_pkey PRIMARY KEY (district, id),
  constraint patrol_file_fault_choice CHECK ((fault = ANY (ARRAY['bare'::text, 'dead'::text, 'pest'::text, 'litter'::text, 'damage'::text, 'occupied'::text])))
);
comment on table evaluation.patrol_file is '绿化巡查案卷';
CREATE INDEX patrol_file_by_due ON evaluation.patrol_file USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX patrol_file_client_key ON evaluation.patrol_file USING btree (district, client_key);
CREATE INDEX patrol_file_closed_geom ON evaluation.patrol_file USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX patrol_file_created ON evaluation.patrol_file USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX patrol_file_number_key ON evaluation.patrol_file USING btree (district, number);
CREATE INDEX patrol_file_open_geom ON evaluation.patrol_file USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX patrol_file_open_place ON evaluation.patrol_file USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX patrol_file_parent ON evaluation.patrol_file USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.patrol_file force row level security;
create policy district_border on evaluation.patrol_file for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.patrol_file to cityloop_app;

create table evaluation.point (
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
  topic text not null,
  street text not null,
  keeper uuid,
  operator text,
  kind text,
  road_class text,
  constraint point_pkey PRIMARY KEY (district, id),
  constraint point_road_class_choice CHECK ((road_class = ANY (ARRAY['trunk'::text, 'secondary'::text, 'branch'::text, 'lane'::text]))),
  constraint point_topic_choice CHECK ((topic = ANY (ARRAY['longterm'::text, 'road'::text, 'toilet'::text, 'transfer'::text, 'kitchen'::text, 'mixed'::text, 'compound'::text, 'terminal'::text, 'greening'::text, 'tree'::text, 'civilized'::text, 'static'::text, 'ruralSort'::text, 'ruralCollect'::text, 'ruralClean'::text])))
);
comment on table evaluation.point is '考核样本点位';
CREATE INDEX point_area ON evaluation.point USING btree (district, area_code);
CREATE UNIQUE INDEX point_code_key ON evaluation.point USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX point_geom ON evaluation.point USING gist (geom);
alter table evaluation.point force row level security;
create policy district_border on evaluation.point for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.point to cityloop_app;

create table evaluation.recheck (
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
  check_ uuid not null,
  inspection uuid not null,
  point_name text not null,
  street text not null,
  first uuid not null,
  second uuid not null,
  old_score numeric not null,
  new_score numeric,
  difference numeric,
  is_agreed boolean,
  note text,
  scene_photos uuid[],
  done_at timestamp with time zone,
  constraint recheck_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.recheck is '评分复核';
CREATE INDEX recheck_by_due ON evaluation.recheck USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX recheck_client_key ON evaluation.recheck USING btree (district, client_key);
CREATE INDEX recheck_closed_geom ON evaluation.recheck USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX recheck_created ON evaluation.recheck USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX recheck_number_key ON evaluation.recheck USING btree (district, number);
CREATE INDEX recheck_open_geom ON evaluation.recheck USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX recheck_open_place ON evaluation.recheck USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX recheck_parent ON evaluation.recheck USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.recheck force row level security;
create policy district_border on evaluation.recheck for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.recheck to cityloop_app;

create table evaluation.result (
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
  round uuid not null,
  street text not null,
  name text not null,
  class text not null,
  level text not null,
  period text not null,
  to_on date not null,
  score numeric not null,
  rank integer not null,
  adjusted_rank integer not null,
  grade text not null,
  light text not null,
  locked_at timestamp with time zone not null,
  constraint result_pkey PRIMARY KEY (district, id),
  constraint result_class_choice CHECK ((class = ANY (ARRAY['one'::text, 'two'::text, 'three'::text]))),
  constraint result_grade_choice CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text, 'E'::text]))),
  constraint result_level_choice CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'town'::text]))),
  constraint result_light_choice CHECK ((light = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text])))
);
comment on table evaluation.result is '考核结果';
CREATE INDEX result_by_due ON evaluation.result USING btree (district, due_at) WHERE (status <> ALL (ARRAY['kept'::text]));
CREATE UNIQUE INDEX result_client_key ON evaluation.result USING btree (district, client_key);
CREATE INDEX result_closed_geom ON evaluation.result USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX result_created ON evaluation.result USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX result_number_key ON evaluation.result USING btree (district, number);
CREATE INDEX result_open_geom ON evaluation.result USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX result_open_place ON evaluation.result USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['kept'::text]));
CREATE INDEX result_parent ON evaluation.result USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.result force row level security;
create policy district_border on evaluation.result for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.result to cityloop_app;

create table evaluation.review_meeting (
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
  quarter integer not null,
  chair text not null,
  meet_on date not null,
  round uuid not null,
  name text,
  ranking jsonb,
  bulletin text,
  attendees text,
  tasks jsonb,
  task_count integer,
  constraint review_meeting_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.review_meeting is '季度点评会议';
CREATE INDEX review_meeting_by_due ON evaluation.review_meeting USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX review_meeting_client_key ON evaluation.review_meeting USING btree (district, client_key);
CREATE INDEX review_meeting_closed_geom ON evaluation.review_meeting USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX review_meeting_created ON evaluation.review_meeting USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX review_meeting_number_key ON evaluation.review_meeting USING btree (district, number);
CREATE INDEX review_meeting_open_geom ON evaluation.review_meeting USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX review_meeting_open_place ON evaluation.review_meeting USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX review_meeting_parent ON evaluation.review_meeting USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX review_meeting_year_quarter_key ON evaluation.review_meeting USING btree (district, year, quarter);
alter table evaluation.review_meeting force row level security;
create policy district_border on evaluation.review_meeting for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.review_meeting to cityloop_app;

create table evaluation.reward_rule (
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
  class text not null,
  rank_from integer not null,
  rank_to integer not null,
  amount_fen integer not null,
  measure text not null,
  is_talk boolean,
  constraint reward_rule_pkey PRIMARY KEY (district, id),
  constraint reward_rule_class_choice CHECK ((class = ANY (ARRAY['one'::text, 'two'::text, 'three'::text]))),
  constraint reward_rule_ranks CHECK ((rank_to >= rank_from))
);
comment on table evaluation.reward_rule is '奖惩标准';
CREATE INDEX reward_rule_area ON evaluation.reward_rule USING btree (district, area_code);
CREATE UNIQUE INDEX reward_rule_name_class_rank_from_key ON evaluation.reward_rule USING btree (district, name, class, rank_from) WHERE (retired_at IS NULL);
alter table evaluation.reward_rule force row level security;
create policy district_border on evaluation.reward_rule for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.reward_rule to cityloop_app;

create table evaluation.round (
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
  scheme uuid not null,
  name text not null,
  kind text not null,
  from_on date not null,
  to_on date not null,
  level text,
  scheme_text text,
  inputs jsonb,
  outcome jsonb,
  digest text,
  computed_by uuid,
  computed_at timestamp with time zone,
  published_at timestamp with time zone,
  appeal_due_at timestamp with time zone,
  locked_at timestamp with time zone,
  constraint round_pkey PRIMARY KEY (district, id),
  constraint round_kind_choice CHECK ((kind = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text, 'special'::text]))),
  constraint round_level_choice CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'town'::text])))
);
comment on table evaluation.round is '考核轮次';
CREATE INDEX round_by_due ON evaluation.round USING btree (district, due_at) WHERE (status <> ALL (ARRAY['locked'::text]));
CREATE UNIQUE INDEX round_client_key ON evaluation.round USING btree (district, client_key);
CREATE INDEX round_closed_geom ON evaluation.round USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX round_created ON evaluation.round USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX round_number_key ON evaluation.round USING btree (district, number);
CREATE INDEX round_open_geom ON evaluation.round USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX round_open_place ON evaluation.round USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['locked'::text]));
CREATE INDEX round_parent ON evaluation.round USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX round_scheme_from_on_to_on_key ON evaluation.round USING btree (district, scheme, from_on, to_on);
alter table evaluation.round force row level security;
create policy district_border on evaluation.round for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.round to cityloop_app;

create table evaluation.rule_opinion (
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
  workshop uuid not null,
  held_on date not null,
  from_ text not null,
  clause text not null,
  opinion text not null,
  answer text,
  scheme uuid,
  change text,
  constraint rule_opinion_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.rule_opinion is '考核规则意见';
CREATE INDEX rule_opinion_by_due ON evaluation.rule_opinion USING btree (district, due_at) WHERE (status <> ALL (ARRAY['applied'::text, 'declined'::text]));
CREATE UNIQUE INDEX rule_opinion_client_key ON evaluation.rule_opinion USING btree (district, client_key);
CREATE INDEX rule_opinion_closed_geom ON evaluation.rule_opinion USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX rule_opinion_created ON evaluation.rule_opinion USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX rule_opinion_number_key ON evaluation.rule_opinion USING btree (district, number);
CREATE INDEX rule_opinion_open_geom ON evaluation.rule_opinion USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX rule_opinion_open_place ON evaluation.rule_opinion USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['applied'::text, 'declined'::text]));
CREATE INDEX rule_opinion_parent ON evaluation.rule_opinion USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.rule_opinion force row level security;
create policy district_border on evaluation.rule_opinion for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.rule_opinion to cityloop_app;

create table evaluation.rural_ranking (
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
  sort_check uuid not null,
  collect_check uuid not null,
  clean_check uuid not null,
  sort_weight integer not null,
  collect_weight integer not null,
  clean_weight integer not null,
  pot_fen integer not null,
  towns jsonb,
  payees jsonb,
  line numeric,
  paid_fen integer,
  payments jsonb,
  paid_on date,
  fail_count integer,
  computed_by uuid,
  constraint rural_ranking_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.rural_ranking is '农村生活垃圾“三个考核”';
CREATE INDEX rural_ranking_by_due ON evaluation.rural_ranking USING btree (district, due_at) WHERE (status <> ALL (ARRAY['paid'::text, 'dropped'::text]));
CREATE UNIQUE INDEX rural_ranking_client_key ON evaluation.rural_ranking USING btree (district, client_key);
CREATE INDEX rural_ranking_closed_geom ON evaluation.rural_ranking USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX rural_ranking_created ON evaluation.rural_ranking USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX rural_ranking_name_key ON evaluation.rural_ranking USING btree (district, name);
CREATE UNIQUE INDEX rural_ranking_number_key ON evaluation.rural_ranking USING btree (district, number);
CREATE INDEX rural_ranking_open_geom ON evaluation.rural_ranking USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX rural_ranking_open_place ON evaluation.rural_ranking USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['paid'::text, 'dropped'::text]));
CREATE INDEX rural_ranking_parent ON evaluation.rural_ranking USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.rural_ranking force row level security;
create policy district_border on evaluation.rural_ranking for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.rural_ranking to cityloop_app;

create table evaluation.scheme (
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
  year integer not null,
  level text not null,
  basis text,
  replaces uuid,
  reason text,
  revision integer,
  valid_from date,
  valid_to date,
  items jsonb,
  sha256 text,
  constraint scheme_pkey PRIMARY KEY (district, id),
  constraint scheme_level_choice CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'town'::text])))
);
comment on table evaluation.scheme is '考核方案';
CREATE INDEX scheme_by_due ON evaluation.scheme USING btree (district, due_at) WHERE (status <> ALL (ARRAY['superseded'::text]));
CREATE UNIQUE INDEX scheme_client_key ON evaluation.scheme USING btree (district, client_key);
CREATE INDEX scheme_closed_geom ON evaluation.scheme USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX scheme_created ON evaluation.scheme USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX scheme_number_key ON evaluation.scheme USING btree (district, number);
CREATE INDEX scheme_open_geom ON evaluation.scheme USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX scheme_open_place ON evaluation.scheme USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['superseded'::text]));
CREATE INDEX scheme_parent ON evaluation.scheme USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.scheme force row level security;
create policy district_border on evaluation.scheme for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.scheme to cityloop_app;

create table evaluation.self_check (
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
  check_ uuid not null,
  point uuid not null,
  point_name text not null,
  topic text not null,
  street text not null,
  keeper uuid,
  operator text,
  is_mock boolean,
  planned_on date not null,
  items jsonb not null,
  fixed_count integer,
  self_photos uuid[],
  reported_at timestamp with time zone,
  constraint self_check_pkey PRIMARY KEY (district, id),
  constraint self_check_topic_choice CHECK ((topic = ANY (ARRAY['longterm'::text, 'road'::text, 'toilet'::text, 'transfer'::text, 'kitchen'::text, 'mixed'::text, 'compound'::text, 'terminal'::text, 'greening'::text, 'tree'::text, 'civilized'::text, 'static'::text, 'ruralSort'::text, 'ruralCollect'::text, 'ruralClean'::text])))
);
comment on table evaluation.self_check is '点位自查自纠';
CREATE INDEX self_check_by_due ON evaluation.self_check USING btree (district, due_at) WHERE (status <> ALL (ARRAY['reported'::text]));
CREATE UNIQUE INDEX self_check_client_key ON evaluation.self_check USING btree (district, client_key);
CREATE INDEX self_check_closed_geom ON evaluation.self_check USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX self_check_created ON evaluation.self_check USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX self_check_number_key ON evaluation.self_check USING btree (district, number);
CREATE INDEX self_check_open_geom ON evaluation.self_check USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX self_check_open_place ON evaluation.self_check USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['reported'::text]));
CREATE INDEX self_check_parent ON evaluation.self_check USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.self_check force row level security;
create policy district_border on evaluation.self_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.self_check to cityloop_app;

create table evaluation.service_index (
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
  group_ text not null,
  way text not null,
  source text not null,
  formula text not null,
  period text not null,
  unit text not null,
  keeper uuid,
  indicator text,
  full_ numeric not null,
  target numeric not null,
  zero_at numeric not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  constraint service_index_pkey PRIMARY KEY (district, id),
  constraint service_index_ends CHECK ((target <> zero_at)),
  constraint service_index_period_choice CHECK ((period = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text, 'special'::text]))),
  constraint service_index_way_choice CHECK ((way = ANY (ARRAY['platform'::text, 'site'::text, 'survey'::text])))
);
comment on table evaluation.service_index is '综合管理服务评价指标';
CREATE INDEX service_index_area ON evaluation.service_index USING btree (district, area_code);
CREATE UNIQUE INDEX service_index_code_valid_from_key ON evaluation.service_index USING btree (district, code, valid_from) WHERE (retired_at IS NULL);
alter table evaluation.service_index force row level security;
create policy district_border on evaluation.service_index for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.service_index to cityloop_app;

create table evaluation.service_round (
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
  period text not null,
  from_on date not null,
  to_on date not null,
  index_count integer,
  filled_count integer,
  completeness numeric,
  score numeric,
  conclusion text,
  concluded_on date,
  constraint service_round_pkey PRIMARY KEY (district, id),
  constraint service_round_period_choice CHECK ((period = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text, 'special'::text])))
);
comment on table evaluation.service_round is '综合管理服务评价';
CREATE INDEX service_round_by_due ON evaluation.service_round USING btree (district, due_at) WHERE (status <> ALL (ARRAY['concluded'::text]));
CREATE UNIQUE INDEX service_round_client_key ON evaluation.service_round USING btree (district, client_key);
CREATE INDEX service_round_closed_geom ON evaluation.service_round USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX service_round_created ON evaluation.service_round USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX service_round_name_key ON evaluation.service_round USING btree (district, name);
CREATE UNIQUE INDEX service_round_number_key ON evaluation.service_round USING btree (district, number);
CREATE INDEX service_round_open_geom ON evaluation.service_round USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX service_round_open_place ON evaluation.service_round USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['concluded'::text]));
CREATE INDEX service_round_parent ON evaluation.service_round USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.service_round force row level security;
create policy district_border on evaluation.service_round for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.service_round to cityloop_app;

create table evaluation.service_value (
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
  round uuid not null,
  index uuid not null,
  code text not null,
  name text not null,
  way text not null,
  indicator text,
  keeper uuid,
  from_on date not null,
  to_on date not null,
  full_ numeric not null,
  target numeric not null,
  zero_at numeric not null,
  value numeric,
  score numeric,
  note text,
  proof uuid[],
  is_sound boolean,
  constraint service_value_pkey PRIMARY KEY (district, id),
  constraint service_value_way_choice CHECK ((way = ANY (ARRAY['platform'::text, 'site'::text, 'survey'::text])))
);
comment on table evaluation.service_value is '服务评价指标采集';
CREATE INDEX service_value_by_due ON evaluation.service_value USING btree (district, due_at) WHERE (status <> ALL (ARRAY['absent'::text]));
CREATE UNIQUE INDEX service_value_client_key ON evaluation.service_value USING btree (district, client_key);
CREATE INDEX service_value_closed_geom ON evaluation.service_value USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX service_value_created ON evaluation.service_value USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX service_value_number_key ON evaluation.service_value USING btree (district, number);
CREATE INDEX service_value_open_geom ON evaluation.service_value USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX service_value_open_place ON evaluation.service_value USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['absent'::text]));
CREATE INDEX service_value_parent ON evaluation.service_value USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.service_value force row level security;
create policy district_border on evaluation.service_value for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.service_value to cityloop_app;

create table evaluation.site_plan (
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
  inspection uuid not null,
  problem text not null,
  measures text not null,
  due_on date not null,
  station text,
  recheck_score numeric,
  old_score numeric,
  recheck_photos uuid[],
  rechecked_at timestamp with time zone,
  constraint site_plan_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.site_plan is '“一站一策”整改方案';
CREATE INDEX site_plan_by_due ON evaluation.site_plan USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'rejected'::text]));
CREATE UNIQUE INDEX site_plan_client_key ON evaluation.site_plan USING btree (district, client_key);
CREATE INDEX site_plan_closed_geom ON evaluation.site_plan USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX site_plan_created ON evaluation.site_plan USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX site_plan_inspection_due_on_key ON evaluation.site_plan USING btree (district, inspection, due_on);
CREATE UNIQUE INDEX site_plan_number_key ON evaluation.site_plan USING btree (district, number);
CREATE INDEX site_plan_open_geom ON evaluation.site_plan USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX site_plan_open_place ON evaluation.site_plan USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'rejected'::text]));
CREATE INDEX site_plan_parent ON evaluation.site_plan USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.site_plan force row level security;
create policy district_border on evaluation.site_plan for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.site_plan to cityloop_app;

create table evaluation.special (
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
  topic text not null,
  report uuid not null,
  before numeric not null,
  before_on date not null,
  plan text,
  check_topic uuid,
  ends_on date,
  after numeric,
  change numeric,
  summary text,
  outcome text,
  constraint special_pkey PRIMARY KEY (district, id),
  constraint special_outcome_choice CHECK ((outcome = ANY (ARRAY['better'::text, 'same'::text])))
);
comment on table evaluation.special is '低满意度专项考核';
CREATE INDEX special_by_due ON evaluation.special USING btree (district, due_at) WHERE (status <> ALL (ARRAY['concluded'::text, 'declined'::text]));
CREATE UNIQUE INDEX special_client_key ON evaluation.special USING btree (district, client_key);
CREATE INDEX special_closed_geom ON evaluation.special USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX special_created ON evaluation.special USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX special_number_key ON evaluation.special USING btree (district, number);
CREATE INDEX special_open_geom ON evaluation.special USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX special_open_place ON evaluation.special USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['concluded'::text, 'declined'::text]));
CREATE INDEX special_parent ON evaluation.special USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.special force row level security;
create policy district_border on evaluation.special for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.special to cityloop_app;

create table evaluation.street_class (
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
  street text not null,
  class text not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  constraint street_class_pkey PRIMARY KEY (district, id),
  constraint street_class_class_choice CHECK ((class = ANY (ARRAY['one'::text, 'two'::text, 'three'::text]))),
  constraint street_class_dates CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
comment on table evaluation.street_class is '街道(镇)考核类别';
CREATE INDEX street_class_area ON evaluation.street_class USING btree (district, area_code);
CREATE UNIQUE INDEX street_class_street_valid_from_key ON evaluation.street_class USING btree (district, street, valid_from) WHERE (retired_at IS NULL);
alter table evaluation.street_class force row level security;
create policy district_border on evaluation.street_class for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.street_class to cityloop_app;

create table evaluation.survey (
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
  from_on date not null,
  to_on date not null,
  per_street integer not null,
  seed text,
  households jsonb,
  frame_sizes jsonb,
  sample_count integer,
  answer_count integer,
  constraint survey_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.survey is '市民满意度调查';
CREATE INDEX survey_by_due ON evaluation.survey USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX survey_client_key ON evaluation.survey USING btree (district, client_key);
CREATE INDEX survey_closed_geom ON evaluation.survey USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX survey_created ON evaluation.survey USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX survey_number_key ON evaluation.survey USING btree (district, number);
CREATE INDEX survey_open_geom ON evaluation.survey USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX survey_open_place ON evaluation.survey USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX survey_parent ON evaluation.survey USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.survey force row level security;
create policy district_border on evaluation.survey for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.survey to cityloop_app;

create table evaluation.survey_answer (
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
  survey uuid not null,
  score integer not null,
  comment text,
  constraint survey_answer_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.survey_answer is 'append-only: 满意度答卷';
CREATE INDEX survey_answer_at ON evaluation.survey_answer USING btree (district, at DESC);
alter table evaluation.survey_answer force row level security;
create policy district_border on evaluation.survey_answer for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on evaluation.survey_answer to cityloop_app;

create table evaluation.survey_slip (
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
  survey uuid not null,
  street text not null,
  code text not null,
  constraint survey_slip_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.survey_slip is '满意度答卷码';
CREATE INDEX survey_slip_by_due ON evaluation.survey_slip USING btree (district, due_at) WHERE (status <> ALL (ARRAY['used'::text]));
CREATE UNIQUE INDEX survey_slip_client_key ON evaluation.survey_slip USING btree (district, client_key);
CREATE INDEX survey_slip_closed_geom ON evaluation.survey_slip USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE UNIQUE INDEX survey_slip_code_key ON evaluation.survey_slip USING btree (district, code);
CREATE INDEX survey_slip_created ON evaluation.survey_slip USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX survey_slip_number_key ON evaluation.survey_slip USING btree (district, number);
CREATE INDEX survey_slip_open_geom ON evaluation.survey_slip USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX survey_slip_open_place ON evaluation.survey_slip USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['used'::text]));
CREATE INDEX survey_slip_parent ON evaluation.survey_slip USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.survey_slip force row level security;
create policy district_border on evaluation.survey_slip for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.survey_slip to cityloop_app;

create table evaluation.talk (
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
  street text not null,
  name text not null,
  source text not null,
  round uuid,
  indicator text,
  is_fewer_better text,
  baseline numeric,
  matter text not null,
  held_on date,
  attendee text,
  commitment text,
  promise_on date,
  minutes uuid[],
  after numeric,
  effect text,
  closed_ok_at timestamp with time zone,
  constraint talk_pkey PRIMARY KEY (district, id),
  constraint talk_source_choice CHECK ((source = ANY (ARRAY['rank'::text, 'problem'::text])))
);
comment on table evaluation.talk is '约谈';
CREATE INDEX talk_by_due ON evaluation.talk USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'withdrawn'::text]));
CREATE UNIQUE INDEX talk_client_key ON evaluation.talk USING btree (district, client_key);
CREATE INDEX talk_closed_geom ON evaluation.talk USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX talk_created ON evaluation.talk USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX talk_number_key ON evaluation.talk USING btree (district, number);
CREATE INDEX talk_open_geom ON evaluation.talk USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX talk_open_place ON evaluation.talk USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'withdrawn'::text]));
CREATE INDEX talk_parent ON evaluation.talk USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.talk force row level security;
create policy district_border on evaluation.talk for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.talk to cityloop_app;

create table evaluation.target_letter (
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
  unit uuid not null,
  document text not null,
  targets jsonb not null,
  quarter integer,
  progress jsonb,
  on_track integer,
  final jsonb,
  target_count integer,
  met_count integer,
  evaluation text,
  evaluated_at timestamp with time zone,
  constraint target_letter_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.target_letter is '年度目标任务书';
CREATE INDEX target_letter_by_due ON evaluation.target_letter USING btree (district, due_at) WHERE (status <> ALL (ARRAY['evaluated'::text]));
CREATE UNIQUE INDEX target_letter_client_key ON evaluation.target_letter USING btree (district, client_key);
CREATE INDEX target_letter_closed_geom ON evaluation.target_letter USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX target_letter_created ON evaluation.target_letter USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX target_letter_number_key ON evaluation.target_letter USING btree (district, number);
CREATE INDEX target_letter_open_geom ON evaluation.target_letter USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX target_letter_open_place ON evaluation.target_letter USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['evaluated'::text]));
CREATE INDEX target_letter_parent ON evaluation.target_letter USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX target_letter_year_unit_key ON evaluation.target_letter USING btree (district, year, unit);
alter table evaluation.target_letter force row level security;
create policy district_border on evaluation.target_letter for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.target_letter to cityloop_app;

create table evaluation.task (
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
  source text not null,
  source_name text not null,
  unit uuid not null,
  owner text not null,
  force text,
  due_on date not null,
  result text,
  proof uuid[],
  urged_times integer,
  finish_due_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint task_pkey PRIMARY KEY (district, id),
  constraint task_source_choice CHECK ((source = ANY (ARRAY['review'::text, 'campaign'::text, 'title'::text, 'other'::text])))
);
comment on table evaluation.task is '督办任务';
CREATE INDEX task_by_due ON evaluation.task USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX task_client_key ON evaluation.task USING btree (district, client_key);
CREATE INDEX task_closed_geom ON evaluation.task USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX task_created ON evaluation.task USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX task_number_key ON evaluation.task USING btree (district, number);
CREATE INDEX task_open_geom ON evaluation.task USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX task_open_place ON evaluation.task USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE INDEX task_parent ON evaluation.task USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.task force row level security;
create policy district_border on evaluation.task for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.task to cityloop_app;

create table evaluation.task_force (
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
  campaign uuid,
  leader text not null,
  duty text not null,
  start_on date not null,
  end_on date not null,
  members jsonb not null,
  member_count integer,
  meetings jsonb,
  products jsonb,
  ended_on date,
  constraint task_force_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.task_force is '工作专班';
CREATE INDEX task_force_by_due ON evaluation.task_force USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX task_force_client_key ON evaluation.task_force USING btree (district, client_key);
CREATE INDEX task_force_closed_geom ON evaluation.task_force USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX task_force_created ON evaluation.task_force USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX task_force_number_key ON evaluation.task_force USING btree (district, number);
CREATE INDEX task_force_open_geom ON evaluation.task_force USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX task_force_open_place ON evaluation.task_force USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX task_force_parent ON evaluation.task_force USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.task_force force row level security;
create policy district_border on evaluation.task_force for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.task_force to cityloop_app;

create table evaluation.third_report (
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
  agency text not null,
  name text not null,
  measured_on date not null,
  sample integer not null,
  source uuid[] not null,
  lines integer,
  weak jsonb,
  constraint third_report_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.third_report is '第三方测评报告';
CREATE UNIQUE INDEX third_report_agency_name_key ON evaluation.third_report USING btree (district, agency, name);
CREATE INDEX third_report_by_due ON evaluation.third_report USING btree (district, due_at) WHERE (status <> ALL (ARRAY['imported'::text]));
CREATE UNIQUE INDEX third_report_client_key ON evaluation.third_report USING btree (district, client_key);
CREATE INDEX third_report_closed_geom ON evaluation.third_report USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX third_report_created ON evaluation.third_report USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX third_report_number_key ON evaluation.third_report USING btree (district, number);
CREATE INDEX third_report_open_geom ON evaluation.third_report USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX third_report_open_place ON evaluation.third_report USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['imported'::text]));
CREATE INDEX third_report_parent ON evaluation.third_report USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.third_report force row level security;
create policy district_border on evaluation.third_report for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.third_report to cityloop_app;

create table evaluation.third_score (
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
  report uuid not null,
  street text not null,
  topic text not null,
  score numeric not null,
  measured_on date not null,
  constraint third_score_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.third_score is '第三方测评得分';
CREATE INDEX third_score_by_due ON evaluation.third_score USING btree (district, due_at) WHERE (status <> ALL (ARRAY['kept'::text]));
CREATE UNIQUE INDEX third_score_client_key ON evaluation.third_score USING btree (district, client_key);
CREATE INDEX third_score_closed_geom ON evaluation.third_score USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX third_score_created ON evaluation.third_score USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX third_score_number_key ON evaluation.third_score USING btree (district, number);
CREATE INDEX third_score_open_geom ON evaluation.third_score USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX third_score_open_place ON evaluation.third_score USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['kept'::text]));
CREATE INDEX third_score_parent ON evaluation.third_score USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.third_score force row level security;
create policy district_border on evaluation.third_score for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.third_score to cityloop_app;

create table evaluation.title (
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
  level text not null,
  cycle_years integer not null,
  requirements jsonb not null,
  round_count integer,
  last_check jsonb,
  met_count integer,
  inspect_on date,
  held_since date,
  valid_to date,
  document text,
  constraint title_pkey PRIMARY KEY (district, id),
  constraint title_kind_choice CHECK ((kind = ANY (ARRAY['civilized'::text, 'sanitary'::text, 'garden'::text, 'forest'::text]))),
  constraint title_level_choice CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'city'::text])))
);
comment on table evaluation.title is '城市称号';
CREATE INDEX title_by_due ON evaluation.title USING btree (district, due_at) WHERE (status <> ALL (ARRAY['failed'::text, 'lost'::text]));
CREATE UNIQUE INDEX title_client_key ON evaluation.title USING btree (district, client_key);
CREATE INDEX title_closed_geom ON evaluation.title USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX title_created ON evaluation.title USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX title_name_key ON evaluation.title USING btree (district, name);
CREATE UNIQUE INDEX title_number_key ON evaluation.title USING btree (district, number);
CREATE INDEX title_open_geom ON evaluation.title USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX title_open_place ON evaluation.title USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['failed'::text, 'lost'::text]));
CREATE INDEX title_parent ON evaluation.title USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.title force row level security;
create policy district_border on evaluation.title for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.title to cityloop_app;

create table evaluation.unit_appraisal (
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
  unit uuid not null,
  name text not null,
  declare_by date not null,
  own_lines jsonb,
  own_score numeric,
  lines jsonb,
  checked_score numeric,
  score numeric,
  is_inflated boolean,
  receipt text,
  handed_on date,
  constraint unit_appraisal_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.unit_appraisal is '机关单位垃圾分类绩效';
CREATE INDEX unit_appraisal_by_due ON evaluation.unit_appraisal USING btree (district, due_at) WHERE (status <> ALL (ARRAY['handed'::text]));
CREATE UNIQUE INDEX unit_appraisal_client_key ON evaluation.unit_appraisal USING btree (district, client_key);
CREATE INDEX unit_appraisal_closed_geom ON evaluation.unit_appraisal USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX unit_appraisal_created ON evaluation.unit_appraisal USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX unit_appraisal_number_key ON evaluation.unit_appraisal USING btree (district, number);
CREATE INDEX unit_appraisal_open_geom ON evaluation.unit_appraisal USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX unit_appraisal_open_place ON evaluation.unit_appraisal USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['handed'::text]));
CREATE INDEX unit_appraisal_parent ON evaluation.unit_appraisal USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX unit_appraisal_year_unit_key ON evaluation.unit_appraisal USING btree (district, year, unit);
alter table evaluation.unit_appraisal force row level security;
create policy district_border on evaluation.unit_appraisal for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.unit_appraisal to cityloop_app;

create table evaluation.workshop (
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
  year integer not null,
  held_on date not null,
  attendees text not null,
  opinion_count integer,
  constraint workshop_pkey PRIMARY KEY (district, id)
);
comment on table evaluation.workshop is '考核工作座谈会';
CREATE INDEX workshop_by_due ON evaluation.workshop USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX workshop_client_key ON evaluation.workshop USING btree (district, client_key);
CREATE INDEX workshop_closed_geom ON evaluation.workshop USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX workshop_created ON evaluation.workshop USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX workshop_number_key ON evaluation.workshop USING btree (district, number);
CREATE INDEX workshop_open_geom ON evaluation.workshop USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX workshop_open_place ON evaluation.workshop USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX workshop_parent ON evaluation.workshop USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table evaluation.workshop force row level security;
create policy district_border on evaluation.workshop for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on evaluation.workshop to cityloop_app;

create table grid.ad_site (
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
  constraint ad_site_pkey PRIMARY KEY (district, id),
  constraint ad_site_form_choice CHECK ((form = ANY (ARRAY['column'::text, 'roof'::text, 'wall'::text, 'screen'::text, 'booth'::text, 'sign'::text]))),
  constraint ad_site_inspection_choice CHECK ((inspection = ANY (ARRAY['pass'::text, 'fix'::text, 'fail'::text]))),
  constraint ad_site_state_choice CHECK ((state = ANY (ARRAY['listed'::text, 'rectifying'::text, 'removed'::text])))
);
comment on table grid.ad_site is '户外广告阵地';
CREATE INDEX ad_site_area ON grid.ad_site USING btree (district, area_code);
CREATE UNIQUE INDEX ad_site_code_key ON grid.ad_site USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX ad_site_geom ON grid.ad_site USING gist (geom);
alter table grid.ad_site force row level security;
create policy district_border on grid.ad_site for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.ad_site to cityloop_app;

create table grid.application (
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
  constraint application_pkey PRIMARY KEY (district, id),
  constraint application_connected CHECK (((state <> 'connected'::text) OR (connected_on IS NOT NULL))),
  constraint application_interface_choice CHECK ((interface = ANY (ARRAY['sso'::text, 'api'::text, 'embed'::text, 'exchange'::text]))),
  constraint application_state_choice CHECK ((state = ANY (ARRAY['planned'::text, 'testing'::text, 'connected'::text, 'stopped'::text])))
);
comment on table grid.application is '应用系统接入';
CREATE INDEX application_area ON grid.application USING btree (district, area_code);
CREATE UNIQUE INDEX application_name_key ON grid.application USING btree (district, name) WHERE (retired_at IS NULL);
alter table grid.application force row level security;
create policy district_border on grid.application for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.application to cityloop_app;

create table grid.building (
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
  constraint building_pkey PRIMARY KEY (district, id)
);
comment on table grid.building is '建筑';
CREATE INDEX building_area ON grid.building USING btree (district, area_code);
CREATE INDEX building_geom ON grid.building USING gist (geom);
alter table grid.building force row level security;
create policy district_border on grid.building for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.building to cityloop_app;

create table grid.census (
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
  constraint census_pkey PRIMARY KEY (district, id),
  constraint census_target_choice CHECK ((target = ANY (ARRAY['grid.component'::text, 'grid.shop'::text, 'grid.illegal-building'::text, 'grid.ad-site'::text, 'grid.compound'::text])))
);
comment on table grid.census is '普查任务';
CREATE INDEX census_by_due ON grid.census USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX census_client_key ON grid.census USING btree (district, client_key);
CREATE INDEX census_closed_geom ON grid.census USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX census_created ON grid.census USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX census_number_key ON grid.census USING btree (district, number);
CREATE INDEX census_open_geom ON grid.census USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX census_open_place ON grid.census USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX census_parent ON grid.census USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table grid.census force row level security;
create policy district_border on grid.census for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.census to cityloop_app;

create table grid.collection (
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
  constraint collection_pkey PRIMARY KEY (district, id)
);
comment on table grid.collection is '基础数据填报';
CREATE INDEX collection_by_due ON grid.collection USING btree (district, due_at) WHERE (status <> ALL (ARRAY['locked'::text]));
CREATE UNIQUE INDEX collection_client_key ON grid.collection USING btree (district, client_key);
CREATE INDEX collection_closed_geom ON grid.collection USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX collection_created ON grid.collection USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX collection_number_key ON grid.collection USING btree (district, number);
CREATE INDEX collection_open_geom ON grid.collection USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX collection_open_place ON grid.collection USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['locked'::text]));
CREATE INDEX collection_parent ON grid.collection USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX collection_plan_period_unit_key ON grid.collection USING btree (district, plan, period, unit);
alter table grid.collection force row level security;
create policy district_border on grid.collection for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.collection to cityloop_app;

create table grid.component (
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
  constraint component_pkey PRIMARY KEY (district, id),
  constraint component_source_choice CHECK ((source = ANY (ARRAY['measured'::text, 'map'::text, 'base'::text, 'other'::text]))),
  constraint component_state_choice CHECK ((state = ANY (ARRAY['intact'::text, 'damaged'::text, 'lost'::text, 'abandoned'::text, 'removed'::text])))
);
comment on table grid.component is '管理部件';
CREATE INDEX component_area ON grid.component USING btree (district, area_code);
CREATE UNIQUE INDEX component_code_key ON grid.component USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX component_geom ON grid.component USING gist (geom);
alter table grid.component force row level security;
create policy district_border on grid.component for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.component to cityloop_app;

create table grid.component_job (
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
  constraint component_job_pkey PRIMARY KEY (district, id),
  constraint component_job_kind_choice CHECK ((kind = ANY (ARRAY['replace'::text, 'repair'::text, 'clean'::text, 'install'::text, 'remove'::text])))
);
comment on table grid.component_job is '部件维修';
CREATE INDEX component_job_by_due ON grid.component_job USING btree (district, due_at) WHERE (status <> ALL (ARRAY['fixed'::text]));
CREATE UNIQUE INDEX component_job_client_key ON grid.component_job USING btree (district, client_key);
CREATE INDEX component_job_closed_geom ON grid.component_job USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX component_job_created ON grid.component_job USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX component_job_number_key ON grid.component_job USING btree (district, number);
CREATE INDEX component_job_open_geom ON grid.component_job USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX component_job_open_place ON grid.component_job USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['fixed'::text]));
CREATE INDEX component_job_parent ON grid.component_job USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table grid.component_job force row level security;
create policy district_border on grid.component_job for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.component_job to cityloop_app;

create table grid.compound (
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
  constraint compound_pkey PRIMARY KEY (district, id),
  constraint compound_sorting_grade_choice CHECK ((sorting_grade = ANY (ARRAY['demo'::text, 'good'::text, 'poor'::text])))
);
comment on table grid.compound is '居住小区';
CREATE INDEX compound_area ON grid.compound USING btree (district, area_code);
CREATE INDEX compound_geom ON grid.compound USING gist (geom);
CREATE UNIQUE INDEX compound_name_key ON grid.compound USING btree (district, name) WHERE (retired_at IS NULL);
alter table grid.compound force row level security;
create policy district_border on grid.compound for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.compound to cityloop_app;

create table grid.data_item (
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
  constraint data_item_pkey PRIMARY KEY (district, id),
  constraint data_item_frequency_choice CHECK ((frequency = ANY (ARRAY['live'::text, 'day'::text, 'month'::text, 'quarter'::text, 'year'::text]))),
  constraint data_item_sector_choice CHECK ((sector = ANY (ARRAY['sanitation'::text, 'garden'::text, 'municipal'::text, 'drainage'::text, 'muck'::text, 'shared'::text])))
);
comment on table grid.data_item is '政务数据目录';
CREATE INDEX data_item_area ON grid.data_item USING btree (district, area_code);
CREATE UNIQUE INDEX data_item_name_key ON grid.data_item USING btree (district, name) WHERE (retired_at IS NULL);
alter table grid.data_item force row level security;
create policy district_border on grid.data_item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.data_item to cityloop_app;

create table grid.delivery (
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
  constraint delivery_pkey PRIMARY KEY (district, id)
);
comment on table grid.delivery is 'append-only: 数据归集记录';
CREATE INDEX delivery_at ON grid.delivery USING btree (district, at DESC);
alter table grid.delivery force row level security;
create policy district_border on grid.delivery for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on grid.delivery to cityloop_app;

create table grid.enterprise (
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
  constraint enterprise_pkey PRIMARY KEY (district, id),
  constraint enterprise_industry_choice CHECK ((industry = ANY (ARRAY['cleaning'::text, 'muck'::text, 'garden'::text, 'washing'::text, 'bikes'::text, 'gas'::text, 'kitchen'::text, 'bot'::text, 'property'::text, 'ads'::text])))
);
comment on table grid.enterprise is '企业';
CREATE INDEX enterprise_area ON grid.enterprise USING btree (district, area_code);
CREATE UNIQUE INDEX enterprise_name_key ON grid.enterprise USING btree (district, name) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX enterprise_uscc_key ON grid.enterprise USING btree (district, uscc) WHERE (retired_at IS NULL);
alter table grid.enterprise force row level security;
create policy district_border on grid.enterprise for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.enterprise to cityloop_app;

create table grid.entry (
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
  "values" jsonb not null,
  photos uuid[] not null,
  note text,
  published text,
  constraint entry_pkey PRIMARY KEY (district, id),
  constraint entry_target_choice CHECK ((target = ANY (ARRAY['grid.component'::text, 'grid.shop'::text, 'grid.illegal-building'::text, 'grid.ad-site'::text, 'grid.compound'::text])))
);
comment on table grid.entry is '普查条目';
CREATE INDEX entry_by_due ON grid.entry USING btree (district, due_at) WHERE (status <> ALL (ARRAY['approved'::text]));
CREATE UNIQUE INDEX entry_client_key ON grid.entry USING btree (district, client_key);
CREATE INDEX entry_closed_geom ON grid.entry USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX entry_created ON grid.entry USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX entry_number_key ON grid.entry USING btree (district, number);
CREATE INDEX entry_open_geom ON grid.entry USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX entry_open_place ON grid.entry USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['approved'::text]));
CREATE INDEX entry_parent ON grid.entry USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table grid.entry force row level security;
create policy district_border on grid.entry for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.entry to cityloop_app;

create table grid.illegal_building (
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
  constraint illegal_building_pkey PRIMARY KEY (district, id),
  constraint illegal_building_age_choice CHECK ((age = ANY (ARRAY['new'::text, 'stock'::text]))),
  constraint illegal_building_found_via_choice CHECK ((found_via = ANY (ARRAY['patrol'::text, 'report'::text, 'satellite'::text, 'drone'::text, 'census'::text]))),
  constraint illegal_building_kind_choice CHECK ((kind = ANY (ARRAY['roof'::text, 'yard'::text, 'stall'::text, 'factory'::text, 'basement'::text, 'other'::text]))),
  constraint illegal_building_removed CHECK (((state = 'removed'::text) = (removed_on IS NOT NULL))),
  constraint illegal_building_risk_choice CHECK ((risk = ANY (ARRAY['none'::text, 'low'::text, 'high'::text]))),
  constraint illegal_building_state_choice CHECK ((state = ANY (ARRAY['standing'::text, 'stopped'::text, 'ordered'::text, 'removed'::text, 'legalised'::text])))
);
comment on table grid.illegal_building is '违法建设';
CREATE INDEX illegal_building_area ON grid.illegal_building USING btree (district, area_code);
CREATE UNIQUE INDEX illegal_building_code_key ON grid.illegal_building USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX illegal_building_geom ON grid.illegal_building USING gist (geom);
alter table grid.illegal_building force row level security;
create policy district_border on grid.illegal_building for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.illegal_building to cityloop_app;

create table grid.key_point (
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
  constraint key_point_pkey PRIMARY KEY (district, id),
  constraint key_point_kind_choice CHECK ((kind = ANY (ARRAY['metro'::text, 'hub'::text, 'mall'::text, 'school'::text, 'scenic'::text, 'window'::text, 'hospital'::text, 'core'::text, 'other'::text]))),
  constraint key_point_level_choice CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'street'::text])))
);
comment on table grid.key_point is '重点点位';
CREATE INDEX key_point_area ON grid.key_point USING btree (district, area_code);
CREATE INDEX key_point_geom ON grid.key_point USING gist (geom);
CREATE UNIQUE INDEX key_point_name_kind_key ON grid.key_point USING btree (district, name, kind) WHERE (retired_at IS NULL);
alter table grid.key_point force row level security;
create policy district_border on grid.key_point for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.key_point to cityloop_app;

create table grid.pilot (
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
  constraint pilot_pkey PRIMARY KEY (district, id)
);
comment on table grid.pilot is '网格化试点';
CREATE INDEX pilot_area ON grid.pilot USING btree (district, area_code);
CREATE UNIQUE INDEX pilot_name_street_key ON grid.pilot USING btree (district, name, street) WHERE (retired_at IS NULL);
alter table grid.pilot force row level security;
create policy district_border on grid.pilot for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.pilot to cityloop_app;

create table grid.point_visit (
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
  constraint point_visit_pkey PRIMARY KEY (district, id)
);
comment on table grid.point_visit is 'append-only: 点位巡查';
CREATE INDEX point_visit_at ON grid.point_visit USING btree (district, at DESC);
alter table grid.point_visit force row level security;
create policy district_border on grid.point_visit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on grid.point_visit to cityloop_app;

create table grid.redraw (
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
  constraint redraw_pkey PRIMARY KEY (district, id)
);
comment on table grid.redraw is '网格调整';
CREATE INDEX redraw_by_due ON grid.redraw USING btree (district, due_at) WHERE (status <> ALL (ARRAY['effective'::text, 'refused'::text]));
CREATE UNIQUE INDEX redraw_client_key ON grid.redraw USING btree (district, client_key);
CREATE INDEX redraw_closed_geom ON grid.redraw USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX redraw_created ON grid.redraw USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX redraw_number_key ON grid.redraw USING btree (district, number);
CREATE INDEX redraw_open_geom ON grid.redraw USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX redraw_open_place ON grid.redraw USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['effective'::text, 'refused'::text]));
CREATE INDEX redraw_parent ON grid.redraw USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table grid.redraw force row level security;
create policy district_border on grid.redraw for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.redraw to cityloop_app;

create table grid.road (
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
  constraint road_pkey PRIMARY KEY (district, id),
  constraint road_class_choice CHECK ((class = ANY (ARRAY['trunk'::text, 'secondary'::text, 'branch'::text, 'lane'::text, 'slow'::text, 'pavement'::text]))),
  constraint road_cleaning_grade_choice CHECK ((cleaning_grade = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text])))
);
comment on table grid.road is '道路街巷';
CREATE INDEX road_area ON grid.road USING btree (district, area_code);
CREATE INDEX road_geom ON grid.road USING gist (geom);
alter table grid.road force row level security;
create policy district_border on grid.road for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.road to cityloop_app;

create table grid.sector_set (
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
  constraint sector_set_pkey PRIMARY KEY (district, id),
  constraint sector_set_sector_choice CHECK ((sector = ANY (ARRAY['sanitation'::text, 'garden'::text, 'municipal'::text, 'drainage'::text, 'muck'::text])))
);
comment on table grid.sector_set is '行业数据体系';
CREATE INDEX sector_set_area ON grid.sector_set USING btree (district, area_code);
CREATE UNIQUE INDEX sector_set_sector_object_type_key ON grid.sector_set USING btree (district, sector, object_type) WHERE (retired_at IS NULL);
alter table grid.sector_set force row level security;
create policy district_border on grid.sector_set for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.sector_set to cityloop_app;

create table grid.sharing (
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
  constraint sharing_pkey PRIMARY KEY (district, id)
);
comment on table grid.sharing is '数据共享申请';
CREATE INDEX sharing_by_due ON grid.sharing USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text, 'refused'::text]));
CREATE UNIQUE INDEX sharing_client_key ON grid.sharing USING btree (district, client_key);
CREATE INDEX sharing_closed_geom ON grid.sharing USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX sharing_created ON grid.sharing USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX sharing_number_key ON grid.sharing USING btree (district, number);
CREATE INDEX sharing_open_geom ON grid.sharing USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX sharing_open_place ON grid.sharing USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text, 'refused'::text]));
CREATE INDEX sharing_parent ON grid.sharing USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table grid.sharing force row level security;
create policy district_border on grid.sharing for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.sharing to cityloop_app;

create table grid.sharing_use (
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
  constraint sharing_use_pkey PRIMARY KEY (district, id)
);
comment on table grid.sharing_use is 'append-only: 共享使用日志';
CREATE INDEX sharing_use_at ON grid.sharing_use USING btree (district, at DESC);
alter table grid.sharing_use force row level security;
create policy district_border on grid.sharing_use for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on grid.sharing_use to cityloop_app;

create table grid.shop (
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
  constraint shop_pkey PRIMARY KEY (district, id),
  constraint shop_grade_choice CHECK ((grade = ANY (ARRAY['green'::text, 'yellow'::text, 'red'::text]))),
  constraint shop_trade_choice CHECK ((trade = ANY (ARRAY['food'::text, 'retail'::text, 'service'::text, 'repair'::text, 'vegetable'::text, 'other'::text])))
);
comment on table grid.shop is '市容环境责任单位';
CREATE INDEX shop_area ON grid.shop USING btree (district, area_code);
CREATE INDEX shop_geom ON grid.shop USING gist (geom);
CREATE UNIQUE INDEX shop_name_address_key ON grid.shop USING btree (district, name, address) WHERE (retired_at IS NULL);
alter table grid.shop force row level security;
create policy district_border on grid.shop for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.shop to cityloop_app;

create table grid.staff (
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
  constraint staff_pkey PRIMARY KEY (district, id),
  constraint staff_dates CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint staff_establishment_choice CHECK ((establishment = ANY (ARRAY['formal'::text, 'auxiliary'::text]))),
  constraint staff_role_choice CHECK ((role = ANY (ARRAY['chief'::text, 'officer'::text, 'assistant'::text, 'collector'::text, 'community'::text, 'property'::text, 'cleaner'::text]))),
  constraint staff_shift_choice CHECK ((shift = ANY (ARRAY['day'::text, 'late'::text, 'night'::text, 'all'::text])))
);
comment on table grid.staff is '网格人员';
CREATE INDEX staff_area ON grid.staff USING btree (district, area_code);
CREATE UNIQUE INDEX staff_area_role_name_shift_valid_from_key ON grid.staff USING btree (district, area, role, name, shift, valid_from) WHERE (retired_at IS NULL);
alter table grid.staff force row level security;
create policy district_border on grid.staff for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.staff to cityloop_app;

create table grid.standard (
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
  constraint standard_pkey PRIMARY KEY (district, id)
);
comment on table grid.standard is '标准规范';
CREATE INDEX standard_by_due ON grid.standard USING btree (district, due_at) WHERE (status <> ALL (ARRAY['published'::text, 'abandoned'::text]));
CREATE UNIQUE INDEX standard_client_key ON grid.standard USING btree (district, client_key);
CREATE INDEX standard_closed_geom ON grid.standard USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX standard_created ON grid.standard USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX standard_name_edition_key ON grid.standard USING btree (district, name, edition);
CREATE UNIQUE INDEX standard_number_key ON grid.standard USING btree (district, number);
CREATE INDEX standard_open_geom ON grid.standard USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX standard_open_place ON grid.standard USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['published'::text, 'abandoned'::text]));
CREATE INDEX standard_parent ON grid.standard USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table grid.standard force row level security;
create policy district_border on grid.standard for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.standard to cityloop_app;

create table grid.standard_item (
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
  constraint standard_item_pkey PRIMARY KEY (district, id)
);
comment on table grid.standard_item is '标准检查项';
CREATE INDEX standard_item_area ON grid.standard_item USING btree (district, area_code);
CREATE UNIQUE INDEX standard_item_standard_clause_item_key ON grid.standard_item USING btree (district, standard, clause, item) WHERE (retired_at IS NULL);
alter table grid.standard_item force row level security;
create policy district_border on grid.standard_item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.standard_item to cityloop_app;

create table grid.station (
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
  constraint station_pkey PRIMARY KEY (district, id),
  constraint station_grade_choice CHECK ((grade = ANY (ARRAY['standard'::text, 'demo'::text, 'cityDemo'::text])))
);
comment on table grid.station is '城市管理服务站';
CREATE INDEX station_by_due ON grid.station USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'failed'::text]));
CREATE UNIQUE INDEX station_client_key ON grid.station USING btree (district, client_key);
CREATE INDEX station_closed_geom ON grid.station USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX station_created ON grid.station USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX station_number_key ON grid.station USING btree (district, number);
CREATE INDEX station_open_geom ON grid.station USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX station_open_place ON grid.station USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'failed'::text]));
CREATE INDEX station_parent ON grid.station USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table grid.station force row level security;
create policy district_border on grid.station for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.station to cityloop_app;

create table grid.village (
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
  constraint village_pkey PRIMARY KEY (district, id),
  constraint village_collection_choice CHECK ((collection = ANY (ARRAY['direct'::text, 'points'::text, 'self'::text]))),
  constraint village_level_choice CHECK ((level = ANY (ARRAY['village'::text, 'group'::text]))),
  constraint village_parent CHECK (((level = 'village'::text) OR (parent IS NOT NULL))),
  constraint village_title_choice CHECK ((title = ANY (ARRAY['none'::text, 'town'::text, 'county'::text, 'city'::text])))
);
comment on table grid.village is '行政村(湾组)';
CREATE INDEX village_area ON grid.village USING btree (district, area_code);
CREATE UNIQUE INDEX village_town_name_key ON grid.village USING btree (district, town, name) WHERE (retired_at IS NULL);
alter table grid.village force row level security;
create policy district_border on grid.village for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on grid.village to cityloop_app;

create table intake.alarm (
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
  device text not null,
  kind text not null,
  value numeric not null,
  unit text not null,
  component uuid,
  first_at timestamp with time zone not null,
  constraint alarm_pkey PRIMARY KEY (district, id),
  constraint alarm_kind_choice CHECK ((kind = ANY (ARRAY['tilt'::text, 'level'::text, 'smoke'::text, 'gas'::text, 'lamp'::text, 'bin'::text, 'noise'::text, 'dust'::text])))
);
comment on table intake.alarm is 'append-only: 物联告警';
CREATE INDEX alarm_at ON intake.alarm USING btree (district, at DESC);
CREATE INDEX alarm_geom ON intake.alarm USING gist (geom);
alter table intake.alarm force row level security;
create policy district_border on intake.alarm for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on intake.alarm to cityloop_app;

create table intake.arrival (
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
  unit uuid not null,
  matter text not null,
  note text,
  arrive_due_at timestamp with time zone,
  arrived_at timestamp with time zone,
  constraint arrival_pkey PRIMARY KEY (district, id)
);
comment on table intake.arrival is '部门报到';
CREATE INDEX arrival_by_due ON intake.arrival USING btree (district, due_at) WHERE (status <> ALL (ARRAY['arrived'::text]));
CREATE UNIQUE INDEX arrival_client_key ON intake.arrival USING btree (district, client_key);
CREATE INDEX arrival_closed_geom ON intake.arrival USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX arrival_created ON intake.arrival USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX arrival_number_key ON intake.arrival USING btree (district, number);
CREATE INDEX arrival_open_geom ON intake.arrival USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX arrival_open_place ON intake.arrival USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['arrived'::text]));
CREATE INDEX arrival_parent ON intake.arrival USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.arrival force row level security;
create policy district_border on intake.arrival for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.arrival to cityloop_app;

create table intake.assignment (
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
  source text not null,
  level text not null,
  document text,
  round text,
  title text not null,
  content text not null,
  leader text,
  unit uuid not null,
  measures text,
  due_on date not null,
  finish_due_at timestamp with time zone,
  finished_at timestamp with time zone,
  reply text,
  evidence uuid[],
  send_back_count integer not null,
  constraint assignment_pkey PRIMARY KEY (district, id),
  constraint assignment_level_choice CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'province'::text, 'central'::text, 'bureau'::text]))),
  constraint assignment_source_choice CHECK ((source = ANY (ARRAY['instruction'::text, 'superior'::text, 'eco'::text, 'superiorCheck'::text, 'grassroots'::text])))
);
comment on table intake.assignment is '交办批示件';
CREATE INDEX assignment_by_due ON intake.assignment USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'withdrawn'::text]));
CREATE UNIQUE INDEX assignment_client_key ON intake.assignment USING btree (district, client_key);
CREATE INDEX assignment_closed_geom ON intake.assignment USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX assignment_created ON intake.assignment USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX assignment_number_key ON intake.assignment USING btree (district, number);
CREATE INDEX assignment_open_geom ON intake.assignment USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX assignment_open_place ON intake.assignment USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'withdrawn'::text]));
CREATE INDEX assignment_parent ON intake.assignment USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.assignment force row level security;
create policy district_border on intake.assignment for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.assignment to cityloop_app;

create table intake.channel (
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
  key text not null,
  name text not null,
  number_pattern text,
  return_address text,
  is_active boolean not null,
  note text,
  constraint channel_pkey PRIMARY KEY (district, id)
);
comment on table intake.channel is '来源渠道';
CREATE INDEX channel_area ON intake.channel USING btree (district, area_code);
CREATE UNIQUE INDEX channel_key_key ON intake.channel USING btree (district, key) WHERE (retired_at IS NULL);
alter table intake.channel force row level security;
create policy district_border on intake.channel for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.channel to cityloop_app;

create table intake.correction (
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
  matter text not null,
  plan uuid,
  note text,
  photos uuid[] not null,
  constraint correction_pkey PRIMARY KEY (district, id),
  constraint correction_matter_choice CHECK ((matter = ANY (ARRAY['stall'::text, 'outside'::text, 'ads'::text, 'parking'::text, 'hanging'::text, 'sign'::text, 'other'::text])))
);
comment on table intake.correction is 'append-only: 当场纠正';
CREATE INDEX correction_at ON intake.correction USING btree (district, at DESC);
CREATE INDEX correction_geom ON intake.correction USING gist (geom);
alter table intake.correction force row level security;
create policy district_border on intake.correction for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on intake.correction to cityloop_app;

create table intake.entry (
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
  icon text not null,
  kind text not null,
  target text not null,
  note text,
  rank integer not null,
  is_active boolean not null,
  constraint entry_pkey PRIMARY KEY (district, id),
  constraint entry_icon_choice CHECK ((icon = ANY (ARRAY['camera'::text, 'progress'::text, 'phone'::text, 'question'::text, 'law'::text, 'shop'::text, 'link'::text]))),
  constraint entry_kind_choice CHECK ((kind = ANY (ARRAY['page'::text, 'phone'::text, 'link'::text])))
);
comment on table intake.entry is '市民入口';
CREATE INDEX entry_area ON intake.entry USING btree (district, area_code);
alter table intake.entry force row level security;
create policy district_border on intake.entry for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.entry to cityloop_app;

create table intake.finding (
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
  source text not null,
  device text not null,
  flight text,
  class text not null,
  category text,
  confidence numeric not null,
  seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone,
  seen_count integer not null,
  photos uuid[],
  shop uuid,
  end_ text,
  self_due_at timestamp with time zone,
  after_photos uuid[],
  case_number text,
  relearn_reason text,
  constraint finding_pkey PRIMARY KEY (district, id),
  constraint finding_end_choice CHECK ((end_ = ANY (ARRAY['merchant'::text, 'dispatched'::text, 'relearn'::text, 'repeat'::text]))),
  constraint finding_source_choice CHECK ((source = ANY (ARRAY['video'::text, 'drone'::text, 'vehicle'::text])))
);
comment on table intake.finding is '智能发现';
CREATE INDEX finding_by_due ON intake.finding USING btree (district, due_at) WHERE (status <> ALL (ARRAY['dispatched'::text, 'rectified'::text, 'relearn'::text, 'repeated'::text]));
CREATE UNIQUE INDEX finding_client_key ON intake.finding USING btree (district, client_key);
CREATE INDEX finding_closed_geom ON intake.finding USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX finding_created ON intake.finding USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX finding_number_key ON intake.finding USING btree (district, number);
CREATE INDEX finding_open_geom ON intake.finding USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX finding_open_place ON intake.finding USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['dispatched'::text, 'rectified'::text, 'relearn'::text, 'repeated'::text]));
CREATE INDEX finding_parent ON intake.finding USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.finding force row level security;
create policy district_border on intake.finding for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.finding to cityloop_app;

create table intake.issue (
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
  topic uuid not null,
  kind text not null,
  issue_class text not null,
  place text not null,
  content text not null,
  photos uuid[],
  after_photos uuid[],
  case_number text,
  result text,
  constraint issue_pkey PRIMARY KEY (district, id),
  constraint issue_issue_class_choice CHECK ((issue_class = ANY (ARRAY['appearance'::text, 'sanitation'::text, 'municipal'::text, 'advertising'::text]))),
  constraint issue_kind_choice CHECK ((kind = ANY (ARRAY['inspection'::text, 'survey'::text, 'volunteer'::text])))
);
comment on table intake.issue is '专项问题';
CREATE INDEX issue_by_due ON intake.issue USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'dropped'::text]));
CREATE UNIQUE INDEX issue_client_key ON intake.issue USING btree (district, client_key);
CREATE INDEX issue_closed_geom ON intake.issue USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX issue_created ON intake.issue USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX issue_number_key ON intake.issue USING btree (district, number);
CREATE INDEX issue_open_geom ON intake.issue USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX issue_open_place ON intake.issue USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'dropped'::text]));
CREATE INDEX issue_parent ON intake.issue USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.issue force row level security;
create policy district_border on intake.issue for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.issue to cityloop_app;

create table intake.opinion (
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
  platform text not null,
  link text,
  title text not null,
  content text not null,
  grade text,
  case_number text,
  response text,
  respond_due_at timestamp with time zone,
  responded_at timestamp with time zone,
  constraint opinion_pkey PRIMARY KEY (district, id),
  constraint opinion_grade_choice CHECK ((grade = ANY (ARRAY['normal'::text, 'sensitive'::text, 'major'::text])))
);
comment on table intake.opinion is '网络舆情';
CREATE INDEX opinion_by_due ON intake.opinion USING btree (district, due_at) WHERE (status <> ALL (ARRAY['responded'::text, 'ignored'::text]));
CREATE UNIQUE INDEX opinion_client_key ON intake.opinion USING btree (district, client_key);
CREATE INDEX opinion_closed_geom ON intake.opinion USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX opinion_created ON intake.opinion USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX opinion_number_key ON intake.opinion USING btree (district, number);
CREATE INDEX opinion_open_geom ON intake.opinion USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX opinion_open_place ON intake.opinion USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['responded'::text, 'ignored'::text]));
CREATE INDEX opinion_parent ON intake.opinion USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.opinion force row level security;
create policy district_border on intake.opinion for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.opinion to cityloop_app;

create table intake.order (
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
  channel text not null,
  kind text not null,
  outside_number text,
  caller_name text,
  caller_phone text,
  is_confidential boolean not null,
  title text,
  content text not null,
  address text,
  occurred_at timestamp with time zone,
  category text,
  unit uuid,
  case_id uuid,
  case_number text,
  case_result text,
  merged_into uuid,
  reply text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  close_due_at timestamp with time zone,
  done_at timestamp with time zone,
  accepted_at timestamp with time zone,
  satisfaction text,
  called_back_at timestamp with time zone,
  return_count integer not null,
  constraint order_pkey PRIMARY KEY (district, id),
  constraint order_channel_choice CHECK ((channel = ANY (ARRAY['12319'::text, '12345'::text, 'hotline'::text, 'minqingtong'::text, 'minhu'::text, 'massReport'::text]))),
  constraint order_kind_choice CHECK ((kind = ANY (ARRAY['complaint'::text, 'report'::text, 'request'::text, 'advice'::text, 'consult'::text, 'praise'::text]))),
  constraint order_satisfaction_choice CHECK ((satisfaction = ANY (ARRAY['satisfied'::text, 'basic'::text, 'dissatisfied'::text, 'unreached'::text])))
);
comment on table intake.order is '诉求工单';
CREATE INDEX order_by_due ON intake."order" USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'returned'::text, 'merged'::text]));
CREATE UNIQUE INDEX order_client_key ON intake."order" USING btree (district, client_key);
CREATE INDEX order_closed_geom ON intake."order" USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX order_created ON intake."order" USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX order_number_key ON intake."order" USING btree (district, number);
CREATE INDEX order_open_geom ON intake."order" USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX order_open_place ON intake."order" USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'returned'::text, 'merged'::text]));
CREATE INDEX order_parent ON intake."order" USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.order force row level security;
create policy district_border on intake.order for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.order to cityloop_app;

create table intake.patrol (
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
  plan uuid,
  who text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  track jsonb not null,
  cells integer not null,
  distance_m numeric not null,
  found integer not null,
  corrected integer not null,
  summary text not null,
  constraint patrol_pkey PRIMARY KEY (district, id),
  constraint patrol_who_choice CHECK ((who = ANY (ARRAY['collector'::text, 'officer'::text])))
);
comment on table intake.patrol is 'append-only: 巡查记录';
CREATE INDEX patrol_at ON intake.patrol USING btree (district, at DESC);
alter table intake.patrol force row level security;
create policy district_border on intake.patrol for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on intake.patrol to cityloop_app;

create table intake.patrol_plan (
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
  who text not null,
  squad uuid,
  area text not null,
  starts_at text not null,
  ends_at text not null,
  times_per_day integer not null,
  valid_from date not null,
  valid_to date,
  constraint patrol_plan_pkey PRIMARY KEY (district, id),
  constraint patrol_plan_who_choice CHECK ((who = ANY (ARRAY['collector'::text, 'officer'::text])))
);
comment on table intake.patrol_plan is '巡查计划';
CREATE INDEX patrol_plan_area ON intake.patrol_plan USING btree (district, area_code);
CREATE UNIQUE INDEX patrol_plan_name_valid_from_key ON intake.patrol_plan USING btree (district, name, valid_from) WHERE (retired_at IS NULL);
alter table intake.patrol_plan force row level security;
create policy district_border on intake.patrol_plan for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.patrol_plan to cityloop_app;

create table intake.petition (
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
  outside_number text not null,
  petitioner text not null,
  phone text,
  way text not null,
  content text not null,
  unit uuid,
  reply text,
  is_extended boolean not null,
  accept_due_at timestamp with time zone,
  accepted_at timestamp with time zone,
  answer_due_at timestamp with time zone,
  answered_at timestamp with time zone,
  constraint petition_pkey PRIMARY KEY (district, id),
  constraint petition_way_choice CHECK ((way = ANY (ARRAY['online'::text, 'letter'::text, 'visit'::text, 'call'::text])))
);
comment on table intake.petition is '信访件';
CREATE INDEX petition_by_due ON intake.petition USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'refused'::text]));
CREATE UNIQUE INDEX petition_client_key ON intake.petition USING btree (district, client_key);
CREATE INDEX petition_closed_geom ON intake.petition USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX petition_created ON intake.petition USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX petition_number_key ON intake.petition USING btree (district, number);
CREATE INDEX petition_open_geom ON intake.petition USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX petition_open_place ON intake.petition USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'refused'::text]));
CREATE UNIQUE INDEX petition_outside_number_key ON intake.petition USING btree (district, outside_number);
CREATE INDEX petition_parent ON intake.petition USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.petition force row level security;
create policy district_border on intake.petition for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.petition to cityloop_app;

create table intake.return_box (
  district text not null,
  id uuid not null,
  at timestamp with time zone not null,
  channel text not null,
  order_id uuid not null,
  number text not null,
  outside_number text,
  status text not null,
  reply text not null,
  address text,
  sent_at timestamp with time zone,
  error text,
  attempts integer default 0 not null,
  next_at timestamp with time zone,
  claimed_until timestamp with time zone,
  constraint return_box_pkey PRIMARY KEY (district, id),
  constraint return_box_district_order_id_status_at_key UNIQUE (district, order_id, status, at)
);
comment on table intake.return_box is '回传箱: answers on their way back to the platform they came from';
CREATE INDEX return_box_waiting ON intake.return_box USING btree (district, at) WHERE (sent_at IS NULL);
alter table intake.return_box force row level security;
create policy district_border on intake.return_box for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.return_box to cityloop_app;

create table intake.reward (
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
  matter text not null,
  content text not null,
  anonymous_code text not null,
  reporter_name text,
  area text,
  finding text,
  amount numeric,
  granted_at timestamp with time zone,
  paid_at timestamp with time zone,
  voucher text,
  refused_reason text,
  verify_due_at timestamp with time zone,
  verified_at timestamp with time zone,
  constraint reward_pkey PRIMARY KEY (district, id),
  constraint reward_matter_choice CHECK ((matter = ANY (ARRAY['illegalBuilding'::text, 'dumping'::text, 'ads'::text, 'damage'::text, 'gas'::text, 'other'::text])))
);
comment on table intake.reward is '有奖举报';
CREATE UNIQUE INDEX reward_anonymous_code_key ON intake.reward USING btree (district, anonymous_code);
CREATE INDEX reward_by_due ON intake.reward USING btree (district, due_at) WHERE (status <> ALL (ARRAY['paid'::text, 'refused'::text]));
CREATE UNIQUE INDEX reward_client_key ON intake.reward USING btree (district, client_key);
CREATE INDEX reward_closed_geom ON intake.reward USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX reward_created ON intake.reward USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX reward_number_key ON intake.reward USING btree (district, number);
CREATE INDEX reward_open_geom ON intake.reward USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX reward_open_place ON intake.reward USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['paid'::text, 'refused'::text]));
CREATE INDEX reward_parent ON intake.reward USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.reward force row level security;
create policy district_border on intake.reward for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.reward to cityloop_app;

create table intake.reward_budget (
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
  year text not null,
  amount numeric not null,
  document text not null,
  constraint reward_budget_pkey PRIMARY KEY (district, id)
);
comment on table intake.reward_budget is '举报奖励预算';
CREATE INDEX reward_budget_area ON intake.reward_budget USING btree (district, area_code);
CREATE UNIQUE INDEX reward_budget_year_key ON intake.reward_budget USING btree (district, year) WHERE (retired_at IS NULL);
alter table intake.reward_budget force row level security;
create policy district_border on intake.reward_budget for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.reward_budget to cityloop_app;

create table intake.reward_scale (
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
  matter text not null,
  amount numeric not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  constraint reward_scale_pkey PRIMARY KEY (district, id),
  constraint reward_scale_matter_choice CHECK ((matter = ANY (ARRAY['illegalBuilding'::text, 'dumping'::text, 'ads'::text, 'damage'::text, 'gas'::text, 'other'::text])))
);
comment on table intake.reward_scale is '举报奖励标准';
CREATE INDEX reward_scale_area ON intake.reward_scale USING btree (district, area_code);
CREATE UNIQUE INDEX reward_scale_matter_valid_from_key ON intake.reward_scale USING btree (district, matter, valid_from) WHERE (retired_at IS NULL);
alter table intake.reward_scale force row level security;
create policy district_border on intake.reward_scale for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.reward_scale to cityloop_app;

create table intake.shift (
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
  operator uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  seat text,
  constraint shift_pkey PRIMARY KEY (district, id),
  constraint shift_order CHECK ((ends_at > starts_at))
);
comment on table intake.shift is '热线排班';
CREATE INDEX shift_area ON intake.shift USING btree (district, area_code);
alter table intake.shift force row level security;
create policy district_border on intake.shift for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.shift to cityloop_app;

create table intake.spot (
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
  spot_number text not null,
  area_m2 numeric not null,
  taken date,
  judgement text,
  finding text,
  photos uuid[],
  case_number text,
  restored_m2 numeric,
  visits integer not null,
  constraint spot_pkey PRIMARY KEY (district, id),
  constraint spot_judgement_choice CHECK ((judgement = ANY (ARRAY['illegal'::text, 'legal'::text, 'waste'::text, 'farmland'::text, 'unchanged'::text])))
);
comment on table intake.spot is '卫星图斑';
CREATE UNIQUE INDEX spot_batch_spot_number_key ON intake.spot USING btree (district, batch, spot_number);
CREATE INDEX spot_by_due ON intake.spot USING btree (district, due_at) WHERE (status <> ALL (ARRAY['restored'::text, 'legal'::text]));
CREATE UNIQUE INDEX spot_client_key ON intake.spot USING btree (district, client_key);
CREATE INDEX spot_closed_geom ON intake.spot USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX spot_created ON intake.spot USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX spot_number_key ON intake.spot USING btree (district, number);
CREATE INDEX spot_open_geom ON intake.spot USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX spot_open_place ON intake.spot USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['restored'::text, 'legal'::text]));
CREATE INDEX spot_parent ON intake.spot USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.spot force row level security;
create policy district_border on intake.spot for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.spot to cityloop_app;

create table intake.spot_check (
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
  collector uuid not null,
  was_reported boolean not null,
  category text not null,
  note text not null,
  photos uuid[],
  constraint spot_check_pkey PRIMARY KEY (district, id)
);
comment on table intake.spot_check is 'append-only: 采集抽查';
CREATE INDEX spot_check_at ON intake.spot_check USING btree (district, at DESC);
CREATE INDEX spot_check_geom ON intake.spot_check USING gist (geom);
alter table intake.spot_check force row level security;
create policy district_border on intake.spot_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on intake.spot_check to cityloop_app;

create table intake.topic (
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
  starts_on date not null,
  ends_on date not null,
  requirement text,
  summary text,
  constraint topic_pkey PRIMARY KEY (district, id),
  constraint topic_kind_choice CHECK ((kind = ANY (ARRAY['inspection'::text, 'survey'::text, 'volunteer'::text])))
);
comment on table intake.topic is '专项督查排查';
CREATE INDEX topic_by_due ON intake.topic USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX topic_client_key ON intake.topic USING btree (district, client_key);
CREATE INDEX topic_closed_geom ON intake.topic USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX topic_created ON intake.topic USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX topic_number_key ON intake.topic USING btree (district, number);
CREATE INDEX topic_open_geom ON intake.topic USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX topic_open_place ON intake.topic USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX topic_parent ON intake.topic USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.topic force row level security;
create policy district_border on intake.topic for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.topic to cityloop_app;

create table intake.whistle (
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
  matter text not null,
  units jsonb not null,
  result text,
  rating text,
  comment text,
  redo_count integer not null,
  constraint whistle_pkey PRIMARY KEY (district, id),
  constraint whistle_rating_choice CHECK ((rating = ANY (ARRAY['satisfied'::text, 'basic'::text, 'dissatisfied'::text, 'unreached'::text])))
);
comment on table intake.whistle is '社区吹哨';
CREATE INDEX whistle_by_due ON intake.whistle USING btree (district, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text]));
CREATE UNIQUE INDEX whistle_client_key ON intake.whistle USING btree (district, client_key);
CREATE INDEX whistle_closed_geom ON intake.whistle USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX whistle_created ON intake.whistle USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX whistle_number_key ON intake.whistle USING btree (district, number);
CREATE INDEX whistle_open_geom ON intake.whistle USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX whistle_open_place ON intake.whistle USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text]));
CREATE INDEX whistle_parent ON intake.whistle USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table intake.whistle force row level security;
create policy district_border on intake.whistle for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on intake.whistle to cityloop_app;

create table kernel.appointment (
  district text not null,
  id uuid not null,
  person_id uuid not null,
  post_id text not null,
  unit_id uuid,
  area_code text not null,
  valid_from date not null,
  valid_to date,
  constraint appointment_pkey PRIMARY KEY (district, id)
);
CREATE INDEX appointment_person ON kernel.appointment USING btree (district, person_id);
alter table kernel.appointment force row level security;
create policy district_border on kernel.appointment for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.appointment to cityloop_app;

create table kernel.area (
  district text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  level text not null,
  name text not null,
  parent text,
  geom geometry(MultiPolygon,4326),
  area_m2 numeric(14,1),
  attributes jsonb default '{}'::jsonb not null,
  change_reason text,
  constraint area_pkey PRIMARY KEY (district, code, valid_from),
  constraint area_check CHECK (((code ~ '^\d{6}(\d{3}(\d{3}(\d{3})?)?)?$'::text) AND (code ~~ (district || '%'::text)))),
  constraint area_check1 CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint area_level_check CHECK ((level = ANY (ARRAY['district'::text, 'street'::text, 'community'::text, 'cell'::text])))
);
comment on table kernel.area is '区—街道—社区—单元网格 (GB/T 47678.3); redrawing ends a row and begins another, so history keeps its place';
CREATE INDEX area_geom ON kernel.area USING gist (geom);
CREATE INDEX area_parent ON kernel.area USING btree (district, parent);
alter table kernel.area force row level security;
create policy district_border on kernel.area for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.area to cityloop_app;

create table kernel.audit (
  district text not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_name text not null,
  kind text not null,
  detail jsonb not null,
  ip text,
  constraint audit_pkey PRIMARY KEY (district, id)
);
comment on table kernel.audit is 'append-only: logins, reveals of personal data, exports, changes of permission';
CREATE INDEX audit_at ON kernel.audit USING btree (district, at DESC);
alter table kernel.audit force row level security;
create policy district_border on kernel.audit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on kernel.audit to cityloop_app;

create table kernel.calendar_day (
  district text not null,
  day date not null,
  kind text not null,
  name text not null,
  source text not null,
  constraint calendar_day_pkey PRIMARY KEY (district, day),
  constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['work'::text, 'rest'::text])))
);
comment on table kernel.calendar_day is 'A district''s own working or resting days over the national calendar';
alter table kernel.calendar_day force row level security;
create policy district_border on kernel.calendar_day for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.calendar_day to cityloop_app;

create table kernel.clock (
  district text not null,
  subject_type text not null,
  subject_id uuid not null,
  name text not null,
  round integer not null,
  unit_id uuid,
  area_code text,
  limit_value numeric(10,2) not null,
  limit_unit text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  used_ms bigint default 0 not null,
  restarted_at timestamp with time zone not null,
  paused_at timestamp with time zone,
  stopped_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  extensions integer default 0 not null,
  extended_ms bigint default 0 not null,
  is_exempt boolean default false not null,
  overdue_told_at timestamp with time zone,
  calendar text not null,
  constraint clock_pkey PRIMARY KEY (district, subject_id, name, round)
);
CREATE INDEX clock_running ON kernel.clock USING btree (district, due_at) WHERE ((stopped_at IS NULL) AND (paused_at IS NULL) AND (cancelled_at IS NULL));
alter table kernel.clock force row level security;
create policy district_border on kernel.clock for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.clock to cityloop_app;

create table kernel.code (
  list text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  zh text not null,
  en text,
  parent text,
  attributes jsonb default '{}'::jsonb not null,
  source text not null,
  is_local boolean default false not null,
  constraint code_pkey PRIMARY KEY (list, code, valid_from)
);
comment on table kernel.code is 'shared-writable: dated code lists with their source';
grant delete, insert, select, update on kernel.code to cityloop_app;

create table kernel.delegation (
  district text not null,
  id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reason text not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint delegation_pkey PRIMARY KEY (district, id),
  constraint delegation_check CHECK (((ends_at > starts_at) AND (from_person_id <> to_person_id)))
);
alter table kernel.delegation force row level security;
create policy district_border on kernel.delegation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.delegation to cityloop_app;

create table kernel.district (
  code text not null,
  name text not null,
  parent text,
  geom geometry(MultiPolygon,4326),
  settings jsonb default '{}'::jsonb not null,
  constraint district_pkey PRIMARY KEY (code),
  constraint district_code_check CHECK ((code ~ '^\d{6}$'::text))
);
comment on table kernel.district is 'shared-writable: 县级区划';
grant delete, insert, select, update on kernel.district to cityloop_app;

create table kernel.file (
  district text not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  mime text not null,
  size integer not null,
  width integer,
  height integer,
  phash bigint,
  taken_at timestamp with time zone,
  taken_lon double precision,
  taken_lat double precision,
  device text,
  evidence jsonb default '{}'::jsonb not null,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  served_sha256 text,
  served_mime text,
  served_size integer,
  constraint file_pkey PRIMARY KEY (district, id)
);
CREATE INDEX file_phash ON kernel.file USING btree (district, phash);
CREATE INDEX file_photo ON kernel.file USING btree (district, uploaded_at) WHERE (phash IS NOT NULL);
CREATE INDEX file_sha ON kernel.file USING btree (district, sha256);
alter table kernel.file force row level security;
create policy district_border on kernel.file for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.file to cityloop_app;

create table kernel.import_row (
  district text not null,
  import_id text not null,
  key text not null,
  at timestamp with time zone not null,
  result text not null,
  reason text,
  subject_id uuid,
  constraint import_row_pkey PRIMARY KEY (district, import_id, key),
  constraint import_row_result_check CHECK ((result = ANY (ARRAY['added'::text, 'known'::text, 'refused'::text])))
);
comment on table kernel.import_row is 'What became of each row of each import: imports are resumable and idempotent by key';
alter table kernel.import_row force row level security;
create policy district_border on kernel.import_row for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.import_row to cityloop_app;

create table kernel.job_run (
  district text not null,
  job text not null,
  last_run_at timestamp with time zone not null,
  runs bigint default 0 not null,
  took_ms integer,
  error text,
  constraint job_run_pkey PRIMARY KEY (district, job)
);
alter table kernel.job_run force row level security;
create policy district_border on kernel.job_run for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.job_run to cityloop_app;

create table kernel.journal (
  district text not null,
  subject_type text not null,
  subject_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  changes jsonb not null,
  detail jsonb not null,
  prev_hash text not null,
  hash text not null,
  constraint journal_pkey PRIMARY KEY (district, subject_id, seq),
  constraint journal_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'public'::text, 'system'::text]))),
  constraint journal_seq_check CHECK ((seq > 0))
);
comment on table kernel.journal is 'append-only: every action on anything, chained by hash per subject';
CREATE INDEX journal_at ON kernel.journal USING btree (district, at);
CREATE INDEX journal_hash ON kernel.journal USING btree (district, hash);
alter table kernel.journal force row level security;
create policy district_border on kernel.journal for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on kernel.journal to cityloop_app;

create table kernel.message (
  district text not null,
  id uuid not null,
  channel text not null,
  recipient text not null,
  body text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  error text,
  attempts integer default 0 not null,
  next_at timestamp with time zone,
  failed_at timestamp with time zone,
  constraint message_pkey PRIMARY KEY (district, id),
  constraint message_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text, 'wechat'::text])))
);
comment on table kernel.message is 'Local outbox of the SMS, mail and WeChat adapters';
CREATE INDEX message_waiting ON kernel.message USING btree (district, created_at) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));
alter table kernel.message force row level security;
create policy district_border on kernel.message for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.message to cityloop_app;

create table kernel.migration (
  scope text not null,
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (scope, number)
);
grant select on kernel.migration to cityloop_app;

create table kernel.notice (
  district text not null,
  id uuid not null,
  person_id uuid,
  unit_id uuid,
  at timestamp with time zone not null,
  zh text not null,
  link text,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (district, id)
);
CREATE INDEX notice_person ON kernel.notice USING btree (district, person_id, at DESC);
CREATE INDEX notice_unit ON kernel.notice USING btree (district, unit_id, at DESC);
alter table kernel.notice force row level security;
create policy district_border on kernel.notice for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.notice to cityloop_app;

create table kernel.number_series (
  district text not null,
  prefix text not null,
  period text not null,
  last integer not null,
  constraint number_series_pkey PRIMARY KEY (district, prefix, period)
);
alter table kernel.number_series force row level security;
create policy district_border on kernel.number_series for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.number_series to cityloop_app;

create table kernel.outbox (
  district text not null,
  id uuid not null,
  at timestamp with time zone not null,
  fact text not null,
  payload jsonb not null,
  done_at timestamp with time zone,
  attempts integer default 0 not null,
  error text,
  constraint outbox_pkey PRIMARY KEY (district, id)
);
CREATE INDEX outbox_waiting ON kernel.outbox USING btree (district, id) WHERE (done_at IS NULL);
alter table kernel.outbox force row level security;
create policy district_border on kernel.outbox for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.outbox to cityloop_app;

create table kernel.parameter (
  district text not null,
  name text not null,
  valid_from date not null,
  value numeric not null,
  unit text not null,
  source text not null,
  changed_by text not null,
  constraint parameter_pkey PRIMARY KEY (district, name, valid_from)
);
alter table kernel.parameter force row level security;
create policy district_border on kernel.parameter for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.parameter to cityloop_app;

create table kernel.person (
  district text not null,
  id uuid not null,
  name text not null,
  login text,
  phone text,
  password_hash text,
  totp_secret text,
  failed_logins integer default 0 not null,
  locked_until timestamp with time zone,
  is_disabled boolean default false not null,
  unit_id uuid,
  attributes jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  totp_pending text,
  totp_last_step bigint,
  must_change_password boolean default false not null,
  constraint person_pkey PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX person_login ON kernel.person USING btree (district, login);
alter table kernel.person force row level security;
create policy district_border on kernel.person for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.person to cityloop_app;

create table kernel.post (
  district text not null,
  id text not null,
  zh text not null,
  verbs text[] not null,
  admin_kind text,
  home text default '/'::text not null,
  constraint post_pkey PRIMARY KEY (district, id),
  constraint post_admin_kind_check CHECK ((admin_kind = ANY (ARRAY['system'::text, 'security'::text, 'audit'::text])))
);
comment on table kernel.post is '岗位: a named set of verbs; code never asks for its name';
alter table kernel.post force row level security;
create policy district_border on kernel.post for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.post to cityloop_app;

create table kernel.published_picture (
  district text not null,
  file_id uuid not null,
  state text not null,
  boxes jsonb default '[]'::jsonb not null,
  checked text[] default '{}'::text[] not null,
  check_note text,
  sha256 text,
  size integer,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  reason text,
  constraint published_picture_pkey PRIMARY KEY (district, file_id),
  constraint published_picture_check CHECK (((state <> 'published'::text) OR (sha256 IS NOT NULL))),
  constraint published_picture_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'withheld'::text])))
);
CREATE INDEX published_picture_waiting ON kernel.published_picture USING btree (district, asked_at) WHERE (state = 'waiting'::text);
alter table kernel.published_picture force row level security;
create policy district_border on kernel.published_picture for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.published_picture to cityloop_app;

create table kernel.rule_firing (
  district text not null,
  rule text not null,
  key text not null,
  at timestamp with time zone not null,
  subject jsonb not null,
  constraint rule_firing_pkey PRIMARY KEY (district, rule, key, at)
);
alter table kernel.rule_firing force row level security;
create policy district_border on kernel.rule_firing for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.rule_firing to cityloop_app;

create table kernel.session (
  district text not null,
  token_hash text not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ip text,
  agent text,
  constraint session_pkey PRIMARY KEY (district, token_hash)
);
CREATE INDEX session_person ON kernel.session USING btree (district, person_id) WHERE (ended_at IS NULL);
alter table kernel.session force row level security;
create policy district_border on kernel.session for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.session to cityloop_app;

create table kernel.tally (
  district text not null,
  part text not null,
  day date not null,
  street text not null,
  n bigint not null,
  s numeric,
  x double precision,
  constraint tally_pkey PRIMARY KEY (district, part, day, street)
);
alter table kernel.tally force row level security;
create policy district_border on kernel.tally for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.tally to cityloop_app;

create table kernel.tally_built (
  district text not null,
  part text not null,
  built_at timestamp with time zone not null,
  constraint tally_built_pkey PRIMARY KEY (district, part)
);
alter table kernel.tally_built force row level security;
create policy district_border on kernel.tally_built for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.tally_built to cityloop_app;

create table kernel.tally_mark (
  district text not null,
  source text not null,
  street text not null,
  at timestamp with time zone not null
);
alter table kernel.tally_mark force row level security;
create policy district_border on kernel.tally_mark for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.tally_mark to cityloop_app;

create table kernel.task (
  district text not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  number text not null,
  title text not null,
  status text not null,
  verb text not null,
  area_code text,
  unit_id uuid,
  person_id uuid,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  done_by uuid,
  constraint task_pkey PRIMARY KEY (district, id)
);
CREATE INDEX task_open ON kernel.task USING btree (district, verb, due_at) WHERE (done_at IS NULL);
CREATE INDEX task_person ON kernel.task USING btree (district, person_id) WHERE (done_at IS NULL);
CREATE INDEX task_subject ON kernel.task USING btree (district, subject_id) WHERE (done_at IS NULL);
alter table kernel.task force row level security;
create policy district_border on kernel.task for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.task to cityloop_app;

create table kernel.timer (
  district text not null,
  subject_type text not null,
  subject_id uuid not null,
  name text not null,
  fire_at timestamp with time zone not null,
  action text not null,
  constraint timer_pkey PRIMARY KEY (district, subject_id, name)
);
CREATE INDEX timer_due ON kernel.timer USING btree (district, fire_at);
alter table kernel.timer force row level security;
create policy district_border on kernel.timer for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.timer to cityloop_app;

create table kernel.unit (
  district text not null,
  id uuid not null,
  name text not null,
  kind text not null,
  parent_id uuid,
  area_code text,
  code text,
  phone text,
  settings jsonb default '{}'::jsonb not null,
  retired_at timestamp with time zone,
  constraint unit_pkey PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX unit_name ON kernel.unit USING btree (district, name) WHERE (retired_at IS NULL);
alter table kernel.unit force row level security;
create policy district_border on kernel.unit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.unit to cityloop_app;

create table kernel.view (
  district text not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  definition text not null,
  name text not null,
  query jsonb not null,
  columns jsonb,
  is_shared boolean default false not null,
  created_at timestamp with time zone not null,
  constraint view_pkey PRIMARY KEY (district, id),
  constraint view_district_person_id_definition_name_key UNIQUE (district, person_id, definition, name),
  constraint view_name_check CHECK (((name <> ''::text) AND (length(name) <= 40)))
);
alter table kernel.view force row level security;
create policy district_border on kernel.view for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.view to cityloop_app;

create table kernel.work (
  district text not null,
  id uuid not null,
  kind text not null,
  zh text not null,
  person_id uuid,
  process_id uuid not null,
  total integer,
  done integer default 0 not null,
  state text not null,
  error text,
  result jsonb,
  created_at timestamp with time zone not null,
  beat_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint work_pkey PRIMARY KEY (district, id),
  constraint work_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX work_person ON kernel.work USING btree (district, person_id, created_at DESC);
CREATE INDEX work_running ON kernel.work USING btree (district, beat_at) WHERE (state = 'running'::text);
alter table kernel.work force row level security;
create policy district_border on kernel.work for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on kernel.work to cityloop_app;

create table lighting.cabinet (
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
  road text not null,
  gateway uuid,
  loops integer not null,
  meter_no text,
  fen_per_kwh numeric,
  installed_on date,
  constraint cabinet_pkey PRIMARY KEY (district, id),
  constraint cabinet_kind_choice CHECK ((kind = ANY (ARRAY['street'::text, 'landscape'::text, 'tunnel'::text])))
);
comment on table lighting.cabinet is '照明配电箱(控制柜)';
CREATE INDEX cabinet_area ON lighting.cabinet USING btree (district, area_code);
CREATE UNIQUE INDEX cabinet_code_key ON lighting.cabinet USING btree (district, code) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX cabinet_gateway_key ON lighting.cabinet USING btree (district, gateway) WHERE (retired_at IS NULL);
CREATE INDEX cabinet_geom ON lighting.cabinet USING gist (geom);
alter table lighting.cabinet force row level security;
create policy district_border on lighting.cabinet for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.cabinet to cityloop_app;

create table lighting.coating (
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
  road text not null,
  done_on date not null,
  poles integer not null,
  paint text not null,
  constraint coating_pkey PRIMARY KEY (district, id)
);
comment on table lighting.coating is 'append-only: 灯杆涂刷';
CREATE INDEX coating_at ON lighting.coating USING btree (district, at DESC);
alter table lighting.coating force row level security;
create policy district_border on lighting.coating for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on lighting.coating to cityloop_app;

create table lighting.dark_place (
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
  length_m numeric not null,
  found_by text not null,
  note text,
  budget_fen integer,
  fund_source text,
  project uuid,
  plan_on date,
  lamps integer,
  night_photos uuid[],
  taken_at timestamp with time zone,
  reason text,
  constraint dark_place_pkey PRIMARY KEY (district, id)
);
comment on table lighting.dark_place is '有路无灯点位';
CREATE INDEX dark_place_by_due ON lighting.dark_place USING btree (district, due_at) WHERE (status <> ALL (ARRAY['lit'::text, 'dropped'::text]));
CREATE UNIQUE INDEX dark_place_client_key ON lighting.dark_place USING btree (district, client_key);
CREATE INDEX dark_place_closed_geom ON lighting.dark_place USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX dark_place_created ON lighting.dark_place USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX dark_place_number_key ON lighting.dark_place USING btree (district, number);
CREATE INDEX dark_place_open_geom ON lighting.dark_place USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX dark_place_open_place ON lighting.dark_place USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['lit'::text, 'dropped'::text]));
CREATE INDEX dark_place_parent ON lighting.dark_place USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table lighting.dark_place force row level security;
create policy district_border on lighting.dark_place for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.dark_place to cityloop_app;

create table lighting.entrance (
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
  motorway text not null,
  owner text not null,
  invest_fen integer not null,
  lamps integer not null,
  lux_before numeric not null,
  watt_before numeric not null,
  due_on date not null,
  boundary text,
  agreement uuid[],
  agreed_on date,
  lux_after numeric,
  watt_after numeric,
  watt_saved numeric,
  lux_gain numeric,
  measured_at timestamp with time zone,
  photos uuid[],
  done_on date,
  constraint entrance_pkey PRIMARY KEY (district, id)
);
comment on table lighting.entrance is '高速出入口亮化节能';
CREATE INDEX entrance_by_due ON lighting.entrance USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX entrance_client_key ON lighting.entrance USING btree (district, client_key);
CREATE INDEX entrance_closed_geom ON lighting.entrance USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX entrance_created ON lighting.entrance USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX entrance_name_key ON lighting.entrance USING btree (district, name);
CREATE UNIQUE INDEX entrance_number_key ON lighting.entrance USING btree (district, number);
CREATE INDEX entrance_open_geom ON lighting.entrance USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX entrance_open_place ON lighting.entrance USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX entrance_parent ON lighting.entrance USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table lighting.entrance force row level security;
create policy district_border on lighting.entrance for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.entrance to cityloop_app;

create table lighting.lamp (
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
  pole uuid,
  cabinet uuid,
  loop integer,
  road text not null,
  source text not null,
  watt numeric not null,
  control text not null,
  state text not null,
  condition text not null,
  installed_on date,
  retrofitted_on date,
  project text,
  constraint lamp_pkey PRIMARY KEY (district, id),
  constraint lamp_condition_choice CHECK ((condition = ANY (ARRAY['intact'::text, 'damaged'::text]))),
  constraint lamp_control_choice CHECK ((control = ANY (ARRAY['none'::text, 'cabinet'::text, 'single'::text, 'dimming'::text]))),
  constraint lamp_source_choice CHECK ((source = ANY (ARRAY['led'::text, 'sodium'::text, 'halide'::text, 'mercury'::text, 'solar'::text, 'other'::text]))),
  constraint lamp_state_choice CHECK ((state = ANY (ARRAY['lit'::text, 'fault'::text, 'off'::text])))
);
comment on table lighting.lamp is '路灯';
CREATE INDEX lamp_area ON lighting.lamp USING btree (district, area_code);
CREATE UNIQUE INDEX lamp_code_key ON lighting.lamp USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX lamp_geom ON lighting.lamp USING gist (geom);
alter table lighting.lamp force row level security;
create policy district_border on lighting.lamp for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.lamp to cityloop_app;

create table lighting.lamp_repair (
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
  lamp uuid not null,
  code text not null,
  road text not null,
  kind text not null,
  repair uuid not null,
  constraint lamp_repair_pkey PRIMARY KEY (district, id),
  constraint lamp_repair_kind_choice CHECK ((kind = ANY (ARRAY['dark'::text, 'daylit'::text, 'damage'::text, 'pit'::text, 'theft'::text, 'remote'::text, 'landscape'::text])))
);
comment on table lighting.lamp_repair is 'append-only: 路灯维修(盏次)';
CREATE INDEX lamp_repair_at ON lighting.lamp_repair USING btree (district, at DESC);
alter table lighting.lamp_repair force row level security;
create policy district_border on lighting.lamp_repair for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on lighting.lamp_repair to cityloop_app;

create table lighting.lane (
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
  length_m numeric not null,
  households integer not null,
  light text not null,
  lamps integer not null,
  constraint lane_pkey PRIMARY KEY (district, id),
  constraint lane_light_choice CHECK ((light = ANY (ARRAY['none'::text, 'partial'::text, 'full'::text])))
);
comment on table lighting.lane is '背街小巷照明台账';
CREATE INDEX lane_area ON lighting.lane USING btree (district, area_code);
CREATE INDEX lane_geom ON lighting.lane USING gist (geom);
CREATE UNIQUE INDEX lane_name_key ON lighting.lane USING btree (district, name) WHERE (retired_at IS NULL);
alter table lighting.lane force row level security;
create policy district_border on lighting.lane for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.lane to cityloop_app;

create table lighting.lane_project (
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
  invest_fen integer not null,
  lanes jsonb not null,
  due_on date not null,
  done jsonb,
  installed integer,
  planned integer,
  lane_count integer,
  words jsonb,
  done_on date,
  night_photos uuid[],
  constraint lane_project_pkey PRIMARY KEY (district, id)
);
comment on table lighting.lane_project is '背街小巷亮化项目';
CREATE INDEX lane_project_by_due ON lighting.lane_project USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX lane_project_client_key ON lighting.lane_project USING btree (district, client_key);
CREATE INDEX lane_project_closed_geom ON lighting.lane_project USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX lane_project_created ON lighting.lane_project USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX lane_project_name_key ON lighting.lane_project USING btree (district, name);
CREATE UNIQUE INDEX lane_project_number_key ON lighting.lane_project USING btree (district, number);
CREATE INDEX lane_project_open_geom ON lighting.lane_project USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX lane_project_open_place ON lighting.lane_project USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX lane_project_parent ON lighting.lane_project USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table lighting.lane_project force row level security;
create policy district_border on lighting.lane_project for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.lane_project to cityloop_app;

create table lighting.meter_month (
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
  cabinet uuid not null,
  month text not null,
  kwh numeric not null,
  fee_fen integer,
  kind text,
  month_on date,
  last_kwh numeric,
  last_fee_fen integer,
  saved_kwh numeric,
  saved_fen integer,
  constraint meter_month_pkey PRIMARY KEY (district, id),
  constraint meter_month_kind_choice CHECK ((kind = ANY (ARRAY['street'::text, 'landscape'::text, 'tunnel'::text])))
);
comment on table lighting.meter_month is '照明用电抄表';
CREATE INDEX meter_month_by_due ON lighting.meter_month USING btree (district, due_at) WHERE (status <> ALL (ARRAY['void'::text]));
CREATE UNIQUE INDEX meter_month_cabinet_month_key ON lighting.meter_month USING btree (district, cabinet, month);
CREATE UNIQUE INDEX meter_month_client_key ON lighting.meter_month USING btree (district, client_key);
CREATE INDEX meter_month_closed_geom ON lighting.meter_month USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX meter_month_created ON lighting.meter_month USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX meter_month_number_key ON lighting.meter_month USING btree (district, number);
CREATE INDEX meter_month_open_geom ON lighting.meter_month USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX meter_month_open_place ON lighting.meter_month USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['void'::text]));
CREATE INDEX meter_month_parent ON lighting.meter_month USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table lighting.meter_month force row level security;
create policy district_border on lighting.meter_month for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.meter_month to cityloop_app;

create table lighting.pit (
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
  cabinet uuid,
  road text not null,
  cover text not null,
  cable text not null,
  state text not null,
  installed_on date,
  constraint pit_pkey PRIMARY KEY (district, id),
  constraint pit_state_choice CHECK ((state = ANY (ARRAY['intact'::text, 'damaged'::text, 'stolen'::text])))
);
comment on table lighting.pit is '电缆工作井';
CREATE INDEX pit_area ON lighting.pit USING btree (district, area_code);
CREATE UNIQUE INDEX pit_code_key ON lighting.pit USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX pit_geom ON lighting.pit USING gist (geom);
alter table lighting.pit force row level security;
create policy district_border on lighting.pit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.pit to cityloop_app;

create table lighting.plan (
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
  cabinet uuid,
  kind text not null,
  occasion text not null,
  scene text,
  mode text not null,
  on_offset integer,
  off_offset integer,
  on_time text,
  off_time text,
  dim_time text,
  dim_to integer,
  valid_from date not null,
  valid_to date,
  is_on boolean not null,
  constraint plan_pkey PRIMARY KEY (district, id),
  constraint plan_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint plan_kind_choice CHECK ((kind = ANY (ARRAY['street'::text, 'landscape'::text, 'tunnel'::text]))),
  constraint plan_mode_choice CHECK ((mode = ANY (ARRAY['sun'::text, 'fixed'::text]))),
  constraint plan_occasion_choice CHECK ((occasion = ANY (ARRAY['daily'::text, 'festival'::text])))
);
comment on table lighting.plan is '开关灯时间表';
CREATE INDEX plan_area ON lighting.plan USING btree (district, area_code);
CREATE UNIQUE INDEX plan_name_key ON lighting.plan USING btree (district, name) WHERE (retired_at IS NULL);
alter table lighting.plan force row level security;
create policy district_border on lighting.plan for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.plan to cityloop_app;

create table lighting.pole (
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
  cabinet uuid not null,
  road text not null,
  height_m numeric,
  condition text not null,
  installed_on date,
  coated_on date,
  constraint pole_pkey PRIMARY KEY (district, id),
  constraint pole_condition_choice CHECK ((condition = ANY (ARRAY['intact'::text, 'damaged'::text])))
);
comment on table lighting.pole is '灯杆';
CREATE INDEX pole_area ON lighting.pole USING btree (district, area_code);
CREATE UNIQUE INDEX pole_code_key ON lighting.pole USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX pole_geom ON lighting.pole USING gist (geom);
alter table lighting.pole force row level security;
create policy district_border on lighting.pole for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.pole to cityloop_app;

create table lighting.project (
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
  agency text,
  invest_fen integer not null,
  planned integer not null,
  due_on date not null,
  contract_fen integer,
  builder text,
  expected_on date,
  steps jsonb,
  installed integer,
  paid_fen integer,
  done_on date,
  is_late text,
  acceptance uuid[],
  photos uuid[],
  constraint project_pkey PRIMARY KEY (district, id),
  constraint project_is_late_choice CHECK ((is_late = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint project_kind_choice CHECK ((kind = ANY (ARRAY['road'::text, 'altered'::text, 'landscape'::text, 'saving'::text])))
);
comment on table lighting.project is '照明建设改造工程';
CREATE INDEX project_by_due ON lighting.project USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'stopped'::text]));
CREATE UNIQUE INDEX project_client_key ON lighting.project USING btree (district, client_key);
CREATE INDEX project_closed_geom ON lighting.project USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX project_created ON lighting.project USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX project_name_key ON lighting.project USING btree (district, name);
CREATE UNIQUE INDEX project_number_key ON lighting.project USING btree (district, number);
CREATE INDEX project_open_geom ON lighting.project USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX project_open_place ON lighting.project USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'stopped'::text]));
CREATE INDEX project_parent ON lighting.project USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table lighting.project force row level security;
create policy district_border on lighting.project for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.project to cityloop_app;

create table lighting.repair (
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
  note text,
  lamps jsonb,
  cabinet uuid,
  pit uuid,
  scene uuid,
  case_ref uuid,
  phone text,
  scene_photos uuid[],
  crew uuid,
  parts text,
  sets integer,
  lamp_count integer,
  done_photos uuid[],
  taken_at timestamp with time zone,
  fixed_at timestamp with time zone,
  repair_due_at timestamp with time zone,
  reason text,
  constraint repair_pkey PRIMARY KEY (district, id),
  constraint repair_kind_choice CHECK ((kind = ANY (ARRAY['dark'::text, 'daylit'::text, 'damage'::text, 'pit'::text, 'theft'::text, 'remote'::text, 'landscape'::text]))),
  constraint repair_source_choice CHECK ((source = ANY (ARRAY['citizen'::text, 'patrol'::text, 'device'::text, 'case'::text])))
);
comment on table lighting.repair is '照明维修';
CREATE INDEX repair_by_due ON lighting.repair USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'dropped'::text]));
CREATE UNIQUE INDEX repair_client_key ON lighting.repair USING btree (district, client_key);
CREATE INDEX repair_closed_geom ON lighting.repair USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX repair_created ON lighting.repair USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX repair_number_key ON lighting.repair USING btree (district, number);
CREATE INDEX repair_open_geom ON lighting.repair USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX repair_open_place ON lighting.repair USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'dropped'::text]));
CREATE INDEX repair_parent ON lighting.repair USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table lighting.repair force row level security;
create policy district_border on lighting.repair for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.repair to cityloop_app;

create table lighting.retrofit (
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
  new_source text not null,
  control text not null,
  lamps jsonb not null,
  old jsonb,
  lamp_count integer,
  traditional integer,
  old_watt numeric,
  new_watt numeric,
  watt_saved numeric,
  done_on date,
  photos uuid[],
  constraint retrofit_pkey PRIMARY KEY (district, id),
  constraint retrofit_control_choice CHECK ((control = ANY (ARRAY['none'::text, 'cabinet'::text, 'single'::text, 'dimming'::text]))),
  constraint retrofit_new_source_choice CHECK ((new_source = ANY (ARRAY['led'::text, 'sodium'::text, 'halide'::text, 'mercury'::text, 'solar'::text, 'other'::text])))
);
comment on table lighting.retrofit is '节能改造批次';
CREATE INDEX retrofit_by_due ON lighting.retrofit USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX retrofit_client_key ON lighting.retrofit USING btree (district, client_key);
CREATE INDEX retrofit_closed_geom ON lighting.retrofit USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX retrofit_created ON lighting.retrofit USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX retrofit_number_key ON lighting.retrofit USING btree (district, number);
CREATE INDEX retrofit_open_geom ON lighting.retrofit USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX retrofit_open_place ON lighting.retrofit USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE INDEX retrofit_parent ON lighting.retrofit USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table lighting.retrofit force row level security;
create policy district_border on lighting.retrofit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.retrofit to cityloop_app;

create table lighting.scene (
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
  cabinet uuid not null,
  lights integer not null,
  kw numeric not null,
  keeper text not null,
  constraint scene_pkey PRIMARY KEY (district, id),
  constraint scene_kind_choice CHECK ((kind = ANY (ARRAY['bridge'::text, 'tunnel'::text, 'road'::text, 'building'::text, 'park'::text])))
);
comment on table lighting.scene is '景观照明点位';
CREATE INDEX scene_area ON lighting.scene USING btree (district, area_code);
CREATE INDEX scene_geom ON lighting.scene USING gist (geom);
CREATE UNIQUE INDEX scene_name_key ON lighting.scene USING btree (district, name) WHERE (retired_at IS NULL);
alter table lighting.scene force row level security;
create policy district_border on lighting.scene for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.scene to cityloop_app;

create table lighting.switching (
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
  cabinet uuid not null,
  kind text not null,
  level integer,
  loop integer,
  scene text,
  reason text not null,
  plan uuid,
  answer text,
  ended_at timestamp with time zone,
  constraint switching_pkey PRIMARY KEY (district, id),
  constraint switching_kind_choice CHECK ((kind = ANY (ARRAY['on'::text, 'off'::text, 'dim'::text])))
);
comment on table lighting.switching is '开关灯操作';
CREATE INDEX switching_by_due ON lighting.switching USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'refused'::text, 'timeout'::text]));
CREATE UNIQUE INDEX switching_client_key ON lighting.switching USING btree (district, client_key);
CREATE INDEX switching_closed_geom ON lighting.switching USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX switching_created ON lighting.switching USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX switching_number_key ON lighting.switching USING btree (district, number);
CREATE INDEX switching_open_geom ON lighting.switching USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX switching_open_place ON lighting.switching USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'refused'::text, 'timeout'::text]));
CREATE INDEX switching_parent ON lighting.switching USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table lighting.switching force row level security;
create policy district_border on lighting.switching for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on lighting.switching to cityloop_app;

create table muck.alarm (
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
  constraint alarm_pkey PRIMARY KEY (district, id),
  constraint alarm_kind_choice CHECK ((kind = ANY (ARRAY['noPermit'::text, 'daytime'::text, 'offHours'::text, 'overVolume'::text, 'dirty'::text, 'offRoute'::text, 'outsideDump'::text, 'wrongDump'::text, 'noTrip'::text, 'difference'::text, 'dumpWarn'::text, 'dumpStop'::text, 'safety'::text, 'points'::text, 'patrolShort'::text])))
);
comment on table muck.alarm is '渣土异常告警';
CREATE INDEX alarm_by_due ON muck.alarm USING btree (district, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text, 'handled'::text, 'untrue'::text]));
CREATE UNIQUE INDEX alarm_client_key ON muck.alarm USING btree (district, client_key);
CREATE INDEX alarm_closed_geom ON muck.alarm USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX alarm_created ON muck.alarm USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX alarm_number_key ON muck.alarm USING btree (district, number);
CREATE INDEX alarm_open_geom ON muck.alarm USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX alarm_open_key_key ON muck.alarm USING btree (district, open_key);
CREATE INDEX alarm_open_place ON muck.alarm USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text, 'handled'::text, 'untrue'::text]));
CREATE INDEX alarm_parent ON muck.alarm USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.alarm force row level security;
create policy district_border on muck.alarm for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.alarm to cityloop_app;

create table muck.base_change (
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
  constraint base_change_pkey PRIMARY KEY (district, id),
  constraint base_change_what_choice CHECK ((what = ANY (ARRAY['company'::text, 'truck'::text])))
);
comment on table muck.base_change is 'append-only: 企业车辆数据变化';
CREATE INDEX base_change_at ON muck.base_change USING btree (district, at DESC);
alter table muck.base_change force row level security;
create policy district_border on muck.base_change for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on muck.base_change to cityloop_app;

create table muck.check (
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
  constraint check_pkey PRIMARY KEY (district, id),
  constraint check_target_choice CHECK ((target = ANY (ARRAY['site'::text, 'place'::text, 'road'::text, 'truck'::text]))),
  constraint check_why CHECK (((((filed + rectified) + talked) = 0) OR (problem IS NOT NULL)))
);
comment on table muck.check is '渣土检查';
CREATE INDEX check_area ON muck."check" USING btree (district, area_code);
CREATE UNIQUE INDEX check_number_key ON muck."check" USING btree (district, number) WHERE (retired_at IS NULL);
alter table muck.check force row level security;
create policy district_border on muck.check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.check to cityloop_app;

create table muck.company (
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
  constraint company_pkey PRIMARY KEY (district, id),
  constraint company_grade_choice CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint company_state_choice CHECK ((state = ANY (ARRAY['admitted'::text, 'removed'::text])))
);
comment on table muck.company is '渣土运输企业';
CREATE INDEX company_area ON muck.company USING btree (district, area_code);
CREATE UNIQUE INDEX company_code_key ON muck.company USING btree (district, code) WHERE (retired_at IS NULL);
alter table muck.company force row level security;
create policy district_border on muck.company for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.company to cityloop_app;

create table muck.dump (
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
  constraint dump_pkey PRIMARY KEY (district, id),
  constraint dump_state_choice CHECK ((state = ANY (ARRAY['open'::text, 'stopped'::text, 'closed'::text]))),
  constraint dump_used CHECK ((base_used_m3 <= capacity_m3))
);
comment on table muck.dump is '消纳场';
CREATE INDEX dump_area ON muck.dump USING btree (district, area_code);
CREATE UNIQUE INDEX dump_code_key ON muck.dump USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX dump_geom ON muck.dump USING gist (geom);
CREATE UNIQUE INDEX dump_name_key ON muck.dump USING btree (district, name) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX dump_place_key ON muck.dump USING btree (district, place) WHERE (retired_at IS NULL);
alter table muck.dump force row level security;
create policy district_border on muck.dump for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.dump to cityloop_app;

create table muck.dump_check (
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
  constraint dump_check_pkey PRIMARY KEY (district, id)
);
comment on table muck.dump_check is '消纳场安全检查';
CREATE INDEX dump_check_by_due ON muck.dump_check USING btree (district, due_at) WHERE (status <> ALL (ARRAY['passed'::text, 'closed'::text]));
CREATE UNIQUE INDEX dump_check_client_key ON muck.dump_check USING btree (district, client_key);
CREATE INDEX dump_check_closed_geom ON muck.dump_check USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX dump_check_created ON muck.dump_check USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX dump_check_number_key ON muck.dump_check USING btree (district, number);
CREATE INDEX dump_check_open_geom ON muck.dump_check USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX dump_check_open_place ON muck.dump_check USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['passed'::text, 'closed'::text]));
CREATE INDEX dump_check_parent ON muck.dump_check USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.dump_check force row level security;
create policy district_border on muck.dump_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.dump_check to cityloop_app;

create table muck.dump_closing (
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
  constraint dump_closing_pkey PRIMARY KEY (district, id)
);
comment on table muck.dump_closing is '消纳场封场';
CREATE INDEX dump_closing_by_due ON muck.dump_closing USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'refused'::text]));
CREATE UNIQUE INDEX dump_closing_client_key ON muck.dump_closing USING btree (district, client_key);
CREATE INDEX dump_closing_closed_geom ON muck.dump_closing USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX dump_closing_created ON muck.dump_closing USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX dump_closing_number_key ON muck.dump_closing USING btree (district, number);
CREATE INDEX dump_closing_open_geom ON muck.dump_closing USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX dump_closing_open_place ON muck.dump_closing USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'refused'::text]));
CREATE INDEX dump_closing_parent ON muck.dump_closing USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.dump_closing force row level security;
create policy district_border on muck.dump_closing for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.dump_closing to cityloop_app;

create table muck.dump_now (
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
  constraint dump_now_pkey PRIMARY KEY (district, id),
  constraint dump_now_limit_state_choice CHECK ((limit_state = ANY (ARRAY['normal'::text, 'warn'::text, 'stop'::text])))
);
comment on table muck.dump_now is '消纳场余量';
CREATE INDEX dump_now_at ON muck.dump_now USING btree (district, at DESC);
CREATE INDEX dump_now_geom ON muck.dump_now USING gist (geom);
alter table muck.dump_now force row level security;
create policy district_border on muck.dump_now for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.dump_now to cityloop_app;

create table muck.occasion (
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
  constraint occasion_pkey PRIMARY KEY (district, id),
  constraint occasion_order CHECK ((to_on >= from_on))
);
comment on table muck.occasion is '重大活动(加密巡查)';
CREATE INDEX occasion_area ON muck.occasion USING btree (district, area_code);
CREATE UNIQUE INDEX occasion_name_key ON muck.occasion USING btree (district, name) WHERE (retired_at IS NULL);
alter table muck.occasion force row level security;
create policy district_border on muck.occasion for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.occasion to cityloop_app;

create table muck.passage (
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
  constraint passage_pkey PRIMARY KEY (district, id),
  constraint passage_finding_choice CHECK ((finding = ANY (ARRAY['noPermit'::text, 'daytime'::text, 'offHours'::text, 'overVolume'::text, 'dirty'::text, 'offRoute'::text, 'outsideDump'::text, 'wrongDump'::text, 'noTrip'::text, 'difference'::text, 'dumpWarn'::text, 'dumpStop'::text, 'safety'::text, 'points'::text, 'patrolShort'::text])))
);
comment on table muck.passage is 'append-only: 工地出场过车';
CREATE INDEX passage_at ON muck.passage USING btree (district, at DESC);
alter table muck.passage force row level security;
create policy district_border on muck.passage for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on muck.passage to cityloop_app;

create table muck.patrol (
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
  constraint patrol_pkey PRIMARY KEY (district, id),
  constraint patrol_occasion_choice CHECK ((occasion = ANY (ARRAY['weekly'::text, 'event'::text])))
);
comment on table muck.patrol is '渣土联合巡查';
CREATE INDEX patrol_by_due ON muck.patrol USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX patrol_client_key ON muck.patrol USING btree (district, client_key);
CREATE INDEX patrol_closed_geom ON muck.patrol USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX patrol_created ON muck.patrol USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX patrol_number_key ON muck.patrol USING btree (district, number);
CREATE INDEX patrol_open_geom ON muck.patrol USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX patrol_open_place ON muck.patrol USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'cancelled'::text]));
CREATE INDEX patrol_parent ON muck.patrol USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.patrol force row level security;
create policy district_border on muck.patrol for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.patrol to cityloop_app;

create table muck.patrol_week (
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
  constraint patrol_week_pkey PRIMARY KEY (district, id)
);
comment on table muck.patrol_week is 'append-only: 联合巡查周统计';
CREATE INDEX patrol_week_at ON muck.patrol_week USING btree (district, at DESC);
alter table muck.patrol_week force row level security;
create policy district_border on muck.patrol_week for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on muck.patrol_week to cityloop_app;

create table muck.plant (
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
  constraint plant_pkey PRIMARY KEY (district, id),
  constraint plant_main_kind_choice CHECK ((main_kind = ANY (ARRAY['renovation'::text, 'demolition'::text, 'engineering'::text, 'muck'::text])))
);
comment on table muck.plant is '建筑垃圾资源化厂';
CREATE INDEX plant_area ON muck.plant USING btree (district, area_code);
CREATE INDEX plant_geom ON muck.plant USING gist (geom);
CREATE UNIQUE INDEX plant_name_key ON muck.plant USING btree (district, name) WHERE (retired_at IS NULL);
alter table muck.plant force row level security;
create policy district_border on muck.plant for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.plant to cityloop_app;

create table muck.plant_day (
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
  constraint plant_day_pkey PRIMARY KEY (district, id)
);
comment on table muck.plant_day is '资源化厂日运行';
CREATE INDEX plant_day_by_due ON muck.plant_day USING btree (district, due_at) WHERE (status <> ALL (ARRAY['reported'::text]));
CREATE UNIQUE INDEX plant_day_client_key ON muck.plant_day USING btree (district, client_key);
CREATE INDEX plant_day_closed_geom ON muck.plant_day USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX plant_day_created ON muck.plant_day USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX plant_day_number_key ON muck.plant_day USING btree (district, number);
CREATE INDEX plant_day_open_geom ON muck.plant_day USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX plant_day_open_place ON muck.plant_day USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['reported'::text]));
CREATE INDEX plant_day_parent ON muck.plant_day USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX plant_day_plant_day_on_key ON muck.plant_day USING btree (district, plant, day_on);
alter table muck.plant_day force row level security;
create policy district_border on muck.plant_day for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.plant_day to cityloop_app;

create table muck.plant_project (
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
  constraint plant_project_pkey PRIMARY KEY (district, id),
  constraint plant_project_is_late_choice CHECK ((is_late = ANY (ARRAY['yes'::text, 'no'::text])))
);
comment on table muck.plant_project is '资源化(处置终端)项目';
CREATE INDEX plant_project_by_due ON muck.plant_project USING btree (district, due_at) WHERE (status <> ALL (ARRAY['running'::text]));
CREATE UNIQUE INDEX plant_project_client_key ON muck.plant_project USING btree (district, client_key);
CREATE INDEX plant_project_closed_geom ON muck.plant_project USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX plant_project_created ON muck.plant_project USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX plant_project_number_key ON muck.plant_project USING btree (district, number);
CREATE INDEX plant_project_open_geom ON muck.plant_project USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX plant_project_open_place ON muck.plant_project USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['running'::text]));
CREATE INDEX plant_project_parent ON muck.plant_project USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.plant_project force row level security;
create policy district_border on muck.plant_project for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.plant_project to cityloop_app;

create table muck.points (
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
  constraint points_pkey PRIMARY KEY (district, id),
  constraint points_holder_choice CHECK ((holder = ANY (ARRAY['company'::text, 'truck'::text])))
);
comment on table muck.points is 'append-only: 违法记分';
CREATE INDEX points_at ON muck.points USING btree (district, at DESC);
alter table muck.points force row level security;
create policy district_border on muck.points for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on muck.points to cityloop_app;

create table muck.receipt (
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
  constraint receipt_pkey PRIMARY KEY (district, id)
);
comment on table muck.receipt is 'append-only: 消纳场进场签收(联单)';
CREATE INDEX receipt_at ON muck.receipt USING btree (district, at DESC);
alter table muck.receipt force row level security;
create policy district_border on muck.receipt for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on muck.receipt to cityloop_app;

create table muck.renovation (
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
  constraint renovation_pkey PRIMARY KEY (district, id),
  constraint renovation_packing_choice CHECK ((packing = ANY (ARRAY['bags'::text, 'loose'::text, 'bulky'::text])))
);
comment on table muck.renovation is '装修垃圾预约清运';
CREATE INDEX renovation_by_due ON muck.renovation USING btree (district, due_at) WHERE (status <> ALL (ARRAY['collected'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX renovation_client_key ON muck.renovation USING btree (district, client_key);
CREATE INDEX renovation_closed_geom ON muck.renovation USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX renovation_created ON muck.renovation USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX renovation_number_key ON muck.renovation USING btree (district, number);
CREATE INDEX renovation_open_geom ON muck.renovation USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX renovation_open_place ON muck.renovation USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['collected'::text, 'cancelled'::text]));
CREATE INDEX renovation_parent ON muck.renovation USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.renovation force row level security;
create policy district_border on muck.renovation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.renovation to cityloop_app;

create table muck.safety_event (
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
  constraint safety_event_pkey PRIMARY KEY (district, id),
  constraint safety_event_system_choice CHECK ((system = ANY (ARRAY['adas'::text, 'dsm'::text, 'tpms'::text, 'bsd'::text])))
);
comment on table muck.safety_event is 'append-only: 主动安全报警';
CREATE INDEX safety_event_at ON muck.safety_event USING btree (district, at DESC);
alter table muck.safety_event force row level security;
create policy district_border on muck.safety_event for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on muck.safety_event to cityloop_app;

create table muck.scale (
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
  constraint scale_pkey PRIMARY KEY (district, id),
  constraint scale_kind_choice CHECK ((kind = ANY (ARRAY['unlicensed'::text, 'mud'::text, 'spill'::text, 'dump'::text])))
);
comment on table muck.scale is '违法情形与记分';
CREATE INDEX scale_area ON muck.scale USING btree (district, area_code);
CREATE UNIQUE INDEX scale_kind_valid_from_key ON muck.scale USING btree (district, kind, valid_from) WHERE (retired_at IS NULL);
alter table muck.scale force row level security;
create policy district_border on muck.scale for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.scale to cityloop_app;

create table muck.shift (
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
  constraint shift_pkey PRIMARY KEY (district, id),
  constraint shift_turn_choice CHECK ((turn = ANY (ARRAY['day'::text, 'night'::text])))
);
comment on table muck.shift is '指挥台值守交接';
CREATE INDEX shift_by_due ON muck.shift USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX shift_client_key ON muck.shift USING btree (district, client_key);
CREATE INDEX shift_closed_geom ON muck.shift USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX shift_created ON muck.shift USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX shift_number_key ON muck.shift USING btree (district, number);
CREATE INDEX shift_open_geom ON muck.shift USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX shift_open_place ON muck.shift USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX shift_parent ON muck.shift USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.shift force row level security;
create policy district_border on muck.shift for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.shift to cityloop_app;

create table muck.sighting (
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
  constraint sighting_pkey PRIMARY KEY (district, id)
);
comment on table muck.sighting is 'append-only: 路面抓拍';
CREATE INDEX sighting_at ON muck.sighting USING btree (district, at DESC);
alter table muck.sighting force row level security;
create policy district_border on muck.sighting for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on muck.sighting to cityloop_app;

create table muck.site (
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
  constraint site_pkey PRIMARY KEY (district, id),
  constraint site_state_choice CHECK ((state = ANY (ARRAY['working'::text, 'ended'::text])))
);
comment on table muck.site is '出土工地';
CREATE INDEX site_area ON muck.site USING btree (district, area_code);
CREATE UNIQUE INDEX site_certificate_id_key ON muck.site USING btree (district, certificate_id) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX site_certificate_key ON muck.site USING btree (district, certificate) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX site_gate_key ON muck.site USING btree (district, gate) WHERE (retired_at IS NULL);
CREATE INDEX site_geom ON muck.site USING gist (geom);
CREATE UNIQUE INDEX site_name_key ON muck.site USING btree (district, name) WHERE (retired_at IS NULL);
alter table muck.site force row level security;
create policy district_border on muck.site for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.site to cityloop_app;

create table muck.soil_account (
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
  constraint soil_account_pkey PRIMARY KEY (district, id),
  constraint soil_account_balance CHECK (((COALESCE(balance_m3, (0)::numeric) >= (0)::numeric) AND (COALESCE(reserved_m3, (0)::numeric) >= (0)::numeric) AND (COALESCE(reserved_m3, (0)::numeric) <= COALESCE(balance_m3, (0)::numeric)))),
  constraint soil_account_quality_choice CHECK ((quality = ANY (ARRAY['loam'::text, 'clay'::text, 'sand'::text, 'gravel'::text, 'mixed'::text])))
);
comment on table muck.soil_account is '土方银行账户';
CREATE INDEX soil_account_area ON muck.soil_account USING btree (district, area_code);
CREATE INDEX soil_account_geom ON muck.soil_account USING gist (geom);
CREATE UNIQUE INDEX soil_account_name_quality_key ON muck.soil_account USING btree (district, name, quality) WHERE (retired_at IS NULL);
alter table muck.soil_account force row level security;
create policy district_border on muck.soil_account for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.soil_account to cityloop_app;

create table muck.soil_match (
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
  constraint soil_match_pkey PRIMARY KEY (district, id),
  constraint soil_match_mode_choice CHECK ((mode = ANY (ARRAY['direct'::text, 'deposit'::text, 'withdraw'::text]))),
  constraint soil_match_quality_choice CHECK ((quality = ANY (ARRAY['loam'::text, 'clay'::text, 'sand'::text, 'gravel'::text, 'mixed'::text])))
);
comment on table muck.soil_match is '土方对接单';
CREATE INDEX soil_match_by_due ON muck.soil_match USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'released'::text]));
CREATE UNIQUE INDEX soil_match_client_key ON muck.soil_match USING btree (district, client_key);
CREATE INDEX soil_match_closed_geom ON muck.soil_match USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX soil_match_created ON muck.soil_match USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX soil_match_number_key ON muck.soil_match USING btree (district, number);
CREATE INDEX soil_match_open_geom ON muck.soil_match USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX soil_match_open_place ON muck.soil_match USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'released'::text]));
CREATE INDEX soil_match_parent ON muck.soil_match USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.soil_match force row level security;
create policy district_border on muck.soil_match for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.soil_match to cityloop_app;

create table muck.soil_order (
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
  constraint soil_order_pkey PRIMARY KEY (district, id),
  constraint soil_order_quality_choice CHECK ((quality = ANY (ARRAY['loam'::text, 'clay'::text, 'sand'::text, 'gravel'::text, 'mixed'::text]))),
  constraint soil_order_side_choice CHECK ((side = ANY (ARRAY['supply'::text, 'demand'::text])))
);
comment on table muck.soil_order is '土方供需登记';
CREATE INDEX soil_order_by_due ON muck.soil_order USING btree (district, due_at) WHERE (status <> ALL (ARRAY['filled'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX soil_order_client_key ON muck.soil_order USING btree (district, client_key);
CREATE INDEX soil_order_closed_geom ON muck.soil_order USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX soil_order_created ON muck.soil_order USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX soil_order_number_key ON muck.soil_order USING btree (district, number);
CREATE INDEX soil_order_open_geom ON muck.soil_order USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX soil_order_open_place ON muck.soil_order USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['filled'::text, 'cancelled'::text]));
CREATE INDEX soil_order_parent ON muck.soil_order USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.soil_order force row level security;
create policy district_border on muck.soil_order for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.soil_order to cityloop_app;

create table muck.source (
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
  constraint source_pkey PRIMARY KEY (district, id),
  constraint source_kind_choice CHECK ((kind = ANY (ARRAY['gate'::text, 'road'::text, 'yard'::text, 'mixer'::text]))),
  constraint source_measure_choice CHECK ((measure = ANY (ARRAY['warned'::text, 'fined'::text])))
);
comment on table muck.source is '渣土污染源头';
CREATE INDEX source_by_due ON muck.source USING btree (district, due_at) WHERE (status <> ALL (ARRAY['cleared'::text]));
CREATE UNIQUE INDEX source_client_key ON muck.source USING btree (district, client_key);
CREATE INDEX source_closed_geom ON muck.source USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX source_created ON muck.source USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX source_number_key ON muck.source USING btree (district, number);
CREATE INDEX source_open_geom ON muck.source USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX source_open_place ON muck.source USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['cleared'::text]));
CREATE INDEX source_parent ON muck.source USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.source force row level security;
create policy district_border on muck.source for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.source to cityloop_app;

create table muck.trace (
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
  constraint trace_pkey PRIMARY KEY (district, id),
  constraint trace_kind_choice CHECK ((kind = ANY (ARRAY['offRoute'::text, 'outsideDump'::text])))
);
comment on table muck.trace is 'append-only: 轨迹异常';
CREATE INDEX trace_at ON muck.trace USING btree (district, at DESC);
alter table muck.trace force row level security;
create policy district_border on muck.trace for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on muck.trace to cityloop_app;

create table muck.trip (
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
  constraint trip_pkey PRIMARY KEY (district, id)
);
comment on table muck.trip is '清运趟次';
CREATE INDEX trip_by_due ON muck.trip USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'voided'::text]));
CREATE UNIQUE INDEX trip_client_key ON muck.trip USING btree (district, client_key);
CREATE INDEX trip_closed_geom ON muck.trip USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX trip_created ON muck.trip USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX trip_number_key ON muck.trip USING btree (district, number);
CREATE INDEX trip_open_geom ON muck.trip USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX trip_open_place ON muck.trip USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'voided'::text]));
CREATE INDEX trip_parent ON muck.trip USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.trip force row level security;
create policy district_border on muck.trip for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.trip to cityloop_app;

create table muck.truck (
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
  constraint truck_pkey PRIMARY KEY (district, id),
  constraint truck_energy_choice CHECK ((energy = ANY (ARRAY['electric'::text, 'hydrogen'::text, 'gas'::text, 'diesel'::text]))),
  constraint truck_model_choice CHECK ((model = ANY (ARRAY['old'::text, 'eco'::text]))),
  constraint truck_removed CHECK (((state = 'removed'::text) = (removed_on IS NOT NULL))),
  constraint truck_safety_choice CHECK ((safety = ANY (ARRAY['ok'::text, 'fault'::text, 'none'::text]))),
  constraint truck_state_choice CHECK ((state = ANY (ARRAY['admitted'::text, 'removed'::text])))
);
comment on table muck.truck is '渣土车';
CREATE INDEX truck_area ON muck.truck USING btree (district, area_code);
CREATE UNIQUE INDEX truck_device_key ON muck.truck USING btree (district, device) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX truck_plate_key ON muck.truck USING btree (district, plate) WHERE (retired_at IS NULL);
alter table muck.truck force row level security;
create policy district_border on muck.truck for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.truck to cityloop_app;

create table muck.truck_now (
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
  constraint truck_now_pkey PRIMARY KEY (district, id),
  constraint truck_now_state_choice CHECK ((state = ANY (ARRAY['onTrip'::text, 'idle'::text])))
);
comment on table muck.truck_now is '渣土车现状';
CREATE INDEX truck_now_at ON muck.truck_now USING btree (district, at DESC);
CREATE INDEX truck_now_geom ON muck.truck_now USING gist (geom);
alter table muck.truck_now force row level security;
create policy district_border on muck.truck_now for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.truck_now to cityloop_app;

create table muck.violation (
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
  constraint violation_pkey PRIMARY KEY (district, id),
  constraint violation_kind_choice CHECK ((kind = ANY (ARRAY['unlicensed'::text, 'mud'::text, 'spill'::text, 'dump'::text]))),
  constraint violation_source_choice CHECK ((source = ANY (ARRAY['patrol'::text, 'alarm'::text, 'report'::text, 'joint'::text])))
);
comment on table muck.violation is '渣土违法查处';
CREATE INDEX violation_by_due ON muck.violation USING btree (district, due_at) WHERE (status <> ALL (ARRAY['fined'::text, 'corrected'::text, 'dropped'::text]));
CREATE UNIQUE INDEX violation_client_key ON muck.violation USING btree (district, client_key);
CREATE INDEX violation_closed_geom ON muck.violation USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX violation_created ON muck.violation USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX violation_number_key ON muck.violation USING btree (district, number);
CREATE INDEX violation_open_geom ON muck.violation USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX violation_open_place ON muck.violation USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['fined'::text, 'corrected'::text, 'dropped'::text]));
CREATE INDEX violation_parent ON muck.violation USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table muck.violation force row level security;
create policy district_border on muck.violation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on muck.violation to cityloop_app;

create table office.access (
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
  cooperation uuid not null,
  outsider text not null,
  system text not null,
  purpose text not null,
  until_on date not null,
  applicant uuid,
  granted_on date,
  ended_on date,
  constraint access_pkey PRIMARY KEY (district, id)
);
comment on table office.access is '外部人员权限';
CREATE INDEX access_by_due ON office.access USING btree (district, due_at) WHERE (status <> ALL (ARRAY['expired'::text, 'revoked'::text, 'refused'::text]));
CREATE UNIQUE INDEX access_client_key ON office.access USING btree (district, client_key);
CREATE INDEX access_closed_geom ON office.access USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX access_created ON office.access USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX access_number_key ON office.access USING btree (district, number);
CREATE INDEX access_open_geom ON office.access USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX access_open_place ON office.access USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['expired'::text, 'revoked'::text, 'refused'::text]));
CREATE INDEX access_parent ON office.access USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.access force row level security;
create policy district_border on office.access for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.access to cityloop_app;

create table office.cooperation (
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
  vendor text not null,
  topic text not null,
  start_on date not null,
  end_on date not null,
  deliverables jsonb not null,
  events jsonb,
  trained integer,
  accepted jsonb,
  accepted_count integer,
  summary text,
  constraint cooperation_pkey PRIMARY KEY (district, id)
);
comment on table office.cooperation is '技术合作';
CREATE INDEX cooperation_by_due ON office.cooperation USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX cooperation_client_key ON office.cooperation USING btree (district, client_key);
CREATE INDEX cooperation_closed_geom ON office.cooperation USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX cooperation_created ON office.cooperation USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX cooperation_number_key ON office.cooperation USING btree (district, number);
CREATE INDEX cooperation_open_geom ON office.cooperation USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX cooperation_open_place ON office.cooperation USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX cooperation_parent ON office.cooperation USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.cooperation force row level security;
create policy district_border on office.cooperation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.cooperation to cityloop_app;

create table office.council_meeting (
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
  topic text not null,
  meet_on date not null,
  members jsonb,
  attendance jsonb,
  present_count integer,
  decisions text,
  constraint council_meeting_pkey PRIMARY KEY (district, id)
);
comment on table office.council_meeting is '实验室理事会议';
CREATE INDEX council_meeting_by_due ON office.council_meeting USING btree (district, due_at) WHERE (status <> ALL (ARRAY['held'::text, 'void'::text]));
CREATE UNIQUE INDEX council_meeting_client_key ON office.council_meeting USING btree (district, client_key);
CREATE INDEX council_meeting_closed_geom ON office.council_meeting USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX council_meeting_created ON office.council_meeting USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX council_meeting_number_key ON office.council_meeting USING btree (district, number);
CREATE INDEX council_meeting_open_geom ON office.council_meeting USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX council_meeting_open_place ON office.council_meeting USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['held'::text, 'void'::text]));
CREATE INDEX council_meeting_parent ON office.council_meeting USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.council_meeting force row level security;
create policy district_border on office.council_meeting for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.council_meeting to cityloop_app;

create table office.council_member (
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
  org text not null,
  role text not null,
  from_on date not null,
  to_on date not null,
  constraint council_member_pkey PRIMARY KEY (district, id),
  constraint council_member_role_choice CHECK ((role = ANY (ARRAY['chair'::text, 'vice'::text, 'member'::text, 'academic'::text])))
);
comment on table office.council_member is '实验室理事会成员';
CREATE INDEX council_member_area ON office.council_member USING btree (district, area_code);
CREATE UNIQUE INDEX council_member_name_from_on_key ON office.council_member USING btree (district, name, from_on) WHERE (retired_at IS NULL);
alter table office.council_member force row level security;
create policy district_border on office.council_member for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.council_member to cityloop_app;

create table office.it_project (
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
  outline text not null,
  owner text not null,
  budget_fen integer not null,
  plan_on date not null,
  votes jsonb,
  pass_rate numeric,
  contract_fen integer,
  build_since date,
  apply_since date,
  benefits jsonb,
  benefit_fen integer,
  summary text,
  constraint it_project_pkey PRIMARY KEY (district, id)
);
comment on table office.it_project is '信息化项目';
CREATE INDEX it_project_by_due ON office.it_project USING btree (district, due_at) WHERE (status <> ALL (ARRAY['stopped'::text]));
CREATE UNIQUE INDEX it_project_client_key ON office.it_project USING btree (district, client_key);
CREATE INDEX it_project_closed_geom ON office.it_project USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX it_project_created ON office.it_project USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX it_project_name_key ON office.it_project USING btree (district, name);
CREATE UNIQUE INDEX it_project_number_key ON office.it_project USING btree (district, number);
CREATE INDEX it_project_open_geom ON office.it_project USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX it_project_open_place ON office.it_project USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['stopped'::text]));
CREATE INDEX it_project_parent ON office.it_project USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.it_project force row level security;
create policy district_border on office.it_project for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.it_project to cityloop_app;

create table office.law_work (
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
  campaign text not null,
  topic text not null,
  makers text not null,
  law text not null,
  work uuid[] not null,
  judges jsonb,
  score numeric,
  channel text,
  published_on date,
  views integer,
  prize text,
  grantor text,
  comment text,
  constraint law_work_pkey PRIMARY KEY (district, id),
  constraint law_work_kind_choice CHECK ((kind = ANY (ARRAY['video'::text, 'song'::text, 'comic'::text, 'article'::text])))
);
comment on table office.law_work is '普法作品';
CREATE INDEX law_work_by_due ON office.law_work USING btree (district, due_at) WHERE (status <> ALL (ARRAY['awarded'::text, 'rejected'::text]));
CREATE UNIQUE INDEX law_work_campaign_name_key ON office.law_work USING btree (district, campaign, name);
CREATE UNIQUE INDEX law_work_client_key ON office.law_work USING btree (district, client_key);
CREATE INDEX law_work_closed_geom ON office.law_work USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX law_work_created ON office.law_work USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX law_work_number_key ON office.law_work USING btree (district, number);
CREATE INDEX law_work_open_geom ON office.law_work USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX law_work_open_place ON office.law_work USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['awarded'::text, 'rejected'::text]));
CREATE INDEX law_work_parent ON office.law_work USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.law_work force row level security;
create policy district_border on office.law_work for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.law_work to cityloop_app;

create table office.module (
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
  phase uuid not null,
  kind text not null,
  name text not null,
  vendor text not null,
  online_on date,
  users integer,
  accepted_on date,
  conclusion text,
  constraint module_pkey PRIMARY KEY (district, id),
  constraint module_kind_choice CHECK ((kind = ANY (ARRAY['platform'::text, 'smart'::text])))
);
comment on table office.module is '平台模块';
CREATE INDEX module_by_due ON office.module USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text]));
CREATE UNIQUE INDEX module_client_key ON office.module USING btree (district, client_key);
CREATE INDEX module_closed_geom ON office.module USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX module_created ON office.module USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX module_number_key ON office.module USING btree (district, number);
CREATE INDEX module_open_geom ON office.module USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX module_open_place ON office.module USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text]));
CREATE INDEX module_parent ON office.module USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.module force row level security;
create policy district_border on office.module for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.module to cityloop_app;

create table office.openness_item (
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
  column_ text not null,
  unit uuid not null,
  every_days integer not null,
  basis text not null,
  constraint openness_item_pkey PRIMARY KEY (district, id)
);
comment on table office.openness_item is '政务公开事项';
CREATE INDEX openness_item_area ON office.openness_item USING btree (district, area_code);
CREATE UNIQUE INDEX openness_item_name_key ON office.openness_item USING btree (district, name) WHERE (retired_at IS NULL);
alter table office.openness_item force row level security;
create policy district_border on office.openness_item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.openness_item to cityloop_app;

create table office.phase (
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
  budget_fen integer not null,
  finish_by date not null,
  modules jsonb not null,
  towns jsonb,
  pilot_until date,
  feedbacks jsonb,
  satisfaction numeric,
  decision text,
  reason text,
  trainings jsonb,
  trained integer,
  constraint phase_pkey PRIMARY KEY (district, id),
  constraint phase_decision_choice CHECK ((decision = ANY (ARRAY['go'::text, 'stop'::text]))),
  constraint phase_kind_choice CHECK ((kind = ANY (ARRAY['platform'::text, 'smart'::text])))
);
comment on table office.phase is '平台建设期';
CREATE INDEX phase_by_due ON office.phase USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'stopped'::text]));
CREATE UNIQUE INDEX phase_client_key ON office.phase USING btree (district, client_key);
CREATE INDEX phase_closed_geom ON office.phase USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX phase_created ON office.phase USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX phase_name_key ON office.phase USING btree (district, name);
CREATE UNIQUE INDEX phase_number_key ON office.phase USING btree (district, number);
CREATE INDEX phase_open_geom ON office.phase USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX phase_open_place ON office.phase USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'stopped'::text]));
CREATE INDEX phase_parent ON office.phase USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.phase force row level security;
create policy district_border on office.phase for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.phase to cityloop_app;

create table office.problem (
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
  module uuid not null,
  module_name text not null,
  title text not null,
  fix_days integer not null,
  answer text,
  constraint problem_pkey PRIMARY KEY (district, id)
);
comment on table office.problem is '平台问题清单';
CREATE INDEX problem_by_due ON office.problem USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX problem_client_key ON office.problem USING btree (district, client_key);
CREATE INDEX problem_closed_geom ON office.problem USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX problem_created ON office.problem USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX problem_number_key ON office.problem USING btree (district, number);
CREATE INDEX problem_open_geom ON office.problem USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX problem_open_place ON office.problem USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX problem_parent ON office.problem USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.problem force row level security;
create policy district_border on office.problem for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.problem to cityloop_app;

create table office.product (
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
  theme text not null,
  plan_on date not null,
  budget_fen integer not null,
  copies integer,
  released_on date,
  place text,
  spent_fen integer,
  handouts jsonb,
  handed_out integer,
  visitors integer,
  samples uuid[],
  constraint product_pkey PRIMARY KEY (district, id),
  constraint product_kind_choice CHECK ((kind = ANY (ARRAY['train'::text, 'exhibition'::text, 'album'::text, 'magazine'::text, 'other'::text])))
);
comment on table office.product is '宣传产品';
CREATE INDEX product_by_due ON office.product USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'dropped'::text]));
CREATE UNIQUE INDEX product_client_key ON office.product USING btree (district, client_key);
CREATE INDEX product_closed_geom ON office.product USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX product_created ON office.product USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX product_number_key ON office.product USING btree (district, number);
CREATE INDEX product_open_geom ON office.product USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX product_open_place ON office.product USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'dropped'::text]));
CREATE INDEX product_parent ON office.product USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.product force row level security;
create policy district_border on office.product for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.product to cityloop_app;

create table office.publication (
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
  name text not null,
  unit uuid not null,
  every_days integer not null,
  due_on date not null,
  link text,
  publish_due_at timestamp with time zone,
  published_at timestamp with time zone,
  is_late boolean,
  constraint publication_pkey PRIMARY KEY (district, id)
);
comment on table office.publication is '政务公开任务';
CREATE INDEX publication_by_due ON office.publication USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX publication_client_key ON office.publication USING btree (district, client_key);
CREATE INDEX publication_closed_geom ON office.publication USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX publication_created ON office.publication USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX publication_item_due_on_key ON office.publication USING btree (district, item, due_on);
CREATE UNIQUE INDEX publication_number_key ON office.publication USING btree (district, number);
CREATE INDEX publication_open_geom ON office.publication USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX publication_open_place ON office.publication USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX publication_parent ON office.publication USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.publication force row level security;
create policy district_border on office.publication for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.publication to cityloop_app;

create table office.research (
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
  field text not null,
  leader text not null,
  budget_fen integer not null,
  end_on date not null,
  proposal text not null,
  applicant uuid,
  meeting uuid,
  year integer,
  approved_on date,
  spent_fen integer,
  progress text,
  result text,
  accepted_on date,
  use text,
  constraint research_pkey PRIMARY KEY (district, id),
  constraint research_kind_choice CHECK ((kind = ANY (ARRAY['lab'::text, 'bureau'::text])))
);
comment on table office.research is '科技项目与课题';
CREATE INDEX research_by_due ON office.research USING btree (district, due_at) WHERE (status <> ALL (ARRAY['used'::text, 'declined'::text, 'ended'::text]));
CREATE UNIQUE INDEX research_client_key ON office.research USING btree (district, client_key);
CREATE INDEX research_closed_geom ON office.research USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX research_created ON office.research USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX research_name_key ON office.research USING btree (district, name);
CREATE UNIQUE INDEX research_number_key ON office.research USING btree (district, number);
CREATE INDEX research_open_geom ON office.research USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX research_open_place ON office.research USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['used'::text, 'declined'::text, 'ended'::text]));
CREATE INDEX research_parent ON office.research USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.research force row level security;
create policy district_border on office.research for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.research to cityloop_app;

create table office.seat (
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
  duty text not null,
  holder uuid,
  skills text[] not null,
  since date,
  constraint seat_pkey PRIMARY KEY (district, id),
  constraint seat_duty_choice CHECK ((duty = ANY (ARRAY['lead'::text, 'accept'::text, 'dispatch'::text, 'analyst'::text])))
);
comment on table office.seat is '数字化团队席位';
CREATE INDEX seat_area ON office.seat USING btree (district, area_code);
CREATE UNIQUE INDEX seat_holder_key ON office.seat USING btree (district, holder) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX seat_name_key ON office.seat USING btree (district, name) WHERE (retired_at IS NULL);
alter table office.seat force row level security;
create policy district_border on office.seat for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.seat to cityloop_app;

create table office.shift (
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
  seat uuid not null,
  duty_on date not null,
  turn text not null,
  constraint shift_pkey PRIMARY KEY (district, id),
  constraint shift_turn_choice CHECK ((turn = ANY (ARRAY['early'::text, 'middle'::text, 'night'::text])))
);
comment on table office.shift is 'append-only: 数字化团队排班';
CREATE INDEX shift_at ON office.shift USING btree (district, at DESC);
alter table office.shift force row level security;
create policy district_border on office.shift for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on office.shift to cityloop_app;

create table office.site_problem (
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
  score uuid not null,
  site text not null,
  title text not null,
  unit uuid not null,
  fix_days integer not null,
  answer text,
  constraint site_problem_pkey PRIMARY KEY (district, id)
);
comment on table office.site_problem is '网站与新媒体问题';
CREATE INDEX site_problem_by_due ON office.site_problem USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX site_problem_client_key ON office.site_problem USING btree (district, client_key);
CREATE INDEX site_problem_closed_geom ON office.site_problem USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX site_problem_created ON office.site_problem USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX site_problem_number_key ON office.site_problem USING btree (district, number);
CREATE INDEX site_problem_open_geom ON office.site_problem USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX site_problem_open_place ON office.site_problem USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX site_problem_parent ON office.site_problem USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.site_problem force row level security;
create policy district_border on office.site_problem for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.site_problem to cityloop_app;

create table office.site_score (
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
  year integer not null,
  quarter integer not null,
  lines jsonb,
  score numeric,
  is_passed boolean,
  problem_count integer,
  scored_on date,
  constraint site_score_pkey PRIMARY KEY (district, id),
  constraint site_score_kind_choice CHECK ((kind = ANY (ARRAY['site'::text, 'media'::text])))
);
comment on table office.site_score is '网站与新媒体评估';
CREATE INDEX site_score_by_due ON office.site_score USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX site_score_client_key ON office.site_score USING btree (district, client_key);
CREATE INDEX site_score_closed_geom ON office.site_score USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX site_score_created ON office.site_score USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX site_score_name_year_quarter_key ON office.site_score USING btree (district, name, year, quarter);
CREATE UNIQUE INDEX site_score_number_key ON office.site_score USING btree (district, number);
CREATE INDEX site_score_open_geom ON office.site_score USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX site_score_open_place ON office.site_score USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX site_score_parent ON office.site_score USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.site_score force row level security;
create policy district_border on office.site_score for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.site_score to cityloop_app;

create table office.standard (
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
  role text not null,
  host text not null,
  joined_on date not null,
  clauses jsonb,
  clause_count integer,
  meetings jsonb,
  code text,
  published_on date,
  constraint standard_pkey PRIMARY KEY (district, id),
  constraint standard_level_choice CHECK ((level = ANY (ARRAY['international'::text, 'nation'::text, 'industry'::text, 'province'::text, 'group'::text]))),
  constraint standard_role_choice CHECK ((role = ANY (ARRAY['lead'::text, 'join'::text])))
);
comment on table office.standard is '参编标准';
CREATE INDEX standard_by_due ON office.standard USING btree (district, due_at) WHERE (status <> ALL (ARRAY['published'::text, 'left'::text]));
CREATE UNIQUE INDEX standard_client_key ON office.standard USING btree (district, client_key);
CREATE INDEX standard_closed_geom ON office.standard USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX standard_created ON office.standard USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX standard_name_key ON office.standard USING btree (district, name);
CREATE UNIQUE INDEX standard_number_key ON office.standard USING btree (district, number);
CREATE INDEX standard_open_geom ON office.standard USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX standard_open_place ON office.standard USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['published'::text, 'left'::text]));
CREATE INDEX standard_parent ON office.standard USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.standard force row level security;
create policy district_border on office.standard for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.standard to cityloop_app;

create table office.team_month (
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
  month text not null,
  lines jsonb,
  seats integer,
  handled integer,
  returned integer,
  comment text,
  month_on date,
  constraint team_month_pkey PRIMARY KEY (district, id)
);
comment on table office.team_month is '数字化团队月度通报';
CREATE INDEX team_month_by_due ON office.team_month USING btree (district, due_at) WHERE (status <> ALL (ARRAY['told'::text]));
CREATE UNIQUE INDEX team_month_client_key ON office.team_month USING btree (district, client_key);
CREATE INDEX team_month_closed_geom ON office.team_month USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX team_month_created ON office.team_month USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX team_month_month_key ON office.team_month USING btree (district, month);
CREATE UNIQUE INDEX team_month_number_key ON office.team_month USING btree (district, number);
CREATE INDEX team_month_open_geom ON office.team_month USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX team_month_open_place ON office.team_month USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['told'::text]));
CREATE INDEX team_month_parent ON office.team_month USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table office.team_month force row level security;
create policy district_border on office.team_month for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on office.team_month to cityloop_app;

create table office.team_training (
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
  topic text not null,
  skill text not null,
  held_on date not null,
  people integer not null,
  passed integer not null,
  constraint team_training_pkey PRIMARY KEY (district, id),
  constraint team_training_skill_choice CHECK ((skill = ANY (ARRAY['accept'::text, 'dispatch'::text, 'gis'::text, 'video'::text, 'report'::text])))
);
comment on table office.team_training is 'append-only: 数字化团队培训';
CREATE INDEX team_training_at ON office.team_training USING btree (district, at DESC);
alter table office.team_training force row level security;
create policy district_border on office.team_training for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on office.team_training to cityloop_app;

create table opinion.alarm (
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
  word text not null,
  day date not null,
  count integer not null,
  usual numeric not null,
  times numeric,
  judgement text,
  level text,
  constraint alarm_pkey PRIMARY KEY (district, id),
  constraint alarm_level_choice CHECK ((level = ANY (ARRAY['none'::text, 'watch'::text, 'act'::text])))
);
comment on table opinion.alarm is '舆情突增预警';
CREATE INDEX alarm_by_due ON opinion.alarm USING btree (district, due_at) WHERE (status <> ALL (ARRAY['judged'::text]));
CREATE UNIQUE INDEX alarm_client_key ON opinion.alarm USING btree (district, client_key);
CREATE INDEX alarm_closed_geom ON opinion.alarm USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX alarm_created ON opinion.alarm USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX alarm_number_key ON opinion.alarm USING btree (district, number);
CREATE INDEX alarm_open_geom ON opinion.alarm USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX alarm_open_place ON opinion.alarm USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['judged'::text]));
CREATE INDEX alarm_parent ON opinion.alarm USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX alarm_word_day_key ON opinion.alarm USING btree (district, word, day);
alter table opinion.alarm force row level security;
create policy district_border on opinion.alarm for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on opinion.alarm to cityloop_app;

create table opinion.digest (
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
  day date not null,
  name text,
  total integer,
  bad integer,
  good integer,
  by_topic jsonb,
  titles text,
  note text,
  constraint digest_pkey PRIMARY KEY (district, id)
);
comment on table opinion.digest is '舆情日报';
CREATE INDEX digest_by_due ON opinion.digest USING btree (district, due_at) WHERE (status <> ALL (ARRAY['read'::text]));
CREATE UNIQUE INDEX digest_client_key ON opinion.digest USING btree (district, client_key);
CREATE INDEX digest_closed_geom ON opinion.digest USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX digest_created ON opinion.digest USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX digest_day_key ON opinion.digest USING btree (district, day);
CREATE UNIQUE INDEX digest_number_key ON opinion.digest USING btree (district, number);
CREATE INDEX digest_open_geom ON opinion.digest USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX digest_open_place ON opinion.digest USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['read'::text]));
CREATE INDEX digest_parent ON opinion.digest USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table opinion.digest force row level security;
create policy district_border on opinion.digest for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on opinion.digest to cityloop_app;

create table opinion.item (
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
  outlet uuid not null,
  url text not null,
  summary text not null,
  tone text not null,
  topic text not null,
  title_key text not null,
  merged_into uuid,
  grade text,
  unit uuid,
  demand text,
  reply text,
  replier uuid,
  case_number text,
  report uuid,
  effect text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  back_times integer,
  is_case boolean,
  constraint item_pkey PRIMARY KEY (district, id),
  constraint item_effect_choice CHECK ((effect = ANY (ARRAY['calmed'::text, 'continuing'::text, 'turned'::text]))),
  constraint item_grade_choice CHECK ((grade = ANY (ARRAY['general'::text, 'larger'::text, 'major'::text]))),
  constraint item_tone_choice CHECK ((tone = ANY (ARRAY['good'::text, 'plain'::text, 'bad'::text]))),
  constraint item_topic_choice CHECK ((topic = ANY (ARRAY['appearance'::text, 'law'::text, 'sanitation'::text, 'parking'::text, 'vendor'::text, 'other'::text])))
);
comment on table opinion.item is '舆情处置';
CREATE INDEX item_by_due ON opinion.item USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'merged'::text, 'ignored'::text]));
CREATE UNIQUE INDEX item_client_key ON opinion.item USING btree (district, client_key);
CREATE INDEX item_closed_geom ON opinion.item USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX item_created ON opinion.item USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX item_number_key ON opinion.item USING btree (district, number);
CREATE INDEX item_open_geom ON opinion.item USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX item_open_place ON opinion.item USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'merged'::text, 'ignored'::text]));
CREATE INDEX item_parent ON opinion.item USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table opinion.item force row level security;
create policy district_border on opinion.item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on opinion.item to cityloop_app;

create table opinion.keyword (
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
  word text not null,
  topic text not null,
  is_sensitive boolean,
  constraint keyword_pkey PRIMARY KEY (district, id),
  constraint keyword_topic_choice CHECK ((topic = ANY (ARRAY['appearance'::text, 'law'::text, 'sanitation'::text, 'parking'::text, 'vendor'::text, 'other'::text])))
);
comment on table opinion.keyword is '监测关键词';
CREATE INDEX keyword_area ON opinion.keyword USING btree (district, area_code);
CREATE UNIQUE INDEX keyword_word_key ON opinion.keyword USING btree (district, word) WHERE (retired_at IS NULL);
alter table opinion.keyword force row level security;
create policy district_border on opinion.keyword for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on opinion.keyword to cityloop_app;

create table opinion.mention (
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
  title text not null,
  outlet uuid not null,
  url text not null,
  content text,
  tone text not null,
  constraint mention_pkey PRIMARY KEY (district, id),
  constraint mention_tone_choice CHECK ((tone = ANY (ARRAY['good'::text, 'plain'::text, 'bad'::text])))
);
comment on table opinion.mention is 'append-only: 舆情监测信息';
CREATE INDEX mention_at ON opinion.mention USING btree (district, at DESC);
alter table opinion.mention force row level security;
create policy district_border on opinion.mention for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on opinion.mention to cityloop_app;

create table opinion.outlet (
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
  reach integer not null,
  constraint outlet_pkey PRIMARY KEY (district, id),
  constraint outlet_level_choice CHECK ((level = ANY (ARRAY['central'::text, 'province'::text, 'city'::text, 'county'::text, 'network'::text])))
);
comment on table opinion.outlet is '监测媒体';
CREATE INDEX outlet_area ON opinion.outlet USING btree (district, area_code);
CREATE UNIQUE INDEX outlet_name_key ON opinion.outlet USING btree (district, name) WHERE (retired_at IS NULL);
alter table opinion.outlet force row level security;
create policy district_border on opinion.outlet for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on opinion.outlet to cityloop_app;

create table parking.account (
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
  owner_name text not null,
  phone text not null,
  channel text not null,
  balance_fen integer not null,
  deductions integer not null,
  failures integer not null,
  licence_photos uuid[],
  verified_on date,
  end_reason text,
  constraint account_pkey PRIMARY KEY (district, id),
  constraint account_channel_choice CHECK ((channel = ANY (ARRAY['ledger'::text])))
);
comment on table parking.account is '无感支付账户';
CREATE INDEX account_by_due ON parking.account USING btree (district, due_at) WHERE (status <> ALL (ARRAY['refused'::text, 'closed'::text]));
CREATE UNIQUE INDEX account_client_key ON parking.account USING btree (district, client_key);
CREATE INDEX account_closed_geom ON parking.account USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX account_created ON parking.account USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX account_number_key ON parking.account USING btree (district, number);
CREATE INDEX account_open_geom ON parking.account USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX account_open_place ON parking.account USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['refused'::text, 'closed'::text]));
CREATE INDEX account_parent ON parking.account USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX account_plate_live ON parking.account USING btree (district, plate) WHERE (status = ANY (ARRAY['applied'::text, 'active'::text]));
alter table parking.account force row level security;
create policy district_border on parking.account for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.account to cityloop_app;

create table parking.agreement (
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
  unit_name text not null,
  unit_kind text not null,
  lot uuid not null,
  street text not null,
  spaces integer not null,
  days text[] not null,
  opens_at text not null,
  closes_at text not null,
  hour_fen integer not null,
  liability text not null,
  is_first text,
  signed_on date,
  end_on date,
  uses integer,
  hours numeric,
  overstays integer,
  complaints integer,
  end_reason text,
  constraint agreement_pkey PRIMARY KEY (district, id),
  constraint agreement_is_first_choice CHECK ((is_first = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint agreement_unit_kind_choice CHECK ((unit_kind = ANY (ARRAY['organ'::text, 'institution'::text, 'soe'::text, 'company'::text, 'compound'::text])))
);
comment on table parking.agreement is '停车共享协议';
CREATE INDEX agreement_by_due ON parking.agreement USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX agreement_client_key ON parking.agreement USING btree (district, client_key);
CREATE INDEX agreement_closed_geom ON parking.agreement USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX agreement_created ON parking.agreement USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX agreement_number_key ON parking.agreement USING btree (district, number);
CREATE INDEX agreement_open_geom ON parking.agreement USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX agreement_open_place ON parking.agreement USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX agreement_parent ON parking.agreement USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.agreement force row level security;
create policy district_border on parking.agreement for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.agreement to cityloop_app;

create table parking.area_entry (
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
  board uuid not null,
  plate text not null,
  constraint area_entry_pkey PRIMARY KEY (district, id)
);
comment on table parking.area_entry is 'append-only: 进入诱导区域';
CREATE INDEX area_entry_at ON parking.area_entry USING btree (district, at DESC);
CREATE INDEX area_entry_plate ON parking.area_entry USING btree (district, plate, at);
alter table parking.area_entry force row level security;
create policy district_border on parking.area_entry for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on parking.area_entry to cityloop_app;

create table parking.berth (
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
  lot uuid not null,
  floor text,
  section text,
  vehicle text not null,
  ownership text not null,
  origin text not null,
  opened_on date not null,
  smart_on date,
  device text,
  is_disabled boolean not null,
  is_charging boolean not null,
  node text,
  constraint berth_pkey PRIMARY KEY (district, id),
  constraint berth_origin_choice CHECK ((origin = ANY (ARRAY['fresh'::text, 'rebuilt'::text, 'tapped'::text]))),
  constraint berth_ownership_choice CHECK ((ownership = ANY (ARRAY['public'::text, 'attached'::text, 'road'::text]))),
  constraint berth_vehicle_choice CHECK ((vehicle = ANY (ARRAY['motor'::text, 'nonmotor'::text])))
);
comment on table parking.berth is '停车泊位';
CREATE INDEX berth_area ON parking.berth USING btree (district, area_code);
CREATE UNIQUE INDEX berth_device_key ON parking.berth USING btree (district, device) WHERE (retired_at IS NULL);
CREATE INDEX berth_geom ON parking.berth USING gist (geom);
CREATE UNIQUE INDEX berth_number_key ON parking.berth USING btree (district, number) WHERE (retired_at IS NULL);
alter table parking.berth force row level security;
create policy district_border on parking.berth for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.berth to cityloop_app;

create table parking.berth_now (
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
  lot uuid not null,
  state text not null,
  source text,
  confidence numeric not null,
  said_at timestamp with time zone not null,
  is_disputed boolean not null,
  plate text,
  votes jsonb not null,
  constraint berth_now_pkey PRIMARY KEY (district, id),
  constraint berth_now_source_choice CHECK ((source = ANY (ARRAY['sensor'::text, 'camera'::text, 'scan'::text, 'feed'::text, 'vehicle'::text, 'person'::text]))),
  constraint berth_now_state_choice CHECK ((state = ANY (ARRAY['taken'::text, 'free'::text, 'unknown'::text])))
);
comment on table parking.berth_now is '泊位实时状态';
CREATE INDEX berth_now_at ON parking.berth_now USING btree (district, at DESC);
CREATE INDEX berth_now_geom ON parking.berth_now USING gist (geom);
CREATE INDEX berth_now_lot ON parking.berth_now USING btree (district, lot);
CREATE INDEX berth_now_plate ON parking.berth_now USING btree (district, plate) WHERE (plate IS NOT NULL);
alter table parking.berth_now force row level security;
create policy district_border on parking.berth_now for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.berth_now to cityloop_app;

create table parking.board (
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
  level text not null,
  area text,
  lot uuid,
  started_on date not null,
  constraint board_pkey PRIMARY KEY (district, id),
  constraint board_level_choice CHECK ((level = ANY (ARRAY['area'::text, 'road'::text, 'lot'::text]))),
  constraint board_target CHECK ((((level = 'area'::text) = (area IS NOT NULL)) AND ((level = 'area'::text) = (lot IS NULL))))
);
comment on table parking.board is '停车诱导屏';
CREATE INDEX board_area ON parking.board USING btree (district, area_code);
CREATE UNIQUE INDEX board_code_key ON parking.board USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX board_geom ON parking.board USING gist (geom);
alter table parking.board force row level security;
create policy district_border on parking.board for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.board to cityloop_app;

create table parking.collector (
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
  name text not null,
  phone text,
  person uuid,
  unit uuid,
  state text not null,
  joined_on date not null,
  constraint collector_pkey PRIMARY KEY (district, id),
  constraint collector_state_choice CHECK ((state = ANY (ARRAY['active'::text, 'stopped'::text, 'left'::text])))
);
comment on table parking.collector is '停车收费员';
CREATE INDEX collector_area ON parking.collector USING btree (district, area_code);
CREATE UNIQUE INDEX collector_number_key ON parking.collector USING btree (district, number) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX collector_person_key ON parking.collector USING btree (district, person) WHERE (retired_at IS NULL);
alter table parking.collector force row level security;
create policy district_border on parking.collector for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.collector to cityloop_app;

create table parking.collector_complaint (
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
  collector uuid not null,
  kind text not null,
  content text not null,
  is_true text not null,
  constraint collector_complaint_pkey PRIMARY KEY (district, id),
  constraint collector_complaint_is_true_choice CHECK ((is_true = ANY (ARRAY['yes'::text, 'no'::text, 'open'::text]))),
  constraint collector_complaint_kind_choice CHECK ((kind = ANY (ARRAY['overcharge'::text, 'noTicket'::text, 'private'::text, 'attitude'::text, 'other'::text])))
);
comment on table parking.collector_complaint is 'append-only: 收费员投诉';
CREATE INDEX collector_complaint_at ON parking.collector_complaint USING btree (district, at DESC);
alter table parking.collector_complaint force row level security;
create policy district_border on parking.collector_complaint for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on parking.collector_complaint to cityloop_app;

create table parking.compound_market (
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
  compound text not null,
  street text not null,
  operator text not null,
  spaces integer not null,
  hours text not null,
  owners_percent numeric not null,
  exit_clause text not null,
  households integer not null,
  area_m2 numeric not null,
  joined_owners integer,
  joined_m2 numeric,
  agreed_owners integer,
  agreed_m2 numeric,
  join_percent numeric,
  consent_percent numeric,
  voted_on date,
  started_on date,
  income_fen integer,
  owners_fen integer,
  exited_on date,
  exit_reason text,
  is_lawful boolean,
  constraint compound_market_pkey PRIMARY KEY (district, id)
);
comment on table parking.compound_market is '小区停车共享市场化';
CREATE INDEX compound_market_by_due ON parking.compound_market USING btree (district, due_at) WHERE (status <> ALL (ARRAY['rejected'::text, 'exited'::text]));
CREATE UNIQUE INDEX compound_market_client_key ON parking.compound_market USING btree (district, client_key);
CREATE INDEX compound_market_closed_geom ON parking.compound_market USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX compound_market_created ON parking.compound_market USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX compound_market_number_key ON parking.compound_market USING btree (district, number);
CREATE INDEX compound_market_open_geom ON parking.compound_market USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX compound_market_open_place ON parking.compound_market USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['rejected'::text, 'exited'::text]));
CREATE INDEX compound_market_parent ON parking.compound_market USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.compound_market force row level security;
create policy district_border on parking.compound_market for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.compound_market to cityloop_app;

create table parking.exemption (
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
  valid_from date not null,
  valid_to date,
  basis text not null,
  constraint exemption_pkey PRIMARY KEY (district, id),
  constraint exemption_kind_choice CHECK ((kind = ANY (ARRAY['police'::text, 'ambulance'::text, 'fire'::text, 'military'::text, 'disabled'::text, 'other'::text])))
);
comment on table parking.exemption is '停车免费车辆';
CREATE INDEX exemption_area ON parking.exemption USING btree (district, area_code);
CREATE UNIQUE INDEX exemption_plate_key ON parking.exemption USING btree (district, plate) WHERE (retired_at IS NULL);
alter table parking.exemption force row level security;
create policy district_border on parking.exemption for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.exemption to cityloop_app;

create table parking.feed_message (
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
  lot uuid not null,
  free integer not null,
  total integer not null,
  late_seconds integer not null,
  is_sound boolean not null,
  constraint feed_message_pkey PRIMARY KEY (district, id)
);
comment on table parking.feed_message is 'append-only: 场库上报';
CREATE INDEX feed_message_at ON parking.feed_message USING btree (district, at DESC);
CREATE INDEX feed_message_lot ON parking.feed_message USING btree (district, lot, at);
alter table parking.feed_message force row level security;
create policy district_border on parking.feed_message for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on parking.feed_message to cityloop_app;

create table parking.fusion (
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
  operator text not null,
  contract_number text not null,
  start_on date not null,
  end_on date not null,
  builds text not null,
  operates text not null,
  serves text not null,
  targets jsonb not null,
  results jsonb,
  score numeric,
  rounds integer not null,
  comment text,
  constraint fusion_pkey PRIMARY KEY (district, id)
);
comment on table parking.fusion is '“建管融”一体停车试点';
CREATE INDEX fusion_by_due ON parking.fusion USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX fusion_client_key ON parking.fusion USING btree (district, client_key);
CREATE INDEX fusion_closed_geom ON parking.fusion USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX fusion_created ON parking.fusion USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX fusion_number_key ON parking.fusion USING btree (district, number);
CREATE INDEX fusion_open_geom ON parking.fusion USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX fusion_open_place ON parking.fusion USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX fusion_parent ON parking.fusion USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.fusion force row level security;
create policy district_border on parking.fusion for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.fusion to cityloop_app;

create table parking.integrity (
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
  from_on date not null,
  to_on date not null,
  must jsonb,
  findings jsonb,
  checked integer,
  found integer,
  amount_fen integer,
  measures text,
  constraint integrity_pkey PRIMARY KEY (district, id)
);
comment on table parking.integrity is '收费员廉政专项检查';
CREATE INDEX integrity_by_due ON parking.integrity USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX integrity_client_key ON parking.integrity USING btree (district, client_key);
CREATE INDEX integrity_closed_geom ON parking.integrity USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX integrity_created ON parking.integrity USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX integrity_number_key ON parking.integrity USING btree (district, number);
CREATE INDEX integrity_open_geom ON parking.integrity USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX integrity_open_place ON parking.integrity USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX integrity_parent ON parking.integrity USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.integrity force row level security;
create policy district_border on parking.integrity for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.integrity to cityloop_app;

create table parking.joint_request (
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
  address text not null,
  lot uuid,
  content text not null,
  plate text,
  come_due_at timestamp with time zone,
  police_came text,
  grid_came text,
  came_at timestamp with time zone,
  minutes integer,
  outcome text,
  note text,
  scene uuid[],
  constraint joint_request_pkey PRIMARY KEY (district, id),
  constraint joint_request_kind_choice CHECK ((kind = ANY (ARRAY['dispute'::text, 'blocked'::text, 'fire'::text, 'other'::text]))),
  constraint joint_request_outcome_choice CHECK ((outcome = ANY (ARRAY['settled'::text, 'moved'::text, 'handed'::text, 'failed'::text])))
);
comment on table parking.joint_request is '“警网融合”停车处置';
CREATE INDEX joint_request_by_due ON parking.joint_request USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE UNIQUE INDEX joint_request_client_key ON parking.joint_request USING btree (district, client_key);
CREATE INDEX joint_request_closed_geom ON parking.joint_request USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX joint_request_created ON parking.joint_request USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX joint_request_number_key ON parking.joint_request USING btree (district, number);
CREATE INDEX joint_request_open_geom ON parking.joint_request USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX joint_request_open_place ON parking.joint_request USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
CREATE INDEX joint_request_parent ON parking.joint_request USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.joint_request force row level security;
create policy district_border on parking.joint_request for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.joint_request to cityloop_app;

create table parking.ledger_entry (
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
  account uuid not null,
  order_ uuid,
  kind text not null,
  amount_fen integer not null,
  balance_fen integer not null,
  result text not null,
  reason text,
  constraint ledger_entry_pkey PRIMARY KEY (district, id),
  constraint ledger_entry_kind_choice CHECK ((kind = ANY (ARRAY['topUp'::text, 'charge'::text, 'refund'::text]))),
  constraint ledger_entry_result_choice CHECK ((result = ANY (ARRAY['done'::text, 'failed'::text])))
);
comment on table parking.ledger_entry is 'append-only: 无感支付账本';
CREATE INDEX ledger_entry_at ON parking.ledger_entry USING btree (district, at DESC);
alter table parking.ledger_entry force row level security;
create policy district_border on parking.ledger_entry for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on parking.ledger_entry to cityloop_app;

create table parking.lock (
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
  berth uuid not null,
  device uuid not null,
  "position" text not null,
  moved_at timestamp with time zone,
  constraint lock_pkey PRIMARY KEY (district, id),
  constraint lock_position_choice CHECK (("position" = ANY (ARRAY['up'::text, 'down'::text, 'unknown'::text])))
);
comment on table parking.lock is '泊位地锁';
CREATE INDEX lock_area ON parking.lock USING btree (district, area_code);
CREATE UNIQUE INDEX lock_berth_key ON parking.lock USING btree (district, berth) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX lock_device_key ON parking.lock USING btree (district, device) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX lock_number_key ON parking.lock USING btree (district, number) WHERE (retired_at IS NULL);
alter table parking.lock force row level security;
create policy district_border on parking.lock for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.lock to cityloop_app;

create table parking.lock_order (
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
  lock uuid not null,
  wanted text not null,
  reason text not null,
  device uuid,
  answer text,
  answered_at timestamp with time zone,
  constraint lock_order_pkey PRIMARY KEY (district, id),
  constraint lock_order_wanted_choice CHECK ((wanted = ANY (ARRAY['up'::text, 'down'::text])))
);
comment on table parking.lock_order is '地锁控制';
CREATE INDEX lock_order_by_due ON parking.lock_order USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'failed'::text]));
CREATE UNIQUE INDEX lock_order_client_key ON parking.lock_order USING btree (district, client_key);
CREATE INDEX lock_order_closed_geom ON parking.lock_order USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX lock_order_created ON parking.lock_order USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX lock_order_number_key ON parking.lock_order USING btree (district, number);
CREATE INDEX lock_order_open_geom ON parking.lock_order USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX lock_order_open_place ON parking.lock_order USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'failed'::text]));
CREATE INDEX lock_order_parent ON parking.lock_order USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.lock_order force row level security;
create policy district_border on parking.lock_order for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.lock_order to cityloop_app;

create table parking.lot (
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
  operator text,
  address text,
  spaces integer not null,
  price_text text,
  open_hours text,
  zone text,
  is_charged boolean not null,
  has_indoor_map boolean not null,
  has_plate_camera boolean not null,
  filing uuid,
  connection text not null,
  constraint lot_pkey PRIMARY KEY (district, id),
  constraint lot_charged CHECK (((NOT is_charged) OR (zone IS NOT NULL))),
  constraint lot_connection_choice CHECK ((connection = ANY (ARRAY['none'::text, 'testing'::text, 'connected'::text, 'broken'::text]))),
  constraint lot_kind_choice CHECK ((kind = ANY (ARRAY['road'::text, 'public'::text, 'attached'::text, 'compound'::text, 'office'::text]))),
  constraint lot_zone_choice CHECK ((zone = ANY (ARRAY['one'::text, 'two'::text, 'three'::text])))
);
comment on table parking.lot is '停车场(路段)';
CREATE INDEX lot_area ON parking.lot USING btree (district, area_code);
CREATE UNIQUE INDEX lot_filing_key ON parking.lot USING btree (district, filing) WHERE (retired_at IS NULL);
CREATE INDEX lot_geom ON parking.lot USING gist (geom);
CREATE UNIQUE INDEX lot_name_key ON parking.lot USING btree (district, name) WHERE (retired_at IS NULL);
alter table parking.lot force row level security;
create policy district_border on parking.lot for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.lot to cityloop_app;

create table parking.lot_now (
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
  lot uuid not null,
  free integer not null,
  total integer not null,
  constraint lot_now_pkey PRIMARY KEY (district, id)
);
comment on table parking.lot_now is '场库实时余位';
CREATE INDEX lot_now_at ON parking.lot_now USING btree (district, at DESC);
CREATE INDEX lot_now_geom ON parking.lot_now USING gist (geom);
alter table parking.lot_now force row level security;
create policy district_border on parking.lot_now for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.lot_now to cityloop_app;

create table parking.onboarding (
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
  lot uuid not null,
  protocol text not null,
  contact text not null,
  static_faults text,
  test_from timestamp with time zone,
  received integer,
  expected integer,
  score numeric,
  connected_on date,
  end_reason text,
  constraint onboarding_pkey PRIMARY KEY (district, id),
  constraint onboarding_protocol_choice CHECK ((protocol = ANY (ARRAY['http'::text, 'platform'::text])))
);
comment on table parking.onboarding is '停车场接入';
CREATE INDEX onboarding_by_due ON parking.onboarding USING btree (district, due_at) WHERE (status <> ALL (ARRAY['connected'::text, 'dropped'::text]));
CREATE UNIQUE INDEX onboarding_client_key ON parking.onboarding USING btree (district, client_key);
CREATE INDEX onboarding_closed_geom ON parking.onboarding USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX onboarding_created ON parking.onboarding USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX onboarding_number_key ON parking.onboarding USING btree (district, number);
CREATE INDEX onboarding_open_geom ON parking.onboarding USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX onboarding_open_place ON parking.onboarding USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['connected'::text, 'dropped'::text]));
CREATE INDEX onboarding_parent ON parking.onboarding USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.onboarding force row level security;
create policy district_border on parking.onboarding for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.onboarding to cityloop_app;

create table parking.order (
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
  lot uuid not null,
  berth uuid,
  plate text,
  entered_at timestamp with time zone not null,
  source text not null,
  left_at timestamp with time zone,
  minutes integer,
  search_minutes integer,
  tariff_name text,
  steps jsonb,
  amount_fen integer,
  paid_fen integer,
  refund_fen integer,
  channel text,
  voucher text,
  collector uuid,
  account uuid,
  failure text,
  paid_at timestamp with time zone,
  arrears_at timestamp with time zone,
  urged integer,
  urged_at timestamp with time zone,
  invoice_number text,
  pay_due_at timestamp with time zone,
  end_reason text,
  constraint order_pkey PRIMARY KEY (district, id),
  constraint order_channel_choice CHECK ((channel = ANY (ARRAY['ledger'::text, 'cash'::text, 'code'::text, 'bank'::text]))),
  constraint order_source_choice CHECK ((source = ANY (ARRAY['sensor'::text, 'camera'::text, 'scan'::text, 'feed'::text, 'vehicle'::text, 'person'::text])))
);
comment on table parking.order is '停车订单';
CREATE INDEX order_berth_parked ON parking."order" USING btree (district, berth) WHERE (status = 'parked'::text);
CREATE INDEX order_by_due ON parking."order" USING btree (district, due_at) WHERE (status <> ALL (ARRAY['paid'::text, 'free'::text, 'refunded'::text, 'waived'::text, 'void'::text]));
CREATE UNIQUE INDEX order_client_key ON parking."order" USING btree (district, client_key);
CREATE INDEX order_closed_geom ON parking."order" USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX order_collector_paid ON parking."order" USING btree (district, collector, paid_at);
CREATE INDEX order_created ON parking."order" USING btree (district, created_at DESC, id DESC);
CREATE INDEX order_lot_entered ON parking."order" USING btree (district, lot, entered_at);
CREATE UNIQUE INDEX order_number_key ON parking."order" USING btree (district, number);
CREATE INDEX order_open_geom ON parking."order" USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX order_open_place ON parking."order" USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['paid'::text, 'free'::text, 'refunded'::text, 'waived'::text, 'void'::text]));
CREATE INDEX order_parent ON parking."order" USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX order_plate ON parking."order" USING btree (district, plate, entered_at);
alter table parking.order force row level security;
create policy district_border on parking.order for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.order to cityloop_app;

create table parking.pilot (
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
  lot uuid not null,
  name text not null,
  before numeric not null,
  surveyed_on date not null,
  plan text not null,
  started_on date,
  after numeric,
  change_percent numeric,
  days integer,
  conclusion text,
  constraint pilot_pkey PRIMARY KEY (district, id)
);
comment on table parking.pilot is '道路停车收费试点';
CREATE INDEX pilot_by_due ON parking.pilot USING btree (district, due_at) WHERE (status <> ALL (ARRAY['kept'::text, 'stopped'::text]));
CREATE UNIQUE INDEX pilot_client_key ON parking.pilot USING btree (district, client_key);
CREATE INDEX pilot_closed_geom ON parking.pilot USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX pilot_created ON parking.pilot USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX pilot_number_key ON parking.pilot USING btree (district, number);
CREATE INDEX pilot_open_geom ON parking.pilot USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX pilot_open_place ON parking.pilot USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['kept'::text, 'stopped'::text]));
CREATE INDEX pilot_parent ON parking.pilot USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.pilot force row level security;
create policy district_border on parking.pilot for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.pilot to cityloop_app;

create table parking.reservation (
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
  lot uuid not null,
  plate text not null,
  phone text not null,
  hold_until timestamp with time zone,
  arrived_at timestamp with time zone,
  missed_before integer,
  channel text,
  constraint reservation_pkey PRIMARY KEY (district, id),
  constraint reservation_channel_choice CHECK ((channel = ANY (ARRAY['public'::text, 'staff'::text])))
);
comment on table parking.reservation is '车位预约';
CREATE INDEX reservation_by_due ON parking.reservation USING btree (district, due_at) WHERE (status <> ALL (ARRAY['arrived'::text, 'missed'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX reservation_client_key ON parking.reservation USING btree (district, client_key);
CREATE INDEX reservation_closed_geom ON parking.reservation USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX reservation_created ON parking.reservation USING btree (district, created_at DESC, id DESC);
CREATE INDEX reservation_held ON parking.reservation USING btree (district, lot, plate) WHERE (status = 'held'::text);
CREATE UNIQUE INDEX reservation_number_key ON parking.reservation USING btree (district, number);
CREATE INDEX reservation_open_geom ON parking.reservation USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX reservation_open_place ON parking.reservation USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['arrived'::text, 'missed'::text, 'cancelled'::text]));
CREATE INDEX reservation_parent ON parking.reservation USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.reservation force row level security;
create policy district_border on parking.reservation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.reservation to cityloop_app;

create table parking.scheme (
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
  kind text not null,
  lots jsonb not null,
  rules text not null,
  users text not null,
  spaces integer not null,
  promoted_on date,
  started_on date,
  result text,
  constraint scheme_pkey PRIMARY KEY (district, id),
  constraint scheme_kind_choice CHECK ((kind = ANY (ARRAY['school'::text, 'business'::text, 'scenic'::text, 'hospital'::text, 'old'::text])))
);
comment on table parking.scheme is '片区停车共享方案';
CREATE INDEX scheme_by_due ON parking.scheme USING btree (district, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE UNIQUE INDEX scheme_client_key ON parking.scheme USING btree (district, client_key);
CREATE INDEX scheme_closed_geom ON parking.scheme USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX scheme_created ON parking.scheme USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX scheme_name_key ON parking.scheme USING btree (district, name);
CREATE UNIQUE INDEX scheme_number_key ON parking.scheme USING btree (district, number);
CREATE INDEX scheme_open_geom ON parking.scheme USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX scheme_open_place ON parking.scheme USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
CREATE INDEX scheme_parent ON parking.scheme USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.scheme force row level security;
create policy district_border on parking.scheme for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.scheme to cityloop_app;

create table parking.segment (
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
  from_to text not null,
  side text not null,
  length_m numeric not null,
  verdict text,
  reason text,
  reason_note text,
  motor_spaces integer,
  nonmotor_m numeric,
  nonmotor_capacity integer,
  signs integer,
  arrows integer,
  ramps integer,
  painted_on date,
  accepted_on date,
  constraint segment_pkey PRIMARY KEY (district, id),
  constraint segment_reason_choice CHECK ((reason = ANY (ARRAY['narrow'::text, 'crossing'::text, 'fire'::text, 'view'::text, 'works'::text, 'other'::text]))),
  constraint segment_side_choice CHECK ((side = ANY (ARRAY['left'::text, 'right'::text, 'both'::text]))),
  constraint segment_verdict_choice CHECK ((verdict = ANY (ARRAY['yes'::text, 'no'::text])))
);
comment on table parking.segment is '停车划线路段';
CREATE INDEX segment_by_due ON parking.segment USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'barred'::text]));
CREATE UNIQUE INDEX segment_client_key ON parking.segment USING btree (district, client_key);
CREATE INDEX segment_closed_geom ON parking.segment USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX segment_created ON parking.segment USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX segment_number_key ON parking.segment USING btree (district, number);
CREATE INDEX segment_open_geom ON parking.segment USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX segment_open_place ON parking.segment USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'barred'::text]));
CREATE INDEX segment_parent ON parking.segment USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX segment_road_from_to_side_key ON parking.segment USING btree (district, road, from_to, side);
alter table parking.segment force row level security;
create policy district_border on parking.segment for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.segment to cityloop_app;

create table parking.share_use (
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
  agreement uuid not null,
  plate text not null,
  phone text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  street text,
  entered_at timestamp with time zone,
  left_at timestamp with time zone,
  minutes integer,
  over_minutes integer,
  amount_fen integer,
  constraint share_use_pkey PRIMARY KEY (district, id)
);
comment on table parking.share_use is '共享车位使用';
CREATE INDEX share_use_by_due ON parking.share_use USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'over'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX share_use_client_key ON parking.share_use USING btree (district, client_key);
CREATE INDEX share_use_closed_geom ON parking.share_use USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX share_use_created ON parking.share_use USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX share_use_number_key ON parking.share_use USING btree (district, number);
CREATE INDEX share_use_open_geom ON parking.share_use USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX share_use_open_place ON parking.share_use USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'over'::text, 'cancelled'::text]));
CREATE INDEX share_use_parent ON parking.share_use USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.share_use force row level security;
create policy district_border on parking.share_use for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.share_use to cityloop_app;

create table parking.shift (
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
  name text,
  collector uuid not null,
  lot uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  cash_fen integer,
  code_fen integer,
  order_cash_fen integer,
  order_code_fen integer,
  orders integer,
  difference_fen integer,
  explanation text,
  handed_in_at timestamp with time zone,
  conclusion text,
  constraint shift_pkey PRIMARY KEY (district, id)
);
comment on table parking.shift is '收费员当班与对账';
CREATE INDEX shift_by_due ON parking.shift USING btree (district, due_at) WHERE (status <> ALL (ARRAY['even'::text, 'reviewed'::text]));
CREATE UNIQUE INDEX shift_client_key ON parking.shift USING btree (district, client_key);
CREATE INDEX shift_closed_geom ON parking.shift USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX shift_created ON parking.shift USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX shift_number_key ON parking.shift USING btree (district, number);
CREATE INDEX shift_open_geom ON parking.shift USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX shift_open_place ON parking.shift USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['even'::text, 'reviewed'::text]));
CREATE INDEX shift_parent ON parking.shift USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.shift force row level security;
create policy district_border on parking.shift for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.shift to cityloop_app;

create table parking.sighting (
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
  source text not null,
  is_taken boolean not null,
  plate text,
  confidence numeric not null,
  told text,
  constraint sighting_pkey PRIMARY KEY (district, id),
  constraint sighting_source_choice CHECK ((source = ANY (ARRAY['sensor'::text, 'camera'::text, 'scan'::text, 'feed'::text, 'vehicle'::text, 'person'::text])))
);
comment on table parking.sighting is 'append-only: 泊位状态上报';
CREATE INDEX sighting_at ON parking.sighting USING btree (district, at DESC);
alter table parking.sighting force row level security;
create policy district_border on parking.sighting for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on parking.sighting to cityloop_app;

create table parking.source (
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
  kind text not null,
  lot uuid,
  key_hash text,
  is_on boolean not null,
  constraint source_pkey PRIMARY KEY (district, id),
  constraint source_feed CHECK (((kind <> 'feed'::text) OR (lot IS NOT NULL))),
  constraint source_kind_choice CHECK ((kind = ANY (ARRAY['sensor'::text, 'camera'::text, 'scan'::text, 'feed'::text, 'vehicle'::text, 'person'::text])))
);
comment on table parking.source is '泊位数据源';
CREATE INDEX source_area ON parking.source USING btree (district, area_code);
CREATE UNIQUE INDEX source_code_key ON parking.source USING btree (district, code) WHERE (retired_at IS NULL);
alter table parking.source force row level security;
create policy district_border on parking.source for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.source to cityloop_app;

create table parking.tariff (
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
  zone text not null,
  bands jsonb not null,
  free_minutes integer not null,
  is_free_deducted boolean not null,
  day_cap_fen integer not null,
  is_holiday_free boolean not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  constraint tariff_pkey PRIMARY KEY (district, id),
  constraint tariff_order CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint tariff_zone_choice CHECK ((zone = ANY (ARRAY['one'::text, 'two'::text, 'three'::text])))
);
comment on table parking.tariff is '停车收费标准';
CREATE INDEX tariff_area ON parking.tariff USING btree (district, area_code);
CREATE UNIQUE INDEX tariff_zone_valid_from_key ON parking.tariff USING btree (district, zone, valid_from) WHERE (retired_at IS NULL);
alter table parking.tariff force row level security;
create policy district_border on parking.tariff for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.tariff to cityloop_app;

create table parking.violation (
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
  address text not null,
  kind text not null,
  found_by text not null,
  first_photo uuid[],
  first_at timestamp with time zone,
  second_photo uuid[],
  second_at timestamp with time zone,
  sign_photo uuid[],
  gap_minutes integer,
  finder text,
  shot_at timestamp with time zone,
  review_due_at timestamp with time zone,
  law_code text,
  opinion text,
  confirmed_at timestamp with time zone,
  notice text,
  noticed_at timestamp with time zone,
  nearby jsonb,
  penalty_number text,
  penalty_id text,
  decided_at timestamp with time zone,
  end_reason text,
  constraint violation_pkey PRIMARY KEY (district, id),
  constraint violation_found_by_choice CHECK ((found_by = ANY (ARRAY['patrol'::text, 'video'::text, 'report'::text]))),
  constraint violation_kind_choice CHECK ((kind = ANY (ARRAY['sidewalk'::text, 'lane'::text, 'fire'::text, 'road'::text])))
);
comment on table parking.violation is '违停查处';
CREATE INDEX violation_by_due ON parking.violation USING btree (district, due_at) WHERE (status <> ALL (ARRAY['penalised'::text, 'dismissed'::text, 'gone'::text]));
CREATE UNIQUE INDEX violation_client_key ON parking.violation USING btree (district, client_key);
CREATE INDEX violation_closed_geom ON parking.violation USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX violation_created ON parking.violation USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX violation_number_key ON parking.violation USING btree (district, number);
CREATE INDEX violation_open_geom ON parking.violation USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX violation_open_place ON parking.violation USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['penalised'::text, 'dismissed'::text, 'gone'::text]));
CREATE INDEX violation_parent ON parking.violation USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table parking.violation force row level security;
create policy district_border on parking.violation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.violation to cityloop_app;

create table parking.walkway (
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
  lot uuid not null,
  from_node text not null,
  to_node text not null,
  metres numeric not null,
  hint text not null,
  constraint walkway_pkey PRIMARY KEY (district, id)
);
comment on table parking.walkway is '场内通道';
CREATE INDEX walkway_area ON parking.walkway USING btree (district, area_code);
CREATE UNIQUE INDEX walkway_lot_from_node_to_node_key ON parking.walkway USING btree (district, lot, from_node, to_node) WHERE (retired_at IS NULL);
alter table parking.walkway force row level security;
create policy district_border on parking.walkway for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.walkway to cityloop_app;

create table parking.yard (
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
  operator text not null,
  area_m2 numeric not null,
  hardened_m2 numeric not null,
  has_wash boolean not null,
  has_spray boolean not null,
  keeper uuid,
  constraint yard_pkey PRIMARY KEY (district, id),
  constraint yard_hardened CHECK ((hardened_m2 <= area_m2)),
  constraint yard_kind_choice CHECK ((kind = ANY (ARRAY['truck'::text, 'bus'::text, 'mixed'::text])))
);
comment on table parking.yard is '停车场地';
CREATE INDEX yard_area ON parking.yard USING btree (district, area_code);
CREATE INDEX yard_geom ON parking.yard USING gist (geom);
CREATE UNIQUE INDEX yard_name_key ON parking.yard USING btree (district, name) WHERE (retired_at IS NULL);
alter table parking.yard force row level security;
create policy district_border on parking.yard for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.yard to cityloop_app;

create table parking.yard_check (
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
  yard uuid not null,
  year integer not null,
  yard_name text,
  items jsonb,
  lines jsonb,
  score numeric,
  first_score numeric,
  is_passed_first boolean,
  checked_on date,
  order_text text,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  fix_note text,
  rounds integer,
  constraint yard_check_pkey PRIMARY KEY (district, id)
);
comment on table parking.yard_check is '停车场地年度检查';
CREATE INDEX yard_check_by_due ON parking.yard_check USING btree (district, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE UNIQUE INDEX yard_check_client_key ON parking.yard_check USING btree (district, client_key);
CREATE INDEX yard_check_closed_geom ON parking.yard_check USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX yard_check_created ON parking.yard_check USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX yard_check_number_key ON parking.yard_check USING btree (district, number);
CREATE INDEX yard_check_open_geom ON parking.yard_check USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX yard_check_open_place ON parking.yard_check USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE INDEX yard_check_parent ON parking.yard_check USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX yard_check_yard_year_key ON parking.yard_check USING btree (district, yard, year);
alter table parking.yard_check force row level security;
create policy district_border on parking.yard_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.yard_check to cityloop_app;

create table parking.yard_item (
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
  full_ numeric not null,
  is_key boolean not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  constraint yard_item_pkey PRIMARY KEY (district, id)
);
comment on table parking.yard_item is '停车场地标准';
CREATE INDEX yard_item_area ON parking.yard_item USING btree (district, area_code);
CREATE UNIQUE INDEX yard_item_item_valid_from_key ON parking.yard_item USING btree (district, item, valid_from) WHERE (retired_at IS NULL);
alter table parking.yard_item force row level security;
create policy district_border on parking.yard_item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on parking.yard_item to cityloop_app;

create table permits.ad_zone (
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
  level text not null,
  forms jsonb not null,
  max_area_m2 numeric not null,
  max_months integer not null,
  plan text not null,
  valid_from date not null,
  constraint ad_zone_pkey PRIMARY KEY (district, id),
  constraint ad_zone_level_choice CHECK ((level = ANY (ARRAY['allowed'::text, 'limited'::text, 'banned'::text])))
);
comment on table permits.ad_zone is '户外广告规划分区';
CREATE INDEX ad_zone_area ON permits.ad_zone USING btree (district, area_code);
CREATE INDEX ad_zone_geom ON permits.ad_zone USING gist (geom);
CREATE UNIQUE INDEX ad_zone_name_key ON permits.ad_zone USING btree (district, name) WHERE (retired_at IS NULL);
alter table permits.ad_zone force row level security;
create policy district_border on permits.ad_zone for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.ad_zone to cityloop_app;

create table permits.application (
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
  item uuid not null,
  mode text not null,
  channel text not null,
  applicant_kind text not null,
  applicant_name text not null,
  applicant_code text not null,
  contact text,
  phone text,
  address text not null,
  documents jsonb not null,
  papers uuid[],
  commitment uuid[],
  project uuid,
  item_name text,
  item_code text,
  item_version integer,
  legal_days integer,
  promised_days integer,
  required jsonb,
  deferrable_ jsonb,
  needs_site_check boolean,
  commit_days integer,
  defer_days integer,
  valid_months integer,
  fee_fen integer,
  is_meeting_free boolean,
  correction_on date,
  corrections jsonb,
  missing jsonb,
  accepted_at timestamp with time zone,
  is_deemed boolean,
  reviewer uuid,
  review text,
  rounds integer,
  checkers jsonb,
  check_photos uuid[],
  check_note text,
  after_photos uuid[],
  after_note text,
  special_kind text,
  special_on date,
  paused_days integer,
  expert_opinion text,
  higher_approval text,
  extend_reason text,
  decider uuid,
  decided_at timestamp with time zone,
  is_granted boolean,
  is_late boolean,
  late_reason text,
  actual_days integer,
  reason text,
  paid_on date,
  voucher text,
  delivery text,
  done_at timestamp with time zone,
  certificate uuid,
  renews uuid,
  verify_note text,
  supply_on date,
  survived_trees integer,
  intake_due_at timestamp with time zone,
  decide_due_at timestamp with time zone,
  promise_due_at timestamp with time zone,
  deliver_due_at timestamp with time zone,
  follow_due_at timestamp with time zone,
  services text[],
  service_area text,
  vehicle_count integer,
  staff_count integer,
  funds_fen integer,
  tree_action text,
  species text,
  trees integer,
  diameter_cm numeric,
  purpose text,
  compensation_trees integer,
  compensation_place text,
  tree_code text,
  tree_grade text,
  new_place text,
  protection_plan text,
  project_kind text,
  land_m2 numeric,
  green_m2 numeric,
  plant_list text,
  plan uuid,
  measured_green_m2 numeric,
  site_name text,
  volume_m3 numeric,
  destination uuid,
  hauler_code text,
  plates jsonb,
  route text,
  window_from text,
  window_to text,
  from_on date,
  to_on date,
  ad_form text,
  width_m numeric,
  height_m numeric,
  months integer,
  is_new_type boolean,
  has_safety_system boolean,
  discharge_class text,
  area_m2 numeric,
  drawing jsonb,
  cleaning_duty text,
  safety_duty text,
  gas_kind text,
  storage_m3 numeric,
  berths integer,
  disabled_berths integer,
  charging_berths integer,
  charge text,
  open_hours text,
  content text,
  constraint application_pkey PRIMARY KEY (district, id),
  constraint application_ad_form_choice CHECK ((ad_form = ANY (ARRAY['column'::text, 'roof'::text, 'wall'::text, 'screen'::text, 'booth'::text]))),
  constraint application_applicant_kind_choice CHECK ((applicant_kind = ANY (ARRAY['org'::text, 'person'::text]))),
  constraint application_channel_choice CHECK ((channel = ANY (ARRAY['online'::text, 'window'::text, 'extended'::text]))),
  constraint application_delivery_choice CHECK ((delivery = ANY (ARRAY['online'::text, 'window'::text, 'mail'::text]))),
  constraint application_discharge_class_choice CHECK ((discharge_class = ANY (ARRAY['electric'::text, 'six'::text, 'five'::text]))),
  constraint application_gas_kind_choice CHECK ((gas_kind = ANY (ARRAY['pipe'::text, 'bottle'::text, 'vehicle'::text]))),
  constraint application_kind_choice CHECK ((kind = ANY (ARRAY['wasteClean'::text, 'tree'::text, 'ancientTree'::text, 'greenPlan'::text, 'greenCompletion'::text, 'muck'::text, 'ad'::text, 'truck'::text, 'dayMuck'::text, 'promo'::text, 'gas'::text, 'parking'::text, 'general'::text]))),
  constraint application_mode_choice CHECK ((mode = ANY (ARRAY['ordinary'::text, 'commitment'::text, 'deferred'::text]))),
  constraint application_project_kind_choice CHECK ((project_kind = ANY (ARRAY['residential'::text, 'mall'::text, 'office'::text, 'industry'::text, 'public'::text]))),
  constraint application_special_kind_choice CHECK ((special_kind = ANY (ARRAY['hearing'::text, 'test'::text, 'expert'::text, 'higher'::text]))),
  constraint application_tree_action_choice CHECK ((tree_action = ANY (ARRAY['cut'::text, 'transplant'::text]))),
  constraint application_tree_grade_choice CHECK ((tree_grade = ANY (ARRAY['first'::text, 'second'::text, 'third'::text, 'famous'::text])))
);
comment on table permits.application is '许可备案申请';
CREATE INDEX application_by_due ON permits.application USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'notAccepted'::text, 'refused'::text, 'abandoned'::text, 'revoked'::text, 'lapsed'::text]));
CREATE UNIQUE INDEX application_client_key ON permits.application USING btree (district, client_key);
CREATE INDEX application_closed_geom ON permits.application USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX application_created ON permits.application USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX application_number_key ON permits.application USING btree (district, number);
CREATE INDEX application_open_geom ON permits.application USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX application_open_place ON permits.application USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'notAccepted'::text, 'refused'::text, 'abandoned'::text, 'revoked'::text, 'lapsed'::text]));
CREATE INDEX application_parent ON permits.application USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.application force row level security;
create policy district_border on permits.application for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.application to cityloop_app;

create table permits.appointment (
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
  item_name text not null,
  name text not null,
  phone text not null,
  slot_at timestamp with time zone not null,
  window_ text,
  is_walk_in text not null,
  arrived_at timestamp with time zone,
  called_at timestamp with time zone,
  served_at timestamp with time zone,
  wait_minutes integer,
  served integer,
  note text,
  constraint appointment_pkey PRIMARY KEY (district, id),
  constraint appointment_is_walk_in_choice CHECK ((is_walk_in = ANY (ARRAY['booked'::text, 'walkIn'::text])))
);
comment on table permits.appointment is '延时服务预约与排队';
CREATE INDEX appointment_by_due ON permits.appointment USING btree (district, due_at) WHERE (status <> ALL (ARRAY['served'::text, 'missed'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX appointment_client_key ON permits.appointment USING btree (district, client_key);
CREATE INDEX appointment_closed_geom ON permits.appointment USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX appointment_created ON permits.appointment USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX appointment_number_key ON permits.appointment USING btree (district, number);
CREATE INDEX appointment_open_geom ON permits.appointment USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX appointment_open_place ON permits.appointment USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['served'::text, 'missed'::text, 'cancelled'::text]));
CREATE INDEX appointment_parent ON permits.appointment USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.appointment force row level security;
create policy district_border on permits.appointment for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.appointment to cityloop_app;

create table permits.certificate (
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
  item_name text not null,
  application uuid not null,
  holder text not null,
  holder_code text not null,
  holder_kind text not null,
  phone text,
  address text not null,
  conditions text not null,
  valid_from date not null,
  valid_to date not null,
  valid_months integer not null,
  plates jsonb,
  hauler_code text,
  window_from text,
  window_to text,
  berths integer,
  drawing jsonb,
  ended_on date,
  ground text,
  end_reason text,
  breaches integer not null,
  findings integer not null,
  is_deemed_renewed boolean,
  renewals integer not null,
  changes integer not null,
  constraint certificate_pkey PRIMARY KEY (district, id),
  constraint certificate_holder_kind_choice CHECK ((holder_kind = ANY (ARRAY['org'::text, 'person'::text]))),
  constraint certificate_kind_choice CHECK ((kind = ANY (ARRAY['wasteClean'::text, 'tree'::text, 'ancientTree'::text, 'greenPlan'::text, 'greenCompletion'::text, 'muck'::text, 'ad'::text, 'truck'::text, 'dayMuck'::text, 'promo'::text, 'gas'::text, 'parking'::text, 'general'::text])))
);
comment on table permits.certificate is '证照';
CREATE INDEX certificate_by_due ON permits.certificate USING btree (district, due_at) WHERE (status <> ALL (ARRAY['revoked'::text, 'withdrawn'::text, 'cancelled'::text, 'expired'::text]));
CREATE UNIQUE INDEX certificate_client_key ON permits.certificate USING btree (district, client_key);
CREATE INDEX certificate_closed_geom ON permits.certificate USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX certificate_created ON permits.certificate USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX certificate_number_key ON permits.certificate USING btree (district, number);
CREATE INDEX certificate_open_geom ON permits.certificate USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX certificate_open_place ON permits.certificate USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['revoked'::text, 'withdrawn'::text, 'cancelled'::text, 'expired'::text]));
CREATE INDEX certificate_parent ON permits.certificate USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.certificate force row level security;
create policy district_border on permits.certificate for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.certificate to cityloop_app;

create table permits.compound_acceptance (
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
  project uuid not null,
  project_name text,
  visit_on date not null,
  sanitation jsonb,
  parking jsonb,
  lighting jsonb,
  illegal jsonb,
  visits integer not null,
  opinion text,
  review_due_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint compound_acceptance_pkey PRIMARY KEY (district, id)
);
comment on table permits.compound_acceptance is '小区验收前置审核';
CREATE INDEX compound_acceptance_by_due ON permits.compound_acceptance USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX compound_acceptance_client_key ON permits.compound_acceptance USING btree (district, client_key);
CREATE INDEX compound_acceptance_closed_geom ON permits.compound_acceptance USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX compound_acceptance_created ON permits.compound_acceptance USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX compound_acceptance_number_key ON permits.compound_acceptance USING btree (district, number);
CREATE INDEX compound_acceptance_open_geom ON permits.compound_acceptance USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX compound_acceptance_open_place ON permits.compound_acceptance USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX compound_acceptance_parent ON permits.compound_acceptance USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.compound_acceptance force row level security;
create policy district_border on permits.compound_acceptance for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.compound_acceptance to cityloop_app;

create table permits.consultation (
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
  channel text not null,
  topic text not null,
  item uuid,
  question text not null,
  answer text not null,
  people integer not null,
  constraint consultation_pkey PRIMARY KEY (district, id),
  constraint consultation_channel_choice CHECK ((channel = ANY (ARRAY['phone'::text, 'window'::text, 'online'::text])))
);
comment on table permits.consultation is 'append-only: 业务咨询';
CREATE INDEX consultation_at ON permits.consultation USING btree (district, at DESC);
alter table permits.consultation force row level security;
create policy district_border on permits.consultation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on permits.consultation to cityloop_app;

create table permits.delivery_check (
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
  project uuid not null,
  project_name text,
  building text not null,
  expected integer not null,
  units jsonb,
  checked integer not null,
  found integer not null,
  open integer not null,
  housing text not null,
  shared_at timestamp with time zone,
  done_at timestamp with time zone,
  opinion text,
  constraint delivery_check_pkey PRIMARY KEY (district, id)
);
comment on table permits.delivery_check is '待交付楼盘违建验收';
CREATE INDEX delivery_check_by_due ON permits.delivery_check USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX delivery_check_client_key ON permits.delivery_check USING btree (district, client_key);
CREATE INDEX delivery_check_closed_geom ON permits.delivery_check USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX delivery_check_created ON permits.delivery_check USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX delivery_check_number_key ON permits.delivery_check USING btree (district, number);
CREATE INDEX delivery_check_open_geom ON permits.delivery_check USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX delivery_check_open_place ON permits.delivery_check USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX delivery_check_parent ON permits.delivery_check USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX delivery_check_project_building_key ON permits.delivery_check USING btree (district, project, building);
alter table permits.delivery_check force row level security;
create policy district_border on permits.delivery_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.delivery_check to cityloop_app;

create table permits.design_review (
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
  project uuid not null,
  kind text not null,
  departments jsonb not null,
  held_on date not null,
  topic text not null,
  advice jsonb not null,
  given integer not null,
  adopted integer not null,
  papers uuid[] not null,
  done_at timestamp with time zone,
  constraint design_review_pkey PRIMARY KEY (district, id),
  constraint design_review_kind_choice CHECK ((kind = ANY (ARRAY['drawing'::text, 'acceptance'::text])))
);
comment on table permits.design_review is '设计审图与新建住宅验收参与';
CREATE INDEX design_review_by_due ON permits.design_review USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX design_review_client_key ON permits.design_review USING btree (district, client_key);
CREATE INDEX design_review_closed_geom ON permits.design_review USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX design_review_created ON permits.design_review USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX design_review_number_key ON permits.design_review USING btree (district, number);
CREATE INDEX design_review_open_geom ON permits.design_review USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX design_review_open_place ON permits.design_review USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX design_review_parent ON permits.design_review USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.design_review force row level security;
create policy district_border on permits.design_review for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.design_review to cityloop_app;

create table permits.disposal_site (
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
  capacity_m3 numeric not null,
  is_open boolean not null,
  valid_to date not null,
  constraint disposal_site_pkey PRIMARY KEY (district, id),
  constraint disposal_site_kind_choice CHECK ((kind = ANY (ARRAY['fill'::text, 'reuse'::text, 'backfill'::text, 'transfer'::text])))
);
comment on table permits.disposal_site is '建筑垃圾消纳场所';
CREATE INDEX disposal_site_area ON permits.disposal_site USING btree (district, area_code);
CREATE INDEX disposal_site_geom ON permits.disposal_site USING gist (geom);
CREATE UNIQUE INDEX disposal_site_name_key ON permits.disposal_site USING btree (district, name) WHERE (retired_at IS NULL);
alter table permits.disposal_site force row level security;
create policy district_border on permits.disposal_site for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.disposal_site to cityloop_app;

create table permits.duty_slot (
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
  window_ text not null,
  person uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  constraint duty_slot_pkey PRIMARY KEY (district, id),
  constraint duty_slot_order CHECK ((to_at > from_at))
);
comment on table permits.duty_slot is '延时服务值班';
CREATE INDEX duty_slot_area ON permits.duty_slot USING btree (district, area_code);
alter table permits.duty_slot force row level security;
create policy district_border on permits.duty_slot for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.duty_slot to cityloop_app;

create table permits.faq (
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
  topic text not null,
  question text not null,
  answer text not null,
  asked_before integer not null,
  published_on date not null,
  constraint faq_pkey PRIMARY KEY (district, id)
);
comment on table permits.faq is '高频咨询解答';
CREATE INDEX faq_area ON permits.faq USING btree (district, area_code);
CREATE UNIQUE INDEX faq_topic_key ON permits.faq USING btree (district, topic) WHERE (retired_at IS NULL);
alter table permits.faq force row level security;
create policy district_border on permits.faq for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.faq to cityloop_app;

create table permits.filing (
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
  project uuid not null,
  project_name text,
  parts text[] not null,
  lamps integer,
  ad_sites integer,
  bins integer,
  muck_m3 numeric,
  berths integer,
  papers uuid[] not null,
  parts_total integer not null,
  parts_passed integer not null,
  conclusion text,
  review_due_at timestamp with time zone,
  reviewed_at timestamp with time zone,
  concluded_at timestamp with time zone,
  constraint filing_pkey PRIMARY KEY (district, id)
);
comment on table permits.filing is '一体化备案';
CREATE INDEX filing_by_due ON permits.filing USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'stopped'::text]));
CREATE UNIQUE INDEX filing_client_key ON permits.filing USING btree (district, client_key);
CREATE INDEX filing_closed_geom ON permits.filing USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX filing_created ON permits.filing USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX filing_number_key ON permits.filing USING btree (district, number);
CREATE INDEX filing_open_geom ON permits.filing USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX filing_open_place ON permits.filing USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'stopped'::text]));
CREATE INDEX filing_parent ON permits.filing USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.filing force row level security;
create policy district_border on permits.filing for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.filing to cityloop_app;

create table permits.filing_part (
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
  filing uuid not null,
  part text not null,
  project_name text not null,
  quantity numeric not null,
  papers uuid[],
  opinion text,
  rounds integer not null,
  review_due_at timestamp with time zone,
  reviewed_at timestamp with time zone,
  constraint filing_part_pkey PRIMARY KEY (district, id),
  constraint filing_part_part_choice CHECK ((part = ANY (ARRAY['lighting'::text, 'ads'::text, 'sanitation'::text, 'muck'::text, 'parking'::text])))
);
comment on table permits.filing_part is '一体化备案分项审核';
CREATE INDEX filing_part_by_due ON permits.filing_part USING btree (district, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE UNIQUE INDEX filing_part_client_key ON permits.filing_part USING btree (district, client_key);
CREATE INDEX filing_part_closed_geom ON permits.filing_part USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX filing_part_created ON permits.filing_part USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX filing_part_number_key ON permits.filing_part USING btree (district, number);
CREATE INDEX filing_part_open_geom ON permits.filing_part USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX filing_part_open_place ON permits.filing_part USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE INDEX filing_part_parent ON permits.filing_part USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.filing_part force row level security;
create policy district_border on permits.filing_part for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.filing_part to cityloop_app;

create table permits.gas_recheck (
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
  holder text not null,
  holder_code text not null,
  licence text not null,
  certificate uuid,
  has_site boolean,
  has_staff boolean,
  has_emergency boolean,
  has_storage boolean,
  result text,
  first_result text,
  note text,
  revisit_on date,
  revisits integer not null,
  checked_at timestamp with time zone,
  revisit_due_at timestamp with time zone,
  revisited_at timestamp with time zone,
  constraint gas_recheck_pkey PRIMARY KEY (district, id),
  constraint gas_recheck_first_result_choice CHECK ((first_result = ANY (ARRAY['pass'::text, 'rectify'::text, 'cancel'::text]))),
  constraint gas_recheck_result_choice CHECK ((result = ANY (ARRAY['pass'::text, 'rectify'::text, 'cancel'::text])))
);
comment on table permits.gas_recheck is '燃气经营许可再核查';
CREATE UNIQUE INDEX gas_recheck_batch_licence_key ON permits.gas_recheck USING btree (district, batch, licence);
CREATE INDEX gas_recheck_by_due ON permits.gas_recheck USING btree (district, due_at) WHERE (status <> ALL (ARRAY['passed'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX gas_recheck_client_key ON permits.gas_recheck USING btree (district, client_key);
CREATE INDEX gas_recheck_closed_geom ON permits.gas_recheck USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX gas_recheck_created ON permits.gas_recheck USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX gas_recheck_number_key ON permits.gas_recheck USING btree (district, number);
CREATE INDEX gas_recheck_open_geom ON permits.gas_recheck USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX gas_recheck_open_place ON permits.gas_recheck USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['passed'::text, 'cancelled'::text]));
CREATE INDEX gas_recheck_parent ON permits.gas_recheck USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.gas_recheck force row level security;
create policy district_border on permits.gas_recheck for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.gas_recheck to cityloop_app;

create table permits.hauler (
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
  admitted_on date not null,
  removed_on date,
  constraint hauler_pkey PRIMARY KEY (district, id),
  constraint hauler_grade_choice CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint hauler_state_choice CHECK ((state = ANY (ARRAY['admitted'::text, 'removed'::text])))
);
comment on table permits.hauler is '渣土运输企业名录';
CREATE INDEX hauler_area ON permits.hauler USING btree (district, area_code);
CREATE UNIQUE INDEX hauler_code_key ON permits.hauler USING btree (district, code) WHERE (retired_at IS NULL);
alter table permits.hauler force row level security;
create policy district_border on permits.hauler for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.hauler to cityloop_app;

create table permits.item (
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
  kind text not null,
  edition integer not null,
  basis text not null,
  sure text not null,
  legal_days integer not null,
  promised_days integer not null,
  documents jsonb not null,
  deferrable_ jsonb not null,
  steps jsonb not null,
  needs_site_check boolean not null,
  can_commit boolean not null,
  commit_days integer not null,
  can_defer boolean not null,
  defer_days integer not null,
  online_apply boolean not null,
  online_supplement boolean not null,
  online_pay boolean not null,
  online_deliver boolean not null,
  valid_months integer not null,
  fee_fen integer not null,
  valid_from date not null,
  valid_to date,
  note text,
  constraint item_pkey PRIMARY KEY (district, id),
  constraint item_kind_choice CHECK ((kind = ANY (ARRAY['wasteClean'::text, 'tree'::text, 'ancientTree'::text, 'greenPlan'::text, 'greenCompletion'::text, 'muck'::text, 'ad'::text, 'truck'::text, 'dayMuck'::text, 'promo'::text, 'gas'::text, 'parking'::text, 'general'::text]))),
  constraint item_order CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint item_promise CHECK ((promised_days <= legal_days)),
  constraint item_sure_choice CHECK ((sure = ANY (ARRAY['verified'::text, 'secondary'::text, 'memory'::text, 'example'::text])))
);
comment on table permits.item is '审批事项目录';
CREATE INDEX item_area ON permits.item USING btree (district, area_code);
CREATE UNIQUE INDEX item_code_edition_key ON permits.item USING btree (district, code, edition) WHERE (retired_at IS NULL);
alter table permits.item force row level security;
create policy district_border on permits.item for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.item to cityloop_app;

create table permits.item_revision (
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
  reason text not null,
  valid_from text not null,
  promised_days integer not null,
  documents jsonb not null,
  deferrable_ jsonb not null,
  steps jsonb not null,
  needs_site_check boolean not null,
  can_commit boolean not null,
  commit_days integer not null,
  can_defer boolean not null,
  defer_days integer not null,
  online_apply boolean not null,
  online_supplement boolean not null,
  online_pay boolean not null,
  online_deliver boolean not null,
  cut_documents integer,
  cut_steps integer,
  cut_days integer,
  approved_at timestamp with time zone,
  constraint item_revision_pkey PRIMARY KEY (district, id)
);
comment on table permits.item_revision is '审批事项梳理';
CREATE INDEX item_revision_by_due ON permits.item_revision USING btree (district, due_at) WHERE (status <> ALL (ARRAY['approved'::text, 'rejected'::text]));
CREATE UNIQUE INDEX item_revision_client_key ON permits.item_revision USING btree (district, client_key);
CREATE INDEX item_revision_closed_geom ON permits.item_revision USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX item_revision_created ON permits.item_revision USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX item_revision_number_key ON permits.item_revision USING btree (district, number);
CREATE INDEX item_revision_open_geom ON permits.item_revision USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX item_revision_open_place ON permits.item_revision USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['approved'::text, 'rejected'::text]));
CREATE INDEX item_revision_parent ON permits.item_revision USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.item_revision force row level security;
create policy district_border on permits.item_revision for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.item_revision to cityloop_app;

create table permits.lighting_acceptance (
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
  drawing uuid not null,
  project_name text,
  authority text not null,
  owner text not null,
  builder text not null,
  is_lit boolean,
  is_bright boolean,
  is_safe boolean,
  is_controlled boolean,
  lamps jsonb,
  passed integer not null,
  failed integer not null,
  rounds integer not null,
  photos uuid[],
  passed_at timestamp with time zone,
  constraint lighting_acceptance_pkey PRIMARY KEY (district, id)
);
comment on table permits.lighting_acceptance is '照明设施验收';
CREATE INDEX lighting_acceptance_by_due ON permits.lighting_acceptance USING btree (district, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE UNIQUE INDEX lighting_acceptance_client_key ON permits.lighting_acceptance USING btree (district, client_key);
CREATE INDEX lighting_acceptance_closed_geom ON permits.lighting_acceptance USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX lighting_acceptance_created ON permits.lighting_acceptance USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX lighting_acceptance_number_key ON permits.lighting_acceptance USING btree (district, number);
CREATE INDEX lighting_acceptance_open_geom ON permits.lighting_acceptance USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX lighting_acceptance_open_place ON permits.lighting_acceptance USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE INDEX lighting_acceptance_parent ON permits.lighting_acceptance USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.lighting_acceptance force row level security;
create policy district_border on permits.lighting_acceptance for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.lighting_acceptance to cityloop_app;

create table permits.lighting_drawing (
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
  scheme uuid not null,
  project uuid,
  project_name text,
  sheets jsonb not null,
  papers uuid[] not null,
  drawing_version integer not null,
  opinions jsonb,
  history jsonb,
  passed_at timestamp with time zone,
  constraint lighting_drawing_pkey PRIMARY KEY (district, id)
);
comment on table permits.lighting_drawing is '照明施工图审核';
CREATE INDEX lighting_drawing_by_due ON permits.lighting_drawing USING btree (district, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE UNIQUE INDEX lighting_drawing_client_key ON permits.lighting_drawing USING btree (district, client_key);
CREATE INDEX lighting_drawing_closed_geom ON permits.lighting_drawing USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX lighting_drawing_created ON permits.lighting_drawing USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX lighting_drawing_number_key ON permits.lighting_drawing USING btree (district, number);
CREATE INDEX lighting_drawing_open_geom ON permits.lighting_drawing USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX lighting_drawing_open_place ON permits.lighting_drawing USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE INDEX lighting_drawing_parent ON permits.lighting_drawing USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.lighting_drawing force row level security;
create policy district_border on permits.lighting_drawing for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.lighting_drawing to cityloop_app;

create table permits.lighting_scheme (
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
  project uuid not null,
  project_name text,
  lamps integer not null,
  papers uuid[] not null,
  opinions jsonb,
  rounds integer not null,
  passed_at timestamp with time zone,
  review_due_at timestamp with time zone,
  constraint lighting_scheme_pkey PRIMARY KEY (district, id)
);
comment on table permits.lighting_scheme is '照明设施方案审核';
CREATE INDEX lighting_scheme_by_due ON permits.lighting_scheme USING btree (district, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE UNIQUE INDEX lighting_scheme_client_key ON permits.lighting_scheme USING btree (district, client_key);
CREATE INDEX lighting_scheme_closed_geom ON permits.lighting_scheme USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX lighting_scheme_created ON permits.lighting_scheme USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX lighting_scheme_number_key ON permits.lighting_scheme USING btree (district, number);
CREATE INDEX lighting_scheme_open_geom ON permits.lighting_scheme USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX lighting_scheme_open_place ON permits.lighting_scheme USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['passed'::text]));
CREATE INDEX lighting_scheme_parent ON permits.lighting_scheme USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.lighting_scheme force row level security;
create policy district_border on permits.lighting_scheme for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.lighting_scheme to cityloop_app;

create table permits.occupation (
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
  certificate uuid not null,
  holder text not null,
  from_on date not null,
  to_on date not null,
  state text not null,
  ended_reason text,
  constraint occupation_pkey PRIMARY KEY (district, id),
  constraint occupation_state_choice CHECK ((state = ANY (ARRAY['valid'::text, 'ended'::text])))
);
comment on table permits.occupation is '许可占道范围';
CREATE INDEX occupation_area ON permits.occupation USING btree (district, area_code);
CREATE UNIQUE INDEX occupation_certificate_key ON permits.occupation USING btree (district, certificate) WHERE (retired_at IS NULL);
CREATE INDEX occupation_geom ON permits.occupation USING gist (geom);
alter table permits.occupation force row level security;
create policy district_border on permits.occupation for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.occupation to cityloop_app;

create table permits.project (
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
  developer text not null,
  phone text,
  households integer not null,
  floor_m2 numeric not null,
  land_m2 numeric not null,
  constraint project_pkey PRIMARY KEY (district, id),
  constraint project_kind_choice CHECK ((kind = ANY (ARRAY['residential'::text, 'mall'::text, 'office'::text, 'industry'::text, 'public'::text])))
);
comment on table permits.project is '建设项目';
CREATE INDEX project_area ON permits.project USING btree (district, area_code);
CREATE UNIQUE INDEX project_code_key ON permits.project USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX project_geom ON permits.project USING gist (geom);
alter table permits.project force row level security;
create policy district_border on permits.project for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.project to cityloop_app;

create table permits.sanitation_review (
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
  project uuid not null,
  project_name text,
  project_kind text,
  bins integer not null,
  rooms integer not null,
  toilets integer not null,
  stations integer not null,
  needed jsonb,
  papers uuid[] not null,
  opinion text,
  rounds integer not null,
  reviewed_at timestamp with time zone,
  done_at timestamp with time zone,
  built_bins integer,
  built_rooms integer,
  built_toilets integer,
  built_stations integer,
  photos uuid[],
  constraint sanitation_review_pkey PRIMARY KEY (district, id),
  constraint sanitation_review_project_kind_choice CHECK ((project_kind = ANY (ARRAY['residential'::text, 'mall'::text, 'office'::text, 'industry'::text, 'public'::text])))
);
comment on table permits.sanitation_review is '环卫设施审核验收';
CREATE INDEX sanitation_review_by_due ON permits.sanitation_review USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX sanitation_review_client_key ON permits.sanitation_review USING btree (district, client_key);
CREATE INDEX sanitation_review_closed_geom ON permits.sanitation_review USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX sanitation_review_created ON permits.sanitation_review USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX sanitation_review_number_key ON permits.sanitation_review USING btree (district, number);
CREATE INDEX sanitation_review_open_geom ON permits.sanitation_review USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX sanitation_review_open_place ON permits.sanitation_review USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX sanitation_review_parent ON permits.sanitation_review USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.sanitation_review force row level security;
create policy district_border on permits.sanitation_review for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.sanitation_review to cityloop_app;

create table permits.sanitation_standard (
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
  project_kind text not null,
  facility text not null,
  per text not null,
  per_amount numeric not null,
  "least" integer not null,
  note text not null,
  source text not null,
  sure text not null,
  valid_from date not null,
  constraint sanitation_standard_pkey PRIMARY KEY (district, id),
  constraint sanitation_standard_facility_choice CHECK ((facility = ANY (ARRAY['bins'::text, 'rooms'::text, 'toilets'::text, 'stations'::text]))),
  constraint sanitation_standard_per_choice CHECK ((per = ANY (ARRAY['households'::text, 'floorM2'::text]))),
  constraint sanitation_standard_project_kind_choice CHECK ((project_kind = ANY (ARRAY['residential'::text, 'mall'::text, 'office'::text, 'industry'::text, 'public'::text]))),
  constraint sanitation_standard_sure_choice CHECK ((sure = ANY (ARRAY['verified'::text, 'secondary'::text, 'memory'::text, 'example'::text])))
);
comment on table permits.sanitation_standard is '环卫设施配置标准';
CREATE INDEX sanitation_standard_area ON permits.sanitation_standard USING btree (district, area_code);
CREATE UNIQUE INDEX sanitation_standard_project_kind_facility_valid_from_key ON permits.sanitation_standard USING btree (district, project_kind, facility, valid_from) WHERE (retired_at IS NULL);
alter table permits.sanitation_standard force row level security;
create policy district_border on permits.sanitation_standard for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.sanitation_standard to cityloop_app;

create table permits.simultaneous (
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
  project uuid not null,
  project_name text,
  facility text not null,
  main_phase text not null,
  main_on date,
  facility_phase text not null,
  facility_on date,
  warnings integer not null,
  is_red boolean not null,
  warned_at timestamp with time zone,
  evidence uuid[],
  constraint simultaneous_pkey PRIMARY KEY (district, id),
  constraint simultaneous_facility_choice CHECK ((facility = ANY (ARRAY['lighting'::text, 'sanitation'::text, 'parking'::text, 'greening'::text]))),
  constraint simultaneous_facility_phase_choice CHECK ((facility_phase = ANY (ARRAY['none'::text, 'design'::text, 'build'::text, 'accept'::text]))),
  constraint simultaneous_main_phase_choice CHECK ((main_phase = ANY (ARRAY['none'::text, 'design'::text, 'build'::text, 'accept'::text])))
);
comment on table permits.simultaneous is '配套设施“三同步”';
CREATE INDEX simultaneous_by_due ON permits.simultaneous USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX simultaneous_client_key ON permits.simultaneous USING btree (district, client_key);
CREATE INDEX simultaneous_closed_geom ON permits.simultaneous USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX simultaneous_created ON permits.simultaneous USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX simultaneous_number_key ON permits.simultaneous USING btree (district, number);
CREATE INDEX simultaneous_open_geom ON permits.simultaneous USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX simultaneous_open_place ON permits.simultaneous USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX simultaneous_parent ON permits.simultaneous USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX simultaneous_project_facility_key ON permits.simultaneous USING btree (district, project, facility);
alter table permits.simultaneous force row level security;
create policy district_border on permits.simultaneous for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.simultaneous to cityloop_app;

create table permits.supervision (
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
  phase text not null,
  content text not null,
  application uuid not null,
  application_number text not null,
  kind text not null,
  holder text not null,
  holder_code text not null,
  address text not null,
  due_on date not null,
  result text,
  problems integer,
  note text,
  photos uuid[],
  fix_note text,
  visit_due_at timestamp with time zone,
  visited_at timestamp with time zone,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  constraint supervision_pkey PRIMARY KEY (district, id),
  constraint supervision_kind_choice CHECK ((kind = ANY (ARRAY['wasteClean'::text, 'tree'::text, 'ancientTree'::text, 'greenPlan'::text, 'greenCompletion'::text, 'muck'::text, 'ad'::text, 'truck'::text, 'dayMuck'::text, 'promo'::text, 'gas'::text, 'parking'::text, 'general'::text]))),
  constraint supervision_phase_choice CHECK ((phase = ANY (ARRAY['construction'::text, 'use'::text]))),
  constraint supervision_result_choice CHECK ((result = ANY (ARRAY['fine'::text, 'problem'::text])))
);
comment on table permits.supervision is '事中事后监管';
CREATE INDEX supervision_by_due ON permits.supervision USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX supervision_client_key ON permits.supervision USING btree (district, client_key);
CREATE INDEX supervision_closed_geom ON permits.supervision USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX supervision_created ON permits.supervision USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX supervision_number_key ON permits.supervision USING btree (district, number);
CREATE INDEX supervision_open_geom ON permits.supervision USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX supervision_open_place ON permits.supervision USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX supervision_parent ON permits.supervision USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.supervision force row level security;
create policy district_border on permits.supervision for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.supervision to cityloop_app;

create table permits.truck (
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
  is_new_type boolean not null,
  has_safety_system boolean not null,
  state text not null,
  admitted_on date not null,
  removed_on date,
  reason text,
  constraint truck_pkey PRIMARY KEY (district, id),
  constraint truck_removed CHECK (((state = 'removed'::text) = (removed_on IS NOT NULL))),
  constraint truck_state_choice CHECK ((state = ANY (ARRAY['admitted'::text, 'removed'::text])))
);
comment on table permits.truck is '渣土车名录';
CREATE INDEX truck_area ON permits.truck USING btree (district, area_code);
CREATE UNIQUE INDEX truck_plate_key ON permits.truck USING btree (district, plate) WHERE (retired_at IS NULL);
alter table permits.truck force row level security;
create policy district_border on permits.truck for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.truck to cityloop_app;

create table permits.truck_exit (
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
  ground text not null,
  reason text not null,
  constraint truck_exit_pkey PRIMARY KEY (district, id),
  constraint truck_exit_ground_choice CHECK ((ground = ANY (ARRAY['old'::text, 'breach'::text, 'safety'::text, 'asked'::text])))
);
comment on table permits.truck_exit is '渣土车退出';
CREATE INDEX truck_exit_by_due ON permits.truck_exit USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'kept'::text]));
CREATE UNIQUE INDEX truck_exit_client_key ON permits.truck_exit USING btree (district, client_key);
CREATE INDEX truck_exit_closed_geom ON permits.truck_exit USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX truck_exit_created ON permits.truck_exit USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX truck_exit_number_key ON permits.truck_exit USING btree (district, number);
CREATE INDEX truck_exit_open_geom ON permits.truck_exit USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX truck_exit_open_place ON permits.truck_exit USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'kept'::text]));
CREATE INDEX truck_exit_parent ON permits.truck_exit USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table permits.truck_exit force row level security;
create policy district_border on permits.truck_exit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on permits.truck_exit to cityloop_app;

create table permits.truck_move (
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
  hauler_name text not null,
  direction text not null,
  reason text not null,
  constraint truck_move_pkey PRIMARY KEY (district, id),
  constraint truck_move_direction_choice CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])))
);
comment on table permits.truck_move is 'append-only: 渣土车准入退出';
CREATE INDEX truck_move_at ON permits.truck_move USING btree (district, at DESC);
alter table permits.truck_move force row level security;
create policy district_border on permits.truck_move for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on permits.truck_move to cityloop_app;

create table reports.account (
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
  kind text not null,
  unit uuid not null,
  followers integer not null,
  duty_days integer not null,
  constraint account_pkey PRIMARY KEY (district, id),
  constraint account_kind_choice CHECK ((kind = ANY (ARRAY['wechat'::text, 'weibo'::text, 'video'::text, 'site'::text])))
);
comment on table reports.account is '新媒体账号';
CREATE INDEX account_area ON reports.account USING btree (district, area_code);
CREATE UNIQUE INDEX account_name_key ON reports.account USING btree (district, name) WHERE (retired_at IS NULL);
alter table reports.account force row level security;
create policy district_border on reports.account for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on reports.account to cityloop_app;

create table reports.article (
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
  title text not null,
  outlet text not null,
  level text not null,
  published_on date not null,
  link text not null,
  author text not null,
  unit uuid,
  is_withdrawn boolean,
  constraint article_pkey PRIMARY KEY (district, id),
  constraint article_level_choice CHECK ((level = ANY (ARRAY['central'::text, 'province'::text, 'city'::text, 'county'::text])))
);
comment on table reports.article is 'append-only: 媒体刊发稿件';
CREATE INDEX article_at ON reports.article USING btree (district, at DESC);
alter table reports.article force row level security;
create policy district_border on reports.article for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on reports.article to cityloop_app;

create table reports.outline (
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
  kind text not null,
  body text not null,
  note text,
  constraint outline_pkey PRIMARY KEY (district, id),
  constraint outline_kind_choice CHECK ((kind = ANY (ARRAY['summary'::text, 'plan'::text, 'opinion'::text, 'bulletin'::text, 'brief'::text])))
);
comment on table reports.outline is '提纲模板';
CREATE INDEX outline_area ON reports.outline USING btree (district, area_code);
CREATE UNIQUE INDEX outline_name_key ON reports.outline USING btree (district, name) WHERE (retired_at IS NULL);
alter table reports.outline force row level security;
create policy district_border on reports.outline for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on reports.outline to cityloop_app;

create table reports.post (
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
  account uuid not null,
  title text not null,
  content text not null,
  drafter text,
  published_at timestamp with time zone,
  reads integer not null,
  comments integer not null,
  answered integer not null,
  constraint post_pkey PRIMARY KEY (district, id)
);
comment on table reports.post is '新媒体发文';
CREATE INDEX post_by_due ON reports.post USING btree (district, due_at) WHERE (status <> ALL (ARRAY['refused'::text, 'removed'::text]));
CREATE UNIQUE INDEX post_client_key ON reports.post USING btree (district, client_key);
CREATE INDEX post_closed_geom ON reports.post USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX post_created ON reports.post USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX post_number_key ON reports.post USING btree (district, number);
CREATE INDEX post_open_geom ON reports.post USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX post_open_place ON reports.post USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['refused'::text, 'removed'::text]));
CREATE INDEX post_parent ON reports.post USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table reports.post force row level security;
create policy district_border on reports.post for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on reports.post to cityloop_app;

create table reports.report (
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
  title text not null,
  from_ date not null,
  to_ date not null,
  body text not null,
  checks jsonb,
  drafter text,
  figures jsonb,
  verdicts jsonb,
  cut_off_at timestamp with time zone,
  excuse text,
  differences jsonb,
  correction text,
  published_at timestamp with time zone,
  outline uuid,
  constraint report_pkey PRIMARY KEY (district, id),
  constraint report_kind_choice CHECK ((kind = ANY (ARRAY['summary'::text, 'plan'::text, 'opinion'::text, 'bulletin'::text, 'brief'::text])))
);
comment on table reports.report is '总结通报';
CREATE INDEX report_by_due ON reports.report USING btree (district, due_at) WHERE (status <> ALL (ARRAY['withdrawn'::text]));
CREATE UNIQUE INDEX report_client_key ON reports.report USING btree (district, client_key);
CREATE INDEX report_closed_geom ON reports.report USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX report_created ON reports.report USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX report_number_key ON reports.report USING btree (district, number);
CREATE INDEX report_open_geom ON reports.report USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX report_open_place ON reports.report USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['withdrawn'::text]));
CREATE INDEX report_parent ON reports.report USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table reports.report force row level security;
create policy district_border on reports.report for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on reports.report to cityloop_app;

create table sensing.access_point (
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
  constraint access_point_pkey PRIMARY KEY (district, id)
);
comment on table sensing.access_point is '公园WiFi接入点';
CREATE INDEX access_point_area ON sensing.access_point USING btree (district, area_code);
CREATE INDEX access_point_geom ON sensing.access_point USING gist (geom);
CREATE UNIQUE INDEX access_point_number_key ON sensing.access_point USING btree (district, number) WHERE (retired_at IS NULL);
alter table sensing.access_point force row level security;
create policy district_border on sensing.access_point for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.access_point to cityloop_app;

create table sensing.alarm (
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
  constraint alarm_pkey PRIMARY KEY (district, id),
  constraint alarm_case_on_choice CHECK ((case_on = ANY (ARRAY['none'::text, 'raise'::text, 'confirm'::text]))),
  constraint alarm_category_kind_choice CHECK ((category_kind = ANY (ARRAY['component'::text, 'matter'::text]))),
  constraint alarm_false_reason_choice CHECK ((false_reason = ANY (ARRAY['cooking'::text, 'dust'::text, 'traffic'::text, 'drift'::text, 'installed'::text, 'works'::text, 'network'::text, 'other'::text]))),
  constraint alarm_severity_choice CHECK ((severity = ANY (ARRAY['notice'::text, 'warning'::text, 'alarm'::text, 'critical'::text])))
);
comment on table sensing.alarm is '告警';
CREATE INDEX alarm_by_due ON sensing.alarm USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'untrue'::text, 'tested'::text]));
CREATE UNIQUE INDEX alarm_client_key ON sensing.alarm USING btree (district, client_key);
CREATE INDEX alarm_closed_geom ON sensing.alarm USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX alarm_created ON sensing.alarm USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX alarm_number_key ON sensing.alarm USING btree (district, number);
CREATE INDEX alarm_open_geom ON sensing.alarm USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX alarm_open_key_key ON sensing.alarm USING btree (district, open_key);
CREATE INDEX alarm_open_place ON sensing.alarm USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'untrue'::text, 'tested'::text]));
CREATE INDEX alarm_parent ON sensing.alarm USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.alarm force row level security;
create policy district_border on sensing.alarm for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.alarm to cityloop_app;

create table sensing.alarm_test (
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
  constraint alarm_test_pkey PRIMARY KEY (district, id),
  constraint alarm_test_result_choice CHECK ((result = ANY (ARRAY['passed'::text, 'failed'::text])))
);
comment on table sensing.alarm_test is 'append-only: 报警器试验记录';
CREATE INDEX alarm_test_at ON sensing.alarm_test USING btree (district, at DESC);
alter table sensing.alarm_test force row level security;
create policy district_border on sensing.alarm_test for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.alarm_test to cityloop_app;

create table sensing.berth (
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
  constraint berth_pkey PRIMARY KEY (district, id),
  constraint berth_method_choice CHECK ((method = ANY (ARRAY['magnet'::text, 'video'::text, 'lock'::text]))),
  constraint berth_retrofit CHECK ((((device IS NULL) = (retrofitted_on IS NULL)) AND ((device IS NULL) = (method IS NULL))))
);
comment on table sensing.berth is '道路泊位';
CREATE INDEX berth_area ON sensing.berth USING btree (district, area_code);
CREATE UNIQUE INDEX berth_device_key ON sensing.berth USING btree (district, device) WHERE (retired_at IS NULL);
CREATE INDEX berth_geom ON sensing.berth USING gist (geom);
CREATE UNIQUE INDEX berth_number_key ON sensing.berth USING btree (district, number) WHERE (retired_at IS NULL);
alter table sensing.berth force row level security;
create policy district_border on sensing.berth for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.berth to cityloop_app;

create table sensing.berth_order (
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
  constraint berth_order_pkey PRIMARY KEY (district, id)
);
comment on table sensing.berth_order is 'append-only: 停车订单';
CREATE INDEX berth_order_at ON sensing.berth_order USING btree (district, at DESC);
alter table sensing.berth_order force row level security;
create policy district_border on sensing.berth_order for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.berth_order to cityloop_app;

create table sensing.berth_road (
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
  constraint berth_road_pkey PRIMARY KEY (district, id),
  constraint berth_road_mode_choice CHECK ((mode = ANY (ARRAY['collector'::text, 'scan'::text, 'lock'::text, 'sensor'::text]))),
  constraint berth_road_staff CHECK (((mode = 'collector'::text) OR (collectors_now <= collectors_before)))
);
comment on table sensing.berth_road is '收费道路';
CREATE INDEX berth_road_area ON sensing.berth_road USING btree (district, area_code);
CREATE UNIQUE INDEX berth_road_name_key ON sensing.berth_road USING btree (district, name) WHERE (retired_at IS NULL);
alter table sensing.berth_road force row level security;
create policy district_border on sensing.berth_road for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.berth_road to cityloop_app;

create table sensing.berth_scan (
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
  constraint berth_scan_pkey PRIMARY KEY (district, id),
  constraint berth_scan_has_order_choice CHECK ((has_order = ANY (ARRAY['yes'::text, 'no'::text])))
);
comment on table sensing.berth_scan is 'append-only: 巡检扫描';
CREATE INDEX berth_scan_at ON sensing.berth_scan USING btree (district, at DESC);
alter table sensing.berth_scan force row level security;
create policy district_border on sensing.berth_scan for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.berth_scan to cityloop_app;

create table sensing.berth_stay (
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
  constraint berth_stay_pkey PRIMARY KEY (district, id),
  constraint berth_stay_verdict_choice CHECK ((verdict = ANY (ARRAY['paid'::text, 'free'::text, 'evaded'::text])))
);
comment on table sensing.berth_stay is 'append-only: 泊位停放';
CREATE INDEX berth_stay_at ON sensing.berth_stay USING btree (district, at DESC);
alter table sensing.berth_stay force row level security;
create policy district_border on sensing.berth_stay for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.berth_stay to cityloop_app;

create table sensing.bike_dock (
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
  constraint bike_dock_pkey PRIMARY KEY (district, id)
);
comment on table sensing.bike_dock is '公共自行车站点';
CREATE INDEX bike_dock_area ON sensing.bike_dock USING btree (district, area_code);
CREATE UNIQUE INDEX bike_dock_device_key ON sensing.bike_dock USING btree (district, device) WHERE (retired_at IS NULL);
CREATE INDEX bike_dock_geom ON sensing.bike_dock USING gist (geom);
CREATE UNIQUE INDEX bike_dock_name_key ON sensing.bike_dock USING btree (district, name) WHERE (retired_at IS NULL);
alter table sensing.bike_dock force row level security;
create policy district_border on sensing.bike_dock for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.bike_dock to cityloop_app;

create table sensing.bike_move (
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
  constraint bike_move_pkey PRIMARY KEY (district, id),
  constraint bike_move_kind_choice CHECK ((kind = ANY (ARRAY['out'::text, 'back'::text]))),
  constraint bike_move_way_choice CHECK ((way = ANY (ARRAY['dock'::text, 'bluetooth'::text])))
);
comment on table sensing.bike_move is 'append-only: 公共自行车借还';
CREATE INDEX bike_move_at ON sensing.bike_move USING btree (district, at DESC);
alter table sensing.bike_move force row level security;
create policy district_border on sensing.bike_move for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.bike_move to cityloop_app;

create table sensing.camera (
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
  snapshot_url text,
  constraint camera_pkey PRIMARY KEY (district, id),
  constraint camera_use_choice CHECK ((use = ANY (ARRAY['frontage'::text, 'street'::text, 'vehicle'::text, 'site'::text, 'other'::text])))
);
comment on table sensing.camera is '摄像头(城市之眼)';
CREATE INDEX camera_area ON sensing.camera USING btree (district, area_code);
CREATE INDEX camera_geom ON sensing.camera USING gist (geom);
CREATE UNIQUE INDEX camera_number_key ON sensing.camera USING btree (district, number) WHERE (retired_at IS NULL);
alter table sensing.camera force row level security;
create policy district_border on sensing.camera for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.camera to cityloop_app;

create table sensing.command (
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
  kind text not null,
  content text,
  seconds integer,
  sent_at timestamp with time zone,
  serial integer,
  answer text,
  value numeric,
  channel integer,
  tries integer,
  live_until timestamp with time zone,
  ended_at timestamp with time zone,
  constraint command_pkey PRIMARY KEY (district, id),
  constraint command_kind_choice CHECK ((kind = ANY (ARRAY['text'::text, 'locate'::text, 'query'::text, 'interval'::text, 'reset'::text, 'on'::text, 'off'::text, 'dim'::text, 'raise'::text, 'lower'::text])))
);
comment on table sensing.command is '终端指令';
CREATE INDEX command_by_due ON sensing.command USING btree (district, due_at) WHERE (status <> ALL (ARRAY['answered'::text, 'failed'::text, 'expired'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX command_client_key ON sensing.command USING btree (district, client_key);
CREATE INDEX command_closed_geom ON sensing.command USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX command_created ON sensing.command USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX command_number_key ON sensing.command USING btree (district, number);
CREATE INDEX command_open_geom ON sensing.command USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX command_open_place ON sensing.command USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['answered'::text, 'failed'::text, 'expired'::text, 'cancelled'::text]));
CREATE INDEX command_parent ON sensing.command USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.command force row level security;
create policy district_border on sensing.command for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.command to cityloop_app;

create table sensing.dead_letter (
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
  sender text not null,
  channel text not null,
  reason text not null,
  detail text not null,
  payload text not null,
  received_at timestamp with time zone not null,
  replays integer not null,
  result text,
  constraint dead_letter_pkey PRIMARY KEY (district, id),
  constraint dead_letter_channel_choice CHECK ((channel = ANY (ARRAY['mqtt'::text, 'http'::text, 'jt808'::text]))),
  constraint dead_letter_reason_choice CHECK ((reason = ANY (ARRAY['malformed'::text, 'unknownDevice'::text, 'foreignDevice'::text, 'stopped'::text, 'unknownQuantity'::text, 'badValue'::text, 'badTime'::text])))
);
comment on table sensing.dead_letter is '死信';
CREATE INDEX dead_letter_by_due ON sensing.dead_letter USING btree (district, due_at) WHERE (status <> ALL (ARRAY['replayed'::text, 'discarded'::text]));
CREATE UNIQUE INDEX dead_letter_client_key ON sensing.dead_letter USING btree (district, client_key);
CREATE INDEX dead_letter_closed_geom ON sensing.dead_letter USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX dead_letter_created ON sensing.dead_letter USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX dead_letter_number_key ON sensing.dead_letter USING btree (district, number);
CREATE INDEX dead_letter_open_geom ON sensing.dead_letter USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX dead_letter_open_place ON sensing.dead_letter USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['replayed'::text, 'discarded'::text]));
CREATE INDEX dead_letter_parent ON sensing.dead_letter USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.dead_letter force row level security;
create policy district_border on sensing.dead_letter for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.dead_letter to cityloop_app;

create table sensing.deal (
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
  constraint deal_pkey PRIMARY KEY (district, id)
);
comment on table sensing.deal is 'append-only: 积分兑换';
CREATE INDEX deal_at ON sensing.deal USING btree (district, at DESC);
alter table sensing.deal force row level security;
create policy district_border on sensing.deal for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.deal to cityloop_app;

create table sensing.detection (
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
  constraint detection_pkey PRIMARY KEY (district, id),
  constraint detection_category_kind_choice CHECK ((category_kind = ANY (ARRAY['component'::text, 'matter'::text]))),
  constraint detection_label_choice CHECK ((label = ANY (ARRAY['nothing'::text, 'goods'::text, 'person'::text, 'light'::text, 'season'::text, 'other'::text]))),
  constraint detection_scene_choice CHECK ((scene = ANY (ARRAY['outside'::text, 'occupying'::text, 'pile'::text, 'bin'::text, 'litter'::text, 'hanging'::text, 'parking'::text, 'bikes'::text, 'ads'::text, 'water'::text])))
);
comment on table sensing.detection is '视频识别问题';
CREATE INDEX detection_by_due ON sensing.detection USING btree (district, due_at) WHERE (status <> ALL (ARRAY['low'::text, 'done'::text, 'relearn'::text, 'sent'::text]));
CREATE UNIQUE INDEX detection_client_key ON sensing.detection USING btree (district, client_key);
CREATE INDEX detection_closed_geom ON sensing.detection USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX detection_created ON sensing.detection USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX detection_number_key ON sensing.detection USING btree (district, number);
CREATE INDEX detection_open_geom ON sensing.detection USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX detection_open_place ON sensing.detection USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['low'::text, 'done'::text, 'relearn'::text, 'sent'::text]));
CREATE INDEX detection_parent ON sensing.detection USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.detection force row level security;
create policy district_border on sensing.detection for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.detection to cityloop_app;

create table sensing.device (
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
  kind text not null,
  state text not null,
  unit uuid,
  owner text,
  gateway uuid,
  component uuid,
  plate text,
  maker text,
  model text,
  installed_on date,
  calibration_due_on date,
  maintenance_from timestamp with time zone,
  maintenance_to timestamp with time zone,
  constraint device_pkey PRIMARY KEY (district, id),
  constraint device_maintenance CHECK (((maintenance_from IS NULL) OR (maintenance_to IS NULL) OR (maintenance_to > maintenance_from))),
  constraint device_state_choice CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'scrapped'::text])))
);
comment on table sensing.device is '感知设备';
CREATE INDEX device_area ON sensing.device USING btree (district, area_code);
CREATE INDEX device_geom ON sensing.device USING gist (geom);
CREATE UNIQUE INDEX device_number_key ON sensing.device USING btree (district, number) WHERE (retired_at IS NULL);
alter table sensing.device force row level security;
create policy district_border on sensing.device for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.device to cityloop_app;

create table sensing.device_key (
  district text not null,
  device_id uuid not null,
  hash text not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  constraint device_key_pkey PRIMARY KEY (district, device_id)
);
comment on table sensing.device_key is '设备接入密钥(散列)';
alter table sensing.device_key force row level security;
create policy district_border on sensing.device_key for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.device_key to cityloop_app;

create table sensing.drone (
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
  constraint drone_pkey PRIMARY KEY (district, id)
);
comment on table sensing.drone is '无人机';
CREATE INDEX drone_area ON sensing.drone USING btree (district, area_code);
CREATE UNIQUE INDEX drone_number_key ON sensing.drone USING btree (district, number) WHERE (retired_at IS NULL);
alter table sensing.drone force row level security;
create policy district_border on sensing.drone for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.drone to cityloop_app;

create table sensing.drop (
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
  constraint drop_pkey PRIMARY KEY (district, id),
  constraint drop_kind_choice CHECK ((kind = ANY (ARRAY['paper'::text, 'plastic'::text, 'metal'::text, 'textile'::text])))
);
comment on table sensing.drop is 'append-only: 可回收物投放';
CREATE INDEX drop_at ON sensing.drop USING btree (district, at DESC);
alter table sensing.drop force row level security;
create policy district_border on sensing.drop for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.drop to cityloop_app;

create table sensing.fence (
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
  constraint fence_pkey PRIMARY KEY (district, id)
);
comment on table sensing.fence is '电子围栏';
CREATE INDEX fence_area ON sensing.fence USING btree (district, area_code);
CREATE INDEX fence_geom ON sensing.fence USING gist (geom);
CREATE UNIQUE INDEX fence_name_key ON sensing.fence USING btree (district, name) WHERE (retired_at IS NULL);
alter table sensing.fence force row level security;
create policy district_border on sensing.fence for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.fence to cityloop_app;

create table sensing.flight (
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
  constraint flight_pkey PRIMARY KEY (district, id),
  constraint flight_weather_choice CHECK ((weather = ANY (ARRAY['clear'::text, 'cloudy'::text, 'rain'::text, 'fog'::text])))
);
comment on table sensing.flight is '无人机飞行';
CREATE INDEX flight_by_due ON sensing.flight USING btree (district, due_at) WHERE (status <> ALL (ARRAY['landed'::text, 'cancelled'::text]));
CREATE UNIQUE INDEX flight_client_key ON sensing.flight USING btree (district, client_key);
CREATE INDEX flight_closed_geom ON sensing.flight USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX flight_created ON sensing.flight USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX flight_number_key ON sensing.flight USING btree (district, number);
CREATE INDEX flight_open_geom ON sensing.flight USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX flight_open_place ON sensing.flight USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['landed'::text, 'cancelled'::text]));
CREATE INDEX flight_parent ON sensing.flight USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.flight force row level security;
create policy district_border on sensing.flight for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.flight to cityloop_app;

create table sensing.gas_part (
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
  constraint gas_part_pkey PRIMARY KEY (district, id),
  constraint gas_part_kind_choice CHECK ((kind = ANY (ARRAY['alarm'::text, 'valve'::text, 'hose'::text]))),
  constraint gas_part_life CHECK ((expires_on > installed_on))
);
comment on table sensing.gas_part is '燃气三件套';
CREATE INDEX gas_part_area ON sensing.gas_part USING btree (district, area_code);
CREATE UNIQUE INDEX gas_part_user_kind_key ON sensing.gas_part USING btree (district, user_, kind) WHERE (retired_at IS NULL);
alter table sensing.gas_part force row level security;
create policy district_border on sensing.gas_part for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.gas_part to cityloop_app;

create table sensing.gas_replacement (
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
  constraint gas_replacement_pkey PRIMARY KEY (district, id),
  constraint gas_replacement_kind_choice CHECK ((kind = ANY (ARRAY['alarm'::text, 'valve'::text, 'hose'::text])))
);
comment on table sensing.gas_replacement is '三件套更换';
CREATE INDEX gas_replacement_by_due ON sensing.gas_replacement USING btree (district, due_at) WHERE (status <> ALL (ARRAY['replaced'::text]));
CREATE UNIQUE INDEX gas_replacement_client_key ON sensing.gas_replacement USING btree (district, client_key);
CREATE INDEX gas_replacement_closed_geom ON sensing.gas_replacement USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX gas_replacement_created ON sensing.gas_replacement USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX gas_replacement_number_key ON sensing.gas_replacement USING btree (district, number);
CREATE INDEX gas_replacement_open_geom ON sensing.gas_replacement USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX gas_replacement_open_place ON sensing.gas_replacement USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['replaced'::text]));
CREATE INDEX gas_replacement_parent ON sensing.gas_replacement USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.gas_replacement force row level security;
create policy district_border on sensing.gas_replacement for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.gas_replacement to cityloop_app;

create table sensing.gas_user (
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
  constraint gas_user_pkey PRIMARY KEY (district, id),
  constraint gas_user_class_choice CHECK ((class = ANY (ARRAY['resident'::text, 'restaurant'::text, 'business'::text, 'public'::text])))
);
comment on table sensing.gas_user is '燃气用户';
CREATE INDEX gas_user_area ON sensing.gas_user USING btree (district, area_code);
CREATE UNIQUE INDEX gas_user_code_key ON sensing.gas_user USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX gas_user_geom ON sensing.gas_user USING gist (geom);
alter table sensing.gas_user force row level security;
create policy district_border on sensing.gas_user for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.gas_user to cityloop_app;

create table sensing.goods (
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
  constraint goods_pkey PRIMARY KEY (district, id),
  constraint goods_stock CHECK ((stock >= 0))
);
comment on table sensing.goods is '兑换商品';
CREATE INDEX goods_area ON sensing.goods USING btree (district, area_code);
CREATE UNIQUE INDEX goods_machine_slot_key ON sensing.goods USING btree (district, machine, slot) WHERE (retired_at IS NULL);
alter table sensing.goods force row level security;
create policy district_border on sensing.goods for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.goods to cityloop_app;

create table sensing.group_call (
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
  constraint group_call_pkey PRIMARY KEY (district, id)
);
comment on table sensing.group_call is '对讲机组呼';
CREATE INDEX group_call_by_due ON sensing.group_call USING btree (district, due_at) WHERE (status <> ALL (ARRAY['called'::text]));
CREATE UNIQUE INDEX group_call_client_key ON sensing.group_call USING btree (district, client_key);
CREATE INDEX group_call_closed_geom ON sensing.group_call USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX group_call_created ON sensing.group_call USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX group_call_number_key ON sensing.group_call USING btree (district, number);
CREATE INDEX group_call_open_geom ON sensing.group_call USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX group_call_open_place ON sensing.group_call USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['called'::text]));
CREATE INDEX group_call_parent ON sensing.group_call USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.group_call force row level security;
create policy district_border on sensing.group_call for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.group_call to cityloop_app;

create table sensing.hourly (
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
  quantity text not null,
  samples integer not null,
  "least" numeric not null,
  most numeric not null,
  mean numeric not null,
  constraint hourly_pkey PRIMARY KEY (district, id)
);
comment on table sensing.hourly is '小时汇总';
CREATE INDEX hourly_at ON sensing.hourly USING btree (district, at DESC);
CREATE INDEX hourly_stream ON sensing.hourly USING btree (district, device, quantity);
alter table sensing.hourly force row level security;
create policy district_border on sensing.hourly for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.hourly to cityloop_app;

create table sensing.install_job (
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
  "position" text,
  photos uuid[],
  constraint install_job_pkey PRIMARY KEY (district, id)
);
comment on table sensing.install_job is '设备复装';
CREATE INDEX install_job_by_due ON sensing.install_job USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text]));
CREATE UNIQUE INDEX install_job_client_key ON sensing.install_job USING btree (district, client_key);
CREATE INDEX install_job_closed_geom ON sensing.install_job USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX install_job_created ON sensing.install_job USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX install_job_number_key ON sensing.install_job USING btree (district, number);
CREATE INDEX install_job_open_geom ON sensing.install_job USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX install_job_open_place ON sensing.install_job USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text]));
CREATE INDEX install_job_parent ON sensing.install_job USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.install_job force row level security;
create policy district_border on sensing.install_job for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.install_job to cityloop_app;

create table sensing.leachate_day (
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
  constraint leachate_day_pkey PRIMARY KEY (district, id)
);
comment on table sensing.leachate_day is '渗滤液日报';
CREATE INDEX leachate_day_by_due ON sensing.leachate_day USING btree (district, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text, 'void'::text]));
CREATE UNIQUE INDEX leachate_day_client_key ON sensing.leachate_day USING btree (district, client_key);
CREATE INDEX leachate_day_closed_geom ON sensing.leachate_day USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX leachate_day_created ON sensing.leachate_day USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX leachate_day_number_key ON sensing.leachate_day USING btree (district, number);
CREATE INDEX leachate_day_open_geom ON sensing.leachate_day USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX leachate_day_open_place ON sensing.leachate_day USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text, 'void'::text]));
CREATE INDEX leachate_day_parent ON sensing.leachate_day USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX leachate_day_plant_reported_on_key ON sensing.leachate_day USING btree (district, plant, reported_on);
alter table sensing.leachate_day force row level security;
create policy district_border on sensing.leachate_day for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.leachate_day to cityloop_app;

create table sensing.line (
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
  constraint line_pkey PRIMARY KEY (district, id)
);
comment on table sensing.line is '规定路线';
CREATE INDEX line_area ON sensing.line USING btree (district, area_code);
CREATE INDEX line_geom ON sensing.line USING gist (geom);
CREATE UNIQUE INDEX line_name_key ON sensing.line USING btree (district, name) WHERE (retired_at IS NULL);
alter table sensing.line force row level security;
create policy district_border on sensing.line for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.line to cityloop_app;

create table sensing.missed_tag (
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
  constraint missed_tag_pkey PRIMARY KEY (district, id)
);
comment on table sensing.missed_tag is 'append-only: 漏巡点位';
CREATE INDEX missed_tag_at ON sensing.missed_tag USING btree (district, at DESC);
alter table sensing.missed_tag force row level security;
create policy district_border on sensing.missed_tag for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.missed_tag to cityloop_app;

create table sensing.model (
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
  "precision" numeric,
  note text,
  constraint model_pkey PRIMARY KEY (district, id),
  constraint model_state_choice CHECK ((state = ANY (ARRAY['running'::text, 'trial'::text, 'retired'::text])))
);
comment on table sensing.model is '识别模型版本';
CREATE INDEX model_area ON sensing.model USING btree (district, area_code);
CREATE UNIQUE INDEX model_model_version_key ON sensing.model USING btree (district, model_version) WHERE (retired_at IS NULL);
alter table sensing.model force row level security;
create policy district_border on sensing.model for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.model to cityloop_app;

create table sensing.patrol_route (
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
  constraint patrol_route_pkey PRIMARY KEY (district, id),
  constraint patrol_route_order CHECK ((ends_at > starts_at))
);
comment on table sensing.patrol_route is '巡更路线';
CREATE INDEX patrol_route_area ON sensing.patrol_route USING btree (district, area_code);
CREATE UNIQUE INDEX patrol_route_name_key ON sensing.patrol_route USING btree (district, name) WHERE (retired_at IS NULL);
alter table sensing.patrol_route force row level security;
create policy district_border on sensing.patrol_route for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.patrol_route to cityloop_app;

create table sensing.patrol_tag (
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
  constraint patrol_tag_pkey PRIMARY KEY (district, id)
);
comment on table sensing.patrol_tag is 'NFC巡更点位';
CREATE INDEX patrol_tag_area ON sensing.patrol_tag USING btree (district, area_code);
CREATE INDEX patrol_tag_geom ON sensing.patrol_tag USING gist (geom);
CREATE UNIQUE INDEX patrol_tag_tag_key ON sensing.patrol_tag USING btree (district, tag) WHERE (retired_at IS NULL);
alter table sensing.patrol_tag force row level security;
create policy district_border on sensing.patrol_tag for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.patrol_tag to cityloop_app;

create table sensing.pilot (
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
  constraint pilot_pkey PRIMARY KEY (district, id)
);
comment on table sensing.pilot is '飞手';
CREATE INDEX pilot_area ON sensing.pilot USING btree (district, area_code);
CREATE UNIQUE INDEX pilot_licence_key ON sensing.pilot USING btree (district, licence) WHERE (retired_at IS NULL);
alter table sensing.pilot force row level security;
create policy district_border on sensing.pilot for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.pilot to cityloop_app;

create table sensing.points_account (
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
  constraint points_account_pkey PRIMARY KEY (district, id),
  constraint points_account_points CHECK ((points >= 0))
);
comment on table sensing.points_account is '积分账户';
CREATE INDEX points_account_area ON sensing.points_account USING btree (district, area_code);
CREATE UNIQUE INDEX points_account_code_key ON sensing.points_account USING btree (district, code) WHERE (retired_at IS NULL);
alter table sensing.points_account force row level security;
create policy district_border on sensing.points_account for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.points_account to cityloop_app;

create table sensing.points_machine (
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
  constraint points_machine_pkey PRIMARY KEY (district, id)
);
comment on table sensing.points_machine is '积分兑换机';
CREATE INDEX points_machine_area ON sensing.points_machine USING btree (district, area_code);
CREATE UNIQUE INDEX points_machine_device_key ON sensing.points_machine USING btree (district, device) WHERE (retired_at IS NULL);
CREATE INDEX points_machine_geom ON sensing.points_machine USING gist (geom);
CREATE UNIQUE INDEX points_machine_number_key ON sensing.points_machine USING btree (district, number) WHERE (retired_at IS NULL);
alter table sensing.points_machine force row level security;
create policy district_border on sensing.points_machine for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.points_machine to cityloop_app;

create table sensing.position (
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
  speed numeric,
  direction integer,
  altitude integer,
  alarm_bits numeric,
  status_bits numeric,
  extras text,
  constraint position_pkey PRIMARY KEY (district, id, at)
) partition by RANGE (at);
comment on table sensing.position is 'append-only: 定位轨迹';
CREATE INDEX position_at ON ONLY sensing."position" USING btree (district, at DESC);
alter table sensing.position force row level security;
create policy district_border on sensing.position for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.position to cityloop_app;

create table sensing.quantity (
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
  unit text not null,
  serial integer not null,
  "least" numeric,
  most numeric,
  constraint quantity_pkey PRIMARY KEY (district, id),
  constraint quantity_range CHECK ((("least" IS NULL) OR (most IS NULL) OR (most > "least")))
);
comment on table sensing.quantity is '监测量';
CREATE INDEX quantity_area ON sensing.quantity USING btree (district, area_code);
CREATE UNIQUE INDEX quantity_code_key ON sensing.quantity USING btree (district, code) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX quantity_serial_key ON sensing.quantity USING btree (district, serial) WHERE (retired_at IS NULL);
alter table sensing.quantity force row level security;
create policy district_border on sensing.quantity for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.quantity to cityloop_app;

create table sensing.radio (
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
  constraint radio_pkey PRIMARY KEY (district, id)
);
comment on table sensing.radio is '对讲机';
CREATE INDEX radio_area ON sensing.radio USING btree (district, area_code);
CREATE UNIQUE INDEX radio_number_key ON sensing.radio USING btree (district, number) WHERE (retired_at IS NULL);
alter table sensing.radio force row level security;
create policy district_border on sensing.radio for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.radio to cityloop_app;

create table sensing.radio_issue (
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
  constraint radio_issue_pkey PRIMARY KEY (district, id),
  constraint radio_issue_state_choice CHECK ((state = ANY (ARRAY['fine'::text, 'broken'::text])))
);
comment on table sensing.radio_issue is '对讲机领用';
CREATE INDEX radio_issue_by_due ON sensing.radio_issue USING btree (district, due_at) WHERE (status <> ALL (ARRAY['returned'::text, 'lost'::text]));
CREATE UNIQUE INDEX radio_issue_client_key ON sensing.radio_issue USING btree (district, client_key);
CREATE INDEX radio_issue_closed_geom ON sensing.radio_issue USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX radio_issue_created ON sensing.radio_issue USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX radio_issue_number_key ON sensing.radio_issue USING btree (district, number);
CREATE INDEX radio_issue_open_geom ON sensing.radio_issue USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX radio_issue_open_place ON sensing.radio_issue USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['returned'::text, 'lost'::text]));
CREATE INDEX radio_issue_parent ON sensing.radio_issue USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.radio_issue force row level security;
create policy district_border on sensing.radio_issue for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.radio_issue to cityloop_app;

create table sensing.reading (
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
  quantity text not null,
  value numeric not null,
  quality text not null,
  constraint reading_pkey PRIMARY KEY (district, id, at),
  constraint reading_quality_choice CHECK ((quality = ANY (ARRAY['good'::text, 'range'::text, 'maintenance'::text, 'uncalibrated'::text])))
) partition by RANGE (at);
comment on table sensing.reading is 'append-only: 监测读数';
CREATE INDEX reading_at ON ONLY sensing.reading USING btree (district, at DESC);
alter table sensing.reading force row level security;
create policy district_border on sensing.reading for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.reading to cityloop_app;

create table sensing.recycler (
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
  constraint recycler_pkey PRIMARY KEY (district, id)
);
comment on table sensing.recycler is '可回收物智能设备';
CREATE INDEX recycler_area ON sensing.recycler USING btree (district, area_code);
CREATE UNIQUE INDEX recycler_device_key ON sensing.recycler USING btree (district, device) WHERE (retired_at IS NULL);
CREATE INDEX recycler_geom ON sensing.recycler USING gist (geom);
CREATE UNIQUE INDEX recycler_number_key ON sensing.recycler USING btree (district, number) WHERE (retired_at IS NULL);
alter table sensing.recycler force row level security;
create policy district_border on sensing.recycler for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.recycler to cityloop_app;

create table sensing.recycler_clearing (
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
  constraint recycler_clearing_pkey PRIMARY KEY (district, id),
  constraint recycler_clearing_kind_choice CHECK ((kind = ANY (ARRAY['paper'::text, 'plastic'::text, 'metal'::text, 'textile'::text])))
);
comment on table sensing.recycler_clearing is 'append-only: 可回收物清运';
CREATE INDEX recycler_clearing_at ON sensing.recycler_clearing USING btree (district, at DESC);
alter table sensing.recycler_clearing force row level security;
create policy district_border on sensing.recycler_clearing for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.recycler_clearing to cityloop_app;

create table sensing.research (
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
  constraint research_pkey PRIMARY KEY (district, id)
);
comment on table sensing.research is '物联网应用课题';
CREATE INDEX research_by_due ON sensing.research USING btree (district, due_at) WHERE (status <> ALL (ARRAY['concluded'::text]));
CREATE UNIQUE INDEX research_client_key ON sensing.research USING btree (district, client_key);
CREATE INDEX research_closed_geom ON sensing.research USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX research_created ON sensing.research USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX research_number_key ON sensing.research USING btree (district, number);
CREATE INDEX research_open_geom ON sensing.research USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX research_open_place ON sensing.research USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['concluded'::text]));
CREATE INDEX research_parent ON sensing.research USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.research force row level security;
create policy district_border on sensing.research for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.research to cityloop_app;

create table sensing.risk_check (
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
  constraint risk_check_pkey PRIMARY KEY (district, id),
  constraint risk_check_state_choice CHECK ((state = ANY (ARRAY['fine'::text, 'fixed'::text, 'open'::text])))
);
comment on table sensing.risk_check is 'append-only: 隐患源检查记录';
CREATE INDEX risk_check_at ON sensing.risk_check USING btree (district, at DESC);
alter table sensing.risk_check force row level security;
create policy district_border on sensing.risk_check for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.risk_check to cityloop_app;

create table sensing.risk_notice (
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
  constraint risk_notice_pkey PRIMARY KEY (district, id)
);
comment on table sensing.risk_notice is '重大风险呈报';
CREATE INDEX risk_notice_by_due ON sensing.risk_notice USING btree (district, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE UNIQUE INDEX risk_notice_client_key ON sensing.risk_notice USING btree (district, client_key);
CREATE INDEX risk_notice_closed_geom ON sensing.risk_notice USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX risk_notice_created ON sensing.risk_notice USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX risk_notice_number_key ON sensing.risk_notice USING btree (district, number);
CREATE INDEX risk_notice_open_geom ON sensing.risk_notice USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX risk_notice_open_place ON sensing.risk_notice USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
CREATE INDEX risk_notice_parent ON sensing.risk_notice USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.risk_notice force row level security;
create policy district_border on sensing.risk_notice for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.risk_notice to cityloop_app;

create table sensing.risk_source (
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
  constraint risk_source_pkey PRIMARY KEY (district, id),
  constraint risk_source_kind_choice CHECK ((kind = ANY (ARRAY['gas'::text, 'water'::text, 'bridge'::text, 'landfill'::text, 'sign'::text, 'tree'::text, 'building'::text, 'other'::text]))),
  constraint risk_source_level_choice CHECK ((level = ANY (ARRAY['red'::text, 'orange'::text, 'yellow'::text, 'blue'::text])))
);
comment on table sensing.risk_source is '安全风险隐患源';
CREATE INDEX risk_source_area ON sensing.risk_source USING btree (district, area_code);
CREATE INDEX risk_source_geom ON sensing.risk_source USING gist (geom);
CREATE UNIQUE INDEX risk_source_name_key ON sensing.risk_source USING btree (district, name) WHERE (retired_at IS NULL);
alter table sensing.risk_source force row level security;
create policy district_border on sensing.risk_source for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.risk_source to cityloop_app;

create table sensing.rule (
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
  constraint rule_pkey PRIMARY KEY (district, id),
  constraint rule_absence CHECK (((type <> 'absence'::text) OR (minutes IS NOT NULL))),
  constraint rule_case_on_choice CHECK ((case_on = ANY (ARRAY['none'::text, 'raise'::text, 'confirm'::text]))),
  constraint rule_category_kind_choice CHECK ((category_kind = ANY (ARRAY['component'::text, 'matter'::text]))),
  constraint rule_dwell CHECK (((type <> 'dwell'::text) OR ((minutes IS NOT NULL) AND (radius_m IS NOT NULL)))),
  constraint rule_fence CHECK (((type <> ALL (ARRAY['enter'::text, 'leave'::text, 'stay'::text])) OR (fence IS NOT NULL))),
  constraint rule_frequency CHECK (((type <> 'frequency'::text) OR ((minutes IS NOT NULL) AND (times IS NOT NULL)))),
  constraint rule_hysteresis CHECK (((release IS NULL) OR (limit_ IS NULL) OR ((side = 'above'::text) AND (release <= limit_)) OR ((side = 'below'::text) AND (release >= limit_)))),
  constraint rule_pair CHECK (((type <> 'combination'::text) OR ((first IS NOT NULL) AND (second IS NOT NULL) AND (first <> second) AND (minutes IS NOT NULL)))),
  constraint rule_rate CHECK (((type <> 'rate'::text) OR (minutes IS NOT NULL))),
  constraint rule_route CHECK (((type <> 'route'::text) OR ((line IS NOT NULL) AND (radius_m IS NOT NULL)))),
  constraint rule_severity_choice CHECK ((severity = ANY (ARRAY['notice'::text, 'warning'::text, 'alarm'::text, 'critical'::text]))),
  constraint rule_side_choice CHECK ((side = ANY (ARRAY['above'::text, 'below'::text]))),
  constraint rule_stay CHECK (((type <> 'stay'::text) OR (minutes IS NOT NULL))),
  constraint rule_threshold CHECK (((type <> ALL (ARRAY['threshold'::text, 'rate'::text, 'frequency'::text])) OR ((quantity IS NOT NULL) AND (limit_ IS NOT NULL) AND (side IS NOT NULL)))),
  constraint rule_type_choice CHECK ((type = ANY (ARRAY['threshold'::text, 'rate'::text, 'frequency'::text, 'absence'::text, 'dwell'::text, 'enter'::text, 'leave'::text, 'stay'::text, 'route'::text, 'window'::text, 'combination'::text]))),
  constraint rule_window CHECK (((type <> 'window'::text) OR ((from_time IS NOT NULL) AND (to_time IS NOT NULL))))
);
comment on table sensing.rule is '告警规则';
CREATE INDEX rule_area ON sensing.rule USING btree (district, area_code);
CREATE UNIQUE INDEX rule_code_valid_from_key ON sensing.rule USING btree (district, code, valid_from) WHERE (retired_at IS NULL);
alter table sensing.rule force row level security;
create policy district_border on sensing.rule for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.rule to cityloop_app;

create table sensing.rule_mark (
  district text not null,
  received_at timestamp with time zone not null,
  constraint rule_mark_pkey PRIMARY KEY (district)
);
comment on table sensing.rule_mark is '规则判断进度';
alter table sensing.rule_mark force row level security;
create policy district_border on sensing.rule_mark for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.rule_mark to cityloop_app;

create table sensing.rule_state (
  district text not null,
  rule uuid not null,
  device uuid not null,
  state jsonb not null,
  constraint rule_state_pkey PRIMARY KEY (district, rule, device)
);
comment on table sensing.rule_state is '规则判断状态';
alter table sensing.rule_state force row level security;
create policy district_border on sensing.rule_state for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.rule_state to cityloop_app;

create table sensing.scene (
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
  "least" numeric not null,
  sure numeric not null,
  fix_hours integer not null,
  category_kind text,
  category text,
  is_on boolean not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  constraint scene_pkey PRIMARY KEY (district, id),
  constraint scene_category_kind_choice CHECK ((category_kind = ANY (ARRAY['component'::text, 'matter'::text]))),
  constraint scene_kind_choice CHECK ((kind = ANY (ARRAY['outside'::text, 'occupying'::text, 'pile'::text, 'bin'::text, 'litter'::text, 'hanging'::text, 'parking'::text, 'bikes'::text, 'ads'::text, 'water'::text]))),
  constraint scene_order CHECK ((sure >= "least"))
);
comment on table sensing.scene is '识别场景';
CREATE INDEX scene_area ON sensing.scene USING btree (district, area_code);
CREATE UNIQUE INDEX scene_kind_valid_from_key ON sensing.scene USING btree (district, kind, valid_from) WHERE (retired_at IS NULL);
alter table sensing.scene force row level security;
create policy district_border on sensing.scene for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.scene to cityloop_app;

create table sensing.shop_in_view (
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
  constraint shop_in_view_pkey PRIMARY KEY (district, id)
);
comment on table sensing.shop_in_view is '摄像头责任区商户';
CREATE INDEX shop_in_view_area ON sensing.shop_in_view USING btree (district, area_code);
CREATE UNIQUE INDEX shop_in_view_camera_name_key ON sensing.shop_in_view USING btree (district, camera, name) WHERE (retired_at IS NULL);
alter table sensing.shop_in_view force row level security;
create policy district_border on sensing.shop_in_view for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.shop_in_view to cityloop_app;

create table sensing.spot (
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
  constraint spot_pkey PRIMARY KEY (district, id),
  constraint spot_finding_choice CHECK ((finding = ANY (ARRAY['illegal'::text, 'legal'::text, 'mistaken'::text]))),
  constraint spot_restore_kind_choice CHECK ((restore_kind = ANY (ARRAY['farm'::text, 'green'::text, 'remove'::text])))
);
comment on table sensing.spot is '卫星图斑核查';
CREATE INDEX spot_by_due ON sensing.spot USING btree (district, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'legal'::text, 'mistaken'::text]));
CREATE UNIQUE INDEX spot_client_key ON sensing.spot USING btree (district, client_key);
CREATE INDEX spot_closed_geom ON sensing.spot USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX spot_created ON sensing.spot USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX spot_number_key ON sensing.spot USING btree (district, number);
CREATE INDEX spot_open_geom ON sensing.spot USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX spot_open_place ON sensing.spot USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'legal'::text, 'mistaken'::text]));
CREATE INDEX spot_parent ON sensing.spot USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX spot_shape_key ON sensing.spot USING btree (district, shape);
alter table sensing.spot force row level security;
create policy district_border on sensing.spot for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.spot to cityloop_app;

create table sensing.spot_shape (
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
  constraint spot_shape_pkey PRIMARY KEY (district, id),
  constraint spot_shape_land_type_choice CHECK ((land_type = ANY (ARRAY['farm'::text, 'forest'::text, 'green'::text, 'build'::text, 'other'::text])))
);
comment on table sensing.spot_shape is '卫星图斑';
CREATE INDEX spot_shape_area ON sensing.spot_shape USING btree (district, area_code);
CREATE UNIQUE INDEX spot_shape_code_key ON sensing.spot_shape USING btree (district, code) WHERE (retired_at IS NULL);
CREATE INDEX spot_shape_geom ON sensing.spot_shape USING gist (geom);
alter table sensing.spot_shape force row level security;
create policy district_border on sensing.spot_shape for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.spot_shape to cityloop_app;

create table sensing.status (
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
  kind text not null,
  presence text not null,
  battery numeric,
  speed numeric,
  direction integer,
  last_quantity text,
  last_value numeric,
  constraint status_pkey PRIMARY KEY (district, id),
  constraint status_presence_choice CHECK ((presence = ANY (ARRAY['online'::text, 'offline'::text])))
);
comment on table sensing.status is '设备现状';
CREATE INDEX status_at ON sensing.status USING btree (district, at DESC);
CREATE INDEX status_geom ON sensing.status USING gist (geom);
alter table sensing.status force row level security;
create policy district_border on sensing.status for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.status to cityloop_app;

create table sensing.tag_visit (
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
  constraint tag_visit_pkey PRIMARY KEY (district, id),
  constraint tag_visit_verdict_choice CHECK ((verdict = ANY (ARRAY['fine'::text, 'far'::text, 'copied'::text, 'late'::text])))
);
comment on table sensing.tag_visit is 'append-only: 巡更刷卡记录';
CREATE INDEX tag_visit_at ON sensing.tag_visit USING btree (district, at DESC);
alter table sensing.tag_visit force row level security;
create policy district_border on sensing.tag_visit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.tag_visit to cityloop_app;

create table sensing.team (
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
  constraint team_pkey PRIMARY KEY (district, id)
);
comment on table sensing.team is '抢修队伍';
CREATE INDEX team_area ON sensing.team USING btree (district, area_code);
CREATE INDEX team_geom ON sensing.team USING gist (geom);
CREATE UNIQUE INDEX team_name_key ON sensing.team USING btree (district, name) WHERE (retired_at IS NULL);
alter table sensing.team force row level security;
create policy district_border on sensing.team for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.team to cityloop_app;

create table sensing.told_mark (
  district text not null,
  at timestamp with time zone not null,
  constraint told_mark_pkey PRIMARY KEY (district)
);
comment on table sensing.told_mark is '受控设备读数告知进度';
alter table sensing.told_mark force row level security;
create policy district_border on sensing.told_mark for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.told_mark to cityloop_app;

create table sensing.touched (
  district text not null,
  bucket timestamp with time zone not null,
  device uuid not null,
  quantity text not null,
  hour timestamp with time zone not null,
  constraint touched_pkey PRIMARY KEY (district, bucket, device, quantity, hour)
);
comment on table sensing.touched is '待汇总的设备小时';
alter table sensing.touched force row level security;
create policy district_border on sensing.touched for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.touched to cityloop_app;

create table sensing.training (
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
  constraint training_pkey PRIMARY KEY (district, id)
);
comment on table sensing.training is '模型再训练';
CREATE INDEX training_by_due ON sensing.training USING btree (district, due_at) WHERE (status <> ALL (ARRAY['adopted'::text, 'dropped'::text]));
CREATE UNIQUE INDEX training_client_key ON sensing.training USING btree (district, client_key);
CREATE INDEX training_closed_geom ON sensing.training USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX training_created ON sensing.training USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX training_number_key ON sensing.training USING btree (district, number);
CREATE INDEX training_open_geom ON sensing.training USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX training_open_place ON sensing.training USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['adopted'::text, 'dropped'::text]));
CREATE INDEX training_parent ON sensing.training USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.training force row level security;
create policy district_border on sensing.training for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.training to cityloop_app;

create table sensing.upkeep (
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
  kind text not null,
  result text not null,
  photos uuid[],
  constraint upkeep_pkey PRIMARY KEY (district, id),
  constraint upkeep_kind_choice CHECK ((kind = ANY (ARRAY['check'::text, 'calibrate'::text, 'battery'::text, 'repair'::text, 'replace'::text])))
);
comment on table sensing.upkeep is 'append-only: 设备维护记录';
CREATE INDEX upkeep_at ON sensing.upkeep USING btree (district, at DESC);
alter table sensing.upkeep force row level security;
create policy district_border on sensing.upkeep for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant insert, select on sensing.upkeep to cityloop_app;

create table sensing.warning (
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
  constraint warning_pkey PRIMARY KEY (district, id),
  constraint warning_arranged_choice CHECK ((arranged = ANY (ARRAY['yes'::text, 'no'::text])))
);
comment on table sensing.warning is '大数据预警';
CREATE INDEX warning_by_due ON sensing.warning USING btree (district, due_at) WHERE (status <> ALL (ARRAY['hit'::text, 'missed'::text]));
CREATE UNIQUE INDEX warning_client_key ON sensing.warning USING btree (district, client_key);
CREATE INDEX warning_closed_geom ON sensing.warning USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX warning_created ON sensing.warning USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX warning_number_key ON sensing.warning USING btree (district, number);
CREATE INDEX warning_open_geom ON sensing.warning USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX warning_open_place ON sensing.warning USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['hit'::text, 'missed'::text]));
CREATE INDEX warning_parent ON sensing.warning USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX warning_place_category_for_on_key ON sensing.warning USING btree (district, place, category, for_on);
alter table sensing.warning force row level security;
create policy district_border on sensing.warning for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.warning to cityloop_app;

create table sensing.weather (
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
  constraint weather_pkey PRIMARY KEY (district, id),
  constraint weather_level_choice CHECK ((level = ANY (ARRAY['blue'::text, 'yellow'::text, 'orange'::text, 'red'::text]))),
  constraint weather_order CHECK (((ends_at IS NULL) OR (ends_at > starts_at)))
);
comment on table sensing.weather is '天气响应';
CREATE INDEX weather_area ON sensing.weather USING btree (district, area_code);
alter table sensing.weather force row level security;
create policy district_border on sensing.weather for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.weather to cityloop_app;

create table sensing.wifi_acceptance (
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
  constraint wifi_acceptance_pkey PRIMARY KEY (district, id)
);
comment on table sensing.wifi_acceptance is '公园WiFi覆盖验收';
CREATE INDEX wifi_acceptance_by_due ON sensing.wifi_acceptance USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'refused'::text]));
CREATE UNIQUE INDEX wifi_acceptance_client_key ON sensing.wifi_acceptance USING btree (district, client_key);
CREATE INDEX wifi_acceptance_closed_geom ON sensing.wifi_acceptance USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX wifi_acceptance_created ON sensing.wifi_acceptance USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX wifi_acceptance_number_key ON sensing.wifi_acceptance USING btree (district, number);
CREATE INDEX wifi_acceptance_open_geom ON sensing.wifi_acceptance USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX wifi_acceptance_open_place ON sensing.wifi_acceptance USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'refused'::text]));
CREATE INDEX wifi_acceptance_parent ON sensing.wifi_acceptance USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table sensing.wifi_acceptance force row level security;
create policy district_border on sensing.wifi_acceptance for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.wifi_acceptance to cityloop_app;

create table sensing.work_audit (
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
  constraint work_audit_pkey PRIMARY KEY (district, id)
);
comment on table sensing.work_audit is '机械化作业月度审核';
CREATE INDEX work_audit_by_due ON sensing.work_audit USING btree (district, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text]));
CREATE UNIQUE INDEX work_audit_client_key ON sensing.work_audit USING btree (district, client_key);
CREATE INDEX work_audit_closed_geom ON sensing.work_audit USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX work_audit_created ON sensing.work_audit USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX work_audit_number_key ON sensing.work_audit USING btree (district, number);
CREATE INDEX work_audit_open_geom ON sensing.work_audit USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX work_audit_open_place ON sensing.work_audit USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text]));
CREATE INDEX work_audit_parent ON sensing.work_audit USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX work_audit_plan_month_key ON sensing.work_audit USING btree (district, plan, month);
alter table sensing.work_audit force row level security;
create policy district_border on sensing.work_audit for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.work_audit to cityloop_app;

create table sensing.work_plan (
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
  constraint work_plan_pkey PRIMARY KEY (district, id),
  constraint work_plan_order CHECK ((ends_at > starts_at))
);
comment on table sensing.work_plan is '机械化作业计划';
CREATE INDEX work_plan_area ON sensing.work_plan USING btree (district, area_code);
CREATE UNIQUE INDEX work_plan_name_key ON sensing.work_plan USING btree (district, name) WHERE (retired_at IS NULL);
alter table sensing.work_plan force row level security;
create policy district_border on sensing.work_plan for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.work_plan to cityloop_app;

create table sensing.zone (
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
  camera uuid not null,
  scene text not null,
  classes text[] not null,
  "least" numeric not null,
  at_once integer not null,
  dwell_seconds integer not null,
  corners jsonb,
  shop uuid,
  is_on boolean not null,
  constraint zone_pkey PRIMARY KEY (district, id),
  constraint zone_scene_choice CHECK ((scene = ANY (ARRAY['outside'::text, 'occupying'::text, 'pile'::text, 'bin'::text, 'litter'::text, 'hanging'::text, 'parking'::text, 'bikes'::text, 'ads'::text, 'water'::text])))
);
comment on table sensing.zone is '识别区域与停留';
CREATE INDEX zone_area ON sensing.zone USING btree (district, area_code);
CREATE UNIQUE INDEX zone_camera_name_key ON sensing.zone USING btree (district, camera, name) WHERE (retired_at IS NULL);
alter table sensing.zone force row level security;
create policy district_border on sensing.zone for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on sensing.zone to cityloop_app;

create table statistics.entry (
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
  matter uuid not null,
  happened_on date not null,
  quantity numeric not null,
  kind text,
  result text,
  subject text,
  place text,
  amount_fen integer,
  unit uuid,
  attributes jsonb,
  document text,
  note text,
  evidence uuid[],
  constraint entry_pkey PRIMARY KEY (district, id)
);
comment on table statistics.entry is '工作台账';
CREATE INDEX entry_area ON statistics.entry USING btree (district, area_code);
CREATE INDEX entry_matter_day ON statistics.entry USING btree (district, matter, happened_on);
alter table statistics.entry force row level security;
create policy district_border on statistics.entry for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on statistics.entry to cityloop_app;

create table statistics.matter (
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
  measure text not null,
  owner uuid,
  frequency text not null,
  kinds jsonb,
  note text,
  constraint matter_pkey PRIMARY KEY (district, id),
  constraint matter_frequency_choice CHECK ((frequency = ANY (ARRAY['day'::text, 'each'::text, 'month'::text, 'year'::text])))
);
comment on table statistics.matter is '统计事项';
CREATE INDEX matter_area ON statistics.matter USING btree (district, area_code);
CREATE UNIQUE INDEX matter_name_key ON statistics.matter USING btree (district, name) WHERE (retired_at IS NULL);
alter table statistics.matter force row level security;
create policy district_border on statistics.matter for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on statistics.matter to cityloop_app;

create table statistics.metric (
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
  name text not null,
  unit text not null,
  decimals integer not null,
  formula text not null,
  definition text not null,
  owner uuid,
  form text,
  step numeric,
  goal text,
  goal_source text,
  valid_from date,
  valid_to date,
  drafter text,
  constraint metric_pkey PRIMARY KEY (district, id)
);
comment on table statistics.metric is '指标字典';
CREATE INDEX metric_by_due ON statistics.metric USING btree (district, due_at) WHERE (status <> ALL (ARRAY['retired'::text]));
CREATE UNIQUE INDEX metric_client_key ON statistics.metric USING btree (district, client_key);
CREATE INDEX metric_closed_geom ON statistics.metric USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE UNIQUE INDEX metric_code_key ON statistics.metric USING btree (district, code);
CREATE INDEX metric_created ON statistics.metric USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX metric_number_key ON statistics.metric USING btree (district, number);
CREATE INDEX metric_open_geom ON statistics.metric USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX metric_open_place ON statistics.metric USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['retired'::text]));
CREATE INDEX metric_parent ON statistics.metric USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
alter table statistics.metric force row level security;
create policy district_border on statistics.metric for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on statistics.metric to cityloop_app;

create table statistics.return (
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
  unit uuid not null,
  month text not null,
  entries integer,
  is_nil boolean,
  note text,
  sender text,
  back_count integer not null,
  hand_due_at timestamp with time zone,
  handed_at timestamp with time zone,
  accepted_at timestamp with time zone,
  constraint return_pkey PRIMARY KEY (district, id)
);
comment on table statistics.return is '月报报送';
CREATE INDEX return_by_due ON statistics.return USING btree (district, due_at) WHERE (status <> ALL (ARRAY['accepted'::text]));
CREATE UNIQUE INDEX return_client_key ON statistics.return USING btree (district, client_key);
CREATE INDEX return_closed_geom ON statistics.return USING gist (geom, created_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX return_created ON statistics.return USING btree (district, created_at DESC, id DESC);
CREATE UNIQUE INDEX return_number_key ON statistics.return USING btree (district, number);
CREATE INDEX return_open_geom ON statistics.return USING gist (geom, created_at) WHERE (closed_at IS NULL);
CREATE INDEX return_open_place ON statistics.return USING btree (district, status, area_code, due_at) WHERE (status <> ALL (ARRAY['accepted'::text]));
CREATE INDEX return_parent ON statistics.return USING btree (district, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX return_unit_month_key ON statistics.return USING btree (district, unit, month);
alter table statistics.return force row level security;
create policy district_border on statistics.return for all using ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text)))) with check ((district = ANY (string_to_array(current_setting('app.districts'::text, true), ','::text))));
grant delete, insert, select, update on statistics.return to cityloop_app;
