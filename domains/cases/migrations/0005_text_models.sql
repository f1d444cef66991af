create table cases."text_model" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  area_code text,
  name text not null,
  purpose text not null,
  state text not null,
  trained_on date not null,
  samples integer not null,
  classes integer not null,
  macro_f1 numeric not null,
  accuracy numeric not null,
  note text,
  primary key (district, id),
  constraint text_model_purpose_choice check (purpose = any (array['category', 'unit', 'urgency'])),
  constraint text_model_state_choice check (state = any (array['current', 'spare', 'retired']))
);
comment on table cases."text_model" is '文本分类模型';
create unique index text_model_name_key on cases."text_model" (district, name) where retired_at is null;
create index text_model_area on cases."text_model" (district, area_code);

create table cases."text_check" (
  district text not null,
  id uuid not null,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  by_id uuid,
  by_name text not null,
  corrects uuid,
  lon double precision,
  lat double precision,
  area_code text,
  model uuid not null,
  purpose text not null,
  from_on date not null,
  cases integer not null,
  right_ integer not null,
  sure integer not null,
  sure_right integer not null,
  primary key (district, id),
  constraint text_check_purpose_choice check (purpose = any (array['category', 'unit', 'urgency']))
);
comment on table cases."text_check" is 'append-only: 分类模型核对';
create index text_check_at on cases."text_check" (district, at desc);

-- What a model has learnt, as bytes; its line in the register says how well.
create table cases.text_model_data (
  district text not null,
  model uuid not null,
  bytes bytea not null,
  primary key (district, model)
);
