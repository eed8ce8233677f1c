package qiji.access;

import qiji.platform.Words;

/** What a role can allow: an action on an object, e.g. {@code opportunity:edit}, and how people read it. [A2] */
public record Permission(String code, Words label) {
    public static Permission of(String code, String zh, String en) {
        return new Permission(code, Words.of(zh, en));
    }

    /** What is acted on: the part before the colon. Scopes and field rules of a role go by it. */
    public String object() {
        return code.substring(0, code.indexOf(':'));
    }
}
