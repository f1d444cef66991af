alter table permits."application" add column tree_codes jsonb;
