alter table enforcement."check_plan" add column due_on date;

alter table enforcement."check_task" add column due_on date;

alter table enforcement."check_task" add column check_due_at timestamp with time zone;

alter table enforcement."check_task" add column checked_at timestamp with time zone;
