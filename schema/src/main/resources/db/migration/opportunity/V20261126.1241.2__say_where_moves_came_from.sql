-- A trial of gates judges every move of a span: where each came from is kept with it, and read from an index alone. [X7 D5]
set local qiji.writer = '0';

alter table opportunity.stage_visit add column from_stage_id bigint references process.stage;
comment on column opportunity.stage_visit.from_stage_id is 'The stage it was moved from; null for the first stay, and where a file said that it is here';
update opportunity.stage_visit v
set from_stage_id = b.stage_id
from (select id, lag(stage_id) over (partition by opportunity_id order by entered_at, id) as stage_id
      from opportunity.stage_visit) b
where b.id = v.id and b.stage_id is not null;

drop index opportunity.stage_visit_by_stage;
create index stage_visit_by_stage on opportunity.stage_visit (stage_id, entered_at) include (opportunity_id, from_stage_id);
-- Approvals that were used up, and (in the next migration) files that were taken away: what was there at the time.
create index gate_approval_used on opportunity.gate_approval (opportunity_id, stage_id) where used_at is not null;
