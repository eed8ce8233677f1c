package qiji.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import qiji.access.FieldAccess;

/** A role may not write, or not even read, a field. [A4] */
public record FieldRule(
        @NotBlank String object,
        @NotBlank String field,
        @NotNull FieldAccess access) {}
