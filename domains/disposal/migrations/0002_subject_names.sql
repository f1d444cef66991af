alter table disposal."visit" add column name text;
