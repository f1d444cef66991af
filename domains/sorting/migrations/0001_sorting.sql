create schema if not exists sorting;

create table sorting."criterion" (
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
  title text not null,
  item text not null,
  basis text not null,
  primary key (district, id),
  constraint criterion_title_choice check (title = any (array['sdyd', 'sample', 'demo', 'standard', 'unit', 'village', 'demoGroup']))
);
comment on table sorting."criterion" is '验收标准';
create unique index criterion_title_item_key on sorting."criterion" (district, title, item) where retired_at is null;
create index criterion_area on sorting."criterion" (district, area_code);

create table sorting."target" (
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
  title text not null,
  level text not null,
  count integer not null,
  primary key (district, id),
  constraint target_title_choice check (title = any (array['sdyd', 'sample', 'demo', 'standard', 'unit', 'village', 'demoGroup'])),
  constraint target_level_choice check (level = any (array['town', 'district', 'city', 'province']))
);
comment on table sorting."target" is '年度创建目标';
create unique index target_year_title_level_key on sorting."target" (district, year, title, level) where retired_at is null;
create index target_area on sorting."target" (district, area_code);

create table sorting."facility" (
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
  kind text not null,
  place uuid not null,
  point uuid,
  quantity integer not null,
  streams text[] not null,
  hours text,
  guide uuid,
  capacity_m3 numeric,
  installed_on date not null,
  state text not null,
  primary key (district, id),
  constraint facility_kind_choice check (kind = any (array['point', 'bin', 'kiosk', 'smart', 'machine', 'bulky'])),
  constraint facility_state_choice check (state = any (array['good', 'broken', 'off'])),
  constraint facility_kept check (kind <> 'bulky' or (capacity_m3 is not null and capacity_m3 > 0))
);
comment on table sorting."facility" is '分类设施';
create unique index facility_code_key on sorting."facility" (district, code) where retired_at is null;
create index facility_geom on sorting."facility" using gist (geom);
create index facility_area on sorting."facility" (district, area_code);

create table sorting."guide" (
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
  phone text not null,
  place uuid not null,
  hours text not null,
  from_on date not null,
  valid_to date,
  primary key (district, id)
);
comment on table sorting."guide" is '分类指导员';
create unique index guide_phone_key on sorting."guide" (district, phone) where retired_at is null;
create index guide_area on sorting."guide" (district, area_code);

create table sorting."intake" (
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
  ticket text not null,
  source text not null,
  waste text not null,
  kg numeric not null,
  direction text not null,
  station text not null,
  treatment text not null,
  plate text,
  from_place text not null,
  place uuid,
  town text,
  weighed_on date not null,
  weighed_at timestamp with time zone not null,
  is_first boolean not null,
  is_household boolean not null,
  primary key (district, id),
  constraint intake_source_choice check (source = any (array['weighbridge', 'recovery'])),
  constraint intake_waste_choice check (waste = any (array['kitchen', 'other', 'recyclable', 'hazardous', 'bulky', 'garden', 'building', 'catering'])),
  constraint intake_direction_choice check (direction = any (array['in', 'out'])),
  constraint intake_treatment_choice check (treatment = any (array['transfer', 'incineration', 'landfill', 'biological', 'recycling', 'other']))
);
comment on table sorting."intake" is '分类计量台账';
create unique index intake_ticket_key on sorting."intake" (district, ticket) where retired_at is null;
create index intake_area on sorting."intake" (district, area_code);

create table sorting."quota" (
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
  town text not null,
  year integer not null,
  year_on date not null,
  persons integer not null,
  ceiling_t numeric not null,
  is_rural boolean not null,
  basis text not null,
  primary key (district, id),
  constraint quota_year check (extract(year from year_on) = year and extract(doy from year_on) = 1)
);
comment on table sorting."quota" is '镇(街)人口与总量配额';
create unique index quota_town_year_key on sorting."quota" (district, town, year) where retired_at is null;
create index quota_area on sorting."quota" (district, area_code);

create table sorting."bulky_team" (
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
  plate text not null,
  people integer not null,
  fee_fen integer not null,
  primary key (district, id)
);
comment on table sorting."bulky_team" is '大件收运队伍';
create unique index bulky_team_name_key on sorting."bulky_team" (district, name) where retired_at is null;
create index bulky_team_area on sorting."bulky_team" (district, area_code);

create table sorting."organic_source" (
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
  source text not null,
  kind text not null,
  tons numeric not null,
  outlet text not null,
  surveyed_on date not null,
  surveyor text not null,
  primary key (district, id),
  constraint organic_source_kind_choice check (kind = any (array['kitchen', 'catering', 'straw', 'garden', 'manure', 'sludge'])),
  constraint organic_source_outlet_choice check (outlet = any (array['compost', 'biogas', 'feed', 'incineration', 'landfill', 'none']))
);
comment on table sorting."organic_source" is '有机废弃物底数';
create unique index organic_source_source_kind_key on sorting."organic_source" (district, source, kind) where retired_at is null;
create index organic_source_area on sorting."organic_source" (district, area_code);

create table sorting."member" (
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
  phone text not null,
  place uuid not null,
  branch text not null,
  is_party boolean not null,
  joined_on date not null,
  primary key (district, id)
);
comment on table sorting."member" is '党员志愿者';
create unique index member_phone_key on sorting."member" (district, phone) where retired_at is null;
create index member_area on sorting."member" (district, area_code);

