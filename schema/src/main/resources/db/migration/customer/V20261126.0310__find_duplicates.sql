-- Which customers and contacts are probably the same. [B1]

-- The keys by which names are found that are alike, of each customer. Derived: the application makes them of the name, and
-- anew wherever the name is no longer the one that they were made of.
create table customer.name_keys (
    customer_id bigint    primary key references customer.customer on delete cascade,
    name        text      not null,
    keys        integer[] not null
);
comment on column customer.name_keys.keys is 'Hashes of the name as it is compared, as it is read, and without each of its characters';
-- Names are asked for while they are typed: no list of entries that wait to be sorted in.
create index name_keys_by_key on customer.name_keys using gin (keys) with (fastupdate = off);

create table customer.duplicate_pair (
    id          bigint      generated always as identity primary key,
    type        text        not null check (type in ('customer', 'contact')),
    first_id    bigint      not null,
    second_id   bigint      not null check (second_id > first_id),
    score       integer     not null check (score between 0 and 100),
    reasons     text[]      not null,
    first_name  text        not null,
    second_name text        not null,
    state       text        not null default 'OPEN' check (state in ('OPEN', 'DISMISSED', 'MERGED')),
    found_at    timestamptz not null,
    seen_by     bigint      not null,
    decided_at  timestamptz,
    decided_by  bigint      references organization.app_user,
    constraint duplicate_pair_once unique (type, first_id, second_id)
);
comment on table customer.duplicate_pair is 'Two records that a search found to be alike, and what was decided of them';
comment on column customer.duplicate_pair.first_name is 'The names as they were compared: a decision holds as long as they do';
comment on column customer.duplicate_pair.seen_by is 'The last search, by its job, that found the pair';
create index duplicate_pair_by_score on customer.duplicate_pair (type, state, score desc, id desc);

create table customer.duplicate_search (
    type        text        primary key check (type in ('customer', 'contact')),
    job_id      bigint      not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    found       integer
);
comment on table customer.duplicate_search is 'The last search for duplicates among the records of a type';
