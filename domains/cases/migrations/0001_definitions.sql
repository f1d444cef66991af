create schema if not exists cases;

create table cases."condition" (
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
  primary key (district, id),
  constraint condition_kind_choice check (kind = any (array['component', 'matter'])),
  constraint condition_level_choice check (level = any (array['A', 'B']))
);
comment on table cases."condition" is '立案条件';
create unique index condition_kind_category_condition_level_key on cases."condition" (district, kind, category, condition, level) where retired_at is null;
create index condition_area on cases."condition" (district, area_code);

create table cases."duty" (
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
  primary key (district, id),
  constraint duty_kind_choice check (kind = any (array['component', 'matter'])),
  constraint duty_role_choice check (role = any (array['lead', 'assist'])),
  constraint duty_dates check (valid_to is null or valid_to > valid_from)
);
comment on table cases."duty" is '职责清单';
create index duty_area on cases."duty" (district, area_code);

create table cases."category_group" (
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
  primary key (district, id),
  constraint category_group_kind_choice check (kind = any (array['component', 'matter']))
);
comment on table cases."category_group" is '类别组合';
create unique index category_group_name_kind_category_key on cases."category_group" (district, name, kind, category) where retired_at is null;
create index category_group_area on cases."category_group" (district, area_code);

create table cases."micro_team" (
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
  primary key (district, id)
);
comment on table cases."micro_team" is '微修队伍';
create unique index micro_team_street_key on cases."micro_team" (district, street) where retired_at is null;
create index micro_team_area on cases."micro_team" (district, area_code);

create table cases."blind_corner" (
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
  primary key (district, id),
  constraint blind_corner_kind_choice check (kind = any (array['fringe', 'house', 'field', 'green', 'wall', 'water']))
);
comment on table cases."blind_corner" is '卫生死角清单';
create unique index blind_corner_name_kind_key on cases."blind_corner" (district, name, kind) where retired_at is null;
create index blind_corner_geom on cases."blind_corner" using gist (geom);
create index blind_corner_area on cases."blind_corner" (district, area_code);

create table cases."corner_visit" (
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
  primary key (district, id),
  constraint corner_visit_kind_choice check (kind = any (array['clean', 'recheck']))
);
comment on table cases."corner_visit" is 'append-only: 死角清理与复查';
create index corner_visit_at on cases."corner_visit" (district, at desc);

create table cases."case" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint case_source_choice check (source = any (array['12319', '12345', 'collector', 'officer', 'hotline', 'snap', 'minqingtong', 'petition', 'minhu', 'massReport', 'rewarded', 'instruction', 'superior', 'inspection', 'survey', 'satellite', 'video', 'drone', 'vehicle', 'iot', 'volunteer', 'whistle', 'eco', 'superiorCheck', 'opinion', 'grassroots'])),
  constraint case_category_kind_choice check (category_kind = any (array['component', 'matter'])),
  constraint case_urgency_choice check (urgency = any (array['normal', 'urgent'])),
  constraint case_level_choice check (level = any (array['merchant', 'street', 'district', 'city'])),
  constraint case_pending_choice check (pending = any (array['none', 'extension', 'shelving'])),
  constraint case_satisfaction_choice check (satisfaction = any (array['satisfied', 'basic', 'dissatisfied', 'unreached']))
);
comment on table cases."case" is '案件';
create unique index case_number_key on cases."case" (district, number);
create unique index case_client_key on cases."case" (district, client_key);
create index case_created on cases."case" (district, created_at desc, id desc);
create index case_open_due on cases."case" (district, status, due_at) where status <> all (array['closed', 'force_closed', 'evaluated', 'not_accepted', 'cancelled', 'merged']);
create index case_geom on cases."case" using gist (geom);
create index case_parent on cases."case" (district, parent_id) where parent_id is not null;

create table cases."letter" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint letter_kind_choice check (kind = any (array['assign', 'supervise', 'talk'])),
  constraint letter_level_choice check (level = any (array['duty', 'bureau', 'district']))
);
comment on table cases."letter" is '交办督办函';
create unique index letter_number_key on cases."letter" (district, number);
create unique index letter_client_key on cases."letter" (district, client_key);
create index letter_created on cases."letter" (district, created_at desc, id desc);
create index letter_open_due on cases."letter" (district, status, due_at) where status <> all (array['done', 'withdrawn']);
create index letter_geom on cases."letter" using gist (geom);
create index letter_parent on cases."letter" (district, parent_id) where parent_id is not null;

