package qiji.opportunity.profit;

import static db.opportunity.Tables.CASH_MONTH;

import db.opportunity.tables.CashMonthTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.detail.OpportunityQueries;
import qiji.records.past.AsOf;

/** What an opportunity is to bring, read for its page and for reports. */
@Repository
public class ProfitQueries {
    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final Clock clock;

    ProfitQueries(DSLContext jooq, OpportunityQueries opportunities, Clock clock) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.clock = clock;
    }

    /** Of the end of a day, null for now; null for who may not know. Throws NOT_FOUND. */
    @Nullable
    List<CashMonth> of(long opportunityId, @Nullable LocalDate asOf, Viewer viewer) {
        Instant moment = AsOf.endOf(asOf, clock);
        opportunities.mustSee(opportunityId, moment, viewer);
        return at(opportunityId, moment, viewer);
    }

    /** The same as it was at a moment, for who sees the opportunity now. Throws NOT_FOUND. */
    public @Nullable Profitability then(long opportunityId, @Nullable Instant moment, Viewer viewer) {
        opportunities.mustSee(opportunityId, viewer);
        List<CashMonth> months = at(opportunityId, moment, viewer);
        return months == null ? null : Profitability.of(months);
    }

    private @Nullable List<CashMonth> at(long opportunityId, @Nullable Instant moment, Viewer viewer) {
        if (!viewer.may(OpportunityPermissions.PROFIT)) {
            return null;
        }
        CashMonthTable cash = CASH_MONTH.as("cash");
        return AsOf.at(moment, jooq)
                .select(cash.MONTH, cash.REVENUE, cash.COST)
                .from(AsOf.rows(CASH_MONTH, cash.getName()))
                .where(cash.OPPORTUNITY_ID.eq(opportunityId))
                .fetch(Records.mapping(CashMonth::new));
    }
}
