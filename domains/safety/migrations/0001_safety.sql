create schema if not exists safety;

create table safety."enterprise" (
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
  classes text[] not null,
  level text not null,
  is_key boolean not null,
  unit uuid not null,
  people integer not null,
  chief text not null,
  phone text not null,
  from_on date not null,
  state text not null,
  primary key (district, id),
  constraint enterprise_level_choice check (level = any (array['red', 'orange', 'yellow', 'blue'])),
  constraint enterprise_state_choice check (state = any (array['open', 'suspended', 'closed']))
);
comment on table safety."enterprise" is '安全监管企业';
create unique index enterprise_name_key on safety."enterprise" (district, name) where retired_at is null;
create index enterprise_area on safety."enterprise" (district, area_code);

create table safety."checklist" (
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
  class text not null,
  code text not null,
  item text not null,
  basis text not null,
  is_grave boolean not null,
  primary key (district, id),
  constraint checklist_class_choice check (class = any (array['sanitation', 'greening', 'municipal', 'muck', 'gas', 'ads', 'chemical', 'fire', 'waste', 'building', 'epidemic']))
);
comment on table safety."checklist" is '安全检查表';
create unique index checklist_code_key on safety."checklist" (district, code) where retired_at is null;
create index checklist_area on safety."checklist" (district, area_code);

create table safety."key_period" (
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
  classes text[] not null,
  from_on date not null,
  to_on date not null,
  every_days integer not null,
  primary key (district, id),
  constraint key_period_kind_choice check (kind = any (array['holiday', 'weather', 'event'])),
  constraint key_period_dates check (to_on >= from_on)
);
comment on table safety."key_period" is '重点时段加密检查';
create index key_period_area on safety."key_period" (district, area_code);

create table safety."risk" (
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
  enterprise uuid,
  level text not null,
  unit uuid not null,
  consequence text not null,
  measures text not null,
  from_on date not null,
  primary key (district, id),
  constraint risk_class_choice check (class = any (array['sanitation', 'greening', 'municipal', 'muck', 'gas', 'ads', 'chemical', 'fire', 'waste', 'building', 'epidemic'])),
  constraint risk_level_choice check (level = any (array['red', 'orange', 'yellow', 'blue']))
);
comment on table safety."risk" is '风险源台账';
create unique index risk_name_key on safety."risk" (district, name) where retired_at is null;
create index risk_area on safety."risk" (district, area_code);

create table safety."duty_topic" (
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
  basis text not null,
  lists text[] not null,
  primary key (district, id)
);
comment on table safety."duty_topic" is '安全责任事项';
create unique index duty_topic_name_key on safety."duty_topic" (district, name) where retired_at is null;
create index duty_topic_area on safety."duty_topic" (district, area_code);

create table safety."duty_item" (
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
  list text not null,
  topic uuid not null,
  holder text not null,
  unit uuid not null,
  person uuid,
  is_lead boolean not null,
  what text not null,
  every_months integer not null,
  evidence text not null,
  from_on date not null,
  primary key (district, id),
  constraint duty_item_list_choice check (list = any (array['department', 'trade', 'enterprise', 'party'])),
  constraint duty_item_party check (list <> 'party' or person is not null)
);
comment on table safety."duty_item" is '安全责任清单';
create index duty_item_area on safety."duty_item" (district, area_code);

create table safety."link" (
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
  leader uuid not null,
  enterprise uuid not null,
  unit uuid not null,
  every_months integer not null,
  from_on date not null,
  primary key (district, id)
);
comment on table safety."link" is '领导安全联系点';
create unique index link_leader_enterprise_key on safety."link" (district, leader, enterprise) where retired_at is null;
create index link_area on safety."link" (district, area_code);

create table safety."expert" (
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
  primary key (district, id),
  constraint expert_field_choice check (field = any (array['sanitation', 'greening', 'municipal', 'muck', 'gas', 'ads', 'chemical', 'fire', 'waste', 'building', 'epidemic']))
);
comment on table safety."expert" is '安全专家';
create unique index expert_name_key on safety."expert" (district, name) where retired_at is null;
create index expert_area on safety."expert" (district, area_code);

