alter table cases."case" add column check_metres integer;
