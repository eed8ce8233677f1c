package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static db.organization.Tables.SHARE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import db.customer.tables.CustomerTable;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import qiji.access.GrantsAccess;
import qiji.access.RecordAccess;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Who may see and change which customer. [A3] */
@Component
class CustomerAccess implements GrantsAccess {
    private final DSLContext jooq;

    CustomerAccess(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The one rule of who sees which customer: those of their scope, and those shared with them. */
    static Condition visibleTo(Viewer viewer, CustomerTable c) {
        Condition scope = withinScope(viewer, c);
        return scope.equals(trueCondition()) ? scope : scope.or(c.ID.eq(any(array(sharedWith(viewer)))));
    }

    /** The rule of who changes which: a shared one may only be read. */
    static Condition editableBy(Viewer viewer, CustomerTable c) {
        return viewer.may("customer:edit") ? withinScope(viewer, c) : falseCondition();
    }

    private static Condition withinScope(Viewer viewer, CustomerTable c) {
        return viewer.scopeOf("customer").covers(c.DEPARTMENT_ID, c.OWNER_ID);
    }

    private static Select<Record1<Long>> sharedWith(Viewer viewer) {
        return select(SHARE.RECORD_ID)
                .from(SHARE)
                .where(SHARE.USER_ID.eq(viewer.userId()))
                .and(SHARE.RECORD_TYPE.eq("customer"));
    }

    @Override
    public String type() {
        return "customer";
    }

    @Override
    public Words label() {
        return Words.of("客户", "Customer");
    }

    @Override
    public Condition visible(Viewer viewer, Field<Long> id) {
        return RecordAccess.oneOf(id, CUSTOMER.ID, visibleTo(viewer, CUSTOMER));
    }

    @Override
    public Field<String> nameOf(Field<Long> id) {
        CustomerTable named = CUSTOMER.as("named_customer");
        return DSL.field(select(named.NAME).from(named).where(named.ID.eq(id)));
    }

    @Override
    public boolean mayWrite(Viewer viewer, long id) {
        return jooq.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id).and(editableBy(viewer, CUSTOMER)));
    }
}
