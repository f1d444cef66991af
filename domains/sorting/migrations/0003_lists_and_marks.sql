alter table sorting."title" add column items jsonb;

alter table sorting."supervisor" add column marks jsonb;

-- A report that was voided leaves its day and month free: whether one stands is asked when the next is filed.
drop index sorting.plant_day_plant_day_on_key;

drop index sorting.supervisor_report_supervisor_month_key;