create table sorting."venue" (
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
  address text not null,
  open_days text[] not null,
  hours text not null,
  capacity integer not null,
  guide text not null,
  phone text not null,
  opened_on date not null,
  is_open boolean not null,
  primary key (district, id),
  constraint venue_kind_choice check (kind = any (array['hall', 'base']))
);
comment on table sorting."venue" is '分类科普馆(基地)';
create unique index venue_name_key on sorting."venue" (district, name) where retired_at is null;
create index venue_geom on sorting."venue" using gist (geom);
create index venue_area on sorting."venue" (district, area_code);

create table sorting."account" (
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
  place uuid not null,
  household text not null,
  phone text not null,
  points integer not null,
  is_frozen boolean not null,
  primary key (district, id),
  constraint account_points check (points >= 0)
);
comment on table sorting."account" is '积分账户';
create unique index account_code_key on sorting."account" (district, code) where retired_at is null;
create index account_area on sorting."account" (district, area_code);

create table sorting."gift" (
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
  outlet text not null,
  price integer not null,
  stock integer not null,
  low integer not null,
  primary key (district, id),
  constraint gift_stock check (stock >= 0)
);
comment on table sorting."gift" is '兑换物品';
create unique index gift_name_outlet_key on sorting."gift" (district, name, outlet) where retired_at is null;
create index gift_area on sorting."gift" (district, area_code);

create table sorting."reward_rule" (
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
  target text not null,
  least integer not null,
  amount_fen integer not null,
  budget_fen integer not null,
  from_on date not null,
  to_on date not null,
  primary key (district, id),
  constraint reward_rule_target_choice check (target = any (array['household', 'compound', 'staff']))
);
comment on table sorting."reward_rule" is '奖励规则';
create unique index reward_rule_name_key on sorting."reward_rule" (district, name) where retired_at is null;
create index reward_rule_area on sorting."reward_rule" (district, area_code);

create table sorting."attendance" (
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
  training uuid not null,
  guide uuid not null,
  held_on date not null,
  is_present boolean not null,
  score numeric not null,
  is_passed boolean not null,
  primary key (district, id)
);
comment on table sorting."attendance" is 'append-only: 培训签到与考试';
create index attendance_at on sorting."attendance" (district, at desc);

create table sorting."bag" (
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
  sample uuid not null,
  place uuid not null,
  stream text not null,
  checked integer not null,
  correct integer not null,
  primary key (district, id),
  constraint bag_stream_choice check (stream = any (array['kitchen', 'recyclable', 'hazardous', 'other']))
);
comment on table sorting."bag" is 'append-only: 开袋检查计数';
create index bag_at on sorting."bag" (district, at desc);

create table sorting."rating" (
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
  place uuid not null,
  month text not null,
  month_on date not null,
  score numeric not null,
  base text not null,
  accuracy numeric,
  left_ integer not null,
  grade text not null,
  previous text,
  move text not null,
  reasons text,
  list text not null,
  is_good boolean not null,
  primary key (district, id),
  constraint rating_base_choice check (base = any (array['excellent', 'good', 'fair', 'poor'])),
  constraint rating_grade_choice check (grade = any (array['excellent', 'good', 'fair', 'poor'])),
  constraint rating_previous_choice check (previous = any (array['excellent', 'good', 'fair', 'poor'])),
  constraint rating_move_choice check (move = any (array['up', 'down', 'same', 'fresh'])),
  constraint rating_list_choice check (list = any (array['red', 'black', 'none']))
);
comment on table sorting."rating" is 'append-only: 小区月度评级';
create index rating_at on sorting."rating" (district, at desc);

create table sorting."flow" (
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
  site uuid not null,
  level text not null,
  kind text not null,
  material text not null,
  kg numeric not null,
  day_on date not null,
  counterpart uuid,
  place uuid,
  unit_fen numeric not null,
  subsidy_fen integer not null,
  amount_fen integer not null,
  is_low_value boolean not null,
  seq text not null,
  primary key (district, id),
  constraint flow_level_choice check (level = any (array['point', 'station', 'centre'])),
  constraint flow_kind_choice check (kind = any (array['buy', 'receive', 'move', 'sort', 'sell', 'residue'])),
  constraint flow_material_choice check (material = any (array['paper', 'plastic', 'metal', 'textile', 'glass', 'foam', 'film', 'carton', 'wood', 'mixed']))
);
comment on table sorting."flow" is 'append-only: 可回收物流转台账';
create index flow_at on sorting."flow" (district, at desc);

create table sorting."month" (
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
  town text not null,
  month text not null,
  month_on date not null,
  kg numeric not null,
  per_head_kg numeric not null,
  kitchen_kg numeric not null,
  recovered_kg numeric not null,
  low_kg numeric not null,
  low_per_head numeric not null,
  low_before numeric,
  accuracy numeric,
  score numeric,
  fee_fen integer not null,
  primary key (district, id)
);
comment on table sorting."month" is 'append-only: 镇(街)月度计量';
create index month_at on sorting."month" (district, at desc);

create table sorting."pickup" (
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
  contract uuid not null,
  day_on date not null,
  kg numeric not null,
  is_picked boolean not null,
  primary key (district, id)
);
comment on table sorting."pickup" is 'append-only: 餐厨收运记录';
create index pickup_at on sorting."pickup" (district, at desc);

create table sorting."duty" (
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
  member uuid not null,
  place uuid not null,
  facility uuid,
  day_on date not null,
  hours numeric not null,
  note text,
  primary key (district, id)
);
comment on table sorting."duty" is 'append-only: 桶边值守';
create index duty_at on sorting."duty" (district, at desc);

