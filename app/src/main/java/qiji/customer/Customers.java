package qiji.customer;

import static db.organization.Tables.SHARE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;

import db.customer.tables.CustomerTable;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import qiji.access.Scope;
import qiji.access.Viewer;

/** What can be done with customers: made, edited, given to others, put away. [B1] */
@Component
public class Customers {
    /** How companions, scopes and shares name a customer. */
    public static final String TYPE = "customer";

    /**
     * The one rule of who sees which customer: those of their scope, and those shared with them. Every query of
     * customers, in any module, starts from it. [A3]
     */
    public static Condition visibleTo(Viewer viewer, CustomerTable c) {
        Condition scope = withinScope(viewer, c);
        return viewer.scopeOf(TYPE) instanceof Scope.Everything
                ? scope
                : scope.or(c.ID.eq(any(array(select(SHARE.RECORD_ID)
                        .from(SHARE)
                        .where(SHARE.USER_ID.eq(viewer.userId()))
                        .and(SHARE.RECORD_TYPE.eq(TYPE))))));
    }

    /** The rule of who changes which: a shared one may only be read. */
    static Condition editableBy(Viewer viewer, CustomerTable c) {
        return viewer.may(CustomerPermissions.EDIT) ? withinScope(viewer, c) : falseCondition();
    }

    private static Condition withinScope(Viewer viewer, CustomerTable c) {
        return viewer.scopeOf(TYPE).covers(c.DEPARTMENT_ID, c.OWNER_ID);
    }
}
