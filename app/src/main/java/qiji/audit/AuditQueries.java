package qiji.audit;

import static db.audit.Tables.ENTRY;
import static db.organization.Tables.APP_USER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.Time;
import qiji.platform.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the audit, newest first. Served by the primary key, or by entry_by_user and entry_by_subject. */
@Component
class AuditQueries {
    private static final Words SYSTEM = Words.of("系统", "System");
    /** What a change of a row with versions changed is read from its versions. */
    private static final Table<?> DIFFERENCE = DSL.table("lateral audit.difference(entry) as difference");

    private static final Field<JSONB> VERSIONS_BEFORE = DSL.field("difference.before", JSONB.class);
    private static final Field<JSONB> VERSIONS_AFTER = DSL.field("difference.after", JSONB.class);

    private final DSLContext jooq;
    private final Discretion discretion;
    private final JsonMapper json;

    AuditQueries(DSLContext jooq, Discretion discretion, JsonMapper json) {
        this.jooq = jooq;
        this.discretion = discretion;
        this.json = json;
    }

    /** One more than {@code limit}, if there are more. {@code after} is the id of the last row known. */
    List<AuditRow> newest(AuditFilter filter, int limit, @Nullable Long after, Viewer viewer) {
        return jooq.select(
                        ENTRY.ID,
                        ENTRY.AT,
                        ENTRY.USER_ID,
                        APP_USER.NAME,
                        ENTRY.VIA,
                        ENTRY.ACTION,
                        ENTRY.SUBJECT_TYPE,
                        ENTRY.SUBJECT_ID,
                        DSL.coalesce(ENTRY.BEFORE, VERSIONS_BEFORE),
                        DSL.coalesce(ENTRY.AFTER, VERSIONS_AFTER),
                        ENTRY.REASON)
                .from(ENTRY)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(ENTRY.USER_ID))
                .leftJoin(DIFFERENCE)
                .on(DSL.trueCondition())
                .where(condition(filter))
                .and(discretion.visibleTo(viewer))
                .and(after == null ? DSL.noCondition() : ENTRY.ID.lt(after))
                .orderBy(ENTRY.ID.desc())
                .limit(limit + 1)
                .fetch(row -> new AuditRow(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value3() == 0 ? SYSTEM.here() : row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        null,
                        shown(row.value7(), row.value9(), viewer),
                        shown(row.value7(), row.value10(), viewer),
                        Map.of(),
                        row.value11()));
    }

    private @Nullable JsonNode shown(String subjectType, @Nullable JSONB values, Viewer viewer) {
        return values == null ? null : discretion.without(subjectType, json.readTree(values.data()), viewer);
    }

    private static Condition condition(AuditFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        if (filter.user() != null) {
            conditions.add(ENTRY.USER_ID.eq(filter.user()));
        }
        if (filter.subjectType() != null) {
            conditions.add(ENTRY.SUBJECT_TYPE.eq(filter.subjectType()));
        }
        if (filter.subjectId() != null) {
            conditions.add(ENTRY.SUBJECT_ID.eq(filter.subjectId()));
        }
        if (filter.action() != null) {
            conditions.add(ENTRY.ACTION.eq(filter.action()));
        }
        if (filter.from() != null) {
            conditions.add(ENTRY.AT.ge(filter.from().atStartOfDay(Time.ZONE).toInstant()));
        }
        if (filter.to() != null) {
            conditions.add(
                    ENTRY.AT.lt(filter.to().plusDays(1).atStartOfDay(Time.ZONE).toInstant()));
        }
        return DSL.and(conditions);
    }
}
