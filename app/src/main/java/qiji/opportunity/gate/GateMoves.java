package qiji.opportunity.gate;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_VERSION;
import static db.opportunity.Tables.STAGE_VISIT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayRemove;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.OpportunityVersionTable;
import db.opportunity.tables.StageVisitTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;

/**
 * The moves from {@code from} to before {@code until} of which both say otherwise, in three steps. What the versions tell comes
 * first, of all moves at once and by several processes; other tables, which only one process may ask, are asked of those that
 * may differ still; and all that was missing is told of those that do. [X7] [D5]
 */
record GateMoves(long processId, GateComparison compared, Instant from, Instant until, Viewer viewer) {
    static final Field<Long> ID = field(name("id"), Long.class);
    static final Field<Instant> AT = field(name("at"), Instant.class);
    static final Field<Integer> ROUTE = field(name("route"), Integer.class);
    static final Field<Integer[]> LACKING = field(name("lacking"), Integer[].class);
    static final Field<BigDecimal> AMOUNT = field(name("amount"), BigDecimal.class);
    static final Field<Long> OWNER = field(name("owner"), Long.class);

    private static final Field<Long[]> WAY = field(name("way"), Long[].class);
    private static final StageVisitTable MOVE = STAGE_VISIT.as("move");
    private static final OpportunityVersionTable VERSION = OPPORTUNITY_VERSION.as("version");
    private static final GateColumns COLUMNS = new GateColumns(VERSION);

    /** What one step hands on to the next. */
    private static final String STEP = "move";

    private static final GateLack LACK = new GateLack(
            field(name(STEP, "id"), Long.class),
            field(name(STEP, "at"), Instant.class),
            field(name(STEP, "way"), Long[].class));

    /** By the ends of the way, so that the database knows how many moves to expect. */
    static Condition took(StageVisitTable move, GateComparison compared, Instant from, Instant until) {
        return row(move.FROM_STAGE_ID, move.STAGE_ID)
                .in(compared.routes().stream()
                        .map(route -> List.of(route.from(), route.target()))
                        .distinct()
                        .map(way -> row(inline(way.getFirst()), inline(way.getLast())))
                        .toList())
                .and(move.STAGE_ID.in(compared.routes().stream()
                        .map(GateRoute::target)
                        .distinct()
                        .map(DSL::inline)
                        .toList()))
                .and(move.ENTERED_AT.ge(from))
                .and(move.ENTERED_AT.lt(until));
    }

    /** {@link #LACKING} are the places among the conditions of all that was missing of what either asks for. */
    Select<Record> differing() {
        Table<?> judged = judged();
        List<Field<Integer>> all = new ArrayList<>();
        for (int i = 0; i < conditions().size(); i++) {
            all.add(when(turns(i) ? condition(lacked(i)) : lacks(i), inline(i)));
        }
        Field<Integer[]> lacking = arrayRemove(array(all), inline((Integer) null, SQLDataType.INTEGER));
        return DSL.select(List.of(ID, AT, ROUTE, lacking.as(LACKING), AMOUNT, OWNER))
                .from(judged)
                .where(or(turning()
                        .mapToObj(
                                i -> on(compared.turningOn(conditions().get(i))).and(lacked(i)))
                        .toList()));
    }

    /** Each condition that makes a difference somewhere is looked up once, wherever it is asked for. */
    private Table<?> judged() {
        Table<?> suspects = suspects();
        List<Field<?>> told = new ArrayList<>(List.of(suspects.fields()));
        turning().forEach(i -> told.add(field(lacks(i)).as(lacked(i))));
        return DSL.select(told).from(suspects).offset(inline(0)).asTable(STEP);
    }

    private Condition lacks(int place) {
        GateCondition condition = conditions().get(place);
        return on(compared.asking(condition)).and(mayLack(place)).and(LACK.of(condition));
    }

