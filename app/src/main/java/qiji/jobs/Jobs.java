package qiji.jobs;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.platform.Problem;

/** Long work: starts it, tells how far it is, cancels it. It works as the user who started it, in their language. */
@Component
public class Jobs {
    private final JobStore store;
    private final JobScheduler scheduler;

    Jobs(JobStore store, JobScheduler scheduler) {
        this.store = store;
        this.scheduler = scheduler;
    }

    /** Begins when the caller's transaction has committed. The answer is the job's id. */
    @Transactional
    public long start(String kind, @Nullable Long subjectId, Viewer viewer) {
        long id = store.add(kind, subjectId, LocaleContextHolder.getLocale().getLanguage(), viewer);
        scheduler.enqueue(id);
        return id;
    }

    /** Work about no subject in particular, unless such is waiting or running already. */
    @Transactional
    public void startOnce(String kind, Viewer viewer) {
        if (!store.isUnderWay(kind)) {
            start(kind, null, viewer);
        }
    }

    /** Throws NOT_FOUND for a job of someone else, without the permission {@code job:read}. */
    @Transactional(readOnly = true)
    public Job get(long id, Viewer viewer) {
        return store.find(id, viewer).orElseThrow(Problem::notFound);
    }

    /** What has been done stays done. A job that has ended stays as it is. Throws NOT_FOUND as {@link #get}. */
    @Transactional
    public void cancel(long id, Viewer viewer) {
        get(id, viewer);
        store.cancel(id);
    }
}
