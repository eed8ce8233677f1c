package qiji.opportunity.history;

import static db.opportunity.Tables.ASSESSMENT_VERSION;
import static db.opportunity.Tables.DONE_ACTION_VERSION;
import static db.opportunity.Tables.EVIDENCE_VERSION;
import static db.opportunity.Tables.GATE_WAIVER_VERSION;
import static db.opportunity.Tables.LINE_VERSION;
import static db.opportunity.Tables.MEMBER_VERSION;
import static db.opportunity.Tables.OPPORTUNITY_CONTACT_VERSION;
import static db.opportunity.Tables.OPPORTUNITY_VERSION;
import static db.opportunity.Tables.PLAN_ITEM_VERSION;
import static db.opportunity.Tables.PLAN_RESOURCE_VERSION;
import static db.opportunity.Tables.PLAN_VERSION;
import static db.opportunity.Tables.RIVAL_VERSION;
import static db.opportunity.Tables.STAGE_ANSWER_VERSION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.detail.OpportunityQueries;

/** What happened to an opportunity and to what belongs to it, from the versions that the database keeps. [D17 A7] */
@Repository
class HistoryQueries {
    private static final Instant EVER = Instant.parse("2999-01-01T00:00:00Z");
    private static final long TOGETHER_MILLIS = 250;
    private static final Field<Instant> START = OPPORTUNITY_VERSION.VALID_FROM;
    private static final Field<Instant> END = OPPORTUNITY_VERSION.VALID_TO;

    /** A table of versions, and the column that says which opportunity they belong to. */
    private record Source(Table<?> versions, Field<Long> opportunity) {}

    private static final List<Source> SOURCES = List.of(
            new Source(OPPORTUNITY_VERSION, OPPORTUNITY_VERSION.ID),
            new Source(LINE_VERSION, LINE_VERSION.OPPORTUNITY_ID),
            new Source(MEMBER_VERSION, MEMBER_VERSION.OPPORTUNITY_ID),
            new Source(OPPORTUNITY_CONTACT_VERSION, OPPORTUNITY_CONTACT_VERSION.OPPORTUNITY_ID),
            new Source(RIVAL_VERSION, RIVAL_VERSION.OPPORTUNITY_ID),
            new Source(GATE_WAIVER_VERSION, GATE_WAIVER_VERSION.OPPORTUNITY_ID),
            new Source(EVIDENCE_VERSION, EVIDENCE_VERSION.OPPORTUNITY_ID),
            new Source(STAGE_ANSWER_VERSION, STAGE_ANSWER_VERSION.OPPORTUNITY_ID),
            new Source(DONE_ACTION_VERSION, DONE_ACTION_VERSION.OPPORTUNITY_ID),
            new Source(ASSESSMENT_VERSION, ASSESSMENT_VERSION.OPPORTUNITY_ID),
            new Source(PLAN_VERSION, PLAN_VERSION.OPPORTUNITY_ID),
            new Source(PLAN_ITEM_VERSION, PLAN_ITEM_VERSION.OPPORTUNITY_ID),
            new Source(PLAN_RESOURCE_VERSION, PLAN_RESOURCE_VERSION.OPPORTUNITY_ID));

    /** A moment at which something happened; {@code sources} has a bit for each source in which it did. */
    private record Moment(Instant at, int sources) {}

    private final DSLContext jooq;
    private final OpportunityQueries opportunities;
    private final ChangeWords words;

    HistoryQueries(DSLContext jooq, OpportunityQueries opportunities, ChangeWords words) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.words = words;
    }

    /**
     * At most {@code limit} steps in groups: what one person changed in one go stands together. Newest first, before
     * {@code before} if it is given. Throws NOT_FOUND.
     */
    HistoryRow.Page page(long id, @Nullable Instant before, int limit, Viewer viewer) {
        opportunities.mustSee(id, viewer);
        Instant until = before == null ? EVER : before;
        List<Moment> moments = moments(id, until, limit + 1);
        if (moments.isEmpty()) {
            return new HistoryRow.Page(List.of(), null);
        }
        boolean more = moments.size() > limit;
        List<Moment> told = more ? moments.subList(0, limit) : moments;
        int touched = told.stream().mapToInt(Moment::sources).reduce(0, (one, other) -> one | other);
        List<List<Difference>> groups = grouped(steps(id, told.getLast().at(), until, touched));
        if (more && groups.size() > 1) {
            groups = groups.subList(0, groups.size() - 1); // the oldest may go on on the next page
        }
        Instant next = groups.getLast().getFirst().at();
        return new HistoryRow.Page(words.tell(groups, viewer), more ? next.toString() : null);
    }

    private List<Moment> moments(long id, Instant until, int limit) {
        Field<Integer> bit = field(name("source"), Integer.class);
        Select<Record2<Instant, Integer>> all = null;
        for (int place = 0; place < SOURCES.size(); place++) {
            Source source = SOURCES.get(place);
            for (Field<Instant> moment : List.of(START, END)) {
                Field<Instant> at = Objects.requireNonNull(source.versions().field(moment));
                var one = select(at, inline(1 << place))
                        .from(source.versions())
                        .where(source.opportunity().eq(id))
                        .and(at.lt(until));
                all = all == null ? one : all.unionAll(one);
            }
        }
        Field<Instant> at = field(name("valid_from"), Instant.class);
        return jooq.select(at, bitOrAgg(bit))
                .from(Objects.requireNonNull(all).asTable("moment", "valid_from", "source"))
                .groupBy(at)
                .orderBy(at.desc())
                .limit(limit)
                .fetch(mapping(Moment::new));
    }

    /** Of the sources {@code touched} alone: most of an opportunity never changes. */
    private List<Difference> steps(long id, Instant from, Instant until, int touched) {
        List<Difference> steps = new ArrayList<>();
        for (int place = 0; place < SOURCES.size(); place++) {
            if ((touched & 1 << place) == 0) {
                continue;
            }
            Source source = SOURCES.get(place);
            Field<Instant> start = Objects.requireNonNull(source.versions().field(START));
            Field<Instant> end = Objects.requireNonNull(source.versions().field(END));
            List<? extends Record> versions = jooq.selectFrom(source.versions())
                    .where(source.opportunity().eq(id))
                    .and(start.lt(until))
                    .and(end.isNull().or(end.ge(from)))
                    .fetch();
            steps.addAll(Difference.between(source.versions().getName(), from, until, versions));
        }
        steps.sort(Comparator.comparing(Difference::at));
        return steps;
    }

    /** Newest group first, the steps of each in the order in which they happened. */
    private static List<List<Difference>> grouped(List<Difference> steps) {
        List<List<Difference>> groups = new ArrayList<>();
        for (Difference step : steps) {
            if (groups.isEmpty() || !together(groups.getFirst(), step)) {
                groups.addFirst(new ArrayList<>());
            }
            groups.getFirst().add(step);
        }
        return groups;
    }

    /**
     * A transaction is not kept with the rows; what one person did for one reason within a blink was done in one go. No
     * verb writes a row twice.
     */
    private static boolean together(List<Difference> group, Difference next) {
        Difference last = group.getLast();
        boolean sameReason = !last.knowsReason() || !next.knowsReason() || Objects.equals(last.reason(), next.reason());
        return last.by() == next.by()
                && sameReason
                && next.at().toEpochMilli() - last.at().toEpochMilli() < TOGETHER_MILLIS
                && group.stream().noneMatch(next::isOfSameRow);
    }
}
