package qiji.customer.merge;

import qiji.platform.Words;

/** Why two records cannot become one, or cannot become two again: a stable code, and a sentence for people. */
record Obstacle(String code, String message) {
    static Obstacle of(String code, Words words) {
        return new Obstacle(code, words.here());
    }

    static Obstacle of(String code, String zh, String en) {
        return of(code, Words.of(zh, en));
    }
}
