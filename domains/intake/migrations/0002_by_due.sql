create index order_by_due on intake."order" (district, due_at) where status <> all (array['done', 'returned', 'merged']);

create index petition_by_due on intake."petition" (district, due_at) where status <> all (array['closed', 'refused']);

create index reward_by_due on intake."reward" (district, due_at) where status <> all (array['paid', 'refused']);

create index assignment_by_due on intake."assignment" (district, due_at) where status <> all (array['cleared', 'withdrawn']);

create index topic_by_due on intake."topic" (district, due_at) where status <> all (array['ended']);

create index issue_by_due on intake."issue" (district, due_at) where status <> all (array['done', 'dropped']);

create index finding_by_due on intake."finding" (district, due_at) where status <> all (array['dispatched', 'rectified', 'relearn', 'repeated']);

create index spot_by_due on intake."spot" (district, due_at) where status <> all (array['restored', 'legal']);

create index whistle_by_due on intake."whistle" (district, due_at) where status <> all (array['confirmed']);

create index arrival_by_due on intake."arrival" (district, due_at) where status <> all (array['arrived']);

create index opinion_by_due on intake."opinion" (district, due_at) where status <> all (array['responded', 'ignored']);
