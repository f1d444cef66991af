create index order_open_place on intake."order" (district, status, area_code, due_at) where status <> all (array['done', 'returned', 'merged']);

create index order_open_geom on intake."order" using gist (geom, created_at) where closed_at is null;

create index order_closed_geom on intake."order" using gist (geom, created_at) where closed_at is not null;

create index petition_open_place on intake."petition" (district, status, area_code, due_at) where status <> all (array['closed', 'refused']);

create index petition_open_geom on intake."petition" using gist (geom, created_at) where closed_at is null;

create index petition_closed_geom on intake."petition" using gist (geom, created_at) where closed_at is not null;

create index reward_open_place on intake."reward" (district, status, area_code, due_at) where status <> all (array['paid', 'refused']);

create index reward_open_geom on intake."reward" using gist (geom, created_at) where closed_at is null;

create index reward_closed_geom on intake."reward" using gist (geom, created_at) where closed_at is not null;

create index assignment_open_place on intake."assignment" (district, status, area_code, due_at) where status <> all (array['cleared', 'withdrawn']);

create index assignment_open_geom on intake."assignment" using gist (geom, created_at) where closed_at is null;

create index assignment_closed_geom on intake."assignment" using gist (geom, created_at) where closed_at is not null;

create index topic_open_place on intake."topic" (district, status, area_code, due_at) where status <> all (array['ended']);

create index topic_open_geom on intake."topic" using gist (geom, created_at) where closed_at is null;

create index topic_closed_geom on intake."topic" using gist (geom, created_at) where closed_at is not null;

create index issue_open_place on intake."issue" (district, status, area_code, due_at) where status <> all (array['done', 'dropped']);

create index issue_open_geom on intake."issue" using gist (geom, created_at) where closed_at is null;

create index issue_closed_geom on intake."issue" using gist (geom, created_at) where closed_at is not null;

create index finding_open_place on intake."finding" (district, status, area_code, due_at) where status <> all (array['dispatched', 'rectified', 'relearn', 'repeated']);

create index finding_open_geom on intake."finding" using gist (geom, created_at) where closed_at is null;

create index finding_closed_geom on intake."finding" using gist (geom, created_at) where closed_at is not null;

create index spot_open_place on intake."spot" (district, status, area_code, due_at) where status <> all (array['restored', 'legal']);

create index spot_open_geom on intake."spot" using gist (geom, created_at) where closed_at is null;

create index spot_closed_geom on intake."spot" using gist (geom, created_at) where closed_at is not null;

create index whistle_open_place on intake."whistle" (district, status, area_code, due_at) where status <> all (array['confirmed']);

create index whistle_open_geom on intake."whistle" using gist (geom, created_at) where closed_at is null;

create index whistle_closed_geom on intake."whistle" using gist (geom, created_at) where closed_at is not null;

create index arrival_open_place on intake."arrival" (district, status, area_code, due_at) where status <> all (array['arrived']);

create index arrival_open_geom on intake."arrival" using gist (geom, created_at) where closed_at is null;

create index arrival_closed_geom on intake."arrival" using gist (geom, created_at) where closed_at is not null;

create index opinion_open_place on intake."opinion" (district, status, area_code, due_at) where status <> all (array['responded', 'ignored']);

create index opinion_open_geom on intake."opinion" using gist (geom, created_at) where closed_at is null;

create index opinion_closed_geom on intake."opinion" using gist (geom, created_at) where closed_at is not null;
drop index if exists intake.order_open_due;
drop index if exists intake.order_geom;
drop index if exists intake.petition_open_due;
drop index if exists intake.petition_geom;
drop index if exists intake.reward_open_due;
drop index if exists intake.reward_geom;
drop index if exists intake.assignment_open_due;
drop index if exists intake.assignment_geom;
drop index if exists intake.topic_open_due;
drop index if exists intake.topic_geom;
drop index if exists intake.issue_open_due;
drop index if exists intake.issue_geom;
drop index if exists intake.finding_open_due;
drop index if exists intake.finding_geom;
drop index if exists intake.spot_open_due;
drop index if exists intake.spot_geom;
drop index if exists intake.whistle_open_due;
drop index if exists intake.whistle_geom;
drop index if exists intake.arrival_open_due;
drop index if exists intake.arrival_geom;
drop index if exists intake.opinion_open_due;
drop index if exists intake.opinion_geom;
