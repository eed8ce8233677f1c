package qiji.customer.merge;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.AttachedBy;
import qiji.access.Reattaches;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.customer.Contacts;
import qiji.customer.Customers;
import qiji.platform.Words;

/** What names customers and contacts within this module. [B1] */
@Configuration(proxyBeanMethods = false)
class ReattachedCustomers {
    @Bean
    Reattaches contactsOfCustomers(DSLContext jooq, RecordAccess access) {
        return new ContactsOf(
                AttachedBy.column(CONTACT.CUSTOMER_ID, Customers.TYPE, Contacts.TYPE, Words.of("联系人", "Contacts"), jooq)
                        .knownBy(Contacts.TYPE, CONTACT.ID, access),
                jooq);
    }

    @Bean
    Reattaches subsidiariesOfCustomers(DSLContext jooq, RecordAccess access) {
        return AttachedBy.column(
                        CUSTOMER.PARENT_ID, Customers.TYPE, "subsidiary", Words.of("下级客户", "Subsidiaries"), jooq)
                .knownBy(Customers.TYPE, CUSTOMER.ID, access);
    }

    @Bean
    Reattaches reportsOfContacts(DSLContext jooq) {
        return AttachedBy.column(CONTACT.REPORTS_TO_ID, Contacts.TYPE, "report", Words.of("下属联系人", "Reports"), jooq);
    }

    /** People report within one customer only: who came to stand below someone of the other no longer does. */
    private record ContactsOf(AttachedBy rows, DSLContext jooq) implements Reattaches {
        @Override
        public String kind() {
            return rows.kind();
        }

        @Override
        public Words label() {
            return rows.label();
        }

        @Override
        public int attachedTo(RecordRef record, Viewer viewer) {
            return rows.attachedTo(record, viewer);
        }

        @Override
        public List<Moved> reattach(RecordRef from, RecordRef to) {
            return rows.reattach(from, to);
        }

        @Override
        public void putBack(Moved moved, RecordRef from, RecordRef to) {
            rows.putBack(moved, from, to);
            var above = CONTACT.as("above");
            jooq.update(CONTACT)
                    .setNull(CONTACT.REPORTS_TO_ID)
                    .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                    .from(above)
                    .where(above.ID.eq(CONTACT.REPORTS_TO_ID))
                    .and(above.CUSTOMER_ID.ne(CONTACT.CUSTOMER_ID))
                    .and(CONTACT.CUSTOMER_ID.in(from.id(), to.id()))
                    .execute();
        }
    }
}
