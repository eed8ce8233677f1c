package qiji.platform.tabular;

/** What came of reading a value out of a cell's text. */
public sealed interface Parsed<T> {
    /** The text says this. */
    record Value<T>(T value) implements Parsed<T> {}

    /** The text does not say anything of the kind asked for. */
    record Fault<T>(CellFault fault) implements Parsed<T> {}
}
