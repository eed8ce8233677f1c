package qiji.activity;

import static db.activity.Tables.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.HandsOver;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** E2: tasks on anything, for anyone. */
@ModuleTest
class TasksTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    Tasks tasks;

    @Autowired
    @Qualifier("openTasks")
    HandsOver handOver;

    @Autowired
    Writing writing;

    private Viewer giver;
    private Viewer doer;
    private Api gives;
    private Api does;
    private Api stranger;
    private long department;

    @BeforeEach
    void someoneWhoGivesAndSomeoneWhoDoes() {
        department = sample.department("North");
        giver = worker(sample.user("Giver"), Scope.none());
        doer = worker(sample.user("Doer", department), Scope.none());
        gives = Api.of(http, giver);
        does = Api.of(http, doer);
        stranger = Api.of(http, worker(sample.user("Stranger"), Scope.none()));
    }

    @Test
    void tellsWhoIsGivenATaskAndNotWhoTakesOne() {
        gives.create("/api/tasks", "{\"title\": \"Call back\", \"assignee\": \"%d\"}".formatted(doer.userId()));
        gives.create("/api/tasks", "{\"title\": \"Mine\"}");
        assertThat(does.read("/api/notices").path("rows").path(0).path("text").asString())
                .contains("Call back")
                .startsWith(giver.name());
        assertThat(gives.read("/api/notices").path("rows")).isEmpty();
    }

    private static Viewer worker(long user, Scope scope) {
        Viewer viewer = SampleData.viewer(
                user,
                "task:read",
                "task:create",
                "task:edit",
                "customer:read",
                "customer:create",
                "customer:edit",
                "user:read");
        return SampleData.scoped(SampleData.scoped(viewer, "task", scope), "customer", Scope.ofOwners(Set.of(user)));
    }

    private long give(String title, String more) {
        return gives.create(
                "/api/tasks", "{\"title\": \"%s\", \"assignee\": \"%d\"%s}".formatted(title, doer.userId(), more));
    }

    @Test
    void belongsToWhoMadeItUnlessGivenToSomeone() {
        long own = gives.create("/api/tasks", "{\"title\": \"mine\"}");
        long given = give("theirs", "");

        assertThat(jooq.fetchValue(TASK.ASSIGNEE_ID, TASK.ID.eq(own))).isEqualTo(giver.userId());
        assertThat(jooq.fetchValue(TASK.DEPARTMENT_ID, TASK.ID.eq(given))).isEqualTo(department);
        assertThat(gives.post("/api/tasks", "{\"title\": \"x\", \"assignee\": \"99999999\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(gives.patch("/api/tasks/" + given, "{\"assignee\": null}")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    // A3
    @Test
    void isSeenByWhomItConcernsByScopeAndByWhoSeesItsRecord() {
        long customer = gives.create("/api/customers", "{\"name\": \"星河\"}");
        long given = give("A", "");
        long onRecord = does.create("/api/tasks", "{\"title\": \"B\"}");
        long ofCustomer = gives.create(
                "/api/tasks",
                "{\"title\": \"C\", \"recordType\": \"customer\", \"recordId\": \"%d\"}".formatted(customer));
        Api leader = Api.of(http, worker(sample.user("Leader"), Scope.ofDepartments(Set.of(department))));
        Api auditor = Api.of(http, SampleData.viewer(sample.user("Auditor"), "task:read", "customer:read"));
        Api reader = Api.of(
                http,
                SampleData.scoped(
                        SampleData.viewer(sample.user("Reader"), "task:read", "customer:read"), "task", Scope.none()));

        assertThat(seen(gives)).containsExactlyInAnyOrder(given, ofCustomer);
        assertThat(seen(does)).containsExactlyInAnyOrder(given, onRecord);
        assertThat(seen(leader)).containsExactlyInAnyOrder(given, onRecord);
        assertThat(seen(reader)).containsExactly(ofCustomer);
        assertThat(seen(auditor)).contains(given, onRecord, ofCustomer);
        assertThat(seen(stranger)).isEmpty();
        assertThat(stranger.get("/api/tasks/" + given)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.post("/api/tasks/" + given + "/completion", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.post(
                        "/api/tasks",
                        "{\"title\": \"x\", \"recordType\": \"customer\", \"recordId\": \"%d\"}".formatted(customer)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void seeingTheRecordIsNotEnoughToChangeIt() {
        long customer = gives.create("/api/customers", "{\"name\": \"星河\"}");
        long id = gives.create(
                "/api/tasks",
                "{\"title\": \"C\", \"recordType\": \"customer\", \"recordId\": \"%d\"}".formatted(customer));
        Api reader = Api.of(
                http,
                SampleData.scoped(
                        SampleData.viewer(sample.user("Reader"), "task:read", "task:edit", "customer:read"),
                        "task",
                        Scope.none()));

        assertThat(reader.get("/api/tasks/" + id)).hasStatusOk();
        assertThat(reader.post("/api/tasks/" + id + "/completion", "")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void goesFromOpenToDoneOrCancelledAndBack() {
        long id = give("A", "");
        String at = "/api/tasks/" + id;

        assertThat(does.post(at + "/completion", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(does.post(at + "/completion", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(does.read(at).path("values").path("status").asString()).isEqualTo("DONE");
        assertThat(does.read(at).path("values").path("completedAt").isNull()).isFalse();
        assertThat(does.post(at + "/cancellation", "")).hasStatus(HttpStatus.CONFLICT);
        assertThat(gives.patch(at, "{\"title\": \"B\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/task-closed\"}");
        assertThat(does.post(at + "/reopening", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(does.read(at).path("values").path("completedAt").isNull()).isTrue();
        assertThat(gives.post(at + "/cancellation", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(does.post(at + "/completion", "")).hasStatus(HttpStatus.CONFLICT);
        assertThat(does.patch(at, "{\"status\": \"DONE\"}")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void tellsOnesOwnTheMostPressingFirst() {
        give("undated", "");
        give("later", ", \"dueOn\": \"2190-01-02\"");
        give("overdue", ", \"dueOn\": \"2020-01-01\"");
        give("later but urgent", ", \"dueOn\": \"2190-01-02\", \"priority\": \"HIGH\"");
        long done = give("done", ", \"dueOn\": \"2020-01-01\"");
        does.post("/api/tasks/" + done + "/completion", "");

        List<TaskRow> mine = tasks.mine(10, doer);
        assertThat(mine).extracting(TaskRow::title).containsExactly("overdue", "later but urgent", "later", "undated");
        assertThat(mine).extracting(TaskRow::overdue).containsExactly(true, false, false, false);
        assertThat(tasks.mine(1, doer)).hasSize(1);
    }

    // A1
    @Test
    void handsOverOnlyWhatIsOpen() {
        long open = give("open", "");
        long done = give("done", "");
        does.post("/api/tasks/" + done + "/completion", "");

        assertThat(handOver.owned(doer.userId())).isEqualTo(1);
        writing.by(giver);
        assertThat(handOver.handOver(doer.userId(), new HandsOver.Heir(giver.userId(), null), giver))
                .isEqualTo(1);
        assertThat(jooq.fetchValue(TASK.ASSIGNEE_ID, TASK.ID.eq(open))).isEqualTo(giver.userId());
        assertThat(jooq.fetchValue(TASK.ASSIGNEE_ID, TASK.ID.eq(done))).isEqualTo(doer.userId());
    }

    private static List<Long> seen(Api api) {
        return api.read("/api/records/task")
                .path("rows")
                .valueStream()
                .map(row -> Long.valueOf(row.path("id").asString()))
                .toList();
    }
}
