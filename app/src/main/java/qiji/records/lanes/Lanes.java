package qiji.records.lanes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.Aggregates;
import qiji.records.Catalogue;
import qiji.records.Choice;
import qiji.records.Filter;
import qiji.records.GroupBy;
import qiji.records.Kind;
import qiji.records.Path;
import qiji.records.RecordQuery;
import qiji.records.RecordType;
import qiji.records.Records;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records in lanes: the columns of a board, the groups of a list, the days of a calendar, the bars of a chart. A lane's
 * numbers and its rows come from one condition, which it tells, so they cannot differ. [X2]
 */
@Component
public class Lanes {
    /** So many lanes show rows; one more question each. */
    private static final int MOST_WITH_ROWS = 42;

    private static final int QUARTER = 3;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Records records;
    private final Catalogue catalogue;

    Lanes(Records records, Catalogue catalogue) {
        this.records = records;
        this.catalogue = catalogue;
    }

    /** {@code filter} means exactly the records of the lane; {@code next} leads to rows beyond those shown. */
    public record Lane(
            @Nullable String key,
            String label,
            long count,
            Map<String, @Nullable BigDecimal> sums,
            String filter,
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next) {}

    /** {@code more} says that there are lanes beyond those shown; {@code rest} is what lies in them, if anything does. */
    public record Laid(List<Lane> lanes, boolean more, Aggregates.@Nullable Total rest) {}

    /** Which records, by what ({@code stage}, {@code expectedSignOn:month}), and what of them: no rows if limit is 0; as of which day. */
    public record Wish(
            String by,
            @Nullable String filter,
            @Nullable String sort,
            List<String> sums,
            List<String> fields,
            int limit,
            @Nullable LocalDate asOf) {}

