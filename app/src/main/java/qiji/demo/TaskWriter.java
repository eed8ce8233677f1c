package qiji.demo;

import static qiji.demo.OpportunityColumn.*;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Phrases;
import qiji.demo.chance.Span;
import qiji.demo.chance.Workday;

/** Writes the tasks of opportunities: done ones of the past; of open ones also what is to do, some of it overdue. */
final class TaskWriter {
    private static final List<String> PRIORITIES = List.of("NORMAL", "HIGH", "LOW");

    private final Tables tables;
    private final World world;

    TaskWriter(Tables tables, World world) {
        this.tables = tables;
        this.world = world;
    }

    void write(int index, Life life) throws SQLException {
        Chance chance = Chance.of(world.seed(), "task", index);
        if (!life.followUps.isEmpty() && chance.is(0.3)) {
            Life.FollowUp after = chance.pick(life.followUps);
            finished(life, after, chance);
        }
        if ("OPEN".equals(life.get(STATUS)) && life.get(OWNER_ID) != null && chance.is(0.6)) {
            open(life, chance);
        }
    }

    private void finished(Life life, Life.FollowUp after, Chance chance) throws SQLException {
        Instant done = Workday.near(after.at().plus(Duration.ofDays(chance.between(0, 9))), chance);
        boolean cancelled = chance.is(0.08);
        if (done.isAfter(after.at()) && done.isBefore(world.span().now())) {
            LocalDate due = Span.day(done).plusDays(chance.between(-3, 5));
            add(
                    life,
                    cancelled ? "CANCELLED" : "DONE",
                    due,
                    after.owner().id(),
                    after.owner().departmentId(),
                    after.at(),
                    cancelled ? null : done,
                    chance);
        }
    }

    private void open(Life life, Chance chance) throws SQLException {
        Instant since = life.since();
        LocalDate wished = Span.day(world.span().now()).plusDays(chance.between(-12, 25));
        LocalDate made = Span.day(since);
        add(
                life,
                "OPEN",
                wished.isBefore(made) ? made : wished,
                (Long) java.util.Objects.requireNonNull(life.get(OWNER_ID)),
                (Long) java.util.Objects.requireNonNull(life.get(DEPARTMENT_ID)),
                since,
                null,
                chance);
    }

    private void add(
            Life life,
            String status,
            LocalDate due,
            long assignee,
            long department,
            Instant created,
            @Nullable Instant completed,
            Chance chance)
            throws SQLException {
        String title =
                Phrases.any(chance, "task", "{customer}", life.client().name().familiar(), "{product}", "专线");
        tables.task.add(
                tables.task.nextId(),
                "opportunity",
                life.get(ID),
                title,
                status,
                PRIORITIES.get(chance.weighted(0.65, 0.25, 0.1)),
                due,
                assignee,
                department,
                completed,
                Lexemes.of(List.of(title)),
                created,
                assignee);
    }
}
