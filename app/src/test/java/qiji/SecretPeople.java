package qiji;

import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Approvals;
import qiji.approval.Decisions;
import qiji.testing.SampleData;

/** Somebody whose name nobody else has, in a department of their own, with a director who lets them abandon. */
final class SecretPeople {
    private final SampleData sample;
    private final DSLContext jooq;
    private final Approvals approvals;
    private final Decisions decisions;
    private final TransactionTemplate transaction;

    SecretPeople(ApplicationContext beans) {
        sample = beans.getBean(SampleData.class);
        jooq = beans.getBean(DSLContext.class);
        approvals = beans.getBean(Approvals.class);
        decisions = beans.getBean(Decisions.class);
        transaction = beans.getBean(TransactionTemplate.class);
    }

    long user(String name) {
        return Objects.requireNonNull(transaction.execute(_ -> sample.user(name)));
    }

    long person() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            long department = sample.department("秘部门");
            long director = sample.user("Director", department);
            jooq.execute("insert into organization.user_role (user_id, role_id) select " + director
                    + ", id from organization.role where code = 'CENTER_DIRECTOR'");
            return sample.user("秘人", department);
        }));
    }

    /** The request by which the opportunity was abandoned. */
    long approve(long deal) {
        long request = approvals.pending("abandonment", deal).orElseThrow().requestId();
        long director = jooq.fetchSingle("select user_id from approval.task where request_id = ?", request)
                .get(0, Long.class);
        decisions.decide(
                request, Outcome.APPROVED, null, SampleData.viewer(director, "opportunity:read", "approval:decide"));
        return request;
    }
}
