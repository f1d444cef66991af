create schema if not exists evaluation;

create table evaluation."street_class" (
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
  street text not null,
  class text not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  primary key (district, id),
  constraint street_class_class_choice check (class = any (array['one', 'two', 'three'])),
  constraint street_class_dates check (valid_to is null or valid_to > valid_from)
);
comment on table evaluation."street_class" is '街道(镇)考核类别';
create unique index street_class_street_valid_from_key on evaluation."street_class" (district, street, valid_from) where retired_at is null;
create index street_class_area on evaluation."street_class" (district, area_code);

create table evaluation."exposure" (
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
  street text not null,
  kind text not null,
  value numeric not null,
  as_of date not null,
  source text not null,
  primary key (district, id),
  constraint exposure_kind_choice check (kind = any (array['none', 'roadKm', 'population', 'areaKm2', 'shops'])),
  constraint exposure_positive check (value > 0)
);
comment on table evaluation."exposure" is '街道规模(折算用)';
create unique index exposure_street_kind_as_of_key on evaluation."exposure" (district, street, kind, as_of) where retired_at is null;
create index exposure_area on evaluation."exposure" (district, area_code);

create table evaluation."point" (
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
  topic text not null,
  street text not null,
  keeper uuid,
  operator text,
  kind text,
  road_class text,
  primary key (district, id),
  constraint point_topic_choice check (topic = any (array['longterm', 'road', 'toilet', 'transfer', 'kitchen', 'mixed', 'compound', 'terminal', 'greening', 'tree', 'civilized', 'static', 'ruralSort', 'ruralCollect', 'ruralClean'])),
  constraint point_road_class_choice check (road_class = any (array['trunk', 'secondary', 'branch', 'lane']))
);
comment on table evaluation."point" is '考核样本点位';
create unique index point_code_key on evaluation."point" (district, code) where retired_at is null;
create index point_geom on evaluation."point" using gist (geom);
create index point_area on evaluation."point" (district, area_code);

create table evaluation."check_item" (
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
  code text not null,
  name text not null,
  full_ numeric not null,
  deduction numeric not null,
  clause text not null,
  fix_days integer not null,
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  constraint check_item_topic_choice check (topic = any (array['longterm', 'road', 'toilet', 'transfer', 'kitchen', 'mixed', 'compound', 'terminal', 'greening', 'tree', 'civilized', 'static', 'ruralSort', 'ruralCollect', 'ruralClean']))
);
comment on table evaluation."check_item" is '检查细则';
create unique index check_item_topic_code_valid_from_key on evaluation."check_item" (district, topic, code, valid_from) where retired_at is null;
create index check_item_area on evaluation."check_item" (district, area_code);

create table evaluation."reward_rule" (
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
  class text not null,
  rank_from integer not null,
  rank_to integer not null,
  amount_fen integer not null,
  measure text not null,
  is_talk boolean,
  primary key (district, id),
  constraint reward_rule_class_choice check (class = any (array['one', 'two', 'three'])),
  constraint reward_rule_ranks check (rank_to >= rank_from)
);
comment on table evaluation."reward_rule" is '奖惩标准';
create unique index reward_rule_name_class_rank_from_key on evaluation."reward_rule" (district, name, class, rank_from) where retired_at is null;
create index reward_rule_area on evaluation."reward_rule" (district, area_code);

create table evaluation."frame" (
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
  street text not null,
  address text not null,
  primary key (district, id)
);
comment on table evaluation."frame" is '满意度调查抽样框';
create unique index frame_address_key on evaluation."frame" (district, address) where retired_at is null;
create index frame_area on evaluation."frame" (district, area_code);

create table evaluation."dust_limit" (
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
  road_class text not null,
  limit_ numeric not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  primary key (district, id),
  constraint dust_limit_road_class_choice check (road_class = any (array['trunk', 'secondary', 'branch', 'lane'])),
  constraint dust_limit_positive check (limit_ > 0)
);
comment on table evaluation."dust_limit" is '道路尘量限值';
create unique index dust_limit_road_class_valid_from_key on evaluation."dust_limit" (district, road_class, valid_from) where retired_at is null;
create index dust_limit_area on evaluation."dust_limit" (district, area_code);

