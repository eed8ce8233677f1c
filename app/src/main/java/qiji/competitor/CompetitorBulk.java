package qiji.competitor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.records.bulk.BulkVerbs;

/** Many competitors at once. [X2] */
@Configuration(proxyBeanMethods = false)
class CompetitorBulk {
    @Bean
    BulkVerbs competitorVerbs(Competitors competitors) {
        return BulkVerbs.of(CompetitorFields.TYPE)
                .edit(CompetitorPermissions.EDIT, competitors::edit)
                .archive(CompetitorPermissions.ARCHIVE, (id, _, viewer) -> competitors.archive(id, viewer));
    }
}
