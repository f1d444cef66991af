-- Second factor: a secret waits here until its first code proves that the person's device has it; a code works once.
alter table kernel.person add column totp_pending text;
alter table kernel.person add column totp_last_step bigint;
alter table kernel.person add column must_change_password boolean not null default false;
create index session_person on kernel.session (district, person_id) where ended_at is null;

-- Files: what the bytes are after re-encoding (served) beside what was handed in (evidence: sha256, EXIF place, time, device).
alter table kernel.file add column served_sha256 text;
alter table kernel.file add column served_mime text;
alter table kernel.file add column served_size integer;
create index file_photo on kernel.file (district, uploaded_at) where phash is not null;

-- When a job of a domain last ran in a district. The row is locked while it runs, so that one process runs it.
create table kernel.job_run (
  district text not null,
  job text not null,
  last_run_at timestamptz not null,
  runs bigint not null default 0,
  took_ms integer,
  error text,
  primary key (district, job)
);

-- Long work with progress: imports, exports, recalculations.
create table kernel.work (
  district text not null,
  id uuid not null,
  kind text not null,
  zh text not null,
  person_id uuid,
  process_id uuid not null,
  total integer,
  done integer not null default 0,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  error text,
  result jsonb,
  created_at timestamptz not null,
  beat_at timestamptz not null,
  ended_at timestamptz,
  primary key (district, id)
);
create index work_person on kernel.work (district, person_id, created_at desc);
create index work_running on kernel.work (district, beat_at) where state = 'running';

-- Sending of messages: how often it was tried, when it may be tried again, who has it in hand.
alter table kernel.message add column attempts integer not null default 0;
alter table kernel.message add column next_at timestamptz;
alter table kernel.message add column failed_at timestamptz;
create index message_waiting on kernel.message (district, created_at) where sent_at is null and failed_at is null;
