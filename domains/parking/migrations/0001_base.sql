create schema if not exists parking;

create table parking."lot" (
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
  operator text,
  address text,
  spaces integer not null,
  price_text text,
  open_hours text,
  zone text,
  is_charged boolean not null,
  has_indoor_map boolean not null,
  has_plate_camera boolean not null,
  filing uuid,
  connection text not null,
  primary key (district, id),
  constraint lot_kind_choice check (kind = any (array['road', 'public', 'attached', 'compound', 'office'])),
  constraint lot_zone_choice check (zone = any (array['one', 'two', 'three'])),
  constraint lot_connection_choice check (connection = any (array['none', 'testing', 'connected', 'broken'])),
  constraint lot_charged check (not is_charged or zone is not null)
);
comment on table parking."lot" is '停车场(路段)';
create unique index lot_name_key on parking."lot" (district, name) where retired_at is null;
create unique index lot_filing_key on parking."lot" (district, filing) where retired_at is null;
create index lot_geom on parking."lot" using gist (geom);
create index lot_area on parking."lot" (district, area_code);

create table parking."berth" (
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
  number text not null,
  lot uuid not null,
  floor text,
  section text,
  vehicle text not null,
  ownership text not null,
  origin text not null,
  opened_on date not null,
  smart_on date,
  device text,
  is_disabled boolean not null,
  is_charging boolean not null,
  node text,
  primary key (district, id),
  constraint berth_vehicle_choice check (vehicle = any (array['motor', 'nonmotor'])),
  constraint berth_ownership_choice check (ownership = any (array['public', 'attached', 'road'])),
  constraint berth_origin_choice check (origin = any (array['fresh', 'rebuilt', 'tapped']))
);
comment on table parking."berth" is '停车泊位';
create unique index berth_number_key on parking."berth" (district, number) where retired_at is null;
create unique index berth_device_key on parking."berth" (district, device) where retired_at is null;
create index berth_geom on parking."berth" using gist (geom);
create index berth_area on parking."berth" (district, area_code);

create table parking."walkway" (
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
  lot uuid not null,
  from_node text not null,
  to_node text not null,
  metres numeric not null,
  hint text not null,
  primary key (district, id)
);
comment on table parking."walkway" is '场内通道';
create unique index walkway_lot_from_node_to_node_key on parking."walkway" (district, lot, from_node, to_node) where retired_at is null;
create index walkway_area on parking."walkway" (district, area_code);

create table parking."source" (
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
  lot uuid,
  key_hash text,
  is_on boolean not null,
  primary key (district, id),
  constraint source_kind_choice check (kind = any (array['sensor', 'camera', 'scan', 'feed', 'vehicle', 'person'])),
  constraint source_feed check (kind <> 'feed' or lot is not null)
);
comment on table parking."source" is '泊位数据源';
create unique index source_code_key on parking."source" (district, code) where retired_at is null;
create index source_area on parking."source" (district, area_code);

create table parking."board" (
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
  level text not null,
  area text,
  lot uuid,
  started_on date not null,
  primary key (district, id),
  constraint board_level_choice check (level = any (array['area', 'road', 'lot'])),
  constraint board_target check ((level = 'area') = (area is not null) and (level = 'area') = (lot is null))
);
comment on table parking."board" is '停车诱导屏';
create unique index board_code_key on parking."board" (district, code) where retired_at is null;
create index board_geom on parking."board" using gist (geom);
create index board_area on parking."board" (district, area_code);

create table parking."tariff" (
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
  zone text not null,
  bands jsonb not null,
  free_minutes integer not null,
  is_free_deducted boolean not null,
  day_cap_fen integer not null,
  is_holiday_free boolean not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  primary key (district, id),
  constraint tariff_zone_choice check (zone = any (array['one', 'two', 'three'])),
  constraint tariff_order check (valid_to is null or valid_to > valid_from)
);
comment on table parking."tariff" is '停车收费标准';
create unique index tariff_zone_valid_from_key on parking."tariff" (district, zone, valid_from) where retired_at is null;
create index tariff_area on parking."tariff" (district, area_code);

create table parking."exemption" (
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
  kind text not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  primary key (district, id),
  constraint exemption_kind_choice check (kind = any (array['police', 'ambulance', 'fire', 'military', 'disabled', 'other']))
);
comment on table parking."exemption" is '停车免费车辆';
create unique index exemption_plate_key on parking."exemption" (district, plate) where retired_at is null;
create index exemption_area on parking."exemption" (district, area_code);

