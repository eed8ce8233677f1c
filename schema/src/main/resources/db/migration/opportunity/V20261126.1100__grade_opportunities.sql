-- The grade of an opportunity, what waits for confirmation, and its report to the city company. [D3]
set local qiji.writer = '0';

alter table opportunity.opportunity
    add column grade               text check (grade in ('GENERAL', 'ORDINARY', 'IMPORTANT', 'MAJOR')),
    add column grade_pending       text check (grade_pending in ('GENERAL', 'ORDINARY', 'IMPORTANT', 'MAJOR')),
    add column grade_state         text check (grade_state in ('CONFIRMED', 'AWAITING', 'RETURNED', 'WITHDRAWN', 'UNSENT')),
    add column grade_confirmed     text check (grade_confirmed in ('GENERAL', 'ORDINARY', 'IMPORTANT', 'MAJOR')),
    add column grade_confirmed_at  timestamptz,
    add column city_report         text check (city_report in ('DUE', 'REPORTED', 'RECEIVED', 'RETURNED')),
    add column city_reported_on    date,
    add column leader_follow_up_at timestamptz,
    add check ((grade is null) = (grade_state is null)),
    add check (grade is null or (grade_state = 'CONFIRMED') = (grade_pending is null)),
    add check (grade_pending is null or grade is not null);
comment on column opportunity.opportunity.grade is 'As confirmed, or as raised and not yet confirmed; a lower one waits in grade_pending';
comment on column opportunity.opportunity.grade_pending is 'What is to be confirmed: the same grade if it was raised, else a lower one';
comment on column opportunity.opportunity.grade_confirmed is 'The grade that was confirmed last; never above grade';
comment on column opportunity.opportunity.city_report is 'Report to the city company; null while none is called for';
comment on column opportunity.opportunity.leader_follow_up_at is 'When the responsible leader followed it in person last';
-- All of them are derived by rules or decisions that their own trail tells: no version of the row, no stale form.
select platform.keep_versions('opportunity.opportunity', array ['search', 'version', 'last_follow_up_at', 'grade',
    'grade_pending', 'grade_state', 'grade_confirmed', 'grade_confirmed_at', 'city_report', 'city_reported_on',
    'leader_follow_up_at']);

-- The board by grade, and lists of one.
create index opportunity_by_grade on opportunity.opportunity (grade, created_at desc, id desc) where status = 'OPEN';
-- What is not confirmed yet, what is to be reported: few.
create index opportunity_by_grade_state on opportunity.opportunity (grade_state, id) where grade_state <> 'CONFIRMED';
create index opportunity_by_city_report on opportunity.opportunity (city_report, id) where city_report is not null;
-- The RAD grid reads all open ones by budget and stage, within what one may see: from the index alone. [D4]
create index opportunity_by_budget on opportunity.opportunity (department_id, id)
    include (owner_id, secrecy, stage_id, customer_budget, expected_amount, status) where status = 'OPEN';

-- What became of the grade and of the report, one row a step; only ever added to.
create table opportunity.grade_event (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    at             timestamptz not null,
    by_id          bigint      not null,
    kind           text        not null check (kind in ('RAISED', 'LOWERING', 'SENT', 'CONFIRMED', 'RETURNED', 'REJECTED',
        'WITHDRAWN', 'REPORTED', 'RECEIVED', 'SENT_BACK')),
    before         text        check (before in ('GENERAL', 'ORDINARY', 'IMPORTANT', 'MAJOR')),
    grade          text        check (grade in ('GENERAL', 'ORDINARY', 'IMPORTANT', 'MAJOR'))
);
create index grade_event_by_opportunity on opportunity.grade_event (opportunity_id, at desc);

create table opportunity.city_report (
    id             bigint  generated always as identity primary key,
    opportunity_id bigint  not null references opportunity.opportunity,
    reported_on    date    not null check (reported_on between '1900-01-01' and '2200-01-01'),
    reported_by    bigint  not null references organization.app_user,
    note           text    check (length(note) <= 2000),
    mail_id        bigint  references collaboration.file,
    answer         text    check (answer in ('RECEIPT', 'RETURN')),
    answered_on    date    check (answered_on >= reported_on),
    answered_by    bigint  references organization.app_user,
    answer_note    text    check (length(answer_note) <= 2000),
    check ((answer is null) = (answered_on is null)),
    check (answer <> 'RETURN' or answer_note <> '')
);
comment on table opportunity.city_report is 'A report to the city company, with its receipt or return; one that came back is followed by another [D3]';
comment on column opportunity.city_report.mail_id is 'The copy of the mail, a file of the opportunity';
create index city_report_by_opportunity on opportunity.city_report (opportunity_id, id);
create unique index city_report_waiting on opportunity.city_report (opportunity_id) where answer is null;
select audit.watch('opportunity.city_report');

-- By which rules all were graded, and how far that has come. One row.
create table opportunity.grading (
    id       boolean not null default true primary key check (id),
    rules    text    not null,
    last_id  bigint  not null default 0,
    finished boolean not null default false
);
insert into opportunity.grading (rules) values ('');
