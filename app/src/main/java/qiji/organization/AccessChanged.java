package qiji.organization;

/** Someone's rights, or the departments and people they reach over, may have changed: whoever remembers rights forgets them. */
public record AccessChanged() {}
