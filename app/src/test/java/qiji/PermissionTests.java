package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import db.organization.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.access.DeclaresPermissions;
import qiji.access.GrantsAccess;
import qiji.access.Permission;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import qiji.testing.ModuleTest;

/** What is asked for can be given, and what can be given is asked for. A2 */
@ModuleTest
class PermissionTests {
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+:[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern IN_PAGES = Pattern.compile("(?:may\\(|permission: |needs: ?)'([a-z]+:[a-z-]+)'");

    @Autowired
    List<DeclaresPermissions> declarations;

    @Autowired
    RecordTypes types;

    @Autowired
    List<GrantsAccess> grants;

    @Autowired
    DSLContext jooq;

    @Test
    void isDeclaredWhereverCodeNamesOne() {
        assertThat(declared()).containsAll(named(Path.of("src/main/java"), IN_JAVA));
    }

    @Test
    void isDeclaredWhereverAPageNamesOne() {
        Set<String> asked = named(Path.of("../web/src"), IN_PAGES);
        assertThat(asked).isNotEmpty();
        assertThat(declared()).containsAll(asked);
    }

    /** Lists ask for {@code <type>:read}, exports for {@code <type>:export}, companions for {@code <type>:read}. */
    @Test
    void isDeclaredForEveryTypeOfRecord() {
        Set<String> asked = new TreeSet<>();
        types.all().stream().filter(RecordType::hasPermissions).forEach(type -> asked.add(type.name() + ":read"));
        grants.forEach(grant -> asked.add(grant.type() + ":read"));
        assertThat(declared()).containsAll(asked);
    }

    @Test
    void isDeclaredOnce() {
        assertThat(declarations.stream()
                        .flatMap(it -> it.permissions().stream())
                        .map(Permission::code))
                .doesNotHaveDuplicates();
    }

    @Test
    void isDeclaredIfAShippedRoleHasIt() {
        assertThat(declared())
                .containsAll(jooq.selectDistinct(Tables.ROLE_PERMISSION.PERMISSION)
                        .from(Tables.ROLE_PERMISSION)
                        .fetch(Tables.ROLE_PERMISSION.PERMISSION));
    }

    /** Whoever works with a record can follow it: see what belongs to it, and make an API token of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"ACCOUNT_MANAGER", "CENTER_DIRECTOR", "GENERAL_MANAGER", "SALES_OPS"})
    void isGivenToWhoNeedsItForTheirWork(String role) {
        assertThat(ofRole(role))
                .contains(
                        "opportunity:read",
                        "customer:read",
                        "contact:read",
                        "activity:create",
                        "task:create",
                        "product:read",
                        "process:read",
                        "stage:read",
                        "user:read",
                        "department:read",
                        "token:own");
    }

    @Test
    void doesNotReachThePartnerBeyondTheirOpportunities() {
        assertThat(ofRole("PARTNER")).containsExactlyInAnyOrder("opportunity:read", "process:read", "stage:read");
    }

    private Set<String> ofRole(String code) {
        return jooq.select(Tables.ROLE_PERMISSION.PERMISSION)
                .from(Tables.ROLE_PERMISSION)
                .join(Tables.ROLE)
                .on(Tables.ROLE.ID.eq(Tables.ROLE_PERMISSION.ROLE_ID))
                .where(Tables.ROLE.CODE.eq(code))
                .fetchSet(Tables.ROLE_PERMISSION.PERMISSION);
    }

    private Set<String> declared() {
        return declarations.stream()
                .flatMap(it -> it.permissions().stream())
                .map(Permission::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(Path folder, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|tsx?)"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
