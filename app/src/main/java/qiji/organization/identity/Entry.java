package qiji.organization.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may send a request at all, before anybody asks for a right. [A6] */
final class Entry {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    /** One's account is nothing that a part of one's rights should reach. */
    private static final RequestMatcher ACCOUNT =
            PathPatternRequestMatcher.withDefaults().matcher("/api/me/**");

    private Entry() {}

    /** Somebody who has chosen their password, by a session or by a token that goes that far. */
    static AuthorizationManager<RequestAuthorizationContext> allowed() {
        return somebody(who -> !who.mustChangePassword());
    }

    static AuthorizationManager<RequestAuthorizationContext> withAnyPassword() {
        return somebody(_ -> true);
    }

    private static AuthorizationManager<RequestAuthorizationContext> somebody(Predicate<SignedIn> known) {
        return (authentication, context) -> {
            Authentication who = authentication.get();
            boolean isSomebody = who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
            return new AuthorizationDecision(isSomebody
                    && (!(who instanceof SignedIn signedIn)
                            || known.test(signedIn) && reaches(signedIn, context.getRequest())));
        };
    }

    private static boolean reaches(SignedIn who, HttpServletRequest request) {
        if (!who.isLimited() || READING.contains(request.getMethod())) {
            return true;
        }
        return !who.onlyReads() && !ACCOUNT.matches(request);
    }
}
