package qiji.product;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportTarget;

/** Products out of files. [X3] */
@Configuration(proxyBeanMethods = false)
class ProductImport {
    @Bean
    ImportTarget productTarget(CatalogueImports catalogue, Products products) {
        return catalogue.target(ProductFields.TYPE, products);
    }
}
