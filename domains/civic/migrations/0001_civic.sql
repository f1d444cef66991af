create schema if not exists civic;

create table civic."account" (
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
  phone text not null,
  since date not null,
  last_client text not null,
  read_at timestamp with time zone,
  primary key (district, id),
  constraint account_last_client_choice check (last_client = any (array['app', 'mini', 'web']))
);
comment on table civic."account" is '市民账号';
create unique index account_phone_key on civic."account" (district, phone) where retired_at is null;
create index account_area on civic."account" (district, area_code);

create table civic."session" (
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
  account uuid not null,
  token_hash text not null,
  client text not null,
  until timestamp with time zone not null,
  primary key (district, id),
  constraint session_client_choice check (client = any (array['app', 'mini', 'web']))
);
comment on table civic."session" is '市民登录';
create unique index session_token_hash_key on civic."session" (district, token_hash) where retired_at is null;
create index session_area on civic."session" (district, area_code);

create table civic."app" (
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
  target text not null,
  icon text not null,
  rank integer not null,
  is_on boolean not null,
  primary key (district, id),
  constraint app_kind_choice check (kind = any (array['news', 'parking', 'bikes', 'volunteer', 'consult', 'frontage', 'permits', 'credit', 'small'])),
  constraint app_icon_choice check (icon = any (array['map', 'list', 'question', 'camera', 'progress', 'phone']))
);
comment on table civic."app" is '服务入口与微应用';
create unique index app_code_key on civic."app" (district, code) where retired_at is null;
create index app_area on civic."app" (district, area_code);

create table civic."lawyer" (
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
  firm text not null,
  licence text not null,
  topics text not null,
  is_on boolean not null,
  primary key (district, id)
);
comment on table civic."lawyer" is '工作室律师';
create unique index lawyer_licence_key on civic."lawyer" (district, licence) where retired_at is null;
create index lawyer_area on civic."lawyer" (district, area_code);

create table civic."council" (
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
  name text not null,
  members jsonb not null,
  set_up_on date not null,
  primary key (district, id)
);
comment on table civic."council" is '共治议事会';
create unique index council_compound_key on civic."council" (district, compound) where retired_at is null;
create index council_area on civic."council" (district, area_code);

create table civic."agreement_task" (
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
  village text not null,
  year integer not null,
  target integer not null,
  primary key (district, id)
);
comment on table civic."agreement_task" is '共同缔造协议任务';
create unique index agreement_task_village_year_key on civic."agreement_task" (district, village, year) where retired_at is null;
create index agreement_task_area on civic."agreement_task" (district, area_code);

create table civic."outer_survey" (
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
  year integer not null,
  topic text not null,
  publisher text not null,
  percent numeric not null,
  rank integer,
  peers integer,
  sample integer,
  published_on date not null,
  document text not null,
  primary key (district, id),
  constraint outer_survey_rank check (rank is null or peers is null or rank between 1 and peers)
);
comment on table civic."outer_survey" is '上级满意度调查';
create unique index outer_survey_year_topic_publisher_key on civic."outer_survey" (district, year, topic, publisher) where retired_at is null;
create index outer_survey_area on civic."outer_survey" (district, area_code);

create table civic."claim" (
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
  account uuid not null,
  receipt text not null,
  primary key (district, id)
);
comment on table civic."claim" is 'append-only: 账号所报';
create index claim_at on civic."claim" (district, at desc);

create table civic."app_open" (
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
  app uuid not null,
  name text not null,
  kind text not null,
  primary key (district, id),
  constraint app_open_kind_choice check (kind = any (array['news', 'parking', 'bikes', 'volunteer', 'consult', 'frontage', 'permits', 'credit', 'small']))
);
comment on table civic."app_open" is 'append-only: 入口使用';
create index app_open_at on civic."app_open" (district, at desc);

create table civic."reading" (
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
  news uuid not null,
  title text not null,
  channel text not null,
  primary key (district, id),
  constraint reading_channel_choice check (channel = any (array['portal', 'wechat', 'app', 'screen']))
);
comment on table civic."reading" is 'append-only: 信息阅读';
create index reading_at on civic."reading" (district, at desc);

create table civic."mark" (
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
  decision uuid not null,
  phone text not null,
  round integer not null,
  primary key (district, id)
);
comment on table civic."mark" is 'append-only: 公众评议';
create index mark_at on civic."mark" (district, at desc);

