package qiji.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;

/** Lets a user in again who cannot sign in: whoever may read the data folder may do this. [A6] */
final class PasswordReset {
    private static final int TOKEN_BYTES = 32;

    private final Database database;

    PasswordReset(Database database) {
        this.database = database;
    }

    /** A link that lets {@code username} set a password once within a day; it also ends a lock-out. */
    String linkFor(String username, String address) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (var writer = connection.createStatement()) {
                writer.execute("set local qiji.writer = '0'");
                writer.execute("set local qiji.via = 'command line'");
            }
            insert(connection, username, hash(token));
            connection.commit();
        } catch (SQLException e) {
            throw new Refused("The link could not be made: %s".formatted(e.getMessage()), e);
        }
        return "Open within 24 hours: %s/reset?token=%s".formatted(address, token);
    }

    private static void insert(Connection connection, String username, byte[] hash) throws SQLException {
        try (var statement = connection.prepareStatement("""
                with chosen as (
                    update organization.app_user set failed_sign_ins = 0, locked_until = null
                    where username = lower(?) and state = 'ACTIVE' returning id)
                insert into organization.password_link (token_hash, user_id, expires_at)
                select ?, id, now() + interval '24 hours' from chosen
                """)) {
            statement.setString(1, username);
            statement.setBytes(2, hash);
            if (statement.executeUpdate() == 0) {
                throw new Refused("There is no active user \"%s\".".formatted(username));
            }
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
