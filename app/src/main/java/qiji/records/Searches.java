package qiji.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.platform.Abreast;
import qiji.records.search.Question;

/** One box over everything that the viewer may see. [X1] */
@Service
public class Searches {
    /** Whom one deals with, about what, and then what was done and kept about it. */
    private static final List<String> ORDER =
            List.of("customer", "opportunity", "contact", "product", "activity", "task", "file");

    private final RecordTypes types;
    private final SearchQueries queries;
    private final Abreast abreast;
    private final DSLContext jooq;

    Searches(RecordTypes types, SearchQueries queries, Abreast abreast, DSLContext jooq) {
        this.types = types;
        this.queries = queries;
        this.abreast = abreast;
        this.jooq = jooq;
    }

    /** The best of every type of which there are any, at most {@code most} each. */
    public List<SearchGroup> everywhere(String text, int most, Viewer viewer) {
        List<Supplier<SearchGroup>> parts = new ArrayList<>();
        for (RecordType<?> type : searched(viewer)) {
            parts.add(() -> queries.find(type, text, Question.of(text), 0, most, viewer));
        }
        return abreast.all(this::planEachTimeAnew, parts).stream()
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /** More of one type. Throws NOT_FOUND if there is no such type, FORBIDDEN if the viewer may not read it. */
    @Transactional(readOnly = true)
    public SearchGroup within(String type, String text, int from, int most, Viewer viewer) {
        planEachTimeAnew();
        return queries.find(types.readable(type, viewer), text, Question.of(text), from, most, viewer);
    }

    /** How many there are of every type, counted up to 10,000. */
    @Transactional(readOnly = true)
    public Map<String, Aggregates.Count> counts(String text, Viewer viewer) {
        planEachTimeAnew();
        Map<String, Aggregates.Count> counts = new LinkedHashMap<>();
        for (RecordType<?> type : searched(viewer)) {
            counts.put(type.name, queries.count(type, text, viewer));
        }
        return counts;
    }

    private List<RecordType<?>> searched(Viewer viewer) {
        return types.all().stream()
                .filter(type -> type.search != null && type.isReadableBy(viewer))
                .sorted(Comparator.comparingInt(
                        type -> ORDER.contains(type.name) ? ORDER.indexOf(type.name) : ORDER.size()))
                .toList();
    }

    /** How frequent a word is decides how it is best looked for; a plan made for any word would not know. */
    private void planEachTimeAnew() {
        jooq.fetch("select set_config('plan_cache_mode', 'force_custom_plan', true),"
                + " set_config('max_parallel_workers_per_gather', '0', true)");
    }
}
