package qiji.records;

/** What a field holds, and therefore how it is read, compared, shown and edited. */
public enum Kind {
    TEXT,
    LONG_TEXT,
    PHONE,
    EMAIL,
    URL,
    TAGS,
    INTEGER,
    NUMBER,
    /** Yuan, two decimals. */
    MONEY,
    /** 0 to 100. */
    PERCENT,
    DATE,
    INSTANT,
    BOOLEAN,
    CHOICE,
    REFERENCE;

    public boolean isText() {
        return this == TEXT || this == LONG_TEXT || this == PHONE || this == EMAIL || this == URL;
    }

    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER || this == MONEY || this == PERCENT;
    }

    public boolean isTime() {
        return this == DATE || this == INSTANT;
    }

    /** Whether values have an order in which one can ask for more and less. */
    public boolean isOrdered() {
        return isNumeric() || isTime();
    }

    boolean isSortable() {
        return this != LONG_TEXT && this != TAGS;
    }

    boolean isGroupable() {
        return this == CHOICE || this == REFERENCE || this == BOOLEAN || isTime();
    }
}
