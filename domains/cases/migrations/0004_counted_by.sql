-- Figures are counted anew by the days of these instants; only subjects that have got so far are in them.
create index case_filed on cases."case" (district, filed_at) where filed_at is not null;
create index case_dispatched on cases."case" (district, dispatched_at) where dispatched_at is not null;
create index case_handled on cases."case" (district, handled_at) where handled_at is not null;
create index case_closed on cases."case" (district, closed_at) where closed_at is not null;
