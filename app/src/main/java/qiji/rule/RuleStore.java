package qiji.rule;

import static db.organization.Tables.DEPARTMENT;
import static db.rule.Tables.EDITION;
import static db.rule.Tables.RULE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import qiji.rule.RuleBook.Published;

/** What is published, as those read it who go by it: few rows, read as a whole. */
@Repository
class RuleStore {
    private static final String PUBLISHED = EditionState.PUBLISHED.name();

    private final DSLContext jooq;

    RuleStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    RuleBook book() {
        Map<String, Map<Long, List<Published>>> editions = new HashMap<>();
        jooq.select(
                        RULE.KIND,
                        coalesce(RULE.DEPARTMENT_ID, inline(RuleBook.HEADQUARTERS)),
                        EDITION.ID,
                        EDITION.NUMBER,
                        EDITION.EFFECTIVE_FROM,
                        EDITION.BODY,
                        EDITION.PUBLISHED_AT)
                .from(EDITION)
                .join(RULE)
                .on(RULE.ID.eq(EDITION.RULE_ID))
                .where(EDITION.STATE.eq(PUBLISHED))
                .orderBy(EDITION.EFFECTIVE_FROM.desc(), EDITION.NUMBER.desc())
                .forEach(row -> editions.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                        .computeIfAbsent(row.value2(), _ -> new ArrayList<>())
                        .add(new Published(
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6() == null ? null : row.value6().data(),
                                row.value7())));
        Set<String> locked =
                jooq.select(RULE.KIND).from(RULE).where(RULE.LOCKED).fetchSet(RULE.KIND);
        return new RuleBook(editions, locked, above());
    }

    /** The department above each; {@link RuleBook#HEADQUARTERS} above the topmost. */
    private Map<Long, Long> above() {
        return jooq.select(DEPARTMENT.ID, coalesce(DEPARTMENT.PARENT_ID, inline(RuleBook.HEADQUARTERS)))
                .from(DEPARTMENT)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }
}
