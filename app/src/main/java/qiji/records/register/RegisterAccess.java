package qiji.records.register;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import qiji.access.GrantsAccess;
import qiji.access.Reason;
import qiji.access.Viewer;
import qiji.platform.Words;
import qiji.records.RecordType;

/** Tells companions who sees and changes the records of a register. */
public abstract class RegisterAccess implements GrantsAccess {
    private final RecordType<?> type;
    private final TableField<?, Long> id;

    protected RegisterAccess(RecordType<?> type, TableField<?, Long> id) {
        this.type = type;
        this.id = id;
    }

    @Override
    public String type() {
        return type.name();
    }

    @Override
    public Words label() {
        return type.words();
    }

    @Override
    public Seen seen(Viewer viewer) {
        return Seen.of(id, trueCondition());
    }

    @Override
    public List<Reason> reasons(Viewer viewer, Field<Long> named) {
        return List.of(new Reason(
                Reason.By.PERMISSION,
                Words.of("有权限的人能看到所有%s", "Who has the permission sees all of them")
                        .with(type.words()),
                visible(viewer, named)));
    }

    @Override
    public Field<String> nameOf(Field<Long> named) {
        Table<?> others = Objects.requireNonNull(id.getTable()).as("named_" + type.name());
        Field<Long> key = Objects.requireNonNull(others.field(id));
        Field<String> name = Objects.requireNonNull(others.field("name", String.class));
        return field(select(name).from(others).where(key.eq(named)));
    }

    @Override
    public boolean mayWrite(Viewer viewer, long named) {
        return viewer.may(type.name() + ":edit");
    }
}
