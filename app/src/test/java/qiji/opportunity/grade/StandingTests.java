package qiji.opportunity.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.opportunity.grade.Grade.GENERAL;
import static qiji.opportunity.grade.Grade.MAJOR;
import static qiji.opportunity.grade.Grade.ORDINARY;
import static qiji.opportunity.grade.GradeState.AWAITING;
import static qiji.opportunity.grade.GradeState.CONFIRMED;
import static qiji.opportunity.grade.GradeState.RETURNED;
import static qiji.opportunity.grade.GradeState.UNSENT;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** [D3] Grade follows amount changes, up at once, down by confirmation. */
class StandingTests {
    private static final GradeRule RULE = GradeRule.shipped();

    @Test
    void needsNobodyWhereNobodyConfirms() {
        assertThat(Standing.NONE.judged(null, RULE)).isEqualTo(Standing.NONE);
        assertThat(Standing.NONE.judged(GENERAL, RULE)).isEqualTo(new Standing(GENERAL, null, CONFIRMED, GENERAL));
    }

    @Test
    void goesUpAtOnceAndAwaitsConfirmation() {
        Standing raised = new Standing(ORDINARY, null, CONFIRMED, ORDINARY).judged(MAJOR, RULE);
        assertThat(raised).isEqualTo(new Standing(MAJOR, MAJOR, UNSENT, ORDINARY));
        assertThat(raised.in(AWAITING).approved()).isEqualTo(new Standing(MAJOR, null, CONFIRMED, MAJOR));
    }

    @Test
    void keepsTheOldGradeUntilTheLowerOneIsConfirmed() {
        Standing lowered = new Standing(MAJOR, null, CONFIRMED, MAJOR).judged(ORDINARY, RULE);
        assertThat(lowered).isEqualTo(new Standing(MAJOR, ORDINARY, UNSENT, MAJOR));
        assertThat(lowered.decidedAs()).isEqualTo(MAJOR);
        assertThat(lowered.in(AWAITING).approved()).isEqualTo(new Standing(ORDINARY, null, CONFIRMED, ORDINARY));
        assertThat(lowered.in(AWAITING).rejected()).isEqualTo(new Standing(MAJOR, null, CONFIRMED, MAJOR));
        assertThat(lowered.in(AWAITING).in(RETURNED)).isEqualTo(new Standing(MAJOR, ORDINARY, RETURNED, MAJOR));
        assertThat(lowered.judged(MAJOR, RULE)).isEqualTo(new Standing(MAJOR, null, CONFIRMED, MAJOR));
        assertThat(lowered.judged(null, RULE).pending()).isEqualTo(GENERAL);
    }

    @Test
    void waitsForNobodyOnceNobodyConfirms() {
        GradeRule free = new GradeRule(
                RULE.basis(),
                RULE.limits(),
                RULE.manyLines(),
                new GradeRule.Confirmers(null, null, null),
                null,
                null,
                null,
                null);
        Standing raised = Standing.NONE.judged(MAJOR, RULE).in(AWAITING);
        assertThat(raised.judged(MAJOR, RULE)).isEqualTo(raised);
        assertThat(raised.judged(MAJOR, free)).isEqualTo(new Standing(MAJOR, null, CONFIRMED, MAJOR));
        Standing lowered = raised.approved().judged(ORDINARY, RULE);
        assertThat(lowered.judged(ORDINARY, free)).isEqualTo(new Standing(ORDINARY, null, CONFIRMED, ORDINARY));
    }

    @Test
    void asksAgainForWhatWasNeverConfirmed() {
        Standing wavering = Standing.NONE.judged(MAJOR, RULE).judged(ORDINARY, RULE);
        assertThat(wavering).isEqualTo(new Standing(MAJOR, ORDINARY, UNSENT, null));
        assertThat(wavering.judged(MAJOR, RULE)).isEqualTo(new Standing(MAJOR, MAJOR, UNSENT, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsForAnyEditsAndDecisions(long seed) {
        Random random = new Random(seed);
        Standing standing = Standing.NONE;
        for (int i = 0; i < 2000; i++) {
            Standing before = standing;
            boolean isEdit = random.nextInt(3) > 0;
            if (isEdit) {
                @Nullable Grade due = random.nextInt(8) == 0 ? null : Grade.values()[random.nextInt(4)];
                standing = standing.judged(due, RULE);
                Grade now = due == null && before.grade() != null ? GENERAL : due;
                if (now != null) {
                    assertThat(standing.pending() == null ? standing.grade() : standing.pending())
                            .isEqualTo(now);
                    assertThat(standing.grade()).isGreaterThanOrEqualTo(now);
                }
            } else {
                standing = switch (random.nextInt(4)) {
                    case 0 -> standing.approved();
                    case 1 -> standing.rejected();
                    case 2 -> standing.in(RETURNED);
                    default -> standing.in(AWAITING);
                };
            }
            check(before, standing, isEdit);
        }
    }

    private static void check(Standing before, Standing after, boolean isEdit) {
        assertThat(after.grade() == null).isEqualTo(after.state() == null);
        assertThat(after.grade() != null && after.state() == CONFIRMED)
                .isEqualTo(after.grade() != null && after.pending() == null);
        if (after.confirmed() != null) {
            assertThat(after.confirmed()).isLessThanOrEqualTo(after.grade());
        }
        if (after.state() == CONFIRMED) {
            assertThat(after.confirmed()).isEqualTo(after.grade());
        }
        if (isEdit && before.grade() != null && before.grade() != GENERAL) {
            assertThat(after.grade()).as("no edit lowers").isGreaterThanOrEqualTo(before.grade());
        }
    }
}
