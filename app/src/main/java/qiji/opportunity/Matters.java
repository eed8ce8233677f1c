package qiji.opportunity;

import db.opportunity.tables.records.OpportunityRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Matter;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.Words;
import qiji.records.Records;

/** What of an opportunity is shown to those who decide about it. [D9] */
@Component
public class Matters {
    /** How an opportunity may end, as what overtakes a request. */
    public static final List<Words> ENDINGS = Arrays.stream(OpportunityStatus.values())
            .map(OpportunityStatus::words)
            .toList();

    private final OpportunityStore store;
    private final Records records;

    Matters(OpportunityStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    /** Those of {@code fields} that the viewer may read, decided as of its grade. Throws NOT_FOUND. */
    public Matter of(long id, List<String> fields, Viewer viewer) {
        OpportunityRecord row = store.row(id, viewer);
        return of(row, row.getGrade(), snapshot(id, fields, viewer));
    }

    /** The same, decided as of {@code grade}. */
    public Matter of(long id, List<String> fields, @Nullable String grade, Viewer viewer) {
        return of(store.row(id, viewer), grade, snapshot(id, fields, viewer));
    }

    /** About what stands beside it. */
    public Matter of(OpportunityRecord row, @Nullable String grade, Map<String, @Nullable Object> snapshot) {
        return new Matter(
                new RecordRef(Opportunities.TYPE, row.getId()),
                row.getName(),
                row.getExpectedAmount(),
                grade,
                row.getDepartmentId(),
                Objects.requireNonNullElse(row.getOwnerId(), 0L),
                snapshot);
    }

    /** Those of {@code fields} that the viewer may read, in their order. */
    public Map<String, @Nullable Object> snapshot(long id, List<String> fields, Viewer viewer) {
        List<String> readable = records.readable(Opportunities.TYPE, fields, viewer);
        Map<String, @Nullable Object> values = records.query(OpportunityFields.TYPE, viewer)
                .withArchived()
                .fields(readable)
                .only(List.of(id))
                .page(1, null)
                .rows()
                .getFirst();
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        readable.forEach(field -> kept.put(field, values.get(field)));
        return kept;
    }
}
