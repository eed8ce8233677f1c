package qiji.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The default sales process as the database has it. */
record Funnel(long processId, List<Step> steps) {
    record Step(long id, String code, List<String> keyActions) {}

    static Funnel read(Connection connection) throws SQLException {
        List<Step> steps = new ArrayList<>();
        long process = 0;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select p.id, s.id, s.code, s.key_actions from process.process p
                        join process.stage s on s.process_id = p.id and s.archived_at is null
                        where p.is_default order by s.position
                        """)) {
            while (row.next()) {
                process = row.getLong(1);
                String[] actions = (String[]) row.getArray(4).getArray();
                steps.add(new Step(row.getLong(2), row.getString(3), List.copyOf(Arrays.asList(actions))));
            }
        }
        if (steps.size() != 6) {
            throw new DemoRefused("The demonstration needs the sales process that ships, with its six stages.");
        }
        return new Funnel(process, List.copyOf(steps));
    }
}
