alter table enforcement."revenue_check" add column slips uuid[];

alter table enforcement."revenue_check" add column return_due_at timestamp with time zone;

alter table enforcement."revenue_check" add column returned_at timestamp with time zone;
