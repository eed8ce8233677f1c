package qiji.opportunity.gate;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_HISTORY;
import static db.opportunity.Tables.STAGE_VISIT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayRemove;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.OpportunityHistoryTable;
import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.StageVisitTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.CaseConditionStep;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.gate.GateChanges.Found;
import qiji.rule.TrialResult;

/**
 * Judges the moves of a span by what was asked of them and by what a draft would have asked: from the index of visits only those
 * on ways where the draft asks otherwise, each beside the one version of its opportunity that held then; and only what differs
 * goes on. [X7] [D5]
 */
@Repository
class GateTrialQueries {
    private static final Field<Integer> ROUTE = field(name("route", "route"), Integer.class);
    private static final Field<Long[]> WAY = field(name("route", "way"), Long[].class);

    private static final Field<Long> ID = field(name("id"), Long.class);
    private static final Field<Instant> AT = field(name("at"), Instant.class);
    private static final Field<Integer> BY = field(name("route"), Integer.class);
    private static final Field<Integer[]> LACKING = field(name("lacking"), Integer[].class);
    private static final Field<BigDecimal> AMOUNT = field(name("amount"), BigDecimal.class);
    private static final Field<Long> OWNER = field(name("owner"), Long.class);
    private static final Field<Long> NOBODY = val((Long) null);
    private static final Field<Long> COUNT = count().cast(SQLDataType.BIGINT);

    private final DSLContext jooq;

