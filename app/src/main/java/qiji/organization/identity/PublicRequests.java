package qiji.organization.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps an address from guessing without end where anybody may ask: passwords, links, the first set-up. */
final class PublicRequests extends OncePerRequestFilter {
    private static final RequestMatcher GUESSABLE =
            new OrRequestMatcher(post("/api/session"), post("/api/setup"), post("/api/password-reset"));

    private final Throttle throttle;
    private final Refusals refusals;

    PublicRequests(Throttle throttle, Refusals refusals) {
        this.throttle = throttle;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !GUESSABLE.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = throttle.trying(request.getRemoteAddr());
        if (wait > 0) {
            refusals.tooMany(request, response, wait);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_NO_CONTENT) {
            throttle.forgive(request.getRemoteAddr());
        }
    }

    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }
}
