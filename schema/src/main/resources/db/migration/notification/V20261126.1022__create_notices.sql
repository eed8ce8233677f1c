create schema notification;

create table notification.notice (
    id          bigint generated always as identity primary key,
    user_id     bigint      not null references organization.app_user,
    kind        text        not null,
    record_type text,
    record_id   bigint,
    params      jsonb       not null default '{}',
    key         text,
    at          timestamptz not null default now(),
    read_at     timestamptz,
    check ((record_type is null) = (record_id is null))
);
comment on table notification.notice is 'What somebody was told of: one row for each of them. Thrown away after 180 days, so nothing may stand on it.';
comment on column notification.notice.kind is 'A code that the telling module names, e.g. opportunity.given: the text is made when it is read.';
comment on column notification.notice.params is 'What the text needs besides the name of the record: names of people, days, counts.';
comment on column notification.notice.key is 'Told once to each: the same key is not told again.';

-- The pages of one's notices, the newest first.
create index notice_by_user on notification.notice (user_id, id desc);
-- How many are unread, and the marking of all.
create index notice_unread on notification.notice (user_id, id) where read_at is null;
create unique index notice_once on notification.notice (user_id, key) where key is not null;
-- What has grown old, in batches.
create index notice_by_age on notification.notice (at);