create table evaluation."outer_result" (
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
  name text not null,
  evaluator text not null,
  grade text not null,
  document text not null,
  published_on date not null,
  primary key (district, id),
  constraint outer_result_grade_choice check (grade = any (array['excellent', 'winner', 'good', 'pass', 'fail']))
);
comment on table evaluation."outer_result" is '外部考评结果';
create unique index outer_result_year_name_evaluator_key on evaluation."outer_result" (district, year, name, evaluator) where retired_at is null;
create index outer_result_area on evaluation."outer_result" (district, area_code);

create table evaluation."outside_rank" (
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
  publisher text not null,
  period_on date not null,
  rank integer not null,
  peers integer not null,
  document text not null,
  primary key (district, id),
  constraint outside_rank_rank check (rank between 1 and peers)
);
comment on table evaluation."outside_rank" is '上级排名';
create unique index outside_rank_topic_period_on_publisher_key on evaluation."outside_rank" (district, topic, period_on, publisher) where retired_at is null;
create index outside_rank_area on evaluation."outside_rank" (district, area_code);

create table evaluation."flyer_count" (
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
  place text not null,
  kind text not null,
  metres numeric not null,
  flyers integer not null,
  is_unannounced boolean not null,
  photos uuid[] not null,
  primary key (district, id),
  constraint flyer_count_kind_choice check (kind = any (array['compound', 'lane']))
);
comment on table evaluation."flyer_count" is 'append-only: 小广告暗访';
create index flyer_count_at on evaluation."flyer_count" (district, at desc);

create table evaluation."object_grade" (
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
  kind text not null,
  name text not null,
  grade text not null,
  sampling text not null,
  photos uuid[] not null,
  primary key (district, id),
  constraint object_grade_kind_choice check (kind = any (array['road', 'compound'])),
  constraint object_grade_grade_choice check (grade = any (array['excellent', 'good', 'middle', 'poor']))
);
comment on table evaluation."object_grade" is 'append-only: 整洁优良评级';
create index object_grade_at on evaluation."object_grade" (district, at desc);

create table evaluation."survey_answer" (
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
  survey uuid not null,
  score integer not null,
  comment text,
  primary key (district, id)
);
comment on table evaluation."survey_answer" is 'append-only: 满意度答卷';
create index survey_answer_at on evaluation."survey_answer" (district, at desc);

create table evaluation."scheme" (
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
  year integer not null,
  level text not null,
  basis text,
  replaces uuid,
  reason text,
  revision integer,
  valid_from date,
  valid_to date,
  items jsonb,
  sha256 text,
  primary key (district, id),
  constraint scheme_level_choice check (level = any (array['city', 'district', 'town']))
);
comment on table evaluation."scheme" is '考核方案';
create unique index scheme_number_key on evaluation."scheme" (district, number);
create unique index scheme_client_key on evaluation."scheme" (district, client_key);
create index scheme_created on evaluation."scheme" (district, created_at desc, id desc);
create index scheme_by_due on evaluation."scheme" (district, due_at) where status <> all (array['superseded']);
create index scheme_open_place on evaluation."scheme" (district, status, area_code, due_at) where status <> all (array['superseded']);
create index scheme_open_geom on evaluation."scheme" using gist (geom, created_at) where closed_at is null;
create index scheme_closed_geom on evaluation."scheme" using gist (geom, created_at) where closed_at is not null;
create index scheme_parent on evaluation."scheme" (district, parent_id) where parent_id is not null;

create table evaluation."item" (
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
  code text not null,
  name text not null,
  kind text not null,
  full_ numeric not null,
  clause text not null,
  indicator text,
  scoring text,
  target numeric,
  zero_at numeric,
  bands text,
  is_fewer_better boolean,
  per_unit numeric,
  cap numeric,
  exposure text,
  merge_level text,
  primary key (district, id),
  constraint item_kind_choice check (kind = any (array['score', 'merge', 'deduct', 'bonus', 'veto'])),
  constraint item_scoring_choice check (scoring = any (array['linear', 'band'])),
  constraint item_exposure_choice check (exposure = any (array['none', 'roadKm', 'population', 'areaKm2', 'shops'])),
  constraint item_merge_level_choice check (merge_level = any (array['city', 'district', 'town']))
);
comment on table evaluation."item" is '考核项';
create unique index item_number_key on evaluation."item" (district, number);
create unique index item_client_key on evaluation."item" (district, client_key);
create index item_created on evaluation."item" (district, created_at desc, id desc);
create index item_by_due on evaluation."item" (district, due_at) where status <> all (array['removed']);
create index item_open_place on evaluation."item" (district, status, area_code, due_at) where status <> all (array['removed']);
create index item_open_geom on evaluation."item" using gist (geom, created_at) where closed_at is null;
create index item_closed_geom on evaluation."item" using gist (geom, created_at) where closed_at is not null;
create index item_parent on evaluation."item" (district, parent_id) where parent_id is not null;

