package qiji.platform.tabular;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows as they stand in a file, header and blank ones included. */
interface RowSource extends AutoCloseable {
    /** The next row, or null after the last. */
    @Nullable
    Row next() throws IOException;

    @Override
    void close() throws IOException;
}
