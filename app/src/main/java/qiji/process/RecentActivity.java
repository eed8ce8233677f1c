package qiji.process;

import org.jspecify.annotations.Nullable;

/** That somebody followed up within {@code days}; {@code kind} is the kind of follow-up, null for any. [D5] */
public record RecentActivity(int days, @Nullable String kind) {}
