package qiji.opportunity.duty;

import static db.notification.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import db.opportunity.tables.records.OpportunityRecord;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import qiji.access.Notifies;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.access.Writing;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.grade.Grade;
import qiji.opportunity.grade.GradeOffice;
import qiji.organization.AccessChanged;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/** Who did not do what a grade asks of them each week is told so, once a week. */
@ModuleTest
@DisplayName("[D3] weekly duties")
class DutiesTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    Duties duties;

    private GradeOffice office;

    @BeforeEach
    void anOffice() {
        office = new GradeOffice(beans);
        office.hold(office.seller, "ACCOUNT_MANAGER");
    }

    @Test
    @DisplayName("[D3 D8] the owner is told how many had no progress, and led to the list of them")
    void remindsTheOwnerOnce() {
        major(row -> {});
        major(row -> {});
        major(row -> row.setLastFollowUpAt(Instant.now()));
        major(row -> row.setOpenedOn(LocalDate.now(Time.ZONE)));
        office.deal(row -> aged(row, Grade.GENERAL));
        duties.remind();
        duties.remind();
        assertThat(told(office.seller)).containsExactly("opportunity.progress-overdue");
        Viewer seller = beans.getBean(Viewers.class).find(office.seller).orElseThrow();
        JsonNode notice = Api.of(http, seller).read("/api/notices").at("/rows/0");
        assertThat(notice.path("text").asString()).contains("2 个");
        String filter =
                URLDecoder.decode(notice.path("page").asString().replaceFirst(".*filter=", ""), StandardCharsets.UTF_8);
        assertThat(Api.of(http, seller)
                        .read("/api/records/opportunity/count?filter={f}", filter)
                        .path("count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("[D3] whoever still owes it a week later is told again")
    void remindsAgainInTheNextWeek() {
        major(row -> {});
        duties.remind();
        Duties nextWeek = new Duties(
                beans.getBean(DutyStore.class),
                beans.getBean(FieldLabels.class),
                beans.getBean(Viewers.class),
                beans.getBeanProvider(Notifies.class),
                beans.getBean(PlatformTransactionManager.class),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(7)));
        nextWeek.remind();
        nextWeek.remind();
        assertThat(told(office.seller)).containsExactly("opportunity.progress-overdue", "opportunity.progress-overdue");
    }

    @Test
    @DisplayName("[D3] the responsible leader is told of what they did not follow in person")
    void remindsTheLeader() {
        major(row -> {
            row.setLastFollowUpAt(Instant.now());
            row.setResponsibleLeaderId(office.manager);
        });
        duties.remind();
        assertThat(told(office.manager)).containsExactly("opportunity.leader-overdue");
        assertThat(told(office.seller)).isEmpty();
    }

    @Test
    @DisplayName("[A4] who may not read the grade is not told of a duty that tells it")
    void tellsNoHiddenGrade() {
        major(row -> {});
        writing.by(Viewer.system("test"));
        jooq.execute("insert into organization.role_field_rule (role_id, object, field, access)"
                + " select id, 'opportunity', 'grade', 'HIDDEN' from organization.role where code = 'ACCOUNT_MANAGER'");
        beans.publishEvent(new AccessChanged());
        duties.remind();
        assertThat(told(office.seller)).isEmpty();
    }

    private void major(Consumer<OpportunityRecord> with) {
        office.deal(row -> {
            aged(row, Grade.MAJOR);
            with.accept(row);
        });
    }

    private static void aged(OpportunityRecord row, Grade grade) {
        row.setGrade(grade.name());
        row.setGradeState("CONFIRMED");
        row.setGradeConfirmed(grade.name());
        row.setOpenedOn(LocalDate.now(Time.ZONE).minusDays(30));
    }

    private List<String> told(long user) {
        return jooq.select(NOTICE.KIND)
                .from(NOTICE)
                .where(NOTICE.USER_ID.eq(user))
                .fetch(NOTICE.KIND);
    }
}