create table parking."collector" (
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
  number text not null,
  name text not null,
  phone text,
  person uuid,
  unit uuid,
  state text not null,
  joined_on date not null,
  primary key (district, id),
  constraint collector_state_choice check (state = any (array['active', 'stopped', 'left']))
);
comment on table parking."collector" is '停车收费员';
create unique index collector_number_key on parking."collector" (district, number) where retired_at is null;
create unique index collector_person_key on parking."collector" (district, person) where retired_at is null;
create index collector_area on parking."collector" (district, area_code);

create table parking."yard" (
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
  operator text not null,
  area_m2 numeric not null,
  hardened_m2 numeric not null,
  has_wash boolean not null,
  has_spray boolean not null,
  keeper uuid,
  primary key (district, id),
  constraint yard_kind_choice check (kind = any (array['truck', 'bus', 'mixed'])),
  constraint yard_hardened check (hardened_m2 <= area_m2)
);
comment on table parking."yard" is '停车场地';
create unique index yard_name_key on parking."yard" (district, name) where retired_at is null;
create index yard_geom on parking."yard" using gist (geom);
create index yard_area on parking."yard" (district, area_code);

create table parking."yard_item" (
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
  item text not null,
  full_ numeric not null,
  is_key boolean not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  primary key (district, id)
);
comment on table parking."yard_item" is '停车场地标准';
create unique index yard_item_item_valid_from_key on parking."yard_item" (district, item, valid_from) where retired_at is null;
create index yard_item_area on parking."yard_item" (district, area_code);

create table parking."lock" (
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
  number text not null,
  berth uuid not null,
  device uuid not null,
  position text not null,
  moved_at timestamp with time zone,
  primary key (district, id),
  constraint lock_position_choice check (position = any (array['up', 'down', 'unknown']))
);
comment on table parking."lock" is '泊位地锁';
create unique index lock_number_key on parking."lock" (district, number) where retired_at is null;
create unique index lock_berth_key on parking."lock" (district, berth) where retired_at is null;
create unique index lock_device_key on parking."lock" (district, device) where retired_at is null;
create index lock_area on parking."lock" (district, area_code);

create table parking."sighting" (
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
  berth uuid not null,
  source text not null,
  is_taken boolean not null,
  plate text,
  confidence numeric not null,
  told text,
  primary key (district, id),
  constraint sighting_source_choice check (source = any (array['sensor', 'camera', 'scan', 'feed', 'vehicle', 'person']))
);
comment on table parking."sighting" is 'append-only: 泊位状态上报';
create index sighting_at on parking."sighting" (district, at desc);

create table parking."berth_now" (
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
  number text not null,
  lot uuid not null,
  state text not null,
  source text,
  confidence numeric not null,
  said_at timestamp with time zone not null,
  is_disputed boolean not null,
  plate text,
  votes jsonb not null,
  primary key (district, id),
  constraint berth_now_state_choice check (state = any (array['taken', 'free', 'unknown'])),
  constraint berth_now_source_choice check (source = any (array['sensor', 'camera', 'scan', 'feed', 'vehicle', 'person']))
);
comment on table parking."berth_now" is '泊位实时状态';
create index berth_now_at on parking."berth_now" (district, at desc);
create index berth_now_geom on parking."berth_now" using gist (geom);

create table parking."feed_message" (
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
  lot uuid not null,
  free integer not null,
  total integer not null,
  late_seconds integer not null,
  is_sound boolean not null,
  primary key (district, id)
);
comment on table parking."feed_message" is 'append-only: 场库上报';
create index feed_message_at on parking."feed_message" (district, at desc);

create table parking."lot_now" (
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
  lot uuid not null,
  free integer not null,
  total integer not null,
  primary key (district, id)
);
comment on table parking."lot_now" is '场库实时余位';
create index lot_now_at on parking."lot_now" (district, at desc);
create index lot_now_geom on parking."lot_now" using gist (geom);

create table parking."area_entry" (
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
  board uuid not null,
  plate text not null,
  primary key (district, id)
);
comment on table parking."area_entry" is 'append-only: 进入诱导区域';
create index area_entry_at on parking."area_entry" (district, at desc);

