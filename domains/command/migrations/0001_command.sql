create schema if not exists command;

create table command."post" (
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
  phone text not null,
  is_key boolean not null,
  primary key (district, id)
);
comment on table command."post" is '值班岗位';
create unique index post_name_key on command."post" (district, name) where retired_at is null;
create index post_area on command."post" (district, area_code);

create table command."preset" (
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
  type text not null,
  level text not null,
  unit uuid not null,
  what text not null,
  minutes integer not null,
  every_minutes integer not null,
  primary key (district, id),
  constraint preset_type_choice check (type = any (array['snow', 'freeze', 'rain', 'typhoon', 'wind', 'heat'])),
  constraint preset_level_choice check (level = any (array['blue', 'yellow', 'orange', 'red']))
);
comment on table command."preset" is '天气响应预设任务';
create index preset_area on command."preset" (district, area_code);

create table command."rescue_team" (
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
  leader text not null,
  phone text not null,
  skill text not null,
  members jsonb not null,
  equipment text not null,
  primary key (district, id),
  constraint rescue_team_skill_choice check (skill = any (array['flood', 'snow', 'tree', 'sign', 'collapse', 'other']))
);
comment on table command."rescue_team" is '救援队伍';
create unique index rescue_team_name_key on command."rescue_team" (district, name) where retired_at is null;
create index rescue_team_area on command."rescue_team" (district, area_code);

create table command."warning" (
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
  type text not null,
  level text not null,
  areas jsonb not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  source text not null,
  cap_id text,
  advice text not null,
  units jsonb not null,
  highest text not null,
  changes integer not null,
  lifted_at timestamp with time zone,
  summary text,
  primary key (district, id),
  constraint warning_type_choice check (type = any (array['snow', 'freeze', 'rain', 'typhoon', 'wind', 'heat'])),
  constraint warning_level_choice check (level = any (array['blue', 'yellow', 'orange', 'red'])),
  constraint warning_highest_choice check (highest = any (array['blue', 'yellow', 'orange', 'red']))
);
comment on table command."warning" is '预报预警';
create unique index warning_number_key on command."warning" (district, number);
create unique index warning_client_key on command."warning" (district, client_key);
create index warning_created on command."warning" (district, created_at desc, id desc);
create index warning_by_due on command."warning" (district, due_at) where status <> all (array['lifted', 'expired']);
create index warning_open_place on command."warning" (district, status, area_code, due_at) where status <> all (array['lifted', 'expired']);
create index warning_open_geom on command."warning" using gist (geom, created_at) where closed_at is null;
create index warning_closed_geom on command."warning" using gist (geom, created_at) where closed_at is not null;
create index warning_parent on command."warning" (district, parent_id) where parent_id is not null;

