package qiji.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which entries: of a user, of a table such as {@code customer.customer}, from a day on and through a day. */
record AuditFilter(
        @Nullable Long user,
        @Nullable String subjectType,
        @Nullable Long subjectId,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
