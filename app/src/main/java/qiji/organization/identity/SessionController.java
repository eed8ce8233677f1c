package qiji.organization.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.organization.OrganizationProblem;
import qiji.organization.identity.SignInResult.LockedOut;
import qiji.organization.identity.SignInResult.Opened;
import qiji.organization.identity.SignInResult.Refused;
import qiji.platform.Problem;

/** Signing in and out, and who is signed in. */
@RestController
@RequestMapping("/api/session")
class SessionController {
    private final SignIns signIns;
    private final Sessions sessions;
    private final Accounts accounts;
    private final RequestIdentity identity;
    private final SessionCookie cookie;
    private final CsrfTokenRepository csrfTokens;

    SessionController(
            SignIns signIns,
            Sessions sessions,
            Accounts accounts,
            RequestIdentity identity,
            SessionCookie cookie,
            CsrfTokenRepository csrfTokens) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.accounts = accounts;
        this.identity = identity;
        this.cookie = cookie;
        this.csrfTokens = csrfTokens;
    }

    record Credentials(
            @NotNull @Size(max = 200) String username,
            @NotNull @Size(max = 1000) String password) {}

    @GetMapping
    CurrentSession current(SignedIn signedIn) {
        return accounts.current(signedIn);
    }

    /** Answers BAD_CREDENTIALS or LOCKED_OUT. What session the browser had before is ended, its CSRF token replaced. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        switch (signIns.signIn(credentials.username(), credentials.password(), agent)) {
            case Opened(OpaqueToken token) -> {
                identity.of(request).ifPresent(sessions::signOut);
                cookie.give(token, response);
                csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
            }
            case Refused() -> throw new Problem(OrganizationProblem.BAD_CREDENTIALS);
            case LockedOut(var remaining) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(remaining.toSeconds() + 1));
                throw new Problem(OrganizationProblem.LOCKED_OUT).with("retryAfterSeconds", remaining.toSeconds() + 1);
            }
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        identity.of(request).ifPresent(sessions::signOut);
        cookie.take(response);
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
    }
}
