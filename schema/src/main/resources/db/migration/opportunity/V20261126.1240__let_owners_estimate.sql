-- Rates that the RAD grid may go by: what its owner thinks of an opportunity's chances, and what stages were worth. [D4]
set local qiji.writer = '0';

alter table opportunity.opportunity
    add column owner_win_rate numeric(5, 2) check (owner_win_rate between 0 and 100);
comment on column opportunity.opportunity.owner_win_rate is 'Per cent, estimated by the owner; null where they did not';
select platform.keep_versions('opportunity.opportunity', array ['search', 'version', 'last_follow_up_at', 'grade',
    'grade_pending', 'grade_state', 'grade_confirmed', 'grade_confirmed_at', 'city_report', 'city_reported_on',
    'leader_follow_up_at', 'score', 'screening', 'overstay_on']);

-- The RAD grid and the board by grade are added up from the index alone, by whichever rate the rule takes. [D3 D4]
drop index opportunity.opportunity_by_budget;
create index opportunity_by_budget on opportunity.opportunity (department_id, id)
    include (owner_id, secrecy, stage_id, customer_budget, expected_amount, status, grade, won_amount, owner_win_rate)
    where status = 'OPEN';

-- Learned every night: a few rows a day.
create table opportunity.stage_win_rate (
    stage_id   bigint  not null references process.stage,
    learned_on date    not null,
    ended      integer not null check (ended > 0),
    won        integer not null check (won between 0 and ended),
    primary key (stage_id, learned_on)
);
comment on table opportunity.stage_win_rate is 'Of those that were in the stage and ended in two years up to the day, how many were won';
