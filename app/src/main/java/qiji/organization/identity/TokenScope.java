package qiji.organization.identity;

import java.util.Set;
import java.util.stream.Collectors;
import qiji.access.Permission;
import qiji.access.Viewer;

/** How much of what its owner may do an API token may, whatever the owner may at the moment of use. [A6] */
enum TokenScope {
    /** See, and take away as files; change nothing. */
    READ,
    EVERYTHING,
    /** What was chosen when it was made. */
    CHOSEN;

    Viewer limit(Viewer owner, Set<String> chosen) {
        return switch (this) {
            case READ ->
                owner.limitedTo(owner.permissions().stream()
                        .filter(Permission::onlyReads)
                        .collect(Collectors.toUnmodifiableSet()));
            case EVERYTHING -> owner;
            case CHOSEN -> owner.limitedTo(chosen);
        };
    }
}
