package qiji.opportunity.risk;

import static db.opportunity.Tables.RISK;
import static db.organization.Tables.APP_USER;

import com.fasterxml.jackson.annotation.JsonFormat;
import db.opportunity.tables.RiskTable;
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
import qiji.opportunity.score.ScoreFields;
import qiji.records.past.AsOf;

/** The risks of one opportunity, read for its page and for reports. */
@Repository
public class RiskQueries {
    /** {@code weight} is probability × impact. */
    public record Row(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            int version,
            String title,
            int probability,
            int impact,
            int weight,
            RiskBand band,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long ownerId,

            @Nullable String ownerName,
            @Nullable String mitigation,
            RiskState state) {}

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;
    private final Clock clock;

    RiskQueries(DSLContext jooq, OpportunityQueries opportunities, FieldLabels labels, Clock clock) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.labels = labels;
        this.clock = clock;
    }

    /** Heaviest first, of the end of a day, null for now; none for who may not read scores. Throws NOT_FOUND. */
    List<Row> of(long opportunityId, @Nullable LocalDate asOf, Viewer viewer) {
        Instant moment = AsOf.endOf(asOf, clock);
        opportunities.mustSee(opportunityId, moment, viewer);
        return labels.mayRead(ScoreFields.SCORE, viewer) ? at(opportunityId, moment, viewer) : List.of();
    }

    /** The same as it was at a moment, for who sees the opportunity now. Throws NOT_FOUND. */
    public List<Row> then(long opportunityId, @Nullable Instant moment, Viewer viewer) {
        opportunities.mustSee(opportunityId, viewer);
        return labels.mayRead(ScoreFields.SCORE, viewer) ? at(opportunityId, moment, viewer) : List.of();
    }

    private List<Row> at(long opportunityId, @Nullable Instant moment, Viewer viewer) {
        RiskTable risk = RISK.as("risk");
        return AsOf.at(moment, jooq)
                .select(
                        risk.ID,
                        risk.VERSION,
                        risk.TITLE,
                        risk.PROBABILITY,
                        risk.IMPACT,
                        risk.OWNER_ID,
                        APP_USER.NAME,
                        risk.MITIGATION,
                        risk.STATE)
                .from(AsOf.rows(RISK, risk.getName()))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(risk.OWNER_ID))
                .where(risk.OPPORTUNITY_ID.eq(opportunityId))
                .orderBy(risk.PROBABILITY.mul(risk.IMPACT).desc(), risk.ID)
                .fetch(row -> new Row(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value4() * row.value5(),
                        RiskBand.of(row.value4(), row.value5()),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        RiskState.valueOf(row.value9())));
    }
}