create table sorting."entry" (
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
  kind text not null,
  points integer not null,
  balance integer not null,
  key text not null,
  note text,
  day_on date not null,
  primary key (district, id),
  constraint entry_kind_choice check (kind = any (array['drop', 'trade', 'event', 'exchange', 'reverse', 'expire']))
);
comment on table sorting."entry" is 'append-only: 积分流水';
create index entry_at on sorting."entry" (district, at desc);

create table sorting."place" (
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
  unit_kind text,
  compound uuid,
  village uuid,
  parent uuid,
  households integer not null,
  persons integer not null,
  is_built_up boolean not null,
  is_facilitated boolean,
  is_sorted boolean,
  mode text,
  per_week integer,
  vehicle text,
  operator text,
  is_unified boolean,
  keeper text,
  keeper_code text,
  keeper_phone text,
  duty text,
  open_hours text,
  points integer,
  supervisors text,
  sign_on date,
  sdyd_on date,
  model text,
  titled_on date,
  is_served boolean,
  rating text,
  rated_month text,
  primary key (district, id),
  constraint place_kind_choice check (kind = any (array['compound', 'unit', 'village', 'group'])),
  constraint place_unit_kind_choice check (unit_kind = any (array['organ', 'public', 'industry', 'company', 'shop'])),
  constraint place_model_choice check (model = any (array['none', 'sample', 'demo'])),
  constraint place_rating_choice check (rating = any (array['excellent', 'good', 'fair', 'poor']))
);
comment on table sorting."place" is '分类场所';
create unique index place_number_key on sorting."place" (district, number);
create unique index place_client_key on sorting."place" (district, client_key);
create index place_created on sorting."place" (district, created_at desc, id desc);
create index place_by_due on sorting."place" (district, due_at) where status <> all (array['off']);
create index place_open_place on sorting."place" (district, status, area_code, due_at) where status <> all (array['off']);
create index place_open_geom on sorting."place" using gist (geom, created_at) where closed_at is null;
create index place_closed_geom on sorting."place" using gist (geom, created_at) where closed_at is not null;
create index place_parent on sorting."place" (district, parent_id) where parent_id is not null;
create unique index place_kind_name_key on sorting."place" (district, kind, name);

create table sorting."title" (
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
  place uuid not null,
  title text not null,
  level text not null,
  papers uuid[] not null,
  lines jsonb,
  photos uuid[],
  faults text,
  returns integer,
  accepted_on date,
  year integer,
  rechecked_on date,
  withdrawn_on date,
  primary key (district, id),
  constraint title_title_choice check (title = any (array['sdyd', 'sample', 'demo', 'standard', 'unit', 'village', 'demoGroup'])),
  constraint title_level_choice check (level = any (array['town', 'district', 'city', 'province']))
);
comment on table sorting."title" is '创建验收';
create unique index title_number_key on sorting."title" (district, number);
create unique index title_client_key on sorting."title" (district, client_key);
create index title_created on sorting."title" (district, created_at desc, id desc);
create index title_by_due on sorting."title" (district, due_at) where status <> all (array['withdrawn', 'dropped']);
create index title_open_place on sorting."title" (district, status, area_code, due_at) where status <> all (array['withdrawn', 'dropped']);
create index title_open_geom on sorting."title" using gist (geom, created_at) where closed_at is null;
create index title_closed_geom on sorting."title" using gist (geom, created_at) where closed_at is not null;
create index title_parent on sorting."title" (district, parent_id) where parent_id is not null;

create table sorting."provision" (
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
  place uuid,
  households integer not null,
  points integer,
  kiosks integer,
  kitchen_bins integer,
  other_bins integer,
  recyclable_bins integer,
  hazardous_bins integer,
  required jsonb,
  gaps text,
  accepted_on date,
  photos uuid[],
  primary key (district, id)
);
comment on table sorting."provision" is '新建小区设施配建核查';
create unique index provision_number_key on sorting."provision" (district, number);
create unique index provision_client_key on sorting."provision" (district, client_key);
create index provision_created on sorting."provision" (district, created_at desc, id desc);
create index provision_by_due on sorting."provision" (district, due_at) where status <> all (array['accepted']);
create index provision_open_place on sorting."provision" (district, status, area_code, due_at) where status <> all (array['accepted']);
create index provision_open_geom on sorting."provision" using gist (geom, created_at) where closed_at is null;
create index provision_closed_geom on sorting."provision" using gist (geom, created_at) where closed_at is not null;
create index provision_parent on sorting."provision" (district, parent_id) where parent_id is not null;

create table sorting."renovation" (
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
  place uuid not null,
  facility uuid,
  work text not null,
  gaps text not null,
  cost_fen integer not null,
  due_on date not null,
  before_photos uuid[] not null,
  spent_fen integer,
  after_photos uuid[],
  done_on date,
  accepted_by text,
  accepted_on date,
  is_late boolean,
  primary key (district, id),
  constraint renovation_work_choice check (work = any (array['build', 'rebuild']))
);
comment on table sorting."renovation" is '收集点补建改造';
create unique index renovation_number_key on sorting."renovation" (district, number);
create unique index renovation_client_key on sorting."renovation" (district, client_key);
create index renovation_created on sorting."renovation" (district, created_at desc, id desc);
create index renovation_by_due on sorting."renovation" (district, due_at) where status <> all (array['accepted']);
create index renovation_open_place on sorting."renovation" (district, status, area_code, due_at) where status <> all (array['accepted']);
create index renovation_open_geom on sorting."renovation" using gist (geom, created_at) where closed_at is null;
create index renovation_closed_geom on sorting."renovation" using gist (geom, created_at) where closed_at is not null;
create index renovation_parent on sorting."renovation" (district, parent_id) where parent_id is not null;

