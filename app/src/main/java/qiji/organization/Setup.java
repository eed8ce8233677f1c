package qiji.organization;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import qiji.organization.identity.FirstRun;
import qiji.organization.identity.OpaqueToken;
import qiji.organization.identity.password.Passwords;

/** What the start of the program needs of the first run: to let in who started it. [A6] */
@Component
public class Setup {
    private final FirstRun firstRun;

    Setup(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    /** Hashes passwords of made-up accounts, for demonstrations: nobody asks whether they are good ones. */
    public static UnaryOperator<String> hasher() {
        return new Passwords()::hash;
    }

    public boolean isNeeded() {
        return firstRun.isNeeded();
    }

    /** The token for {@code /setup?token=…}; one printed before holds no more. Empty if the system is set up. */
    public Optional<String> newLink() {
        return firstRun.newToken().map(OpaqueToken::value);
    }

    /** For a first run without asking. Throws SETUP_DONE, or INVALID_FIELDS for a weak password. */
    public void setAdminPassword(String password) {
        firstRun.setAdminPassword(password);
    }
}
