alter table appearance."works" add column size text;

alter table appearance."works" add column room integer;

alter table appearance."works" add column cleaning_day text;

alter table appearance."works" add constraint works_cleaning_day_choice check (cleaning_day = any (array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']));

alter table appearance."board_post" add column clean_by date;

alter table appearance."board_post" add column is_late boolean;
