package qiji.access;

import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import qiji.platform.Words;

/** Whose records of one kind a user may see. [A3] */
public sealed interface Scope {
    Words DEPARTMENT = Words.of("角色的数据范围包含所属部门", "Its department is within reach of a role");
    Words OWNER = Words.of("是负责人，或负责人的上级", "Owns it, or manages who does");

    /** All records. */
    record Everything() implements Scope {}

    /** The records of these departments, and those of these owners. */
    record Part(Set<Long> departments, Set<Long> owners) implements Scope {}

    static Scope everything() {
        return new Everything();
    }

    static Scope none() {
        return new Part(Set.of(), Set.of());
    }

    static Scope ofDepartments(Set<Long> departments) {
        return new Part(departments, Set.of());
    }

    static Scope ofOwners(Set<Long> owners) {
        return new Part(Set.of(), owners);
    }

    /** What one of the two or both allow. */
    default Scope or(Scope other) {
        if (this instanceof Part(var departments, var owners)
                && other instanceof Part(var otherDepartments, var otherOwners)) {
            return new Part(union(departments, otherDepartments), union(owners, otherOwners));
        }
        return everything();
    }

    /** The rows within this scope, given the columns of their department and owner. */
    default Condition covers(Field<Long> department, Field<Long> owner) {
        return over(department, owner).condition();
    }

    /** The same as ways to the rows. Ids are bound as one array. */
    default Sight over(Field<Long> department, Field<Long> owner) {
        return switch (this) {
            case Everything() -> new Sight.Everything();
            case Part(var departments, var owners) -> {
                List<Sight.Way> ways = new ArrayList<>();
                if (!departments.isEmpty()) {
                    ways.add(new Sight.Way(
                            department, array(departments), departments.size(), Reason.By.DEPARTMENT, DEPARTMENT));
                }
                if (!owners.isEmpty()) {
                    ways.add(new Sight.Way(owner, array(owners), owners.size(), Reason.By.OWNER, OWNER));
                }
                yield new Sight.ByWays(List.copyOf(ways));
            }
        };
    }

    private static Field<Long[]> array(Set<Long> ids) {
        return val(new TreeSet<>(ids).toArray(Long[]::new));
    }

    private static Set<Long> union(Set<Long> one, Set<Long> other) {
        Set<Long> both = new TreeSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }
}
