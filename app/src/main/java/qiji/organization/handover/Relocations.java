package qiji.organization.handover;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.organization.Users;
import tools.jackson.databind.json.JsonMapper;

/** Moves someone to another department, and with them what they have, or not: who moves them says which. [A1] */
@Component
public class Relocations {
    private final Users users;
    private final HandOvers handOvers;
    private final JsonMapper json;

    Relocations(Users users, HandOvers handOvers, JsonMapper json) {
        this.users = users;
        this.handOvers = handOvers;
        this.json = json;
    }

    /** What came along. Throws NOT_FOUND, STALE_VERSION if a version is given, INVALID_FIELDS, BEYOND_OWN_RIGHTS. */
    @Transactional
    public List<HandOvers.Moved> relocate(
            long userId, @Nullable Long departmentId, boolean takeAlong, @Nullable Integer version, Viewer viewer) {
        var body = json.createObjectNode().put("department", departmentId);
        if (version != null) {
            body.put("version", version);
        }
        users.edit(userId, body, viewer);
        return takeAlong ? handOvers.takeAlong(userId, viewer) : List.of();
    }
}