create table safety."place" (
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
  primary key (district, id),
  constraint place_kind_choice check (kind = any (array['office', 'hall', 'market', 'site', 'checkpoint']))
);
comment on table safety."place" is '防疫场所';
create unique index place_name_key on safety."place" (district, name) where retired_at is null;
create index place_area on safety."place" (district, area_code);

create table safety."staff" (
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
  unit uuid not null,
  doses integer not null,
  primary key (district, id)
);
comment on table safety."staff" is '防疫人员健康台账';
create unique index staff_code_key on safety."staff" (district, code) where retired_at is null;
create index staff_area on safety."staff" (district, area_code);

create table safety."goal" (
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
  primary key (district, id)
);
comment on table safety."goal" is '维稳目标';
create unique index goal_name_key on safety."goal" (district, name) where retired_at is null;
create index goal_area on safety."goal" (district, area_code);

create table safety."check" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  enterprise uuid not null,
  mode text not null,
  class text not null,
  programme uuid,
  lesson uuid,
  name text not null,
  unit uuid not null,
  items jsonb not null,
  graves jsonb not null,
  results jsonb not null,
  total integer not null,
  problems integer not null,
  checked_on date,
  comment text,
  primary key (district, id),
  constraint check_mode_choice check (mode = any (array['routine', 'surprise', 'patrol', 'leader', 'special', 'census'])),
  constraint check_class_choice check (class = any (array['sanitation', 'greening', 'municipal', 'muck', 'gas', 'ads', 'chemical', 'fire', 'waste', 'building', 'epidemic']))
);
comment on table safety."check" is '安全检查';
create unique index check_number_key on safety."check" (district, number);
create unique index check_client_key on safety."check" (district, client_key);
create index check_created on safety."check" (district, created_at desc, id desc);
create index check_by_due on safety."check" (district, due_at) where status <> all (array['closed', 'dropped']);
create index check_open_place on safety."check" (district, status, area_code, due_at) where status <> all (array['closed', 'dropped']);
create index check_open_geom on safety."check" using gist (geom, created_at) where closed_at is null;
create index check_closed_geom on safety."check" using gist (geom, created_at) where closed_at is not null;
create index check_parent on safety."check" (district, parent_id) where parent_id is not null;

create table safety."problem" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  enterprise uuid not null,
  class text,
  what text not null,
  level text not null,
  unit uuid not null,
  due_on date not null,
  source_id text,
  check_id text,
  name text not null,
  found_on date not null,
  letter text,
  is_suspended text,
  fix text,
  is_overdue text not null,
  backs integer not null,
  extensions integer not null,
  closed_on date,
  is_in_time text,
  primary key (district, id),
  constraint problem_source_choice check (source = any (array['check', 'visit', 'self', 'survey', 'lesson', 'report'])),
  constraint problem_class_choice check (class = any (array['sanitation', 'greening', 'municipal', 'muck', 'gas', 'ads', 'chemical', 'fire', 'waste', 'building', 'epidemic'])),
  constraint problem_level_choice check (level = any (array['general', 'major'])),
  constraint problem_is_suspended_choice check (is_suspended = any (array['yes', 'no'])),
  constraint problem_is_overdue_choice check (is_overdue = any (array['yes', 'no'])),
  constraint problem_is_in_time_choice check (is_in_time = any (array['yes', 'no']))
);
comment on table safety."problem" is '安全隐患治理';
create unique index problem_number_key on safety."problem" (district, number);
create unique index problem_client_key on safety."problem" (district, client_key);
create index problem_created on safety."problem" (district, created_at desc, id desc);
create index problem_by_due on safety."problem" (district, due_at) where status <> all (array['closed']);
create index problem_open_place on safety."problem" (district, status, area_code, due_at) where status <> all (array['closed']);
create index problem_open_geom on safety."problem" using gist (geom, created_at) where closed_at is null;
create index problem_closed_geom on safety."problem" using gist (geom, created_at) where closed_at is not null;
create index problem_parent on safety."problem" (district, parent_id) where parent_id is not null;

