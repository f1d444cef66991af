alter table intake."order" add column category_kind text;

alter table intake."order" add constraint order_category_kind_choice check (category_kind = any (array['component', 'matter']));

alter table intake."petition" add column opinion text;

alter table intake."assignment" add column case_number text;

alter table intake."assignment" add column case_result text;

alter table intake."topic" add column points jsonb;

alter table intake."issue" add column point uuid;

alter table intake."finding" add column case_result text;

alter table intake."finding" add column repeat_of uuid;

alter table intake."opinion" add column case_result text;

-- An outside number is one order of its channel; those merged into one are answered with it.
create index order_outside on intake."order" (district, channel, outside_number) where outside_number is not null;
create index order_merged_into on intake."order" (district, merged_into) where merged_into is not null;
-- What the citizen said goes back to the platform with the end.
alter table intake.return_box add column satisfaction text;
-- What no platform waits for does not wait to be fetched.
update intake.return_box set sent_at = at where sent_at is null and outside_number is null;
