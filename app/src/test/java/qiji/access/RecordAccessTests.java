package qiji.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableRecordImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import qiji.platform.Words;

class RecordAccessTests {
    private static final Field<String> TYPE = DSL.field(name("record_type"), String.class);
    private static final Field<Long> ID = DSL.field(name("record_id"), Long.class);

    // A3
    @Test
    void composesOneConditionOfTheTypesThatTheViewerMayRead() {
        RecordAccess access = access(new Grant("boat"), new Grant("kite"), new Grant("tree"));

        assertThat(sql(access.visible(viewer("boat:read", "tree:read"), TYPE, ID)))
                .isEqualTo("((\"record_type\" = 'boat' and \"record_id\" in (select \"boat\".\"id\" from \"boat\""
                        + " where \"boat\".\"id\" > 7)) or (\"record_type\" = 'tree' and \"record_id\" in"
                        + " (select \"tree\".\"id\" from \"tree\" where \"tree\".\"id\" > 7)))");
    }

    /** [X1] For who sees few records: the same rows, each of which its record leads to. */
    @Test
    void leadsToTheRowsAboutWhatIsSeen() {
        assertThat(sql(access(new Grant("boat")).led(viewer("boat:read"), TYPE, ID)))
                .isEqualTo(
                        "(\"record_type\" = 'boat' and \"record_id\" = any (array(select \"boat\".\"id\" from \"boat\""
                                + " where \"boat\".\"id\" > 7)))");
        assertThat(access(new Grant("boat")).led(viewer(), TYPE, ID)).isEqualTo(DSL.falseCondition());
    }

    @Test
    void showsNothingToWhoMayReadNothing() {
        assertThat(access(new Grant("boat")).visible(viewer(), TYPE, ID)).isEqualTo(DSL.falseCondition());
        assertThat(access().visible(Viewer.system("test"), TYPE, ID)).isEqualTo(DSL.falseCondition());
    }

    @Test
    void refusesAnUnknownTypeWithoutAskingTheDatabase() {
        assertThat(access(new Grant("boat")).maySee(viewer("boat:read"), new RecordRef("car", 1)))
                .isFalse();
        assertThat(access(new Grant("boat")).mayWrite(viewer("kite:read"), new RecordRef("boat", 1)))
                .isFalse();
    }

    @Test
    void looksNotIntoATableOfWhichEverythingIsVisible() {
        TableField<?, Long> key = new Things("boat").id;

        assertThat(RecordAccess.oneOf(ID, key, trueCondition())).isEqualTo(trueCondition());
        assertThat(sql(RecordAccess.oneOf(val(3L), key, trueCondition())))
                .startsWith("exists (select 1")
                .contains("from \"boat\" where", "\"boat\".\"id\" = 3");
    }

    private static RecordAccess access(Grant... grants) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (Grant grant : grants) {
            beans.addBean(grant.type(), grant);
        }
        ObjectProvider<GrantsAccess> provider = beans.getBeanProvider(GrantsAccess.class);
        return new RecordAccess(provider, DSL.using(SQLDialect.POSTGRES));
    }

    private static Viewer viewer(String... permissions) {
        return new Viewer(1, 1, "Li Lei", Set.copyOf(List.of(permissions)), Map.of(), Map.of(), false);
    }

    private static String sql(Condition condition) {
        return DSL.using(SQLDialect.POSTGRES)
                .renderInlined(condition)
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" )", ")");
    }

    private record Grant(String type) implements GrantsAccess {
        @Override
        public Words label() {
            return Words.of(type, type);
        }

        @Override
        public Seen seen(Viewer viewer) {
            Things things = new Things(type);
            return Seen.of(things.id, things.id.gt(7L));
        }

        @Override
        public List<Reason> reasons(Viewer viewer, Field<Long> id) {
            return List.of();
        }

        @Override
        public Field<String> nameOf(Field<Long> id) {
            return DSL.field(DSL.select(DSL.inline(type)).from(table(type)));
        }

        @Override
        public boolean mayWrite(Viewer viewer, long id) {
            return true;
        }
    }

    private static final class Thing extends TableRecordImpl<Thing> {
        private Thing() {
            super(new Things("thing"));
        }
    }

    private static final class Things extends CustomTable<Thing> {
        private final TableField<Thing, Long> id = createField(name("id"), SQLDataType.BIGINT);

        private Things(String name) {
            super(name(name));
        }

        @Override
        public Class<Thing> getRecordType() {
            return Thing.class;
        }
    }
}