create table sorting."training" (
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
  topic text not null,
  held_on date not null,
  teacher text not null,
  mode text not null,
  present integer,
  passed integer,
  primary key (district, id),
  constraint training_mode_choice check (mode = any (array['room', 'site', 'online']))
);
comment on table sorting."training" is '指导员培训';
create unique index training_number_key on sorting."training" (district, number);
create unique index training_client_key on sorting."training" (district, client_key);
create index training_created on sorting."training" (district, created_at desc, id desc);
create index training_by_due on sorting."training" (district, due_at) where status <> all (array['done']);
create index training_open_place on sorting."training" (district, status, area_code, due_at) where status <> all (array['done']);
create index training_open_geom on sorting."training" using gist (geom, created_at) where closed_at is null;
create index training_closed_geom on sorting."training" using gist (geom, created_at) where closed_at is not null;
create index training_parent on sorting."training" (district, parent_id) where parent_id is not null;

create table sorting."check" (
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
  team text not null,
  plan text not null,
  place uuid not null,
  visitors text not null,
  checked_on date not null,
  lines jsonb not null,
  photos uuid[] not null,
  unit_kind text,
  score numeric,
  problems integer,
  is_first boolean,
  primary key (district, id),
  constraint check_team_choice check (team = any (array['taskForce', 'veteran', 'leaders', 'industry', 'breeze', 'contend', 'owner'])),
  constraint check_plan_choice check (plan = any (array['regular', 'unannounced'])),
  constraint check_unit_kind_choice check (unit_kind = any (array['organ', 'public', 'industry', 'company', 'shop']))
);
comment on table sorting."check" is '分类检查督导';
create unique index check_number_key on sorting."check" (district, number);
create unique index check_client_key on sorting."check" (district, client_key);
create index check_created on sorting."check" (district, created_at desc, id desc);
create index check_by_due on sorting."check" (district, due_at) where status <> all (array['void']);
create index check_open_place on sorting."check" (district, status, area_code, due_at) where status <> all (array['void']);
create index check_open_geom on sorting."check" using gist (geom, created_at) where closed_at is null;
create index check_closed_geom on sorting."check" using gist (geom, created_at) where closed_at is not null;
create index check_parent on sorting."check" (district, parent_id) where parent_id is not null;

create table sorting."problem" (
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
  place uuid,
  facility uuid,
  what text not null,
  owner text not null,
  due_on date,
  source_type text,
  source_id text,
  fixed_note text,
  fixed_photos uuid[],
  fixed_at timestamp with time zone,
  rectify_due_at timestamp with time zone,
  returns integer,
  is_rectified boolean,
  closed_on date,
  penalty text,
  primary key (district, id),
  constraint problem_source_choice check (source = any (array['taskForce', 'veteran', 'leaders', 'industry', 'breeze', 'contend', 'owner', 'supervisor', 'volume', 'facility', 'bulky', 'meeting']))
);
comment on table sorting."problem" is '分类问题';
create unique index problem_number_key on sorting."problem" (district, number);
create unique index problem_client_key on sorting."problem" (district, client_key);
create index problem_created on sorting."problem" (district, created_at desc, id desc);
create index problem_by_due on sorting."problem" (district, due_at) where status <> all (array['closed', 'transferred']);
create index problem_open_place on sorting."problem" (district, status, area_code, due_at) where status <> all (array['closed', 'transferred']);
create index problem_open_geom on sorting."problem" using gist (geom, created_at) where closed_at is null;
create index problem_closed_geom on sorting."problem" using gist (geom, created_at) where closed_at is not null;
create index problem_parent on sorting."problem" (district, parent_id) where parent_id is not null;

create table sorting."sample" (
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
  scope text not null,
  bags integer not null,
  drawn_on date,
  candidates integer,
  lot text,
  facility uuid,
  place uuid,
  lines jsonb,
  checked integer,
  correct integer,
  accuracy numeric,
  counted_on date,
  photos uuid[],
  primary key (district, id),
  constraint sample_scope_choice check (scope = any (array['compound', 'unit', 'village']))
);
comment on table sorting."sample" is '分类准确率检查';
create unique index sample_number_key on sorting."sample" (district, number);
create unique index sample_client_key on sorting."sample" (district, client_key);
create index sample_created on sorting."sample" (district, created_at desc, id desc);
create index sample_by_due on sorting."sample" (district, due_at) where status <> all (array['counted', 'void']);
create index sample_open_place on sorting."sample" (district, status, area_code, due_at) where status <> all (array['counted', 'void']);
create index sample_open_geom on sorting."sample" using gist (geom, created_at) where closed_at is null;
create index sample_closed_geom on sorting."sample" using gist (geom, created_at) where closed_at is not null;
create index sample_parent on sorting."sample" (district, parent_id) where parent_id is not null;

create table sorting."joint" (
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
  town text not null,
  kind text not null,
  overdue integer,
  returns integer,
  facts text not null,
  inspector text,
  finding text,
  measure text,
  due_on date,
  ended_on date,
  primary key (district, id),
  constraint joint_kind_choice check (kind = any (array['slow', 'weak'])),
  constraint joint_measure_choice check (measure = any (array['talk', 'notice', 'accountability', 'none']))
);
comment on table sorting."joint" is '督查+监察(保密)';
create unique index joint_number_key on sorting."joint" (district, number);
create unique index joint_client_key on sorting."joint" (district, client_key);
create index joint_created on sorting."joint" (district, created_at desc, id desc);
create index joint_by_due on sorting."joint" (district, due_at) where status <> all (array['closed']);
create index joint_open_place on sorting."joint" (district, status, area_code, due_at) where status <> all (array['closed']);
create index joint_open_geom on sorting."joint" using gist (geom, created_at) where closed_at is null;
create index joint_closed_geom on sorting."joint" using gist (geom, created_at) where closed_at is not null;
create index joint_parent on sorting."joint" (district, parent_id) where parent_id is not null;

