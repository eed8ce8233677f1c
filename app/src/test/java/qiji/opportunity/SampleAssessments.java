package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Approvals;
import qiji.approval.Decisions;
import qiji.testing.Api;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Assessments of one opportunity over HTTP, for tests of what becomes of them. */
final class SampleAssessments {
    private final ApplicationContext beans;
    private final Http http;
    private final Api api;
    private final long id;
    private final Viewer seller;

    SampleAssessments(ApplicationContext beans, long id, Viewer seller) {
        this.beans = beans;
        this.http = new Http(beans);
        this.api = Api.of(beans.getBean(MockMvcTester.class), seller);
        this.id = id;
        this.seller = seller;
    }

    /** Who may assess what is theirs. */
    static Viewer rater(ApplicationContext beans, String called) {
        long user = beans.getBean(SampleData.class).user(called);
        String[] rights = Stream.concat(
                        Arrays.stream(SampleOpportunities.EVERY_RIGHT),
                        Stream.of("opportunity:assess", "opportunity:profit"))
                .toArray(String[]::new);
        return SampleData.scoped(SampleData.viewer(user, rights), "opportunity", Scope.ofOwners(Set.of(user)));
    }

    static void makeSolutionManager(ApplicationContext beans, Viewer viewer) {
        beans.getBean(DSLContext.class)
                .execute("insert into organization.user_role (user_id, role_id) select " + viewer.userId()
                        + ", id from organization.role where code = 'SOLUTION_MANAGER'");
    }

    MvcTestResult begun(String card) {
        return http.post(path(""), "{\"card\": \"%s\"}".formatted(card), seller);
    }

    long begin(String card) {
        return api.create("/api/opportunities" + path(""), "{\"card\": \"%s\"}".formatted(card));
    }

    /** So much for the criteria in their order; those left out stay open. */
    MvcTestResult rated(long assessment, Viewer viewer, int... values) {
        JsonNode criteria = view(assessment).path("criteria");
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            marks.append(i == 0 ? "" : ",")
                    .append("{\"criterion\": \"%s\", \"value\": %d, \"comment\": \"理由\"}"
                            .formatted(criteria.path(i).path("code").asString(), values[i]));
        }
        return http.put(path("/" + assessment + "/marks"), "{\"marks\": [%s]}".formatted(marks), viewer);
    }

    void rate(long assessment, Viewer viewer, int... values) {
        assertThat(rated(assessment, viewer, values)).hasStatus(NO_CONTENT);
    }

    JsonNode view(long assessment) {
        return http.get(path("/" + assessment), seller);
    }

    MvcTestResult send(long assessment, String body) {
        return http.post(path("/" + assessment + "/submission"), body, seller);
    }

    /** By whoever is asked first. */
    void decide(long assessment, Outcome outcome) {
        long request = beans.getBean(Approvals.class)
                .pending("assessment", assessment)
                .orElseThrow()
                .requestId();
        long asked = beans.getBean(DSLContext.class)
                .fetchSingle("select min(user_id) from approval.task where request_id = ?", request)
                .get(0, Long.class);
        beans.getBean(Decisions.class)
                .decide(request, outcome, "看过", SampleData.viewer(asked, "opportunity:read", "approval:decide"));
    }

    private String path(String rest) {
        return "/" + id + "/assessments" + rest;
    }
}
