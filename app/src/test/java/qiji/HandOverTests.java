package qiji;

import static db.customer.Tables.CUSTOMER;
import static db.notification.Tables.NOTICE;
import static db.opportunity.Tables.MEMBER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_VERSION;
import static db.organization.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.opportunity.SampleOpportunities;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** A leaver keeps nothing: everything that somebody can have moves in one step, with a report. A1 */
@ModuleTest
class HandOverTests {
    private static final String[] RIGHTS = {
        "user:read",
        "user:edit",
        "department:read",
        "department:edit",
        "opportunity:read",
        "opportunity:create",
        "opportunity:edit",
        "opportunity:transfer",
        "customer:read",
        "customer:create",
        "customer:edit",
        "customer:transfer",
        "task:read",
        "task:create",
        "task:edit"
    };
    /** What a hand-over moves. */
    private static final Set<String> HANDED_OVER = Set.of(
            "organization.department.leader_id",
            "organization.app_user.manager_id",
            "customer.customer.owner_id",
            "opportunity.opportunity.owner_id",
            "opportunity.opportunity.responsible_leader_id",
            "opportunity.member.user_id",
            "opportunity.plan_item.assignee_id",
            "opportunity.risk.owner_id",
            "activity.task.assignee_id",
            "records.saved_view.owner_id",
            "project.project.lead_id",
            "project.item.assignee_id");
    /** What stays: what somebody did, and what is theirs alone. */
    private static final Set<String> KEPT = Set.of(
            "organization.absence.user_id",
            "organization.absence.delegate_id",
            "organization.post.user_id",
            "organization.user_role.user_id",
            "organization.session.user_id",
            "organization.api_token.user_id",
            "organization.password_link.user_id",
            "organization.share.user_id",
            "opportunity.assessment_score.rater_id",
            "opportunity.city_report.reported_by",
            "opportunity.city_report.answered_by",
            "opportunity.opportunity.discoverer_id",
            "opportunity.opportunity.reporter_id",
            "opportunity.opportunity.validity_waived_by",
            "opportunity.gate_waiver.waived_by",
            // The measure is a task, and goes with those.
            "opportunity.opportunity.prevention_owner_id",
            "opportunity.lesson.published_by",
            "activity.activity.owner_id",
            // Nobody inherits a decision: what waits for it escalates when it is due.
            "approval.task.user_id",
            "approval.task.instead_of",
            "collaboration.file.uploaded_by",
            "customer.duplicate_pair.decided_by",
            "notification.notice.user_id",
            "project.report.reported_by",
            "records.bulk_run.started_by",
            "records.export_run.started_by",
            "records.first_view.user_id");

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    private Api admin;
    private long leaver;
    private long heir;

    @BeforeEach
    void people() {
        admin = Api.of(http, SampleData.viewer(sample.user("Admin"), RIGHTS));
        leaver = sample.user("Leaver", sample.department("North"));
        heir = sample.user("Heir", sample.department("South"));
    }

    @Test
    void decidesForEveryPlaceWhereAUserIsNamed() {
        Set<String> places = new TreeSet<>(jooq.fetch("""
                select n.nspname || '.' || t.relname || '.' || a.attname
                from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
                join pg_attribute a on a.attrelid = t.oid and a.attnum = any(c.conkey)
                where c.contype = 'f' and c.confrelid = 'organization.app_user'::regclass
                """).getValues(0, String.class));
        Set<String> decided = new TreeSet<>(HANDED_OVER);
        decided.addAll(KEPT);
        assertThat(places).isEqualTo(decided);
    }

