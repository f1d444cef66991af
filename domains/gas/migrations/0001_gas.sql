create schema if not exists gas;

create table gas."quota" (
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
  programme text not null,
  user_class text not null,
  part text not null,
  households integer not null,
  due_on date not null,
  primary key (district, id),
  constraint quota_user_class_choice check (user_class = any (array['pipeResident', 'pipeBusiness', 'lpgBusiness'])),
  constraint quota_part_choice check (part = any (array['alarm', 'valve', 'hose']))
);
comment on table gas."quota" is '三件套更换计划';
create unique index quota_programme_user_class_part_key on gas."quota" (district, programme, user_class, part) where retired_at is null;
create index quota_area on gas."quota" (district, area_code);

create table gas."pipe" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(MultiLineString,4326),
  area_code text,
  code text not null,
  company text not null,
  road text not null,
  kind text not null,
  pressure text not null,
  material text not null,
  length_m numeric not null,
  built_on date not null,
  renewed_on date,
  primary key (district, id),
  constraint pipe_kind_choice check (kind = any (array['main', 'yard', 'riser'])),
  constraint pipe_pressure_choice check (pressure = any (array['low', 'medium', 'high'])),
  constraint pipe_material_choice check (material = any (array['iron', 'steel', 'galvanized', 'pe']))
);
comment on table gas."pipe" is '燃气管道';
create unique index pipe_code_key on gas."pipe" (district, code) where retired_at is null;
create index pipe_geom on gas."pipe" using gist (geom);
create index pipe_area on gas."pipe" (district, area_code);

create table gas."station" (
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
  kind text not null,
  operator text not null,
  licence text not null,
  licence_until date not null,
  primary key (district, id),
  constraint station_kind_choice check (kind = any (array['filling', 'supply']))
);
comment on table gas."station" is '液化石油气站点';
create unique index station_name_key on gas."station" (district, name) where retired_at is null;
create index station_geom on gas."station" using gist (geom);
create index station_area on gas."station" (district, area_code);

create table gas."cylinder" (
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
  station uuid not null,
  spec_kg numeric not null,
  made_on date not null,
  inspected_until date not null,
  state text not null,
  primary key (district, id),
  constraint cylinder_state_choice check (state = any (array['station', 'out', 'scrapped']))
);
comment on table gas."cylinder" is '气瓶';
create unique index cylinder_code_key on gas."cylinder" (district, code) where retired_at is null;
create index cylinder_area on gas."cylinder" (district, area_code);

create table gas."courier" (
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
  certificate text not null,
  valid_until date not null,
  station uuid not null,
  primary key (district, id)
);
comment on table gas."courier" is '送气工';
create unique index courier_certificate_key on gas."courier" (district, certificate) where retired_at is null;
create index courier_area on gas."courier" (district, area_code);

create table gas."entry_kind" (
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
  is_on boolean not null,
  primary key (district, id)
);
comment on table gas."entry_kind" is '“六进”类别';
create unique index entry_kind_name_key on gas."entry_kind" (district, name) where retired_at is null;
create index entry_kind_area on gas."entry_kind" (district, area_code);

create table gas."renewed" (
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
  name text not null,
  km numeric not null,
  wan numeric not null,
  done_on date not null,
  primary key (district, id)
);
comment on table gas."renewed" is 'append-only: 管道更新完成';
create index renewed_at on gas."renewed" (district, at desc);

create table gas."check" (
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
  target text not null,
  target_kind text not null,
  user_ uuid,
  party_code text,
  source text not null,
  campaign text,
  checked_on date not null,
  result text not null,
  hazards jsonb,
  found integer not null,
  visits integer not null,
  notice text,
  primary key (district, id),
  constraint check_target_kind_choice check (target_kind = any (array['resident', 'shop', 'enterprise', 'network', 'station'])),
  constraint check_source_choice check (source = any (array['own', 'province', 'holiday', 'campaign'])),
  constraint check_result_choice check (result = any (array['entered', 'refused', 'absent']))
);
comment on table gas."check" is '燃气安全检查';
create unique index check_number_key on gas."check" (district, number);
create unique index check_client_key on gas."check" (district, client_key);
create index check_created on gas."check" (district, created_at desc, id desc);
create index check_by_due on gas."check" (district, due_at) where status <> all (array['done', 'posted']);
create index check_open_place on gas."check" (district, status, area_code, due_at) where status <> all (array['done', 'posted']);
create index check_open_geom on gas."check" using gist (geom, created_at) where closed_at is null;
create index check_closed_geom on gas."check" using gist (geom, created_at) where closed_at is not null;
create index check_parent on gas."check" (district, parent_id) where parent_id is not null;

