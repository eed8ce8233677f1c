package qiji.organization;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/** A department in the tree. */
record DepartmentRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long parentId,

        String name,
        @Nullable String code,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long leaderId,

        int position,
        int version,
        boolean archived) {}
