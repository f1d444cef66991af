create schema if not exists opinion;

create table opinion."keyword" (
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
  word text not null,
  topic text not null,
  is_sensitive boolean,
  primary key (district, id),
  constraint keyword_topic_choice check (topic = any (array['appearance', 'law', 'sanitation', 'parking', 'vendor', 'other']))
);
comment on table opinion."keyword" is '监测关键词';
create unique index keyword_word_key on opinion."keyword" (district, word) where retired_at is null;
create index keyword_area on opinion."keyword" (district, area_code);

create table opinion."outlet" (
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
  reach integer not null,
  primary key (district, id),
  constraint outlet_level_choice check (level = any (array['central', 'province', 'city', 'county', 'network']))
);
comment on table opinion."outlet" is '监测媒体';
create unique index outlet_name_key on opinion."outlet" (district, name) where retired_at is null;
create index outlet_area on opinion."outlet" (district, area_code);

create table opinion."mention" (
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
  outlet uuid not null,
  url text not null,
  content text,
  tone text not null,
  primary key (district, id),
  constraint mention_tone_choice check (tone = any (array['good', 'plain', 'bad']))
);
comment on table opinion."mention" is 'append-only: 舆情监测信息';
create index mention_at on opinion."mention" (district, at desc);

create table opinion."item" (
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
  outlet uuid not null,
  url text not null,
  summary text not null,
  tone text not null,
  topic text not null,
  title_key text not null,
  merged_into uuid,
  grade text,
  unit uuid,
  demand text,
  reply text,
  replier uuid,
  case_number text,
  report uuid,
  effect text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  back_times integer,
  is_case boolean,
  primary key (district, id),
  constraint item_tone_choice check (tone = any (array['good', 'plain', 'bad'])),
  constraint item_topic_choice check (topic = any (array['appearance', 'law', 'sanitation', 'parking', 'vendor', 'other'])),
  constraint item_grade_choice check (grade = any (array['general', 'larger', 'major'])),
  constraint item_effect_choice check (effect = any (array['calmed', 'continuing', 'turned']))
);
comment on table opinion."item" is '舆情处置';
create unique index item_number_key on opinion."item" (district, number);
create unique index item_client_key on opinion."item" (district, client_key);
create index item_created on opinion."item" (district, created_at desc, id desc);
create index item_by_due on opinion."item" (district, due_at) where status <> all (array['closed', 'merged', 'ignored']);
create index item_open_place on opinion."item" (district, status, area_code, due_at) where status <> all (array['closed', 'merged', 'ignored']);
create index item_open_geom on opinion."item" using gist (geom, created_at) where closed_at is null;
create index item_closed_geom on opinion."item" using gist (geom, created_at) where closed_at is not null;
create index item_parent on opinion."item" (district, parent_id) where parent_id is not null;

create table opinion."digest" (
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
  day date not null,
  name text,
  total integer,
  bad integer,
  good integer,
  by_topic jsonb,
  titles text,
  note text,
  primary key (district, id)
);
comment on table opinion."digest" is '舆情日报';
create unique index digest_number_key on opinion."digest" (district, number);
create unique index digest_client_key on opinion."digest" (district, client_key);
create index digest_created on opinion."digest" (district, created_at desc, id desc);
create index digest_by_due on opinion."digest" (district, due_at) where status <> all (array['read']);
create index digest_open_place on opinion."digest" (district, status, area_code, due_at) where status <> all (array['read']);
create index digest_open_geom on opinion."digest" using gist (geom, created_at) where closed_at is null;
create index digest_closed_geom on opinion."digest" using gist (geom, created_at) where closed_at is not null;
create index digest_parent on opinion."digest" (district, parent_id) where parent_id is not null;
create unique index digest_day_key on opinion."digest" (district, day);

create table opinion."alarm" (
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
  word text not null,
  day date not null,
  count integer not null,
  usual numeric not null,
  times numeric,
  judgement text,
  level text,
  primary key (district, id),
  constraint alarm_level_choice check (level = any (array['none', 'watch', 'act']))
);
comment on table opinion."alarm" is '舆情突增预警';
create unique index alarm_number_key on opinion."alarm" (district, number);
create unique index alarm_client_key on opinion."alarm" (district, client_key);
create index alarm_created on opinion."alarm" (district, created_at desc, id desc);
create index alarm_by_due on opinion."alarm" (district, due_at) where status <> all (array['judged']);
create index alarm_open_place on opinion."alarm" (district, status, area_code, due_at) where status <> all (array['judged']);
create index alarm_open_geom on opinion."alarm" using gist (geom, created_at) where closed_at is null;
create index alarm_closed_geom on opinion."alarm" using gist (geom, created_at) where closed_at is not null;
create index alarm_parent on opinion."alarm" (district, parent_id) where parent_id is not null;
create unique index alarm_word_day_key on opinion."alarm" (district, word, day);
