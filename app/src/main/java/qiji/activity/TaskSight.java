package qiji.activity;

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

    /** Who it is given to and who gave it, who may see its record, and whose scope covers it. */
    Condition visibleTo(Viewer viewer, TaskTable t) {
        return viewer.scopeOf(Tasks.TYPE) instanceof Scope.Everything
                ? trueCondition()
                : concerns(viewer, t).or(access.visible(viewer, t.RECORD_TYPE, t.RECORD_ID));
    }

    /** Who may change it, if they may change tasks at all: seeing its record is not enough. */
    Condition concerns(Viewer viewer, TaskTable t) {
        return t.ASSIGNEE_ID
                .eq(viewer.userId())
                .or(t.CREATED_BY.eq(viewer.userId()))
                .or(viewer.scopeOf(Tasks.TYPE).covers(t.DEPARTMENT_ID, t.ASSIGNEE_ID));
    }
}
