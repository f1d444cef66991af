-- Generated from the database by kernel/db/schema-dump.ts; do not edit.

create schema cases;

create schema grid;

create schema intake;

create schema kernel;

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
CREATE INDEX appeal_created ON cases.appeal USING btree (district, created_at DESC, id DESC);
CREATE INDEX appeal_geom ON cases.appeal USING gist (geom);
CREATE UNIQUE INDEX appeal_number_key ON cases.appeal USING btree (district, number);
CREATE INDEX appeal_open_due ON cases.appeal USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['granted'::text, 'refused'::text]));
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
CREATE INDEX case_created ON cases."case" USING btree (district, created_at DESC, id DESC);
CREATE INDEX case_geom ON cases."case" USING gist (geom);
CREATE UNIQUE INDEX case_number_key ON cases."case" USING btree (district, number);
CREATE INDEX case_open_due ON cases."case" USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'force_closed'::text, 'evaluated'::text, 'not_accepted'::text, 'cancelled'::text, 'merged'::text]));
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
CREATE INDEX industry_created ON cases.industry USING btree (district, created_at DESC, id DESC);
CREATE INDEX industry_geom ON cases.industry USING gist (geom);
CREATE UNIQUE INDEX industry_number_key ON cases.industry USING btree (district, number);
CREATE INDEX industry_open_due ON cases.industry USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
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
CREATE INDEX item_created ON cases.item USING btree (district, created_at DESC, id DESC);
CREATE INDEX item_geom ON cases.item USING gist (geom);
CREATE UNIQUE INDEX item_number_key ON cases.item USING btree (district, number);
CREATE INDEX item_open_due ON cases.item USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'dropped'::text]));
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
CREATE INDEX letter_created ON cases.letter USING btree (district, created_at DESC, id DESC);
CREATE INDEX letter_geom ON cases.letter USING gist (geom);
CREATE UNIQUE INDEX letter_number_key ON cases.letter USING btree (district, number);
CREATE INDEX letter_open_due ON cases.letter USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'withdrawn'::text]));
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
CREATE INDEX list_created ON cases.list USING btree (district, created_at DESC, id DESC);
CREATE INDEX list_geom ON cases.list USING gist (geom);
CREATE UNIQUE INDEX list_number_key ON cases.list USING btree (district, number);
CREATE INDEX list_open_due ON cases.list USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['closed'::text]));
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
CREATE INDEX meeting_created ON cases.meeting USING btree (district, created_at DESC, id DESC);
CREATE INDEX meeting_geom ON cases.meeting USING gist (geom);
CREATE UNIQUE INDEX meeting_number_key ON cases.meeting USING btree (district, number);
CREATE INDEX meeting_open_due ON cases.meeting USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
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
CREATE INDEX micro_renewal_created ON cases.micro_renewal USING btree (district, created_at DESC, id DESC);
CREATE INDEX micro_renewal_geom ON cases.micro_renewal USING gist (geom);
CREATE UNIQUE INDEX micro_renewal_number_key ON cases.micro_renewal USING btree (district, number);
CREATE INDEX micro_renewal_open_due ON cases.micro_renewal USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'dropped'::text]));
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
CREATE INDEX micro_repair_created ON cases.micro_repair USING btree (district, created_at DESC, id DESC);
CREATE INDEX micro_repair_geom ON cases.micro_repair USING gist (geom);
CREATE UNIQUE INDEX micro_repair_number_key ON cases.micro_repair USING btree (district, number);
CREATE INDEX micro_repair_open_due ON cases.micro_repair USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['accepted'::text]));
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
CREATE INDEX census_created ON grid.census USING btree (district, created_at DESC, id DESC);
CREATE INDEX census_geom ON grid.census USING gist (geom);
CREATE UNIQUE INDEX census_number_key ON grid.census USING btree (district, number);
CREATE INDEX census_open_due ON grid.census USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['done'::text]));
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
CREATE INDEX collection_created ON grid.collection USING btree (district, created_at DESC, id DESC);
CREATE INDEX collection_geom ON grid.collection USING gist (geom);
CREATE UNIQUE INDEX collection_number_key ON grid.collection USING btree (district, number);
CREATE INDEX collection_open_due ON grid.collection USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['locked'::text]));
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
CREATE INDEX component_job_created ON grid.component_job USING btree (district, created_at DESC, id DESC);
CREATE INDEX component_job_geom ON grid.component_job USING gist (geom);
CREATE UNIQUE INDEX component_job_number_key ON grid.component_job USING btree (district, number);
CREATE INDEX component_job_open_due ON grid.component_job USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['fixed'::text]));
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
CREATE INDEX entry_created ON grid.entry USING btree (district, created_at DESC, id DESC);
CREATE INDEX entry_geom ON grid.entry USING gist (geom);
CREATE UNIQUE INDEX entry_number_key ON grid.entry USING btree (district, number);
CREATE INDEX entry_open_due ON grid.entry USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['approved'::text]));
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
CREATE INDEX redraw_created ON grid.redraw USING btree (district, created_at DESC, id DESC);
CREATE INDEX redraw_geom ON grid.redraw USING gist (geom);
CREATE UNIQUE INDEX redraw_number_key ON grid.redraw USING btree (district, number);
CREATE INDEX redraw_open_due ON grid.redraw USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['effective'::text, 'refused'::text]));
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
CREATE INDEX sharing_created ON grid.sharing USING btree (district, created_at DESC, id DESC);
CREATE INDEX sharing_geom ON grid.sharing USING gist (geom);
CREATE UNIQUE INDEX sharing_number_key ON grid.sharing USING btree (district, number);
CREATE INDEX sharing_open_due ON grid.sharing USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['ended'::text, 'refused'::text]));
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
CREATE INDEX standard_created ON grid.standard USING btree (district, created_at DESC, id DESC);
CREATE INDEX standard_geom ON grid.standard USING gist (geom);
CREATE UNIQUE INDEX standard_name_edition_key ON grid.standard USING btree (district, name, edition);
CREATE UNIQUE INDEX standard_number_key ON grid.standard USING btree (district, number);
CREATE INDEX standard_open_due ON grid.standard USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['published'::text, 'abandoned'::text]));
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
CREATE INDEX station_created ON grid.station USING btree (district, created_at DESC, id DESC);
CREATE INDEX station_geom ON grid.station USING gist (geom);
CREATE UNIQUE INDEX station_number_key ON grid.station USING btree (district, number);
CREATE INDEX station_open_due ON grid.station USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['accepted'::text, 'failed'::text]));
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
CREATE INDEX arrival_created ON intake.arrival USING btree (district, created_at DESC, id DESC);
CREATE INDEX arrival_geom ON intake.arrival USING gist (geom);
CREATE UNIQUE INDEX arrival_number_key ON intake.arrival USING btree (district, number);
CREATE INDEX arrival_open_due ON intake.arrival USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['arrived'::text]));
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
CREATE INDEX assignment_created ON intake.assignment USING btree (district, created_at DESC, id DESC);
CREATE INDEX assignment_geom ON intake.assignment USING gist (geom);
CREATE UNIQUE INDEX assignment_number_key ON intake.assignment USING btree (district, number);
CREATE INDEX assignment_open_due ON intake.assignment USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['cleared'::text, 'withdrawn'::text]));
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
CREATE INDEX finding_created ON intake.finding USING btree (district, created_at DESC, id DESC);
CREATE INDEX finding_geom ON intake.finding USING gist (geom);
CREATE UNIQUE INDEX finding_number_key ON intake.finding USING btree (district, number);
CREATE INDEX finding_open_due ON intake.finding USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['dispatched'::text, 'rectified'::text, 'relearn'::text, 'repeated'::text]));
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
CREATE INDEX issue_created ON intake.issue USING btree (district, created_at DESC, id DESC);
CREATE INDEX issue_geom ON intake.issue USING gist (geom);
CREATE UNIQUE INDEX issue_number_key ON intake.issue USING btree (district, number);
CREATE INDEX issue_open_due ON intake.issue USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'dropped'::text]));
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
CREATE INDEX opinion_created ON intake.opinion USING btree (district, created_at DESC, id DESC);
CREATE INDEX opinion_geom ON intake.opinion USING gist (geom);
CREATE UNIQUE INDEX opinion_number_key ON intake.opinion USING btree (district, number);
CREATE INDEX opinion_open_due ON intake.opinion USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['responded'::text, 'ignored'::text]));
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
CREATE INDEX order_created ON intake."order" USING btree (district, created_at DESC, id DESC);
CREATE INDEX order_geom ON intake."order" USING gist (geom);
CREATE UNIQUE INDEX order_number_key ON intake."order" USING btree (district, number);
CREATE INDEX order_open_due ON intake."order" USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['done'::text, 'returned'::text, 'merged'::text]));
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
CREATE INDEX petition_created ON intake.petition USING btree (district, created_at DESC, id DESC);
CREATE INDEX petition_geom ON intake.petition USING gist (geom);
CREATE UNIQUE INDEX petition_number_key ON intake.petition USING btree (district, number);
CREATE INDEX petition_open_due ON intake.petition USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['closed'::text, 'refused'::text]));
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
  constraint return_box_pkey PRIMARY KEY (district, id),
  constraint return_box_district_order_id_status_at_key UNIQUE (district, order_id, status, at)
);
comment on table intake.return_box is '回传箱: answers on their way back to the platform they came from';
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
CREATE INDEX reward_created ON intake.reward USING btree (district, created_at DESC, id DESC);
CREATE INDEX reward_geom ON intake.reward USING gist (geom);
CREATE UNIQUE INDEX reward_number_key ON intake.reward USING btree (district, number);
CREATE INDEX reward_open_due ON intake.reward USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['paid'::text, 'refused'::text]));
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
CREATE INDEX spot_created ON intake.spot USING btree (district, created_at DESC, id DESC);
CREATE INDEX spot_geom ON intake.spot USING gist (geom);
CREATE UNIQUE INDEX spot_number_key ON intake.spot USING btree (district, number);
CREATE INDEX spot_open_due ON intake.spot USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['restored'::text, 'legal'::text]));
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
CREATE INDEX topic_created ON intake.topic USING btree (district, created_at DESC, id DESC);
CREATE INDEX topic_geom ON intake.topic USING gist (geom);
CREATE UNIQUE INDEX topic_number_key ON intake.topic USING btree (district, number);
CREATE INDEX topic_open_due ON intake.topic USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['ended'::text]));
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
CREATE INDEX whistle_created ON intake.whistle USING btree (district, created_at DESC, id DESC);
CREATE INDEX whistle_geom ON intake.whistle USING gist (geom);
CREATE UNIQUE INDEX whistle_number_key ON intake.whistle USING btree (district, number);
CREATE INDEX whistle_open_due ON intake.whistle USING btree (district, status, due_at) WHERE (status <> ALL (ARRAY['confirmed'::text]));
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
