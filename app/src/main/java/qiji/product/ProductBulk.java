package qiji.product;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.records.bulk.BulkVerbs;

/** Many products at once. [X2] */
@Configuration(proxyBeanMethods = false)
class ProductBulk {
    @Bean
    BulkVerbs productVerbs(Products products) {
        return BulkVerbs.of(ProductFields.TYPE)
                .edit(ProductPermissions.EDIT, products::edit)
                .archive(ProductPermissions.ARCHIVE, (id, _, viewer) -> products.archive(id, viewer));
    }
}
