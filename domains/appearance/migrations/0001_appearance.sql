create schema if not exists appearance;

create table appearance."member" (
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
  alliance uuid not null,
  shop uuid not null,
  role text not null,
  joined_on date not null,
  primary key (district, id)
);
comment on table appearance."member" is '联盟成员';
create unique index member_alliance_shop_key on appearance."member" (district, alliance, shop) where retired_at is null;
create index member_area on appearance."member" (district, area_code);

create table appearance."target" (
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
  campaign uuid not null,
  code text not null,
  town text not null,
  year_of integer not null,
  quantity numeric not null,
  due_on date not null,
  primary key (district, id)
);
comment on table appearance."target" is '专项行动年度目标';
create unique index target_campaign_code_town_year_of_key on appearance."target" (district, campaign, code, town, year_of) where retired_at is null;
create index target_area on appearance."target" (district, area_code);

create table appearance."lane_plan" (
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
  year_of integer not null,
  count integer not null,
  primary key (district, id),
  constraint lane_plan_kind_choice check (kind = any (array['lane', 'road', 'beautiful', 'rail', 'node']))
);
comment on table appearance."lane_plan" is '改造项目年度目标';
create unique index lane_plan_kind_year_of_key on appearance."lane_plan" (district, kind, year_of) where retired_at is null;
create index lane_plan_area on appearance."lane_plan" (district, area_code);

create table appearance."control_zone" (
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
  level text not null,
  shape jsonb not null,
  from_hour text not null,
  to_hour text not null,
  primary key (district, id),
  constraint control_zone_level_choice check (level = any (array['ban', 'limit', 'guide']))
);
comment on table appearance."control_zone" is '经营管控分区';
create unique index control_zone_name_key on appearance."control_zone" (district, name) where retired_at is null;
create index control_zone_area on appearance."control_zone" (district, area_code);

create table appearance."cleanup" (
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
  works uuid,
  place text not null,
  cleaned_on date not null,
  sheets integer not null,
  primary key (district, id)
);
comment on table appearance."cleanup" is '小广告清理';
create index cleanup_geom on appearance."cleanup" using gist (geom);
create index cleanup_area on appearance."cleanup" (district, area_code);

create table appearance."burning_point" (
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
  address text not null,
  barrels integer not null,
  keeper text not null,
  is_open boolean not null,
  primary key (district, id)
);
comment on table appearance."burning_point" is '固定焚烧点';
create unique index burning_point_name_key on appearance."burning_point" (district, name) where retired_at is null;
create index burning_point_geom on appearance."burning_point" using gist (geom);
create index burning_point_area on appearance."burning_point" (district, area_code);

create table appearance."alliance_meeting" (
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
  alliance uuid not null,
  kind text not null,
  topic text not null,
  held_on date not null,
  people integer not null,
  notes text not null,
  primary key (district, id),
  constraint alliance_meeting_kind_choice check (kind = any (array['meeting', 'visit']))
);
comment on table appearance."alliance_meeting" is 'append-only: 联盟会议与走访';
create index alliance_meeting_at on appearance."alliance_meeting" (district, at desc);

create table appearance."grade" (
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
  agreement uuid not null,
  shop uuid not null,
  month text not null,
  month_on date not null,
  bad integer not null,
  self integer not null,
  left_ integer not null,
  penalties integer not null,
  score numeric not null,
  grade text not null,
  previous text,
  move text not null,
  primary key (district, id),
  constraint grade_grade_choice check (grade = any (array['green', 'yellow', 'red'])),
  constraint grade_previous_choice check (previous = any (array['green', 'yellow', 'red'])),
  constraint grade_move_choice check (move = any (array['up', 'down', 'same', 'fresh']))
);
comment on table appearance."grade" is 'append-only: 门前三包三色评定';
create index grade_at on appearance."grade" (district, at desc);

create table appearance."outing" (
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
  campaign uuid not null,
  place text not null,
  people integer not null,
  units jsonb not null,
  persuaded integer not null,
  primary key (district, id)
);
comment on table appearance."outing" is 'append-only: 专项行动出动';
create index outing_at on appearance."outing" (district, at desc);

