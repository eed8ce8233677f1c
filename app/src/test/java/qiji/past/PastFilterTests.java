package qiji.past;

import static db.records.Tables.CUSTOM_FIELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.OpportunityFields;
import qiji.records.Aggregates;
import qiji.records.RecordQuery;
import qiji.records.Records;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/**
 * Any filter, over every kind of field that history answers, finds of a past day what it means, judged by a log that the
 * test keeps while a company of chance lives on. Its life of a second is drawn out over most of a year afterwards, so that
 * each moment looks back from a day of its own. [X2 D17]
 */
@ModuleTest
class PastFilterTests {
    private static final int CHANGES = 120;
    private static final int MOMENTS = 24;
    private static final Set<String> RIGHTS = Set.of(
            "opportunity:read",
            "opportunity:confidential",
            "customer:read",
            "user:read",
            "department:read",
            "stage:read",
            "competitor:read",
            "settings:fields");

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    Records records;

    @Autowired
    SampleData sample;

    @Autowired
    MockMvcTester http;

    private final Random random = new Random(5);

    @Test
    void findsOfThePastWhatItMeans() {
        makeCustomFields();
        writing.by(Viewer.system("company of chance"));
        Instant begin = now();
        Life life = new Life(jooq, sample, random);
        List<World> log = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            log.add(life.asItIs(now()));
            life.go();
        }
        Stretched time = Stretched.of(begin, now(), jooq);
        Map<String, Set<Boolean>> answers = new HashMap<>();
        PastFilter.Maker filters = new PastFilter.Maker(random, life);
        for (int i = 0; i < MOMENTS; i++) {
            World then = time.of(Column.any(log, random));
            for (Viewer viewer : viewers(life)) {
                for (int leaf = 0; leaf < 4; leaf++) {
                    String field = filters.next();
                    answers.computeIfAbsent(field, _ -> new HashSet<>())
                            .addAll(check(then, viewer, filters.leaf(), life.name));
                }
                check(then, viewer, filters.tree(3), life.name);
            }
        }
        assertThat(answers)
                .hasSize(PastFilter.fields().size())
                .allSatisfy((field, both) -> assertThat(both).as(field).contains(true, false));
    }

    /** Whether it meant some of what the viewer sees, and did not mean some. */
    private Set<Boolean> check(World then, Viewer viewer, PastFilter filter, String name) {
        Set<Boolean> meant = new HashSet<>();
        String both = "{\"and\":[{\"field\":\"name\",\"op\":\"startsWith\",\"value\":\"%s\"},%s]}"
                .formatted(name, filter.json());
        Set<String> met = new TreeSet<>();
        BigDecimal sum = null;
        for (var deal : then.deals().entrySet()) {
            if (then.sees(viewer, "opportunity", deal.getValue())) {
                boolean meets = filter.meaning().test(new Meanings.Seen(then, viewer, deal.getValue()));
                meant.add(meets);
                if (meets) {
                    met.add("" + deal.getKey());
                    BigDecimal amount = (BigDecimal) deal.getValue().get("expectedAmount");
                    sum = sum == null ? amount : amount == null ? sum : sum.add(amount);
                }
            }
        }
        String asked = "%s of %s by %s".formatted(both, then.moment(), viewer.scopes());
        assertThat(listed(query(then, viewer, both))).as(asked).isEqualTo(met);
        assertThat(query(then, viewer, both).count().count()).as(asked).isEqualTo(met.size());
        assertThat(query(then, viewer, both).sums(List.of("expectedAmount")).get("expectedAmount"))
                .as(asked)
                .isEqualTo(sum);
        return meant;
    }

    private RecordQuery query(World then, Viewer viewer, String filter) {
        return records.query(OpportunityFields.TYPE, viewer)
                .at(then.moment())
                .where(filter)
                .fields(List.of("name"));
    }

    private static Set<String> listed(RecordQuery query) {
        Set<String> ids = new TreeSet<>();
        String after = null;
        do {
            Aggregates.Page page = query.page(20, after);
            for (Map<String, @Nullable Object> row : page.rows()) {
                assertThat(ids.add(Objects.requireNonNull(row.get("id")).toString()))
                        .isTrue();
            }
            after = page.next();
        } while (after != null);
        return ids;
    }

    /** Who sees everything, some of all, and their own with few of the customers. */
    private List<Viewer> viewers(Life life) {
        long me = life.people().getFirst();
        List<Long> homes = life.departments();
        return List.of(
                viewer(me, homes.get(0), Scope.everything(), Scope.everything()),
                viewer(
                        life.people().get(1),
                        homes.get(1),
                        new Scope.Part(Set.copyOf(homes.subList(1, 5)), Set.of(me)),
                        Scope.ofDepartments(Set.copyOf(homes.subList(0, 3)))),
                viewer(
                        life.people().get(2),
                        homes.get(2),
                        Scope.ofOwners(Set.copyOf(life.people().subList(1, 5))),
                        Scope.ofOwners(Set.copyOf(life.people().subList(2, 4)))));
    }

    private static Viewer viewer(long user, long home, Scope deals, Scope customers) {
        return new Viewer(
                user, home, "Viewer", RIGHTS, Map.of("opportunity", deals, "customer", customers), Map.of(), false);
    }

    /** One of each kind; that of which an index is wished is read by functions of its own. */
    private void makeCustomFields() {
        Api api = Api.of(http, viewer(sample.user("Editor"), 0, Scope.everything(), Scope.everything()));
        api.create("/api/custom-fields", draft("end", "DATE"));
        jooq.update(CUSTOM_FIELD)
                .set(CUSTOM_FIELD.INDEXED, true)
                .where(CUSTOM_FIELD.CODE.eq("end"))
                .execute();
        Map.of(
                        "city",
                        "TEXT",
                        "seats",
                        "INTEGER",
                        "price",
                        "MONEY",
                        "due",
                        "DATE",
                        "met",
                        "INSTANT",
                        "flag",
                        "BOOLEAN",
                        "colour",
                        "CHOICE",
                        "marks",
                        "TAGS",
                        "partner",
                        "REFERENCE")
                .forEach((code, kind) -> api.create("/api/custom-fields", draft(code, kind)));
    }

    private static String draft(String code, String kind) {
        return """
                {"type": "opportunity", "code": "%s", "labelZh": "%s", "labelEn": "%s", "kind": "%s", "required": false,
                 "position": 1%s}""".formatted(code, code, code, kind, more(kind));
    }

    private static String more(String kind) {
        return switch (kind) {
            case "REFERENCE" -> ", \"reference\": \"customer\"";
            case "CHOICE" ->
                ", \"options\": [{\"code\": \"RED\", \"labelZh\": \"红\", \"labelEn\": \"Red\"}, "
                        + "{\"code\": \"GREEN\", \"labelZh\": \"绿\", \"labelEn\": \"Green\"}]";
            default -> "";
        };
    }

    private Instant now() {
        return jooq.fetchSingle("select clock_timestamp()").get(0, Instant.class);
    }
}
