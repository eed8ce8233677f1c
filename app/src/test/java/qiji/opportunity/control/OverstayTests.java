package qiji.opportunity.control;

import static db.notification.Tables.NOTICE;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.SampleOpportunities;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Who stays too long in a stage is reminded once, and their manager after a week. */
@ModuleTest
@DisplayName("[D5] overstay")
class OverstayTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    Overstays overstays;

    private long owner;
    private long manager;

    @BeforeEach
    void someone() {
        owner = sample.user("Li Lei");
        manager = sample.user("Boss");
        writing.by(Viewer.system("sample data"));
        jooq.update(APP_USER)
                .set(APP_USER.MANAGER_ID, manager)
                .where(APP_USER.ID.eq(owner))
                .execute();
    }

    @Test
    void remindsTheOwnerAndLaterTheManagerOnceEach() {
        long fresh = late(0);
        long old = late(7);
        late(-1);
        long ancient = late(50);
        overstays.tell();
        overstays.tell();
        assertThat(told(owner)).containsExactlyInAnyOrder(fresh, old);
        assertThat(told(manager)).containsExactly(old);
        assertThat(told(owner)).doesNotContain(ancient);

        writing.by(Viewer.system("sample data"));
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.OVERSTAY_ON, LocalDate.now(Time.ZONE))
                .where(OPPORTUNITY.ID.eq(old))
                .execute();
        overstays.tell();
        assertThat(told(owner)).as("a stay of its own").containsExactlyInAnyOrder(fresh, old, old);
    }

    /** A batch goes on where the one before ended, and neither leaves one out nor tells one twice. */
    @Test
    void areReadInBatchesThatMakeTheWhole() {
        for (int days : new int[] {3, 3, 2, 5, 0, 3}) {
            late(days);
        }
        OverstayStore store = beans.getBean(OverstayStore.class);
        Viewer system = Viewer.system("test");
        LocalDate today = LocalDate.now(Time.ZONE);
        List<OverstayStore.Late> walked = new ArrayList<>();
        List<OverstayStore.Late> batch;
        do {
            OverstayStore.Late last = walked.isEmpty() ? null : walked.getLast();
            batch = store.untold(1, today.minusDays(9), today, last, 2, system);
            walked.addAll(batch);
        } while (!batch.isEmpty());
        assertThat(walked)
                .hasSizeGreaterThanOrEqualTo(6)
                .isEqualTo(store.untold(1, today.minusDays(9), today, null, Integer.MAX_VALUE, system));
    }

    @Test
    @DisplayName("[D12] what is opened again is not late at once, on its page as little as in lists")
    void countsAnewOnThePageOfWhatIsOpenedAgain() {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        Instant longAgo = Instant.now().minus(Duration.ofDays(100));
        long lost = opportunities.opportunity(owner, row -> {
            row.setStageEnteredAt(longAgo);
            row.setStatus("INVALID");
            row.setInvalidCause("DUPLICATE");
            row.setClosedOn(LocalDate.now(Time.ZONE).minusDays(50));
        });
        Api api = Api.of(beans.getBean(MockMvcTester.class), viewer(owner, SampleOpportunities.EVERY_RIGHT));
        assertThat(api.post("/api/opportunities/" + lost + "/reopening", "{\"reason\": \"重新立项\"}"))
                .hasStatusOk();
        assertThat(api.read("/api/opportunities/" + lost).path("overstayDays").asInt())
                .isZero();
        assertThat(jooq.fetchValue(OPPORTUNITY.OVERSTAY_ON, OPPORTUNITY.ID.eq(lost)))
                .isAfter(LocalDate.now(Time.ZONE));
    }

    private List<Long> told(long user) {
        return jooq.select(NOTICE.RECORD_ID)
                .from(NOTICE)
                .where(NOTICE.USER_ID.eq(user))
                .and(NOTICE.KIND.startsWith("opportunity.overstay"))
                .fetch(NOTICE.RECORD_ID);
    }

    private long late(int days) {
        return new SampleOpportunities(beans)
                .opportunity(
                        owner, row -> row.setOverstayOn(LocalDate.now(Time.ZONE).minusDays(days)));
    }
}
