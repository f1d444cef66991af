create schema if not exists staff;

create table staff."squad" (
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
  unit uuid not null,
  chief uuid not null,
  stars integer not null,
  stars_until date,
  primary key (district, id)
);
comment on table staff."squad" is '创建中队';
create unique index squad_name_key on staff."squad" (district, name) where retired_at is null;
create unique index squad_unit_key on staff."squad" (district, unit) where retired_at is null;
create index squad_area on staff."squad" (district, area_code);

create table staff."star_standard" (
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
  points numeric not null,
  primary key (district, id)
);
comment on table staff."star_standard" is '星级中队标准';
create unique index star_standard_code_key on staff."star_standard" (district, code) where retired_at is null;
create index star_standard_area on staff."star_standard" (district, area_code);

create table staff."appointment" (
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
  person uuid not null,
  kind text not null,
  post text not null,
  paper text not null,
  taken_on date not null,
  primary key (district, id),
  constraint appointment_kind_choice check (kind = any (array['leader', 'rank']))
);
comment on table staff."appointment" is 'append-only: 任职结果';
create index appointment_at on staff."appointment" (district, at desc);

create table staff."star_application" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  wanted integer not null,
  squad_name text not null,
  items jsonb not null,
  lines jsonb not null,
  score numeric,
  recheck_lines jsonb not null,
  recheck_score numeric,
  stars integer,
  granted_on date,
  until date,
  lost_on date,
  reviews integer not null,
  primary key (district, id)
);
comment on table staff."star_application" is '星级中队评定';
create unique index star_application_number_key on staff."star_application" (district, number);
create unique index star_application_client_key on staff."star_application" (district, client_key);
create index star_application_created on staff."star_application" (district, created_at desc, id desc);
create index star_application_by_due on staff."star_application" (district, due_at) where status <> all (array['refused', 'lost', 'renewed']);
create index star_application_open_place on staff."star_application" (district, status, area_code, due_at) where status <> all (array['refused', 'lost', 'renewed']);
create index star_application_open_geom on staff."star_application" using gist (geom, created_at) where closed_at is null;
create index star_application_closed_geom on staff."star_application" using gist (geom, created_at) where closed_at is not null;
create index star_application_parent on staff."star_application" (district, parent_id) where parent_id is not null;

create table staff."conduct_visit" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  level text not null,
  mode text not null,
  squad uuid not null,
  visited_on date not null,
  place text not null,
  lines jsonb not null,
  photos uuid[] not null,
  officers integer not null,
  found integer not null,
  score numeric not null,
  repeats integer not null,
  answer text,
  closed_on date,
  primary key (district, id),
  constraint conduct_visit_level_choice check (level = any (array['city', 'district', 'squad'])),
  constraint conduct_visit_mode_choice check (mode = any (array['open', 'secret']))
);
comment on table staff."conduct_visit" is '规范执法督察';
create unique index conduct_visit_number_key on staff."conduct_visit" (district, number);
create unique index conduct_visit_client_key on staff."conduct_visit" (district, client_key);
create index conduct_visit_created on staff."conduct_visit" (district, created_at desc, id desc);
create index conduct_visit_by_due on staff."conduct_visit" (district, due_at) where status <> all (array['closed']);
create index conduct_visit_open_place on staff."conduct_visit" (district, status, area_code, due_at) where status <> all (array['closed']);
create index conduct_visit_open_geom on staff."conduct_visit" using gist (geom, created_at) where closed_at is null;
create index conduct_visit_closed_geom on staff."conduct_visit" using gist (geom, created_at) where closed_at is not null;
create index conduct_visit_parent on staff."conduct_visit" (district, parent_id) where parent_id is not null;

create table staff."retraining" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  person uuid not null,
  item text not null,
  why text not null,
  due_on date not null,
  hours numeric,
  exam integer,
  tries integer not null,
  is_late text not null,
  passed_on date,
  primary key (district, id),
  constraint retraining_item_choice check (item = any (array['uniform', 'recorder', 'language', 'documents'])),
  constraint retraining_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table staff."retraining" is '再犯培训';
