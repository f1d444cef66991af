alter table grid."entry" add column name text;
-- Nothing ever wrote it: what it was meant for is the row that the entry became.
alter table grid."entry" alter column published type uuid using null;
alter table grid."standard" add column text uuid[];
-- New ends: an entry that is dropped, a job called off, a standard that a newer edition replaced.
drop index grid.entry_by_due;
create index entry_by_due on grid."entry" (district, due_at) where status <> all (array['approved', 'dropped']);
drop index grid.entry_open_place;
create index entry_open_place on grid."entry" (district, status, area_code, due_at) where status <> all (array['approved', 'dropped']);
drop index grid.component_job_by_due;
create index component_job_by_due on grid."component_job" (district, due_at) where status <> all (array['fixed', 'cancelled']);
drop index grid.component_job_open_place;
create index component_job_open_place on grid."component_job" (district, status, area_code, due_at) where status <> all (array['fixed', 'cancelled']);
drop index grid.standard_open_place;
create index standard_open_place on grid."standard" (district, status, area_code, due_at) where status <> all (array['published', 'replaced', 'abandoned']);
drop index grid.standard_by_due;
create index standard_by_due on grid."standard" (district, due_at) where status <> all (array['published', 'replaced', 'abandoned']);
