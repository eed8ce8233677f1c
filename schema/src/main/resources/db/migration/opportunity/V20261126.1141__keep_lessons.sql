-- What is learnt from endings, to be found where it helps. The text is that of the opportunity, here with its own search;
-- what is published may be read by all with the right, and so is fixed until it is published anew. [D12 E4]
set local qiji.writer = '0';

create table opportunity.lesson (
    id             bigint      generated always as identity primary key,
    version        integer     not null default 0,
    opportunity_id bigint      not null constraint lesson_opportunity_unique unique references opportunity.opportunity,
    title          text        not null check (title <> '' and length(title) <= 200),
    text           text        not null check (text <> '' and length(text) <= 5000),
    outcome        text        not null check (outcome in ('WON', 'LOST', 'ABANDONED', 'INVALID')),
    reason         text,
    competitor_id  bigint      references competitor.competitor,
    industry       text,
    learnt_on      date        not null,
    published_at   timestamptz,
    published_by   bigint      references organization.app_user,
    search         tsvector,
    created_at     timestamptz not null default now(),
    created_by     bigint      not null,
    check ((published_at is null) = (published_by is null))
);
comment on column opportunity.lesson.reason is 'Why it was lost, a code of lost-reason';
comment on column opportunity.lesson.industry is 'Of the customer, when it was learnt';
create index lesson_by_day on opportunity.lesson (learnt_on desc, id desc);
create index lesson_by_competitor on opportunity.lesson (competitor_id) where competitor_id is not null;
create index lesson_by_search on opportunity.lesson using gin (search);
create index lesson_published on opportunity.lesson (published_at desc, id desc) where published_at is not null;
select audit.watch('opportunity.lesson');

-- By what lessons are like an open opportunity: product, competitor, industry, reason. Department and publication only say
-- where to look first; who may see it is asked of the lesson itself.
create table opportunity.lesson_mark (
    lesson_id     bigint  not null references opportunity.lesson on delete cascade,
    kind          text    not null check (kind in ('PRODUCT', 'COMPETITOR', 'INDUSTRY', 'REASON')),
    value         text    not null,
    department_id bigint  not null,
    published     boolean not null,
    primary key (lesson_id, kind, value)
);
-- The newest of a mark: of one's own department, of those published, of all.
create index lesson_mark_by_department on opportunity.lesson_mark (kind, value, department_id, lesson_id desc);
create index lesson_mark_published on opportunity.lesson_mark (kind, value, lesson_id desc) where published;
create index lesson_mark_by_value on opportunity.lesson_mark (kind, value, lesson_id desc);

-- Writes the lessons of opportunities that have ended, with their marks: the same for one, for an import, for what was there
-- before. Search words are the application's to make. A text that changed is not what was published.
create function opportunity.learn(ids bigint[]) returns table (id bigint, title text, text text) language plpgsql as $$
#variable_conflict use_column
begin
    delete from opportunity.lesson l using opportunity.opportunity o
    where l.opportunity_id = any (ids) and o.id = l.opportunity_id and o.closed_on is not null and coalesce(o.lesson, '') = '';
    insert into opportunity.lesson as l
        (opportunity_id, title, text, outcome, reason, competitor_id, industry, learnt_on, created_by)
    select o.id,
        coalesce(nullif(btrim(left((regexp_split_to_array(btrim(o.lesson, E' \n\r\t　'), '[。！？!?；;\n\r]|\. '))[1], 100)), ''),
            left(o.lesson, 100)),
        o.lesson, o.status, o.lost_reason, o.lost_to_competitor_id, c.industry, o.closed_on, o.changed_by
    from opportunity.opportunity o
    left join customer.customer c on c.id = o.customer_id
    where o.id = any (ids) and o.closed_on is not null and o.lesson <> ''
    on conflict (opportunity_id) do update set
        title = case when l.text = excluded.text then l.title else excluded.title end,
        published_at = case when l.text = excluded.text then l.published_at end,
        published_by = case when l.text = excluded.text then l.published_by end,
        text = excluded.text, outcome = excluded.outcome, reason = excluded.reason, competitor_id = excluded.competitor_id,
        industry = excluded.industry, learnt_on = excluded.learnt_on, version = l.version + 1;
    delete from opportunity.lesson_mark m using opportunity.lesson l where l.opportunity_id = any (ids) and m.lesson_id = l.id;
    insert into opportunity.lesson_mark (lesson_id, kind, value, department_id, published)
    select distinct l.id, mark.kind, mark.value, coalesce(o.department_id, 0), l.published_at is not null
    from opportunity.lesson l
    join opportunity.opportunity o on o.id = l.opportunity_id
    cross join lateral (
        select 'PRODUCT' as kind, line.product_id::text as value from opportunity.line where line.opportunity_id = o.id
        union select 'COMPETITOR', r.competitor_id::text from opportunity.rival r where r.opportunity_id = o.id
        union select 'COMPETITOR', l.competitor_id::text where l.competitor_id is not null
        union select 'INDUSTRY', l.industry where l.industry is not null
        union select 'REASON', l.reason where l.reason is not null) mark
    where l.opportunity_id = any (ids) and o.closed_on is not null;
    return query select l.id, l.title, l.text from opportunity.lesson l
        join opportunity.opportunity o on o.id = l.opportunity_id
        where l.opportunity_id = any (ids) and o.closed_on is not null;
end
$$;
select count(*) from opportunity.learn(array(select id from opportunity.opportunity where closed_on is not null and lesson <> ''));