create table appearance."vigil" (
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
  festival uuid not null,
  place text not null,
  day_on date not null,
  persuaded integer not null,
  guided integer not null,
  behaviour text not null,
  primary key (district, id),
  constraint vigil_behaviour_choice check (behaviour = any (array['roadside', 'river', 'greenbelt', 'none']))
);
comment on table appearance."vigil" is 'append-only: 祭祀值守';
create index vigil_at on appearance."vigil" (district, at desc);

create table appearance."agreement" (
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
  shop uuid not null,
  duties text[] not null,
  range text not null,
  range_m numeric not null,
  keeper text not null,
  phone text not null,
  signed_on date not null,
  valid_to date not null,
  photos uuid[] not null,
  shop_name text,
  grade text,
  score numeric,
  graded_month text,
  every_days integer,
  next_check_on date,
  is_exempt boolean,
  plated_on date,
  end_reason text,
  primary key (district, id),
  constraint agreement_grade_choice check (grade = any (array['green', 'yellow', 'red']))
);
comment on table appearance."agreement" is '门前三包责任书';
create unique index agreement_number_key on appearance."agreement" (district, number);
create unique index agreement_client_key on appearance."agreement" (district, client_key);
create index agreement_created on appearance."agreement" (district, created_at desc, id desc);
create index agreement_by_due on appearance."agreement" (district, due_at) where status <> all (array['ended']);
create index agreement_open_place on appearance."agreement" (district, status, area_code, due_at) where status <> all (array['ended']);
create index agreement_open_geom on appearance."agreement" using gist (geom, created_at) where closed_at is null;
create index agreement_closed_geom on appearance."agreement" using gist (geom, created_at) where closed_at is not null;
create index agreement_parent on appearance."agreement" (district, parent_id) where parent_id is not null;

create table appearance."visit" (
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
  agreement uuid not null,
  plan text not null,
  checked_on date not null,
  lines jsonb not null,
  photos uuid[] not null,
  shop uuid,
  shop_name text,
  bad integer,
  score numeric,
  primary key (district, id),
  constraint visit_plan_choice check (plan = any (array['routine', 'surprise', 'complaint', 'red']))
);
comment on table appearance."visit" is '门前三包检查';
create unique index visit_number_key on appearance."visit" (district, number);
create unique index visit_client_key on appearance."visit" (district, client_key);
create index visit_created on appearance."visit" (district, created_at desc, id desc);
create index visit_by_due on appearance."visit" (district, due_at) where status <> all (array['void']);
create index visit_open_place on appearance."visit" (district, status, area_code, due_at) where status <> all (array['void']);
create index visit_open_geom on appearance."visit" using gist (geom, created_at) where closed_at is null;
create index visit_closed_geom on appearance."visit" using gist (geom, created_at) where closed_at is not null;
create index visit_parent on appearance."visit" (district, parent_id) where parent_id is not null;

create table appearance."issue" (
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
  shop uuid not null,
  source text not null,
  duty text not null,
  what text not null,
  photos uuid[] not null,
  shop_name text,
  shop_code text,
  phone text,
  address text,
  visit text,
  minutes integer,
  self_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  reply_note text,
  reply_photos uuid[],
  is_auto boolean,
  redos integer,
  reason text,
  primary key (district, id),
  constraint issue_source_choice check (source = any (array['officer', 'collector', 'camera', 'visit', 'alliance', 'mass'])),
  constraint issue_duty_choice check (duty = any (array['sanitation', 'order', 'greening']))
);
comment on table appearance."issue" is '责任区问题(商户自处理)';
create unique index issue_number_key on appearance."issue" (district, number);
create unique index issue_client_key on appearance."issue" (district, client_key);
create index issue_created on appearance."issue" (district, created_at desc, id desc);
create index issue_by_due on appearance."issue" (district, due_at) where status <> all (array['self', 'assisted', 'sent', 'penalised', 'relearn']);
create index issue_open_place on appearance."issue" (district, status, area_code, due_at) where status <> all (array['self', 'assisted', 'sent', 'penalised', 'relearn']);
create index issue_open_geom on appearance."issue" using gist (geom, created_at) where closed_at is null;
create index issue_closed_geom on appearance."issue" using gist (geom, created_at) where closed_at is not null;
create index issue_parent on appearance."issue" (district, parent_id) where parent_id is not null;

