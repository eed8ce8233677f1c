package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** An account manager sees what is theirs and their teams', by every way in and out, and nothing else. [A3 B7 X1] */
@ExtendWith(Demonstration.Shared.class)
@Isolated("Others make records of the same account manager meanwhile")
class SalespersonJourney {
    private static final byte[] LETTER = "An offer".getBytes(StandardCharsets.UTF_8);
    private static final String NOBODYS = "999999999999";

    private static final String ITEM =
            "{\"kind\": \"STEP\", \"title\": \"x\", \"startsOn\": \"2027-01-01\", \"endsOn\": \"2027-01-02\", \"version\": 1}";
    private static final String RISK = "{\"title\": \"x\", \"probability\": 1, \"impact\": 1, \"version\": 1}";

    /** What is asked must be in order, or the answer tells of that first. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("stage", "{\"stageId\": 1}"),
            Map.entry("owner", "{\"ownerId\": 1, \"reason\": \"x\"}"),
            Map.entry("lines", "[]"),
            Map.entry("key-actions", "{\"stageId\": 1, \"place\": 0, \"done\": true}"),
            Map.entry("team", "{\"userId\": 1, \"role\": \"SUPPORT\"}"),
            Map.entry("contacts", "{\"contactId\": 1}"),
            Map.entry("{competitorId}", "{\"threat\": \"LOW\"}"),
            Map.entry("stage-answers", "{\"stageId\": 1, \"kind\": \"QUESTION\", \"place\": 0}"),
            Map.entry("evidence", "{\"stageId\": 1, \"fileId\": 1}"),
            Map.entry("gate-waivers", "{\"stageId\": 1, \"kind\": \"FIELD\", \"item\": \"name\"}"),
            Map.entry("gate-approvals", "{\"stageId\": 1}"),
            Map.entry("process", "{\"processId\": 1}"),
            Map.entry("assessments", "{\"card\": \"GENERAL\"}"),
            Map.entry("marks", "{\"marks\": []}"),
            Map.entry("plan", "{\"resources\": [], \"version\": 1}"),
            Map.entry("baseline", "{\"version\": 1}"),
            Map.entry("items", ITEM),
            Map.entry("{itemId}", ITEM),
            Map.entry("profit", "{\"months\": [], \"version\": 1}"),
            Map.entry("risks", RISK),
            Map.entry("{riskId}", RISK));

    private static Demonstration demo;
    private static Client seller;
    private static long me;
    /** What is theirs, told by the tables themselves. */
    private static Set<String> theirs;

    private static SortedSet<String> others;
    private static Map<String, String> idsByNumber;
    private static Seen seen;

    @BeforeAll
    static void signIn(Demonstration shared) throws IOException, InterruptedException, SQLException {
        demo = shared;
        seller = demo.client("客户经理");
        me = seller.get("/api/session").at("/user/id").asLong();
        String mine = "owner_id = %1$d or id in (select opportunity_id from opportunity.member where user_id = %1$d)"
                .formatted(me);
        try (Inside database = Inside.running(demo.data())) {
            theirs = new TreeSet<>(database.column("select id from opportunity.opportunity where " + mine));
            others = new TreeSet<>(database.column("select id from opportunity.opportunity where not (" + mine + ")"));
            idsByNumber = database.column("select number || ' ' || id from opportunity.opportunity").stream()
                    .map(row -> row.split(" ", -1))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        }
        seen = new Seen(seller, idsByNumber);
        assertThat(theirs).isNotEmpty();
        assertThat(others).hasSizeGreaterThan(theirs.size());
    }

    @Test
    void findsTheSameRecordsOnListCountGroupsBoardAndExport() throws Exception {
        assertThat(seen.listed("")).isEqualTo(theirs);
        assertThat(seen.counted("")).isEqualTo(theirs.size());
        assertThat(seen.grouped()).isEqualTo(theirs.size());
        assertThat(seen.onBoard("")).isSubsetOf(theirs);
        assertThat(seen.exported("")).isEqualTo(theirs);
    }

