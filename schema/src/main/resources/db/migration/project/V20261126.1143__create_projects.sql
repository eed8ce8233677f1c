-- What a won opportunity is carried out as: set up, under way, completed, closed. [D12]
set local qiji.writer = '0';

create schema project;

create table project.project (
    id              bigint        generated always as identity primary key,
    version         integer       not null default 0,
    opportunity_id  bigint        not null references opportunity.opportunity constraint project_opportunity_unique unique,
    name            text          not null check (name <> '' and length(name) <= 200),
    lead_id         bigint        references organization.app_user,
    state           text          not null default 'SET_UP' check (state in ('SET_UP', 'RUNNING', 'COMPLETED', 'CLOSED')),
    state_at        timestamptz   not null default now(),
    percent         numeric(5, 2) not null default 0 check (percent between 0 and 100),
    due_on          date,
    started_on      date,
    completed_on    date,
    completion_note text          check (length(completion_note) <= 2000),
    closed_on       date,
    closing_note    text          check (length(closing_note) <= 2000),
    baseline_at     timestamptz,
    reported_at     timestamptz,
    custom          jsonb         not null default '{}',
    search          tsvector,
    created_at      timestamptz   not null default now(),
    created_by      bigint        not null,
    valid_from      timestamptz   not null,
    changed_by      bigint        not null,
    changed_via     text          not null,
    reason          text,
    check ((started_on is null) = (state = 'SET_UP')),
    check ((completed_on is null) = (state in ('SET_UP', 'RUNNING'))),
    check ((closed_on is null) = (state <> 'CLOSED')),
    check (completed_on >= started_on),
    check (closed_on >= completed_on)
);
comment on table project.project is 'One of each won opportunity; it rests while that is open again, and is never deleted';
comment on column project.project.percent is 'As last reported; a completed one is at 100';
create index project_by_search on project.project using gin (search);
-- A leaver's projects.
create index project_by_lead on project.project (lead_id, id);
create index project_by_creation on project.project (created_at desc, id desc);
select platform.keep_versions('project.project', array ['search', 'version']);
select audit.watch('project.project');

create table project.item (
    id             bigint      generated always as identity primary key,
    project_id     bigint      not null references project.project,
    version        integer     not null default 0,
    kind           text        not null check (kind in ('MILESTONE', 'STEP')),
    title          text        not null check (title <> '' and length(title) <= 200),
    assignee_id    bigint      references organization.app_user,
    starts_on      date        not null,
    ends_on        date        not null,
    base_starts_on date,
    base_ends_on   date,
    done_on        date,
    depends_on     bigint,
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text,
    check (ends_on >= starts_on),
    check (kind = 'STEP' or starts_on = ends_on),
    check ((base_starts_on is null) = (base_ends_on is null)),
    constraint item_whole unique (project_id, id),
    constraint item_predecessor foreign key (project_id, depends_on) references project.item (project_id, id)
);
comment on table project.item is 'A step or a milestone of a project; deleted when it is no longer planned, its versions stay';
comment on column project.item.depends_on is 'What must be done before, of the same project';
-- A leaver's open items.
create index item_by_assignee on project.item (assignee_id, id) where done_on is null;
create index item_by_predecessor on project.item (depends_on) where depends_on is not null;
select platform.keep_versions('project.item', array ['version']);
create index on project.item_history (project_id, valid_from);
select audit.watch('project.item');

create table project.report (
    id          bigint        generated always as identity primary key,
    project_id  bigint        not null references project.project,
    percent     numeric(5, 2) not null check (percent between 0 and 100),
    feedback    text          not null check (feedback <> '' and length(feedback) <= 2000),
    reported_at timestamptz   not null default now(),
    reported_by bigint        not null references organization.app_user
);
comment on table project.report is 'How far a project has come, and what there is to say of it; never changed';
create index report_of_project on project.report (project_id, reported_at desc, id desc);
select audit.watch('project.report');