create table command."task" (
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
  source_type text not null,
  source_id text not null,
  source_name text not null,
  unit uuid not null,
  what text not null,
  minutes integer not null,
  every_minutes integer,
  sent_at timestamp with time zone not null,
  received_at timestamp with time zone,
  receipt_minutes integer,
  is_missed text not null,
  progress jsonb not null,
  missed_reports integer not null,
  done_at timestamp with time zone,
  used_minutes integer,
  is_late text,
  result text,
  primary key (district, id),
  constraint task_kind_choice check (kind = any (array['warning', 'weather', 'emergency', 'drill'])),
  constraint task_is_missed_choice check (is_missed = any (array['yes', 'no'])),
  constraint task_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table command."task" is '应急任务';
create unique index task_number_key on command."task" (district, number);
create unique index task_client_key on command."task" (district, client_key);
create index task_created on command."task" (district, created_at desc, id desc);
create index task_by_due on command."task" (district, due_at) where status <> all (array['done', 'stopped']);
create index task_open_place on command."task" (district, status, area_code, due_at) where status <> all (array['done', 'stopped']);
create index task_open_geom on command."task" using gist (geom, created_at) where closed_at is null;
create index task_closed_geom on command."task" using gist (geom, created_at) where closed_at is not null;
create index task_parent on command."task" (district, parent_id) where parent_id is not null;

create table command."plan" (
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
  basis text not null,
  steps jsonb not null,
  changes text,
  alarm_kind text,
  alarm_level text,
  edition integer not null,
  effective_on date,
  opinion text,
  primary key (district, id),
  constraint plan_kind_choice check (kind = any (array['flood', 'snow', 'fire', 'gas', 'collapse', 'mass', 'other'])),
  constraint plan_alarm_level_choice check (alarm_level = any (array['I', 'II', 'III', 'IV']))
);
comment on table command."plan" is '应急预案';
create unique index plan_number_key on command."plan" (district, number);
create unique index plan_client_key on command."plan" (district, client_key);
create index plan_created on command."plan" (district, created_at desc, id desc);
create index plan_by_due on command."plan" (district, due_at) where status <> all (array['refused', 'replaced']);
create index plan_open_place on command."plan" (district, status, area_code, due_at) where status <> all (array['refused', 'replaced']);
create index plan_open_geom on command."plan" using gist (geom, created_at) where closed_at is null;
create index plan_closed_geom on command."plan" using gist (geom, created_at) where closed_at is not null;
create index plan_parent on command."plan" (district, parent_id) where parent_id is not null;

create table command."event" (
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
  plan uuid not null,
  level text not null,
  place text not null,
  alarm uuid,
  warning uuid,
  mode text not null,
  kind text not null,
  edition integer not null,
  scenario text,
  participants integer,
  timeline jsonb not null,
  tasks integer,
  missed integer,
  on_time integer,
  slowest integer,
  stand_down_at timestamp with time zone,
  lasted_minutes integer,
  summary text,
  lessons jsonb,
  primary key (district, id),
  constraint event_level_choice check (level = any (array['I', 'II', 'III', 'IV'])),
  constraint event_mode_choice check (mode = any (array['real', 'drill'])),
  constraint event_kind_choice check (kind = any (array['flood', 'snow', 'fire', 'gas', 'collapse', 'mass', 'other']))
);
comment on table command."event" is '应急事件与演练';
create unique index event_number_key on command."event" (district, number);
create unique index event_client_key on command."event" (district, client_key);
create index event_created on command."event" (district, created_at desc, id desc);
create index event_by_due on command."event" (district, due_at) where status <> all (array['closed']);
create index event_open_place on command."event" (district, status, area_code, due_at) where status <> all (array['closed']);
create index event_open_geom on command."event" using gist (geom, created_at) where closed_at is null;
create index event_closed_geom on command."event" using gist (geom, created_at) where closed_at is not null;
create index event_parent on command."event" (district, parent_id) where parent_id is not null;

create table command."improvement" (
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
  source_type text not null,
  source_id text not null,
  source_name text not null,
  what text not null,
  unit uuid not null,
  due_on date not null,
  fix text,
  closed_on date,
  primary key (district, id)
);
comment on table command."improvement" is '应急改进项';
create unique index improvement_number_key on command."improvement" (district, number);
create unique index improvement_client_key on command."improvement" (district, client_key);
create index improvement_created on command."improvement" (district, created_at desc, id desc);
create index improvement_by_due on command."improvement" (district, due_at) where status <> all (array['closed']);
create index improvement_open_place on command."improvement" (district, status, area_code, due_at) where status <> all (array['closed']);
create index improvement_open_geom on command."improvement" using gist (geom, created_at) where closed_at is null;
create index improvement_closed_geom on command."improvement" using gist (geom, created_at) where closed_at is not null;
create index improvement_parent on command."improvement" (district, parent_id) where parent_id is not null;

create table command."accident" (
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
  happened_at timestamp with time zone not null,
  known_at timestamp with time zone not null,
  deaths integer,
  injured integer,
  loss_wan numeric,
  grade text,
  reports jsonb not null,
  first_late integer,
  is_late text not null,
  missed integer not null,
  controlled_at timestamp with time zone,
  final_on date,
  cause text,
  primary key (district, id),
  constraint accident_grade_choice check (grade = any (array['general', 'larger', 'major', 'gravest'])),
  constraint accident_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table command."accident" is '事故信息报告';
create unique index accident_number_key on command."accident" (district, number);
create unique index accident_client_key on command."accident" (district, client_key);
create index accident_created on command."accident" (district, created_at desc, id desc);
create index accident_by_due on command."accident" (district, due_at) where status <> all (array['closed']);
create index accident_open_place on command."accident" (district, status, area_code, due_at) where status <> all (array['closed']);
create index accident_open_geom on command."accident" using gist (geom, created_at) where closed_at is null;
create index accident_closed_geom on command."accident" using gist (geom, created_at) where closed_at is not null;
create index accident_parent on command."accident" (district, parent_id) where parent_id is not null;

create table command."guard" (
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
  area text not null,
  from_on date not null,
  to_on date not null,
  posts jsonb not null,
  checks jsonb not null,
  problems integer not null,
  ready_on date,
  is_ready_in_time text,
  watches jsonb not null,
  review text,
  primary key (district, id),
  constraint guard_is_ready_in_time_choice check (is_ready_in_time = any (array['yes', 'no']))
);
comment on table command."guard" is '重大活动保障';
create unique index guard_number_key on command."guard" (district, number);
create unique index guard_client_key on command."guard" (district, client_key);
create index guard_created on command."guard" (district, created_at desc, id desc);
create index guard_by_due on command."guard" (district, due_at) where status <> all (array['reviewed', 'cancelled']);
create index guard_open_place on command."guard" (district, status, area_code, due_at) where status <> all (array['reviewed', 'cancelled']);
create index guard_open_geom on command."guard" using gist (geom, created_at) where closed_at is null;
create index guard_closed_geom on command."guard" using gist (geom, created_at) where closed_at is not null;
create index guard_parent on command."guard" (district, parent_id) where parent_id is not null;

create table command."roster" (
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
  from_on date not null,
  to_on date not null,
  table_ jsonb not null,
  post_days integer,
  published_on date,
  primary key (district, id),
  constraint roster_kind_choice check (kind = any (array['holiday', 'key', 'usual']))
);
comment on table command."roster" is '值班表';
create unique index roster_number_key on command."roster" (district, number);
create unique index roster_client_key on command."roster" (district, client_key);
create index roster_created on command."roster" (district, created_at desc, id desc);
create index roster_by_due on command."roster" (district, due_at) where status <> all (array['published']);
create index roster_open_place on command."roster" (district, status, area_code, due_at) where status <> all (array['published']);
create index roster_open_geom on command."roster" using gist (geom, created_at) where closed_at is null;
create index roster_closed_geom on command."roster" using gist (geom, created_at) where closed_at is not null;
create index roster_parent on command."roster" (district, parent_id) where parent_id is not null;

create table command."shift" (
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
  roster uuid not null,
  post uuid not null,
  person uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  post_name text not null,
  day_on date not null,
  on_at timestamp with time zone,
  late_minutes integer,
  off_at timestamp with time zone,
  hours numeric,
  matters text,
  other uuid,
  reason text,
  primary key (district, id)
);
comment on table command."shift" is '值班班次';
create unique index shift_number_key on command."shift" (district, number);
create unique index shift_client_key on command."shift" (district, client_key);
create index shift_created on command."shift" (district, created_at desc, id desc);
create index shift_by_due on command."shift" (district, due_at) where status <> all (array['off', 'gone']);
create index shift_open_place on command."shift" (district, status, area_code, due_at) where status <> all (array['off', 'gone']);
create index shift_open_geom on command."shift" using gist (geom, created_at) where closed_at is null;
create index shift_closed_geom on command."shift" using gist (geom, created_at) where closed_at is not null;
create index shift_parent on command."shift" (district, parent_id) where parent_id is not null;

create table command."call" (
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
  shift uuid not null,
  post_name text not null,
  person uuid not null,
  called_at timestamp with time zone not null,
  answered_minutes integer,
  excuse text,
  is_missed text not null,
  primary key (district, id),
  constraint call_is_missed_choice check (is_missed = any (array['yes', 'no']))
);
comment on table command."call" is '值班抽查';
create unique index call_number_key on command."call" (district, number);
create unique index call_client_key on command."call" (district, client_key);
create index call_created on command."call" (district, created_at desc, id desc);
create index call_by_due on command."call" (district, due_at) where status <> all (array['answered', 'explained']);
create index call_open_place on command."call" (district, status, area_code, due_at) where status <> all (array['answered', 'explained']);
create index call_open_geom on command."call" using gist (geom, created_at) where closed_at is null;
create index call_closed_geom on command."call" using gist (geom, created_at) where closed_at is not null;
create index call_parent on command."call" (district, parent_id) where parent_id is not null;

create table command."leader_day" (
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
  day_on date not null,
  leader uuid not null,
  place text not null,
  arrived_at timestamp with time zone,
  metres integer,
  late_minutes integer,
  is_absent text not null,
  substitute uuid,
  reason text,
  original uuid,
  primary key (district, id),
  constraint leader_day_is_absent_choice check (is_absent = any (array['yes', 'no']))
);
comment on table command."leader_day" is '领导带班';
create unique index leader_day_number_key on command."leader_day" (district, number);
create unique index leader_day_client_key on command."leader_day" (district, client_key);
create index leader_day_created on command."leader_day" (district, created_at desc, id desc);
create index leader_day_by_due on command."leader_day" (district, due_at) where status <> all (array['there', 'missing']);
create index leader_day_open_place on command."leader_day" (district, status, area_code, due_at) where status <> all (array['there', 'missing']);
create index leader_day_open_geom on command."leader_day" using gist (geom, created_at) where closed_at is null;
create index leader_day_closed_geom on command."leader_day" using gist (geom, created_at) where closed_at is not null;
create index leader_day_parent on command."leader_day" (district, parent_id) where parent_id is not null;
create unique index leader_day_day_on_key on command."leader_day" (district, day_on);

create table command."item" (
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
  measure text not null,
  minimum numeric not null,
  season text not null,
  season_on date,
  keeper uuid not null,
  lots jsonb not null,
  usable numeric not null,
  short_by numeric,
  primary key (district, id),
  constraint item_season_choice check (season = any (array['flood', 'snow', 'all']))
);
comment on table command."item" is '应急物资';
create unique index item_number_key on command."item" (district, number);
create unique index item_client_key on command."item" (district, client_key);
create index item_created on command."item" (district, created_at desc, id desc);
create index item_by_due on command."item" (district, due_at) where status <> all (array['retired']);
create index item_open_place on command."item" (district, status, area_code, due_at) where status <> all (array['retired']);
create index item_open_geom on command."item" using gist (geom, created_at) where closed_at is null;
create index item_closed_geom on command."item" using gist (geom, created_at) where closed_at is not null;
create index item_parent on command."item" (district, parent_id) where parent_id is not null;
create unique index item_name_place_key on command."item" (district, name, place);

create table command."move" (
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
  way text not null,
  count numeric not null,
  purpose text not null,
  event uuid,
  day_on date not null,
  primary key (district, id),
  constraint move_way_choice check (way = any (array['in', 'out']))
);
comment on table command."move" is '物资出入库';
create unique index move_number_key on command."move" (district, number);
create unique index move_client_key on command."move" (district, client_key);
create index move_created on command."move" (district, created_at desc, id desc);
create index move_by_due on command."move" (district, due_at) where status <> all (array['booked']);
create index move_open_place on command."move" (district, status, area_code, due_at) where status <> all (array['booked']);
create index move_open_geom on command."move" using gist (geom, created_at) where closed_at is null;
create index move_closed_geom on command."move" using gist (geom, created_at) where closed_at is not null;
create index move_parent on command."move" (district, parent_id) where parent_id is not null;

create table command."call_out" (
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
  team uuid not null,
  mode text not null,
  place text not null,
  name text not null,
  unit uuid not null,
  members integer not null,
  called_at timestamp with time zone not null,
  came integer,
  came_rate numeric,
  used_minutes integer,
  equipment text,
  primary key (district, id),
  constraint call_out_mode_choice check (mode = any (array['test', 'real']))
);
comment on table command."call_out" is '队伍拉动';
create unique index call_out_number_key on command."call_out" (district, number);
create unique index call_out_client_key on command."call_out" (district, client_key);
create index call_out_created on command."call_out" (district, created_at desc, id desc);
create index call_out_by_due on command."call_out" (district, due_at) where status <> all (array['passed', 'failed']);
create index call_out_open_place on command."call_out" (district, status, area_code, due_at) where status <> all (array['passed', 'failed']);
create index call_out_open_geom on command."call_out" using gist (geom, created_at) where closed_at is null;
create index call_out_closed_geom on command."call_out" using gist (geom, created_at) where closed_at is not null;
create index call_out_parent on command."call_out" (district, parent_id) where parent_id is not null;
