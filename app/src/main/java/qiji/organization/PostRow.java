package qiji.organization;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A post that someone holds in a department besides their home department (兼岗). */
record PostRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long departmentId,
        @Size(max = 100) @Nullable String title) {}
