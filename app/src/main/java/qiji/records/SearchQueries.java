package qiji.records;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.records.search.Likeness;
import qiji.records.search.Likeness.Degree;
import qiji.records.search.Question;

/** Finds records of one type and ranks them: the newest thousand that match, by how much they are like what was asked. [X1] */
@Component
class SearchQueries {
    /** More of one answer nobody looks through; the ranking is among these. */
    static final int RANKED = 1000;

    private final DSLContext jooq;
    private final SearchItems items;

    SearchQueries(DSLContext jooq, SearchItems items) {
        this.jooq = jooq;
        this.items = items;
    }

    /** A match: what it is called and how much that is like what was asked. */
    record Match(long id, String label, Likeness likeness) {}

    /** At most {@code most} matches behind the first {@code from}. */
    <T extends Table<?>> SearchGroup find(
            RecordType<T> type, String text, Question question, int from, int most, Viewer viewer) {
        T table = type.as("t");
        Condition meant =
                Search.meant(type, table, question, viewer).or(Search.foundOtherwise(type, table, text, viewer));
        List<Match> ranked = newest(type, meant, question, viewer);
        boolean newestOnly = ranked.size() > RANKED;
        if (newestOnly) {
            ranked.removeLast();
        } else if (ranked.size() < from + most) {
            ranked.addAll(mistyped(type, table, question, ranked, viewer));
        }
        ranked.sort(Comparator.comparing(it -> it.likeness().degree()));
        List<Match> page = ranked.subList(Math.min(from, ranked.size()), Math.min(from + most, ranked.size()));
        return new SearchGroup(
                type.name, type.words.here(), items.of(type, page, question, viewer), ranked.size(), newestOnly);
    }

    /** How many are meant, up to {@link Aggregates#MOST_COUNTED}. */
    <T extends Table<?>> Aggregates.Count count(RecordType<T> type, String text, Question question, Viewer viewer) {
        T table = type.as("t");
        Plan plan = new Plan(type, viewer);
        Condition meant =
                Search.meant(type, table, question, viewer).or(Search.foundOtherwise(type, table, text, viewer));
        int counted = jooq.fetchCount(select(one())
                .from(plan.from())
                .where(meant, plan.visible(), plan.living())
                .limit(Aggregates.MOST_COUNTED + 1));
        return new Aggregates.Count(Math.min(counted, Aggregates.MOST_COUNTED), counted > Aggregates.MOST_COUNTED);
    }

    private <T extends Table<?>> List<Match> mistyped(
            RecordType<T> type, T table, Question question, List<Match> known, Viewer viewer) {
        Condition near = Search.mistyped(type, table, question, viewer);
        if (near.equals(falseCondition())) {
            return List.of();
        }
        Set<Long> ids = new HashSet<>();
        known.forEach(it -> ids.add(it.id()));
        List<Match> all = newest(type, near, question, viewer);
        all.removeIf(it -> ids.contains(it.id()) || it.likeness().degree() != Degree.MISTYPED);
        return all;
    }

    private <T extends Table<?>> List<Match> newest(
            RecordType<T> type, Condition wanted, Question question, Viewer viewer) {
        Plan plan = new Plan(type, viewer);
        List<Match> found = new ArrayList<>();
        jooq.select(plan.id(), plan.label())
                .from(plan.from())
                .where(wanted, plan.visible(), plan.living())
                .orderBy(type.newest().apply(type.as("t")).desc(), plan.id().desc())
                .limit(RANKED + 1)
                .forEach(row -> found.add(new Match(row.value1(), row.value2(), Likeness.of(row.value2(), question))));
        return found;
    }
}
