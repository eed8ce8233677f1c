package qiji.opportunity;

import static db.records.Tables.DICTIONARY_ENTRY;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Whether a code stands in an editable dictionary. */
@Component
public class Codes {
    private final DSLContext jooq;

    Codes(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Throws INVALID_FIELDS for a code that is unknown or no longer used; an absent one is left to the rules. */
    public void mustKnow(String dictionary, String field, @Nullable String code) {
        if (!knows(dictionary, code)) {
            throw Problem.invalid(List.of(FieldFault.unknown(field)));
        }
    }

    /** What is wrong with the code of a dictionary of two levels, where the second one must be named if there is one. */
    public Optional<FieldFault> fault(String dictionary, String field, @Nullable String code) {
        if (!knows(dictionary, code)) {
            return Optional.of(FieldFault.unknown(field));
        }
        return isDivided(dictionary, code)
                ? Optional.of(
                        FieldFault.of(field, "too-general", Words.of("请选择到第二级", "Choose an entry of the second level")))
                : Optional.empty();
    }

    /** Whether it stands on the second level, below {@code parent}. */
    public boolean isBelow(String dictionary, @Nullable String code, String parent) {
        return code != null
                && jooq.fetchExists(
                        DICTIONARY_ENTRY,
                        DICTIONARY_ENTRY.DICTIONARY_CODE.eq(dictionary),
                        DICTIONARY_ENTRY.CODE.eq(code),
                        DICTIONARY_ENTRY.PARENT_CODE.eq(parent));
    }

    private boolean isDivided(String dictionary, @Nullable String code) {
        return jooq.fetchExists(
                DICTIONARY_ENTRY,
                DICTIONARY_ENTRY.DICTIONARY_CODE.eq(dictionary),
                DICTIONARY_ENTRY.PARENT_CODE.eq(code),
                DICTIONARY_ENTRY.ARCHIVED_AT.isNull());
    }

    /** Also of an absent code, of which there is nothing to know. */
    private boolean knows(String dictionary, @Nullable String code) {
        return code == null
                || code.isBlank()
                || jooq.fetchExists(
                        DICTIONARY_ENTRY,
                        DICTIONARY_ENTRY.DICTIONARY_CODE.eq(dictionary),
                        DICTIONARY_ENTRY.CODE.eq(code),
                        DICTIONARY_ENTRY.ARCHIVED_AT.isNull());
    }
}
