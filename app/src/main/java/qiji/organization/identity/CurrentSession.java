package qiji.organization.identity;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is signed in and what they may do, for the page that must know what to show. */
record CurrentSession(
        Person user,
        List<String> permissions,
        boolean mustChangePassword,
        boolean demo,
        String version,
        @Nullable String language) {
    record Person(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String name,
            String username,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long departmentId) {}
}
