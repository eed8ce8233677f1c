package qiji.customer;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/** Who stands above whom, along one reference of a type to itself. No record stands above itself. */
public record ChainStore<R extends Record>(TableField<R, Long> id, TableField<R, Long> above) {
    /** Customers and the one above each. */
    public static final ChainStore<?> OF_CUSTOMERS = new ChainStore<>(CUSTOMER.ID, CUSTOMER.PARENT_ID);

    /** Contacts and whom each reports to. */
    public static final ChainStore<?> OF_CONTACTS = new ChainStore<>(CONTACT.ID, CONTACT.REPORTS_TO_ID);

    /** Until the transaction ends: of two writers at a time each could close one half of a ring. */
    public void lock(DSLContext jooq) {
        jooq.execute("select pg_advisory_xact_lock(hashtext({0}))", val("customer." + above.getName()));
    }

    /** Whether {@code one} stands above {@code other}, at whatever distance; above itself where a ring was closed. */
    public boolean isAbove(long one, long other, DSLContext jooq) {
        Field<Long> found = field(name("above", "id"), Long.class);
        var rows = id.getTable();
        return jooq.withRecursive("above", "id")
                .as(select(above)
                        .from(rows)
                        .where(id.eq(other))
                        .and(above.isNotNull())
                        .union(select(above)
                                .from(rows)
                                .join(table(name("above")))
                                .on(id.eq(found))
                                .where(above.isNotNull())))
                .select(found)
                .from(table(name("above")))
                .where(found.eq(one))
                .fetch()
                .isNotEmpty();
    }
}
