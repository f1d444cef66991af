create schema if not exists permits;

create table permits."item" (
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
  code text not null,
  name text not null,
  kind text not null,
  edition integer not null,
  basis text not null,
  sure text not null,
  legal_days integer not null,
  promised_days integer not null,
  documents jsonb not null,
  deferrable_ jsonb not null,
  steps jsonb not null,
  needs_site_check boolean not null,
  can_commit boolean not null,
  commit_days integer not null,
  can_defer boolean not null,
  defer_days integer not null,
  online_apply boolean not null,
  online_supplement boolean not null,
  online_pay boolean not null,
  online_deliver boolean not null,
  valid_months integer not null,
  fee_fen integer not null,
  valid_from date not null,
  valid_to date,
  note text,
  primary key (district, id),
  constraint item_kind_choice check (kind = any (array['wasteClean', 'tree', 'ancientTree', 'greenPlan', 'greenCompletion', 'muck', 'ad', 'truck', 'dayMuck', 'promo', 'gas', 'parking', 'general'])),
  constraint item_sure_choice check (sure = any (array['verified', 'secondary', 'memory', 'example'])),
  constraint item_promise check (promised_days <= legal_days),
  constraint item_order check (valid_to is null or valid_to > valid_from)
);
comment on table permits."item" is '审批事项目录';
create unique index item_code_edition_key on permits."item" (district, code, edition) where retired_at is null;
create index item_area on permits."item" (district, area_code);

create table permits."ad_zone" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(MultiPolygon,4326),
  area_code text,
  name text not null,
  level text not null,
  forms jsonb not null,
  max_area_m2 numeric not null,
  max_months integer not null,
  plan text not null,
  valid_from date not null,
  primary key (district, id),
  constraint ad_zone_level_choice check (level = any (array['allowed', 'limited', 'banned']))
);
comment on table permits."ad_zone" is '户外广告规划分区';
create unique index ad_zone_name_key on permits."ad_zone" (district, name) where retired_at is null;
create index ad_zone_geom on permits."ad_zone" using gist (geom);
create index ad_zone_area on permits."ad_zone" (district, area_code);

create table permits."hauler" (
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
  state text not null,
  grade text,
  admitted_on date not null,
  removed_on date,
  primary key (district, id),
  constraint hauler_state_choice check (state = any (array['admitted', 'removed'])),
  constraint hauler_grade_choice check (grade = any (array['A', 'B', 'C', 'D']))
);
comment on table permits."hauler" is '渣土运输企业名录';
create unique index hauler_code_key on permits."hauler" (district, code) where retired_at is null;
create index hauler_area on permits."hauler" (district, area_code);

create table permits."truck" (
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
  plate text not null,
  hauler_code text not null,
  hauler_name text not null,
  is_new_type boolean not null,
  has_safety_system boolean not null,
  state text not null,
  admitted_on date not null,
  removed_on date,
  reason text,
  primary key (district, id),
  constraint truck_state_choice check (state = any (array['admitted', 'removed'])),
  constraint truck_removed check ((state = 'removed') = (removed_on is not null))
);
comment on table permits."truck" is '渣土车名录';
create unique index truck_plate_key on permits."truck" (district, plate) where retired_at is null;
create index truck_area on permits."truck" (district, area_code);

create table permits."disposal_site" (
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
  capacity_m3 numeric not null,
  is_open boolean not null,
  valid_to date not null,
  primary key (district, id),
  constraint disposal_site_kind_choice check (kind = any (array['fill', 'reuse', 'backfill', 'transfer']))
);
comment on table permits."disposal_site" is '建筑垃圾消纳场所';
create unique index disposal_site_name_key on permits."disposal_site" (district, name) where retired_at is null;
create index disposal_site_geom on permits."disposal_site" using gist (geom);
create index disposal_site_area on permits."disposal_site" (district, area_code);

create table permits."occupation" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  geom geometry(MultiPolygon,4326),
  area_code text,
  certificate uuid not null,
  holder text not null,
  from_on date not null,
  to_on date not null,
  state text not null,
  ended_reason text,
  primary key (district, id),
  constraint occupation_state_choice check (state = any (array['valid', 'ended']))
);
comment on table permits."occupation" is '许可占道范围';
create unique index occupation_certificate_key on permits."occupation" (district, certificate) where retired_at is null;
create index occupation_geom on permits."occupation" using gist (geom);
create index occupation_area on permits."occupation" (district, area_code);

