package qiji.approval;

import static db.approval.Tables.EVENT;
import static db.approval.Tables.REQUEST;
import static db.approval.Tables.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.opportunity.life.Learned;
import qiji.opportunity.move.Endings;
import qiji.testing.AtOnce;
import qiji.testing.ModuleTest;

/** Two at once: one of them decides, the other is told so; nobody waits for ever. [D9] */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ApprovalRaceTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    Decisions decisions;

    @Autowired
    Endings endings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext jooq;

    private Office office;
    private long request;

    @BeforeEach
    void asked() {
        office = Objects.requireNonNull(transaction.execute(_ -> new Office(beans)));
        request = office.ask();
    }

    @RepeatedTest(5)
    void ofTwoApproversOneDecides() throws Exception {
        List<String> answers = AtOnce.answers(
                () -> decide(office.director, Outcome.APPROVED), () -> decide(office.other, Outcome.RETURNED));
        assertThat(answers).containsExactlyInAnyOrder("done", "approval-closed");
        String state = jooq.fetchValue(REQUEST.STATE, REQUEST.ID.eq(request));
        assertThat(office.status()).isEqualTo(state.equals("APPROVED") ? "ABANDONED" : "OPEN");
        assertThat(jooq.fetchCount(TASK, TASK.REQUEST_ID.eq(request), TASK.DECIDED_BY.isNotNull()))
                .isEqualTo(1);
    }

    @RepeatedTest(5)
    void itIsDecidedOrWithdrawn() throws Exception {
        List<String> answers = AtOnce.answers(() -> decide(office.director, Outcome.APPROVED), () -> {
            decisions.withdraw(request, null, office.as(office.seller));
            return "done";
        });
        assertThat(answers).containsExactlyInAnyOrder("done", "approval-closed");
        String state = jooq.fetchValue(REQUEST.STATE, REQUEST.ID.eq(request));
        assertThat(office.status()).isEqualTo(state.equals("APPROVED") ? "ABANDONED" : "OPEN");
    }

    /** The record is locked before the request by both, so neither waits for the other in a circle. */
    @RepeatedTest(5)
    void itIsDecidedOrOvertaken() throws Exception {
        List<String> answers = AtOnce.answers(() -> decide(office.director, Outcome.APPROVED), () -> {
            endings.invalidate(office.deal, "DUPLICATE", null, Learned.NOTHING, null, office.as(office.seller));
            return "done";
        });
        assertThat(answers).contains("done").containsAnyOf("approval-closed", "status-forbids");
        assertThat(office.status()).isIn("ABANDONED", "INVALID");
        assertThat(jooq.fetchCount(EVENT, EVENT.REQUEST_ID.eq(request))).isEqualTo(2);
    }

    private String decide(long user, Outcome outcome) {
        decisions.decide(request, outcome, "x", office.as(user));
        return "done";
    }
}
