alter table sorting."event" add column given jsonb;
