package qiji.records;

import static db.records.Tables.DICTIONARY_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Adds choices to dictionaries that a file brings along; the caller has said who writes and looked to the permission. */
@Component
public class NewChoices {
    private static final int LONGEST_CODE = 60;
    private static final String SEVERAL = "%s_%d";

    private final DSLContext jooq;
    private final Definitions definitions;

    NewChoices(DSLContext jooq, Definitions definitions) {
        this.jooq = jooq;
        this.definitions = definitions;
    }

    /** The code of the new choice, made of its label: {@code REAL_ESTATE}, or the label itself if it is Chinese. */
    public String add(String dictionary, String label) {
        Set<String> taken = jooq.select(DICTIONARY_ENTRY.CODE)
                .from(DICTIONARY_ENTRY)
                .where(DICTIONARY_ENTRY.DICTIONARY_CODE.eq(dictionary))
                .fetchSet(DICTIONARY_ENTRY.CODE);
        var wanted = code(label);
        var code = wanted;
        for (int n = 2; taken.contains(code); n++) {
            code = SEVERAL.formatted(wanted, n);
        }
        jooq.insertInto(DICTIONARY_ENTRY)
                .set(DICTIONARY_ENTRY.DICTIONARY_CODE, dictionary)
                .set(DICTIONARY_ENTRY.CODE, code)
                .set(DICTIONARY_ENTRY.LABEL_ZH, label)
                .set(DICTIONARY_ENTRY.LABEL_EN, label)
                .set(
                        DICTIONARY_ENTRY.POSITION,
                        jooq.select(coalesce(max(DICTIONARY_ENTRY.POSITION), inline(0))
                                        .plus(1))
                                .from(DICTIONARY_ENTRY)
                                .where(DICTIONARY_ENTRY.DICTIONARY_CODE.eq(dictionary))
                                .fetchSingle()
                                .value1())
                .execute();
        definitions.changed();
        return code;
    }

    private static String code(String label) {
        var code = label.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}]+", "_");
        return code.substring(0, Math.min(code.length(), LONGEST_CODE - 4));
    }
}
