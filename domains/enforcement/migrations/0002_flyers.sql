create table enforcement."carrier" (
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
  operator text not null,
  keeper text not null,
  phone text not null,
  form_name text not null,
  answer_hours integer not null,
  agreed_on date not null,
  agreed_to date,
  primary key (district, id),
  constraint carrier_operator_choice check (operator = any (array['mobile', 'unicom', 'telecom', 'broadnet', 'virtual', 'unknown']))
);
comment on table enforcement."carrier" is '通信运营单位';
create unique index carrier_name_key on enforcement."carrier" (district, name) where retired_at is null;
create index carrier_area on enforcement."carrier" (district, area_code);

alter table enforcement."publication" add column photos uuid[];

create table enforcement."flyer" (
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
  address text not null,
  sheets integer not null,
  photos uuid[] not null,
  content text,
  campaign uuid,
  numbers jsonb,
  phones jsonb,
  read_note text,
  read_at timestamp with time zone,
  corrections jsonb,
  read_right text,
  earlier integer not null,
  is_repeated boolean not null,
  after_photos uuid[],
  cleared_sheets integer,
  cleared_m2 numeric,
  cleared_at timestamp with time zone,
  primary key (district, id),
  constraint flyer_kind_choice check (kind = any (array['paste', 'paint', 'hand'])),
  constraint flyer_read_right_choice check (read_right = any (array['right', 'corrected', 'unread']))
);
comment on table enforcement."flyer" is '小广告取证';
create unique index flyer_number_key on enforcement."flyer" (district, number);
create unique index flyer_client_key on enforcement."flyer" (district, client_key);
create index flyer_created on enforcement."flyer" (district, created_at desc, id desc);
create index flyer_by_due on enforcement."flyer" (district, due_at) where status <> all (array['cleared']);
create index flyer_open_place on enforcement."flyer" (district, status, area_code, due_at) where status <> all (array['cleared']);
create index flyer_open_geom on enforcement."flyer" using gist (geom, created_at) where closed_at is null;
create index flyer_closed_geom on enforcement."flyer" using gist (geom, created_at) where closed_at is not null;
create index flyer_parent on enforcement."flyer" (district, parent_id) where parent_id is not null;

create table enforcement."flyer_phone" (
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
  phone text not null,
  kind text not null,
  operator text not null,
  sightings jsonb not null,
  flyers integer not null,
  sheets integer not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  round integer not null,
  carrier uuid,
  requested_at timestamp with time zone,
  answer_due_at timestamp with time zone,
  answered_at timestamp with time zone,
  answer text,
  suspended_at timestamp with time zone,
  is_forced boolean not null,
  penalty uuid,
  fine_fen integer,
  applicant text,
  cleaned uuid[],
  pledge uuid[],
  applied_at timestamp with time zone,
  resumed_at timestamp with time zone,
  reason text,
  primary key (district, id),
  constraint flyer_phone_kind_choice check (kind = any (array['mobile', 'landline', 'service'])),
  constraint flyer_phone_operator_choice check (operator = any (array['mobile', 'unicom', 'telecom', 'broadnet', 'virtual', 'unknown']))
);
comment on table enforcement."flyer_phone" is '小广告号码停复机';
create unique index flyer_phone_number_key on enforcement."flyer_phone" (district, number);
create unique index flyer_phone_client_key on enforcement."flyer_phone" (district, client_key);
create index flyer_phone_created on enforcement."flyer_phone" (district, created_at desc, id desc);
create index flyer_phone_by_due on enforcement."flyer_phone" (district, due_at) where status <> all (array['closed']);
create index flyer_phone_open_place on enforcement."flyer_phone" (district, status, area_code, due_at) where status <> all (array['closed']);
create index flyer_phone_open_geom on enforcement."flyer_phone" using gist (geom, created_at) where closed_at is null;
create index flyer_phone_closed_geom on enforcement."flyer_phone" using gist (geom, created_at) where closed_at is not null;
create index flyer_phone_parent on enforcement."flyer_phone" (district, parent_id) where parent_id is not null;
create unique index flyer_phone_phone_key on enforcement."flyer_phone" (district, phone);

create table enforcement."phone_reconciliation" (
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
  carrier uuid not null,
  month text not null,
  theirs jsonb,
  ours integer not null,
  matched integer not null,
  differing integer not null,
  differences jsonb,
  result text,
  settled_at timestamp with time zone,
  primary key (district, id)
);
comment on table enforcement."phone_reconciliation" is '停复机月度对账';
create unique index phone_reconciliation_number_key on enforcement."phone_reconciliation" (district, number);
create unique index phone_reconciliation_client_key on enforcement."phone_reconciliation" (district, client_key);
create index phone_reconciliation_created on enforcement."phone_reconciliation" (district, created_at desc, id desc);
create index phone_reconciliation_by_due on enforcement."phone_reconciliation" (district, due_at) where status <> all (array['settled']);
create index phone_reconciliation_open_place on enforcement."phone_reconciliation" (district, status, area_code, due_at) where status <> all (array['settled']);
create index phone_reconciliation_open_geom on enforcement."phone_reconciliation" using gist (geom, created_at) where closed_at is null;
create index phone_reconciliation_closed_geom on enforcement."phone_reconciliation" using gist (geom, created_at) where closed_at is not null;
create index phone_reconciliation_parent on enforcement."phone_reconciliation" (district, parent_id) where parent_id is not null;
create unique index phone_reconciliation_carrier_month_key on enforcement."phone_reconciliation" (district, carrier, month);
