-- What is the same for every record: dictionaries, custom fields, imports.
create schema records;

-- A code list that administrators edit (数据字典).
create table records.dictionary (
    code     text primary key check (code ~ '^[a-z][a-z0-9-]*$'),
    label_zh text not null,
    label_en text not null
);
create table records.dictionary_entry (
    id              bigint      generated always as identity primary key,
    dictionary_code text        not null references records.dictionary,
    code            text        not null check (code <> '' and length(code) <= 60),
    label_zh        text        not null check (label_zh <> ''),
    label_en        text        not null check (label_en <> ''),
    parent_code     text,
    position        integer     not null default 0,
    archived_at     timestamptz,
    constraint dictionary_entry_code_unique unique (dictionary_code, code)
);

create table records.custom_field (
    id          bigint      generated always as identity primary key,
    version     integer     not null default 0,
    record_type text        not null,
    code        text        not null check (code ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
    label_zh    text        not null check (label_zh <> ''),
    label_en    text        not null check (label_en <> ''),
    kind        text        not null,
    options     jsonb       not null default '[]',
    required    boolean     not null default false,
    max_length  integer     check (max_length between 1 and 20000),
    position    integer     not null default 0,
    archived_at timestamptz,
    created_at  timestamptz not null default now(),
    constraint custom_field_code_unique unique (record_type, code)
);
comment on column records.custom_field.code is 'The key in the custom column of the record; never changes';

-- One load of one file into one record type. [X3]
create table records.import_run (
    id             bigint      generated always as identity primary key,
    version        integer     not null default 0,
    record_type    text        not null,
    file_name      text        not null,
    file_sha256    text        not null,
    file_size      bigint      not null check (file_size >= 0),
    encoding       text,
    separator      text,
    sheet          text,
    columns        jsonb       not null default '[]',
    row_count      bigint      not null default 0,
    mapping        jsonb,
    state          text        not null default 'UPLOADED'
                               check (state in ('UPLOADED', 'CHECKED', 'RUNNING', 'INTERRUPTED', 'DONE', 'UNDONE')),
    report         jsonb,
    result         jsonb,
    committed_rows bigint      not null default 0,
    committed_through bigint   not null default 0,
    job_id         bigint,
    started_by     bigint      not null,
    created_at     timestamptz not null default now(),
    finished_at    timestamptz
);
comment on column records.import_run.report is 'What the dry run found';
comment on column records.import_run.result is 'What the run did, or its undoing; so far, while it runs';
comment on column records.import_run.committed_rows is 'How many rows of the file are dealt with';
comment on column records.import_run.committed_through is 'The number of the last row dealt with: an interrupted run resumes after it';
create index import_run_by_starter on records.import_run (started_by, id desc);

-- What a run did to which record, so that it can be undone; before is null for created ones. A row may also create
-- what it refers to, so the type is not always that of the run.
create table records.import_change (
    run_id      bigint  not null references records.import_run,
    record_type text    not null,
    record_id   bigint  not null,
    row_number  bigint  not null,
    version     integer not null,
    before      jsonb,
    undone      boolean not null default false,
    primary key (run_id, record_type, record_id)
);
comment on column records.import_change.version is 'The version in which the run left the record: with another one it was changed since';
create table records.import_error (
    run_id     bigint not null references records.import_run,
    row_number bigint not null,
    cells      jsonb  not null,
    faults     jsonb  not null,
    primary key (run_id, row_number)
);
-- The mapping last used for files with the same columns.
create table records.kept_mapping (
    id          bigint      generated always as identity primary key,
    record_type text        not null,
    columns_key text        not null,
    user_id     bigint      not null,
    mapping     jsonb       not null,
    kept_at     timestamptz not null default now(),
    unique (record_type, columns_key, user_id)
);

select audit.watch(format('records.%I', name)::regclass)
from unnest(array ['dictionary_entry', 'custom_field', 'import_run']) as name;
