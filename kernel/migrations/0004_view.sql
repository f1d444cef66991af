-- Saved views of lists: what was filtered, sorted and shown, under a name of one's own; shared, the whole unit has it.
create table kernel.view (
  district text not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  definition text not null,
  name text not null check (name <> '' and length(name) <= 40),
  query jsonb not null,
  columns jsonb,
  is_shared boolean not null default false,
  created_at timestamptz not null,
  primary key (district, id),
  unique (district, person_id, definition, name)
);
