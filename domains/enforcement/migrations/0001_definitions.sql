create schema if not exists enforcement;

create table enforcement."agreement" (
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
  members text not null,
  content text not null,
  signed_on date not null,
  valid_to date not null,
  primary key (district, id),
  constraint agreement_order check (valid_to >= signed_on)
);
comment on table enforcement."agreement" is '跨区域协作协议';
create index agreement_area on enforcement."agreement" (district, area_code);

create table enforcement."assessment_standard" (
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
  scheme text not null,
  code text not null,
  item text not null,
  department text not null,
  full_ numeric not null,
  valid_from date not null,
  primary key (district, id)
);
comment on table enforcement."assessment_standard" is '镇街执法队伍考核标准';
create unique index assessment_standard_scheme_code_key on enforcement."assessment_standard" (district, scheme, code) where retired_at is null;
create index assessment_standard_area on enforcement."assessment_standard" (district, area_code);

create table enforcement."benchmark" (
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
  law text not null,
  party_kind text not null,
  circumstance text not null,
  level text not null,
  min_fen integer not null,
  max_fen integer not null,
  published_on date not null,
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  constraint benchmark_party_kind_choice check (party_kind = any (array['person', 'org'])),
  constraint benchmark_level_choice check (level = any (array['none', 'light', 'normal', 'heavy'])),
  constraint benchmark_order check (max_fen >= min_fen)
);
comment on table enforcement."benchmark" is '裁量基准';
create unique index benchmark_law_party_kind_circumstance_valid_from_key on enforcement."benchmark" (district, law, party_kind, circumstance, valid_from) where retired_at is null;
create index benchmark_area on enforcement."benchmark" (district, area_code);

create table enforcement."certificate" (
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
  person uuid not null,
  number text not null,
  organ text not null,
  scope text not null,
  area_prefix text not null,
  state text not null,
  valid_from date not null,
  valid_to date not null,
  primary key (district, id),
  constraint certificate_state_choice check (state = any (array['valid', 'suspended', 'revoked'])),
  constraint certificate_order check (valid_to >= valid_from)
);
comment on table enforcement."certificate" is '行政执法证';
create unique index certificate_number_key on enforcement."certificate" (district, number) where retired_at is null;
create index certificate_area on enforcement."certificate" (district, area_code);

create table enforcement."deadline" (
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
  law text not null,
  article text not null,
  starts text not null,
  value numeric,
  unit text,
  counting text,
  note text,
  sure text not null,
  primary key (district, id),
  constraint deadline_sure_choice check (sure = any (array['verified', 'secondary', 'memory', 'example']))
);
comment on table enforcement."deadline" is '法定期限';
create unique index deadline_code_key on enforcement."deadline" (district, code) where retired_at is null;
create index deadline_area on enforcement."deadline" (district, area_code);

create table enforcement."device" (
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
  legal_review_on date,
  technical_review_on date,
  calibration_valid_to date,
  has_sign boolean not null,
  published_on date,
  is_enabled boolean not null,
  primary key (district, id)
);
comment on table enforcement."device" is '非现场执法设备';
create unique index device_code_key on enforcement."device" (district, code) where retired_at is null;
create index device_geom on enforcement."device" using gist (geom);
create index device_area on enforcement."device" (district, area_code);

create table enforcement."law" (
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
  topic text not null,
  act text not null,
  law text not null,
  article text not null,
  penalty text not null,
  org_min_fen integer,
  org_max_fen integer,
  person_min_fen integer,
  person_max_fen integer,
  valid_from date not null,
  valid_to date,
  sure text not null,
  note text,
  primary key (district, id),
  constraint law_topic_choice check (topic = any (array['muck', 'posting', 'frontage', 'sorting', 'foodWaste', 'burning', 'barbecue', 'greening', 'obstacle', 'compound', 'rail', 'revenue', 'building', 'occupation', 'advertising', 'noise', 'dust', 'gas', 'drainage', 'road', 'other'])),
  constraint law_sure_choice check (sure = any (array['verified', 'secondary', 'memory', 'example']))
);
comment on table enforcement."law" is '处罚依据';
create unique index law_code_valid_from_key on enforcement."law" (district, code, valid_from) where retired_at is null;
create index law_area on enforcement."law" (district, area_code);

create table enforcement."lawyer" (
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
  firm text not null,
  licence text not null,
  phone text,
  account uuid,
  primary key (district, id)
);
comment on table enforcement."lawyer" is '驻队律师';
create unique index lawyer_licence_key on enforcement."lawyer" (district, licence) where retired_at is null;
create index lawyer_area on enforcement."lawyer" (district, area_code);

create table enforcement."lawyer_post" (
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
  lawyer uuid not null,
  squad uuid not null,
  duty_days text not null,
  valid_from date not null,
  valid_to date not null,
  primary key (district, id),
  constraint lawyer_post_order check (valid_to >= valid_from)
);
comment on table enforcement."lawyer_post" is '律师驻队安排';
create unique index lawyer_post_lawyer_squad_valid_from_key on enforcement."lawyer_post" (district, lawyer, squad, valid_from) where retired_at is null;
create index lawyer_post_area on enforcement."lawyer_post" (district, area_code);

create table enforcement."leniency" (
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
  law text not null,
  condition text not null,
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  constraint leniency_kind_choice check (kind = any (array['first', 'minor', 'micro']))
);
comment on table enforcement."leniency" is '免罚与小微清单';
create unique index leniency_kind_law_valid_from_key on enforcement."leniency" (district, kind, law, valid_from) where retired_at is null;
create index leniency_area on enforcement."leniency" (district, area_code);

create table enforcement."party" (
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
  name text not null,
  code text not null,
  phone text,
  address text,
  trade text,
  grade text,
  is_reachable boolean not null,
  reach_at text,
  primary key (district, id),
  constraint party_kind_choice check (kind = any (array['person', 'org'])),
  constraint party_grade_choice check (grade = any (array['A', 'B', 'C', 'D']))
);
comment on table enforcement."party" is '当事人(监管对象)';
create unique index party_code_key on enforcement."party" (district, code) where retired_at is null;
create index party_area on enforcement."party" (district, area_code);

create table enforcement."power" (
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
  scheme text not null,
  scheme_published_on date not null,
  code text not null,
  item text not null,
  area_prefix text not null,
  unit uuid,
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  constraint power_published check (valid_from >= scheme_published_on)
);
comment on table enforcement."power" is '集中事项清单';
create unique index power_code_area_prefix_valid_from_key on enforcement."power" (district, code, area_prefix, valid_from) where retired_at is null;
create index power_area on enforcement."power" (district, area_code);

create table enforcement."record_rule" (
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
  step text not null,
  topic text,
  needs_text boolean not null,
  needs_media boolean not null,
  basis text not null,
  valid_from date not null,
  valid_to date,
  sure text not null,
  primary key (district, id),
  constraint record_rule_step_choice check (step = any (array['showId', 'investigate', 'seize', 'notify', 'hear', 'decide', 'serve', 'force'])),
  constraint record_rule_topic_choice check (topic = any (array['muck', 'posting', 'frontage', 'sorting', 'foodWaste', 'burning', 'barbecue', 'greening', 'obstacle', 'compound', 'rail', 'revenue', 'building', 'occupation', 'advertising', 'noise', 'dust', 'gas', 'drainage', 'road', 'other'])),
  constraint record_rule_sure_choice check (sure = any (array['verified', 'secondary', 'memory', 'example']))
);
comment on table enforcement."record_rule" is '全过程记录事项';
create index record_rule_area on enforcement."record_rule" (district, area_code);

create table enforcement."squad" (
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
  leader uuid,
  star integer,
  formed_on date not null,
  primary key (district, id),
  constraint squad_kind_choice check (kind = any (array['team', 'quick']))
);
comment on table enforcement."squad" is '执法中队、快速行动队';
create unique index squad_name_key on enforcement."squad" (district, name) where retired_at is null;
create index squad_area on enforcement."squad" (district, area_code);

