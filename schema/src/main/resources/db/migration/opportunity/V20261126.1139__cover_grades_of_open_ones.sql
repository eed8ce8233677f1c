-- The board by grade sums open ones by grade as the RAD grid does by budget: one index answers both. [D3 D4]
drop index opportunity.opportunity_by_budget;
create index opportunity_by_budget on opportunity.opportunity (department_id, id)
    include (owner_id, secrecy, stage_id, customer_budget, expected_amount, status, grade, won_amount) where status = 'OPEN';
