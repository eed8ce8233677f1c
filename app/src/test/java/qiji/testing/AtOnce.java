package qiji.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import qiji.platform.Problem;

/** Several act at the same moment, each in a thread of their own. */
public final class AtOnce {
    private static final int LONGEST = 60;

    private AtOnce() {}

    /** What each got, in order: its answer, or the code of the problem. */
    public static List<String> answers(Callable<?>... all) throws Exception {
        CyclicBarrier start = new CyclicBarrier(all.length);
        try (var pool = Executors.newFixedThreadPool(all.length)) {
            List<Future<String>> running = new ArrayList<>();
            for (Callable<?> each : all) {
                running.add(pool.submit(() -> {
                    start.await(LONGEST, TimeUnit.SECONDS);
                    try {
                        return String.valueOf(each.call());
                    } catch (Problem refused) {
                        return refused.problemType().code();
                    }
                }));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> each : running) {
                answers.add(each.get(LONGEST, TimeUnit.SECONDS));
            }
            return answers;
        }
    }
}
