-- A trial of gates judges each move by the version that held then: by what gates ask for as shipped, from one index alone; it
-- takes the place of the one by which versions are found. [X7 D5]
drop index opportunity.opportunity_history_id_valid_from_idx;
create unique index opportunity_history_id_valid_from_idx on opportunity.opportunity_history (id, valid_from desc)
    include (valid_to, process_id, edition_id, owner_id, customer_id, expected_amount, committed_amount, customer_budget,
        expected_sign_on, expected_revenue_on, need_known, kp_known, budget_known, validity_waived_by);
