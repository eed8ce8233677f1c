package qiji.platform;

/** What a create answers: the id of the new record. */
public record Created(String id) {
    public static Created of(long id) {
        return new Created(Long.toString(id));
    }
}
