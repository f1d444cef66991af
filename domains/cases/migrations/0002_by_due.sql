create index case_by_due on cases."case" (district, due_at) where status <> all (array['closed', 'force_closed', 'evaluated', 'not_accepted', 'cancelled', 'merged']);

create index letter_by_due on cases."letter" (district, due_at) where status <> all (array['done', 'withdrawn']);

create index appeal_by_due on cases."appeal" (district, due_at) where status <> all (array['granted', 'refused']);

create index list_by_due on cases."list" (district, due_at) where status <> all (array['closed']);

create index item_by_due on cases."item" (district, due_at) where status <> all (array['cleared', 'dropped']);

create index meeting_by_due on cases."meeting" (district, due_at) where status <> all (array['ended']);

create index industry_by_due on cases."industry" (district, due_at) where status <> all (array['closed']);

create index micro_repair_by_due on cases."micro_repair" (district, due_at) where status <> all (array['accepted']);

create index micro_renewal_by_due on cases."micro_renewal" (district, due_at) where status <> all (array['accepted', 'dropped']);
