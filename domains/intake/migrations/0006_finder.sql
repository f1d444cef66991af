alter table intake."issue" add column finder text;

alter table intake."issue" add column is_on_spot boolean;

alter table intake."issue" add column verify_note text;
