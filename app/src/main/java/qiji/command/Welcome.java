package qiji.command;

import org.springframework.stereotype.Component;

/** What the terminal says when the application is ready. */
@Component
class Welcome {
    void say(Settings settings) {
        System.out.printf("%n契机 is ready: %s%n", settings.address());
    }
}
