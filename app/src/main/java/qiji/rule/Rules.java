package qiji.rule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import qiji.organization.AccessChanged;
import qiji.platform.Kept;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules as they hold: of the nearest department that has one of its own, upwards from the one asked for, then of
 * headquarters, then as shipped; where headquarters locked theirs, that alone. Kept for a second, so that a change made on
 * another node holds a second later at most; one made here holds at once. [S10]
 */
@Component
public class Rules {
    private static final String ALL = "all";

    private final JsonMapper json;
    private final Kept<String, RuleBook> kept;
    /** By edition: what was published never changes. */
    private final Cache<Long, Object> bodies =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Rules(RuleStore store, JsonMapper json) {
        this.kept = Kept.lasting(Duration.ofSeconds(1), 1, _ -> store.book());
        this.json = json;
    }

    /** What holds on {@code day} for records of the department; null for those of none. */
    public <B> B at(RuleKind<B> kind, @Nullable Long departmentId, LocalDate day) {
        return body(kind, book().at(kind.code(), departmentId, day));
    }

    /** The same with the edition that it is of; null for what was shipped. */
    public <B> InForce<B> inForce(RuleKind<B> kind, @Nullable Long departmentId, LocalDate day) {
        RuleBook.Published edition = book().at(kind.code(), departmentId, day);
        return new InForce<>(body(kind, edition), edition == null ? null : edition.id());
    }

    /** What holds on {@code day} for records of the departments that have it otherwise, and {@code elsewhere}. */
    public record Everywhere<B>(B elsewhere, Map<B, Set<Long>> departments) {}

    /** What holds where on {@code day}. */
    public <B> Everywhere<B> everywhere(RuleKind<B> kind, LocalDate day) {
        RuleBook book = book();
        return everywhere(kind, book, department -> body(kind, book.at(kind.code(), department, day)));
    }

    /** What held from {@code from} on; null for since ever. */
    public record Held<B>(B body, @Nullable LocalDate from) {}

    /** What {@code tell} makes of all that held there until {@code day}, the latest first: what was shipped is the last. */
    public <B, T> Everywhere<T> everywhere(RuleKind<B> kind, LocalDate day, Function<List<Held<B>>, T> tell) {
        RuleBook book = book();
        List<LocalDate> turns = book.turns(kind.code()).stream()
                .filter(turn -> !turn.isAfter(day))
                .toList()
                .reversed();
        return everywhere(kind, book, department -> {
            List<Held<B>> held = new ArrayList<>();
            turns.forEach(turn -> held.add(new Held<>(body(kind, book.at(kind.code(), department, turn)), turn)));
            held.add(new Held<>(kind.shipped(), null));
            return tell.apply(held);
        });
    }

    private <T> Everywhere<T> everywhere(RuleKind<?> kind, RuleBook book, Function<@Nullable Long, T> there) {
        T elsewhere = there.apply(null);
        Map<T, Set<Long>> departments = new LinkedHashMap<>();
        for (Long department : book.differing(kind.code())) {
            T held = there.apply(department);
            if (!held.equals(elsewhere)) {
                departments.computeIfAbsent(held, _ -> new TreeSet<>()).add(department);
            }
        }
        return new Everywhere<>(elsewhere, departments);
    }

    public record InForce<B>(B body, @Nullable Long editionId) {}

    /** On which of the days from {@code from} to {@code to}, both included, {@code draft} would have held where, and what held instead. */
    <B> List<RuleStretch<B>> stretches(RuleKind<B> kind, long place, @Nullable B draft, LocalDate from, LocalDate to) {
        return new Stretches<>(book(), kind.code(), place, published -> body(kind, published)).between(from, to, draft);
    }

    RuleBook book() {
        return kept.get(ALL);
    }

    <B> B body(RuleKind<B> kind, RuleBook.@Nullable Published edition) {
        if (edition == null || edition.body() == null) {
            return kind.shipped();
        }
        String text = edition.body();
        return kind.bodyType().cast(bodies.get(edition.id(), _ -> json.readValue(text, kind.bodyType())));
    }

    /** Forgets what was kept: now, for the writer itself, and when the change is committed, for all. */
    void forget() {
        kept.forgetWithCommit();
    }

    /** Departments may have moved. */
    @EventListener(AccessChanged.class)
    void departmentsChanged() {
        forget();
    }
}
