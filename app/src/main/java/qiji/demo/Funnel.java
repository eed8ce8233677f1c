package qiji.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Span;

/** The default sales process as the database has it. */
record Funnel(long processId, long editionId, List<Step> steps) {
    record Step(
            long id,
            String code,
            List<String> keyActions,
            @Nullable Integer plannedDays,
            List<String> workItems,
            List<String> questions,
            List<String> indicators,
            List<String> requiredFields) {}

    Step step(long stageId) {
        return steps.stream().filter(it -> it.id() == stageId).findFirst().orElseThrow();
    }

    /** The first day beyond those planned for a stay; null if none are. */
    @Nullable
    LocalDate overstayOn(long stageId, Instant enteredAt) {
        return steps.stream()
                .filter(step -> step.id() == stageId)
                .findFirst()
                .map(Step::plannedDays)
                .map(days -> Span.day(enteredAt).plusDays(days + 1L))
                .orElse(null);
    }

    static Funnel read(Connection connection) throws SQLException {
        List<Step> steps = new ArrayList<>();
        long process = 0;
        long edition = 0;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select p.id, s.id, s.code,
                            case when s.action_keys = '{}' then s.key_actions else s.action_keys end, s.planned_days,
                            (select max(e.id) from process.edition e where e.process_id = p.id),
                            s.work_items, s.questions, s.indicators,
                            array(select jsonb_array_elements_text(coalesce(s.gate -> 'requiredFields', '[]')))
                        from process.process p
                        join process.stage s on s.process_id = p.id and s.archived_at is null
                        where p.is_default order by s.position
                        """)) {
            while (row.next()) {
                process = row.getLong(1);
                edition = row.getLong(6);
                steps.add(new Step(
                        row.getLong(2),
                        row.getString(3),
                        texts(row, 4),
                        row.getObject(5, Integer.class),
                        texts(row, 7),
                        texts(row, 8),
                        texts(row, 9),
                        texts(row, 10)));
            }
        }
        if (steps.size() != 6) {
            throw new DemoRefused("The demonstration needs the sales process that ships, with its six stages.");
        }
        return new Funnel(process, edition, List.copyOf(steps));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
