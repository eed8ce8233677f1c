package qiji.activity;

import static db.activity.Tables.TASK;
import static org.jooq.impl.DSL.not;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.HandsOver;
import qiji.access.NamedBy;
import qiji.platform.Words;

/** The open tasks of somebody; what is done stays with who did it. [A1] */
@Configuration(proxyBeanMethods = false)
class TaskHandOver {
    @Bean
    HandsOver openTasks(DSLContext jooq) {
        Condition open = TASK.STATUS.eq(TaskStatus.OPEN.name());
        return NamedBy.column(TASK.ASSIGNEE_ID, Tasks.TYPE, Words.of("未完成任务", "Open tasks"), jooq)
                .only(open)
                .lyingIn(TASK.DEPARTMENT_ID, not(open));
    }
}
