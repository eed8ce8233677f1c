package qiji.opportunity.history;

import static db.organization.Tables.APP_USER;
import static db.records.Tables.DICTIONARY_ENTRY;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.platform.Words;
import qiji.process.ProcessFields;
import qiji.process.StageFields;

/** Resolves ids and codes to what people call them: one query for each kind, however many there are. */
@Component
class Names {
    /** What an id can name. */
    enum Kind {
        USER(APP_USER.ID, APP_USER.NAME),
        DEPARTMENT(db.organization.Tables.DEPARTMENT.ID, db.organization.Tables.DEPARTMENT.NAME),
        CUSTOMER(db.customer.Tables.CUSTOMER.ID, db.customer.Tables.CUSTOMER.NAME),
        CONTACT(db.customer.Tables.CONTACT.ID, db.customer.Tables.CONTACT.NAME),
        COMPETITOR(db.competitor.Tables.COMPETITOR.ID, db.competitor.Tables.COMPETITOR.NAME),
        EDITION(db.process.Tables.EDITION.ID, () -> db.process.Tables.EDITION.NUMBER.cast(String.class)),
        FILE(db.collaboration.Tables.FILE.ID, db.collaboration.Tables.FILE.NAME),
        PRODUCT(db.product.Tables.PRODUCT.ID, db.product.Tables.PRODUCT.NAME),
        PROCESS(db.process.Tables.PROCESS.ID, () -> ProcessFields.nameOf(db.process.Tables.PROCESS)),
        STAGE(db.process.Tables.STAGE.ID, () -> StageFields.nameOf(db.process.Tables.STAGE));

        private final TableField<?, Long> id;
        private final Supplier<Field<String>> name;

        Kind(TableField<?, Long> id, TableField<?, String> name) {
            this(id, () -> name);
        }

        /** In the language of the request. */
        Kind(TableField<?, Long> id, Supplier<Field<String>> name) {
            this.id = id;
            this.name = name;
        }

        private boolean isHiddenFrom(Viewer viewer) {
            return viewer.accessTo(name().toLowerCase(Locale.ROOT), "name") == FieldAccess.HIDDEN;
        }
    }

    private final DSLContext jooq;

    Names(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The names of the ids asked for; an id stays without that names nothing, or what the viewer may not read. [A4] */
    Map<Kind, Map<Long, String>> of(Map<Kind, Set<Long>> wanted, Viewer viewer) {
        Map<Kind, Map<Long, String>> names = new HashMap<>();
        wanted.forEach((kind, ids) -> names.put(kind, kind.isHiddenFrom(viewer) ? Map.of() : of(kind, ids)));
        return names;
    }

    private Map<Long, String> of(Kind kind, Set<Long> ids) {
        Field<String> name = kind.name.get();
        return jooq.select(kind.id, name)
                .from(kind.id.getTable())
                .where(kind.id.eq(DSL.any(new TreeSet<>(ids).toArray(Long[]::new))))
                .fetchMap(kind.id, name);
    }

    /** The entries of dictionaries, archived ones included, by dictionary and code. */
    Map<String, Map<String, Words>> dictionaries(List<String> codes) {
        Map<String, Map<String, Words>> entries = new HashMap<>();
        jooq.selectFrom(DICTIONARY_ENTRY)
                .where(DICTIONARY_ENTRY.DICTIONARY_CODE.in(codes))
                .forEach(entry -> entries.computeIfAbsent(entry.getDictionaryCode(), _ -> new HashMap<>())
                        .put(entry.getCode(), Words.of(entry.getLabelZh(), entry.getLabelEn())));
        return entries;
    }
}
