package qiji.customer.merge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code take} names the fields of which the survivor has the other's value; without it, those that are empty else. */
record MergeDraft(
        @NotBlank String type,
        @NotNull Long keep,
        @NotNull Long gone,
        @NotNull Integer keepVersion,
        @NotNull Integer goneVersion,
        @Nullable @Size(max = 500) List<@NotBlank String> take) {}