create table civic."phone_check" (
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
  phone text not null,
  purpose text not null,
  tries integer,
  is_right boolean,
  primary key (district, id)
);
comment on table civic."phone_check" is '手机验证';
create unique index phone_check_number_key on civic."phone_check" (district, number);
create unique index phone_check_client_key on civic."phone_check" (district, client_key);
create index phone_check_created on civic."phone_check" (district, created_at desc, id desc);
create index phone_check_by_due on civic."phone_check" (district, due_at) where status <> all (array['passed', 'failed']);
create index phone_check_open_place on civic."phone_check" (district, status, area_code, due_at) where status <> all (array['passed', 'failed']);
create index phone_check_open_geom on civic."phone_check" using gist (geom, created_at) where closed_at is null;
create index phone_check_closed_geom on civic."phone_check" using gist (geom, created_at) where closed_at is not null;
create index phone_check_parent on civic."phone_check" (district, parent_id) where parent_id is not null;

create table civic."news" (
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
  body text not null,
  channels text[] not null,
  audience text,
  until date,
  attachments uuid[],
  published_at timestamp with time zone,
  ended_at timestamp with time zone,
  reason text,
  is_released boolean,
  primary key (district, id),
  constraint news_kind_choice check (kind = any (array['notice', 'work', 'policy', 'service', 'warning']))
);
comment on table civic."news" is '信息发布';
create unique index news_number_key on civic."news" (district, number);
create unique index news_client_key on civic."news" (district, client_key);
create index news_created on civic."news" (district, created_at desc, id desc);
create index news_by_due on civic."news" (district, due_at) where status <> all (array['ended', 'withdrawn']);
create index news_open_place on civic."news" (district, status, area_code, due_at) where status <> all (array['ended', 'withdrawn']);
create index news_open_geom on civic."news" using gist (geom, created_at) where closed_at is null;
create index news_closed_geom on civic."news" using gist (geom, created_at) where closed_at is not null;
create index news_parent on civic."news" (district, parent_id) where parent_id is not null;

create table civic."small_notice" (
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
  title text not null,
  words text not null,
  phone text not null,
  town text not null,
  photos uuid[],
  until date,
  published_on date,
  reason text,
  is_published boolean,
  primary key (district, id),
  constraint small_notice_kind_choice check (kind = any (array['rent', 'job', 'lost', 'found', 'goods', 'other']))
);
comment on table civic."small_notice" is '便民信息';
create unique index small_notice_number_key on civic."small_notice" (district, number);
create unique index small_notice_client_key on civic."small_notice" (district, client_key);
create index small_notice_created on civic."small_notice" (district, created_at desc, id desc);
create index small_notice_by_due on civic."small_notice" (district, due_at) where status <> all (array['ended', 'withdrawn', 'refused']);
create index small_notice_open_place on civic."small_notice" (district, status, area_code, due_at) where status <> all (array['ended', 'withdrawn', 'refused']);
create index small_notice_open_geom on civic."small_notice" using gist (geom, created_at) where closed_at is null;
create index small_notice_closed_geom on civic."small_notice" using gist (geom, created_at) where closed_at is not null;
create index small_notice_parent on civic."small_notice" (district, parent_id) where parent_id is not null;

create table civic."consult" (
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
  way text not null,
  topic text not null,
  question text not null,
  name text not null,
  phone text not null,
  lawyer uuid,
  booked_on date,
  slot text,
  answer_due_at timestamp with time zone,
  answered_at timestamp with time zone,
  answer text,
  answered_by uuid,
  stars integer,
  case_text text,
  is_published boolean,
  mediator text,
  mediation text,
  primary key (district, id),
  constraint consult_way_choice check (way = any (array['written', 'booked'])),
  constraint consult_topic_choice check (topic = any (array['penalty', 'permit', 'neighbour', 'property', 'stall', 'other'])),
  constraint consult_slot_choice check (slot = any (array['am9', 'am10', 'pm14', 'pm15'])),
  constraint consult_mediation_choice check (mediation = any (array['settled', 'failed']))
);
comment on table civic."consult" is '法律咨询';
create unique index consult_number_key on civic."consult" (district, number);
create unique index consult_client_key on civic."consult" (district, client_key);
create index consult_created on civic."consult" (district, created_at desc, id desc);
create index consult_by_due on civic."consult" (district, due_at) where status <> all (array['closed', 'dropped']);
create index consult_open_place on civic."consult" (district, status, area_code, due_at) where status <> all (array['closed', 'dropped']);
create index consult_open_geom on civic."consult" using gist (geom, created_at) where closed_at is null;
create index consult_closed_geom on civic."consult" using gist (geom, created_at) where closed_at is not null;
create index consult_parent on civic."consult" (district, parent_id) where parent_id is not null;