create table appearance."alliance" (
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
  road text not null,
  convention text not null,
  founded_on date not null,
  chief uuid,
  council jsonb,
  elected_on date,
  rota jsonb,
  primary key (district, id),
  constraint alliance_kind_choice check (kind = any (array['alliance', 'street']))
);
comment on table appearance."alliance" is '自治联盟(商街自治)';
create unique index alliance_number_key on appearance."alliance" (district, number);
create unique index alliance_client_key on appearance."alliance" (district, client_key);
create index alliance_created on appearance."alliance" (district, created_at desc, id desc);
create index alliance_by_due on appearance."alliance" (district, due_at) where status <> all (array['dissolved']);
create index alliance_open_place on appearance."alliance" (district, status, area_code, due_at) where status <> all (array['dissolved']);
create index alliance_open_geom on appearance."alliance" using gist (geom, created_at) where closed_at is null;
create index alliance_closed_geom on appearance."alliance" using gist (geom, created_at) where closed_at is not null;
create index alliance_parent on appearance."alliance" (district, parent_id) where parent_id is not null;
create unique index alliance_name_key on appearance."alliance" (district, name);

create table appearance."mutual" (
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
  alliance uuid not null,
  duty_shop uuid not null,
  shop uuid not null,
  checked_on date not null,
  is_ok boolean not null,
  duty text not null,
  what text,
  photos uuid[] not null,
  primary key (district, id),
  constraint mutual_duty_choice check (duty = any (array['sanitation', 'order', 'greening']))
);
comment on table appearance."mutual" is '联盟互查';
create unique index mutual_number_key on appearance."mutual" (district, number);
create unique index mutual_client_key on appearance."mutual" (district, client_key);
create index mutual_created on appearance."mutual" (district, created_at desc, id desc);
create index mutual_by_due on appearance."mutual" (district, due_at) where status <> all (array['void']);
create index mutual_open_place on appearance."mutual" (district, status, area_code, due_at) where status <> all (array['void']);
create index mutual_open_geom on appearance."mutual" using gist (geom, created_at) where closed_at is null;
create index mutual_closed_geom on appearance."mutual" using gist (geom, created_at) where closed_at is not null;
create index mutual_parent on appearance."mutual" (district, parent_id) where parent_id is not null;

create table appearance."measure" (
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
  conditions text not null,
  from_on date not null,
  to_on date not null,
  evaluation text,
  benefited integer,
  breaches integer,
  primary key (district, id),
  constraint measure_kind_choice check (kind = any (array['inside', 'mall', 'vendor', 'flexible']))
);
comment on table appearance."measure" is '纾困解难措施';
create unique index measure_number_key on appearance."measure" (district, number);
create unique index measure_client_key on appearance."measure" (district, client_key);
create index measure_created on appearance."measure" (district, created_at desc, id desc);
create index measure_by_due on appearance."measure" (district, due_at) where status <> all (array['evaluated']);
create index measure_open_place on appearance."measure" (district, status, area_code, due_at) where status <> all (array['evaluated']);
create index measure_open_geom on appearance."measure" using gist (geom, created_at) where closed_at is null;
create index measure_closed_geom on appearance."measure" using gist (geom, created_at) where closed_at is not null;
create index measure_parent on appearance."measure" (district, parent_id) where parent_id is not null;

create table appearance."benefit" (
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
  measure uuid not null,
  shop uuid,
  who text not null,
  who_code text,
  address text not null,
  width_m numeric not null,
  depth_m numeric not null,
  from_hour text not null,
  to_hour text not null,
  painted_on date,
  photos uuid[],
  checks integer,
  breaches integer,
  last_check text,
  primary key (district, id),
  constraint benefit_last_check_choice check (last_check = any (array['inside', 'outside', 'late']))
);
comment on table appearance."benefit" is '文明黄线(线内经营)';
create unique index benefit_number_key on appearance."benefit" (district, number);
create unique index benefit_client_key on appearance."benefit" (district, client_key);
create index benefit_created on appearance."benefit" (district, created_at desc, id desc);
create index benefit_by_due on appearance."benefit" (district, due_at) where status <> all (array['revoked', 'ended']);
create index benefit_open_place on appearance."benefit" (district, status, area_code, due_at) where status <> all (array['revoked', 'ended']);
create index benefit_open_geom on appearance."benefit" using gist (geom, created_at) where closed_at is null;
create index benefit_closed_geom on appearance."benefit" using gist (geom, created_at) where closed_at is not null;
create index benefit_parent on appearance."benefit" (district, parent_id) where parent_id is not null;

