alter table greening."ancient" add column moved_to text;
