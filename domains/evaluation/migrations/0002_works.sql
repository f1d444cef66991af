create table evaluation."criterion" (
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
  primary key (district, id),
  constraint criterion_table_choice check (table_ = any (array['fineStreetDistrict', 'fineStreetStreet', 'modelRoad', 'fineLane']))
);
comment on table evaluation."criterion" is '验收评分表';
create unique index criterion_table_code_valid_from_key on evaluation."criterion" (district, table_, code, valid_from) where retired_at is null;
create index criterion_area on evaluation."criterion" (district, area_code);

create table evaluation."local_scheme" (
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
  primary key (district, id)
);
comment on table evaluation."local_scheme" is '辖区考核办法库';
create unique index local_scheme_area_year_key on evaluation."local_scheme" (district, area, year) where retired_at is null;
create index local_scheme_area on evaluation."local_scheme" (district, area_code);

create table evaluation."service_index" (
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
  primary key (district, id),
  constraint service_index_way_choice check (way = any (array['platform', 'site', 'survey'])),
  constraint service_index_period_choice check (period = any (array['month', 'quarter', 'year', 'special'])),
  constraint service_index_ends check (target <> zero_at)
);
comment on table evaluation."service_index" is '综合管理服务评价指标';
create unique index service_index_code_valid_from_key on evaluation."service_index" (district, code, valid_from) where retired_at is null;
create index service_index_area on evaluation."service_index" (district, area_code);

create table evaluation."task" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint task_source_choice check (source = any (array['review', 'campaign', 'title', 'other']))
);
comment on table evaluation."task" is '督办任务';
create unique index task_number_key on evaluation."task" (district, number);
create unique index task_client_key on evaluation."task" (district, client_key);
create index task_created on evaluation."task" (district, created_at desc, id desc);
create index task_by_due on evaluation."task" (district, due_at) where status <> all (array['done', 'cancelled']);
create index task_open_place on evaluation."task" (district, status, area_code, due_at) where status <> all (array['done', 'cancelled']);
create index task_open_geom on evaluation."task" using gist (geom, created_at) where closed_at is null;
create index task_closed_geom on evaluation."task" using gist (geom, created_at) where closed_at is not null;
create index task_parent on evaluation."task" (district, parent_id) where parent_id is not null;

create table evaluation."review_meeting" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."review_meeting" is '季度点评会议';
create unique index review_meeting_number_key on evaluation."review_meeting" (district, number);
create unique index review_meeting_client_key on evaluation."review_meeting" (district, client_key);
create index review_meeting_created on evaluation."review_meeting" (district, created_at desc, id desc);
create index review_meeting_by_due on evaluation."review_meeting" (district, due_at) where status <> all (array['closed']);
create index review_meeting_open_place on evaluation."review_meeting" (district, status, area_code, due_at) where status <> all (array['closed']);
create index review_meeting_open_geom on evaluation."review_meeting" using gist (geom, created_at) where closed_at is null;
create index review_meeting_closed_geom on evaluation."review_meeting" using gist (geom, created_at) where closed_at is not null;
create index review_meeting_parent on evaluation."review_meeting" (district, parent_id) where parent_id is not null;
create unique index review_meeting_year_quarter_key on evaluation."review_meeting" (district, year, quarter);

create table evaluation."workshop" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."workshop" is '考核工作座谈会';
create unique index workshop_number_key on evaluation."workshop" (district, number);
create unique index workshop_client_key on evaluation."workshop" (district, client_key);
create index workshop_created on evaluation."workshop" (district, created_at desc, id desc);
create index workshop_by_due on evaluation."workshop" (district, due_at) where status <> all (array['closed']);
create index workshop_open_place on evaluation."workshop" (district, status, area_code, due_at) where status <> all (array['closed']);
create index workshop_open_geom on evaluation."workshop" using gist (geom, created_at) where closed_at is null;
create index workshop_closed_geom on evaluation."workshop" using gist (geom, created_at) where closed_at is not null;
create index workshop_parent on evaluation."workshop" (district, parent_id) where parent_id is not null;

