package qiji.opportunity.plan;

/** What a plan needs to be carried out. [D7] */
enum ResourceKind {
    PEOPLE,
    EQUIPMENT,
    MONEY,
    PARTNER,
    OTHER
}
