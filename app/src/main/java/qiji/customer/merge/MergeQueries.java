package qiji.customer.merge;

import static db.customer.Tables.MERGE;
import static db.organization.Tables.APP_USER;
import static org.jooq.impl.DSL.noCondition;

import db.organization.tables.AppUserTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.RecordAccess;
import qiji.access.Viewer;
import qiji.records.NamedRecords;
import qiji.records.RecordType;

/** Reads which merges were done; names of colleagues are no secret. */
@Component
class MergeQueries {
    private static final AppUserTable UNDOER = APP_USER.as("undoer");

    private final DSLContext jooq;
    private final RecordAccess access;
    private final NamedRecords names;
    private final MergeStore store;

    MergeQueries(DSLContext jooq, RecordAccess access, NamedRecords names, MergeStore store) {
        this.jooq = jooq;
        this.access = access;
        this.names = names;
        this.store = store;
    }

    /** Those of whose survivor the viewer may know: at most {@code limit}, of those before the merge {@code after}. */
    MergeRow.Page page(Mergeable<?> mergeable, @Nullable Long record, int limit, @Nullable Long after, Viewer viewer) {
        List<Record> rows = jooq.select(MERGE.fields())
                .select(APP_USER.NAME, UNDOER.NAME)
                .from(MERGE)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(MERGE.MERGED_BY))
                .leftJoin(UNDOER)
                .on(UNDOER.ID.eq(MERGE.UNDONE_BY))
                .where(MERGE.RECORD_TYPE.eq(mergeable.type().name()))
                .and(access.visible(viewer, MERGE.RECORD_TYPE, MERGE.KEEP_ID))
                .and(record == null ? noCondition() : MERGE.KEEP_ID.eq(record).or(MERGE.GONE_ID.eq(record)))
                .and(after == null ? noCondition() : MERGE.ID.lt(after))
                .orderBy(MERGE.ID.desc())
                .limit(limit + 1)
                .fetch();
        boolean more = rows.size() > limit;
        List<Record> shown = more ? rows.subList(0, limit) : rows;
        return new MergeRow.Page(
                told(shown, mergeable, viewer),
                more ? Long.toString(shown.getLast().get(MERGE.ID)) : null);
    }

    private List<MergeRow> told(List<Record> rows, Mergeable<?> mergeable, Viewer viewer) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> ids.addAll(List.of(row.get(MERGE.KEEP_ID), row.get(MERGE.GONE_ID))));
        Map<RecordType<?>, Set<Long>> wanted = new HashMap<>(Map.of(mergeable.type(), ids));
        Map<Long, String> called =
                names.labels(wanted, viewer).getOrDefault(mergeable.type().name(), Map.of());
        boolean may = mergeable.permissions().stream().allMatch(viewer::may);
        Set<Long> editable = may ? store.meeting(mergeable, List.copyOf(ids), mergeable.editableBy(viewer)) : Set.of();
        return rows.stream().map(row -> told(row, called, editable)).toList();
    }

    private static MergeRow told(Record row, Map<Long, String> called, Set<Long> editable) {
        long keep = row.get(MERGE.KEEP_ID);
        long gone = row.get(MERGE.GONE_ID);
        Long undoneBy = row.get(MERGE.UNDONE_BY);
        return new MergeRow(
                Long.toString(row.get(MERGE.ID)),
                row.get(MERGE.RECORD_TYPE),
                side(keep, called.get(keep)),
                side(gone, called.get(gone)),
                side(row.get(MERGE.MERGED_BY), row.get(APP_USER.NAME)),
                row.get(MERGE.MERGED_AT),
                undoneBy == null ? null : side(undoneBy, row.get(UNDOER.NAME)),
                row.get(MERGE.UNDONE_AT),
                undoneBy == null && editable.contains(keep) && editable.contains(gone));
    }

    private static MergeRow.Side side(long id, @Nullable String label) {
        return new MergeRow.Side(Long.toString(id), label);
    }
}