    /** A lane for each value there is, and for each choice of a list even where empty. Throws INVALID_FIELDS. */
    public Laid lay(RecordType<?> type, Wish wish, Viewer viewer) {
        RecordQuery all = query(type, wish, wish.filter(), viewer);
        var _ = all.columns();
        Aggregates.Grouped found = grouped(all, wish);
        Path path = catalogue.find(type, GroupBy.fieldOf(wish.by()), viewer).orElseThrow();
        Map<String, String> words = new LinkedHashMap<>();
        Map<@Nullable String, Aggregates.Headed> groups = new LinkedHashMap<>();
        if (path.kind() == Kind.CHOICE) {
            for (Choice choice : catalogue.choices(path.last())) {
                words.put(choice.code(), choice.label().here());
                groups.put(choice.code(), bare(new Aggregates.Group(choice.code(), null, 0, Map.of())));
            }
        }
        found.first().forEach(headed -> groups.put(headed.group().key(), headed));
        List<Aggregates.Headed> shown = groups.values().stream()
                .limit(wish.limit() == 0 ? groups.size() : MOST_WITH_ROWS)
                .toList();
        List<String> filters = shown.stream()
                .map(headed -> within(
                        wish.filter(), condition(wish.by(), path, headed.group().key())))
                .toList();
        List<Aggregates.Page> pages = pages(all, type, wish, shown, filters, viewer);
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Aggregates.Group group = shown.get(i).group();
            lanes.add(lane(group, label(path, group, words), filters.get(i), pages.get(i)));
        }
        var rest = found.all().without(holding(shown));
        return new Laid(lanes, rest != null || lanes.size() < groups.size(), rest);
    }

    private static List<Aggregates.Group> holding(List<Aggregates.Headed> shown) {
        return shown.stream()
                .map(Aggregates.Headed::group)
                .filter(group -> group.count() > 0)
                .toList();
    }

    /** The lane of a value that no record has. */
    public Lane empty(RecordType<?> type, Wish wish, String key, String label, Viewer viewer) {
        Path path = catalogue.find(type, GroupBy.fieldOf(wish.by()), viewer).orElseThrow(Problem::notFound);
        String filter = within(wish.filter(), condition(wish.by(), path, key));
        return new Lane(key, label, 0, Map.of(), filter, List.of(), null);
    }

    private RecordQuery query(RecordType<?> type, Wish wish, @Nullable String filter, Viewer viewer) {
        return records.query(type, viewer)
                .asOf(wish.asOf())
                .where(filter)
                .sort(wish.sort())
                .fields(wish.fields());
    }

    /** Of the past with the heads of the lanes: all that held then is read once. Now each lane is walked by its index. */
    private static Aggregates.Grouped grouped(RecordQuery all, Wish wish) {
        return wish.limit() > 0 && all.isOfThePast()
                ? all.headed(wish.by(), wish.sums(), wish.limit())
                : all.grouped(wish.by(), wish.sums());
    }

    private List<Aggregates.Page> pages(
            RecordQuery all,
            RecordType<?> type,
            Wish wish,
            List<Aggregates.Headed> shown,
            List<String> filters,
            Viewer viewer) {
        if (wish.limit() > 0 && all.isOfThePast()) {
            return all.pages(shown.stream().map(Aggregates.Headed::heads).toList(), wish.limit());
        }
        List<Aggregates.Page> pages = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            pages.add(
                    wish.limit() == 0 || shown.get(i).group().count() == 0
                            ? new Aggregates.Page(List.of(), null)
                            : query(type, wish, filters.get(i), viewer).page(wish.limit(), null));
        }
        return pages;
    }

    private static Aggregates.Headed bare(Aggregates.Group group) {
        return new Aggregates.Headed(group, List.of());
    }

    private static Lane lane(Aggregates.Group group, String label, String filter, Aggregates.Page page) {
        return new Lane(group.key(), label, group.count(), group.sums(), filter, page.rows(), page.next());
    }

    private static String label(Path path, Aggregates.Group group, Map<String, String> words) {
        String key = group.key();
        if (key == null) {
            return Words.of("（空）", "(none)").here();
        }
        if (path.kind() == Kind.BOOLEAN) {
            return (isTrue(key) ? Words.of("是", "Yes") : Words.of("否", "No")).here();
        }
        if (path.kind() == Kind.REFERENCE && group.label() == null) {
            return Words.of("（无权查看 %s）", "(not for you: %s)").with(key).here();
        }
        return words.getOrDefault(key, Objects.requireNonNullElse(group.label(), key));
    }

    /** What the records of a group have in common. */
    private static ObjectNode condition(String by, Path path, @Nullable String key) {
        ObjectNode condition = JSON.createObjectNode().put("field", path.text());
        if (key == null) {
            return condition.put("op", "empty");
        }
        if (path.kind() == Kind.BOOLEAN) {
            return condition.put("op", "is").put("value", isTrue(key));
        }
        if (!path.kind().isTime()) {
            return condition.put("op", "is").put("value", key);
        }
        LocalDate first = first(key);
        LocalDate after = switch (GroupBy.span(by)) {
            case "day" -> first.plusDays(1);
            case "month" -> first.plusMonths(1);
            case "quarter" -> first.plusMonths(QUARTER);
            default -> first.plusYears(1);
        };
        condition
                .put("op", "between")
                .putArray("value")
                .add(first.toString())
                .add(after.minusDays(1).toString());
        return condition;
    }

    /** The first day of {@code 2026}, {@code 2026-Q4}, {@code 2026-11}, {@code 2026-11-24}. */
    private static LocalDate first(String key) {
        String[] parts = key.split("-", -1);
        int month = parts.length == 1
                ? 1
                : parts[1].startsWith("Q")
                        ? (Integer.parseInt(parts[1].substring(1)) - 1) * QUARTER + 1
                        : Integer.parseInt(parts[1]);
        return LocalDate.of(Integer.parseInt(parts[0]), month, parts.length > 2 ? Integer.parseInt(parts[2]) : 1);
    }

    private static boolean isTrue(String key) {
        return key.startsWith("t");
    }

    private static String within(@Nullable String filter, ObjectNode condition) {
        if (filter == null || filter.isBlank()) {
            return condition.toString();
        }
        ObjectNode both = JSON.createObjectNode();
        both.putArray("and").add(Filter.json(filter)).add(condition);
        return both.toString();
    }
}
