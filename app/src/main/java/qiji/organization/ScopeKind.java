package qiji.organization;

/** How far a role reaches over the records of an object. From narrow to wide, but for the chosen departments. [A3] */
public enum ScopeKind {
    OWN,
    OWN_AND_TEAM,
    DEPARTMENT,
    DEPARTMENT_AND_BELOW,
    DEPARTMENTS,
    ALL
}
