create schema if not exists party;

create table party."branch" (
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
  kind text not null,
  secretary uuid not null,
  deputy uuid,
  groups integer not null,
  term_ends_on date not null,
  primary key (district, id),
  constraint branch_kind_choice check (kind = any (array['branch', 'joint', 'general']))
);
comment on table party."branch" is '党支部';
create unique index branch_name_key on party."branch" (district, name) where retired_at is null;
create index branch_area on party."branch" (district, area_code);

create table party."member" (
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
  code text not null,
  branch uuid not null,
  duty text not null,
  stage text not null,
  joined_on date not null,
  primary key (district, id),
  constraint member_duty_choice check (duty = any (array['secretary', 'committee', 'leader', 'plain'])),
  constraint member_stage_choice check (stage = any (array['full', 'probationary']))
);
comment on table party."member" is '党员';
create unique index member_person_key on party."member" (district, person) where retired_at is null;
create unique index member_code_key on party."member" (district, code) where retired_at is null;
create index member_area on party."member" (district, area_code);

create table party."leader" (
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
  duty text not null,
  rank integer not null,
  is_first boolean not null,
  primary key (district, id)
);
comment on table party."leader" is '党组成员';
create unique index leader_person_key on party."leader" (district, person) where retired_at is null;
create unique index leader_duty_key on party."leader" (district, duty) where retired_at is null;
create index leader_area on party."leader" (district, area_code);

create table party."point_rule" (
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
  points numeric not null,
  most numeric not null,
  is_veto boolean not null,
  primary key (district, id),
  constraint point_rule_kind_choice check (kind = any (array['duty', 'lead', 'volunteer', 'minus']))
);
comment on table party."point_rule" is '党员积分标准';
create unique index point_rule_code_key on party."point_rule" (district, code) where retired_at is null;
create index point_rule_area on party."point_rule" (district, area_code);

create table party."award" (
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
  holder text not null,
  member uuid,
  branch uuid,
  name text not null,
  level text not null,
  grantor text not null,
  paper text not null,
  granted_on date not null,
  primary key (district, id),
  constraint award_holder_choice check (holder = any (array['person', 'group'])),
  constraint award_level_choice check (level = any (array['nation', 'province', 'city', 'county']))
);
comment on table party."award" is 'append-only: 党内荣誉';
create index award_at on party."award" (district, at desc);

create table party."project_rating" (
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
  project uuid not null,
  phone text not null,
  score integer not null,
  said text not null,
  primary key (district, id)
);
comment on table party."project_rating" is 'append-only: 实事项目群众评议';
create index project_rating_at on party."project_rating" (district, at desc);

create table party."discipline_tally" (
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
  key text not null,
  form text not null,
  measure text not null,
  persons integer not null,
  is_filed boolean not null,
  decided_on date not null,
  primary key (district, id),
  constraint discipline_tally_form_choice check (form = any (array['first', 'second', 'third', 'fourth', 'none']))
);
comment on table party."discipline_tally" is 'append-only: 监督执纪计数';
create index discipline_tally_at on party."discipline_tally" (district, at desc);

create table party."session" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  plan_on date not null,
  place text not null,
  lecturer text,
  material text,
  programme uuid,
  item text,
  branch uuid,
  expected jsonb not null,
  absentees jsonb not null,
  attendance jsonb not null,
  make_ups jsonb not null,
  reflections jsonb not null,
  should_be integer not null,
  present integer,
  hours numeric,
  content text,
  held_on date,
  primary key (district, id),
  constraint session_kind_choice check (kind = any (array['meeting', 'committee', 'group', 'lecture', 'study', 'discuss', 'visit', 'centre', 'outer', 'own', 'warning']))
);
comment on table party."session" is '组织生活与学习';
create unique index session_number_key on party."session" (district, number);
create unique index session_client_key on party."session" (district, client_key);
create index session_created on party."session" (district, created_at desc, id desc);
create index session_by_due on party."session" (district, due_at) where status <> all (array['done', 'cancelled']);
create index session_open_place on party."session" (district, status, area_code, due_at) where status <> all (array['done', 'cancelled']);
create index session_open_geom on party."session" using gist (geom, created_at) where closed_at is null;
create index session_closed_geom on party."session" using gist (geom, created_at) where closed_at is not null;
create index session_parent on party."session" (district, parent_id) where parent_id is not null;

