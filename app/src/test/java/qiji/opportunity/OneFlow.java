package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Approvals;
import qiji.approval.Decisions;
import qiji.opportunity.grade.GradeOffice;
import qiji.testing.Api;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** An opportunity of a seller that a general manager is asked to confirm, with what is done to it; for tests of one flow. */
abstract class OneFlow {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester tester;

    @Autowired
    DSLContext jooq;

    GradeOffice office;
    SampleAssessments assessments;
    Viewer seller;
    Viewer supporter;
    long deal;

    @BeforeEach
    void aMajorOneThatWaits() {
        office = new GradeOffice(beans);
        seller = SampleData.scoped(
                SampleData.viewer(
                        office.seller,
                        Stream.concat(
                                        Stream.of(SampleOpportunities.EVERY_RIGHT),
                                        Stream.of("opportunity:assess", "opportunity:plan", "approval:decide"))
                                .toArray(String[]::new)),
                "opportunity",
                Scope.ofOwners(java.util.Set.of(office.seller)));
        supporter = SampleData.scoped(SampleAssessments.rater(beans, "Han Meimei"), "opportunity", Scope.everything());
        SampleAssessments.makeSolutionManager(beans, supporter);
        deal = office.deal(row -> {});
        assessments = new SampleAssessments(beans, deal, seller);
        edit("\"expectedAmount\": 230000");
    }

    String gate() {
        return api().read("/api/opportunities/" + deal).at("/gate/unmet/0/code").asString("");
    }

    long rated() {
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, supporter, 75, 50, 50, 50);
        return assessment;
    }

    void edit(String fields) {
        assertThat(api().patch(
                                "/api/opportunities/" + deal,
                                "{\"version\": %d, %s}"
                                        .formatted(office.row(deal).getVersion(), fields)))
                .hasStatusOk();
    }

    String inEnglish(String uri) throws UnsupportedEncodingException {
        return tester.get()
                .uri(uri)
                .header("Accept-Language", "en")
                .with(authentication(new TestingAuthenticationToken(seller, null, "USER")))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    Api api() {
        return Api.of(tester, seller);
    }

    String state(long assessment) {
        return assessments.view(assessment).path("state").asString();
    }

    boolean pending(String kind, long subject) {
        return beans.getBean(Approvals.class).pending(kind, subject).isPresent();
    }

    long asked() {
        return beans.getBean(Approvals.class)
                .pending("grade", deal)
                .orElseThrow()
                .requestId();
    }

    List<Long> askedOf() {
        return jooq.fetch("select user_id from approval.task where request_id = ?", asked())
                .getValues(0, Long.class);
    }

    void decide(long user, Outcome outcome) {
        beans.getBean(Decisions.class)
                .decide(asked(), outcome, "看过", SampleData.viewer(user, "opportunity:read", "approval:decide"));
    }

    static String then(String name, JsonNode fields) {
        return fields.valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("then")
                .toString();
    }
}
