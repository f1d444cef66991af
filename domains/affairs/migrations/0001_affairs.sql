create schema if not exists affairs;

create table affairs."expert" (
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
  field text not null,
  home text not null,
  primary key (district, id),
  constraint expert_home_choice check (home = any (array['inside', 'outside']))
);
comment on table affairs."expert" is '评审专家';
create unique index expert_name_org_key on affairs."expert" (district, name, org) where retired_at is null;
create index expert_area on affairs."expert" (district, area_code);

create table affairs."template" (
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
  primary key (district, id),
  constraint template_kind_choice check (kind = any (array['task', 'notice', 'letter']))
);
comment on table affairs."template" is '公文模板';
create unique index template_name_key on affairs."template" (district, name) where retired_at is null;
create index template_area on affairs."template" (district, area_code);

create table affairs."matter" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  source text not null,
  unit uuid not null,
  due_on date not null,
  source_type text,
  source_id text,
  issue uuid,
  issued_on date not null,
  year integer not null,
  percent numeric not null,
  light text,
  months jsonb not null,
  urges integer not null,
  is_late text not null,
  result text,
  rating text,
  verdict text,
  closed_on date,
  primary key (district, id),
  constraint matter_kind_choice check (kind = any (array['supervise', 'committee', 'bureau', 'charge', 'onsite'])),
  constraint matter_light_choice check (light = any (array['green', 'yellow', 'red'])),
  constraint matter_is_late_choice check (is_late = any (array['yes', 'no'])),
  constraint matter_rating_choice check (rating = any (array['excellent', 'good', 'fair', 'poor']))
);
comment on table affairs."matter" is '督办事项';
create unique index matter_number_key on affairs."matter" (district, number);
create unique index matter_client_key on affairs."matter" (district, client_key);
create index matter_created on affairs."matter" (district, created_at desc, id desc);
create index matter_by_due on affairs."matter" (district, due_at) where status <> all (array['closed', 'cancelled']);
create index matter_open_place on affairs."matter" (district, status, area_code, due_at) where status <> all (array['closed', 'cancelled']);
create index matter_open_geom on affairs."matter" using gist (geom, created_at) where closed_at is null;
create index matter_closed_geom on affairs."matter" using gist (geom, created_at) where closed_at is not null;
create index matter_parent on affairs."matter" (district, parent_id) where parent_id is not null;

create table affairs."step" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  matter uuid not null,
  parent uuid,
  name text not null,
  person uuid not null,
  due_on date not null,
  percent numeric not null,
  said text,
  done_on date,
  primary key (district, id)
);
comment on table affairs."step" is '分解任务';
create unique index step_number_key on affairs."step" (district, number);
create unique index step_client_key on affairs."step" (district, client_key);
create index step_created on affairs."step" (district, created_at desc, id desc);
create index step_by_due on affairs."step" (district, due_at) where status <> all (array['done', 'dropped']);
create index step_open_place on affairs."step" (district, status, area_code, due_at) where status <> all (array['done', 'dropped']);
create index step_open_geom on affairs."step" using gist (geom, created_at) where closed_at is null;
create index step_closed_geom on affairs."step" using gist (geom, created_at) where closed_at is not null;
create index step_parent on affairs."step" (district, parent_id) where parent_id is not null;

create table affairs."charge" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  holder uuid not null,
  rank text not null,
  from_on date not null,
  holder_name text not null,
  week integer not null,
  week_from date not null,
  checks jsonb not null,
  missed jsonb not null,
  hands jsonb not null,
  check_count integer not null,
  missed_count integer not null,
  problems integer not null,
  result text,
  primary key (district, id),
  constraint charge_kind_choice check (kind = any (array['road', 'community'])),
  constraint charge_rank_choice check (rank = any (array['leader', 'unit']))
);
comment on table affairs."charge" is '包保责任';
create unique index charge_number_key on affairs."charge" (district, number);
create unique index charge_client_key on affairs."charge" (district, client_key);
create index charge_created on affairs."charge" (district, created_at desc, id desc);
create index charge_by_due on affairs."charge" (district, due_at) where status <> all (array['ended']);
create index charge_open_place on affairs."charge" (district, status, area_code, due_at) where status <> all (array['ended']);
create index charge_open_geom on affairs."charge" using gist (geom, created_at) where closed_at is null;
create index charge_closed_geom on affairs."charge" using gist (geom, created_at) where closed_at is not null;
create index charge_parent on affairs."charge" (district, parent_id) where parent_id is not null;
create unique index charge_kind_name_from_on_key on affairs."charge" (district, kind, name, from_on);

