package qiji.command;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.demo.DemoAccount;
import qiji.organization.Setup;

/** What the terminal says when the application is ready: where it is, and how to get in. */
@Component
class Welcome {
    private final Setup setup;

    Welcome(Setup setup) {
        this.setup = setup;
    }

    /** Lets in who started it by a link, if nobody can sign in yet. */
    void say(Settings settings, List<DemoAccount> accounts) {
        if (!accounts.isEmpty()) {
            System.out.println("This is a demonstration. Sign in as one of:");
            accounts.forEach(
                    it -> System.out.printf("  %-22s %-16s %s%n", it.roleName(), it.username(), it.password()));
        }
        setup.newLink()
                .ifPresent(token -> System.out.printf(
                        "Set the password of the user \"admin\" within 24 hours: %s/setup?token=%s%n",
                        settings.address(), token));
        System.out.printf("契机 is ready: %s%n", settings.address());
    }
}
