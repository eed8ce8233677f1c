package qiji.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import qiji.demo.DemoRefused;
import qiji.platform.FullDisk;
import qiji.postgres.PostgresFailed;

/** What can be typed after {@code ./qiji}. Answers a refusal with one sentence and a status other than 0. */
public final class CommandLine {
    static final int FAILED = 1;
    private static final String USAGE = """
            qiji start [--demo]                start the application (and its database) in this terminal
            qiji stop                          stop it
            qiji status                        say whether it runs
            qiji backup FILE                   write everything into one file, also while it runs
            qiji restore FILE                  read such a file into an empty data folder
            qiji admin reset-password USER     print a link by which a user sets a new password""";

    private final Class<?> application;
    private final boolean demo;

    private CommandLine(Class<?> application, boolean demo) {
        this.application = application;
        this.demo = demo;
    }

    /** Runs the command; {@code application} is the class that Spring starts from. */
    public static void run(Class<?> application, String[] arguments) {
        quiet();
        List<String> words =
                Arrays.stream(arguments).filter(word -> !word.equals("--demo")).toList();
        try {
            new CommandLine(application, words.size() < arguments.length).run(words);
        } catch (Refused | PostgresFailed | DemoRefused e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    /** The terminal is for people: what libraries have to say goes to the log file once the application has one. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(ch.qos.logback.classic.Level.ERROR);
        }
    }

    private void run(List<String> words) {
        String verb = words.isEmpty() ? "help" : words.getFirst();
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        switch (verb) {
            case "start" -> {
                none(rest, "start [--demo]");
                new Start(application, settings()).run();
            }
            case "stop" -> {
                none(rest, "stop");
                Presence.of(settings()).stop();
            }
            case "status" -> {
                none(rest, "status");
                Presence.of(settings()).tell();
            }
            case "backup" -> backup(Path.of(only(rest, "backup FILE")));
            case "restore" -> restore(Path.of(only(rest, "restore FILE")));
            case "admin" -> admin(rest);
            case "help" -> System.out.println(USAGE);
            default -> throw new Refused("There is no command \"%s\".%n%s".formatted(verb, USAGE));
        }
    }

    private void backup(Path file) {
        if (Files.exists(file)) {
            throw new Refused("%s is there already: name a new file.".formatted(file.toAbsolutePath()));
        }
        Settings settings = settings();
        try (Database database = Database.join(settings)) {
            new Backup(database, settings.data()).write(file);
        }
        System.out.println("Backed up to " + file.toAbsolutePath());
    }

    private void restore(Path file) {
        Settings settings = settings();
        Restore.mustBeBackup(file);
        DataFolder.mustBeEmpty(settings.data());
        try (DataFolder folder = DataFolder.hold(settings.data(), settings.port())) {
            try (Database database = Database.open(settings)) {
                new Restore(database, settings.data()).read(file);
            } catch (RuntimeException e) {
                folder.clear();
                throw FullDisk.isCauseOf(e) ? DataFolder.full(settings.data(), e) : e;
            }
        }
        System.out.println("Restored into " + settings.data());
    }

    private void admin(List<String> words) {
        if (words.size() != 2 || !words.getFirst().equals("reset-password")) {
            throw new Refused("Type: qiji admin reset-password USER");
        }
        Settings settings = settings();
        try (Database database = Database.join(settings)) {
            System.out.println(new PasswordReset(database).linkFor(words.get(1), addressOf(settings)));
        }
    }

    /** Of the one that runs, whatever port this command was told. */
    private static String addressOf(Settings settings) {
        return DataFolder.running(settings.data())
                .map(running -> settings.onPort(running.port()))
                .orElse(settings)
                .address();
    }

    private Settings settings() {
        return Settings.from(System.getenv(), demo);
    }

    /** A mistyped option must not be passed over: it would start something else than was meant. */
    private static void none(List<String> words, String usage) {
        if (!words.isEmpty()) {
            throw new Refused("\"%s\" is not known here. Type: qiji %s".formatted(words.getFirst(), usage));
        }
    }

    private static String only(List<String> words, String usage) {
        if (words.size() != 1) {
            throw new Refused("Type: qiji " + usage);
        }
        return words.getFirst();
    }
}
