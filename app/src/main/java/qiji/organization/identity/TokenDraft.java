package qiji.organization.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/** An API token as its owner wants it; {@code permissions} are for the scope CHOSEN, and some of the owner's own. */
record TokenDraft(
        @NotBlank @Size(max = 100) String name,
        @NotNull LocalDate expiresOn,
        @NotNull TokenScope scope,
        @Nullable @Size(max = 500) List<@NotNull String> permissions) {

    /** Each once, in order. */
    String[] chosen() {
        return permissions == null ? new String[0] : new TreeSet<>(permissions).toArray(String[]::new);
    }

    List<FieldFault> faults(Viewer owner) {
        List<FieldFault> faults = new ArrayList<>();
        if (scope == TokenScope.CHOSEN && chosen().length == 0) {
            faults.add(FieldFault.required("permissions"));
        }
        if (scope != TokenScope.CHOSEN && chosen().length > 0) {
            faults.add(FieldFault.of(
                    "permissions",
                    "not-allowed",
                    Words.of("只有“指定权限”的令牌可选择权限", "Only the scope CHOSEN takes permissions")));
        }
        for (String permission : chosen()) {
            if (!owner.may(permission)) {
                faults.add(FieldFault.of(
                        "permissions",
                        "not-allowed",
                        Words.of("您没有权限 %s", "You do not hold the permission %s")
                                .with(permission)));
            }
        }
        return faults;
    }
}