create table affairs."topic" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  author uuid not null,
  methods text[] not null,
  from_on date not null,
  due_on date not null,
  visits jsonb not null,
  findings text,
  report uuid[],
  submitted_on date,
  review text,
  decision text,
  file uuid,
  matter uuid,
  closed_on date,
  primary key (district, id),
  constraint topic_kind_choice check (kind = any (array['research', 'inquiry']))
);
comment on table affairs."topic" is '课题与调研';
create unique index topic_number_key on affairs."topic" (district, number);
create unique index topic_client_key on affairs."topic" (district, client_key);
create index topic_created on affairs."topic" (district, created_at desc, id desc);
create index topic_by_due on affairs."topic" (district, due_at) where status <> all (array['used', 'shelved']);
create index topic_open_place on affairs."topic" (district, status, area_code, due_at) where status <> all (array['used', 'shelved']);
create index topic_open_geom on affairs."topic" using gist (geom, created_at) where closed_at is null;
create index topic_closed_geom on affairs."topic" using gist (geom, created_at) where closed_at is not null;
create index topic_parent on affairs."topic" (district, parent_id) where parent_id is not null;
create unique index topic_name_from_on_key on affairs."topic" (district, name, from_on);

create table affairs."onsite" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  place text not null,
  meet_on date not null,
  points jsonb not null,
  visited jsonb not null,
  attendees integer,
  tasks integer not null,
  adopted integer not null,
  summary text,
  primary key (district, id)
);
comment on table affairs."onsite" is '工作现场会';
create unique index onsite_number_key on affairs."onsite" (district, number);
create unique index onsite_client_key on affairs."onsite" (district, client_key);
create index onsite_created on affairs."onsite" (district, created_at desc, id desc);
create index onsite_by_due on affairs."onsite" (district, due_at) where status <> all (array['closed']);
create index onsite_open_place on affairs."onsite" (district, status, area_code, due_at) where status <> all (array['closed']);
create index onsite_open_geom on affairs."onsite" using gist (geom, created_at) where closed_at is null;
create index onsite_closed_geom on affairs."onsite" using gist (geom, created_at) where closed_at is not null;
create index onsite_parent on affairs."onsite" (district, parent_id) where parent_id is not null;

create table affairs."practice" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  unit uuid not null,
  problem text not null,
  steps jsonb not null,
  effect text not null,
  adoptions integer not null,
  proved integer not null,
  primary key (district, id)
);
comment on table affairs."practice" is '经验做法';
create unique index practice_number_key on affairs."practice" (district, number);
create unique index practice_client_key on affairs."practice" (district, client_key);
create index practice_created on affairs."practice" (district, created_at desc, id desc);
create index practice_by_due on affairs."practice" (district, due_at) where status <> all (array['declined', 'ended']);
create index practice_open_place on affairs."practice" (district, status, area_code, due_at) where status <> all (array['declined', 'ended']);
create index practice_open_geom on affairs."practice" using gist (geom, created_at) where closed_at is null;
create index practice_closed_geom on affairs."practice" using gist (geom, created_at) where closed_at is not null;
create index practice_parent on affairs."practice" (district, parent_id) where parent_id is not null;
create unique index practice_name_key on affairs."practice" (district, name);

create table affairs."adoption" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  practice uuid not null,
  place text not null,
  unit uuid not null,
  adopted_on date not null,
  check_on date not null,
  practice_name text not null,
  result text,
  primary key (district, id)
);
comment on table affairs."adoption" is '经验采用';
create unique index adoption_number_key on affairs."adoption" (district, number);
create unique index adoption_client_key on affairs."adoption" (district, client_key);
create index adoption_created on affairs."adoption" (district, created_at desc, id desc);
create index adoption_by_due on affairs."adoption" (district, due_at) where status <> all (array['proved', 'failed']);
create index adoption_open_place on affairs."adoption" (district, status, area_code, due_at) where status <> all (array['proved', 'failed']);
create index adoption_open_geom on affairs."adoption" using gist (geom, created_at) where closed_at is null;
create index adoption_closed_geom on affairs."adoption" using gist (geom, created_at) where closed_at is not null;
create index adoption_parent on affairs."adoption" (district, parent_id) where parent_id is not null;
create unique index adoption_practice_place_key on affairs."adoption" (district, practice, place);

