package qiji.opportunity.grade;

import static db.activity.Tables.ACTIVITY;
import static db.approval.Tables.TASK;
import static db.opportunity.Tables.GRADING;
import static db.platform.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static qiji.opportunity.grade.Grade.IMPORTANT;
import static qiji.opportunity.grade.Grade.MAJOR;
import static qiji.opportunity.grade.Grade.ORDINARY;
import static qiji.opportunity.grade.GradeState.AWAITING;
import static qiji.opportunity.grade.GradeState.CONFIRMED;
import static qiji.opportunity.grade.GradeState.UNSENT;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.Instant;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.Opportunities;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** [D3 X7] What is judged anew without anybody editing it: other rules, other departments; and what is sent late. */
@ModuleTest
class GradeSweepTests {
    private static final Viewer SYSTEM = Viewer.system("grading");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    ApplicationContext beans;

    @Autowired
    DSLContext jooq;

    @Autowired
    GradeSweep sweep;

    private GradeOffice office;

    @BeforeEach
    void anOffice() {
        office = new GradeOffice(beans);
    }

    @Test
    void freesWhatWaitsOnceTheRuleNamesNobody() {
        long asked = office.deal(row -> row.setExpectedAmount(GradeOffice.yuan("1000.00")));
        office.edit(asked, "\"expectedAmount\": 230000");
        long unsent = office.deal(graded("230000", MAJOR, MAJOR, null));
        office.publish(office.branch, 200_000, new GradeRule.Confirmers(null, null, null));
        judgeAll();
        assertThat(office.standing(asked)).isEqualTo(new Standing(MAJOR, null, CONFIRMED, MAJOR));
        assertThat(office.isAsked(asked)).isFalse();
        assertThat(office.standing(unsent)).isEqualTo(new Standing(MAJOR, null, CONFIRMED, MAJOR));
    }

    @Test
    void writesAlikeWhatChangesAlike() {
        long one = office.deal(graded("30000", ORDINARY, ORDINARY, null));
        long other = office.deal(graded("31000", ORDINARY, ORDINARY, null));
        long raised = office.deal(graded("160000", IMPORTANT, null, IMPORTANT));
        office.publish(office.branch, 150_000, new GradeRule.Confirmers(null, null, "GENERAL_MANAGER"));
        judgeAll();
        assertThat(office.row(one).getGradeConfirmedAt())
                .isNotNull()
                .isEqualTo(office.row(other).getGradeConfirmedAt());
        assertThat(office.standing(raised)).isEqualTo(new Standing(MAJOR, MAJOR, UNSENT, IMPORTANT));
        assertThat(office.row(raised).getGradeConfirmedAt()).isEqualTo(LONG_AGO);
    }

    @Test
    void sendsThoseOfOthersWhereOneOwnerHasNobodyToAsk() { // who is the only manager cannot confirm their own
        long own = office.deal(graded("230000", MAJOR, MAJOR, null).andThen(row -> row.setOwnerId(office.manager)));
        long others = office.deal(graded("230000", MAJOR, MAJOR, null));
        sweep.sendUnsent(_ -> {}, SYSTEM);
        assertThat(office.standing(own).state()).isEqualTo(UNSENT);
        assertThat(office.standing(others).state()).isEqualTo(AWAITING);
    }

    @Test
    void sendsTheOthersWhereOneIsGone() {
        long gone = office.deal(graded("230000", MAJOR, MAJOR, null).andThen(row -> row.setImported(true)));
        long next = office.deal(graded("230000", MAJOR, MAJOR, null));
        sweep.sendUnsent(
                tried -> {
                    if (tried == 0) {
                        beans.getBean(Opportunities.class).unload(gone, office.as(office.seller));
                    }
                },
                SYSTEM);
        assertThat(office.standing(next).state()).isEqualTo(AWAITING);
    }

    @Test
    void stopsWhereItIsToldTo() {
        long deal = office.deal(graded("230000", MAJOR, MAJOR, null));
        assertThatThrownBy(() -> sweep.sendUnsent(
                        _ -> {
                            throw new IllegalStateException("cancelled");
                        },
                        SYSTEM))
                .hasMessage("cancelled");
        assertThat(office.standing(deal).state()).isEqualTo(UNSENT);
    }

