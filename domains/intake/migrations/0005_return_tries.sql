-- An answer that a gateway carries: how often it was tried, when next, and which process has it in hand.
alter table intake.return_box add column attempts integer not null default 0;
alter table intake.return_box add column next_at timestamptz;
alter table intake.return_box add column claimed_until timestamptz;
create index return_box_waiting on intake.return_box (district, at) where sent_at is null;