create table permits."project" (
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
  code text not null,
  name text not null,
  kind text not null,
  developer text not null,
  phone text,
  households integer not null,
  floor_m2 numeric not null,
  land_m2 numeric not null,
  primary key (district, id),
  constraint project_kind_choice check (kind = any (array['residential', 'mall', 'office', 'industry', 'public']))
);
comment on table permits."project" is '建设项目';
create unique index project_code_key on permits."project" (district, code) where retired_at is null;
create index project_geom on permits."project" using gist (geom);
create index project_area on permits."project" (district, area_code);

create table permits."sanitation_standard" (
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
  project_kind text not null,
  facility text not null,
  per text not null,
  per_amount numeric not null,
  least integer not null,
  note text not null,
  source text not null,
  sure text not null,
  valid_from date not null,
  primary key (district, id),
  constraint sanitation_standard_project_kind_choice check (project_kind = any (array['residential', 'mall', 'office', 'industry', 'public'])),
  constraint sanitation_standard_facility_choice check (facility = any (array['bins', 'rooms', 'toilets', 'stations'])),
  constraint sanitation_standard_per_choice check (per = any (array['households', 'floorM2'])),
  constraint sanitation_standard_sure_choice check (sure = any (array['verified', 'secondary', 'memory', 'example']))
);
comment on table permits."sanitation_standard" is '环卫设施配置标准';
create unique index sanitation_standard_project_kind_facility_valid_from_key on permits."sanitation_standard" (district, project_kind, facility, valid_from) where retired_at is null;
create index sanitation_standard_area on permits."sanitation_standard" (district, area_code);

create table permits."duty_slot" (
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
  window_ text not null,
  person uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  primary key (district, id),
  constraint duty_slot_order check (to_at > from_at)
);
comment on table permits."duty_slot" is '延时服务值班';
create index duty_slot_area on permits."duty_slot" (district, area_code);

create table permits."faq" (
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
  topic text not null,
  question text not null,
  answer text not null,
  asked_before integer not null,
  published_on date not null,
  primary key (district, id)
);
comment on table permits."faq" is '高频咨询解答';
create unique index faq_topic_key on permits."faq" (district, topic) where retired_at is null;
create index faq_area on permits."faq" (district, area_code);

create table permits."consultation" (
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
  channel text not null,
  topic text not null,
  item uuid,
  question text not null,
  answer text not null,
  people integer not null,
  primary key (district, id),
  constraint consultation_channel_choice check (channel = any (array['phone', 'window', 'online']))
);
comment on table permits."consultation" is 'append-only: 业务咨询';
create index consultation_at on permits."consultation" (district, at desc);

create table permits."truck_move" (
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
  plate text not null,
  hauler_name text not null,
  direction text not null,
  reason text not null,
  primary key (district, id),
  constraint truck_move_direction_choice check (direction = any (array['in', 'out']))
);
comment on table permits."truck_move" is 'append-only: 渣土车准入退出';
create index truck_move_at on permits."truck_move" (district, at desc);