create table gas."hazard" (
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
  check_ uuid not null,
  target text not null,
  target_kind text not null,
  party_code text,
  source text not null,
  item text not null,
  level text not null,
  note text not null,
  is_repeat boolean not null,
  due_on date not null,
  order_ text,
  stopped_on date,
  restored_on date,
  fixed_on date,
  fix_note text,
  penalty_number text,
  primary key (district, id),
  constraint hazard_target_kind_choice check (target_kind = any (array['resident', 'shop', 'enterprise', 'network', 'station'])),
  constraint hazard_source_choice check (source = any (array['own', 'province', 'holiday', 'campaign'])),
  constraint hazard_item_choice check (item = any (array['hose', 'valve', 'alarm', 'stove', 'vent', 'cylinder', 'line', 'third', 'manage'])),
  constraint hazard_level_choice check (level = any (array['general', 'major']))
);
comment on table gas."hazard" is '燃气隐患';
create unique index hazard_number_key on gas."hazard" (district, number);
create unique index hazard_client_key on gas."hazard" (district, client_key);
create index hazard_created on gas."hazard" (district, created_at desc, id desc);
create index hazard_by_due on gas."hazard" (district, due_at) where status <> all (array['closed']);
create index hazard_open_place on gas."hazard" (district, status, area_code, due_at) where status <> all (array['closed']);
create index hazard_open_geom on gas."hazard" using gist (geom, created_at) where closed_at is null;
create index hazard_closed_geom on gas."hazard" using gist (geom, created_at) where closed_at is not null;
create index hazard_parent on gas."hazard" (district, parent_id) where parent_id is not null;

create table gas."fit" (
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
  user_ uuid not null,
  user_class text not null,
  part text not null,
  serial text not null,
  installed_on date not null,
  code text not null,
  expires_on date not null,
  accepted_on date,
  primary key (district, id),
  constraint fit_user_class_choice check (user_class = any (array['pipeResident', 'pipeBusiness', 'lpgBusiness'])),
  constraint fit_part_choice check (part = any (array['alarm', 'valve', 'hose']))
);
comment on table gas."fit" is '三件套安装';
create unique index fit_number_key on gas."fit" (district, number);
create unique index fit_client_key on gas."fit" (district, client_key);
create index fit_created on gas."fit" (district, created_at desc, id desc);
create index fit_by_due on gas."fit" (district, due_at) where status <> all (array['accepted', 'refused']);
create index fit_open_place on gas."fit" (district, status, area_code, due_at) where status <> all (array['accepted', 'refused']);
create index fit_open_geom on gas."fit" using gist (geom, created_at) where closed_at is null;
create index fit_closed_geom on gas."fit" using gist (geom, created_at) where closed_at is not null;
create index fit_parent on gas."fit" (district, parent_id) where parent_id is not null;

