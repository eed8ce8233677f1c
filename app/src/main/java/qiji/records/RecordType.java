package qiji.records;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import qiji.access.Sight;
import qiji.access.Viewer;
import qiji.platform.Words;
import qiji.records.about.About;
import qiji.records.past.AsOf;
import qiji.records.search.SearchWords;

/**
 * A kind of record: where it lies, who sees which, and its fields. Everything that treats records alike derives from it.
 * Fields are functions of the table they are read from, so that a type can be read under several aliases at once, and as
 * of a past moment. A type is known to the catalogue by being a Spring bean.
 */
public final class RecordType<T extends Table<?>> {
    final String name;
    final Words words;
    final T table;
    final Function<T, Field<Long>> id;
    final Map<String, FieldOf<T>> fields = new LinkedHashMap<>();
    /** Made once for each path, since a table of many columns is not made quickly. */
    private final Map<String, T> aliased = new ConcurrentHashMap<>();

    Function<T, Field<String>> label;
    BiFunction<Viewer, T, Condition> visible;

    @Nullable
    BiFunction<Viewer, T, Sight> sight;

    @Nullable
    String walked;

    @Nullable
    Function<T, Field<String>> hint;

    @Nullable
    Function<T, ? extends Field<?>> search;

    List<Function<T, Field<String>>> searchedTexts = List.of();
    final List<Function<T, Field<String>>> otherNames = new ArrayList<>();

    @Nullable
    BiFunction<String, T, Condition> finder;

    @Nullable
    Function<T, Field<JSONB>> custom;

    @Nullable
    Function<T, Field<Instant>> archivedAt;

    @Nullable
    About<T> about;

    @Nullable
    About<T> led;

    String labelField = "name";
    String defaultSort = "id";
    List<String> keyFields = List.of();
    boolean versioned;
    boolean open;
    boolean withoutPermission;

    private RecordType(String name, Words words, T table, Function<T, Field<Long>> id) {
        this.name = name;
        this.words = words;
        this.table = table;
        this.id = id;
        this.label = it -> id.apply(it).cast(String.class);
        this.visible = (_, _) -> {
            throw new IllegalStateException(name + " does not say who sees it");
        };
    }

    public static <T extends Table<?>> RecordType<T> of(
            String name, Words words, T table, Function<T, Field<Long>> id) {
        return new RecordType<>(name, words, table, id);
    }

    /** What a reference to a record shows, and by which lookups find it; {@code field} is its name in the catalogue. */
    public RecordType<T> label(String field, Function<T, Field<String>> at) {
        labelField = field;
        label = at;
        return this;
    }

    /** A second line in lookups. */
    public RecordType<T> hint(Function<T, Field<String>> at) {
        hint = at;
        return this;
    }

    /** Its versions are kept, so that records can be read as they were. [D17] */
    public RecordType<T> versioned() {
        versioned = true;
        return this;
    }

    /** The one rule of who sees which record. */
    public RecordType<T> visible(BiFunction<Viewer, T, Condition> rule) {
        visible = rule;
        return this;
    }

    /** The same rule, as ways by whose keys a query can be driven. */
    public RecordType<T> seen(BiFunction<Viewer, T, Sight> rule) {
        sight = rule;
        return visible((viewer, at) -> rule.apply(viewer, at).condition());
    }

    /** The field by which the indexes of all ways of sight go on, newest first: {@code (owner_id, created_at desc, id desc)}. */
    public RecordType<T> walkedBy(String field) {
        walked = field;
        return this;
    }

    /** Seen by everybody who may read the type at all, so that no rule is put into queries. */
    public RecordType<T> visibleToAllReaders() {
        open = true;
        visible = (_, _) -> DSL.trueCondition();
        return this;
    }

    /** There is no permission for the type: who sees what a record is about sees it. */
    public RecordType<T> readByWhoSeesItsRecord() {
        withoutPermission = true;
        return this;
    }

    public boolean hasPermissions() {
        return !withoutPermission;
    }

    boolean isReadableBy(Viewer viewer) {
        return withoutPermission || viewer.may(name + ":read");
    }

    /** The tsvector by which records are found: by what they are called, and by these {@code texts}. */
    @SafeVarargs
    public final RecordType<T> search(Function<T, ? extends Field<?>> at, Function<T, Field<String>>... texts) {
        search = at;
        searchedTexts = List.of(texts);
        return this;
    }