create table evaluation."round" (
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
  name text not null,
  kind text not null,
  from_on date not null,
  to_on date not null,
  level text,
  scheme_text text,
  inputs jsonb,
  outcome jsonb,
  digest text,
  computed_by uuid,
  computed_at timestamp with time zone,
  published_at timestamp with time zone,
  appeal_due_at timestamp with time zone,
  locked_at timestamp with time zone,
  primary key (district, id),
  constraint round_kind_choice check (kind = any (array['month', 'quarter', 'year', 'special'])),
  constraint round_level_choice check (level = any (array['city', 'district', 'town']))
);
comment on table evaluation."round" is '考核轮次';
create unique index round_number_key on evaluation."round" (district, number);
create unique index round_client_key on evaluation."round" (district, client_key);
create index round_created on evaluation."round" (district, created_at desc, id desc);
create index round_by_due on evaluation."round" (district, due_at) where status <> all (array['locked']);
create index round_open_place on evaluation."round" (district, status, area_code, due_at) where status <> all (array['locked']);
create index round_open_geom on evaluation."round" using gist (geom, created_at) where closed_at is null;
create index round_closed_geom on evaluation."round" using gist (geom, created_at) where closed_at is not null;
create index round_parent on evaluation."round" (district, parent_id) where parent_id is not null;
create unique index round_scheme_from_on_to_on_key on evaluation."round" (district, scheme, from_on, to_on);

create table evaluation."result" (
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
  round uuid not null,
  street text not null,
  name text not null,
  class text not null,
  level text not null,
  period text not null,
  to_on date not null,
  score numeric not null,
  rank integer not null,
  adjusted_rank integer not null,
  grade text not null,
  light text not null,
  locked_at timestamp with time zone not null,
  primary key (district, id),
  constraint result_class_choice check (class = any (array['one', 'two', 'three'])),
  constraint result_level_choice check (level = any (array['city', 'district', 'town'])),
  constraint result_grade_choice check (grade = any (array['A', 'B', 'C', 'D', 'E'])),
  constraint result_light_choice check (light = any (array['green', 'yellow', 'red']))
);
comment on table evaluation."result" is '考核结果';
create unique index result_number_key on evaluation."result" (district, number);
create unique index result_client_key on evaluation."result" (district, client_key);
create index result_created on evaluation."result" (district, created_at desc, id desc);
create index result_by_due on evaluation."result" (district, due_at) where status <> all (array['kept']);
create index result_open_place on evaluation."result" (district, status, area_code, due_at) where status <> all (array['kept']);
create index result_open_geom on evaluation."result" using gist (geom, created_at) where closed_at is null;
create index result_closed_geom on evaluation."result" using gist (geom, created_at) where closed_at is not null;
create index result_parent on evaluation."result" (district, parent_id) where parent_id is not null;

create table evaluation."appeal" (
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
  round uuid not null,
  street text not null,
  item_code text not null,
  reason text not null,
  evidence uuid[] not null,
  item_name text,
  old_score numeric,
  full_ numeric,
  new_score numeric,
  decision text,
  filed_by uuid,
  decided_by uuid,
  decided_at timestamp with time zone,
  computed_by uuid,
  primary key (district, id)
);
comment on table evaluation."appeal" is '考核申诉';
create unique index appeal_number_key on evaluation."appeal" (district, number);
create unique index appeal_client_key on evaluation."appeal" (district, client_key);
create index appeal_created on evaluation."appeal" (district, created_at desc, id desc);
create index appeal_by_due on evaluation."appeal" (district, due_at) where status <> all (array['accepted', 'upheld']);
create index appeal_open_place on evaluation."appeal" (district, status, area_code, due_at) where status <> all (array['accepted', 'upheld']);
create index appeal_open_geom on evaluation."appeal" using gist (geom, created_at) where closed_at is null;
create index appeal_closed_geom on evaluation."appeal" using gist (geom, created_at) where closed_at is not null;
create index appeal_parent on evaluation."appeal" (district, parent_id) where parent_id is not null;
create unique index appeal_round_street_item_code_key on evaluation."appeal" (district, round, street, item_code);

