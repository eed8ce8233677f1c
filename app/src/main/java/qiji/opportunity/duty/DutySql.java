package qiji.opportunity.duty;

import static db.opportunity.Tables.MEMBER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.MemberTable;
import db.opportunity.tables.OpportunityTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.opportunity.duty.Owed.Due;
import qiji.opportunity.grade.Grade;
import qiji.opportunity.grade.Pace;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.Time;
import qiji.records.past.AsOf;
import qiji.rule.Rules.Everywhere;

/**
 * What of the duties of a grade is overdue, as SQL: never stored, so never stale. How often each grade asks for them is written
 * into each statement as it holds on the day that it asks about. [D3 D8]
 */
@Configuration(proxyBeanMethods = false)
class DutySql {
    private static final String RULES = "qiji.duties";
    private static final Everywhere<Owed> SHIPPED = new Everywhere<>(Owed.SHIPPED, Map.of());

    /** Which rules hold goes with the configuration of queries, as the moment does that they ask about. */
    @Bean
    DefaultConfigurationCustomizer dutiesOfQueries(ObjectProvider<DutyRules> rules) {
        return configuration -> configuration.data(RULES, rules);
    }

    /**
     * Whether nothing was logged in the last weeks that are over, as many as the pace has, nor since: of an open one whose
     * grade asks for it, or which has a team, then every week; and which was there all those weeks, as what asks for it was.
     * Due on Sunday at 24:00. [D8]
     */
    static Field<Boolean> progressOverdue(OpportunityTable o) {
        return field(isOpen(o).and(byRule(o, owed -> progress(o, owed))));
    }

    /** The same of what its responsible leader logged in person, once they had those weeks for it. [D3] */
    static Field<Boolean> leaderOverdue(OpportunityTable o) {
        return field(isOpen(o).and(o.RESPONSIBLE_LEADER_ID.isNotNull()).and(byRule(o, owed -> leading(o, owed))));
    }

    private static Condition byRule(OpportunityTable o, Function<Owed, Condition> says) {
        return DSL.condition(CustomField.of(
                "overdue", SQLDataType.BOOLEAN, context -> context.visit(everywhere(o, held(context), says))));
    }

    private static Everywhere<Owed> held(Context<?> context) {
        return context.configuration().data(RULES) instanceof ObjectProvider<?> rules
                        && rules.getObject() instanceof DutyRules known
                ? known.at(AsOf.moment(context))
                : SHIPPED;
    }

    private static Field<Boolean> everywhere(
            OpportunityTable o, Everywhere<Owed> held, Function<Owed, Condition> says) {
        Field<Boolean> said = field(says.apply(held.elsewhere()));
        for (Map.Entry<Owed, Set<Long>> other : held.departments().entrySet()) {
            var within = o.DEPARTMENT_ID.in(
                    other.getValue().stream().map(DSL::inline).toList());
            said = when(within, field(says.apply(other.getKey()))).otherwise(said);
        }
        return said;
    }

    private static Condition progress(OpportunityTable o, Owed owed) {
        Set<Due> dues = new LinkedHashSet<>(owed.progress().keySet());
        dues.add(Due.EVERY_WEEK); // of those without a grade
        dues.addAll(owed.team().keySet());
        Condition overdue = falseCondition();
        for (Due due : dues) {
            List<Grade> grades = owed.progress().getOrDefault(due, List.of());
            List<Grade> others = owed.team().getOrDefault(due, List.of()).stream()
                    .filter(grade -> !grades.contains(grade))
                    .toList();
            Condition asked = isOf(o, others);
            Condition team = due.equals(Due.EVERY_WEEK) ? o.GRADE.isNull().or(asked) : asked;
            overdue = overdue.or(isOf(o, grades)
                    .or(team.and(hasTeam(o)))
                    .and(isOldEnough(o, due))
                    .and(isBefore(o.LAST_FOLLOW_UP_AT, due.pace())));
        }
        return overdue;
    }

    private static Condition leading(OpportunityTable o, Owed owed) {
        Condition overdue = falseCondition();
        for (Map.Entry<Due, List<Grade>> each : owed.leading().entrySet()) {
            Due due = each.getKey();
            overdue = overdue.or(isOf(o, each.getValue())
                    .and(isOldEnough(o, due))
                    .and(isBefore(o.GRADE_CONFIRMED_AT, due.pace()))
                    .and(isBefore(o.LEADER_FOLLOW_UP_AT, due.pace())));
        }
        return overdue;
    }

    private static Condition isOpen(OpportunityTable o) {
        return o.STATUS.eq(inline(OpportunityStatus.OPEN.name()));
    }

    private static Condition isOf(OpportunityTable o, List<Grade> grades) {
        return grades.isEmpty()
                ? falseCondition()
                : o.GRADE
                        .isNotNull()
                        .and(o.GRADE.in(
                                grades.stream().map(Enum::name).map(DSL::inline).toList()));
    }

    private static Condition hasTeam(OpportunityTable o) {
        MemberTable member = MEMBER.as("team");
        return exists(selectOne().from(AsOf.rows(MEMBER, member.getName())).where(member.OPPORTUNITY_ID.eq(o.ID)));
    }

    /**
     * Both it and what it is asked for by were there when the weeks began, as many as the pace has; what came back after
     * its end or its sleep owes nothing for the time that it was away.
     */
    private static Condition isOldEnough(OpportunityTable o, Due due) {
        Field<LocalDate> monday = field(
                "(date_trunc('week', {0} at time zone {1}) - {2} * interval '7 days')::date",
                SQLDataType.LOCALDATE,
                AsOf.now(),
                inline(Time.ZONE.getId()),
                inline(due.pace().weeks()));
        Condition there = o.OPENED_ON
                .le(monday)
                .and(day(o.STATUS_AT).le(monday).or(day(o.STATUS_AT).le(day(o.CREATED_AT))));
        return due.since() == null ? there : there.and(inline(due.since()).le(monday));
    }

    private static Field<LocalDate> day(Field<Instant> at) {
        return field("({0} at time zone {1})::date", SQLDataType.LOCALDATE, at, inline(Time.ZONE.getId()));
    }

    /** Before the weeks began, as many as the pace has, of which the last is over. */
    private static Condition isBefore(Field<Instant> last, Pace pace) {
        Field<Instant> began = field(
                "(date_trunc('week', {0} at time zone {1}) - {2} * interval '7 days') at time zone {1}",
                SQLDataType.INSTANT, AsOf.now(), inline(Time.ZONE.getId()), inline(pace.weeks()));
        return last.isNull().or(last.lt(began));
    }
}
