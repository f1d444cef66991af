alter table party."list" add column reason text;
-- A list sent back is mended and handed in again: it is open work, no longer an end.
drop index party.list_by_due;
create index list_by_due on party."list" (district, due_at) where status <> all (array['replaced']);
drop index party.list_open_place;
create index list_open_place on party."list" (district, status, area_code, due_at) where status <> all (array['replaced']);
update party."list" set closed_at = null where status = 'refused';
