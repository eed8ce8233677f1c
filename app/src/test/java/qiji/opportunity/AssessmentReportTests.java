package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import qiji.approval.Approvals;
import qiji.testing.Api;
import qiji.testing.ModuleTest;

/** The report of an assessment as PDF. [D6] */
@ModuleTest
class AssessmentReportTests {
    @Autowired
    ApplicationContext beans;

    @Test
    @DisplayName(
            "[D6] the report is a PDF that holds score, direction, comments, risks and cash in Chinese, as of sending")
    void printsTheReport() throws IOException {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        Http http = new Http(beans);
        Viewer seller = SampleAssessments.rater(beans, "李雷");
        SampleAssessments.makeSolutionManager(beans, seller);
        opportunities.director();
        long id = opportunities.opportunity(seller.userId(), row -> row.setExpectedSignOn(LocalDate.of(2027, 3, 1)));
        SampleAssessments assessments = new SampleAssessments(beans, id, seller);
        String path = "/" + id + "/assessments/";
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, seller, 75, 50, 50, 50);
        http.post("/" + id + "/risks", "{\"title\": \"对手压价😀\", \"probability\": 4, \"impact\": 4}", seller);
        http.put("/" + id + "/profit", """
                {"version": 0, "months": [{"month": "2026-01-01", "revenue": 0, "cost": 100000}, {"month": "2026-02-01", "revenue": 1234567.89, "cost": 0}]}""", seller);
        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        assertThat(http.send(HttpMethod.PATCH, "/" + id, "{\"expectedSignOn\": \"2027-05-05\"}", seller))
                .hasStatusOk();
        http.post("/" + id + "/risks", "{\"title\": \"送审之后\", \"probability\": 4, \"impact\": 4}", seller);

        MvcTestResult answer = http.send(HttpMethod.GET, path + assessment + "/report.pdf", "", seller);
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        byte[] pdf = answer.getResponse().getContentAsByteArray();
        assertThat(pdf.length).as("only the characters that occur are embedded").isLessThan(200_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("商机评估报告", "56.25", "暂缓跟进", "40 分起", "市场需求", "理由", "对手压价□", "极高")
                    .contains("1,234,567.89", "1,134,567.89", "2 个月", "2026-01 至 2026-02 逐月", "1 / 2")
                    .contains("2027-03-01", "以下商机信息、风险与收益测算是", "送审时的情况")
                    .doesNotContain("送审之后", "2027-05-05");
        }
        String shown = path + assessment + "/beside"; // what the page shows is what the PDF prints
        assertThat(http.send(HttpMethod.GET, shown, "", seller))
                .hasStatusOk()
                .bodyText()
                .contains("对手压价", "1134567.89", "\"asOf\":\"20")
                .doesNotContain("送审之后");
        long request = beans.getBean(Approvals.class)
                .pending("assessment", assessment)
                .orElseThrow()
                .requestId();
        assertThat(Api.of(beans.getBean(MockMvcTester.class), seller)
                        .read("/api/approvals/" + request)
                        .path("subjectId")
                        .asLong())
                .as("the page of the request links the report")
                .isEqualTo(assessment);
        Viewer stranger = SampleAssessments.rater(beans, "Stranger");
        assertThat(http.send(HttpMethod.GET, shown, "", stranger)).hasStatus(NOT_FOUND);
        assertThat(http.send(HttpMethod.GET, path + assessment + "/report.pdf", "", stranger))
                .hasStatus(NOT_FOUND);
    }
}
