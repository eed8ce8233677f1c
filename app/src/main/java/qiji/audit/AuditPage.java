package qiji.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Newest first; {@code next} asks for the rows that follow, null at the end. */
record AuditPage(List<AuditRow> rows, @Nullable String next) {}
