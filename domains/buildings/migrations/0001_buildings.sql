create schema if not exists buildings;

create table buildings."programme" (
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
  primary key (district, id),
  constraint programme_years check (to_year = from_year + years - 1)
);
comment on table buildings."programme" is '违法建设治理五年行动';
create unique index programme_name_key on buildings."programme" (district, name) where retired_at is null;
create index programme_area on buildings."programme" (district, area_code);

create table buildings."target" (
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
  primary key (district, id)
);
comment on table buildings."target" is '五年行动年度任务';
create unique index target_programme_street_year_key on buildings."target" (district, programme, street, year) where retired_at is null;
create index target_area on buildings."target" (district, area_code);

create table buildings."approval" (
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
  primary key (district, id),
  constraint approval_department_choice check (department = any (array['housing', 'land', 'planning', 'registry', 'water', 'electricity']))
);
comment on table buildings."approval" is '共享的规划与产权批准';
create unique index approval_number_key on buildings."approval" (district, number) where retired_at is null;
create index approval_area on buildings."approval" (district, area_code);

create table buildings."line" (
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
  primary key (district, id),
  constraint line_kind_choice check (kind = any (array['power', 'gas']))
);
comment on table buildings."line" is '电力燃气管线';
create unique index line_code_key on buildings."line" (district, code) where retired_at is null;
create index line_geom on buildings."line" using gist (geom);
create index line_area on buildings."line" (district, area_code);

create table buildings."decoration" (
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
  primary key (district, id)
);
comment on table buildings."decoration" is '装修备案';
create index decoration_area on buildings."decoration" (district, area_code);

create table buildings."patrol" (
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
  primary key (district, id),
  constraint patrol_kind_choice check (kind = any (array['foot', 'drone']))
);
comment on table buildings."patrol" is 'append-only: 小区违建巡查';
create index patrol_at on buildings."patrol" (district, at desc);

create table buildings."visit" (
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
  primary key (district, id)
);
comment on table buildings."visit" is 'append-only: 网格员走访物业';
create index visit_at on buildings."visit" (district, at desc);

create table buildings."point" (
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
  primary key (district, id)
);
comment on table buildings."point" is 'append-only: 物业防控记分';
create index point_at on buildings."point" (district, at desc);

create table buildings."line_check" (
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
  primary key (district, id),
  constraint line_check_result_choice check (result = any (array['clear', 'pressed']))
);
comment on table buildings."line_check" is 'append-only: 管线占压排查';
create index line_check_at on buildings."line_check" (district, at desc);

create table buildings."month_end" (
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
  primary key (district, id)
);
comment on table buildings."month_end" is 'append-only: 新增违建零增长月结';
create index month_end_at on buildings."month_end" (district, at desc);

create table buildings."building" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint building_kind_choice check (kind = any (array['roof', 'yard', 'stall', 'factory', 'basement', 'other'])),
  constraint building_class_choice check (class = any (array['new', 'stock'])),
  constraint building_via_choice check (via = any (array['patrol', 'report', 'property', 'satellite', 'drone', 'census', 'pipeline'])),
  constraint building_land_choice check (land = any (array['urban', 'village', 'farm', 'green'])),
  constraint building_article_choice check (article = any (array['a64', 'a65', 'a66'])),
  constraint building_way_choice check (way = any (array['self', 'assisted', 'forced'])),
  constraint building_settlement_choice check (settlement = any (array['demolished', 'legalised', 'reclassified'])),
  constraint building_penalty_state_choice check (penalty_state = any (array['opened', 'decided', 'unpaid', 'fulfilled']))
);
comment on table buildings."building" is '违法建设';
create unique index building_number_key on buildings."building" (district, number);
create unique index building_client_key on buildings."building" (district, client_key);
create index building_created on buildings."building" (district, created_at desc, id desc);
create index building_by_due on buildings."building" (district, due_at) where status <> all (array['closed', 'unfounded']);
create index building_open_place on buildings."building" (district, status, area_code, due_at) where status <> all (array['closed', 'unfounded']);
create index building_open_geom on buildings."building" using gist (geom, created_at) where closed_at is null;
create index building_closed_geom on buildings."building" using gist (geom, created_at) where closed_at is not null;
create index building_parent on buildings."building" (district, parent_id) where parent_id is not null;