create table evaluation."check" (
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
  name text not null,
  mode text not null,
  from_on date not null,
  to_on date not null,
  per_street integer,
  is_mock boolean,
  is_unannounced boolean,
  items jsonb,
  items_hash text,
  seed text,
  population integer,
  population_hash text,
  drawn jsonb,
  drawn_count integer,
  report text,
  material text,
  primary key (district, id),
  constraint check_topic_choice check (topic = any (array['longterm', 'road', 'toilet', 'transfer', 'kitchen', 'mixed', 'compound', 'terminal', 'greening', 'tree', 'civilized', 'static', 'ruralSort', 'ruralCollect', 'ruralClean'])),
  constraint check_mode_choice check (mode = any (array['sample', 'all', 'self']))
);
comment on table evaluation."check" is '检查轮次';
create unique index check_number_key on evaluation."check" (district, number);
create unique index check_client_key on evaluation."check" (district, client_key);
create index check_created on evaluation."check" (district, created_at desc, id desc);
create index check_by_due on evaluation."check" (district, due_at) where status <> all (array['concluded', 'cancelled']);
create index check_open_place on evaluation."check" (district, status, area_code, due_at) where status <> all (array['concluded', 'cancelled']);
create index check_open_geom on evaluation."check" using gist (geom, created_at) where closed_at is null;
create index check_closed_geom on evaluation."check" using gist (geom, created_at) where closed_at is not null;
create index check_parent on evaluation."check" (district, parent_id) where parent_id is not null;

create table evaluation."self_check" (
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
  check_ uuid not null,
  point uuid not null,
  point_name text not null,
  topic text not null,
  street text not null,
  keeper uuid,
  operator text,
  is_mock boolean,
  planned_on date not null,
  items jsonb not null,
  fixed_count integer,
  self_photos uuid[],
  reported_at timestamp with time zone,
  primary key (district, id),
  constraint self_check_topic_choice check (topic = any (array['longterm', 'road', 'toilet', 'transfer', 'kitchen', 'mixed', 'compound', 'terminal', 'greening', 'tree', 'civilized', 'static', 'ruralSort', 'ruralCollect', 'ruralClean']))
);
comment on table evaluation."self_check" is '点位自查自纠';
create unique index self_check_number_key on evaluation."self_check" (district, number);
create unique index self_check_client_key on evaluation."self_check" (district, client_key);
create index self_check_created on evaluation."self_check" (district, created_at desc, id desc);
create index self_check_by_due on evaluation."self_check" (district, due_at) where status <> all (array['reported']);
create index self_check_open_place on evaluation."self_check" (district, status, area_code, due_at) where status <> all (array['reported']);
create index self_check_open_geom on evaluation."self_check" using gist (geom, created_at) where closed_at is null;
create index self_check_closed_geom on evaluation."self_check" using gist (geom, created_at) where closed_at is not null;
create index self_check_parent on evaluation."self_check" (district, parent_id) where parent_id is not null;

create table evaluation."inspection" (
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
  check_ uuid not null,
  point uuid not null,
  point_name text not null,
  topic text not null,
  street text not null,
  keeper uuid,
  operator text,
  inspector uuid not null,
  is_mock boolean,
  planned_on date not null,
  items jsonb not null,
  found jsonb,
  scene_photos uuid[],
  deduction numeric,
  score numeric,
  is_passed boolean,
  inspected_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  primary key (district, id),
  constraint inspection_topic_choice check (topic = any (array['longterm', 'road', 'toilet', 'transfer', 'kitchen', 'mixed', 'compound', 'terminal', 'greening', 'tree', 'civilized', 'static', 'ruralSort', 'ruralCollect', 'ruralClean']))
);
comment on table evaluation."inspection" is '点位检查';
create unique index inspection_number_key on evaluation."inspection" (district, number);
create unique index inspection_client_key on evaluation."inspection" (district, client_key);
create index inspection_created on evaluation."inspection" (district, created_at desc, id desc);
create index inspection_by_due on evaluation."inspection" (district, due_at) where status <> all (array['confirmed', 'void']);
create index inspection_open_place on evaluation."inspection" (district, status, area_code, due_at) where status <> all (array['confirmed', 'void']);
create index inspection_open_geom on evaluation."inspection" using gist (geom, created_at) where closed_at is null;
create index inspection_closed_geom on evaluation."inspection" using gist (geom, created_at) where closed_at is not null;
create index inspection_parent on evaluation."inspection" (district, parent_id) where parent_id is not null;