create table appearance."campaign" (
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
  items jsonb not null,
  from_on date not null,
  to_on date not null,
  lead text not null,
  summary text,
  primary key (district, id),
  constraint campaign_kind_choice check (kind = any (array['doubleClean', 'fourClean', 'threeFive', 'threeFourFive', 'fivePoints', 'keyArea', 'other']))
);
comment on table appearance."campaign" is '市容专项行动';
create unique index campaign_number_key on appearance."campaign" (district, number);
create unique index campaign_client_key on appearance."campaign" (district, client_key);
create index campaign_created on appearance."campaign" (district, created_at desc, id desc);
create index campaign_by_due on appearance."campaign" (district, due_at) where status <> all (array['ended']);
create index campaign_open_place on appearance."campaign" (district, status, area_code, due_at) where status <> all (array['ended']);
create index campaign_open_geom on appearance."campaign" using gist (geom, created_at) where closed_at is null;
create index campaign_closed_geom on appearance."campaign" using gist (geom, created_at) where closed_at is not null;
create index campaign_parent on appearance."campaign" (district, parent_id) where parent_id is not null;
create unique index campaign_name_key on appearance."campaign" (district, name);

create table appearance."item" (
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
  campaign uuid not null,
  code text not null,
  what text not null,
  place text not null,
  quantity numeric not null,
  photos uuid[] not null,
  group_ text,
  item_name text,
  measure text,
  town text,
  team uuid,
  due_on date,
  done_quantity numeric,
  after_photos uuid[],
  done_note text,
  done_on date,
  returns integer,
  is_stuck boolean,
  coordination text,
  is_sample boolean,
  closed_on date,
  fix_due_at timestamp with time zone,
  done_at timestamp with time zone,
  primary key (district, id)
);
comment on table appearance."item" is '专项行动问题清单';
create unique index item_number_key on appearance."item" (district, number);
create unique index item_client_key on appearance."item" (district, client_key);
create index item_created on appearance."item" (district, created_at desc, id desc);
create index item_by_due on appearance."item" (district, due_at) where status <> all (array['closed', 'penalised']);
create index item_open_place on appearance."item" (district, status, area_code, due_at) where status <> all (array['closed', 'penalised']);
create index item_open_geom on appearance."item" using gist (geom, created_at) where closed_at is null;
create index item_closed_geom on appearance."item" using gist (geom, created_at) where closed_at is not null;
create index item_parent on appearance."item" (district, parent_id) where parent_id is not null;

create table appearance."street_check" (
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
  campaign uuid not null,
  checked_on date not null,
  lines jsonb not null,
  photos uuid[] not null,
  town text,
  score numeric,
  bad integer,
  primary key (district, id)
);
comment on table appearance."street_check" is '专项标准督查街道';
create unique index street_check_number_key on appearance."street_check" (district, number);
create unique index street_check_client_key on appearance."street_check" (district, client_key);
create index street_check_created on appearance."street_check" (district, created_at desc, id desc);
create index street_check_by_due on appearance."street_check" (district, due_at) where status <> all (array['void']);
create index street_check_open_place on appearance."street_check" (district, status, area_code, due_at) where status <> all (array['void']);
create index street_check_open_geom on appearance."street_check" using gist (geom, created_at) where closed_at is null;
create index street_check_closed_geom on appearance."street_check" using gist (geom, created_at) where closed_at is not null;
create index street_check_parent on appearance."street_check" (district, parent_id) where parent_id is not null;