create table affairs."proposal" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  role text not null,
  code text not null,
  name text not null,
  proposer text not null,
  handed_on date not null,
  unit uuid not null,
  lead_unit text,
  year integer not null,
  due_on date not null,
  round integer not null,
  meetings jsonb not null,
  answers jsonb not null,
  meet_count integer not null,
  answered_on date,
  is_late text,
  is_extended text not null,
  satisfaction text,
  closed_on date,
  primary key (district, id),
  constraint proposal_kind_choice check (kind = any (array['congress', 'cppcc'])),
  constraint proposal_role_choice check (role = any (array['lead', 'joint'])),
  constraint proposal_is_late_choice check (is_late = any (array['yes', 'no'])),
  constraint proposal_is_extended_choice check (is_extended = any (array['yes', 'no'])),
  constraint proposal_satisfaction_choice check (satisfaction = any (array['good', 'basic', 'bad']))
);
comment on table affairs."proposal" is '建议提案';
create unique index proposal_number_key on affairs."proposal" (district, number);
create unique index proposal_client_key on affairs."proposal" (district, client_key);
create index proposal_created on affairs."proposal" (district, created_at desc, id desc);
create index proposal_by_due on affairs."proposal" (district, due_at) where status <> all (array['closed']);
create index proposal_open_place on affairs."proposal" (district, status, area_code, due_at) where status <> all (array['closed']);
create index proposal_open_geom on affairs."proposal" using gist (geom, created_at) where closed_at is null;
create index proposal_closed_geom on affairs."proposal" using gist (geom, created_at) where closed_at is not null;
create index proposal_parent on affairs."proposal" (district, parent_id) where parent_id is not null;
create unique index proposal_kind_code_key on affairs."proposal" (district, kind, code);

create table affairs."dispute" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  kind text not null,
  name text not null,
  persons text not null,
  phone text,
  people integer not null,
  risk text not null,
  street text not null,
  unit uuid not null,
  steps jsonb not null,
  agreement text,
  settled_on date,
  due_on date not null,
  is_late text,
  satisfaction text,
  raises integer not null,
  primary key (district, id),
  constraint dispute_source_choice check (source = any (array['found', 'visit', 'assigned', 'police'])),
  constraint dispute_kind_choice check (kind = any (array['stall', 'building', 'wage', 'noise', 'neighbour', 'other'])),
  constraint dispute_risk_choice check (risk = any (array['low', 'middle', 'high'])),
  constraint dispute_is_late_choice check (is_late = any (array['yes', 'no'])),
  constraint dispute_satisfaction_choice check (satisfaction = any (array['good', 'basic', 'bad']))
);
comment on table affairs."dispute" is '矛盾纠纷';
create unique index dispute_number_key on affairs."dispute" (district, number);
create unique index dispute_client_key on affairs."dispute" (district, client_key);
create index dispute_created on affairs."dispute" (district, created_at desc, id desc);
create index dispute_by_due on affairs."dispute" (district, due_at) where status <> all (array['closed']);
create index dispute_open_place on affairs."dispute" (district, status, area_code, due_at) where status <> all (array['closed']);
create index dispute_open_geom on affairs."dispute" using gist (geom, created_at) where closed_at is null;
create index dispute_closed_geom on affairs."dispute" using gist (geom, created_at) where closed_at is not null;
create index dispute_parent on affairs."dispute" (district, parent_id) where parent_id is not null;

