package qiji.pages;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Viewer;
import tools.jackson.databind.JsonNode;

/** The API described as OpenAPI 3.1 at {@code /api/openapi.json}. Public: it tells what can be asked, and no answer. [X5] */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    static final String TOKEN = "token";
    static final String SESSION = "session";
    static final String CSRF = "csrf";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Viewer.class)
                .replaceWithSchema(JsonNode.class, new JsonSchema().description("Any JSON"));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("契机 Qiji")
                        .version("1")
                        .description(
                                "Everything that a page can do. Errors are problem details (RFC 9457); ids are strings;"
                                        + " money is yuan; instants are UTC. A request that changes something needs either an API"
                                        + " token, or the session cookie with the value of the cookie XSRF-TOKEN in the header"
                                        + " X-XSRF-TOKEN. Words come in Chinese, or in English where Accept-Language asks for it.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A personal API token"))
                        .addSecuritySchemes(SESSION, key(SecurityScheme.In.COOKIE, "QIJI_SESSION", "Who is signed in"))
                        .addSecuritySchemes(
                                CSRF,
                                key(SecurityScheme.In.HEADER, "X-XSRF-TOKEN", "The value of the cookie XSRF-TOKEN")));
    }

    /** In an order that does not change from one start to the next. */
    @Bean
    OpenApiCustomizer settled() {
        return document -> {
            ApiProblems.describe(document.getComponents());
            ApiCommands.describe(document);
            document.getComponents()
                    .setSchemas(new TreeMap<>(document.getComponents().getSchemas()));
            var paths = new TreeMap<>(document.getPaths());
            document.getPaths().clear();
            document.getPaths().putAll(paths);
        };
    }

    private static SecurityScheme key(SecurityScheme.In place, String name, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(place)
                .name(name)
                .description(description);
    }
}
