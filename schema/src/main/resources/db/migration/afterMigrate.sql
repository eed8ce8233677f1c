-- What the application's role may do, stated anew after each migration: everything with records, nothing with the past.
do $$
declare
    module text;
    past record;
begin
    foreach module in array array ['platform', 'audit', 'organization', 'records', 'customer', 'product', 'process', 'rule',
        'opportunity', 'activity', 'collaboration', 'notification', 'approval', 'competitor', 'project']
    loop
        -- A backup of an older version is restored into the shape of then, before its modules are all there.
        continue when to_regnamespace(module) is null;
        execute format('grant usage on schema %I to qiji_app', module);
        execute format('grant select, insert, update, delete on all tables in schema %I to qiji_app', module);
        execute format('grant usage, select on all sequences in schema %I to qiji_app', module);
        execute format('grant execute on all functions in schema %I to qiji_app', module);
    end loop;
    for past in
        select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^pg_'
          and (c.relname ~ '_(history|version)$' or c.oid = 'audit.entry'::regclass)
    loop
        execute format('revoke insert, update, delete, truncate, references, trigger on %s from qiji_app', past.name);
    end loop;
    grant insert on audit.entry to qiji_app;
    if to_regnamespace('approval') is not null then
        revoke update, delete on approval.event, approval.snapshot from qiji_app;
    end if;
    -- Only those who set up the database make versions and watches.
    revoke execute on function platform.keep_versions(regclass, text[]) from qiji_app, public;
    revoke execute on function audit.watch(regclass) from qiji_app, public;
    revoke update, delete on platform.installation from qiji_app;
    grant update (setup_hash, setup_until) on platform.installation to qiji_app;
end
$$;
