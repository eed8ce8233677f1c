-- A share may end by itself. [A3]
alter table organization.share add column ends_at timestamptz check (ends_at > shared_at);
comment on column organization.share.ends_at is 'Shows the record no longer from then on; null for ever';
