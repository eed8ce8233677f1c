package qiji.records.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.SoundText;
import qiji.platform.Words;
import qiji.records.Catalogue;
import qiji.records.GroupBy;
import qiji.records.Path;
import qiji.records.RecordType;
import qiji.records.Records;
import tools.jackson.databind.JsonNode;

/** Checks the state of a list against the catalogue, and fits it to what another reader may know. [X2 A4] */
@Component
class ListStates {
    private static final int MOST_COLUMNS = 60;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 1200;
    private static final String GROUP = "group";

    private final Records records;
    private final Catalogue catalogue;

    ListStates(Records records, Catalogue catalogue) {
        this.records = records;
        this.catalogue = catalogue;
    }

    /** What is wrong with it, each fault with its place below {@code place}; empty if all of it holds. */
    List<FieldFault> faults(RecordType<?> type, ListState state, String place, Viewer viewer) {
        List<FieldFault> faults = new ArrayList<>();
        collect(faults, place, () -> records.query(type, viewer).where(text(state.filter())));
        if (state.filter() != null && !SoundText.Check.isSound(state.filter().toString())) {
            faults.add(
                    FieldFault.of(place + ".filter", "malformed", Words.of("含有无效字符", "It holds invalid characters")));
        }
        if (state.sort() != null && !state.sort().isBlank()) {
            collect(faults, place, () -> records.query(type, viewer).sort(state.sort()));
        }
        columns(type, state.columns(), place + ".columns", viewer, faults);
        named(state.group(), path -> groups(state.group(), path), type, viewer)
                .ifPresent(words -> faults.add(FieldFault.of(place + "." + GROUP, "not-groupable", words)));
        named(state.date(), path -> path.kind().isTime(), type, viewer)
                .ifPresent(words -> faults.add(FieldFault.of(place + ".date", "not-for-this-kind", words)));
        named(state.measure(), path -> path.last().isSummable(), type, viewer)
                .ifPresent(words -> faults.add(FieldFault.of(place + ".measure", "not-for-this-kind", words)));
        return faults;
    }

    /**
     * The same for a reader who may know less: what they may not read is not among columns, order and groups. Empty if the
     * filter asks for it, since without that condition the list would be another one.
     */
    Optional<ListState> fitted(RecordType<?> type, ListState state, Viewer viewer) {
        try {
            records.query(type, viewer).where(text(state.filter()));
        } catch (Problem hidden) {
            return Optional.empty();
        }
        List<ListState.Column> columns = state.columns() == null
                ? null
                : state.columns().stream()
                        .filter(column ->
                                catalogue.find(type, column.field(), viewer).isPresent())
                        .toList();
        return Optional.of(new ListState(
                state.filter(),
                sort(type, state.sort(), viewer),
                columns == null || columns.isEmpty() ? null : columns,
                readable(state.group(), path -> groups(state.group(), path), type, viewer),
                state.show(),
                readable(state.date(), path -> path.kind().isTime(), type, viewer),
                state.chart(),
                readable(state.measure(), path -> path.last().isSummable(), type, viewer)));
    }

    private void columns(
            RecordType<?> type,
            @Nullable List<ListState.Column> columns,
            String place,
            Viewer viewer,
            List<FieldFault> faults) {
        if (columns == null) {
            return;
        }
        if (columns.size() > MOST_COLUMNS) {
            faults.add(FieldFault.of(place, "too-many", Words.of("列太多", "Too many columns")));
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            ListState.Column column = columns.get(i);
            String at = "%s[%d]".formatted(place, i);
            if (column == null
                    || column.field() == null
                    || catalogue.find(type, column.field(), viewer).isEmpty()) {
                faults.add(FieldFault.unknown(at + ".field"));
            } else if (column.width() != null && (column.width() < NARROWEST || column.width() > WIDEST)) {
                faults.add(FieldFault.of(
                        at + ".width",
                        "out-of-range",
                        Words.of("列宽应为 %s–%s", "A width is from %s to %s").with(NARROWEST, WIDEST)));
            }
        }
    }

    /** What speaks against the field {@code name}; empty if nothing does, or none is named. */
    private Optional<Words> named(@Nullable String name, Predicate<Path> fits, RecordType<?> type, Viewer viewer) {
        return name == null || readable(name, fits, type, viewer) != null
                ? Optional.empty()
                : Optional.of(Words.of("没有这个字段，或不能这样使用", "There is no such field, or it cannot be used so"));
    }

    private static boolean groups(@Nullable String group, Path path) {
        return group != null && GroupBy.allows(group, path);
    }

    private @Nullable String readable(@Nullable String name, Predicate<Path> fits, RecordType<?> type, Viewer viewer) {
        return name != null
                        && catalogue
                                .find(type, GroupBy.fieldOf(name), viewer)
                                .filter(fits)
                                .isPresent()
                ? name
                : null;
    }

    private @Nullable String sort(RecordType<?> type, @Nullable String sort, Viewer viewer) {
        if (sort == null) {
            return null;
        }
        String readable = Arrays.stream(sort.split(",", -1))
                .filter(step -> catalogue
                        .find(type, step.replaceFirst("^-", ""), viewer)
                        .filter(path -> path.last().isSortable())
                        .isPresent())
                .collect(Collectors.joining(","));
        return readable.isEmpty() ? null : readable;
    }

    private static void collect(List<FieldFault> faults, String place, Runnable check) {
        try {
            check.run();
        } catch (Problem refused) {
            for (FieldFault fault : refused.faults()) {
                faults.add(new FieldFault(place + "." + fault.field(), fault.code(), fault.message()));
            }
        }
    }

    private static @Nullable String text(@Nullable JsonNode filter) {
        return filter == null || filter.isNull() ? null : filter.toString();
    }
}