create table permits."application" (
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
  item uuid not null,
  mode text not null,
  channel text not null,
  applicant_kind text not null,
  applicant_name text not null,
  applicant_code text not null,
  contact text,
  phone text,
  address text not null,
  documents jsonb not null,
  papers uuid[],
  commitment uuid[],
  project uuid,
  item_name text,
  item_code text,
  item_version integer,
  legal_days integer,
  promised_days integer,
  required jsonb,
  deferrable_ jsonb,
  needs_site_check boolean,
  commit_days integer,
  defer_days integer,
  valid_months integer,
  fee_fen integer,
  is_meeting_free boolean,
  correction_on date,
  corrections jsonb,
  missing jsonb,
  accepted_at timestamp with time zone,
  is_deemed boolean,
  reviewer uuid,
  review text,
  rounds integer,
  checkers jsonb,
  check_photos uuid[],
  check_note text,
  after_photos uuid[],
  after_note text,
  special_kind text,
  special_on date,
  paused_days integer,
  expert_opinion text,
  higher_approval text,
  extend_reason text,
  decider uuid,
  decided_at timestamp with time zone,
  is_granted boolean,
  is_late boolean,
  late_reason text,
  actual_days integer,
  reason text,
  paid_on date,
  voucher text,
  delivery text,
  done_at timestamp with time zone,
  certificate uuid,
  renews uuid,
  verify_note text,
  supply_on date,
  survived_trees integer,
  intake_due_at timestamp with time zone,
  decide_due_at timestamp with time zone,
  promise_due_at timestamp with time zone,
  deliver_due_at timestamp with time zone,
  follow_due_at timestamp with time zone,
  services text[],
  service_area text,
  vehicle_count integer,
  staff_count integer,
  funds_fen integer,
  tree_action text,
  species text,
  trees integer,
  diameter_cm numeric,
  purpose text,
  compensation_trees integer,
  compensation_place text,
  tree_code text,
  tree_grade text,
  new_place text,
  protection_plan text,
  project_kind text,
  land_m2 numeric,
  green_m2 numeric,
  plant_list text,
  plan uuid,
  measured_green_m2 numeric,
  site_name text,
  volume_m3 numeric,
  destination uuid,
  hauler_code text,
  plates jsonb,
  route text,
  window_from text,
  window_to text,
  from_on date,
  to_on date,
  ad_form text,
  width_m numeric,
  height_m numeric,
  months integer,
  is_new_type boolean,
  has_safety_system boolean,
  discharge_class text,
  area_m2 numeric,
  drawing jsonb,
  cleaning_duty text,
  safety_duty text,
  gas_kind text,
  storage_m3 numeric,
  berths integer,
  disabled_berths integer,
  charging_berths integer,
  charge text,
  open_hours text,
  content text,
  primary key (district, id),
  constraint application_kind_choice check (kind = any (array['wasteClean', 'tree', 'ancientTree', 'greenPlan', 'greenCompletion', 'muck', 'ad', 'truck', 'dayMuck', 'promo', 'gas', 'parking', 'general'])),
  constraint application_mode_choice check (mode = any (array['ordinary', 'commitment', 'deferred'])),
  constraint application_channel_choice check (channel = any (array['online', 'window', 'extended'])),
  constraint application_applicant_kind_choice check (applicant_kind = any (array['org', 'person'])),
  constraint application_special_kind_choice check (special_kind = any (array['hearing', 'test', 'expert', 'higher'])),
  constraint application_delivery_choice check (delivery = any (array['online', 'window', 'mail'])),
  constraint application_tree_action_choice check (tree_action = any (array['cut', 'transplant'])),
  constraint application_tree_grade_choice check (tree_grade = any (array['first', 'second', 'third', 'famous'])),
  constraint application_project_kind_choice check (project_kind = any (array['residential', 'mall', 'office', 'industry', 'public'])),
  constraint application_ad_form_choice check (ad_form = any (array['column', 'roof', 'wall', 'screen', 'booth'])),
  constraint application_discharge_class_choice check (discharge_class = any (array['electric', 'six', 'five'])),
  constraint application_gas_kind_choice check (gas_kind = any (array['pipe', 'bottle', 'vehicle']))
);
comment on table permits."application" is '许可备案申请';
create unique index application_number_key on permits."application" (district, number);
create unique index application_client_key on permits."application" (district, client_key);
create index application_created on permits."application" (district, created_at desc, id desc);
create index application_by_due on permits."application" (district, due_at) where status <> all (array['done', 'notAccepted', 'refused', 'abandoned', 'revoked', 'lapsed']);
create index application_open_place on permits."application" (district, status, area_code, due_at) where status <> all (array['done', 'notAccepted', 'refused', 'abandoned', 'revoked', 'lapsed']);
create index application_open_geom on permits."application" using gist (geom, created_at) where closed_at is null;
create index application_closed_geom on permits."application" using gist (geom, created_at) where closed_at is not null;
create index application_parent on permits."application" (district, parent_id) where parent_id is not null;

