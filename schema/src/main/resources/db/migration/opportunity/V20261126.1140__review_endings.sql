-- Who takes the measure that follows from an ending, by when, and the task that it is. [D12 S8]
set local qiji.writer = '0';

alter table opportunity.opportunity
    add column prevention_owner_id bigint references organization.app_user,
    add column prevention_due_on   date check (prevention_due_on between '1900-01-01' and '2200-01-01'),
    add column prevention_task_id  bigint references activity.task;
select platform.keep_versions('opportunity.opportunity', array ['search', 'version', 'last_follow_up_at', 'grade',
    'grade_pending', 'grade_state', 'grade_confirmed', 'grade_confirmed_at', 'city_report', 'city_reported_on',
    'leader_follow_up_at', 'score', 'screening']);

-- Two who write of one rival at once: the second is told. [D11]
alter table opportunity.rival add column version integer not null default 0;
select platform.keep_versions('opportunity.rival', array ['version']);

-- What waits for a decision, among the records of a list.
create index request_pending on approval.request (record_type, record_id) where finished_at is null;
