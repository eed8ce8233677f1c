package qiji.customer.duplicates;

import db.customer.tables.records.DuplicatePairRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.customer.CustomerPermissions;
import qiji.customer.duplicates.DuplicatePage.Side;
import qiji.customer.duplicates.DuplicatePairQueries.Place;
import qiji.customer.duplicates.DuplicateSearchStore.Search;
import qiji.customer.duplicates.Likeness.Reason;
import qiji.jobs.Jobs;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.Records;
import qiji.records.imports.ImportVerbs.Alike;

/** What was found to be there twice: looked for, looked at, decided on. [B1] */
@Component
public class DuplicatePairs {
    private final DuplicatePairQueries queries;
    private final DuplicateQueries typed;
    private final DuplicatePairStore store;
    private final DuplicateSearchStore searches;
    private final Records records;
    private final Jobs jobs;
    private final Clock clock;

    DuplicatePairs(
            DuplicatePairQueries queries,
            DuplicateQueries typed,
            DuplicatePairStore store,
            DuplicateSearchStore searches,
            Records records,
            Jobs jobs,
            Clock clock) {
        this.queries = queries;
        this.typed = typed;
        this.store = store;
        this.searches = searches;
        this.records = records;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What may already be there of a customer of this name and credit code, as far as the viewer may read those. [B1 A4] */
    @Transactional(readOnly = true)
    Duplicates of(@Nullable String name, @Nullable String creditCode, Viewer viewer) {
        viewer.mustBeAllowed(CustomerPermissions.READ);
        return typed.of(name, creditCode, viewer);
    }

    /** Which customers that the viewer may see are probably one of those {@code created} after them. */
    public List<Alike> besides(Set<Long> created, Viewer viewer) {
        return typed.besides(created, viewer);
    }

    /** Throws FORBIDDEN, INVALID_FIELDS for a place that is none. */
    @Transactional(readOnly = true)
    DuplicatePage page(DuplicateType type, DuplicateState state, @Nullable String after, int limit, Viewer viewer) {
        type.mustBeAllowedTo(viewer);
        List<DuplicatePairRecord> rows =
                queries.page(type, state.name(), after == null ? null : place(after), limit, viewer);
        List<DuplicatePairRecord> page = rows.subList(0, Math.min(limit, rows.size()));
        DuplicatePairRecord last = rows.size() > limit ? page.getLast() : null;
        return new DuplicatePage(
                pairs(type, page, viewer),
                queries.hidden(type, state.name(), viewer),
                last == null ? null : last.getScore() + "-" + last.getId());
    }

    private List<DuplicatePage.Pair> pairs(DuplicateType type, List<DuplicatePairRecord> page, Viewer viewer) {
        List<Long> ids = new ArrayList<>();
        page.forEach(it -> ids.addAll(List.of(it.getFirstId(), it.getSecondId())));
        Map<String, Side> sides = sides(type, ids.stream().distinct().toList(), viewer);
        List<Reason> readable = type.reasonsFor(viewer);
        List<DuplicatePage.Pair> pairs = new ArrayList<>();
        for (DuplicatePairRecord it : page) {
            Side first = sides.get(it.getFirstId().toString());
            Side second = sides.get(it.getSecondId().toString());
            if (first != null && second != null) {
                pairs.add(new DuplicatePage.Pair(
                        it.getId().toString(),
                        type.type,
                        it.getScore(),
                        Arrays.stream(it.getReasons())
                                .map(Reason::valueOf)
                                .filter(readable::contains)
                                .toList(),
                        DuplicateState.valueOf(it.getState()),
                        it.getFoundAt(),
                        first,
                        second));
            }
        }
        return pairs;
    }

    private Map<String, Side> sides(DuplicateType type, List<Long> ids, Viewer viewer) {
        Map<String, Side> sides = new HashMap<>();
        if (ids.isEmpty()) {
            return sides;
        }
        Map<Long, Integer> contacts = type == DuplicateType.CUSTOMER && viewer.may(CustomerPermissions.CONTACT_READ)
                ? queries.contacts(ids, viewer)
                : Map.of();
        records.query(type.type, viewer)
                .fields(records.readable(type.type, type.facts, viewer))
                .only(ids)
                .page(ids.size(), null)
                .rows()
                .forEach((Map<String, @Nullable Object> row) -> {
                    String id = String.valueOf(row.get("id"));
                    Integer count = type == DuplicateType.CUSTOMER ? contacts.getOrDefault(Long.valueOf(id), 0) : null;
                    sides.put(id, new Side(id, row, count));
                });
        return sides;
    }

    private static Place place(String after) {
        String[] parts = after.split("-", -1);
        try {
            if (parts.length == 2) {
                return new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw Problem.invalid(List.of(FieldFault.of(
                "after",
                "wrong-cursor",
                Words.of("翻页位置无效，请从第一页开始", "The place is not valid: begin at the first page"))));
    }

    /** They are not the same: kept, so that no search brings them again while they are called so. Throws NOT_FOUND, FORBIDDEN. */
    @Transactional
    public void dismiss(long id, Viewer viewer) {
        decide(id, DuplicateState.DISMISSED, viewer);
    }

    /** Takes a dismissal back. Throws NOT_FOUND, FORBIDDEN. */
    @Transactional
    public void reopen(long id, Viewer viewer) {
        decide(id, DuplicateState.OPEN, viewer);
    }

    private void decide(long id, DuplicateState state, Viewer viewer) {
        viewer.mustBeAllowed(CustomerPermissions.DEDUPLICATE);
        DuplicateType type = Arrays.stream(DuplicateType.values())
                .filter(it -> queries.find(it, id, viewer).isPresent())
                .findFirst()
                .orElseThrow(Problem::notFound);
        type.mustBeAllowedTo(viewer);
        store.decide(id, state.name(), clock.instant(), viewer.userId());
    }

    /** Begins a search as a job; one that is running already is answered with. Throws FORBIDDEN. */
    @Transactional
    public long search(DuplicateType type, Viewer viewer) {
        type.mustBeAllowedTo(viewer);
        return start(type, viewer);
    }

    long start(DuplicateType type, Viewer viewer) {
        searches.lock(type);
        return searches.last(type).filter(Search::isRunning).map(Search::jobId).orElseGet(() -> {
            long job = jobs.start(DuplicateSearch.NAME, (long) type.ordinal(), viewer);
            searches.started(type, job, clock.instant());
            return job;
        });
    }

    /** The last search; nothing if there was none. Throws FORBIDDEN. */
    @Transactional(readOnly = true)
    public @Nullable Search lastSearch(DuplicateType type, Viewer viewer) {
        type.mustBeAllowedTo(viewer);
        return searches.last(type).orElse(null);
    }
}
