package qiji.opportunity.bulk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.move.OpportunityMoves;
import qiji.records.bulk.BulkVerbs;

/** Many opportunities at once: gates are judged for each. [X2] */
@Configuration(proxyBeanMethods = false)
class OpportunityBulk {
    @Bean
    BulkVerbs opportunityVerbs(Opportunities opportunities, OpportunityMoves moves) {
        return BulkVerbs.of(OpportunityFields.TYPE)
                .edit(OpportunityPermissions.EDIT, opportunities::edit)
                .transfer(
                        OpportunityPermissions.TRANSFER,
                        (id, given, viewer) -> opportunities.transfer(
                                id,
                                BulkVerbs.id(given, "ownerId"),
                                given.path("reason").asString(),
                                BulkVerbs.version(given),
                                viewer))
                .move(
                        OpportunityPermissions.EDIT,
                        (id, given, viewer) -> moves.moveToStage(
                                id,
                                BulkVerbs.id(given, "stageId"),
                                given.path("reason").isString()
                                        ? given.path("reason").stringValue()
                                        : null,
                                null,
                                BulkVerbs.version(given),
                                viewer));
    }
}
