package qiji.customer;

import static db.customer.Tables.CONTACT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import db.customer.tables.ContactTable;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import qiji.access.GrantsAccess;
import qiji.access.Reason;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Tells companions who sees and changes which contact. */
@Component
class ContactAccess implements GrantsAccess {
    private final DSLContext jooq;

    ContactAccess(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return Contacts.TYPE;
    }

    @Override
    public Words label() {
        return Words.of("联系人", "Contact");
    }

    @Override
    public Seen seen(Viewer viewer) {
        return Seen.of(CONTACT.ID, Contacts.visibleTo(viewer, CONTACT));
    }

    /** None but those of its customer. */
    @Override
    public List<Reason> reasons(Viewer viewer, Field<Long> id) {
        return List.of();
    }

    @Override
    public Optional<Select<Record2<String, Long>>> heldBy(Field<Long> id) {
        return Optional.of(select(inline(Customers.TYPE), CONTACT.CUSTOMER_ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(id)));
    }

    @Override
    public Field<String> nameOf(Field<Long> id) {
        ContactTable named = CONTACT.as("named_contact");
        return DSL.field(select(named.NAME).from(named).where(named.ID.eq(id)));
    }

    @Override
    public boolean mayWrite(Viewer viewer, long id) {
        return jooq.fetchExists(CONTACT, CONTACT.ID.eq(id).and(Contacts.editableBy(viewer, CONTACT)));
    }
}
