alter table evaluation."talk" add constraint talk_is_fewer_better_choice check (is_fewer_better = any (array['more', 'fewer']));