create table safety."due" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  key text not null,
  source_id text not null,
  name text not null,
  unit uuid not null,
  person uuid,
  enterprise text,
  lesson text,
  from_on date not null,
  due_on date not null,
  evidence text,
  done_on date,
  is_late text not null,
  is_abnormal text,
  primary key (district, id),
  constraint due_kind_choice check (kind = any (array['duty', 'risk', 'visit', 'check', 'key', 'lesson', 'disinfect', 'test', 'vaccine'])),
  constraint due_is_late_choice check (is_late = any (array['yes', 'no'])),
  constraint due_is_abnormal_choice check (is_abnormal = any (array['yes', 'no']))
);
comment on table safety."due" is '安全到期事项';
create unique index due_number_key on safety."due" (district, number);
create unique index due_client_key on safety."due" (district, client_key);
create index due_created on safety."due" (district, created_at desc, id desc);
create index due_by_due on safety."due" (district, due_at) where status <> all (array['done', 'stopped']);
create index due_open_place on safety."due" (district, status, area_code, due_at) where status <> all (array['done', 'stopped']);
create index due_open_geom on safety."due" using gist (geom, created_at) where closed_at is null;
create index due_closed_geom on safety."due" using gist (geom, created_at) where closed_at is not null;
create index due_parent on safety."due" (district, parent_id) where parent_id is not null;
create unique index due_key_key on safety."due" (district, key);

create table safety."programme" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  from_year integer not null,
  to_year integer not null,
  sectors text[] not null,
  targets jsonb not null,
  years integer not null,
  results jsonb not null,
  summary text,
  primary key (district, id)
);
comment on table safety."programme" is '安全生产专项整治';
create unique index programme_number_key on safety."programme" (district, number);
create unique index programme_client_key on safety."programme" (district, client_key);
create index programme_created on safety."programme" (district, created_at desc, id desc);
create index programme_by_due on safety."programme" (district, due_at) where status <> all (array['closed', 'refused']);
create index programme_open_place on safety."programme" (district, status, area_code, due_at) where status <> all (array['closed', 'refused']);
create index programme_open_geom on safety."programme" using gist (geom, created_at) where closed_at is null;
create index programme_closed_geom on safety."programme" using gist (geom, created_at) where closed_at is not null;
create index programme_parent on safety."programme" (district, parent_id) where parent_id is not null;

create table safety."item" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  programme uuid,
  what text not null,
  unit uuid not null,
  due_on date not null,
  source_type text,
  source_id text,
  result text,
  is_overdue text not null,
  closed_on date,
  primary key (district, id),
  constraint item_kind_choice check (kind = any (array['problem', 'measure', 'promise', 'abnormal', 'other'])),
  constraint item_is_overdue_choice check (is_overdue = any (array['yes', 'no']))
);
comment on table safety."item" is '安全清单事项';
create unique index item_number_key on safety."item" (district, number);
create unique index item_client_key on safety."item" (district, client_key);
create index item_created on safety."item" (district, created_at desc, id desc);
create index item_by_due on safety."item" (district, due_at) where status <> all (array['closed']);
create index item_open_place on safety."item" (district, status, area_code, due_at) where status <> all (array['closed']);
create index item_open_geom on safety."item" using gist (geom, created_at) where closed_at is null;
create index item_closed_geom on safety."item" using gist (geom, created_at) where closed_at is not null;
create index item_parent on safety."item" (district, parent_id) where parent_id is not null;

create table safety."lesson" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  happened_on date not null,
  place text not null,
  class text not null,
  cause text not null,
  lesson text not null,
  items jsonb not null,
  due_on date not null,
  similar_ jsonb not null,
  total integer not null,
  summary text,
  problems integer,
  closed_on date,
  primary key (district, id),
  constraint lesson_class_choice check (class = any (array['sanitation', 'greening', 'municipal', 'muck', 'gas', 'ads', 'chemical', 'fire', 'waste', 'building', 'epidemic']))
);
comment on table safety."lesson" is '事故教训排查';
create unique index lesson_number_key on safety."lesson" (district, number);
create unique index lesson_client_key on safety."lesson" (district, client_key);
create index lesson_created on safety."lesson" (district, created_at desc, id desc);
create index lesson_by_due on safety."lesson" (district, due_at) where status <> all (array['closed']);
create index lesson_open_place on safety."lesson" (district, status, area_code, due_at) where status <> all (array['closed']);
create index lesson_open_geom on safety."lesson" using gist (geom, created_at) where closed_at is null;
create index lesson_closed_geom on safety."lesson" using gist (geom, created_at) where closed_at is not null;
create index lesson_parent on safety."lesson" (district, parent_id) where parent_id is not null;

