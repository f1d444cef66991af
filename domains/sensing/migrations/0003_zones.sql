alter table sensing."camera" add column snapshot_url text;

create table sensing."zone" (
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
  camera uuid not null,
  scene text not null,
  classes text[] not null,
  least numeric not null,
  at_once integer not null,
  dwell_seconds integer not null,
  corners jsonb,
  shop uuid,
  is_on boolean not null,
  primary key (district, id),
  constraint zone_scene_choice check (scene = any (array['outside', 'occupying', 'pile', 'bin', 'litter', 'hanging', 'parking', 'bikes', 'ads', 'water']))
);
comment on table sensing."zone" is '识别区域与停留';
create unique index zone_camera_name_key on sensing."zone" (district, camera, name) where retired_at is null;
create index zone_area on sensing."zone" (district, area_code);
