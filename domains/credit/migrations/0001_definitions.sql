create schema if not exists credit;

create table credit."scheme" (
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
  trade text not null,
  name text not null,
  edition integer not null,
  basis text not null,
  sure text not null,
  base_score numeric not null,
  cut_a numeric not null,
  cut_b numeric not null,
  cut_c numeric not null,
  period text not null,
  notice_days integer not null,
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  constraint scheme_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer'])),
  constraint scheme_sure_choice check (sure = any (array['verified', 'secondary', 'memory', 'example'])),
  constraint scheme_period_choice check (period = any (array['month', 'half', 'year'])),
  constraint scheme_cuts check (cut_a > cut_b and cut_b > cut_c)
);
comment on table credit."scheme" is '信用评价方案';
create unique index scheme_trade_edition_key on credit."scheme" (district, trade, edition) where retired_at is null;
create index scheme_area on credit."scheme" (district, area_code);

create table credit."item" (
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
  trade text not null,
  edition integer not null,
  code text not null,
  name text not null,
  points numeric not null,
  months integer not null,
  severity text not null,
  feed text,
  is_personal boolean not null,
  primary key (district, id),
  constraint item_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer'])),
  constraint item_severity_choice check (severity = any (array['minor', 'normal', 'serious']))
);
comment on table credit."item" is '信用指标';
create unique index item_trade_edition_code_key on credit."item" (district, trade, edition, code) where retired_at is null;
create index item_area on credit."item" (district, area_code);

create table credit."subject" (
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
  code text not null,
  kind text not null,
  trade text not null,
  score numeric,
  grade text,
  edition integer,
  reasons jsonb,
  graded_on date,
  is_listed boolean,
  is_red boolean,
  primary key (district, id),
  constraint subject_kind_choice check (kind = any (array['org', 'shop', 'person', 'driver', 'vehicle'])),
  constraint subject_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer'])),
  constraint subject_grade_choice check (grade = any (array['A', 'B', 'C', 'D']))
);
comment on table credit."subject" is '信用主体';
create unique index subject_trade_code_key on credit."subject" (district, trade, code) where retired_at is null;
create index subject_area on credit."subject" (district, area_code);

create table credit."measure" (
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
  measure text not null,
  name text not null,
  basis text not null,
  sure text not null,
  severity text not null,
  primary key (district, id),
  constraint measure_sure_choice check (sure = any (array['verified', 'secondary', 'memory', 'example'])),
  constraint measure_severity_choice check (severity = any (array['minor', 'normal', 'serious']))
);
comment on table credit."measure" is '惩戒措施依据';
create unique index measure_measure_key on credit."measure" (district, measure) where retired_at is null;
create index measure_area on credit."measure" (district, area_code);

create table credit."embedding" (
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
  trade text not null,
  point text not null,
  process text not null,
  grade text not null,
  effect text not null,
  is_on boolean not null,
  valid_from date not null,
  primary key (district, id),
  constraint embedding_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer'])),
  constraint embedding_process_choice check (process = any (array['permit', 'case', 'check', 'assessment', 'tender'])),
  constraint embedding_grade_choice check (grade = any (array['A', 'B', 'C', 'D'])),
  constraint embedding_effect_choice check (effect = any (array['deny', 'slow', 'fast', 'deposit', 'watch']))
);
comment on table credit."embedding" is '信用嵌入点';
create unique index embedding_trade_process_point_grade_effect_key on credit."embedding" (district, trade, process, point, grade, effect) where retired_at is null;
create index embedding_area on credit."embedding" (district, area_code);

create table credit."partner" (
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
  scope text not null,
  id_scheme text not null,
  is_active boolean not null,
  primary key (district, id),
  constraint partner_scope_choice check (scope = any (array['region', 'department', 'platform']))
);
comment on table credit."partner" is '交换平台';
create unique index partner_name_key on credit."partner" (district, name) where retired_at is null;
create index partner_area on credit."partner" (district, area_code);

