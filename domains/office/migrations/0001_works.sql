create schema if not exists office;

create table office."council_member" (
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
  primary key (district, id),
  constraint council_member_role_choice check (role = any (array['chair', 'vice', 'member', 'academic']))
);
comment on table office."council_member" is '实验室理事会成员';
create unique index council_member_name_from_on_key on office."council_member" (district, name, from_on) where retired_at is null;
create index council_member_area on office."council_member" (district, area_code);

create table office."seat" (
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
  primary key (district, id),
  constraint seat_duty_choice check (duty = any (array['lead', 'accept', 'dispatch', 'analyst']))
);
comment on table office."seat" is '数字化团队席位';
create unique index seat_name_key on office."seat" (district, name) where retired_at is null;
create unique index seat_holder_key on office."seat" (district, holder) where retired_at is null;
create index seat_area on office."seat" (district, area_code);

create table office."openness_item" (
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
  primary key (district, id)
);
comment on table office."openness_item" is '政务公开事项';
create unique index openness_item_name_key on office."openness_item" (district, name) where retired_at is null;
create index openness_item_area on office."openness_item" (district, area_code);

create table office."shift" (
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
  primary key (district, id),
  constraint shift_turn_choice check (turn = any (array['early', 'middle', 'night']))
);
comment on table office."shift" is 'append-only: 数字化团队排班';
create index shift_at on office."shift" (district, at desc);

create table office."team_training" (
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
  primary key (district, id),
  constraint team_training_skill_choice check (skill = any (array['accept', 'dispatch', 'gis', 'video', 'report']))
);
comment on table office."team_training" is 'append-only: 数字化团队培训';
create index team_training_at on office."team_training" (district, at desc);

create table office."phase" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint phase_kind_choice check (kind = any (array['platform', 'smart'])),
  constraint phase_decision_choice check (decision = any (array['go', 'stop']))
);
comment on table office."phase" is '平台建设期';
create unique index phase_number_key on office."phase" (district, number);
create unique index phase_client_key on office."phase" (district, client_key);
create index phase_created on office."phase" (district, created_at desc, id desc);
create index phase_by_due on office."phase" (district, due_at) where status <> all (array['done', 'stopped']);
create index phase_open_place on office."phase" (district, status, area_code, due_at) where status <> all (array['done', 'stopped']);
create index phase_open_geom on office."phase" using gist (geom, created_at) where closed_at is null;
create index phase_closed_geom on office."phase" using gist (geom, created_at) where closed_at is not null;
create index phase_parent on office."phase" (district, parent_id) where parent_id is not null;
create unique index phase_name_key on office."phase" (district, name);

create table office."module" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint module_kind_choice check (kind = any (array['platform', 'smart']))
);
comment on table office."module" is '平台模块';
create unique index module_number_key on office."module" (district, number);
create unique index module_client_key on office."module" (district, client_key);
create index module_created on office."module" (district, created_at desc, id desc);
create index module_by_due on office."module" (district, due_at) where status <> all (array['accepted']);
create index module_open_place on office."module" (district, status, area_code, due_at) where status <> all (array['accepted']);
create index module_open_geom on office."module" using gist (geom, created_at) where closed_at is null;
create index module_closed_geom on office."module" using gist (geom, created_at) where closed_at is not null;
create index module_parent on office."module" (district, parent_id) where parent_id is not null;

create table office."problem" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table office."problem" is '平台问题清单';
create unique index problem_number_key on office."problem" (district, number);
create unique index problem_client_key on office."problem" (district, client_key);
create index problem_created on office."problem" (district, created_at desc, id desc);
create index problem_by_due on office."problem" (district, due_at) where status <> all (array['closed']);
create index problem_open_place on office."problem" (district, status, area_code, due_at) where status <> all (array['closed']);
create index problem_open_geom on office."problem" using gist (geom, created_at) where closed_at is null;
create index problem_closed_geom on office."problem" using gist (geom, created_at) where closed_at is not null;
create index problem_parent on office."problem" (district, parent_id) where parent_id is not null;

create table office."it_project" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table office."it_project" is '信息化项目';
create unique index it_project_number_key on office."it_project" (district, number);
create unique index it_project_client_key on office."it_project" (district, client_key);
create index it_project_created on office."it_project" (district, created_at desc, id desc);
create index it_project_by_due on office."it_project" (district, due_at) where status <> all (array['stopped']);
create index it_project_open_place on office."it_project" (district, status, area_code, due_at) where status <> all (array['stopped']);
create index it_project_open_geom on office."it_project" using gist (geom, created_at) where closed_at is null;
create index it_project_closed_geom on office."it_project" using gist (geom, created_at) where closed_at is not null;
create index it_project_parent on office."it_project" (district, parent_id) where parent_id is not null;
create unique index it_project_name_key on office."it_project" (district, name);

