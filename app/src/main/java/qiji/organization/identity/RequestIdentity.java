package qiji.organization.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Tells who sends a request: by its bearer token if it has one, else by its session cookie. A request with a bearer
 * token is never served by its cookie, since the one needs no CSRF token and the other does.
 */
@Component
class RequestIdentity implements SecurityContextRepository {
    private final Authentications authentications;

    RequestIdentity(Authentications authentications) {
        this.authentications = authentications;
    }

    Optional<SignedIn> of(HttpServletRequest request) {
        Optional<OpaqueToken> bearer = Bearer.of(request);
        return bearer.isPresent()
                ? bearer.flatMap(authentications::ofApiToken)
                : SessionCookie.of(request).flatMap(authentications::ofSession);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(this, request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Does nothing: a session begins by signing in, and nowhere else. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // by design
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return of(request).isPresent();
    }

    private static final class Deferred implements DeferredSecurityContext {
        private final RequestIdentity identity;
        private final HttpServletRequest request;
        private @org.jspecify.annotations.Nullable SecurityContext context;

        Deferred(RequestIdentity identity, HttpServletRequest request) {
            this.identity = identity;
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                known = identity.of(request)
                        .<SecurityContext>map(SecurityContextImpl::new)
                        .orElseGet(SecurityContextHolder::createEmptyContext);
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
