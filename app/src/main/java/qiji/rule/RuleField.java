package qiji.rule;

import java.util.List;
import qiji.platform.Words;

/** One part of what a rule says, for the general form: {@code path} leads to it through the body, with dots. */
public record RuleField(String path, Type type, Words label, List<Choice> choices) {
    /** How it is entered. {@code MONEY} is in yuan. */
    public enum Type {
        MONEY,
        INTEGER,
        PERCENT,
        TRUTH,
        TEXT,
        CHOICE
    }

    public record Choice(String code, Words label) {}

    public static RuleField of(String path, Type type, String zh, String en) {
        return new RuleField(path, type, Words.of(zh, en), List.of());
    }

    public static RuleField choice(String path, String zh, String en, List<Choice> choices) {
        return new RuleField(path, Type.CHOICE, Words.of(zh, en), choices);
    }
}
