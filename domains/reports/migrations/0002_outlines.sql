create table reports."outline" (
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
  body text not null,
  note text,
  primary key (district, id),
  constraint outline_kind_choice check (kind = any (array['summary', 'plan', 'opinion', 'bulletin', 'brief']))
);
comment on table reports."outline" is '提纲模板';
create unique index outline_name_key on reports."outline" (district, name) where retired_at is null;
create index outline_area on reports."outline" (district, area_code);

alter table reports."report" add column outline uuid;