create table enforcement."squad_member" (
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
  squad uuid not null,
  person uuid not null,
  joined_on date not null,
  primary key (district, id)
);
comment on table enforcement."squad_member" is '队伍成员';
create unique index squad_member_squad_person_key on enforcement."squad_member" (district, squad, person) where retired_at is null;
create index squad_member_area on enforcement."squad_member" (district, area_code);

create table enforcement."squad_place" (
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
  squad uuid not null,
  kind text not null,
  place text not null,
  name text not null,
  primary key (district, id),
  constraint squad_place_kind_choice check (kind = any (array['cell', 'point']))
);
comment on table enforcement."squad_place" is '队伍覆盖网格、点位';
create unique index squad_place_squad_kind_place_key on enforcement."squad_place" (district, squad, kind, place) where retired_at is null;
create index squad_place_area on enforcement."squad_place" (district, area_code);

create table enforcement."supervision_item" (
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
  topic text not null,
  basis text not null,
  primary key (district, id),
  constraint supervision_item_topic_choice check (topic = any (array['muck', 'posting', 'frontage', 'sorting', 'foodWaste', 'burning', 'barbecue', 'greening', 'obstacle', 'compound', 'rail', 'revenue', 'building', 'occupation', 'advertising', 'noise', 'dust', 'gas', 'drainage', 'road', 'other']))
);
comment on table enforcement."supervision_item" is '监管事项目录';
create unique index supervision_item_code_key on enforcement."supervision_item" (district, code) where retired_at is null;
create index supervision_item_area on enforcement."supervision_item" (district, area_code);

create table enforcement."barbecue_site" (
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
  hours text not null,
  party uuid,
  state text not null,
  complaints integer not null,
  primary key (district, id),
  constraint barbecue_site_state_choice check (state = any (array['outdoor', 'moved', 'banned', 'area']))
);
comment on table enforcement."barbecue_site" is '烧烤点';
create unique index barbecue_site_name_key on enforcement."barbecue_site" (district, name) where retired_at is null;
create index barbecue_site_geom on enforcement."barbecue_site" using gist (geom);
create index barbecue_site_area on enforcement."barbecue_site" (district, area_code);

create table enforcement."rail_zone" (
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
  kind text not null,
  company text not null,
  published_on date not null,
  primary key (district, id),
  constraint rail_zone_kind_choice check (kind = any (array['control', 'special']))
);
comment on table enforcement."rail_zone" is '轨道控制保护区';
create unique index rail_zone_name_key on enforcement."rail_zone" (district, name) where retired_at is null;
create index rail_zone_geom on enforcement."rail_zone" using gist (geom);
create index rail_zone_area on enforcement."rail_zone" (district, area_code);

create table enforcement."rail_project" (
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
  builder uuid not null,
  work text not null,
  is_agreed boolean not null,
  starts_on date not null,
  ends_on date,
  primary key (district, id),
  constraint rail_project_work_choice check (work = any (array['pit', 'pile', 'pipe', 'load', 'other']))
);
comment on table enforcement."rail_project" is '保护区内建设项目';
create unique index rail_project_name_key on enforcement."rail_project" (district, name) where retired_at is null;
create index rail_project_geom on enforcement."rail_project" using gist (geom);
create index rail_project_area on enforcement."rail_project" (district, area_code);

create table enforcement."deed" (
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
  work_class text not null,
  kind text not null,
  topic text not null,
  unit uuid,
  campaign uuid,
  source_type text,
  source_id text,
  amount_fen integer,
  note text,
  primary key (district, id),
  constraint deed_work_class_choice check (work_class = any (array['service', 'manage', 'enforce'])),
  constraint deed_topic_choice check (topic = any (array['muck', 'posting', 'frontage', 'sorting', 'foodWaste', 'burning', 'barbecue', 'greening', 'obstacle', 'compound', 'rail', 'revenue', 'building', 'occupation', 'advertising', 'noise', 'dust', 'gas', 'drainage', 'road', 'other']))
);
comment on table enforcement."deed" is 'append-only: 执法行为(721)';
create index deed_at on enforcement."deed" (district, at desc);
create index deed_geom on enforcement."deed" using gist (geom);

create table enforcement."operation" (
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
  campaign uuid not null,
  place text not null,
  people integer not null,
  vehicles integer not null,
  partners text,
  note text,
  primary key (district, id)
);
comment on table enforcement."operation" is 'append-only: 专项行动出动';
create index operation_at on enforcement."operation" (district, at desc);

create table enforcement."region_meeting" (
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
  agreement uuid not null,
  topic text not null,
  attendees jsonb not null,
  decisions text not null,
  primary key (district, id)
);
comment on table enforcement."region_meeting" is 'append-only: 跨区域协作会商';
create index region_meeting_at on enforcement."region_meeting" (district, at desc);

create table enforcement."penalty" (
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
  source text not null,
  topic text not null,
  party uuid not null,
  law_code text not null,
  happened_on date not null,
  address text not null,
  description text not null,
  co_handler uuid,
  campaign uuid,
  source_type text,
  source_id text,
  contact text,
  track text not null,
  filed_at timestamp with time zone,
  shown_at timestamp with time zone,
  earlier_warnings integer not null,
  earlier_penalties integer not null,
  handler uuid,
  party_name text,
  party_kind text,
  reviewer uuid,
  chair uuid,
  decider uuid,
  kinds text[],
  law_text text,
  benchmark uuid,
  deviation text,
  explanation text,
  proposed_fen integer,
  noticed_fen integer,
  report text,
  review_cases text[],
  is_major boolean not null,
  review_opinion text,
  review_note text,
  review_back_count integer not null,
  attendees jsonb,
  discussion text,
  has_hearing_right boolean,
  defence text,
  defence_review text,
  noticed_on date,
  is_waived boolean,
  hearing_asked_on date,
  hearing_on date,
  hearing_notice_on date,
  hearing_report text,
  fine_fen integer,
  forfeit_fen integer,
  decision_number text,
  decided_at timestamp with time zone,
  no_penalty_ground text,
  late_reason text,
  is_late boolean not null,
  end_reason text,
  service_kind text,
  served_on date,
  receipt uuid[],
  pay_due_at timestamp with time zone,
  decide_due_at timestamp with time zone,
  serve_due_at timestamp with time zone,
  paid_fen integer not null,
  surcharge_fen integer,
  remedy_days integer not null,
  fulfilled_at timestamp with time zone,
  delay_until date,
  instalments integer,
  delay_reason text,
  is_delay_pending boolean,
  urged_on date,
  court_filed_on date,
  court_ruling text,
  has_remedy boolean,
  volume text,
  pages integer,
  on_spot_filed_on date,
  handed_in_on date,
  hand_in_due_at timestamp with time zone,
  is_cash_on_spot boolean,
  primary key (district, id),
  constraint penalty_source_choice check (source = any (array['patrol', 'complaint', 'transfer', 'capture', 'check', 'issue', 'superior'])),
  constraint penalty_topic_choice check (topic = any (array['muck', 'posting', 'frontage', 'sorting', 'foodWaste', 'burning', 'barbecue', 'greening', 'obstacle', 'compound', 'rail', 'revenue', 'building', 'occupation', 'advertising', 'noise', 'dust', 'gas', 'drainage', 'road', 'other'])),
  constraint penalty_contact_choice check (contact = any (array['contact', 'noncontact'])),
  constraint penalty_track_choice check (track = any (array['ordinary', 'simple', 'micro'])),
  constraint penalty_party_kind_choice check (party_kind = any (array['person', 'org'])),
  constraint penalty_review_opinion_choice check (review_opinion = any (array['agree', 'revise', 'sendBack'])),
  constraint penalty_no_penalty_ground_choice check (no_penalty_ground = any (array['young', 'illness', 'minor', 'first', 'blameless', 'late'])),
  constraint penalty_service_kind_choice check (service_kind = any (array['direct', 'onSpot', 'left', 'mail', 'electronic', 'entrusted', 'notice']))
);
comment on table enforcement."penalty" is '行政处罚案件';
create unique index penalty_number_key on enforcement."penalty" (district, number);
create unique index penalty_client_key on enforcement."penalty" (district, client_key);
create index penalty_created on enforcement."penalty" (district, created_at desc, id desc);
create index penalty_by_due on enforcement."penalty" (district, due_at) where status <> all (array['closed', 'archived', 'not_filed', 'not_punished', 'transferred', 'terminated', 'revoked']);
create index penalty_open_place on enforcement."penalty" (district, status, area_code, due_at) where status <> all (array['closed', 'archived', 'not_filed', 'not_punished', 'transferred', 'terminated', 'revoked']);
create index penalty_open_geom on enforcement."penalty" using gist (geom, created_at) where closed_at is null;
create index penalty_closed_geom on enforcement."penalty" using gist (geom, created_at) where closed_at is not null;
create index penalty_parent on enforcement."penalty" (district, parent_id) where parent_id is not null;