create table appearance."lane" (
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
  road uuid,
  length_m integer not null,
  chief text,
  phone text,
  deputies jsonb,
  appointed_on date,
  plated_on date,
  patrolled_on date,
  next_patrol_on date,
  changes integer,
  primary key (district, id),
  constraint lane_kind_choice check (kind = any (array['road', 'lane']))
);
comment on table appearance."lane" is '路(街巷)长';
create unique index lane_number_key on appearance."lane" (district, number);
create unique index lane_client_key on appearance."lane" (district, client_key);
create index lane_created on appearance."lane" (district, created_at desc, id desc);
create index lane_by_due on appearance."lane" (district, due_at) where status <> all (array['removed']);
create index lane_open_place on appearance."lane" (district, status, area_code, due_at) where status <> all (array['removed']);
create index lane_open_geom on appearance."lane" using gist (geom, created_at) where closed_at is null;
create index lane_closed_geom on appearance."lane" using gist (geom, created_at) where closed_at is not null;
create index lane_parent on appearance."lane" (district, parent_id) where parent_id is not null;
create unique index lane_name_kind_key on appearance."lane" (district, name, kind);

create table appearance."lane_patrol" (
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
  lane uuid not null,
  patrolled_on date not null,
  problems jsonb not null,
  photos uuid[] not null,
  chief text,
  found integer,
  primary key (district, id)
);
comment on table appearance."lane_patrol" is '街巷长巡查';
create unique index lane_patrol_number_key on appearance."lane_patrol" (district, number);
create unique index lane_patrol_client_key on appearance."lane_patrol" (district, client_key);
create index lane_patrol_created on appearance."lane_patrol" (district, created_at desc, id desc);
create index lane_patrol_by_due on appearance."lane_patrol" (district, due_at) where status <> all (array['void']);
create index lane_patrol_open_place on appearance."lane_patrol" (district, status, area_code, due_at) where status <> all (array['void']);
create index lane_patrol_open_geom on appearance."lane_patrol" using gist (geom, created_at) where closed_at is null;
create index lane_patrol_closed_geom on appearance."lane_patrol" using gist (geom, created_at) where closed_at is not null;
create index lane_patrol_parent on appearance."lane_patrol" (district, parent_id) where parent_id is not null;

create table appearance."lane_problem" (
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
  lane uuid not null,
  what text not null,
  chief text,
  result text,
  after_photos uuid[],
  chief_due_at timestamp with time zone,
  solved_at timestamp with time zone,
  is_late boolean,
  primary key (district, id)
);
comment on table appearance."lane_problem" is '街巷问题';
create unique index lane_problem_number_key on appearance."lane_problem" (district, number);
create unique index lane_problem_client_key on appearance."lane_problem" (district, client_key);
create index lane_problem_created on appearance."lane_problem" (district, created_at desc, id desc);
create index lane_problem_by_due on appearance."lane_problem" (district, due_at) where status <> all (array['solved', 'sent']);
create index lane_problem_open_place on appearance."lane_problem" (district, status, area_code, due_at) where status <> all (array['solved', 'sent']);
create index lane_problem_open_geom on appearance."lane_problem" using gist (geom, created_at) where closed_at is null;
create index lane_problem_closed_geom on appearance."lane_problem" using gist (geom, created_at) where closed_at is not null;
create index lane_problem_parent on appearance."lane_problem" (district, parent_id) where parent_id is not null;

create table appearance."project" (
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
  year_of integer not null,
  phase integer,
  package text,
  unit_name text not null,
  survey text not null,
  before_photos uuid[] not null,
  concept text,
  traffic text,
  asked integer,
  agreed integer,
  changes integer,
  funds jsonb,
  funds_wan numeric,
  stages jsonb,
  length_m numeric,
  area_m2 numeric,
  spent_wan numeric,
  after_photos uuid[],
  is_ad_rectified boolean,
  accepted_on date,
  carer text,
  is_published boolean,
  ratings integer,
  stars integer,
  primary key (district, id),
  constraint project_kind_choice check (kind = any (array['lane', 'road', 'beautiful', 'rail', 'node'])),
  constraint project_package_choice check (package = any (array['appearance', 'road', 'estate', 'greening', 'lighting']))
);
comment on table appearance."project" is '市容改造项目';
create unique index project_number_key on appearance."project" (district, number);
create unique index project_client_key on appearance."project" (district, client_key);
create index project_created on appearance."project" (district, created_at desc, id desc);
create index project_by_due on appearance."project" (district, due_at) where status <> all (array['cared', 'dropped']);
create index project_open_place on appearance."project" (district, status, area_code, due_at) where status <> all (array['cared', 'dropped']);
create index project_open_geom on appearance."project" using gist (geom, created_at) where closed_at is null;
create index project_closed_geom on appearance."project" using gist (geom, created_at) where closed_at is not null;
create index project_parent on appearance."project" (district, parent_id) where parent_id is not null;
create unique index project_name_year_of_key on appearance."project" (district, name, year_of);

