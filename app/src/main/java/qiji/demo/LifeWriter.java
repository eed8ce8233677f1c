package qiji.demo;

import static java.util.Objects.requireNonNull;
import static qiji.demo.OpportunityColumn.*;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.steering.AssessmentWriter;
import qiji.demo.steering.StageWriter;

/** Writes lives of opportunities into the tables: what holds now, and into the twins what held before. */
final class LifeWriter {
    private static final String TYPE = "opportunity";
    private static final OpportunityColumn[] COLUMNS = OpportunityColumn.values();

    private final Tables tables;
    private final World world;
    private final TaskWriter tasks;
    private final Graded graded;
    private final AssessmentWriter assessments;
    private final StageWriter stages;
    private final Closings closings;

    LifeWriter(Tables tables, World world) {
        this.tables = tables;
        this.world = world;
        this.tasks = new TaskWriter(tables, world);
        this.graded = new Graded(tables, world);
        this.assessments =
                new AssessmentWriter(tables.assessment, tables.assessmentScore, tables.risk, tables.cashMonth);
        this.stages = new StageWriter(tables.stageAnswer, tables.gateWaiver);
        this.closings = new Closings(tables, world);
    }

    /** All of them; numbers go on after {@code series}. The last number. */
    long writeAll(long series) throws SQLException {
        for (int i = 0; i < world.size().opportunities(); i++) {
            long id = tables.opportunity.nextId();
            Life life = Story.tell(world, i, id, series + i + 1);
            graded.grade(i, id, life);
            assess(i, id, life);
            closings.tell(i, life);
            write(id, life);
            control(i, id, life);
            tasks.write(i, life);
        }
        return series + world.size().opportunities();
    }

    /** Most of those that came further and that a leader is responsible for. */
    private void assess(int index, long id, Life life) throws SQLException {
        Chance chance = Chance.of(world.seed(), "assessment", index);
        if (!(life.get(OWNER_ID) instanceof Long owner)
                || !(life.get(RESPONSIBLE_LEADER_ID) instanceof Long leader)
                || life.visits().size() < 2
                || chance.is(0.3)) {
            return;
        }
        boolean closed = life.get(CLOSED_ON) != null;
        AssessmentWriter.Fixed fixed = assessments.write(
                chance,
                new AssessmentWriter.About(
                        id,
                        (Instant) Objects.requireNonNull(life.get(CREATED_AT)),
                        closed
                                ? (Instant) Objects.requireNonNull(life.get(STATUS_AT))
                                : world.span().now(),
                        String.valueOf(life.get(STATUS)),
                        owner,
                        life.members.isEmpty() ? null : life.members.getFirst().userId(),
                        leader,
                        life.get(EXPECTED_AMOUNT) instanceof BigDecimal amount ? amount : null));
        if (fixed != null) {
            life.state().put(SCORE, fixed.score());
            life.state().put(SCREENING, fixed.direction());
        }
    }

    /** What was answered in its stages, and waived on the way, by a stream of chance of its own. */
    private void control(int index, long id, Life life) throws SQLException {
        Instant now = world.span().now();
        List<StageWriter.Stay> stays = life.visits().stream()
                .map(it -> {
                    Funnel.Step step = world.funnel().step(it.stageId());
                    return new StageWriter.Stay(
                            step.id(),
                            it.enteredAt(),
                            Objects.requireNonNullElse(it.leftAt(), now),
                            it.by(),
                            step.workItems(),
                            step.questions(),
                            step.indicators(),
                            step.requiredFields());
                })
                .toList();
        long leader = life.get(RESPONSIBLE_LEADER_ID) instanceof Long who ? who : 0;
        stages.write(Chance.of(world.seed(), "stages", index), id, stays, leader, now);
    }

