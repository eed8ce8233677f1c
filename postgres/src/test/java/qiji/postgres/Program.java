package qiji.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A program with a durable server, to be run in a process of its own; it ends when its input does. */
final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException {
        try (var server = EmbeddedPostgres.durable(Path.of(arguments[0]))) {
            server.onExit().thenAccept(why -> say("LOST " + why.getMessage()));
            say("READY " + server.pid());
            if (System.in.read() == 'x') {
                System.exit(0); // without closing the server
            }
        } catch (PostgresFailed e) {
            say(e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private static void say(String words) {
        System.out.println(words);
        System.out.flush();
    }
}