create table evaluation."rule_opinion" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."rule_opinion" is '考核规则意见';
create unique index rule_opinion_number_key on evaluation."rule_opinion" (district, number);
create unique index rule_opinion_client_key on evaluation."rule_opinion" (district, client_key);
create index rule_opinion_created on evaluation."rule_opinion" (district, created_at desc, id desc);
create index rule_opinion_by_due on evaluation."rule_opinion" (district, due_at) where status <> all (array['applied', 'declined']);
create index rule_opinion_open_place on evaluation."rule_opinion" (district, status, area_code, due_at) where status <> all (array['applied', 'declined']);
create index rule_opinion_open_geom on evaluation."rule_opinion" using gist (geom, created_at) where closed_at is null;
create index rule_opinion_closed_geom on evaluation."rule_opinion" using gist (geom, created_at) where closed_at is not null;
create index rule_opinion_parent on evaluation."rule_opinion" (district, parent_id) where parent_id is not null;

create table evaluation."task_force" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."task_force" is '工作专班';
create unique index task_force_number_key on evaluation."task_force" (district, number);
create unique index task_force_client_key on evaluation."task_force" (district, client_key);
create index task_force_created on evaluation."task_force" (district, created_at desc, id desc);
create index task_force_by_due on evaluation."task_force" (district, due_at) where status <> all (array['ended']);
create index task_force_open_place on evaluation."task_force" (district, status, area_code, due_at) where status <> all (array['ended']);
create index task_force_open_geom on evaluation."task_force" using gist (geom, created_at) where closed_at is null;
create index task_force_closed_geom on evaluation."task_force" using gist (geom, created_at) where closed_at is not null;
create index task_force_parent on evaluation."task_force" (district, parent_id) where parent_id is not null;

create table evaluation."campaign" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint campaign_outcome_choice check (outcome = any (array['done', 'late']))
);
comment on table evaluation."campaign" is '同创攻坚行动';
create unique index campaign_number_key on evaluation."campaign" (district, number);
create unique index campaign_client_key on evaluation."campaign" (district, client_key);
create index campaign_created on evaluation."campaign" (district, created_at desc, id desc);
create index campaign_by_due on evaluation."campaign" (district, due_at) where status <> all (array['ended']);
create index campaign_open_place on evaluation."campaign" (district, status, area_code, due_at) where status <> all (array['ended']);
create index campaign_open_geom on evaluation."campaign" using gist (geom, created_at) where closed_at is null;
create index campaign_closed_geom on evaluation."campaign" using gist (geom, created_at) where closed_at is not null;
create index campaign_parent on evaluation."campaign" (district, parent_id) where parent_id is not null;

create table evaluation."title" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint title_kind_choice check (kind = any (array['civilized', 'sanitary', 'garden', 'forest'])),
  constraint title_level_choice check (level = any (array['nation', 'province', 'city']))
);
comment on table evaluation."title" is '城市称号';
create unique index title_number_key on evaluation."title" (district, number);
create unique index title_client_key on evaluation."title" (district, client_key);
create index title_created on evaluation."title" (district, created_at desc, id desc);
create index title_by_due on evaluation."title" (district, due_at) where status <> all (array['failed', 'lost']);
create index title_open_place on evaluation."title" (district, status, area_code, due_at) where status <> all (array['failed', 'lost']);
create index title_open_geom on evaluation."title" using gist (geom, created_at) where closed_at is null;
create index title_closed_geom on evaluation."title" using gist (geom, created_at) where closed_at is not null;
create index title_parent on evaluation."title" (district, parent_id) where parent_id is not null;
create unique index title_name_key on evaluation."title" (district, name);

