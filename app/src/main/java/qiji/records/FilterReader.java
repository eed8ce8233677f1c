package qiji.records;

import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a filter out of JSON and checks it against the catalogue: every fault is named with its place. A field that the
 * viewer may not read is answered as one that does not exist.
 */
final class FilterReader {
    private static final int MOST_NODES = 100;
    private static final int MOST_VALUES = 1000;
    /** In all of a filter: a sealed value can be asked for, but not guessed from thousands. [B7] */
    private static final int MOST_FOUND = 10;

    private static final int DEEPEST = 10;
    private static final int LONGEST_JSON = 100_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Moments can be asked for by day. */
    private static final FieldOf<Object> DAY =
            new FieldOf<>("day", Words.of("日期", "Day"), Kind.DATE, _ -> inline(LocalDate.EPOCH));

    private final RecordType<?> type;
    private final Viewer viewer;
    private final Catalogue catalogue;
    private final List<FieldFault> faults = new ArrayList<>();
    private int nodes;
    private int sought;

    private FilterReader(RecordType<?> type, Viewer viewer, Catalogue catalogue) {
        this.type = type;
        this.viewer = viewer;
        this.catalogue = catalogue;
    }

    /** Throws INVALID_FIELDS with all faults. Nothing given means everything. */
    static Filter read(@Nullable String json, RecordType<?> type, Viewer viewer, Catalogue catalogue) {
        if (json == null || json.isBlank()) {
            return Filter.everything();
        }
        FilterReader reader = new FilterReader(type, viewer, catalogue);
        Filter filter = reader.parse(json);
        if (!reader.faults.isEmpty()) {
            throw Problem.invalid(reader.faults);
        }
        return filter;
    }

    private Filter parse(String json) {
        try {
            if (json.length() <= LONGEST_JSON) {
                return read(JSON.readTree(json), "filter", 0);
            }
        } catch (JacksonException e) {
            // told below
        }
        return fault("filter", "malformed", "筛选条件的格式不对", "The filter is malformed");
    }

