package qiji.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import qiji.platform.Problem;

/**
 * The definitions as they hold, for those who work by them. Kept for a second, so that a change made on another node
 * holds a second later at most; one made here holds at once.
 */
@Component
public class Stages {
    private static final String ALL = "all";

    private final ProcessStore store;
    private final Cache<String, List<SalesProcess>> kept =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    Stages(ProcessStore store) {
        this.store = store;
    }

    /** Archived ones included. */
    public List<SalesProcess> processes() {
        return kept.get(ALL, _ -> store.all());
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
        kept.invalidateAll();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    kept.invalidateAll();
                }
            });
        }
    }
}
