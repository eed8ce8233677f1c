package qiji;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;
import qiji.command.CommandLine;

/** 契机 Qiji, the opportunity management system: one process, one database, one browser application. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(
        systemName = "契机 Qiji",
        sharedModules = {"platform", "access", "jobs", "records", "organization", "rule", "audit"})
public class Application {
    public static void main(String[] arguments) {
        CommandLine.run(Application.class, arguments);
    }
}
