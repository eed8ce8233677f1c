-- Who is away, and who stands in for them meanwhile. [D9]
create table organization.absence (
    id          bigint      generated always as identity primary key,
    user_id     bigint      not null references organization.app_user,
    from_at     timestamptz not null,
    until_at    timestamptz not null check (until_at > from_at),
    delegate_id bigint      not null references organization.app_user check (delegate_id <> user_id),
    created_at  timestamptz not null default now()
);
comment on column organization.absence.until_at is 'The first moment they are back';
create index absence_by_user on organization.absence (user_id, from_at);
-- For whom does somebody stand in?
create index absence_by_delegate on organization.absence (delegate_id, until_at);
select audit.watch('organization.absence');
