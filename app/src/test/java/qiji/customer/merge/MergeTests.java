package qiji.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.DeclaresPermissions;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** B1: two customers become one, by a choice for each field. */
@ModuleTest
class MergeTests {
    private static final String CODE = "91330100799655058B";

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Api own;
    private MergeApi merges;
    private long keep;
    private long gone;

    @BeforeEach
    void twoOfTheSame() {
        own = Api.of(http, Everything.allowed(sample.user("Li Lei"), permissions));
        merges = new MergeApi(own, "customer");
        keep = own.create("/api/customers", "{\"name\": \"银海科技\", \"region\": \"江苏\", \"tags\": [\"甲\"]}");
        gone = own.create("/api/customers", """
                {"name": "江苏银海科技有限公司", "creditCode": "%s", "region": "南京", "level": "KEY",
                 "annualRevenue": 1234567890123.45, "externalId": "%s"}""".formatted(CODE, SampleData.unique("EX")));
    }

    private JsonNode values(long id) {
        return own.read("/api/customers/" + id).path("values");
    }

    @Test
    void tellsWhatDiffersAndWhatWouldBeTaken() {
        own.create("/api/contacts", "{\"name\": \"张伟\", \"customer\": \"%d\"}".formatted(gone));

        JsonNode preview = merges.preview(keep, gone);

        assertThat(preview.path("keep").path("label").asString()).isEqualTo("银海科技");
        assertThat(preview.path("gone").path("version").asInt()).isZero();
        assertThat(preview.path("obstacles")).isEmpty();
        assertThat(MergeApi.field(preview, "region").toString())
                .contains("\"keep\":\"江苏\"", "\"gone\":\"南京\"", "\"differs\":true", "\"take\":false");
        assertThat(MergeApi.field(preview, "level").toString()).contains("\"choosable\":true", "\"take\":true");
        assertThat(MergeApi.field(preview, "website").toString()).contains("\"differs\":false", "\"choosable\":false");
        assertThat(preview.path("attached").toString())
                .isEqualTo("[{\"kind\":\"contact\",\"label\":\"联系人\",\"count\":1}]");
    }

