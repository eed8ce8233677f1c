-- What everybody did: written by triggers and by the application, changed by nobody. [A7]
create schema audit;

create table audit.entry (
    id           bigint      generated always as identity primary key,
    at           timestamptz not null default clock_timestamp(),
    user_id      bigint      not null,
    via          text        not null,
    action       text        not null check (action <> ''),
    subject_type text        not null,
    subject_id   bigint,
    before       jsonb,
    after        jsonb,
    reason       text
);
comment on column audit.entry.via is 'The network address of the request, or what inside the system did it';
comment on column audit.entry.before is 'Changed columns only; null for tables that keep versions of their own';
create index entry_by_subject on audit.entry (subject_type, subject_id, id desc);
create index entry_by_user on audit.entry (user_id, id desc);
create index entry_by_time on audit.entry (at);

-- Columns that are secrets, or that say nothing about a change.
create function audit.redact(row_data jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(key, case when key ~ '(password_hash|token_hash|_cipher|_hash)$' and value <> 'null'
        then to_jsonb('•••'::text) else value end), '{}')
    from jsonb_each(row_data)
    where key not in ('version', 'search', 'valid_from', 'changed_by', 'changed_via', 'reason', 'last_seen_at', 'last_used_at',
        'last_sign_in_at', 'failed_sign_ins', 'locked_until')
$$;

create function audit.write_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    versioned boolean := tg_argv[0] = 'versioned';
    before_values jsonb;
    after_values jsonb;
begin
    if not versioned then
        if tg_op = 'UPDATE' then
            select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, n.value) into before_values, after_values
            from jsonb_each(old_row) o join jsonb_each(new_row) n on n.key = o.key
            where o.value is distinct from n.value;
            before_values := audit.redact(coalesce(before_values, '{}'));
            after_values := audit.redact(coalesce(after_values, '{}'));
            if after_values = '{}' then
                return null;
            end if;
        else
            before_values := audit.redact(old_row);
            after_values := audit.redact(new_row);
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

-- Audits every change of target. Tables that keep versions tell only who did what: the difference is in their twin.
create function audit.watch(target regclass) returns void language plpgsql as $fn$
declare
    versioned boolean;
begin
    select exists (select from pg_trigger where tgrelid = target and tgname = 'keep_versions') into versioned;
    execute format('create or replace trigger watch after insert or update or delete on %s for each row '
        || 'execute function audit.write_change(%L)', target, case when versioned then 'versioned' else 'plain' end);
end
$fn$;
