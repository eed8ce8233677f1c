package qiji.records;

import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/** One value that a choice field can have; {@code parent} is the code of the first level in a two-level list. */
public record Choice(String code, Words label, @Nullable String parent) {}
