package qiji.demo;

import static qiji.demo.OpportunityColumn.*;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Phrases;
import qiji.demo.chance.Span;

/** An opportunity as it is entered: in the first stage, with what is known by then. */
record Beginning(World world, Cast cast, Chance chance) {
    private static final List<String> WAYS = List.of("OPEN", "INVITED", "TALKS", "DIRECT");
    private static final List<String> LABELS = List.of("上云", "等保", "5G 专网", "年度重点", "招标", "续约", "组网", "新园区");

    private static final Set<String> EAGER = Set.of("INQUIRY", "TENDER", "REFERRAL");
    private static final Set<String> COOL = Set.of("RESEARCH", "POLICY", "COMPETITOR");
    private static final BigDecimal CITY_WIDE_FROM = BigDecimal.valueOf(200_000);

    void write(Map<OpportunityColumn, @Nullable Object> state, long id, String number) {
        Instant at = cast.createdAt();
        LocalDate day = Span.day(at);
        String[] names = cast.names();
        state.put(ID, id);
        state.put(VERSION, 0);
        state.put(NUMBER, number);
        String name = cast.client().name().familiar() + cast.basket().main().name() + Phrases.any(chance, "project");
        state.put(NAME, name);
        state.put(SEARCH, Lexemes.of(List.of(name), number));
        state.put(CUSTOMER_ID, cast.client().id());
        state.put(PROCESS_ID, world.funnel().processId());
        state.put(STAGE_ID, world.funnel().steps().getFirst().id());
        state.put(STAGE_ENTERED_AT, at);
        state.put(STATUS, "OPEN");
        state.put(STATUS_AT, at);
        state.put(OWNER_ID, cast.firstOwner().id());
        state.put(DEPARTMENT_ID, cast.firstOwner().departmentId());
        state.put(DISCOVERER_ID, cast.enteredBy());
        state.put(KIND, cast.source().equals("COMPETITOR") || chance.is(0.1) ? "COMPETITOR" : "DEMAND");
        state.put(CONTRACT_MONTHS, cast.months());
        state.put(EXPECTED_SIGN_ON, chance.is(0.75) ? day.plusDays(chance.between(20, 120)) : null);
        state.put(OPENED_ON, day);
        state.put(SOURCE, cast.source());
        state.put(
                DESCRIPTION,
                Phrases.any(chance, "description.need", names) + Phrases.any(chance, "description.plan", names));
        state.put(NEED_KNOWN, false);
        state.put(KP_KNOWN, false);
        state.put(BUDGET_KNOWN, false);
        state.put(SECRECY, List.of("NORMAL", "INTERNAL", "CONFIDENTIAL").get(chance.weighted(0.9, 0.08, 0.02)));
        state.put(TAGS, chance.is(0.35) ? List.of(chance.pick(LABELS)) : List.of());
        state.put(CUSTOM, ownFields(world.seed(), id));
        state.put(IMPORTED, false);
        state.put(CREATED_AT, at);
        state.put(CREATED_BY, cast.enteredBy());
        state.put(VALID_FROM, at);
        state.put(CHANGED_BY, cast.enteredBy());
        state.put(CHANGED_VIA, Tables.VIA);
        classify(state);
    }

    /** By what is known already: no further chance, so that a seed goes on to make the same company. [D2] */
    private void classify(Map<OpportunityColumn, @Nullable Object> state) {
        Offer.Kind main = cast.basket().main().kind();
        boolean ict = main == Offer.Kind.PROJECT || main == Offer.Kind.BASE;
        boolean demand = "DEMAND".equals(state.get(KIND));
        String source = cast.source();
        state.put(OFFERING, !demand ? null : ict ? "ICT" : "STANDARD");
        state.put(APPROACH, state.get(EXPECTED_SIGN_ON) == null ? "INDIRECT" : "DIRECT");
        state.put(HORIZON, cast.months() > 24 ? "LONG_TERM" : "SHORT_TERM");
        state.put(COVERAGE, cast.basket().amount().compareTo(CITY_WIDE_FROM) < 0 ? "LOCAL" : "CITY_WIDE");
        state.put(COOPERATION, source.equals("PARTNER") ? "PARTNER" : ict ? "PROJECT" : "CUSTOMER");
        state.put(INTENT, EAGER.contains(source) ? "HIGH" : COOL.contains(source) ? "LOW" : "MEDIUM");
        state.put(REPORTER_ID, cast.enteredBy());
        state.put(REFERRER, source.equals("REFERRAL") ? cast.decider() : null);
    }

    /** Two fields that this company added to opportunities for itself. */
    static void defineOwnFields(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into records.custom_field (record_type, code, label_zh, label_en, kind, options, position) values
                    ('opportunity', 'seats', '使用人数', 'Users to serve', 'INTEGER', '[]', 1),
                    ('opportunity', 'purchasing', '采购方式', 'Way of purchasing', 'CHOICE', '[
                        {"code": "OPEN", "labelZh": "公开招标", "labelEn": "Open tender"},
                        {"code": "INVITED", "labelZh": "邀请招标", "labelEn": "Invited tender"},
                        {"code": "TALKS", "labelZh": "竞争性谈判", "labelEn": "Competitive talks"},
                        {"code": "DIRECT", "labelZh": "直接采购", "labelEn": "Direct purchase"}]', 2)
                    """);
        }
    }

    /** As the custom column holds them; of some opportunities one does not know. */
    private static String ownFields(long seed, long id) {
        Chance chance = Chance.of(seed, "own-fields", id);
        int seats = Math.clamp((long) chance.logNormal(120, 1), 1, 20_000);
        String way = WAYS.get(chance.weighted(3, 1, 2, 4));
        return chance.is(0.8)
                ? "{\"seats\": %d, \"purchasing\": \"%s\"}".formatted(seats, way)
                : chance.is(0.5) ? "{\"purchasing\": \"%s\"}".formatted(way) : "{}";
    }
}
