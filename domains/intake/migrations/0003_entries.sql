create table intake."entry" (
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
  icon text not null,
  kind text not null,
  target text not null,
  note text,
  rank integer not null,
  is_active boolean not null,
  primary key (district, id),
  constraint entry_icon_choice check (icon = any (array['camera', 'progress', 'phone', 'question', 'law', 'shop', 'link'])),
  constraint entry_kind_choice check (kind = any (array['page', 'phone', 'link']))
);
comment on table intake."entry" is '市民入口';
create index entry_area on intake."entry" (district, area_code);
