-- Boards and sums of a department and those below read the index alone, not the rows: these are ten times as long.
drop index opportunity.opportunity_by_department;
create index opportunity_by_department on opportunity.opportunity (department_id, created_at desc, id desc)
    include (owner_id, process_id, stage_id, status, expected_amount, won_amount, closed_on, expected_sign_on);
-- A stage is asked for in any status, not only of what is open.
drop index opportunity.opportunity_by_stage;
create index opportunity_by_stage on opportunity.opportunity (stage_id, created_at desc, id desc);
