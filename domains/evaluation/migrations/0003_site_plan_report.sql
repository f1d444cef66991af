alter table evaluation."site_plan" add column fix_note text;

alter table evaluation."site_plan" add column fix_photos uuid[];

alter table evaluation."site_plan" add column fix_due_at timestamp with time zone;

alter table evaluation."site_plan" add column fixed_at timestamp with time zone;
-- A plan sent back may be drawn up again for the same day; that a station has one live plan is asked when it is handed in.
drop index evaluation.site_plan_inspection_due_on_key;