    @Test
    void movesEverythingAndReportsIt() {
        long customer = admin.create("/api/customers", "{\"name\": \"华夏\", \"owner\": \"%d\"}".formatted(leaver));
        long deal = deal("{\"name\": \"专线\", \"owner\": \"%d\", \"responsibleLeader\": \"%d\"}", leaver, leaver);
        long joined = deal("{\"name\": \"云\", \"owner\": \"%d\"}", heir);
        long both = deal("{\"name\": \"物联网\", \"owner\": \"%d\"}", heir);
        admin.create("/api/tasks", "{\"title\": \"回访\", \"assignee\": \"%d\"}".formatted(leaver));
        member(joined, leaver, "SOLUTION");
        member(both, leaver, "SOLUTION");
        member(both, heir, "READER");

        Map<String, Integer> owned =
                Map.of("customer", 1, "opportunity", 1, "responsible-leader", 1, "member", 2, "task", 1);
        JsonNode possessions = admin.read("/api/users/" + leaver + "/possessions");
        owned.forEach(
                (type, count) -> assertThat(count(possessions, type)).as(type).isEqualTo(count));
        JsonNode report =
                Api.body(admin.post("/api/users/" + leaver + "/hand-over", "{\"toUserId\": \"%d\"}".formatted(heir)));
        owned.forEach((type, count) -> assertThat(count(report, type)).as(type).isEqualTo(count));

        assertThat(jooq.fetchValues(NOTICE.KIND, NOTICE.USER_ID.eq(heir))).containsOnlyOnce("organization.handed-over");
        for (String place : HANDED_OVER) {
            String table = place.substring(0, place.lastIndexOf('.'));
            String column = place.substring(place.lastIndexOf('.') + 1);
            assertThat(jooq.fetch("select 1 from " + table + " where " + column + " = " + leaver))
                    .as(place)
                    .isEmpty();
        }
        assertThat(jooq.fetchValue(MEMBER.ROLE, MEMBER.OPPORTUNITY_ID.eq(both).and(MEMBER.USER_ID.eq(heir))))
                .isEqualTo("SOLUTION");
        assertThat(jooq.fetchValue(OPPORTUNITY.DEPARTMENT_ID, OPPORTUNITY.ID.eq(deal)))
                .isEqualTo(jooq.fetchValue(
                        db.organization.Tables.APP_USER.DEPARTMENT_ID, db.organization.Tables.APP_USER.ID.eq(heir)));
        assertThat(jooq.fetchValue(OPPORTUNITY.REASON, OPPORTUNITY.ID.eq(deal))).contains("Leaver");
        assertThat(admin.read("/api/customers/" + customer)
                        .at("/values/owner/id")
                        .asString())
                .isEqualTo(Long.toString(heir));
    }

    @Test
    void movesOneKindAlone() {
        admin.create("/api/customers", "{\"name\": \"华夏\", \"owner\": \"%d\"}".formatted(leaver));
        deal("{\"name\": \"专线\", \"owner\": \"%d\"}", leaver);
        assertThat(admin.post(
                        "/api/users/" + leaver + "/hand-over",
                        "{\"toUserId\": \"%d\", \"types\": [\"customer\"]}".formatted(heir)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("[{\"type\": \"customer\", \"count\": 1}]");
        assertThat(jooq.fetchCount(OPPORTUNITY, OPPORTUNITY.OWNER_ID.eq(leaver)))
                .isEqualTo(1);
    }

    // A1: who moves somebody says whether their records come along; what is over stays where it was won or lost.
    @Test
    void takesAlongWhatIsNotOverOrNothing() {
        long west = sample.department("West");
        Long north = jooq.fetchValue(APP_USER.DEPARTMENT_ID, APP_USER.ID.eq(leaver));
        long customer = admin.create("/api/customers", "{\"name\": \"华夏\", \"owner\": \"%d\"}".formatted(leaver));
        long open = deal("{\"name\": \"专线\", \"owner\": \"%d\"}", leaver);
        long lost = deal("{\"name\": \"云\", \"owner\": \"%d\"}", leaver);
        assertThat(admin.post("/api/opportunities/" + lost + "/loss", SampleOpportunities.loss(heir, "")))
                .hasStatusOk();

        relocate(west, false, "[]");
        assertThat(departmentOf(open)).isEqualTo(north);
        relocate(north, false, "[]");
        relocate(west, true, "[{\"type\": \"customer\", \"count\": 1}, {\"type\": \"opportunity\", \"count\": 1}]");
        assertThat(departmentOf(open)).isEqualTo(west);
        assertThat(departmentOf(lost)).isEqualTo(north);
        assertThat(jooq.fetchValue(CUSTOMER.DEPARTMENT_ID, CUSTOMER.ID.eq(customer)))
                .isEqualTo(west);
        assertThat(jooq.fetchValue(OPPORTUNITY.OWNER_ID, OPPORTUNITY.ID.eq(open)))
                .isEqualTo(leaver);
        assertThat(jooq.fetchValues(OPPORTUNITY_VERSION.DEPARTMENT_ID, OPPORTUNITY_VERSION.ID.eq(open)))
                .containsExactlyInAnyOrder(north, west);
    }

    private void relocate(long department, boolean takeAlong, String report) {
        assertThat(admin.put(
                        "/api/users/" + leaver + "/department",
                        "{\"departmentId\": %d, \"takeAlong\": %s}".formatted(department, takeAlong)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(report);
    }

    private Long departmentOf(long deal) {
        return jooq.fetchValue(OPPORTUNITY.DEPARTMENT_ID, OPPORTUNITY.ID.eq(deal));
    }

    private long deal(String json, Object... people) {
        return admin.create("/api/opportunities", json.formatted(people));
    }

    private void member(long deal, long user, String role) {
        assertThat(admin.post(
                        "/api/opportunities/" + deal + "/team",
                        "{\"userId\": \"%d\", \"role\": \"%s\"}".formatted(user, role)))
                .hasStatus(HttpStatus.NO_CONTENT);
    }

    private static int count(JsonNode rows, String type) {
        for (JsonNode row : rows) {
            if (row.path("type").asString().equals(type)) {
                return row.path("count").intValue();
            }
        }
        return 0;
    }
}
