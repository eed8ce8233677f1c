package qiji.access;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Whose records of one kind a user may see. [A3] */
public sealed interface Scope {
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

    /** The rows within this scope, given the columns of their department and owner. Ids are bound as one array. */
    default Condition covers(Field<Long> department, Field<Long> owner) {
        return switch (this) {
            case Everything() -> trueCondition();
            case Part(var departments, var owners) -> {
                List<Condition> rules = new ArrayList<>();
                if (!departments.isEmpty()) {
                    rules.add(department.eq(DSL.any(array(departments))));
                }
                if (!owners.isEmpty()) {
                    rules.add(owner.eq(DSL.any(array(owners))));
                }
                yield rules.isEmpty() ? falseCondition() : DSL.or(rules);
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