create table safety."training" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  campaign text,
  layer text not null,
  expert uuid not null,
  on_on date not null,
  hours integer not null,
  pass_mark integer not null,
  pupils jsonb not null,
  names jsonb not null,
  results jsonb not null,
  waiting jsonb not null,
  planned integer not null,
  attended integer not null,
  passed integer not null,
  rounds integer not null,
  primary key (district, id),
  constraint training_layer_choice check (layer = any (array['central', 'pair', 'post']))
);
comment on table safety."training" is '安全教育培训';
create unique index training_number_key on safety."training" (district, number);
create unique index training_client_key on safety."training" (district, client_key);
create index training_created on safety."training" (district, created_at desc, id desc);
create index training_by_due on safety."training" (district, due_at) where status <> all (array['closed']);
create index training_open_place on safety."training" (district, status, area_code, due_at) where status <> all (array['closed']);
create index training_open_geom on safety."training" using gist (geom, created_at) where closed_at is null;
create index training_closed_geom on safety."training" using gist (geom, created_at) where closed_at is not null;
create index training_parent on safety."training" (district, parent_id) where parent_id is not null;

create table safety."lecture" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  body text not null,
  speaker text not null,
  held_on date not null,
  topics jsonb not null,
  audience jsonb not null,
  topic_count integer not null,
  enterprises integer not null,
  people integer not null,
  promises integer not null,
  primary key (district, id),
  constraint lecture_body_choice check (body = any (array['leader', 'city', 'grass', 'expert']))
);
comment on table safety."lecture" is '安全生产宣讲';
create unique index lecture_number_key on safety."lecture" (district, number);
create unique index lecture_client_key on safety."lecture" (district, client_key);
create index lecture_created on safety."lecture" (district, created_at desc, id desc);
create index lecture_by_due on safety."lecture" (district, due_at) where status <> all (array['closed']);
create index lecture_open_place on safety."lecture" (district, status, area_code, due_at) where status <> all (array['closed']);
create index lecture_open_geom on safety."lecture" using gist (geom, created_at) where closed_at is null;
create index lecture_closed_geom on safety."lecture" using gist (geom, created_at) where closed_at is not null;
create index lecture_parent on safety."lecture" (district, parent_id) where parent_id is not null;

create table safety."appointment" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  office uuid not null,
  person uuid not null,
  post text not null,
  duties text[] not null,
  paper text not null,
  from_on date not null,
  matters jsonb not null,
  successor uuid,
  ended_on date,
  primary key (district, id)
);
comment on table safety."appointment" is '应急管理处任职';
create unique index appointment_number_key on safety."appointment" (district, number);
create unique index appointment_client_key on safety."appointment" (district, client_key);
create index appointment_created on safety."appointment" (district, created_at desc, id desc);
create index appointment_by_due on safety."appointment" (district, due_at) where status <> all (array['ended']);
create index appointment_open_place on safety."appointment" (district, status, area_code, due_at) where status <> all (array['ended']);
create index appointment_open_geom on safety."appointment" using gist (geom, created_at) where closed_at is null;
create index appointment_closed_geom on safety."appointment" using gist (geom, created_at) where closed_at is not null;
create index appointment_parent on safety."appointment" (district, parent_id) where parent_id is not null;

create table safety."inbox" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
  parent_id uuid,
  client_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored,
  area_code text,
  from_ text not null,
  title text not null,
  duty text not null,
  content text not null,
  due_on date not null,
  person uuid not null,
  office uuid not null,
  result text,
  done_at timestamp with time zone,
  is_late text not null,
  primary key (district, id),
  constraint inbox_duty_choice check (duty = any (array['overall', 'inspect', 'emergency', 'training', 'report'])),
  constraint inbox_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table safety."inbox" is '应急管理处收件';
create unique index inbox_number_key on safety."inbox" (district, number);
create unique index inbox_client_key on safety."inbox" (district, client_key);
create index inbox_created on safety."inbox" (district, created_at desc, id desc);
create index inbox_by_due on safety."inbox" (district, due_at) where status <> all (array['done']);
create index inbox_open_place on safety."inbox" (district, status, area_code, due_at) where status <> all (array['done']);
create index inbox_open_geom on safety."inbox" using gist (geom, created_at) where closed_at is null;
create index inbox_closed_geom on safety."inbox" using gist (geom, created_at) where closed_at is not null;
create index inbox_parent on safety."inbox" (district, parent_id) where parent_id is not null;