create table evaluation."fine_street" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."fine_street" is '精品街道建设验收';
create unique index fine_street_number_key on evaluation."fine_street" (district, number);
create unique index fine_street_client_key on evaluation."fine_street" (district, client_key);
create index fine_street_created on evaluation."fine_street" (district, created_at desc, id desc);
create index fine_street_by_due on evaluation."fine_street" (district, due_at) where status <> all (array['accepted', 'failed']);
create index fine_street_open_place on evaluation."fine_street" (district, status, area_code, due_at) where status <> all (array['accepted', 'failed']);
create index fine_street_open_geom on evaluation."fine_street" using gist (geom, created_at) where closed_at is null;
create index fine_street_closed_geom on evaluation."fine_street" using gist (geom, created_at) where closed_at is not null;
create index fine_street_parent on evaluation."fine_street" (district, parent_id) where parent_id is not null;
create unique index fine_street_name_key on evaluation."fine_street" (district, name);

create table evaluation."model_road" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint model_road_level_choice check (level = any (array['district', 'city']))
);
comment on table evaluation."model_road" is '示范路创建';
create unique index model_road_number_key on evaluation."model_road" (district, number);
create unique index model_road_client_key on evaluation."model_road" (district, client_key);
create index model_road_created on evaluation."model_road" (district, created_at desc, id desc);
create index model_road_by_due on evaluation."model_road" (district, due_at) where status <> all (array['subsidised', 'failed', 'declined']);
create index model_road_open_place on evaluation."model_road" (district, status, area_code, due_at) where status <> all (array['subsidised', 'failed', 'declined']);
create index model_road_open_geom on evaluation."model_road" using gist (geom, created_at) where closed_at is null;
create index model_road_closed_geom on evaluation."model_road" using gist (geom, created_at) where closed_at is not null;
create index model_road_parent on evaluation."model_road" (district, parent_id) where parent_id is not null;
create unique index model_road_name_level_key on evaluation."model_road" (district, name, level);

create table evaluation."fine_lane" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."fine_lane" is '精品街巷';
create unique index fine_lane_number_key on evaluation."fine_lane" (district, number);
create unique index fine_lane_client_key on evaluation."fine_lane" (district, client_key);
create index fine_lane_created on evaluation."fine_lane" (district, created_at desc, id desc);
create index fine_lane_by_due on evaluation."fine_lane" (district, due_at) where status <> all (array['plain', 'failed', 'removed']);
create index fine_lane_open_place on evaluation."fine_lane" (district, status, area_code, due_at) where status <> all (array['plain', 'failed', 'removed']);
create index fine_lane_open_geom on evaluation."fine_lane" using gist (geom, created_at) where closed_at is null;
create index fine_lane_closed_geom on evaluation."fine_lane" using gist (geom, created_at) where closed_at is not null;
create index fine_lane_parent on evaluation."fine_lane" (district, parent_id) where parent_id is not null;
create unique index fine_lane_name_key on evaluation."fine_lane" (district, name);

create table evaluation."target_letter" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."target_letter" is '年度目标任务书';
create unique index target_letter_number_key on evaluation."target_letter" (district, number);
create unique index target_letter_client_key on evaluation."target_letter" (district, client_key);
create index target_letter_created on evaluation."target_letter" (district, created_at desc, id desc);
create index target_letter_by_due on evaluation."target_letter" (district, due_at) where status <> all (array['evaluated']);
create index target_letter_open_place on evaluation."target_letter" (district, status, area_code, due_at) where status <> all (array['evaluated']);
create index target_letter_open_geom on evaluation."target_letter" using gist (geom, created_at) where closed_at is null;
create index target_letter_closed_geom on evaluation."target_letter" using gist (geom, created_at) where closed_at is not null;
create index target_letter_parent on evaluation."target_letter" (district, parent_id) where parent_id is not null;
create unique index target_letter_year_unit_key on evaluation."target_letter" (district, year, unit);

