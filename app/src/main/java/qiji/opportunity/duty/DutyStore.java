package qiji.opportunity.duty;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.condition;

import db.opportunity.tables.OpportunityTable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;

/** Who owes what in the week that is over, walked by the index of those whose it is. */
@Repository
class DutyStore {
    static final int AT_ONCE = 1000;

    /** A duty: whose it is, and of which opportunities it was not done. */
    enum Duty {
        PROGRESS(o -> o.OWNER_ID, DutySql::progressOverdue),
        LEADING(o -> o.RESPONSIBLE_LEADER_ID, DutySql::leaderOverdue);

        private final Function<OpportunityTable, Field<Long>> whose;
        private final Function<OpportunityTable, Field<Boolean>> overdue;

        Duty(Function<OpportunityTable, Field<Long>> whose, Function<OpportunityTable, Field<Boolean>> overdue) {
            this.whose = whose;
            this.overdue = overdue;
        }
    }

    private final DSLContext jooq;

    DutyStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The next thousand after one who are late with something. */
    List<Long> late(Duty duty, long after, Viewer system) {
        Field<Long> whose = duty.whose.apply(OPPORTUNITY);
        return jooq.selectDistinct(whose)
                .from(OPPORTUNITY)
                .where(whose.gt(after))
                .and(condition(duty.overdue.apply(OPPORTUNITY)))
                .and(Opportunities.visibleTo(system, OPPORTUNITY))
                .orderBy(whose)
                .limit(AT_ONCE)
                .fetch(row -> Objects.requireNonNull(row.value1()));
    }

    /** With how many of those that they see. */
    int count(Duty duty, Viewer viewer) {
        return jooq.selectCount()
                .from(OPPORTUNITY)
                .where(duty.whose.apply(OPPORTUNITY).eq(viewer.userId()))
                .and(condition(duty.overdue.apply(OPPORTUNITY)))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .fetchSingle()
                .value1();
    }
}
