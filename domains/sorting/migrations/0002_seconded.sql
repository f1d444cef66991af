create table sorting."seconded" (
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
  from_unit text not null,
  role text not null,
  paper text not null,
  valid_from date not null,
  valid_to date,
  primary key (district, id),
  constraint seconded_role_choice check (role = any (array['lead', 'deputy', 'inspector', 'liaison', 'data']))
);
comment on table sorting."seconded" is '工作专班名册';
create unique index seconded_name_valid_from_key on sorting."seconded" (district, name, valid_from) where retired_at is null;
create index seconded_area on sorting."seconded" (district, area_code);
