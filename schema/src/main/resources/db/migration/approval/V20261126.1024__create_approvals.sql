-- Decisions that others take: requests, whom they ask level by level, and the trail. [D9]
create schema approval;

create table approval.request (
    id          bigint      generated always as identity primary key,
    version     integer     not null default 0,
    kind        text        not null check (kind <> ''),
    subject_id  bigint      not null,
    record_type text        not null,
    record_id   bigint      not null,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'APPROVED', 'REJECTED', 'RETURNED', 'WITHDRAWN')),
    asked_by    bigint      not null,
    owner_id    bigint      not null,
    asked_at    timestamptz not null,
    finished_at timestamptz,
    check ((state = 'OPEN') = (finished_at is null))
);
comment on column approval.request.owner_id is 'Whose it was when it was sent, 0 for nobody; neither they nor asked_by decide';
-- A subject waits for one decision of a kind at most.
create unique index request_open on approval.request (kind, subject_id) where state = 'OPEN';
create index request_by_record on approval.request (record_type, record_id, id desc);
create index request_by_asker on approval.request (asked_by, id desc);

-- What was asked, as it was then. Never changed, and not in the audit, which knows no field permission.
create table approval.snapshot (
    request_id bigint primary key references approval.request,
    title      text   not null,
    note       text   check (length(note) <= 4000),
    fields     jsonb  not null
);

create table approval.step (
    id            bigint  generated always as identity primary key,
    request_id    bigint  not null references approval.request,
    level         integer not null check (level > 0),
    rule          jsonb   not null,
    mode          text    not null check (mode in ('ANY', 'ALL', 'TURN')),
    department_id bigint  references organization.department,
    state         text    not null default 'WAITING' check (state in ('WAITING', 'OPEN', 'PASSED', 'STOPPED')),
    unique (request_id, level)
);
create unique index step_open on approval.step (request_id) where state = 'OPEN';

-- Somebody asked. Those of one place stand in for one another: one of them decides.
create table approval.task (
    id           bigint      generated always as identity primary key,
    version      integer     not null default 0,
    request_id   bigint      not null references approval.request,
    step_id      bigint      not null references approval.step,
    place        integer     not null,
    user_id      bigint      not null references organization.app_user,
    state        text        not null default 'WAITING'
                             check (state in ('WAITING', 'OPEN', 'APPROVED', 'REJECTED', 'RETURNED', 'TRANSFERRED', 'OVER')),
    is_added     boolean     not null default false,
    instead_of   bigint      references organization.app_user,
    opened_at    timestamptz,
    due_at       timestamptz,
    escalated_at timestamptz,
    decided_at   timestamptz,
    decided_by   bigint,
    check ((decided_at is null) = (decided_by is null)),
    check ((state in ('APPROVED', 'REJECTED', 'RETURNED')) = (decided_at is not null))
);
comment on column approval.task.instead_of is 'Who was asked before: it was transferred, or escalated over them';
create index task_by_request on approval.task (request_id, step_id, place);
-- To do, and who sees a record because they are asked about it.
create index task_to_do on approval.task (user_id, request_id) where state = 'OPEN';
create index task_by_user on approval.task (user_id, request_id desc);
create index task_done on approval.task (decided_by, request_id desc) where decided_by is not null;
-- What is overdue and was not yet escalated.
create index task_overdue on approval.task (due_at) where state = 'OPEN' and escalated_at is null;

-- The trail: nothing of it is ever changed.
create table approval.event (
    id         bigint      generated always as identity primary key,
    request_id bigint      not null references approval.request,
    level      integer,
    kind       text        not null check (kind <> ''),
    by_id      bigint      not null,
    user_id    bigint,
    comment    text        check (length(comment) <= 4000),
    at         timestamptz not null
);
create index event_by_request on approval.event (request_id, id);

select audit.watch(format('approval.%I', name)::regclass) from unnest(array ['request', 'task']) as name;