create table evaluation."finding" (
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
  check_ uuid not null,
  inspection uuid not null,
  point_name text not null,
  topic text not null,
  street text not null,
  keeper uuid,
  item text not null,
  clause text not null,
  count integer not null,
  deduction numeric not null,
  note text not null,
  photos uuid[] not null,
  fix_photos uuid[],
  fix_note text,
  fix_due_at timestamp with time zone,
  fixed_at timestamp with time zone,
  primary key (district, id),
  constraint finding_topic_choice check (topic = any (array['longterm', 'road', 'toilet', 'transfer', 'kitchen', 'mixed', 'compound', 'terminal', 'greening', 'tree', 'civilized', 'static', 'ruralSort', 'ruralCollect', 'ruralClean']))
);
comment on table evaluation."finding" is '考评案卷(检查发现问题)';
create unique index finding_number_key on evaluation."finding" (district, number);
create unique index finding_client_key on evaluation."finding" (district, client_key);
create index finding_created on evaluation."finding" (district, created_at desc, id desc);
create index finding_by_due on evaluation."finding" (district, due_at) where status <> all (array['verified', 'void']);
create index finding_open_place on evaluation."finding" (district, status, area_code, due_at) where status <> all (array['verified', 'void']);
create index finding_open_geom on evaluation."finding" using gist (geom, created_at) where closed_at is null;
create index finding_closed_geom on evaluation."finding" using gist (geom, created_at) where closed_at is not null;
create index finding_parent on evaluation."finding" (district, parent_id) where parent_id is not null;

create table evaluation."recheck" (
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
  check_ uuid not null,
  inspection uuid not null,
  point_name text not null,
  street text not null,
  first uuid not null,
  second uuid not null,
  old_score numeric not null,
  new_score numeric,
  difference numeric,
  is_agreed boolean,
  note text,
  scene_photos uuid[],
  done_at timestamp with time zone,
  primary key (district, id)
);
comment on table evaluation."recheck" is '评分复核';
create unique index recheck_number_key on evaluation."recheck" (district, number);
create unique index recheck_client_key on evaluation."recheck" (district, client_key);
create index recheck_created on evaluation."recheck" (district, created_at desc, id desc);
create index recheck_by_due on evaluation."recheck" (district, due_at) where status <> all (array['done']);
create index recheck_open_place on evaluation."recheck" (district, status, area_code, due_at) where status <> all (array['done']);
create index recheck_open_geom on evaluation."recheck" using gist (geom, created_at) where closed_at is null;
create index recheck_closed_geom on evaluation."recheck" using gist (geom, created_at) where closed_at is not null;
create index recheck_parent on evaluation."recheck" (district, parent_id) where parent_id is not null;

create table evaluation."site_plan" (
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
  inspection uuid not null,
  problem text not null,
  measures text not null,
  due_on date not null,
  station text,
  recheck_score numeric,
  old_score numeric,
  recheck_photos uuid[],
  rechecked_at timestamp with time zone,
  primary key (district, id)
);
comment on table evaluation."site_plan" is '“一站一策”整改方案';
create unique index site_plan_number_key on evaluation."site_plan" (district, number);
create unique index site_plan_client_key on evaluation."site_plan" (district, client_key);
create index site_plan_created on evaluation."site_plan" (district, created_at desc, id desc);
create index site_plan_by_due on evaluation."site_plan" (district, due_at) where status <> all (array['closed', 'rejected']);
create index site_plan_open_place on evaluation."site_plan" (district, status, area_code, due_at) where status <> all (array['closed', 'rejected']);
create index site_plan_open_geom on evaluation."site_plan" using gist (geom, created_at) where closed_at is null;
create index site_plan_closed_geom on evaluation."site_plan" using gist (geom, created_at) where closed_at is not null;
create index site_plan_parent on evaluation."site_plan" (district, parent_id) where parent_id is not null;
create unique index site_plan_inspection_due_on_key on evaluation."site_plan" (district, inspection, due_on);

