-- The technical ground: the role of the application, history kept by trigger, settings of this installation, jobs.
create schema platform;

-- The application works as a role that owns nothing; it can neither change history nor alter a table.
do $$
begin
    if not exists (select from pg_roles where rolname = 'qiji_app') then
        create role qiji_app nologin;
    end if;
    -- Since version 16 the maker of a role is its member, but may not yet become it.
    execute format('grant qiji_app to %I', current_user);
end
$$;

-- The user who writes in this transaction; 0 is the system itself. Refuses a write of nobody.
create function platform.current_writer() returns bigint language plpgsql stable as $$
declare
    writer text := current_setting('qiji.writer', true);
begin
    if writer is null or writer = '' then
        raise exception 'no writer: the transaction did not say who writes';
    end if;
    return writer::bigint;
end
$$;

create function platform.current_via() returns text language sql stable as
$$ select coalesce(nullif(current_setting('qiji.via', true), ''), 'system') $$;

create function platform.current_reason() returns text language sql stable as
$$ select nullif(current_setting('qiji.reason', true), '') $$;

-- Keeps every version of the rows of target: makes (or brings up to date) its twin <table>_history, the trigger that
-- fills it, the function <table>_as_of(at) and the view <table>_version. To be called again by every migration that
-- changes the table. A change of only the derived columns writes no version. target needs the columns
-- valid_from, changed_by, changed_via, reason; the trigger alone fills them.
create function platform.keep_versions(target regclass, derived text[] default '{}') returns void
language plpgsql as $fn$
declare
    schema_name text;
    table_name text;
    column_list text;
    old_list text;
    comparison text;
    attribute record;
begin
    select n.nspname, c.relname into schema_name, table_name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;

    if to_regclass(format('%I.%I', schema_name, table_name || '_history')) is null then
        execute format('create table %I.%I (valid_to timestamptz not null, ended_by bigint not null)',
            schema_name, table_name || '_history');
    end if;
    for attribute in
        select a.attname, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
        where a.attrelid = target and a.attnum > 0 and not a.attisdropped order by a.attnum
    loop
        execute format('alter table %I.%I add column if not exists %I %s',
            schema_name, table_name || '_history', attribute.attname, attribute.type);
    end loop;
    if not exists (select from pg_constraint where conrelid = format('%I.%I', schema_name, table_name || '_history')::regclass
            and contype = 'c') then
        execute format('alter table %I.%I add check (valid_to > valid_from)', schema_name, table_name || '_history');
        execute format('alter table %I.%I alter column id set not null, alter column valid_from set not null',
            schema_name, table_name || '_history');
        -- The history of one record, newest first.
        execute format('create unique index on %I.%I (id, valid_from desc)', schema_name, table_name || '_history');
    end if;

    select string_agg(quote_ident(attname), ', ' order by attnum),
           string_agg('old.' || quote_ident(attname), ', ' order by attnum),
           string_agg(format('old.%1$I is not distinct from new.%1$I', attname), ' and ' order by attnum)
               filter (where attgenerated = '' -- computed after this trigger, from columns that are compared
                   and attname <> all (derived || array ['valid_from', 'changed_by', 'changed_via', 'reason']))
    into column_list, old_list, comparison
    from pg_attribute where attrelid = target and attnum > 0 and not attisdropped;

    execute format($body$
        create or replace function %1$I.%2$I() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $trigger$
        declare
            at timestamptz := clock_timestamp();
        begin
            if tg_op = 'UPDATE' and %6$s then
                new.valid_from := old.valid_from;
                new.changed_by := old.changed_by;
                new.changed_via := old.changed_via;
                new.reason := old.reason;
                return new;
            end if;
            if tg_op <> 'INSERT' then
                at := greatest(at, old.valid_from + interval '1 microsecond');
                insert into %1$I.%3$I (%4$s, valid_to, ended_by) values (%5$s, at, platform.current_writer());
                if tg_op = 'DELETE' then
                    return old;
                end if;
            end if;
            new.valid_from := at;
            new.changed_by := platform.current_writer();
            new.changed_via := platform.current_via();
            new.reason := platform.current_reason();
            return new;
        end
        $trigger$
        $body$, schema_name, table_name || '_keep_versions', table_name || '_history', column_list, old_list, comparison);
    execute format('create or replace trigger keep_versions before insert or update or delete on %I.%I '
        || 'for each row execute function %I.%I()', schema_name, table_name, schema_name, table_name || '_keep_versions');

    -- Plain SQL, so that the planner sees through it.
    execute format('create or replace function %1$I.%2$I(at timestamptz) returns setof %1$I.%3$I language sql stable as '
        || '$body$ select %4$s from %1$I.%3$I where valid_from <= at union all '
        || 'select %4$s from %1$I.%5$I where valid_from <= at and valid_to > at $body$',
        schema_name, table_name || '_as_of', table_name, column_list, table_name || '_history');

    -- All versions with their intervals; the one that holds now has no valid_to.
    execute format('drop view if exists %I.%I', schema_name, table_name || '_version');
    execute format('create view %1$I.%2$I as select %3$s, null::timestamptz as valid_to, null::bigint as ended_by '
        || 'from %1$I.%4$I union all select %3$s, valid_to, ended_by from %1$I.%5$I',
        schema_name, table_name || '_version', column_list, table_name, table_name || '_history');
end
$fn$;

-- This installation: one row. The mark of a demonstration lives and dies with the database.
create table platform.installation (
    id           boolean     not null default true primary key check (id),
    demo         boolean     not null default false,
    installed_at timestamptz not null default now(),
    setup_hash   bytea,
    setup_until  timestamptz
);
comment on column platform.installation.setup_hash is 'SHA-256 of the one-time token that lets the first administrator set a password';
insert into platform.installation default values;

-- Long work, with progress for the page that waits for it.
create table platform.job (
    id               bigint      generated always as identity primary key,
    kind             text        not null check (kind <> ''),
    subject_id       bigint,
    started_by       bigint      not null,
    state            text        not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    done             bigint      not null default 0 check (done >= 0),
    total            bigint      check (total >= 0),
    parameters       jsonb       not null default '{}',
    result           jsonb,
    problem          text,
    cancel_requested boolean     not null default false,
    created_at       timestamptz not null default now(),
    started_at       timestamptz,
    heartbeat_at     timestamptz,
    finished_at      timestamptz
);
comment on column platform.job.problem is 'A sentence for people when the job failed';
create index job_by_state on platform.job (state, id) where state in ('WAITING', 'RUNNING');

-- The queue of db-scheduler, which runs jobs on any node. Its shape is the library's.
create table platform.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on platform.scheduled_tasks (last_heartbeat);

-- Answers already given to commands that carry an Idempotency-Key, kept for a day.
create table platform.answered_command (
    user_id      bigint      not null,
    key          text        not null check (length(key) between 1 and 200),
    request_hash bytea       not null,
    status       integer,
    body         text,
    answered_at  timestamptz not null default now(),
    primary key (user_id, key)
);
create index answered_command_by_time on platform.answered_command (answered_at);