create table affairs."shortcoming" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  what text not null,
  cause text not null,
  unit uuid not null,
  tasks integer not null,
  closed_on date,
  primary key (district, id)
);
comment on table affairs."shortcoming" is '存在问题与不足';
create unique index shortcoming_number_key on affairs."shortcoming" (district, number);
create unique index shortcoming_client_key on affairs."shortcoming" (district, client_key);
create index shortcoming_created on affairs."shortcoming" (district, created_at desc, id desc);
create index shortcoming_by_due on affairs."shortcoming" (district, due_at) where status <> all (array['fixed']);
create index shortcoming_open_place on affairs."shortcoming" (district, status, area_code, due_at) where status <> all (array['fixed']);
create index shortcoming_open_geom on affairs."shortcoming" using gist (geom, created_at) where closed_at is null;
create index shortcoming_closed_geom on affairs."shortcoming" using gist (geom, created_at) where closed_at is not null;
create index shortcoming_parent on affairs."shortcoming" (district, parent_id) where parent_id is not null;
create unique index shortcoming_year_what_key on affairs."shortcoming" (district, year, what);

create table affairs."plan" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  aims jsonb not null,
  name text not null,
  committee integer,
  bureau integer,
  answered integer,
  issued_on date,
  primary key (district, id)
);
comment on table affairs."plan" is '年度工作计划';
create unique index plan_number_key on affairs."plan" (district, number);
create unique index plan_client_key on affairs."plan" (district, client_key);
create index plan_created on affairs."plan" (district, created_at desc, id desc);
create index plan_by_due on affairs."plan" (district, due_at) where status <> all (array['issued']);
create index plan_open_place on affairs."plan" (district, status, area_code, due_at) where status <> all (array['issued']);
create index plan_open_geom on affairs."plan" using gist (geom, created_at) where closed_at is null;
create index plan_closed_geom on affairs."plan" using gist (geom, created_at) where closed_at is not null;
create index plan_parent on affairs."plan" (district, parent_id) where parent_id is not null;
create unique index plan_year_key on affairs."plan" (district, year);

create table affairs."request" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  name text not null,
  to_ text not null,
  problem text not null,
  reason text not null,
  proposal text not null,
  sent_on date,
  paper text,
  replied_on date,
  verdict text,
  reply text,
  follow text,
  primary key (district, id),
  constraint request_verdict_choice check (verdict = any (array['agreed', 'partly', 'refused']))
);
comment on table affairs."request" is '意见建议(请上级支持)';
create unique index request_number_key on affairs."request" (district, number);
create unique index request_client_key on affairs."request" (district, client_key);
create index request_created on affairs."request" (district, created_at desc, id desc);
create index request_by_due on affairs."request" (district, due_at) where status <> all (array['closed', 'refused', 'withdrawn']);
create index request_open_place on affairs."request" (district, status, area_code, due_at) where status <> all (array['closed', 'refused', 'withdrawn']);
create index request_open_geom on affairs."request" using gist (geom, created_at) where closed_at is null;
create index request_closed_geom on affairs."request" using gist (geom, created_at) where closed_at is not null;
create index request_parent on affairs."request" (district, parent_id) where parent_id is not null;

create table affairs."project" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  unit uuid not null,
  weight text not null,
  subs jsonb not null,
  sub_count integer not null,
  done integer not null,
  percent numeric not null,
  by_count numeric not null,
  wan numeric not null,
  overdue jsonb not null,
  started_on date not null,
  accepted_on date,
  primary key (district, id),
  constraint project_kind_choice check (kind = any (array['key', 'people', 'renewal', 'bond'])),
  constraint project_weight_choice check (weight = any (array['length', 'money', 'time', 'count']))
);
comment on table affairs."project" is '重点项目';
create unique index project_number_key on affairs."project" (district, number);
create unique index project_client_key on affairs."project" (district, client_key);
create index project_created on affairs."project" (district, created_at desc, id desc);
create index project_by_due on affairs."project" (district, due_at) where status <> all (array['accepted', 'stopped']);
create index project_open_place on affairs."project" (district, status, area_code, due_at) where status <> all (array['accepted', 'stopped']);
create index project_open_geom on affairs."project" using gist (geom, created_at) where closed_at is null;
create index project_closed_geom on affairs."project" using gist (geom, created_at) where closed_at is not null;
create index project_parent on affairs."project" (district, parent_id) where parent_id is not null;
create unique index project_name_key on affairs."project" (district, name);