create table credit."event" (
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
  trade text not null,
  name text not null,
  code text not null,
  kind text not null,
  item text not null,
  happened_on date not null,
  source text not null,
  source_id text,
  note text,
  item_name text,
  points numeric,
  severity text,
  edition numeric,
  is_auto boolean not null,
  valid_until date,
  show_from date,
  repair_from date,
  show_until date,
  is_shown boolean not null,
  is_fulfilled boolean not null,
  objection text,
  objection_result text,
  repair_note text,
  effective_at timestamp with time zone,
  repaired_at timestamp with time zone,
  object_due_at timestamp with time zone,
  repair_due_at timestamp with time zone,
  primary key (district, id),
  constraint event_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer'])),
  constraint event_kind_choice check (kind = any (array['org', 'shop', 'person', 'driver', 'vehicle'])),
  constraint event_severity_choice check (severity = any (array['minor', 'normal', 'serious']))
);
comment on table credit."event" is '信用信息';
create unique index event_number_key on credit."event" (district, number);
create unique index event_client_key on credit."event" (district, client_key);
create index event_created on credit."event" (district, created_at desc, id desc);
create index event_by_due on credit."event" (district, due_at) where status <> all (array['repaired', 'corrected', 'rejected', 'expired']);
create index event_open_place on credit."event" (district, status, area_code, due_at) where status <> all (array['repaired', 'corrected', 'rejected', 'expired']);
create index event_open_geom on credit."event" using gist (geom, created_at) where closed_at is null;
create index event_closed_geom on credit."event" using gist (geom, created_at) where closed_at is not null;
create index event_parent on credit."event" (district, parent_id) where parent_id is not null;

create table credit."round" (
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
  trade text not null,
  period text not null,
  results jsonb,
  subjects integer not null,
  notice_until timestamp with time zone,
  published_at timestamp with time zone,
  primary key (district, id),
  constraint round_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer']))
);
comment on table credit."round" is '信用评估轮次';
create unique index round_number_key on credit."round" (district, number);
create unique index round_client_key on credit."round" (district, client_key);
create index round_created on credit."round" (district, created_at desc, id desc);
create index round_by_due on credit."round" (district, due_at) where status <> all (array['published']);
create index round_open_place on credit."round" (district, status, area_code, due_at) where status <> all (array['published']);
create index round_open_geom on credit."round" using gist (geom, created_at) where closed_at is null;
create index round_closed_geom on credit."round" using gist (geom, created_at) where closed_at is not null;
create index round_parent on credit."round" (district, parent_id) where parent_id is not null;
create unique index round_trade_period_key on credit."round" (district, trade, period);

create table credit."check_plan" (
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
  trade text not null,
  period text not null,
  groups jsonb,
  drawn_names jsonb,
  drawn integer not null,
  checked integer not null,
  note text,
  done_at timestamp with time zone,
  primary key (district, id),
  constraint check_plan_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer']))
);
comment on table credit."check_plan" is '信用分级检查计划';
create unique index check_plan_number_key on credit."check_plan" (district, number);
create unique index check_plan_client_key on credit."check_plan" (district, client_key);
create index check_plan_created on credit."check_plan" (district, created_at desc, id desc);
create index check_plan_by_due on credit."check_plan" (district, due_at) where status <> all (array['done']);
create index check_plan_open_place on credit."check_plan" (district, status, area_code, due_at) where status <> all (array['done']);
create index check_plan_open_geom on credit."check_plan" using gist (geom, created_at) where closed_at is null;
create index check_plan_closed_geom on credit."check_plan" using gist (geom, created_at) where closed_at is not null;
create index check_plan_parent on credit."check_plan" (district, parent_id) where parent_id is not null;
create unique index check_plan_trade_period_key on credit."check_plan" (district, trade, period);

create table credit."use" (
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
  trade text not null,
  code text not null,
  purpose text not null,
  project text not null,
  name text,
  score numeric,
  grade text,
  converted numeric,
  round text,
  primary key (district, id),
  constraint use_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer'])),
  constraint use_purpose_choice check (purpose = any (array['tender', 'admission', 'contract', 'reward', 'service'])),
  constraint use_grade_choice check (grade = any (array['A', 'B', 'C', 'D']))
);
comment on table credit."use" is '信用结果应用';
create unique index use_number_key on credit."use" (district, number);
create unique index use_client_key on credit."use" (district, client_key);
create index use_created on credit."use" (district, created_at desc, id desc);
create index use_by_due on credit."use" (district, due_at) where status <> all (array['used']);
create index use_open_place on credit."use" (district, status, area_code, due_at) where status <> all (array['used']);
create index use_open_geom on credit."use" using gist (geom, created_at) where closed_at is null;
create index use_closed_geom on credit."use" using gist (geom, created_at) where closed_at is not null;
create index use_parent on credit."use" (district, parent_id) where parent_id is not null;

