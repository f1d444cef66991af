create table cases."callback" (
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
  case_ text not null,
  number text not null,
  verdict text not null,
  attempt integer not null,
  note text,
  primary key (district, id),
  constraint callback_verdict_choice check (verdict = any (array['satisfied', 'basic', 'dissatisfied', 'unreached']))
);
comment on table cases."callback" is 'append-only: 案件回访';
create index callback_at on cases."callback" (district, at desc);
