-- What is published is no longer anybody's work: the tasks that stood open for it end.
update kernel.task set done_at = now() where subject_type = 'enforcement.publication' and status = 'published' and done_at is null;
