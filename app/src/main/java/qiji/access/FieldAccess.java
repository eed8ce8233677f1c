package qiji.access;

/** What a viewer may do with a field. Widest last: of several roles the widest holds. [A4] */
public enum FieldAccess {
    HIDDEN,
    READ_ONLY,
    WRITABLE
}