create table permits."certificate" (
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
  item_name text not null,
  application uuid not null,
  holder text not null,
  holder_code text not null,
  holder_kind text not null,
  phone text,
  address text not null,
  conditions text not null,
  valid_from date not null,
  valid_to date not null,
  valid_months integer not null,
  plates jsonb,
  hauler_code text,
  window_from text,
  window_to text,
  berths integer,
  drawing jsonb,
  ended_on date,
  ground text,
  end_reason text,
  breaches integer not null,
  findings integer not null,
  is_deemed_renewed boolean,
  renewals integer not null,
  changes integer not null,
  primary key (district, id),
  constraint certificate_kind_choice check (kind = any (array['wasteClean', 'tree', 'ancientTree', 'greenPlan', 'greenCompletion', 'muck', 'ad', 'truck', 'dayMuck', 'promo', 'gas', 'parking', 'general'])),
  constraint certificate_holder_kind_choice check (holder_kind = any (array['org', 'person']))
);
comment on table permits."certificate" is '证照';
create unique index certificate_number_key on permits."certificate" (district, number);
create unique index certificate_client_key on permits."certificate" (district, client_key);
create index certificate_created on permits."certificate" (district, created_at desc, id desc);
create index certificate_by_due on permits."certificate" (district, due_at) where status <> all (array['revoked', 'withdrawn', 'cancelled', 'expired']);
create index certificate_open_place on permits."certificate" (district, status, area_code, due_at) where status <> all (array['revoked', 'withdrawn', 'cancelled', 'expired']);
create index certificate_open_geom on permits."certificate" using gist (geom, created_at) where closed_at is null;
create index certificate_closed_geom on permits."certificate" using gist (geom, created_at) where closed_at is not null;
create index certificate_parent on permits."certificate" (district, parent_id) where parent_id is not null;

create table permits."item_revision" (
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
  item uuid not null,
  reason text not null,
  valid_from text not null,
  promised_days integer not null,
  documents jsonb not null,
  deferrable_ jsonb not null,
  steps jsonb not null,
  needs_site_check boolean not null,
  can_commit boolean not null,
  commit_days integer not null,
  can_defer boolean not null,
  defer_days integer not null,
  online_apply boolean not null,
  online_supplement boolean not null,
  online_pay boolean not null,
  online_deliver boolean not null,
  cut_documents integer,
  cut_steps integer,
  cut_days integer,
  approved_at timestamp with time zone,
  primary key (district, id)
);
comment on table permits."item_revision" is '审批事项梳理';
create unique index item_revision_number_key on permits."item_revision" (district, number);
create unique index item_revision_client_key on permits."item_revision" (district, client_key);
create index item_revision_created on permits."item_revision" (district, created_at desc, id desc);
create index item_revision_by_due on permits."item_revision" (district, due_at) where status <> all (array['approved', 'rejected']);
create index item_revision_open_place on permits."item_revision" (district, status, area_code, due_at) where status <> all (array['approved', 'rejected']);
create index item_revision_open_geom on permits."item_revision" using gist (geom, created_at) where closed_at is null;
create index item_revision_closed_geom on permits."item_revision" using gist (geom, created_at) where closed_at is not null;
create index item_revision_parent on permits."item_revision" (district, parent_id) where parent_id is not null;

create table permits."appointment" (
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
  item_name text not null,
  name text not null,
  phone text not null,
  slot_at timestamp with time zone not null,
  window_ text,
  is_walk_in text not null,
  arrived_at timestamp with time zone,
  called_at timestamp with time zone,
  served_at timestamp with time zone,
  wait_minutes integer,
  served integer,
  note text,
  primary key (district, id),
  constraint appointment_is_walk_in_choice check (is_walk_in = any (array['booked', 'walkIn']))
);
comment on table permits."appointment" is '延时服务预约与排队';
create unique index appointment_number_key on permits."appointment" (district, number);
create unique index appointment_client_key on permits."appointment" (district, client_key);
create index appointment_created on permits."appointment" (district, created_at desc, id desc);
create index appointment_by_due on permits."appointment" (district, due_at) where status <> all (array['served', 'missed', 'cancelled']);
create index appointment_open_place on permits."appointment" (district, status, area_code, due_at) where status <> all (array['served', 'missed', 'cancelled']);
create index appointment_open_geom on permits."appointment" using gist (geom, created_at) where closed_at is null;
create index appointment_closed_geom on permits."appointment" using gist (geom, created_at) where closed_at is not null;
create index appointment_parent on permits."appointment" (district, parent_id) where parent_id is not null;

