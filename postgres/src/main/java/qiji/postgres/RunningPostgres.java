package qiji.postgres;

/** How another process of the same user connects to an embedded server while it runs. */
public record RunningPostgres(String url, String user, String password, long serverPid) {}
