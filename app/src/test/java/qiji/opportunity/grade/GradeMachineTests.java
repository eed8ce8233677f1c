package qiji.opportunity.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.opportunity.grade.GradeState.AWAITING;
import static qiji.opportunity.grade.GradeState.RETURNED;
import static qiji.opportunity.grade.GradeState.WITHDRAWN;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.testing.ModuleTest;

/** [D3 D9] Whatever is edited and decided in whatever order, the grade is what the plain rules say, and is asked for once. */
@ModuleTest
class GradeMachineTests {
    private static final int STEPS = 40;
    private static final @Nullable Integer[] AMOUNTS = {
        null, 100, 19_999, 20_000, 49_999, 50_000, 199_999, 200_000, 900_000
    };

    @Autowired
    ApplicationContext beans;

    private GradeOffice office;
    private long deal;
    private Standing model;

    @BeforeEach
    void anOffice() {
        office = new GradeOffice(beans);
        deal = office.deal(row -> row.setExpectedAmount(new BigDecimal("100")));
        model = Standing.NONE;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void followsTheRules(long seed) {
        Random random = new Random(seed);
        @Nullable Integer amount = 100;
        @Nullable Integer lines = null;
        for (int i = 0; i < STEPS; i++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    @Nullable Integer next = AMOUNTS[random.nextInt(AMOUNTS.length)];
                    edit("\"expectedAmount\": " + next, !Objects.equals(amount, next), next, lines);
                    amount = next;
                }
                case 2 -> {
                    @Nullable Integer next = random.nextInt(4) == 0 ? Integer.valueOf(6) : null;
                    edit("\"lineCount\": " + next, !Objects.equals(lines, next), amount, next);
                    lines = next;
                }
                case 3 -> withdrawOrSend();
                default -> decide(random);
            }
            assertThat(office.standing(deal)).as("step %s", i).isEqualTo(model);
            assertThat(office.isAsked(deal)).isEqualTo(model.state() == AWAITING);
        }
    }

    private void edit(String field, boolean isAnother, @Nullable Integer amount, @Nullable Integer lines) {
        assertThat(office.edit(deal, field)).hasStatus(200);
        if (isAnother || model.grade() == null) {
            BigDecimal yuan = amount == null ? null : BigDecimal.valueOf(amount);
            model = model.judged(GradeRule.shipped().grade(yuan, null, lines), GradeRule.shipped())
                    .in(AWAITING);
        }
    }

    private void withdrawOrSend() {
        String path = "/api/opportunities/" + deal + "/grade/confirmation";
        if (model.state() == AWAITING) {
            assertThat(office.api(office.seller).delete(path)).hasStatus(204);
            model = model.in(WITHDRAWN);
        } else {
            assertThat(office.api(office.seller).post(path, "{}")).hasStatus(model.isPending() ? 204 : 409);
            model = model.in(AWAITING);
        }
    }

    private void decide(Random random) {
        if (model.state() != AWAITING) {
            return;
        }
        long who = switch (Objects.requireNonNull(model.decidedAs())) {
            case GENERAL, ORDINARY -> office.director;
            case IMPORTANT -> office.deputy;
            case MAJOR -> office.manager;
        };
        String outcome = new String[] {"APPROVED", "RETURNED", "REJECTED"}[random.nextInt(3)];
        assertThat(office.decide(who, office.request(deal), outcome)).hasStatus(204);
        model = switch (outcome) {
            case "APPROVED" -> model.approved();
            case "REJECTED" -> model.rejected();
            default -> model.in(RETURNED);
        };
        if (!model.isPending()) {
            assertThat(office.row(deal).getResponsibleLeaderId()).isEqualTo(leader());
        }
    }

    private @Nullable Long leader() {
        return switch (Objects.requireNonNull(model.grade())) {
            case GENERAL -> null;
            case ORDINARY -> Long.valueOf(office.director);
            case IMPORTANT -> Long.valueOf(office.deputy);
            case MAJOR -> Long.valueOf(office.manager);
        };
    }
}
