-- What the public may see of a picture: a copy with plates and faces blurred; the original stays as evidence.
create table kernel.published_picture (
  district text not null,
  file_id uuid not null,
  state text not null check (state in ('waiting', 'published', 'withheld')),
  -- Rectangles as parts of width and height: found by the machine, then as a person left them.
  boxes jsonb not null default '[]',
  -- Which of plates, faces a machine has looked for; empty where none could.
  checked text[] not null default '{}',
  check_note text,
  sha256 text,
  size integer,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  primary key (district, file_id),
  check (state <> 'published' or sha256 is not null)
);
create index published_picture_waiting on kernel.published_picture (district, asked_at) where state = 'waiting';
