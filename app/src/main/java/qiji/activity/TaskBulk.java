package qiji.activity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.records.bulk.BulkVerbs;

/** Many tasks at once. [X2] */
@Configuration(proxyBeanMethods = false)
class TaskBulk {
    @Bean
    BulkVerbs taskVerbs(TaskFields fields, Tasks tasks) {
        return BulkVerbs.of(fields.type()).edit(ActivityPermissions.TASK_EDIT, tasks::edit);
    }
}
