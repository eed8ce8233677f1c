package qiji.activity;

import static db.activity.Tables.TASK;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.RecordAccess;
import qiji.access.Viewer;

/** Tasks as the workbench shows them; lists come from the catalogue. */
@Component
class TaskQueries {
    private final DSLContext jooq;
    private final RecordAccess access;
    private final TaskSight sight;
    private final Clock clock;

    TaskQueries(DSLContext jooq, RecordAccess access, TaskSight sight, Clock clock) {
        this.jooq = jooq;
        this.access = access;
        this.sight = sight;
        this.clock = clock;
    }

    /** An open task, whose it is, and when it is due. */
    record Due(long id, long assigneeId, LocalDate on) {}

    /** Open ones due from one day to another, those after {@code last} if it is given. Served by task_by_due. */
    List<Due> due(LocalDate from, LocalDate to, @Nullable Due last, int limit, Viewer viewer) {
        return jooq.select(TASK.ID, TASK.ASSIGNEE_ID, TASK.DUE_ON)
                .from(TASK)
                .where(TASK.STATUS.eq(inline(TaskStatus.OPEN.name())))
                .and(TASK.DUE_ON.between(from, to))
                .and(last == null ? noCondition() : row(TASK.DUE_ON, TASK.ID).gt(last.on(), last.id()))
                .and(sight.visibleTo(viewer, TASK))
                .orderBy(TASK.DUE_ON, TASK.ID)
                .limit(limit)
                .fetch(mapping(Due::new));
    }

    /** Open ones of the viewer: by due day, undated ones last, urgent ones first within a day. Served by task_by_assignee. */
    List<TaskRow> mine(int limit, Viewer viewer) {
        return jooq.select(
                        TASK.ID,
                        TASK.VERSION,
                        TASK.TITLE,
                        TASK.PRIORITY,
                        TASK.DUE_ON,
                        coalesce(field(TASK.DUE_ON.lt(LocalDate.now(clock))), inline(false)),
                        TASK.RECORD_TYPE,
                        TASK.RECORD_ID,
                        access.nameOf(TASK.RECORD_TYPE, TASK.RECORD_ID))
                .from(TASK)
                .where(TASK.ASSIGNEE_ID.eq(viewer.userId()))
                .and(TASK.STATUS.eq(TaskStatus.OPEN.name()))
                .orderBy(
                        TASK.DUE_ON.asc().nullsLast(),
                        case_(TASK.PRIORITY)
                                .when(TaskPriority.HIGH.name(), 0)
                                .when(TaskPriority.NORMAL.name(), 1)
                                .else_(2),
                        TASK.ID)
                .limit(limit)
                .fetch(mapping(TaskRow::new));
    }
}
