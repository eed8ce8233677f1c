package qiji.organization;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Everything that any module lets roles give. */
@Component
public class Permissions {
    private final ObjectProvider<DeclaresPermissions> declarations;

    Permissions(ObjectProvider<DeclaresPermissions> declarations) {
        this.declarations = declarations;
    }

    public List<Permission> all() {
        return declarations
                .orderedStream()
                .flatMap(module -> module.permissions().stream())
                .toList();
    }

    public List<Permission> heldBy(Viewer viewer) {
        return all().stream().filter(one -> viewer.may(one.code())).toList();
    }

    /** What people call the permission. */
    public Words named(String code) {
        return all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(Permission::label)
                .orElse(Words.of(code, code));
    }

    public Set<String> codes() {
        return all().stream().map(Permission::code).collect(toUnmodifiableSet());
    }

    Set<String> objects() {
        return all().stream().map(Permission::object).collect(toUnmodifiableSet());
    }
}