create table parking."ledger_entry" (
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
  account uuid not null,
  order_ uuid,
  kind text not null,
  amount_fen integer not null,
  balance_fen integer not null,
  result text not null,
  reason text,
  primary key (district, id),
  constraint ledger_entry_kind_choice check (kind = any (array['topUp', 'charge', 'refund'])),
  constraint ledger_entry_result_choice check (result = any (array['done', 'failed']))
);
comment on table parking."ledger_entry" is 'append-only: 无感支付账本';
create index ledger_entry_at on parking."ledger_entry" (district, at desc);

create table parking."collector_complaint" (
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
  collector uuid not null,
  kind text not null,
  content text not null,
  is_true text not null,
  primary key (district, id),
  constraint collector_complaint_kind_choice check (kind = any (array['overcharge', 'noTicket', 'private', 'attitude', 'other'])),
  constraint collector_complaint_is_true_choice check (is_true = any (array['yes', 'no', 'open']))
);
comment on table parking."collector_complaint" is 'append-only: 收费员投诉';
create index collector_complaint_at on parking."collector_complaint" (district, at desc);

create table parking."order" (
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
  lot uuid not null,
  berth uuid,
  plate text,
  entered_at timestamp with time zone not null,
  source text not null,
  left_at timestamp with time zone,
  minutes integer,
  search_minutes integer,
  tariff_name text,
  steps jsonb,
  amount_fen integer,
  paid_fen integer,
  refund_fen integer,
  channel text,
  voucher text,
  collector uuid,
  account uuid,
  failure text,
  paid_at timestamp with time zone,
  arrears_at timestamp with time zone,
  urged integer,
  urged_at timestamp with time zone,
  invoice_number text,
  pay_due_at timestamp with time zone,
  end_reason text,
  primary key (district, id),
  constraint order_source_choice check (source = any (array['sensor', 'camera', 'scan', 'feed', 'vehicle', 'person'])),
  constraint order_channel_choice check (channel = any (array['ledger', 'cash', 'code', 'bank']))
);
comment on table parking."order" is '停车订单';
create unique index order_number_key on parking."order" (district, number);
create unique index order_client_key on parking."order" (district, client_key);
create index order_created on parking."order" (district, created_at desc, id desc);
create index order_by_due on parking."order" (district, due_at) where status <> all (array['paid', 'free', 'refunded', 'waived', 'void']);
create index order_open_place on parking."order" (district, status, area_code, due_at) where status <> all (array['paid', 'free', 'refunded', 'waived', 'void']);
create index order_open_geom on parking."order" using gist (geom, created_at) where closed_at is null;
create index order_closed_geom on parking."order" using gist (geom, created_at) where closed_at is not null;
create index order_parent on parking."order" (district, parent_id) where parent_id is not null;

create table parking."account" (
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
  owner_name text not null,
  phone text not null,
  channel text not null,
  balance_fen integer not null,
  deductions integer not null,
  failures integer not null,
  licence_photos uuid[],
  verified_on date,
  end_reason text,
  primary key (district, id),
  constraint account_channel_choice check (channel = any (array['ledger']))
);
comment on table parking."account" is '无感支付账户';
create unique index account_number_key on parking."account" (district, number);
create unique index account_client_key on parking."account" (district, client_key);
create index account_created on parking."account" (district, created_at desc, id desc);
create index account_by_due on parking."account" (district, due_at) where status <> all (array['refused', 'closed']);
create index account_open_place on parking."account" (district, status, area_code, due_at) where status <> all (array['refused', 'closed']);
create index account_open_geom on parking."account" using gist (geom, created_at) where closed_at is null;
create index account_closed_geom on parking."account" using gist (geom, created_at) where closed_at is not null;
create index account_parent on parking."account" (district, parent_id) where parent_id is not null;

create table parking."pilot" (
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
  lot uuid not null,
  name text not null,
  before numeric not null,
  surveyed_on date not null,
  plan text not null,
  started_on date,
  after numeric,
  change_percent numeric,
  days integer,
  conclusion text,
  primary key (district, id)
);
comment on table parking."pilot" is '道路停车收费试点';
create unique index pilot_number_key on parking."pilot" (district, number);
create unique index pilot_client_key on parking."pilot" (district, client_key);
create index pilot_created on parking."pilot" (district, created_at desc, id desc);
create index pilot_by_due on parking."pilot" (district, due_at) where status <> all (array['kept', 'stopped']);
create index pilot_open_place on parking."pilot" (district, status, area_code, due_at) where status <> all (array['kept', 'stopped']);
create index pilot_open_geom on parking."pilot" using gist (geom, created_at) where closed_at is null;
create index pilot_closed_geom on parking."pilot" using gist (geom, created_at) where closed_at is not null;
create index pilot_parent on parking."pilot" (district, parent_id) where parent_id is not null;

