package qiji.approval;

import static db.approval.Tables.REQUEST;
import static db.approval.Tables.TASK;

import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.AttachedBy;
import qiji.access.HandsOver;
import qiji.access.NamedBy;
import qiji.access.Reattaches;
import qiji.platform.Words;

/** What a leaver is still asked goes to the heir; what was asked about a record goes along when it is merged. [A1 B1] */
@Configuration(proxyBeanMethods = false)
class ApprovalBeans {
    private static final String KIND = "approval";

    @Bean
    HandsOver openApprovals(DSLContext jooq, ObjectProvider<Approvals> approvals) {
        return NamedBy.column(TASK.USER_ID, KIND, Words.of("待办审批", "Approvals to decide"), jooq)
                .only(TASK.STATE.in(TaskState.OPEN.name(), TaskState.WAITING.name()))
                .giving((from, heir, viewer) -> approvals.getObject().inherited(from, heir.userId(), viewer));
    }

    @Bean
    Reattaches approvalsOfRecords(DSLContext jooq) {
        return AttachedBy.typeAndId(REQUEST.RECORD_TYPE, REQUEST.RECORD_ID, KIND, Words.of("审批", "Approvals"), jooq);
    }
}
