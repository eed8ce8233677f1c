package qiji.organization;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One user with what a page shows of them. {@code may} says what the viewer may do here. */
record UserPage(
        String id,
        int version,
        Map<String, @Nullable Object> values,
        List<PostRow> posts,
        List<String> roles,
        Map<String, Boolean> may) {}
