-- Administrators give custom fields an index, by which lists are sorted and filtered. [X2]
alter table records.custom_field add column indexed boolean not null default false;
comment on column records.custom_field.indexed is 'Whether an index is wished for; align_index makes it so';

-- An index wants what never changes with a setting of the session: values are written as ISO 8601, times in UTC.
create function records.day_of(iso text) returns date language sql immutable strict parallel safe
    return iso::date;
create function records.moment_of(iso text) returns timestamptz language sql immutable strict parallel safe
    return iso::timestamptz;

-- How the values of a custom field are read where they are indexed: as the application asks for them.
create function records.indexed_value(field records.custom_field) returns text language sql stable
    set search_path = pg_catalog, pg_temp
    return case
        when field.kind in ('INTEGER', 'REFERENCE') then format('(custom ->> %L)::bigint', field.code)
        when field.kind in ('NUMBER', 'MONEY', 'PERCENT') then format('(custom ->> %L)::numeric', field.code)
        when field.kind = 'DATE' then format('records.day_of(custom ->> %L)', field.code)
        when field.kind = 'INSTANT' then format('records.moment_of(custom ->> %L)', field.code)
        when field.kind = 'TEXT' then format('(custom ->> %L) collate "zh-x-icu"', field.code)
        when field.kind in ('CHOICE', 'PHONE', 'EMAIL', 'URL') then format('custom ->> %L', field.code)
    end;

-- Makes the index of a custom field, or takes it away, as its row says: the only way in which the application, whose role
-- owns nothing, changes an index. It is told a number and nothing else; names are made of that. An index of another
-- definition, or of another version of the order of Chinese words, is made anew. Says whether an index is there now.
create function records.align_index(field_id bigint) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '10s' as $$
declare
    field    records.custom_field;
    place    regclass;
    name     text := 'custom_field_' || field_id;
    present  regclass;
    wished   text;
begin
    select * into strict field from records.custom_field where id = field_id for no key update;
    place := case field.record_type
        when 'opportunity' then 'opportunity.opportunity'
        when 'customer' then 'customer.customer'
        when 'contact' then 'customer.contact'
        when 'product' then 'product.product'
        when 'activity' then 'activity.activity'
        when 'task' then 'activity.task'
        when 'user' then 'organization.app_user'
    end::regclass;
    if place is null then
        return false;
    end if;
    select c.oid into present from pg_class c join pg_index i on i.indexrelid = c.oid
    where i.indrelid = place and c.relname = name;
    if field.indexed and field.archived_at is null and records.indexed_value(field) is not null then
        wished := format('create index %I on %s ((%s) desc nulls last, id desc)', name, place, records.indexed_value(field))
            || case when field.kind = 'TEXT'
                   then ' -- ' || pg_collation_actual_version('pg_catalog."zh-x-icu"'::regcollation) else '' end;
    end if;
    if present is not null and wished is not distinct from obj_description(present, 'pg_class') then
        return true;
    end if;
    if present is not null then
        execute format('drop index %s', present);
    end if;
    if wished is not null then
        execute wished;
        execute format('comment on index %I.%I is %L',
            (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = place), name, wished);
        execute format('analyze %s', place);
    end if;
    return wished is not null;
end
$$;
