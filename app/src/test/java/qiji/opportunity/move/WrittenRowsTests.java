package qiji.opportunity.move;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.opportunity.SampleOpportunities;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A create and a stage move write a few rows: as many, whatever there is and however much has happened before. X2 */
@ModuleTest
class WrittenRowsTests {
    private static final int FEW = 10;
    private static final int OFTEN = 25;

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    private SampleOpportunities opportunities;
    private Api api;
    private long seller;
    private long customer;

    @BeforeEach
    void someone() {
        opportunities = new SampleOpportunities(beans);
        seller = sample.user("Li Lei");
        api = Api.of(http, viewer(seller, SampleOpportunities.EVERY_RIGHT));
        customer = opportunities.customer();
    }

    @Test
    void aCreateWritesAsMuchHoweverManyThereAre() {
        Map<String, Long> first = written(this::create);
        for (int i = 0; i < OFTEN; i++) {
            create();
        }
        assertThat(written(this::create)).isEqualTo(first);
        assertFew(first);
    }

    @Test
    void aMoveWritesAsMuchHoweverLongTheHistory() {
        long id = opportunities.ripe(seller);
        Map<String, Long> first = written(() -> move(id, "B"));
        Map<String, Long> back = written(() -> move(id, "A"));
        for (int i = 0; i < OFTEN; i++) {
            move(id, "B");
            move(id, "A");
        }
        assertThat(written(() -> move(id, "B"))).isEqualTo(first);
        assertThat(written(() -> move(id, "A"))).isEqualTo(back);
        assertFew(first);
        assertFew(back);
    }

    private static void assertFew(Map<String, Long> rows) {
        assertThat(rows.values().stream().mapToLong(Long::longValue).sum())
                .as(rows.toString())
                .isBetween(1L, (long) FEW);
    }

    private void create() {
        String body = "{\"name\": \"%s\", \"customer\": \"%d\", \"expectedAmount\": 1000}"
                .formatted(SampleData.unique("Deal"), customer);
        api.create("/api/opportunities", body);
    }

    private void move(long id, String stage) {
        String body = "{\"stageId\": %d, \"reason\": \"so it is\"}".formatted(opportunities.stage(stage));
        assertThat(api.put("/api/opportunities/" + id + "/stage", body)).hasStatusOk();
    }

    /** The rows that were inserted, changed and removed in each table, by triggers too. */
    private Map<String, Long> written(Runnable work) {
        Map<String, Long> before = written();
        work.run();
        Map<String, Long> more = written();
        before.forEach((table, rows) -> more.merge(table, -rows, Long::sum));
        more.values().removeIf(rows -> rows == 0);
        return more;
    }

    private Map<String, Long> written() {
        return new TreeMap<>(jooq.fetch("""
                select schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_xact_user_tables
                """).intoMap(row -> row.get(0, String.class), row -> row.get(1, Long.class)));
    }
}
