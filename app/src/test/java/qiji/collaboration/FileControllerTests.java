package qiji.collaboration;

import static db.audit.Tables.ENTRY;
import static db.collaboration.Tables.FILE;
import static db.customer.Tables.CUSTOMER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.NaughtyStrings;
import qiji.testing.SampleData;

/** D1: files of a record, over HTTP. */
@ModuleTest
class FileControllerTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    Writing writing;

    private Viewer owner;
    private Viewer stranger;
    private Viewer reader;
    private long customer;

    @BeforeEach
    void aCustomerOfOneOwner() {
        owner = seller("Li Lei");
        stranger = seller("Han Meimei");
        reader = SampleData.viewer(sample.user("Auditor"), "customer:read");
        writing.by(owner);
        customer = jooq.insertInto(CUSTOMER)
                .set(CUSTOMER.NAME, "华为")
                .set(CUSTOMER.NORMALIZED_NAME, "华为")
                .set(CUSTOMER.OWNER_ID, owner.userId())
                .set(CUSTOMER.CREATED_BY, owner.userId())
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1();
    }

    private Viewer seller(String name) {
        Viewer viewer = SampleData.viewer(sample.user(name), "customer:read", "customer:edit");
        return SampleData.scoped(viewer, "customer", Scope.ofOwners(java.util.Set.of(viewer.userId())));
    }

    @Test
    void givesBackWhatWasAttached() throws UnsupportedEncodingException {
        byte[] content = {0, 1, 2, (byte) 255};
        String id = attach("报价单 v2.bin", content, owner);

        MvcTestResult answer = get("/api/files/" + id + "/content", owner);
        assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_OCTET_STREAM);
        assertThat(answer).headers().hasValue("X-Content-Type-Options", "nosniff");
        assertThat(answer.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("private");
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E6%8A%A5%E4%BB%B7%E5%8D%95%20v2.bin");
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(content);
        assertThat(get(list(customer), reader)).bodyJson().isLenientlyEqualTo("""
                        [{"id": "%s", "name": "报价单 v2.bin", "size": 4, "contentType": "application/octet-stream",
                          "uploadedBy": {"id": "%s"}}]""".formatted(id, owner.userId()));
        assertThat(jooq.fetchExists(
                        ENTRY, ENTRY.SUBJECT_TYPE.eq("collaboration.file").and(ENTRY.USER_ID.eq(owner.userId()))))
                .isTrue();
    }

    // A3
    @Test
    void hidesWhatTheViewerMayNotSee() throws UnsupportedEncodingException {
        String id = attach("secret.txt", "x".getBytes(UTF_8), owner);

        assertThat(get("/api/files/" + id + "/content", stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(list(customer), stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("x.txt", "x".getBytes(UTF_8), stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(delete(id, stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/api/files/999999999/content", owner)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/api/files?recordType=nothing&recordId=1", owner)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void letsWhoMayOnlyReadNeitherAddNorRemove() throws UnsupportedEncodingException {
        String id = attach("a.txt", "x".getBytes(UTF_8), owner);

        assertThat(get("/api/files/" + id + "/content", reader)).hasStatusOk();
        assertThat(post("x.txt", "x".getBytes(UTF_8), reader)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(delete(id, reader)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void removesByAMarkOnly() throws UnsupportedEncodingException {
        String id = attach("a.txt", "x".getBytes(UTF_8), owner);

        assertThat(delete(id, owner)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(get("/api/files/" + id + "/content", owner)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(delete(id, owner)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(list(customer), owner)).bodyJson().isEqualTo("[]");
        assertThat(jooq.fetchExists(FILE, FILE.ID.eq(Long.valueOf(id)).and(FILE.REMOVED_AT.isNotNull())))
                .isTrue();
    }

    // X1
    @Test
    void isFoundByItsNameByWhoSeesItsRecordUntilItIsRemoved() throws UnsupportedEncodingException {
        String id = attach("玄铁重剑报价单 v2.bin", "x".getBytes(UTF_8), owner);

        for (String typed : List.of("重剑报价", "xtzjbjd", "v2")) {
            String search = "/api/search/file?q=" + typed;
            assertThat(get(search, reader))
                    .bodyJson()
                    .isLenientlyEqualTo(
                            "{\"found\": 1, \"items\": [{\"id\": \"%s\", \"about\": {\"type\": \"customer\", \"id\": \"%d\"}}]}"
                                    .formatted(id, customer));
            assertThat(get(search, stranger)).bodyJson().isLenientlyEqualTo("{\"found\": 0, \"items\": []}");
        }
        delete(id, owner);
        assertThat(get("/api/search/file?q=重剑报价", owner)).bodyJson().isLenientlyEqualTo("{\"found\": 0}");
    }

    @ParameterizedTest
    @CsvSource({
        "<html><script>alert(1)</script></html>,photo.png,text/html",
        "%PDF-1.7 x,contract.txt,application/pdf",
        "MZ\u0090,harmless.jpg,application/x-msdownload",
        "plain words,notes.txt,text/plain"
    })
    void tellsTheTypeByContent(String content, String name, String type) throws UnsupportedEncodingException {
        String id = attach(name, content.getBytes(UTF_8), owner);

        assertThat(jooq.fetchValue(FILE.CONTENT_TYPE, FILE.ID.eq(Long.valueOf(id))))
                .startsWith(type);
    }

    @Test
    void tellsAWorkbookFromOtherZips() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        assertThat(jooq.fetchValue(
                        FILE.CONTENT_TYPE, FILE.ID.eq(Long.valueOf(attach("报价.xlsx", bytes.toByteArray(), owner)))))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void refusesMoreThanFiftyMegabytes() {
        assertThat(post("big.bin", new byte[(50 << 20) + 1], owner))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/too-large\", \"limitBytes\": 52428800}");
    }

    @Test
    void refusesAnUploadWithoutFileOrRecord() {
        assertThat(http.post()
                        .uri("/api/files")
                        .multipart()
                        .param("recordType", "customer")
                        .with(as(owner))
                        .with(As.page()))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get("/api/files?recordType=customer&recordId=x", owner)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void keepsEveryNaughtyNameOrRefusesItClearly() throws IOException {
        List<String> failed = new ArrayList<>();
        for (String naughty : NaughtyStrings.all()) {
            MvcTestResult answer = post(naughty, "x".getBytes(UTF_8), owner);
            int status = answer.getResponse().getStatus();
            if (status == 201) {
                MvcTestResult read = get("/api/files/" + id(answer) + "/content", owner);
                String header = read.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION);
                status = read.getResponse().getStatus();
                if (status != 200 || header == null || header.matches("(?s).*[\\r\\n].*")) {
                    failed.add(naughty);
                }
            } else if (status != 400) {
                failed.add(naughty);
            }
        }
        assertThat(failed).isEmpty();
    }

    private String attach(String name, byte[] content, Viewer viewer) throws UnsupportedEncodingException {
        MvcTestResult answer = post(name, content, viewer);
        assertThat(answer).hasStatus(HttpStatus.CREATED);
        return id(answer);
    }

    private static String id(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString().replaceAll("\\D", "");
    }

    private MvcTestResult post(String name, byte[] content, Viewer viewer) {
        return http.post()
                .uri("/api/files")
                .multipart()
                .file(new MockMultipartFile("file", name, "image/png", content))
                .param("recordType", "customer")
                .param("recordId", Long.toString(customer))
                .with(as(viewer))
                .with(As.page())
                .exchange();
    }

    private MvcTestResult get(String uri, Viewer viewer) {
        return http.get().uri(uri).with(as(viewer)).exchange();
    }

    private MvcTestResult delete(String id, Viewer viewer) {
        return http.delete()
                .uri("/api/files/" + id)
                .with(as(viewer))
                .with(As.page())
                .exchange();
    }

    private static String list(long customer) {
        return "/api/files?recordType=customer&recordId=" + customer;
    }

    private static RequestPostProcessor as(Viewer viewer) {
        return authentication(new TestingAuthenticationToken(viewer, null, "USER"));
    }
}