create table permits."supervision" (
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
  phase text not null,
  content text not null,
  application uuid not null,
  application_number text not null,
  kind text not null,
  holder text not null,
  holder_code text not null,
  address text not null,
  due_on date not null,
  result text,
  problems integer,
  note text,
  photos uuid[],
  fix_note text,
  visit_due_at timestamp with time zone,
  visited_at timestamp with time zone,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  primary key (district, id),
  constraint supervision_phase_choice check (phase = any (array['construction', 'use'])),
  constraint supervision_kind_choice check (kind = any (array['wasteClean', 'tree', 'ancientTree', 'greenPlan', 'greenCompletion', 'muck', 'ad', 'truck', 'dayMuck', 'promo', 'gas', 'parking', 'general'])),
  constraint supervision_result_choice check (result = any (array['fine', 'problem']))
);
comment on table permits."supervision" is '事中事后监管';
create unique index supervision_number_key on permits."supervision" (district, number);
create unique index supervision_client_key on permits."supervision" (district, client_key);
create index supervision_created on permits."supervision" (district, created_at desc, id desc);
create index supervision_by_due on permits."supervision" (district, due_at) where status <> all (array['done']);
create index supervision_open_place on permits."supervision" (district, status, area_code, due_at) where status <> all (array['done']);
create index supervision_open_geom on permits."supervision" using gist (geom, created_at) where closed_at is null;
create index supervision_closed_geom on permits."supervision" using gist (geom, created_at) where closed_at is not null;
create index supervision_parent on permits."supervision" (district, parent_id) where parent_id is not null;

create table permits."gas_recheck" (
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
  batch text not null,
  holder text not null,
  holder_code text not null,
  licence text not null,
  certificate uuid,
  has_site boolean,
  has_staff boolean,
  has_emergency boolean,
  has_storage boolean,
  result text,
  first_result text,
  note text,
  revisit_on date,
  revisits integer not null,
  checked_at timestamp with time zone,
  revisit_due_at timestamp with time zone,
  revisited_at timestamp with time zone,
  primary key (district, id),
  constraint gas_recheck_result_choice check (result = any (array['pass', 'rectify', 'cancel'])),
  constraint gas_recheck_first_result_choice check (first_result = any (array['pass', 'rectify', 'cancel']))
);
comment on table permits."gas_recheck" is '燃气经营许可再核查';
create unique index gas_recheck_number_key on permits."gas_recheck" (district, number);
create unique index gas_recheck_client_key on permits."gas_recheck" (district, client_key);
create index gas_recheck_created on permits."gas_recheck" (district, created_at desc, id desc);
create index gas_recheck_by_due on permits."gas_recheck" (district, due_at) where status <> all (array['passed', 'cancelled']);
create index gas_recheck_open_place on permits."gas_recheck" (district, status, area_code, due_at) where status <> all (array['passed', 'cancelled']);
create index gas_recheck_open_geom on permits."gas_recheck" using gist (geom, created_at) where closed_at is null;
create index gas_recheck_closed_geom on permits."gas_recheck" using gist (geom, created_at) where closed_at is not null;
create index gas_recheck_parent on permits."gas_recheck" (district, parent_id) where parent_id is not null;
create unique index gas_recheck_batch_licence_key on permits."gas_recheck" (district, batch, licence);

create table permits."truck_exit" (
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
  plate text not null,
  ground text not null,
  reason text not null,
  primary key (district, id),
  constraint truck_exit_ground_choice check (ground = any (array['old', 'breach', 'safety', 'asked']))
);
comment on table permits."truck_exit" is '渣土车退出';
create unique index truck_exit_number_key on permits."truck_exit" (district, number);
create unique index truck_exit_client_key on permits."truck_exit" (district, client_key);
create index truck_exit_created on permits."truck_exit" (district, created_at desc, id desc);
create index truck_exit_by_due on permits."truck_exit" (district, due_at) where status <> all (array['done', 'kept']);
create index truck_exit_open_place on permits."truck_exit" (district, status, area_code, due_at) where status <> all (array['done', 'kept']);
create index truck_exit_open_geom on permits."truck_exit" using gist (geom, created_at) where closed_at is null;
create index truck_exit_closed_geom on permits."truck_exit" using gist (geom, created_at) where closed_at is not null;
create index truck_exit_parent on permits."truck_exit" (district, parent_id) where parent_id is not null;

