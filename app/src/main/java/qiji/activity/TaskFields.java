package qiji.activity;

import static db.activity.Tables.TASK;
import static qiji.records.Fields.choice;
import static qiji.records.Fields.date;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.activity.tables.TaskTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Explains;
import qiji.access.RecordAccess;
import qiji.access.SeenByRecord;
import qiji.organization.DepartmentFields;
import qiji.organization.UserFields;
import qiji.platform.Words;
import qiji.records.RecordType;
import qiji.records.about.About;

/** The fields of a task: what lists, filters and exports know of it. [E2] */
@Configuration(proxyBeanMethods = false)
class TaskFields {
    private final RecordType<TaskTable> type;

    TaskFields(TaskSight sight, RecordAccess access) {
        type = RecordType.of(Tasks.TYPE, Words.of("任务", "Task"), TASK, t -> t.ID)
                .label("title", t -> t.TITLE)
                .visible(sight::visibleTo)
                .search(t -> t.SEARCH, t -> t.DESCRIPTION)
                .about(new About<>(access, t -> t.RECORD_TYPE, t -> t.RECORD_ID))
                .customFields(t -> t.CUSTOM)
                .defaultSort("dueOn")
                .fields(
                        text("title", "标题", "Title", (TaskTable t) -> t.TITLE)
                                .required()
                                .column(),
                        choice("status", "状态", "Status", (TaskTable t) -> t.STATUS, TaskStatus.class)
                                .readOnly()
                                .hiddenFromImport()
                                .column(),
                        choice("priority", "优先级", "Priority", (TaskTable t) -> t.PRIORITY, TaskPriority.class)
                                .column(),
                        date("dueOn", "截止日期", "Due on", (TaskTable t) -> t.DUE_ON)
                                .column(),
                        reference("assignee", "负责人", "Assignee", (TaskTable t) -> t.ASSIGNEE_ID, () -> UserFields.TYPE)
                                .column(),
                        RecordLink.name(access, (TaskTable t) -> t.RECORD_TYPE, (TaskTable t) -> t.RECORD_ID)
                                .column(),
                        longText("description", "说明", "Description", (TaskTable t) -> t.DESCRIPTION),
                        reference(
                                        "department",
                                        "部门",
                                        "Department",
                                        (TaskTable t) -> t.DEPARTMENT_ID,
                                        () -> DepartmentFields.TYPE)
                                .readOnly()
                                .hiddenFromImport(),
                        reference(
                                        "createdBy",
                                        "创建人",
                                        "Created by",
                                        (TaskTable t) -> t.CREATED_BY,
                                        () -> UserFields.TYPE)
                                .readOnly()
                                .hiddenFromImport(),
                        instant("completedAt", "完成时间", "Completed at", (TaskTable t) -> t.COMPLETED_AT)
                                .readOnly()
                                .hiddenFromImport(),
                        RecordLink.type((TaskTable t) -> t.RECORD_TYPE),
                        RecordLink.id((TaskTable t) -> t.RECORD_ID),
                        instant("createdAt", "创建时间", "Created at", (TaskTable t) -> t.CREATED_AT)
                                .readOnly()
                                .hiddenFromImport());
    }

    RecordType<TaskTable> type() {
        return type;
    }

    @Bean
    RecordType<?> taskType() {
        return type;
    }

    @Bean
    Explains taskExplained(TaskSight sight) {
        return SeenByRecord.of(
                        Tasks.TYPE,
                        Words.of("任务", "Task"),
                        TASK.ID,
                        viewer -> sight.visibleTo(viewer, TASK),
                        TASK.RECORD_TYPE,
                        TASK.RECORD_ID)
                .orBy(sight::reasons);
    }
}