    /** Each beside the version that held then. */
    private Table<?> suspects() {
        OpportunityTable o = OPPORTUNITY.as("o");
        List<Field<?>> told = new ArrayList<>(List.of(
                MOVE.OPPORTUNITY_ID.as(ID),
                MOVE.ENTERED_AT.as(AT),
                chosen(i -> inline(i)).as(ROUTE),
                chosen(i -> inline(compared.routes().get(i).stages().toArray(Long[]::new)))
                        .as(WAY),
                VERSION.EXPECTED_AMOUNT.as(AMOUNT),
                VERSION.OWNER_ID.as(OWNER)));
        for (int i = 0; i < conditions().size(); i++) {
            told.add(field(COLUMNS.mayLack(conditions().get(i))).as(mayLack(i)));
        }
        return DSL.select(told)
                .from(MOVE)
                .join(o)
                .on(o.ID.eq(MOVE.OPPORTUNITY_ID))
                .join(VERSION)
                .on(VERSION.ID.eq(MOVE.OPPORTUNITY_ID))
                .and(VERSION.VALID_FROM.le(MOVE.ENTERED_AT))
                .and(VERSION.VALID_TO.isNull().or(VERSION.VALID_TO.gt(MOVE.ENTERED_AT)))
                .where(Opportunities.visibleTo(viewer, o))
                .and(took(MOVE, compared, from, until))
                .and(mayDiffer())
                .offset(inline(0))
                .asTable(STEP);
    }

    /**
     * By the number of the route, not by its ends, which the database would count twice; and as a value that may be null: of such
     * it expects a half, not one in hundreds.
     */
    private Condition mayDiffer() {
        Map<List<Integer>, List<Condition>> byRoutes = new LinkedHashMap<>();
        turning()
                .mapToObj(i -> conditions().get(i))
                .forEach(it -> byRoutes.computeIfAbsent(compared.turningOn(it), _ -> new ArrayList<>())
                        .add(COLUMNS.mayLack(it)));
        Field<Integer> route = chosen(i -> inline(i));
        Condition any = or(byRoutes.entrySet().stream()
                .map(it -> on(route, it.getKey()).and(or(it.getValue())))
                .toList());
        return condition(coalesce(field(any), inline(false)));
    }

    private List<GateCondition> conditions() {
        return compared.conditions();
    }

    private boolean turns(int place) {
        return !compared.turningOn(conditions().get(place)).isEmpty();
    }

    private IntStream turning() {
        return IntStream.range(0, conditions().size()).filter(this::turns);
    }

    private static Condition on(List<Integer> routes) {
        return on(ROUTE, routes);
    }

    private static Condition on(Field<Integer> route, List<Integer> routes) {
        return route.eq(any(inline(routes.toArray(Integer[]::new))));
    }

    /** Empty, or not told by the version. */
    private static Field<Boolean> mayLack(int place) {
        return field(name("may" + place), Boolean.class);
    }

    private static Field<Boolean> lacked(int place) {
        return field(name("lack" + place), Boolean.class);
    }

    private Condition took(int place) {
        GateRoute route = compared.routes().get(place);
        return MOVE.FROM_STAGE_ID
                .eq(inline(route.from()))
                .and(MOVE.STAGE_ID.eq(inline(route.target())))
                .and(edition().eq(inline(route.edition())));
    }

    /** By the route that it took. */
    private <T> Field<T> chosen(IntFunction<Field<T>> choice) {
        CaseConditionStep<T> chosen = when(took(0), choice.apply(0));
        for (int i = 1; i < compared.routes().size(); i++) {
            chosen = chosen.when(took(i), choice.apply(i));
        }
        return chosen;
    }

    /** The one that it went by; what came from another process went by the newest of then. */
    private Field<Long> edition() {
        Field<Long> newest = inline(compared.first());
        for (GateComparison.Newest one : compared.newest().reversed()) {
            newest =
                    when(MOVE.ENTERED_AT.ge(one.since()), inline(one.edition())).otherwise(newest);
        }
        return when(VERSION.PROCESS_ID.eq(processId), coalesce(VERSION.EDITION_ID, inline(compared.first())))
                .otherwise(newest);
    }
}