create table evaluation."unit_appraisal" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."unit_appraisal" is '机关单位垃圾分类绩效';
create unique index unit_appraisal_number_key on evaluation."unit_appraisal" (district, number);
create unique index unit_appraisal_client_key on evaluation."unit_appraisal" (district, client_key);
create index unit_appraisal_created on evaluation."unit_appraisal" (district, created_at desc, id desc);
create index unit_appraisal_by_due on evaluation."unit_appraisal" (district, due_at) where status <> all (array['handed']);
create index unit_appraisal_open_place on evaluation."unit_appraisal" (district, status, area_code, due_at) where status <> all (array['handed']);
create index unit_appraisal_open_geom on evaluation."unit_appraisal" using gist (geom, created_at) where closed_at is null;
create index unit_appraisal_closed_geom on evaluation."unit_appraisal" using gist (geom, created_at) where closed_at is not null;
create index unit_appraisal_parent on evaluation."unit_appraisal" (district, parent_id) where parent_id is not null;
create unique index unit_appraisal_year_unit_key on evaluation."unit_appraisal" (district, year, unit);

create table evaluation."analysis" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint analysis_level_choice check (level = any (array['city', 'district', 'town']))
);
comment on table evaluation."analysis" is '考核数据季度分析';
create unique index analysis_number_key on evaluation."analysis" (district, number);
create unique index analysis_client_key on evaluation."analysis" (district, client_key);
create index analysis_created on evaluation."analysis" (district, created_at desc, id desc);
create index analysis_by_due on evaluation."analysis" (district, due_at) where status <> all (array['decided']);
create index analysis_open_place on evaluation."analysis" (district, status, area_code, due_at) where status <> all (array['decided']);
create index analysis_open_geom on evaluation."analysis" using gist (geom, created_at) where closed_at is null;
create index analysis_closed_geom on evaluation."analysis" using gist (geom, created_at) where closed_at is not null;
create index analysis_parent on evaluation."analysis" (district, parent_id) where parent_id is not null;
create unique index analysis_year_quarter_level_key on evaluation."analysis" (district, year, quarter, level);

create table evaluation."service_round" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint service_round_period_choice check (period = any (array['month', 'quarter', 'year', 'special']))
);
comment on table evaluation."service_round" is '综合管理服务评价';
create unique index service_round_number_key on evaluation."service_round" (district, number);
create unique index service_round_client_key on evaluation."service_round" (district, client_key);
create index service_round_created on evaluation."service_round" (district, created_at desc, id desc);
create index service_round_by_due on evaluation."service_round" (district, due_at) where status <> all (array['concluded']);
create index service_round_open_place on evaluation."service_round" (district, status, area_code, due_at) where status <> all (array['concluded']);
create index service_round_open_geom on evaluation."service_round" using gist (geom, created_at) where closed_at is null;
create index service_round_closed_geom on evaluation."service_round" using gist (geom, created_at) where closed_at is not null;
create index service_round_parent on evaluation."service_round" (district, parent_id) where parent_id is not null;
create unique index service_round_name_key on evaluation."service_round" (district, name);

create table evaluation."service_value" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint service_value_way_choice check (way = any (array['platform', 'site', 'survey']))
);
comment on table evaluation."service_value" is '服务评价指标采集';
create unique index service_value_number_key on evaluation."service_value" (district, number);
create unique index service_value_client_key on evaluation."service_value" (district, client_key);
create index service_value_created on evaluation."service_value" (district, created_at desc, id desc);
create index service_value_by_due on evaluation."service_value" (district, due_at) where status <> all (array['absent']);
create index service_value_open_place on evaluation."service_value" (district, status, area_code, due_at) where status <> all (array['absent']);
create index service_value_open_geom on evaluation."service_value" using gist (geom, created_at) where closed_at is null;
create index service_value_closed_geom on evaluation."service_value" using gist (geom, created_at) where closed_at is not null;
create index service_value_parent on evaluation."service_value" (district, parent_id) where parent_id is not null;

