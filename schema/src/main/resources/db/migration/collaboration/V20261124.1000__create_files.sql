-- Files on any record; their content lies content-addressed in the file store. [D1]
create schema collaboration;

create table collaboration.file (
    id           bigint      generated always as identity primary key,
    record_type  text        not null,
    record_id    bigint      not null,
    name         text        not null check (name <> '' and length(name) <= 255),
    size         bigint      not null check (size between 0 and 52428800),
    content_type text        not null,
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by  bigint      not null references organization.app_user,
    uploaded_at  timestamptz not null default now(),
    removed_at   timestamptz
);
create index file_by_record on collaboration.file (record_type, record_id, uploaded_at desc) where removed_at is null;
create index file_by_content on collaboration.file (sha256);
select audit.watch('collaboration.file');
