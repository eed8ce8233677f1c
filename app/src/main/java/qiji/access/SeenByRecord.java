package qiji.access;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import qiji.platform.Words;

/** Companions that name the record they belong to by its type and id: who sees that one sees them. [A5] */
public final class SeenByRecord implements Explains {
    private final String type;
    private final Words label;
    private final TableField<?, Long> id;
    private final Table<?> table;
    private final Function<Viewer, Condition> visible;
    private final Field<String> recordType;
    private final Field<Long> recordId;
    private final boolean withPermission;
    private final BiFunction<Viewer, Field<Long>, List<Reason>> ways;

    private SeenByRecord(
            String type,
            Words label,
            TableField<?, Long> id,
            Function<Viewer, Condition> visible,
            Field<String> recordType,
            Field<Long> recordId,
            boolean withPermission,
            BiFunction<Viewer, Field<Long>, List<Reason>> ways) {
        this.type = type;
        this.label = label;
        this.id = id;
        this.table = Objects.requireNonNull(id.getTable());
        this.visible = visible;
        this.recordType = recordType;
        this.recordId = recordId;
        this.withPermission = withPermission;
        this.ways = ways;
    }

    public static SeenByRecord of(
            String type,
            Words label,
            TableField<?, Long> id,
            Function<Viewer, Condition> visible,
            Field<String> recordType,
            Field<Long> recordId) {
        return new SeenByRecord(type, label, id, visible, recordType, recordId, true, (_, _) -> List.of());
    }

    /** Who sees the record needs no permission of its own. */
    public SeenByRecord withoutPermission() {
        return new SeenByRecord(type, label, id, visible, recordType, recordId, false, ways);
    }

    /** They are also seen by ways of their own. */
    public SeenByRecord orBy(BiFunction<Viewer, Field<Long>, List<Reason>> more) {
        return new SeenByRecord(type, label, id, visible, recordType, recordId, withPermission, more);
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
    public Optional<String> permission() {
        return withPermission ? Explains.super.permission() : Optional.empty();
    }

    @Override
    public Condition visible(Viewer viewer, Field<Long> one) {
        return DSL.exists(selectOne().from(table).where(id.eq(one)).and(visible.apply(viewer)));
    }

    @Override
    public List<Reason> reasons(Viewer viewer, Field<Long> one) {
        return ways.apply(viewer, one);
    }

    @Override
    public Optional<Select<Record2<String, Long>>> heldBy(Field<Long> one) {
        return Optional.of(
                select(recordType, recordId).from(table).where(id.eq(one)).and(recordId.isNotNull()));
    }
}
