package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultTests {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300"})
    void aBrokenConnectionIsADatabaseThatIsAway(String state) {
        assertThat(DatabaseFault.isAway(new IllegalStateException(new SQLException("broken", state))))
                .isTrue();
    }

    @Test
    void aPoolWithoutConnectionsIsToo() {
        assertThat(DatabaseFault.isAway(new SQLTransientConnectionException("timed out")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "57014"})
    void aRefusedStatementIsNot(String state) {
        assertThat(DatabaseFault.isAway(new SQLException("refused", state))).isFalse();
    }
}
