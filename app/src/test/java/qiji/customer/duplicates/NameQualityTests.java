package qiji.customer.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How many duplicates are found, and how many of those found are any, by variants of 100,000 real names. [B1] */
class NameQualityTests {
    private static NameQuality quality;

    @BeforeAll
    static void readTheNames() throws IOException {
        quality = new NameQuality(RealCompanies.read());
    }

    @Test
    void findsWhatItShouldAndLittleElse() {
        var counts = quality.measure(7, 33, _ -> {});
        assertThat(sum(counts, Variant.Aim.WRITING).recall()).isGreaterThan(0.95);
        assertThat(sum(counts, Variant.Aim.ONE_SLIP).recall()).isGreaterThan(0.85);
        assertThat(sum(counts, Variant.Aim.WRITING)
                        .plus(sum(counts, Variant.Aim.ONE_SLIP))
                        .precision())
                .isGreaterThan(0.95);
    }

    /** {@code -Dqiji.quality=0} measures the half by which the rules were made, {@code 1} the other one; see docs/quality.md. */
    @Test
    @EnabledIfSystemProperty(named = "qiji.quality", matches = "[01]")
    void measuresHalfOfAllNames() throws IOException {
        List<String> bad = Collections.synchronizedList(new ArrayList<>());
        var counts = quality.measure(Integer.getInteger("qiji.quality"), 2, bad::add);
        List<String> table = new ArrayList<>();
        counts.forEach((rule, count) -> table.add(line(rule.name(), count)));
        table.add(line("all of writing", sum(counts, Variant.Aim.WRITING)));
        table.add(line("all of one slip", sum(counts, Variant.Aim.ONE_SLIP)));
        table.add(line("all", sum(counts, Variant.Aim.WRITING).plus(sum(counts, Variant.Aim.ONE_SLIP))));
        List<String> pairs = quality.pairs();
        table.add("pairs among the real names: " + pairs.size());
        Files.write(Path.of("target/quality.txt"), table);
        Files.write(Path.of("target/quality-bad.txt"), bad);
        Files.write(Path.of("target/quality-pairs.txt"), pairs);
        assertThat(counts).isNotEmpty();
    }

    private static String line(String name, NameQuality.Count count) {
        return "| %s | %,d | %.2f %% | %.2f %% | %.2f %% |"
                .formatted(
                        name,
                        count.asked(),
                        100 * count.recall(),
                        100 * count.precision(),
                        100 * count.fairPrecision());
    }

    private static NameQuality.Count sum(Map<Variant, NameQuality.Count> counts, Variant.Aim aim) {
        return counts.entrySet().stream()
                .filter(it -> it.getKey().aim == aim)
                .map(Map.Entry::getValue)
                .reduce(new NameQuality.Count(0, 0, 0, 0), NameQuality.Count::plus);
    }
}
