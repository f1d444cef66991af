create schema if not exists training;

create table training."item" (
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
  source text not null,
  weight numeric not null,
  target numeric,
  each numeric,
  primary key (district, id),
  constraint item_source_choice check (source = any (array['handled', 'returned', 'overdue', 'complaints', 'attendance']))
);
comment on table training."item" is '绩效考核指标';
create unique index item_name_key on training."item" (district, name) where retired_at is null;
create index item_area on training."item" (district, area_code);

create table training."survey" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  due_on date not null,
  officers integer not null,
  surveyed integer not null,
  rate numeric,
  plan jsonb not null,
  closed_on date,
  primary key (district, id)
);
comment on table training."survey" is '技能普查';
create unique index survey_number_key on training."survey" (district, number);
create unique index survey_client_key on training."survey" (district, client_key);
create index survey_created on training."survey" (district, created_at desc, id desc);
create index survey_by_due on training."survey" (district, due_at) where status <> all (array['closed']);
create index survey_open_place on training."survey" (district, status, area_code, due_at) where status <> all (array['closed']);
create index survey_open_geom on training."survey" using gist (geom, created_at) where closed_at is null;
create index survey_closed_geom on training."survey" using gist (geom, created_at) where closed_at is not null;
create index survey_parent on training."survey" (district, parent_id) where parent_id is not null;
create unique index survey_year_name_key on training."survey" (district, year, name);

create table training."card" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  year integer not null,
  person uuid not null,
  name text not null,
  due_on date not null,
  law integer,
  document integer,
  evidence integer,
  language integer,
  emergency integer,
  wishes jsonb not null,
  filled_on date,
  primary key (district, id)
);
comment on table training."card" is '普查卡';
create unique index card_number_key on training."card" (district, number);
create unique index card_client_key on training."card" (district, client_key);
create index card_created on training."card" (district, created_at desc, id desc);
create index card_by_due on training."card" (district, due_at) where status <> all (array['filled']);
create index card_open_place on training."card" (district, status, area_code, due_at) where status <> all (array['filled']);
create index card_open_geom on training."card" using gist (geom, created_at) where closed_at is null;
create index card_closed_geom on training."card" using gist (geom, created_at) where closed_at is not null;
create index card_parent on training."card" (district, parent_id) where parent_id is not null;
create unique index card_survey_person_key on training."card" (district, survey, person);

create table training."course" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  skill text not null,
  teacher text not null,
  way text not null,
  held_on date not null,
  hours numeric not null,
  pass_mark integer not null,
  month uuid,
  materials uuid[],
  pupils jsonb not null,
  orgs jsonb not null,
  planned integer not null,
  attended integer not null,
  passed integer not null,
  waiting jsonb not null,
  rounds integer not null,
  effect text,
  effect_note text,
  feedback jsonb not null,
  score numeric,
  primary key (district, id),
  constraint course_kind_choice check (kind = any (array['officer', 'school', 'auxiliary', 'lecture', 'law'])),
  constraint course_skill_choice check (skill = any (array['law', 'document', 'evidence', 'language', 'emergency'])),
  constraint course_way_choice check (way = any (array['class', 'practice', 'online'])),
  constraint course_effect_choice check (effect = any (array['good', 'some', 'none']))
);
comment on table training."course" is '培训课程';
create unique index course_number_key on training."course" (district, number);
create unique index course_client_key on training."course" (district, client_key);
create index course_created on training."course" (district, created_at desc, id desc);
create index course_by_due on training."course" (district, due_at) where status <> all (array['done']);
create index course_open_place on training."course" (district, status, area_code, due_at) where status <> all (array['done']);
create index course_open_geom on training."course" using gist (geom, created_at) where closed_at is null;
create index course_closed_geom on training."course" using gist (geom, created_at) where closed_at is not null;
create index course_parent on training."course" (district, parent_id) where parent_id is not null;