create table party."action_branch" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  task text not null,
  is_temporary text not null,
  from_on date not null,
  to_on date not null,
  members jsonb not null,
  member_count integer not null,
  codes jsonb not null,
  deeds jsonb not null,
  deed_count integer not null,
  awards jsonb not null,
  award_count integer not null,
  summary text,
  dissolved_on date,
  primary key (district, id),
  constraint action_branch_task_choice check (task = any (array['sorting', 'epidemic', 'flood', 'creation', 'snow', 'other'])),
  constraint action_branch_is_temporary_choice check (is_temporary = any (array['yes', 'no']))
);
comment on table party."action_branch" is '行动支部';
create unique index action_branch_number_key on party."action_branch" (district, number);
create unique index action_branch_client_key on party."action_branch" (district, client_key);
create index action_branch_created on party."action_branch" (district, created_at desc, id desc);
create index action_branch_by_due on party."action_branch" (district, due_at) where status <> all (array['dissolved']);
create index action_branch_open_place on party."action_branch" (district, status, area_code, due_at) where status <> all (array['dissolved']);
create index action_branch_open_geom on party."action_branch" using gist (geom, created_at) where closed_at is null;
create index action_branch_closed_geom on party."action_branch" using gist (geom, created_at) where closed_at is not null;
create index action_branch_parent on party."action_branch" (district, parent_id) where parent_id is not null;
create unique index action_branch_name_key on party."action_branch" (district, name);

create table party."points" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  member uuid not null,
  rule uuid not null,
  done_on date not null,
  what text not null,
  proof uuid[] not null,
  branch uuid,
  points numeric,
  is_veto text,
  approved_on date,
  reason text,
  primary key (district, id),
  constraint points_is_veto_choice check (is_veto = any (array['yes', 'no']))
);
comment on table party."points" is '党员积分';
create unique index points_number_key on party."points" (district, number);
create unique index points_client_key on party."points" (district, client_key);
create index points_created on party."points" (district, created_at desc, id desc);
create index points_by_due on party."points" (district, due_at) where status <> all (array['approved', 'refused']);
create index points_open_place on party."points" (district, status, area_code, due_at) where status <> all (array['approved', 'refused']);
create index points_open_geom on party."points" using gist (geom, created_at) where closed_at is null;
create index points_closed_geom on party."points" using gist (geom, created_at) where closed_at is not null;
create index points_parent on party."points" (district, parent_id) where parent_id is not null;

create table party."point_quarter" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  branch uuid not null,
  year integer not null,
  quarter integer not null,
  lines jsonb not null,
  published_on date,
  public_until date,
  appeals integer not null,
  primary key (district, id)
);
comment on table party."point_quarter" is '党员积分季度公示';
create unique index point_quarter_number_key on party."point_quarter" (district, number);
create unique index point_quarter_client_key on party."point_quarter" (district, client_key);
create index point_quarter_created on party."point_quarter" (district, created_at desc, id desc);
create index point_quarter_by_due on party."point_quarter" (district, due_at) where status <> all (array['final']);
create index point_quarter_open_place on party."point_quarter" (district, status, area_code, due_at) where status <> all (array['final']);
create index point_quarter_open_geom on party."point_quarter" using gist (geom, created_at) where closed_at is null;
create index point_quarter_closed_geom on party."point_quarter" using gist (geom, created_at) where closed_at is not null;
create index point_quarter_parent on party."point_quarter" (district, parent_id) where parent_id is not null;
create unique index point_quarter_branch_year_quarter_key on party."point_quarter" (district, branch, year, quarter);

