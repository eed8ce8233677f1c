package qiji.bench;

import java.util.List;

/** Walks over some opportunities in the second of two stages: all back to the first, then all forward again. */
final class Toggle {
    record Step(long id, long stageId) {}

    private final List<Long> ids;
    private final List<Long> stages;
    private int steps;

    Toggle(List<Long> ids, List<Long> stages) {
        this.ids = ids;
        this.stages = stages;
    }

    Step next() {
        int lap = steps / ids.size();
        Step step = new Step(ids.get(steps % ids.size()), stages.get(lap % 2));
        steps++;
        return step;
    }
}