create unique index retraining_number_key on staff."retraining" (district, number);
create unique index retraining_client_key on staff."retraining" (district, client_key);
create index retraining_created on staff."retraining" (district, created_at desc, id desc);
create index retraining_by_due on staff."retraining" (district, due_at) where status <> all (array['passed']);
create index retraining_open_place on staff."retraining" (district, status, area_code, due_at) where status <> all (array['passed']);
create index retraining_open_geom on staff."retraining" using gist (geom, created_at) where closed_at is null;
create index retraining_closed_geom on staff."retraining" using gist (geom, created_at) where closed_at is not null;
create index retraining_parent on staff."retraining" (district, parent_id) where parent_id is not null;

create table staff."campaign" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  items jsonb not null,
  inspections integer not null,
  problems integer not null,
  examples jsonb not null,
  example_count integer not null,
  summary text,
  primary key (district, id)
);
comment on table staff."campaign" is '“强转树”提升行动';
create unique index campaign_number_key on staff."campaign" (district, number);
create unique index campaign_client_key on staff."campaign" (district, client_key);
create index campaign_created on staff."campaign" (district, created_at desc, id desc);
create index campaign_by_due on staff."campaign" (district, due_at) where status <> all (array['ended']);
create index campaign_open_place on staff."campaign" (district, status, area_code, due_at) where status <> all (array['ended']);
create index campaign_open_geom on staff."campaign" using gist (geom, created_at) where closed_at is null;
create index campaign_closed_geom on staff."campaign" using gist (geom, created_at) where closed_at is not null;
create index campaign_parent on staff."campaign" (district, parent_id) where parent_id is not null;
create unique index campaign_name_key on staff."campaign" (district, name);

create table staff."campaign_task" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  name text not null,
  unit uuid not null,
  due_on date not null,
  campaign uuid not null,
  kind text not null,
  is_late text not null,
  result text,
  returns integer not null,
  done_on date,
  primary key (district, id),
  constraint campaign_task_group_choice check (group_ = any (array['base', 'style', 'image'])),
  constraint campaign_task_kind_choice check (kind = any (array['task', 'problem'])),
  constraint campaign_task_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table staff."campaign_task" is '“强转树”任务与问题';
create unique index campaign_task_number_key on staff."campaign_task" (district, number);
create unique index campaign_task_client_key on staff."campaign_task" (district, client_key);
create index campaign_task_created on staff."campaign_task" (district, created_at desc, id desc);
create index campaign_task_by_due on staff."campaign_task" (district, due_at) where status <> all (array['done']);
create index campaign_task_open_place on staff."campaign_task" (district, status, area_code, due_at) where status <> all (array['done']);
create index campaign_task_open_geom on staff."campaign_task" using gist (geom, created_at) where closed_at is null;
create index campaign_task_closed_geom on staff."campaign_task" using gist (geom, created_at) where closed_at is not null;
create index campaign_task_parent on staff."campaign_task" (district, parent_id) where parent_id is not null;

create table staff."pairing" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  mentor uuid not null,
  apprentice uuid not null,
  plan text not null,
  from_on date not null,
  to_on date not null,
  tasks jsonb not null,
  logs jsonb not null,
  missing text,
  missed integer not null,
  by_mentor integer,
  by_apprentice integer,
  ended_on date,
  primary key (district, id),
  constraint pairing_kind_choice check (kind = any (array['mentor', 'shadow']))
);
comment on table staff."pairing" is '导师带徒、跟班学习';
create unique index pairing_number_key on staff."pairing" (district, number);
create unique index pairing_client_key on staff."pairing" (district, client_key);
create index pairing_created on staff."pairing" (district, created_at desc, id desc);
create index pairing_by_due on staff."pairing" (district, due_at) where status <> all (array['ended']);
create index pairing_open_place on staff."pairing" (district, status, area_code, due_at) where status <> all (array['ended']);
create index pairing_open_geom on staff."pairing" using gist (geom, created_at) where closed_at is null;
create index pairing_closed_geom on staff."pairing" using gist (geom, created_at) where closed_at is not null;
create index pairing_parent on staff."pairing" (district, parent_id) where parent_id is not null;

