-- Sales processes (销售流程) and their stages: definitions only. [D5 S4 S17]
create schema process;

create table process.process (
    id          bigint      generated always as identity primary key,
    version     integer     not null default 0,
    code        text        not null check (code ~ '^[A-Za-z0-9_-]{1,40}$') constraint process_code_unique unique,
    name        text        not null check (name <> '' and length(name) <= 100),
    description text        not null default '' check (length(description) <= 2000),
    is_default  boolean     not null default false,
    archived_at timestamptz,
    created_at  timestamptz not null default now(),
    valid_from  timestamptz not null,
    changed_by  bigint      not null,
    changed_via text        not null,
    reason      text
);
-- At most one default.
create unique index process_default on process.process (is_default) where is_default;

create table process.stage (
    id                  bigint        generated always as identity primary key,
    process_id          bigint        not null references process.process,
    code                text          not null check (code ~ '^[A-Za-z0-9_-]{1,20}$'),
    name                text          not null check (name <> '' and length(name) <= 100),
    position            integer       not null check (position >= 1),
    win_rate            numeric(5, 2) not null check (win_rate between 0 and 100),
    expected_conversion numeric(5, 2) check (expected_conversion between 0 and 100),
    planned_days        integer       check (planned_days between 1 and 3650),
    maturity            text          not null check (maturity in ('POTENTIAL', 'VALID', 'FEASIBLE', 'TARGET', 'SUCCESS')),
    is_final            boolean       not null default false,
    goal                text          not null default '' check (length(goal) <= 2000),
    participants        text[]        not null default '{}',
    key_actions         text[]        not null default '{}',
    key_results         text[]        not null default '{}',
    questions           text[]        not null default '{}',
    verification        text          not null default '' check (length(verification) <= 2000),
    gate                jsonb         not null default '{}',
    archived_at         timestamptz,
    valid_from          timestamptz   not null,
    changed_by          bigint        not null,
    changed_via         text          not null,
    reason              text,
    constraint stage_code_unique unique (process_id, code)
);
comment on column process.stage.win_rate is 'Preset win rate, per cent 0–100';
comment on column process.stage.expected_conversion is 'Expected conversion to the next stage, per cent 0–100';
comment on column process.stage.gate is 'What must be true before this stage may be entered: requiredFields, validityRequired, keyActionsRequired';
comment on column process.stage.verification is 'Verification mark (验证标志): the evidence that the stage was really reached [S4]';
comment on column process.stage.is_final is 'Entering it wins the opportunity';
create index stage_by_process on process.stage (process_id, position);

select platform.keep_versions('process.process', array ['version']);
select platform.keep_versions('process.stage');
select audit.watch('process.process'), audit.watch('process.stage');