    @Test
    void isNotLetFurtherByAnyParameter() throws Exception {
        String other = others.last();
        String any =
                "{\"or\":[{\"field\":\"id\",\"op\":\"in\",\"value\":[\"%s\"]},{\"field\":\"id\",\"op\":\"notEmpty\"}]}"
                        .formatted(other);
        String notMine = "{\"not\":{\"field\":\"owner\",\"op\":\"me\"}}";
        assertThat(seen.listed(filter(any))).isEqualTo(theirs);
        assertThat(seen.onBoard(filter(any))).isSubsetOf(theirs);
        assertThat(seen.exported(filter(any))).isEqualTo(theirs);
        assertThat(seen.listed(filter(notMine))).isSubsetOf(theirs).isEqualTo(seen.exported(filter(notMine)));
        assertThat(seen.exported("&ids=" + other)).isEmpty();
        for (String wish :
                List.of("scope=ALL", "scope=Everything", "view=all", "userId=1", "viewer=1", "owner=1", "all=true")) {
            assertThat(seen.listed("&" + wish)).as(wish).isEqualTo(theirs);
            assertThat(seen.counted("&" + wish)).as(wish).isEqualTo(theirs.size());
            assertThat(seen.onBoard("&" + wish)).as(wish).isSubsetOf(theirs);
            assertThat(seen.exported("&" + wish)).as(wish).isEqualTo(theirs);
        }
    }

    /** What belongs to others answers as what is not there, on every address that the description of the API names. */
    @Test
    void isAnsweredAsIfOthersRecordsWereNotThere() throws Exception {
        String other = others.last();
        String before = rowsOf(other);
        List<String> answers = new ArrayList<>();
        JsonNode paths = seller.get("/api/openapi.json").get("paths");
        int asked = 0;
        for (String path : paths.propertyNames()) {
            if (path.startsWith("/api/opportunities/{id}")) {
                for (String method : paths.get(path).propertyNames()) {
                    String foreign = ask(method, path, other);
                    String absent = ask(method, path, NOBODYS);
                    asked++;
                    if (!foreign.equals(absent) || !foreign.startsWith("404")) {
                        answers.add("%s %s: %s but %s".formatted(method, path, foreign, absent));
                    }
                }
            }
        }
        assertThat(answers).isEmpty();
        assertThat(asked).isGreaterThan(20);
        assertThat(rowsOf(other)).isEqualTo(before);
    }

    @Test
    void doesNotGetOthersFiles() throws Exception {
        Client admin = demo.client("系统管理员");
        String other = "/api/files?recordType=opportunity&recordId=" + others.last();
        String file = "/api/files/"
                + admin.upload(other, "offer.txt", LETTER).get("id").asString();
        assertThat(admin.download(file + "/content")).isEqualTo(LETTER);

        assertThat(seller.send("GET", other, "").status()).isEqualTo(404);
        assertThat(seller.send("GET", file + "/content", "").status()).isEqualTo(404);
        assertThat(seller.send("DELETE", file, "").status()).isEqualTo(404);
        assertThat(seller.tryUpload(other, "mine.txt", LETTER).status()).isEqualTo(404);
        assertThat(admin.get(other)).hasSize(1);
    }

    @Test
    void findsOthersRecordsNeitherBySearchNorByLookup() throws Exception {
        String other = others.last();
        String own = theirs.iterator().next();
        assertThat(seen.found(numberOf(own))).isTrue();
        assertThat(seen.found(numberOf(other))).isFalse();
        assertThat(seller.get("/api/records/opportunity/lookup?q=" + numberOf(other))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void meetsOnlyTheirsOnThePages() throws Exception {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.signIn(demo.address(), demo.account("客户经理"));
            page.navigate(demo.address() + "/opportunities");
            Chromium.settle(page);
            Set<String> links = page.locator("main a[href^='/opportunities/']").all().stream()
                    .map(link -> link.getAttribute("href").replaceAll("\\D", ""))
                    .filter(id -> !id.isEmpty())
                    .collect(Collectors.toSet());
            assertThat(links).isNotEmpty().isSubsetOf(theirs);
            page.navigate(demo.address() + "/opportunities/" + others.last());
            assertThat(page.getByText("它可能已被删除，或者您无权查看").first()).isVisible();
            page.navigate(demo.address() + "/settings/audit");
            Chromium.settle(page);
            assertThat(page.locator("main table tbody tr.ant-table-row")).hasCount(0);
        }
    }

    /** Status and text of the answer, without the id that was asked for. */
    private static String ask(String method, String path, String id) throws IOException, InterruptedException {
        String address = path.replace("{id}", id).replaceAll("\\{\\w+}", "1");
        String body = BODIES.getOrDefault(path.substring(path.lastIndexOf('/') + 1), "{}");
        Client.Answer answer = seller.send(method.toUpperCase(Locale.ROOT), address, body);
        return answer.status() + " " + answer.text().replace(id, "ID");
    }

    private static String rowsOf(String id) throws SQLException {
        try (Inside database = Inside.running(demo.data())) {
            return database.ask(
                    "select string_agg(v::text, ' ') from opportunity.opportunity_version v where id = " + id);
        }
    }

    private static String filter(String json) {
        return "&filter=" + Client.encoded(json);
    }

    private static String numberOf(String id) {
        return idsByNumber.entrySet().stream()
                .filter(it -> it.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
