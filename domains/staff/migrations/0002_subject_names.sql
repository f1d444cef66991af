alter table staff."quarter" add column name text;

alter table staff."appraisal" add column name text;