create table evaluation."deduction" (
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
  check_ uuid not null,
  topic text not null,
  operator text not null,
  score numeric not null,
  line numeric not null,
  amount_fen integer not null,
  bill text,
  signed_by uuid,
  deducted_on date,
  primary key (district, id),
  constraint deduction_topic_choice check (topic = any (array['longterm', 'road', 'toilet', 'transfer', 'kitchen', 'mixed', 'compound', 'terminal', 'greening', 'tree', 'civilized', 'static', 'ruralSort', 'ruralCollect', 'ruralClean']))
);
comment on table evaluation."deduction" is '作业费扣减';
create unique index deduction_number_key on evaluation."deduction" (district, number);
create unique index deduction_client_key on evaluation."deduction" (district, client_key);
create index deduction_created on evaluation."deduction" (district, created_at desc, id desc);
create index deduction_by_due on evaluation."deduction" (district, due_at) where status <> all (array['deducted']);
create index deduction_open_place on evaluation."deduction" (district, status, area_code, due_at) where status <> all (array['deducted']);
create index deduction_open_geom on evaluation."deduction" using gist (geom, created_at) where closed_at is null;
create index deduction_closed_geom on evaluation."deduction" using gist (geom, created_at) where closed_at is not null;
create index deduction_parent on evaluation."deduction" (district, parent_id) where parent_id is not null;

create table evaluation."fund" (
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
  round uuid not null,
  rule text not null,
  table_ text,
  pot_fen integer not null,
  shares jsonb,
  total_fen integer,
  proposed_by uuid,
  signed_by uuid,
  primary key (district, id),
  constraint fund_rule_choice check (rule = any (array['score', 'class', 'table']))
);
comment on table evaluation."fund" is '考核奖补资金';
create unique index fund_number_key on evaluation."fund" (district, number);
create unique index fund_client_key on evaluation."fund" (district, client_key);
create index fund_created on evaluation."fund" (district, created_at desc, id desc);
create index fund_by_due on evaluation."fund" (district, due_at) where status <> all (array['done', 'dropped']);
create index fund_open_place on evaluation."fund" (district, status, area_code, due_at) where status <> all (array['done', 'dropped']);
create index fund_open_geom on evaluation."fund" using gist (geom, created_at) where closed_at is null;
create index fund_closed_geom on evaluation."fund" using gist (geom, created_at) where closed_at is not null;
create index fund_parent on evaluation."fund" (district, parent_id) where parent_id is not null;

create table evaluation."grant" (
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
  fund uuid not null,
  street text not null,
  name text not null,
  amount_fen integer not null,
  measure text,
  basis text not null,
  voucher text,
  paid_on date,
  paid_fen integer,
  primary key (district, id)
);
comment on table evaluation."grant" is '奖补资金兑付';
create unique index grant_number_key on evaluation."grant" (district, number);
create unique index grant_client_key on evaluation."grant" (district, client_key);
create index grant_created on evaluation."grant" (district, created_at desc, id desc);
create index grant_by_due on evaluation."grant" (district, due_at) where status <> all (array['paid']);
create index grant_open_place on evaluation."grant" (district, status, area_code, due_at) where status <> all (array['paid']);
create index grant_open_geom on evaluation."grant" using gist (geom, created_at) where closed_at is null;
create index grant_closed_geom on evaluation."grant" using gist (geom, created_at) where closed_at is not null;
create index grant_parent on evaluation."grant" (district, parent_id) where parent_id is not null;

