package qiji.access;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/** Records that are somebody's by one column: given to someone else by naming them there. [A1] */
public final class NamedBy implements HandsOver {
    private static final Field<Long> ID = DSL.field(name("id"), Long.class);
    private static final Field<Integer> VERSION = DSL.field(name("version"), Integer.class);

    private final DSLContext jooq;
    private final String type;
    private final Words label;
    private final TableField<?, Long> owner;
    private final Table<?> table;
    private Condition given = noCondition();
    private @Nullable Field<Long> department;
    private Condition movable = falseCondition();
    private @Nullable Consumer<List<Long>> listener;
    private Given hearer = (_, _, _) -> {};

    /** Hears who gave all of them to whom, once they are written. */
    public interface Given {
        void given(long from, Heir heir, Viewer viewer);
    }

    private NamedBy(DSLContext jooq, String type, Words label, TableField<?, Long> owner) {
        this.jooq = jooq;
        this.type = type;
        this.label = label;
        this.owner = owner;
        this.table = Objects.requireNonNull(owner.getTable());
    }

    public static NamedBy column(TableField<?, Long> owner, String type, Words label, DSLContext jooq) {
        return new NamedBy(jooq, type, label, owner);
    }

    /** Only those for which {@code rule} holds: the others stay with whom they name. */
    public NamedBy only(Condition rule) {
        given = rule;
        return this;
    }

    /** They lie in the department of whom they name; those that are not {@code over} also move with that person. */
    public NamedBy lyingIn(Field<Long> column, Condition over) {
        department = column;
        movable = DSL.not(over);
        return this;
    }

    /** Told the ids of those whose department changed; or, where they lie in none, whom they name. Once they are written. */
    public NamedBy telling(Consumer<List<Long>> whom) {
        listener = whom;
        return this;
    }

    public NamedBy giving(Given to) {
        hearer = to;
        return this;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Words label() {
        return label;
    }

    @Override
    public int owned(long userId) {
        return jooq.fetchCount(table, owner.eq(userId), given);
    }

    @Override
    public int handOver(long userId, Heir heir, Viewer viewer) {
        int count = tell(
                owner.eq(userId).and(given),
                heir,
                mine -> changed(owner, heir.userId(), heir).where(mine));
        hearer.given(userId, heir, viewer);
        return count;
    }

    @Override
    public int takeAlong(Heir heir, Viewer viewer) {
        Field<Long> place = department;
        return place == null
                ? 0
                : tell(
                        owner.eq(heir.userId()).and(movable).and(place.isDistinctFrom(heir.departmentId())),
                        heir,
                        mine -> changed(place, heir.departmentId(), heir).where(mine));
    }

    /** How many there were. */
    private int tell(Condition which, Heir heir, Function<Condition, Query> update) {
        Consumer<List<Long>> told = listener;
        Field<Long> place = department;
        if (told == null) {
            return update.apply(which).execute();
        }
        List<Long> ids = jooq.select(ID)
                .from(table)
                .where(which)
                .and(place == null ? noCondition() : place.isDistinctFrom(heir.departmentId()))
                .fetch(ID);
        int count = update.apply(which).execute();
        told.accept(ids);
        return count;
    }

    private UpdateSetMoreStep<?> changed(Field<Long> column, @Nullable Long value, Heir heir) {
        var update = jooq.update(table).set(VERSION, VERSION.plus(1)).set(column, val(value, Long.class));
        return department == null || department == column
                ? update
                : update.set(department, val(heir.departmentId(), Long.class));
    }
}
