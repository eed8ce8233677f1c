package qiji.notification;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;

/** What nodes call to each other through the database: whose notices changed, or that rights did. */
record NoticeCall(String payload) {
    static final String CHANNEL = "qiji_notice";
    static final NoticeCall ACCESS_CHANGED = new NoticeCall("access");
    /** A payload holds less than 8,000 bytes, an id at most 19 digits. */
    private static final int MOST_USERS = 300;

    static List<NoticeCall> of(Collection<Long> users) {
        List<Long> all = List.copyOf(users);
        List<NoticeCall> calls = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_USERS) {
            calls.add(new NoticeCall(all.subList(from, Math.min(all.size(), from + MOST_USERS)).stream()
                    .map(Objects::toString)
                    .collect(Collectors.joining(","))));
        }
        return calls;
    }

    Set<Long> users() {
        return equals(ACCESS_CHANGED)
                ? Set.of()
                : Arrays.stream(payload.split(",", -1)).map(Long::valueOf).collect(Collectors.toSet());
    }

    Field<Object> inSql() {
        return field("pg_notify({0}, {1})", Object.class, inline(CHANNEL), val(payload));
    }
}
