create schema if not exists cases;

create table cases."condition" (
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
  kind text not null,
  category text not null,
  condition text not null,
  limit_ jsonb not null,
  closing_standard text not null,
  responsible_body text,
  level text not null,
  is_active boolean not null,
  source text not null,
  primary key (district, id),
  constraint condition_kind_choice check (kind = any (array['component', 'matter'])),
  constraint condition_level_choice check (level = any (array['A', 'B']))
);
comment on table cases."condition" is '立案条件';
create unique index condition_kind_category_condition_level_key on cases."condition" (district, kind, category, condition, level) where retired_at is null;
create index condition_area on cases."condition" (district, area_code);

create table cases."duty" (
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
  kind text not null,
  category_prefix text,
  area_prefix text not null,
  unit uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  basis text,
  note text,
  primary key (district, id),
  constraint duty_kind_choice check (kind = any (array['component', 'matter'])),
  constraint duty_role_choice check (role = any (array['lead', 'assist'])),
  constraint duty_dates check (valid_to is null or valid_to > valid_from)
);
comment on table cases."duty" is '职责清单';
create index duty_area on cases."duty" (district, area_code);

create table cases."category_group" (
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
  category text not null,
  valid_from date not null,
  valid_to date,
  basis text,
  primary key (district, id),
  constraint category_group_kind_choice check (kind = any (array['component', 'matter']))
);
comment on table cases."category_group" is '类别组合';
create unique index category_group_name_kind_category_key on cases."category_group" (district, name, kind, category) where retired_at is null;
create index category_group_area on cases."category_group" (district, area_code);

create table cases."case" (
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
  description text not null,
  source text not null,
  outside_number text,
  source_type text,
  source_id text,
  category_kind text,
  category text,
  address text,
  reporter_name text,
  reporter_phone text,
  reporter uuid,
  component uuid,
  photos uuid[],
  urgency text not null,
  merge_key text,
  condition uuid,
  handle_limit jsonb,
  level text not null,
  assist_units jsonb,
  handler uuid,
  verifier uuid,
  after_photos uuid[],
  result text,
  pending text not null,
  pending_reason text,
  shelved_until date,
  filed_at timestamp with time zone,
  dispatched_at timestamp with time zone,
  accept_due_at timestamp with time zone,
  accepted_at timestamp with time zone,
  file_due_at timestamp with time zone,
  dispatch_due_at timestamp with time zone,
  handle_due_at timestamp with time zone,
  handled_at timestamp with time zone,
  verify_due_at timestamp with time zone,
  verified_at timestamp with time zone,
  check_due_at timestamp with time zone,
  checked_at timestamp with time zone,
  close_due_at timestamp with time zone,
  is_exempt boolean,
  is_self_solved boolean not null,
  is_appealed boolean not null,
  is_shelved_once boolean not null,
  return_count integer not null,
  rework_count integer not null,
  extension_count integer not null,
  reopen_count integer not null,
  urge_count integer not null,
  supervision_count integer not null,
  merged_into uuid,
  refused_reason text,
  satisfaction text,
  comment text,
  primary key (district, id),
  constraint case_source_choice check (source = any (array['12319', '12345', 'collector', 'officer', 'hotline', 'snap', 'minqingtong', 'petition', 'minhu', 'massReport', 'rewarded', 'instruction', 'superior', 'inspection', 'survey', 'satellite', 'video', 'drone', 'vehicle', 'iot', 'volunteer', 'whistle', 'eco', 'superiorCheck', 'opinion', 'grassroots'])),
  constraint case_category_kind_choice check (category_kind = any (array['component', 'matter'])),
  constraint case_urgency_choice check (urgency = any (array['normal', 'urgent'])),
  constraint case_level_choice check (level = any (array['merchant', 'street', 'district', 'city'])),
  constraint case_pending_choice check (pending = any (array['none', 'extension', 'shelving'])),
  constraint case_satisfaction_choice check (satisfaction = any (array['satisfied', 'basic', 'dissatisfied', 'unreached']))
);
comment on table cases."case" is '案件';
create unique index case_number_key on cases."case" (district, number);
create unique index case_client_key on cases."case" (district, client_key);
create index case_created on cases."case" (district, created_at desc, id desc);
create index case_open_due on cases."case" (district, status, due_at) where status <> all (array['closed', 'force_closed', 'evaluated', 'not_accepted', 'cancelled', 'merged']);
create index case_geom on cases."case" using gist (geom);
create index case_parent on cases."case" (district, parent_id) where parent_id is not null;

create table cases."letter" (
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
  level text,
  title text not null,
  content text not null,
  unit uuid,
  reply_limit jsonb not null,
  reply text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  delivered_at timestamp with time zone,
  primary key (district, id),
  constraint letter_kind_choice check (kind = any (array['assign', 'supervise', 'talk'])),
  constraint letter_level_choice check (level = any (array['duty', 'bureau', 'district']))
);
comment on table cases."letter" is '交办督办函';
create unique index letter_number_key on cases."letter" (district, number);
create unique index letter_client_key on cases."letter" (district, client_key);
create index letter_created on cases."letter" (district, created_at desc, id desc);
create index letter_open_due on cases."letter" (district, status, due_at) where status <> all (array['done', 'withdrawn']);
create index letter_geom on cases."letter" using gist (geom);
create index letter_parent on cases."letter" (district, parent_id) where parent_id is not null;

create table cases."appeal" (
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
  reason text not null,
  opinion text,
  primary key (district, id)
);
comment on table cases."appeal" is '超时申诉';
create unique index appeal_number_key on cases."appeal" (district, number);
create unique index appeal_client_key on cases."appeal" (district, client_key);
create index appeal_created on cases."appeal" (district, created_at desc, id desc);
create index appeal_open_due on cases."appeal" (district, status, due_at) where status <> all (array['granted', 'refused']);
create index appeal_geom on cases."appeal" using gist (geom);
create index appeal_parent on cases."appeal" (district, parent_id) where parent_id is not null;
