package qiji.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiji.platform.Problem;

/** Places in a list, as they are handed out and taken back. X2 */
class CursorTests {
    @Test
    void comesBackAsItWasHandedOut() {
        Cursor cursor = new Cursor(
                Arrays.asList(
                        new BigDecimal("12.50"),
                        null,
                        LocalDate.of(2026, 11, 24),
                        Instant.parse("2026-11-24T01:02:03.456789Z"),
                        "华为"),
                42);
        assertThat(Cursor.decode(
                        cursor.encode("-a,b"),
                        "-a,b",
                        List.of(Kind.MONEY, Kind.TEXT, Kind.DATE, Kind.INSTANT, Kind.TEXT)))
                .isEqualTo(cursor);
    }

    @Test
    void leadsNowhereInAnotherOrder() {
        String cursor = new Cursor(List.of("x"), 1).encode("name");
        assertThatThrownBy(() -> Cursor.decode(cursor, "-name", List.of(Kind.TEXT)))
                .isInstanceOf(Problem.class);
    }

    /** A number with a huge exponent would be written out digit by digit, a far moment refused by the database. */
    @ParameterizedTest
    @CsvSource({
        "MONEY, 1E999999999",
        "MONEY, 1E-999999999",
        "MONEY, NaN",
        "INTEGER, 9999999999999999999",
        "DATE, +999999999-12-31",
        "DATE, 2026-13-01",
        "INSTANT, +1000000000-12-31T23:59:59Z",
        "TEXT, a\\u0000b"
    })
    void takesNoValueThatNobodyHandedOut(Kind kind, String value) {
        String forged = "{\"s\":\"a\",\"i\":1,\"v\":[\"%s\"]}".formatted(value);
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8));
        assertThatThrownBy(() -> Cursor.decode(cursor, "a", List.of(kind))).isInstanceOf(Problem.class);
    }
}
