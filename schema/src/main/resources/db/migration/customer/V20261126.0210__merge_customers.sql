-- Two records of the same company or person become one: the other is archived and knows which, and all can be undone. [B1]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

alter table customer.customer
    add column merged_into_id bigint references customer.customer check (merged_into_id <> id),
    add column former_names   text;
alter table customer.contact
    add column merged_into_id bigint references customer.contact check (merged_into_id <> id),
    add column former_names   text;
-- Only what is archived was merged away.
alter table customer.customer add check (merged_into_id is null or archived_at is not null);
alter table customer.contact add check (merged_into_id is null or archived_at is not null);
comment on column customer.customer.former_names is 'What those were called that were merged into it: it is found by that too';
create index customer_by_survivor on customer.customer (merged_into_id) where merged_into_id is not null;
create index contact_by_survivor on customer.contact (merged_into_id) where merged_into_id is not null;
-- The people below a contact, as they are given to another.
create index contact_by_superior on customer.contact (reports_to_id) where reports_to_id is not null;
select platform.keep_versions('customer.customer', array ['search', 'version', 'normalized_name']);
select platform.keep_versions('customer.contact', array ['search', 'version']);

create table customer.merge (
    id          bigint      generated always as identity primary key,
    record_type text        not null check (record_type in ('customer', 'contact')),
    keep_id     bigint      not null,
    gone_id     bigint      not null check (gone_id <> keep_id),
    lost_name   text        not null,
    kept        jsonb       not null,
    gone        jsonb       not null,
    merged_by   bigint      not null,
    merged_at   timestamptz not null,
    undone_by   bigint,
    undone_at   timestamptz check (undone_at >= merged_at),
    check ((undone_by is null) = (undone_at is null))
);
comment on column customer.merge.lost_name is 'The one of both names that the survivor does not bear';
comment on column customer.merge.kept is 'The columns of the survivor that changed: what each held before and after; custom values one by one';
comment on column customer.merge.gone is 'The same of the record that went';
create index merge_by_survivor on customer.merge (record_type, keep_id, id desc);
create index merge_by_gone on customer.merge (record_type, gone_id, id desc);

-- What named the record that went and names the survivor since; what would have named it twice was taken out.
create table customer.merge_move (
    merge_id bigint   not null references customer.merge,
    position integer  not null,
    kind     text     not null,
    place    text     not null,
    ids      bigint[] not null,
    removed  jsonb    not null default '[]',
    primary key (merge_id, position)
);
comment on column customer.merge_move.place is 'Where in its kind: the field that refers, for kinds with several';
comment on column customer.merge_move.removed is 'Whole rows, to be put back as they were';