    @Test
    void isStartedOnce() {
        office.deal(graded("230000", MAJOR, MAJOR, null));
        jooq.update(GRADING).set(GRADING.FINISHED, false).execute();
        jooq.update(JOB)
                .set(JOB.STATE, "DONE")
                .set(JOB.FINISHED_AT, LONG_AGO)
                .where(JOB.KIND.eq(GradeSweep.NAME))
                .execute();
        GradeSweeps sweeps = beans.getBean(GradeSweeps.class);
        sweeps.grade();
        sweeps.grade();
        sweeps.send();
        assertThat(jooq.fetchCount(JOB, JOB.KIND.eq(GradeSweep.NAME).and(JOB.STATE.eq("WAITING"))))
                .isEqualTo(1);
    }

    @Test
    void judgesAnewWhatIsHandedOverToAnotherDepartment() { // A1
        SampleData sample = beans.getBean(SampleData.class);
        long away = sample.department("另一分公司");
        long chief = sample.user("Chief", away);
        office.hold(chief, "CENTER_DIRECTOR");
        office.publish(away, 150_000, GradeRule.shipped().confirmedBy());
        long raised = office.deal(graded("160000", IMPORTANT, null, IMPORTANT));
        long asked = office.deal(row -> row.setExpectedAmount(GradeOffice.yuan("1000.00")));
        office.edit(asked, "\"expectedAmount\": 30000");
        long before = office.request(asked);
        judgeAll();
        assertThat(sweep.isDue()).isFalse();
        handOver("ownedOpportunities", office.seller, new HandsOver.Heir(sample.user("Heir", away), away));
        assertThat(sweep.isDue()).isTrue();
        judgeAll();
        assertThat(office.standing(raised)).isEqualTo(new Standing(MAJOR, MAJOR, UNSENT, IMPORTANT));
        sweep.sendUnsent(_ -> {}, SYSTEM);
        assertThat(office.request(asked)).isNotEqualTo(before);
        assertThat(jooq.fetchValues(TASK.USER_ID, TASK.REQUEST_ID.eq(office.request(asked))))
                .containsExactly(chief);
    }

    @Test
    void knowsWhenTheNewLeaderFollowedIt() { // A1: the duty is theirs from now on
        long deal = office.deal(row -> {
            row.setResponsibleLeaderId(office.director);
            row.setLeaderFollowUpAt(LONG_AGO);
        });
        Instant theirs = LONG_AGO.plusSeconds(60);
        followed(deal, office.director, LONG_AGO);
        followed(deal, office.deputy, theirs);
        handOver("followedOpportunities", office.director, new HandsOver.Heir(office.deputy, office.branch));
        assertThat(office.row(deal).getResponsibleLeaderId()).isEqualTo(office.deputy);
        assertThat(office.row(deal).getLeaderFollowUpAt()).isEqualTo(theirs);
        handOver("followedOpportunities", office.deputy, new HandsOver.Heir(office.manager, office.branch));
        assertThat(office.row(deal).getLeaderFollowUpAt()).isNull();
    }

    private void handOver(String what, long from, HandsOver.Heir to) {
        beans.getBean(Writing.class).by(SYSTEM);
        beans.getBean(what, HandsOver.class).handOver(from, to, SYSTEM);
    }

    private void followed(long deal, long leader, Instant at) {
        beans.getBean(Writing.class).by(SYSTEM);
        jooq.insertInto(ACTIVITY)
                .set(ACTIVITY.RECORD_TYPE, Opportunities.TYPE)
                .set(ACTIVITY.RECORD_ID, deal)
                .set(ACTIVITY.KIND, "CALL")
                .set(ACTIVITY.SUBJECT, "电话")
                .set(ACTIVITY.HAPPENED_AT, at)
                .set(ACTIVITY.OWNER_ID, leader)
                .set(ACTIVITY.CREATED_BY, 0L)
                .execute();
    }

    private void judgeAll() {
        int steps = 0;
        while (sweep.step(SYSTEM) > 0) {
            assertThat(++steps).isLessThan(1000);
        }
    }

    private static Consumer<OpportunityRecord> graded(
            String amount, Grade grade, @Nullable Grade pending, @Nullable Grade confirmed) {
        return row -> {
            row.setExpectedAmount(GradeOffice.yuan(amount));
            new Standing(grade, pending, pending == null ? CONFIRMED : UNSENT, confirmed).write(row);
            row.setGradeConfirmedAt(confirmed == null ? null : LONG_AGO);
        };
    }
}
