package qiji.competitor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.records.imports.CatalogueImports;
import qiji.records.imports.ImportTarget;

/** Competitors out of files. [X3] */
@Configuration(proxyBeanMethods = false)
class CompetitorImport {
    @Bean
    ImportTarget competitorTarget(CatalogueImports catalogue, Competitors competitors) {
        return catalogue.target(CompetitorFields.TYPE, competitors);
    }
}