create table credit."list_entry" (
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
  trade text not null,
  code text not null,
  name text,
  list text not null,
  measure uuid,
  measure_name text,
  basis text,
  reason text not null,
  defence text,
  notice uuid[],
  listed_at timestamp with time zone,
  removed_at timestamp with time zone,
  remove_reason text,
  primary key (district, id),
  constraint list_entry_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer'])),
  constraint list_entry_list_choice check (list = any (array['red', 'black']))
);
comment on table credit."list_entry" is '红黑名单与惩戒';
create unique index list_entry_number_key on credit."list_entry" (district, number);
create unique index list_entry_client_key on credit."list_entry" (district, client_key);
create index list_entry_created on credit."list_entry" (district, created_at desc, id desc);
create index list_entry_by_due on credit."list_entry" (district, due_at) where status <> all (array['removed', 'dropped']);
create index list_entry_open_place on credit."list_entry" (district, status, area_code, due_at) where status <> all (array['removed', 'dropped']);
create index list_entry_open_geom on credit."list_entry" using gist (geom, created_at) where closed_at is null;
create index list_entry_closed_geom on credit."list_entry" using gist (geom, created_at) where closed_at is not null;
create index list_entry_parent on credit."list_entry" (district, parent_id) where parent_id is not null;

create table credit."lock" (
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
  building uuid not null,
  property text not null,
  owner text not null,
  measure uuid not null,
  kind text not null,
  basis text,
  decision text not null,
  papers uuid[] not null,
  registry text not null,
  reply text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  locked_on date,
  released_on date,
  release_reason text,
  released_at timestamp with time zone,
  primary key (district, id),
  constraint lock_kind_choice check (kind = any (array['transfer', 'mortgage', 'trade']))
);
comment on table credit."lock" is '违建联合惩戒(房产限制)';
create unique index lock_number_key on credit."lock" (district, number);
create unique index lock_client_key on credit."lock" (district, client_key);
create index lock_created on credit."lock" (district, created_at desc, id desc);
create index lock_by_due on credit."lock" (district, due_at) where status <> all (array['released', 'refused']);
create index lock_open_place on credit."lock" (district, status, area_code, due_at) where status <> all (array['released', 'refused']);
create index lock_open_geom on credit."lock" using gist (geom, created_at) where closed_at is null;
create index lock_closed_geom on credit."lock" using gist (geom, created_at) where closed_at is not null;
create index lock_parent on credit."lock" (district, parent_id) where parent_id is not null;

create table credit."share" (
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
  direction text not null,
  partner uuid not null,
  topic text not null,
  trade text not null,
  code text not null,
  name text not null,
  outside_id text,
  content text not null,
  hours numeric,
  solved numeric,
  provenance text not null,
  reply text,
  correction text,
  sent_at timestamp with time zone,
  accepted_at timestamp with time zone,
  primary key (district, id),
  constraint share_direction_choice check (direction = any (array['out', 'in'])),
  constraint share_topic_choice check (topic = any (array['grade', 'volunteer', 'list'])),
  constraint share_trade_choice check (trade = any (array['sanitation', 'muck', 'greenBuild', 'greenCare', 'cleaning', 'frontage', 'appearance', 'volunteer']))
);
comment on table credit."share" is '信用信息交换';
create unique index share_number_key on credit."share" (district, number);
create unique index share_client_key on credit."share" (district, client_key);
create index share_created on credit."share" (district, created_at desc, id desc);
create index share_by_due on credit."share" (district, due_at) where status <> all (array['accepted', 'adopted']);
create index share_open_place on credit."share" (district, status, area_code, due_at) where status <> all (array['accepted', 'adopted']);
create index share_open_geom on credit."share" using gist (geom, created_at) where closed_at is null;
create index share_closed_geom on credit."share" using gist (geom, created_at) where closed_at is not null;
create index share_parent on credit."share" (district, parent_id) where parent_id is not null;

create table credit."disclosure" (
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
  category text not null,
  subject_name text not null,
  subject_kind text not null,
  subject_code text not null,
  document_name text not null,
  document_number text not null,
  content text not null,
  decided_on date not null,
  valid_from date,
  valid_to date,
  organ text not null,
  batch text,
  upload_due_at timestamp with time zone,
  uploaded_at timestamp with time zone,
  primary key (district, id),
  constraint disclosure_category_choice check (category = any (array['permit', 'penalty'])),
  constraint disclosure_subject_kind_choice check (subject_kind = any (array['org', 'person']))
);
comment on table credit."disclosure" is '双公示数据';
create unique index disclosure_number_key on credit."disclosure" (district, number);
create unique index disclosure_client_key on credit."disclosure" (district, client_key);
create index disclosure_created on credit."disclosure" (district, created_at desc, id desc);
create index disclosure_by_due on credit."disclosure" (district, due_at) where status <> all (array['uploaded']);
create index disclosure_open_place on credit."disclosure" (district, status, area_code, due_at) where status <> all (array['uploaded']);
create index disclosure_open_geom on credit."disclosure" using gist (geom, created_at) where closed_at is null;
create index disclosure_closed_geom on credit."disclosure" using gist (geom, created_at) where closed_at is not null;
create index disclosure_parent on credit."disclosure" (district, parent_id) where parent_id is not null;
