package qiji.opportunity.plan;

import static db.notification.Tables.NOTICE;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.PLAN_ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.opportunity.SampleOpportunities;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Whoever is to do something by a plan is told so, and again once it is overdue. [D7] */
@ModuleTest
class PlanNoticeTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    MockMvcTester http;

    @Autowired
    PlanReminders reminders;

    private Api api;
    private long seller;
    private long helper;
    private String items = "";

    @BeforeEach
    void anOpportunity() {
        seller = sample.user("Li Lei");
        helper = sample.user("Han Meimei");
        api = Api.of(http, SampleData.viewer(seller, "opportunity:read", "opportunity:edit"));
        long id = new SampleOpportunities(beans).opportunity(seller, _ -> {});
        items = "/api/opportunities/" + id + "/plan/items";
    }

    @Test
    @DisplayName("[D7] an item given to somebody else is told them, once, and not what one keeps")
    void tellsWhoIsToDoIt() {
        add(seller, 3);
        assertThat(told(seller)).isEmpty();
        long item = add(helper, 3);
        assertThat(told(helper)).containsExactly("opportunity.plan-item");
        String path = items + "/" + item;
        assertThat(api.put(path, body(helper, 4))).hasStatusOk();
        assertThat(told(helper)).as("theirs before").hasSize(1);
        assertThat(api.put(path, body(seller, 4))).hasStatusOk();
        assertThat(api.put(path, body(helper, 4))).hasStatusOk();
        assertThat(told(helper)).hasSize(2);
    }

    @Test
    @DisplayName("[D7] an item is told to be overdue once for each day that it was to end on")
    void remindsOnce() {
        long late = add(helper, -1);
        add(helper, 0);
        long done = add(helper, -2);
        jooq.update(PLAN_ITEM)
                .set(PLAN_ITEM.DONE_ON, LocalDate.now(Time.ZONE))
                .where(PLAN_ITEM.ID.eq(done))
                .execute();
        reminders.remind();
        reminders.remind();
        assertThat(told(helper))
                .filteredOn("opportunity.plan-item-overdue"::equals)
                .hasSize(1);
        jooq.update(PLAN_ITEM)
                .set(PLAN_ITEM.ENDS_ON, LocalDate.now(Time.ZONE).minusDays(2))
                .set(PLAN_ITEM.STARTS_ON, LocalDate.now(Time.ZONE).minusDays(2))
                .where(PLAN_ITEM.ID.eq(late))
                .execute();
        reminders.remind();
        assertThat(told(helper))
                .filteredOn("opportunity.plan-item-overdue"::equals)
                .hasSize(2);
    }

    @Test
    @DisplayName("[D7] neither what was overdue longer than a week is told, nor what an ended opportunity left open")
    void leavesOldAndEndedOnesAlone() {
        add(helper, -8);
        assertThat(overdueTold()).isZero();
        add(helper, -7);
        assertThat(overdueTold()).isOne();
        long item = add(helper, -1);
        end(item, "ABANDONED", LocalDate.now(Time.ZONE));
        assertThat(overdueTold()).isOne();
        end(item, "OPEN", null);
        assertThat(overdueTold()).isEqualTo(2);
    }

    /** A batch goes on where the one before ended, and neither leaves one out nor tells one twice. */
    @Test
    void areReadInBatchesThatMakeTheWhole() {
        for (int days : new int[] {-3, -3, -2, -5, -1, -3}) {
            add(helper, days);
        }
        PlanStore store = beans.getBean(PlanStore.class);
        Viewer system = Viewer.system("test");
        LocalDate today = LocalDate.now(Time.ZONE);
        List<PlanStore.Overdue> walked = new ArrayList<>();
        List<PlanStore.Overdue> batch;
        do {
            PlanStore.Overdue last = walked.isEmpty() ? null : walked.getLast();
            batch = store.overdue(today.minusDays(9), today, last, 2, system);
            walked.addAll(batch);
        } while (!batch.isEmpty());
        assertThat(walked)
                .hasSizeGreaterThanOrEqualTo(6)
                .isEqualTo(store.overdue(today.minusDays(9), today, null, Integer.MAX_VALUE, system));
    }

    private long overdueTold() {
        reminders.remind();
        return told(helper).stream()
                .filter("opportunity.plan-item-overdue"::equals)
                .count();
    }

    private void end(long item, String status, @Nullable LocalDate on) {
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.STATUS, status)
                .set(OPPORTUNITY.CLOSED_ON, on)
                .where(OPPORTUNITY.ID.eq(jooq.fetchValue(PLAN_ITEM.OPPORTUNITY_ID, PLAN_ITEM.ID.eq(item))))
                .execute();
    }

    private long add(long assignee, int days) {
        return api.create(items, body(assignee, days));
    }

    private static String body(long assignee, int days) {
        LocalDate day = LocalDate.now(Time.ZONE).plusDays(days);
        return """
                {"kind": "STEP", "title": "方案", "startsOn": "%s", "endsOn": "%s", "assigneeId": "%d"}""".formatted(day, day, assignee);
    }

    private List<String> told(long user) {
        return jooq.select(NOTICE.KIND)
                .from(NOTICE)
                .where(NOTICE.USER_ID.eq(user))
                .fetch(NOTICE.KIND);
    }
}