create table office."cooperation" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table office."cooperation" is '技术合作';
create unique index cooperation_number_key on office."cooperation" (district, number);
create unique index cooperation_client_key on office."cooperation" (district, client_key);
create index cooperation_created on office."cooperation" (district, created_at desc, id desc);
create index cooperation_by_due on office."cooperation" (district, due_at) where status <> all (array['ended']);
create index cooperation_open_place on office."cooperation" (district, status, area_code, due_at) where status <> all (array['ended']);
create index cooperation_open_geom on office."cooperation" using gist (geom, created_at) where closed_at is null;
create index cooperation_closed_geom on office."cooperation" using gist (geom, created_at) where closed_at is not null;
create index cooperation_parent on office."cooperation" (district, parent_id) where parent_id is not null;

create table office."access" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table office."access" is '外部人员权限';
create unique index access_number_key on office."access" (district, number);
create unique index access_client_key on office."access" (district, client_key);
create index access_created on office."access" (district, created_at desc, id desc);
create index access_by_due on office."access" (district, due_at) where status <> all (array['expired', 'revoked', 'refused']);
create index access_open_place on office."access" (district, status, area_code, due_at) where status <> all (array['expired', 'revoked', 'refused']);
create index access_open_geom on office."access" using gist (geom, created_at) where closed_at is null;
create index access_closed_geom on office."access" using gist (geom, created_at) where closed_at is not null;
create index access_parent on office."access" (district, parent_id) where parent_id is not null;

create table office."council_meeting" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table office."council_meeting" is '实验室理事会议';
create unique index council_meeting_number_key on office."council_meeting" (district, number);
create unique index council_meeting_client_key on office."council_meeting" (district, client_key);
create index council_meeting_created on office."council_meeting" (district, created_at desc, id desc);
create index council_meeting_by_due on office."council_meeting" (district, due_at) where status <> all (array['held', 'void']);
create index council_meeting_open_place on office."council_meeting" (district, status, area_code, due_at) where status <> all (array['held', 'void']);
create index council_meeting_open_geom on office."council_meeting" using gist (geom, created_at) where closed_at is null;
create index council_meeting_closed_geom on office."council_meeting" using gist (geom, created_at) where closed_at is not null;
create index council_meeting_parent on office."council_meeting" (district, parent_id) where parent_id is not null;

create table office."research" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint research_kind_choice check (kind = any (array['lab', 'bureau']))
);
comment on table office."research" is '科技项目与课题';
create unique index research_number_key on office."research" (district, number);
create unique index research_client_key on office."research" (district, client_key);
create index research_created on office."research" (district, created_at desc, id desc);
create index research_by_due on office."research" (district, due_at) where status <> all (array['used', 'declined', 'ended']);
create index research_open_place on office."research" (district, status, area_code, due_at) where status <> all (array['used', 'declined', 'ended']);
create index research_open_geom on office."research" using gist (geom, created_at) where closed_at is null;
create index research_closed_geom on office."research" using gist (geom, created_at) where closed_at is not null;
create index research_parent on office."research" (district, parent_id) where parent_id is not null;
create unique index research_name_key on office."research" (district, name);

create table office."standard" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint standard_level_choice check (level = any (array['international', 'nation', 'industry', 'province', 'group'])),
  constraint standard_role_choice check (role = any (array['lead', 'join']))
);
comment on table office."standard" is '参编标准';
create unique index standard_number_key on office."standard" (district, number);
create unique index standard_client_key on office."standard" (district, client_key);
create index standard_created on office."standard" (district, created_at desc, id desc);
create index standard_by_due on office."standard" (district, due_at) where status <> all (array['published', 'left']);
create index standard_open_place on office."standard" (district, status, area_code, due_at) where status <> all (array['published', 'left']);
create index standard_open_geom on office."standard" using gist (geom, created_at) where closed_at is null;
create index standard_closed_geom on office."standard" using gist (geom, created_at) where closed_at is not null;
create index standard_parent on office."standard" (district, parent_id) where parent_id is not null;
create unique index standard_name_key on office."standard" (district, name);

