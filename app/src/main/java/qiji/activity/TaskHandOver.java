package qiji.activity;

import static db.activity.Tables.TASK;
import static db.organization.Tables.APP_USER;
import static org.jooq.impl.DSL.select;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Gives the open tasks of a leaver to someone else; what is done stays with who did it. [A1] */
@Component
class TaskHandOver implements HandsOver {
    private final DSLContext jooq;

    TaskHandOver(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return "task";
    }

    @Override
    public Words label() {
        return Words.of("未完成任务", "Open tasks");
    }

    @Override
    public int owned(long userId) {
        return jooq.fetchCount(TASK, openOf(userId));
    }

    @Override
    public int handOver(long userId, long toUserId, Viewer viewer) {
        return jooq.update(TASK)
                .set(TASK.ASSIGNEE_ID, toUserId)
                .set(
                        TASK.DEPARTMENT_ID,
                        select(APP_USER.DEPARTMENT_ID).from(APP_USER).where(APP_USER.ID.eq(toUserId)))
                .set(TASK.VERSION, TASK.VERSION.plus(1))
                .where(openOf(userId))
                .execute();
    }

    private static Condition openOf(long userId) {
        return TASK.ASSIGNEE_ID.eq(userId).and(TASK.STATUS.eq(TaskStatus.OPEN.name()));
    }
}
