package qiji.activity;

import static db.activity.Tables.TASK;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;

import db.activity.tables.TaskTable;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import qiji.access.Reason;
import qiji.access.RecordAccess;
import qiji.access.Scope;
import qiji.access.Sight;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Who sees and changes which task. [A3 E2] */
@Component
class TaskSight {
    private static final Words ASSIGNED = Words.of("任务交给了该用户", "The task is given to them");
    private static final Words CREATED = Words.of("任务由该用户创建", "They made the task");
    private static final Words SECRET =
            Words.of("它属于一条机密记录：要能看到那条记录", "It belongs to a secret record: has to see that one");

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

    /** The ways of {@link #visibleTo} but for its record, of the task {@code id}. */
    List<Reason> reasons(Viewer viewer, Field<Long> id) {
        Condition open = condition("({0}) is not true", access.secret(viewer, TASK.RECORD_TYPE, TASK.RECORD_ID));
        Sight reach = viewer.scopeOf(Tasks.TYPE)
                .over(TASK.DEPARTMENT_ID, TASK.ASSIGNEE_ID)
                .only(open, SECRET);
        List<Reason> ways = new ArrayList<>(reach.reasons());
        ways.add(new Reason(Reason.By.ITSELF, ASSIGNED, TASK.ASSIGNEE_ID.eq(viewer.userId())));
        ways.add(new Reason(Reason.By.ITSELF, CREATED, TASK.CREATED_BY.eq(viewer.userId())));
        return ways.stream().map(way -> way.of(id, TASK.ID)).toList();
    }

    private static Condition isNamed(Viewer viewer, TaskTable t) {
        return t.ASSIGNEE_ID.eq(viewer.userId()).or(t.CREATED_BY.eq(viewer.userId()));
    }

    private static Condition inScope(Viewer viewer, TaskTable t) {
        return viewer.scopeOf(Tasks.TYPE).covers(t.DEPARTMENT_ID, t.ASSIGNEE_ID);
    }
}
