package qiji.notification;

import static db.notification.Tables.NOTICE;
import static db.organization.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.opportunity.SampleOpportunities;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** What people were told, as they read it: their own only, in their language, of records that they see. [D9 X8] */
@ModuleTest
class NoticesTests {
    /** One that the application knows, and so can put into words. */
    private static final NoticeKind GIVEN = NoticeKind.of("opportunity.given", "", "");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext jooq;

    @Autowired
    Notices notices;

    @Autowired
    SampleData sample;

    @Autowired
    ApplicationContext beans;

    private long user;
    private Viewer viewer;
    private Api api;

    @BeforeEach
    void someone() {
        user = sample.user("Han Meimei", sample.department("East"));
        viewer = SampleData.viewer(user, "opportunity:read");
        api = Api.of(mvc, viewer);
    }

    @Test
    void namesTheRecordOnlyWhileItsReaderSeesIt() {
        long id = new SampleOpportunities(beans).opportunity(user, row -> row.setName("Metro line 9"));
        notices.tell(Notice.of(GIVEN, user, new RecordRef("opportunity", id)).with("by", "Li Lei"));
        JsonNode seen = api.read("/api/notices").path("rows").path(0);
        assertThat(seen.path("text").asString()).isEqualTo("Li Lei把商机「Metro line 9」转给了您");
        assertThat(seen.path("about").path("id").asString()).isEqualTo(Long.toString(id));
        JsonNode unseen = Api.of(mvc, SampleData.viewer(user))
                .read("/api/notices")
                .path("rows")
                .path(0);
        assertThat(unseen.path("text").asString()).isEqualTo("Li Lei把商机一条您无权查看的记录转给了您");
        assertThat(unseen.toString()).doesNotContain("Metro").doesNotContain("\"" + id + "\"");
    }

    @Test
    void speaksTheLanguageOfItsReader() {
        tell("once");
        assertThat(mvc.get().uri("/api/notices").header("Accept-Language", "en").with(qiji.testing.As.viewer(viewer)))
                .bodyJson()
                .extractingPath("$.rows[0].text")
                .asString()
                .startsWith("Li Lei gave you the opportunity");
    }

    @Test
    void isToldOnceByItsKey() {
        tell("once");
        tell("once");
        tell("another");
        assertThat(rows()).hasSize(2);
    }

    @Test
    void isNotToldToThoseWhoLeft() {
        jooq.update(APP_USER)
                .set(APP_USER.STATE, "INACTIVE")
                .where(APP_USER.ID.eq(user))
                .execute();
        tell("left");
        assertThat(jooq.fetchCount(NOTICE, NOTICE.USER_ID.eq(user))).isZero();
    }

    @Test
    void isPagedFromTheNewestOn() {
        for (int i = 0; i < 5; i++) {
            tell("n" + i);
        }
        JsonNode first = api.read("/api/notices?limit=3");
        JsonNode second =
                api.read("/api/notices?limit=3&after=" + first.path("next").asString());
        assertThat(first.path("rows")).hasSize(3);
        assertThat(first.path("unread").asInt()).isEqualTo(5);
        assertThat(second.path("rows")).hasSize(2);
        assertThat(second.path("next").isMissingNode() || second.path("next").isNull())
                .isTrue();
    }

    @Test
    void countsUnreadOnesUpToAHundred() {
        for (int i = 0; i < 103; i++) {
            tell("n" + i);
        }
        assertThat(api.read("/api/notices?limit=1").path("unread").asInt()).isEqualTo(100);
    }

    @Test
    void isReadOneByOneOrAllUpToWhatWasSeen() {
        tell("a");
        tell("b");
        tell("c");
        List<Long> ids = jooq.select(NOTICE.ID)
                .from(NOTICE)
                .where(NOTICE.USER_ID.eq(user))
                .orderBy(NOTICE.ID)
                .fetch(NOTICE.ID);
        assertThat(api.put("/api/notices/" + ids.getFirst() + "/read", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(api.read("/api/notices").path("unread").asInt()).isEqualTo(2);
        assertThat(api.put("/api/notices/read", "{\"newestId\": " + ids.get(1) + "}"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(api.read("/api/notices").path("unread").asInt()).isEqualTo(1);
        assertThat(api.read("/api/notices").path("rows").path(0).path("isRead").asBoolean())
                .isFalse();
    }

    @Test
    void isNobodyElses() {
        tell("mine");
        long id = jooq.fetchSingle(NOTICE, NOTICE.USER_ID.eq(user)).getId();
        Api other = Api.of(mvc, SampleData.viewer(sample.user("Li Lei"), "opportunity:read"));
        assertThat(other.read("/api/notices").path("rows")).isEmpty();
        assertThat(other.put("/api/notices/" + id + "/read", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.read("/api/notices").path("unread").asInt()).isEqualTo(1);
    }

    @Test
    void isThrownAwayAfterHalfAYear() {
        tell("old");
        tell("young");
        jooq.update(NOTICE)
                .set(NOTICE.AT, Instant.now().minus(Duration.ofDays(181)))
                .where(NOTICE.USER_ID.eq(user))
                .and(NOTICE.KEY.eq("old"))
                .execute();
        notices.removeOld();
        assertThat(jooq.fetchValues(NOTICE.KEY, NOTICE.USER_ID.eq(user))).containsExactly("young");
    }

    @Test
    void tellsWordsInTheLanguageOfTheReader() {
        assertThat(new qiji.access.Notice(GIVEN, List.of(user), null, Map.of(), null)
                        .with("role", qiji.platform.Words.of("销售", "Sales"))
                        .params())
                .containsEntry("role.zh", "销售")
                .containsEntry("role.en", "Sales");
    }

    private void tell(String key) {
        notices.tell(Notice.of(GIVEN, user, null).with("by", "Li Lei").once(key));
    }

    private JsonNode rows() {
        return api.read("/api/notices").path("rows");
    }
}
