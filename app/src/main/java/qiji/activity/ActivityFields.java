package qiji.activity;

import static db.activity.Tables.ACTIVITY;
import static qiji.records.Fields.bool;
import static qiji.records.Fields.choice;
import static qiji.records.Fields.date;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.longText;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.activity.tables.ActivityTable;
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

/** The fields of a follow-up: what lists, filters and exports know of it. [D10] */
@Configuration(proxyBeanMethods = false)
class ActivityFields {
    private final RecordType<ActivityTable> type;

    ActivityFields(RecordAccess access) {
        type = RecordType.of(Activities.TYPE, Words.of("跟进记录", "Follow-up"), ACTIVITY, a -> a.ID)
                .label("subject", a -> a.SUBJECT)
                .hint(a -> a.NEXT_STEP)
                .search(a -> a.SEARCH, a -> a.CONTENT, a -> a.OUTCOME, a -> a.NEXT_STEP)
                .seenWith(new About<>(access, a -> a.RECORD_TYPE, a -> a.RECORD_ID))
                .customFields(a -> a.CUSTOM)
                .archivedAt(a -> a.ARCHIVED_AT)
                .defaultSort("-happenedAt")
                .fields(
                        instant("happenedAt", "发生时间", "Happened at", (ActivityTable a) -> a.HAPPENED_AT)
                                .required()
                                .column(),
                        choice("kind", "方式", "Kind", (ActivityTable a) -> a.KIND, ActivityKind.class)
                                .required()
                                .column(),
                        text("subject", "主题", "Subject", (ActivityTable a) -> a.SUBJECT)
                                .required()
                                .column(),
                        RecordLink.name(access, (ActivityTable a) -> a.RECORD_TYPE, (ActivityTable a) -> a.RECORD_ID)
                                .column(),
                        longText("content", "内容", "Content", (ActivityTable a) -> a.CONTENT)
                                .maxLength(10000),
                        longText("outcome", "结果", "Outcome", (ActivityTable a) -> a.OUTCOME)
                                .maxLength(2000)
                                .column(),
                        text("nextStep", "下一步", "Next step", (ActivityTable a) -> a.NEXT_STEP)
                                .maxLength(500),
                        date("nextStepOn", "下一步日期", "Next step on", (ActivityTable a) -> a.NEXT_STEP_ON),
                        reference("owner", "跟进人", "By", (ActivityTable a) -> a.OWNER_ID, () -> UserFields.TYPE)
                                .readOnly()
                                .hiddenFromImport()
                                .column(),
                        reference(
                                        "department",
                                        "部门",
                                        "Department",
                                        (ActivityTable a) -> a.DEPARTMENT_ID,
                                        () -> DepartmentFields.TYPE)
                                .readOnly()
                                .hiddenFromImport(),
                        bool("counts", "计为跟进", "Counts as a follow-up", (ActivityTable a) -> Counting.counts(a))
                                .of("outcome")
                                .readOnly()
                                .hiddenFromImport(),
                        RecordLink.type((ActivityTable a) -> a.RECORD_TYPE),
                        RecordLink.id((ActivityTable a) -> a.RECORD_ID),
                        instant("createdAt", "记录时间", "Logged at", (ActivityTable a) -> a.CREATED_AT)
                                .readOnly()
                                .hiddenFromImport());
    }

    RecordType<ActivityTable> type() {
        return type;
    }

    @Bean
    RecordType<?> activityType() {
        return type;
    }

    @Bean
    Explains activityExplained(RecordAccess access) {
        return SeenByRecord.of(
                Activities.TYPE,
                Words.of("跟进记录", "Follow-up"),
                ACTIVITY.ID,
                viewer -> access.visible(viewer, ACTIVITY.RECORD_TYPE, ACTIVITY.RECORD_ID),
                ACTIVITY.RECORD_TYPE,
                ACTIVITY.RECORD_ID);
    }
}
