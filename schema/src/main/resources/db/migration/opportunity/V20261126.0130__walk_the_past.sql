-- Lists as of a past day walk the versions that ended as they walk those that hold; sums read the index alone. [D17]
create index opportunity_history_by_created on opportunity.opportunity_history (created_at desc, id desc);
create index opportunity_history_by_owner on opportunity.opportunity_history (owner_id, created_at desc, id desc)
    include (valid_from, valid_to, secrecy);
create index opportunity_history_by_department on opportunity.opportunity_history (department_id, created_at desc, id desc)
    include (valid_from, valid_to, owner_id, process_id, stage_id, status, expected_amount, won_amount, closed_on,
        expected_sign_on, secrecy);
create index member_history_by_user on opportunity.member_history (user_id, opportunity_id);
drop index opportunity.opportunity_by_department;
create index opportunity_by_department on opportunity.opportunity (department_id, created_at desc, id desc)
    include (valid_from, owner_id, process_id, stage_id, status, expected_amount, won_amount, closed_on,
        expected_sign_on, secrecy);
