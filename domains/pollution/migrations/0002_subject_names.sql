alter table pollution."site_check" add column name text;

alter table pollution."dust_test" add column name text;

alter table pollution."cleaning" add column name text;
