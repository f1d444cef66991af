-- Complaints are counted from what was found there.
alter table enforcement."barbecue_site" drop column complaints;

alter table enforcement."measure" add column revoked_reason text;

alter table enforcement."joint_finding" add column photos uuid[];

alter table enforcement."joint_finding" add column back_count integer;

alter table enforcement."joint_finding" add column finish_due_at timestamp with time zone;

alter table enforcement."joint_finding" add column finished_at timestamp with time zone;

alter table enforcement."check_task" add column law_code text;

alter table enforcement."check_task" add column photos uuid[];

alter table enforcement."attendance" add column name text;

-- A lawyer signs in too.
alter table enforcement."attendance" alter column person drop not null;

update enforcement."attendance" a set name = n.name from kernel.person n where n.district = a.district and n.id = a.person;

alter table enforcement."attendance" add column lawyer uuid;

alter table enforcement."guidance" add column street uuid;

alter table enforcement."assessment" add column from_ date;

alter table enforcement."assessment" add column to_ date;

-- What is handed on is chosen, no longer typed.
update enforcement."power_transfer" set
  powers = (select coalesce(jsonb_agg(jsonb_build_object('power', x)), '[]') from jsonb_array_elements_text(powers) x),
  people = (select coalesce(jsonb_agg(jsonb_build_object('name', x, 'account', null, 'post', null)), '[]') from jsonb_array_elements_text(people) x);
