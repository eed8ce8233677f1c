package qiji.records.imports;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;
import qiji.records.Choice;
import qiji.records.Kind;

/**
 * What a column of a file can become. {@code reference} is the type that a cell names a record of; {@code within} is a
 * reference field of this row to which that record must belong too, as a stage to its process; {@code dictionary} is the
 * code list that a missing choice may be added to. {@code synonyms} are other words for it in headers of files.
 */
public record ImportField(
        String name,
        Words label,
        Kind kind,
        boolean required,
        @Nullable String reference,
        @Nullable String within,
        @Nullable String dictionary,
        List<Choice> choices,
        Set<String> synonyms) {

    public ImportField within(String field) {
        return new ImportField(name, label, kind, required, reference, field, dictionary, choices, synonyms);
    }

    public ImportField alsoCalled(String... words) {
        return new ImportField(name, label, kind, required, reference, within, dictionary, choices, Set.of(words));
    }

    public ImportField optional() {
        return new ImportField(name, label, kind, false, reference, within, dictionary, choices, synonyms);
    }

    /** All words by which a header may mean this field. */
    Stream<String> names() {
        return Stream.concat(Stream.of(name, label.zh(), label.en()), synonyms.stream());
    }
}
