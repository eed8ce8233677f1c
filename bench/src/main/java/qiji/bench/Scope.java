package qiji.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone may see of opportunities: all, or by department and by owner, and what they are on the team of, was shared with
 * them or waits for their decision; now, or as things were at {@code moment}, a literal.
 */
record Scope(
        boolean everything,
        List<Long> departments,
        List<Long> owners,
        long userId,
        @Nullable String moment) {
    private static final String SHARES = """
            array(select record_id from organization.share where user_id = ? and record_type = 'opportunity'
                and (ends_at is null or ends_at > now()))""";
    private static final String ASKED = """
            array(select r.record_id from approval.task a join approval.request r on r.id = a.request_id
                where a.user_id = ? and a.state = 'OPEN' and r.record_type = 'opportunity')""";

    /** A table to walk along, and which of its rows were there. */
    private record Part(String table, String there) {}

    static Scope ofEverything() {
        return new Scope(true, List.of(), List.of(), 0, null);
    }

    /** Their own, and what belongs to their department and those below. */
    static Scope below(Twins twins, long userId) throws SQLException {
        List<Long> departments = twins.ids("""
                with recursive below (id) as (select department_id from organization.app_user where id = ?
                    union select department_id from organization.post where user_id = ?
                    union select d.id from organization.department d join below b on d.parent_id = b.id)
                select id from below where id is not null
                """, userId, userId);
        return new Scope(false, departments, List.of(userId), userId, null);
    }

    /** Their own, and those of the people whom they lead. */
    static Scope ownAndTeam(Twins twins, long userId) throws SQLException {
        List<Long> owners = twins.ids("""
                with recursive team (id) as (select ?::bigint
                    union select u.id from organization.app_user u join team on u.manager_id = team.id)
                select id from team
                """, userId);
        return new Scope(false, List.of(), owners, userId, null);
    }

    /** The same of a past moment; what is shared and what waits is told of today. */
    Scope at(String past) {
        return new Scope(everything, departments, owners, userId, past);
    }

    /** The table or function that tells the rows. */
    String rows(String table) {
        return moment == null ? table : "%s_as_of(%s)".formatted(table, moment);
    }

    /** A table of today, or of what is kept in versions the one row that held, looked up row by row. */
    String joined(String join, String table, String name, String on) {
        return moment == null
                ? "%s %s %s on %s".formatted(join, table, name, on)
                : "%s lateral (select * from %s %s where %s limit 1) %s on true"
                        .formatted(join, rows(table), name, on, name);
    }

    /** Over the rows {@code t}; its values are {@link #values}. */
    String condition() {
        return everything
                ? "true"
                : "((t.department_id = any (?) or t.owner_id = any (?)) and %s or t.id = any (%s) or t.id = any (%s) or t.id = any (%s))"
                        .formatted(open("t."), members(), SHARES, ASKED);
    }

    List<Object> values() {
        return everything ? List.of() : List.of(departments, owners, userId, userId, userId);
    }

    Object[] with(Object... more) {
        List<Object> all = new ArrayList<>(values());
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** The newest 51 as by hand: the heads of the walks along each key's index; its values are {@link #ofNewest}. */
    String newest() {
        List<String> heads = new ArrayList<>();
        for (Part part : parts()) {
            String newest = "from %s where %s".formatted(part.table, part.there);
            if (everything) {
                heads.add("(select id, created_at %s order by created_at desc, id desc limit 51)".formatted(newest));
            } else {
                heads.add(heads(part, "department_id"));
                heads.add(heads(part, "owner_id"));
                for (String ids : List.of(members(), SHARES, ASKED)) {
                    heads.add("select id, created_at %s and id = any (%s)".formatted(newest, ids));
                }
            }
        }
        return heads.size() == 1
                ? heads.getFirst()
                : "select id, created_at from (%s) heads order by created_at desc, id desc limit 51"
                        .formatted(String.join(" union ", heads));
    }

    Object[] ofNewest() {
        List<Object> all = new ArrayList<>();
        parts().forEach(_ -> all.addAll(values()));
        return all.toArray();
    }

    private List<Part> parts() {
        String table = "opportunity.opportunity";
        if (moment == null) {
            return List.of(new Part(table, "true"));
        }
        String begun = "valid_from <= %1$s and created_at <= %1$s".formatted(moment);
        return List.of(new Part(table, begun), new Part(table + "_history", begun + " and valid_to > " + moment));
    }

    private String heads(Part part, String column) {
        return """
                select head.id, head.created_at from unnest(?::bigint[]) as each (key), lateral (
                    select id, created_at from %s where %s = each.key and %s and %s
                    order by created_at desc, id desc limit 51) head
                """.formatted(part.table, column, part.there, open(""));
    }

    private String members() {
        return "array(select opportunity_id from %s where user_id = ?)".formatted(rows("opportunity.member"));
    }

    /** A confidential one is outside of their scope, unless they own it. */
    private String open(String table) {
        return "(%ssecrecy <> 'CONFIDENTIAL' or %sowner_id = %d)".formatted(table, table, userId);
    }
}
