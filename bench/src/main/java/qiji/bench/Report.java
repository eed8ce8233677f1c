package qiji.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The figures, for people and for programs. */
record Report(int size, List<Result> results, List<Figure> figures, List<Crowd.Load> crowd) {
    String text() {
        StringBuilder text = new StringBuilder("%n%,d opportunities, %d processors%n%n".formatted(size, processors()));
        text.append("| scenario | median ms | p95 ms | twin ms | ratio | bar: median, p95, ratio | ok |%n".formatted());
        text.append("|---|--:|--:|--:|--:|---|---|%n".formatted());
        for (Result it : results) {
            text.append("| %s | %s | %s | %s | %s | %s, %s, %s | %s |%n"
                    .formatted(
                            it.name(),
                            number(it.medianMs()),
                            number(it.p95Ms()),
                            number(it.twinMs()),
                            number(it.ratio()),
                            number(it.bar().medianMs()),
                            number(it.bar().p95Ms()),
                            number(it.bar().ratio()),
                            it.ok() ? "yes" : "no"));
        }
        if (!figures.isEmpty()) {
            text.append("%n| other than time | figure | bar | ok |%n|---|--:|---|---|%n".formatted());
        }
        for (Figure it : figures) {
            text.append("| %s | %.1f %s | %s | %s |%n"
                    .formatted(it.name(), it.value(), it.unit(), bar(it), it.ok() ? "yes" : "no"));
        }
        for (Crowd.Load it : crowd) {
            text.append("%n%d clients, %s, for %d s: %.0f requests/s; %.0f MB resident%n"
                    .formatted(
                            it.clients(),
                            it.wish().name().toLowerCase(Locale.ROOT),
                            it.seconds(),
                            it.perSecond(),
                            it.residentMb()));
        }
        return text.toString();
    }

    String json() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("size", size);
        root.put("processors", processors());
        root.put("takenAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        var scenarios = root.putArray("scenarios");
        for (Result it : results) {
            ObjectNode node = scenarios.addObject();
            node.put("name", it.name());
            node.put("medianMs", rounded(it.medianMs()));
            node.put("p95Ms", rounded(it.p95Ms()));
            node.put("twinMs", rounded(it.twinMs()));
            node.put("ratio", rounded(it.ratio()));
            node.put("barRatio", it.bar().ratio());
            node.put("ok", it.ok());
        }
        var others = root.putArray("figures");
        for (Figure it : figures) {
            others.addObject()
                    .put("name", it.name())
                    .put("value", rounded(it.value()))
                    .put("unit", it.unit())
                    .put("atLeast", it.atLeast())
                    .put("atMost", it.atMost())
                    .put("goal", it.goal())
                    .put("ok", it.ok());
        }
        var loads = root.putArray("crowd");
        for (Crowd.Load it : crowd) {
            loads.addObject()
                    .put("wish", it.wish().name().toLowerCase(Locale.ROOT))
                    .put("clients", it.clients())
                    .put("seconds", it.seconds())
                    .put("requestsPerSecond", rounded(it.perSecond()))
                    .put("residentMb", rounded(it.residentMb()));
        }
        return root.toPrettyString();
    }

    private static String bar(Figure figure) {
        return (figure.goal() ? "goal " : "")
                + (figure.atLeast() == null ? "≤ " + number(figure.atMost()) : "≥ " + number(figure.atLeast()));
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * 1_000) / 1_000.0;
    }

    private static String number(@Nullable Double value) {
        return value == null ? "—" : value >= 100 ? "%.0f".formatted(value) : "%.2f".formatted(value);
    }
}