create table safety."mode" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  from_on date not null,
  disinfect_days integer not null,
  test_days integer not null,
  doses integer not null,
  ended_on date,
  end_paper text,
  primary key (district, id)
);
comment on table safety."mode" is '疫情防控模式';
create unique index mode_number_key on safety."mode" (district, number);
create unique index mode_client_key on safety."mode" (district, client_key);
create index mode_created on safety."mode" (district, created_at desc, id desc);
create index mode_by_due on safety."mode" (district, due_at) where status <> all (array['off']);
create index mode_open_place on safety."mode" (district, status, area_code, due_at) where status <> all (array['off']);
create index mode_open_geom on safety."mode" using gist (geom, created_at) where closed_at is null;
create index mode_closed_geom on safety."mode" using gist (geom, created_at) where closed_at is not null;
create index mode_parent on safety."mode" (district, parent_id) where parent_id is not null;

create table safety."epidemic_waste" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  bags integer not null,
  is_sealed boolean not null,
  seal text not null,
  kg numeric not null,
  driver text not null,
  plate text not null,
  route text not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone,
  minutes integer,
  plant text,
  kg_in numeric,
  gap_percent numeric,
  receipt text,
  cause text,
  primary key (district, id)
);
comment on table safety."epidemic_waste" is '涉疫垃圾收运处置';
create unique index epidemic_waste_number_key on safety."epidemic_waste" (district, number);
create unique index epidemic_waste_client_key on safety."epidemic_waste" (district, client_key);
create index epidemic_waste_created on safety."epidemic_waste" (district, created_at desc, id desc);
create index epidemic_waste_by_due on safety."epidemic_waste" (district, due_at) where status <> all (array['closed']);
create index epidemic_waste_open_place on safety."epidemic_waste" (district, status, area_code, due_at) where status <> all (array['closed']);
create index epidemic_waste_open_geom on safety."epidemic_waste" using gist (geom, created_at) where closed_at is null;
create index epidemic_waste_closed_geom on safety."epidemic_waste" using gist (geom, created_at) where closed_at is not null;
create index epidemic_waste_parent on safety."epidemic_waste" (district, parent_id) where parent_id is not null;
create unique index epidemic_waste_seal_key on safety."epidemic_waste" (district, seal);

create table safety."pledge" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  year integer not null,
  name text not null,
  goals jsonb not null,
  incidents integer not null,
  broken jsonb not null,
  evidence text,
  primary key (district, id)
);
comment on table safety."pledge" is '维稳目标责任状';
create unique index pledge_number_key on safety."pledge" (district, number);
create unique index pledge_client_key on safety."pledge" (district, client_key);
create index pledge_created on safety."pledge" (district, created_at desc, id desc);
create index pledge_by_due on safety."pledge" (district, due_at) where status <> all (array['broken', 'kept']);
create index pledge_open_place on safety."pledge" (district, status, area_code, due_at) where status <> all (array['broken', 'kept']);
create index pledge_open_geom on safety."pledge" using gist (geom, created_at) where closed_at is null;
create index pledge_closed_geom on safety."pledge" using gist (geom, created_at) where closed_at is not null;
create index pledge_parent on safety."pledge" (district, parent_id) where parent_id is not null;
create unique index pledge_unit_year_key on safety."pledge" (district, unit, year);

create table safety."incident" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  goal uuid not null,
  happened_on date not null,
  what text not null,
  accident uuid,
  goal_name text not null,
  finding text,
  primary key (district, id)
);
comment on table safety."incident" is '维稳事件';
create unique index incident_number_key on safety."incident" (district, number);
create unique index incident_client_key on safety."incident" (district, client_key);
create index incident_created on safety."incident" (district, created_at desc, id desc);
create index incident_by_due on safety."incident" (district, due_at) where status <> all (array['real', 'untrue']);
create index incident_open_place on safety."incident" (district, status, area_code, due_at) where status <> all (array['real', 'untrue']);
create index incident_open_geom on safety."incident" using gist (geom, created_at) where closed_at is null;
create index incident_closed_geom on safety."incident" using gist (geom, created_at) where closed_at is not null;
create index incident_parent on safety."incident" (district, parent_id) where parent_id is not null;
