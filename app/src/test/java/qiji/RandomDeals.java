package qiji;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.process.Tables.PROCESS;
import static db.process.Tables.STAGE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import qiji.records.SearchTokens;
import qiji.testing.SampleData;

/** Opportunities of one name, each in a stage of chance, most of them open. */
final class RandomDeals {
    private final DSLContext jooq;
    private final Random random;
    private final String name;
    private final long process;
    private final List<Long> stages;

    RandomDeals(DSLContext jooq, Random random, String name) {
        this.jooq = jooq;
        this.random = random;
        this.name = name;
        this.process = jooq.select(PROCESS.ID)
                .from(PROCESS)
                .where(PROCESS.IS_DEFAULT)
                .fetchSingle()
                .value1();
        this.stages = jooq.select(STAGE.ID)
                .from(STAGE)
                .where(STAGE.PROCESS_ID.eq(process), STAGE.IS_FINAL.isFalse())
                .fetch(STAGE.ID);
    }

    RandomCompany.Deal insert(@Nullable Long owner, @Nullable Long department, @Nullable BigDecimal amount) {
        boolean open = random.nextInt(4) > 0;
        String secrecy = List.of("NORMAL", "INTERNAL", "CONFIDENTIAL").get(random.nextInt(3));
        long id = jooq.insertInto(OPPORTUNITY)
                .set(OPPORTUNITY.NUMBER, SampleData.unique("SJ"))
                .set(OPPORTUNITY.NAME, name)
                .set(Map.of(OPPORTUNITY.SEARCH, words(name)))
                .set(OPPORTUNITY.PROCESS_ID, process)
                .set(OPPORTUNITY.STAGE_ID, stages.get(random.nextInt(stages.size())))
                .set(OPPORTUNITY.STAGE_ENTERED_AT, Instant.EPOCH)
                .set(OPPORTUNITY.STATUS, open ? "OPEN" : "ABANDONED")
                .set(OPPORTUNITY.CLOSED_ON, open ? null : LocalDate.EPOCH)
                .set(OPPORTUNITY.OPENED_ON, LocalDate.EPOCH)
                .set(OPPORTUNITY.OWNER_ID, owner)
                .set(OPPORTUNITY.DEPARTMENT_ID, department)
                .set(OPPORTUNITY.EXPECTED_AMOUNT, amount)
                .set(OPPORTUNITY.SECRECY, secrecy)
                .set(OPPORTUNITY.CREATED_BY, 0L)
                .returningResult(OPPORTUNITY.ID)
                .fetchSingle()
                .value1();
        return new RandomCompany.Deal(id, owner, department, amount, secrecy.equals("CONFIDENTIAL"));
    }

    /** What the search column of a record of this name holds. */
    static Field<Object> words(String name) {
        return DSL.field("{0}::tsvector", Object.class, DSL.val(SearchTokens.vector(List.of(name), List.of())));
    }
}