create table appearance."project_problem" (
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
  project uuid not null,
  what text not null,
  unit_name text not null,
  due_on date not null,
  result text,
  is_late boolean,
  primary key (district, id)
);
comment on table appearance."project_problem" is '项目协调问题';
create unique index project_problem_number_key on appearance."project_problem" (district, number);
create unique index project_problem_client_key on appearance."project_problem" (district, client_key);
create index project_problem_created on appearance."project_problem" (district, created_at desc, id desc);
create index project_problem_by_due on appearance."project_problem" (district, due_at) where status <> all (array['solved']);
create index project_problem_open_place on appearance."project_problem" (district, status, area_code, due_at) where status <> all (array['solved']);
create index project_problem_open_geom on appearance."project_problem" using gist (geom, created_at) where closed_at is null;
create index project_problem_closed_geom on appearance."project_problem" using gist (geom, created_at) where closed_at is not null;
create index project_problem_parent on appearance."project_problem" (district, parent_id) where parent_id is not null;

create table appearance."lecture" (
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
  held_on date not null,
  speakers jsonb not null,
  attendees jsonb not null,
  checklist jsonb not null,
  people integer,
  designers integer,
  primary key (district, id)
);
comment on table appearance."lecture" is '城市视觉品质培训';
create unique index lecture_number_key on appearance."lecture" (district, number);
create unique index lecture_client_key on appearance."lecture" (district, client_key);
create index lecture_created on appearance."lecture" (district, created_at desc, id desc);
create index lecture_by_due on appearance."lecture" (district, due_at) where status <> all (array['void']);
create index lecture_open_place on appearance."lecture" (district, status, area_code, due_at) where status <> all (array['void']);
create index lecture_open_geom on appearance."lecture" using gist (geom, created_at) where closed_at is null;
create index lecture_closed_geom on appearance."lecture" using gist (geom, created_at) where closed_at is not null;
create index lecture_parent on appearance."lecture" (district, parent_id) where parent_id is not null;

create table appearance."works" (
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
  place text not null,
  spot text not null,
  requested_by text not null,
  quantity numeric not null,
  clear_m numeric,
  height_m numeric,
  public_share numeric,
  permit_no text,
  until_on date,
  town text,
  done_on date,
  done_quantity numeric,
  product text,
  warranty_to date,
  keeper text,
  photos uuid[],
  checked_on date,
  damages integer,
  damage text,
  removed_on date,
  is_overdue boolean,
  primary key (district, id),
  constraint works_kind_choice check (kind = any (array['pillar', 'ball', 'isolator', 'flowerBox', 'board', 'nano', 'sunshade', 'fence'])),
  constraint works_spot_choice check (spot = any (array['street', 'lane', 'gate', 'crossing', 'station', 'site']))
);
comment on table appearance."works" is '街面设施作业';
create unique index works_number_key on appearance."works" (district, number);
create unique index works_client_key on appearance."works" (district, client_key);
create index works_created on appearance."works" (district, created_at desc, id desc);
create index works_by_due on appearance."works" (district, due_at) where status <> all (array['removed', 'refused']);
create index works_open_place on appearance."works" (district, status, area_code, due_at) where status <> all (array['removed', 'refused']);
create index works_open_geom on appearance."works" using gist (geom, created_at) where closed_at is null;
create index works_closed_geom on appearance."works" using gist (geom, created_at) where closed_at is not null;
create index works_parent on appearance."works" (district, parent_id) where parent_id is not null;

