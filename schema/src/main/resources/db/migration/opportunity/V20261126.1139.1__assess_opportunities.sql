-- Assessments with their score card, what raters gave, risks, and what an opportunity is to bring. [D6]
set local qiji.writer = '0';

create table opportunity.assessment (
    id              bigint        generated always as identity primary key,
    version         integer       not null default 0,
    opportunity_id  bigint        not null references opportunity.opportunity,
    number          integer       not null check (number >= 1),
    card            jsonb         not null,
    card_edition_id bigint        references rule.edition,
    state           text          not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'APPROVED')),
    score           numeric(5, 2) check (score between 0 and 100),
    screened        text          check (screened in ('PRIORITY', 'NORMAL', 'DEFER', 'ABANDON')),
    screening_rule  jsonb,
    direction       text          check (direction in ('PRIORITY', 'NORMAL', 'DEFER', 'ABANDON')),
    conclusion      text          check (length(conclusion) <= 4000),
    created_by      bigint        not null,
    created_at      timestamptz   not null default now(),
    submitted_by    bigint,
    submitted_at    timestamptz,
    decided_by      bigint,
    decided_at      timestamptz,
    valid_from      timestamptz   not null,
    changed_by      bigint        not null,
    changed_via     text          not null,
    reason          text,
    constraint assessment_number_unique unique (opportunity_id, number),
    check (state not in ('SUBMITTED', 'APPROVED') or (score is not null and screened is not null and direction is not null)),
    check ((state in ('APPROVED', 'REJECTED')) = (decided_at is not null))
);
comment on column opportunity.assessment.card is 'The score card as it was when the assessment began: it never changes, whatever becomes of the rule';
comment on column opportunity.assessment.card_edition_id is 'The edition that the card is of; null for one that ships';
comment on column opportunity.assessment.score is 'What the raters came to when it was sent, 0 to 100';
comment on column opportunity.assessment.screened is 'What screening_rule made of the score; direction is what was asked for and approved';
-- One at a time goes on.
create unique index assessment_running on opportunity.assessment (opportunity_id) where state in ('DRAFT', 'SUBMITTED', 'RETURNED');
-- A trial of a rule of screening reads those that were approved in a span. [X7]
create index assessment_approved on opportunity.assessment (decided_at) include (opportunity_id, score, number) where state = 'APPROVED';
select platform.keep_versions('opportunity.assessment', array ['version']);
select audit.watch('opportunity.assessment');

-- What one rater gives for one criterion.
create table opportunity.assessment_score (
    id            bigint        generated always as identity primary key,
    assessment_id bigint        not null references opportunity.assessment,
    rater_id      bigint        not null references organization.app_user,
    criterion     text          not null check (criterion <> ''),
    value         numeric(5, 2) not null check (value between 0 and 100),
    comment       text          check (length(comment) <= 2000),
    valid_from    timestamptz   not null,
    changed_by    bigint        not null,
    changed_via   text          not null,
    reason        text,
    constraint assessment_score_unique unique (assessment_id, rater_id, criterion)
);
select platform.keep_versions('opportunity.assessment_score');
select audit.watch('opportunity.assessment_score');

create table opportunity.risk (
    id             bigint      generated always as identity primary key,
    version        integer     not null default 0,
    opportunity_id bigint      not null references opportunity.opportunity,
    title          text        not null check (title <> '' and length(title) <= 500),
    probability    integer     not null check (probability between 1 and 5),
    impact         integer     not null check (impact between 1 and 5),
    owner_id       bigint      references organization.app_user,
    mitigation     text        check (length(mitigation) <= 2000),
    state          text        not null default 'OPEN' check (state in ('OPEN', 'MITIGATED', 'OCCURRED', 'CLOSED')),
    created_by     bigint      not null,
    created_at     timestamptz not null default now(),
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text
);
create index risk_by_opportunity on opportunity.risk (opportunity_id, id);
select platform.keep_versions('opportunity.risk', array ['version']);
create index on opportunity.risk_history (opportunity_id, valid_from);
select audit.watch('opportunity.risk');

-- What comes in and goes out in a month. Yuan.
create table opportunity.cash_month (
    id             bigint         generated always as identity primary key,
    opportunity_id bigint         not null references opportunity.opportunity,
    month          date           not null check (extract(day from month) = 1),
    revenue        numeric(18, 2) not null check (revenue >= 0),
    cost           numeric(18, 2) not null check (cost >= 0),
    valid_from     timestamptz    not null,
    changed_by     bigint         not null,
    changed_via    text           not null,
    reason         text,
    constraint cash_month_unique unique (opportunity_id, month)
);
select platform.keep_versions('opportunity.cash_month');
create index on opportunity.cash_month_history (opportunity_id, valid_from);
select audit.watch('opportunity.cash_month');

-- Of the last assessment that was approved.
alter table opportunity.opportunity
    add column score numeric(5, 2) check (score between 0 and 100),
    add column screening text check (screening in ('PRIORITY', 'NORMAL', 'DEFER', 'ABANDON'));
comment on column opportunity.opportunity.score is 'Of the assessment that was approved last, 0 to 100';
comment on column opportunity.opportunity.screening is 'The direction that was approved last';
-- Bands of scores against what became of them, from the index alone. [D6]
create index opportunity_by_score on opportunity.opportunity (score, id)
    include (department_id, owner_id, secrecy, status, screening, expected_amount, won_amount) where score is not null;
select platform.keep_versions('opportunity.opportunity', array ['search', 'version', 'last_follow_up_at', 'grade',
    'grade_pending', 'grade_state', 'grade_confirmed', 'grade_confirmed_at', 'city_report', 'city_reported_on',
    'leader_follow_up_at', 'score', 'screening']);
