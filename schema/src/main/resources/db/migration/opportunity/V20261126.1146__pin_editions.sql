-- Under which edition of its process an opportunity goes, and since when it has been too long in its stage. [D5]
set local qiji.writer = '0';
set local qiji.reason = 'shipped';

alter table opportunity.opportunity
    add column edition_id bigint references process.edition,
    add column overstay_on date;
comment on column opportunity.opportunity.edition_id is 'Null for the first edition of its process';
comment on column opportunity.opportunity.overstay_on is 'The first day beyond the planned ones in its stage, while open; null if none are planned';
select platform.keep_versions('opportunity.opportunity', array ['search', 'version', 'last_follow_up_at', 'grade',
    'grade_pending', 'grade_state', 'grade_confirmed', 'grade_confirmed_at', 'city_report', 'city_reported_on',
    'leader_follow_up_at', 'score', 'screening', 'overstay_on']);

update opportunity.opportunity o
set overstay_on = (o.stage_entered_at at time zone 'Asia/Shanghai')::date + s.planned_days + 1
from process.stage s
where s.id = o.stage_id and o.status = 'OPEN' and s.planned_days is not null;
create index opportunity_by_overstay on opportunity.opportunity (overstay_on, id) where overstay_on is not null;
create index opportunity_under_way_by_edition on opportunity.opportunity (process_id, edition_id) where status in ('OPEN', 'DEFERRED');
