package qiji.records;

import static db.records.Tables.DICTIONARY;
import static db.records.Tables.DICTIONARY_ENTRY;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.val;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** The code lists that administrators edit (数据字典). An entry in use is archived, never taken away. */
@Service
public class Dictionaries {
    private final DSLContext jooq;
    private final Writing writing;
    private final Definitions definitions;

    Dictionaries(DSLContext jooq, Writing writing, Definitions definitions) {
        this.jooq = jooq;
        this.writing = writing;
        this.definitions = definitions;
    }

    record Dictionary(String code, String label, List<Entry> entries) {}

    record Entry(
            @NotBlank @Size(max = 60) String code,
            @NotBlank @Size(max = 100) String labelZh,
            @NotBlank @Size(max = 100) String labelEn,
            @Nullable String parent,
            boolean archived) {}

    List<Dictionary> all() {
        return jooq.selectFrom(DICTIONARY)
                .orderBy(DICTIONARY.CODE)
                .fetch(row -> new Dictionary(
                        row.getCode(),
                        Words.of(row.getLabelZh(), row.getLabelEn()).here(),
                        entries(row.getCode())));
    }

    /** Throws NOT_FOUND. */
    Dictionary get(String code) {
        return all().stream()
                .filter(dictionary -> dictionary.code.equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /**
     * The entries of {@code code} become these, in this order; one that is no longer named is archived, since records
     * may have it. Throws INVALID_FIELDS, FORBIDDEN.
     */
    @Transactional
    public void replace(String code, List<Entry> entries, Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        get(code);
        check(entries);
        writing.by(viewer);
        for (int i = 0; i < entries.size(); i++) {
            save(code, entries.get(i), i + 1);
        }
        jooq.update(DICTIONARY_ENTRY)
                .set(DICTIONARY_ENTRY.ARCHIVED_AT, currentInstant())
                .where(DICTIONARY_ENTRY.DICTIONARY_CODE.eq(code))
                .and(DICTIONARY_ENTRY.ARCHIVED_AT.isNull())
                .and(DICTIONARY_ENTRY.CODE.notIn(
                        entries.stream().map(Entry::code).toList()))
                .execute();
        definitions.changed();
    }

    /** Adds an entry that an import met and was told to create; its code is made of its label. */
    @Transactional
    public String add(String dictionary, String label, Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        writing.by(viewer);
        String code = label.strip().substring(0, Math.min(60, label.strip().length()));
        save(dictionary, new Entry(code, label.strip(), label.strip(), null, false), 1000);
        definitions.changed();
        return code;
    }

    private void save(String dictionary, Entry entry, int position) {
        var archivedAt = entry.archived ? currentInstant() : val((java.time.Instant) null);
        jooq.insertInto(DICTIONARY_ENTRY)
                .set(DICTIONARY_ENTRY.DICTIONARY_CODE, dictionary)
                .set(DICTIONARY_ENTRY.CODE, entry.code)
                .set(DICTIONARY_ENTRY.LABEL_ZH, entry.labelZh)
                .set(DICTIONARY_ENTRY.LABEL_EN, entry.labelEn)
                .set(DICTIONARY_ENTRY.PARENT_CODE, entry.parent)
                .set(DICTIONARY_ENTRY.POSITION, position)
                .set(DICTIONARY_ENTRY.ARCHIVED_AT, archivedAt)
                .onConflict(DICTIONARY_ENTRY.DICTIONARY_CODE, DICTIONARY_ENTRY.CODE)
                .doUpdate()
                .set(DICTIONARY_ENTRY.LABEL_ZH, entry.labelZh)
                .set(DICTIONARY_ENTRY.LABEL_EN, entry.labelEn)
                .set(DICTIONARY_ENTRY.PARENT_CODE, entry.parent)
                .set(DICTIONARY_ENTRY.POSITION, position)
                .set(DICTIONARY_ENTRY.ARCHIVED_AT, archivedAt)
                .execute();
    }

    private static void check(List<Entry> entries) {
        List<FieldFault> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!codes.add(entries.get(i).code)) {
                faults.add(FieldFault.of(
                        "entries[%d].code".formatted(i), "taken", Words.of("代码重复", "The code is used twice")));
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            String parent = entries.get(i).parent;
            if (parent != null && (!codes.contains(parent) || parent.equals(entries.get(i).code))) {
                faults.add(FieldFault.of(
                        "entries[%d].parent".formatted(i),
                        "unknown-reference",
                        Words.of("上级不存在", "There is no such parent")));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private List<Entry> entries(String dictionary) {
        return jooq.selectFrom(DICTIONARY_ENTRY)
                .where(DICTIONARY_ENTRY.DICTIONARY_CODE.eq(dictionary))
                .orderBy(DICTIONARY_ENTRY.POSITION, DICTIONARY_ENTRY.CODE)
                .fetch(row -> new Entry(
                        row.getCode(),
                        row.getLabelZh(),
                        row.getLabelEn(),
                        row.getParentCode(),
                        row.getArchivedAt() != null));
    }
}
