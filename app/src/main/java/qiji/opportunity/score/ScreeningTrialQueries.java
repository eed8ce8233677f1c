package qiji.opportunity.score;

import static db.opportunity.Tables.ASSESSMENT;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.AssessmentTable;
import db.opportunity.tables.OpportunityTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.trial.Changes;
import qiji.platform.Time;
import qiji.rule.RuleStretch;
import qiji.rule.TrialResult;

/** Judges the scores approved in a span by two rules at once: from an index alone, and only what differs goes on. */
@Repository
class ScreeningTrialQueries {
    private static final Field<Long> ID = field(name("changed", "id"), Long.class);
    private static final Field<Instant> AT = field(name("changed", "at"), Instant.class);
    private static final Field<String> BEFORE = field(name("changed", "before"), String.class);
    private static final Field<String> AFTER = field(name("changed", "after"), String.class);
    private static final Field<BigDecimal> AMOUNT = field(name("changed", "amount"), BigDecimal.class);
    private static final Field<Long> OWNER = field(name("changed", "owner"), Long.class);

    private final DSLContext jooq;

    ScreeningTrialQueries(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Amounts are expected contract totals in yuan; a record counts by the assessment whose verdict differed last. */
    TrialResult run(List<RuleStretch<ScreeningRule>> stretches, Viewer viewer) {
        if (stretches.isEmpty()) {
            return Changes.of(List.of());
        }
        var every = stretches.stream()
                .map(stretch -> differing(stretch, viewer))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("changed", "id", "at", "before", "after", "amount", "owner");
        CommonTableExpression<?> changed = name("changed")
                .asMaterialized(
                        DSL.select(every.fields()).distinctOn(ID).from(every).orderBy(ID, AT.desc()));
        var groups = DSL.select(val((Long) null), BEFORE, AFTER, count().cast(SQLDataType.BIGINT), sum(AMOUNT), OWNER)
                .from(changed)
                .groupBy(BEFORE, AFTER, OWNER);
        var largest = DSL.select(ID, BEFORE, AFTER, inline(1L), AMOUNT, OWNER)
                .from(changed)
                .orderBy(AMOUNT.desc().nullsLast(), ID.desc())
                .limit(TrialResult.MOST_RECORDS);
        return Changes.of(jooq.with(changed)
                .selectFrom(
                        groups.unionAll(largest).asTable("told", "id", "before", "after", "count", "amount", "owner"))
                .fetch(row -> new Changes.Row(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6())));
    }

    private static Select<Record6<Long, Instant, String, String, BigDecimal, Long>> differing(
            RuleStretch<ScreeningRule> stretch, Viewer viewer) {
        AssessmentTable a = ASSESSMENT.as("a");
        OpportunityTable o = OPPORTUNITY.as("o");
        Field<String> before = verdict(stretch.before(), a.SCORE);
        Field<String> after = verdict(stretch.after(), a.SCORE);
        return DSL.select(o.ID, a.DECIDED_AT, before, after, o.EXPECTED_AMOUNT, o.OWNER_ID)
                .from(a)
                .join(o)
                .on(o.ID.eq(a.OPPORTUNITY_ID))
                .where(Opportunities.visibleTo(viewer, o))
                .and(a.STATE.eq(inline("APPROVED")))
                .and(a.DECIDED_AT.ge(beginning(stretch.from())))
                .and(a.DECIDED_AT.lt(beginning(stretch.until())))
                .and(lies(stretch, o.DEPARTMENT_ID))
                .and(before.ne(after));
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant();
    }

    private static Condition lies(RuleStretch<ScreeningRule> stretch, Field<Long> department) {
        Long[] departments = stretch.departments().toArray(Long[]::new);
        if (!stretch.isElsewhere()) {
            return department.eq(any(val(departments)));
        }
        return departments.length == 0 ? noCondition() : department.isNull().or(department.ne(all(val(departments))));
    }

    /** What {@link ScreeningRule#screen} says. */
    private static Field<String> verdict(ScreeningRule rule, Field<BigDecimal> score) {
        return when(score.ge(inline(rule.priority())), inline(Screening.PRIORITY.name()))
                .when(score.ge(inline(rule.normal())), inline(Screening.NORMAL.name()))
                .when(score.ge(inline(rule.defer())), inline(Screening.DEFER.name()))
                .otherwise(inline(Screening.ABANDON.name()));
    }
}
