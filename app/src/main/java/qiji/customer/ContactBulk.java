package qiji.customer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.records.bulk.BulkVerbs;

/** Many contacts at once. [X2] */
@Configuration(proxyBeanMethods = false)
class ContactBulk {
    @Bean
    BulkVerbs contactVerbs(ContactFields fields, Contacts contacts) {
        return BulkVerbs.of(fields.type())
                .edit(CustomerPermissions.CONTACT_EDIT, contacts::edit)
                .archive(CustomerPermissions.CONTACT_ARCHIVE, (id, _, viewer) -> contacts.archive(id, viewer));
    }
}
