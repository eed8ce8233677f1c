-- A trial of a rule of grades reads every version of a span by budget, amount and lines: from the covering indexes of
-- departments alone, which sums of today and of past days read, too. [X7 D3]
drop index opportunity.opportunity_by_department;
create index opportunity_by_department on opportunity.opportunity (department_id, created_at desc, id desc)
    include (valid_from, owner_id, process_id, stage_id, status, expected_amount, won_amount, closed_on,
        expected_sign_on, secrecy, customer_budget, line_count);
drop index opportunity.opportunity_history_by_department;
create index opportunity_history_by_department on opportunity.opportunity_history (department_id, created_at desc, id desc)
    include (valid_from, valid_to, owner_id, process_id, stage_id, status, expected_amount, won_amount, closed_on,
        expected_sign_on, secrecy, customer_budget, line_count);