create table party."point_appeal" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  quarter uuid not null,
  why text not null,
  member uuid,
  delta numeric,
  answer text,
  primary key (district, id)
);
comment on table party."point_appeal" is '积分申诉';
create unique index point_appeal_number_key on party."point_appeal" (district, number);
create unique index point_appeal_client_key on party."point_appeal" (district, client_key);
create index point_appeal_created on party."point_appeal" (district, created_at desc, id desc);
create index point_appeal_by_due on party."point_appeal" (district, due_at) where status <> all (array['upheld', 'rejected']);
create index point_appeal_open_place on party."point_appeal" (district, status, area_code, due_at) where status <> all (array['upheld', 'rejected']);
create index point_appeal_open_geom on party."point_appeal" using gist (geom, created_at) where closed_at is null;
create index point_appeal_closed_geom on party."point_appeal" using gist (geom, created_at) where closed_at is not null;
create index point_appeal_parent on party."point_appeal" (district, parent_id) where parent_id is not null;

create table party."point_year" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  branch uuid not null,
  year integer not null,
  lines jsonb not null,
  excellent integer not null,
  graded integer not null,
  graded_on date,
  primary key (district, id)
);
comment on table party."point_year" is '党员积分年度等次';
create unique index point_year_number_key on party."point_year" (district, number);
create unique index point_year_client_key on party."point_year" (district, client_key);
create index point_year_created on party."point_year" (district, created_at desc, id desc);
create index point_year_by_due on party."point_year" (district, due_at) where status <> all (array['void']);
create index point_year_open_place on party."point_year" (district, status, area_code, due_at) where status <> all (array['void']);
create index point_year_open_geom on party."point_year" using gist (geom, created_at) where closed_at is null;
create index point_year_closed_geom on party."point_year" using gist (geom, created_at) where closed_at is not null;
create index point_year_parent on party."point_year" (district, parent_id) where parent_id is not null;
create unique index point_year_branch_year_key on party."point_year" (district, branch, year);

create table party."excellence" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  quotas jsonb not null,
  nominate_by date not null,
  public_until date,
  paper text,
  winners integer,
  awarded_on date,
  primary key (district, id)
);
comment on table party."excellence" is '两优一先评选';
create unique index excellence_number_key on party."excellence" (district, number);
create unique index excellence_client_key on party."excellence" (district, client_key);
create index excellence_created on party."excellence" (district, created_at desc, id desc);
create index excellence_by_due on party."excellence" (district, due_at) where status <> all (array['awarded']);
create index excellence_open_place on party."excellence" (district, status, area_code, due_at) where status <> all (array['awarded']);
create index excellence_open_geom on party."excellence" using gist (geom, created_at) where closed_at is null;
create index excellence_closed_geom on party."excellence" using gist (geom, created_at) where closed_at is not null;
create index excellence_parent on party."excellence" (district, parent_id) where parent_id is not null;
create unique index excellence_name_key on party."excellence" (district, name);

create table party."nominee" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  kind text not null,
  branch uuid not null,
  member uuid,
  deeds text not null,
  proof uuid[] not null,
  name text not null,
  yes integer,
  present integer,
  reviewed text,
  objection text,
  answer text,
  awarded_on date,
  primary key (district, id),
  constraint nominee_kind_choice check (kind = any (array['member', 'worker', 'group']))
);
comment on table party."nominee" is '两优一先人选';
create unique index nominee_number_key on party."nominee" (district, number);
create unique index nominee_client_key on party."nominee" (district, client_key);
create index nominee_created on party."nominee" (district, created_at desc, id desc);
create index nominee_by_due on party."nominee" (district, due_at) where status <> all (array['awarded', 'dropped']);
create index nominee_open_place on party."nominee" (district, status, area_code, due_at) where status <> all (array['awarded', 'dropped']);
create index nominee_open_geom on party."nominee" using gist (geom, created_at) where closed_at is null;
create index nominee_closed_geom on party."nominee" using gist (geom, created_at) where closed_at is not null;
create index nominee_parent on party."nominee" (district, parent_id) where parent_id is not null;
create unique index nominee_round_kind_name_key on party."nominee" (district, round, kind, name);

