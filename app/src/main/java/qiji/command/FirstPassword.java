package qiji.command;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import qiji.organization.Setup;
import qiji.platform.Problem;

/**
 * Sets the password of the environment before the application listens: who hears that it is up can sign in. Throws
 * {@link Refused} for a weak one.
 */
final class FirstPassword implements SmartInitializingSingleton {
    private final BeanFactory beans;
    private final Settings settings;

    FirstPassword(BeanFactory beans, Settings settings) {
        this.beans = beans;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String password = settings.adminPassword();
        Setup setup = beans.getBean(Setup.class);
        if (password == null || !setup.isNeeded()) {
            return;
        }
        try {
            setup.setAdminPassword(password);
        } catch (Problem weak) {
            throw new Refused(
                    "QIJI_ADMIN_PASSWORD is too weak: take at least 10 characters that are not common.", weak);
        }
    }
}