create table evaluation."talk" (
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
  street text not null,
  name text not null,
  source text not null,
  round uuid,
  indicator text,
  is_fewer_better text,
  baseline numeric,
  matter text not null,
  held_on date,
  attendee text,
  commitment text,
  promise_on date,
  minutes uuid[],
  after numeric,
  effect text,
  closed_ok_at timestamp with time zone,
  primary key (district, id),
  constraint talk_source_choice check (source = any (array['rank', 'problem']))
);
comment on table evaluation."talk" is '约谈';
create unique index talk_number_key on evaluation."talk" (district, number);
create unique index talk_client_key on evaluation."talk" (district, client_key);
create index talk_created on evaluation."talk" (district, created_at desc, id desc);
create index talk_by_due on evaluation."talk" (district, due_at) where status <> all (array['closed', 'withdrawn']);
create index talk_open_place on evaluation."talk" (district, status, area_code, due_at) where status <> all (array['closed', 'withdrawn']);
create index talk_open_geom on evaluation."talk" using gist (geom, created_at) where closed_at is null;
create index talk_closed_geom on evaluation."talk" using gist (geom, created_at) where closed_at is not null;
create index talk_parent on evaluation."talk" (district, parent_id) where parent_id is not null;

create table evaluation."dust_sample" (
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
  street text not null,
  road_class text not null,
  plan_on date not null,
  limit_ numeric,
  reading numeric,
  device text,
  is_passed boolean,
  measured_at timestamp with time zone,
  planned_at timestamp with time zone,
  photos uuid[],
  primary key (district, id),
  constraint dust_sample_road_class_choice check (road_class = any (array['trunk', 'secondary', 'branch', 'lane']))
);
comment on table evaluation."dust_sample" is '道路尘量检测';
create unique index dust_sample_number_key on evaluation."dust_sample" (district, number);
create unique index dust_sample_client_key on evaluation."dust_sample" (district, client_key);
create index dust_sample_created on evaluation."dust_sample" (district, created_at desc, id desc);
create index dust_sample_by_due on evaluation."dust_sample" (district, due_at) where status <> all (array['measured', 'missed']);
create index dust_sample_open_place on evaluation."dust_sample" (district, status, area_code, due_at) where status <> all (array['measured', 'missed']);
create index dust_sample_open_geom on evaluation."dust_sample" using gist (geom, created_at) where closed_at is null;
create index dust_sample_closed_geom on evaluation."dust_sample" using gist (geom, created_at) where closed_at is not null;
create index dust_sample_parent on evaluation."dust_sample" (district, parent_id) where parent_id is not null;
create unique index dust_sample_road_plan_on_key on evaluation."dust_sample" (district, road, plan_on);

create table evaluation."honour" (
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
  grantor text not null,
  holder text not null,
  granted_on date not null,
  document text not null,
  is_moving boolean,
  held_until date,
  ended_at timestamp with time zone,
  reason text,
  next_holder text,
  primary key (district, id),
  constraint honour_level_choice check (level = any (array['nation', 'province', 'city', 'county']))
);
comment on table evaluation."honour" is '荣誉表彰与流动红旗';
create unique index honour_number_key on evaluation."honour" (district, number);
create unique index honour_client_key on evaluation."honour" (district, client_key);
create index honour_created on evaluation."honour" (district, created_at desc, id desc);
create index honour_by_due on evaluation."honour" (district, due_at) where status <> all (array['ended', 'revoked']);
create index honour_open_place on evaluation."honour" (district, status, area_code, due_at) where status <> all (array['ended', 'revoked']);
create index honour_open_geom on evaluation."honour" using gist (geom, created_at) where closed_at is null;
create index honour_closed_geom on evaluation."honour" using gist (geom, created_at) where closed_at is not null;
create index honour_parent on evaluation."honour" (district, parent_id) where parent_id is not null;
create unique index honour_document_holder_name_key on evaluation."honour" (district, document, holder, name);

create table evaluation."third_report" (
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
  agency text not null,
  name text not null,
  measured_on date not null,
  sample integer not null,
  source uuid[] not null,
  lines integer,
  weak jsonb,
  primary key (district, id)
);
comment on table evaluation."third_report" is '第三方测评报告';
create unique index third_report_number_key on evaluation."third_report" (district, number);
create unique index third_report_client_key on evaluation."third_report" (district, client_key);
create index third_report_created on evaluation."third_report" (district, created_at desc, id desc);
create index third_report_by_due on evaluation."third_report" (district, due_at) where status <> all (array['imported']);
create index third_report_open_place on evaluation."third_report" (district, status, area_code, due_at) where status <> all (array['imported']);
create index third_report_open_geom on evaluation."third_report" using gist (geom, created_at) where closed_at is null;
create index third_report_closed_geom on evaluation."third_report" using gist (geom, created_at) where closed_at is not null;
create index third_report_parent on evaluation."third_report" (district, parent_id) where parent_id is not null;
create unique index third_report_agency_name_key on evaluation."third_report" (district, agency, name);

