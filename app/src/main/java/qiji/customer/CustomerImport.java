package qiji.customer;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Viewer;
import qiji.customer.duplicates.DuplicatePairs;
import qiji.platform.FieldFault;
import qiji.records.FieldReader;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportRow;
import qiji.records.imports.ImportTarget;
import qiji.records.imports.ImportVerbs;
import tools.jackson.databind.node.ObjectNode;

/** Customers out of files. A parent that nobody knows can be made from its name. [X3 B1] */
@Configuration(proxyBeanMethods = false)
class CustomerImport {
    @Bean
    ImportTarget customerTarget(
            CatalogueImports catalogue, Customers customers, FieldReader reader, DuplicatePairs duplicates) {
        return catalogue.target(CustomerFields.TYPE, new ImportVerbs() {
            @Override
            public long create(ObjectNode values, Viewer viewer) {
                return customers.insert(reader.forLoad(CustomerFields.TYPE, values, viewer, true), true, viewer);
            }

            @Override
            public List<FieldFault> faults(ImportRow row, Set<String> bad, Viewer viewer) {
                var code = row.values().path("creditCode");
                return code.isString() && !code.asString().isBlank()
                        ? CustomerRules.faultsOfCreditCode(code.asString())
                        : List.of();
            }

            @Override
            public List<Alike> alike(Set<Long> created, Viewer viewer) {
                return duplicates.besides(created, viewer);
            }

            @Override
            public void update(long id, ObjectNode values, Viewer viewer) {
                customers.edit(id, values, viewer);
            }

            @Override
            public void remove(long id, Viewer viewer) {
                customers.takeBack(id, viewer);
            }

            @Override
            public boolean canBeMadeByName() {
                return true;
            }
        });
    }
}
