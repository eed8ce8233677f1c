package qiji.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import qiji.demo.Demo;
import qiji.demo.DemoAccount;
import qiji.demo.DemoSize;
import qiji.platform.FullDisk;
import qiji.platform.Time;

/** {@code start}: holds the data folder, opens and migrates the database, serves the application until it is stopped. */
final class Start {
    private static final Clock CLOCK = Clock.system(Time.ZONE);

    private final Class<?> application;
    private final Settings settings;

    Start(Class<?> application, Settings settings) {
        this.application = application;
        this.settings = settings;
    }

    /** Returns when the application is ready; it ends by a signal. Throws {@link Refused} if it cannot start. */
    void run() {
        DataFolder folder = DataFolder.hold(settings.data(), settings.port());
        Database database = null;
        try {
            mustHavePort();
            database = Database.open(settings);
            new Migration(database).run(settings.data(), CLOCK);
            new Keys(settings.data(), System.getenv()).mustOpen(database.asDataSource());
            List<DemoAccount> accounts = settings.demo()
                    ? new Demo(database.asDataSource(), settings.data(), CLOCK).fill(DemoSize.SHIPPED, Demo.SEED)
                    : List.of();
            boolean demo = database.isDemo();
            if (demo && !settings.isLoopback()) {
                throw new Refused(
                        "The data in %s are a demonstration, which listens on this machine only: leave QIJI_BIND unset."
                                .formatted(settings.data()));
            }
            welcome(serve(database, folder, demo), accounts);
        } catch (RuntimeException e) {
            // Where the application has begun, it has closed them already; closing again does nothing.
            if (database != null) {
                database.close();
            }
            folder.close();
            boolean isFull = FullDisk.isCauseOf(e) || (!(e instanceof Refused) && FullDisk.isAt(settings.data()));
            throw isFull ? DataFolder.full(settings.data(), e) : e;
        }
    }

    /** Who is refused here must not leave the application behind: it uses the database that is closed next. */
    private void welcome(ConfigurableApplicationContext context, List<DemoAccount> accounts) {
        try {
            context.getBean(Welcome.class).say(settings, accounts);
        } catch (RuntimeException e) {
            if (!context.isActive()) {
                return; // a signal came first, and has closed what this needed
            }
            context.close();
            throw e;
        }
    }

    private ConfigurableApplicationContext serve(Database database, DataFolder folder, boolean demo) {
        database.onFailure(sentence -> {
            System.err.println(sentence);
            Runtime.getRuntime().halt(CommandLine.FAILED);
        });
        SpringApplication spring = new SpringApplication(application);
        spring.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) context -> {
            // Closed in this order after everything that uses them: no shutdown hook of theirs could know when.
            context.registerBean(
                    "heldFolder", DataFolder.class, () -> folder, bean -> bean.setDestroyMethodName("close"));
            context.registerBean("database", JdbcConnectionDetails.class, () -> database, bean -> {
                bean.setDestroyMethodName("close");
                bean.setDependsOn("heldFolder");
            });
            context.registerBean("firstPassword", FirstPassword.class, () -> new FirstPassword(context, settings));
        });
        try {
            return spring.run(properties(demo));
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Refused("The application could not start: the reason is in %s.".formatted(log()), e);
        }
    }

    /** As arguments, which come before any file and are there when logging begins. */
    private String[] properties(boolean demo) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        properties.put("qiji.data", settings.data());
        properties.put("qiji.demo", demo);
        properties.put("qiji.address", settings.address());
        properties.put("logging.file.name", log());
        // What libraries complain of, a lost connection say, is for the log: the terminal is for people.
        properties.put("logging.threshold.console", "OFF");
        if (settings.url() != null) {
            properties.put("qiji.url", settings.url());
            properties.put("server.forward-headers-strategy", "native");
        }
        return properties.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
    }

    private Path log() {
        return settings.data().resolve("logs/qiji.log");
    }

    private void mustHavePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.bind(), settings.port()));
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Cannot assign requested address")) {
                throw Settings.strange(settings.bind(), e);
            }
            throw new Refused(
                    "Port %d of %s is in use: stop what uses it, or set QIJI_PORT to another port."
                            .formatted(settings.port(), settings.bind()),
                    e);
        }
    }
}
