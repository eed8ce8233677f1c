package qiji.organization.explanation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/** The ways that hold for somebody, those that would do, and what is in the way of all. */
record Answer(
        Set<Words> holding, Set<Words> missing, @Nullable Words blocked) {
    static Answer of(Stream<Words> holding, Stream<Words> missing) {
        return new Answer(
                holding.collect(LinkedHashSet::new, Set::add, Set::addAll),
                missing.collect(LinkedHashSet::new, Set::add, Set::addAll),
                null);
    }

    boolean sees() {
        return !holding.isEmpty();
    }

    /** Nothing of it holds. */
    Answer blockedBy(Words reason) {
        return new Answer(Set.of(), missing, reason);
    }

    /** Of what belongs to {@code held}: as that one is seen. */
    Answer through(Words held) {
        return new Answer(through(held, holding), through(held, missing), blocked == null ? null : told(held, blocked));
    }

    private static Set<Words> through(Words held, Set<Words> all) {
        return new LinkedHashSet<>(all.stream().map(one -> told(held, one)).toList());
    }

    private static Words told(Words held, Words way) {
        return Words.of("通过" + held.zh() + "：" + way.zh(), "Through " + held.en() + ": " + way.en());
    }

    /** What either says. What is in the way of the other is in the way of all only if this has no ways itself. */
    Answer or(Answer other) {
        boolean alone = holding.isEmpty() && missing.isEmpty();
        Set<Words> more = new LinkedHashSet<>(missing);
        more.addAll(other.missing);
        if (!alone && other.blocked != null) {
            more.add(other.blocked);
        }
        Set<Words> all = new LinkedHashSet<>(holding);
        all.addAll(other.holding);
        return new Answer(all, more, alone ? other.blocked : null);
    }

    static List<String> here(Set<Words> words) {
        return words.stream().map(Words::here).toList();
    }
}
