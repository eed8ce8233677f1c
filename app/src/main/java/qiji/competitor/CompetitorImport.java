package qiji.competitor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Viewer;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportTarget;
import qiji.records.imports.ImportVerbs;
import tools.jackson.databind.node.ObjectNode;

/** Competitors out of files. [X3] */
@Configuration(proxyBeanMethods = false)
class CompetitorImport {
    @Bean
    ImportTarget competitorTarget(CatalogueImports catalogue, Competitors competitors) {
        return catalogue.target(CompetitorFields.TYPE, new ImportVerbs() {
            @Override
            public long create(ObjectNode values, Viewer viewer) {
                return competitors.create(values, viewer);
            }

            @Override
            public void update(long id, ObjectNode values, Viewer viewer) {
                competitors.edit(id, values, viewer);
            }

            @Override
            public void remove(long id, Viewer viewer) {
                competitors.remove(id, viewer);
            }
        });
    }
}
