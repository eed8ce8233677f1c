package qiji.organization.identity;

import static db.organization.Tables.USER_ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.AccessChanged;
import qiji.testing.Api;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/** A6: an API token may do what its owner chose, and never more than the owner may at the moment of use. */
@ModuleTest
class TokenScopeTests {
    private static final Set<String> WRITING = Set.of("post", "put", "patch", "delete");
    private static final Set<String> OF_STRANGERS = Set.of("/api/session", "/api/setup", "/api/password-reset");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    People people;

    @Autowired
    void meet(AutowireCapableBeanFactory beans) {
        people = beans.createBean(People.class);
    }

    @Test
    void refusesAReadingTokenAtEveryEndpointThatWrites() {
        var lei = people.named("Li Lei");
        people.makeAdministrator(lei);
        String token = made(people.signIn(lei), "\"READ\"", "");
        assertThat(by(token, HttpMethod.GET, "/api/records/opportunity")).hasStatusOk();
        List<String> ways = new ArrayList<>();
        Api.body(by(token, HttpMethod.GET, "/api/openapi.json"))
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(WRITING::contains)
                        .filter(_ -> path.getKey().startsWith("/api/") && !OF_STRANGERS.contains(path.getKey()))
                        .forEach(verb -> ways.add(verb + " " + path.getKey().replaceAll("[{][^}]*[}]", "1"))));
        assertThat(ways).hasSizeGreaterThan(60);
        for (String way : ways) {
            String[] words = way.split(" ");
            MvcTestResult answer = by(token, HttpMethod.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)), words[1]);
            assertThat(answer).as(way).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(Api.body(answer).path("type").asString()).as(way).isEqualTo("/problems/token-only-reads");
        }
    }

    @Test
    void givesAReadingTokenTheRightsToSeeAndTakeAway() {
        var lei = people.named("Li Lei");
        people.give(lei, "token:own", "customer:read", "customer:export", "contact:unmask", "customer:edit");
        assertThat(rightsOf(made(people.signIn(lei), "\"READ\"", "")))
                .containsExactlyInAnyOrder("customer:read", "customer:export", "contact:unmask");
    }

    @Test
    void givesAChosenTokenWhatWasChosenAndItsOwnerStillMay() {
        var lei = people.named("Li Lei");
        people.give(lei, "token:own", "customer:read");
        people.give(lei, "task:read", "task:edit", "task:create");
        String token = made(people.signIn(lei), "\"CHOSEN\"", "\"customer:read\", \"task:create\", \"task:create\"");
        assertThat(rightsOf(token)).containsExactlyInAnyOrder("customer:read", "task:create");
        assertThat(by(token, HttpMethod.DELETE, "/api/me/sessions/1"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/not-by-token\"}");
        assertThat(by(token, HttpMethod.DELETE, "/api/%6De/sessions/1")
                        .getResponse()
                        .getStatus())
                .isIn(400, 403);

        writing.by(Viewer.system("test"));
        jooq.deleteFrom(USER_ROLE).where(USER_ROLE.USER_ID.eq(lei.id())).execute();
        people.give(lei, "task:edit", "customer:read");
        events.publishEvent(new AccessChanged());
        assertThat(rightsOf(token)).containsExactly("customer:read");
        assertThat(by(token, HttpMethod.POST, "/api/views"))
                .as("no right to change anything is left")
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void refusesScopesThatAreNone() {
        var lei = people.named("Li Lei");
        people.give(lei, "token:own", "task:read");
        Cookie cookie = people.signIn(lei);
        assertThat(asked(cookie, "null", "")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(asked(cookie, "\"SOME\"", "")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(asked(cookie, "\"CHOSEN\"", "")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(asked(cookie, "\"READ\"", "\"task:read\"")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(asked(cookie, "\"CHOSEN\"", "\"task:read\", \"task:edit\""))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"permissions\", \"code\": \"not-allowed\"}]}");
    }

    @Test
    void listsWhatEachMayAndWhatCanBeChosen() {
        var lei = people.named("Li Lei");
        people.give(lei, "token:own", "task:read", "task:edit");
        Cookie cookie = people.signIn(lei);
        made(cookie, "\"CHOSEN\"", "\"task:read\"");
        assertThat(mvc.get().uri("/api/me/tokens").cookie(cookie))
                .bodyJson()
                .isLenientlyEqualTo("[{\"scope\": \"CHOSEN\", \"permissions\": [\"task:read\"]}]");
        assertThat(mvc.get().uri("/api/me/permissions").cookie(cookie))
                .bodyJson()
                .isLenientlyEqualTo("""
                [{"code": "task:read", "onlyReads": true}, {"code": "task:edit", "onlyReads": false}, {"code": "token:own"}]
                """);
    }

    private List<String> rightsOf(String token) {
        List<String> codes = new ArrayList<>();
        for (JsonNode code : Api.body(by(token, HttpMethod.GET, "/api/session")).path("permissions")) {
            codes.add(code.asString());
        }
        return codes;
    }

    private MvcTestResult by(String token, HttpMethod method, String path) {
        return mvc.method(method)
                .uri(java.net.URI.create(path))
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(method == HttpMethod.GET ? "" : "{}")
                .exchange();
    }

    private String made(Cookie cookie, String scope, String permissions) {
        MvcTestResult answer = asked(cookie, scope, permissions);
        assertThat(answer).hasStatus(HttpStatus.CREATED);
        return Api.body(answer).path("token").asString();
    }

    private MvcTestResult asked(Cookie cookie, String scope, String permissions) {
        return mvc.post()
                .uri("/api/me/tokens")
                .cookie(cookie)
                .with(As.page())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"script\", \"expiresOn\": \"%s\", \"scope\": %s, \"permissions\": [%s]}"
                        .formatted(LocalDate.now(clock).plusDays(1), scope, permissions))
                .exchange();
    }
}