    @Test
    void keepsWhatWasChosenAndPutsTheOtherAway() {
        merges.merge(keep, gone, "region", "creditCode", "annualRevenue", "externalId");

        JsonNode kept = values(keep);
        assertThat(kept.path("name").asString()).isEqualTo("银海科技");
        assertThat(kept.path("region").asString()).isEqualTo("南京");
        assertThat(kept.path("creditCode").asString()).isEqualTo(CODE);
        assertThat(kept.path("annualRevenue").decimalValue()).isEqualByComparingTo("1234567890123.45");
        assertThat(kept.path("externalId").asString()).startsWith("EX");
        assertThat(kept.path("level").isNull()).isTrue();
        assertThat(kept.path("formerNames").asString()).isEqualTo("江苏银海科技有限公司");
        JsonNode away = values(gone);
        assertThat(away.path("archivedAt").isNull()).isFalse();
        assertThat(away.path("mergedInto").path("id").asString()).isEqualTo(Long.toString(keep));
        assertThat(away.path("mergedInto").path("label").asString()).isEqualTo("银海科技");
        assertThat(own.post("/api/customers/" + gone + "/restoration", "")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void takesWhatIsEmptyElseFromTheOtherIfNobodyChooses() {
        merges.mergeAsUsual(keep, gone);

        JsonNode kept = values(keep);
        assertThat(kept.path("region").asString()).isEqualTo("江苏");
        assertThat(kept.path("level").asString()).isEqualTo("KEY");
        assertThat(kept.path("creditCode").asString()).isEqualTo(CODE);
        assertThat(kept.path("tags").toString()).isEqualTo("[\"甲\"]");
    }

    @Test
    void hasTheTagsOfBothAndTakesOnlyThoseOfTheOtherAwayAgain() {
        own.patch("/api/customers/" + gone, "{\"tags\": [\"乙\", \"甲\", \"丙\"]}");
        assertThat(merges.preview(keep, gone)
                        .path("fields")
                        .valueStream()
                        .filter(it -> it.path("code").asString().equals("tags")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("united").booleanValue()).isTrue();
                    assertThat(it.path("choosable").booleanValue()).isFalse();
                });
        long merge = merges.merge(keep, gone, "name");
        assertThat(values(keep).path("tags").toString()).isEqualTo("[\"甲\",\"乙\",\"丙\"]");
        own.patch("/api/customers/" + keep, "{\"tags\": [\"甲\", \"丙\", \"丁\"]}");
        merges.undo(merge);
        assertThat(values(keep).path("tags").toString()).isEqualTo("[\"甲\",\"丁\"]");
        assertThat(values(gone).path("tags").toString()).isEqualTo("[\"乙\",\"甲\",\"丙\"]");
    }

    @Test
    void isFoundByTheNameOfTheOtherThatIsFoundNoMore() {
        String search = "/api/search?q={text}&types=customer";
        merges.merge(keep, gone);

        assertThat(own.read(search, "江苏银海").toString())
                .contains("\"id\":\"" + keep + "\"")
                .doesNotContain("\"id\":\"" + gone + "\"");
        merges.undo(merges.last(keep));
        assertThat(own.read(search, "江苏银海").toString())
                .contains("\"id\":\"" + gone + "\"")
                .doesNotContain("\"id\":\"" + keep + "\"");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(merges.tryMerge(keep, keep, 0, 0)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(merges.tryMerge(keep, 999_999_999, 0, 0)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(merges.tryMerge(keep, gone, 0, 0, "nosuch")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(merges.tryMerge(keep, gone, 0, 0, "createdAt")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(own.get("/api/merges/preview?type=product&keep=1&gone=2")).hasStatus(HttpStatus.NOT_FOUND);
        MvcTestResult stale = merges.tryMerge(keep, gone, 0, 7);
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Api.body(stale).path("record").asString()).isEqualTo("gone");
        own.post("/api/customers/" + gone + "/archive", "");
        MvcTestResult refused = merges.tryMerge(keep, gone, 0, 1);
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(Api.body(refused).path("obstacles").path(0).path("code").asString())
                .isEqualTo("gone-archived");
        assertThat(merges.preview(keep, gone)
                        .path("obstacles")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("gone-archived");
    }

    @Test
    void isUndoneWithAllThatWasTakenAndLeavesWhatCameSince() {
        JsonNode before = values(keep);
        JsonNode other = values(gone);
        long merge = merges.mergeAsUsual(keep, gone);
        own.patch("/api/customers/" + keep, "{\"level\": \"ORDINARY\"}");

        merges.undo(merge);

        JsonNode after = values(keep);
        assertThat(after.path("level").asString()).isEqualTo("ORDINARY");
        for (String field : List.of("name", "creditCode", "annualRevenue", "externalId", "formerNames", "tags")) {
            assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
        }
        assertThat(values(gone)).isEqualTo(other);
        assertThat(merges.tryUndo(merge)).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void isUndoneTheLastFirst() {
        long third = own.create("/api/customers", "{\"name\": \"银海\"}");
        long first = merges.mergeAsUsual(keep, gone);
        long second = merges.mergeAsUsual(third, keep);
        assertThat(values(third).path("formerNames").asString()).isEqualTo("银海科技；江苏银海科技有限公司");

        MvcTestResult refused = merges.tryUndo(first);
        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(Api.body(refused).path("obstacles").path(0).path("code").asString())
                .isEqualTo("keep-merged");
        merges.undo(second);
        merges.undo(first);
        assertThat(values(gone).path("creditCode").asString()).isEqualTo(CODE);
        assertThat(values(keep).path("creditCode").isNull()).isTrue();
    }

    @Test
    void putsNothingAboveItself() {
        long parent = own.create("/api/customers", "{\"name\": \"集团\"}");
        own.patch("/api/customers/" + gone, "{\"parent\": \"%d\"}".formatted(parent));
        long between = own.create("/api/customers", "{\"name\": \"中间\", \"parent\": \"%d\"}".formatted(gone));
        own.patch("/api/customers/" + keep, "{\"parent\": \"%d\"}".formatted(between));

        long merge = merges.mergeAsUsual(keep, gone);

        assertThat(values(keep).path("parent").path("id").asString()).isEqualTo(Long.toString(parent));
        assertThat(values(between).path("parent").path("id").asString()).isEqualTo(Long.toString(keep));
        merges.undo(merge);
        assertThat(values(keep).path("parent").path("id").asString()).isEqualTo(Long.toString(between));
        assertThat(values(between).path("parent").path("id").asString()).isEqualTo(Long.toString(gone));
        merges.mergeAsUsual(gone, keep);
        assertThat(values(gone).path("parent").path("id").asString()).isEqualTo(Long.toString(parent));
    }

    @Test
    void listsWhatWasMerged() {
        long merge = merges.merge(keep, gone);

        JsonNode row = own.read("/api/merges?type=customer&record=" + gone)
                .path("rows")
                .path(0);
        assertThat(row.path("id").asString()).isEqualTo(Long.toString(merge));
        assertThat(row.path("gone").path("label").asString()).isEqualTo("江苏银海科技有限公司");
        assertThat(row.path("mayUndo").asBoolean()).isTrue();
        merges.undo(merge);
        JsonNode undone = own.read("/api/merges?type=customer&record=" + keep)
                .path("rows")
                .path(0);
        assertThat(undone.path("mayUndo").asBoolean()).isFalse();
        assertThat(undone.path("undoneBy").path("label").asString()).startsWith("Li Lei");
    }
}