create table gas."project" (
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
  company text not null,
  parts jsonb not null,
  due_on date not null,
  part_count integer not null,
  invest_wan numeric not null,
  finished jsonb,
  done_count integer not null,
  done_wan numeric not null,
  count_percent numeric not null,
  weight_percent numeric not null,
  done_on date,
  is_late text,
  primary key (district, id),
  constraint project_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table gas."project" is '燃气管道更新改造';
create unique index project_number_key on gas."project" (district, number);
create unique index project_client_key on gas."project" (district, client_key);
create index project_created on gas."project" (district, created_at desc, id desc);
create index project_by_due on gas."project" (district, due_at) where status <> all (array['done']);
create index project_open_place on gas."project" (district, status, area_code, due_at) where status <> all (array['done']);
create index project_open_geom on gas."project" using gist (geom, created_at) where closed_at is null;
create index project_closed_geom on gas."project" using gist (geom, created_at) where closed_at is not null;
create index project_parent on gas."project" (district, parent_id) where parent_id is not null;
create unique index project_name_key on gas."project" (district, name);

create table gas."leak" (
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
  alarm uuid,
  title text not null,
  device text not null,
  raised_at timestamp with time zone not null,
  arrived_at timestamp with time zone,
  minutes integer,
  is_in_time text,
  cause text,
  handled text,
  handled_at timestamp with time zone,
  primary key (district, id),
  constraint leak_is_in_time_choice check (is_in_time = any (array['yes', 'no'])),
  constraint leak_cause_choice check (cause = any (array['leak', 'device', 'cooking', 'other']))
);
comment on table gas."leak" is '燃气泄漏报警处置';
create unique index leak_number_key on gas."leak" (district, number);
create unique index leak_client_key on gas."leak" (district, client_key);
create index leak_created on gas."leak" (district, created_at desc, id desc);
create index leak_by_due on gas."leak" (district, due_at) where status <> all (array['closed']);
create index leak_open_place on gas."leak" (district, status, area_code, due_at) where status <> all (array['closed']);
create index leak_open_geom on gas."leak" using gist (geom, created_at) where closed_at is null;
create index leak_closed_geom on gas."leak" using gist (geom, created_at) where closed_at is not null;
create index leak_parent on gas."leak" (district, parent_id) where parent_id is not null;

create table gas."upgrade" (
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
  planned integer not null,
  due_on date not null,
  installed integer not null,
  done_on date,
  primary key (district, id),
  constraint upgrade_kind_choice check (kind = any (array['device', 'platform', 'meter']))
);
comment on table gas."upgrade" is '智慧燃气建设';
create unique index upgrade_number_key on gas."upgrade" (district, number);
create unique index upgrade_client_key on gas."upgrade" (district, client_key);
create index upgrade_created on gas."upgrade" (district, created_at desc, id desc);
create index upgrade_by_due on gas."upgrade" (district, due_at) where status <> all (array['done']);
create index upgrade_open_place on gas."upgrade" (district, status, area_code, due_at) where status <> all (array['done']);
create index upgrade_open_geom on gas."upgrade" using gist (geom, created_at) where closed_at is null;
create index upgrade_closed_geom on gas."upgrade" using gist (geom, created_at) where closed_at is not null;
create index upgrade_parent on gas."upgrade" (district, parent_id) where parent_id is not null;

create table gas."delivery" (
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
  code text not null,
  courier uuid not null,
  user_ uuid not null,
  checks text[] not null,
  cylinder uuid not null,
  station uuid not null,
  sent_on date not null,
  returned_on date,
  primary key (district, id)
);
comment on table gas."delivery" is '气瓶配送';
create unique index delivery_number_key on gas."delivery" (district, number);
create unique index delivery_client_key on gas."delivery" (district, client_key);
create index delivery_created on gas."delivery" (district, created_at desc, id desc);
create index delivery_by_due on gas."delivery" (district, due_at) where status <> all (array['returned']);
create index delivery_open_place on gas."delivery" (district, status, area_code, due_at) where status <> all (array['returned']);
create index delivery_open_geom on gas."delivery" using gist (geom, created_at) where closed_at is null;
create index delivery_closed_geom on gas."delivery" using gist (geom, created_at) where closed_at is not null;
create index delivery_parent on gas."delivery" (district, parent_id) where parent_id is not null;

create table gas."seizure" (
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
  kind text not null,
  cylinders integer not null,
  party text not null,
  party_code text not null,
  party_kind text not null,
  note text not null,
  seized_on date not null,
  penalty_number text,
  scrapped integer,
  returned integer,
  disposed_on date,
  primary key (district, id),
  constraint seizure_kind_choice check (kind = any (array['black', 'storage', 'licence', 'expired'])),
  constraint seizure_party_kind_choice check (party_kind = any (array['person', 'org']))
);
comment on table gas."seizure" is '液化气违法查处';
create unique index seizure_number_key on gas."seizure" (district, number);
create unique index seizure_client_key on gas."seizure" (district, client_key);
create index seizure_created on gas."seizure" (district, created_at desc, id desc);
create index seizure_by_due on gas."seizure" (district, due_at) where status <> all (array['closed']);
create index seizure_open_place on gas."seizure" (district, status, area_code, due_at) where status <> all (array['closed']);
create index seizure_open_geom on gas."seizure" using gist (geom, created_at) where closed_at is null;
create index seizure_closed_geom on gas."seizure" using gist (geom, created_at) where closed_at is not null;
create index seizure_parent on gas."seizure" (district, parent_id) where parent_id is not null;

create table gas."session" (
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
  kind uuid not null,
  theme text not null,
  place text not null,
  held_on date not null,
  visitors integer not null,
  handouts integer not null,
  kind_name text not null,
  primary key (district, id)
);
comment on table gas."session" is '燃气安全宣传';
create unique index session_number_key on gas."session" (district, number);
create unique index session_client_key on gas."session" (district, client_key);
create index session_created on gas."session" (district, created_at desc, id desc);
create index session_by_due on gas."session" (district, due_at) where status <> all (array['confirmed', 'void']);
create index session_open_place on gas."session" (district, status, area_code, due_at) where status <> all (array['confirmed', 'void']);
create index session_open_geom on gas."session" using gist (geom, created_at) where closed_at is null;
create index session_closed_geom on gas."session" using gist (geom, created_at) where closed_at is not null;
create index session_parent on gas."session" (district, parent_id) where parent_id is not null;