create table sorting."meeting" (
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
  topic text not null,
  held_on date not null,
  secretary text not null,
  mayor text not null,
  decisions jsonb not null,
  shortfalls jsonb not null,
  minutes uuid[] not null,
  decided integer,
  listed integer,
  primary key (district, id)
);
comment on table sorting."meeting" is '双组长会议';
create unique index meeting_number_key on sorting."meeting" (district, number);
create unique index meeting_client_key on sorting."meeting" (district, client_key);
create index meeting_created on sorting."meeting" (district, created_at desc, id desc);
create index meeting_by_due on sorting."meeting" (district, due_at) where status <> all (array['void']);
create index meeting_open_place on sorting."meeting" (district, status, area_code, due_at) where status <> all (array['void']);
create index meeting_open_geom on sorting."meeting" using gist (geom, created_at) where closed_at is null;
create index meeting_closed_geom on sorting."meeting" using gist (geom, created_at) where closed_at is not null;
create index meeting_parent on sorting."meeting" (district, parent_id) where parent_id is not null;

create table sorting."task" (
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
  unit uuid not null,
  due_on date not null,
  topic text not null,
  result text,
  photos uuid[],
  done_on date,
  is_late boolean,
  primary key (district, id)
);
comment on table sorting."task" is '议定事项督办';
create unique index task_number_key on sorting."task" (district, number);
create unique index task_client_key on sorting."task" (district, client_key);
create index task_created on sorting."task" (district, created_at desc, id desc);
create index task_by_due on sorting."task" (district, due_at) where status <> all (array['done']);
create index task_open_place on sorting."task" (district, status, area_code, due_at) where status <> all (array['done']);
create index task_open_geom on sorting."task" using gist (geom, created_at) where closed_at is null;
create index task_closed_geom on sorting."task" using gist (geom, created_at) where closed_at is not null;
create index task_parent on sorting."task" (district, parent_id) where parent_id is not null;

create table sorting."supervisor" (
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
  phone text not null,
  town text not null,
  from_on date not null,
  to_on date not null,
  monthly integer not null,
  allowance_fen integer not null,
  reports integer,
  paid_fen integer,
  mark text,
  marked_month text,
  terms integer,
  reason text,
  primary key (district, id),
  constraint supervisor_mark_choice check (mark = any (array['good', 'pass', 'fail']))
);
comment on table sorting."supervisor" is '社会监督员';
create unique index supervisor_number_key on sorting."supervisor" (district, number);
create unique index supervisor_client_key on sorting."supervisor" (district, client_key);
create index supervisor_created on sorting."supervisor" (district, created_at desc, id desc);
create index supervisor_by_due on sorting."supervisor" (district, due_at) where status <> all (array['dismissed']);
create index supervisor_open_place on sorting."supervisor" (district, status, area_code, due_at) where status <> all (array['dismissed']);
create index supervisor_open_geom on sorting."supervisor" using gist (geom, created_at) where closed_at is null;
create index supervisor_closed_geom on sorting."supervisor" using gist (geom, created_at) where closed_at is not null;
create index supervisor_parent on sorting."supervisor" (district, parent_id) where parent_id is not null;

create table sorting."supervisor_report" (
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
  supervisor uuid not null,
  month text not null,
  lines jsonb not null,
  photos uuid[] not null,
  points numeric,
  problems integer,
  primary key (district, id)
);
comment on table sorting."supervisor_report" is '监督员报告';
create unique index supervisor_report_number_key on sorting."supervisor_report" (district, number);
create unique index supervisor_report_client_key on sorting."supervisor_report" (district, client_key);
create index supervisor_report_created on sorting."supervisor_report" (district, created_at desc, id desc);
create index supervisor_report_by_due on sorting."supervisor_report" (district, due_at) where status <> all (array['void']);
create index supervisor_report_open_place on sorting."supervisor_report" (district, status, area_code, due_at) where status <> all (array['void']);
create index supervisor_report_open_geom on sorting."supervisor_report" using gist (geom, created_at) where closed_at is null;
create index supervisor_report_closed_geom on sorting."supervisor_report" using gist (geom, created_at) where closed_at is not null;
create index supervisor_report_parent on sorting."supervisor_report" (district, parent_id) where parent_id is not null;
create unique index supervisor_report_supervisor_month_key on sorting."supervisor_report" (district, supervisor, month);

create table sorting."price" (
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
  material text not null,
  is_low_value boolean not null,
  unit_fen integer not null,
  subsidy_fen integer not null,
  valid_from date not null,
  basis text not null,
  valid_to date,
  published_on date,
  paper uuid[],
  primary key (district, id),
  constraint price_material_choice check (material = any (array['paper', 'plastic', 'metal', 'textile', 'glass', 'foam', 'film', 'carton', 'wood', 'mixed']))
);
comment on table sorting."price" is '资源回收价格';
create unique index price_number_key on sorting."price" (district, number);
create unique index price_client_key on sorting."price" (district, client_key);
create index price_created on sorting."price" (district, created_at desc, id desc);
create index price_by_due on sorting."price" (district, due_at) where status <> all (array['refused', 'ended']);
create index price_open_place on sorting."price" (district, status, area_code, due_at) where status <> all (array['refused', 'ended']);
create index price_open_geom on sorting."price" using gist (geom, created_at) where closed_at is null;
create index price_closed_geom on sorting."price" using gist (geom, created_at) where closed_at is not null;
create index price_parent on sorting."price" (district, parent_id) where parent_id is not null;