create table parking."reservation" (
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
  lot uuid not null,
  plate text not null,
  phone text not null,
  hold_until timestamp with time zone,
  arrived_at timestamp with time zone,
  missed_before integer,
  channel text,
  primary key (district, id),
  constraint reservation_channel_choice check (channel = any (array['public', 'staff']))
);
comment on table parking."reservation" is '车位预约';
create unique index reservation_number_key on parking."reservation" (district, number);
create unique index reservation_client_key on parking."reservation" (district, client_key);
create index reservation_created on parking."reservation" (district, created_at desc, id desc);
create index reservation_by_due on parking."reservation" (district, due_at) where status <> all (array['arrived', 'missed', 'cancelled']);
create index reservation_open_place on parking."reservation" (district, status, area_code, due_at) where status <> all (array['arrived', 'missed', 'cancelled']);
create index reservation_open_geom on parking."reservation" using gist (geom, created_at) where closed_at is null;
create index reservation_closed_geom on parking."reservation" using gist (geom, created_at) where closed_at is not null;
create index reservation_parent on parking."reservation" (district, parent_id) where parent_id is not null;

create table parking."onboarding" (
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
  lot uuid not null,
  protocol text not null,
  contact text not null,
  static_faults text,
  test_from timestamp with time zone,
  received integer,
  expected integer,
  score numeric,
  connected_on date,
  end_reason text,
  primary key (district, id),
  constraint onboarding_protocol_choice check (protocol = any (array['http', 'platform']))
);
comment on table parking."onboarding" is '停车场接入';
create unique index onboarding_number_key on parking."onboarding" (district, number);
create unique index onboarding_client_key on parking."onboarding" (district, client_key);
create index onboarding_created on parking."onboarding" (district, created_at desc, id desc);
create index onboarding_by_due on parking."onboarding" (district, due_at) where status <> all (array['connected', 'dropped']);
create index onboarding_open_place on parking."onboarding" (district, status, area_code, due_at) where status <> all (array['connected', 'dropped']);
create index onboarding_open_geom on parking."onboarding" using gist (geom, created_at) where closed_at is null;
create index onboarding_closed_geom on parking."onboarding" using gist (geom, created_at) where closed_at is not null;
create index onboarding_parent on parking."onboarding" (district, parent_id) where parent_id is not null;

create table parking."agreement" (
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
  unit_name text not null,
  unit_kind text not null,
  lot uuid not null,
  street text not null,
  spaces integer not null,
  days text[] not null,
  opens_at text not null,
  closes_at text not null,
  hour_fen integer not null,
  liability text not null,
  is_first text,
  signed_on date,
  end_on date,
  uses integer,
  hours numeric,
  overstays integer,
  complaints integer,
  end_reason text,
  primary key (district, id),
  constraint agreement_unit_kind_choice check (unit_kind = any (array['organ', 'institution', 'soe', 'company', 'compound'])),
  constraint agreement_is_first_choice check (is_first = any (array['yes', 'no']))
);
comment on table parking."agreement" is '停车共享协议';
create unique index agreement_number_key on parking."agreement" (district, number);
create unique index agreement_client_key on parking."agreement" (district, client_key);
create index agreement_created on parking."agreement" (district, created_at desc, id desc);
create index agreement_by_due on parking."agreement" (district, due_at) where status <> all (array['ended']);
create index agreement_open_place on parking."agreement" (district, status, area_code, due_at) where status <> all (array['ended']);
create index agreement_open_geom on parking."agreement" using gist (geom, created_at) where closed_at is null;
create index agreement_closed_geom on parking."agreement" using gist (geom, created_at) where closed_at is not null;
create index agreement_parent on parking."agreement" (district, parent_id) where parent_id is not null;

