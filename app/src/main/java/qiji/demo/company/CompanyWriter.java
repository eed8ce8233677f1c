package qiji.demo.company;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiji.demo.Lexemes;
import qiji.demo.Tables;

/** Writes departments and people, and makes the names by which those sign in. */
public final class CompanyWriter {
    private final Tables tables;
    private final Company company;
    private final Map<Long, String> usernames = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>(Map.of("admin", 1));

    public CompanyWriter(Tables tables, Company company) {
        this.tables = tables;
        this.company = company;
    }

    String username(Staff who) {
        return usernames.computeIfAbsent(who.id(), _ -> {
            int number = taken.merge(who.name().typed(), 1, Integer::sum);
            return number == 1 ? who.name().typed() : who.name().typed() + number;
        });
    }

    public void writeAll(Instant at) throws SQLException {
        for (Company.Department it : company.departments()) {
            tables.department.add(
                    it.id(),
                    it.parentId() == 0 ? null : it.parentId(),
                    it.name(),
                    it.code(),
                    it.leaderId() == 0 ? null : it.leaderId(),
                    it.position(),
                    at);
        }
        for (Staff it : company.staff()) {
            String username = username(it);
            tables.user.add(
                    it.id(),
                    username,
                    it.name().written(),
                    "E%05d".formatted(it.id()),
                    it.title(),
                    username + "@yunqi.example",
                    it.departmentId(),
                    it.managerId(),
                    it.leftAt() == null ? "ACTIVE" : "INACTIVE",
                    Lexemes.of(List.of(it.name().written()), username, "E%05d".formatted(it.id())),
                    at);
        }
        writePosts();
    }

    /** Those who support a branch also belong to the solution centre. */
    private void writePosts() throws SQLException {
        long center = company.departments().stream()
                .filter(it -> "HQ-SOLUTION".equals(it.code()))
                .findFirst()
                .orElseThrow()
                .id();
        for (Branch branch : company.branches()) {
            tables.post.add(tables.post.nextId(), branch.solutionManager().id(), center, "方案专家");
        }
    }
}
