-- The history of an opportunity tells how it was assessed. [D6 D17]
create index on opportunity.assessment_history (opportunity_id, valid_from);
