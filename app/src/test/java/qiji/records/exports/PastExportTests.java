package qiji.records.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.platform.Time;
import qiji.records.RecordTypes;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A file tells which day it shows. X3 D17 */
@ModuleTest
class PastExportTests {
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);
    private static final LocalDate DAY = TODAY.minusDays(3);

    @Autowired
    MockMvcTester http;

    @Autowired
    RecordTypes types;

    @Autowired
    SampleData sample;

    @TempDir
    Path folder;

    private Api api() {
        return Api.of(http, SampleData.viewer(sample.user("Reader"), "customer:read", "customer:export"));
    }

    @Test
    void ofAPastDayIsCalledByIt() throws IOException {
        MvcTestResult file = api().get("/api/records/customer/export?asOf=" + DAY);
        assertThat(name(file)).isEqualTo("客户-回看%s.xlsx".formatted(DAY));
        assertThat(workbook(file)).contains(" %s\" r:id".formatted(DAY));
    }

    @Test
    void ofTodayIsCalledByToday() throws IOException {
        MvcTestResult file = api().get("/api/records/customer/export");
        assertThat(name(file)).isEqualTo("客户-%s.xlsx".formatted(TODAY));
        assertThat(workbook(file)).contains("<sheet name=").doesNotContain(TODAY.toString());
    }

    @Test
    void soIsWhatAJobWrites() {
        String order = "{\"format\":\"CSV\",\"fields\":[\"name\"],\"asOf\":\"%s\"}".formatted(DAY);
        Api api = api();
        MvcTestResult started = api.post("/api/records/customer/exports", order);
        assertThat(started).hasStatus(HttpStatus.ACCEPTED);
        String id = Api.body(started).path("id").asString();
        assertThat(api.read("/api/exports/" + id).path("fileName").asString()).isEqualTo("客户-回看%s.csv".formatted(DAY));
    }

    @Test
    void alsoInEnglish() {
        assertThat(english(DAY)).isEqualTo("Customer-as-of-%s.csv".formatted(DAY));
        assertThat(english(null)).isEqualTo("Customer-%s.csv".formatted(TODAY));
    }

    private String english(@Nullable LocalDate asOf) {
        return new Export.Wish(List.of("name"), null, null, List.of(), asOf)
                .fileName(types.get("customer"), Export.Format.CSV, TODAY, Locale.ENGLISH);
    }

    private static @Nullable String name(MvcTestResult file) {
        String header = file.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION);
        return ContentDisposition.parse(Objects.requireNonNull(header)).getFilename();
    }

    private String workbook(MvcTestResult file) throws IOException {
        Path place = Files.write(folder.resolve("file.xlsx"), file.getResponse().getContentAsByteArray());
        try (ZipFile zip = new ZipFile(place.toFile())) {
            var names = zip.getInputStream(Objects.requireNonNull(zip.getEntry("xl/workbook.xml")));
            return new String(names.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
