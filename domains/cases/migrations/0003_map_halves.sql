create index case_open_place on cases."case" (district, status, area_code, due_at) where status <> all (array['closed', 'force_closed', 'evaluated', 'not_accepted', 'cancelled', 'merged']);

create index case_open_geom on cases."case" using gist (geom, created_at) where closed_at is null;

create index case_closed_geom on cases."case" using gist (geom, created_at) where closed_at is not null;

create index letter_open_place on cases."letter" (district, status, area_code, due_at) where status <> all (array['done', 'withdrawn']);

create index letter_open_geom on cases."letter" using gist (geom, created_at) where closed_at is null;

create index letter_closed_geom on cases."letter" using gist (geom, created_at) where closed_at is not null;

create index appeal_open_place on cases."appeal" (district, status, area_code, due_at) where status <> all (array['granted', 'refused']);

create index appeal_open_geom on cases."appeal" using gist (geom, created_at) where closed_at is null;

create index appeal_closed_geom on cases."appeal" using gist (geom, created_at) where closed_at is not null;

create index list_open_place on cases."list" (district, status, area_code, due_at) where status <> all (array['closed']);

create index list_open_geom on cases."list" using gist (geom, created_at) where closed_at is null;

create index list_closed_geom on cases."list" using gist (geom, created_at) where closed_at is not null;

create index item_open_place on cases."item" (district, status, area_code, due_at) where status <> all (array['cleared', 'dropped']);

create index item_open_geom on cases."item" using gist (geom, created_at) where closed_at is null;

create index item_closed_geom on cases."item" using gist (geom, created_at) where closed_at is not null;

create index meeting_open_place on cases."meeting" (district, status, area_code, due_at) where status <> all (array['ended']);

create index meeting_open_geom on cases."meeting" using gist (geom, created_at) where closed_at is null;

create index meeting_closed_geom on cases."meeting" using gist (geom, created_at) where closed_at is not null;

create index industry_open_place on cases."industry" (district, status, area_code, due_at) where status <> all (array['closed']);

create index industry_open_geom on cases."industry" using gist (geom, created_at) where closed_at is null;

create index industry_closed_geom on cases."industry" using gist (geom, created_at) where closed_at is not null;

create index micro_repair_open_place on cases."micro_repair" (district, status, area_code, due_at) where status <> all (array['accepted']);

create index micro_repair_open_geom on cases."micro_repair" using gist (geom, created_at) where closed_at is null;

create index micro_repair_closed_geom on cases."micro_repair" using gist (geom, created_at) where closed_at is not null;

create index micro_renewal_open_place on cases."micro_renewal" (district, status, area_code, due_at) where status <> all (array['accepted', 'dropped']);

create index micro_renewal_open_geom on cases."micro_renewal" using gist (geom, created_at) where closed_at is null;

create index micro_renewal_closed_geom on cases."micro_renewal" using gist (geom, created_at) where closed_at is not null;
drop index if exists cases.case_open_due;
drop index if exists cases.case_geom;
drop index if exists cases.letter_open_due;
drop index if exists cases.letter_geom;
drop index if exists cases.appeal_open_due;
drop index if exists cases.appeal_geom;
drop index if exists cases.list_open_due;
drop index if exists cases.list_geom;
drop index if exists cases.item_open_due;
drop index if exists cases.item_geom;
drop index if exists cases.meeting_open_due;
drop index if exists cases.meeting_geom;
drop index if exists cases.industry_open_due;
drop index if exists cases.industry_geom;
drop index if exists cases.micro_repair_open_due;
drop index if exists cases.micro_repair_geom;
drop index if exists cases.micro_renewal_open_due;
drop index if exists cases.micro_renewal_geom;
