package qiji.platform;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** What the server refuses before it looks for the application, an address that is none say, is answered as a problem too. */
public final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        var type = ProblemAdvice.typeOf(status);
        var problem = JsonMapper.shared()
                .createObjectNode()
                .put("type", "/problems/" + type.code())
                .put("title", type.title().in(request.getLocale()))
                .put("status", status);
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            response.getReporter().write(problem.toString());
            response.finishResponse();
        } catch (IOException gone) {
            // nobody waits for the answer any more
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Placed {
        @Bean
        WebServerFactoryCustomizer<TomcatWebServerFactory> problemsOfTheServer() {
            return factory -> factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                }
            });
        }
    }
}
