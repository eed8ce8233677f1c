package qiji.organization.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** The ways in for who has no password yet: the first run, and a link from an administrator. Public; the token is the proof. */
@RestController
@RequestMapping("/api")
class EntryController {
    private final FirstRun firstRun;
    private final PasswordLinks links;

    EntryController(FirstRun firstRun, PasswordLinks links) {
        this.firstRun = firstRun;
        this.links = links;
    }

    record NewPassword(
            @NotNull @Size(max = 200) String token,
            @NotNull @Size(max = 1000) String password) {}

    /** Whether nobody has a password yet, and whether the one who asks is signed in. */
    record FirstRunState(boolean needed, boolean signedIn) {}

    @GetMapping("/setup")
    FirstRunState isSetupNeeded(@AuthenticationPrincipal @Nullable Viewer viewer) {
        return new FirstRunState(firstRun.isNeeded(), viewer != null);
    }

    @PostMapping("/setup")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setUp(@Valid @RequestBody NewPassword chosen) {
        firstRun.complete(new OpaqueToken(chosen.token()), chosen.password());
    }

    @PostMapping("/password-reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@Valid @RequestBody NewPassword chosen) {
        links.use(new OpaqueToken(chosen.token()), chosen.password());
    }
}
