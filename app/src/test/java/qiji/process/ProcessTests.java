package qiji.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sales processes over HTTP. D1 D5 */
@ModuleTest
class ProcessTests {
    private static final String TWO_STAGES = """
            {"code": "%s", "name": "渠道销售", "stages": [
              {"code": "A", "name": "了解", "winRate": 10, "maturity": "POTENTIAL", "keyActions": ["拜访"],
               "workItems": ["收集客户信息"], "diagnosisIndicators": ["首次联系距登记不超过 2 天"]},
              {"code": "F", "name": "成交", "winRate": 100, "maturity": "SUCCESS", "isFinal": true,
               "gate": {"requiredFields": ["customer"], "validityRequired": true}}]}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    Stages stages;

    private final Viewer editor = SampleData.viewer(7, "process:edit");

    // D5: names and rates, and all of stage C, as the source has them.
    @Test
    void shipsTheDefaultProcess() {
        SalesProcess process = stages.findDefault().orElseThrow();
        assertThat(process.name()).isEqualTo("政企销售");
        assertThat(process.path())
                .extracting(Stage::name)
                .containsExactly("了解商机", "确认商机", "方案论证", "商务谈判", "销售成交", "交接回款");
        assertThat(process.path())
                .extracting(stage -> stage.winRate().intValueExact())
                .containsExactly(10, 25, 50, 75, 90, 100);
        Stage c = process.path().get(2);
        assertThat(c.expectedConversion()).isEqualByComparingTo(BigDecimal.valueOf(60));
        assertThat(c.plannedDays()).isEqualTo(10);
        assertThat(c.guidance().participants()).containsExactly("客户经理", "顾问");
        assertThat(c.guidance().keyActions()).hasSize(9).endsWith("达成框架性合作意向");
        assertThat(process.path()).allSatisfy(stage -> {
            assertThat(stage.guidance().workItems()).isNotEmpty();
            assertThat(stage.guidance().diagnosisQuestions()).isNotEmpty();
            assertThat(stage.guidance().diagnosisIndicators()).isNotEmpty();
        });
        assertThat(process.last().isFinal()).isTrue();
        assertThat(process.path().get(1).gate().validityRequired()).isTrue();
    }

    // X8: what ships speaks both languages; what somebody made is told as it was given.
    @Test
    void tellsShippedStagesInEnglish() {
        SalesProcess process = stages.findDefault().orElseThrow();
        assertThat(process.english().name()).isEqualTo("Government and enterprise sales");
        assertThat(process.path()).allSatisfy(stage -> {
            assertThat(stage.words().en()).matches("[A-Za-z -]+");
            assertThat(stage.english().guidance()).satisfies(english -> {
                assertThat(english.goal()).isNotBlank();
                assertThat(english.keyActions()).hasSameSizeAs(stage.guidance().keyActions());
                assertThat(english.workItems()).hasSameSizeAs(stage.guidance().workItems());
            });
        });
        create("own");
        assertThat(listed("stage", "zh")).contains("\"name\":\"了解商机\"", "\"name\":\"成交\"");
        assertThat(listed("stage", "en")).contains("\"name\":\"Discovery\"", "\"name\":\"成交\"");
        assertThat(listed("process", "en"))
                .contains("\"name\":\"Government and enterprise sales\"", "\"name\":\"渠道销售\"");
    }

    @Test
    void createsEditsAndArchivesADefinition() {
        String id = create("two-stages");
        ObjectNode definition = read(id);
        assertThat(definition.at("/stages/1/isFinal").asBoolean()).isTrue();
        assertThat(definition.at("/stages/0/keyActions/0").asString()).isEqualTo("拜访");
        assertThat(definition.at("/stages/0/id").isString()).isTrue();

        definition.put("name", "渠道");
        assertThat(send(HttpMethod.PUT, "/" + id, definition.toString(), editor))
                .hasStatusOk();
        assertThat(send(HttpMethod.PUT, "/" + id, definition.toString(), editor))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(read(id).get("name").asString()).isEqualTo("渠道");

        assertThat(send(HttpMethod.DELETE, "/" + id, "", editor)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(read(id).get("archived").asBoolean()).isTrue();
    }

    @Test
    void swapsCodesAndRemovesStagesNobodyWasIn() {
        String id = create("swapping");
        ObjectNode definition = read(id);
        ObjectNode added = ((ObjectNode) definition.at("/stages/0"))
                .deepCopy()
                .put("code", "B")
                .put("position", 2);
        added.remove("id");
        ((tools.jackson.databind.node.ArrayNode) definition.get("stages")).insert(1, added);
        ((ObjectNode) definition.at("/stages/2")).put("position", 3);
        assertThat(send(HttpMethod.PUT, "/" + id, definition.toString(), editor))
                .hasStatusOk();

        ObjectNode three = read(id);
        ((ObjectNode) three.at("/stages/0")).put("code", "B");
        ((ObjectNode) three.at("/stages/1")).put("code", "A");
        assertThat(send(HttpMethod.PUT, "/" + id, three.toString(), editor)).hasStatusOk();
        assertThat(read(id).at("/stages/0/code").asString()).isEqualTo("B");
        assertThat(read(id).at("/stages/0/id")).isEqualTo(three.at("/stages/0/id"));

        ObjectNode two = read(id);
        ((tools.jackson.databind.node.ArrayNode) two.get("stages")).remove(0);
        ((ObjectNode) two.at("/stages/0")).put("position", 1);
        ((ObjectNode) two.at("/stages/1")).put("position", 2);
        assertThat(send(HttpMethod.PUT, "/" + id, two.toString(), editor)).hasStatusOk();
        assertThat(read(id).get("stages")).hasSize(2);
    }

    @Test
    void keepsAStageThatOpportunitiesWereIn() {
        String id = create("in-use");
        ObjectNode definition = read(id);
        writing.by(Viewer.system("test"));
        jooq.execute(
                "with o as (insert into opportunity.opportunity (number, name, process_id, stage_id, stage_entered_at,"
                        + " opened_on, created_by) values ('P-1', 'p', {0}, {1}, now(), current_date, 0) returning id)"
                        + " insert into opportunity.stage_visit (opportunity_id, stage_id, entered_at, entered_by)"
                        + " select id, {1}, now(), 0 from o",
                org.jooq.impl.DSL.val(Long.valueOf(id)),
                org.jooq.impl.DSL.val(definition.at("/stages/0/id").asLong()));
        ObjectNode renumbered = definition.deepCopy();
        ObjectNode other = ((ObjectNode) renumbered.at("/stages/0"));
        other.remove("id");
        assertThat(send(
                        HttpMethod.PUT,
                        "/" + id,
                        renumbered.put("code", "in-use").toString(),
                        editor))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/stage-in-use\", \"stages\": [\"A\"]}");
    }

    @Test
    void refusesWhatIsNotSoundWithAllFaults() {
        assertThat(send(HttpMethod.POST, "", "{\"code\": \"a b\", \"name\": \"x\", \"stages\": []}", editor))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.fields[*].field")
                .asArray()
                .containsExactlyInAnyOrder("code", "stages", "stages");
        assertThat(send(HttpMethod.POST, "", "{\"stages\": [null, {}]}", editor))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(send(HttpMethod.POST, "", "{\"code\": {}, \"stages\": 7}", editor))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void keepsADefault() {
        long id = stages.findDefault().orElseThrow().key();
        assertThat(send(HttpMethod.DELETE, "/" + id, "", editor)).hasStatus(HttpStatus.CONFLICT);
        String other = create("new-default");
        ObjectNode definition = read(other).put("isDefault", true);
        assertThat(send(HttpMethod.PUT, "/" + other, definition.toString(), editor))
                .hasStatusOk();
        assertThat(stages.findDefault().orElseThrow().key()).isEqualTo(Long.parseLong(other));
    }

    @Test
    void isEditedOnlyByThoseAllowed() {
        Viewer reader = SampleData.viewer(7, "opportunity:read");
        assertThat(send(HttpMethod.POST, "", TWO_STAGES.formatted("x"), reader)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(HttpMethod.DELETE, "/1", "", reader)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(HttpMethod.DELETE, "/999999", "", editor)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private String listed(String type, String language) {
        MvcTestResult result = http.get()
                .uri("/api/records/" + type)
                .header("Accept-Language", language)
                .with(authentication(new TestingAuthenticationToken(
                        SampleData.viewer(7, "stage:read", "process:read"), null, "ROLE_USER")))
                .exchange();
        return body(result).toString();
    }

    private String create(String code) {
        MvcTestResult made = send(HttpMethod.POST, "", TWO_STAGES.formatted(code), editor);
        assertThat(made).hasStatus(HttpStatus.CREATED);
        return body(made).get("id").asString();
    }

    private ObjectNode read(String id) {
        for (JsonNode process : body(send(HttpMethod.GET, "", "", editor))) {
            if (process.get("id").asString().equals(id)) {
                return (ObjectNode) process;
            }
        }
        throw new AssertionError("no process " + id);
    }

    private JsonNode body(MvcTestResult result) {
        try {
            return json.readTree(result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult send(HttpMethod method, String path, String body, Viewer viewer) {
        return http.method(method)
                .uri("/api/processes" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(As.page())
                .with(authentication(new TestingAuthenticationToken(viewer, null, "ROLE_USER")))
                .exchange();
    }
}