create table affairs."budget" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  function text not null,
  unit uuid not null,
  wan numeric not null,
  base text not null,
  area numeric,
  name text not null,
  count numeric not null,
  unit_cost numeric,
  cost_growth numeric,
  base_growth numeric,
  is_warned text not null,
  gap_wan numeric not null,
  spends jsonb not null,
  spent_wan numeric not null,
  percent numeric not null,
  added jsonb not null,
  primary key (district, id),
  constraint budget_function_choice check (function = any (array['sweeping', 'lighting', 'greening', 'municipal', 'grid'])),
  constraint budget_base_choice check (base = any (array['lamps', 'components', 'area'])),
  constraint budget_is_warned_choice check (is_warned = any (array['yes', 'no']))
);
comment on table affairs."budget" is '职能经费预算';
create unique index budget_number_key on affairs."budget" (district, number);
create unique index budget_client_key on affairs."budget" (district, client_key);
create index budget_created on affairs."budget" (district, created_at desc, id desc);
create index budget_by_due on affairs."budget" (district, due_at) where status <> all (array['closed', 'refused']);
create index budget_open_place on affairs."budget" (district, status, area_code, due_at) where status <> all (array['closed', 'refused']);
create index budget_open_geom on affairs."budget" using gist (geom, created_at) where closed_at is null;
create index budget_closed_geom on affairs."budget" using gist (geom, created_at) where closed_at is not null;
create index budget_parent on affairs."budget" (district, parent_id) where parent_id is not null;
create unique index budget_year_function_key on affairs."budget" (district, year, function);

create table affairs."fund" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  policy text not null,
  name text not null,
  grade text not null,
  project uuid,
  asked_wan numeric not null,
  deadline_on date not null,
  submitted_on date,
  approved_on date,
  paper text,
  approved_wan numeric not null,
  arrived_wan numeric not null,
  arrivals integer not null,
  percent numeric not null,
  primary key (district, id),
  constraint fund_grade_choice check (grade = any (array['nation', 'province', 'city']))
);
comment on table affairs."fund" is '争取政策资金';
create unique index fund_number_key on affairs."fund" (district, number);
create unique index fund_client_key on affairs."fund" (district, client_key);
create index fund_created on affairs."fund" (district, created_at desc, id desc);
create index fund_by_due on affairs."fund" (district, due_at) where status <> all (array['arrived', 'refused', 'missed']);
create index fund_open_place on affairs."fund" (district, status, area_code, due_at) where status <> all (array['arrived', 'refused', 'missed']);
create index fund_open_geom on affairs."fund" using gist (geom, created_at) where closed_at is null;
create index fund_closed_geom on affairs."fund" using gist (geom, created_at) where closed_at is not null;
create index fund_parent on affairs."fund" (district, parent_id) where parent_id is not null;

create table affairs."arrival" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  name text not null,
  grade text not null,
  wan numeric not null,
  arrived_on date not null,
  voucher text not null,
  primary key (district, id),
  constraint arrival_grade_choice check (grade = any (array['nation', 'province', 'city']))
);
comment on table affairs."arrival" is '到账明细';
create unique index arrival_number_key on affairs."arrival" (district, number);
create unique index arrival_client_key on affairs."arrival" (district, client_key);
create index arrival_created on affairs."arrival" (district, created_at desc, id desc);
create index arrival_by_due on affairs."arrival" (district, due_at) where status <> all (array['booked']);
create index arrival_open_place on affairs."arrival" (district, status, area_code, due_at) where status <> all (array['booked']);
create index arrival_open_geom on affairs."arrival" using gist (geom, created_at) where closed_at is null;
create index arrival_closed_geom on affairs."arrival" using gist (geom, created_at) where closed_at is not null;
create index arrival_parent on affairs."arrival" (district, parent_id) where parent_id is not null;
create unique index arrival_voucher_key on affairs."arrival" (district, voucher);

create table affairs."bond" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  project uuid not null,
  unit uuid not null,
  plan_wan numeric not null,
  issues jsonb not null,
  uses jsonb not null,
  papers jsonb not null,
  issued_wan numeric not null,
  used_wan numeric not null,
  balance_wan numeric not null,
  used_rate numeric not null,
  year_interest_wan numeric not null,
  paid_interest_wan numeric not null,
  interest_due_on date,
  is_interest_late text not null,
  rounds integer not null,
  primary key (district, id),
  constraint bond_is_interest_late_choice check (is_interest_late = any (array['yes', 'no']))
);
comment on table affairs."bond" is '专项债项目';
create unique index bond_number_key on affairs."bond" (district, number);
create unique index bond_client_key on affairs."bond" (district, client_key);
create index bond_created on affairs."bond" (district, created_at desc, id desc);
create index bond_by_due on affairs."bond" (district, due_at) where status <> all (array['repaid']);
create index bond_open_place on affairs."bond" (district, status, area_code, due_at) where status <> all (array['repaid']);
create index bond_open_geom on affairs."bond" using gist (geom, created_at) where closed_at is null;
create index bond_closed_geom on affairs."bond" using gist (geom, created_at) where closed_at is not null;
create index bond_parent on affairs."bond" (district, parent_id) where parent_id is not null;
create unique index bond_name_key on affairs."bond" (district, name);