create table cases."appeal" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table cases."appeal" is '超时申诉';
create unique index appeal_number_key on cases."appeal" (district, number);
create unique index appeal_client_key on cases."appeal" (district, client_key);
create index appeal_created on cases."appeal" (district, created_at desc, id desc);
create index appeal_open_due on cases."appeal" (district, status, due_at) where status <> all (array['granted', 'refused']);
create index appeal_geom on cases."appeal" using gist (geom);
create index appeal_parent on cases."appeal" (district, parent_id) where parent_id is not null;

create table cases."list" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table cases."list" is '问题清单';
create unique index list_number_key on cases."list" (district, number);
create unique index list_client_key on cases."list" (district, client_key);
create index list_created on cases."list" (district, created_at desc, id desc);
create index list_open_due on cases."list" (district, status, due_at) where status <> all (array['closed']);
create index list_geom on cases."list" using gist (geom);
create index list_parent on cases."list" (district, parent_id) where parent_id is not null;

create table cases."item" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table cases."item" is '清单条目';
create unique index item_number_key on cases."item" (district, number);
create unique index item_client_key on cases."item" (district, client_key);
create index item_created on cases."item" (district, created_at desc, id desc);
create index item_open_due on cases."item" (district, status, due_at) where status <> all (array['cleared', 'dropped']);
create index item_geom on cases."item" using gist (geom);
create index item_parent on cases."item" (district, parent_id) where parent_id is not null;

create table cases."meeting" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table cases."meeting" is '分析研判会';
create unique index meeting_number_key on cases."meeting" (district, number);
create unique index meeting_client_key on cases."meeting" (district, client_key);
create index meeting_created on cases."meeting" (district, created_at desc, id desc);
create index meeting_open_due on cases."meeting" (district, status, due_at) where status <> all (array['ended']);
create index meeting_geom on cases."meeting" using gist (geom);
create index meeting_parent on cases."meeting" (district, parent_id) where parent_id is not null;

create table cases."industry" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint industry_measure_choice check (measure = any (array['talk', 'credit', 'permit', 'special'])),
  constraint industry_effect_choice check (effect = any (array['better', 'same', 'worse']))
);
comment on table cases."industry" is '行业联动';
create unique index industry_number_key on cases."industry" (district, number);
create unique index industry_client_key on cases."industry" (district, client_key);
create index industry_created on cases."industry" (district, created_at desc, id desc);
create index industry_open_due on cases."industry" (district, status, due_at) where status <> all (array['closed']);
create index industry_geom on cases."industry" using gist (geom);
create index industry_parent on cases."industry" (district, parent_id) where parent_id is not null;

create table cases."micro_repair" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table cases."micro_repair" is '微修';
create unique index micro_repair_number_key on cases."micro_repair" (district, number);
create unique index micro_repair_client_key on cases."micro_repair" (district, client_key);
create index micro_repair_created on cases."micro_repair" (district, created_at desc, id desc);
create index micro_repair_open_due on cases."micro_repair" (district, status, due_at) where status <> all (array['accepted']);
create index micro_repair_geom on cases."micro_repair" using gist (geom);
create index micro_repair_parent on cases."micro_repair" (district, parent_id) where parent_id is not null;

create table cases."micro_renewal" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint micro_renewal_kind_choice check (kind = any (array['facility', 'place', 'landscape']))
);
comment on table cases."micro_renewal" is '微更新项目';
create unique index micro_renewal_number_key on cases."micro_renewal" (district, number);
create unique index micro_renewal_client_key on cases."micro_renewal" (district, client_key);
create index micro_renewal_created on cases."micro_renewal" (district, created_at desc, id desc);
create index micro_renewal_open_due on cases."micro_renewal" (district, status, due_at) where status <> all (array['accepted', 'dropped']);
create index micro_renewal_geom on cases."micro_renewal" using gist (geom);
create index micro_renewal_parent on cases."micro_renewal" (district, parent_id) where parent_id is not null;
