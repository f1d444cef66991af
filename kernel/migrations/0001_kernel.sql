-- Tables that every domain may read. Every operational table begins its key with `district` (县级区划代码): the tenant,
-- the row-level-security border and, one day, the distribution column. Codes and law are reference tables without it.

create table kernel.district (
  code text primary key check (code ~ '^\d{6}$'),
  name text not null,
  parent text,
  geom geometry(MultiPolygon, 4326),
  settings jsonb not null default '{}'
);
comment on table kernel.district is 'shared-writable: 县级区划';

create table kernel.area (
  district text not null,
  code text not null check (code ~ '^\d{6}(\d{3}(\d{3}(\d{3})?)?)?$' and code like district || '%'),
  valid_from date not null,
  valid_to date,
  level text not null check (level in ('district', 'street', 'community', 'cell')),
  name text not null,
  parent text,
  geom geometry(MultiPolygon, 4326),
  area_m2 numeric(14, 1),
  attributes jsonb not null default '{}',
  change_reason text,
  primary key (district, code, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
comment on table kernel.area is '区—街道—社区—单元网格 (GB/T 47678.3); redrawing ends a row and begins another, so history keeps its place';
create index area_geom on kernel.area using gist (geom);
create index area_parent on kernel.area (district, parent);

create table kernel.unit (
  district text not null,
  id uuid not null,
  name text not null,
  kind text not null,
  parent_id uuid,
  area_code text,
  code text,
  phone text,
  settings jsonb not null default '{}',
  retired_at timestamptz,
  primary key (district, id)
);
create unique index unit_name on kernel.unit (district, name) where retired_at is null;

create table kernel.person (
  district text not null,
  id uuid not null,
  name text not null,
  login text,
  phone text,
  password_hash text,
  totp_secret text,
  failed_logins integer not null default 0,
  locked_until timestamptz,
  is_disabled boolean not null default false,
  unit_id uuid,
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (district, id)
);
create unique index person_login on kernel.person (district, login);

create table kernel.post (
  district text not null,
  id text not null,
  zh text not null,
  verbs text[] not null,
  admin_kind text check (admin_kind in ('system', 'security', 'audit')),
  home text not null default '/',
  primary key (district, id)
);
comment on table kernel.post is '岗位: a named set of verbs; code never asks for its name';

create table kernel.appointment (
  district text not null,
  id uuid not null,
  person_id uuid not null,
  post_id text not null,
  unit_id uuid,
  area_code text not null,
  valid_from date not null,
  valid_to date,
  primary key (district, id)
);
create index appointment_person on kernel.appointment (district, person_id);

create table kernel.delegation (
  district text not null,
  id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (district, id),
  check (ends_at > starts_at and from_person_id <> to_person_id)
);

create table kernel.session (
  district text not null,
  token_hash text not null,
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ip text,
  agent text,
  primary key (district, token_hash)
);

create table kernel.audit (
  district text not null,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  kind text not null,
  detail jsonb not null,
  ip text,
  primary key (district, id)
);
comment on table kernel.audit is 'append-only: logins, reveals of personal data, exports, changes of permission';
create index audit_at on kernel.audit (district, at desc);

create table kernel.journal (
  district text not null,
  subject_type text not null,
  subject_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'public', 'system')),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  changes jsonb not null,
  detail jsonb not null,
  prev_hash text not null,
  hash text not null,
  primary key (district, subject_id, seq)
);
comment on table kernel.journal is 'append-only: every action on anything, chained by hash per subject';
create index journal_at on kernel.journal (district, at);
create index journal_hash on kernel.journal (district, hash);

