package qiji.organization.identity;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.organization.Authority;

/** What administrators see and do of how others sign in. */
@RestController
@RequestMapping("/api/users/{id}")
class UserAccessController {
    private final Authority authority;
    private final PasswordLinks links;
    private final Sessions sessions;

    UserAccessController(Authority authority, PasswordLinks links, Sessions sessions) {
        this.authority = authority;
        this.links = links;
        this.sessions = sessions;
    }

    @PostMapping("/password-link")
    @ResponseStatus(HttpStatus.CREATED)
    PasswordLinks.Link makeLink(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        authority.mustManage(id, viewer);
        return links.make(id, viewer);
    }

    @GetMapping("/sessions")
    List<SessionRow> sessions(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        authority.mustManage(id, viewer);
        return sessions.of(id, null, viewer);
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        authority.mustManage(id, viewer);
        sessions.revokeAll(id, null, viewer);
    }
}
