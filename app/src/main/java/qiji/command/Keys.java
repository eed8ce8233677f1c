package qiji.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import qiji.customer.PersonalData;
import qiji.platform.Vault;

/**
 * The keys of the contact data must be those that sealed them. New ones are made in silence only where nothing is sealed:
 * else what was lost would be noticed when it is too late to look for it. [B7]
 */
final class Keys {
    private static final String SEALED =
            "select phone_cipher from customer.contact where phone_cipher is not null order by id limit 1";

    private final Path data;
    private final Map<String, String> environment;

    Keys(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /** Throws {@link Refused} with what to do. {@code QIJI_KEYS_LOST=yes} goes on without. */
    void mustOpen(DataSource database) {
        byte[] sealed = sealed(database);
        boolean given = !environment.getOrDefault("QIJI_KEYS", "").isBlank();
        boolean there = given || Files.exists(data.resolve("keys/contact-data.keys"));
        if (sealed == null || there && new PersonalData(Vault.at(data)).opens(sealed)) {
            return;
        }
        if (!"yes".equals(environment.get("QIJI_KEYS_LOST"))) {
            throw new Refused("""
                    The keys of the contact data in this database are not %s: put them back, each backup holds them as keys/contact-data.keys.
                    If they are lost for good, so are all phone numbers and mail addresses: with QIJI_KEYS_LOST=yes the program goes on with new keys.""".formatted(given ? "those in QIJI_KEYS" : "in " + data.resolve("keys")));
        }
    }

    private static byte @Nullable [] sealed(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(SEALED)) {
            return row.next() ? row.getBytes(1) : null;
        } catch (SQLException cannot) {
            throw new IllegalStateException("Cannot look for sealed contact data", cannot);
        }
    }
}
