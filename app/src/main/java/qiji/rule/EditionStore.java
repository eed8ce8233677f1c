package qiji.rule;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.rule.Tables.EDITION;
import static db.rule.Tables.RULE;

import db.organization.tables.AppUserTable;
import db.rule.tables.records.EditionRecord;
import db.rule.tables.records.RuleRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rules and editions as those write them who make them. */
@Repository
class EditionStore {
    private final DSLContext jooq;

    EditionStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** An edition with the names of who made and published it. */
    record Row(
            EditionRecord edition,
            @Nullable String createdBy,
            @Nullable String publishedBy) {}

    Optional<RuleRecord> find(String kind, @Nullable Long departmentId) {
        return jooq.selectFrom(RULE).where(is(kind, departmentId)).fetchOptional();
    }

    /** The rule, locked until the transaction ends; made if there is none. */
    RuleRecord lock(String kind, @Nullable Long departmentId) {
        jooq.insertInto(RULE)
                .set(RULE.KIND, kind)
                .set(RULE.DEPARTMENT_ID, departmentId)
                .onConflictDoNothing()
                .execute();
        return jooq.selectFrom(RULE).where(is(kind, departmentId)).forUpdate().fetchSingle();
    }

    /** The rule of an edition of that kind, locked until the transaction ends. */
    Optional<RuleRecord> lockOf(String kind, long editionId) {
        return jooq.selectFrom(RULE)
                .where(RULE.KIND.eq(kind))
                .and(RULE.ID.eq(DSL.select(EDITION.RULE_ID).from(EDITION).where(EDITION.ID.eq(editionId))))
                .forUpdate()
                .fetchOptional();
    }

    EditionRecord edition(long id) {
        return jooq.selectFrom(EDITION).where(EDITION.ID.eq(id)).fetchSingle();
    }

    /** The version after this change. */
    int raise(RuleRecord rule) {
        rule.setVersion(rule.getVersion() + 1);
        rule.update();
        return rule.getVersion();
    }

    long insert(long ruleId, @Nullable String body, long by, Instant at) {
        return jooq.insertInto(EDITION)
                .set(EDITION.RULE_ID, ruleId)
                .set(EDITION.BODY, body == null ? null : JSONB.valueOf(body))
                .set(EDITION.CREATED_BY, by)
                .set(EDITION.CREATED_AT, at)
                .returningResult(EDITION.ID)
                .fetchSingle()
                .value1();
    }

    int nextNumber(long ruleId) {
        return jooq.select(DSL.coalesce(DSL.max(EDITION.NUMBER), 0).plus(1))
                .from(EDITION)
                .where(EDITION.RULE_ID.eq(ruleId))
                .fetchSingle()
                .value1();
    }

    void publish(EditionRecord draft, int number, LocalDate from, String reason, long by, Instant at) {
        draft.setState(EditionState.PUBLISHED.name());
        draft.setNumber(number);
        draft.setEffectiveFrom(from);
        draft.setReason(reason);
        draft.setPublishedBy(by);
        draft.setPublishedAt(at);
        draft.update();
    }

    void withdraw(EditionRecord edition, long by, Instant at) {
        edition.setState(EditionState.WITHDRAWN.name());
        edition.setWithdrawnBy(by);
        edition.setWithdrawnAt(at);
        edition.update();
    }

    /** All but drafts that were put away: drafts first, then the latest to take effect. */
    List<Row> timeline(long ruleId) {
        AppUserTable maker = APP_USER.as("maker");
        AppUserTable publisher = APP_USER.as("publisher");
        return jooq.select(EDITION, maker.NAME, publisher.NAME)
                .from(EDITION)
                .leftJoin(maker)
                .on(maker.ID.eq(EDITION.CREATED_BY))
                .leftJoin(publisher)
                .on(publisher.ID.eq(EDITION.PUBLISHED_BY))
                .where(EDITION.RULE_ID.eq(ruleId))
                .and(EDITION.STATE.ne(EditionState.WITHDRAWN.name()).or(EDITION.NUMBER.isNotNull()))
                .orderBy(
                        EDITION.EFFECTIVE_FROM.desc().nullsFirst(),
                        EDITION.NUMBER.desc().nullsFirst(),
                        EDITION.ID.desc())
                .fetch(row -> new Row(row.value1(), row.value2(), row.value3()));
    }

    /** The departments that have a rule of the kind with something in its timeline, by id. */
    Map<Long, String> departments(String kind) {
        return jooq.select(DEPARTMENT.ID, DEPARTMENT.NAME)
                .from(DEPARTMENT)
                .where(DEPARTMENT.ID.in(DSL.select(RULE.DEPARTMENT_ID)
                        .from(RULE)
                        .join(EDITION)
                        .on(EDITION.RULE_ID.eq(RULE.ID))
                        .where(RULE.KIND.eq(kind), RULE.DEPARTMENT_ID.isNotNull())
                        .and(EDITION.STATE.ne(EditionState.WITHDRAWN.name()).or(EDITION.NUMBER.isNotNull()))))
                .orderBy(DEPARTMENT.NAME, DEPARTMENT.ID)
                .fetchMap(DEPARTMENT.ID, DEPARTMENT.NAME);
    }

    Optional<String> departmentName(long id) {
        return jooq.select(DEPARTMENT.NAME)
                .from(DEPARTMENT)
                .where(DEPARTMENT.ID.eq(id))
                .fetchOptional(DEPARTMENT.NAME);
    }

    private static Condition is(String kind, @Nullable Long departmentId) {
        return RULE.KIND.eq(kind).and(RULE.DEPARTMENT_ID.isNotDistinctFrom(departmentId));
    }
}