create table parking."share_use" (
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
  plate text not null,
  phone text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  street text,
  entered_at timestamp with time zone,
  left_at timestamp with time zone,
  minutes integer,
  over_minutes integer,
  amount_fen integer,
  primary key (district, id)
);
comment on table parking."share_use" is '共享车位使用';
create unique index share_use_number_key on parking."share_use" (district, number);
create unique index share_use_client_key on parking."share_use" (district, client_key);
create index share_use_created on parking."share_use" (district, created_at desc, id desc);
create index share_use_by_due on parking."share_use" (district, due_at) where status <> all (array['done', 'over', 'cancelled']);
create index share_use_open_place on parking."share_use" (district, status, area_code, due_at) where status <> all (array['done', 'over', 'cancelled']);
create index share_use_open_geom on parking."share_use" using gist (geom, created_at) where closed_at is null;
create index share_use_closed_geom on parking."share_use" using gist (geom, created_at) where closed_at is not null;
create index share_use_parent on parking."share_use" (district, parent_id) where parent_id is not null;

create table parking."scheme" (
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
  street text not null,
  kind text not null,
  lots jsonb not null,
  rules text not null,
  users text not null,
  spaces integer not null,
  promoted_on date,
  started_on date,
  result text,
  primary key (district, id),
  constraint scheme_kind_choice check (kind = any (array['school', 'business', 'scenic', 'hospital', 'old']))
);
comment on table parking."scheme" is '片区停车共享方案';
create unique index scheme_number_key on parking."scheme" (district, number);
create unique index scheme_client_key on parking."scheme" (district, client_key);
create index scheme_created on parking."scheme" (district, created_at desc, id desc);
create index scheme_by_due on parking."scheme" (district, due_at) where status <> all (array['ended']);
create index scheme_open_place on parking."scheme" (district, status, area_code, due_at) where status <> all (array['ended']);
create index scheme_open_geom on parking."scheme" using gist (geom, created_at) where closed_at is null;
create index scheme_closed_geom on parking."scheme" using gist (geom, created_at) where closed_at is not null;
create index scheme_parent on parking."scheme" (district, parent_id) where parent_id is not null;
create unique index scheme_name_key on parking."scheme" (district, name);

create table parking."fusion" (
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
  street text not null,
  operator text not null,
  contract_number text not null,
  start_on date not null,
  end_on date not null,
  builds text not null,
  operates text not null,
  serves text not null,
  targets jsonb not null,
  results jsonb,
  score numeric,
  rounds integer not null,
  comment text,
  primary key (district, id)
);
comment on table parking."fusion" is '“建管融”一体停车试点';
create unique index fusion_number_key on parking."fusion" (district, number);
create unique index fusion_client_key on parking."fusion" (district, client_key);
create index fusion_created on parking."fusion" (district, created_at desc, id desc);
create index fusion_by_due on parking."fusion" (district, due_at) where status <> all (array['ended']);
create index fusion_open_place on parking."fusion" (district, status, area_code, due_at) where status <> all (array['ended']);
create index fusion_open_geom on parking."fusion" using gist (geom, created_at) where closed_at is null;
create index fusion_closed_geom on parking."fusion" using gist (geom, created_at) where closed_at is not null;
create index fusion_parent on parking."fusion" (district, parent_id) where parent_id is not null;

create table parking."joint_request" (
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
  lot uuid,
  content text not null,
  plate text,
  come_due_at timestamp with time zone,
  police_came text,
  grid_came text,
  came_at timestamp with time zone,
  minutes integer,
  outcome text,
  note text,
  scene uuid[],
  primary key (district, id),
  constraint joint_request_kind_choice check (kind = any (array['dispute', 'blocked', 'fire', 'other'])),
  constraint joint_request_outcome_choice check (outcome = any (array['settled', 'moved', 'handed', 'failed']))
);
comment on table parking."joint_request" is '“警网融合”停车处置';
create unique index joint_request_number_key on parking."joint_request" (district, number);
create unique index joint_request_client_key on parking."joint_request" (district, client_key);
create index joint_request_created on parking."joint_request" (district, created_at desc, id desc);
create index joint_request_by_due on parking."joint_request" (district, due_at) where status <> all (array['closed']);
create index joint_request_open_place on parking."joint_request" (district, status, area_code, due_at) where status <> all (array['closed']);
create index joint_request_open_geom on parking."joint_request" using gist (geom, created_at) where closed_at is null;
create index joint_request_closed_geom on parking."joint_request" using gist (geom, created_at) where closed_at is not null;
create index joint_request_parent on parking."joint_request" (district, parent_id) where parent_id is not null;

