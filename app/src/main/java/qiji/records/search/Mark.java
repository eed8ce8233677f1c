package qiji.records.search;

/** A part of a text that was found: from {@code start} to before {@code end}, in UTF-16 units as browsers count. */
public record Mark(int start, int end) {}