create table permits."filing" (
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
  project uuid not null,
  project_name text,
  parts text[] not null,
  lamps integer,
  ad_sites integer,
  bins integer,
  muck_m3 numeric,
  berths integer,
  papers uuid[] not null,
  parts_total integer not null,
  parts_passed integer not null,
  conclusion text,
  review_due_at timestamp with time zone,
  reviewed_at timestamp with time zone,
  concluded_at timestamp with time zone,
  primary key (district, id)
);
comment on table permits."filing" is '一体化备案';
create unique index filing_number_key on permits."filing" (district, number);
create unique index filing_client_key on permits."filing" (district, client_key);
create index filing_created on permits."filing" (district, created_at desc, id desc);
create index filing_by_due on permits."filing" (district, due_at) where status <> all (array['done', 'stopped']);
create index filing_open_place on permits."filing" (district, status, area_code, due_at) where status <> all (array['done', 'stopped']);
create index filing_open_geom on permits."filing" using gist (geom, created_at) where closed_at is null;
create index filing_closed_geom on permits."filing" using gist (geom, created_at) where closed_at is not null;
create index filing_parent on permits."filing" (district, parent_id) where parent_id is not null;

create table permits."filing_part" (
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
  filing uuid not null,
  part text not null,
  project_name text not null,
  quantity numeric not null,
  papers uuid[],
  opinion text,
  rounds integer not null,
  review_due_at timestamp with time zone,
  reviewed_at timestamp with time zone,
  primary key (district, id),
  constraint filing_part_part_choice check (part = any (array['lighting', 'ads', 'sanitation', 'muck', 'parking']))
);
comment on table permits."filing_part" is '一体化备案分项审核';
create unique index filing_part_number_key on permits."filing_part" (district, number);
create unique index filing_part_client_key on permits."filing_part" (district, client_key);
create index filing_part_created on permits."filing_part" (district, created_at desc, id desc);
create index filing_part_by_due on permits."filing_part" (district, due_at) where status <> all (array['passed']);
create index filing_part_open_place on permits."filing_part" (district, status, area_code, due_at) where status <> all (array['passed']);
create index filing_part_open_geom on permits."filing_part" using gist (geom, created_at) where closed_at is null;
create index filing_part_closed_geom on permits."filing_part" using gist (geom, created_at) where closed_at is not null;
create index filing_part_parent on permits."filing_part" (district, parent_id) where parent_id is not null;

create table permits."simultaneous" (
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
  project uuid not null,
  project_name text,
  facility text not null,
  main_phase text not null,
  main_on date,
  facility_phase text not null,
  facility_on date,
  warnings integer not null,
  is_red boolean not null,
  warned_at timestamp with time zone,
  evidence uuid[],
  primary key (district, id),
  constraint simultaneous_facility_choice check (facility = any (array['lighting', 'sanitation', 'parking', 'greening'])),
  constraint simultaneous_main_phase_choice check (main_phase = any (array['none', 'design', 'build', 'accept'])),
  constraint simultaneous_facility_phase_choice check (facility_phase = any (array['none', 'design', 'build', 'accept']))
);
comment on table permits."simultaneous" is '配套设施“三同步”';
create unique index simultaneous_number_key on permits."simultaneous" (district, number);
create unique index simultaneous_client_key on permits."simultaneous" (district, client_key);
create index simultaneous_created on permits."simultaneous" (district, created_at desc, id desc);
create index simultaneous_by_due on permits."simultaneous" (district, due_at) where status <> all (array['done']);
create index simultaneous_open_place on permits."simultaneous" (district, status, area_code, due_at) where status <> all (array['done']);
create index simultaneous_open_geom on permits."simultaneous" using gist (geom, created_at) where closed_at is null;
create index simultaneous_closed_geom on permits."simultaneous" using gist (geom, created_at) where closed_at is not null;
create index simultaneous_parent on permits."simultaneous" (district, parent_id) where parent_id is not null;
create unique index simultaneous_project_facility_key on permits."simultaneous" (district, project, facility);

