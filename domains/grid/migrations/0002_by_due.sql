create index redraw_by_due on grid."redraw" (district, due_at) where status <> all (array['effective', 'refused']);

create index station_by_due on grid."station" (district, due_at) where status <> all (array['accepted', 'failed']);

create index census_by_due on grid."census" (district, due_at) where status <> all (array['done']);

create index entry_by_due on grid."entry" (district, due_at) where status <> all (array['approved']);

create index component_job_by_due on grid."component_job" (district, due_at) where status <> all (array['fixed']);

create index collection_by_due on grid."collection" (district, due_at) where status <> all (array['locked']);

create index standard_by_due on grid."standard" (district, due_at) where status <> all (array['published', 'abandoned']);

create index sharing_by_due on grid."sharing" (district, due_at) where status <> all (array['ended', 'refused']);
