package qiji.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Who has a task is reminded of it when it is due, once a day. [E2 D9] */
@ModuleTest
class TaskRemindersTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    TaskReminders reminders;

    private final LocalDate today = LocalDate.now(Time.ZONE);
    private Api api;

    @BeforeEach
    void someoneWithTasks() {
        long user = sample.user("Doer", sample.department("North"));
        api = Api.of(http, SampleData.viewer(user, "task:read", "task:create", "task:edit"));
    }

    @Test
    void remindsOnceOfWhatIsDueTodayOrOverdue() {
        task("later", today.plusDays(1));
        task("today", today);
        task("late", today.minusDays(3));
        task("left", today.minusDays(31));
        long done = task("done", today);
        api.post("/api/tasks/" + done + "/completion", "{}");
        reminders.remind();
        reminders.remind();
        assertThat(texts()).containsExactlyInAnyOrder("任务「today」今天到期", "任务「late」已逾期 3 天");
    }

    private long task(String title, LocalDate due) {
        return api.create("/api/tasks", "{\"title\": \"%s\", \"dueOn\": \"%s\"}".formatted(title, due));
    }

    private List<String> texts() {
        var rows = api.read("/api/notices").path("rows");
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.path(i).path("text").asString())
                .toList();
    }
}
