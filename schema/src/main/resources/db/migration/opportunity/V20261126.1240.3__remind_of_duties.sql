-- Who leads opportunities in person, and is reminded once a week of those not followed up. [D3]
create index opportunity_led on opportunity.opportunity (responsible_leader_id) where status = 'OPEN' and responsible_leader_id is not null;
-- Items of plans that are overdue, by the day on which they were to end. [D7]
create index plan_item_overdue on opportunity.plan_item (ends_on, id) where done_on is null and assignee_id is not null;
