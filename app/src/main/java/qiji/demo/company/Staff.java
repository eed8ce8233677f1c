package qiji.demo.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Someone of the company: their one role, home department, chief, and when they left, if they did. */
public record Staff(
        long id,
        String role,
        String title,
        PersonName name,
        long departmentId,
        @Nullable Long managerId,
        @Nullable Instant leftAt) {}