create table party."programme" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  from_on date not null,
  to_on date not null,
  lead text not null,
  branches jsonb not null,
  items jsonb not null,
  item_count integer not null,
  group_count integer not null,
  midterm_on date,
  midterm text,
  midterm_rate numeric,
  summary text,
  ended_on date,
  primary key (district, id),
  constraint programme_kind_choice check (kind = any (array['threeYear', 'culture525', 'history', 'fiveFive', 'twoTwo', 'theme', 'partyDay']))
);
comment on table party."programme" is '党建活动';
create unique index programme_number_key on party."programme" (district, number);
create unique index programme_client_key on party."programme" (district, client_key);
create index programme_created on party."programme" (district, created_at desc, id desc);
create index programme_by_due on party."programme" (district, due_at) where status <> all (array['ended']);
create index programme_open_place on party."programme" (district, status, area_code, due_at) where status <> all (array['ended']);
create index programme_open_geom on party."programme" using gist (geom, created_at) where closed_at is null;
create index programme_closed_geom on party."programme" using gist (geom, created_at) where closed_at is not null;
create index programme_parent on party."programme" (district, parent_id) where parent_id is not null;
create unique index programme_name_key on party."programme" (district, name);

create table party."programme_task" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  programme uuid not null,
  kind text not null,
  branch uuid not null,
  code text not null,
  group_ text not null,
  name text not null,
  due_on date not null,
  is_late text not null,
  held_on date,
  people integer,
  result text,
  returns integer not null,
  done_on date,
  primary key (district, id),
  constraint programme_task_kind_choice check (kind = any (array['threeYear', 'culture525', 'history', 'fiveFive', 'twoTwo', 'theme', 'partyDay'])),
  constraint programme_task_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table party."programme_task" is '党建活动任务';
create unique index programme_task_number_key on party."programme_task" (district, number);
create unique index programme_task_client_key on party."programme_task" (district, client_key);
create index programme_task_created on party."programme_task" (district, created_at desc, id desc);
create index programme_task_by_due on party."programme_task" (district, due_at) where status <> all (array['done']);
create index programme_task_open_place on party."programme_task" (district, status, area_code, due_at) where status <> all (array['done']);
create index programme_task_open_geom on party."programme_task" using gist (geom, created_at) where closed_at is null;
create index programme_task_closed_geom on party."programme_task" using gist (geom, created_at) where closed_at is not null;
create index programme_task_parent on party."programme_task" (district, parent_id) where parent_id is not null;
create unique index programme_task_programme_code_branch_key on party."programme_task" (district, programme, code, branch);

create table party."people_project" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  is_key text not null,
  needs jsonb not null,
  branch uuid not null,
  unit uuid not null,
  owner uuid not null,
  due_on date not null,
  budget integer not null,
  effect text not null,
  progress jsonb not null,
  is_late text not null,
  spent integer,
  result text,
  done_on date,
  raters integer,
  rating numeric,
  closed_on date,
  primary key (district, id),
  constraint people_project_is_key_choice check (is_key = any (array['yes', 'no'])),
  constraint people_project_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table party."people_project" is '我为群众办实事项目';
create unique index people_project_number_key on party."people_project" (district, number);
create unique index people_project_client_key on party."people_project" (district, client_key);
create index people_project_created on party."people_project" (district, created_at desc, id desc);
create index people_project_by_due on party."people_project" (district, due_at) where status <> all (array['closed', 'refused']);
create index people_project_open_place on party."people_project" (district, status, area_code, due_at) where status <> all (array['closed', 'refused']);
create index people_project_open_geom on party."people_project" using gist (geom, created_at) where closed_at is null;
create index people_project_closed_geom on party."people_project" using gist (geom, created_at) where closed_at is not null;
create index people_project_parent on party."people_project" (district, parent_id) where parent_id is not null;

