create schema if not exists volunteers;

create table volunteers."volunteer" (
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
  phone text not null,
  team uuid not null,
  is_party boolean not null,
  branch text,
  registered_on date not null,
  primary key (district, id)
);
comment on table volunteers."volunteer" is '志愿者';
create unique index volunteer_code_key on volunteers."volunteer" (district, code) where retired_at is null;
create unique index volunteer_phone_key on volunteers."volunteer" (district, phone) where retired_at is null;
create index volunteer_area on volunteers."volunteer" (district, area_code);

create table volunteers."piece_kind" (
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
  unit text not null,
  points integer not null,
  day_most integer not null,
  is_on boolean not null,
  primary key (district, id)
);
comment on table volunteers."piece_kind" is '计件岗位';
create unique index piece_kind_name_key on volunteers."piece_kind" (district, name) where retired_at is null;
create index piece_kind_area on volunteers."piece_kind" (district, area_code);

create table volunteers."programme" (
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
  aim text not null,
  team uuid not null,
  is_featured boolean not null,
  began_on date not null,
  ended_on date,
  primary key (district, id)
);
comment on table volunteers."programme" is '志愿服务项目';
create unique index programme_name_key on volunteers."programme" (district, name) where retired_at is null;
create index programme_area on volunteers."programme" (district, area_code);

create table volunteers."ledger" (
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
  volunteer uuid not null,
  team uuid not null,
  source text not null,
  source_id text not null,
  day_on date not null,
  hours numeric not null,
  points integer not null,
  pieces numeric not null,
  what text not null,
  primary key (district, id),
  constraint ledger_source_choice check (source = any (array['time', 'piece']))
);
comment on table volunteers."ledger" is 'append-only: 志愿服务记录';
create index ledger_at on volunteers."ledger" (district, at desc);

create table volunteers."team" (
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
  parent uuid,
  kind text not null,
  captain text not null,
  captain_phone text not null,
  areas jsonb not null,
  approved_on date,
  review_on date,
  reviewed text,
  primary key (district, id),
  constraint team_kind_choice check (kind = any (array['party', 'social', 'unit', 'campus']))
);
comment on table volunteers."team" is '志愿服务队';
create unique index team_number_key on volunteers."team" (district, number);
create unique index team_client_key on volunteers."team" (district, client_key);
create index team_created on volunteers."team" (district, created_at desc, id desc);
create index team_by_due on volunteers."team" (district, due_at) where status <> all (array['refused', 'dissolved']);
create index team_open_place on volunteers."team" (district, status, area_code, due_at) where status <> all (array['refused', 'dissolved']);
create index team_open_geom on volunteers."team" using gist (geom, created_at) where closed_at is null;
create index team_closed_geom on volunteers."team" using gist (geom, created_at) where closed_at is not null;
create index team_parent on volunteers."team" (district, parent_id) where parent_id is not null;
create unique index team_name_key on volunteers."team" (district, name);

create table volunteers."service" (
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
  volunteer uuid not null,
  team uuid not null,
  what text not null,
  session uuid,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  hours numeric,
  doubt text,
  opinion text,
  primary key (district, id)
);
comment on table volunteers."service" is '计时志愿服务';
create unique index service_number_key on volunteers."service" (district, number);
create unique index service_client_key on volunteers."service" (district, client_key);
create index service_created on volunteers."service" (district, created_at desc, id desc);
create index service_by_due on volunteers."service" (district, due_at) where status <> all (array['counted', 'dropped']);
create index service_open_place on volunteers."service" (district, status, area_code, due_at) where status <> all (array['counted', 'dropped']);
create index service_open_geom on volunteers."service" using gist (geom, created_at) where closed_at is null;
create index service_closed_geom on volunteers."service" using gist (geom, created_at) where closed_at is not null;
create index service_parent on volunteers."service" (district, parent_id) where parent_id is not null;

