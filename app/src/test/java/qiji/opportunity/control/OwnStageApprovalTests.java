package qiji.opportunity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.scoped;
import static qiji.testing.SampleData.viewer;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.opportunity.SampleOpportunities;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** The flow that ships for entering a stage also decides what is the director's own. */
@ModuleTest
@DisplayName("[D9] stage approval of the director's own opportunity")
class OwnStageApprovalTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext jooq;

    @Test
    void goesToTheRoleAbove() {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        long director = opportunities.director();
        long deputy = sample.user(
                "Deputy",
                jooq.fetchSingle("select department_id from organization.app_user where id = ?", director)
                        .get(0, Long.class));
        jooq.execute("insert into organization.user_role (user_id, role_id) select " + deputy
                + ", id from organization.role where code = 'DEPUTY_GM'");
        opportunities.demand("{\"approvalRequired\": true}");
        Api api = Api.of(mvc, viewer(director, SampleOpportunities.EVERY_RIGHT));
        long own = api.create("/api/opportunities", "{\"name\": \"Mine\"}");
        // [D9] The chain is told before it is sent.
        var chain = api.read("/api/approvals/preview?kind=stage-gate&subject=" + own);
        assertThat(chain.get("levels").get(0).get("people").get(0).get("id").asLong())
                .isEqualTo(deputy);
        Api stranger = Api.of(
                mvc, scoped(viewer(deputy, "opportunity:read"), "opportunity", new Scope.Part(Set.of(), Set.of())));
        assertThat(stranger.get("/api/approvals/preview?kind=stage-gate&subject=" + own))
                .hasStatus(404);
        var sent = api.post(
                "/api/opportunities/" + own + "/gate-approvals",
                "{\"stageId\": \"%d\"}".formatted(opportunities.stage("B")));
        assertThat(sent).as(() -> Api.body(sent).toString()).hasStatus2xxSuccessful();
        List<Long> asked = jooq.fetch(
                        "select t.user_id from approval.task t join approval.request r on r.id = t.request_id"
                                + " where r.kind = 'stage-gate' and r.record_id = ?",
                        own)
                .getValues(0, Long.class);
        assertThat(asked).containsExactly(deputy);
    }
}
