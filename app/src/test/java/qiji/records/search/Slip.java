package qiji.records.search;

/** What fingers do. */
enum Slip {
    WRONG,
    MISSING,
    TOO_MANY,
    SWAPPED;

    String of(String text, int at, String other) {
        return switch (this) {
            case WRONG -> text.substring(0, at) + other + text.substring(at + 1);
            case MISSING -> text.substring(0, at) + text.substring(at + 1);
            case TOO_MANY -> text.substring(0, at) + other + text.substring(at);
            case SWAPPED -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }
}