create table office."team_month" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table office."team_month" is '数字化团队月度通报';
create unique index team_month_number_key on office."team_month" (district, number);
create unique index team_month_client_key on office."team_month" (district, client_key);
create index team_month_created on office."team_month" (district, created_at desc, id desc);
create index team_month_by_due on office."team_month" (district, due_at) where status <> all (array['told']);
create index team_month_open_place on office."team_month" (district, status, area_code, due_at) where status <> all (array['told']);
create index team_month_open_geom on office."team_month" using gist (geom, created_at) where closed_at is null;
create index team_month_closed_geom on office."team_month" using gist (geom, created_at) where closed_at is not null;
create index team_month_parent on office."team_month" (district, parent_id) where parent_id is not null;
create unique index team_month_month_key on office."team_month" (district, month);

create table office."product" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint product_kind_choice check (kind = any (array['train', 'exhibition', 'album', 'magazine', 'other']))
);
comment on table office."product" is '宣传产品';
create unique index product_number_key on office."product" (district, number);
create unique index product_client_key on office."product" (district, client_key);
create index product_created on office."product" (district, created_at desc, id desc);
create index product_by_due on office."product" (district, due_at) where status <> all (array['done', 'dropped']);
create index product_open_place on office."product" (district, status, area_code, due_at) where status <> all (array['done', 'dropped']);
create index product_open_geom on office."product" using gist (geom, created_at) where closed_at is null;
create index product_closed_geom on office."product" using gist (geom, created_at) where closed_at is not null;
create index product_parent on office."product" (district, parent_id) where parent_id is not null;

create table office."law_work" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint law_work_kind_choice check (kind = any (array['video', 'song', 'comic', 'article']))
);
comment on table office."law_work" is '普法作品';
create unique index law_work_number_key on office."law_work" (district, number);
create unique index law_work_client_key on office."law_work" (district, client_key);
create index law_work_created on office."law_work" (district, created_at desc, id desc);
create index law_work_by_due on office."law_work" (district, due_at) where status <> all (array['awarded', 'rejected']);
create index law_work_open_place on office."law_work" (district, status, area_code, due_at) where status <> all (array['awarded', 'rejected']);
create index law_work_open_geom on office."law_work" using gist (geom, created_at) where closed_at is null;
create index law_work_closed_geom on office."law_work" using gist (geom, created_at) where closed_at is not null;
create index law_work_parent on office."law_work" (district, parent_id) where parent_id is not null;
create unique index law_work_campaign_name_key on office."law_work" (district, campaign, name);

create table office."publication" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table office."publication" is '政务公开任务';
create unique index publication_number_key on office."publication" (district, number);
create unique index publication_client_key on office."publication" (district, client_key);
create index publication_created on office."publication" (district, created_at desc, id desc);
create index publication_by_due on office."publication" (district, due_at) where status <> all (array['done']);
create index publication_open_place on office."publication" (district, status, area_code, due_at) where status <> all (array['done']);
create index publication_open_geom on office."publication" using gist (geom, created_at) where closed_at is null;
create index publication_closed_geom on office."publication" using gist (geom, created_at) where closed_at is not null;
create index publication_parent on office."publication" (district, parent_id) where parent_id is not null;
create unique index publication_item_due_on_key on office."publication" (district, item, due_on);

create table office."site_score" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint site_score_kind_choice check (kind = any (array['site', 'media']))
);
comment on table office."site_score" is '网站与新媒体评估';
create unique index site_score_number_key on office."site_score" (district, number);
create unique index site_score_client_key on office."site_score" (district, client_key);
create index site_score_created on office."site_score" (district, created_at desc, id desc);
create index site_score_by_due on office."site_score" (district, due_at) where status <> all (array['closed']);
create index site_score_open_place on office."site_score" (district, status, area_code, due_at) where status <> all (array['closed']);
create index site_score_open_geom on office."site_score" using gist (geom, created_at) where closed_at is null;
create index site_score_closed_geom on office."site_score" using gist (geom, created_at) where closed_at is not null;
create index site_score_parent on office."site_score" (district, parent_id) where parent_id is not null;
create unique index site_score_name_year_quarter_key on office."site_score" (district, name, year, quarter);

create table office."site_problem" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table office."site_problem" is '网站与新媒体问题';
create unique index site_problem_number_key on office."site_problem" (district, number);
create unique index site_problem_client_key on office."site_problem" (district, client_key);
create index site_problem_created on office."site_problem" (district, created_at desc, id desc);
create index site_problem_by_due on office."site_problem" (district, due_at) where status <> all (array['closed']);
create index site_problem_open_place on office."site_problem" (district, status, area_code, due_at) where status <> all (array['closed']);
create index site_problem_open_geom on office."site_problem" using gist (geom, created_at) where closed_at is null;
create index site_problem_closed_geom on office."site_problem" using gist (geom, created_at) where closed_at is not null;
create index site_problem_parent on office."site_problem" (district, parent_id) where parent_id is not null;
