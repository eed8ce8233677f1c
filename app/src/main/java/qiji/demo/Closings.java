package qiji.demo;

import static qiji.demo.OpportunityColumn.*;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Phrases;
import qiji.demo.chance.Span;

/**
 * What is said of endings beyond how they ended, and who was met on the way: lessons, measures that are tasks, rivals. By a
 * stream of chance of its own, so that lives stay as they were. [D11 D12]
 */
final class Closings {
    private static final List<String> THREATS = List.of("HIGH", "MEDIUM", "LOW");

    private final Tables tables;
    private final World world;

    Closings(Tables tables, World world) {
        this.tables = tables;
        this.world = world;
    }

    /** Before the {@code index}-th life is written. */
    void tell(int index, Life life) throws SQLException {
        Chance chance = Chance.of(world.seed(), "closing", index);
        String status = String.valueOf(life.get(STATUS));
        switch (status) {
            case "LOST" -> {
                life.state().put(LESSON, Phrases.any(chance, "lesson.lost"));
                measure(life, chance);
            }
            case "WON" -> {
                if (chance.is(0.15)) {
                    life.state().put(LESSON, Phrases.any(chance, "lesson.won"));
                }
            }
            case "INVALID" -> {
                if ("EXPIRED".equals(life.get(INVALID_CAUSE))) {
                    life.state().put(PREVENTION, Phrases.any(chance, "prevention"));
                    measure(life, chance);
                }
            }
            default -> {}
        }
        meet(life, status, chance);
    }

    private void measure(Life life, Chance chance) throws SQLException {
        Long owner = (Long) life.get(OWNER_ID);
        LocalDate closed = (LocalDate) life.get(CLOSED_ON);
        if (owner == null || closed == null) {
            life.state().put(PREVENTION, null);
            return;
        }
        LocalDate due = closed.plusDays(14);
        boolean done = chance.is(0.7);
        Instant at = life.since();
        Instant completed = at.plus(java.time.Duration.ofDays(chance.between(2, 13)));
        boolean over = done && completed.isBefore(world.span().now());
        String what = String.valueOf(life.get(PREVENTION));
        long task = tables.task.nextId();
        tables.task.add(
                task,
                "opportunity",
                life.get(ID),
                what,
                over ? "DONE" : "OPEN",
                "NORMAL",
                due,
                owner,
                life.get(DEPARTMENT_ID),
                over ? completed : null,
                Lexemes.of(List.of(what)),
                at,
                owner);
        life.state().put(PREVENTION_OWNER_ID, owner);
        life.state().put(PREVENTION_DUE_ON, due);
        life.state().put(PREVENTION_TASK_ID, task);
    }

    /** Who won it was the most dangerous; others are met where there is something to win. */
    private void meet(Life life, String status, Chance chance) throws SQLException {
        List<String> met = new ArrayList<>();
        String winner = (String) life.get(LOST_TO);
        if (winner != null) {
            met.add(winner);
            life.state().put(LOST_TO_COMPETITOR_ID, world.opponents().get(winner));
        }
        if (!status.equals("INVALID") && chance.is(0.35)) {
            String other = chance.pick(List.copyOf(world.opponents().keySet()));
            if (!met.contains(other)) {
                met.add(other);
            }
        }
        for (String name : met) {
            boolean won = name.equals(winner);
            rival(life, world.opponents().get(name), won ? "HIGH" : chance.pick(THREATS), chance);
        }
    }

    private void rival(Life life, @Nullable Long competitor, String threat, Chance chance) throws SQLException {
        tables.rival.add(
                tables.rival.nextId(),
                life.get(ID),
                Objects.requireNonNull(competitor),
                threat,
                Phrases.any(chance, "rival.strength"),
                Phrases.any(chance, "rival.weakness"),
                Phrases.any(chance, "rival.counter"),
                Objects.requireNonNull(life.since()),
                life.get(OWNER_ID) == null ? 0L : life.get(OWNER_ID),
                Tables.VIA);
    }

    /** When all have been written: the lessons of those that ended, a few of them published. Words are left to the job. */
    static void teach(Connection connection, Span span) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter table opportunity.lesson disable trigger user");
            statement.execute("""
                    select count(*) from opportunity.learn(array(
                        select id from opportunity.opportunity where closed_on is not null and lesson <> '' order by id))
                    """);
            statement.execute("""
                    update opportunity.lesson set published_at = '%s', published_by = created_by
                    where id %% 40 = 0 and created_by > 0
                    """.formatted(span.now()));
            statement.execute("""
                    update opportunity.lesson_mark m set published = true from opportunity.lesson l
                    where l.id = m.lesson_id and l.published_at is not null
                    """);
            statement.execute("alter table opportunity.lesson enable trigger user");
        }
    }
}
