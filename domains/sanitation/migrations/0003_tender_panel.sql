alter table sanitation."tender" add column panel jsonb;
