package qiji.records;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.records.SearchQueries.Match;
import qiji.records.search.Likeness;
import qiji.records.search.Likeness.Degree;
import qiji.records.search.Question;

/** Matches with what is shown of them: hint, record that they are about, and where they were found. Only what is readable. */
@Component
class SearchItems {
    private static final int BESIDE = 5;
    private static final Field<String> NONE = inline((String) null);

    private final DSLContext jooq;
    private final RecordTypes types;

    SearchItems(DSLContext jooq, RecordTypes types) {
        this.jooq = jooq;
        this.types = types;
    }

    /** In the order of {@code page}, whose records were just found among those that the viewer may see. */
    <T extends Table<?>> List<SearchGroup.Item> of(
            RecordType<T> type, List<Match> page, Question question, Viewer viewer) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<Long, Record> rows = rows(type, page, viewer);
        List<SearchGroup.Item> items = new ArrayList<>();
        for (Match match : page) {
            Record row = rows.get(match.id());
            if (row != null) {
                items.add(item(type, match, row, question, viewer));
            }
        }
        return items;
    }

    private <T extends Table<?>> Map<Long, Record> rows(RecordType<T> type, List<Match> page, Viewer viewer) {
        T table = type.as("t");
        var about = type.about;
        List<Field<?>> columns = new ArrayList<>();
        columns.add(type.id.apply(table));
        columns.add(
                type.hint == null || type.hides(type.hint, viewer)
                        ? NONE
                        : requireNonNull(type.hint).apply(table));
        columns.add(about == null ? NONE : about.type().apply(table));
        columns.add(about == null ? NONE : about.id().apply(table));
        columns.add(about == null ? NONE : about.called(table));
        Beside<T> beside = Beside.of(type, viewer);
        columns.add(beside == null ? NONE : beside.name(table));
        type.searchedTexts.stream()
                .filter(text -> !type.hides(text, viewer))
                .forEach(text -> columns.add(text.apply(table)));
        Long[] ids = page.stream().map(Match::id).toArray(Long[]::new);
        Map<Long, Record> rows = new HashMap<>();
        jooq.select(columns)
                .from(table)
                .where(type.id.apply(table).eq(any(val(ids))))
                .forEach(row -> rows.put(row.get(0, Long.class), row));
        return rows;
    }

    private <T extends Table<?>> SearchGroup.Item item(
            RecordType<T> type, Match match, Record row, Question question, Viewer viewer) {
        String hint = row.get(1, String.class);
        Degree degree = match.likeness().degree();
        return new SearchGroup.Item(
                Long.toString(match.id()),
                match.label(),
                match.likeness().marks(),
                hint,
                hint == null ? List.of() : Likeness.marks(hint, question),
                excerpt(type, match, row, question, viewer),
                about(row, viewer),
                degree == Degree.MISTYPED);
    }

    /** Why something was found that is called otherwise. */
    private static <T extends Table<?>> SearchGroup.@Nullable Excerpt excerpt(
            RecordType<T> type, Match match, Record row, Question question, Viewer viewer) {
        Degree degree = match.likeness().degree();
        if (degree == Degree.ELSEWHERE) {
            return Excerpts.of(type, row, row.get(1, String.class), question);
        }
        boolean isNamed = degree == Degree.BESIDE
                || degree == Degree.MISTYPED && match.likeness().marks().isEmpty();
        Beside<T> beside = isNamed ? Beside.of(type, viewer) : null;
        return beside == null ? null : Excerpts.of(beside.reference(), row.get(BESIDE, String.class), question);
    }

    private SearchGroup.@Nullable Subject about(Record row, Viewer viewer) {
        String name = row.get(2, String.class);
        return name == null
                ? null
                : new SearchGroup.Subject(name, row.get(3, String.class), nameOf(types.get(name), row, viewer));
    }

    private static <T extends Table<?>> @Nullable String nameOf(RecordType<T> type, Record row, Viewer viewer) {
        return type.hides(type.label, viewer) ? null : row.get(4, String.class);
    }
}
