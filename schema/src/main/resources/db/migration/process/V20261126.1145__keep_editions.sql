-- What a process asks of opportunities is published in editions: those under way go on under the one that they took. [D5]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

alter table process.stage add column action_keys text[] not null default '{}';
comment on column process.stage.action_keys is 'What each key action is known by, whatever its wording; empty where that is its text';
select platform.keep_versions('process.stage');

create table process.edition (
    id           bigint      generated always as identity primary key,
    process_id   bigint      not null references process.process,
    number       integer     not null check (number >= 1),
    published_at timestamptz not null,
    published_by bigint      not null,
    reason       text        check (length(reason) <= 500),
    body         jsonb       not null check (jsonb_typeof(body) = 'array'),
    constraint edition_number_unique unique (process_id, number)
);
comment on table process.edition is 'The control parameters of all stages as published once; never changed. The newest one is what the stages say';
select audit.watch('process.edition');

insert into process.edition (process_id, number, published_at, published_by, body)
select p.id, 1, p.created_at, 0,
    jsonb_agg(jsonb_build_object('stage', s.id, 'expectedConversion', s.expected_conversion, 'plannedDays', s.planned_days,
        'isFinal', s.is_final, 'archived', s.archived_at is not null,
        'guidance', jsonb_build_object('goal', s.goal, 'workItems', s.work_items, 'participants', s.participants,
            'keyActions', s.key_actions, 'keyResults', s.key_results, 'diagnosisQuestions', s.questions,
            'diagnosisIndicators', s.indicators, 'verification', s.verification, 'keyActionKeys', s.action_keys),
        'english', s.english, 'gate', s.gate) order by s.position)
from process.process p join process.stage s on s.process_id = p.id
group by p.id;