create table sorting."site" (
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
  parent uuid,
  place uuid,
  facility uuid,
  licence text not null,
  operator text not null,
  is_fused boolean,
  stock jsonb,
  primary key (district, id),
  constraint site_level_choice check (level = any (array['point', 'station', 'centre']))
);
comment on table sorting."site" is '回收点、站、中心';
create unique index site_number_key on sorting."site" (district, number);
create unique index site_client_key on sorting."site" (district, client_key);
create index site_created on sorting."site" (district, created_at desc, id desc);
create index site_by_due on sorting."site" (district, due_at) where status <> all (array['closed']);
create index site_open_place on sorting."site" (district, status, area_code, due_at) where status <> all (array['closed']);
create index site_open_geom on sorting."site" using gist (geom, created_at) where closed_at is null;
create index site_closed_geom on sorting."site" using gist (geom, created_at) where closed_at is not null;
create index site_parent on sorting."site" (district, parent_id) where parent_id is not null;
create unique index site_name_key on sorting."site" (district, name);

create table sorting."event" (
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
  place uuid not null,
  name text not null,
  held_on date not null,
  staff integer not null,
  households integer not null,
  lines jsonb not null,
  points integer not null,
  kg numeric,
  is_first boolean,
  primary key (district, id)
);
comment on table sorting."event" is '资源回收活动';
create unique index event_number_key on sorting."event" (district, number);
create unique index event_client_key on sorting."event" (district, client_key);
create index event_created on sorting."event" (district, created_at desc, id desc);
create index event_by_due on sorting."event" (district, due_at) where status <> all (array['void']);
create index event_open_place on sorting."event" (district, status, area_code, due_at) where status <> all (array['void']);
create index event_open_geom on sorting."event" using gist (geom, created_at) where closed_at is null;
create index event_closed_geom on sorting."event" using gist (geom, created_at) where closed_at is not null;
create index event_parent on sorting."event" (district, parent_id) where parent_id is not null;

create table sorting."contract" (
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
  shop uuid,
  address text not null,
  seats integer not null,
  collector text,
  contract_no text,
  kg_per_day numeric,
  days text[],
  window_ text,
  valid_from date,
  valid_to date,
  last_on date,
  total_kg numeric,
  pickups integer,
  missed integer,
  is_collected boolean,
  reason text,
  primary key (district, id)
);
comment on table sorting."contract" is '餐厨签约收运';
create unique index contract_number_key on sorting."contract" (district, number);
create unique index contract_client_key on sorting."contract" (district, client_key);
create index contract_created on sorting."contract" (district, created_at desc, id desc);
create index contract_by_due on sorting."contract" (district, due_at) where status <> all (array['closed']);
create index contract_open_place on sorting."contract" (district, status, area_code, due_at) where status <> all (array['closed']);
create index contract_open_geom on sorting."contract" using gist (geom, created_at) where closed_at is null;
create index contract_closed_geom on sorting."contract" using gist (geom, created_at) where closed_at is not null;
create index contract_parent on sorting."contract" (district, parent_id) where parent_id is not null;
create unique index contract_name_address_key on sorting."contract" (district, name, address);

create table sorting."bulky" (
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
  phone text not null,
  address text not null,
  what text not null,
  pieces integer not null,
  wanted_on date not null,
  slot text not null,
  team uuid,
  point uuid,
  m3 numeric,
  fee_fen integer,
  collected_on date,
  photos uuid[],
  reason text,
  primary key (district, id),
  constraint bulky_slot_choice check (slot = any (array['morning', 'afternoon', 'evening']))
);
comment on table sorting."bulky" is '大件垃圾预约收运';
create unique index bulky_number_key on sorting."bulky" (district, number);
create unique index bulky_client_key on sorting."bulky" (district, client_key);
create index bulky_created on sorting."bulky" (district, created_at desc, id desc);
create index bulky_by_due on sorting."bulky" (district, due_at) where status <> all (array['collected', 'cancelled']);
create index bulky_open_place on sorting."bulky" (district, status, area_code, due_at) where status <> all (array['collected', 'cancelled']);
create index bulky_open_geom on sorting."bulky" using gist (geom, created_at) where closed_at is null;
create index bulky_closed_geom on sorting."bulky" using gist (geom, created_at) where closed_at is not null;
create index bulky_parent on sorting."bulky" (district, parent_id) where parent_id is not null;

create table sorting."bulky_point" (
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
  address text not null,
  capacity_m3 numeric not null,
  stock_m3 numeric,
  is_full boolean,
  cleared_m3 numeric,
  cleared_kg numeric,
  wood_kg numeric,
  metal_kg numeric,
  fabric_kg numeric,
  rest_kg numeric,
  primary key (district, id)
);
comment on table sorting."bulky_point" is '大件垃圾暂存点';
create unique index bulky_point_number_key on sorting."bulky_point" (district, number);
create unique index bulky_point_client_key on sorting."bulky_point" (district, client_key);
create index bulky_point_created on sorting."bulky_point" (district, created_at desc, id desc);
create index bulky_point_by_due on sorting."bulky_point" (district, due_at) where status <> all (array['closed']);
create index bulky_point_open_place on sorting."bulky_point" (district, status, area_code, due_at) where status <> all (array['closed']);
create index bulky_point_open_geom on sorting."bulky_point" using gist (geom, created_at) where closed_at is null;
create index bulky_point_closed_geom on sorting."bulky_point" using gist (geom, created_at) where closed_at is not null;
create index bulky_point_parent on sorting."bulky_point" (district, parent_id) where parent_id is not null;
create unique index bulky_point_name_key on sorting."bulky_point" (district, name);

