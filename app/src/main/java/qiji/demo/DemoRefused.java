package qiji.demo;

/** The demonstration does not go into this database; the message is a sentence for people. */
public final class DemoRefused extends RuntimeException {
    public DemoRefused(String sentence) {
        super(sentence);
    }
}