create table buildings."listing" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint listing_criterion_choice check (criterion = any (array['badInfluence', 'publicAnger', 'publicSafety']))
);
comment on table buildings."listing" is '违建挂牌督办';
create unique index listing_number_key on buildings."listing" (district, number);
create unique index listing_client_key on buildings."listing" (district, client_key);
create index listing_created on buildings."listing" (district, created_at desc, id desc);
create index listing_by_due on buildings."listing" (district, due_at) where status <> all (array['delisted', 'dropped']);
create index listing_open_place on buildings."listing" (district, status, area_code, due_at) where status <> all (array['delisted', 'dropped']);
create index listing_open_geom on buildings."listing" using gist (geom, created_at) where closed_at is null;
create index listing_closed_geom on buildings."listing" using gist (geom, created_at) where closed_at is not null;
create index listing_parent on buildings."listing" (district, parent_id) where parent_id is not null;

create table buildings."action" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint action_role_choice check (role = any (array['organised', 'supported']))
);
comment on table buildings."action" is '拆违行动';
create unique index action_number_key on buildings."action" (district, number);
create unique index action_client_key on buildings."action" (district, client_key);
create index action_created on buildings."action" (district, created_at desc, id desc);
create index action_by_due on buildings."action" (district, due_at) where status <> all (array['done', 'cancelled']);
create index action_open_place on buildings."action" (district, status, area_code, due_at) where status <> all (array['done', 'cancelled']);
create index action_open_geom on buildings."action" using gist (geom, created_at) where closed_at is null;
create index action_closed_geom on buildings."action" using gist (geom, created_at) where closed_at is not null;
create index action_parent on buildings."action" (district, parent_id) where parent_id is not null;

create table buildings."encroachment" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint encroachment_kind_choice check (kind = any (array['power', 'gas']))
);
comment on table buildings."encroachment" is '管线占压整治';
create unique index encroachment_number_key on buildings."encroachment" (district, number);
create unique index encroachment_client_key on buildings."encroachment" (district, client_key);
create index encroachment_created on buildings."encroachment" (district, created_at desc, id desc);
create index encroachment_by_due on buildings."encroachment" (district, due_at) where status <> all (array['closed']);
create index encroachment_open_place on buildings."encroachment" (district, status, area_code, due_at) where status <> all (array['closed']);
create index encroachment_open_geom on buildings."encroachment" using gist (geom, created_at) where closed_at is null;
create index encroachment_closed_geom on buildings."encroachment" using gist (geom, created_at) where closed_at is not null;
create index encroachment_parent on buildings."encroachment" (district, parent_id) where parent_id is not null;

create table buildings."free_compound" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table buildings."free_compound" is '无违建小区创建';
create unique index free_compound_number_key on buildings."free_compound" (district, number);
create unique index free_compound_client_key on buildings."free_compound" (district, client_key);
create index free_compound_created on buildings."free_compound" (district, created_at desc, id desc);
create index free_compound_by_due on buildings."free_compound" (district, due_at) where status <> all (array['withdrawn', 'expired', 'refused']);
create index free_compound_open_place on buildings."free_compound" (district, status, area_code, due_at) where status <> all (array['withdrawn', 'expired', 'refused']);
create index free_compound_open_geom on buildings."free_compound" using gist (geom, created_at) where closed_at is null;
create index free_compound_closed_geom on buildings."free_compound" using gist (geom, created_at) where closed_at is not null;
create index free_compound_parent on buildings."free_compound" (district, parent_id) where parent_id is not null;

