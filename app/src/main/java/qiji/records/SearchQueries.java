package qiji.records;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Sight;
import qiji.access.Viewer;
import qiji.records.about.About;
import qiji.records.recent.Expected;
import qiji.records.recent.RecentStore;
import qiji.records.recent.Since;
import qiji.records.search.Likeness;
import qiji.records.search.Likeness.Degree;
import qiji.records.search.Question;

/** Finds records of one type and ranks the newest that match by how much they are like what was asked. [X1] */
@Component
class SearchQueries {
    /** More of one answer nobody looks through; the ranking is among these. */
    static final int RANKED = 1000;
    /** The same of what is about another record: found by its text rather than its name, the newest is what is looked for. */
    private static final int RANKED_ABOUT = 200;

    private final DSLContext jooq;
    private final SearchItems items;
    private final RecentStore recent;

    SearchQueries(DSLContext jooq, SearchItems items) {
        this.jooq = jooq;
        this.items = items;
        this.recent = new RecentStore(jooq);
    }

    /** A match: what it is called and how much that is like what was asked. */
    record Match(long id, String label, Likeness likeness) {
        static Match of(Record3<Long, String, Boolean> row, Question question) {
            Likeness likeness = Likeness.of(row.value2(), question);
            return new Match(row.value1(), row.value2(), row.value3() ? likeness : likeness.beside());
        }
    }

    /** At most {@code most} matches behind the first {@code from}. */
    <T extends Table<?>> SearchGroup find(
            RecordType<T> type, String text, Question question, int from, int most, Viewer viewer) {
        T table = type.as("t");
        Field<Boolean> own = Beside.of(type, viewer) == null
                ? inline(true)
                : coalesce(field(Search.own(type, table, text, question, viewer)), inline(false));
        Condition held = Search.own(type, table, text, question, viewer);
        List<Match> found = newest(type, meant(type, text, viewer), held, own, viewer).stream()
                .map(row -> Match.of(row, question))
                .toList();
        boolean newestOnly = found.size() > ranked(type);
        List<Match> first = newestOnly ? found.subList(0, ranked(type)) : found;
        List<Match> ranked = withInitialsAloneAsSimilar(type, table, text, question, first, viewer);
        if (!newestOnly && ranked.size() < from + most) {
            ranked.addAll(mistyped(type, table, question, ranked, viewer));
        }
        ranked.sort(Comparator.comparing(it -> it.likeness().degree()));
        List<Match> page = ranked.subList(Math.min(from, ranked.size()), Math.min(from + most, ranked.size()));
        return new SearchGroup(
                type.name, type.words.here(), items.of(type, page, question, viewer), ranked.size(), newestOnly);
    }