create table permits."lighting_scheme" (
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
  project uuid not null,
  project_name text,
  lamps integer not null,
  papers uuid[] not null,
  opinions jsonb,
  rounds integer not null,
  passed_at timestamp with time zone,
  review_due_at timestamp with time zone,
  primary key (district, id)
);
comment on table permits."lighting_scheme" is '照明设施方案审核';
create unique index lighting_scheme_number_key on permits."lighting_scheme" (district, number);
create unique index lighting_scheme_client_key on permits."lighting_scheme" (district, client_key);
create index lighting_scheme_created on permits."lighting_scheme" (district, created_at desc, id desc);
create index lighting_scheme_by_due on permits."lighting_scheme" (district, due_at) where status <> all (array['passed']);
create index lighting_scheme_open_place on permits."lighting_scheme" (district, status, area_code, due_at) where status <> all (array['passed']);
create index lighting_scheme_open_geom on permits."lighting_scheme" using gist (geom, created_at) where closed_at is null;
create index lighting_scheme_closed_geom on permits."lighting_scheme" using gist (geom, created_at) where closed_at is not null;
create index lighting_scheme_parent on permits."lighting_scheme" (district, parent_id) where parent_id is not null;

create table permits."lighting_drawing" (
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
  scheme uuid not null,
  project uuid,
  project_name text,
  sheets jsonb not null,
  papers uuid[] not null,
  drawing_version integer not null,
  opinions jsonb,
  history jsonb,
  passed_at timestamp with time zone,
  primary key (district, id)
);
comment on table permits."lighting_drawing" is '照明施工图审核';
create unique index lighting_drawing_number_key on permits."lighting_drawing" (district, number);
create unique index lighting_drawing_client_key on permits."lighting_drawing" (district, client_key);
create index lighting_drawing_created on permits."lighting_drawing" (district, created_at desc, id desc);
create index lighting_drawing_by_due on permits."lighting_drawing" (district, due_at) where status <> all (array['passed']);
create index lighting_drawing_open_place on permits."lighting_drawing" (district, status, area_code, due_at) where status <> all (array['passed']);
create index lighting_drawing_open_geom on permits."lighting_drawing" using gist (geom, created_at) where closed_at is null;
create index lighting_drawing_closed_geom on permits."lighting_drawing" using gist (geom, created_at) where closed_at is not null;
create index lighting_drawing_parent on permits."lighting_drawing" (district, parent_id) where parent_id is not null;

create table permits."lighting_acceptance" (
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
  drawing uuid not null,
  project_name text,
  authority text not null,
  owner text not null,
  builder text not null,
  is_lit boolean,
  is_bright boolean,
  is_safe boolean,
  is_controlled boolean,
  lamps jsonb,
  passed integer not null,
  failed integer not null,
  rounds integer not null,
  photos uuid[],
  passed_at timestamp with time zone,
  primary key (district, id)
);
comment on table permits."lighting_acceptance" is '照明设施验收';
create unique index lighting_acceptance_number_key on permits."lighting_acceptance" (district, number);
create unique index lighting_acceptance_client_key on permits."lighting_acceptance" (district, client_key);
create index lighting_acceptance_created on permits."lighting_acceptance" (district, created_at desc, id desc);
create index lighting_acceptance_by_due on permits."lighting_acceptance" (district, due_at) where status <> all (array['passed']);
create index lighting_acceptance_open_place on permits."lighting_acceptance" (district, status, area_code, due_at) where status <> all (array['passed']);
create index lighting_acceptance_open_geom on permits."lighting_acceptance" using gist (geom, created_at) where closed_at is null;
create index lighting_acceptance_closed_geom on permits."lighting_acceptance" using gist (geom, created_at) where closed_at is not null;
create index lighting_acceptance_parent on permits."lighting_acceptance" (district, parent_id) where parent_id is not null;

create table permits."sanitation_review" (
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
  project uuid not null,
  project_name text,
  project_kind text,
  bins integer not null,
  rooms integer not null,
  toilets integer not null,
  stations integer not null,
  needed jsonb,
  papers uuid[] not null,
  opinion text,
  rounds integer not null,
  reviewed_at timestamp with time zone,
  done_at timestamp with time zone,
  built_bins integer,
  built_rooms integer,
  built_toilets integer,
  built_stations integer,
  photos uuid[],
  primary key (district, id),
  constraint sanitation_review_project_kind_choice check (project_kind = any (array['residential', 'mall', 'office', 'industry', 'public']))
);
comment on table permits."sanitation_review" is '环卫设施审核验收';
create unique index sanitation_review_number_key on permits."sanitation_review" (district, number);
create unique index sanitation_review_client_key on permits."sanitation_review" (district, client_key);
create index sanitation_review_created on permits."sanitation_review" (district, created_at desc, id desc);
create index sanitation_review_by_due on permits."sanitation_review" (district, due_at) where status <> all (array['done']);
create index sanitation_review_open_place on permits."sanitation_review" (district, status, area_code, due_at) where status <> all (array['done']);
create index sanitation_review_open_geom on permits."sanitation_review" using gist (geom, created_at) where closed_at is null;
create index sanitation_review_closed_geom on permits."sanitation_review" using gist (geom, created_at) where closed_at is not null;
create index sanitation_review_parent on permits."sanitation_review" (district, parent_id) where parent_id is not null;