create table buildings."focus" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint focus_reason_choice check (reason = any (array['fresh', 'villa']))
);
comment on table buildings."focus" is '重点小区治理';
create unique index focus_number_key on buildings."focus" (district, number);
create unique index focus_client_key on buildings."focus" (district, client_key);
create index focus_created on buildings."focus" (district, created_at desc, id desc);
create index focus_by_due on buildings."focus" (district, due_at) where status <> all (array['ended']);
create index focus_open_place on buildings."focus" (district, status, area_code, due_at) where status <> all (array['ended']);
create index focus_open_geom on buildings."focus" using gist (geom, created_at) where closed_at is null;
create index focus_closed_geom on buildings."focus" using gist (geom, created_at) where closed_at is not null;
create index focus_parent on buildings."focus" (district, parent_id) where parent_id is not null;

create table buildings."notice" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint notice_department_choice check (department = any (array['housing', 'land', 'planning', 'registry', 'water', 'electricity'])),
  constraint notice_measure_choice check (measure = any (array['sale', 'registration', 'service', 'permit', 'verify']))
);
comment on table buildings."notice" is '部门联动函';
create unique index notice_number_key on buildings."notice" (district, number);
create unique index notice_client_key on buildings."notice" (district, client_key);
create index notice_created on buildings."notice" (district, created_at desc, id desc);
create index notice_by_due on buildings."notice" (district, due_at) where status <> all (array['released', 'answered', 'refused']);
create index notice_open_place on buildings."notice" (district, status, area_code, due_at) where status <> all (array['released', 'answered', 'refused']);
create index notice_open_geom on buildings."notice" using gist (geom, created_at) where closed_at is null;
create index notice_closed_geom on buildings."notice" using gist (geom, created_at) where closed_at is not null;
create index notice_parent on buildings."notice" (district, parent_id) where parent_id is not null;

create table buildings."safety" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint safety_structure_choice check (structure = any (array['none', 'slight', 'serious', 'critical'])),
  constraint safety_fire_choice check (fire = any (array['none', 'slight', 'serious', 'critical'])),
  constraint safety_use_choice check (use = any (array['none', 'slight', 'serious', 'critical'])),
  constraint safety_grade_choice check (grade = any (array['A', 'B', 'C', 'D'])),
  constraint safety_recheck_grade_choice check (recheck_grade = any (array['A', 'B', 'C', 'D']))
);
comment on table buildings."safety" is '既有建筑安全排查';
create unique index safety_number_key on buildings."safety" (district, number);
create unique index safety_client_key on buildings."safety" (district, client_key);
create index safety_created on buildings."safety" (district, created_at desc, id desc);
create index safety_by_due on buildings."safety" (district, due_at) where status <> all (array['sound', 'closed']);
create index safety_open_place on buildings."safety" (district, status, area_code, due_at) where status <> all (array['sound', 'closed']);
create index safety_open_geom on buildings."safety" using gist (geom, created_at) where closed_at is null;
create index safety_closed_geom on buildings."safety" using gist (geom, created_at) where closed_at is not null;
create index safety_parent on buildings."safety" (district, parent_id) where parent_id is not null;

create table buildings."restoration" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint restoration_kind_choice check (kind = any (array['farm', 'green'])),
  constraint restoration_proof_choice check (proof = any (array['photo', 'satellite']))
);
comment on table buildings."restoration" is '复垦复绿';
create unique index restoration_number_key on buildings."restoration" (district, number);
create unique index restoration_client_key on buildings."restoration" (district, client_key);
create index restoration_created on buildings."restoration" (district, created_at desc, id desc);
create index restoration_by_due on buildings."restoration" (district, due_at) where status <> all (array['closed']);
create index restoration_open_place on buildings."restoration" (district, status, area_code, due_at) where status <> all (array['closed']);
create index restoration_open_geom on buildings."restoration" using gist (geom, created_at) where closed_at is null;
create index restoration_closed_geom on buildings."restoration" using gist (geom, created_at) where closed_at is not null;
create index restoration_parent on buildings."restoration" (district, parent_id) where parent_id is not null;
