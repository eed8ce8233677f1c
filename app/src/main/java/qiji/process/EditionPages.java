package qiji.process;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.platform.Problem;

/** The editions of a process, for those who look at it. */
@Service
class EditionPages {
    /** {@code underWay} are the opportunities under way that go by it, as far as the viewer sees them. */
    record Row(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            int number,
            Instant publishedAt,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long publishedBy,
            @Nullable String publishedByName,
            @Nullable String reason,
            int underWay) {}

    private final ProcessEditions editions;
    private final ProcessEditionStore store;
    private final Stages stages;
    private final StageUsage usage;
    private final Processes processes;

    EditionPages(
            ProcessEditions editions, ProcessEditionStore store, Stages stages, StageUsage usage, Processes processes) {
        this.processes = processes;
        this.editions = editions;
        this.store = store;
        this.stages = stages;
        this.usage = usage;
    }

    /** Newest first. Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    public List<Row> of(long processId, Viewer viewer) {
        stages.getProcess(processId);
        List<ProcessEditionStore.Head> heads = editions.of(processId);
        boolean isTold = processes.isTold(viewer);
        Map<Long, Integer> underWay = usage.underWay(processId, viewer);
        return heads.reversed().stream()
                .map(head -> new Row(
                        head.id(),
                        head.number(),
                        head.publishedAt(),
                        head.publishedBy(),
                        head.publishedByName(),
                        isTold ? head.reason() : null,
                        underWay.getOrDefault(head.id(), 0)
                                + (head.equals(heads.getFirst()) ? underWay.getOrDefault(0L, 0) : 0)))
                .toList();
    }

    /** Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    public List<Stage> stages(long processId, int number, Viewer viewer) {
        return editions.of(processId).stream()
                .filter(head -> head.number() == number)
                .findFirst()
                .map(head -> processes.seenBy(
                        viewer,
                        stages.getProcess(processId)
                                .under(store.body(head.id()))
                                .stages()))
                .orElseThrow(Problem::notFound);
    }
}
