package qiji.records.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.SampleOpportunities;
import qiji.platform.Problem;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What many opportunities at once can do that nothing else can. */
@ModuleTest
@DisplayName("[X2] verbs of opportunities alone")
class OpportunityVerbsTests {
    @Autowired
    BulkActions actions;

    @Autowired
    SampleData sample;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    ApplicationContext beans;

    private SampleOpportunities opportunities;
    private Viewer seller;
    private long id;

    @BeforeEach
    void someone() {
        opportunities = new SampleOpportunities(beans);
        long owner = sample.user("Li Lei");
        seller = SampleData.viewer(owner, "opportunity:read", "opportunity:edit", "opportunity:abandon");
        id = opportunities.opportunity(owner);
    }

    private boolean apply(String action, String given) {
        return actions.apply(
                OpportunityFields.TYPE,
                action,
                id,
                (ObjectNode) JsonMapper.shared().readTree(given),
                seller);
    }

    @Test
    @DisplayName("[D5] put each under the newest edition, and leave those alone that go by it")
    void putsUnderTheNewestEdition() {
        assertThat(apply("newestEdition", "{}")).as("there is one only").isFalse();
        publish();
        assertThat(apply("newestEdition", "{}")).isTrue();
        assertThat(text("select e.number from opportunity.opportunity o join process.edition e on e.id = o.edition_id"))
                .isEqualTo(text("select max(e.number) from opportunity.opportunity o"
                        + " join process.edition e on e.process_id = o.process_id"));
        assertThat(apply("newestEdition", "{}")).isFalse();
    }

    @Test
    @DisplayName("[D9] ask for approval to abandon each; until then it goes on")
    void asksToAbandonEach() {
        opportunities.director();
        assertThat(apply("abandon", "{\"reason\": \"no money\"}")).isTrue();
        assertThat(text("select status from opportunity.opportunity o")).isEqualTo("OPEN");
        assertThatThrownBy(() -> apply("abandon", "{\"reason\": \"no money\"}"))
                .as("it waits already")
                .isInstanceOf(Problem.class);
        opportunities.approve(id);
        assertThat(text("select status from opportunity.opportunity o")).isEqualTo("ABANDONED");
    }

    @Test
    void areOfferedWithWhatComesOfThem() {
        assertThat(actions.offers(OpportunityFields.TYPE, seller))
                .filteredOn(offer -> offer.hint() != null)
                .extracting(BulkActions.Offer::action)
                .containsExactly("newestEdition", "abandon");
        Viewer reader = SampleData.viewer(seller.userId(), "opportunity:read");
        assertThat(actions.offers(OpportunityFields.TYPE, reader)).isEmpty();
        ObjectNode none = JsonMapper.shared().createObjectNode();
        assertThatThrownBy(() -> actions.mustBeSound(OpportunityFields.TYPE, "abandon", none, seller))
                .isInstanceOf(Problem.class);
    }

    private void publish() {
        Api editor = Api.of(http, SampleData.viewer(7, "process:edit", "process:read"));
        ObjectNode process = (ObjectNode) editor.read("/api/processes").get(0);
        ((ArrayNode) process.at("/stages/1/gate/requiredFields")).add("customerBudget");
        assertThat(editor.put("/api/processes/" + process.path("id").asString(), process.toString()))
                .hasStatusOk();
    }

    private String text(String from) {
        return jooq.fetchSingle(from + " where o.id = ?", id).get(0, String.class);
    }
}
