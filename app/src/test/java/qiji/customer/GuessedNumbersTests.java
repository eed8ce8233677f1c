package qiji.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.access.Viewer;
import qiji.platform.Problem;
import qiji.records.Records;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** B7: who may not read a number may ask for it, but not for all there could be. */
@ModuleTest
class GuessedNumbersTests {
    @Autowired
    Records records;

    @Autowired
    SampleData sample;

    @Test
    void tenNumbersMayBeAskedForByOneFilter() {
        Viewer viewer = SampleData.viewer(sample.user("Guesser"), "customer:read", "contact:read");

        assertThat(count(either("is", 10), viewer)).isZero();
        for (String op : new String[] {"is", "isNot", "contains", "startsWith", "finds"}) {
            assertThatThrownBy(() -> count(either(op, 11), viewer))
                    .as(op)
                    .isInstanceOf(Problem.class)
                    .hasStackTraceContaining("invalid-fields");
        }
        assertThatThrownBy(() ->
                        count("{\"field\":\"phone\",\"op\":\"in\",\"value\":[%s]}".formatted(numbers(11)), viewer))
                .isInstanceOf(Problem.class);
    }

    /** Each in a condition of its own: the limit is one for all of them. */
    private static String either(String op, int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> "{\"field\":\"phone\",\"op\":\"%s\",\"value\":\"1391234%04d\"}".formatted(op, n))
                .collect(Collectors.joining(",", "{\"or\":[", "]}"));
    }

    private static String numbers(int many) {
        return IntStream.range(0, many).mapToObj("\"1391234%04d\""::formatted).collect(Collectors.joining(","));
    }

    private int count(String filter, Viewer viewer) {
        return records.query("contact", viewer).where(filter).count().count();
    }
}
