package qiji.records;

import java.util.function.Function;
import org.jooq.Field;

/** Where rows tell of which other record they are, as follow-ups and files do; {@code called} is its name. */
record About<T>(
        Function<T, Field<String>> recordType, Function<T, Field<Long>> recordId, Function<T, Field<String>> called) {}