create table evaluation."multi" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."multi" is '多元评价(一网统管)';
create unique index multi_number_key on evaluation."multi" (district, number);
create unique index multi_client_key on evaluation."multi" (district, client_key);
create index multi_created on evaluation."multi" (district, created_at desc, id desc);
create index multi_by_due on evaluation."multi" (district, due_at) where status <> all (array['published']);
create index multi_open_place on evaluation."multi" (district, status, area_code, due_at) where status <> all (array['published']);
create index multi_open_geom on evaluation."multi" using gist (geom, created_at) where closed_at is null;
create index multi_closed_geom on evaluation."multi" using gist (geom, created_at) where closed_at is not null;
create index multi_parent on evaluation."multi" (district, parent_id) where parent_id is not null;
create unique index multi_object_street_to_on_key on evaluation."multi" (district, object, street, to_on);

create table evaluation."rural_ranking" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."rural_ranking" is '农村生活垃圾“三个考核”';
create unique index rural_ranking_number_key on evaluation."rural_ranking" (district, number);
create unique index rural_ranking_client_key on evaluation."rural_ranking" (district, client_key);
create index rural_ranking_created on evaluation."rural_ranking" (district, created_at desc, id desc);
create index rural_ranking_by_due on evaluation."rural_ranking" (district, due_at) where status <> all (array['paid', 'dropped']);
create index rural_ranking_open_place on evaluation."rural_ranking" (district, status, area_code, due_at) where status <> all (array['paid', 'dropped']);
create index rural_ranking_open_geom on evaluation."rural_ranking" using gist (geom, created_at) where closed_at is null;
create index rural_ranking_closed_geom on evaluation."rural_ranking" using gist (geom, created_at) where closed_at is not null;
create index rural_ranking_parent on evaluation."rural_ranking" (district, parent_id) where parent_id is not null;
create unique index rural_ranking_name_key on evaluation."rural_ranking" (district, name);

create table evaluation."patrol_file" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id),
  constraint patrol_file_fault_choice check (fault = any (array['bare', 'dead', 'pest', 'litter', 'damage', 'occupied']))
);
comment on table evaluation."patrol_file" is '绿化巡查案卷';
create unique index patrol_file_number_key on evaluation."patrol_file" (district, number);
create unique index patrol_file_client_key on evaluation."patrol_file" (district, client_key);
create index patrol_file_created on evaluation."patrol_file" (district, created_at desc, id desc);
create index patrol_file_by_due on evaluation."patrol_file" (district, due_at) where status <> all (array['closed']);
create index patrol_file_open_place on evaluation."patrol_file" (district, status, area_code, due_at) where status <> all (array['closed']);
create index patrol_file_open_geom on evaluation."patrol_file" using gist (geom, created_at) where closed_at is null;
create index patrol_file_closed_geom on evaluation."patrol_file" using gist (geom, created_at) where closed_at is not null;
create index patrol_file_parent on evaluation."patrol_file" (district, parent_id) where parent_id is not null;

create table evaluation."honour_roll" (
  district text not null,
  id uuid not null,
  number text not null,
  status text not null,
  procedure_version integer not null,
  version integer not null,
  head text not null,
  unit_id uuid,
  due_at timestamp with time zone,
  parent_type text,
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
  primary key (district, id)
);
comment on table evaluation."honour_roll" is '年度荣誉与考评结果';
create unique index honour_roll_number_key on evaluation."honour_roll" (district, number);
create unique index honour_roll_client_key on evaluation."honour_roll" (district, client_key);
create index honour_roll_created on evaluation."honour_roll" (district, created_at desc, id desc);
create index honour_roll_by_due on evaluation."honour_roll" (district, due_at) where status <> all (array['issued']);
create index honour_roll_open_place on evaluation."honour_roll" (district, status, area_code, due_at) where status <> all (array['issued']);
create index honour_roll_open_geom on evaluation."honour_roll" using gist (geom, created_at) where closed_at is null;
create index honour_roll_closed_geom on evaluation."honour_roll" using gist (geom, created_at) where closed_at is not null;
create index honour_roll_parent on evaluation."honour_roll" (district, parent_id) where parent_id is not null;
create unique index honour_roll_year_key on evaluation."honour_roll" (district, year);
