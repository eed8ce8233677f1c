package qiji.access;

/** Any record, named by its type (e.g. {@code opportunity}) and id. Only companions (activities, files) know records so. */
public record RecordRef(String type, long id) {}
