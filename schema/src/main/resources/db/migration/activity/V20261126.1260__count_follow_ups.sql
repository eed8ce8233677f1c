-- What a follow-up is: something with an outcome, by the owner or the team of what it is about; decided when it is written down,
-- as owner and team change. The index that gates and their trials read holds it too. [D10 D5 X7]
alter table activity.activity add column counts boolean;
comment on column activity.activity.counts is
    'Whether it counts as a follow-up: with an outcome, by owner or team of then; null: of before this was asked, counts';
drop index activity.activity_by_record;
create index activity_by_record on activity.activity (record_type, record_id, happened_at desc, id desc)
    include (kind, created_at, archived_at, counts);
