create schema if not exists connect;

create table connect."receiver" (
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
  url text not null,
  events text[] not null,
  is_active boolean not null,
  note text,
  primary key (district, id)
);
comment on table connect."receiver" is '推送订阅';
create unique index receiver_name_key on connect."receiver" (district, name) where retired_at is null;
create index receiver_area on connect."receiver" (district, area_code);

create table connect."delivery" (
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
  receiver uuid not null,
  receiver_name text not null,
  event text not null,
  body text not null,
  attempts integer not null,
  next_at timestamp with time zone,
  delivered_at timestamp with time zone,
  http_status integer,
  error text,
  primary key (district, id),
  constraint delivery_event_choice check (event = any (array['case.opened', 'case.ended', 'problem.found', 'kernel.overdue', 'work.decided', 'permit.issued', 'permit.ended', 'object.accepted', 'credit.graded', 'penalty.stage', 'issue.stage', 'connect.trial']))
);
comment on table connect."delivery" is '推送记录';
create unique index delivery_number_key on connect."delivery" (district, number);
create unique index delivery_client_key on connect."delivery" (district, client_key);
create index delivery_created on connect."delivery" (district, created_at desc, id desc);
create index delivery_by_due on connect."delivery" (district, due_at) where status <> all (array['delivered', 'dropped']);
create index delivery_open_place on connect."delivery" (district, status, area_code, due_at) where status <> all (array['delivered', 'dropped']);
create index delivery_open_geom on connect."delivery" using gist (geom, created_at) where closed_at is null;
create index delivery_closed_geom on connect."delivery" using gist (geom, created_at) where closed_at is not null;
create index delivery_parent on connect."delivery" (district, parent_id) where parent_id is not null;
create index delivery_waiting on connect."delivery" (next_at) where status = 'waiting';

-- Signing secrets: needed in the clear to sign; shown to a person once, and in no list, export or journal.
create table connect.receiver_secret (
  district text not null,
  receiver uuid not null,
  secret text not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  primary key (district, receiver)
);
comment on table connect.receiver_secret is '推送签名密钥';

-- Which deliveries a process has in hand, so that two never send one at the same moment; a process that dies lets go by the clock.
create table connect.claim (
  district text not null,
  id uuid not null,
  until timestamp with time zone not null,
  primary key (district, id)
);
comment on table connect.claim is '正在推送';