create table affairs."ppp" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  structure text not null,
  unit uuid not null,
  partner text not null,
  partner_share numeric not null,
  invest_wan numeric not null,
  year_wan numeric not null,
  from_on date not null,
  years integer not null,
  risks jsonb not null,
  to_on date not null,
  pays jsonb not null,
  paid_wan numeric not null,
  lost_wan numeric not null,
  happened jsonb not null,
  handed jsonb not null,
  is_expiring text not null,
  primary key (district, id),
  constraint ppp_structure_choice check (structure = any (array['bot', 'tot', 'rot', 'om', 'service'])),
  constraint ppp_is_expiring_choice check (is_expiring = any (array['yes', 'no']))
);
comment on table affairs."ppp" is 'PPP与市场化项目';
create unique index ppp_number_key on affairs."ppp" (district, number);
create unique index ppp_client_key on affairs."ppp" (district, client_key);
create index ppp_created on affairs."ppp" (district, created_at desc, id desc);
create index ppp_by_due on affairs."ppp" (district, due_at) where status <> all (array['ended', 'broken']);
create index ppp_open_place on affairs."ppp" (district, status, area_code, due_at) where status <> all (array['ended', 'broken']);
create index ppp_open_geom on affairs."ppp" using gist (geom, created_at) where closed_at is null;
create index ppp_closed_geom on affairs."ppp" using gist (geom, created_at) where closed_at is not null;
create index ppp_parent on affairs."ppp" (district, parent_id) where parent_id is not null;
create unique index ppp_name_key on affairs."ppp" (district, name);

create table affairs."bid_review" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  budget uuid,
  party text not null,
  review_on date not null,
  before jsonb not null,
  experts jsonb not null,
  after jsonb not null,
  changes jsonb not null,
  before_wan numeric not null,
  after_wan numeric,
  cut_rate numeric,
  opinions integer not null,
  avoided integer not null,
  conclusion text,
  primary key (district, id)
);
comment on table affairs."bid_review" is '经费测算评审';
create unique index bid_review_number_key on affairs."bid_review" (district, number);
create unique index bid_review_client_key on affairs."bid_review" (district, client_key);
create index bid_review_created on affairs."bid_review" (district, created_at desc, id desc);
create index bid_review_by_due on affairs."bid_review" (district, due_at) where status <> all (array['done', 'void']);
create index bid_review_open_place on affairs."bid_review" (district, status, area_code, due_at) where status <> all (array['done', 'void']);
create index bid_review_open_geom on affairs."bid_review" using gist (geom, created_at) where closed_at is null;
create index bid_review_closed_geom on affairs."bid_review" using gist (geom, created_at) where closed_at is not null;
create index bid_review_parent on affairs."bid_review" (district, parent_id) where parent_id is not null;

create table affairs."document" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  template uuid not null,
  title text not null,
  matter text not null,
  reply_on date,
  paper_number text not null,
  body text not null,
  receivers jsonb not null,
  sent integer not null,
  received integer not null,
  replied integer not null,
  sent_at timestamp with time zone,
  primary key (district, id),
  constraint document_kind_choice check (kind = any (array['task', 'notice', 'letter']))
);
comment on table affairs."document" is '公文与通知';
create unique index document_number_key on affairs."document" (district, number);
create unique index document_client_key on affairs."document" (district, client_key);
create index document_created on affairs."document" (district, created_at desc, id desc);
create index document_by_due on affairs."document" (district, due_at) where status <> all (array['closed']);
create index document_open_place on affairs."document" (district, status, area_code, due_at) where status <> all (array['closed']);
create index document_open_geom on affairs."document" using gist (geom, created_at) where closed_at is null;
create index document_closed_geom on affairs."document" using gist (geom, created_at) where closed_at is not null;
create index document_parent on affairs."document" (district, parent_id) where parent_id is not null;