create table parking."compound_market" (
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
  compound text not null,
  street text not null,
  operator text not null,
  spaces integer not null,
  hours text not null,
  owners_percent numeric not null,
  exit_clause text not null,
  households integer not null,
  area_m2 numeric not null,
  joined_owners integer,
  joined_m2 numeric,
  agreed_owners integer,
  agreed_m2 numeric,
  join_percent numeric,
  consent_percent numeric,
  voted_on date,
  started_on date,
  income_fen integer,
  owners_fen integer,
  exited_on date,
  exit_reason text,
  is_lawful boolean,
  primary key (district, id)
);
comment on table parking."compound_market" is '小区停车共享市场化';
create unique index compound_market_number_key on parking."compound_market" (district, number);
create unique index compound_market_client_key on parking."compound_market" (district, client_key);
create index compound_market_created on parking."compound_market" (district, created_at desc, id desc);
create index compound_market_by_due on parking."compound_market" (district, due_at) where status <> all (array['rejected', 'exited']);
create index compound_market_open_place on parking."compound_market" (district, status, area_code, due_at) where status <> all (array['rejected', 'exited']);
create index compound_market_open_geom on parking."compound_market" using gist (geom, created_at) where closed_at is null;
create index compound_market_closed_geom on parking."compound_market" using gist (geom, created_at) where closed_at is not null;
create index compound_market_parent on parking."compound_market" (district, parent_id) where parent_id is not null;

create table parking."violation" (
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
  address text not null,
  kind text not null,
  found_by text not null,
  first_photo uuid[],
  first_at timestamp with time zone,
  second_photo uuid[],
  second_at timestamp with time zone,
  sign_photo uuid[],
  gap_minutes integer,
  finder text,
  shot_at timestamp with time zone,
  review_due_at timestamp with time zone,
  law_code text,
  opinion text,
  confirmed_at timestamp with time zone,
  notice text,
  noticed_at timestamp with time zone,
  nearby jsonb,
  penalty_number text,
  penalty_id text,
  decided_at timestamp with time zone,
  end_reason text,
  primary key (district, id),
  constraint violation_kind_choice check (kind = any (array['sidewalk', 'lane', 'fire', 'road'])),
  constraint violation_found_by_choice check (found_by = any (array['patrol', 'video', 'report']))
);
comment on table parking."violation" is '违停查处';
create unique index violation_number_key on parking."violation" (district, number);
create unique index violation_client_key on parking."violation" (district, client_key);
create index violation_created on parking."violation" (district, created_at desc, id desc);
create index violation_by_due on parking."violation" (district, due_at) where status <> all (array['penalised', 'dismissed', 'gone']);
create index violation_open_place on parking."violation" (district, status, area_code, due_at) where status <> all (array['penalised', 'dismissed', 'gone']);
create index violation_open_geom on parking."violation" using gist (geom, created_at) where closed_at is null;
create index violation_closed_geom on parking."violation" using gist (geom, created_at) where closed_at is not null;
create index violation_parent on parking."violation" (district, parent_id) where parent_id is not null;

create table parking."shift" (
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
  name text,
  collector uuid not null,
  lot uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  cash_fen integer,
  code_fen integer,
  order_cash_fen integer,
  order_code_fen integer,
  orders integer,
  difference_fen integer,
  explanation text,
  handed_in_at timestamp with time zone,
  conclusion text,
  primary key (district, id)
);
comment on table parking."shift" is '收费员当班与对账';
create unique index shift_number_key on parking."shift" (district, number);
create unique index shift_client_key on parking."shift" (district, client_key);
create index shift_created on parking."shift" (district, created_at desc, id desc);
create index shift_by_due on parking."shift" (district, due_at) where status <> all (array['even', 'reviewed']);
create index shift_open_place on parking."shift" (district, status, area_code, due_at) where status <> all (array['even', 'reviewed']);
create index shift_open_geom on parking."shift" using gist (geom, created_at) where closed_at is null;
create index shift_closed_geom on parking."shift" using gist (geom, created_at) where closed_at is not null;
create index shift_parent on parking."shift" (district, parent_id) where parent_id is not null;