    GateTrialQueries(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Moves from {@code from} to before {@code until} on the routes compared, of what the viewer sees. */
    long judged(GateComparison compared, Instant from, Instant until, Viewer viewer) {
        StageVisitTable move = STAGE_VISIT.as("move");
        OpportunityTable o = OPPORTUNITY.as("o");
        return jooq.selectCount()
                .from(move)
                .join(o)
                .on(o.ID.eq(move.OPPORTUNITY_ID))
                .where(Opportunities.visibleTo(viewer, o))
                .and(took(move, compared, from, until))
                .fetchSingle()
                .value1();
    }

    /** What differs, summed up; a record counts as it was when its moves differed last. Amounts are expected totals in yuan. */
    List<Found> differing(long processId, GateComparison compared, Instant from, Instant until, Viewer viewer) {
        CommonTableExpression<?> differing = name("differing")
                .asMaterialized(living(processId, compared, from, until, viewer)
                        .unionAll(ended(processId, compared, from, until, viewer)));
        CommonTableExpression<?> last = name("last")
                .asMaterialized(DSL.select(ID, BY, LACKING, AMOUNT, OWNER)
                        .distinctOn(ID)
                        .from(differing)
                        .orderBy(ID, AT.desc()));
        var moves = DSL.select(inline(GateChanges.MOVES), NOBODY, BY, LACKING, NOBODY, COUNT, val((BigDecimal) null))
                .from(differing)
                .groupBy(BY, LACKING);
        var sums = DSL.select(inline(GateChanges.SUMS), NOBODY, BY, LACKING, OWNER, COUNT, sum(AMOUNT))
                .from(last)
                .groupBy(BY, LACKING, OWNER);
        var largest = DSL.select(inline(GateChanges.RECORDS), ID, BY, LACKING, OWNER, inline(1L), AMOUNT)
                .from(last)
                .orderBy(AMOUNT.desc().nullsLast(), ID.desc())
                .limit(TrialResult.MOST_RECORDS);
        return jooq.with(differing, last)
                .selectFrom(moves.unionAll(sums)
                        .unionAll(largest)
                        .asTable("told", "part", "id", "route", "lacking", "owner", "count", "amount"))
                .fetch(it -> new Found(
                        it.value1(),
                        it.value2(),
                        it.value3(),
                        Arrays.asList(it.value4()),
                        it.value5(),
                        it.value6(),
                        it.value7()));
    }

    private static Select<Record> living(
            long processId, GateComparison compared, Instant from, Instant until, Viewer viewer) {
        StageVisitTable move = STAGE_VISIT.as("move");
        OpportunityTable o = OPPORTUNITY.as("o");
        return DSL.select(told(compared, move, o))
                .from(move)
                .join(o)
                .on(o.ID.eq(move.OPPORTUNITY_ID))
                .and(o.VALID_FROM.le(move.ENTERED_AT))
                .crossJoin(route(processId, compared, move, o))
                .where(Opportunities.visibleTo(viewer, o))
                .and(took(move, compared, from, until))
                .and(differs(compared, move, o));
    }

    private static Select<Record> ended(
            long processId, GateComparison compared, Instant from, Instant until, Viewer viewer) {
        StageVisitTable move = STAGE_VISIT.as("move");
        OpportunityTable o = OPPORTUNITY.as("o");
        OpportunityHistoryTable h = OPPORTUNITY_HISTORY.as("h");
        return DSL.select(told(compared, move, h))
                .from(move)
                .join(o)
                .on(o.ID.eq(move.OPPORTUNITY_ID))
                .join(h)
                .on(h.ID.eq(move.OPPORTUNITY_ID))
                .and(h.VALID_FROM.le(move.ENTERED_AT))
                .and(h.VALID_TO.gt(move.ENTERED_AT))
                .crossJoin(route(processId, compared, move, h))
                .where(Opportunities.visibleTo(viewer, o))
                .and(took(move, compared, from, until))
                .and(differs(compared, move, h));
    }

    private static List<Field<?>> told(GateComparison compared, StageVisitTable move, Table<?> version) {
        return List.of(
                move.OPPORTUNITY_ID.as(ID),
                move.ENTERED_AT.as(AT),
                ROUTE.as(BY),
                lacking(compared, move, version).as(LACKING),
                of(version, OPPORTUNITY.EXPECTED_AMOUNT).as(AMOUNT),
                of(version, OPPORTUNITY.OWNER_ID).as(OWNER));
    }

    private static <T> Field<T> of(Table<?> version, Field<T> column) {
        return Objects.requireNonNull(version.field(column.getName(), column.getDataType()));
    }

    /** By the ends of the way, so that the database knows how many moves to expect. */
    private static Condition took(StageVisitTable move, GateComparison compared, Instant from, Instant until) {
        return row(move.FROM_STAGE_ID, move.STAGE_ID)
                .in(compared.routes().stream()
                        .map(route -> List.of(route.from(), route.target()))
                        .distinct()
                        .map(way -> row(inline(way.getFirst()), inline(way.getLast())))
                        .toList())
                .and(move.ENTERED_AT.ge(from))
                .and(move.ENTERED_AT.lt(until));
    }

    /** Which of the routes it took, null for one on which nothing differs, and the stages on it. */
    private static Table<?> route(long processId, GateComparison compared, StageVisitTable move, Table<?> version) {
        Field<Long> edition = edition(processId, compared, move, version);
        List<Condition> took = new ArrayList<>();
        List<Field<Integer>> places = new ArrayList<>();
        List<Field<Long[]>> ways = new ArrayList<>();
        for (int i = 0; i < compared.routes().size(); i++) {
            GateRoute route = compared.routes().get(i);
            took.add(move.FROM_STAGE_ID
                    .eq(inline(route.from()))
                    .and(move.STAGE_ID.eq(inline(route.target())))
                    .and(edition.eq(inline(route.edition()))));
            places.add(inline(i));
            ways.add(inline(route.stages().toArray(Long[]::new)));
        }
        // With an offset it is worked out once a move, not wherever it is named.
        return lateral(
                DSL.select(chosen(took, places).as("route"), chosen(took, ways).as("way"))
                        .offset(inline(0))
                        .asTable("route"));
    }

    private static <T> Field<T> chosen(List<Condition> conditions, List<Field<T>> choices) {
        CaseConditionStep<T> chosen = when(conditions.getFirst(), choices.getFirst());
        for (int i = 1; i < choices.size(); i++) {
            chosen = chosen.when(conditions.get(i), choices.get(i));
        }
        return chosen;
    }

    /** The one that it went by; what came from another process went by the newest of then. */
    private static Field<Long> edition(
            long processId, GateComparison compared, StageVisitTable move, Table<?> version) {
        Field<Long> newest = inline(compared.first());
        for (GateComparison.Newest one : compared.newest().reversed()) {
            newest =
                    when(move.ENTERED_AT.ge(one.since()), inline(one.edition())).otherwise(newest);
        }
        return when(
                        of(version, OPPORTUNITY.PROCESS_ID).eq(processId),
                        coalesce(of(version, OPPORTUNITY.EDITION_ID), inline(compared.first())))
                .otherwise(newest);
    }

    /** That something is missing which one of both asks for and the other does not. */
    private static Condition differs(GateComparison compared, StageVisitTable move, Table<?> version) {
        GateLack lack = new GateLack(version, move, WAY);
        return or(compared.conditions().stream()
                .filter(it -> !compared.turningOn(it).isEmpty())
                .map(it -> on(compared.turningOn(it)).and(lack.of(it)))
                .toList());
    }

    /** All that is missing of what either asks for, by its places among the conditions compared. */
    private static Field<Integer[]> lacking(GateComparison compared, StageVisitTable move, Table<?> version) {
        GateLack lack = new GateLack(version, move, WAY);
        List<Field<Integer>> all = new ArrayList<>();
        for (int i = 0; i < compared.conditions().size(); i++) {
            GateCondition condition = compared.conditions().get(i);
            all.add(when(on(compared.asking(condition)).and(lack.of(condition)), inline(i)));
        }
        return arrayRemove(array(all), inline((Integer) null, SQLDataType.INTEGER));
    }

    private static Condition on(List<Integer> routes) {
        return ROUTE.eq(any(inline(routes.toArray(Integer[]::new))));
    }
}