    /**
     * Of letters that may be initials and the beginning of a syllable the database knows the initials only. What then neither
     * is read so nor holds the letters is shown as what is nearly meant.
     */
    private <T extends Table<?>> List<Match> withInitialsAloneAsSimilar(
            RecordType<T> type, T table, String text, Question question, List<Match> found, Viewer viewer) {
        Long[] elsewhere = found.stream()
                .filter(match -> match.likeness().degree() == Degree.ELSEWHERE)
                .map(Match::id)
                .toArray(Long[]::new);
        if (elsewhere.length == 0 || !question.isRead()) {
            return new ArrayList<>(found);
        }
        Field<Long> id = type.id.apply(table);
        Set<Long> holding = jooq.select(id)
                .from(table)
                .where(
                        id.eq(any(val(elsewhere))),
                        Search.matches(type, text, viewer).or(Search.foundOtherwise(type, table, text, viewer)))
                .fetchSet(id);
        return found.stream()
                .map(match -> match.likeness().degree() != Degree.ELSEWHERE || holding.contains(match.id())
                        ? match
                        : new Match(match.id(), match.label(), match.likeness().mistyped()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** How many are meant, up to {@link Aggregates#MOST_COUNTED}. */
    <T extends Table<?>> Aggregates.Count count(RecordType<T> type, String text, Viewer viewer) {
        Plan plan = new Plan(type, viewer);
        int counted = jooq.fetchCount(select(one())
                .from(plan.from())
                .where(meant(type, text, viewer).apply(Since.EVER), plan.visible(), plan.living())
                .limit(Aggregates.MOST_COUNTED + 1));
        return new Aggregates.Count(Math.min(counted, Aggregates.MOST_COUNTED), counted > Aggregates.MOST_COUNTED);
    }

    private <T extends Table<?>> Function<Since, Condition> meant(RecordType<T> type, String text, Viewer viewer) {
        return text.isBlank() ? _ -> falseCondition() : Search.finding(type, text, viewer, jooq);
    }

    private <T extends Table<?>> List<Match> mistyped(
            RecordType<T> type, T table, Question question, List<Match> known, Viewer viewer) {
        Condition near = Search.mistyped(type, table, question, viewer, jooq);
        if (near.equals(falseCondition())) {
            return List.of();
        }
        Set<Long> ids = new HashSet<>();
        known.forEach(it -> ids.add(it.id()));
        Beside<T> beside = Beside.of(type, viewer);
        Field<String> called = beside == null ? inline((String) null) : beside.name(table);
        List<Match> all = new ArrayList<>();
        newest(type, since -> near.and(since.here()), falseCondition(), called, viewer)
                .forEach(row -> {
                    if (!ids.contains(row.value1())) {
                        Likeness own = Likeness.of(row.value2(), question);
                        if (own.degree() == Degree.MISTYPED || isMistyped(row.value3(), question)) {
                            all.add(new Match(row.value1(), row.value2(), own.mistyped()));
                        }
                    }
                });
        return all;
    }

    private static boolean isMistyped(@Nullable String name, Question question) {
        return name != null && Likeness.of(name, question).degree() == Degree.MISTYPED;
    }

    /** One more than are ranked, with {@code more} of each; {@code held} tells how many to expect of all rows. */
    private <T extends Table<?>, M> List<Record3<Long, String, M>> newest(
            RecordType<T> type, Function<Since, Condition> wanted, Condition held, Field<M> more, Viewer viewer) {
        Plan plan = new Plan(type, viewer);
        Field<?> newest = type.newest().apply(type.as("t"));
        Condition all = wanted.apply(Since.EVER);
        List<Sight.Way> walks = type.walked == null ? List.of() : plan.walks(type.walked);
        Expected expected = recent.expected(type.table, type.as("t"), newest, walks.isEmpty() ? held : all);
        int most = ranked(type) + 1;
        if (!walks.isEmpty() && expected.isFrequent(most)) {
            return newestOf(plan, more, walked(plan, all.and(plan.living())), noCondition(), newest);
        }
        if (type.led != null && expected.isMany()) {
            return newestAbout(type.led, plan, type.as("t"), more, wanted, expected, newest);
        }
        Since since = walks.isEmpty() ? expected.enough(most) : Since.EVER;
        return enough(plan, more, plan.visible(), wanted, since, newest)
                .orElseGet(
                        () -> newestOf(plan, more, plan.from(), plan.visible().and(all), newest));
    }

    /** The same of what is about other records, of which the viewer may see few or many. */
    private <T extends Table<?>, M> List<Record3<Long, String, M>> newestAbout(
            About<T> about,
            Plan plan,
            T table,
            Field<M> more,
            Function<Since, Condition> wanted,
            Expected expected,
            Field<?> newest) {
        double seen = about.access().recordsSeen(plan.viewer());
        int most = ranked(plan.root()) + 1;
        Condition all = wanted.apply(Since.EVER);
        return switch (expected.way(seen, most)) {
            case WALKED -> newestOf(plan, more, plan.from(), plan.visible().and(asFilter(all)), newest);
            case LOOKED_UP -> newestOf(plan, more, plan.from(), plan.visible().and(all), RecentStore.looked(newest));
            case ABOUT_EACH -> {
                Condition theirs = about.led(plan.viewer(), table);
                yield enough(plan, more, theirs, wanted, expected.enoughAbout(seen, most), newest)
                        .orElseGet(
                                () -> newestOf(plan, more, plan.from(), theirs.and(all), RecentStore.looked(newest)));
            }
        };
    }

    /** As many as are ranked, if there are so many {@code since} then. */
    private <M> Optional<List<Record3<Long, String, M>>> enough(
            Plan plan, Field<M> more, Condition seen, Function<Since, Condition> wanted, Since since, Field<?> newest) {
        if (since.equals(Since.EVER)) {
            return Optional.empty();
        }
        Condition some = seen.and(wanted.apply(since));
        var rows = newestOf(plan, more, plan.from(), some, RecentStore.looked(newest));
        return Optional.of(rows).filter(it -> it.size() > ranked(plan.root()));
    }

    private static int ranked(RecordType<?> type) {
        return type.about == null ? RANKED : RANKED_ABOUT;
    }

    private <M> List<Record3<Long, String, M>> newestOf(
            Plan plan, Field<M> more, Table<?> from, Condition where, Field<?> newest) {
        return jooq.select(plan.id(), plan.label(), more)
                .from(from)
                .where(where, plan.living())
                .orderBy(newest.desc(), plan.id().desc())
                .limit(ranked(plan.root()) + 1)
                .fetch();
    }

    /** Where so many rows match, those of the viewer are better walked than everybody's looked up. */
    private Table<?> walked(Plan plan, Condition wanted) {
        FieldOf<?> newest = requireNonNull(plan.root().fields.get(requireNonNull(plan.root().walked)));
        List<Sort> order = List.of(new Sort(new Path(newest.name, List.of(newest)), true));
        Table<?> first = new Pages(jooq, plan, order, true).firstOfWalks(asFilter(wanted), ranked(plan.root()) + 1);
        return plan.from(first, Pages.chosenId());
    }

    /** No index answers it: the database would look up everybody's matches for each key that is walked. */
    private static Condition asFilter(Condition wanted) {
        return condition("({0}) is true", wanted);
    }
}