create table civic."event" (
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
  place text not null,
  host text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  quota integer not null,
  is_public boolean not null,
  guests jsonb,
  people integer,
  record text,
  photos uuid[],
  cares jsonb,
  held_on text,
  cancelled text,
  primary key (district, id),
  constraint event_kind_choice check (kind = any (array['openDay', 'experienceDay', 'post', 'workerDay', 'visit']))
);
comment on table civic."event" is '公众活动';
create unique index event_number_key on civic."event" (district, number);
create unique index event_client_key on civic."event" (district, client_key);
create index event_created on civic."event" (district, created_at desc, id desc);
create index event_by_due on civic."event" (district, due_at) where status <> all (array['closed', 'cancelled']);
create index event_open_place on civic."event" (district, status, area_code, due_at) where status <> all (array['closed', 'cancelled']);
create index event_open_geom on civic."event" using gist (geom, created_at) where closed_at is null;
create index event_closed_geom on civic."event" using gist (geom, created_at) where closed_at is not null;
create index event_parent on civic."event" (district, parent_id) where parent_id is not null;

create table civic."attendance" (
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
  event uuid not null,
  name text not null,
  phone text not null,
  stars integer,
  words text,
  duty text,
  primary key (district, id)
);
comment on table civic."attendance" is '活动报名';
create unique index attendance_number_key on civic."attendance" (district, number);
create unique index attendance_client_key on civic."attendance" (district, client_key);
create index attendance_created on civic."attendance" (district, created_at desc, id desc);
create index attendance_by_due on civic."attendance" (district, due_at) where status <> all (array['came', 'absent', 'cancelled']);
create index attendance_open_place on civic."attendance" (district, status, area_code, due_at) where status <> all (array['came', 'absent', 'cancelled']);
create index attendance_open_geom on civic."attendance" using gist (geom, created_at) where closed_at is null;
create index attendance_closed_geom on civic."attendance" using gist (geom, created_at) where closed_at is not null;
create index attendance_parent on civic."attendance" (district, parent_id) where parent_id is not null;

create table civic."suggestion" (
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
  source_id text,
  source_name text not null,
  from_ text not null,
  what text not null,
  unit uuid not null,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  reply text,
  is_taken boolean,
  follow text,
  primary key (district, id),
  constraint suggestion_source_choice check (source = any (array['event', 'visit', 'decision']))
);
comment on table civic."suggestion" is '公众意见建议';
create unique index suggestion_number_key on civic."suggestion" (district, number);
create unique index suggestion_client_key on civic."suggestion" (district, client_key);
create index suggestion_created on civic."suggestion" (district, created_at desc, id desc);
create index suggestion_by_due on civic."suggestion" (district, due_at) where status <> all (array['done']);
create index suggestion_open_place on civic."suggestion" (district, status, area_code, due_at) where status <> all (array['done']);
create index suggestion_open_geom on civic."suggestion" using gist (geom, created_at) where closed_at is null;
create index suggestion_closed_geom on civic."suggestion" using gist (geom, created_at) where closed_at is not null;
create index suggestion_parent on civic."suggestion" (district, parent_id) where parent_id is not null;

create table civic."decision" (
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
  background text not null,
  options jsonb not null,
  to_on date not null,
  from_on date not null,
  heard_on date,
  hearing text,
  attendees jsonb,
  result text,
  decided_on date,
  adopted integer,
  refused integer,
  progress text,
  photos uuid[],
  marks integer,
  good_marks integer,
  rounds integer,
  primary key (district, id)
);
comment on table civic."decision" is '公众议事';
create unique index decision_number_key on civic."decision" (district, number);
create unique index decision_client_key on civic."decision" (district, client_key);
create index decision_created on civic."decision" (district, created_at desc, id desc);
create index decision_by_due on civic."decision" (district, due_at) where status <> all (array['closed']);
create index decision_open_place on civic."decision" (district, status, area_code, due_at) where status <> all (array['closed']);
create index decision_open_geom on civic."decision" using gist (geom, created_at) where closed_at is null;
create index decision_closed_geom on civic."decision" using gist (geom, created_at) where closed_at is not null;
create index decision_parent on civic."decision" (district, parent_id) where parent_id is not null;

