package qiji.opportunity.plan;

/** What a plan needs to be carried out. [D7] */
public enum ResourceKind {
    PEOPLE,
    EQUIPMENT,
    MONEY,
    PARTNER,
    OTHER
}
