package qiji.opportunity.risk;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.RISK;
import static db.organization.Tables.APP_USER;

import com.fasterxml.jackson.annotation.JsonFormat;
import db.opportunity.tables.OpportunityTable;
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
import qiji.platform.Time;
import qiji.records.past.AsOf;
import qiji.rule.Rules;

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

    /** The risks, heaviest first, and by which bands. */
    public record Register(RiskRule bands, List<Row> risks) {}

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;
    private final Rules rules;
    private final RiskRuleKind kind;
    private final Clock clock;

    RiskQueries(
            DSLContext jooq,
            OpportunityQueries opportunities,
            FieldLabels labels,
            Rules rules,
            RiskRuleKind kind,
            Clock clock) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.labels = labels;
        this.rules = rules;
        this.kind = kind;
        this.clock = clock;
    }

    /** Of the end of a day, null for now, by the bands of that day; no risks for who may not read scores. Throws NOT_FOUND. */
    Register of(long opportunityId, @Nullable LocalDate asOf, Viewer viewer) {
        Instant moment = AsOf.endOf(asOf, clock);
        opportunities.mustSee(opportunityId, moment, viewer);
        return register(opportunityId, moment, viewer);
    }

    /** The same as it was at a moment, for who sees the opportunity now. Throws NOT_FOUND. */
    public Register then(long opportunityId, @Nullable Instant moment, Viewer viewer) {
        opportunities.mustSee(opportunityId, viewer);
        return register(opportunityId, moment, viewer);
    }

    private Register register(long opportunityId, @Nullable Instant moment, Viewer viewer) {
        LocalDate day = LocalDate.ofInstant(moment == null ? clock.instant() : moment, Time.ZONE);
        RiskRule bands = rules.at(kind, department(opportunityId, moment), day);
        boolean isShown = labels.mayRead(ScoreFields.SCORE, viewer);
        return new Register(bands, isShown ? at(opportunityId, moment, bands) : List.of());
    }

    private @Nullable Long department(long opportunityId, @Nullable Instant moment) {
        OpportunityTable o = OPPORTUNITY.as("opportunity");
        return AsOf.at(moment, jooq)
                .select(o.DEPARTMENT_ID)
                .from(AsOf.rows(OPPORTUNITY, o.getName()))
                .where(o.ID.eq(opportunityId))
                .fetchOne(o.DEPARTMENT_ID);
    }

    private List<Row> at(long opportunityId, @Nullable Instant moment, RiskRule bands) {
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
                        bands.band(row.value4(), row.value5()),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        RiskState.valueOf(row.value9())));
    }
}
