alter table sensing."command" drop constraint command_kind_choice;

alter table sensing."command" add constraint command_kind_choice check (kind = any (array['text', 'locate', 'query', 'interval', 'reset', 'on', 'off', 'dim', 'raise', 'lower', 'video', 'videoStop']));

create table sensing."viewing" (
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
  channel integer not null,
  reason text not null,
  plate text not null,
  viewer uuid not null,
  begun_at timestamp with time zone,
  seconds integer,
  kilobytes integer,
  kept_until timestamp with time zone,
  primary key (district, id)
);
comment on table sensing."viewing" is '车载视频查看';
create unique index viewing_number_key on sensing."viewing" (district, number);
create unique index viewing_client_key on sensing."viewing" (district, client_key);
create index viewing_created on sensing."viewing" (district, created_at desc, id desc);
create index viewing_by_due on sensing."viewing" (district, due_at) where status <> all (array['dropped', 'missed']);
create index viewing_open_place on sensing."viewing" (district, status, area_code, due_at) where status <> all (array['dropped', 'missed']);
create index viewing_open_geom on sensing."viewing" using gist (geom, created_at) where closed_at is null;
create index viewing_closed_geom on sensing."viewing" using gist (geom, created_at) where closed_at is not null;
create index viewing_parent on sensing."viewing" (district, parent_id) where parent_id is not null;