create table party."partnership" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  branch uuid not null,
  partner text not null,
  leader uuid,
  from_on date not null,
  to_on date not null,
  resources jsonb not null,
  agreement uuid[] not null,
  activities jsonb not null,
  activity_count integer not null,
  people integer not null,
  used integer not null,
  summary text,
  primary key (district, id),
  constraint partnership_kind_choice check (kind = any (array['street', 'community', 'enterprise', 'contact']))
);
comment on table party."partnership" is '结对共建与联系点';
create unique index partnership_number_key on party."partnership" (district, number);
create unique index partnership_client_key on party."partnership" (district, client_key);
create index partnership_created on party."partnership" (district, created_at desc, id desc);
create index partnership_by_due on party."partnership" (district, due_at) where status <> all (array['ended']);
create index partnership_open_place on party."partnership" (district, status, area_code, due_at) where status <> all (array['ended']);
create index partnership_open_geom on party."partnership" using gist (geom, created_at) where closed_at is null;
create index partnership_closed_geom on party."partnership" using gist (geom, created_at) where closed_at is not null;
create index partnership_parent on party."partnership" (district, parent_id) where parent_id is not null;

create table party."duty_record" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  list uuid not null,
  item text not null,
  done_on date not null,
  what text not null,
  proof uuid[] not null,
  item_name text,
  receipt text,
  uploaded_on date,
  returned text,
  primary key (district, id),
  constraint duty_record_kind_choice check (kind = any (array['group', 'person']))
);
comment on table party."duty_record" is '履责记实';
create unique index duty_record_number_key on party."duty_record" (district, number);
create unique index duty_record_client_key on party."duty_record" (district, client_key);
create index duty_record_created on party."duty_record" (district, created_at desc, id desc);
create index duty_record_by_due on party."duty_record" (district, due_at) where status <> all (array['filed', 'void']);
create index duty_record_open_place on party."duty_record" (district, status, area_code, due_at) where status <> all (array['filed', 'void']);
create index duty_record_open_geom on party."duty_record" using gist (geom, created_at) where closed_at is null;
create index duty_record_closed_geom on party."duty_record" using gist (geom, created_at) where closed_at is not null;
create index duty_record_parent on party."duty_record" (district, parent_id) where parent_id is not null;
create unique index duty_record_receipt_key on party."duty_record" (district, receipt);

create table party."list" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  items jsonb not null,
  item_count integer not null,
  effective_on date,
  revise_on date,
  paper text,
  is_on_time text,
  primary key (district, id),
  constraint list_kind_choice check (kind = any (array['duty', 'assess'])),
  constraint list_is_on_time_choice check (is_on_time = any (array['yes', 'no']))
);
comment on table party."list" is '责任清单与考核细则';
create unique index list_number_key on party."list" (district, number);
create unique index list_client_key on party."list" (district, client_key);
create index list_created on party."list" (district, created_at desc, id desc);
create index list_by_due on party."list" (district, due_at) where status <> all (array['replaced', 'refused']);
create index list_open_place on party."list" (district, status, area_code, due_at) where status <> all (array['replaced', 'refused']);
create index list_open_geom on party."list" using gist (geom, created_at) where closed_at is null;
create index list_closed_geom on party."list" using gist (geom, created_at) where closed_at is not null;
create index list_parent on party."list" (district, parent_id) where parent_id is not null;
create unique index list_name_year_key on party."list" (district, name, year);

create table party."list_check" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  list uuid not null,
  unit uuid not null,
  checked_on date not null,
  lines jsonb not null,
  score numeric,
  grade text,
  objection text,
  ended_on date,
  primary key (district, id),
  constraint list_check_grade_choice check (grade = any (array['excellent', 'good', 'pass', 'fail']))
);
comment on table party."list_check" is '党建考核';
create unique index list_check_number_key on party."list_check" (district, number);
create unique index list_check_client_key on party."list_check" (district, client_key);
create index list_check_created on party."list_check" (district, created_at desc, id desc);
create index list_check_by_due on party."list_check" (district, due_at) where status <> all (array['final']);
create index list_check_open_place on party."list_check" (district, status, area_code, due_at) where status <> all (array['final']);
create index list_check_open_geom on party."list_check" using gist (geom, created_at) where closed_at is null;
create index list_check_closed_geom on party."list_check" using gist (geom, created_at) where closed_at is not null;
create index list_check_parent on party."list_check" (district, parent_id) where parent_id is not null;

