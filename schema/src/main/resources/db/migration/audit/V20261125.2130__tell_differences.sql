-- What a change of a row with versions changed is read from its twin when asked, by the rule of all other changes. [A7]
create function audit.changed(old_row jsonb, new_row jsonb, out before jsonb, out after jsonb)
language sql immutable as $$
    select audit.redact(case when new_row is null then old_row else coalesce(jsonb_object_agg(o.key, o.value), '{}') end),
        audit.redact(case when old_row is null then new_row else coalesce(jsonb_object_agg(n.key, n.value), '{}') end)
    from jsonb_each(coalesce(old_row, '{}')) o full join jsonb_each(coalesce(new_row, '{}')) n on n.key = o.key
    where old_row is not null and new_row is not null and o.value is distinct from n.value
$$;

-- Nothing for what is no change, or of a table that keeps no versions: there the entry itself holds both.
create function audit.difference(entry audit.entry, out before jsonb, out after jsonb)
language plpgsql stable as $$
declare
    old_row jsonb;
    new_row jsonb;
begin
    if entry.action not in ('insert', 'update', 'delete') or entry.before is not null or entry.after is not null
        or to_regclass(entry.subject_type || '_version') is null then
        return;
    end if;
    if entry.action = 'delete' then
        execute format('select to_jsonb(v) - array [''valid_to'', ''ended_by''] from %s_history v where id = $1 and valid_to <= $2 '
            || 'order by valid_to desc limit 1', entry.subject_type) into old_row using entry.subject_id, entry.at;
    else
        execute format('select to_jsonb(v) from %s_version v where id = $1 and valid_from <= $2 '
            || 'order by valid_from desc limit 1', entry.subject_type) into new_row using entry.subject_id, entry.at;
        if entry.action = 'update' then
            execute format('select to_jsonb(v) - array [''valid_to'', ''ended_by''] from %s_history v where id = $1 and valid_to = $2',
                entry.subject_type) into old_row using entry.subject_id, (new_row ->> 'valid_from')::timestamptz;
        end if;
        new_row := new_row - array ['valid_to', 'ended_by'];
    end if;
    select * into before, after from audit.changed(old_row, new_row);
end
$$;

create or replace function audit.write_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    before_values jsonb;
    after_values jsonb;
begin
    if tg_argv[0] <> 'versioned' then
        select * into before_values, after_values from audit.changed(old_row, new_row);
        if tg_op = 'UPDATE' and after_values = '{}' then
            return null;
        end if;
    elsif tg_op = 'UPDATE' and old_row -> 'valid_from' = new_row -> 'valid_from' then
        return null; -- only derived columns changed
    end if;
    insert into audit.entry (user_id, via, action, subject_type, subject_id, before, after, reason)
    values (platform.current_writer(), platform.current_via(), lower(tg_op), tg_table_schema || '.' || tg_table_name,
        (coalesce(new_row, old_row) ->> 'id')::bigint, before_values, after_values, platform.current_reason());
    return null;
end
$$;