create table affairs."slip" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  document uuid not null,
  title text not null,
  paper_number text not null,
  unit uuid not null,
  reply_on date,
  received_at timestamp with time zone,
  receiver text,
  reply text,
  replied_on date,
  reminders integer not null,
  is_late text not null,
  primary key (district, id),
  constraint slip_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table affairs."slip" is '公文签收单';
create unique index slip_number_key on affairs."slip" (district, number);
create unique index slip_client_key on affairs."slip" (district, client_key);
create index slip_created on affairs."slip" (district, created_at desc, id desc);
create index slip_by_due on affairs."slip" (district, due_at) where status <> all (array['done']);
create index slip_open_place on affairs."slip" (district, status, area_code, due_at) where status <> all (array['done']);
create index slip_open_geom on affairs."slip" using gist (geom, created_at) where closed_at is null;
create index slip_closed_geom on affairs."slip" using gist (geom, created_at) where closed_at is not null;
create index slip_parent on affairs."slip" (district, parent_id) where parent_id is not null;
create unique index slip_document_unit_key on affairs."slip" (district, document, unit);

create table affairs."file" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  unit uuid not null,
  prior uuid,
  summary text not null,
  links jsonb,
  is_public boolean not null,
  edition integer not null,
  text uuid[],
  paper text,
  from_on date,
  to_on date,
  is_expiring text not null,
  issued_on date,
  ended_on date,
  end_reason text,
  primary key (district, id),
  constraint file_kind_choice check (kind = any (array['scheme', 'measure', 'rule', 'list', 'standard', 'opinion'])),
  constraint file_is_expiring_choice check (is_expiring = any (array['yes', 'no']))
);
comment on table affairs."file" is '政策文件';
create unique index file_number_key on affairs."file" (district, number);
create unique index file_client_key on affairs."file" (district, client_key);
create index file_created on affairs."file" (district, created_at desc, id desc);
create index file_by_due on affairs."file" (district, due_at) where status <> all (array['repealed', 'expired', 'dropped']);
create index file_open_place on affairs."file" (district, status, area_code, due_at) where status <> all (array['repealed', 'expired', 'dropped']);
create index file_open_geom on affairs."file" using gist (geom, created_at) where closed_at is null;
create index file_closed_geom on affairs."file" using gist (geom, created_at) where closed_at is not null;
create index file_parent on affairs."file" (district, parent_id) where parent_id is not null;
create unique index file_kind_name_edition_key on affairs."file" (district, kind, name, edition);

create table affairs."legislation" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  plan_year integer not null,
  class text not null,
  unit uuid not null,
  needs_hearing boolean not null,
  draft uuid[],
  asked_from date,
  asked_to date,
  opinions jsonb not null,
  opinion_count integer not null,
  adopted integer not null,
  adopt_rate numeric,
  heard_on date,
  hearing text,
  attendees integer,
  sent_on date,
  review text,
  paper text,
  published_on date,
  from_on date,
  primary key (district, id),
  constraint legislation_kind_choice check (kind = any (array['local', 'rule', 'norm'])),
  constraint legislation_class_choice check (class = any (array['formal', 'prepare', 'study']))
);
comment on table affairs."legislation" is '立法制规';
create unique index legislation_number_key on affairs."legislation" (district, number);
create unique index legislation_client_key on affairs."legislation" (district, client_key);
create index legislation_created on affairs."legislation" (district, created_at desc, id desc);
create index legislation_by_due on affairs."legislation" (district, due_at) where status <> all (array['published', 'stopped']);
create index legislation_open_place on affairs."legislation" (district, status, area_code, due_at) where status <> all (array['published', 'stopped']);
create index legislation_open_geom on affairs."legislation" using gist (geom, created_at) where closed_at is null;
create index legislation_closed_geom on affairs."legislation" using gist (geom, created_at) where closed_at is not null;
create index legislation_parent on affairs."legislation" (district, parent_id) where parent_id is not null;
create unique index legislation_name_plan_year_key on affairs."legislation" (district, name, plan_year);
