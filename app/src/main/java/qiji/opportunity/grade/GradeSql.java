package qiji.opportunity.grade;

import static db.opportunity.Tables.MEMBER;
import static db.process.Tables.STAGE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.MemberTable;
import db.opportunity.tables.OpportunityTable;
import db.process.tables.StageTable;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.Time;
import qiji.process.Maturity;
import qiji.process.Period;
import qiji.records.RecordType;
import qiji.records.past.AsOf;

/** What follows from grade and stage of an opportunity, as SQL: never stored, so never stale. */
final class GradeSql {
    static final String STAGE_FIELD = "stage";

    private GradeSql() {}

    /** By its maturity, which is potential at every stage of one that is not valid. [S4] */
    static Field<String> period(OpportunityTable o) {
        Field<String> ofStage = when(
                        stage(o).MATURITY.eq(inline(Maturity.POTENTIAL.name())), inline(name(Maturity.POTENTIAL)))
                .when(stage(o).MATURITY.eq(inline(Maturity.VALID.name())), inline(name(Maturity.VALID)))
                .when(stage(o).MATURITY.eq(inline(Maturity.SUCCESS.name())), inline(name(Maturity.SUCCESS)))
                .otherwise(inline(name(Maturity.TARGET)));
        return when(o.VALID, ofStage).otherwise(inline(name(Maturity.POTENTIAL)));
    }

    private static String name(Maturity maturity) {
        return Period.of(maturity).name();
    }

    /**
     * Whether nothing was logged in the last week that is over, nor since: of an open one that is ordinary or more or has a
     * team, and was seven days old by then. Due each Sunday at 24:00. [D8]
     */
    static Field<Boolean> progressOverdue(OpportunityTable o) {
        return field(isOpen(o)
                .and(isGraded(o).or(hasTeam(o)))
                .and(isOldEnough(o))
                .and(o.LAST_FOLLOW_UP_AT.isNull().or(o.LAST_FOLLOW_UP_AT.lt(lastWeek()))));
    }

    /** The same of what its responsible leader logged in person, once they had a week for it. [D3] */
    static Field<Boolean> leaderOverdue(OpportunityTable o) {
        return field(isOpen(o)
                .and(isGraded(o))
                .and(o.RESPONSIBLE_LEADER_ID.isNotNull())
                .and(isOldEnough(o))
                .and(o.GRADE_CONFIRMED_AT.isNull().or(o.GRADE_CONFIRMED_AT.lt(lastWeek())))
                .and(o.LEADER_FOLLOW_UP_AT.isNull().or(o.LEADER_FOLLOW_UP_AT.lt(lastWeek()))));
    }

    private static Condition isOpen(OpportunityTable o) {
        return o.STATUS.eq(inline(OpportunityStatus.OPEN.name()));
    }

    private static Condition isGraded(OpportunityTable o) {
        return o.GRADE.isNotNull().and(o.GRADE.ne(inline(Grade.GENERAL.name())));
    }

    private static Condition hasTeam(OpportunityTable o) {
        MemberTable member = MEMBER.as("team");
        return exists(selectOne().from(AsOf.rows(MEMBER, member.getName())).where(member.OPPORTUNITY_ID.eq(o.ID)));
    }

    private static Condition isOldEnough(OpportunityTable o) {
        Field<LocalDate> lastMonday = field(
                "(date_trunc('week', {0} at time zone {1}) - interval '7 days')::date",
                SQLDataType.LOCALDATE, AsOf.now(), inline(Time.ZONE.getId()));
        return o.OPENED_ON.le(lastMonday);
    }

    /** When the last week that is over began. */
    private static Field<Instant> lastWeek() {
        return field(
                "(date_trunc('week', {0} at time zone {1}) - interval '7 days') at time zone {1}",
                SQLDataType.INSTANT, AsOf.now(), inline(Time.ZONE.getId()));
    }

    private static StageTable stage(OpportunityTable o) {
        return STAGE.as(RecordType.beside(o.getName(), STAGE_FIELD));
    }
}
