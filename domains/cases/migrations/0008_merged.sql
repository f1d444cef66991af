-- Whoever was merged into a case is told when that one ends.
create index case_merged_into on cases."case" (district, merged_into) where merged_into is not null;
