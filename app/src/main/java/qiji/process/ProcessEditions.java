package qiji.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;

/** Publishes what processes ask: each change of it is an edition of its own, the ones before stay as they are. [D5] */
@Component
class ProcessEditions {
    private final ProcessEditionStore store;
    private final ProcessStore processes;
    private final StageUsage usage;

    ProcessEditions(ProcessEditionStore store, ProcessStore processes, StageUsage usage) {
        this.store = store;
        this.processes = processes;
        this.usage = usage;
    }

    /** Oldest first. */
    List<ProcessEditionStore.Head> of(long processId) {
        return store.heads().stream()
                .filter(head -> head.processId() == processId)
                .toList();
    }

    /** Makes an edition of what the process, locked by the caller, says now, if that differs from the newest one. */
    void publish(long processId, @Nullable String reason, Viewer viewer) {
        List<Controls> now = processes.all().stream()
                .filter(process -> process.key() == processId)
                .findFirst()
                .orElseThrow()
                .controls();
        List<ProcessEditionStore.Head> before = of(processId);
        if (before.isEmpty() || !store.body(before.getLast().id()).equals(now)) {
            int number = before.isEmpty() ? 1 : before.getLast().number() + 1;
            store.insert(processId, number, now, reason == null || reason.isBlank() ? null : reason, viewer);
        }
    }

    /** The stages that opportunities under way may still come to, by the editions that they go by. */
    Set<Long> ahead(long processId) {
        Map<Long, Integer> underWay = usage.underWay(processId, Viewer.system("stages in use"));
        Set<Long> stages = new HashSet<>();
        List<ProcessEditionStore.Head> editions = of(processId);
        for (ProcessEditionStore.Head edition : editions) {
            boolean first = edition.equals(editions.getFirst());
            if (underWay.getOrDefault(edition.id(), 0) > 0 || first && underWay.getOrDefault(0L, 0) > 0) {
                store.body(edition.id()).stream()
                        .filter(controls -> !controls.archived())
                        .forEach(controls -> stages.add(controls.stage()));
            }
        }
        return stages;
    }

    /**
     * Says what each key action of {@code after} is known by. One that keeps its text stays itself; so does one whose
     * client says so; and where a list keeps its length, a text that took the place of another is that one reworded.
     */
    static Stage named(@Nullable Stage before, Stage after) {
        List<String> texts = after.guidance().keyActions();
        List<String> said = after.guidance().keyActionKeys();
        List<String> oldTexts = before == null ? List.of() : before.guidance().keyActions();
        List<String> oldKeys = before == null ? List.of() : before.guidance().actionKeys();
        List<@Nullable String> keys = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            String key = i < said.size() && oldKeys.contains(said.get(i)) ? said.get(i) : null;
            if (key == null && said.isEmpty()) {
                int place = oldTexts.indexOf(texts.get(i));
                boolean reworded = place < 0 && texts.size() == oldTexts.size() && !texts.contains(oldTexts.get(i));
                key = place >= 0 ? oldKeys.get(place) : reworded ? oldKeys.get(i) : null;
            }
            keys.add(key != null && taken.add(key) ? key : null);
        }
        taken.addAll(oldKeys);
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i) == null) {
                keys.set(i, fresh(texts.get(i), taken));
            }
        }
        return after.with(
                after.guidance().known(keys.stream().map(String::valueOf).toList()));
    }

    private static String fresh(String text, Set<String> taken) {
        String key = text;
        for (int i = 2; !taken.add(key); i++) {
            key = text + " #" + i;
        }
        return key;
    }
}
