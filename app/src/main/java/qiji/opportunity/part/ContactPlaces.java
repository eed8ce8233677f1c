package qiji.opportunity.part;

import static db.customer.Tables.CONTACT;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** At which customer a contact is. */
@Component
class ContactPlaces {
    private final DSLContext jooq;

    ContactPlaces(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Null if there is no such contact, or it is archived. */
    @Nullable
    Long customerOf(long contactId) {
        return jooq.select(CONTACT.CUSTOMER_ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contactId))
                .and(CONTACT.ARCHIVED_AT.isNull())
                .fetchOne(CONTACT.CUSTOMER_ID);
    }
}
