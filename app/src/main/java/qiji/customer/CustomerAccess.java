package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static org.jooq.impl.DSL.select;

import db.customer.tables.CustomerTable;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import qiji.access.GrantsAccess;
import qiji.access.Reason;
import qiji.access.Viewer;
import qiji.organization.sharing.Shares;
import qiji.platform.Words;

/** Tells companions who sees and changes which customer. */
@Component
class CustomerAccess implements GrantsAccess {
    private final DSLContext jooq;

    CustomerAccess(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return Customers.TYPE;
    }

    @Override
    public Words label() {
        return Words.of("客户", "Customer");
    }

    @Override
    public Seen seen(Viewer viewer) {
        return Seen.of(CUSTOMER.ID, Customers.sight(viewer, CUSTOMER));
    }

    @Override
    public List<Reason> reasons(Viewer viewer, Field<Long> id) {
        return Customers.sight(viewer, CUSTOMER).reasons().stream()
                .map(way -> way.of(id, CUSTOMER.ID))
                .map(way -> way.words().equals(Shares.WHY) ? Shares.named(way, viewer, Customers.TYPE, id) : way)
                .toList();
    }

    @Override
    public Field<String> nameOf(Field<Long> id) {
        CustomerTable named = CUSTOMER.as("named_customer");
        return DSL.field(select(named.NAME).from(named).where(named.ID.eq(id)));
    }

    @Override
    public boolean mayWrite(Viewer viewer, long id) {
        return jooq.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id).and(Customers.editableBy(viewer, CUSTOMER)));
    }

    @Override
    public boolean canBeShared() {
        return true;
    }
}
