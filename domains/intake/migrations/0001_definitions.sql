create schema if not exists intake;

create table intake."channel" (
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
  primary key (district, id)
);
comment on table intake."channel" is '来源渠道';
create unique index channel_key_key on intake."channel" (district, key) where retired_at is null;
create index channel_area on intake."channel" (district, area_code);

create table intake."shift" (
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
  primary key (district, id),
  constraint shift_order check (ends_at > starts_at)
);
comment on table intake."shift" is '热线排班';
create index shift_area on intake."shift" (district, area_code);

create table intake."patrol_plan" (
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
  primary key (district, id),
  constraint patrol_plan_who_choice check (who = any (array['collector', 'officer']))
);
comment on table intake."patrol_plan" is '巡查计划';
create unique index patrol_plan_name_valid_from_key on intake."patrol_plan" (district, name, valid_from) where retired_at is null;
create index patrol_plan_area on intake."patrol_plan" (district, area_code);

create table intake."reward_scale" (
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
  primary key (district, id),
  constraint reward_scale_matter_choice check (matter = any (array['illegalBuilding', 'dumping', 'ads', 'damage', 'gas', 'other']))
);
comment on table intake."reward_scale" is '举报奖励标准';
create unique index reward_scale_matter_valid_from_key on intake."reward_scale" (district, matter, valid_from) where retired_at is null;
create index reward_scale_area on intake."reward_scale" (district, area_code);

create table intake."reward_budget" (
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
  primary key (district, id)
);
comment on table intake."reward_budget" is '举报奖励预算';
create unique index reward_budget_year_key on intake."reward_budget" (district, year) where retired_at is null;
create index reward_budget_area on intake."reward_budget" (district, area_code);

create table intake."patrol" (
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
  primary key (district, id),
  constraint patrol_who_choice check (who = any (array['collector', 'officer']))
);
comment on table intake."patrol" is 'append-only: 巡查记录';
create index patrol_at on intake."patrol" (district, at desc);

create table intake."correction" (
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
  primary key (district, id),
  constraint correction_matter_choice check (matter = any (array['stall', 'outside', 'ads', 'parking', 'hanging', 'sign', 'other']))
);
comment on table intake."correction" is 'append-only: 当场纠正';
create index correction_at on intake."correction" (district, at desc);
create index correction_geom on intake."correction" using gist (geom);

create table intake."spot_check" (
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
  primary key (district, id)
);
comment on table intake."spot_check" is 'append-only: 采集抽查';
create index spot_check_at on intake."spot_check" (district, at desc);
create index spot_check_geom on intake."spot_check" using gist (geom);

create table intake."alarm" (
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
  primary key (district, id),
  constraint alarm_kind_choice check (kind = any (array['tilt', 'level', 'smoke', 'gas', 'lamp', 'bin', 'noise', 'dust']))
);
comment on table intake."alarm" is 'append-only: 物联告警';
create index alarm_at on intake."alarm" (district, at desc);
create index alarm_geom on intake."alarm" using gist (geom);

create table intake."order" (
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
  primary key (district, id),
  constraint order_channel_choice check (channel = any (array['12319', '12345', 'hotline', 'minqingtong', 'minhu', 'massReport'])),
  constraint order_kind_choice check (kind = any (array['complaint', 'report', 'request', 'advice', 'consult', 'praise'])),
  constraint order_satisfaction_choice check (satisfaction = any (array['satisfied', 'basic', 'dissatisfied', 'unreached']))
);
comment on table intake."order" is '诉求工单';
create unique index order_number_key on intake."order" (district, number);
create unique index order_client_key on intake."order" (district, client_key);
create index order_created on intake."order" (district, created_at desc, id desc);
create index order_open_due on intake."order" (district, status, due_at) where status <> all (array['done', 'returned', 'merged']);
create index order_geom on intake."order" using gist (geom);
create index order_parent on intake."order" (district, parent_id) where parent_id is not null;

create table intake."petition" (
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
  primary key (district, id),
  constraint petition_way_choice check (way = any (array['online', 'letter', 'visit', 'call']))
);
comment on table intake."petition" is '信访件';
create unique index petition_number_key on intake."petition" (district, number);
create unique index petition_client_key on intake."petition" (district, client_key);
create index petition_created on intake."petition" (district, created_at desc, id desc);
create index petition_open_due on intake."petition" (district, status, due_at) where status <> all (array['closed', 'refused']);
create index petition_geom on intake."petition" using gist (geom);
create index petition_parent on intake."petition" (district, parent_id) where parent_id is not null;
create unique index petition_outside_number_key on intake."petition" (district, outside_number);

create table intake."reward" (
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
  primary key (district, id),
  constraint reward_matter_choice check (matter = any (array['illegalBuilding', 'dumping', 'ads', 'damage', 'gas', 'other']))
);
comment on table intake."reward" is '有奖举报';
create unique index reward_number_key on intake."reward" (district, number);
create unique index reward_client_key on intake."reward" (district, client_key);
create index reward_created on intake."reward" (district, created_at desc, id desc);
create index reward_open_due on intake."reward" (district, status, due_at) where status <> all (array['paid', 'refused']);
create index reward_geom on intake."reward" using gist (geom);
create index reward_parent on intake."reward" (district, parent_id) where parent_id is not null;
create unique index reward_anonymous_code_key on intake."reward" (district, anonymous_code);

