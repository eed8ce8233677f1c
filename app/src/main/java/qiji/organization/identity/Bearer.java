package qiji.organization.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** The header by which a program shows its API token. A browser never sends it by itself, so it needs no CSRF token. */
final class Bearer {
    private static final String SCHEME = "bearer ";

    private Bearer() {}

    static Optional<OpaqueToken> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> new OpaqueToken(header.substring(SCHEME.length()).strip()));
    }

    static boolean isIn(HttpServletRequest request) {
        return of(request).isPresent();
    }
}