create table party."decision" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  kind text not null,
  amount integer,
  content text not null,
  ask_units jsonb not null,
  proposed_by uuid,
  is_urgent text not null,
  urgent_why text,
  materials integer not null,
  opinions jsonb not null,
  voters jsonb not null,
  votes jsonb not null,
  is_carried text,
  decided_on date,
  minutes text,
  doer uuid,
  due_on date,
  is_late text not null,
  progress jsonb not null,
  result text,
  closed_on date,
  has_voted boolean,
  primary key (district, id),
  constraint decision_kind_choice check (kind = any (array['decision', 'personnel', 'project', 'money'])),
  constraint decision_is_urgent_choice check (is_urgent = any (array['yes', 'no'])),
  constraint decision_is_carried_choice check (is_carried = any (array['yes', 'no'])),
  constraint decision_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table party."decision" is '“三重一大”事项';
create unique index decision_number_key on party."decision" (district, number);
create unique index decision_client_key on party."decision" (district, client_key);
create index decision_created on party."decision" (district, created_at desc, id desc);
create index decision_by_due on party."decision" (district, due_at) where status <> all (array['closed', 'rejected']);
create index decision_open_place on party."decision" (district, status, area_code, due_at) where status <> all (array['closed', 'rejected']);
create index decision_open_geom on party."decision" using gist (geom, created_at) where closed_at is null;
create index decision_closed_geom on party."decision" using gist (geom, created_at) where closed_at is not null;
create index decision_parent on party."decision" (district, parent_id) where parent_id is not null;

create table party."ideology" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  plan text not null,
  works jsonb not null,
  agendas integer not null,
  analyses integer not null,
  checks integer not null,
  lacks text,
  summary text,
  primary key (district, id)
);
comment on table party."ideology" is '意识形态工作责任制';
create unique index ideology_number_key on party."ideology" (district, number);
create unique index ideology_client_key on party."ideology" (district, client_key);
create index ideology_created on party."ideology" (district, created_at desc, id desc);
create index ideology_by_due on party."ideology" (district, due_at) where status <> all (array['closed']);
create index ideology_open_place on party."ideology" (district, status, area_code, due_at) where status <> all (array['closed']);
create index ideology_open_geom on party."ideology" using gist (geom, created_at) where closed_at is null;
create index ideology_closed_geom on party."ideology" using gist (geom, created_at) where closed_at is not null;
create index ideology_parent on party."ideology" (district, parent_id) where parent_id is not null;
create unique index ideology_year_key on party."ideology" (district, year);

create table party."joint_task" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  unit uuid not null,
  branch uuid not null,
  task uuid,
  business text not null,
  party text not null,
  due_on date not null,
  lines jsonb not null,
  business_percent integer not null,
  party_percent integer not null,
  is_late text not null,
  business_found text,
  party_found text,
  business_score numeric,
  party_score numeric,
  score numeric,
  closed_on date,
  primary key (district, id),
  constraint joint_task_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table party."joint_task" is '党建业务“四同”任务';
create unique index joint_task_number_key on party."joint_task" (district, number);
create unique index joint_task_client_key on party."joint_task" (district, client_key);
create index joint_task_created on party."joint_task" (district, created_at desc, id desc);
create index joint_task_by_due on party."joint_task" (district, due_at) where status <> all (array['closed']);
create index joint_task_open_place on party."joint_task" (district, status, area_code, due_at) where status <> all (array['closed']);
create index joint_task_open_geom on party."joint_task" using gist (geom, created_at) where closed_at is null;
create index joint_task_closed_geom on party."joint_task" using gist (geom, created_at) where closed_at is not null;
create index joint_task_parent on party."joint_task" (district, parent_id) where parent_id is not null;

