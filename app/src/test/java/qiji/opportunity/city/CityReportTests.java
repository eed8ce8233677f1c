package qiji.opportunity.city;

import static db.collaboration.Tables.FILE;
import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.grade.GradeOffice;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/** [D3] What was confirmed is reported to the city company; a receipt or a return comes back. */
@ModuleTest
class CityReportTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    private GradeOffice office;
    private long deal;
    private String path;

    @BeforeEach
    void oneThatIsDue() {
        office = new GradeOffice(beans);
        deal = office.deal(row -> {
            row.setGrade("ORDINARY");
            row.setGradeState("CONFIRMED");
            row.setGradeConfirmed("ORDINARY");
            row.setCityReport("DUE");
        });
        path = "/api/opportunities/" + deal + "/city-reports";
    }

    @Test
    void isReportedReturnedAndReportedAgain() {
        long mail = file(deal);
        long first = seller().create(path, "{\"reportedOn\": \"2026-01-05\", \"mailId\": \"%d\"}".formatted(mail));
        assertThat(office.row(deal).getCityReport()).isEqualTo("REPORTED");
        assertThat(seller().post(path, "{}")).hasStatus(409).bodyText().contains("city-report-not-due");
        String answer = path + "/" + first + "/answer";
        assertThat(seller().put(answer, "{\"answer\": \"RETURN\", \"answeredOn\": \"2026-01-04\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("\"note\"")
                .contains("\"answeredOn\"");
        assertThat(seller().put(answer, "{\"answer\": \"RETURN\", \"note\": \"缺少预算依据\"}"))
                .hasStatus(204);
        assertThat(office.row(deal).getCityReport()).isEqualTo("RETURNED");
        assertThat(seller().put(answer, "{\"answer\": \"RECEIPT\"}")).hasStatus(409);
        long second = seller().create(path, "{}");
        assertThat(seller().put(path + "/" + second + "/answer", "{\"answer\": \"RECEIPT\"}"))
                .hasStatus(204);
        assertThat(office.row(deal).getCityReport()).isEqualTo("RECEIVED");
        JsonNode all = seller().read(path);
        assertThat(all).hasSize(2);
        assertThat(all.path(1).path("mailName").asString()).isEqualTo("mail.eml");
        assertThat(all.path(1).path("answerNote").asString()).isEqualTo("缺少预算依据");
        JsonNode trail = seller().read("/api/opportunities/{id}/timeline?kinds=GRADE", deal);
        assertThat(trail.path("rows").findValuesAsString("step"))
                .containsExactly("RECEIVED", "REPORTED", "SENT_BACK", "REPORTED");
    }

    @Test
    void isToldInNoFeedToWhomItIsHidden() { // A4
        seller().create(path, "{}");
        String feed = "/api/opportunities/" + deal + "/timeline?kinds=GRADE";
        assertThat(seller().read(feed).path("rows")).hasSize(1);
        Api blind = Api.of(http, office.blind(office.seller, "cityReport"));
        assertThat(blind.read(feed).path("rows")).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFit() {
        long elsewhere = file(office.deal(_ -> {}));
        assertThat(seller().post(path, "{\"reportedOn\": \"2999-01-01\", \"mailId\": \"%d\"}".formatted(elsewhere)))
                .hasStatus(400)
                .bodyText()
                .contains("reportedOn", "mailId");
        assertThat(Api.of(http, office.as(office.director)).post(path, "{}")).hasStatus(404);
        assertThat(Api.of(http, office.as(office.director)).get(path)).hasStatus(404);
    }

    private Api seller() {
        return Api.of(http, office.as(office.seller));
    }

    private long file(long record) {
        beans.getBean(Writing.class).by(Viewer.system("test"));
        return jooq.insertInto(FILE)
                .set(FILE.RECORD_TYPE, "opportunity")
                .set(FILE.RECORD_ID, record)
                .set(FILE.NAME, "mail.eml")
                .set(FILE.SIZE, 3L)
                .set(FILE.CONTENT_TYPE, "message/rfc822")
                .set(FILE.SHA256, "0".repeat(64))
                .set(FILE.UPLOADED_BY, office.seller)
                .returningResult(FILE.ID)
                .fetchSingle()
                .value1();
    }
}
