alter table permits."item_revision" alter column valid_from type date using valid_from::date;

alter table permits."supervision" drop constraint supervision_phase_choice;

alter table permits."supervision" add constraint supervision_phase_choice check (phase = any (array['construction', 'use', 'removal']));
