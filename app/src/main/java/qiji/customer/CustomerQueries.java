package qiji.customer;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;
import static org.jooq.impl.DSL.selectOne;

import db.customer.tables.ContactTable;
import db.customer.tables.CustomerTable;
import db.customer.tables.records.CustomerRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.records.RecordPage;
import qiji.records.Records;
import qiji.records.past.AsOf;

/** What the page of one customer shows. */
@Component
class CustomerQueries {
    private final DSLContext jooq;
    private final Records records;
    private final Clock clock;

    CustomerQueries(DSLContext jooq, Records records, Clock clock) {
        this.jooq = jooq;
        this.records = records;
        this.clock = clock;
    }

    /**
     * As of the end of a day, null for now; of the past nothing may be done. Counts only what the viewer may see. Throws
     * NOT_FOUND, FORBIDDEN, INVALID_FIELDS.
     */
    CustomerPage page(long id, @Nullable LocalDate asOf, Viewer viewer) {
        viewer.mustBeAllowed(CustomerPermissions.READ);
        Instant moment = AsOf.endOf(asOf, clock);
        var values = records.one(CustomerFields.TYPE, id, moment, viewer);
        DSLContext then = AsOf.at(moment, jooq);
        return new CustomerPage(
                moment == null ? now(id, values, viewer) : RecordPage.of(id, 0, values, Map.of()),
                contacts(id, then, viewer),
                subsidiaries(id, then, viewer));
    }

    private RecordPage now(long id, Map<String, @Nullable Object> values, Viewer viewer) {
        CustomerRecord row = jooq.fetchSingle(CUSTOMER, CUSTOMER.ID.eq(id));
        boolean within = jooq.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id).and(Customers.withinScope(viewer, CUSTOMER)));
        boolean living = row.getArchivedAt() == null;
        boolean merged = row.getMergedIntoId() != null;
        Map<String, Boolean> may = Map.of(
                "edit", within && living && viewer.may(CustomerPermissions.EDIT),
                "archive", within && living && viewer.may(CustomerPermissions.ARCHIVE),
                "restore", within && !living && !merged && viewer.may(CustomerPermissions.ARCHIVE),
                "merge", within && living && viewer.may(CustomerPermissions.MERGE),
                "transfer", within && viewer.may(CustomerPermissions.TRANSFER),
                "share", within && viewer.may(CustomerPermissions.EDIT),
                "addContact", within && living && viewer.may(CustomerPermissions.CONTACT_CREATE));
        return RecordPage.of(id, row.getVersion(), values, may);
    }

    private static int contacts(long id, DSLContext then, Viewer viewer) {
        ContactTable c = CONTACT.as("contact");
        return viewer.may(CustomerPermissions.CONTACT_READ)
                ? then.fetchCount(selectOne()
                        .from(AsOf.rows(CONTACT, c.getName()))
                        .where(c.CUSTOMER_ID.eq(id), c.ARCHIVED_AT.isNull(), Contacts.visibleTo(viewer, c)))
                : 0;
    }

    private static int subsidiaries(long id, DSLContext then, Viewer viewer) {
        CustomerTable c = CUSTOMER.as("customer");
        return then.fetchCount(selectOne()
                .from(AsOf.rows(CUSTOMER, c.getName()))
                .where(c.PARENT_ID.eq(id), c.ARCHIVED_AT.isNull(), Customers.visibleTo(viewer, c)));
    }
}
