package qiji.records;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.past.AsOf;

/** The only door to lists of records, for pages, exports and modules alike. */
@Service
public class Records {
    private final DSLContext jooq;
    private final Catalogue catalogue;
    private final RecordTypes types;
    private final Clock clock;

    Records(DSLContext jooq, Catalogue catalogue, RecordTypes types, Clock clock) {
        this.jooq = jooq;
        this.catalogue = catalogue;
        this.types = types;
        this.clock = clock;
    }

    /** Throws NOT_FOUND if there is no such type, FORBIDDEN if the viewer may not read it. */
    public RecordQuery query(String type, Viewer viewer) {
        return query(types.readable(type, viewer), viewer);
    }

    public RecordQuery query(RecordType<?> type, Viewer viewer) {
        return new RecordQuery(jooq, catalogue, clock, type, viewer);
    }

    /** Those of {@code fields} that the viewer may read. */
    public List<String> readable(String type, List<String> fields, Viewer viewer) {
        RecordType<?> known = types.get(type);
        return fields.stream()
                .filter(field -> catalogue.field(known, field, viewer).isPresent())
                .toList();
    }

    /** One record with all fields that the viewer may read. Throws NOT_FOUND if it is not there, or not for them. */
    public Map<String, @Nullable Object> one(RecordType<?> type, long id, Viewer viewer) {
        return one(type, id, null, viewer);
    }

    /** The same, as it was at {@code moment}; null for now. */
    public Map<String, @Nullable Object> one(RecordType<?> type, long id, @Nullable Instant moment, Viewer viewer) {
        return one(type, id, moment, viewer, _ -> List.of()).values();
    }

    /** One record as the viewer may read it, and what its module reads of it in the same statement. */
    public record One(Map<String, @Nullable Object> values, List<? extends @Nullable Object> beside) {}

    /** The same, with fields {@code beside} those of the catalogue, whatever the viewer may read: for rules to judge by. */
    public <T extends Table<?>> One one(
            RecordType<T> type,
            long id,
            @Nullable Instant moment,
            Viewer viewer,
            Function<T, List<? extends Field<?>>> beside) {
        mustBeKept(type, moment);
        Plan plan = new Plan(type, viewer, moment);
        Selection selection = Selection.of(
                catalogue.fields(type, viewer).stream()
                        .map(field -> new Path(field.name, List.of(field)))
                        .toList(),
                plan);
        List<Field<?>> columns = new ArrayList<>(selection.columns());
        columns.addAll(beside.apply(type.as(Plan.ROOT)));
        Record row = AsOf.at(moment, jooq)
                .select(columns)
                .from(plan.lookedUpBeside(type.source(Plan.ROOT)))
                .where(plan.id().eq(id), plan.visible())
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        return new One(
                selection.row(row),
                IntStream.range(selection.columns().size(), row.size())
                        .<@Nullable Object>mapToObj(row::get)
                        .toList());
    }

    /** Throws INVALID_FIELDS of a past moment of a type whose past is not kept. */
    static void mustBeKept(RecordType<?> type, @Nullable Instant moment) {
        if (moment != null && !type.versioned) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "asOf",
                    "no-history",
                    Words.of("“%s”没有历史版本，不能回看", "No history is kept of \"%s\"").with(type.words))));
        }
    }

    /** What a record is called; empty if it is not there, or not for the viewer, or they may not read its name. */
    @Transactional(readOnly = true)
    public Optional<String> nameOf(RecordType<?> type, long id, Viewer viewer) {
        if (!type.isReadableBy(viewer)
                || readable(type.name(), List.of(type.labelField), viewer).isEmpty()) {
            return Optional.empty();
        }
        return query(type, viewer)
                .withArchived()
                .fields(List.of(type.labelField))
                .only(List.of(id))
                .page(1, null)
                .rows()
                .stream()
                .findFirst()
                .map(row -> row.get(type.labelField))
                .map(Object::toString);
    }
}
