package qiji.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What someone may see of opportunities: all, or by department and by owner, and what they are on the team of or was shared. */
record Scope(boolean everything, List<Long> departments, List<Long> owners, long userId) {
    private static final String MEMBERS = "array(select opportunity_id from opportunity.member where user_id = ?)";
    private static final String SHARES =
            "array(select record_id from organization.share where user_id = ? and record_type = 'opportunity')";

    static Scope ofEverything() {
        return new Scope(true, List.of(), List.of(), 0);
    }

    /** Their own, and what belongs to their department and those below. */
    static Scope below(Twins twins, long userId) throws SQLException {
        List<Long> departments = twins.ids("""
                with recursive below (id) as (select department_id from organization.app_user where id = ?
                    union select department_id from organization.post where user_id = ?
                    union select d.id from organization.department d join below b on d.parent_id = b.id)
                select id from below where id is not null
                """, userId, userId);
        return new Scope(false, departments, List.of(userId), userId);
    }

    /** Their own, and those of the people whom they lead. */
    static Scope ownAndTeam(Twins twins, long userId) throws SQLException {
        List<Long> owners = twins.ids("""
                with recursive team (id) as (select ?::bigint
                    union select u.id from organization.app_user u join team on u.manager_id = team.id)
                select id from team
                """, userId);
        return new Scope(false, List.of(), owners, userId);
    }

    /** Over the table {@code t}; its values are {@link #values}. */
    String condition() {
        return everything
                ? "true"
                : "((t.department_id = any (?) or t.owner_id = any (?)) and %s or t.id = any (%s) or t.id = any (%s))"
                        .formatted(open("t."), MEMBERS, SHARES);
    }

    List<Object> values() {
        return everything ? List.of() : List.of(departments, owners, userId, userId);
    }

    Object[] with(Object... more) {
        List<Object> all = new ArrayList<>(values());
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** The newest 51 as by hand: the heads of the walks along each key's index; its values are {@link #values}. */
    String newest() {
        if (everything) {
            return "select id, created_at from opportunity.opportunity order by created_at desc, id desc limit 51";
        }
        return """
                select id, created_at from (%s union %s
                    union select id, created_at from opportunity.opportunity where id = any (%s)
                    union select id, created_at from opportunity.opportunity where id = any (%s)) heads
                order by created_at desc, id desc limit 51
                """.formatted(heads("department_id"), heads("owner_id"), MEMBERS, SHARES);
    }

    private String heads(String column) {
        return """
                select head.id, head.created_at from unnest(?::bigint[]) as each (key), lateral (
                    select id, created_at from opportunity.opportunity where %s = each.key and %s
                    order by created_at desc, id desc limit 51) head
                """.formatted(column, open(""));
    }

    /** A confidential one is outside of their scope, unless they own it. */
    private String open(String table) {
        return "(%ssecrecy <> 'CONFIDENTIAL' or %sowner_id = %d)".formatted(table, table, userId);
    }
}
