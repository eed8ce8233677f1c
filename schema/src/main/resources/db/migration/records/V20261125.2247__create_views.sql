-- Saved views of lists, which view opens first for whom, and work on many records at once. [X2]
create table records.saved_view (
    id            bigint      generated always as identity primary key,
    version       integer     not null default 0,
    record_type   text        not null,
    name          text        not null check (name <> '' and length(name) <= 60),
    audience      text        not null check (audience in ('ME', 'TEAM', 'EVERYBODY')),
    owner_id      bigint      not null references organization.app_user,
    department_id bigint      references organization.department,
    state         jsonb       not null,
    position      integer     not null default 0,
    created_at    timestamptz not null default now(),
    check ((audience = 'TEAM') = (department_id is not null))
);
comment on table records.saved_view is 'What a list shows and how; never whose records: that is the scope of who looks';
comment on column records.saved_view.department_id is 'The team that sees it: the people of this department and of those below';
-- The tabs above a list: all views of one type, of which few belong to others.
create index saved_view_by_type on records.saved_view (record_type, position, id);
-- What a leaver shared is handed over.
create index saved_view_by_owner on records.saved_view (owner_id);

-- Which view a list opens with: what the user chose for themselves, else what was chosen for one of their roles.
create table records.first_view (
    id          bigint generated always as identity primary key,
    record_type text   not null,
    view_id     bigint not null references records.saved_view on delete cascade,
    user_id     bigint references organization.app_user,
    role_id     bigint references organization.role on delete cascade,
    check (num_nonnulls(user_id, role_id) = 1),
    unique (record_type, user_id),
    unique (record_type, role_id)
);
-- So that a view which is deleted takes its choices along without reading all of them.
create index first_view_by_view on records.first_view (view_id);

-- One change of many records, or one file of them: what was chosen, what is to be done, how far it is.
create table records.bulk_run (
    id          bigint      generated always as identity primary key,
    record_type text        not null,
    action      text        not null,
    selection   jsonb       not null,
    given       jsonb       not null default '{}',
    resolved_at timestamptz,
    job_id      bigint,
    started_by  bigint      not null references organization.app_user,
    created_at  timestamptz not null default now()
);
comment on column records.bulk_run.given is 'What the action was given: the values of an edit, the new owner, the stage';
comment on column records.bulk_run.resolved_at is 'When the records were found that the selection means; from then on they are fixed';
create index bulk_run_by_starter on records.bulk_run (started_by, id desc);

create table records.bulk_record (
    run_id    bigint  not null references records.bulk_run,
    place     integer not null,
    record_id bigint  not null,
    outcome   text    check (outcome in ('DONE', 'UNCHANGED', 'REFUSED')),
    problem   jsonb,
    primary key (run_id, place)
);
comment on column records.bulk_record.outcome is 'Empty until its turn has come';
-- What was refused is shown with its reasons, and there is little of it.
create index bulk_record_refused on records.bulk_record (run_id, place) where outcome = 'REFUSED';

-- A list written into a file by a job, to be fetched within a day.
create table records.export_run (
    id          bigint      generated always as identity primary key,
    record_type text        not null,
    format      text        not null check (format in ('XLSX', 'CSV')),
    wish        jsonb       not null,
    file_name   text        not null,
    row_count   bigint,
    byte_count  bigint,
    job_id      bigint,
    started_by  bigint      not null references organization.app_user,
    created_at  timestamptz not null default now(),
    written_at  timestamptz,
    removed_at  timestamptz
);
comment on column records.export_run.removed_at is 'When its file was thrown away';
create index export_run_by_starter on records.export_run (started_by, id desc);
-- Once an hour those of yesterday are thrown away.
create index export_run_kept on records.export_run (written_at) where removed_at is null;

select audit.watch(format('records.%I', name)::regclass)
from unnest(array ['saved_view', 'first_view', 'bulk_run']) as name;

set local qiji.writer = '0';
set local qiji.reason = 'shipped';
insert into organization.role_permission (role_id, permission)
select id, permission
from organization.role
cross join unnest(array ['view:share', 'view:publish']) as permission
where code in ('OPPORTUNITY_ADMIN', 'CENTER_DIRECTOR', 'DEPUTY_GM', 'GENERAL_MANAGER', 'REGION_SALES', 'SALES_OPS')
  and (permission = 'view:share' or code = 'SALES_OPS');
