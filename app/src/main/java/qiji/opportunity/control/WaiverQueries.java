package qiji.opportunity.control;

import static db.opportunity.Tables.GATE_WAIVER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.APP_USER;
import static db.process.Tables.STAGE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.platform.Time;
import qiji.process.StageFields;

/**
 * How often who waived what stages ask for, of the opportunities that the viewer sees; also what was withdrawn after it had let
 * a move through. [D5]
 */
@Repository
class WaiverQueries {
    /** {@code waivers} single things, in {@code opportunities} different ones. */
    record Row(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long userId,
            String userName,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long stageId,
            String stage,
            int waivers,
            int opportunities) {}

    private final DSLContext jooq;
    private final FieldLabels labels;

    WaiverQueries(DSLContext jooq, FieldLabels labels) {
        this.jooq = jooq;
        this.labels = labels;
    }

    /** Given from one day to another, both included, null for any; most first. None to who may not know of stages. */
    List<Row> counted(@Nullable LocalDate from, @Nullable LocalDate to, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        if (!labels.mayReadAll(viewer, "process", "stage", ControlFields.WAIVED_BY)) {
            return List.of();
        }
        var name = StageFields.nameOf(STAGE);
        var waivedAt = GATE_WAIVER.WAIVED_AT;
        return jooq.select(
                        APP_USER.ID,
                        APP_USER.NAME,
                        STAGE.ID,
                        STAGE.CODE.concat(" ").concat(name),
                        count(),
                        countDistinct(GATE_WAIVER.OPPORTUNITY_ID))
                .from(GATE_WAIVER)
                .join(OPPORTUNITY)
                .on(OPPORTUNITY.ID.eq(GATE_WAIVER.OPPORTUNITY_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(GATE_WAIVER.WAIVED_BY))
                .join(STAGE)
                .on(STAGE.ID.eq(GATE_WAIVER.STAGE_ID))
                .where(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .and(
                        from == null
                                ? noCondition()
                                : waivedAt.ge(from.atStartOfDay(Time.ZONE).toInstant()))
                .and(
                        to == null
                                ? noCondition()
                                : waivedAt.lt(
                                        to.plusDays(1).atStartOfDay(Time.ZONE).toInstant()))
                .groupBy(APP_USER.ID, APP_USER.NAME, STAGE.ID)
                .orderBy(count().desc(), APP_USER.NAME, STAGE.POSITION)
                .limit(500)
                .fetch(mapping(Row::new));
    }
}
