create table cases."collector_month" (
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
  collector uuid not null,
  month text not null,
  score numeric,
  items jsonb,
  deducted numeric,
  reported integer,
  valid integer,
  refused integer,
  duplicate integer,
  checks integer,
  missed integer,
  cells integer,
  area_cells integer,
  post_days integer,
  workdays integer,
  verifies integer,
  in_time integer,
  placed integer,
  objection text,
  review text,
  primary key (district, id)
);
comment on table cases."collector_month" is '采集员月度考评';
create unique index collector_month_number_key on cases."collector_month" (district, number);
create unique index collector_month_client_key on cases."collector_month" (district, client_key);
create index collector_month_created on cases."collector_month" (district, created_at desc, id desc);
create index collector_month_by_due on cases."collector_month" (district, due_at) where status <> all (array['standing']);
create index collector_month_open_place on cases."collector_month" (district, status, area_code, due_at) where status <> all (array['standing']);
create index collector_month_open_geom on cases."collector_month" using gist (geom, created_at) where closed_at is null;
create index collector_month_closed_geom on cases."collector_month" using gist (geom, created_at) where closed_at is not null;
create index collector_month_parent on cases."collector_month" (district, parent_id) where parent_id is not null;
create unique index collector_month_collector_month_key on cases."collector_month" (district, collector, month);
