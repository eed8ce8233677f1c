package qiji.opportunity.gate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiji.opportunity.life.GateFacts;
import qiji.opportunity.life.UnmetGate;
import qiji.opportunity.life.UnmetGate.Kind;
import qiji.opportunity.life.Validity;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/**
 * One thing that a move is asked for, whichever of the stages on its way asks for it: see {@link UnmetGate}. {@code place} is
 * the stage whose key action is meant, 0 for all else. [D5]
 */
record GateCondition(Kind kind, String item, long place) {
    /** Nothing is filled in, done or proven: what is missing then is all that is asked. */
    private static final GateFacts NOTHING = new GateFacts(Set.of(), Map.of(), List.of());

    /**
     * All that a move is asked for, each thing once. A stage that the process does not know stands for its first one: whoever
     * changes the process is asked what is asked from there on.
     */
    static Set<GateCondition> asked(SalesProcess process, long from, long target) {
        Stage at = process.findStage(from).orElseGet(process::first);
        Set<GateCondition> asked = new LinkedHashSet<>();
        for (Stage next : way(process, from, target)) {
            NOTHING.unmet(process, at, next, Validity.NONE).stream()
                    .map(unmet -> new GateCondition(unmet.kind(), unmet.item(), place(unmet, process, next)))
                    .forEach(asked::add);
            at = next;
        }
        return asked;
    }

    /** The stages that it enters. */
    static List<Stage> way(SalesProcess process, long from, long target) {
        return process.findStage(target)
                .map(into -> process.entered(process.findStage(from).orElseGet(process::first), into))
                .orElse(List.of());
    }

    private static long place(UnmetGate unmet, SalesProcess process, Stage stage) {
        return unmet.kind() == Kind.KEY_ACTION
                ? process.before(stage).map(Stage::key).orElse(0L)
                : 0;
    }

    String code() {
        return kind + " " + place + " " + item;
    }

    static GateCondition of(String code) {
        List<String> parts = new ArrayList<>(List.of(code.split(" ", 3)));
        return new GateCondition(Kind.valueOf(parts.get(0)), parts.get(2), Long.parseLong(parts.get(1)));
    }
}