create table enforcement."measure" (
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
  topic text not null,
  party uuid,
  law_code text,
  basis text not null,
  content text not null,
  address text,
  photos uuid[],
  campaign uuid,
  penalty uuid,
  track text,
  co_officer uuid,
  limit_ jsonb,
  held_on date,
  attendees text,
  outcome text,
  is_heeded boolean,
  after_photos uuid[],
  service_kind text,
  served_on date,
  receipt uuid[],
  visited_on date,
  finish_due_at timestamp with time zone,
  finished_at timestamp with time zone,
  primary key (district, id),
  constraint measure_kind_choice check (kind = any (array['educate', 'order', 'interview', 'guide', 'stopWork'])),
  constraint measure_topic_choice check (topic = any (array['muck', 'posting', 'frontage', 'sorting', 'foodWaste', 'burning', 'barbecue', 'greening', 'obstacle', 'compound', 'rail', 'revenue', 'building', 'occupation', 'advertising', 'noise', 'dust', 'gas', 'drainage', 'road', 'other'])),
  constraint measure_track_choice check (track = any (array['ordinary', 'simple', 'micro'])),
  constraint measure_service_kind_choice check (service_kind = any (array['direct', 'onSpot', 'left', 'mail', 'electronic', 'entrusted', 'notice']))
);
comment on table enforcement."measure" is '行政措施';
create unique index measure_number_key on enforcement."measure" (district, number);
create unique index measure_client_key on enforcement."measure" (district, client_key);
create index measure_created on enforcement."measure" (district, created_at desc, id desc);
create index measure_by_due on enforcement."measure" (district, due_at) where status <> all (array['done', 'continued']);
create index measure_open_place on enforcement."measure" (district, status, area_code, due_at) where status <> all (array['done', 'continued']);
create index measure_open_geom on enforcement."measure" using gist (geom, created_at) where closed_at is null;
create index measure_closed_geom on enforcement."measure" using gist (geom, created_at) where closed_at is not null;
create index measure_parent on enforcement."measure" (district, parent_id) where parent_id is not null;

create table enforcement."evidence" (
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
  penalty uuid not null,
  kind text not null,
  origin text not null,
  file uuid[] not null,
  sha256 text not null,
  device text not null,
  taken_at timestamp with time zone not null,
  place text not null,
  proves text not null,
  reject_reason text,
  primary key (district, id),
  constraint evidence_kind_choice check (kind = any (array['photo', 'video', 'audio', 'scan', 'item', 'testimony', 'report'])),
  constraint evidence_origin_choice check (origin = any (array['onSite', 'device', 'remote', 'submitted']))
);
comment on table enforcement."evidence" is '证据';
create unique index evidence_number_key on enforcement."evidence" (district, number);
create unique index evidence_client_key on enforcement."evidence" (district, client_key);
create index evidence_created on enforcement."evidence" (district, created_at desc, id desc);
create index evidence_by_due on enforcement."evidence" (district, due_at) where status <> all (array['verified', 'rejected']);
create index evidence_open_place on enforcement."evidence" (district, status, area_code, due_at) where status <> all (array['verified', 'rejected']);
create index evidence_open_geom on enforcement."evidence" using gist (geom, created_at) where closed_at is null;
create index evidence_closed_geom on enforcement."evidence" using gist (geom, created_at) where closed_at is not null;
create index evidence_parent on enforcement."evidence" (district, parent_id) where parent_id is not null;

create table enforcement."process_record" (
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
  penalty uuid not null,
  step text not null,
  words text,
  media uuid[],
  recorder text,
  is_evidence boolean,
  keep_until_on date,
  primary key (district, id),
  constraint process_record_step_choice check (step = any (array['showId', 'investigate', 'seize', 'notify', 'hear', 'decide', 'serve', 'force']))
);
comment on table enforcement."process_record" is '全过程记录';
create unique index process_record_number_key on enforcement."process_record" (district, number);
create unique index process_record_client_key on enforcement."process_record" (district, client_key);
create index process_record_created on enforcement."process_record" (district, created_at desc, id desc);
create index process_record_by_due on enforcement."process_record" (district, due_at) where status <> all (array['disposed']);
create index process_record_open_place on enforcement."process_record" (district, status, area_code, due_at) where status <> all (array['disposed']);
create index process_record_open_geom on enforcement."process_record" using gist (geom, created_at) where closed_at is null;
create index process_record_closed_geom on enforcement."process_record" using gist (geom, created_at) where closed_at is not null;
create index process_record_parent on enforcement."process_record" (district, parent_id) where parent_id is not null;

create table enforcement."hold" (
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
  penalty uuid not null,
  items text not null,
  keeper text not null,
  reason text not null,
  treatment text,
  treat_due_at timestamp with time zone,
  primary key (district, id),
  constraint hold_treatment_choice check (treatment = any (array['copy', 'test', 'seize', 'transfer', 'release']))
);
comment on table enforcement."hold" is '先行登记保存';
create unique index hold_number_key on enforcement."hold" (district, number);
create unique index hold_client_key on enforcement."hold" (district, client_key);
create index hold_created on enforcement."hold" (district, created_at desc, id desc);
create index hold_by_due on enforcement."hold" (district, due_at) where status <> all (array['treated', 'lapsed', 'refused']);
create index hold_open_place on enforcement."hold" (district, status, area_code, due_at) where status <> all (array['treated', 'lapsed', 'refused']);
create index hold_open_geom on enforcement."hold" using gist (geom, created_at) where closed_at is null;
create index hold_closed_geom on enforcement."hold" using gist (geom, created_at) where closed_at is not null;
create index hold_parent on enforcement."hold" (district, parent_id) where parent_id is not null;

create table enforcement."seizure" (
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
  penalty uuid not null,
  kind text not null,
  items text not null,
  basis text not null,
  is_urgent boolean,
  days integer not null,
  seize_due_at timestamp with time zone,
  result text,
  note text,
  primary key (district, id),
  constraint seizure_kind_choice check (kind = any (array['seal', 'detain'])),
  constraint seizure_result_choice check (result = any (array['release', 'confiscate', 'transfer', 'destroy']))
);
comment on table enforcement."seizure" is '查封扣押';
create unique index seizure_number_key on enforcement."seizure" (district, number);
create unique index seizure_client_key on enforcement."seizure" (district, client_key);
create index seizure_created on enforcement."seizure" (district, created_at desc, id desc);
create index seizure_by_due on enforcement."seizure" (district, due_at) where status <> all (array['ended', 'refused']);
create index seizure_open_place on enforcement."seizure" (district, status, area_code, due_at) where status <> all (array['ended', 'refused']);
create index seizure_open_geom on enforcement."seizure" using gist (geom, created_at) where closed_at is null;
create index seizure_closed_geom on enforcement."seizure" using gist (geom, created_at) where closed_at is not null;
create index seizure_parent on enforcement."seizure" (district, parent_id) where parent_id is not null;

