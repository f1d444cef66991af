-- The days of the week a lawyer is at the squad are chosen, so that whether they were kept can be counted.
alter table enforcement."lawyer_post" add column weekdays text[];

update enforcement."lawyer_post" set weekdays = array(select d.key from (values ('mon', '一'), ('tue', '二'), ('wed', '三'), ('thu', '四'), ('fri', '五'), ('sat', '六'), ('sun', '日')) as d(key, zh) where duty_days like '%' || d.zh || '%');

alter table enforcement."lawyer_post" alter column weekdays set not null;

alter table enforcement."lawyer_post" drop column duty_days;
