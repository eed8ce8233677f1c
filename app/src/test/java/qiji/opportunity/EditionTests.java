package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static qiji.testing.SampleData.viewer;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changing a process makes an edition more; opportunities under way are asked what they were asked before. */
@ModuleTest
@DisplayName("[D5] editions of a process")
class EditionTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    MockMvcTester mvc;

    private SampleOpportunities opportunities;
    private Viewer reader;
    private Api editor;
    private Api seller;

    @BeforeEach
    void someone() {
        opportunities = new SampleOpportunities(beans);
        editor = Api.of(mvc, viewer(7, "process:edit", "process:read"));
        seller = Api.of(mvc, viewer(sample.user("Li Lei"), SampleOpportunities.EVERY_RIGHT));
        reader = viewer(sample.user("Han"), "opportunity:read");
    }

    @Test
    void leavesThoseUnderWayAsTheyAre() {
        long before = create();
        change(process -> ((ArrayNode) stage(process, 1).get("gate").get("requiredFields")).add("customerBudget"));
        long after = create();
        assertThat(unmet(before)).doesNotContain("customerBudget");
        assertThat(unmet(after)).contains("customerBudget");
        assertThat(seller.read("/api/opportunities/" + before).get("edition").toString())
                .isEqualTo("{\"number\":1,\"newest\":2}");

        String newest = "/api/opportunities/" + before + "/newest-edition";
        assertThat(Api.of(mvc, reader).post(newest, "{}")).hasStatus(FORBIDDEN);
        assertThat(seller.post(newest, "{}")).hasStatusOk();
        assertThat(unmet(before)).contains("customerBudget");
        assertThat(seller.post(newest, "{}")).hasStatus(BAD_REQUEST).bodyText().contains("\"edition\"");
    }

    @Test
    void tellsTheEditionsAndWhoGoesByThem() {
        int others = underWay();
        create();
        change(process -> stage(process, 0).put("goal", "Know them"));
        create();
        assertThat(editions()).isEqualTo("2 \"because\" 1, 1 null " + (others + 1));

        change(process -> process.put("description", "another"));
        change(process -> stage(process, 0).put("winRate", 11));
        assertThat(editions())
                .as("what is counted by is no edition")
                .isEqualTo("2 \"because\" 1, 1 null " + (others + 1));
    }

    @Test
    void keepsKeyActionsDoneWhateverTheyAreCalled() {
        long id = create();
        long first = opportunities.process().first().key();
        String actions = "/api/opportunities/" + id + "/key-actions";
        assertThat(seller.put(actions, "{\"stageId\": %d, \"place\": 0, \"done\": true}".formatted(first)))
                .hasStatus2xxSuccessful();
        change(process -> ((ArrayNode) stage(process, 0).get("keyActions")).set(0, "Visit them twice"));
        assertThat(seller.post("/api/opportunities/" + id + "/newest-edition", "{}"))
                .hasStatusOk();
        assertThat(seller.read(actions).get(0).get("actions").get(0).asString()).isEqualTo("Visit them twice");
        assertThat(seller.read(actions).get(0).get("done").toString()).isEqualTo("[0]");
    }

    @Test
    void keepsAStageThatSomebodyMayStillComeTo() {
        create();
        assertThat(put(process -> ((ArrayNode) process.get("stages")).remove(4)))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("stage-in-use");
    }

    @Test
    void changesTheProcessAtACommandersWord() {
        long id = create();
        long other = editor.create("/api/processes", """
                {"code": "CHANNEL", "name": "渠道", "stages": [
                  {"code": "A", "name": "A", "winRate": 10, "maturity": "POTENTIAL", "plannedDays": 3},
                  {"code": "B", "name": "B", "winRate": 100, "maturity": "SUCCESS", "isFinal": true}]}""");
        String path = "/api/opportunities/" + id + "/process";
        assertThat(seller.put(path, "{\"processId\": \"%d\"}".formatted(other)))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("\"reason\"");
        String into = "{\"processId\": \"%d\", \"reason\": \"by a partner\"}".formatted(other);
        assertThat(seller.put(path, into)).hasStatusOk();
        assertThat(opportunities.row(id).getProcessId()).isEqualTo(other);
        assertThat(opportunities.row(id).getOverstayOn())
                .isEqualTo(LocalDate.now(Time.ZONE).plusDays(4));
        assertThat(seller.put(path, into)).as("it is in it").hasStatus(BAD_REQUEST);
    }

    @Test
    void takesTheProcessNamedAtCreation() {
        long other = editor.create("/api/processes", """
                {"code": "SHORT", "name": "短", "stages": [
                  {"code": "A", "name": "A", "winRate": 10, "maturity": "POTENTIAL"},
                  {"code": "B", "name": "B", "winRate": 100, "maturity": "SUCCESS", "isFinal": true}]}""");
        long id = seller.create("/api/opportunities", "{\"name\": \"One\", \"process\": \"%d\"}".formatted(other));
        assertThat(opportunities.row(id).getProcessId()).isEqualTo(other);
        assertThat(opportunities.row(id).getOverstayOn()).isNull();
    }

    private long create() {
        return seller.create("/api/opportunities", "{\"name\": \"One\"}");
    }

    private String unmet(long id) {
        String into = "{\"stageId\": \"%d\"}".formatted(opportunities.stage("B"));
        return Api.body(seller.put("/api/opportunities/" + id + "/stage", into)).toString();
    }

    private void change(Consumer<ObjectNode> how) {
        assertThat(put(how)).hasStatusOk();
    }

    private MvcTestResult put(Consumer<ObjectNode> how) {
        ObjectNode process = (ObjectNode) editor.read("/api/processes").get(0);
        how.accept(process);
        process.put("reason", "because");
        int place = 0;
        for (var stage : process.get("stages")) {
            ((ObjectNode) stage).put("position", ++place).remove("keyActionKeys");
        }
        return editor.put("/api/processes/" + process.get("id").asString(), process.toString());
    }

    private static ObjectNode stage(ObjectNode process, int place) {
        return (ObjectNode) process.get("stages").get(place);
    }

    private int underWay() {
        return all().get(0).get("underWay").asInt();
    }

    private tools.jackson.databind.JsonNode all() {
        return seller.read("/api/processes/" + opportunities.process().key() + "/editions");
    }

    private String editions() {
        return all().valueStream()
                .map(one -> "%s %s %s".formatted(one.get("number"), one.get("reason"), one.get("underWay")))
                .collect(Collectors.joining(", "));
    }
}