create table party."inspection" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  from_ text not null,
  feedback_on date not null,
  class_count integer not null,
  item_count integer not null,
  items jsonb not null,
  report text,
  primary key (district, id)
);
comment on table party."inspection" is '巡察反馈';
create unique index inspection_number_key on party."inspection" (district, number);
create unique index inspection_client_key on party."inspection" (district, client_key);
create index inspection_created on party."inspection" (district, created_at desc, id desc);
create index inspection_by_due on party."inspection" (district, due_at) where status <> all (array['reported']);
create index inspection_open_place on party."inspection" (district, status, area_code, due_at) where status <> all (array['reported']);
create index inspection_open_geom on party."inspection" using gist (geom, created_at) where closed_at is null;
create index inspection_closed_geom on party."inspection" using gist (geom, created_at) where closed_at is not null;
create index inspection_parent on party."inspection" (district, parent_id) where parent_id is not null;

create table party."rectification" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  source_type text,
  source_id text,
  group_ text not null,
  code text not null,
  what text not null,
  unit uuid not null,
  is_long text not null,
  due_on date not null,
  style text,
  measures text,
  owner uuid,
  result text,
  returns integer not null,
  is_late text not null,
  struck_on date,
  recheck_on date,
  rechecks integer not null,
  relapses integer not null,
  primary key (district, id),
  constraint rectification_source_choice check (source = any (array['inspection', 'ideology', 'integrity', 'style'])),
  constraint rectification_is_long_choice check (is_long = any (array['yes', 'no'])),
  constraint rectification_style_choice check (style = any (array['formalism', 'bureaucracy', 'pleasure', 'luxury'])),
  constraint rectification_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table party."rectification" is '问题整改';
create unique index rectification_number_key on party."rectification" (district, number);
create unique index rectification_client_key on party."rectification" (district, client_key);
create index rectification_created on party."rectification" (district, created_at desc, id desc);
create index rectification_by_due on party."rectification" (district, due_at) where status <> all (array['closed']);
create index rectification_open_place on party."rectification" (district, status, area_code, due_at) where status <> all (array['closed']);
create index rectification_open_geom on party."rectification" using gist (geom, created_at) where closed_at is null;
create index rectification_closed_geom on party."rectification" using gist (geom, created_at) where closed_at is not null;
create index rectification_parent on party."rectification" (district, parent_id) where parent_id is not null;

create table party."risk_post" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  field text not null,
  unit uuid not null,
  risk text not null,
  level text not null,
  control text not null,
  months integer not null,
  checked_on date,
  next_on date,
  checks integer not null,
  failures integer not null,
  primary key (district, id),
  constraint risk_post_field_choice check (field = any (array['parking', 'enforcement', 'permit', 'purchase', 'finance', 'personnel'])),
  constraint risk_post_level_choice check (level = any (array['high', 'middle', 'low']))
);
comment on table party."risk_post" is '廉政风险岗位';
create unique index risk_post_number_key on party."risk_post" (district, number);
create unique index risk_post_client_key on party."risk_post" (district, client_key);
create index risk_post_created on party."risk_post" (district, created_at desc, id desc);
create index risk_post_by_due on party."risk_post" (district, due_at) where status <> all (array['gone']);
create index risk_post_open_place on party."risk_post" (district, status, area_code, due_at) where status <> all (array['gone']);
create index risk_post_open_geom on party."risk_post" using gist (geom, created_at) where closed_at is null;
create index risk_post_closed_geom on party."risk_post" using gist (geom, created_at) where closed_at is not null;
create index risk_post_parent on party."risk_post" (district, parent_id) where parent_id is not null;
create unique index risk_post_unit_name_key on party."risk_post" (district, unit, name);

create table party."integrity_check" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  areas jsonb not null,
  posts jsonb not null,
  results jsonb not null,
  checked integer,
  found integer,
  material text,
  checked_on date,
  primary key (district, id)
);
comment on table party."integrity_check" is '“清风城管”专项检查';
create unique index integrity_check_number_key on party."integrity_check" (district, number);
create unique index integrity_check_client_key on party."integrity_check" (district, client_key);
create index integrity_check_created on party."integrity_check" (district, created_at desc, id desc);
create index integrity_check_by_due on party."integrity_check" (district, due_at) where status <> all (array['done']);
create index integrity_check_open_place on party."integrity_check" (district, status, area_code, due_at) where status <> all (array['done']);
create index integrity_check_open_geom on party."integrity_check" using gist (geom, created_at) where closed_at is null;
create index integrity_check_closed_geom on party."integrity_check" using gist (geom, created_at) where closed_at is not null;
create index integrity_check_parent on party."integrity_check" (district, parent_id) where parent_id is not null;