create table civic."voice" (
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
  decision uuid not null,
  phone text not null,
  vote text,
  words text,
  is_adopted boolean,
  answer text,
  primary key (district, id)
);
comment on table civic."voice" is '公众意见';
create unique index voice_number_key on civic."voice" (district, number);
create unique index voice_client_key on civic."voice" (district, client_key);
create index voice_created on civic."voice" (district, created_at desc, id desc);
create index voice_by_due on civic."voice" (district, due_at) where status <> all (array['answered', 'counted']);
create index voice_open_place on civic."voice" (district, status, area_code, due_at) where status <> all (array['answered', 'counted']);
create index voice_open_geom on civic."voice" using gist (geom, created_at) where closed_at is null;
create index voice_closed_geom on civic."voice" using gist (geom, created_at) where closed_at is not null;
create index voice_parent on civic."voice" (district, parent_id) where parent_id is not null;

create table civic."issue" (
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
  council uuid not null,
  title text not null,
  raised_by text not null,
  what text not null,
  held_on date,
  opinions jsonb,
  for_share integer,
  decision text,
  doer text,
  due_on date,
  carry_due_at timestamp with time zone,
  carried_at timestamp with time zone,
  result text,
  photos uuid[],
  asked integer,
  pleased integer,
  returns integer,
  primary key (district, id),
  constraint issue_raised_by_choice check (raised_by = any (array['party', 'committee', 'owners', 'property', 'residents']))
);
comment on table civic."issue" is '共治事项';
create unique index issue_number_key on civic."issue" (district, number);
create unique index issue_client_key on civic."issue" (district, client_key);
create index issue_created on civic."issue" (district, created_at desc, id desc);
create index issue_by_due on civic."issue" (district, due_at) where status <> all (array['closed', 'rejected']);
create index issue_open_place on civic."issue" (district, status, area_code, due_at) where status <> all (array['closed', 'rejected']);
create index issue_open_geom on civic."issue" using gist (geom, created_at) where closed_at is null;
create index issue_closed_geom on civic."issue" using gist (geom, created_at) where closed_at is not null;
create index issue_parent on civic."issue" (district, parent_id) where parent_id is not null;

create table civic."household" (
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
  holder text not null,
  address text not null,
  village text not null,
  difficulty text not null,
  visits integer,
  visited_on date,
  is_agreeing boolean,
  signed_on date,
  works jsonb,
  labour_days integer,
  money_yuan integer,
  given_days integer,
  given_yuan integer,
  accepted_on date,
  note text,
  primary key (district, id)
);
comment on table civic."household" is '共同缔造对象户';
create unique index household_number_key on civic."household" (district, number);
create unique index household_client_key on civic."household" (district, client_key);
create index household_created on civic."household" (district, created_at desc, id desc);
create index household_by_due on civic."household" (district, due_at) where status <> all (array['accepted', 'closed']);
create index household_open_place on civic."household" (district, status, area_code, due_at) where status <> all (array['accepted', 'closed']);
create index household_open_geom on civic."household" using gist (geom, created_at) where closed_at is null;
create index household_closed_geom on civic."household" using gist (geom, created_at) where closed_at is not null;
create index household_parent on civic."household" (district, parent_id) where parent_id is not null;

create table civic."request" (
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
  enterprise text not null,
  code text not null,
  kind text not null,
  what text not null,
  contact text not null,
  phone text not null,
  handler uuid,
  promise_due_at timestamp with time zone,
  answered_at timestamp with time zone,
  is_in_time boolean,
  answer text,
  verdict text,
  redone integer,
  primary key (district, id),
  constraint request_kind_choice check (kind = any (array['permit', 'site', 'policy', 'credit', 'other'])),
  constraint request_verdict_choice check (verdict = any (array['good', 'plain', 'bad']))
);
comment on table civic."request" is '涉企服务';
create unique index request_number_key on civic."request" (district, number);
create unique index request_client_key on civic."request" (district, client_key);
create index request_created on civic."request" (district, created_at desc, id desc);
create index request_by_due on civic."request" (district, due_at) where status <> all (array['closed']);
create index request_open_place on civic."request" (district, status, area_code, due_at) where status <> all (array['closed']);
create index request_open_geom on civic."request" using gist (geom, created_at) where closed_at is null;
create index request_closed_geom on civic."request" using gist (geom, created_at) where closed_at is not null;
create index request_parent on civic."request" (district, parent_id) where parent_id is not null;