create table enforcement."document" (
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
  template text not null,
  penalty uuid,
  source uuid,
  data jsonb not null,
  must_serve boolean not null,
  service_kind text,
  served_on date,
  receiver text,
  receipt uuid[],
  void_reason text,
  primary key (district, id),
  constraint document_template_choice check (template = any (array['10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '01', '02', '03', '04', '05', '06', '07', '08', '09'])),
  constraint document_service_kind_choice check (service_kind = any (array['direct', 'onSpot', 'left', 'mail', 'electronic', 'entrusted', 'notice']))
);
comment on table enforcement."document" is '执法文书';
create unique index document_number_key on enforcement."document" (district, number);
create unique index document_client_key on enforcement."document" (district, client_key);
create index document_created on enforcement."document" (district, created_at desc, id desc);
create index document_by_due on enforcement."document" (district, due_at) where status <> all (array['served', 'filed', 'void']);
create index document_open_place on enforcement."document" (district, status, area_code, due_at) where status <> all (array['served', 'filed', 'void']);
create index document_open_geom on enforcement."document" using gist (geom, created_at) where closed_at is null;
create index document_closed_geom on enforcement."document" using gist (geom, created_at) where closed_at is not null;
create index document_parent on enforcement."document" (district, parent_id) where parent_id is not null;

create table enforcement."payment" (
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
  penalty uuid not null,
  part text not null,
  amount_fen integer not null,
  paid_on date not null,
  method text not null,
  voucher text not null,
  primary key (district, id),
  constraint payment_part_choice check (part = any (array['fine', 'withSurcharge'])),
  constraint payment_method_choice check (method = any (array['bank', 'epay', 'cash', 'court']))
);
comment on table enforcement."payment" is '罚没款缴纳';
create unique index payment_number_key on enforcement."payment" (district, number);
create unique index payment_client_key on enforcement."payment" (district, client_key);
create index payment_created on enforcement."payment" (district, created_at desc, id desc);
create index payment_by_due on enforcement."payment" (district, due_at) where status <> all (array['received']);
create index payment_open_place on enforcement."payment" (district, status, area_code, due_at) where status <> all (array['received']);
create index payment_open_geom on enforcement."payment" using gist (geom, created_at) where closed_at is null;
create index payment_closed_geom on enforcement."payment" using gist (geom, created_at) where closed_at is not null;
create index payment_parent on enforcement."payment" (district, parent_id) where parent_id is not null;

create table enforcement."remedy" (
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
  penalty uuid not null,
  kind text not null,
  organ text not null,
  filed_on date not null,
  matter text not null,
  result text,
  result_on date,
  fine_fen integer,
  note text,
  decide_due_at timestamp with time zone,
  primary key (district, id),
  constraint remedy_kind_choice check (kind = any (array['review', 'suit'])),
  constraint remedy_result_choice check (result = any (array['upheld', 'changed', 'revoked', 'withdrawn']))
);
comment on table enforcement."remedy" is '复议与诉讼';
create unique index remedy_number_key on enforcement."remedy" (district, number);
create unique index remedy_client_key on enforcement."remedy" (district, client_key);
create index remedy_created on enforcement."remedy" (district, created_at desc, id desc);
create index remedy_by_due on enforcement."remedy" (district, due_at) where status <> all (array['concluded']);
create index remedy_open_place on enforcement."remedy" (district, status, area_code, due_at) where status <> all (array['concluded']);
create index remedy_open_geom on enforcement."remedy" using gist (geom, created_at) where closed_at is null;
create index remedy_closed_geom on enforcement."remedy" using gist (geom, created_at) where closed_at is not null;
create index remedy_parent on enforcement."remedy" (district, parent_id) where parent_id is not null;

create table enforcement."squad_call" (
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
  matter text not null,
  address text not null,
  squad uuid,
  minutes integer,
  result text,
  is_solved boolean,
  arrive_due_at timestamp with time zone,
  arrived_at timestamp with time zone,
  primary key (district, id)
);
comment on table enforcement."squad_call" is '快速行动队出动';
create unique index squad_call_number_key on enforcement."squad_call" (district, number);
create unique index squad_call_client_key on enforcement."squad_call" (district, client_key);
create index squad_call_created on enforcement."squad_call" (district, created_at desc, id desc);
create index squad_call_by_due on enforcement."squad_call" (district, due_at) where status <> all (array['done']);
create index squad_call_open_place on enforcement."squad_call" (district, status, area_code, due_at) where status <> all (array['done']);
create index squad_call_open_geom on enforcement."squad_call" using gist (geom, created_at) where closed_at is null;
create index squad_call_closed_geom on enforcement."squad_call" using gist (geom, created_at) where closed_at is not null;
create index squad_call_parent on enforcement."squad_call" (district, parent_id) where parent_id is not null;

create table enforcement."capture" (
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
  device text not null,
  topic text not null,
  law_code text not null,
  seen_at timestamp with time zone not null,
  address text not null,
  target text not null,
  file uuid[] not null,
  sha256 text not null,
  party uuid,
  objection text,
  objection_review text,
  reject_reason text,
  primary key (district, id),
  constraint capture_topic_choice check (topic = any (array['muck', 'posting', 'frontage', 'sorting', 'foodWaste', 'burning', 'barbecue', 'greening', 'obstacle', 'compound', 'rail', 'revenue', 'building', 'occupation', 'advertising', 'noise', 'dust', 'gas', 'drainage', 'road', 'other']))
);
comment on table enforcement."capture" is '非现场采集';
create unique index capture_number_key on enforcement."capture" (district, number);
create unique index capture_client_key on enforcement."capture" (district, client_key);
create index capture_created on enforcement."capture" (district, created_at desc, id desc);
create index capture_by_due on enforcement."capture" (district, due_at) where status <> all (array['filed', 'rejected']);
create index capture_open_place on enforcement."capture" (district, status, area_code, due_at) where status <> all (array['filed', 'rejected']);
create index capture_open_geom on enforcement."capture" using gist (geom, created_at) where closed_at is null;
create index capture_closed_geom on enforcement."capture" using gist (geom, created_at) where closed_at is not null;
create index capture_parent on enforcement."capture" (district, parent_id) where parent_id is not null;
create unique index capture_sha256_key on enforcement."capture" (district, sha256);

create table enforcement."campaign" (
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
  topics text[] not null,
  goal text not null,
  target integer not null,
  starts_on date not null,
  ends_on date not null,
  areas jsonb not null,
  unit uuid not null,
  summary text,
  primary key (district, id)
);
comment on table enforcement."campaign" is '专项执法行动';
create unique index campaign_number_key on enforcement."campaign" (district, number);
create unique index campaign_client_key on enforcement."campaign" (district, client_key);
create index campaign_created on enforcement."campaign" (district, created_at desc, id desc);
create index campaign_by_due on enforcement."campaign" (district, due_at) where status <> all (array['ended', 'cancelled']);
create index campaign_open_place on enforcement."campaign" (district, status, area_code, due_at) where status <> all (array['ended', 'cancelled']);
create index campaign_open_geom on enforcement."campaign" using gist (geom, created_at) where closed_at is null;
create index campaign_closed_geom on enforcement."campaign" using gist (geom, created_at) where closed_at is not null;
create index campaign_parent on enforcement."campaign" (district, parent_id) where parent_id is not null;

create table enforcement."frontage_issue" (
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
  shop uuid,
  duty text not null,
  party uuid,
  law_code text,
  address text not null,
  description text not null,
  photos uuid[] not null,
  campaign uuid,
  limit_ jsonb,
  fixed_by text,
  after_photos uuid[],
  result text,
  redo_count integer not null,
  warned_on date,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  cleared_at timestamp with time zone,
  primary key (district, id),
  constraint frontage_issue_duty_choice check (duty = any (array['sanitation', 'order', 'greening'])),
  constraint frontage_issue_fixed_by_choice check (fixed_by = any (array['owner', 'bureau']))
);
comment on table enforcement."frontage_issue" is '门前三包整改';
create unique index frontage_issue_number_key on enforcement."frontage_issue" (district, number);
create unique index frontage_issue_client_key on enforcement."frontage_issue" (district, client_key);
create index frontage_issue_created on enforcement."frontage_issue" (district, created_at desc, id desc);
create index frontage_issue_by_due on enforcement."frontage_issue" (district, due_at) where status <> all (array['cleared', 'penalised', 'dropped']);
create index frontage_issue_open_place on enforcement."frontage_issue" (district, status, area_code, due_at) where status <> all (array['cleared', 'penalised', 'dropped']);
create index frontage_issue_open_geom on enforcement."frontage_issue" using gist (geom, created_at) where closed_at is null;
create index frontage_issue_closed_geom on enforcement."frontage_issue" using gist (geom, created_at) where closed_at is not null;
create index frontage_issue_parent on enforcement."frontage_issue" (district, parent_id) where parent_id is not null;

create table enforcement."sorting_check" (
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
  link text not null,
  place text not null,
  party uuid not null,
  co_officer uuid not null,
  address text not null,
  outcome text not null,
  findings text not null,
  law_code text,
  photos uuid[] not null,
  campaign uuid,
  recheck text,
  primary key (district, id),
  constraint sorting_check_link_choice check (link = any (array['drop', 'collect', 'haul', 'treat'])),
  constraint sorting_check_place_choice check (place = any (array['compound', 'unit', 'shop', 'vehicle', 'plant'])),
  constraint sorting_check_outcome_choice check (outcome = any (array['pass', 'educated', 'guided', 'ordered', 'filed']))
);
comment on table enforcement."sorting_check" is '以法促分检查';
create unique index sorting_check_number_key on enforcement."sorting_check" (district, number);
create unique index sorting_check_client_key on enforcement."sorting_check" (district, client_key);
create index sorting_check_created on enforcement."sorting_check" (district, created_at desc, id desc);
create index sorting_check_by_due on enforcement."sorting_check" (district, due_at) where status <> all (array['done']);
create index sorting_check_open_place on enforcement."sorting_check" (district, status, area_code, due_at) where status <> all (array['done']);
create index sorting_check_open_geom on enforcement."sorting_check" using gist (geom, created_at) where closed_at is null;
create index sorting_check_closed_geom on enforcement."sorting_check" using gist (geom, created_at) where closed_at is not null;
create index sorting_check_parent on enforcement."sorting_check" (district, parent_id) where parent_id is not null;

create table enforcement."food_waste_check" (
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
  subject_kind text not null,
  has_contract text not null,
  volume_kg text,
  party uuid not null,
  co_officer uuid not null,
  address text not null,
  outcome text not null,
  findings text not null,
  law_code text,
  photos uuid[] not null,
  campaign uuid,
  recheck text,
  primary key (district, id),
  constraint food_waste_check_subject_kind_choice check (subject_kind = any (array['restaurant', 'canteen', 'collector'])),
  constraint food_waste_check_has_contract_choice check (has_contract = any (array['yes', 'no'])),
  constraint food_waste_check_outcome_choice check (outcome = any (array['pass', 'educated', 'guided', 'ordered', 'filed']))
);
comment on table enforcement."food_waste_check" is '餐厨废弃物检查';
create unique index food_waste_check_number_key on enforcement."food_waste_check" (district, number);
create unique index food_waste_check_client_key on enforcement."food_waste_check" (district, client_key);
create index food_waste_check_created on enforcement."food_waste_check" (district, created_at desc, id desc);
create index food_waste_check_by_due on enforcement."food_waste_check" (district, due_at) where status <> all (array['done']);
create index food_waste_check_open_place on enforcement."food_waste_check" (district, status, area_code, due_at) where status <> all (array['done']);
create index food_waste_check_open_geom on enforcement."food_waste_check" using gist (geom, created_at) where closed_at is null;
create index food_waste_check_closed_geom on enforcement."food_waste_check" using gist (geom, created_at) where closed_at is not null;
create index food_waste_check_parent on enforcement."food_waste_check" (district, parent_id) where parent_id is not null;

create table enforcement."fire" (
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
  class text not null,
  finder text not null,
  device text,
  address text not null,
  material text not null,
  seen_at timestamp with time zone not null,
  photos uuid[] not null,
  site uuid,
  unit uuid not null,
  campaign uuid,
  earlier integer not null,
  is_repeated boolean not null,
  out_photos uuid[],
  out_at timestamp with time zone,
  outcome text,
  party uuid,
  recheck_photos uuid[],
  recheck_note text,
  recheck_due_at timestamp with time zone,
  rechecked_at timestamp with time zone,
  primary key (district, id),
  constraint fire_class_choice check (class = any (array['burning', 'barbecue'])),
  constraint fire_finder_choice check (finder = any (array['patrol', 'camera', 'citizen', 'satellite'])),
  constraint fire_outcome_choice check (outcome = any (array['educate', 'penalty', 'unknown']))
);
comment on table enforcement."fire" is '露天焚烧、烧烤';
create unique index fire_number_key on enforcement."fire" (district, number);
create unique index fire_client_key on enforcement."fire" (district, client_key);
create index fire_created on enforcement."fire" (district, created_at desc, id desc);
create index fire_by_due on enforcement."fire" (district, due_at) where status <> all (array['closed', 'dropped']);
create index fire_open_place on enforcement."fire" (district, status, area_code, due_at) where status <> all (array['closed', 'dropped']);
create index fire_open_geom on enforcement."fire" using gist (geom, created_at) where closed_at is null;
create index fire_closed_geom on enforcement."fire" using gist (geom, created_at) where closed_at is not null;
create index fire_parent on enforcement."fire" (district, parent_id) where parent_id is not null;

create table enforcement."greening_damage" (
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
  damage text not null,
  species text not null,
  damaged_m2 numeric not null,
  trees integer,
  restored_m2 numeric,
  party uuid,
  law_code text,
  address text not null,
  description text not null,
  photos uuid[] not null,
  campaign uuid,
  limit_ jsonb,
  fixed_by text,
  after_photos uuid[],
  result text,
  redo_count integer not null,
  warned_on date,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  cleared_at timestamp with time zone,
  primary key (district, id),
  constraint greening_damage_damage_choice check (damage = any (array['occupy', 'destroy', 'cut'])),
  constraint greening_damage_fixed_by_choice check (fixed_by = any (array['owner', 'bureau']))
);
comment on table enforcement."greening_damage" is '占绿毁绿';
create unique index greening_damage_number_key on enforcement."greening_damage" (district, number);
create unique index greening_damage_client_key on enforcement."greening_damage" (district, client_key);
create index greening_damage_created on enforcement."greening_damage" (district, created_at desc, id desc);
create index greening_damage_by_due on enforcement."greening_damage" (district, due_at) where status <> all (array['cleared', 'penalised', 'dropped']);
create index greening_damage_open_place on enforcement."greening_damage" (district, status, area_code, due_at) where status <> all (array['cleared', 'penalised', 'dropped']);
create index greening_damage_open_geom on enforcement."greening_damage" using gist (geom, created_at) where closed_at is null;
create index greening_damage_closed_geom on enforcement."greening_damage" using gist (geom, created_at) where closed_at is not null;
create index greening_damage_parent on enforcement."greening_damage" (district, parent_id) where parent_id is not null;

create table enforcement."obstacle" (
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
  pieces integer not null,
  owner text not null,
  is_inside boolean not null,
  party uuid,
  law_code text,
  address text not null,
  description text not null,
  photos uuid[] not null,
  campaign uuid,
  limit_ jsonb,
  fixed_by text,
  after_photos uuid[],
  result text,
  redo_count integer not null,
  warned_on date,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  cleared_at timestamp with time zone,
  primary key (district, id),
  constraint obstacle_kind_choice check (kind = any (array['pile', 'lock', 'cone'])),
  constraint obstacle_fixed_by_choice check (fixed_by = any (array['owner', 'bureau']))
);
comment on table enforcement."obstacle" is '退红线区域地桩地锁锥桶';
create unique index obstacle_number_key on enforcement."obstacle" (district, number);
create unique index obstacle_client_key on enforcement."obstacle" (district, client_key);
create index obstacle_created on enforcement."obstacle" (district, created_at desc, id desc);
create index obstacle_by_due on enforcement."obstacle" (district, due_at) where status <> all (array['cleared', 'penalised', 'dropped']);
create index obstacle_open_place on enforcement."obstacle" (district, status, area_code, due_at) where status <> all (array['cleared', 'penalised', 'dropped']);
create index obstacle_open_geom on enforcement."obstacle" using gist (geom, created_at) where closed_at is null;
create index obstacle_closed_geom on enforcement."obstacle" using gist (geom, created_at) where closed_at is not null;
create index obstacle_parent on enforcement."obstacle" (district, parent_id) where parent_id is not null;

create table enforcement."compound_case" (
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
  class text not null,
  compound uuid,
  reported_by text not null,
  partners jsonb not null,
  party uuid,
  law_code text,
  address text not null,
  description text not null,
  photos uuid[] not null,
  campaign uuid,
  limit_ jsonb,
  fixed_by text,
  after_photos uuid[],
  result text,
  redo_count integer not null,
  warned_on date,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  cleared_at timestamp with time zone,
  primary key (district, id),
  constraint compound_case_class_choice check (class = any (array['airDefence', 'greenery', 'fireLane', 'appearance'])),
  constraint compound_case_fixed_by_choice check (fixed_by = any (array['owner', 'bureau']))
);
comment on table enforcement."compound_case" is '进小区执法';
create unique index compound_case_number_key on enforcement."compound_case" (district, number);
create unique index compound_case_client_key on enforcement."compound_case" (district, client_key);
create index compound_case_created on enforcement."compound_case" (district, created_at desc, id desc);
create index compound_case_by_due on enforcement."compound_case" (district, due_at) where status <> all (array['cleared', 'penalised', 'dropped']);
create index compound_case_open_place on enforcement."compound_case" (district, status, area_code, due_at) where status <> all (array['cleared', 'penalised', 'dropped']);
create index compound_case_open_geom on enforcement."compound_case" using gist (geom, created_at) where closed_at is null;
create index compound_case_closed_geom on enforcement."compound_case" using gist (geom, created_at) where closed_at is not null;
create index compound_case_parent on enforcement."compound_case" (district, parent_id) where parent_id is not null;

create table enforcement."revenue_check" (
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
  compound uuid not null,
  batch text not null,
  property text not null,
  households integer not null,
  year_from integer not null,
  year_to integer not null,
  is_published text not null,
  found_fen integer not null,
  findings text not null,
  campaign uuid,
  returned_fen integer not null,
  vouchers text,
  photos uuid[],
  primary key (district, id),
  constraint revenue_check_is_published_choice check (is_published = any (array['yes', 'no']))
);
comment on table enforcement."revenue_check" is '业主公共收益检查';
create unique index revenue_check_number_key on enforcement."revenue_check" (district, number);
create unique index revenue_check_client_key on enforcement."revenue_check" (district, client_key);
create index revenue_check_created on enforcement."revenue_check" (district, created_at desc, id desc);
create index revenue_check_by_due on enforcement."revenue_check" (district, due_at) where status <> all (array['cleared']);
create index revenue_check_open_place on enforcement."revenue_check" (district, status, area_code, due_at) where status <> all (array['cleared']);
create index revenue_check_open_geom on enforcement."revenue_check" using gist (geom, created_at) where closed_at is null;
create index revenue_check_closed_geom on enforcement."revenue_check" using gist (geom, created_at) where closed_at is not null;
create index revenue_check_parent on enforcement."revenue_check" (district, parent_id) where parent_id is not null;
create unique index revenue_check_compound_batch_key on enforcement."revenue_check" (district, compound, batch);

create table enforcement."rail_check" (
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
  co_officer uuid not null,
  metro text not null,
  findings text not null,
  outcome text not null,
  photos uuid[] not null,
  campaign uuid,
  zone text,
  recheck text,
  primary key (district, id),
  constraint rail_check_outcome_choice check (outcome = any (array['pass', 'guided', 'stopped', 'filed']))
);
comment on table enforcement."rail_check" is '轨道保护区联合检查';
create unique index rail_check_number_key on enforcement."rail_check" (district, number);
create unique index rail_check_client_key on enforcement."rail_check" (district, client_key);
create index rail_check_created on enforcement."rail_check" (district, created_at desc, id desc);
create index rail_check_by_due on enforcement."rail_check" (district, due_at) where status <> all (array['done']);
create index rail_check_open_place on enforcement."rail_check" (district, status, area_code, due_at) where status <> all (array['done']);
create index rail_check_open_geom on enforcement."rail_check" using gist (geom, created_at) where closed_at is null;
create index rail_check_closed_geom on enforcement."rail_check" using gist (geom, created_at) where closed_at is not null;
create index rail_check_parent on enforcement."rail_check" (district, parent_id) where parent_id is not null;

create table enforcement."police_task" (
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
  matter text not null,
  station text not null,
  penalty uuid,
  officers_sent integer not null,
  police_sent integer,
  reply text,
  outcome text,
  respond_due_at timestamp with time zone,
  responded_at timestamp with time zone,
  minutes integer,
  primary key (district, id),
  constraint police_task_kind_choice check (kind = any (array['resist', 'vehicle', 'identity', 'order', 'other']))
);
comment on table enforcement."police_task" is '警城联动';
create unique index police_task_number_key on enforcement."police_task" (district, number);
create unique index police_task_client_key on enforcement."police_task" (district, client_key);
create index police_task_created on enforcement."police_task" (district, created_at desc, id desc);
create index police_task_by_due on enforcement."police_task" (district, due_at) where status <> all (array['concluded', 'declined']);
create index police_task_open_place on enforcement."police_task" (district, status, area_code, due_at) where status <> all (array['concluded', 'declined']);
create index police_task_open_geom on enforcement."police_task" using gist (geom, created_at) where closed_at is null;
create index police_task_closed_geom on enforcement."police_task" using gist (geom, created_at) where closed_at is not null;
create index police_task_parent on enforcement."police_task" (district, parent_id) where parent_id is not null;

create table enforcement."joint_patrol" (
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
  held_on date not null,
  place text not null,
  participants jsonb not null,
  finding_count integer not null,
  summary text,
  primary key (district, id)
);
comment on table enforcement."joint_patrol" is '联合巡查执法';
create unique index joint_patrol_number_key on enforcement."joint_patrol" (district, number);
create unique index joint_patrol_client_key on enforcement."joint_patrol" (district, client_key);
create index joint_patrol_created on enforcement."joint_patrol" (district, created_at desc, id desc);
create index joint_patrol_by_due on enforcement."joint_patrol" (district, due_at) where status <> all (array['summed']);
create index joint_patrol_open_place on enforcement."joint_patrol" (district, status, area_code, due_at) where status <> all (array['summed']);
create index joint_patrol_open_geom on enforcement."joint_patrol" using gist (geom, created_at) where closed_at is null;
create index joint_patrol_closed_geom on enforcement."joint_patrol" using gist (geom, created_at) where closed_at is not null;
create index joint_patrol_parent on enforcement."joint_patrol" (district, parent_id) where parent_id is not null;

create table enforcement."joint_finding" (
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
  problem text not null,
  department text not null,
  unit uuid,
  due_on date not null,
  result text,
  primary key (district, id)
);
comment on table enforcement."joint_finding" is '联合巡查问题';
create unique index joint_finding_number_key on enforcement."joint_finding" (district, number);
create unique index joint_finding_client_key on enforcement."joint_finding" (district, client_key);
create index joint_finding_created on enforcement."joint_finding" (district, created_at desc, id desc);
create index joint_finding_by_due on enforcement."joint_finding" (district, due_at) where status <> all (array['done']);
create index joint_finding_open_place on enforcement."joint_finding" (district, status, area_code, due_at) where status <> all (array['done']);
create index joint_finding_open_geom on enforcement."joint_finding" using gist (geom, created_at) where closed_at is null;
create index joint_finding_closed_geom on enforcement."joint_finding" using gist (geom, created_at) where closed_at is not null;
create index joint_finding_parent on enforcement."joint_finding" (district, parent_id) where parent_id is not null;

create table enforcement."assistance" (
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
  agreement uuid not null,
  asker text not null,
  helper text not null,
  kind text not null,
  matter text not null,
  penalty uuid,
  reply text,
  is_recognised boolean,
  outside_number text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  primary key (district, id),
  constraint assistance_kind_choice check (kind = any (array['evidence', 'subject', 'vehicle', 'transfer', 'notice']))
);
comment on table enforcement."assistance" is '跨区域协助';
create unique index assistance_number_key on enforcement."assistance" (district, number);
create unique index assistance_client_key on enforcement."assistance" (district, client_key);
create index assistance_created on enforcement."assistance" (district, created_at desc, id desc);
create index assistance_by_due on enforcement."assistance" (district, due_at) where status <> all (array['closed', 'declined']);
create index assistance_open_place on enforcement."assistance" (district, status, area_code, due_at) where status <> all (array['closed', 'declined']);
create index assistance_open_geom on enforcement."assistance" using gist (geom, created_at) where closed_at is null;
create index assistance_closed_geom on enforcement."assistance" using gist (geom, created_at) where closed_at is not null;
create index assistance_parent on enforcement."assistance" (district, parent_id) where parent_id is not null;

create table enforcement."publication" (
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
  penalty uuid,
  title text not null,
  body text,
  party_shown text,
  topic text,
  fine_fen integer,
  published_at timestamp with time zone,
  publish_due_at timestamp with time zone,
  withdraw_due_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  reason text,
  correction_count integer not null,
  primary key (district, id),
  constraint publication_kind_choice check (kind = any (array['penalty', 'exposure', 'basis', 'check']))
);
comment on table enforcement."publication" is '执法公示与曝光';
create unique index publication_number_key on enforcement."publication" (district, number);
create unique index publication_client_key on enforcement."publication" (district, client_key);
create index publication_created on enforcement."publication" (district, created_at desc, id desc);
create index publication_by_due on enforcement."publication" (district, due_at) where status <> all (array['withdrawn', 'exempt']);
create index publication_open_place on enforcement."publication" (district, status, area_code, due_at) where status <> all (array['withdrawn', 'exempt']);
create index publication_open_geom on enforcement."publication" using gist (geom, created_at) where closed_at is null;
create index publication_closed_geom on enforcement."publication" using gist (geom, created_at) where closed_at is not null;
create index publication_parent on enforcement."publication" (district, parent_id) where parent_id is not null;

create table enforcement."supervision" (
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
  weakness text not null,
  penalty uuid,
  unit uuid,
  finding text not null,
  reply text,
  reply_due_at timestamp with time zone,
  replied_at timestamp with time zone,
  back_count integer not null,
  primary key (district, id),
  constraint supervision_weakness_choice check (weakness = any (array['overdue', 'step', 'reviewedBack', 'publicity', 'record', 'key', 'other']))
);
comment on table enforcement."supervision" is '执法督导';
create unique index supervision_number_key on enforcement."supervision" (district, number);
create unique index supervision_client_key on enforcement."supervision" (district, client_key);
create index supervision_created on enforcement."supervision" (district, created_at desc, id desc);
create index supervision_by_due on enforcement."supervision" (district, due_at) where status <> all (array['cleared']);
create index supervision_open_place on enforcement."supervision" (district, status, area_code, due_at) where status <> all (array['cleared']);
create index supervision_open_geom on enforcement."supervision" using gist (geom, created_at) where closed_at is null;
create index supervision_closed_geom on enforcement."supervision" using gist (geom, created_at) where closed_at is not null;
create index supervision_parent on enforcement."supervision" (district, parent_id) where parent_id is not null;

create table enforcement."check_plan" (
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
  name text not null,
  method text not null,
  rate numeric,
  trade text,
  pool integer,
  drawn integer,
  seed text,
  primary key (district, id),
  constraint check_plan_method_choice check (method = any (array['random', 'credit']))
);
comment on table enforcement."check_plan" is '监管检查计划';
create unique index check_plan_number_key on enforcement."check_plan" (district, number);
create unique index check_plan_client_key on enforcement."check_plan" (district, client_key);
create index check_plan_created on enforcement."check_plan" (district, created_at desc, id desc);
create index check_plan_by_due on enforcement."check_plan" (district, due_at) where status <> all (array['returned']);
create index check_plan_open_place on enforcement."check_plan" (district, status, area_code, due_at) where status <> all (array['returned']);
create index check_plan_open_geom on enforcement."check_plan" using gist (geom, created_at) where closed_at is null;
create index check_plan_closed_geom on enforcement."check_plan" using gist (geom, created_at) where closed_at is not null;
create index check_plan_parent on enforcement."check_plan" (district, parent_id) where parent_id is not null;

create table enforcement."check_task" (
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
  plan uuid not null,
  item uuid not null,
  party uuid not null,
  grade text,
  inspectors jsonb not null,
  result text,
  findings text,
  return_number text,
  primary key (district, id),
  constraint check_task_grade_choice check (grade = any (array['A', 'B', 'C', 'D'])),
  constraint check_task_result_choice check (result = any (array['ok', 'corrected', 'filed', 'gone']))
);
comment on table enforcement."check_task" is '监管检查任务';
create unique index check_task_number_key on enforcement."check_task" (district, number);
create unique index check_task_client_key on enforcement."check_task" (district, client_key);
create index check_task_created on enforcement."check_task" (district, created_at desc, id desc);
create index check_task_by_due on enforcement."check_task" (district, due_at) where status <> all (array['returned']);
create index check_task_open_place on enforcement."check_task" (district, status, area_code, due_at) where status <> all (array['returned']);
create index check_task_open_geom on enforcement."check_task" using gist (geom, created_at) where closed_at is null;
create index check_task_closed_geom on enforcement."check_task" using gist (geom, created_at) where closed_at is not null;
create index check_task_parent on enforcement."check_task" (district, parent_id) where parent_id is not null;

create table enforcement."lawyer_work" (
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
  lawyer uuid not null,
  squad uuid not null,
  kind text not null,
  worked_on date not null,
  hours numeric not null,
  penalty uuid,
  content text not null,
  primary key (district, id),
  constraint lawyer_work_kind_choice check (kind = any (array['duty', 'consult', 'review', 'training', 'mediate']))
);
comment on table enforcement."lawyer_work" is '律师驻队工作';
create unique index lawyer_work_number_key on enforcement."lawyer_work" (district, number);
create unique index lawyer_work_client_key on enforcement."lawyer_work" (district, client_key);
create index lawyer_work_created on enforcement."lawyer_work" (district, created_at desc, id desc);
create index lawyer_work_by_due on enforcement."lawyer_work" (district, due_at) where status <> all (array['confirmed', 'refused']);
create index lawyer_work_open_place on enforcement."lawyer_work" (district, status, area_code, due_at) where status <> all (array['confirmed', 'refused']);
create index lawyer_work_open_geom on enforcement."lawyer_work" using gist (geom, created_at) where closed_at is null;
create index lawyer_work_closed_geom on enforcement."lawyer_work" using gist (geom, created_at) where closed_at is not null;
create index lawyer_work_parent on enforcement."lawyer_work" (district, parent_id) where parent_id is not null;

create table enforcement."training" (
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
  partner text not null,
  teacher text not null,
  held_on date not null,
  hours numeric not null,
  attended integer not null,
  primary key (district, id),
  constraint training_kind_choice check (kind = any (array['law', 'joint', 'entry', 'refresher']))
);
comment on table enforcement."training" is '普法与执法培训';
create unique index training_number_key on enforcement."training" (district, number);
create unique index training_client_key on enforcement."training" (district, client_key);
create index training_created on enforcement."training" (district, created_at desc, id desc);
create index training_by_due on enforcement."training" (district, due_at) where status <> all (array['closed']);
create index training_open_place on enforcement."training" (district, status, area_code, due_at) where status <> all (array['closed']);
create index training_open_geom on enforcement."training" using gist (geom, created_at) where closed_at is null;
create index training_closed_geom on enforcement."training" using gist (geom, created_at) where closed_at is not null;
create index training_parent on enforcement."training" (district, parent_id) where parent_id is not null;

create table enforcement."attendance" (
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
  training uuid not null,
  person uuid not null,
  score numeric,
  attempts integer not null,
  primary key (district, id)
);
comment on table enforcement."attendance" is '培训签到与考试';
create unique index attendance_number_key on enforcement."attendance" (district, number);
create unique index attendance_client_key on enforcement."attendance" (district, client_key);
create index attendance_created on enforcement."attendance" (district, created_at desc, id desc);
create index attendance_by_due on enforcement."attendance" (district, due_at) where status <> all (array['passed', 'absent']);
create index attendance_open_place on enforcement."attendance" (district, status, area_code, due_at) where status <> all (array['passed', 'absent']);
create index attendance_open_geom on enforcement."attendance" using gist (geom, created_at) where closed_at is null;
create index attendance_closed_geom on enforcement."attendance" using gist (geom, created_at) where closed_at is not null;
create index attendance_parent on enforcement."attendance" (district, parent_id) where parent_id is not null;

create table enforcement."power_transfer" (
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
  giver uuid not null,
  taker uuid not null,
  powers jsonb not null,
  people jsonb not null,
  effective_on date not null,
  cases jsonb not null,
  case_count integer not null,
  primary key (district, id)
);
comment on table enforcement."power_transfer" is '赋权事项交接';
create unique index power_transfer_number_key on enforcement."power_transfer" (district, number);
create unique index power_transfer_client_key on enforcement."power_transfer" (district, client_key);
create index power_transfer_created on enforcement."power_transfer" (district, created_at desc, id desc);
create index power_transfer_by_due on enforcement."power_transfer" (district, due_at) where status <> all (array['done', 'withdrawn']);
create index power_transfer_open_place on enforcement."power_transfer" (district, status, area_code, due_at) where status <> all (array['done', 'withdrawn']);
create index power_transfer_open_geom on enforcement."power_transfer" using gist (geom, created_at) where closed_at is null;
create index power_transfer_closed_geom on enforcement."power_transfer" using gist (geom, created_at) where closed_at is not null;
create index power_transfer_parent on enforcement."power_transfer" (district, parent_id) where parent_id is not null;

create table enforcement."meeting" (
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
  level text not null,
  held_on date not null,
  agenda text not null,
  minutes text,
  issue_count integer not null,
  primary key (district, id),
  constraint meeting_level_choice check (level = any (array['city', 'district']))
);
comment on table enforcement."meeting" is '协同指导联席会议';
create unique index meeting_number_key on enforcement."meeting" (district, number);
create unique index meeting_client_key on enforcement."meeting" (district, client_key);
create index meeting_created on enforcement."meeting" (district, created_at desc, id desc);
create index meeting_by_due on enforcement."meeting" (district, due_at) where status <> all (array['closed']);
create index meeting_open_place on enforcement."meeting" (district, status, area_code, due_at) where status <> all (array['closed']);
create index meeting_open_geom on enforcement."meeting" using gist (geom, created_at) where closed_at is null;
create index meeting_closed_geom on enforcement."meeting" using gist (geom, created_at) where closed_at is not null;
create index meeting_parent on enforcement."meeting" (district, parent_id) where parent_id is not null;

create table enforcement."guidance" (
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
  meeting uuid not null,
  question text not null,
  department uuid not null,
  answer text,
  follow_up text,
  answer_due_at timestamp with time zone,
  answered_at timestamp with time zone,
  back_count integer not null,
  primary key (district, id)
);
comment on table enforcement."guidance" is '协同指导事项';
create unique index guidance_number_key on enforcement."guidance" (district, number);
create unique index guidance_client_key on enforcement."guidance" (district, client_key);
create index guidance_created on enforcement."guidance" (district, created_at desc, id desc);
create index guidance_by_due on enforcement."guidance" (district, due_at) where status <> all (array['done']);
create index guidance_open_place on enforcement."guidance" (district, status, area_code, due_at) where status <> all (array['done']);
create index guidance_open_geom on enforcement."guidance" using gist (geom, created_at) where closed_at is null;
create index guidance_closed_geom on enforcement."guidance" using gist (geom, created_at) where closed_at is not null;
create index guidance_parent on enforcement."guidance" (district, parent_id) where parent_id is not null;

create table enforcement."assessment" (
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
  squad uuid not null,
  scheme text not null,
  period text not null,
  street uuid not null,
  total numeric,
  full_ numeric,
  guidance_count integer,
  objection text,
  primary key (district, id)
);
comment on table enforcement."assessment" is '镇街执法队伍考核';
create unique index assessment_number_key on enforcement."assessment" (district, number);
create unique index assessment_client_key on enforcement."assessment" (district, client_key);
create index assessment_created on enforcement."assessment" (district, created_at desc, id desc);
create index assessment_by_due on enforcement."assessment" (district, due_at) where status <> all (array['confirmed']);
create index assessment_open_place on enforcement."assessment" (district, status, area_code, due_at) where status <> all (array['confirmed']);
create index assessment_open_geom on enforcement."assessment" using gist (geom, created_at) where closed_at is null;
create index assessment_closed_geom on enforcement."assessment" using gist (geom, created_at) where closed_at is not null;
create index assessment_parent on enforcement."assessment" (district, parent_id) where parent_id is not null;
create unique index assessment_squad_period_key on enforcement."assessment" (district, squad, period);

create table enforcement."assessment_score" (
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
  standard uuid not null,
  score numeric not null,
  note text not null,
  primary key (district, id)
);
comment on table enforcement."assessment_score" is '考核得分';
create unique index assessment_score_number_key on enforcement."assessment_score" (district, number);
create unique index assessment_score_client_key on enforcement."assessment_score" (district, client_key);
create index assessment_score_created on enforcement."assessment_score" (district, created_at desc, id desc);
create index assessment_score_by_due on enforcement."assessment_score" (district, due_at) where status <> all (array['replaced']);
create index assessment_score_open_place on enforcement."assessment_score" (district, status, area_code, due_at) where status <> all (array['replaced']);
create index assessment_score_open_geom on enforcement."assessment_score" using gist (geom, created_at) where closed_at is null;
create index assessment_score_closed_geom on enforcement."assessment_score" using gist (geom, created_at) where closed_at is not null;
create index assessment_score_parent on enforcement."assessment_score" (district, parent_id) where parent_id is not null;
