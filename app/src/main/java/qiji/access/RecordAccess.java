package qiji.access;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.platform.Problem;

/** May this viewer see, or change, that record of whatever type? The one door by which companions ask. [A3] */
@Component
public class RecordAccess {
    // Asked for late: who grants access may itself stand on companions.
    private final ObjectProvider<GrantsAccess> grants;
    private final DSLContext jooq;

    RecordAccess(ObjectProvider<GrantsAccess> grants, DSLContext jooq) {
        this.grants = grants;
        this.jooq = jooq;
    }

    /**
     * The rows whose {@code type} and {@code id} name a record that the viewer may see: one condition, no check per
     * row. Rows that name no record, or one of an unknown type, are not among them.
     */
    public Condition visible(Viewer viewer, Field<String> type, Field<Long> id) {
        List<Condition> rules = seen(viewer)
                .map(grant -> type.eq(inline(grant.type())).and(grant.visible(viewer, id)))
                .toList();
        return rules.isEmpty() ? falseCondition() : DSL.or(rules);
    }

    /**
     * The same rows for who sees few records, where many rows would have to be asked whether they are {@link #visible}: each
     * record leads to the rows about it, by an index on {@code type} and {@code id}.
     */
    public Condition led(Viewer viewer, Field<String> type, Field<Long> id) {
        List<Condition> rules = seen(viewer)
                .map(grant ->
                        type.eq(inline(grant.type())).and(grant.seen(viewer).leadsTo(id)))
                .toList();
        return rules.isEmpty() ? falseCondition() : DSL.or(rules);
    }

    /** How many records the viewer sees of all types, as the database estimates. */
    public double recordsSeen(Viewer viewer) {
        return seen(viewer)
                .map(grant -> grant.seen(viewer).ids())
                .reduce(Select::unionAll)
                .map(all -> jooq.explain(all).rows())
                .orElse(0.0);
    }

    private Stream<GrantsAccess> seen(Viewer viewer) {
        return grants.stream().filter(grant -> viewer.may(grant.type() + ":read"));
    }

    /** The rows that name a record kept secret from the viewer even where it is within their scope. */
    public Condition secret(Viewer viewer, Field<String> type, Field<Long> id) {
        List<Condition> rules = grants.stream()
                .map(grant -> grant.secret(viewer, id)
                        .map(rule -> type.eq(inline(grant.type())).and(rule)))
                .flatMap(Optional::stream)
                .toList();
        return rules.isEmpty() ? falseCondition() : DSL.or(rules);
    }

    public boolean maySee(Viewer viewer, RecordRef record) {
        return find(record.type())
                .filter(grant -> viewer.may(grant.type() + ":read"))
                .map(grant -> jooq.fetchExists(selectOne().where(grant.visible(viewer, val(record.id())))))
                .orElse(false);
    }

    public boolean mayWrite(Viewer viewer, RecordRef record) {
        return maySee(viewer, record) && find(record.type()).orElseThrow().mayWrite(viewer, record.id());
    }

    /** Throws NOT_FOUND if there is no such record, or the viewer may not see it. */
    public void mustSee(Viewer viewer, RecordRef record) {
        if (!maySee(viewer, record)) {
            throw Problem.notFound();
        }
    }

    /** Throws NOT_FOUND if the viewer may not see it, FORBIDDEN if they may not change it. */
    public void mustWrite(Viewer viewer, RecordRef record) {
        mustSee(viewer, record);
        if (!find(record.type()).orElseThrow().mayWrite(viewer, record.id())) {
            throw Problem.forbidden(record.type() + ":edit");
        }
    }

    /** Throws NOT_FOUND also for a type that cannot be shared, FORBIDDEN for who may not change the record. */
    public void mustShare(Viewer viewer, RecordRef record) {
        mustSee(viewer, record);
        if (!find(record.type()).orElseThrow().canBeShared()) {
            throw Problem.notFound();
        }
        mustWrite(viewer, record);
    }

    /** What people call the record named by {@code type} and {@code id}; null where there is none. */
    public Field<String> nameOf(Field<String> type, Field<Long> id) {
        CaseConditionStep<String> names = DSL.when(type.isNull(), DSL.castNull(SQLDataType.CLOB));
        for (GrantsAccess grant : grants) {
            names = names.when(type.eq(inline(grant.type())), grant.nameOf(id));
        }
        return names;
    }

    /** The fields that {@link #nameOf} tells, as {@code customer.name}. */
    public List<String> namingFields() {
        return grants.stream()
                .map(grant -> grant.type() + "." + grant.nameField())
                .toList();
    }

    /** The rows whose {@code id} is a {@code key} of the rows that are {@code visible}. */
    public static Condition oneOf(Field<Long> id, TableField<?, Long> key, Condition visible) {
        return GrantsAccess.Seen.of(key, visible).holds(id);
    }

    public static Condition oneOf(Field<Long> id, TableField<?, Long> key, Sight sight) {
        return GrantsAccess.Seen.of(key, sight).holds(id);
    }

    private Optional<GrantsAccess> find(String type) {
        return grants.stream().filter(grant -> grant.type().equals(type)).findFirst();
    }
}
