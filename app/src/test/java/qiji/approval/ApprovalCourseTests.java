package qiji.approval;

import static db.approval.Tables.EVENT;
import static db.approval.Tables.REQUEST;
import static db.approval.Tables.STEP;
import static db.approval.Tables.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.opportunity.move.Endings;
import qiji.platform.Problem;
import qiji.testing.ModuleTest;

/** Levels by rule, any, all and in turn; and whatever happens, a request stays sound. [D9] */
@ModuleTest
class ApprovalCourseTests {
    private static final Set<String> ENDS = Set.of("APPROVED", "REJECTED", "RETURNED", "WITHDRAWN");

    @Autowired
    ApplicationContext beans;

    @Autowired
    Decisions decisions;

    @Autowired
    Endings endings;

    @Autowired
    DSLContext jooq;

    private Office office;

    @BeforeEach
    void anOffice() {
        office = new Office(beans);
    }

    private static String level(String role, String mode) {
        return "{\"by\": \"ROLE\", \"role\": \"%s\", \"mode\": \"%s\", \"up\": 0, \"days\": 2}".formatted(role, mode);
    }

    @Test
    void asksAllOfALevelAndThenTheNext() {
        office.plan("[" + level("CENTER_DIRECTOR", "ALL") + "," + level("GENERAL_MANAGER", "ANY") + "]");
        long request = office.ask();
        assertThat(office.asked(request)).containsExactly(office.director, office.other);
        approve(office.director, request);
        assertThat(office.asked(request)).containsExactly(office.other);
        approve(office.other, request);
        assertThat(office.asked(request)).containsExactly(office.manager);
        assertThat(office.status()).isEqualTo("OPEN");
        approve(office.manager, request);
        assertThat(office.status()).isEqualTo("ABANDONED");
    }

    @Test
    void asksOneAfterTheOther() {
        office.plan("[" + level("CENTER_DIRECTOR", "TURN") + "]");
        long request = office.ask();
        assertThat(office.asked(request)).containsExactly(office.director);
        approve(office.director, request);
        assertThat(office.asked(request)).containsExactly(office.other);
        approve(office.other, request);
        assertThat(office.status()).isEqualTo("ABANDONED");
    }

    @Test
    void stopsAtTheFirstWhoDoesNotApprove() {
        office.plan("[" + level("CENTER_DIRECTOR", "ALL") + "," + level("GENERAL_MANAGER", "ANY") + "]");
        long request = office.ask();
        decisions.decide(request, Outcome.REJECTED, "no", office.as(office.other));
        assertThat(office.asked(request)).isEmpty();
        assertThat(office.status()).isEqualTo("OPEN");
    }

    @Test
    void choosesTheFlowByAmount() {
        String flow = "{\"kind\": \"abandonment\", \"%s\": %s, \"levels\": [%s]}";
        String small = flow.formatted("below", "1000.00", level("CENTER_DIRECTOR", "ANY"));
        office.flows("[%s,%s]".formatted(small, flow.formatted("from", "1000.00", level("GENERAL_MANAGER", "ANY"))));
        assertThat(office.asked(office.ask())).as("of exactly 1,000 yuan").containsExactly(office.manager);
        office.deal = office.deal();
        beans.getBean(Writing.class).by(Viewer.system("test"));
        jooq.execute("update opportunity.opportunity set expected_amount = 999.99 where id = " + office.deal);
        assertThat(office.asked(office.ask())).containsExactly(office.director, office.other);
    }

    @Test
    void followsTheShippedFlowWhereThePlanDoesNotSpeakOfTheKind() {
        office.flows("[]");
        assertThat(office.asked(office.ask())).containsExactly(office.director, office.other);
    }

