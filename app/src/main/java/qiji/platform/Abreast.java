package qiji.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the parts of one answer abreast: where a processor is idle a second thread helps with what is not begun yet, in a
 * transaction of its own. Where many ask at once, each does its own work, which is as much as ever.
 */
@Component
public class Abreast {
    private final TransactionTemplate reading;
    private final Semaphore idle;

    Abreast(PlatformTransactionManager transactions) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.idle = new Semaphore(Runtime.getRuntime().availableProcessors() - 1);
    }

    private record Part<R>(Supplier<R> work, CompletableFuture<R> done) {}

    /** What {@code parts} answer, in their order. Each thread prepares its transaction by {@code first}. */
    public <R> List<R> all(Runnable first, List<Supplier<R>> parts) {
        List<Part<R>> all = new ArrayList<>();
        parts.forEach(part -> all.add(new Part<>(part, new CompletableFuture<>())));
        Queue<Part<R>> waiting = new ConcurrentLinkedQueue<>(all);
        // Nobody else sees what a transaction wrote that goes on.
        if (!TransactionSynchronizationManager.isActualTransactionActive() && parts.size() > 1 && idle.tryAcquire()) {
            LocaleContext language = LocaleContextHolder.getLocaleContext();
            Thread.ofVirtual().start(() -> help(first, waiting, language));
        }
        read(first, waiting);
        return all.stream().map(part -> answer(part.done())).toList();
    }

    private <R> void help(Runnable first, Queue<Part<R>> waiting, @Nullable LocaleContext language) {
        try {
            LocaleContextHolder.setLocaleContext(language);
            read(first, waiting);
        } catch (TransactionException e) {
            // No connection was left, so nothing was begun here: the other thread does all of it.
        } finally {
            idle.release();
        }
    }

    /** What comes before a part that failed is begun already, so its answer is still waited for; what comes after is not. */
    private <R> void read(Runnable first, Queue<Part<R>> waiting) {
        reading.executeWithoutResult(transaction -> {
            first.run();
            for (Part<R> part = waiting.poll(); part != null; part = waiting.poll()) {
                try {
                    part.done().complete(part.work().get());
                } catch (RuntimeException | Error e) {
                    waiting.clear();
                    transaction.setRollbackOnly();
                    part.done().completeExceptionally(e);
                }
            }
        });
    }

    private static <R> R answer(CompletableFuture<R> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
