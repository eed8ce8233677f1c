package qiji;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.SHARE;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.scoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A record is shown to one colleague beyond their scope, until a day or until it is taken back. A3 A7 */
@ModuleTest
class ShareTests {
    private static final String[] RIGHTS = {
        "opportunity:read",
        "opportunity:create",
        "opportunity:edit",
        "customer:read",
        "customer:create",
        "customer:edit",
        "contact:read",
        "user:read",
        "audit:read"
    };

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    private long colleague;
    private Api mine;
    private Api theirs;
    private long deal;

    @BeforeEach
    void people() {
        colleague = sample.user("Colleague");
        mine = Api.of(http, narrow(sample.user("Me")));
        theirs = Api.of(http, narrow(colleague));
        deal = mine.create("/api/opportunities", "{\"name\": \"专线\"}");
    }

    private static Viewer narrow(long user) {
        Viewer viewer = SampleData.viewer(user, RIGHTS);
        Scope own = Scope.ofOwners(Set.of(user));
        return scoped(scoped(viewer, "opportunity", own), "customer", own);
    }

    @Test
    void showsOneRecordToReadUntilItIsTakenBack() {
        assertThat(theirs.get("/api/opportunities/" + deal)).hasStatus(HttpStatus.NOT_FOUND);

        long share = mine.create("/api/shares", draft("opportunity", deal, colleague, null));

        assertThat(theirs.read("/api/opportunities/" + deal).at("/may/edit").booleanValue())
                .isFalse();
        assertThat(theirs.read("/api/records/opportunity/count").path("count").intValue())
                .isEqualTo(1);
        assertThat(theirs.patch("/api/opportunities/" + deal, "{\"name\": \"mine now\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mine.read("/api/shares?recordType=opportunity&recordId=" + deal)
                        .at("/rows/0/userId")
                        .asString())
                .isEqualTo(Long.toString(colleague));

        assertThat(mine.delete("/api/shares/" + share)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(theirs.get("/api/opportunities/" + deal)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mine.read("/api/shares?recordType=opportunity&recordId=" + deal)
                        .path("rows"))
                .isEmpty();
    }

    @Test
    void showsACustomerWithItsContacts() {
        long customer = mine.create("/api/customers", "{\"name\": \"华夏网络\"}");
        mine.create("/api/shares", draft("customer", customer, colleague, null));
        assertThat(theirs.get("/api/customers/" + customer)).hasStatusOk();
        assertThat(theirs.patch("/api/customers/" + customer, "{\"name\": \"x\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void endsByItselfAfterItsLastDay() {
        LocalDate today = LocalDate.now(Time.ZONE);
        mine.create("/api/shares", draft("opportunity", deal, colleague, today));
        assertThat(theirs.get("/api/opportunities/" + deal)).hasStatusOk();
        assertThat(mine.read("/api/shares?recordType=opportunity&recordId=" + deal)
                        .at("/rows/0/until")
                        .asString())
                .isEqualTo(today.toString());

        writing.by(Viewer.system("the day passes"));
        jooq.update(SHARE)
                .set(SHARE.SHARED_AT, Instant.EPOCH)
                .set(SHARE.ENDS_AT, Instant.EPOCH.plusSeconds(1))
                .where(SHARE.USER_ID.eq(colleague))
                .execute();
        assertThat(theirs.get("/api/opportunities/" + deal)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mine.read("/api/shares?recordType=opportunity&recordId=" + deal)
                        .path("rows"))
                .isEmpty();
    }

    @Test
    void isListedPageByPage() {
        for (int i = 0; i < 3; i++) {
            mine.create("/api/shares", draft("opportunity", deal, sample.user("Someone"), null));
        }
        String list = "/api/shares?recordType=opportunity&recordId=" + deal + "&limit=2";
        var first = mine.read(list);
        var second = mine.read(list + "&after=" + first.path("next").asString());
        assertThat(first.path("rows")).hasSize(2);
        assertThat(second.path("rows")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(mine.get(list.replace("limit=2", "limit=201"))).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void isProlongedRatherThanDoubled() {
        LocalDate day = LocalDate.now(Time.ZONE).plusDays(7);
        long share = mine.create("/api/shares", draft("opportunity", deal, colleague, day));
        assertThat(mine.create("/api/shares", draft("opportunity", deal, colleague, null)))
                .isEqualTo(share);
        assertThat(jooq.fetchValue(SHARE.ENDS_AT, SHARE.ID.eq(share))).isNull();
    }

    @Test
    void isForThoseWhoMayChangeTheRecord() {
        long third = sample.user("Third");
        assertThat(theirs.post("/api/shares", draft("opportunity", deal, third, null)))
                .hasStatus(HttpStatus.NOT_FOUND);
        long share = mine.create("/api/shares", draft("opportunity", deal, colleague, null));
        assertThat(theirs.post("/api/shares", draft("opportunity", deal, third, null)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(theirs.delete("/api/shares/" + share)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(Api.of(http, narrow(third)).delete("/api/shares/" + share)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Api.of(http, narrow(third)).get("/api/shares?recordType=opportunity&recordId=" + deal))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesWhatCannotBe() {
        LocalDate yesterday = LocalDate.now(Time.ZONE).minusDays(1);
        for (String draft : List.of(
                draft("opportunity", deal, 99999999, null),
                draft("opportunity", deal, colleague, yesterday),
                draft("opportunity", deal, colleague, LocalDate.MAX),
                draft("opportunity", deal, colleague, LocalDate.of(9999, 1, 1)),
                "{\"recordType\": \"opportunity\", \"recordId\": \"%d\"}".formatted(deal),
                "{}")) {
            assertThat(mine.post("/api/shares", draft)).as(draft).hasStatus(HttpStatus.BAD_REQUEST);
        }
        for (String type : List.of("product", "user", "nonsense")) {
            assertThat(mine.post("/api/shares", draft(type, deal, colleague, null)))
                    .as(type)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void isAuditedWithToWhomAndUntilWhen() {
        mine.create("/api/shares", draft("opportunity", deal, colleague, null));
        assertThat(mine.get("/api/audit?subjectType=organization.share"))
                .bodyJson()
                .extractingPath("$.rows[0].after.user_id")
                .isEqualTo((int) colleague);
        assertThat(jooq.fetchValue(OPPORTUNITY.VERSION, OPPORTUNITY.ID.eq(deal)))
                .isZero();
    }

    private static String draft(String type, long record, long user, @Nullable LocalDate until) {
        return "{\"recordType\": \"%s\", \"recordId\": \"%d\", \"userId\": \"%d\", \"until\": %s}"
                .formatted(type, record, user, until == null ? "null" : "\"" + until + "\"");
    }
}