create table permits."delivery_check" (
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
  project uuid not null,
  project_name text,
  building text not null,
  expected integer not null,
  units jsonb,
  checked integer not null,
  found integer not null,
  open integer not null,
  housing text not null,
  shared_at timestamp with time zone,
  done_at timestamp with time zone,
  opinion text,
  primary key (district, id)
);
comment on table permits."delivery_check" is '待交付楼盘违建验收';
create unique index delivery_check_number_key on permits."delivery_check" (district, number);
create unique index delivery_check_client_key on permits."delivery_check" (district, client_key);
create index delivery_check_created on permits."delivery_check" (district, created_at desc, id desc);
create index delivery_check_by_due on permits."delivery_check" (district, due_at) where status <> all (array['done']);
create index delivery_check_open_place on permits."delivery_check" (district, status, area_code, due_at) where status <> all (array['done']);
create index delivery_check_open_geom on permits."delivery_check" using gist (geom, created_at) where closed_at is null;
create index delivery_check_closed_geom on permits."delivery_check" using gist (geom, created_at) where closed_at is not null;
create index delivery_check_parent on permits."delivery_check" (district, parent_id) where parent_id is not null;
create unique index delivery_check_project_building_key on permits."delivery_check" (district, project, building);

create table permits."design_review" (
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
  project uuid not null,
  kind text not null,
  departments jsonb not null,
  held_on date not null,
  topic text not null,
  advice jsonb not null,
  given integer not null,
  adopted integer not null,
  papers uuid[] not null,
  done_at timestamp with time zone,
  primary key (district, id),
  constraint design_review_kind_choice check (kind = any (array['drawing', 'acceptance']))
);
comment on table permits."design_review" is '设计审图与新建住宅验收参与';
create unique index design_review_number_key on permits."design_review" (district, number);
create unique index design_review_client_key on permits."design_review" (district, client_key);
create index design_review_created on permits."design_review" (district, created_at desc, id desc);
create index design_review_by_due on permits."design_review" (district, due_at) where status <> all (array['done']);
create index design_review_open_place on permits."design_review" (district, status, area_code, due_at) where status <> all (array['done']);
create index design_review_open_geom on permits."design_review" using gist (geom, created_at) where closed_at is null;
create index design_review_closed_geom on permits."design_review" using gist (geom, created_at) where closed_at is not null;
create index design_review_parent on permits."design_review" (district, parent_id) where parent_id is not null;

create table permits."compound_acceptance" (
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
  project uuid not null,
  project_name text,
  visit_on date not null,
  sanitation jsonb,
  parking jsonb,
  lighting jsonb,
  illegal jsonb,
  visits integer not null,
  opinion text,
  review_due_at timestamp with time zone,
  done_at timestamp with time zone,
  primary key (district, id)
);
comment on table permits."compound_acceptance" is '小区验收前置审核';
create unique index compound_acceptance_number_key on permits."compound_acceptance" (district, number);
create unique index compound_acceptance_client_key on permits."compound_acceptance" (district, client_key);
create index compound_acceptance_created on permits."compound_acceptance" (district, created_at desc, id desc);
create index compound_acceptance_by_due on permits."compound_acceptance" (district, due_at) where status <> all (array['done']);
create index compound_acceptance_open_place on permits."compound_acceptance" (district, status, area_code, due_at) where status <> all (array['done']);
create index compound_acceptance_open_geom on permits."compound_acceptance" using gist (geom, created_at) where closed_at is null;
create index compound_acceptance_closed_geom on permits."compound_acceptance" using gist (geom, created_at) where closed_at is not null;
create index compound_acceptance_parent on permits."compound_acceptance" (district, parent_id) where parent_id is not null;
