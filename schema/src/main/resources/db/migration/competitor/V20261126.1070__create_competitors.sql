-- Who sells against us. [D11]
create schema competitor;

create table competitor.competitor (
    id          bigint      generated always as identity primary key,
    version     integer     not null default 0,
    name        text        not null check (name <> '' and length(name) <= 200) constraint competitor_name_unique unique,
    other_names text        check (length(other_names) <= 500),
    price_level text        check (price_level in ('LOWER', 'SIMILAR', 'HIGHER')),
    strengths   text        check (length(strengths) <= 5000),
    weaknesses  text        check (length(weaknesses) <= 5000),
    note        text        check (length(note) <= 5000),
    custom      jsonb       not null default '{}',
    search      tsvector,
    archived_at timestamptz,
    created_at  timestamptz not null default now(),
    created_by  bigint      not null
);
comment on column competitor.competitor.other_names is 'What else they are called; they are found by it too';
comment on column competitor.competitor.price_level is 'What they ask as a rule, beside what we ask';
create index competitor_by_search on competitor.competitor using gin (search);
select audit.watch('competitor.competitor');
