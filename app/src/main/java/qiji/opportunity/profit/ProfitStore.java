package qiji.opportunity.profit;

import static db.opportunity.Tables.CASH_MONTH;

import db.opportunity.tables.records.CashMonthRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes the months of an opportunity that the caller has locked; what does not differ is left alone. */
@Repository
class ProfitStore {
    private final DSLContext jooq;

    ProfitStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    List<CashMonth> of(long opportunityId) {
        return jooq.select(CASH_MONTH.MONTH, CASH_MONTH.REVENUE, CASH_MONTH.COST)
                .from(CASH_MONTH)
                .where(CASH_MONTH.OPPORTUNITY_ID.eq(opportunityId))
                .fetch(Records.mapping(CashMonth::new));
    }

    void save(long opportunityId, List<CashMonth> months) {
        Map<LocalDate, CashMonthRecord> before = jooq.selectFrom(CASH_MONTH)
                .where(CASH_MONTH.OPPORTUNITY_ID.eq(opportunityId))
                .fetchMap(CASH_MONTH.MONTH);
        for (CashMonth month : months) {
            CashMonthRecord row = before.remove(month.month());
            if (row == null) {
                row = jooq.newRecord(CASH_MONTH);
                row.setOpportunityId(opportunityId);
                row.setMonth(month.month());
            }
            if (differs(row.getRevenue(), month.revenue())) {
                row.setRevenue(month.revenue());
            }
            if (differs(row.getCost(), month.cost())) {
                row.setCost(month.cost());
            }
            row.store();
        }
        before.values().forEach(CashMonthRecord::delete);
    }

    private static boolean differs(@Nullable BigDecimal before, BigDecimal after) {
        return before == null || before.compareTo(after) != 0;
    }
}
