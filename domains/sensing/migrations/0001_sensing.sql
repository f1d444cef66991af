create schema if not exists sensing;

create table sensing."device" (
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
  number text not null,
  name text not null,
  kind text not null,
  state text not null,
  unit uuid,
  owner text,
  gateway uuid,
  component uuid,
  plate text,
  maker text,
  model text,
  installed_on date,
  calibration_due_on date,
  maintenance_from timestamp with time zone,
  maintenance_to timestamp with time zone,
  primary key (district, id),
  constraint device_state_choice check (state = any (array['active', 'paused', 'scrapped'])),
  constraint device_maintenance check (maintenance_from is null or maintenance_to is null or maintenance_to > maintenance_from)
);
comment on table sensing."device" is '感知设备';
create unique index device_number_key on sensing."device" (district, number) where retired_at is null;
create index device_geom on sensing."device" using gist (geom);
create index device_area on sensing."device" (district, area_code);

create table sensing."quantity" (
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
  unit text not null,
  serial integer not null,
  least numeric,
  most numeric,
  primary key (district, id),
  constraint quantity_range check (least is null or most is null or most > least)
);
comment on table sensing."quantity" is '监测量';
create unique index quantity_code_key on sensing."quantity" (district, code) where retired_at is null;
create unique index quantity_serial_key on sensing."quantity" (district, serial) where retired_at is null;
create index quantity_area on sensing."quantity" (district, area_code);

create table sensing."status" (
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
  number text not null,
  kind text not null,
  presence text not null,
  battery numeric,
  speed numeric,
  direction integer,
  last_quantity text,
  last_value numeric,
  primary key (district, id),
  constraint status_presence_choice check (presence = any (array['online', 'offline']))
);
-- Follows from readings and positions and is rewritten by them: not append-only.
comment on table sensing."status" is '设备现状';
create index status_at on sensing."status" (district, at desc);
create index status_geom on sensing."status" using gist (geom);

create table sensing."reading" (
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
  device uuid not null,
  quantity text not null,
  value numeric not null,
  quality text not null,
  primary key (district, id, at),
  constraint reading_quality_choice check (quality = any (array['good', 'range', 'maintenance', 'uncalibrated']))
) partition by range (at);
comment on table sensing."reading" is 'append-only: 监测读数';
create table sensing."reading_default" partition of sensing."reading" default;
create index reading_at on sensing."reading" (district, at desc);

create table sensing."position" (
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
  device uuid not null,
  speed numeric,
  direction integer,
  altitude integer,
  alarm_bits numeric,
  status_bits numeric,
  extras text,
  primary key (district, id, at)
) partition by range (at);
comment on table sensing."position" is 'append-only: 定位轨迹';
create table sensing."position_default" partition of sensing."position" default;
create index position_at on sensing."position" (district, at desc);

create table sensing."hourly" (
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
  device uuid not null,
  quantity text not null,
  samples integer not null,
  least numeric not null,
  most numeric not null,
  mean numeric not null,
  primary key (district, id)
);
comment on table sensing."hourly" is '小时汇总';
create index hourly_at on sensing."hourly" (district, at desc);

create table sensing."command" (
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
  device uuid not null,
  kind text not null,
  content text,
  seconds integer,
  sent_at timestamp with time zone,
  serial integer,
  answer text,
  primary key (district, id),
  constraint command_kind_choice check (kind = any (array['text', 'locate', 'query', 'interval', 'reset']))
);
comment on table sensing."command" is '终端指令';
create unique index command_number_key on sensing."command" (district, number);
create unique index command_client_key on sensing."command" (district, client_key);
create index command_created on sensing."command" (district, created_at desc, id desc);
create index command_by_due on sensing."command" (district, due_at) where status <> all (array['answered', 'failed', 'expired', 'cancelled']);
create index command_open_place on sensing."command" (district, status, area_code, due_at) where status <> all (array['answered', 'failed', 'expired', 'cancelled']);
create index command_open_geom on sensing."command" using gist (geom, created_at) where closed_at is null;
create index command_closed_geom on sensing."command" using gist (geom, created_at) where closed_at is not null;
create index command_parent on sensing."command" (district, parent_id) where parent_id is not null;

create table sensing."dead_letter" (
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
  sender text not null,
  channel text not null,
  reason text not null,
  detail text not null,
  payload text not null,
  received_at timestamp with time zone not null,
  replays integer not null,
  result text,
  primary key (district, id),
  constraint dead_letter_channel_choice check (channel = any (array['mqtt', 'http', 'jt808'])),
  constraint dead_letter_reason_choice check (reason = any (array['malformed', 'unknownDevice', 'foreignDevice', 'stopped', 'unknownQuantity', 'badValue', 'badTime']))
);
comment on table sensing."dead_letter" is '死信';
create unique index dead_letter_number_key on sensing."dead_letter" (district, number);
create unique index dead_letter_client_key on sensing."dead_letter" (district, client_key);
create index dead_letter_created on sensing."dead_letter" (district, created_at desc, id desc);
create index dead_letter_by_due on sensing."dead_letter" (district, due_at) where status <> all (array['replayed', 'discarded']);
create index dead_letter_open_place on sensing."dead_letter" (district, status, area_code, due_at) where status <> all (array['replayed', 'discarded']);
create index dead_letter_open_geom on sensing."dead_letter" using gist (geom, created_at) where closed_at is null;
create index dead_letter_closed_geom on sensing."dead_letter" using gist (geom, created_at) where closed_at is not null;
create index dead_letter_parent on sensing."dead_letter" (district, parent_id) where parent_id is not null;

-- Hashes of access keys; the key itself is shown once and kept by nobody.
create table sensing.device_key (
  district text not null,
  device_id uuid not null,
  hash text not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  primary key (district, device_id)
);
comment on table sensing.device_key is '设备接入密钥(散列)';

-- Device-hours that readings touched, by the minute they were received: what the roll-up has still to count.
create table sensing.touched (
  district text not null,
  bucket timestamp with time zone not null,
  device uuid not null,
  quantity text not null,
  hour timestamp with time zone not null,
  primary key (district, bucket, device, quantity, hour)
);
comment on table sensing.touched is '待汇总的设备小时';

create table sensing."upkeep" (
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
  device uuid not null,
  kind text not null,
  result text not null,
  photos uuid[],
  primary key (district, id),
  constraint upkeep_kind_choice check (kind = any (array['check', 'calibrate', 'battery', 'repair', 'replace']))
);
comment on table sensing."upkeep" is 'append-only: 设备维护记录';
create index upkeep_at on sensing."upkeep" (district, at desc);