create table intake."assignment" (
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
  primary key (district, id),
  constraint assignment_source_choice check (source = any (array['instruction', 'superior', 'eco', 'superiorCheck', 'grassroots'])),
  constraint assignment_level_choice check (level = any (array['city', 'district', 'province', 'central', 'bureau']))
);
comment on table intake."assignment" is '交办批示件';
create unique index assignment_number_key on intake."assignment" (district, number);
create unique index assignment_client_key on intake."assignment" (district, client_key);
create index assignment_created on intake."assignment" (district, created_at desc, id desc);
create index assignment_open_due on intake."assignment" (district, status, due_at) where status <> all (array['cleared', 'withdrawn']);
create index assignment_geom on intake."assignment" using gist (geom);
create index assignment_parent on intake."assignment" (district, parent_id) where parent_id is not null;

create table intake."topic" (
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
  primary key (district, id),
  constraint topic_kind_choice check (kind = any (array['inspection', 'survey', 'volunteer']))
);
comment on table intake."topic" is '专项督查排查';
create unique index topic_number_key on intake."topic" (district, number);
create unique index topic_client_key on intake."topic" (district, client_key);
create index topic_created on intake."topic" (district, created_at desc, id desc);
create index topic_open_due on intake."topic" (district, status, due_at) where status <> all (array['ended']);
create index topic_geom on intake."topic" using gist (geom);
create index topic_parent on intake."topic" (district, parent_id) where parent_id is not null;

create table intake."issue" (
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
  primary key (district, id),
  constraint issue_kind_choice check (kind = any (array['inspection', 'survey', 'volunteer'])),
  constraint issue_issue_class_choice check (issue_class = any (array['appearance', 'sanitation', 'municipal', 'advertising']))
);
comment on table intake."issue" is '专项问题';
create unique index issue_number_key on intake."issue" (district, number);
create unique index issue_client_key on intake."issue" (district, client_key);
create index issue_created on intake."issue" (district, created_at desc, id desc);
create index issue_open_due on intake."issue" (district, status, due_at) where status <> all (array['done', 'dropped']);
create index issue_geom on intake."issue" using gist (geom);
create index issue_parent on intake."issue" (district, parent_id) where parent_id is not null;

create table intake."finding" (
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
  primary key (district, id),
  constraint finding_source_choice check (source = any (array['video', 'drone', 'vehicle'])),
  constraint finding_end_choice check (end_ = any (array['merchant', 'dispatched', 'relearn', 'repeat']))
);
comment on table intake."finding" is '智能发现';
create unique index finding_number_key on intake."finding" (district, number);
create unique index finding_client_key on intake."finding" (district, client_key);
create index finding_created on intake."finding" (district, created_at desc, id desc);
create index finding_open_due on intake."finding" (district, status, due_at) where status <> all (array['dispatched', 'rectified', 'relearn', 'repeated']);
create index finding_geom on intake."finding" using gist (geom);
create index finding_parent on intake."finding" (district, parent_id) where parent_id is not null;

create table intake."spot" (
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
  primary key (district, id),
  constraint spot_judgement_choice check (judgement = any (array['illegal', 'legal', 'waste', 'farmland', 'unchanged']))
);
comment on table intake."spot" is '卫星图斑';
create unique index spot_number_key on intake."spot" (district, number);
create unique index spot_client_key on intake."spot" (district, client_key);
create index spot_created on intake."spot" (district, created_at desc, id desc);
create index spot_open_due on intake."spot" (district, status, due_at) where status <> all (array['restored', 'legal']);
create index spot_geom on intake."spot" using gist (geom);
create index spot_parent on intake."spot" (district, parent_id) where parent_id is not null;
create unique index spot_batch_spot_number_key on intake."spot" (district, batch, spot_number);

create table intake."whistle" (
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
  primary key (district, id),
  constraint whistle_rating_choice check (rating = any (array['satisfied', 'basic', 'dissatisfied', 'unreached']))
);
comment on table intake."whistle" is '社区吹哨';
create unique index whistle_number_key on intake."whistle" (district, number);
create unique index whistle_client_key on intake."whistle" (district, client_key);
create index whistle_created on intake."whistle" (district, created_at desc, id desc);
create index whistle_open_due on intake."whistle" (district, status, due_at) where status <> all (array['confirmed']);
create index whistle_geom on intake."whistle" using gist (geom);
create index whistle_parent on intake."whistle" (district, parent_id) where parent_id is not null;

create table intake."arrival" (
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
  primary key (district, id)
);
comment on table intake."arrival" is '部门报到';
create unique index arrival_number_key on intake."arrival" (district, number);
create unique index arrival_client_key on intake."arrival" (district, client_key);
create index arrival_created on intake."arrival" (district, created_at desc, id desc);
create index arrival_open_due on intake."arrival" (district, status, due_at) where status <> all (array['arrived']);
create index arrival_geom on intake."arrival" using gist (geom);
create index arrival_parent on intake."arrival" (district, parent_id) where parent_id is not null;

create table intake."opinion" (
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
  primary key (district, id),
  constraint opinion_grade_choice check (grade = any (array['normal', 'sensitive', 'major']))
);
comment on table intake."opinion" is '网络舆情';
create unique index opinion_number_key on intake."opinion" (district, number);
create unique index opinion_client_key on intake."opinion" (district, client_key);
create index opinion_created on intake."opinion" (district, created_at desc, id desc);
create index opinion_open_due on intake."opinion" (district, status, due_at) where status <> all (array['responded', 'ignored']);
create index opinion_geom on intake."opinion" using gist (geom);
create index opinion_parent on intake."opinion" (district, parent_id) where parent_id is not null;

create table intake.return_box (
  district text not null,
  id uuid not null,
  at timestamptz not null,
  channel text not null,
  order_id uuid not null,
  number text not null,
  outside_number text,
  status text not null,
  reply text not null,
  address text,
  sent_at timestamptz,
  error text,
  primary key (district, id),
  unique (district, order_id, status, at)
);
comment on table intake.return_box is '回传箱: answers on their way back to the platform they came from';