create table training."attend" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  course uuid not null,
  kind text not null,
  course_name text not null,
  person uuid not null,
  name text not null,
  unit uuid,
  month uuid,
  round integer not null,
  attended_on date not null,
  state text not null,
  hours numeric not null,
  score integer,
  is_passed text not null,
  certificate text,
  primary key (district, id),
  constraint attend_kind_choice check (kind = any (array['officer', 'school', 'auxiliary', 'lecture', 'law'])),
  constraint attend_state_choice check (state = any (array['there', 'absent'])),
  constraint attend_is_passed_choice check (is_passed = any (array['yes', 'no']))
);
comment on table training."attend" is '培训档案';
create unique index attend_number_key on training."attend" (district, number);
create unique index attend_client_key on training."attend" (district, client_key);
create index attend_created on training."attend" (district, created_at desc, id desc);
create index attend_by_due on training."attend" (district, due_at) where status <> all (array['filed']);
create index attend_open_place on training."attend" (district, status, area_code, due_at) where status <> all (array['filed']);
create index attend_open_geom on training."attend" using gist (geom, created_at) where closed_at is null;
create index attend_closed_geom on training."attend" using gist (geom, created_at) where closed_at is not null;
create index attend_parent on training."attend" (district, parent_id) where parent_id is not null;
create unique index attend_course_person_round_key on training."attend" (district, course, person, round);

create table training."month" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  units jsonb not null,
  drills jsonb not null,
  standings jsonb not null,
  primary key (district, id)
);
comment on table training."month" is '辅助人员提升月';
create unique index month_number_key on training."month" (district, number);
create unique index month_client_key on training."month" (district, client_key);
create index month_created on training."month" (district, created_at desc, id desc);
create index month_by_due on training."month" (district, due_at) where status <> all (array['closed']);
create index month_open_place on training."month" (district, status, area_code, due_at) where status <> all (array['closed']);
create index month_open_geom on training."month" using gist (geom, created_at) where closed_at is null;
create index month_closed_geom on training."month" using gist (geom, created_at) where closed_at is not null;
create index month_parent on training."month" (district, parent_id) where parent_id is not null;
create unique index month_name_from_on_key on training."month" (district, name, from_on);

create table training."law_plan" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  items jsonb not null,
  name text not null,
  events jsonb not null,
  held integer not null,
  people integer not null,
  summary text,
  primary key (district, id)
);
comment on table training."law_plan" is '年度普法计划';
create unique index law_plan_number_key on training."law_plan" (district, number);
create unique index law_plan_client_key on training."law_plan" (district, client_key);
create index law_plan_created on training."law_plan" (district, created_at desc, id desc);
create index law_plan_by_due on training."law_plan" (district, due_at) where status <> all (array['closed']);
create index law_plan_open_place on training."law_plan" (district, status, area_code, due_at) where status <> all (array['closed']);
create index law_plan_open_geom on training."law_plan" using gist (geom, created_at) where closed_at is null;
create index law_plan_closed_geom on training."law_plan" using gist (geom, created_at) where closed_at is not null;
create index law_plan_parent on training."law_plan" (district, parent_id) where parent_id is not null;
create unique index law_plan_year_key on training."law_plan" (district, year);

create table training."rule" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  class text not null,
  unit uuid not null,
  prior uuid,
  body text not null,
  edition integer not null,
  paper text,
  from_on date,
  to_on date,
  readers integer not null,
  end_reason text,
  primary key (district, id),
  constraint rule_class_choice check (class = any (array['work', 'people', 'money', 'conduct', 'safety']))
);
comment on table training."rule" is '内部管理制度';
create unique index rule_number_key on training."rule" (district, number);
create unique index rule_client_key on training."rule" (district, client_key);
create index rule_created on training."rule" (district, created_at desc, id desc);
create index rule_by_due on training."rule" (district, due_at) where status <> all (array['repealed', 'expired', 'dropped']);
create index rule_open_place on training."rule" (district, status, area_code, due_at) where status <> all (array['repealed', 'expired', 'dropped']);
create index rule_open_geom on training."rule" using gist (geom, created_at) where closed_at is null;
create index rule_closed_geom on training."rule" using gist (geom, created_at) where closed_at is not null;
create index rule_parent on training."rule" (district, parent_id) where parent_id is not null;
create unique index rule_name_edition_key on training."rule" (district, name, edition);

