package qiji.organization.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import qiji.access.Viewer;

/** Who sends a request, and by which session; a request by API token has none. */
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Viewer viewer;
    private final @Nullable Long sessionId;
    private final boolean mustChangePassword;

    SignedIn(Viewer viewer, @Nullable Long sessionId, boolean mustChangePassword) {
        super(List.of());
        this.viewer = viewer;
        this.sessionId = sessionId;
        this.mustChangePassword = mustChangePassword;
        setAuthenticated(true);
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    /** Asked for in every request; as text the viewer would be all their rights. */
    @Override
    public String getName() {
        return Long.toString(viewer.userId());
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Nullable
    Long sessionId() {
        return sessionId;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }
}
