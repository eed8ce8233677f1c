package qiji.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** A1 to A4 for merges: who may, over which records, and of which fields they hear. */
@ModuleTest
class MergeRightsTests {
    private static final String[] RIGHTS = {
        "customer:read", "customer:create", "customer:edit", "customer:archive", "customer:merge"
    };

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Api chief;
    private Viewer seller;
    private Api own;
    private long keep;
    private long gone;

    @BeforeEach
    void twoOfASeller() {
        chief = Api.of(http, Everything.allowed(sample.user("Chief"), permissions));
        Viewer all = SampleData.viewer(sample.user("Li Lei"), RIGHTS);
        seller = SampleData.scoped(all, "customer", Scope.ofOwners(Set.of(all.userId())));
        own = Api.of(http, seller);
        keep = own.create("/api/customers", "{\"name\": \"银海\"}");
        gone = own.create("/api/customers", "{\"name\": \"银海科技\", \"level\": \"KEY\", \"region\": \"南京\"}");
    }

    private static MergeApi merges(Api api) {
        return new MergeApi(api, "customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer:merge", "customer:edit", "customer:archive"})
    void asksForEveryRight(String missing) {
        String[] less = Arrays.stream(RIGHTS).filter(it -> !it.equals(missing)).toArray(String[]::new);
        MergeApi lacking = merges(Api.of(http, SampleData.viewer(seller.userId(), less)));

        assertThat(lacking.tryMerge(keep, gone, 0, 0)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(lacking.preview(keep, gone).path("obstacles").toString()).contains("forbidden", missing);
        long merge = merges(own).merge(keep, gone);
        assertThat(lacking.tryUndo(merge)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void knowsNothingOfWhatOneMayNotSee() {
        long theirs = chief.create("/api/customers", "{\"name\": \"银海集团\"}");
        assertThat(merges(own).tryMerge(keep, theirs, 0, 0)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(own.get("/api/merges/preview?type=customer&keep={keep}&gone={gone}", theirs, gone))
                .hasStatus(HttpStatus.NOT_FOUND);

        long merge = merges(chief).merge(theirs, gone);

        assertThat(own.read("/api/merges?type=customer").path("rows")).isEmpty();
        assertThat(merges(own).tryUndo(merge)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void countsNothingThatIsSecret() {
        String deal = "{\"name\": \"专线\", \"customer\": \"%d\"%s}";
        chief.create("/api/opportunities", deal.formatted(gone, ""));
        chief.create("/api/opportunities", deal.formatted(gone, ", \"secrecy\": \"CONFIDENTIAL\""));
        String[] more = Stream.concat(Arrays.stream(RIGHTS), Stream.of("opportunity:read"))
                .toArray(String[]::new);
        Api reader = Api.of(http, SampleData.viewer(seller.userId(), more));

        assertThat(merges(reader).preview(keep, gone).at("/attached/0/count").asInt())
                .isOne();
        assertThat(merges(own).preview(keep, gone).path("attached")).isEmpty();
        assertThat(merges(chief).preview(keep, gone).at("/attached/0/count").asInt())
                .isEqualTo(2);
    }

    @Test
    void mergesNothingThatIsOnlyShared() {
        long theirs = chief.create("/api/customers", "{\"name\": \"银海集团\"}");
        chief.create(
                "/api/shares",
                "{\"recordType\": \"customer\", \"recordId\": \"%d\", \"userId\": \"%d\"}"
                        .formatted(theirs, seller.userId()));

        assertThat(merges(own).tryMerge(keep, theirs, 0, 0)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(merges(own).preview(keep, theirs).path("obstacles").toString())
                .contains("gone-out-of-scope");
    }

    @Test
    void tellsAndTakesNoHiddenFieldButLosesItNeither() {
        MergeApi blind = merges(Api.of(http, ruled(FieldAccess.HIDDEN)));

        assertThat(blind.preview(keep, gone).path("fields").toString())
                .contains("region")
                .doesNotContain("level");
        assertThat(blind.tryMerge(keep, gone, 0, 0, "level")).hasStatus(HttpStatus.BAD_REQUEST);
        blind.merge(keep, gone);
        assertThat(level(keep)).isEqualTo("KEY");
        assertThat(region(keep)).isEmpty();
    }

    @Test
    void choosesNothingThatMayOnlyBeRead() {
        own.patch("/api/customers/" + keep, "{\"level\": \"ORDINARY\"}");
        MergeApi reader = merges(Api.of(http, ruled(FieldAccess.READ_ONLY)));

        assertThat(MergeApi.field(reader.preview(keep, gone), "level").toString())
                .contains("\"gone\":\"KEY\"", "\"choosable\":false");
        assertThat(reader.tryMerge(keep, gone, 1, 0, "level")).hasStatus(HttpStatus.BAD_REQUEST);
        reader.merge(keep, gone);
        assertThat(level(keep)).isEqualTo("ORDINARY");
    }

    @Test
    void givesACustomerToAnotherOwnerOnlyByThatRight() {
        long theirs = chief.create("/api/customers", "{\"name\": \"银海集团\"}");
        Viewer all = SampleData.viewer(seller.userId(), RIGHTS);

        assertThat(merges(Api.of(http, all)).tryMerge(keep, theirs, 0, 0, "owner"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        merges(chief).merge(keep, theirs, "owner");
        assertThat(own.get("/api/customers/" + keep)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private Viewer ruled(FieldAccess level) {
        return new Viewer(
                seller.userId(),
                0,
                seller.name(),
                seller.permissions(),
                seller.scopes(),
                Map.of("customer.level", level),
                false);
    }

    private String level(long id) {
        return values(id).path("level").asString("");
    }

    private String region(long id) {
        return values(id).path("region").asString("");
    }

    private JsonNode values(long id) {
        return own.read("/api/customers/" + id).path("values");
    }
}
