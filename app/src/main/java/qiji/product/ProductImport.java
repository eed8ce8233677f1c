package qiji.product;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Viewer;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportTarget;
import qiji.records.imports.ImportVerbs;
import tools.jackson.databind.node.ObjectNode;

/** Products out of files. [X3] */
@Configuration(proxyBeanMethods = false)
class ProductImport {
    @Bean
    ImportTarget productTarget(CatalogueImports catalogue, Products products) {
        return catalogue.target(ProductFields.TYPE, new ImportVerbs() {
            @Override
            public long create(ObjectNode values, Viewer viewer) {
                return products.create(values, viewer);
            }

            @Override
            public void update(long id, ObjectNode values, Viewer viewer) {
                products.edit(id, values, viewer);
            }

            @Override
            public void remove(long id, Viewer viewer) {
                products.remove(id, viewer);
            }
        });
    }
}
