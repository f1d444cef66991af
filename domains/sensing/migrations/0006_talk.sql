create table sensing."talk" (
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
  group_ text not null,
  seconds integer not null,
  voice uuid[] not null,
  radio_number text,
  speaker uuid,
  primary key (district, id)
);
comment on table sensing."talk" is '对讲通话';
create unique index talk_number_key on sensing."talk" (district, number);
create unique index talk_client_key on sensing."talk" (district, client_key);
create index talk_created on sensing."talk" (district, created_at desc, id desc);
create index talk_by_due on sensing."talk" (district, due_at) where status <> all (array['said']);
create index talk_open_place on sensing."talk" (district, status, area_code, due_at) where status <> all (array['said']);
create index talk_open_geom on sensing."talk" using gist (geom, created_at) where closed_at is null;
create index talk_closed_geom on sensing."talk" using gist (geom, created_at) where closed_at is not null;
create index talk_parent on sensing."talk" (district, parent_id) where parent_id is not null;
