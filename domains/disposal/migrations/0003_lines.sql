create table disposal."line" (
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
  plant uuid not null,
  name text not null,
  design_t numeric not null,
  ignite_due_on date not null,
  started_on date,
  ignited_on date,
  is_late text,
  ignite_photos uuid[],
  run_on date,
  reason text,
  primary key (district, id),
  constraint line_is_late_choice check (is_late = any (array['yes', 'no']))
);
comment on table disposal."line" is '焚烧线建设';
create unique index line_number_key on disposal."line" (district, number);
create unique index line_client_key on disposal."line" (district, client_key);
create index line_created on disposal."line" (district, created_at desc, id desc);
create index line_by_due on disposal."line" (district, due_at) where status <> all (array['running', 'dropped']);
create index line_open_place on disposal."line" (district, status, area_code, due_at) where status <> all (array['running', 'dropped']);
create index line_open_geom on disposal."line" using gist (geom, created_at) where closed_at is null;
create index line_closed_geom on disposal."line" using gist (geom, created_at) where closed_at is not null;
create index line_parent on disposal."line" (district, parent_id) where parent_id is not null;
create unique index line_plant_name_key on disposal."line" (district, plant, name);
