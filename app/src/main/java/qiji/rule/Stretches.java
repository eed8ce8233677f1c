package qiji.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import qiji.rule.RuleBook.Published;

/** When and where a draft of one place would have held, and what held instead: departments stand as they do today. */
record Stretches<B>(RuleBook book, String kind, long place, Function<@Nullable Published, B> read) {
    List<RuleStretch<B>> between(LocalDate from, LocalDate to, @Nullable B draft) {
        List<LocalDate> turns = new ArrayList<>();
        turns.add(from);
        book.turns(kind).stream()
                .filter(day -> day.isAfter(from) && !day.isAfter(to))
                .forEach(turns::add);
        turns.add(to.plusDays(1));
        List<RuleStretch<B>> all = new ArrayList<>();
        for (int i = 1; i < turns.size(); i++) {
            all.add(stretch(turns.get(i - 1), turns.get(i), draft));
        }
        return List.copyOf(all);
    }

    private RuleStretch<B> stretch(LocalDate from, LocalDate until, @Nullable B draft) {
        Published above = book.aboveOf(kind, place, from);
        Published now = book.saysSomething(kind, place, from) ? book.own(kind, place, from) : above;
        boolean everywhere = place == RuleBook.HEADQUARTERS;
        Set<Long> departments = everywhere ? heldByOthers(from) : governed(from);
        return new RuleStretch<>(
                from, until, everywhere, departments, read.apply(now), draft == null ? read.apply(above) : draft);
    }

    /** Departments for which one nearer than headquarters speaks. */
    private Set<Long> heldByOthers(LocalDate day) {
        Set<Long> others = new TreeSet<>();
        if (!book.isLocked(kind)) {
            book.above().keySet().stream()
                    .filter(department -> speaker(department, day) != RuleBook.HEADQUARTERS)
                    .forEach(others::add);
        }
        return others;
    }

    private Set<Long> governed(LocalDate day) {
        Set<Long> governed = new TreeSet<>(Set.of(place));
        book.above().keySet().stream()
                .filter(department -> speaker(department, day) == place)
                .forEach(governed::add);
        return governed;
    }

    /** Who would speak for the department if this place spoke. */
    private long speaker(long department, LocalDate day) {
        return book.upwards(department).stream()
                .filter(at -> at == place || book.saysSomething(kind, at, day))
                .findFirst()
                .orElse(RuleBook.HEADQUARTERS);
    }
}
