package qiji.customer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.records.bulk.BulkVerbs;

/** Many customers at once. [X2] */
@Configuration(proxyBeanMethods = false)
class CustomerBulk {
    @Bean
    BulkVerbs customerVerbs(Customers customers) {
        return BulkVerbs.of(CustomerFields.TYPE)
                .edit(CustomerPermissions.EDIT, customers::edit)
                .transfer(
                        CustomerPermissions.TRANSFER,
                        (id, given, viewer) -> customers.transfer(
                                id,
                                BulkVerbs.id(given, "ownerId"),
                                given.path("reason").asString(),
                                viewer))
                .archive(CustomerPermissions.ARCHIVE, (id, _, viewer) -> customers.archive(id, viewer));
    }
}
