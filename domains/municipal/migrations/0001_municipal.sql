create schema if not exists municipal;

create table municipal."facility" (
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
  name text not null,
  kind text not null,
  road uuid,
  ramp_form text,
  slope numeric,
  width_m numeric,
  length_m numeric,
  state text not null,
  built_on date,
  seen_on date,
  number text,
  primary key (district, id),
  constraint facility_kind_choice check (kind = any (array['blind', 'kerbRamp', 'ramp', 'rail', 'toilet', 'lift', 'sign'])),
  constraint facility_ramp_form_choice check (ramp_form = any (array['threeSided', 'full', 'other'])),
  constraint facility_state_choice check (state = any (array['usable', 'blocked', 'broken', 'steep']))
);
comment on table municipal."facility" is '无障碍设施';
create unique index facility_name_key on municipal."facility" (district, name) where retired_at is null;
create index facility_geom on municipal."facility" using gist (geom);
create index facility_area on municipal."facility" (district, area_code);

create table municipal."pot" (
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
  year integer not null,
  amount_fen integer not null,
  primary key (district, id)
);
comment on table municipal."pot" is '小修资金';
create unique index pot_year_key on municipal."pot" (district, year) where retired_at is null;
create index pot_area on municipal."pot" (district, area_code);

create table municipal."work_line" (
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
  job uuid not null,
  number text not null,
  place text not null,
  kind text not null,
  source text not null,
  item text not null,
  quantity numeric not null,
  measure text not null,
  primary key (district, id),
  constraint work_line_kind_choice check (kind = any (array['cover', 'grate', 'pavement', 'blind', 'kerb', 'road', 'ramp', 'access', 'dredge', 'small'])),
  constraint work_line_source_choice check (source = any (array['patrol', 'hotline', 'plan', 'case', 'survey', 'drainage', 'asked'])),
  constraint work_line_item_choice check (item = any (array['cover', 'fiveProof', 'grate', 'slab', 'brick', 'blind', 'kerb', 'road', 'ramp', 'access', 'dredge', 'drain', 'spot'])),
  constraint work_line_measure_choice check (measure = any (array['piece', 'm2', 'metre', 'place']))
);
comment on table municipal."work_line" is 'append-only: 市政工程量';
create index work_line_at on municipal."work_line" (district, at desc);
create index work_line_geom on municipal."work_line" using gist (geom);

create table municipal."job" (
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
  fault text not null,
  source text not null,
  place text not null,
  component uuid,
  case_ref uuid,
  asker text,
  asker_phone text,
  note text,
  before_photos uuid[] not null,
  owner text,
  fence_due_at timestamp with time zone,
  fenced_at timestamp with time zone,
  is_fenced_in_time text,
  repair_due_at timestamp with time zone,
  crew uuid,
  is_warranty boolean,
  lines jsonb,
  site text,
  load text,
  proofs text[],
  slope numeric,
  width_m numeric,
  ramp_form text,
  silt_m3 numeric,
  silt_to text,
  metres numeric,
  cost_fen integer,
  unit_cost_fen integer,
  after_photos uuid[],
  done_at timestamp with time zone,
  days integer,
  liable_until date,
  reply text,
  reason text,
  asked_type text,
  asked_id text,
  primary key (district, id),
  constraint job_kind_choice check (kind = any (array['cover', 'grate', 'pavement', 'blind', 'kerb', 'road', 'ramp', 'access', 'dredge', 'small'])),
  constraint job_fault_choice check (fault = any (array['broken', 'lost', 'noisy', 'sunk', 'blocked', 'none'])),
  constraint job_source_choice check (source = any (array['patrol', 'hotline', 'plan', 'case', 'survey', 'drainage', 'asked'])),
  constraint job_is_fenced_in_time_choice check (is_fenced_in_time = any (array['yes', 'no'])),
  constraint job_site_choice check (site = any (array['carriageway', 'kerbside', 'pavement', 'green'])),
  constraint job_load_choice check (load = any (array['A15', 'B125', 'C250', 'D400', 'E600', 'F900'])),
  constraint job_ramp_form_choice check (ramp_form = any (array['threeSided', 'full', 'other'])),
  constraint job_reply_choice check (reply = any (array['thanks', 'satisfied', 'complaint', 'none']))
);
comment on table municipal."job" is '市政维修';
create unique index job_number_key on municipal."job" (district, number);
create unique index job_client_key on municipal."job" (district, client_key);
create index job_created on municipal."job" (district, created_at desc, id desc);
create index job_by_due on municipal."job" (district, due_at) where status <> all (array['closed', 'dropped']);
create index job_open_place on municipal."job" (district, status, area_code, due_at) where status <> all (array['closed', 'dropped']);
create index job_open_geom on municipal."job" using gist (geom, created_at) where closed_at is null;
create index job_closed_geom on municipal."job" using gist (geom, created_at) where closed_at is not null;
create index job_parent on municipal."job" (district, parent_id) where parent_id is not null;

create table municipal."access_check" (
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
  facility uuid not null,
  result text not null,
  slope numeric,
  note text,
  photos uuid[] not null,
  name text not null,
  kind text not null,
  fix_note text,
  fixed_on date,
  primary key (district, id),
  constraint access_check_result_choice check (result = any (array['usable', 'blocked', 'broken', 'steep'])),
  constraint access_check_kind_choice check (kind = any (array['blind', 'kerbRamp', 'ramp', 'rail', 'toilet', 'lift', 'sign']))
);
comment on table municipal."access_check" is '无障碍排查';
create unique index access_check_number_key on municipal."access_check" (district, number);
create unique index access_check_client_key on municipal."access_check" (district, client_key);
create index access_check_created on municipal."access_check" (district, created_at desc, id desc);
create index access_check_by_due on municipal."access_check" (district, due_at) where status <> all (array['good', 'rectified']);
create index access_check_open_place on municipal."access_check" (district, status, area_code, due_at) where status <> all (array['good', 'rectified']);
create index access_check_open_geom on municipal."access_check" using gist (geom, created_at) where closed_at is null;
create index access_check_closed_geom on municipal."access_check" using gist (geom, created_at) where closed_at is not null;
create index access_check_parent on municipal."access_check" (district, parent_id) where parent_id is not null;

create table municipal."orphan" (
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
  kind text not null,
  area_m2 numeric not null,
  hazard text not null,
  history text not null,
  claim_by date,
  keeper text,
  paper text,
  kept_on date,
  costs jsonb,
  spent_fen integer,
  owner text,
  handed_on date,
  claimed_fen integer,
  paid_fen integer,
  primary key (district, id),
  constraint orphan_kind_choice check (kind = any (array['road', 'pavement', 'lamp', 'drain', 'bridge', 'green', 'other'])),
  constraint orphan_hazard_choice check (hazard = any (array['none', 'general', 'major']))
);
comment on table municipal."orphan" is '失管设施托底';
create unique index orphan_number_key on municipal."orphan" (district, number);
create unique index orphan_client_key on municipal."orphan" (district, client_key);
create index orphan_created on municipal."orphan" (district, created_at desc, id desc);
create index orphan_by_due on municipal."orphan" (district, due_at) where status <> all (array['handed', 'adopted']);
create index orphan_open_place on municipal."orphan" (district, status, area_code, due_at) where status <> all (array['handed', 'adopted']);
create index orphan_open_geom on municipal."orphan" using gist (geom, created_at) where closed_at is null;
create index orphan_closed_geom on municipal."orphan" using gist (geom, created_at) where closed_at is not null;
create index orphan_parent on municipal."orphan" (district, parent_id) where parent_id is not null;
