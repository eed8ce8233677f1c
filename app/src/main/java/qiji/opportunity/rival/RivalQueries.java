package qiji.opportunity.rival;

import static db.competitor.Tables.COMPETITOR;
import static db.opportunity.Tables.RIVAL;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.case_;

import com.fasterxml.jackson.annotation.JsonFormat;
import db.competitor.tables.CompetitorTable;
import db.opportunity.tables.RivalTable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.detail.OpportunityQueries;
import qiji.records.past.AsOf;

/** The competitors of one opportunity, read for its page. */
@Repository
class RivalQueries {
    /** {@code price} is the contract total that they ask here, in yuan. */
    record Row(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long competitorId,
            String name,
            boolean archived,
            Threat threat,
            @Nullable String strength,
            @Nullable String weakness,
            @Nullable BigDecimal price,
            @Nullable String counterStrategy,
            Instant since,
            int version) {}

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;
    private final Clock clock;

    RivalQueries(DSLContext jooq, OpportunityQueries opportunities, FieldLabels labels, Clock clock) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.labels = labels;
        this.clock = clock;
    }

    /** Most dangerous first, of the end of a day, null for now. None for who may not know of them. Throws NOT_FOUND. */
    List<Row> of(long id, @Nullable LocalDate asOf, Viewer viewer) {
        Instant moment = AsOf.endOf(asOf, clock);
        opportunities.mustSee(id, moment, viewer);
        if (!labels.mayRead(RivalFields.RIVALS, viewer)) {
            return List.of();
        }
        RivalTable rival = RIVAL.as("rival");
        CompetitorTable competitor = COMPETITOR.as("competitor");
        return AsOf.at(moment, jooq)
                .select(
                        competitor.ID,
                        competitor.NAME,
                        competitor.ARCHIVED_AT.isNotNull(),
                        rival.THREAT,
                        rival.STRENGTH,
                        rival.WEAKNESS,
                        rival.PRICE,
                        rival.COUNTER_STRATEGY,
                        rival.VALID_FROM,
                        rival.VERSION)
                .from(AsOf.rows(RIVAL, rival.getName()))
                .join(competitor)
                .on(competitor.ID.eq(rival.COMPETITOR_ID))
                .where(rival.OPPORTUNITY_ID.eq(id))
                .orderBy(case_(rival.THREAT).when("HIGH", 0).when("MEDIUM", 1).else_(2), rival.ID)
                .fetch(mapping(
                        (competitorId, name, archived, threat, strength, weakness, price, counter, since, version) ->
                                new Row(
                                        competitorId,
                                        name,
                                        archived,
                                        Threat.valueOf(threat),
                                        strength,
                                        weakness,
                                        price,
                                        counter,
                                        since,
                                        version)));
    }
}