    /** Another form of what records are called, by which they are found as by their label. */
    public RecordType<T> alsoNamed(Function<T, Field<String>> at) {
        otherNames.add(at);
        return this;
    }

    /** What its search column has to hold, to be written whenever the texts of {@code row} are. */
    public Map<Field<?>, Field<?>> searchOf(Record row) {
        return Map.of(
                requireNonNull(search).apply(table), DSL.field("{0}::tsvector", Object.class, val(searchVector(row))));
    }

    /** The same as a text. */
    public String searchVector(Record row) {
        List<@Nullable String> names = new ArrayList<>(List.of(row.get(label.apply(table))));
        otherNames.forEach(name -> names.add(row.get(name.apply(table))));
        List<@Nullable String> texts = new ArrayList<>();
        searchedTexts.forEach(text -> texts.add(row.get(text.apply(table))));
        return SearchWords.vector(names, texts);
    }

    /** Another way by which lookups and the search find records of what was typed, besides their search column. */
    public RecordType<T> alsoFoundBy(BiFunction<String, T, Condition> rule) {
        finder = rule;
        return this;
    }

    /** The record of another type that records are about, as follow-ups and files are. */
    public RecordType<T> about(About<T> record) {
        about = record;
        return this;
    }

    /** The same; who sees that one sees them. */
    public RecordType<T> seenWith(About<T> record) {
        led = record;
        return about(record).visible(record::visible);
    }

    /** The column that holds the values of custom fields. */
    public RecordType<T> customFields(Function<T, Field<JSONB>> at) {
        custom = at;
        return this;
    }

    /** Archived records stay out of lists and lookups unless a filter asks for them. */
    public RecordType<T> archivedAt(Function<T, Field<Instant>> at) {
        archivedAt = at;
        return this;
    }

    public RecordType<T> defaultSort(String sort) {
        defaultSort = sort;
        return this;
    }

    /** Fields by which an import finds the record that a row means, best first. */
    public RecordType<T> keyFields(String... names) {
        keyFields = List.of(names);
        return this;
    }

    @SafeVarargs
    public final RecordType<T> fields(FieldOf<T>... declared) {
        return fields(List.of(declared));
    }

    public RecordType<T> fields(List<FieldOf<T>> declared) {
        for (FieldOf<T> field : declared) {
            if (fields.put(field.name, field) != null) {
                throw new IllegalStateException("Declared twice: " + name + "." + field.name);
            }
        }
        return this;
    }

    public String name() {
        return name;
    }

    public Words words() {
        return words;
    }

    public List<String> keyFields() {
        return keyFields;
    }

    public String labelField() {
        return labelField;
    }

    public Optional<FieldOf<T>> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    public boolean hasCustomFields() {
        return custom != null;
    }

    /** In their order, without custom ones. */
    public List<FieldOf<T>> declaredFields() {
        return List.copyOf(fields.values());
    }

    /** By which the newest records are known: the moment that lists begin with, or the order in which they were made. */
    Function<T, ? extends Field<?>> newest() {
        FieldOf<T> sorted = defaultSort.startsWith("-") ? fields.get(defaultSort.substring(1)) : null;
        return sorted == null ? id : sorted.expression;
    }

    /** Whether {@code shown} is what a field reads that the viewer may not read. */
    boolean hides(Function<T, ? extends Field<?>> shown, Viewer viewer) {
        Field<?> column = shown.apply(table);
        return fields.values().stream()
                .anyMatch(field ->
                        !field.isReadable(name, viewer) && field.in(table).equals(column));
    }

    /** The table under an alias, to read fields from. */
    @SuppressWarnings("unchecked")
    T as(String alias) {
        return aliased.computeIfAbsent(alias, name -> (T) table.as(name));
    }

    /** Under which alias a query reads the record that {@code reference} of the rows called {@code alias} names. */
    public static String beside(String alias, String reference) {
        return alias + "_" + reference;
    }

    /** What to select from for {@link #as}: the rows as of the moment that the query asks about. */
    Table<?> source(String alias) {
        return versioned ? AsOf.rows(table, alias) : as(alias);
    }
}
