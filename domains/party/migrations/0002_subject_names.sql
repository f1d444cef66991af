alter table party."point_quarter" add column name text;

alter table party."point_year" add column name text;

alter table party."list_check" add column name text;

alter table party."declaration" add column name text;
