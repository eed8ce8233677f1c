-- An opportunity that is opened again and ends anew teaches anew: what its earlier endings taught stays. [D12]
set local qiji.writer = '0';

alter table opportunity.lesson
    drop constraint lesson_opportunity_unique,
    add column earlier boolean not null default false;
comment on column opportunity.lesson.earlier is 'Of an ending before the opportunity was opened again: no review of a later one changes it';
create unique index lesson_of_last_ending on opportunity.lesson (opportunity_id) where not earlier;
create index lesson_by_opportunity on opportunity.lesson (opportunity_id);
update opportunity.lesson l set earlier = true
from opportunity.opportunity o where o.id = l.opportunity_id and o.closed_on is null;

-- Writes the lessons of opportunities that have ended, with their marks: the same for one, for an import, for what was there
-- before; those of one that is open are of an earlier ending. Search words are the application's to make. A text that changed
-- is not what was published.
create or replace function opportunity.learn(ids bigint[]) returns table (id bigint, title text, text text) language plpgsql as $$
#variable_conflict use_column
begin
    update opportunity.lesson l set earlier = true, version = l.version + 1 from opportunity.opportunity o
    where l.opportunity_id = any (ids) and o.id = l.opportunity_id and o.closed_on is null and not l.earlier;
    delete from opportunity.lesson l using opportunity.opportunity o
    where l.opportunity_id = any (ids) and o.id = l.opportunity_id and o.closed_on is not null and coalesce(o.lesson, '') = ''
        and not l.earlier;
    insert into opportunity.lesson as l
        (opportunity_id, title, text, outcome, reason, competitor_id, industry, learnt_on, created_by)
    select o.id,
        coalesce(nullif(btrim(left((regexp_split_to_array(btrim(o.lesson, E' \n\r\t　'), '[。！？!?；;\n\r]|\. '))[1], 100)), ''),
            left(o.lesson, 100)),
        o.lesson, o.status, o.lost_reason, o.lost_to_competitor_id, c.industry, o.closed_on, o.changed_by
    from opportunity.opportunity o
    left join customer.customer c on c.id = o.customer_id
    where o.id = any (ids) and o.closed_on is not null and o.lesson <> ''
    on conflict (opportunity_id) where not earlier do update set
        title = case when l.text = excluded.text then l.title else excluded.title end,
        published_at = case when l.text = excluded.text then l.published_at end,
        published_by = case when l.text = excluded.text then l.published_by end,
        text = excluded.text, outcome = excluded.outcome, reason = excluded.reason, competitor_id = excluded.competitor_id,
        industry = excluded.industry, learnt_on = excluded.learnt_on, version = l.version + 1;
    delete from opportunity.lesson_mark m using opportunity.lesson l
    where l.opportunity_id = any (ids) and not l.earlier and m.lesson_id = l.id;
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
    where l.opportunity_id = any (ids) and not l.earlier and o.closed_on is not null;
    return query select l.id, l.title, l.text from opportunity.lesson l
        join opportunity.opportunity o on o.id = l.opportunity_id
        where l.opportunity_id = any (ids) and not l.earlier and o.closed_on is not null;
end
$$;
