package qiji.platform;

/** What a change answers: the version that the record has now, to be named by the next one. */
public record Version(int version) {}
