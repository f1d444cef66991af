alter table sanitation."worker" add column post uuid;

alter table sanitation."worker" add column device uuid;

alter table sanitation."vehicle" add constraint vehicle_dates check (scrapped_on is null or scrapped_on >= acquired_on);

alter table sanitation."toilet" add column rounds integer;

alter table sanitation."post_check" add column via text;

alter table sanitation."post_check" add constraint post_check_via_choice check (via = any (array['seen', 'track']));

create table sanitation."toilet_day" (
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
  toilet uuid not null,
  name text not null,
  keeper text not null,
  operator text not null,
  day_on date not null,
  least integer not null,
  times integer not null,
  is_met text not null,
  primary key (district, id),
  constraint toilet_day_is_met_choice check (is_met = any (array['yes', 'no']))
);
comment on table sanitation."toilet_day" is 'append-only: 公厕日保洁';
create index toilet_day_at on sanitation."toilet_day" (district, at desc);

alter table sanitation."alarm" drop constraint alarm_kind_choice;

alter table sanitation."alarm" add constraint alarm_kind_choice check (kind = any (array['machineRate', 'waterRate', 'dust', 'shiftGap', 'stock', 'ticket', 'odour', 'toiletAir', 'toiletPaper', 'toiletCrowd', 'toiletClosed', 'toiletClean', 'noise', 'contract', 'vehicleDue', 'disinfect', 'collector']));

alter table sanitation."mix_check" add column operator text;

alter table sanitation."disinfect_drive" add column due integer;

alter table sanitation."disinfect_drive" add column done integer;

alter table sanitation."disinfect_drive" add column rate numeric;

alter table sanitation."month_pay" add column days integer;

alter table sanitation."month_pay" add column mix_cut_fen integer;

alter table sanitation."month_pay" add column mix_cuts jsonb;

alter table sanitation."toilet_project" add column plan uuid;

alter table sanitation."alliance" add column payments jsonb;

alter table sanitation."suspension" add column instead uuid;

create table sanitation."toilet_round" (
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
  count integer not null,
  due_on date not null,
  total integer not null,
  drawn jsonb not null,
  checked integer,
  opened integer,
  shut integer,
  rate numeric,
  score numeric,
  reason text,
  primary key (district, id)
);
comment on table sanitation."toilet_round" is '公厕抽查';
create unique index toilet_round_number_key on sanitation."toilet_round" (district, number);
create unique index toilet_round_client_key on sanitation."toilet_round" (district, client_key);
create index toilet_round_created on sanitation."toilet_round" (district, created_at desc, id desc);
create index toilet_round_by_due on sanitation."toilet_round" (district, due_at) where status <> all (array['done']);
create index toilet_round_open_place on sanitation."toilet_round" (district, status, area_code, due_at) where status <> all (array['done']);
create index toilet_round_open_geom on sanitation."toilet_round" using gist (geom, created_at) where closed_at is null;
create index toilet_round_closed_geom on sanitation."toilet_round" using gist (geom, created_at) where closed_at is not null;
create index toilet_round_parent on sanitation."toilet_round" (district, parent_id) where parent_id is not null;

alter table sanitation."toilet_check" add column round uuid;

alter table sanitation."toilet_check" add column measure text;
