package qiji.opportunity.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.opportunity.grade.Grade.MAJOR;
import static qiji.opportunity.grade.Grade.ORDINARY;
import static qiji.opportunity.grade.GradeState.AWAITING;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Decisions;
import qiji.opportunity.Opportunities;
import qiji.testing.AtOnce;
import qiji.testing.ModuleTest;
import tools.jackson.databind.json.JsonMapper;

/** [D3 D9] The owner changes the amount while the general manager confirms: both count, in one order or the other. */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class GradeRaceTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    Decisions decisions;

    @Autowired
    Opportunities opportunities;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionTemplate transaction;

    private GradeOffice office;
    private long deal;

    @BeforeEach
    void oneThatIsAskedFor() {
        office = Objects.requireNonNull(transaction.execute(_ -> new GradeOffice(beans)));
        deal = Objects.requireNonNull(
                transaction.execute(_ -> office.deal(row -> row.setExpectedAmount(GradeOffice.yuan("1000.00")))));
        edit("230000");
    }

    @RepeatedTest(5)
    void nothingIsLost() throws Exception {
        long request = office.request(deal);
        List<String> answers = AtOnce.answers(
                () -> {
                    decisions.decide(request, Outcome.APPROVED, null, office.as(office.manager));
                    return "done";
                },
                () -> edit("30000"));
        assertThat(answers.getLast()).isEqualTo("done");
        assertThat(answers.getFirst()).isIn("done", "approval-closed", "not-found");
        Grade confirmed = answers.getFirst().equals("done") ? MAJOR : null;
        assertThat(office.standing(deal)).isEqualTo(new Standing(MAJOR, ORDINARY, AWAITING, confirmed));
        assertThat(office.request(deal)).isNotEqualTo(request);
        assertThat(office.row(deal).getExpectedAmount()).isEqualByComparingTo("30000");
    }

    private String edit(String amount) {
        int version = office.row(deal).getVersion();
        opportunities.edit(
                deal,
                json.readTree("{\"version\": %d, \"expectedAmount\": %s}".formatted(version, amount)),
                office.as(office.seller));
        return "done";
    }
}
