alter table credit."share" add column subject uuid;

alter table credit."share" add column volunteer uuid;

alter table credit."share" add column outside text;
