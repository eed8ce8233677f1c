package qiji.opportunity.part;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_CONTACT;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.AttachedBy;
import qiji.access.Reattaches;
import qiji.access.RecordAccess;
import qiji.customer.Contacts;
import qiji.customer.Customers;
import qiji.opportunity.Opportunities;
import qiji.platform.Words;

/** The opportunities of a customer, and those that a contact is named in, when two of them become one. [B1] */
@Configuration(proxyBeanMethods = false)
class ReattachedOpportunities {
    @Bean
    Reattaches opportunitiesOfCustomers(DSLContext jooq, RecordAccess access) {
        return AttachedBy.column(
                        OPPORTUNITY.CUSTOMER_ID,
                        Customers.TYPE,
                        Opportunities.TYPE,
                        Words.of("商机", "Opportunities"),
                        jooq)
                .knownBy(Opportunities.TYPE, OPPORTUNITY.ID, access);
    }

    @Bean
    Reattaches placesOfContacts(DSLContext jooq, RecordAccess access) {
        return AttachedBy.column(
                        OPPORTUNITY_CONTACT.CONTACT_ID,
                        Contacts.TYPE,
                        "opportunity-contact",
                        Words.of("所在的商机", "Places in opportunities"),
                        jooq)
                .oncePer(OPPORTUNITY_CONTACT.OPPORTUNITY_ID)
                .knownBy(Opportunities.TYPE, OPPORTUNITY_CONTACT.OPPORTUNITY_ID, access);
    }
}
