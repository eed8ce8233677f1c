package qiji.access;

import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/**
 * What people are told of, e.g. {@code opportunity.given}, and how they read it. In {@code text}, <code>{record}</code> stands
 * for the name of the record, which only those read who may see it, and any other <code>{word}</code> for the parameter of that
 * name. {@code page} is where it leads, e.g. <code>/approvals/{request}</code>; without one it leads to the record.
 */
public record NoticeKind(String code, Words text, @Nullable String page) {
    public NoticeKind(String code, Words text) {
        this(code, text, null);
    }

    public static NoticeKind of(String code, String zh, String en) {
        return new NoticeKind(code, Words.of(zh, en));
    }

    public NoticeKind leadingTo(String where) {
        return new NoticeKind(code, text, where);
    }
}
