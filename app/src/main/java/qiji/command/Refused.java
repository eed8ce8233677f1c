package qiji.command;

/** A command cannot be done. The message is one sentence for the person who typed it: what is wrong and what to do. */
class Refused extends RuntimeException {
    Refused(String sentence) {
        super(sentence);
    }

    Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