    @Test
    void countsOnePersonOnce() {
        for (String mode : List.of("ALL", "TURN")) {
            office = new Office(beans);
            office.plan("[" + level("CENTER_DIRECTOR", mode) + "]");
            long request = office.ask();
            if (mode.equals("ALL")) {
                approve(office.other, request);
            }
            assertThatThrownBy(() -> decisions.transfer(request, office.other, null, office.as(office.director)))
                    .as(mode)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void tellsOfANextLevelOnlyWhereThereIsOne() {
        office.plan("[" + level("CENTER_DIRECTOR", "TURN") + "," + level("GENERAL_MANAGER", "ANY") + "]");
        long request = office.ask();
        approve(office.director, request);
        assertThat(openings(request)).isZero();
        approve(office.other, request);
        assertThat(openings(request)).isOne();
    }

    private int openings(long request) {
        return jooq.fetchCount(EVENT, EVENT.REQUEST_ID.eq(request), EVENT.KIND.eq("LEVEL_OPENED"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysSoundWhateverHappens(long seed) {
        Random random = new Random(seed);
        String[] modes = {"ANY", "ALL", "TURN"};
        office.plan("[" + level("CENTER_DIRECTOR", modes[(int) (seed % 3)]) + ","
                + level("GENERAL_MANAGER", modes[random.nextInt(3)]) + "]");
        List<Long> people = List.of(office.seller, office.director, office.other, office.manager);
        for (int step = 0; step < 60; step++) {
            long user = people.get(random.nextInt(people.size()));
            try {
                anything(random, user, people.get(random.nextInt(people.size())));
            } catch (Problem refused) {
                // and nothing has changed, as the next look tells
            }
            jooq.select(REQUEST.ID)
                    .from(REQUEST)
                    .where(REQUEST.RECORD_ID.eq(office.deal))
                    .forEach(row -> mustBeSound(row.value1(), "seed %d".formatted(seed)));
        }
    }

    private void anything(Random random, long user, long other) {
        Long request = jooq.select(REQUEST.ID)
                .from(REQUEST)
                .where(REQUEST.RECORD_ID.eq(office.deal))
                .orderBy(REQUEST.ID.desc())
                .limit(1)
                .fetchOne(REQUEST.ID);
        if (request == null || random.nextInt(8) == 0) {
            endings.abandon(office.deal, "why", null, office.as(office.seller));
            return;
        }
        var viewer = office.as(user);
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> decisions.decide(request, Outcome.APPROVED, null, viewer);
            case 4 -> decisions.decide(request, Outcome.RETURNED, "again", viewer);
            case 5 -> decisions.decide(request, Outcome.REJECTED, random.nextBoolean() ? "no" : null, viewer);
            case 6 -> decisions.withdraw(request, null, viewer);
            case 7 -> decisions.transfer(request, other, "please", viewer);
            case 8 -> decisions.add(request, other, null, viewer);
            case 9, 10 -> office.give(other);
            default -> decisions.remind(request, viewer);
        }
    }

    private void mustBeSound(long request, String when) {
        String state = jooq.fetchValue(REQUEST.STATE, REQUEST.ID.eq(request));
        List<String> steps = jooq.select(STEP.STATE)
                .from(STEP)
                .where(STEP.REQUEST_ID.eq(request))
                .orderBy(STEP.LEVEL)
                .fetch(STEP.STATE);
        List<String> tasks = jooq.select(TASK.STATE)
                .from(TASK)
                .where(TASK.REQUEST_ID.eq(request))
                .fetch(TASK.STATE);
        List<String> trail = jooq.select(EVENT.KIND)
                .from(EVENT)
                .where(EVENT.REQUEST_ID.eq(request))
                .orderBy(EVENT.ID)
                .fetch(EVENT.KIND);
        assertThat(trail).as(when).first().isEqualTo("SENT");
        if (state.equals("OPEN")) {
            assertThat(steps).as(when).filteredOn("OPEN"::equals).hasSize(1);
            assertThat(String.join(" ", steps)).as(when).matches("(PASSED )*OPEN( WAITING)*");
            assertThat(tasks).as(when).contains("OPEN").doesNotContain("REJECTED", "RETURNED");
        } else {
            assertThat(steps).as(when).doesNotContain("OPEN", "WAITING");
            assertThat(tasks).as(when).doesNotContain("OPEN", "WAITING");
            assertThat(trail).as(when).last().isEqualTo(state);
            assertThat(trail.stream().filter(kind -> ENDS.contains(kind) && !kind.equals("APPROVED")))
                    .as(when)
                    .hasSize(state.equals("APPROVED") ? 0 : 1);
        }
        assertThat(trail.stream().filter(ENDS::contains).filter(kind -> !kind.equals("WITHDRAWN")))
                .as(when)
                .hasSameSizeAs(tasks.stream().filter(ENDS::contains).toList());
    }

    private void approve(long user, long request) {
        decisions.decide(request, Outcome.APPROVED, null, office.as(user));
    }
}
