create table command."desk" (
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
  unit uuid not null,
  phone text not null,
  receipt_minutes integer not null,
  primary key (district, id),
  constraint desk_level_choice check (level = any (array['city', 'district', 'street']))
);
comment on table command."desk" is '指挥值班席';
create unique index desk_name_key on command."desk" (district, name) where retired_at is null;
create unique index desk_unit_key on command."desk" (district, unit) where retired_at is null;
create index desk_area on command."desk" (district, area_code);

create table command."member" (
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
  unit uuid not null,
  name text not null,
  duty text not null,
  is_voting boolean not null,
  primary key (district, id)
);
comment on table command."member" is '城管委委员';
create unique index member_unit_key on command."member" (district, unit) where retired_at is null;
create index member_area on command."member" (district, area_code);

create table command."institution" (
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
  name text not null,
  paper text not null,
  effective_on date not null,
  text text not null,
  where_ text not null,
  primary key (district, id),
  constraint institution_kind_choice check (kind = any (array['meeting', 'command', 'supervise', 'assess', 'bulletin', 'release']))
);
comment on table command."institution" is '议事规则与制度';
create unique index institution_kind_key on command."institution" (district, kind) where retired_at is null;
create index institution_area on command."institution" (district, area_code);

create table command."order" (
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
  content text not null,
  urgency text not null,
  desk uuid not null,
  hours numeric not null,
  from_desk uuid not null,
  from_unit uuid not null,
  from_level text not null,
  desk_name text not null,
  level text not null,
  path jsonb not null,
  downs integer not null,
  ups integer not null,
  joints integer not null,
  sent_at timestamp with time zone not null,
  received_at timestamp with time zone,
  receipt_minutes integer,
  late_receipts integer not null,
  finish_by timestamp with time zone not null,
  result text,
  done_at timestamp with time zone,
  used_hours numeric,
  is_late text,
  score integer,
  comment text,
  backs integer not null,
  primary key (district, id),
  constraint order_urgency_choice check (urgency = any (array['normal', 'urgent'])),
  constraint order_from_level_choice check (from_level = any (array['city', 'district', 'street'])),
  constraint order_level_choice check (level = any (array['city', 'district', 'street'])),
  constraint order_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table command."order" is '三级指挥指令';
create unique index order_number_key on command."order" (district, number);
create unique index order_client_key on command."order" (district, client_key);
create index order_created on command."order" (district, created_at desc, id desc);
create index order_by_due on command."order" (district, due_at) where status <> all (array['closed']);
create index order_open_place on command."order" (district, status, area_code, due_at) where status <> all (array['closed']);
create index order_open_geom on command."order" using gist (geom, created_at) where closed_at is null;
create index order_closed_geom on command."order" using gist (geom, created_at) where closed_at is not null;
create index order_parent on command."order" (district, parent_id) where parent_id is not null;

create table command."dispatch" (
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
  what text not null,
  address text not null,
  minutes integer not null,
  people integer not null,
  sent jsonb not null,
  ended_at timestamp with time zone,
  primary key (district, id)
);
comment on table command."dispatch" is '现场人员调度';
create unique index dispatch_number_key on command."dispatch" (district, number);
create unique index dispatch_client_key on command."dispatch" (district, client_key);
create index dispatch_created on command."dispatch" (district, created_at desc, id desc);
create index dispatch_by_due on command."dispatch" (district, due_at) where status <> all (array['ended']);
create index dispatch_open_place on command."dispatch" (district, status, area_code, due_at) where status <> all (array['ended']);
create index dispatch_open_geom on command."dispatch" using gist (geom, created_at) where closed_at is null;
create index dispatch_closed_geom on command."dispatch" using gist (geom, created_at) where closed_at is not null;
create index dispatch_parent on command."dispatch" (district, parent_id) where parent_id is not null;

create table command."errand" (
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
  what text not null,
  address text not null,
  minutes integer not null,
  dispatch uuid not null,
  person uuid not null,
  sent_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  arrived_at timestamp with time zone,
  arrive_minutes integer,
  arrive_metres integer,
  via text,
  is_late text not null,
  result text,
  reason text,
  primary key (district, id),
  constraint errand_via_choice check (via = any (array['radio', 'phone'])),
  constraint errand_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table command."errand" is '到场任务';
create unique index errand_number_key on command."errand" (district, number);
create unique index errand_client_key on command."errand" (district, client_key);
create index errand_created on command."errand" (district, created_at desc, id desc);
create index errand_by_due on command."errand" (district, due_at) where status <> all (array['done', 'declined']);
create index errand_open_place on command."errand" (district, status, area_code, due_at) where status <> all (array['done', 'declined']);
create index errand_open_geom on command."errand" using gist (geom, created_at) where closed_at is null;
create index errand_closed_geom on command."errand" using gist (geom, created_at) where closed_at is not null;
create index errand_parent on command."errand" (district, parent_id) where parent_id is not null;

create table command."matter" (
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
  content text not null,
  wanted text not null,
  units jsonb not null,
  raised_by uuid not null,
  reason text,
  opinions_by date,
  opinions jsonb not null,
  silent integer,
  meeting uuid,
  outcome text,
  decided_on date,
  way text,
  defers integer not null,
  primary key (district, id),
  constraint matter_kind_choice check (kind = any (array['special', 'event', 'create', 'emergency', 'duty', 'other'])),
  constraint matter_way_choice check (way = any (array['meeting', 'office']))
);
comment on table command."matter" is '提请城管委事项';
create unique index matter_number_key on command."matter" (district, number);
create unique index matter_client_key on command."matter" (district, client_key);
create index matter_created on command."matter" (district, created_at desc, id desc);
create index matter_by_due on command."matter" (district, due_at) where status <> all (array['closed', 'returned', 'withdrawn']);
create index matter_open_place on command."matter" (district, status, area_code, due_at) where status <> all (array['closed', 'returned', 'withdrawn']);
create index matter_open_geom on command."matter" using gist (geom, created_at) where closed_at is null;
create index matter_closed_geom on command."matter" using gist (geom, created_at) where closed_at is not null;
create index matter_parent on command."matter" (district, parent_id) where parent_id is not null;

create table command."committee_meeting" (
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
  meet_on date not null,
  place text not null,
  chair text not null,
  agenda jsonb not null,
  roster jsonb not null,
  member_names jsonb not null,
  attendance jsonb not null,
  present integer,
  quorum integer,
  overdue jsonb not null,
  overdue_numbers jsonb not null,
  labels jsonb not null,
  votes jsonb not null,
  passed integer,
  minutes text,
  paper text,
  issued_on date,
  primary key (district, id)
);
comment on table command."committee_meeting" is '城管委会议';
create unique index committee_meeting_number_key on command."committee_meeting" (district, number);
create unique index committee_meeting_client_key on command."committee_meeting" (district, client_key);
create index committee_meeting_created on command."committee_meeting" (district, created_at desc, id desc);
create index committee_meeting_by_due on command."committee_meeting" (district, due_at) where status <> all (array['issued', 'cancelled']);
create index committee_meeting_open_place on command."committee_meeting" (district, status, area_code, due_at) where status <> all (array['issued', 'cancelled']);
create index committee_meeting_open_geom on command."committee_meeting" using gist (geom, created_at) where closed_at is null;
create index committee_meeting_closed_geom on command."committee_meeting" using gist (geom, created_at) where closed_at is not null;
create index committee_meeting_parent on command."committee_meeting" (district, parent_id) where parent_id is not null;

create table command."resolution" (
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
  matter uuid not null,
  matter_title text not null,
  kind text not null,
  what text not null,
  unit uuid not null,
  due_on date not null,
  progress jsonb not null,
  is_overdue text not null,
  result text,
  done_on date,
  extensions integer not null,
  reviewed_at timestamp with time zone,
  primary key (district, id),
  constraint resolution_kind_choice check (kind = any (array['special', 'event', 'create', 'emergency', 'duty', 'other'])),
  constraint resolution_is_overdue_choice check (is_overdue = any (array['yes', 'no']))
);
comment on table command."resolution" is '城管委决议任务';
create unique index resolution_number_key on command."resolution" (district, number);
create unique index resolution_client_key on command."resolution" (district, client_key);
create index resolution_created on command."resolution" (district, created_at desc, id desc);
create index resolution_by_due on command."resolution" (district, due_at) where status <> all (array['closed']);
create index resolution_open_place on command."resolution" (district, status, area_code, due_at) where status <> all (array['closed']);
create index resolution_open_geom on command."resolution" using gist (geom, created_at) where closed_at is null;
create index resolution_closed_geom on command."resolution" using gist (geom, created_at) where closed_at is not null;
create index resolution_parent on command."resolution" (district, parent_id) where parent_id is not null;

create table command."sudden" (
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
  level text not null,
  unit uuid not null,
  why text not null,
  name text not null,
  item_number text not null,
  facts text,
  is_true text,
  verified_minutes integer,
  reply text,
  replied_at timestamp with time zone,
  reply_minutes integer,
  is_late text,
  statement text,
  stated_at timestamp with time zone,
  follows jsonb not null,
  missed_follows integer not null,
  backs integer not null,
  review text,
  primary key (district, id),
  constraint sudden_level_choice check (level = any (array['I', 'II', 'III', 'IV'])),
  constraint sudden_is_true_choice check (is_true = any (array['yes', 'part', 'no'])),
  constraint sudden_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table command."sudden" is '舆情突发应急';
create unique index sudden_number_key on command."sudden" (district, number);
create unique index sudden_client_key on command."sudden" (district, client_key);
create index sudden_created on command."sudden" (district, created_at desc, id desc);
create index sudden_by_due on command."sudden" (district, due_at) where status <> all (array['closed']);
create index sudden_open_place on command."sudden" (district, status, area_code, due_at) where status <> all (array['closed']);
create index sudden_open_geom on command."sudden" using gist (geom, created_at) where closed_at is null;
create index sudden_closed_geom on command."sudden" using gist (geom, created_at) where closed_at is not null;
create index sudden_parent on command."sudden" (district, parent_id) where parent_id is not null;

alter table command."task" drop constraint task_kind_choice;

alter table command."task" add constraint task_kind_choice check (kind = any (array['warning', 'weather', 'emergency', 'drill', 'order']));

alter table command."task" drop constraint task_kind_choice;

alter table command."task" add constraint task_kind_choice check (kind = any (array['warning', 'weather', 'emergency', 'drill', 'order']));
