create index redraw_open_place on grid."redraw" (district, status, area_code, due_at) where status <> all (array['effective', 'refused']);

create index redraw_open_geom on grid."redraw" using gist (geom, created_at) where closed_at is null;

create index redraw_closed_geom on grid."redraw" using gist (geom, created_at) where closed_at is not null;

create index station_open_place on grid."station" (district, status, area_code, due_at) where status <> all (array['accepted', 'failed']);

create index station_open_geom on grid."station" using gist (geom, created_at) where closed_at is null;

create index station_closed_geom on grid."station" using gist (geom, created_at) where closed_at is not null;

create index census_open_place on grid."census" (district, status, area_code, due_at) where status <> all (array['done']);

create index census_open_geom on grid."census" using gist (geom, created_at) where closed_at is null;

create index census_closed_geom on grid."census" using gist (geom, created_at) where closed_at is not null;

create index entry_open_place on grid."entry" (district, status, area_code, due_at) where status <> all (array['approved']);

create index entry_open_geom on grid."entry" using gist (geom, created_at) where closed_at is null;

create index entry_closed_geom on grid."entry" using gist (geom, created_at) where closed_at is not null;

create index component_job_open_place on grid."component_job" (district, status, area_code, due_at) where status <> all (array['fixed']);

create index component_job_open_geom on grid."component_job" using gist (geom, created_at) where closed_at is null;

create index component_job_closed_geom on grid."component_job" using gist (geom, created_at) where closed_at is not null;

create index collection_open_place on grid."collection" (district, status, area_code, due_at) where status <> all (array['locked']);

create index collection_open_geom on grid."collection" using gist (geom, created_at) where closed_at is null;

create index collection_closed_geom on grid."collection" using gist (geom, created_at) where closed_at is not null;

create index standard_open_place on grid."standard" (district, status, area_code, due_at) where status <> all (array['published', 'abandoned']);

create index standard_open_geom on grid."standard" using gist (geom, created_at) where closed_at is null;

create index standard_closed_geom on grid."standard" using gist (geom, created_at) where closed_at is not null;

create index sharing_open_place on grid."sharing" (district, status, area_code, due_at) where status <> all (array['ended', 'refused']);

create index sharing_open_geom on grid."sharing" using gist (geom, created_at) where closed_at is null;

create index sharing_closed_geom on grid."sharing" using gist (geom, created_at) where closed_at is not null;
drop index if exists grid.redraw_open_due;
drop index if exists grid.redraw_geom;
drop index if exists grid.station_open_due;
drop index if exists grid.station_geom;
drop index if exists grid.census_open_due;
drop index if exists grid.census_geom;
drop index if exists grid.entry_open_due;
drop index if exists grid.entry_geom;
drop index if exists grid.component_job_open_due;
drop index if exists grid.component_job_geom;
drop index if exists grid.collection_open_due;
drop index if exists grid.collection_geom;
drop index if exists grid.standard_open_due;
drop index if exists grid.standard_geom;
drop index if exists grid.sharing_open_due;
drop index if exists grid.sharing_geom;
