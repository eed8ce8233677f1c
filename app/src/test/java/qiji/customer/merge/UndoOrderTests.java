package qiji.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.customer.CreditCode;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** B1: merges of one survivor are undone in whatever order, and none is wedged. */
@ModuleTest
class UndoOrderTests {
    private static final String[] TAKEN = {"name", "creditCode", "region", "externalId"};

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Api own;
    private MergeApi merges;
    private long keep;
    private long second;
    private long third;

    @BeforeEach
    void threeOfTheSame() {
        own = Api.of(http, Everything.allowed(sample.user("Li Lei"), permissions));
        merges = new MergeApi(own, "customer");
        keep = customer("甲");
        second = customer("乙");
        third = customer("丙");
    }

    private long customer(String name) {
        return own.create("/api/customers", """
                {"name": "%s", "creditCode": "%s", "region": "%s区", "externalId": "%s"}""".formatted(name, code(), name, SampleData.unique("EX")));
    }

    private static String code() {
        long number = Long.parseLong(SampleData.unique("").substring(1));
        return CreditCode.complete("9133" + (2_000_000_000_000L + number));
    }

    private JsonNode values(long id) {
        return own.read("/api/customers/" + id).path("values");
    }

    private String value(long id, String field) {
        return values(id).path(field).asString("");
    }

    @Test
    void eachTakesAwayTheTagsThatItAloneAdded() {
        tag(keep, "重点", "华东");
        tag(second, "华东", "云", "共有");
        tag(third, "安全", "共有");
        long first = merges.mergeAsUsual(keep, second);
        long later = merges.mergeAsUsual(keep, third);
        assertThat(tags(keep)).isEqualTo("[\"重点\",\"华东\",\"云\",\"共有\",\"安全\"]");
        tag(keep, "重点", "华东", "云", "共有", "安全", "后来");

        merges.undo(first);

        assertThat(tags(keep)).isEqualTo("[\"重点\",\"华东\",\"共有\",\"安全\",\"后来\"]");
        assertThat(tags(second)).isEqualTo("[\"华东\",\"云\",\"共有\"]");
        merges.undo(later);
        assertThat(tags(keep)).isEqualTo("[\"重点\",\"华东\",\"后来\"]");
        assertThat(tags(third)).isEqualTo("[\"安全\",\"共有\"]");
    }

    @Test
    void theLaterLeavesTheTagsOfTheEarlier() {
        tag(second, "云", "共有");
        tag(third, "安全", "共有");
        long first = merges.mergeAsUsual(keep, second);
        long later = merges.mergeAsUsual(keep, third);
        merges.undo(later);
        assertThat(tags(keep)).isEqualTo("[\"云\",\"共有\"]");
        merges.undo(first);
        assertThat(tags(keep)).isEqualTo("[]");
    }

    private void tag(long id, String... tags) {
        String all = Stream.of(tags).map(it -> '"' + it + '"').collect(Collectors.joining(","));
        assertThat(own.patch("/api/customers/" + id, "{\"tags\": [%s]}".formatted(all)))
                .hasStatusOk();
    }

    private String tags(long id) {
        return values(id).path("tags").toString();
    }

    @Test
    void handsTheSurvivorsOwnValuesDown() {
        JsonNode before = values(keep);
        JsonNode other = values(second);
        long first = merges.merge(keep, second, TAKEN);
        long later = merges.merge(keep, third, TAKEN);

        merges.undo(first);

        assertThat(values(second)).isEqualTo(other);
        assertThat(value(keep, "name")).isEqualTo("丙");
        assertThat(value(keep, "formerNames")).isEqualTo("甲");
        merges.undo(later);
        for (String field : List.of("name", "creditCode", "region", "externalId", "formerNames")) {
            assertThat(values(keep).path(field)).as(field).isEqualTo(before.path(field));
        }
    }

    @Test
    void leavesWhatWasChangedBetween() {
        long first = merges.merge(keep, second, TAKEN);
        own.patch("/api/customers/" + keep, "{\"region\": \"丁区\"}");
        long later = merges.merge(keep, third, TAKEN);

        merges.undo(first);
        merges.undo(later);

        assertThat(value(keep, "region")).isEqualTo("丁区");
        assertThat(value(keep, "name")).isEqualTo("甲");
    }

    @Test
    void tellsWhatAnotherRecordHasByNow() {
        String code = value(keep, "creditCode");
        String taken = value(second, "creditCode");
        long merge = merges.merge(keep, second, TAKEN);
        own.patch("/api/customers/" + third, "{\"creditCode\": \"%s\"}".formatted(code));

        JsonNode left = Api.body(merges.tryUndo(merge)).path("left");

        assertThat(left).hasSize(1);
        assertThat(left.path(0).path("record").asString()).isEqualTo(Long.toString(keep));
        assertThat(left.path(0).path("field").asString()).isEqualTo("creditCode");
        assertThat(values(keep).path("creditCode").isNull()).isTrue();
        assertThat(value(keep, "name")).isEqualTo("甲");
        assertThat(value(second, "creditCode")).isEqualTo(taken);
    }

    @Test
    void leavesWithTheThirdWhatSomebodyGaveItBetween() {
        long deal = own.create("/api/opportunities", "{\"name\": \"专线\", \"customer\": \"%d\"}".formatted(second));
        long first = merges.merge(keep, second);
        own.patch("/api/opportunities/" + deal, "{\"customer\": \"%d\"}".formatted(third));
        long later = merges.merge(keep, third);

        merges.undo(first);
        merges.undo(later);

        assertThat(own.read("/api/opportunities/" + deal)
                        .at("/values/customer/id")
                        .asString())
                .isEqualTo(Long.toString(third));
    }

    @Test
    void keepsContactsTogetherThatBecameOne() {
        MergeApi people = new MergeApi(own, "contact");
        long one = own.create("/api/contacts", "{\"name\": \"张伟\", \"customer\": \"%d\"}".formatted(keep));
        long two = own.create("/api/contacts", "{\"name\": \"张 伟\", \"customer\": \"%d\"}".formatted(second));
        long merge = merges.merge(keep, second);
        long both = people.merge(one, two);

        assertThat(Api.body(merges.tryUndo(merge)).at("/obstacles/0/code").asString())
                .isEqualTo("contacts-merged");
        people.undo(both);
        merges.undo(merge);
        assertThat(own.read("/api/contacts/" + two).at("/values/customer/id").asString())
                .isEqualTo(Long.toString(second));
    }
}
