package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static db.organization.Tables.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A3: every scope against every kind of customer, on the condition, the list, the count and the companions' door alike. */
@ModuleTest
class CustomerVisibilityTests {
    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    Writing writing;

    @Autowired
    RecordAccess access;

    @Autowired
    MockMvcTester http;

    private final Map<String, Long> customers = new LinkedHashMap<>();
    private long me;
    private long north;
    private long south;

    @BeforeEach
    void customersOfEveryKind() {
        north = sample.department("North");
        south = sample.department("South");
        me = sample.user("Me", north);
        long colleague = sample.user("Colleague", north);
        long other = sample.user("Other", south);
        put("mine", me, north);
        put("mine, in the south", me, south);
        put("colleague's", colleague, north);
        put("other's", other, south);
        put("of nobody, in the north", null, north);
        put("of nobody, nowhere", null, null);
        put("shared with me", other, south);
        jooq.insertInto(SHARE)
                .set(SHARE.RECORD_TYPE, "customer")
                .set(SHARE.RECORD_ID, customer("shared with me"))
                .set(SHARE.USER_ID, me)
                .set(SHARE.SHARED_BY, other)
                .execute();
    }

    private void put(String name, @Nullable Long owner, @Nullable Long department) {
        writing.by(Viewer.system("sample data"));
        customers.put(
                name,
                jooq.insertInto(CUSTOMER)
                        .set(CUSTOMER.NAME, name)
                        .set(CUSTOMER.NORMALIZED_NAME, name)
                        .set(CUSTOMER.OWNER_ID, owner)
                        .set(CUSTOMER.DEPARTMENT_ID, department)
                        .set(CUSTOMER.CREATED_BY, 0L)
                        .returningResult(CUSTOMER.ID)
                        .fetchSingle()
                        .value1());
    }

    @Test
    void showsAViewerOnlyWhatTheirScopeCoversOrWasShared() {
        sees(Scope.none(), "shared with me");
        sees(Scope.ofOwners(Set.of(me)), "mine", "mine, in the south", "shared with me");
        sees(Scope.ofDepartments(Set.of(north)), "mine", "colleague's", "of nobody, in the north", "shared with me");
        sees(
                Scope.ofDepartments(Set.of(north)).or(Scope.ofOwners(Set.of(me))),
                "mine",
                "mine, in the south",
                "colleague's",
                "of nobody, in the north",
                "shared with me");
        sees(
                Scope.ofDepartments(Set.of(north, south)),
                "mine",
                "mine, in the south",
                "colleague's",
                "other's",
                "of nobody, in the north",
                "shared with me");
        sees(Scope.everything(), customers.keySet().toArray(String[]::new));
    }

    private void sees(Scope scope, String... names) {
        Viewer viewer = SampleData.scoped(SampleData.viewer(me, "customer:read", "customer:edit"), "customer", scope);
        Set<String> expected = new TreeSet<>(List.of(names));
        Api api = Api.of(http, viewer);

        assertThat(jooq.select(CUSTOMER.NAME)
                        .from(CUSTOMER)
                        .where(Customers.visibleTo(viewer, CUSTOMER), ours())
                        .fetchSet(CUSTOMER.NAME))
                .as(scope.toString())
                .isEqualTo(expected);
        String filter = "{\"field\": \"name\", \"op\": \"in\", \"value\": [%s]}"
                .formatted(String.join(
                        ", ",
                        customers.keySet().stream().map(it -> "\"" + it + "\"").toList()));
        assertThat(api.read("/api/records/customer?fields=name&filter={f}", filter)
                        .path("rows")
                        .valueStream()
                        .map(row -> row.path("name").asString()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(api.read("/api/records/customer/count?filter={f}", filter)
                        .path("count")
                        .asInt())
                .isEqualTo(expected.size());
        customers.forEach((name, id) -> {
            RecordRef record = new RecordRef("customer", id);
            assertThat(access.maySee(viewer, record)).as(name).isEqualTo(expected.contains(name));
            // What was only shared may be read, not written.
            assertThat(access.mayWrite(viewer, record))
                    .as(name)
                    .isEqualTo(expected.contains(name)
                            && (!name.equals("shared with me")
                                    || scope.or(Scope.none()).equals(Scope.everything())
                                    || (scope instanceof Scope.Part part
                                            && part.departments().contains(south))));
        });
    }

    @Test
    void showsNothingToWhoMayNotReadCustomersAtAll() {
        Viewer viewer = SampleData.viewer(me, "opportunity:read");
        assertThat(access.maySee(viewer, new RecordRef("customer", customer("mine"))))
                .isFalse();
        assertThat(Api.of(http, viewer)
                        .get("/api/records/customer")
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(Api.of(http, viewer)
                        .get("/api/customers/" + customer("mine"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private long customer(String name) {
        return java.util.Objects.requireNonNull(customers.get(name));
    }

    private org.jooq.Condition ours() {
        return CUSTOMER.ID.in(customers.values());
    }
}
