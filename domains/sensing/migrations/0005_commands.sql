alter table sensing."command" add column value numeric;

alter table sensing."command" add column channel integer;

alter table sensing."command" add column tries integer;

alter table sensing."command" add column live_until timestamp with time zone;

alter table sensing."command" add column ended_at timestamp with time zone;

alter table sensing."command" drop constraint command_kind_choice;

alter table sensing."command" add constraint command_kind_choice check (kind = any (array['text', 'locate', 'query', 'interval', 'reset', 'on', 'off', 'dim', 'raise', 'lower']));

create table sensing.told_mark (
  district text not null primary key,
  at timestamp with time zone not null
);
comment on table sensing.told_mark is '受控设备读数告知进度';
