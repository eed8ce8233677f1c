package qiji.demo.steering;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiji.demo.CopyTable;
import qiji.demo.Tables;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Phrases;

/** Writes what was answered in the stages of late, and here and there a waiver of what a gate asked for. [D5] */
public final class StageWriter {
    public static final List<String> ANSWER_COLUMNS =
            CopyTable.columns("id opportunity_id stage_id kind item answer valid_from changed_by changed_via");
    public static final List<String> WAIVER_COLUMNS = CopyTable.columns(
            "id opportunity_id stage_id kind item why waived_by waived_at valid_from changed_by changed_via");

    /** Answers are kept only where they can still matter: the rest would be most of the rows. */
    private static final Duration LATE = Duration.ofDays(120);

    /** What one may go on without for a while. */
    private static final Set<String> LATER = Set.of("expectedSignOn", "expectedRevenueOn", "committedAmount");

    private final CopyTable answers;
    private final CopyTable waivers;

    public StageWriter(CopyTable answers, CopyTable waivers) {
        this.answers = answers;
        this.waivers = waivers;
    }

    /** A stay of somebody's opportunity in a stage, with what that stage asks. */
    public record Stay(
            long stageId,
            Instant from,
            Instant until,
            long by,
            List<String> workItems,
            List<String> questions,
            List<String> indicators,
            List<String> requiredFields) {
        List<String> waivable() {
            return requiredFields.stream().filter(LATER::contains).toList();
        }
    }

    /** {@code leader} is who may waive; 0 for nobody. */
    public void write(Chance chance, long id, List<Stay> stays, long leader, Instant now) throws SQLException {
        Set<Long> told = new HashSet<>();
        for (Stay stay : stays) {
            if (!told.add(stay.stageId()) || stay.from().isBefore(now.minus(LATE))) {
                continue;
            }
            answer(chance, id, stay);
            List<String> waivable = stay.waivable();
            if (!waivable.isEmpty() && leader != 0 && chance.is(0.06)) {
                waive(chance, id, stay, chance.pick(waivable), leader);
            }
        }
    }

    private void answer(Chance chance, long id, Stay stay) throws SQLException {
        for (String item : stay.workItems()) {
            if (chance.is(0.5)) {
                add(id, stay, "WORK_ITEM", item, "", within(chance, stay));
            }
        }
        for (String question : stay.questions()) {
            if (chance.is(0.35)) {
                add(id, stay, "QUESTION", question, Phrases.any(chance, "answer.question"), within(chance, stay));
            }
        }
        for (String indicator : stay.indicators()) {
            if (chance.is(0.2)) {
                add(id, stay, "INDICATOR", indicator, Phrases.any(chance, "answer.indicator"), within(chance, stay));
            }
        }
    }

    private void add(long id, Stay stay, String kind, String item, String answer, Instant at) throws SQLException {
        answers.add(answers.nextId(), id, stay.stageId(), kind, item, answer, at, stay.by(), Tables.VIA);
    }

    /** Just before it moved on. */
    private void waive(Chance chance, long id, Stay stay, String field, long leader) throws SQLException {
        Instant at = stay.from().minus(Duration.ofMinutes(chance.between(5, 90)));
        waivers.add(
                waivers.nextId(),
                id,
                stay.stageId(),
                "FIELD",
                field,
                Phrases.any(chance, "waiver"),
                leader,
                at,
                at,
                leader,
                Tables.VIA);
    }

    private static Instant within(Chance chance, Stay stay) {
        Duration whole = Duration.between(stay.from(), stay.until());
        return stay.from().plus(whole.multipliedBy(chance.between(5, 95)).dividedBy(100));
    }
}
