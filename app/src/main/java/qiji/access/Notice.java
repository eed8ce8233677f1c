package qiji.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/**
 * Something that {@code users} are to know. The text is made when it is read, from the kind and the {@code params}, in the
 * reader's language: params hold names of people, days, counts, never a field of the record, which the reader may lose the
 * right to see. A {@code key} makes it told once to each: tell it as often as you like.
 */
public record Notice(
        NoticeKind kind,
        Collection<Long> users,
        @Nullable RecordRef about,
        Map<String, String> params,
        @Nullable String key) {
    public Notice {
        users = List.copyOf(users);
        params = Map.copyOf(params);
    }

    public static Notice of(NoticeKind kind, Collection<Long> users, @Nullable RecordRef about) {
        return new Notice(kind, users, about, Map.of(), null);
    }

    public static Notice of(NoticeKind kind, long user, @Nullable RecordRef about) {
        return of(kind, List.of(user), about);
    }

    public Notice with(String name, Object value) {
        var more = new HashMap<>(params);
        more.put(name, value.toString());
        return new Notice(kind, users, about, more, key);
    }

    /** A word that each reads in their own language. */
    public Notice with(String name, Words words) {
        return with(name + ".zh", (Object) words.zh()).with(name + ".en", (Object) words.en());
    }

    public Notice once(String onlyOnce) {
        return new Notice(kind, users, about, params, onlyOnce);
    }

    /** Not to whoever did it: they know. */
    public Notice except(Viewer doer) {
        return new Notice(
                kind, users.stream().filter(user -> user != doer.userId()).toList(), about, params, key);
    }
}