create table sorting."plant" (
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
  stream text not null,
  design_t numeric not null,
  operator text not null,
  commissioned_on date not null,
  upgraded_on date,
  primary key (district, id),
  constraint plant_stream_choice check (stream = any (array['kitchen', 'garden', 'renovation', 'bulky', 'recyclable', 'incineration']))
);
comment on table sorting."plant" is '处置终端设施';
create unique index plant_number_key on sorting."plant" (district, number);
create unique index plant_client_key on sorting."plant" (district, client_key);
create index plant_created on sorting."plant" (district, created_at desc, id desc);
create index plant_by_due on sorting."plant" (district, due_at) where status <> all (array['closed']);
create index plant_open_place on sorting."plant" (district, status, area_code, due_at) where status <> all (array['closed']);
create index plant_open_geom on sorting."plant" using gist (geom, created_at) where closed_at is null;
create index plant_closed_geom on sorting."plant" using gist (geom, created_at) where closed_at is not null;
create index plant_parent on sorting."plant" (district, parent_id) where parent_id is not null;
create unique index plant_name_key on sorting."plant" (district, name);

create table sorting."plant_day" (
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
  plant uuid not null,
  day_on date not null,
  intake_t numeric not null,
  treated_t numeric not null,
  down_hours numeric not null,
  note text,
  design_t numeric,
  weighed_t numeric,
  load numeric,
  is_over boolean,
  primary key (district, id)
);
comment on table sorting."plant_day" is '终端设施日报';
create unique index plant_day_number_key on sorting."plant_day" (district, number);
create unique index plant_day_client_key on sorting."plant_day" (district, client_key);
create index plant_day_created on sorting."plant_day" (district, created_at desc, id desc);
create index plant_day_by_due on sorting."plant_day" (district, due_at) where status <> all (array['void']);
create index plant_day_open_place on sorting."plant_day" (district, status, area_code, due_at) where status <> all (array['void']);
create index plant_day_open_geom on sorting."plant_day" using gist (geom, created_at) where closed_at is null;
create index plant_day_closed_geom on sorting."plant_day" using gist (geom, created_at) where closed_at is not null;
create index plant_day_parent on sorting."plant_day" (district, parent_id) where parent_id is not null;
create unique index plant_day_plant_day_on_key on sorting."plant_day" (district, plant, day_on);

create table sorting."project" (
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
  stream text not null,
  design_t numeric not null,
  invest_fen integer not null,
  milestones jsonb not null,
  done integer,
  late integer,
  next_name text,
  next_due_on date,
  commissioned_on date,
  spent_fen integer,
  photos uuid[],
  primary key (district, id),
  constraint project_kind_choice check (kind = any (array['centre', 'terminal', 'upgrade', 'station'])),
  constraint project_stream_choice check (stream = any (array['kitchen', 'garden', 'renovation', 'bulky', 'recyclable', 'incineration']))
);
comment on table sorting."project" is '分类处置设施建设项目';
create unique index project_number_key on sorting."project" (district, number);
create unique index project_client_key on sorting."project" (district, client_key);
create index project_created on sorting."project" (district, created_at desc, id desc);
create index project_by_due on sorting."project" (district, due_at) where status <> all (array['running', 'stopped']);
create index project_open_place on sorting."project" (district, status, area_code, due_at) where status <> all (array['running', 'stopped']);
create index project_open_geom on sorting."project" using gist (geom, created_at) where closed_at is null;
create index project_closed_geom on sorting."project" using gist (geom, created_at) where closed_at is not null;
create index project_parent on sorting."project" (district, parent_id) where parent_id is not null;

create table sorting."organic_scheme" (
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
  measures jsonb not null,
  baseline_t numeric,
  planned_t numeric,
  done_names text,
  done integer,
  done_t numeric,
  approved_on date,
  primary key (district, id)
);
comment on table sorting."organic_scheme" is '有机废弃物示范区方案';
create unique index organic_scheme_number_key on sorting."organic_scheme" (district, number);
create unique index organic_scheme_client_key on sorting."organic_scheme" (district, client_key);
create index organic_scheme_created on sorting."organic_scheme" (district, created_at desc, id desc);
create index organic_scheme_by_due on sorting."organic_scheme" (district, due_at) where status <> all (array['done', 'refused']);
create index organic_scheme_open_place on sorting."organic_scheme" (district, status, area_code, due_at) where status <> all (array['done', 'refused']);
create index organic_scheme_open_geom on sorting."organic_scheme" using gist (geom, created_at) where closed_at is null;
create index organic_scheme_closed_geom on sorting."organic_scheme" using gist (geom, created_at) where closed_at is not null;
create index organic_scheme_parent on sorting."organic_scheme" (district, parent_id) where parent_id is not null;

create table sorting."visit" (
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
  place uuid not null,
  household text not null,
  visited_on date not null,
  visitors text not null,
  result text not null,
  material text,
  booklets integer not null,
  is_first boolean,
  primary key (district, id),
  constraint visit_result_choice check (result = any (array['home', 'away', 'refused']))
);
comment on table sorting."visit" is '入户宣传';
create unique index visit_number_key on sorting."visit" (district, number);
create unique index visit_client_key on sorting."visit" (district, client_key);
create index visit_created on sorting."visit" (district, created_at desc, id desc);
create index visit_by_due on sorting."visit" (district, due_at) where status <> all (array['void']);
create index visit_open_place on sorting."visit" (district, status, area_code, due_at) where status <> all (array['void']);
create index visit_open_geom on sorting."visit" using gist (geom, created_at) where closed_at is null;
create index visit_closed_geom on sorting."visit" using gist (geom, created_at) where closed_at is not null;
create index visit_parent on sorting."visit" (district, parent_id) where parent_id is not null;

