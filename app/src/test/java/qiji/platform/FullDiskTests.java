package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletResponse;

/** A full disk is nobody's bug and no fault of the request: it has an answer of its own. */
class FullDiskTests {
    @Test
    void isToldByTheDatabaseAndByTheSystemHoweverDeep() {
        assertThat(FullDisk.isCauseOf(
                        new DataAccessResourceFailureException("refused", new SQLException("x", "53100"))))
                .isTrue();
        assertThat(FullDisk.isCauseOf(new UncheckedIOException(new IOException("No space left on device"))))
                .isTrue();
        assertThat(FullDisk.isCauseOf(new IOException("Disk quota exceeded"))).isTrue();
        assertThat(FullDisk.isCauseOf(new SQLException("x", "53200"))).isFalse();
        assertThat(FullDisk.isCauseOf(new IllegalStateException("No space left on device")))
                .isFalse();
    }

    // A folder with room, one without any, and one that is not there, of which nobody can say that it is full.
    @Test
    void isSeenInTheFolder(@TempDir Path folder) {
        assertThat(FullDisk.isAt(folder)).isFalse();
        assertThat(FullDisk.isFull(0)).isTrue();
        assertThat(FullDisk.isFull((16L << 20) - 1)).isTrue();
        assertThat(FullDisk.isFull(16L << 20)).isFalse();
        assertThat(FullDisk.isAt(folder.resolve("not-there"))).isFalse();
    }

    @Test
    void isAnsweredByAProblemOfItsOwn() throws Throwable {
        var answer = new ProblemAdvice().failed(new SQLException("x", "53100"), new MockHttpServletResponse());
        assertThat(answer.getStatusCode().value()).isEqualTo(507);
        assertThat(answer.getBody())
                .hasToString(new Problem(CommonProblem.STORAGE_FULL).getBody().toString());
    }
}
