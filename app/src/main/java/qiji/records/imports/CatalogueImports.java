package qiji.records.imports;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.records.Catalogue;
import qiji.records.FieldOf;
import qiji.records.FieldReader;
import qiji.records.Kind;
import qiji.records.NamedRecords;
import qiji.records.RecordType;

/** Makes import targets of record types of the catalogue; a module adds only how its records are written. */
@Component
public class CatalogueImports {
    final NamedRecords records;
    final FieldReader reader;
    private final Catalogue catalogue;

    CatalogueImports(NamedRecords records, FieldReader reader, Catalogue catalogue) {
        this.records = records;
        this.reader = reader;
        this.catalogue = catalogue;
    }

    public ImportTarget target(RecordType<?> type, ImportVerbs verbs) {
        return new CatalogueTarget(this, type, verbs);
    }

    List<ImportField> fields(RecordType<?> type, Viewer viewer) {
        return records.importable(type, viewer).stream().map(field -> of(field)).toList();
    }

    private ImportField of(FieldOf<?> field) {
        return new ImportField(
                field.name(),
                field.label(),
                field.kind(),
                field.isRequired(),
                field.kind() == Kind.REFERENCE ? field.referenced().name() : null,
                null,
                field.dictionary(),
                catalogue.choices(field),
                Set.copyOf(field.synonyms()));
    }
}
