-- Competitors met in an opportunity, and the one that it was lost to. [D11]
set local qiji.writer = '0';

create table opportunity.rival (
    id               bigint         generated always as identity primary key,
    opportunity_id   bigint         not null references opportunity.opportunity,
    competitor_id    bigint         not null references competitor.competitor,
    threat           text           not null check (threat in ('LOW', 'MEDIUM', 'HIGH')),
    strength         text           check (length(strength) <= 2000),
    weakness         text           check (length(weakness) <= 2000),
    price            numeric(18, 2) check (price >= 0),
    counter_strategy text           check (length(counter_strategy) <= 2000),
    valid_from       timestamptz    not null,
    changed_by       bigint         not null,
    changed_via      text           not null,
    reason           text,
    constraint rival_competitor_unique unique (opportunity_id, competitor_id)
);
comment on column opportunity.rival.price is 'What they ask here: contract total, yuan';
-- Who met a competitor: win and loss by competitor, and the lists behind its figures.
create index rival_by_competitor on opportunity.rival (competitor_id, opportunity_id);
select platform.keep_versions('opportunity.rival');
create index on opportunity.rival_history (opportunity_id, valid_from);
select audit.watch('opportunity.rival');

alter table opportunity.opportunity add column lost_to_competitor_id bigint references competitor.competitor;
comment on column opportunity.opportunity.lost_to_competitor_id is 'The competitor that won it; lost_to is what a file or a person called it';
create index opportunity_by_lost_to on opportunity.opportunity (lost_to_competitor_id, id) where lost_to_competitor_id is not null;
select platform.keep_versions('opportunity.opportunity', array ['search', 'version', 'last_follow_up_at']);
