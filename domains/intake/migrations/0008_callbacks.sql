create table intake."callback" (
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
  order_ uuid not null,
  number text not null,
  channel text not null,
  kind text not null,
  unit uuid,
  verdict text not null,
  attempt integer not null,
  note text,
  primary key (district, id),
  constraint callback_channel_choice check (channel = any (array['12319', '12345', 'hotline', 'minqingtong', 'minhu', 'massReport'])),
  constraint callback_kind_choice check (kind = any (array['complaint', 'report', 'request', 'advice', 'consult', 'praise'])),
  constraint callback_verdict_choice check (verdict = any (array['satisfied', 'basic', 'dissatisfied', 'unreached']))
);
comment on table intake."callback" is 'append-only: 工单回访';
create index callback_at on intake."callback" (district, at desc);