create table parking."integrity" (
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
  from_on date not null,
  to_on date not null,
  must jsonb,
  findings jsonb,
  checked integer,
  found integer,
  amount_fen integer,
  measures text,
  primary key (district, id)
);
comment on table parking."integrity" is '收费员廉政专项检查';
create unique index integrity_number_key on parking."integrity" (district, number);
create unique index integrity_client_key on parking."integrity" (district, client_key);
create index integrity_created on parking."integrity" (district, created_at desc, id desc);
create index integrity_by_due on parking."integrity" (district, due_at) where status <> all (array['closed']);
create index integrity_open_place on parking."integrity" (district, status, area_code, due_at) where status <> all (array['closed']);
create index integrity_open_geom on parking."integrity" using gist (geom, created_at) where closed_at is null;
create index integrity_closed_geom on parking."integrity" using gist (geom, created_at) where closed_at is not null;
create index integrity_parent on parking."integrity" (district, parent_id) where parent_id is not null;

create table parking."segment" (
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
  road text not null,
  from_to text not null,
  side text not null,
  length_m numeric not null,
  verdict text,
  reason text,
  reason_note text,
  motor_spaces integer,
  nonmotor_m numeric,
  nonmotor_capacity integer,
  signs integer,
  arrows integer,
  ramps integer,
  painted_on date,
  accepted_on date,
  primary key (district, id),
  constraint segment_side_choice check (side = any (array['left', 'right', 'both'])),
  constraint segment_verdict_choice check (verdict = any (array['yes', 'no'])),
  constraint segment_reason_choice check (reason = any (array['narrow', 'crossing', 'fire', 'view', 'works', 'other']))
);
comment on table parking."segment" is '停车划线路段';
create unique index segment_number_key on parking."segment" (district, number);
create unique index segment_client_key on parking."segment" (district, client_key);
create index segment_created on parking."segment" (district, created_at desc, id desc);
create index segment_by_due on parking."segment" (district, due_at) where status <> all (array['accepted', 'barred']);
create index segment_open_place on parking."segment" (district, status, area_code, due_at) where status <> all (array['accepted', 'barred']);
create index segment_open_geom on parking."segment" using gist (geom, created_at) where closed_at is null;
create index segment_closed_geom on parking."segment" using gist (geom, created_at) where closed_at is not null;
create index segment_parent on parking."segment" (district, parent_id) where parent_id is not null;
create unique index segment_road_from_to_side_key on parking."segment" (district, road, from_to, side);

create table parking."yard_check" (
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
  yard uuid not null,
  year integer not null,
  yard_name text,
  items jsonb,
  lines jsonb,
  score numeric,
  first_score numeric,
  is_passed_first boolean,
  checked_on date,
  order_text text,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  fix_note text,
  rounds integer,
  primary key (district, id)
);
comment on table parking."yard_check" is '停车场地年度检查';
create unique index yard_check_number_key on parking."yard_check" (district, number);
create unique index yard_check_client_key on parking."yard_check" (district, client_key);
create index yard_check_created on parking."yard_check" (district, created_at desc, id desc);
create index yard_check_by_due on parking."yard_check" (district, due_at) where status <> all (array['passed']);
create index yard_check_open_place on parking."yard_check" (district, status, area_code, due_at) where status <> all (array['passed']);
create index yard_check_open_geom on parking."yard_check" using gist (geom, created_at) where closed_at is null;
create index yard_check_closed_geom on parking."yard_check" using gist (geom, created_at) where closed_at is not null;
create index yard_check_parent on parking."yard_check" (district, parent_id) where parent_id is not null;
create unique index yard_check_yard_year_key on parking."yard_check" (district, yard, year);

create table parking."lock_order" (
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
  lock uuid not null,
  wanted text not null,
  reason text not null,
  device uuid,
  answer text,
  answered_at timestamp with time zone,
  primary key (district, id),
  constraint lock_order_wanted_choice check (wanted = any (array['up', 'down']))
);
comment on table parking."lock_order" is '地锁控制';
create unique index lock_order_number_key on parking."lock_order" (district, number);
create unique index lock_order_client_key on parking."lock_order" (district, client_key);
create index lock_order_created on parking."lock_order" (district, created_at desc, id desc);
create index lock_order_by_due on parking."lock_order" (district, due_at) where status <> all (array['done', 'failed']);
create index lock_order_open_place on parking."lock_order" (district, status, area_code, due_at) where status <> all (array['done', 'failed']);
create index lock_order_open_geom on parking."lock_order" using gist (geom, created_at) where closed_at is null;
create index lock_order_closed_geom on parking."lock_order" using gist (geom, created_at) where closed_at is not null;
create index lock_order_parent on parking."lock_order" (district, parent_id) where parent_id is not null;
