package qiji.command;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.demo.DemoAccount;
import qiji.organization.Setup;
import qiji.platform.Problem;

/** What the terminal says when the application is ready: where it is, and how to get in. */
@Component
class Welcome {
    private final Setup setup;

    Welcome(Setup setup) {
        this.setup = setup;
    }

    /** Lets in who started it: by the password of the environment, or by a link. Throws {@link Refused} for a weak one. */
    void say(Settings settings, List<DemoAccount> accounts) {
        String password = settings.adminPassword();
        if (password != null && setup.isNeeded()) {
            try {
                setup.setAdminPassword(password);
            } catch (Problem weak) {
                throw new Refused(
                        "QIJI_ADMIN_PASSWORD is too weak: take at least 10 characters that are not common.", weak);
            }
        }
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