    private void write(long id, Life life) throws SQLException {
        tables.opportunity.add(row(life.state()));
        for (Life.Old old : life.old()) {
            tables.opportunityHistory.add(
                    Tables.ended(row(old.state()), isValid(old.state()), old.until(), old.endedBy()));
        }
        Long from = null;
        for (Life.Visit it : life.visits()) {
            tables.visit.add(
                    tables.visit.nextId(), id, it.stageId(), from, it.enteredAt(), it.leftAt(), it.by(), it.reason());
            from = it.stageId();
        }
        writeLines(id, life.offers);
        for (Life.Member it : life.members) {
            tables.member.add(tables.member.nextId(), id, it.userId(), it.role(), it.from(), it.by(), Tables.VIA);
        }
        for (Life.Involved it : life.contacts) {
            tables.involved.add(
                    tables.involved.nextId(), id, it.contactId(), it.role(), it.from(), it.by(), Tables.VIA);
        }
        for (Life.Done it : life.done) {
            tables.done.add(tables.done.nextId(), id, it.stageId(), it.action(), it.from(), it.by(), Tables.VIA);
        }
        for (Life.FollowUp it : life.followUps) {
            tables.activity.add(
                    tables.activity.nextId(),
                    TYPE,
                    id,
                    it.kind(),
                    it.subject(),
                    it.content(),
                    it.outcome(),
                    it.at(),
                    it.owner().id(),
                    it.owner().departmentId(),
                    it.nextStep(),
                    it.nextStepOn(),
                    Lexemes.of(List.of(it.subject()), it.content(), it.outcome(), it.nextStep()),
                    it.at(),
                    it.owner().id());
        }
    }

    /** Offers differ in the first line only, so only that one has versions. */
    private void writeLines(long id, List<Life.Offered> offers) throws SQLException {
        if (offers.isEmpty()) {
            return;
        }
        Life.Offered first = offers.getFirst();
        List<Basket.Line> lines = first.basket().lines();
        long firstId = tables.line.nextId();
        for (int i = 0; i < offers.size(); i++) {
            Life.Offered offered = offers.get(i);
            @Nullable
            Object[] row = line(firstId, id, 0, offered.basket().lines().getFirst(), offered.from(), offered.by());
            if (i < offers.size() - 1) {
                Life.Offered next = offers.get(i + 1);
                tables.lineHistory.add(Tables.ended(row, next.from(), next.by()));
            } else {
                tables.line.add(row);
            }
        }
        for (int i = 1; i < lines.size(); i++) {
            tables.line.add(line(tables.line.nextId(), id, i, lines.get(i), first.from(), first.by()));
        }
    }

    private static @Nullable Object[] line(
            long id, long opportunityId, int position, Basket.Line line, Instant from, long by) {
        return new @Nullable Object[] {
            id,
            opportunityId,
            line.offer().id(),
            position,
            line.quantity(),
            line.price(),
            line.discountPercent(),
            from,
            by,
            Tables.VIA
        };
    }

    private @Nullable Object[] row(Map<OpportunityColumn, @Nullable Object> state) {
        @Nullable Object[] row = new @Nullable Object[COLUMNS.length];
        for (OpportunityColumn column : COLUMNS) {
            row[column.ordinal()] = state.get(column);
        }
        row[EDITION_ID.ordinal()] = world.funnel().editionId();
        if ("OPEN".equals(state.get(STATUS))) {
            Instant entered = (Instant) requireNonNull(state.get(STAGE_ENTERED_AT));
            Instant opened = (Instant) requireNonNull(state.get(STATUS_AT));
            row[OVERSTAY_ON.ordinal()] = world.funnel()
                    .overstayOn((Long) requireNonNull(state.get(STAGE_ID)), entered.isAfter(opened) ? entered : opened);
        }
        return row;
    }

    /** As the column computes it; in the twin it is a plain column. */
    private static boolean isValid(Map<OpportunityColumn, @Nullable Object> state) {
        return Boolean.TRUE.equals(state.get(NEED_KNOWN))
                && Boolean.TRUE.equals(state.get(KP_KNOWN))
                && Boolean.TRUE.equals(state.get(BUDGET_KNOWN));
    }
}
