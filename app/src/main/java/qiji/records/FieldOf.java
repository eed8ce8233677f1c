package qiji.records;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.platform.LastAnswer;
import qiji.platform.Words;

/**
 * One field of a record type: what it is called, what it holds, where it is read from, what may be done with it. It is
 * declared once, with the verbs below, and not changed afterwards. {@code T} is the table it is read from.
 */
public final class FieldOf<T> {
    /** No amount reaches it, in yuan. */
    public static final BigDecimal MONEY_LIMIT = new BigDecimal("10000000000000");

    public static final int MOST_TAGS = 50;
    public static final int LONGEST_TAG = 50;

    private static final int TEXT_LENGTH = 200;
    private static final int LONG_TEXT_LENGTH = 5000;

    final String name;
    final Words label;
    final Kind kind;
    final Function<T, ? extends Field<?>> expression;
    boolean required;
    boolean readOnly;
    boolean sortable;
    boolean filterable = true;
    boolean groupable;
    boolean summable;
    boolean importable = true;
    boolean column;
    boolean mayBeNegative;
    boolean custom;
    boolean indexed;
    int maxLength;

    @Nullable
    String readPermission;

    @Nullable
    String writePermission;

    @Nullable
    String dictionary;

    @Nullable
    Supplier<RecordType<?>> reference;

    /** The reference whose record is read as well to compute the value. */
    @Nullable
    String beside;

    /** Whether it is text for the eye, ordered by pinyin; else by code point, as codes are and as an index is. */
    boolean words;

    @Nullable
    BiFunction<T, String, Condition> finder;

    boolean finds;
    boolean guarded;
    List<String> ranks = List.of();
    List<Choice> choices = List.of();
    List<String> synonyms = List.of();
    Supplier<List<String>> sources = List::of;

    FieldOf(String name, Words label, Kind kind, Function<T, ? extends Field<?>> expression) {
        this.name = name;
        this.label = label;
        this.kind = kind;
        this.expression = LastAnswer.of(expression);
        this.sortable = kind.isSortable();
        this.groupable = kind.isGroupable();
        this.words = kind == Kind.TEXT;
        this.maxLength = kind == Kind.LONG_TEXT ? LONG_TEXT_LENGTH : TEXT_LENGTH;
    }

    public FieldOf<T> required() {
        required = true;
        return this;
    }

    /** Only verbs of the trade change it, never an edit or an import. */
    public FieldOf<T> readOnly() {
        readOnly = true;
        importable = false;
        return this;
    }

    /** Can be set by an import although it is read-only else: a fact of the past. */
    public FieldOf<T> importedOnly() {
        readOnly = true;
        importable = true;
        return this;
    }

    /** Stands among the columns of a list that nobody has arranged yet. */
    public FieldOf<T> column() {
        column = true;
        return this;
    }

    public FieldOf<T> summable() {
        summable = true;
        return this;
    }

    public FieldOf<T> notSortable() {
        sortable = false;
        return this;
    }

    public FieldOf<T> notFilterable() {
        filterable = false;
        groupable = false;
        return this;
    }

    public FieldOf<T> notGroupable() {
        groupable = false;
        return this;
    }

    public FieldOf<T> hiddenFromImport() {
        importable = false;
        return this;
    }

    /** Numbers are refused below zero unless this says otherwise. */
    public FieldOf<T> mayBeNegative() {
        mayBeNegative = true;
        return this;
    }

    /** The column cannot be compared, as with sealed data: values are found only by {@code rule}, and are not sorted. */
    public FieldOf<T> foundBy(BiFunction<T, String, Condition> rule) {
        finder = rule;
        sortable = false;
        return this;
    }

    /** By what is called that it names, its own records are found too. */
    public FieldOf<T> finds() {
        finds = true;
        return this;
    }

    /** What it names has an order of its own, by these fields, in which groups of it stand; else as it is called. */
    public FieldOf<T> rankedBy(String... fields) {
        ranks = List.of(fields);
        return this;
    }

    /** Told only to those who see the record that it names: seeing this one is not enough. For others it is empty. */
    public FieldOf<T> guarded() {
        guarded = true;
        groupable = false;
        return this;
    }

    /** A code, number or key: ordered by code point. */
    public FieldOf<T> asCode() {
        words = false;
        return this;
    }

    /** Computed also from the record that {@code reference} names, read under {@link RecordType#beside}. */
    public FieldOf<T> with(String reference) {
        beside = reference;
        return this;
    }

    public FieldOf<T> maxLength(int characters) {
        maxLength = characters;
        return this;
    }

    /** Hidden from everybody without {@code permission}. */
    public FieldOf<T> readableBy(String permission) {
        readPermission = permission;
        return this;
    }

    /** Read-only for everybody without {@code permission}. */
    public FieldOf<T> writableBy(String permission) {
        writePermission = permission;
        return this;
    }

    /** Computed of {@code fields}: who may not read one of them may not read this either, or it would tell. */
    public FieldOf<T> of(String... fields) {
        return of(() -> List.of(fields));
    }

    /** The same for fields that are known late; {@code customer.name} is one of another type. */
    public FieldOf<T> of(Supplier<List<String>> fields) {
        sources = fields;
        return this;
    }

    /** Other names that columns of files give it, for the mapping that an import proposes. */
    public FieldOf<T> alsoCalled(String... names) {
        synonyms = List.of(names);
        return this;
    }

    public String name() {
        return name;
    }

    public Words label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public boolean isSortable() {
        return sortable;
    }

    public boolean isSummable() {
        return summable;
    }

    public boolean isImportable() {
        return importable;
    }

    public int maxLength() {
        return maxLength;
    }

    public boolean isSigned() {
        return mayBeNegative;
    }

    public boolean isCustom() {
        return custom;
    }

    public List<String> synonyms() {
        return synonyms;
    }

    public @Nullable String dictionary() {
        return dictionary;
    }

    /** The choices of a fixed list; empty for dictionaries, whose entries are rows. */
    public List<Choice> choices() {
        return choices;
    }

    /** The type that a reference points at. Throws IllegalStateException for other kinds. */
    public RecordType<?> referenced() {
        if (reference == null) {
            throw new IllegalStateException(name + " is no reference");
        }
        return reference.get();
    }

    /** Whether the viewer may know of it, as a field of records of {@code type}. */
    boolean isReadable(String type, Viewer viewer) {
        if ((readPermission != null && !viewer.may(readPermission))
                || viewer.accessTo(type, name) == FieldAccess.HIDDEN) {
            return false;
        }
        for (String source : sources.get()) { // asked for each field of each row of a file: no stream
            int dot = source.indexOf('.');
            String of = dot < 0 ? type : source.substring(0, dot);
            if (viewer.accessTo(of, source.substring(dot + 1)) == FieldAccess.HIDDEN) {
                return false;
            }
        }
        return true;
    }

    Field<?> in(T table) {
        return expression.apply(table);
    }
}
