-- Follow-ups and tasks, on any record. [D10 E2]
create schema activity;

create table activity.activity (
    id            bigint      generated always as identity primary key,
    version       integer     not null default 0,
    record_type   text        not null,
    record_id     bigint      not null,
    kind          text        not null check (kind in ('CALL', 'VISIT', 'MEETING', 'MESSAGE', 'MAIL', 'DEMO', 'BID')),
    subject       text        not null check (subject <> '' and length(subject) <= 200),
    content       text        check (length(content) <= 10000),
    outcome       text        check (length(outcome) <= 2000),
    happened_at   timestamptz not null,
    owner_id      bigint      not null references organization.app_user,
    department_id bigint      references organization.department,
    next_step     text        check (length(next_step) <= 500),
    next_step_on  date,
    custom        jsonb       not null default '{}',
    search        tsvector,
    archived_at   timestamptz,
    created_at    timestamptz not null default now(),
    created_by    bigint      not null
);
comment on table activity.activity is 'A follow-up: something done with a customer, with its outcome';
create index activity_by_record on activity.activity (record_type, record_id, happened_at desc, id desc);
create index activity_by_owner on activity.activity (owner_id, happened_at desc, id desc);
create index activity_by_time on activity.activity (happened_at desc, id desc);
create index activity_by_search on activity.activity using gin (search);

create table activity.task (
    id            bigint      generated always as identity primary key,
    version       integer     not null default 0,
    record_type   text,
    record_id     bigint,
    title         text        not null check (title <> '' and length(title) <= 200),
    description   text        check (length(description) <= 5000),
    status        text        not null default 'OPEN' check (status in ('OPEN', 'DONE', 'CANCELLED')),
    priority      text        not null default 'NORMAL' check (priority in ('HIGH', 'NORMAL', 'LOW')),
    due_on        date,
    assignee_id   bigint      not null references organization.app_user,
    department_id bigint      references organization.department,
    completed_at  timestamptz,
    custom        jsonb       not null default '{}',
    search        tsvector,
    created_at    timestamptz not null default now(),
    created_by    bigint      not null,
    check ((record_type is null) = (record_id is null)),
    check ((status = 'DONE') = (completed_at is not null))
);
create index task_by_assignee on activity.task (assignee_id, status, due_on);
create index task_by_record on activity.task (record_type, record_id);
create index task_by_created on activity.task (created_at desc, id desc);
create index task_by_search on activity.task using gin (search);
select audit.watch('activity.activity'), audit.watch('activity.task');