create table sorting."publicity" (
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
  name text not null,
  day_on date not null,
  to_on date,
  quantity integer not null,
  reach integer,
  spot text not null,
  place uuid,
  primary key (district, id),
  constraint publicity_kind_choice check (kind = any (array['placement', 'handout', 'post', 'event', 'trip', 'train']))
);
comment on table sorting."publicity" is '分类宣传';
create unique index publicity_number_key on sorting."publicity" (district, number);
create unique index publicity_client_key on sorting."publicity" (district, client_key);
create index publicity_created on sorting."publicity" (district, created_at desc, id desc);
create index publicity_by_due on sorting."publicity" (district, due_at) where status <> all (array['void']);
create index publicity_open_place on sorting."publicity" (district, status, area_code, due_at) where status <> all (array['void']);
create index publicity_open_geom on sorting."publicity" using gist (geom, created_at) where closed_at is null;
create index publicity_closed_geom on sorting."publicity" using gist (geom, created_at) where closed_at is not null;
create index publicity_parent on sorting."publicity" (district, parent_id) where parent_id is not null;

create table sorting."survey" (
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
  place uuid not null,
  wave text not null,
  day_on date not null,
  asked integer not null,
  aware integer not null,
  joined integer not null,
  primary key (district, id),
  constraint survey_wave_choice check (wave = any (array['before', 'after']))
);
comment on table sorting."survey" is '知晓率参与率调查';
create unique index survey_number_key on sorting."survey" (district, number);
create unique index survey_client_key on sorting."survey" (district, client_key);
create index survey_created on sorting."survey" (district, created_at desc, id desc);
create index survey_by_due on sorting."survey" (district, due_at) where status <> all (array['void']);
create index survey_open_place on sorting."survey" (district, status, area_code, due_at) where status <> all (array['void']);
create index survey_open_geom on sorting."survey" using gist (geom, created_at) where closed_at is null;
create index survey_closed_geom on sorting."survey" using gist (geom, created_at) where closed_at is not null;
create index survey_parent on sorting."survey" (district, parent_id) where parent_id is not null;

create table sorting."booking" (
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
  venue uuid not null,
  group_ text not null,
  contact text not null,
  phone text not null,
  day_on date not null,
  session text not null,
  people integer not null,
  came integer,
  primary key (district, id),
  constraint booking_session_choice check (session = any (array['morning', 'afternoon']))
);
comment on table sorting."booking" is '科普馆预约参观';
create unique index booking_number_key on sorting."booking" (district, number);
create unique index booking_client_key on sorting."booking" (district, client_key);
create index booking_created on sorting."booking" (district, created_at desc, id desc);
create index booking_by_due on sorting."booking" (district, due_at) where status <> all (array['visited', 'absent', 'cancelled']);
create index booking_open_place on sorting."booking" (district, status, area_code, due_at) where status <> all (array['visited', 'absent', 'cancelled']);
create index booking_open_geom on sorting."booking" using gist (geom, created_at) where closed_at is null;
create index booking_closed_geom on sorting."booking" using gist (geom, created_at) where closed_at is not null;
create index booking_parent on sorting."booking" (district, parent_id) where parent_id is not null;

create table sorting."order" (
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
  gift uuid not null,
  gift_name text not null,
  quantity integer not null,
  points integer not null,
  handed_at timestamp with time zone,
  photos uuid[],
  reason text,
  primary key (district, id)
);
comment on table sorting."order" is '积分兑换单';
create unique index order_number_key on sorting."order" (district, number);
create unique index order_client_key on sorting."order" (district, client_key);
create index order_created on sorting."order" (district, created_at desc, id desc);
create index order_by_due on sorting."order" (district, due_at) where status <> all (array['handed', 'reversed']);
create index order_open_place on sorting."order" (district, status, area_code, due_at) where status <> all (array['handed', 'reversed']);
create index order_open_geom on sorting."order" using gist (geom, created_at) where closed_at is null;
create index order_closed_geom on sorting."order" using gist (geom, created_at) where closed_at is not null;
create index order_parent on sorting."order" (district, parent_id) where parent_id is not null;

create table sorting."reward" (
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
  rule uuid not null,
  name text,
  lines jsonb,
  people integer,
  sum_fen integer,
  noticed_on date,
  notice_to date,
  objection text,
  paid_on date,
  voucher text,
  primary key (district, id)
);
comment on table sorting."reward" is '分类奖励发放';
create unique index reward_number_key on sorting."reward" (district, number);
create unique index reward_client_key on sorting."reward" (district, client_key);
create index reward_created on sorting."reward" (district, created_at desc, id desc);
create index reward_by_due on sorting."reward" (district, due_at) where status <> all (array['paid', 'dropped']);
create index reward_open_place on sorting."reward" (district, status, area_code, due_at) where status <> all (array['paid', 'dropped']);
create index reward_open_geom on sorting."reward" using gist (geom, created_at) where closed_at is null;
create index reward_closed_geom on sorting."reward" using gist (geom, created_at) where closed_at is not null;
create index reward_parent on sorting."reward" (district, parent_id) where parent_id is not null;
