-- Indicators are kept counted: one cell for each part of an indicator (numerator, denominator), day and street. A change of a subject
-- leaves a mark on the cells it may have moved, in its own transaction; whoever reads takes clean cells as they are and counts marked
-- ones from the rows, so that a figure is never behind its rows; the pulse counts marked cells anew and takes the marks away.
create table kernel.tally (
  district text not null,
  part text not null,
  day date not null,
  street text not null,
  n bigint not null,
  -- What is added up; exact, so that sums of cells are the sum of the rows.
  s numeric,
  -- A percentile, of a month: it cannot be added up.
  x double precision,
  primary key (district, part, day, street)
);
create table kernel.tally_mark (
  district text not null,
  source text not null,
  street text not null,
  at timestamptz not null
);
create table kernel.tally_built (
  district text not null,
  part text not null,
  built_at timestamptz not null,
  primary key (district, part)
);
