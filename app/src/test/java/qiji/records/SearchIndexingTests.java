package qiji.records;

import static db.customer.Tables.CUSTOMER;
import static db.records.Tables.SEARCH_INDEX;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.ModuleTest;

/** After an upgrade of the tokenizer all records are found as new ones are. X1 */
@ModuleTest
class SearchIndexingTests {
    @Autowired
    SearchIndexing indexing;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Test
    void fillsWhatWasWrittenByAnotherVersionInStepsAndGoesOnWhereItStopped() {
        catchUp();
        writing.by(Viewer.system("sample data"));
        jooq.insertInto(CUSTOMER, CUSTOMER.NAME, CUSTOMER.NORMALIZED_NAME, CUSTOMER.CREATED_BY)
                .select(DSL.select(
                                DSL.concat(DSL.val("玄铁"), DSL.field("n").cast(String.class)),
                                DSL.field("n").cast(String.class),
                                DSL.val(0L))
                        .from("generate_series(1, 1200) n"))
                .execute();
        jooq.update(SEARCH_INDEX)
                .set(Map.of(SEARCH_INDEX.VERSION, 0))
                .where(SEARCH_INDEX.RECORD_TYPE.eq("customer"))
                .execute();
        assertThat(indexing.isBehind()).isTrue();
        assertThat(indexing.advance()).isPositive();
        assertThat(found()).isBetween(1, 1199);
        catchUp();
        assertThat(found()).isEqualTo(1200);
        assertThat(jooq.fetchCount(CUSTOMER, DSL.condition("search is null and name like '玄铁%'")))
                .isZero();
    }

    @Test
    void writesOnlyTheRecordsWhoseWordsAreOthersThanBefore() {
        catchUp();
        writing.by(Viewer.system("sample data"));
        jooq.insertInto(CUSTOMER, CUSTOMER.NAME, CUSTOMER.NORMALIZED_NAME, CUSTOMER.CREATED_BY)
                .values("玄铁", "玄铁", 0L)
                .values("玄铁_2026", "玄铁2026", 0L)
                .execute();
        jooq.update(SEARCH_INDEX)
                .set(Map.of(SEARCH_INDEX.VERSION, 1))
                .where(SEARCH_INDEX.RECORD_TYPE.eq("customer"))
                .execute();
        catchUp();
        assertThat(jooq.fetchCount(CUSTOMER, DSL.condition("search @@ '2026'::tsquery and name = '玄铁_2026'")))
                .isEqualTo(1);
        assertThat(jooq.fetchCount(CUSTOMER, CUSTOMER.NAME.eq("玄铁"), DSL.condition("search is null")))
                .isEqualTo(1);
    }

    @Test
    void makesNoNewVersionsOfRecords() {
        catchUp();
        int versions = jooq.fetchCount(DSL.table("customer.customer_history"));
        jooq.update(SEARCH_INDEX).set(Map.of(SEARCH_INDEX.VERSION, 0)).execute();
        catchUp();
        assertThat(jooq.fetchCount(DSL.table("customer.customer_history"))).isEqualTo(versions);
    }

    private void catchUp() {
        while (indexing.isBehind()) {
            indexing.advance();
        }
    }

    private int found() {
        return jooq.fetchCount(CUSTOMER, DSL.condition("search @@ '''~xuan-tie'''::tsquery"));
    }
}
