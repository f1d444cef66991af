alter table appearance."lane_problem" add column photos uuid[];