create table staff."studio" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  leader uuid not null,
  direction text not null,
  goals jsonb not null,
  outcomes jsonb not null,
  outcome_count integer not null,
  score numeric,
  scored_on date,
  failures integer not null,
  primary key (district, id)
);
comment on table staff."studio" is '人才工作室';
create unique index studio_number_key on staff."studio" (district, number);
create unique index studio_client_key on staff."studio" (district, client_key);
create index studio_created on staff."studio" (district, created_at desc, id desc);
create index studio_by_due on staff."studio" (district, due_at) where status <> all (array['closed']);
create index studio_open_place on staff."studio" (district, status, area_code, due_at) where status <> all (array['closed']);
create index studio_open_geom on staff."studio" using gist (geom, created_at) where closed_at is null;
create index studio_closed_geom on staff."studio" using gist (geom, created_at) where closed_at is not null;
create index studio_parent on staff."studio" (district, parent_id) where parent_id is not null;
create unique index studio_name_key on staff."studio" (district, name);

create table staff."quarter" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  summary text not null,
  person uuid not null,
  grade text,
  comment text,
  graded_on date,
  primary key (district, id),
  constraint quarter_grade_choice check (grade = any (array['good', 'fair', 'plain', 'poor']))
);
comment on table staff."quarter" is '平时考核(季度)';
create unique index quarter_number_key on staff."quarter" (district, number);
create unique index quarter_client_key on staff."quarter" (district, client_key);
create index quarter_created on staff."quarter" (district, created_at desc, id desc);
create index quarter_by_due on staff."quarter" (district, due_at) where status <> all (array['graded']);
create index quarter_open_place on staff."quarter" (district, status, area_code, due_at) where status <> all (array['graded']);
create index quarter_open_geom on staff."quarter" using gist (geom, created_at) where closed_at is null;
create index quarter_closed_geom on staff."quarter" using gist (geom, created_at) where closed_at is not null;
create index quarter_parent on staff."quarter" (district, parent_id) where parent_id is not null;
create unique index quarter_person_year_quarter_key on staff."quarter" (district, person, year, quarter);

create table staff."appraisal" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  scheme text not null,
  unit uuid not null,
  year integer not null,
  people jsonb not null,
  heads integer not null,
  quota integer not null,
  lines jsonb not null,
  excellent integer,
  graded_on date,
  reason text,
  primary key (district, id),
  constraint appraisal_scheme_choice check (scheme = any (array['civil', 'institution']))
);
comment on table staff."appraisal" is '年度考核';
create unique index appraisal_number_key on staff."appraisal" (district, number);
create unique index appraisal_client_key on staff."appraisal" (district, client_key);
create index appraisal_created on staff."appraisal" (district, created_at desc, id desc);
create index appraisal_by_due on staff."appraisal" (district, due_at) where status <> all (array['final']);
create index appraisal_open_place on staff."appraisal" (district, status, area_code, due_at) where status <> all (array['final']);
create index appraisal_open_geom on staff."appraisal" using gist (geom, created_at) where closed_at is null;
create index appraisal_closed_geom on staff."appraisal" using gist (geom, created_at) where closed_at is not null;
create index appraisal_parent on staff."appraisal" (district, parent_id) where parent_id is not null;
create unique index appraisal_unit_year_scheme_key on staff."appraisal" (district, unit, year, scheme);

create table staff."selection" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  post text not null,
  candidate uuid,
  motion text not null,
  recommended integer,
  voters integer,
  inspection text,
  integrity text,
  members integer,
  yes integer,
  public_until date,
  objection text,
  paper text,
  volumes text not null,
  ended_on date,
  primary key (district, id),
  constraint selection_kind_choice check (kind = any (array['leader', 'rank'])),
  constraint selection_integrity_choice check (integrity = any (array['clear', 'stop']))
);
comment on table staff."selection" is '干部选拔与职级晋升(保密)';
create unique index selection_number_key on staff."selection" (district, number);
create unique index selection_client_key on staff."selection" (district, client_key);
create index selection_created on staff."selection" (district, created_at desc, id desc);
create index selection_by_due on staff."selection" (district, due_at) where status <> all (array['appointed', 'stopped']);
create index selection_open_place on staff."selection" (district, status, area_code, due_at) where status <> all (array['appointed', 'stopped']);
create index selection_open_geom on staff."selection" using gist (geom, created_at) where closed_at is null;
create index selection_closed_geom on staff."selection" using gist (geom, created_at) where closed_at is not null;
create index selection_parent on staff."selection" (district, parent_id) where parent_id is not null;