create table party."governance" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  topic text not null,
  units jsonb not null,
  declare_by date not null,
  people integer not null,
  problems integer,
  returned integer,
  summary text,
  primary key (district, id),
  constraint governance_topic_choice check (topic = any (array['car', 'certificate', 'lending', 'meal', 'business']))
);
comment on table party."governance" is '专项治理';
create unique index governance_number_key on party."governance" (district, number);
create unique index governance_client_key on party."governance" (district, client_key);
create index governance_created on party."governance" (district, created_at desc, id desc);
create index governance_by_due on party."governance" (district, due_at) where status <> all (array['ended']);
create index governance_open_place on party."governance" (district, status, area_code, due_at) where status <> all (array['ended']);
create index governance_open_geom on party."governance" using gist (geom, created_at) where closed_at is null;
create index governance_closed_geom on party."governance" using gist (geom, created_at) where closed_at is not null;
create index governance_parent on party."governance" (district, parent_id) where parent_id is not null;

create table party."declaration" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  governance uuid not null,
  topic text not null,
  person uuid not null,
  has_matter boolean,
  matter text,
  declared_on date,
  is_late boolean,
  means text,
  verdict text,
  measure text,
  returned integer,
  primary key (district, id),
  constraint declaration_topic_choice check (topic = any (array['car', 'certificate', 'lending', 'meal', 'business'])),
  constraint declaration_verdict_choice check (verdict = any (array['clear', 'found', 'hidden']))
);
comment on table party."declaration" is '专项治理申报(保密)';
create unique index declaration_number_key on party."declaration" (district, number);
create unique index declaration_client_key on party."declaration" (district, client_key);
create index declaration_created on party."declaration" (district, created_at desc, id desc);
create index declaration_by_due on party."declaration" (district, due_at) where status <> all (array['clear', 'handled']);
create index declaration_open_place on party."declaration" (district, status, area_code, due_at) where status <> all (array['clear', 'handled']);
create index declaration_open_geom on party."declaration" using gist (geom, created_at) where closed_at is null;
create index declaration_closed_geom on party."declaration" using gist (geom, created_at) where closed_at is not null;
create index declaration_parent on party."declaration" (district, parent_id) where parent_id is not null;
create unique index declaration_governance_person_key on party."declaration" (district, governance, person);

create table party."clue" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  what text not null,
  suspects jsonb not null,
  volume text not null,
  persons integer not null,
  disposal text,
  finding text,
  is_filed boolean not null,
  filed_on date,
  form text,
  measure text,
  decided_on date,
  follow_up text,
  primary key (district, id),
  constraint clue_source_choice check (source = any (array['letter', 'inspection', 'audit', 'found', 'transfer'])),
  constraint clue_disposal_choice check (disposal = any (array['talk', 'verify', 'keep', 'end'])),
  constraint clue_form_choice check (form = any (array['first', 'second', 'third', 'fourth', 'none'])),
  constraint clue_measure_choice check (measure = any (array['talk', 'criticise', 'admonish', 'selfCheck', 'warning', 'serious', 'transfer', 'removal', 'probation', 'demotion', 'expulsion', 'prosecution', 'none']))
);
comment on table party."clue" is '问题线索(保密)';
create unique index clue_number_key on party."clue" (district, number);
create unique index clue_client_key on party."clue" (district, client_key);
create index clue_created on party."clue" (district, created_at desc, id desc);
create index clue_by_due on party."clue" (district, due_at) where status <> all (array['closed']);
create index clue_open_place on party."clue" (district, status, area_code, due_at) where status <> all (array['closed']);
create index clue_open_geom on party."clue" using gist (geom, created_at) where closed_at is null;
create index clue_closed_geom on party."clue" using gist (geom, created_at) where closed_at is not null;
create index clue_parent on party."clue" (district, parent_id) where parent_id is not null;
create unique index clue_volume_key on party."clue" (district, volume);