create table evaluation."third_score" (
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
  report uuid not null,
  street text not null,
  topic text not null,
  score numeric not null,
  measured_on date not null,
  primary key (district, id)
);
comment on table evaluation."third_score" is '第三方测评得分';
create unique index third_score_number_key on evaluation."third_score" (district, number);
create unique index third_score_client_key on evaluation."third_score" (district, client_key);
create index third_score_created on evaluation."third_score" (district, created_at desc, id desc);
create index third_score_by_due on evaluation."third_score" (district, due_at) where status <> all (array['kept']);
create index third_score_open_place on evaluation."third_score" (district, status, area_code, due_at) where status <> all (array['kept']);
create index third_score_open_geom on evaluation."third_score" using gist (geom, created_at) where closed_at is null;
create index third_score_closed_geom on evaluation."third_score" using gist (geom, created_at) where closed_at is not null;
create index third_score_parent on evaluation."third_score" (district, parent_id) where parent_id is not null;

create table evaluation."special" (
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
  report uuid not null,
  before numeric not null,
  before_on date not null,
  plan text,
  check_topic uuid,
  ends_on date,
  after numeric,
  change numeric,
  summary text,
  outcome text,
  primary key (district, id),
  constraint special_outcome_choice check (outcome = any (array['better', 'same']))
);
comment on table evaluation."special" is '低满意度专项考核';
create unique index special_number_key on evaluation."special" (district, number);
create unique index special_client_key on evaluation."special" (district, client_key);
create index special_created on evaluation."special" (district, created_at desc, id desc);
create index special_by_due on evaluation."special" (district, due_at) where status <> all (array['concluded', 'declined']);
create index special_open_place on evaluation."special" (district, status, area_code, due_at) where status <> all (array['concluded', 'declined']);
create index special_open_geom on evaluation."special" using gist (geom, created_at) where closed_at is null;
create index special_closed_geom on evaluation."special" using gist (geom, created_at) where closed_at is not null;
create index special_parent on evaluation."special" (district, parent_id) where parent_id is not null;

create table evaluation."survey" (
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
  question text not null,
  from_on date not null,
  to_on date not null,
  per_street integer not null,
  seed text,
  households jsonb,
  frame_sizes jsonb,
  sample_count integer,
  answer_count integer,
  primary key (district, id)
);
comment on table evaluation."survey" is '市民满意度调查';
create unique index survey_number_key on evaluation."survey" (district, number);
create unique index survey_client_key on evaluation."survey" (district, client_key);
create index survey_created on evaluation."survey" (district, created_at desc, id desc);
create index survey_by_due on evaluation."survey" (district, due_at) where status <> all (array['closed']);
create index survey_open_place on evaluation."survey" (district, status, area_code, due_at) where status <> all (array['closed']);
create index survey_open_geom on evaluation."survey" using gist (geom, created_at) where closed_at is null;
create index survey_closed_geom on evaluation."survey" using gist (geom, created_at) where closed_at is not null;
create index survey_parent on evaluation."survey" (district, parent_id) where parent_id is not null;

create table evaluation."survey_slip" (
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
  survey uuid not null,
  street text not null,
  code text not null,
  primary key (district, id)
);
comment on table evaluation."survey_slip" is '满意度答卷码';
create unique index survey_slip_number_key on evaluation."survey_slip" (district, number);
create unique index survey_slip_client_key on evaluation."survey_slip" (district, client_key);
create index survey_slip_created on evaluation."survey_slip" (district, created_at desc, id desc);
create index survey_slip_by_due on evaluation."survey_slip" (district, due_at) where status <> all (array['used']);
create index survey_slip_open_place on evaluation."survey_slip" (district, status, area_code, due_at) where status <> all (array['used']);
create index survey_slip_open_geom on evaluation."survey_slip" using gist (geom, created_at) where closed_at is null;
create index survey_slip_closed_geom on evaluation."survey_slip" using gist (geom, created_at) where closed_at is not null;
create index survey_slip_parent on evaluation."survey_slip" (district, parent_id) where parent_id is not null;
create unique index survey_slip_code_key on evaluation."survey_slip" (district, code);
