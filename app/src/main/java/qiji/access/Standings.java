package qiji.access;

import java.util.Set;

/** Tells where users stand in the organisation, for what is shared with a team or a role. Organization implements it. */
public interface Standings {
    /**
     * {@code departments} are those of the user, home and posts; {@code above} them and all over them, {@code below} them
     * and all under them.
     */
    record Standing(Set<Long> roles, Set<Long> departments, Set<Long> above, Set<Long> below) {
        public static final Standing NOWHERE = new Standing(Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** {@link Standing#NOWHERE} for someone unknown. */
    Standing standing(long userId);

    /** Those of {@code roles} that there are. */
    Set<Long> known(Set<Long> roles);
}
