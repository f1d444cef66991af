-- Most tasks wait for whoever has the verb and name nobody; only those that name somebody are found by that person.
drop index kernel.task_person;
create index task_person on kernel.task (district, person_id) where done_at is null and person_id is not null;
