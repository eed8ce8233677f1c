package qiji.access;

import java.util.Optional;

/** Assembles a viewer anew from what a user may do now: for work that outlives the request. Organization implements it. */
public interface Viewers {
    /** Empty if there is no such user, or they are not active. */
    Optional<Viewer> find(long userId);
}
