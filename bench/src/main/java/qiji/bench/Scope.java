package qiji.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What someone may see of opportunities, as bare SQL over the table {@code t}, and the values that it asks for. */
record Scope(String condition, List<Object> values) {
    private static final String TEAMS =
            " or t.id = any (array(select opportunity_id from opportunity.member where user_id = ?))"
                    + " or t.id = any (array(select record_id from organization.share where user_id = ? and record_type = 'opportunity'))";

    static Scope everything() {
        return new Scope("true", List.of());
    }

    /** Their own, and what belongs to their department and those below. */
    static Scope below(Twins twins, long userId) throws SQLException {
        List<Long> departments = twins.ids("""
                with recursive below (id) as (select department_id from organization.app_user where id = ?
                    union select department_id from organization.post where user_id = ?
                    union select d.id from organization.department d join below b on d.parent_id = b.id)
                select id from below where id is not null
                """, userId, userId);
        return new Scope(
                "(t.department_id = any (?) or t.owner_id = any (?)" + TEAMS + ")",
                List.of(departments, List.of(userId), userId, userId));
    }

    /** Their own, and those of the people whom they lead. */
    static Scope ownAndTeam(Twins twins, long userId) throws SQLException {
        List<Long> owners = twins.ids("""
                with recursive team (id) as (select ?::bigint
                    union select u.id from organization.app_user u join team on u.manager_id = team.id)
                select id from team
                """, userId);
        return new Scope("(t.owner_id = any (?)" + TEAMS + ")", List.of(owners, userId, userId));
    }

    Object[] with(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
