alter table greening."greenway" add column photos uuid[];

alter table greening."keeper" add column on_days text[];

alter table greening."park" add column photos uuid[];
