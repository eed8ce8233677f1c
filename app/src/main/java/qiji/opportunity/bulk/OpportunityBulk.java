package qiji.opportunity.bulk;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.move.Endings;
import qiji.opportunity.move.OpportunityMoves;
import qiji.opportunity.move.ProcessMoves;
import qiji.platform.Words;
import qiji.records.bulk.BulkVerbs;

/** Many opportunities at once: gates are judged, and approval is asked, for each. [X2] [D5] [D9] */
@Configuration(proxyBeanMethods = false)
class OpportunityBulk {
    private static final String NEWEST_EDITION = "newestEdition";
    /** Each waits for its own approval; nothing has ended before. */
    private static final String ABANDON = "abandon";

    @Bean
    BulkVerbs opportunityVerbs(
            Opportunities opportunities, OpportunityMoves moves, ProcessMoves processes, Endings endings) {
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
                                viewer))
                .verb(
                        NEWEST_EDITION,
                        Words.of("改用最新版流程", "Use the newest edition"),
                        Words.of(
                                "各自按其流程的最新版继续，留在原阶段；新版没有该阶段的，退到前一阶段。",
                                "Each goes on by the newest edition of its process, in its stage; where that has it no more, in"
                                        + " the one before."),
                        OpportunityPermissions.EDIT,
                        List.of(),
                        (id, given, viewer) -> processes.keepUp(id, BulkVerbs.version(given), viewer))
                .verb(
                        ABANDON,
                        Words.of("申请放弃", "Ask to abandon"),
                        Words.of("每条各送一份审批；批准之前照常推进。", "Each waits for its own approval, and goes on until then."),
                        OpportunityPermissions.ABANDON,
                        List.of("reason"),
                        (id, given, viewer) -> {
                            endings.abandon(id, given.path("reason").asString(), BulkVerbs.version(given), viewer);
                            return true;
                        });
    }
}
