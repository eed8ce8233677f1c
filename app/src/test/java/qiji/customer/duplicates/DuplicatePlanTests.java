package qiji.customer.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import qiji.access.Viewer;
import qiji.records.SearchTokens;
import qiji.testing.SampleData;
import qiji.testing.TestDatabase;

/**
 * How the database goes about names that are alike: by the index of their keys, never through all names. {@code
 * -Dqiji.customers=200000} does it with more of them, and tells how long it takes. [B1]
 */
class DuplicatePlanTests {
    private static final int CUSTOMERS = Integer.getInteger("qiji.customers", 20_000);
    private static final List<String> REGIONS = List.of("北京", "上海市", "深圳市", "广东省", "昆山市", "杭州", "成都市", "武汉");
    private static final List<String> TRADES =
            List.of("科技", "贸易", "电子科技", "建材", "物流", "信息技术", "食品", "机械设备", "房地产开发", "文化传播");
    private static final String CHARACTERS = "华宏达远方正中天海金银龙凤祥瑞德信诚和泰安康恒盛兴旺发利通顺鑫源茂隆昌荣富贵春秋江河湖山林森木石玉珠星月云雷风";

    private static final List<Query> ASKED = new ArrayList<>();
    private static final List<String> NAMES = new ArrayList<>();
    private static DSLContext jooq;
    private static DSLContext watched;

    @BeforeAll
    static void fill() {
        var database = TestDatabase.fresh();
        jooq = DSL.using(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        jooq.execute("set qiji.writer = '0'");
        jooq.execute("alter table customer.customer disable trigger user");
        Random random = new Random(7);
        for (int i = 0; i < CUSTOMERS; i++) {
            NAMES.add(pick(REGIONS, random) + brand(random) + pick(TRADES, random) + "有限公司");
        }
        for (int from = 0; from < CUSTOMERS; from += 1000) {
            insert(NAMES.subList(from, Math.min(CUSTOMERS, from + 1000)));
        }
        long begun = System.nanoTime();
        NameKeyStore store = new NameKeyStore(jooq);
        long last = -1;
        for (long next = store.fill(0, 1000); next != last; next = store.fill(next, 1000)) {
            last = next;
        }
        tell("keys of all", begun, 1);
        jooq.execute("vacuum analyze");
        watched = DSL.using(jooq.configuration().derive(ExecuteListener.onExecuteStart(DuplicatePlanTests::keep)));
    }

    private static void keep(ExecuteContext context) {
        Query query = context.query();
        if (query != null && query.getSQL().contains("name_keys")) {
            ASKED.add(query);
        }
    }

    private static void insert(List<String> names) {
        String[] normalized = names.stream().map(NormalizedName::of).toArray(String[]::new);
        String[] search = names.stream()
                .map(name -> SearchTokens.vector(List.of(name, NormalizedName.of(name)), List.of()))
                .toArray(String[]::new);
        jooq.execute("""
                insert into customer.customer (name, normalized_name, search, created_by, valid_from, changed_by, changed_via)
                select name, normalized, search::tsvector, 0, now(), 0, 'test'
                from unnest({0}::text[], {1}::text[], {2}::text[]) as one (name, normalized, search)""", DSL.val(names.toArray(String[]::new)), DSL.val(normalized), DSL.val(search));
    }

    private static String pick(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static String brand(Random random) {
        StringBuilder brand = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            brand.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return brand.toString();
    }

    private static void tell(String what, long begun, int times) {
        System.out.printf("%s: %.2f ms%n", what, (System.nanoTime() - begun) / 1e6 / times);
    }

    private static List<String> plans(Runnable ask) {
        ASKED.clear();
        ask.run();
        return List.copyOf(ASKED).stream().map(it -> jooq.explain(it).plan()).toList();
    }

    private static List<Long> ids(int step) {
        return LongStream.rangeClosed(step * 500L + 1, step * 500L + 500)
                .boxed()
                .toList();
    }

    @Test
    void asksTheIndexForWhatIsTyped() {
        Viewer viewer = SampleData.viewer(1, "customer:read");
        DuplicateQueries queries = new DuplicateQueries(watched, new NameKeyStore(watched));
        assertThat(plans(() -> queries.of(NAMES.get(17), null, viewer)))
                .isNotEmpty()
                .allSatisfy(
                        plan -> assertThat(plan).contains("name_keys_by_key").doesNotContain("Seq Scan on name_keys"));

        List<Long> took = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String typed = NAMES.get(i * 31 % CUSTOMERS).replaceFirst("有限公司", "有陷公司");
            long begun = System.nanoTime();
            assertThat(queries.of(typed, null, viewer).matches()).isNotEmpty();
            took.add(System.nanoTime() - begun);
        }
        Collections.sort(took);
        System.out.printf("typed: median %.2f ms, p95 %.2f ms%n", took.get(100) / 1e6, took.get(190) / 1e6);
    }

    @Test
    void asksTheIndexForEachOfMany() {
        DuplicatePairStore store = new DuplicatePairStore(watched, new NameKeyStore(watched));
        assertThat(plans(() -> store.customersAlike(ids(0))))
                .hasSize(1)
                .allSatisfy(
                        plan -> assertThat(plan).contains("name_keys_by_key").doesNotContain("Seq Scan on name_keys"));
        DuplicatePairStore bare = new DuplicatePairStore(jooq, new NameKeyStore(jooq));
        long begun = System.nanoTime();
        int steps = CUSTOMERS / 500;
        int alike = 0;
        for (int step = 0; step < steps; step++) {
            alike += (int) bare.customersAlike(ids(step)).stream()
                    .filter(it -> CustomerLikeness.of(it.name(), it.code())
                            .to(CustomerLikeness.of(it.otherName(), it.otherCode()))
                            .isDuplicate())
                    .count();
        }
        tell("a step of 500 of " + steps, begun, steps);
        assertThat(alike).isPositive();
    }
}