create table appearance."kiosk" (
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
  owner text not null,
  phone text,
  area_m2 numeric not null,
  photos uuid[] not null,
  town text,
  talks integer,
  agreement text,
  is_agreed boolean,
  ended_on date,
  after_photos uuid[],
  primary key (district, id),
  constraint kiosk_kind_choice check (kind = any (array['info', 'news', 'lottery', 'guard', 'other']))
);
comment on table appearance."kiosk" is '占道岗亭';
create unique index kiosk_number_key on appearance."kiosk" (district, number);
create unique index kiosk_client_key on appearance."kiosk" (district, client_key);
create index kiosk_created on appearance."kiosk" (district, created_at desc, id desc);
create index kiosk_by_due on appearance."kiosk" (district, due_at) where status <> all (array['removed', 'upgraded']);
create index kiosk_open_place on appearance."kiosk" (district, status, area_code, due_at) where status <> all (array['removed', 'upgraded']);
create index kiosk_open_geom on appearance."kiosk" using gist (geom, created_at) where closed_at is null;
create index kiosk_closed_geom on appearance."kiosk" using gist (geom, created_at) where closed_at is not null;
create index kiosk_parent on appearance."kiosk" (district, parent_id) where parent_id is not null;

create table appearance."board_post" (
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
  board uuid not null,
  title text not null,
  poster text not null,
  posted_on date not null,
  expires_on date,
  removed_on date,
  primary key (district, id)
);
comment on table appearance."board_post" is '便民张贴';
create unique index board_post_number_key on appearance."board_post" (district, number);
create unique index board_post_client_key on appearance."board_post" (district, client_key);
create index board_post_created on appearance."board_post" (district, created_at desc, id desc);
create index board_post_by_due on appearance."board_post" (district, due_at) where status <> all (array['removed']);
create index board_post_open_place on appearance."board_post" (district, status, area_code, due_at) where status <> all (array['removed']);
create index board_post_open_geom on appearance."board_post" using gist (geom, created_at) where closed_at is null;
create index board_post_closed_geom on appearance."board_post" using gist (geom, created_at) where closed_at is not null;
create index board_post_parent on appearance."board_post" (district, parent_id) where parent_id is not null;

create table appearance."occupation" (
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
  shop uuid,
  vendor text not null,
  vendor_code text,
  place text not null,
  goods text not null,
  seen_at timestamp with time zone not null,
  photos uuid[] not null,
  zone text,
  level text,
  times integer,
  is_known boolean,
  hour_of integer,
  result text,
  goods_held jsonb,
  notice_no text,
  primary key (district, id),
  constraint occupation_kind_choice check (kind = any (array['outside', 'road', 'vendor', 'parking'])),
  constraint occupation_level_choice check (level = any (array['ban', 'limit', 'guide']))
);
comment on table appearance."occupation" is '占道经营纠正';
create unique index occupation_number_key on appearance."occupation" (district, number);
create unique index occupation_client_key on appearance."occupation" (district, client_key);
create index occupation_created on appearance."occupation" (district, created_at desc, id desc);
create index occupation_by_due on appearance."occupation" (district, due_at) where status <> all (array['corrected', 'penalised']);
create index occupation_open_place on appearance."occupation" (district, status, area_code, due_at) where status <> all (array['corrected', 'penalised']);
create index occupation_open_geom on appearance."occupation" using gist (geom, created_at) where closed_at is null;
create index occupation_closed_geom on appearance."occupation" using gist (geom, created_at) where closed_at is not null;
create index occupation_parent on appearance."occupation" (district, parent_id) where parent_id is not null;

create table appearance."festival" (
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
  leaders jsonb not null,
  posts jsonb not null,
  on_duty integer,
  is_fire_safe boolean,
  persuaded integer,
  guided integer,
  ash_kg numeric,
  summary text,
  primary key (district, id)
);
comment on table appearance."festival" is '文明祭祀护航';
create unique index festival_number_key on appearance."festival" (district, number);
create unique index festival_client_key on appearance."festival" (district, client_key);
create index festival_created on appearance."festival" (district, created_at desc, id desc);
create index festival_by_due on appearance."festival" (district, due_at) where status <> all (array['ended']);
create index festival_open_place on appearance."festival" (district, status, area_code, due_at) where status <> all (array['ended']);
create index festival_open_geom on appearance."festival" using gist (geom, created_at) where closed_at is null;
create index festival_closed_geom on appearance."festival" using gist (geom, created_at) where closed_at is not null;
create index festival_parent on appearance."festival" (district, parent_id) where parent_id is not null;
create unique index festival_name_key on appearance."festival" (district, name);
