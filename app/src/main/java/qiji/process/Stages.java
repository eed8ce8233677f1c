package qiji.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.platform.Kept;
import qiji.platform.Problem;

/**
 * The definitions as they hold, for those who work by them. Kept for a second, so that a change made on another node
 * holds a second later at most; one made here holds at once.
 */
@Component
public class Stages {
    private static final String ALL = "all";

    private final ProcessStore store;
    private final ProcessEditionStore editions;
    private final Kept<String, Known> kept;

    /** {@code under} keeps a process as its older editions have it; the newest is what the process says. */
    private record Known(
            List<SalesProcess> processes,
            Map<Long, List<ProcessEditionStore.Head>> editions,
            Map<Long, SalesProcess> under) {}

    Stages(ProcessStore store, ProcessEditionStore editions) {
        this.store = store;
        this.editions = editions;
        this.kept = Kept.lasting(Duration.ofSeconds(1), 1, _ -> read());
    }

    private Known known() {
        return kept.get(ALL);
    }

    private Known read() {
        return new Known(
                store.all(),
                editions.heads().stream().collect(Collectors.groupingBy(ProcessEditionStore.Head::processId)),
                new ConcurrentHashMap<>());
    }

    /** Archived ones included. */
    public List<SalesProcess> processes() {
        return known().processes();
    }

    public Optional<SalesProcess> findProcess(long processId) {
        return processes().stream()
                .filter(process -> process.key() == processId)
                .findFirst();
    }

    /** Throws NOT_FOUND. */
    public SalesProcess getProcess(long processId) {
        return findProcess(processId).orElseThrow(Problem::notFound);
    }

    /** As an edition of it has it, null for its first one. Throws NOT_FOUND. */
    public SalesProcess getProcess(long processId, @Nullable Long editionId) {
        Known known = known();
        List<ProcessEditionStore.Head> all = known.editions().getOrDefault(processId, List.of());
        if (all.isEmpty()) {
            return getProcess(processId);
        }
        long edition = editionId == null ? all.getFirst().id() : editionId;
        if (edition == all.getLast().id()) {
            return getProcess(processId);
        }
        SalesProcess there = known.under().get(edition);
        if (there == null) {
            there = getProcess(processId).under(editions.body(edition));
            known.under().put(edition, there);
        }
        return there;
    }

    /** An edition of a process, and the process as it has it. */
    public record Edition(long id, Instant publishedAt, SalesProcess process) {}

    /** All of a process, oldest first. Throws NOT_FOUND. */
    public List<Edition> editions(long processId) {
        getProcess(processId);
        return known().editions().getOrDefault(processId, List.of()).stream()
                .map(head -> new Edition(head.id(), head.publishedAt(), getProcess(processId, head.id())))
                .toList();
    }

    /** The edition that new opportunities of the process go by. Throws NOT_FOUND. */
    public long newestEdition(long processId) {
        List<ProcessEditionStore.Head> all = known().editions().get(processId);
        if (all == null) {
            throw Problem.notFound();
        }
        return all.getLast().id();
    }

    /** What people call an edition of the process, null for its first one. */
    public int editionNumber(long processId, @Nullable Long editionId) {
        return known().editions().getOrDefault(processId, List.of()).stream()
                .filter(head -> editionId != null && head.id() == editionId)
                .mapToInt(ProcessEditionStore.Head::number)
                .findFirst()
                .orElse(1);
    }

    public Optional<SalesProcess> findDefault() {
        return processes().stream().filter(SalesProcess::isDefault).findFirst();
    }

    public Optional<Stage> findStage(long stageId) {
        return processes().stream()
                .flatMap(process -> process.findStage(stageId).stream())
                .findFirst();
    }

    /** Forgets what was kept: now, for the writer itself, and when the change is committed, for all. */
    void forget() {
        kept.forgetWithCommit();
    }
}