create table volunteers."piece" (
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
  volunteer uuid not null,
  team uuid not null,
  kind uuid not null,
  what text not null,
  pieces integer not null,
  points integer not null,
  photos uuid[] not null,
  counted integer,
  opinion text,
  primary key (district, id)
);
comment on table volunteers."piece" is '计件志愿服务';
create unique index piece_number_key on volunteers."piece" (district, number);
create unique index piece_client_key on volunteers."piece" (district, client_key);
create index piece_created on volunteers."piece" (district, created_at desc, id desc);
create index piece_by_due on volunteers."piece" (district, due_at) where status <> all (array['counted', 'dropped']);
create index piece_open_place on volunteers."piece" (district, status, area_code, due_at) where status <> all (array['counted', 'dropped']);
create index piece_open_geom on volunteers."piece" using gist (geom, created_at) where closed_at is null;
create index piece_closed_geom on volunteers."piece" using gist (geom, created_at) where closed_at is not null;
create index piece_parent on volunteers."piece" (district, parent_id) where parent_id is not null;

create table volunteers."session" (
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
  name text not null,
  held_on date not null,
  place text not null,
  seats integer not null,
  team_kind text,
  joined integer,
  beneficiaries integer,
  score numeric,
  feedback text,
  primary key (district, id)
);
comment on table volunteers."session" is '志愿活动';
create unique index session_number_key on volunteers."session" (district, number);
create unique index session_client_key on volunteers."session" (district, client_key);
create index session_created on volunteers."session" (district, created_at desc, id desc);
create index session_by_due on volunteers."session" (district, due_at) where status <> all (array['held', 'cancelled']);
create index session_open_place on volunteers."session" (district, status, area_code, due_at) where status <> all (array['held', 'cancelled']);
create index session_open_geom on volunteers."session" using gist (geom, created_at) where closed_at is null;
create index session_closed_geom on volunteers."session" using gist (geom, created_at) where closed_at is not null;
create index session_parent on volunteers."session" (district, parent_id) where parent_id is not null;

create table volunteers."emergency" (
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
  basis text not null,
  started_on date not null,
  ended_on date,
  summary text,
  primary key (district, id)
);
comment on table volunteers."emergency" is '应急志愿响应';
create unique index emergency_number_key on volunteers."emergency" (district, number);
create unique index emergency_client_key on volunteers."emergency" (district, client_key);
create index emergency_created on volunteers."emergency" (district, created_at desc, id desc);
create index emergency_by_due on volunteers."emergency" (district, due_at) where status <> all (array['ended']);
create index emergency_open_place on volunteers."emergency" (district, status, area_code, due_at) where status <> all (array['ended']);
create index emergency_open_geom on volunteers."emergency" using gist (geom, created_at) where closed_at is null;
create index emergency_closed_geom on volunteers."emergency" using gist (geom, created_at) where closed_at is not null;
create index emergency_parent on volunteers."emergency" (district, parent_id) where parent_id is not null;

create table volunteers."shift" (
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
  emergency uuid not null,
  post text not null,
  place text not null,
  day_on date not null,
  slot text not null,
  volunteer uuid not null,
  kit text not null,
  branch text,
  is_party boolean,
  note text,
  primary key (district, id),
  constraint shift_post_choice check (post = any (array['highway', 'divert', 'community', 'other'])),
  constraint shift_slot_choice check (slot = any (array['morning', 'afternoon', 'night']))
);
comment on table volunteers."shift" is '应急志愿班次';
create unique index shift_number_key on volunteers."shift" (district, number);
create unique index shift_client_key on volunteers."shift" (district, client_key);
create index shift_created on volunteers."shift" (district, created_at desc, id desc);
create index shift_by_due on volunteers."shift" (district, due_at) where status <> all (array['done', 'missed', 'cancelled']);
create index shift_open_place on volunteers."shift" (district, status, area_code, due_at) where status <> all (array['done', 'missed', 'cancelled']);
create index shift_open_geom on volunteers."shift" using gist (geom, created_at) where closed_at is null;
create index shift_closed_geom on volunteers."shift" using gist (geom, created_at) where closed_at is not null;
create index shift_parent on volunteers."shift" (district, parent_id) where parent_id is not null;
