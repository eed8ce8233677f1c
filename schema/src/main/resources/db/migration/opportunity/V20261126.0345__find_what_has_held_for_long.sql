-- Of a day long past few rows hold still: they are found by when they began to hold, not by passing all that began since. [D17]
create index opportunity_by_beginning on opportunity.opportunity (valid_from);
