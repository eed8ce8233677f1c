package qiji.records;

import static org.jooq.impl.DSL.param;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.fixed.FixedQuery;
import qiji.records.fixed.Varies;
import qiji.records.past.AsOf;

/** The only door to lists of records, for pages, exports and modules alike. */
@Service
public class Records {
    private static final ReadBeside<Object> NOTHING = (_, _, _) -> List.of();
    private static final String ID = "record";
    private static final int KEPT = 300;

    private final DSLContext jooq;
    private final Catalogue catalogue;
    private final RecordTypes types;
    private final Clock clock;
    private final ObjectProvider<Varies> varying;
    private final Cache<Asked, Single> singles = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Records(DSLContext jooq, Catalogue catalogue, RecordTypes types, Clock clock, ObjectProvider<Varies> varying) {
        this.jooq = jooq;
        this.catalogue = catalogue;
        this.types = types;
        this.clock = clock;
        this.varying = varying;
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
        return one(type, id, moment, viewer, NOTHING).values();
    }

    /** One record as the viewer may read it, and what its module reads of it in the same statement. */
    public record One(Map<String, @Nullable Object> values, List<? extends @Nullable Object> beside) {}

    /** What a module reads beside the fields of the catalogue; it must depend on nothing else. */
    public interface ReadBeside<T> {
        List<? extends Field<?>> of(T table, Viewer viewer, @Nullable Instant moment);
    }

    /** The same, with fields {@code beside} those of the catalogue, whatever the viewer may read: for rules to judge by. */
    public <T extends Table<?>> One one(
            RecordType<T> type, long id, @Nullable Instant moment, Viewer viewer, ReadBeside<? super T> beside) {
        mustBeKept(type, moment);
        List<FieldOf<?>> fields = catalogue.fields(type, viewer);
        Single single = moment == null
                ? singles.get(
                        new Asked(type, viewer, LocaleContextHolder.getLocale(), fields, beside, variants()),
                        _ -> single(type, fields, null, viewer, beside))
                : single(type, fields, moment, viewer, beside);
        Selection selection = single.selection();
        return single.query()
                .with(ID, id, AsOf.at(moment, jooq))
                .fetchOptional(row -> new One(
                        selection.row(row),
                        IntStream.range(selection.columns().size(), row.size())
                                .<@Nullable Object>mapToObj(row::get)
                                .toList()))
                .orElseThrow(Problem::notFound);
    }

    private List<Object> variants() {
        return varying.orderedStream().map(Varies::now).toList();
    }

    /** All that the statement for one record depends on. */
    private record Asked(
            RecordType<?> type,
            Viewer viewer,
            Locale language,
            List<FieldOf<?>> fields,
            ReadBeside<?> beside,
            List<Object> variants) {}

    private record Single(FixedQuery query, Selection selection) {}

    private <T extends Table<?>> Single single(
            RecordType<T> type,
            List<FieldOf<?>> fields,
            @Nullable Instant moment,
            Viewer viewer,
            ReadBeside<? super T> beside) {
        Plan plan = new Plan(type, viewer, moment);
        Selection selection = Selection.of(
                fields.stream()
                        .map(field -> new Path(field.name, List.of(field)))
                        .toList(),
                plan);
        List<Field<?>> columns = new ArrayList<>(selection.columns());
        columns.addAll(beside.of(type.as(Plan.ROOT), viewer, moment));
        DSLContext asking = AsOf.at(moment, jooq);
        return new Single(
                new FixedQuery(
                        asking.select(columns)
                                .from(plan.lookedUpBeside(type.source(Plan.ROOT)))
                                .where(plan.id().eq(param(ID, Long.class)), plan.visible()),
                        asking),
                selection);
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