create table kernel.clock (
  district text not null,
  subject_type text not null,
  subject_id uuid not null,
  name text not null,
  round integer not null,
  unit_id uuid,
  area_code text,
  limit_value numeric(10, 2) not null,
  limit_unit text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  used_ms bigint not null default 0,
  restarted_at timestamptz not null,
  paused_at timestamptz,
  stopped_at timestamptz,
  cancelled_at timestamptz,
  extensions integer not null default 0,
  extended_ms bigint not null default 0,
  is_exempt boolean not null default false,
  overdue_told_at timestamptz,
  calendar text not null,
  primary key (district, subject_id, name, round)
);
create index clock_running on kernel.clock (district, due_at) where stopped_at is null and paused_at is null and cancelled_at is null;

create table kernel.timer (
  district text not null,
  subject_type text not null,
  subject_id uuid not null,
  name text not null,
  fire_at timestamptz not null,
  action text not null,
  primary key (district, subject_id, name)
);
create index timer_due on kernel.timer (district, fire_at);

create table kernel.task (
  district text not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  number text not null,
  title text not null,
  status text not null,
  verb text not null,
  area_code text,
  unit_id uuid,
  person_id uuid,
  created_at timestamptz not null,
  due_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  primary key (district, id)
);
create index task_open on kernel.task (district, verb, due_at) where done_at is null;
create index task_subject on kernel.task (district, subject_id) where done_at is null;
create index task_person on kernel.task (district, person_id) where done_at is null;

create table kernel.outbox (
  district text not null,
  id uuid not null,
  at timestamptz not null,
  fact text not null,
  payload jsonb not null,
  done_at timestamptz,
  attempts integer not null default 0,
  error text,
  primary key (district, id)
);
create index outbox_waiting on kernel.outbox (district, id) where done_at is null;

create table kernel.notice (
  district text not null,
  id uuid not null,
  person_id uuid,
  unit_id uuid,
  at timestamptz not null,
  zh text not null,
  link text,
  read_at timestamptz,
  primary key (district, id)
);
create index notice_person on kernel.notice (district, person_id, at desc);
create index notice_unit on kernel.notice (district, unit_id, at desc);

create table kernel.message (
  district text not null,
  id uuid not null,
  channel text not null check (channel in ('sms', 'mail', 'wechat')),
  recipient text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  error text,
  primary key (district, id)
);
comment on table kernel.message is 'Local outbox of the SMS, mail and WeChat adapters';

create table kernel.file (
  district text not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  mime text not null,
  size integer not null,
  width integer,
  height integer,
  phash bigint,
  taken_at timestamptz,
  taken_lon double precision,
  taken_lat double precision,
  device text,
  evidence jsonb not null default '{}',
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  primary key (district, id)
);
create index file_sha on kernel.file (district, sha256);
create index file_phash on kernel.file (district, phash);

create table kernel.code (
  list text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  zh text not null,
  en text,
  parent text,
  attributes jsonb not null default '{}',
  source text not null,
  is_local boolean not null default false,
  primary key (list, code, valid_from)
);
comment on table kernel.code is 'shared-writable: dated code lists with their source';

create table kernel.parameter (
  district text not null,
  name text not null,
  valid_from date not null,
  value numeric not null,
  unit text not null,
  source text not null,
  changed_by text not null,
  primary key (district, name, valid_from)
);

create table kernel.calendar_day (
  district text not null,
  day date not null,
  kind text not null check (kind in ('work', 'rest')),
  name text not null,
  source text not null,
  primary key (district, day)
);
comment on table kernel.calendar_day is 'A district''s own working or resting days over the national calendar';

create table kernel.number_series (
  district text not null,
  prefix text not null,
  period text not null,
  last integer not null,
  primary key (district, prefix, period)
);

create table kernel.rule_firing (
  district text not null,
  rule text not null,
  key text not null,
  at timestamptz not null,
  subject jsonb not null,
  primary key (district, rule, key, at)
);

create table kernel.import_row (
  district text not null,
  import_id text not null,
  key text not null,
  at timestamptz not null,
  result text not null check (result in ('added', 'known', 'refused')),
  reason text,
  subject_id uuid,
  primary key (district, import_id, key)
);
comment on table kernel.import_row is 'What became of each row of each import: imports are resumable and idempotent by key';
