package qiji.organization;

import java.security.Principal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where people are signed in, for answers that stay open long after the question. */
public interface SignIns {
    /** By which session they came; empty for a stranger, and for one who came by API token. */
    Optional<Long> sessionOf(@Nullable Principal who);

    /** Those that have not ended. */
    Set<Long> alive(Collection<Long> sessions);
}