create table training."reading" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  person uuid not null,
  name text not null,
  due_on date not null,
  signed_at timestamp with time zone,
  primary key (district, id)
);
comment on table training."reading" is '制度阅签';
create unique index reading_number_key on training."reading" (district, number);
create unique index reading_client_key on training."reading" (district, client_key);
create index reading_created on training."reading" (district, created_at desc, id desc);
create index reading_by_due on training."reading" (district, due_at) where status <> all (array['signed', 'void']);
create index reading_open_place on training."reading" (district, status, area_code, due_at) where status <> all (array['signed', 'void']);
create index reading_open_geom on training."reading" using gist (geom, created_at) where closed_at is null;
create index reading_closed_geom on training."reading" using gist (geom, created_at) where closed_at is not null;
create index reading_parent on training."reading" (district, parent_id) where parent_id is not null;
create unique index reading_rule_person_key on training."reading" (district, rule, person);

create table training."appraisal" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  unit uuid not null,
  name text not null,
  people integer not null,
  average numeric not null,
  published_on date not null,
  primary key (district, id)
);
comment on table training."appraisal" is '月度绩效考核';
create unique index appraisal_number_key on training."appraisal" (district, number);
create unique index appraisal_client_key on training."appraisal" (district, client_key);
create index appraisal_created on training."appraisal" (district, created_at desc, id desc);
create index appraisal_by_due on training."appraisal" (district, due_at) where status <> all (array['fixed']);
create index appraisal_open_place on training."appraisal" (district, status, area_code, due_at) where status <> all (array['fixed']);
create index appraisal_open_geom on training."appraisal" using gist (geom, created_at) where closed_at is null;
create index appraisal_closed_geom on training."appraisal" using gist (geom, created_at) where closed_at is not null;
create index appraisal_parent on training."appraisal" (district, parent_id) where parent_id is not null;
create unique index appraisal_month_unit_key on training."appraisal" (district, month, unit);

create table training."score" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  appraisal uuid not null,
  month text not null,
  person uuid not null,
  name text not null,
  lines jsonb not null,
  total numeric not null,
  rank integer not null,
  multiplier numeric not null,
  appeal text,
  decision text,
  first numeric,
  primary key (district, id)
);
comment on table training."score" is '个人绩效得分';
create unique index score_number_key on training."score" (district, number);
create unique index score_client_key on training."score" (district, client_key);
create index score_created on training."score" (district, created_at desc, id desc);
create index score_by_due on training."score" (district, due_at) where status <> all (array['fixed']);
create index score_open_place on training."score" (district, status, area_code, due_at) where status <> all (array['fixed']);
create index score_open_geom on training."score" using gist (geom, created_at) where closed_at is null;
create index score_closed_geom on training."score" using gist (geom, created_at) where closed_at is not null;
create index score_parent on training."score" (district, parent_id) where parent_id is not null;
create unique index score_month_person_key on training."score" (district, month, person);

create table training."reform" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  paper text not null,
  from_unit uuid not null,
  to_unit uuid not null,
  giver uuid not null,
  taker uuid not null,
  due_on date not null,
  items jsonb not null,
  total integer not null,
  given integer not null,
  taken integer not null,
  people integer not null,
  done_on date,
  primary key (district, id)
);
comment on table training."reform" is '机构改革划转';
create unique index reform_number_key on training."reform" (district, number);
create unique index reform_client_key on training."reform" (district, client_key);
create index reform_created on training."reform" (district, created_at desc, id desc);
create index reform_by_due on training."reform" (district, due_at) where status <> all (array['closed']);
create index reform_open_place on training."reform" (district, status, area_code, due_at) where status <> all (array['closed']);
create index reform_open_geom on training."reform" using gist (geom, created_at) where closed_at is null;
create index reform_closed_geom on training."reform" using gist (geom, created_at) where closed_at is not null;
create index reform_parent on training."reform" (district, parent_id) where parent_id is not null;
