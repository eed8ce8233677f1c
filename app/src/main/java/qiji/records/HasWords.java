package qiji.records;

import qiji.platform.Words;

/** A fixed choice that people can read. Enums of the trade implement it. */
public interface HasWords {
    String name();

    Words words();
}
