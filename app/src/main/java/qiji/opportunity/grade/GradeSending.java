package qiji.opportunity.grade;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import qiji.access.Viewer;

/**
 * Sends the grades of new opportunities for confirmation, one after the other, once those are committed: who enters one does
 * not wait for it, and a file of thousands holds nothing up. What is lost by a crash, {@link GradeSweep} finds.
 */
@Component
class GradeSending implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(GradeSending.class);

    private final Grades grades;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("grade-sending").factory());

    GradeSending(Grades grades) {
        this.grades = grades;
    }

    void soon(List<Long> ids, Viewer viewer) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                queue.execute(() -> ids.forEach(id -> send(id, viewer)));
            }
        });
    }

    private void send(long id, Viewer viewer) {
        try {
            if (!queue.isShutdown()) {
                grades.sendDue(id, viewer);
            }
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).addKeyValue("opportunity", id).log("Grade not sent for confirmation");
        }
    }

    @Override
    public void destroy() {
        queue.shutdown();
    }
}
