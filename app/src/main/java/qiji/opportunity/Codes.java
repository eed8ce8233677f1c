package qiji.opportunity;

import static db.records.Tables.DICTIONARY_ENTRY;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Problem;

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

    /** Also of an absent code, of which there is nothing to know. */
    boolean knows(String dictionary, @Nullable String code) {
        return code == null
                || code.isBlank()
                || jooq.fetchExists(
                        DICTIONARY_ENTRY,
                        DICTIONARY_ENTRY.DICTIONARY_CODE.eq(dictionary),
                        DICTIONARY_ENTRY.CODE.eq(code),
                        DICTIONARY_ENTRY.ARCHIVED_AT.isNull());
    }
}
