package qiji.activity;

import static db.activity.Tables.ACTIVITY;
import static db.activity.Tables.TASK;

import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.AttachedBy;
import qiji.access.Reattaches;
import qiji.platform.Words;

/** What was done and is to be done about a record that becomes one with another. [B1] */
@Configuration(proxyBeanMethods = false)
class ReattachedActivities {
    @Bean
    Reattaches activitiesOfRecords(DSLContext jooq) {
        return AttachedBy.typeAndId(
                ACTIVITY.RECORD_TYPE, ACTIVITY.RECORD_ID, Activities.TYPE, Words.of("跟进", "Follow-ups"), jooq);
    }

    @Bean
    Reattaches tasksOfRecords(DSLContext jooq) {
        return AttachedBy.typeAndId(TASK.RECORD_TYPE, TASK.RECORD_ID, Tasks.TYPE, Words.of("任务", "Tasks"), jooq);
    }
}
