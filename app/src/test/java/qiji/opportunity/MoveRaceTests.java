package qiji.opportunity;

import static db.opportunity.Tables.STAGE_VISIT;
import static db.project.Tables.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Approvals;
import qiji.approval.Decisions;
import qiji.opportunity.grade.GradeOffice;
import qiji.opportunity.move.Endings;
import qiji.opportunity.move.OpportunityMoves;
import qiji.opportunity.move.OpportunityMoves.Winning;
import qiji.platform.Time;
import qiji.project.Projects;
import qiji.testing.AtOnce;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;

/** What is won, set up, moved and decided by two at the same moment: each of it happens once, and nothing is lost. [D5 D9 D12] */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class MoveRaceTests {
    private static final String[] RIGHTS = Stream.concat(
                    Stream.of(SampleOpportunities.EVERY_RIGHT), Stream.of("project:read", "project:create"))
            .toArray(String[]::new);

    @Autowired
    ApplicationContext beans;

    @Autowired
    OpportunityMoves moves;

    @Autowired
    Endings endings;

    @Autowired
    Projects projects;

    @Autowired
    Decisions decisions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    JsonMapper json;

    private SampleOpportunities opportunities;
    private Viewer one = Viewer.system("test");
    private Viewer other = Viewer.system("test");
    private long id;

    @BeforeEach
    void twoWhoHaveReadTheSame() {
        opportunities = new SampleOpportunities(beans);
        id = Objects.requireNonNull(transaction.execute(_ -> {
            long owner = sample.user("Li Lei");
            one = viewer(owner, RIGHTS);
            other = viewer(sample.user("Han Meimei"), RIGHTS);
            return opportunities.ripe(owner);
        }));
    }

    @RepeatedTest(5)
    void twoWins() throws Exception {
        assertThat(AtOnce.answers(() -> win(0, one), () -> win(0, other)))
                .containsExactlyInAnyOrder("1", "stale-version");
        mustBeWonOnce();
    }

    /** Whoever does not say what they read is told that it is over. */
    @RepeatedTest(5)
    void twoWinsThatDoNotSayWhatTheyRead() throws Exception {
        assertThat(AtOnce.answers(() -> win(null, one), () -> win(null, other)))
                .containsExactlyInAnyOrder("1", "status-forbids");
        mustBeWonOnce();
    }

    /** Winning makes the project; who sets one up by hand is too early or too late. */
    @RepeatedTest(5)
    void aWinAndASettingUp() throws Exception {
        List<String> answers = AtOnce.answers(() -> win(0, one), () -> projects.setUp(id, other));
        assertThat(answers.getFirst()).isEqualTo("1");
        assertThat(answers.getLast()).isIn("opportunity-not-won", "project-exists");
        mustBeWonOnce();
    }

    /** Of one that was loaded as won, and so has none. */
    @RepeatedTest(5)
    void twoSettingsUp() throws Exception {
        id = Objects.requireNonNull(transaction.execute(_ -> opportunities.opportunity(one.userId(), row -> {
            row.setStatus("WON");
            row.setStageId(opportunities.process().last().key());
            row.setClosedOn(LocalDate.now(Time.ZONE));
            row.setWonAmount(BigDecimal.TEN);
        })));
        List<String> answers = AtOnce.answers(() -> projects.setUp(id, one), () -> projects.setUp(id, other));
        assertThat(answers).containsOnlyOnce("project-exists");
        assertThat(projectsOfIt()).isOne();
    }

    /** A move is done before it is abandoned, or refused after: the stage is never lost. */
    @RepeatedTest(5)
    void aMoveAndTheDecisionToAbandonIt() throws Exception {
        long director = lieInADepartmentWithADirector();
        endings.abandon(id, "没有预算", null, one);
        long request = pending("abandonment");
        List<String> answers = AtOnce.answers(() -> move("B", null, one), () -> approve(request, director));
        assertThat(answers.getLast()).isEqualTo("done");
        assertThat(answers.getFirst()).isIn("1", "status-forbids");
        OpportunityRecord row = opportunities.row(id);
        boolean moved = answers.getFirst().equals("1");
        assertThat(row.getStatus()).isEqualTo("ABANDONED");
        assertThat(row.getStageId()).isEqualTo(opportunities.stage(moved ? "B" : "A"));
        assertThat(row.getVersion()).isEqualTo(moved ? 2 : 1);
        assertThat(visits()).isEqualTo(moved ? 2 : 1);
    }

    /** A grade is no field that people edit: who confirms it makes nobody's move stale. */
    @RepeatedTest(5)
    void aMoveAndTheConfirmationOfAGrade() throws Exception {
        GradeOffice office = Objects.requireNonNull(transaction.execute(_ -> new GradeOffice(beans)));
        transaction.executeWithoutResult(_ -> {
            beans.getBean(Writing.class).by(Viewer.system("test"));
            jooq.execute(
                    "update opportunity.opportunity set owner_id = ?, department_id = ? where id = ?",
                    office.seller,
                    office.centre,
                    id);
        });
        beans.getBean(Opportunities.class)
                .edit(id, json.readTree("{\"expectedAmount\": 230000}"), office.as(office.seller));
        long request = pending("grade");
        int version = opportunities.row(id).getVersion();
        assertThat(AtOnce.answers(() -> move("B", version, one), () -> approve(request, office.manager)))
                .containsExactly(Integer.toString(version + 1), "done");
        OpportunityRecord row = opportunities.row(id);
        assertThat(row.getStageId()).isEqualTo(opportunities.stage("B"));
        assertThat(row.getGradeConfirmed()).isEqualTo("MAJOR");
        assertThat(row.getResponsibleLeaderId()).isEqualTo(office.manager);
    }

    private void mustBeWonOnce() {
        OpportunityRecord row = opportunities.row(id);
        assertThat(row.getStatus()).isEqualTo("WON");
        assertThat(row.getVersion()).isOne();
        assertThat(visits()).isEqualTo(2);
        assertThat(projectsOfIt()).isOne();
    }

    private int projectsOfIt() {
        return jooq.fetchCount(PROJECT, PROJECT.OPPORTUNITY_ID.eq(id));
    }

    private int visits() {
        return jooq.fetchCount(STAGE_VISIT, STAGE_VISIT.OPPORTUNITY_ID.eq(id));
    }

    private long lieInADepartmentWithADirector() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            long centre = sample.department("政企中心", sample.department("分公司"));
            long director = sample.user("Director", centre); // who writes is said by it
            jooq.execute("insert into organization.user_role (user_id, role_id) select " + director
                    + ", id from organization.role where code = 'CENTER_DIRECTOR'");
            jooq.execute("update opportunity.opportunity set department_id = ? where id = ?", centre, id);
            return director;
        }));
    }

    private long pending(String kind) {
        return beans.getBean(Approvals.class).pending(kind, id).orElseThrow().requestId();
    }

    private String approve(long request, long user) {
        decisions.decide(request, Outcome.APPROVED, null, viewer(user, "opportunity:read", "approval:decide"));
        return "done";
    }

    private int win(@Nullable Integer version, Viewer viewer) {
        return moves.win(id, new Winning(LocalDate.now(Time.ZONE), new BigDecimal("900.00"), null), version, viewer);
    }

    private int move(String stage, @Nullable Integer version, Viewer viewer) {
        return moves.moveToStage(id, opportunities.stage(stage), null, null, version, viewer);
    }
}
