package qiji.organization.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import qiji.access.Permission;
import qiji.access.Viewer;

/** Who sends a request, and by which session; a request by API token has none. */
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Viewer viewer;
    private final @Nullable Long sessionId;
    private final boolean mustChangePassword;
    private final @Nullable TokenScope scope;

    static SignedIn bySession(Viewer viewer, long sessionId, boolean mustChangePassword) {
        return new SignedIn(viewer, sessionId, mustChangePassword, null);
    }

    /** The viewer has no more rights than the token gives. */
    static SignedIn byToken(Viewer viewer, TokenScope scope, boolean mustChangePassword) {
        return new SignedIn(viewer, null, mustChangePassword, scope);
    }

    private SignedIn(Viewer viewer, @Nullable Long sessionId, boolean mustChangePassword, @Nullable TokenScope scope) {
        super(List.of());
        this.scope = scope;
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

    /** Whether it comes by a token that may not do everything its owner may. */
    boolean isLimited() {
        return scope != null && scope != TokenScope.EVERYTHING;
    }

    /** A limited token without any right to change something changes nothing, not even what needs no right. */
    boolean onlyReads() {
        return isLimited() && viewer.permissions().stream().allMatch(Permission::onlyReads);
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }
}
