package qiji.customer;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;
import static org.jooq.impl.DSL.falseCondition;

import db.customer.tables.records.CustomerRecord;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.records.RecordPage;
import qiji.records.Records;

/** What the page of one customer shows. */
@Component
class CustomerQueries {
    private final DSLContext jooq;
    private final Records records;

    CustomerQueries(DSLContext jooq, Records records) {
        this.jooq = jooq;
        this.records = records;
    }

    /** Counts only what the viewer may see. Throws NOT_FOUND, FORBIDDEN. */
    CustomerPage page(long id, Viewer viewer) {
        viewer.mustBeAllowed(CustomerPermissions.READ);
        var values = records.one(CustomerFields.TYPE, id, viewer);
        CustomerRecord row = jooq.fetchSingle(CUSTOMER, CUSTOMER.ID.eq(id));
        boolean within = jooq.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id).and(Customers.withinScope(viewer, CUSTOMER)));
        boolean living = row.getArchivedAt() == null;
        Map<String, Boolean> may = Map.of(
                "edit", within && living && viewer.may(CustomerPermissions.EDIT),
                "archive", within && living && viewer.may(CustomerPermissions.ARCHIVE),
                "restore", within && !living && viewer.may(CustomerPermissions.ARCHIVE),
                "transfer", within && viewer.may(CustomerPermissions.TRANSFER),
                "share", within && viewer.may(CustomerPermissions.EDIT),
                "addContact", within && living && viewer.may(CustomerPermissions.CONTACT_CREATE));
        return new CustomerPage(
                RecordPage.of(id, row.getVersion(), values, may), contacts(id, viewer), subsidiaries(id, viewer));
    }

    private int contacts(long id, Viewer viewer) {
        Condition seen =
                viewer.may(CustomerPermissions.CONTACT_READ) ? Contacts.visibleTo(viewer, CONTACT) : falseCondition();
        return jooq.fetchCount(CONTACT, CONTACT.CUSTOMER_ID.eq(id), CONTACT.ARCHIVED_AT.isNull(), seen);
    }

    private int subsidiaries(long id, Viewer viewer) {
        return jooq.fetchCount(
                CUSTOMER,
                CUSTOMER.PARENT_ID.eq(id),
                CUSTOMER.ARCHIVED_AT.isNull(),
                Customers.visibleTo(viewer, CUSTOMER));
    }
}
