package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.access.Writing;
import qiji.opportunity.OpportunityFields;
import qiji.records.Aggregates;
import qiji.records.RecordQuery;
import qiji.records.Records;
import qiji.testing.ModuleTest;

/** What lists and numbers say of a past moment is what a diary, kept while companies of chance lived on, says of it. D17 X2 */
@ModuleTest
class TimeTravelTests {
    private static final int CHANGES = 80;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    Viewers viewers;

    @Autowired
    Records records;

    private record Entry(Instant moment, RandomCompany company) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePastIsWhatItWas(long seed) {
        RandomCompany company = new RandomCompany(jooq, writing, seed).found();
        List<Entry> diary = new ArrayList<>(List.of(entry(company)));
        for (int i = 0; i < CHANGES; i++) {
            company.live();
            diary.add(entry(company));
        }
        for (int i = 0; i < diary.size(); i += 1 + company.random.nextInt(CHANGES / 8)) {
            for (long user : company.users) {
                check(diary.get(i), user, company.name);
                checkFilter(diary.get(i), user, RandomDealFilter.of(company), company.name);
            }
        }
    }

    private Entry entry(RandomCompany company) {
        Instant moment = jooq.fetchSingle("select clock_timestamp()").get(0, Instant.class);
        return new Entry(moment, company.asItIs());
    }

    private void check(Entry then, long user, String name) {
        List<RandomCompany.Deal> seen = then.company.deals.stream()
                .filter(deal -> then.company.sees(user, deal))
                .toList();
        Viewer viewer = viewers.find(user).orElseThrow();

        assertThat(listed(query(then, viewer, name)))
                .isEqualTo(seen.stream().map(TimeTravelTests::told).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(query(then, viewer, name).count().count()).isEqualTo(seen.size());
        assertThat(query(then, viewer, name).sums(List.of("expectedAmount")).get("expectedAmount"))
                .isEqualTo(sum(seen));
        assertThat(query(then, viewer, name).groups("owner", List.of()).stream()
                        .collect(Collectors.toMap(group -> "" + group.key(), Aggregates.Group::count)))
                .isEqualTo(
                        seen.stream().collect(Collectors.groupingBy(deal -> "" + deal.owner(), Collectors.counting())));
        checkLanes(then, viewer, name);
    }

    /** Any filter finds of the past what it means, judged by the diary; and counts and adds up the same. */
    private void checkFilter(Entry then, long user, RandomDealFilter filter, String name) {
        Viewer viewer = viewers.find(user).orElseThrow();
        String both = "{\"and\":[%s,%s]}".formatted(named(name), filter.json());
        List<RandomCompany.Deal> met = then.company.deals.stream()
                .filter(deal -> then.company.sees(user, deal))
                .filter(filter.meaning())
                .toList();
        assertThat(listed(query(then, viewer, name).where(both)))
                .as(both)
                .isEqualTo(met.stream().map(TimeTravelTests::told).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(query(then, viewer, name).where(both).count().count())
                .as(both)
                .isEqualTo(met.size());
        assertThat(query(then, viewer, name)
                        .where(both)
                        .sums(List.of("expectedAmount"))
                        .get("expectedAmount"))
                .as(both)
                .isEqualTo(sum(met));
    }

    /** What is read of all lanes at once is what each lane tells on its own, and leads on to the same rows. */
    private void checkLanes(Entry then, Viewer viewer, String name) {
        Aggregates.Grouped found = query(then, viewer, name).headed("owner", List.of("expectedAmount"), 2);
        List<Aggregates.Headed> lanes = found.first();
        List<Aggregates.Page> pages = query(then, viewer, name)
                .pages(lanes.stream().map(Aggregates.Headed::heads).toList(), 2);

        var grouped = query(then, viewer, name).grouped("owner", List.of("expectedAmount"));
        assertThat(found.groups()).isEqualTo(grouped.groups());
        assertThat(found.all()).isEqualTo(grouped.all());
        for (int i = 0; i < lanes.size(); i++) {
            String owner = lanes.get(i).group().key();
            String ofLane = owner == null
                    ? "{\"field\":\"owner\",\"op\":\"empty\"}"
                    : "{\"field\":\"owner\",\"op\":\"is\",\"value\":\"%s\"}".formatted(owner);
            String both = "{\"and\":[%s,%s]}".formatted(named(name), ofLane);
            assertThat(pages.get(i))
                    .isEqualTo(query(then, viewer, name).where(both).page(2, null));
        }
    }

    private RecordQuery query(Entry then, Viewer viewer, String name) {
        return records.query(OpportunityFields.TYPE, viewer)
                .at(then.moment)
                .where(named(name))
                .fields(List.of("owner", "department", "expectedAmount"));
    }

    private static String named(String name) {
        return "{\"field\":\"name\",\"op\":\"is\",\"value\":\"%s\"}".formatted(name);
    }

    private static Set<String> listed(RecordQuery query) {
        Set<String> rows = new TreeSet<>();
        String after = null;
        do {
            Aggregates.Page page = query.page(7, after);
            for (Map<String, @Nullable Object> row : page.rows()) {
                rows.add(told(row));
            }
            after = page.next();
        } while (after != null);
        return rows;
    }

    private static String told(Map<String, @Nullable Object> row) {
        return "%s %s %s %s"
                .formatted(row.get("id"), key(row.get("owner")), key(row.get("department")), row.get("expectedAmount"));
    }

    private static String told(RandomCompany.Deal deal) {
        return "%s %s %s %s".formatted(deal.id(), deal.owner(), deal.department(), deal.amount());
    }

    private static @Nullable String key(@Nullable Object reference) {
        return reference == null ? null : ((Aggregates.Reference) reference).id();
    }

    private static @Nullable BigDecimal sum(List<RandomCompany.Deal> deals) {
        return deals.stream()
                .map(RandomCompany.Deal::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
