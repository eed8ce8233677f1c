package qiji.organization.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Permission;
import qiji.access.Viewer;
import qiji.organization.Permissions;

/** One's own password, sessions and API tokens. */
@RestController
@RequestMapping("/api/me")
class MeController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Permissions permissions;

    MeController(Accounts accounts, Sessions sessions, ApiTokens tokens, Permissions permissions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.permissions = permissions;
    }

    record PasswordChange(
            @NotNull @Size(max = 1000) String currentPassword,
            @NotNull @Size(max = 1000) String newPassword) {}

    /** The token itself, told this once. */
    record NewToken(String id, String token) {}

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody PasswordChange change, SignedIn signedIn) {
        accounts.changePassword(change.currentPassword(), change.newPassword(), signedIn);
    }

    @GetMapping("/sessions")
    List<SessionRow> sessions(SignedIn signedIn) {
        Viewer viewer = signedIn.getPrincipal();
        return sessions.of(viewer.userId(), signedIn.sessionId(), viewer);
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeSession(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        sessions.revoke(id, viewer);
    }

    @GetMapping("/tokens")
    List<TokenRow> tokens(@AuthenticationPrincipal Viewer viewer) {
        return tokens.of(viewer);
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    NewToken makeToken(@Valid @RequestBody TokenDraft draft, SignedIn signedIn) {
        ApiTokens.Made made = tokens.make(draft, signedIn);
        return new NewToken(Long.toString(made.id()), made.token().value());
    }

    /** What one may do, and so can let a token do. */
    record OwnPermission(String code, String label, boolean onlyReads) {}

    @GetMapping("/permissions")
    List<OwnPermission> permissions(@AuthenticationPrincipal Viewer viewer) {
        return permissions.heldBy(viewer).stream()
                .map(one -> new OwnPermission(one.code(), one.label().here(), Permission.onlyReads(one.code())))
                .toList();
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        tokens.revoke(id, viewer);
    }
}
