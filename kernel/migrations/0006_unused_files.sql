-- Set while nothing names an upload yet: a form that names it clears it; what waits too long was given up and is taken away.
alter table kernel.file add column waits_since timestamptz;
create index file_waits on kernel.file (district, waits_since) where waits_since is not null;
