-- A confidential opportunity is outside of most scopes: whether it is one is read from the indexes of sight as well. [S12]
drop index opportunity.opportunity_by_department;
create index opportunity_by_department on opportunity.opportunity (department_id, created_at desc, id desc)
    include (owner_id, process_id, stage_id, status, expected_amount, won_amount, closed_on, expected_sign_on, secrecy);
drop index opportunity.opportunity_by_owner;
create index opportunity_by_owner on opportunity.opportunity (owner_id, created_at desc, id desc) include (secrecy);
-- The few that what hangs on opportunities has to leave out.
create index opportunity_confidential on opportunity.opportunity (id) where secrecy = 'CONFIDENTIAL';
comment on column opportunity.opportunity.secrecy is 'CONFIDENTIAL is seen by owner, team, whom it was shared with, and opportunity:confidential';
