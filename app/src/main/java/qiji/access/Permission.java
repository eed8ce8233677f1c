package qiji.access;

import java.util.Set;
import qiji.platform.Words;

/** What a role can allow: an action on an object, e.g. {@code opportunity:edit}, and how people read it. [A2] */
public record Permission(String code, Words label) {
    private static final Set<String> READING = Set.of("read", "export", "unmask", "cost", "confidential", "explain");

    public static Permission of(String code, String zh, String en) {
        return new Permission(code, Words.of(zh, en));
    }

    /** Whether it lets one only see something, or take it away as a file: nothing changes by it. */
    public static boolean onlyReads(String code) {
        return READING.contains(code.substring(code.indexOf(':') + 1));
    }

    /** What is acted on: the part before the colon. Scopes and field rules of a role go by it. */
    public String object() {
        return code.substring(0, code.indexOf(':'));
    }
}
