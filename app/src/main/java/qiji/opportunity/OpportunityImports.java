package qiji.opportunity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Viewer;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportTarget;
import qiji.records.imports.ImportVerbs;
import tools.jackson.databind.node.ObjectNode;

/** Opportunities can be loaded from files, as they were. [X3] */
@Configuration(proxyBeanMethods = false)
class OpportunityImports {
    @Bean
    ImportTarget opportunityImportTarget(CatalogueImports imports, Opportunities opportunities) {
        return imports.target(OpportunityFields.TYPE, new ImportVerbs() {
            @Override
            public long create(ObjectNode values, Viewer viewer) {
                return opportunities.load(values, viewer);
            }

            @Override
            public void update(long id, ObjectNode values, Viewer viewer) {
                opportunities.reload(id, values, viewer);
            }

            @Override
            public void remove(long id, Viewer viewer) {
                opportunities.unload(id, viewer);
            }
        });
    }
}
