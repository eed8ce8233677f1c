package qiji.activity;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;

import db.activity.tables.TaskTable;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import qiji.access.RecordAccess;
import qiji.access.Scope;
import qiji.access.Viewer;

/** Who sees and changes which task. [A3 E2] */
@Component
class TaskSight {
    private final RecordAccess access;

    TaskSight(RecordAccess access) {
        this.access = access;
    }

    /** Who it is given to and who gave it, who may see its record, and whose scope covers it unless that is secret. */
    Condition visibleTo(Viewer viewer, TaskTable t) {
        Condition secret = access.secret(viewer, t.RECORD_TYPE, t.RECORD_ID);
        return viewer.scopeOf(Tasks.TYPE) instanceof Scope.Everything && secret.equals(falseCondition())
                ? trueCondition()
                : isNamed(viewer, t)
                        .or(inScope(viewer, t).and(condition("({0}) is not true", secret)))
                        .or(access.visible(viewer, t.RECORD_TYPE, t.RECORD_ID));
    }

    /** Who may change it, if they may change tasks at all: seeing its record is not enough. */
    Condition concerns(Viewer viewer, TaskTable t) {
        return isNamed(viewer, t).or(inScope(viewer, t));
    }

    private static Condition isNamed(Viewer viewer, TaskTable t) {
        return t.ASSIGNEE_ID.eq(viewer.userId()).or(t.CREATED_BY.eq(viewer.userId()));
    }

    private static Condition inScope(Viewer viewer, TaskTable t) {
        return viewer.scopeOf(Tasks.TYPE).covers(t.DEPARTMENT_ID, t.ASSIGNEE_ID);
    }
}
