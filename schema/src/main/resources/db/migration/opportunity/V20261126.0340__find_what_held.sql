-- What held at a past moment is little of all that ever held: the spans of validity have an index of their own, from which
-- sums and boards of a past day read all that they need. [D17]
create index opportunity_history_by_span on opportunity.opportunity_history using spgist (tstzrange(valid_from, valid_to))
    include (valid_from, valid_to, created_at, id, department_id, owner_id, process_id, stage_id, status, expected_amount,
        won_amount, closed_on, expected_sign_on, secrecy);
create index customer_history_by_span on customer.customer_history using spgist (tstzrange(valid_from, valid_to));
