package qiji.organization.role;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import qiji.organization.FieldRule;
import qiji.organization.Grant;
import qiji.organization.RoleScope;
import qiji.organization.ScopeKind;

/** A role as asked for. One of {@code name}, {@code nameZh}, {@code nameEn} is enough; the code is kept once given. */
record RoleDraft(
        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,49}") @Nullable String code,
        @Size(max = 100) @Nullable String name,
        @Size(max = 100) @Nullable String nameZh,
        @Size(max = 100) @Nullable String nameEn,
        @Size(max = 1000) @Nullable String description,
        @Size(max = 1000) @Nullable String descriptionEn,
        @NotNull Set<@NotNull String> permissions,
        @Nullable Map<String, @NotNull @Valid ScopeDraft> scopes,
        @Nullable List<@NotNull @Valid FieldRule> fieldRules,
        @Nullable Integer version) {

    record ScopeDraft(@NotNull ScopeKind kind, @Nullable Set<@NotNull Long> departmentIds) {}

    Grant grant() {
        Map<String, RoleScope> given = new TreeMap<>();
        if (scopes != null) {
            scopes.forEach((object, scope) -> given.put(
                    object,
                    new RoleScope(
                            scope.kind(),
                            scope.kind() == ScopeKind.DEPARTMENTS
                                    ? Objects.requireNonNullElse(scope.departmentIds(), Set.of())
                                    : Set.of())));
        }
        return new Grant(Set.copyOf(permissions), given, fieldRules == null ? List.of() : List.copyOf(fieldRules));
    }

    /** Empty if no name was given. */
    String zh() {
        return first(nameZh, name, nameEn);
    }

    String en() {
        return first(nameEn, name, nameZh);
    }

    private static String first(@Nullable String... names) {
        for (String candidate : names) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return "";
    }
}
