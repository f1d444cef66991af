alter table evaluation."check_item" add column standard_item uuid;
