package qiji.opportunity.review;

import static db.organization.Tables.APP_USER;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.activity.Tasks;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.Learned;
import qiji.opportunity.life.Opportunity;

/**
 * A measure against an ending happening again is a task of who takes it, by its day. It outlives a re-opening: what went wrong
 * did so all the same. [D12 S8]
 */
@Component
public class Measures {
    private final DSLContext jooq;
    private final Tasks tasks;

    Measures(DSLContext jooq, Tasks tasks) {
        this.jooq = jooq;
        this.tasks = tasks;
    }

    /** Only who works here takes one. */
    public boolean mayBeTakenBy(long userId) {
        return jooq.fetchExists(APP_USER, APP_USER.ID.eq(userId), APP_USER.STATE.eq("ACTIVE"));
    }

    /** Before {@code row} is saved as what it became {@code after}: makes, changes or takes back the task. */
    public void keep(OpportunityRecord row, Opportunity after, Viewer by) {
        Long task = row.getPreventionTaskId();
        Learned learned = after.closing().learned();
        String what = learned.prevention();
        Long owner = learned.preventionOwnerId();
        LocalDate dueOn = learned.preventionDueOn();
        if (!after.status().isClosed()) {
            row.setPreventionTaskId(null);
        } else if (what == null || owner == null || dueOn == null) {
            if (task != null) {
                tasks.takeBack(task);
                row.setPreventionTaskId(null);
            }
        } else if (task == null) {
            row.setPreventionTaskId(tasks.give(
                    new RecordRef(Opportunities.TYPE, row.getId()), new Tasks.Given(what, owner, dueOn), by));
        } else if (!learned.sameMeasure(row.getPrevention(), row.getPreventionOwnerId(), row.getPreventionDueOn())) {
            tasks.giveAnew(task, new Tasks.Given(what, owner, dueOn), by);
        }
    }
}