    private Filter read(JsonNode node, String place, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            return fault(place, "too-complex", "筛选条件太复杂", "The filter is too complex");
        }
        if (node.has("and") && node.size() == 1) {
            return new Filter.And(all(node.get("and"), place + ".and", depth));
        }
        if (node.has("or") && node.size() == 1) {
            return new Filter.Or(all(node.get("or"), place + ".or", depth));
        }
        if (node.has("not") && node.size() == 1) {
            return new Filter.Not(read(node.get("not"), place + ".not", depth + 1));
        }
        if (node.path("field").isString() && node.path("op").isString()) {
            return leaf(node, place);
        }
        return fault(place, "malformed", "应为 and、or、not 或一个字段条件", "It must be and, or, not or a condition on a field");
    }

    private List<Filter> all(JsonNode list, String place, int depth) {
        List<Filter> filters = new ArrayList<>();
        if (!list.isArray()) {
            fault(place, "malformed", "应为列表", "It must be a list");
            return filters;
        }
        for (int i = 0; i < list.size() && nodes <= MOST_NODES; i++) {
            filters.add(read(list.get(i), "%s[%d]".formatted(place, i), depth + 1));
        }
        return filters;
    }

    private Filter leaf(JsonNode node, String place) {
        Optional<Path> found = catalogue.find(type, node.get("field").stringValue(), viewer);
        if (found.isEmpty() || !found.get().last().filterable) {
            return fault(place + ".field", "unknown", "没有这个字段", "There is no such field");
        }
        Path path = found.get();
        JsonNode value = node.path("value");
        String at = place + ".value";
        if (path.last().finder != null && (sought += Math.max(1, value.size())) > MOST_FOUND) {
            return fault(at, "too-many", "此字段一次最多查 10 个值", "At most 10 values of this field at once");
        }
        return switch (node.get("op").stringValue()) {
            case "is" -> new Filter.In(path, values(path, List.of(value), at));
            case "isNot" -> new Filter.Not(new Filter.In(path, values(path, List.of(value), at)));
            case "in" -> in(path, value, at);
            case "gt" -> range(path, value, true, null, false, place);
            case "gte" -> range(path, value, false, null, false, place);
            case "lt" -> range(path, null, false, value, true, place);
            case "lte" -> range(path, null, false, value, false, place);
            case "between" -> range(path, value.path(0), false, value.path(1), false, place);
            case "contains" ->
                text(path, value, at) instanceof String text ? new Filter.Contains(path, text) : nothing();
            case "finds" -> text(path, value, at) instanceof String text ? new Filter.Finds(path, text) : nothing();
            case "startsWith" ->
                text(path, value, at) instanceof String text ? new Filter.StartsWith(path, text) : nothing();
            case "empty" -> new Filter.Empty(path);
            case "notEmpty" -> new Filter.Not(new Filter.Empty(path));
            case "relative" -> relative(path, value, at);
            case "me" -> me(path, place);
            case "below" -> below(path, value, place);
            case "myDepartment" -> myDepartment(path, false, place);
            case "myDepartmentAndBelow" -> myDepartment(path, true, place);
            default -> fault(place + ".op", "unknown", "没有这个运算", "There is no such operator");
        };
    }

    private Filter in(Path path, JsonNode list, String place) {
        if (!list.isArray() || list.size() > MOST_VALUES) {
            return fault(place, "wrong-type", "应为至多 1000 个值的列表", "It must be a list of at most 1,000 values");
        }
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items.isEmpty() ? new Filter.Or(List.of()) : new Filter.In(path, values(path, items, place));
    }

    private Filter range(
            Path path,
            @Nullable JsonNode from,
            boolean fromExcluded,
            @Nullable JsonNode to,
            boolean toExcluded,
            String place) {
        if (!path.kind().isOrdered()) {
            return fault(place + ".op", "not-for-this-kind", "这类字段不能比较大小", "Fields of this kind have no order");
        }
        if (isMissing(from) && isMissing(to)) {
            return fault(place + ".value", "required", "缺少取值", "A value is missing");
        }
        Object low = from == null ? null : value(path, from, place + ".value");
        Object high = to == null ? null : value(path, to, place + ".value");
        if (path.kind() == Kind.INSTANT && low != null && high != null && low.getClass() != high.getClass()) {
            return fault(place + ".value", "wrong-type", "两端应同为日期或同为时间", "Both must be dates, or both times");
        }
        return new Filter.Range(path, low, fromExcluded, high, toExcluded);
    }

    private static boolean isMissing(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode();
    }

    private @Nullable String text(Path path, JsonNode value, String place) {
        if (!path.kind().isText()) {
            fault(place, "not-for-this-kind", "这类字段不能按文字查找", "Fields of this kind cannot be searched as text");
            return null;
        }
        if (!value.isString()
                || value.stringValue().isBlank()
                || value.stringValue().indexOf('\0') >= 0) {
            fault(place, "wrong-type", "应为文字", "It must be a text");
            return null;
        }
        return value.stringValue();
    }

    private Filter relative(Path path, JsonNode value, String place) {
        Optional<Period> period = value.isString() ? Period.of(value.stringValue()) : Optional.empty();
        if (!path.kind().isTime() || period.isEmpty()) {
            return fault(place, "unknown", "没有这个时间段", "There is no such period");
        }
        return new Filter.Relative(path, period.get());
    }

    private Filter me(Path path, String place) {
        if (path.kind() == Kind.REFERENCE && path.last().referenced().name.equals("user")) {
            return new Filter.In(path, List.of(viewer.userId()));
        }
        return fault(place + ".op", "not-for-this-kind", "只有人员字段可以是“我”", "Only fields of people can be me");
    }

    private Filter below(Path path, JsonNode value, String place) {
        if (path.kind() != Kind.REFERENCE || !Tree.is(path.last().referenced())) {
            return fault(
                    place + ".op", "not-for-this-kind", "这类字段没有上下级", "Records of this kind do not lie in each other");
        }
        List<Object> top = values(path, List.of(value), place + ".value");
        return new Filter.Below(path, (Long) top.getFirst());
    }

    private Filter myDepartment(Path path, boolean andBelow, String place) {
        if (path.kind() == Kind.REFERENCE && path.last().referenced().name.equals("department")) {
            return andBelow
                    ? new Filter.Below(path, viewer.departmentId())
                    : new Filter.In(path, List.of(viewer.departmentId()));
        }
        return fault(place + ".op", "not-for-this-kind", "只有部门字段可以是“我的部门”", "Only departments can be mine");
    }

    private List<Object> values(Path path, List<JsonNode> items, String place) {
        List<Object> values = new ArrayList<>();
        for (JsonNode item : items) {
            Object value = value(path, item, place);
            if (value != null) {
                values.add(value);
            } else if (isMissing(item)) {
                fault(place, "required", "缺少取值", "A value is missing");
            }
        }
        return values.isEmpty() ? List.of(0L) : values;
    }

    private @Nullable Object value(Path path, JsonNode json, String place) {
        FieldOf<?> field = path.last();
        if (field.kind == Kind.TAGS || field.kind.isText()) {
            return json.isString() && json.stringValue().indexOf('\0') < 0
                    ? json.stringValue()
                    : wrong(place, new ValueReader.Fault("wrong-type", Words.of("应为文字", "It must be a text")), json);
        }
        if (field.kind == Kind.INSTANT
                && json.isString()
                && json.stringValue().length() == LocalDate.EPOCH.toString().length()) {
            return read(DAY, json, place);
        }
        return read(field, json, place);
    }

    private @Nullable Object read(FieldOf<?> field, JsonNode json, String place) {
        Set<String> codes = field.kind == Kind.CHOICE && json.isString()
                ? catalogue.choices(field).stream().map(Choice::code).collect(Collectors.toSet())
                : Set.of();
        // An archived entry is still asked for.
        if (field.kind == Kind.CHOICE && field.dictionary != null && json.isString()) {
            return json.stringValue().indexOf('\0') < 0 ? json.stringValue() : "";
        }
        ValueReader.Read read = ValueReader.read(field, json, codes);
        return read.fault() == null ? read.value() : wrong(place, read.fault(), json);
    }

    private @Nullable Object wrong(String place, ValueReader.Fault fault, JsonNode json) {
        if (!json.isNull() && !json.isMissingNode()) {
            faults.add(FieldFault.of(place, fault.code(), fault.words()));
        }
        return null;
    }

    private Filter fault(String place, String code, String zh, String en) {
        faults.add(FieldFault.of(place, code, Words.of(zh, en)));
        return nothing();
    }

    private static Filter nothing() {
        return new Filter.Or(List.of());
    }
}
