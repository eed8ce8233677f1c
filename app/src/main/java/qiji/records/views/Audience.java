package qiji.records.views;

/** Who finds a view among theirs. It never widens whose records they see. */
public enum Audience {
    ME,
    /** The people of a department and of those below it. */
    TEAM,
    EVERYBODY
}
