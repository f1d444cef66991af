create schema if not exists reports;

create table reports."account" (
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
  kind text not null,
  unit uuid not null,
  followers integer not null,
  duty_days integer not null,
  primary key (district, id),
  constraint account_kind_choice check (kind = any (array['wechat', 'weibo', 'video', 'site']))
);
comment on table reports."account" is '新媒体账号';
create unique index account_name_key on reports."account" (district, name) where retired_at is null;
create index account_area on reports."account" (district, area_code);

create table reports."article" (
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
  title text not null,
  outlet text not null,
  level text not null,
  published_on date not null,
  link text not null,
  author text not null,
  unit uuid,
  is_withdrawn boolean,
  primary key (district, id),
  constraint article_level_choice check (level = any (array['central', 'province', 'city', 'county']))
);
comment on table reports."article" is 'append-only: 媒体刊发稿件';
create index article_at on reports."article" (district, at desc);

create table reports."report" (
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
  title text not null,
  from_ date not null,
  to_ date not null,
  body text not null,
  checks jsonb,
  drafter text,
  figures jsonb,
  verdicts jsonb,
  cut_off_at timestamp with time zone,
  excuse text,
  differences jsonb,
  correction text,
  published_at timestamp with time zone,
  primary key (district, id),
  constraint report_kind_choice check (kind = any (array['summary', 'plan', 'opinion', 'bulletin', 'brief']))
);
comment on table reports."report" is '总结通报';
create unique index report_number_key on reports."report" (district, number);
create unique index report_client_key on reports."report" (district, client_key);
create index report_created on reports."report" (district, created_at desc, id desc);
create index report_by_due on reports."report" (district, due_at) where status <> all (array['withdrawn']);
create index report_open_place on reports."report" (district, status, area_code, due_at) where status <> all (array['withdrawn']);
create index report_open_geom on reports."report" using gist (geom, created_at) where closed_at is null;
create index report_closed_geom on reports."report" using gist (geom, created_at) where closed_at is not null;
create index report_parent on reports."report" (district, parent_id) where parent_id is not null;

create table reports."post" (
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
  account uuid not null,
  title text not null,
  content text not null,
  drafter text,
  published_at timestamp with time zone,
  reads integer not null,
  comments integer not null,
  answered integer not null,
  primary key (district, id)
);
comment on table reports."post" is '新媒体发文';
create unique index post_number_key on reports."post" (district, number);
create unique index post_client_key on reports."post" (district, client_key);
create index post_created on reports."post" (district, created_at desc, id desc);
create index post_by_due on reports."post" (district, due_at) where status <> all (array['refused', 'removed']);
create index post_open_place on reports."post" (district, status, area_code, due_at) where status <> all (array['refused', 'removed']);
create index post_open_geom on reports."post" using gist (geom, created_at) where closed_at is null;
create index post_closed_geom on reports."post" using gist (geom, created_at) where closed_at is not null;
create index post_parent on reports."post" (district, parent_id) where parent_id is not null;
