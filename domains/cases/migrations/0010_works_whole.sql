alter table cases."corner_visit" add column geom geometry(Point,4326) generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored;

create index corner_visit_geom on cases."corner_visit" using gist (geom);

alter table cases."case" add column industry uuid;

alter table cases."letter" add column evidence uuid[];

alter table cases."letter" add column lapse_count integer;

alter table cases."letter" add column escalated_at timestamp with time zone;

alter table cases."letter" drop constraint letter_kind_choice;

alter table cases."letter" add constraint letter_kind_choice check (kind = any (array['assign', 'supervise', 'talk', 'bulletin']));

alter table cases."list" add column kind text;

alter table cases."list" add column batch integer;

alter table cases."list" add constraint list_kind_choice check (kind = any (array['problem', 'duty']));

alter table cases."item" add column cleared_note text;

alter table cases."meeting" add column total integer;

alter table cases."meeting" add column categories jsonb;

alter table cases."meeting" add column streets jsonb;

alter table cases."meeting" add column repeats jsonb;

-- What earlier meetings looked at, in tables that are shown.
update cases."meeting" set total = (sheet->>'total')::int,
  categories = (select coalesce(jsonb_agg(jsonb_build_object('category', x->>'key', 'count', x->'count')), '[]') from jsonb_array_elements(sheet->'categories') x),
  streets = (select coalesce(jsonb_agg(jsonb_build_object('area', x->>'key', 'count', x->'count', 'overdue', x->'overdue')), '[]') from jsonb_array_elements(sheet->'streets') x),
  repeats = (select coalesce(jsonb_agg(jsonb_build_object('category', x->>'category', 'area', x->>'areaCode', 'count', x->'count')), '[]') from jsonb_array_elements(sheet->'repeats') x);

alter table cases."meeting" drop column sheet;

alter table cases."industry" add column category_kind text;

alter table cases."industry" add column talk uuid;

alter table cases."industry" add column credit uuid;

alter table cases."industry" add column campaign uuid;

alter table cases."industry" add column evidence uuid[];

alter table cases."industry" add column acted_at timestamp with time zone;

alter table cases."industry" add column before_count integer;

alter table cases."industry" add column after_count integer;

alter table cases."industry" add column effect_note text;

alter table cases."industry" add constraint industry_category_kind_choice check (category_kind = any (array['component', 'matter']));

alter table cases."micro_repair" add column handed_over text;

alter table cases."micro_repair" add column respond_due_at timestamp with time zone;

alter table cases."micro_renewal" add column unit uuid;

alter table cases."micro_renewal" add column budget numeric;

alter table cases."micro_renewal" add column finish_on date;

alter table cases."micro_renewal" add column sheets uuid[];

alter table cases."micro_renewal" add column acceptance text;
