package qiji.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import db.customer.tables.records.ContactRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import qiji.customer.PersonalData;
import qiji.platform.Vault;
import qiji.testing.TestDatabase;

/** Keys that are lost are missed at the next start, not when someone needs a number. B7 */
class KeysTests {
    private static final Map<String, String> NOTHING_SET = Map.of();

    @TempDir
    Path data;

    private Connection connection;
    private DataSource database;

    @BeforeEach
    void connect() throws SQLException {
        var details = TestDatabase.fresh();
        connection = java.sql.DriverManager.getConnection(
                details.getJdbcUrl(), details.getUsername(), details.getPassword());
        database = new SingleConnectionDataSource(connection, true);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void needsNoKeysWhereNothingIsSealed() {
        assertThatCode(() -> new Keys(data, NOTHING_SET).mustOpen(database)).doesNotThrowAnyException();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void startsWithTheKeysThatSealed() throws SQLException {
        seal();
        assertThatCode(() -> new Keys(data, NOTHING_SET).mustOpen(database)).doesNotThrowAnyException();
    }

    @Test
    void refusesToMakeNewKeysOverSealedData() throws SQLException, IOException {
        seal();
        Files.delete(data.resolve("keys/contact-data.keys"));
        assertThatThrownBy(() -> new Keys(data, NOTHING_SET).mustOpen(database))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("put them back")
                .hasMessageContaining("QIJI_KEYS_LOST=yes");
        assertThat(data.resolve("keys/contact-data.keys")).doesNotExist();
        assertThatCode(() -> new Keys(data, Map.of("QIJI_KEYS_LOST", "yes")).mustOpen(database))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTheKeysOfAnotherInstallation(@TempDir Path other) throws SQLException, IOException {
        seal();
        Vault.at(other).seal("anything", "makes keys");
        Files.copy(
                other.resolve("keys/contact-data.keys"),
                data.resolve("keys/contact-data.keys"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> new Keys(data, NOTHING_SET).mustOpen(database)).isInstanceOf(Refused.class);
    }

    private void seal() throws SQLException {
        ContactRecord row = new ContactRecord();
        new PersonalData(Vault.at(data)).putPhone("13800138000", row);
        try (var statement = connection.createStatement()) {
            statement.execute("set qiji.writer = '0'");
            statement.execute(
                    "insert into customer.customer (name, normalized_name, created_by) values ('one', 'one', 0)");
        }
        try (var insert = connection.prepareStatement(
                "insert into customer.contact (customer_id, name, phone_cipher, created_by) select max(id), 'w', ?, 0 from customer.customer")) {
            insert.setBytes(1, row.getPhoneCipher());
            insert.execute();
        }
    }
}
